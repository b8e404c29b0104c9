"""How a few texts go on: numbers, dates, codes, weekdays and months, as a spreadsheet continues them."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import re
from collections.abc import Callable, Sequence
from decimal import Decimal

_MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?", re.ASCII)
_NUMBER = re.compile(r"(-?\d+(?:\.\d+)?)(\D*)", re.ASCII)
_DIGITS, _NUMERALS = "0-9", "一二三四五六七八九十"
_SLOT = re.compile(f"([{_DIGITS}]+|[{_NUMERALS}]+)")
_ONES = "一二三四五六七八九"
_WHEELS: tuple[tuple[str, ...], ...] = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    tuple(f"星期{day}" for day in "一二三四五六日"),
    tuple(f"周{day}" for day in "一二三四五六日"),
    (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ("Q1", "Q2", "Q3", "Q4"),
    (*(f"{month}月" for month in "一二三四五六七八九十"), "十一月", "十二月"),
)  # fmt: skip
"""Names that begin anew after the last one."""

Next = Callable[[int], "str | None"]
"""The text so many steps behind the last one; None where there is none."""


def continued(texts: Sequence[str], count: int, *, codes: bool = False) -> list[str] | None:
    """The next ``count`` texts, or None where ``texts`` are no series: too few, all alike, or with uneven steps.

    ``codes`` are counted part by part: 1.9 is followed by 1.10, not by 2.
    """
    cleaned = [text.strip() for text in texts]
    if len(cleaned) < 2 or not all(cleaned) or len(set(cleaned)) == 1:
        return None
    readings = (_dates, _wheel, _slots) if codes else (_dates, _wheel, _numbers, _slots)
    for reading in readings:
        following = reading(cleaned)
        if following is not None:
            found = [following(step) for step in range(1, count + 1)]
            return None if None in found else [text for text in found if text is not None]
    return None


def _step(values: Sequence[int]) -> int:
    """The difference of neighbours where it is the same everywhere, else 0."""
    steps = {after - before for before, after in itertools.pairwise(values)}
    return steps.pop() if len(steps) == 1 else 0


# -- dates --------------------------------------------------------------------------------------


def _dates(texts: Sequence[str]) -> Next | None:
    found = [_MOMENT.fullmatch(text) for text in texts]
    try:
        moments = [dt.datetime(*(int(part or 0) for part in match.groups())) for match in found if match]  # type: ignore[arg-type]
    except ValueError:
        return None
    if len(moments) < len(texts):
        return None
    timed = " " in texts[-1] or "T" in texts[-1]
    last, months = moments[-1], _step([moment.year * 12 + moment.month for moment in moments])
    ends = all(moment.day == calendar.monthrange(moment.year, moment.month)[1] for moment in moments)
    if months and (ends or len({(moment.day, moment.time()) for moment in moments}) == 1):
        return lambda step: _said(_month_later(last, step * months, to_end=ends), timed=timed)
    minutes = _step([round((moment - moments[0]).total_seconds() / 60) for moment in moments])
    return (lambda step: _said(_later(last, step * minutes), timed=timed)) if minutes else None


def _later(moment: dt.datetime, minutes: int) -> dt.datetime | None:
    try:
        return moment + dt.timedelta(minutes=minutes)
    except OverflowError:
        return None


def _month_later(moment: dt.datetime, months: int, *, to_end: bool) -> dt.datetime | None:
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    longest = calendar.monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=longest if to_end else min(moment.day, longest))


def _said(moment: dt.datetime | None, *, timed: bool) -> str | None:
    return None if moment is None else f"{moment:%Y-%m-%d %H:%M}" if timed else f"{moment:%Y-%m-%d}"


# -- names --------------------------------------------------------------------------------------


def _wheel(texts: Sequence[str]) -> Next | None:
    folded = [text.replace("星期天", "星期日").casefold() for text in texts]
    for names in _WHEELS:
        places = {name.casefold(): place for place, name in enumerate(names)}
        if all(text in places for text in folded):
            count = len(names)
            at = [places[text] for text in folded]
            steps = {(after - before) % count for before, after in itertools.pairwise(at)}
            step = steps.pop() if len(steps) == 1 else 0
            return _turned(names, at[-1], step) if step else None
    return None


def _turned(names: Sequence[str], last: int, step: int) -> Next:
    return lambda times: names[(last + step * times) % len(names)]


# -- numbers and codes --------------------------------------------------------------------------


def _numbers(texts: Sequence[str]) -> Next | None:
    """Numbers with the same unit behind them."""
    found = [_NUMBER.fullmatch(text) for text in texts]
    matches = [match for match in found if match]
    if len(matches) < len(texts) or len({match[2].strip() for match in matches}) > 1:
        return None
    values = [Decimal(match[1]) for match in matches]
    steps = {after - before for before, after in itertools.pairwise(values)}
    if len(steps) > 1 or any(re.match("0[0-9]", match[1]) for match in matches):
        return None  # with zeros in front it is a code
    step, last, unit = steps.pop(), values[-1], matches[-1][2]
    positive = min(values) >= 0

    def following(times: int) -> str | None:
        value = last + step * times
        return None if positive and value < 0 else f"{value.normalize():f}{unit}"

    return following if step else None


def _slots(texts: Sequence[str]) -> Next | None:
    """Texts that are alike but for one number in them."""
    parts = [_SLOT.split(text) for text in texts]
    if len({len(each) for each in parts}) > 1:
        return None
    differing = [place for place in range(len(parts[0])) if len({each[place] for each in parts}) > 1]
    if len(differing) != 1 or differing[0] % 2 == 0:
        return None
    at, tokens = differing[0], [each[differing[0]] for each in parts]
    western = tokens[0][0].isascii()
    values = [_counted(token) if token[0].isascii() == western else None for token in tokens]
    if None in values:
        return None
    numbers = [value for value in values if value is not None]
    step, width = _step(numbers), len(tokens[-1]) if any(token[0] == "0" for token in tokens) else 0
    before, after, last = "".join(parts[-1][:at]), "".join(parts[-1][at + 1 :]), numbers[-1]

    def following(times: int) -> str | None:
        value = last + step * times
        token = f"{value:0{width}d}" if western else _chinese(value)
        return f"{before}{token}{after}" if value >= 0 and token else None

    return following if step else None


def _counted(token: str) -> int | None:
    """The value of digits, or of Chinese numerals up to 99."""
    if token.isascii():
        return int(token) if len(token) < 16 else None
    tens, ten, ones = token.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens or not (tens or ten or ones):
        return None
    return 10 * (_ONES.index(tens) + 1 if tens else bool(ten)) + (_ONES.index(ones) + 1 if ones else 0)


def _chinese(value: int) -> str:
    if not 0 < value < 100:
        return ""
    tens, ones = divmod(value, 10)
    front = "" if not tens else "十" if tens == 1 else f"{_ONES[tens - 1]}十"
    return front + (_ONES[ones - 1] if ones else "")
