"""The pattern of WBS codes in a file, read into the profile and written from it.

By the schema of Microsoft Project a mask has a level from 1 on, a type (0 numbers, 1 upper-case and 2 lower-case
letters, 3 any characters), a length (empty, 0 or ``*`` for any) and a separator behind it.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.plan import ProjectProfile, WbsLevel
from desktop.domain.rejection import Rejected
from desktop.domain.wbs import MOST_LEVELS, Mask
from desktop.exchange.mspdi import foreign

TAG = "WBSMasks"
_KINDS = ("number", "upper", "lower")
_TYPES = {"number": "0", "upper": "1", "lower": "2", "roman": "3"}
LONGEST = 40


def wbs_mask(root: Element) -> dict[str, Any]:
    """Prefix and levels of the file; nothing where it has none, or where codes by them could not be told apart."""
    element = root.find(TAG)
    return _read(foreign.pack(element)) if element is not None else {}


def _read(packed: foreign.Packed) -> dict[str, Any]:
    prefix, levels = "", dict[int, WbsLevel]()
    for tag, content in packed[1] if isinstance(packed[1], list) else ():
        if tag == "Prefix" and isinstance(content, str):
            prefix = content[:LONGEST]
        elif tag == "WBSMask" and isinstance(content, list):
            parts = {name: text for name, text in content if isinstance(text, str)}
            number, kind = _whole(parts.get("Level")), _whole(parts.get("Type"))
            if 1 <= number <= MOST_LEVELS:
                levels[number] = WbsLevel(
                    kind=_KINDS[kind] if kind < len(_KINDS) else "number", text="",
                    length=min(_whole(parts.get("Length")), 10), separator=parts.get("Separator", "")[:20],
                )  # fmt: skip
    count = range(1, max(levels, default=0) + 1)
    mask = Mask(prefix, tuple(levels.get(number) or WbsLevel(text="") for number in count))
    try:
        mask.check()
    except Rejected:
        return {}
    return {"wbs_prefix": mask.prefix, "wbs_levels": mask.levels}


def _whole(text: str | None) -> int:
    """A number; 0 for anything else."""
    stripped = (text or "").strip()
    return int(stripped) if stripped.isascii() and stripped.isdigit() and len(stripped) < 6 else 0


def with_mask(kept: list[foreign.Packed], profile: ProjectProfile) -> list[foreign.Packed]:
    """What is kept of a file, with the pattern as the project has it now. Fixed texts have no place in it."""
    now = {"wbs_prefix": profile.wbs_prefix, "wbs_levels": profile.wbs_levels}
    before = next((_read(packed) for packed in kept if packed[0] == TAG), {})
    if now == (before or {"wbs_prefix": "", "wbs_levels": ()}):
        return kept
    items: list[foreign.Packed] = [["VerifyUniqueCodes", "1"], ["GenerateCodes", "1"]]
    if profile.wbs_prefix:
        items.append(["Prefix", profile.wbs_prefix])
    for number, level in enumerate(profile.wbs_levels, 1):
        parts = [["Level", str(number)], ["Type", _TYPES[level.kind]]]
        if level.length:
            parts.append(["Length", str(level.length)])
        items.append(["WBSMask", [*parts, ["Separator", level.separator]]])
    return [*(packed for packed in kept if packed[0] != TAG), [TAG, items]]
