"""Single values of MSPDI: how times, spans, amounts and codes are written in the file.

Units and codes: Microsoft's XML Schema for Project (mspdi_pj12.xsd and its successors). Money
is in hundredths of the currency whatever its number of decimals; link lag and levelling delay
are tenths of a minute; work and durations are ISO 8601 hours, minutes and seconds, and a
negative one carries its sign on each number, as Project itself writes it.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

LINK_TYPES = {"0": "FF", "1": "FS", "2": "SF", "3": "SS"}
CONSTRAINTS = {
    "0": "asap", "1": "alap", "2": "mso", "3": "mfo", "4": "snet", "5": "snlt", "6": "fnet", "7": "fnlt"
}  # fmt: skip
TASK_TYPES = {"0": "fixed_units", "1": "fixed_duration", "2": "fixed_work"}
EV_METHODS = {"0": "percent", "1": "physical"}
ACCRUALS = {"1": "start", "2": "end", "3": "prorated"}
OLD_FIXED_ACCRUALS = {"1": "start", "2": "prorated", "3": "end"}
"""For fixed costs, as documented and as Project 2003 and earlier wrote; later versions use the codes of resources."""
RATE_TABLES = {"0": "A", "1": "B", "2": "C", "3": "D", "4": "E"}
CONTOURS = {
    "0": "", "1": "back_loaded", "2": "front_loaded", "3": "double_peak", "4": "early_peak", "5": "late_peak",
    "6": "bell", "7": "turtle", "8": "contoured",
}  # fmt: skip
UNITS = {
    3: "m", 4: "em", 5: "h", 6: "eh", 7: "d", 8: "ed", 9: "w", 10: "ew", 11: "mo", 12: "emo"
}  # fmt: skip
PERCENT, ELAPSED_PERCENT, NO_UNIT, ESTIMATED = 19, 20, 21, 32
"""Formats beside :data:`UNITS`; adding 32 marks an estimate (53 is an estimate without unit)."""
FORMATS = {unit: code for code, unit in UNITS.items()}

FIRST_MOMENT = dt.datetime(1900, 1, 1)
LAST_MOMENT = dt.datetime(2199, 12, 31, 23, 59)
"""Years that a plan may have; outside them a date is damage. Project itself ends in 2149."""
MAX_SPAN = 60 * 24 * 366 * 200
"""Minutes in two centuries: what is longer is damage."""

_SPAN = re.compile(
    r"(?P<sign>-?)P(?:(?P<d>-?[\d.]+)D)?(?:T(?:(?P<h>-?[\d.]+)H)?(?:(?P<m>-?[\d.]+)M)?(?:(?P<s>-?[\d.]+)S)?)?"
)
_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?")


class Whole(NamedTuple):
    """A number rounded to whole units, and whether nothing was lost by it."""

    value: int
    exact: bool


def _whole(number: Decimal) -> Whole:
    rounded = int(number.to_integral_value())
    return Whole(rounded, rounded == number)


def read_number(text: str) -> Decimal:
    """A decimal number. Raises ValueError where it is none, or not finite."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite() or abs(number) > 10**15:
        raise ValueError(text)
    return number


def read_whole(text: str) -> int:
    """A whole number; decimals are rounded. Raises ValueError."""
    if len(text) < 16 and text.isascii() and text.isdecimal():  # as nearly all are
        return int(text)
    return _whole(read_number(text)).value


def read_flag(text: str) -> bool:
    """``1``, ``true`` or ``0``, ``false``. Raises ValueError."""
    written = text.strip().lower()
    if written in {"1", "true"}:
        return True
    if written in {"0", "false"}:
        return False
    raise ValueError(text)


@lru_cache(maxsize=4096)
def read_span(text: str) -> Whole:
    """Whole minutes of ``PT8H30M0S``. Raises ValueError."""
    found = _SPAN.fullmatch(text.strip())
    if found is None or not any(found[part] for part in "dhms"):
        raise ValueError(text)
    total = Decimal(0)
    for part, seconds in (("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)):
        if found[part]:
            total += read_number(found[part]) * seconds
    if abs(total) > MAX_SPAN * 60:
        raise ValueError(text)
    return _whole((-total if found["sign"] else total) / 60)


def span_text(minutes: int) -> str:
    """``PT8H30M0S``; a negative span as ``PT-8H-30M0S``."""
    sign = "-" if minutes < 0 else ""
    hours, rest = divmod(abs(minutes), 60)
    return f"PT{sign if hours else ''}{hours}H{sign if rest else ''}{rest}M0S"


def read_moment(text: str) -> dt.datetime:
    """Naive local time to the minute; a zone is dropped. Raises ValueError for a day that does not exist."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    extra = dt.timedelta(0)
    if hour == 24 and not minute and not second:
        hour, extra = 0, dt.timedelta(1)
    try:
        made = dt.datetime(year, month, day, hour, minute, min(second, 59)) + extra
    except OverflowError:
        raise ValueError(text) from None
    if second >= 30:
        made += dt.timedelta(minutes=1)
    made = made.replace(second=0)
    if not FIRST_MOMENT <= made <= LAST_MOMENT:
        raise ValueError(text)
    return made


def moment_text(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:00")


def read_time(text: str) -> int:
    """Minutes since midnight; 1440 for ``24:00:00``. Raises ValueError."""
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?", text.strip())
    if found is None:
        raise ValueError(text)
    minutes = int(found[1]) * 60 + int(found[2])
    if int(found[2]) > 59 or minutes > 1440:
        raise ValueError(text)
    return minutes


def time_text(minutes: int) -> str:
    """``08:00:00``; midnight at the end of a day is ``00:00:00``, as Project writes it."""
    hours, rest = divmod(minutes % 1440, 60)
    return f"{hours:02d}:{rest:02d}:00"


def read_money(text: str, digits: int) -> Whole:
    """Minor units of a currency with ``digits`` decimals, from hundredths. Raises ValueError."""
    return _whole(read_number(text).scaleb(digits - 2))


def money_text(minor: int, digits: int) -> str:
    return plain(Decimal(minor).scaleb(2 - digits))


def read_rate(text: str, digits: int) -> Whole:
    """Minor units per hour; the file has currency units per hour. Raises ValueError."""
    return _whole(read_number(text).scaleb(digits))


def rate_text(minor: int, digits: int) -> str:
    return plain(Decimal(minor).scaleb(-digits))


@lru_cache(maxsize=4096)
def read_share(text: str) -> Whole:
    """Whole per cent; the file has 1 for 100 %. Raises ValueError."""
    return _whole(read_number(text) * 100)


def share_text(percent: int) -> str:
    return plain(Decimal(percent).scaleb(-2))


def plain(number: Decimal) -> str:
    """Digits without an exponent or needless zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=4096)
def read_tenths(text: str) -> Whole:
    """Whole minutes from tenths of a minute. Raises ValueError."""
    return _whole(read_number(text) / 10)


def unit_of(code: int) -> tuple[str, bool]:
    """(unit, estimated) of a duration format; unit "" where it names none. Raises ValueError."""
    estimated = code >= ESTIMATED
    base = code - ESTIMATED if estimated else code
    if base in UNITS:
        return UNITS[base], estimated
    if base in (NO_UNIT, PERCENT, ELAPSED_PERCENT):
        return "", estimated
    raise ValueError(code)


def format_of(unit: str, estimated: bool = False) -> str:
    """The duration format code of a unit."""
    return str(FORMATS[unit] + (ESTIMATED if estimated else 0))
