"""Dates as other programs and other countries write them, put into the order of ISO.

Spreadsheets keep real dates apart from texts; what arrives here is text. Which of day and month comes first is
told by the column itself where any of its dates allows one order only; otherwise a person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from desktop.domain.tables import DATE_ORDERS, DAY_FIRST, MONTH_FIRST, YEAR_FIRST

_WEEKDAY = re.compile(
    r"^(?:(?:周|星期)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)[,，.]?\s+(?=\d|[a-z])", re.IGNORECASE
)
"""What Project writes in front of a day."""
_MARK = re.compile(r"\s*[A*]$")
"""Primavera writes A behind an actual date and * behind a constrained one."""
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAMED = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\-./]+(?P<month>[a-z]{3,9})\.?[\s\-./,]+(?P<year>\d{4}|\d{2})(?!\d)"
    r"|(?P<month2>[a-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)")
_CLOCK = re.compile(r"(?P<before>上午|下午|中午|晚上|[ap]\.?m\.?)?\s*(?P<hour>\d{1,2})[:：.](?P<minute>\d{2})"
                    r"(?:[:：.]\d{2})?(?:[.]\d+)?\s*(?P<after>[ap]\.?m\.?)?$", re.IGNORECASE)  # fmt: skip
_AFTERNOON = ("下午", "晚上", "p")


def order_of(texts: Iterable[str], this_year: int) -> tuple[str, bool]:
    """The order in which ``texts`` write day, month and year, "" where no text needs one; and whether it is a guess.

    The order that fits the most of them counts; where several do, the one whose years are nearer to
    ``this_year``, then the usual one for the sign between the numbers (points: day first), which is a guess.
    """
    fits = dict.fromkeys(DATE_ORDERS, 0)
    distance = dict.fromkeys(DATE_ORDERS, 0)
    points = False
    for text, times in Counter(texts).items():  # a column says the same day again and again
        found = _NUMBERS.match(_bare(text))
        if found is None or len(found[1]) == 4:
            continue
        points = points or found[2] == "."
        for order in DATE_ORDERS:
            year, month, day = _placed(found[1], found[3], found[4], order)
            wrong = order == YEAR_FIRST and len(found[4]) == 4
            if not wrong and len(year) in (2, 4) and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
                fits[order] += times
                distance[order] += times * abs((_year(year) or 0) - this_year)
    most = max(fits.values())
    if not most:
        return "", False
    best = [order for order in DATE_ORDERS if fits[order] == most]
    nearest = min(distance[order] for order in best)
    best = [order for order in best if distance[order] == nearest]
    usual = DAY_FIRST if points else MONTH_FIRST
    return (usual if usual in best else best[0]), len(best) > 1


def in_iso(text: str, order: str) -> str:
    """``text`` with its date as ``2026-06-30`` and its time as ``17:00``; unchanged where it is no such date.

    ``order`` decides where the numbers do not. A year of two digits lies between 1970 and 2069.
    """
    bare = _bare(text)
    found = _NAMED.match(bare)
    if found:
        month = (found["month"] or found["month2"])[:3].lower()
        if month not in _MONTHS:
            return text
        parts = (found["year"] or found["year2"], _MONTHS.index(month) + 1, int(found["day"] or found["day2"]))
    else:
        found = _NUMBERS.match(bare)
        if found is None:
            return text
        year, month, day = _placed(found[1], found[3], found[4], order)
        if len(year) == 4 == len(found[4]) and order != YEAR_FIRST and int(month) > 12 >= int(day):
            month, day = day, month  # this one can be read in one way only
        parts = (year, int(month), int(day))
    written = _year(parts[0])
    time = _time(bare[found.end() :])
    if written is None or time is None:
        return text
    return f"{written:04d}-{parts[1]:02d}-{parts[2]:02d}{time}"


def _bare(text: str) -> str:
    return _MARK.sub("", _WEEKDAY.sub("", text.strip()))


def _placed(one: str, two: str, three: str, order: str) -> tuple[str, str, str]:
    """(year, month, day); four digits are the year wherever they stand."""
    if len(one) == 4 or (order == YEAR_FIRST and len(three) < 4):
        return one, two, three
    return (three, two, one) if order == DAY_FIRST else (three, one, two)


def _year(text: str) -> int | None:
    if len(text) > 2:
        return int(text) if len(text) == 4 else None
    return int(text) + (2000 if int(text) < 70 else 1900)


def _time(rest: str) -> str | None:
    """What stands behind a day, as `` 17:00``; None where it is no time."""
    rest = rest.strip().strip(",T").strip()
    if not rest:
        return ""
    found = _CLOCK.fullmatch(rest)
    if found is None:
        return None
    half = (found["before"] or found["after"] or "").lower()
    hour, minute = int(found["hour"]), int(found["minute"])
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith(_AFTERNOON) or (half == "中午" and hour % 12 < 10) else 0)
    return f" {hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
