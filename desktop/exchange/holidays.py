"""Lists of holidays from elsewhere: iCalendar, CSV, and JSON in the form of our own pack.

Days become exceptions of a calendar: off, or working where a word in the name or the column ``working`` says
that the day is worked to make up for another. What cannot be read is left out and counted.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.plan import CalendarException
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling.bands import STANDARD_DAY, format_bands
from desktop.domain.scheduling.recurrence import parse_rule
from desktop.i18n import CHINESE, N_

sentences(
    holidays_unreadable=N_(
        "“{file}” holds no list of holidays that can be read. Nothing was changed; iCalendar (.ics), CSV with a "
        "column “date”, and JSON are understood."
    ),
    holidays_too_big=N_("“{file}” is too big for a list of holidays. Nothing was changed."),
)

LIMIT = 4_000_000
"""Bytes; the holidays of a century take a tenth of it."""
MOST_DAYS = 5000
LONGEST = 62
"""Days that one holiday may last; longer ones are not holidays."""
FIRST_YEAR, LAST_YEAR = 1900, 2399
NAME_LIMIT = 200
WORKED = re.compile(r"[（(]班[）)]|^班$|补班|上班|make-?up work|working day", re.IGNORECASE)
"""Names of days that are worked instead of others; 调休 alone may be either and counts with 上班 or 班."""
YES = frozenset({"1", "true", "yes", "y", "是", "班", "补班", "上班", "调休", "work", "working"})
COLUMNS = {
    "from": ("date", "from", "start", "日期", "开始", "开始日期"),
    "to": ("to", "end", "finish", "until", "结束", "结束日期"),
    "name": ("name", "summary", "holiday", "名称", "节日", "节假日", "说明"),
    "working": ("working", "workday", "work", "type", "上班", "是否上班", "类型"),
}


@dataclass(frozen=True, slots=True)
class HolidayList:
    """What a file says, in order of date."""

    exceptions: tuple[CalendarException, ...]
    left_out: int
    """Entries that could not be read."""


def read_holidays(path: Path, language: str = CHINESE) -> HolidayList:
    """The days in ``path``; refuses a file that holds none."""
    try:
        if path.stat().st_size > LIMIT:
            raise Rejected("holidays_too_big", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise Rejected("holidays_unreadable", file=path.name) from error
    try:
        found = list(_entries(_decoded(data), language))
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, csv.Error) as error:
        raise Rejected("holidays_unreadable", file=path.name) from error
    days = [item for item in found if item is not None]
    if not days:
        raise Rejected("holidays_unreadable", file=path.name)
    once = dict.fromkeys(sorted(days[:MOST_DAYS], key=lambda item: str(item.start)))
    return HolidayList(tuple(once), len(found) - len(days) + len(days[MOST_DAYS:]))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _entries(text: str, language: str) -> Iterator[CalendarException | None]:
    begin = text.lstrip()
    if begin[:15].upper() == "BEGIN:VCALENDAR":
        return _from_ics(begin)
    return _from_json(begin, language) if begin.startswith(("{", "[")) else _from_csv(text)


def _made(name: object, start: object, finish: object, working: bool, rule: str = "") -> CalendarException | None:
    """An exception, or None where the dates cannot be meant."""
    if not isinstance(start, dt.date) or not isinstance(finish, dt.date):
        return None
    if not FIRST_YEAR <= start.year <= finish.year <= LAST_YEAR or not 0 <= (finish - start).days < LONGEST:
        return None
    words = " ".join("".join(c if c.isprintable() else " " for c in str(name or "")).split())[:NAME_LIMIT]
    bands = format_bands(STANDARD_DAY) if working else ""
    last = None if rule else finish
    return CalendarException(name=words, start=start, finish=last, bands=bands, recurrence=rule, source="imported")


# -- iCalendar ----------------------------------------------------------------------------------


def _from_ics(text: str) -> Iterator[CalendarException | None]:
    from icalendar import Calendar  # takes a while to import, and only this needs it

    for event in Calendar.from_ical(text).walk("VEVENT"):
        try:
            yield _event(event)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            yield None


def _event(event: Any) -> CalendarException | None:
    """A day or days of one event; a moment counts as its day, and an end at midnight is not part of it."""
    start = event.decoded("DTSTART")
    begin = _day_of(start)
    if "DTEND" in event:
        end = event.decoded("DTEND")
        last = _day_of(end)
        if last > begin and (not isinstance(end, dt.datetime) or end.time() == dt.time()):
            last -= dt.timedelta(1)
    elif "DURATION" in event:
        last = begin + max(dt.timedelta(0), event.decoded("DURATION") - dt.timedelta(days=1))
    else:
        last = begin
    name = str(event.get("SUMMARY", ""))
    rule = event["RRULE"].to_ical().decode() if "RRULE" in event else ""
    if rule:
        if begin != last:
            return None  # a recurrence is of single days
        parse_rule(rule)
        return _made(name, begin, begin, bool(WORKED.search(name)), rule)
    return _made(name, begin, last, bool(WORKED.search(name)))


def _day_of(value: Any) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


# -- CSV ----------------------------------------------------------------------------------------


def _from_csv(text: str) -> Iterator[CalendarException | None]:
    first = text.lstrip().split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text.lstrip()), delimiter=mark)
    titles = [title.strip().lower() for title in next(rows, [])]
    at = {key: next((titles.index(word) for word in words if word in titles), -1) for key, words in COLUMNS.items()}
    if at["from"] < 0:
        raise ValueError("no column of dates")

    def cell(row: list[str], key: str) -> str:
        return row[at[key]].strip() if 0 <= at[key] < len(row) else ""

    for row in rows:
        if not any(row):
            continue
        try:
            start = _date(cell(row, "from"))
            finish = _date(cell(row, "to")) if cell(row, "to") else start
        except ValueError:
            yield None
            continue
        name, working = cell(row, "name"), cell(row, "working").lower()
        yield _made(name, start, finish, working in YES if working else bool(WORKED.search(name)))


def _date(text: str) -> dt.date:
    """2026-10-01, 2026/10/1, 2026.10.1, 20261001 or 2026年10月1日."""
    found = (
        re.fullmatch(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?", text.strip()) if text.isascii() or "年" in text else None
    )
    if not found:
        raise ValueError(text[:40])
    return dt.date(*map(int, found.groups()))


# -- JSON ---------------------------------------------------------------------------------------


def _from_json(text: str, language: str) -> Iterator[CalendarException | None]:
    """``{"days": [{"start", "finish", "working", "zh", "en"}]}``, or such a list by itself."""
    whole = json.loads(text)
    days: Iterable[object] = whole.get("days", ()) if isinstance(whole, dict) else whole
    for day in days:
        yield _json_day(day, language) if isinstance(day, Mapping) else None


def _json_day(day: Mapping[str, object], language: str) -> CalendarException | None:
    first = "zh" if language == CHINESE else "en"
    name = day.get(first) or day.get("name") or ""
    begin = day.get("start", day.get("date"))
    try:
        start, finish = _date(str(begin)), _date(str(day.get("finish", begin)))
    except ValueError:
        return None
    return _made(name, start, finish, day.get("working") is True)
