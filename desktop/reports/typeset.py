"""Text on paper: characters that can be printed, and lines that fit.

User text never becomes markup: it is measured and drawn as text, so ``<b>`` is three characters and
``<img src=...>`` opens nothing. Everything that is drawn has passed :func:`plain`; the type
:data:`Printable` makes a type checker insist on it.

Lines are broken here rather than by ReportLab, whose CJK mode cuts English words in two and lets an
opening bracket end a line, and whose Latin mode lets a comma begin one. The rules are the common part
of UAX #14 and of the Chinese requirements for text layout (CLREQ): no closing mark at the start of a
line, no opening mark at its end, Latin words whole, Chinese between any two characters.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate
from typing import NewType

from desktop.reports import fonts

Printable = NewType("Printable", str)

ELLIPSES = ("...", "…")
"""What a cut text ends with: on the line behind Latin letters, in the middle of it behind Chinese."""
MISSING = "□"
"""Stands for a character that the faces cannot draw and that has no name worth printing."""

_CLOSING = frozenset("，。、；：？！）］｝】》〉」』〕〗”’…—·,.;:!?)]}%‰℃°»›~～")
_OPENING = frozenset("（［｛【《〈「『〔〖“‘([{«‹$¥￥€£#@")
_SEPARATORS = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
_MODIFIERS = range(0x1F3FB, 0x1F400)
_REGIONAL = range(0x1F1E6, 0x1F200)


_APOSTROPHE = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])’(?=[A-Za-z\u00c0-\u024f])")


def plain(text: str) -> Printable:
    """``text`` as it can be printed; nothing that a person can see is dropped silently.

    NFC only: NFKC would turn ，into a comma and ① into 1. A character that the faces lack becomes its
    compatibility form where they have that (𝐀 → A), a symbol its name (🚀 → [rocket]), and anything else
    □; what has no visible form of its own (controls, joiners, variation selectors) goes. An apostrophe
    within a word becomes the straight one, because Chinese faces draw the curly one as wide as an ideograph.
    """
    known = fonts.printable()
    if text.isascii() and text.isprintable():
        return Printable(text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).replace("\t", "    ")
    text = _APOSTROPHE.sub("'", text)
    return Printable("".join(c if c in known and _has_form(c) else _substitute(c, known) for c in text))


def missing(text: str) -> set[str]:
    """Characters of ``text`` that print as □."""
    if text.isascii():
        return set()
    return {c for c in set(text) if c != MISSING and plain(c) == MISSING}


def _has_form(character: str) -> bool:
    return character == "\n" or unicodedata.category(character)[0] != "C"


def _substitute(character: str, known: frozenset[str]) -> str:
    if character in _SEPARATORS:
        return "\n"
    category, code = unicodedata.category(character), ord(character)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf", "Mn", "Me") or code in _MODIFIERS:
        return ""
    if code in _REGIONAL:
        return chr(code - _REGIONAL.start + ord("A"))
    alike = unicodedata.normalize("NFKC", character)
    if alike != character and all(c in known for c in alike):
        return alike
    name = unicodedata.name(character, "") if category in ("So", "Sk", "Sm", "Po") else ""
    return f"[{name.lower()}]" if name else MISSING


def width_of(text: Printable, size: float, face: str = fonts.REGULAR) -> float:
    """Width of one line in points."""
    return sum(map(fonts.widths(face).__getitem__, text)) * size / 1000


def shortened(text: Printable, width: float, size: float, face: str = fonts.REGULAR) -> Printable:
    """One line no wider than ``width``: as it is, or cut with an ellipsis."""
    head = _seen(text, width, size)
    return text if len(head) == len(text) and width_of(head, size, face) <= width else _cut(head, width, size, face)


def _seen(text: Printable, width: float, size: float) -> Printable:
    """What of ``text`` can matter in one line: no glyph that is seen is narrower than a tenth of its size."""
    return Printable(text[: int(width * 10 / size) + 2])


def _cut(text: Printable, width: float, size: float, face: str) -> Printable:
    """As much of ``text`` as leaves room for the ellipsis behind it; "" where not even that fits."""
    advances = fonts.widths(face)
    limit = width * 1000 / size - advances["…"]
    kept = text[: sum(1 for total in accumulate(map(advances.__getitem__, text)) if total <= limit)].rstrip()
    return Printable(kept + ELLIPSES[not kept[-1:].isascii()] if limit >= 0 else "")


def lines_of(text: str, width: float, size: float, face: str = fonts.REGULAR, most: int = 0) -> list[Printable]:
    """``text``, made plain, in lines no wider than ``width`` points; beyond ``most`` (0: no limit) an ellipsis."""
    limit = max(width * 1000 / size, 1.0)
    if most:
        text = text[: int(limit / 100 + 2) * (most + 1)]  # what cannot be seen need not be broken
    found: list[Printable] = []
    for paragraph in plain(text).split("\n"):
        _break(paragraph.rstrip(), limit, fonts.widths(face), found, most)
        if most and len(found) > most:
            break
    if most and len(found) > most:
        del found[most:]
        found[-1] = _cut(found[-1], width, size, face)
    return found


def _break(text: str, limit: float, advances: fonts.Widths, found: list[Printable], most: int) -> None:
    """Append the lines of one paragraph; stops a line behind ``most``."""
    if sum(map(advances.__getitem__, text[: int(limit)])) <= limit and len(text) <= limit:
        found.append(Printable(text))
        return
    start, at, chance, total = 0, 0, 0, 0.0
    while at < len(text):
        character = text[at]
        advance = advances[character]
        if at > start and may_break(text, at):
            chance = at
        if total + advance > limit and at > start and character != " ":
            end = chance if chance > start else _within(text, start, at)
            found.append(Printable(text[start:end].rstrip(" ")))
            if most and len(found) > most:
                return
            start = at = chance = end
            total = 0.0
            continue
        total += advance
        at += 1
    found.append(Printable(text[start:]))


def _within(text: str, start: int, at: int) -> int:
    """Where to cut a word that is wider than a line: before ``at``, but not before a closing mark."""
    return at - 1 if text[at] in _CLOSING and at - 1 > start else at


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before ``text[at]``."""
    before, after = text[at - 1], text[at]
    if after == " ":
        return False
    if before == " ":
        return True
    if after in _CLOSING or before in _OPENING:
        return False
    if before >= "\u2e80" or after >= "\u2e80":
        return True
    if before in "-/":
        # after a hyphen between words and in a path, but 2026-09-30 stays whole
        return after.isalpha() and at > 1 and text[at - 2].isalpha()
    # a Chinese mark of the general punctuation block (”…—) ends a word as a full-width one does
    return before in "…—”’·" and not after.isascii()
