"""What a file carries and we do not model: kept beside the record as JSON and written back.

The text of a record's ``foreign`` field is ``{"mspdi": {…}}`` with up to three parts:

``keep``    elements that we do not know, in file order: ``[["GUID", "D81F…"], ["ExtendedAttribute", […]]]``
``exact``   the text of elements that we know but had to round, such as ``{"StandardRate": "1.375"}``
others      what one kind of record needs beyond that; see the module that reads it

JSON from a project file is input like any other: what does not have this shape is left out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.validation import clean_text
from desktop.exchange.safe_xml import MAX_DEPTH

KEY = "mspdi"

Packed = list[Any]
"""``[tag, text]``, or ``[tag, [packed children]]``."""


def pack(element: Element) -> Packed:
    """``element`` with everything below it; attributes, which MSPDI does not use, are left out."""
    made: Packed = [element.tag, None]
    pending = [(element, made)]
    while pending:
        source, target = pending.pop()
        if len(source):
            target[1] = [[child.tag, None] for child in source]
            pending.extend(zip(source, target[1], strict=True))
        else:
            target[1] = clean_text(source.text or "")
    return made


def is_sound(packed: Any) -> bool:
    """Whether ``packed`` has the shape that :func:`pack` makes, no deeper than a file may be."""
    pending: list[tuple[Any, int]] = [(packed, 0)]
    while pending:
        source, depth = pending.pop()
        match source:
            case [str(tag), str()] if tag.isidentifier():
                continue
            case [str(tag), list(children)] if tag.isidentifier() and depth < MAX_DEPTH:
                pending.extend((child, depth + 1) for child in children)
            case _:
                return False
    return True


def keep(elements: Iterable[Element], defaults: Mapping[str, str], known: Collection[str] = ()) -> list[Packed]:
    """Those of ``elements`` that are neither ``known`` nor at the value Project assumes anyway."""
    return [
        pack(element)
        for element in elements
        if element.tag not in known and (len(element) or defaults.get(element.tag) != element.text)
    ]


def to_text(**parts: Any) -> str:
    """The ``foreign`` field for ``parts``; "" where all are empty."""
    filled = {name: part for name, part in parts.items() if part}
    return json.dumps({KEY: filled}, ensure_ascii=False, separators=(",", ":")) if filled else ""


def from_text(text: str) -> Mapping[str, Any]:
    """The parts of a ``foreign`` field; empty where it is not ours."""
    if not text:
        return {}
    try:
        parts = json.loads(text)[KEY]
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}
    return parts if isinstance(parts, dict) else {}


def kept(parts: Mapping[str, Any], part: str = "keep") -> list[Packed]:
    """Elements of ``parts[part]``."""
    found = parts.get(part)
    return [packed for packed in found if is_sound(packed)] if isinstance(found, list) else []


def exact(parts: Mapping[str, Any]) -> Mapping[str, str]:
    """Texts of elements that were rounded."""
    found = parts.get("exact")
    return {tag: text for tag, text in found.items() if isinstance(text, str)} if isinstance(found, dict) else {}
