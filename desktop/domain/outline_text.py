"""Lines of text as an outline: by their indent, by bullets, by numbers of any style, Chinese ones included.

Lines of one look stand at one level: the same indent with the same kind of mark. A look that was not seen since
the level above is one level deeper, as in 一、 → （一） → 1. → （1）, or in a heading with bullets below it. The longer
of two numbers with points is the deeper one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.rejection import Rejected
from desktop.domain.validation import clean_text

MOST_LINES = 20_000
TAB = 4
"""Columns of a tab, and of nothing else: wide spaces are two."""
_DIGITS = "零〇一二三四五六七八九十百"
_MARKS = (
    ("part", re.compile(rf"第[{_DIGITS}\d]+[编部章节篇条阶段]+[\s、.:：]*")),
    ("han", re.compile(rf"[{_DIGITS}]+[、.．)）]\s*")),
    ("han in brackets", re.compile(rf"[(（][{_DIGITS}]+[)）][、.．]?\s*")),
    ("points", re.compile(r"(\d{1,3}(?:[.．]\d{1,3})+)[.．、)）]?(?:\s+|(?=[^\s\d.,%％]))")),
    ("number", re.compile(r"\d{1,3}(?:[.．](?!\d)|、)\s*")),
    ("number)", re.compile(r"\d{1,3}[)）]\s*")),
    ("(number)", re.compile(r"[(（]\d{1,3}[)）]\s*")),
    ("circled", re.compile(r"[①-⑳]\s*")),
    ("letter", re.compile(r"[A-Za-z][.)）]\s+")),
    ("bullet", re.compile(r"[•●○◦▪■□◆◇▶►➢✓√·‣⁃]\s*")),
    ("bullet", re.compile(r"[o§]\t\s*")),
    ("dash", re.compile(r"[-–—*+]\s+(?:\[[ xX✓]?\]\s*)?")),
)
_BARE = re.compile(r"\d{1,3}\s+(?=\S)")
"""A number without a sign: a mark only where others have points."""

_QUANTITY = re.compile(
    r"[\d.,]+\s*(?:e?(?:d|h|w|m|mo|y)|days?|hrs?|hours?|wks?|weeks?|mins?|months?|years?|%|个?[天日周月年时分]|小时|分钟|工作?日"
    r"|个工作日)",
    re.IGNORECASE,
)
"""Durations and shares, which are cells and not numbered lines: ``1.5 d``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as read; ``level`` counts from nought and never skips one."""

    level: int
    name: str
    marked: bool
    """Whether a bullet or a number stood in front of the name."""


@dataclass(frozen=True, slots=True)
class _Look:
    indent: int
    kind: str
    points: int = 0


def read_outline(text: str) -> list[Line]:
    """The lines of ``text`` that hold a name, with their levels. Raises ``clipboard_too_large``."""
    lines = [line for line in clean_text(text).splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise Rejected("clipboard_too_large")
    pointed = any(_look(line, bare=False)[0].kind == "points" for line in lines)
    found: list[Line] = []
    above: list[_Look] = []
    for line in lines:
        look, rest = _look(line, bare=pointed)
        name = " ".join(rest.split())
        if not name:
            continue
        _climb(above, look)
        found.append(Line(len(above), name, bool(look.kind)))
        above.append(look)
    return found


def is_outline(text: str) -> bool:
    """Whether ``text`` is rather an outline than cells: lines at several levels, or with a mark in front of each."""
    body = text.strip("\r\n")
    lines = [line for line in body.splitlines() if line.strip()]
    if len(lines) < 2 or len(lines) > MOST_LINES or body.lstrip().startswith('"'):
        return False
    if all(_QUANTITY.fullmatch(line.strip()) for line in lines):
        return False
    if any("\t" in _look(line, bare=False)[1] for line in lines):
        return False
    found = read_outline(body)
    return len(found) > 1 and (len({line.level for line in found}) > 1 or all(line.marked for line in found))


def _look(line: str, *, bare: bool) -> tuple[_Look, str]:
    """How a line looks, and what stands behind its mark."""
    rest = line.lstrip()
    indent = sum(TAB if each == "\t" else 2 if each == "　" else 1 for each in line[: len(line) - len(rest)])
    for kind, pattern in _MARKS:
        if found := pattern.match(rest):
            points = unicodedata.normalize("NFKC", found[1]).count(".") if kind == "points" else 0
            return _Look(indent, kind, points), rest[found.end() :]
    if bare and (found := _BARE.match(rest)):
        return _Look(indent, "points"), rest[found.end() :]
    return _Look(indent, ""), rest.rstrip()


def _climb(above: list[_Look], look: _Look) -> None:
    """Leave in ``above`` only what a line of this look belongs to."""
    while above and above[-1].indent > look.indent:
        above.pop()
    same = [each.kind for each in above if each.indent == look.indent]
    if look.kind == "points":
        while above and above[-1].indent == look.indent and (
            above[-1].kind == "points" and above[-1].points >= look.points
        ):  # fmt: skip
            above.pop()
        if not any(_is_higher(each, look) for each in _level(above, look)):
            _cut_at(above, look)
    elif look.kind in same:
        _cut_at(above, look)


def _level(above: Sequence[_Look], look: _Look) -> list[_Look]:
    return [each for each in above if each.indent == look.indent]


def _is_higher(each: _Look, look: _Look) -> bool:
    return each.kind == "points" and each.points < look.points


def _cut_at(above: list[_Look], look: _Look) -> None:
    """Drop the first line of this look and everything below it."""
    for at, each in enumerate(above):
        if each.indent == look.indent and each.kind == look.kind:
            del above[at:]
            return
