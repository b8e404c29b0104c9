"""Durations as people write them: ``3d``, ``4h``, ``2w``, ``3ed``, ``1.5d?``, ``3天``.

A duration is whole minutes plus the unit in which it is shown. Days, weeks and months are as
long as the project says; an ``e`` unit runs through nights and weekends (a day is 24 hours).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from desktop.domain.plan import ProjectProfile
from desktop.domain.rejection import Rejected
from desktop.i18n import N_

MAX_MINUTES = 60 * 24 * 366 * 200
"""Two centuries; longer durations are typing errors."""

_UNITS = {
    "m": "m", "min": "m", "mins": "m", "minute": "m", "minutes": "m", "分": "m", "分钟": "m",
    "h": "h", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "时": "h", "小时": "h", "工时": "h",
    "d": "d", "day": "d", "days": "d", "天": "d", "日": "d", "工作日": "d", "个工作日": "d",
    "w": "w", "wk": "w", "wks": "w", "week": "w", "weeks": "w", "周": "w", "星期": "w", "个星期": "w",
    "mo": "mo", "mon": "mo", "mons": "mo", "month": "mo", "months": "mo", "月": "mo", "个月": "mo",
    "自然分钟": "em", "自然小时": "eh", "自然日": "ed", "日历日": "ed", "自然天": "ed", "日历天": "ed", "自然周": "ew",
    "自然月": "emo",
}  # fmt: skip
_AMOUNT = r"(\d+(?:[.,]\d+)?|[半一二两三四五六七八九十])\s*(e?)\s*([^\W\d_半一二两三四五六七八九十]*)\s*(半)?"
_PART = re.compile(rf"{_AMOUNT}\s*", re.IGNORECASE)
_MINUS = str.maketrans("−–—", "---")
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}

_LABELS = {
    "m": N_("{n}m", "duration"), "h": N_("{n}h", "duration"), "d": N_("{n}d", "duration"),
    "w": N_("{n}w", "duration"), "mo": N_("{n}mo", "duration"), "em": N_("{n}em", "duration"),
    "eh": N_("{n}eh", "duration"), "ed": N_("{n}ed", "duration"), "ew": N_("{n}ew", "duration"),
    "emo": N_("{n}emo", "duration"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A duration or lag: whole ``minutes``, shown in ``unit`` (a code of ``plan.UNIT``)."""

    minutes: int
    unit: str
    estimated: bool = False


def unit_minutes(unit: str, profile: ProjectProfile) -> int:
    """Minutes in one ``unit`` of this project."""
    if unit.startswith("e"):
        return {"em": 1, "eh": 60, "ed": 1440, "ew": 10_080, "emo": 43_200}[unit]
    return {
        "m": 1, "h": 60, "d": profile.minutes_per_day, "w": profile.minutes_per_week,
        "mo": profile.minutes_per_day * profile.days_per_month,
    }[unit]  # fmt: skip


def read_duration(text: str, profile: ProjectProfile, *, unit: str = "d", signed: bool = False) -> Span:
    """The duration in ``text``; a bare number counts ``unit``s, and parts such as ``2d 4h`` or ``1天半`` add up.

    The first part says in which unit it is shown. Raises ``duration_unreadable``.
    """
    unknown = Rejected("duration_unreadable", value=text.strip()[:80])
    written = unicodedata.normalize("NFKC", text).translate(_MINUS).strip()[:80]
    sign = written[:1] if written[:1] in ("+", "-") else ""
    estimated = written.endswith("?")
    rest = written.removeprefix(sign).removesuffix("?").strip()
    total, units = Fraction(0), list[str]()
    while rest or not units:
        part = _PART.match(rest)
        code = _unit_of(part[3], bool(part[2])) if part is not None and part[3] else unit
        if part is None or code is None or (not part[3] and (units or part.end() < len(rest))):
            raise unknown
        amount, size = _number(part[1]) + (Fraction(1, 2) if part[4] else 0), unit_minutes(code, profile)
        if units and size >= unit_minutes(units[-1], profile):  # 2d 3d is a slip, 2d 3h is not
            raise unknown
        total += amount * size
        units.append(code)
        rest = rest[part.end() :]
    minutes = round(-total if sign == "-" else total)
    if abs(minutes) > MAX_MINUTES or (minutes < 0 and not signed):
        raise unknown
    return Span(minutes, units[0], estimated)


def _number(text: str) -> Fraction:
    if text == "半":
        return Fraction(1, 2)
    return Fraction(_DIGITS.get(text) or text.replace(",", "."))


def _unit_of(word: str, elapsed: bool) -> str | None:
    """The code of a unit; None where there is none of that name."""
    word = word.lower()
    code = _UNITS.get(word) or _UNITS.get(word.removeprefix("个"))
    if code is None and word[:1] == "e":
        elapsed, code = True, _UNITS.get(word[1:])
    if code is None:
        return None
    return f"e{code}" if elapsed and not code.startswith("e") else code


def duration_text(
    minutes: int, unit: str, profile: ProjectProfile, words: Callable[..., str], *, estimated: bool = False
) -> str:
    """``3d``, ``1.5w``, ``4h?``: at most two decimals, in the language of ``words``."""
    return _worded(f"{minutes / unit_minutes(unit, profile):.2f}", unit, words, estimated=estimated)


def exact_duration_text(
    minutes: int, unit: str, profile: ProjectProfile, words: Callable[..., str], *, estimated: bool = False
) -> str:
    """As :func:`duration_text` with as many decimals as it takes to be read back as the same minutes."""
    size, places = unit_minutes(unit, profile), 2
    while round(Fraction(number := f"{minutes / size:.{places}f}") * size) != minutes:
        places += 1  # half a minute is more than 10^-5 of a month, so that this ends
    return _worded(number, unit, words, estimated=estimated)


def _worded(number: str, unit: str, words: Callable[..., str], *, estimated: bool) -> str:
    return words(_LABELS[unit], n=number.rstrip("0").rstrip(".")) + ("?" if estimated else "")
