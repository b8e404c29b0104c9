"""Working time of one day as written: ``08:00-12:00 13:00-17:00``.

Bands are pairs of minutes after midnight of the day they belong to, in order and apart. A band
that ends at or before its start runs past midnight: ``22:00-06:00`` is (1320, 1800) and belongs
to the evening on which it starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from desktop.domain.rejection import Rejected

Bands = tuple[tuple[int, int], ...]

DAY_OFF: Bands = ()
STANDARD_DAY: Bands = ((480, 720), (780, 1020))
STANDARD_WEEK: tuple[Bands, ...] = (STANDARD_DAY,) * 5 + (DAY_OFF,) * 2
"""Monday to Friday 08:00-12:00 and 13:00-17:00; index 0 is Monday."""

_BAND = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—~～至]\s*(\d{1,2})[:：](\d{2})")
_BETWEEN = re.compile(r"[\s,，;；、]*")


@lru_cache(maxsize=4096)
def parse_bands(text: str) -> Bands:
    """Bands of ``text``; empty text is a day off. Raises ``Rejected("calendar_bands", value=…)``."""
    found: list[tuple[int, int]] = []
    position = _skip(text, 0)
    while position < len(text):
        match = _BAND.match(text, position)
        if match is None:
            raise Rejected("calendar_bands", value=text[:80])
        hour, minute, to_hour, to_minute = map(int, match.groups())
        start, end = hour * 60 + minute, to_hour * 60 + to_minute
        if minute > 59 or to_minute > 59 or start >= 1440 or end > 1440:
            raise Rejected("calendar_bands", value=text[:80])
        found.append((start, end if end > start else end + 1440))
        position = _skip(text, match.end())
    found.sort()
    if any(later < earlier for (_, earlier), (later, _) in pairwise(found)):
        raise Rejected("calendar_bands", value=text[:80])
    return merge(found)


def _skip(text: str, position: int) -> int:
    match = _BETWEEN.match(text, position)
    return match.end() if match else position


def format_bands(bands: Bands) -> str:
    """The text that :func:`parse_bands` reads as ``bands``."""
    return " ".join(f"{_clock(start)}-{_clock(end if end <= 1440 else end - 1440)}" for start, end in bands)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def merge(bands: Iterable[tuple[int, int]]) -> Bands:
    """Sorted ``bands`` with those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in bands:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def intersect(left: Bands, right: Bands) -> Bands:
    """Time that lies in both; each must be sorted and apart."""
    common = []
    i = j = 0
    while i < len(left) and j < len(right):
        start, end = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if start < end:
            common.append((start, end))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return tuple(common)
