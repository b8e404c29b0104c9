"""WBS codes as a project wants them: a prefix, and for every level how it is counted and what stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.domain.plan import ProjectProfile, WbsLevel
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

MOST_LEVELS = 12
_USUAL = WbsLevel(kind="number", text="", length=0, separator=".")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LISTS = re.compile(r"[;,、；，\n]")
"""What parts the predecessors of a task: a code with it could not be named there."""

sentences(
    wbs_characters=N_("“{value}” cannot be part of a WBS code, because it parts predecessors. Nothing was changed."),
    wbs_ambiguous=N_(
        "Without a separator or a length behind level {level} two tasks could have one code. Nothing was changed."
    ),
    wbs_taken=N_("“{task}” has the WBS code {wbs} already. Nothing was changed; type another one."),
)


@dataclass(frozen=True, slots=True)
class Mask:
    """How codes are made of places in the outline."""

    prefix: str = ""
    levels: tuple[WbsLevel, ...] = ()

    @staticmethod
    def of(profile: ProjectProfile | None) -> Mask:
        return Mask(profile.wbs_prefix, profile.wbs_levels) if profile is not None else Mask()

    def level(self, depth: int) -> WbsLevel:
        """The level of tasks so deep in the outline, 0 at the top."""
        return self.levels[depth] if depth < len(self.levels) else _USUAL

    def count(self, depth: int, number: int) -> str:
        """What the ``number``-th of siblings at ``depth`` adds to the code above it."""
        if not self.levels:
            return str(number)
        level = self.level(depth)
        return level.text + counted(level.kind, number, level.length)

    def separator(self, depth: int) -> str:
        """What stands between a code at ``depth`` and what is added below it."""
        return self.level(depth).separator

    def check(self) -> None:
        """Raises ``wbs_characters`` or ``wbs_ambiguous``."""
        for text in (self.prefix, *(part for level in self.levels for part in (level.text, level.separator))):
            if _LISTS.search(text):
                raise Rejected("wbs_characters", value=text)
        for number, level in enumerate(self.levels, 1):
            below = self.level(number)
            alike = (level.kind == "number") == (below.kind == "number")
            if not level.separator and not below.text and alike and not level.length:
                raise Rejected("wbs_ambiguous", level=number)


def counted(kind: str, number: int, length: int = 0) -> str:
    """``7``, ``007``, ``G``, ``AG``, ``vii``: a count from 1 on in one of ``WBS_KIND``."""
    if kind == "roman":
        return _roman(number)
    if kind in ("upper", "lower"):
        text = _padded_letters(number, length) if length else _letters(number)
        return text if kind == "upper" else text.lower()
    return str(number).rjust(length, "0")


def _letters(number: int) -> str:
    """A to Z, AA, AB and so on, as columns of a spreadsheet are named."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def _padded_letters(number: int, length: int) -> str:
    """AA, AB to AZ, BA and so on."""
    number, text = number - 1, ""
    while number > 0:
        number, rest = divmod(number, 26)
        text = chr(65 + rest) + text
    return text.rjust(length, "A")


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def example(mask: Mask, depth: int = 3) -> str:
    """The code of the first task so deep under such a mask."""
    code = mask.prefix
    for level in range(depth):
        code += mask.count(level, 1) + (mask.separator(level) if level + 1 < depth else "")
    return code

