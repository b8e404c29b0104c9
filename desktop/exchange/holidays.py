"""Lists of holidays from elsewhere: iCalendar, CSV, and JSON in the form of our own pack.

Days become exceptions of a calendar: off, or working where a word in the name or the column ``working`` says
that the day is worked to make up for another. Working hours, and whether a day is official or provisional, are
taken where the list says so, as those written by ``holidays_out`` do. What cannot be read is left out and counted.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from desktop.domain.plan import CalendarException
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling.bands import STANDARD_DAY, format_bands, parse_bands
from desktop.domain.scheduling.holidays import HolidayList
from desktop.domain.scheduling.recurrence import parse_rule
from desktop.exchange.formulas import unguarded
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
    "from": ("date", "from", "start", "first day", "日期", "开始", "开始日期"),
    "to": ("to", "end", "finish", "until", "last day", "结束", "结束日期"),
    "name": ("name", "summary", "holiday", "名称", "节日", "节假日", "说明"),
    "working": ("working", "workday", "work", "type", "上班", "是否上班", "类型"),
    "hours": ("hours", "working time", "工作时间"),
    "status": ("status", "状态", "性质"),
    "recurrence": ("recurrence", "rrule", "重复", "重复规则"),
}
STATUS = {"official": "official", "正式": "official", "官方": "official", "provisional": "provisional",
          "暂定": "provisional", "tentative": "provisional"}  # fmt: skip
"""Words by which a list tells what was announced from what is only expected."""
Make = Callable[..., CalendarException | None]
HOURS, SOURCE = "X-PILOTAGE-HOURS", "X-PILOTAGE-STATUS"
"""Properties of our own in iCalendar."""


def read_holidays(path: Path, language: str = CHINESE, bands: str = "") -> HolidayList:
    """The days in ``path``; refuses a file that holds none.

    Days that are worked get the hours that the list gives, or else ``bands``, or else the standard day.
    """
    try:
        if path.stat().st_size > LIMIT:
            raise Rejected("holidays_too_big", file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise Rejected("holidays_unreadable", file=path.name) from error
    try:
        found = list(_entries(_decoded(data), language, partial(_made, bands or format_bands(STANDARD_DAY))))
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


def _entries(text: str, language: str, make: Make) -> Iterator[CalendarException | None]:
    begin = text.lstrip()
    if begin[:15].upper() == "BEGIN:VCALENDAR":
        return _from_ics(begin, make)
    return _from_json(begin, language, make) if begin.startswith(("{", "[")) else _from_csv(text, make)


def _made(
    usual: str, name: object, start: object, finish: object, working: bool, *,
    rule: str = "", hours: object = "", status: object = "",
) -> CalendarException | None:  # fmt: skip
    """An exception, or None where the dates cannot be meant; ``usual`` are the hours of a day that is worked."""
    if not isinstance(start, dt.date) or not isinstance(finish, dt.date):
        return None
    longest = LONGEST if not rule else (LAST_YEAR - FIRST_YEAR) * 366
    if not FIRST_YEAR <= start.year <= finish.year <= LAST_YEAR or not 0 <= (finish - start).days < longest:
        return None
    words = " ".join("".join(c if c.isprintable() else " " for c in str(name or "")).split())[:NAME_LIMIT]
    bands = (_bands(str(hours or "")) or usual) if working else ""
    source = STATUS.get(str(status or "").strip().lower(), "imported")
    last = None if rule and finish == start else finish
    return CalendarException(name=words, start=start, finish=last, bands=bands, recurrence=rule, source=source)


def _bands(text: str) -> str:
    """Working time in our own form; "" where there is none that can be read."""
    try:
        return format_bands(parse_bands(text))
    except Rejected:
        return ""


def _rule(text: str) -> str:
    """A recurrence that can be followed; ValueError where it cannot."""
    if text:
        parse_rule(text)
    return text


# -- iCalendar ----------------------------------------------------------------------------------


def _from_ics(text: str, make: Make) -> Iterator[CalendarException | None]:
    from icalendar import Calendar  # takes a while to import, and only this needs it

    for event in Calendar.from_ical(text).walk("VEVENT"):
        try:
            yield _event(event, make)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            yield None


def _event(event: Any, make: Make) -> CalendarException | None:
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
    name, hours = str(event.get("SUMMARY", "")), str(event.get(HOURS, ""))
    rule = _rule(event["RRULE"].to_ical().decode() if "RRULE" in event else "")
    if rule and begin != last:
        return None  # a recurrence is of single days
    working = bool(hours.strip()) if HOURS in event else bool(WORKED.search(name))
    status = event.get(SOURCE, "provisional" if event.get("STATUS") == "TENTATIVE" else "")
    return make(name, begin, last, working, rule=rule, hours=hours, status=status)


def _day_of(value: Any) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


# -- CSV ----------------------------------------------------------------------------------------


def _from_csv(text: str, make: Make) -> Iterator[CalendarException | None]:
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
            rule = _rule(cell(row, "recurrence"))
        except ValueError:
            yield None
            continue
        name, working = cell(row, "name"), cell(row, "working").lower()
        worked = working in YES if working else bool(WORKED.search(name))
        hours, status = cell(row, "hours"), cell(row, "status")
        yield make(unguarded(name), start, finish, worked, rule=rule, hours=hours, status=status)


def _date(text: str) -> dt.date:
    """2026-10-01, 2026/10/1, 2026.10.1, 20261001 or 2026年10月1日."""
    found = (
        re.fullmatch(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?", text.strip()) if text.isascii() or "年" in text else None
    )
    if not found:
        raise ValueError(text[:40])
    return dt.date(*map(int, found.groups()))


# -- JSON ---------------------------------------------------------------------------------------


def _from_json(text: str, language: str, make: Make) -> Iterator[CalendarException | None]:
    """``{"days": [{"start", "finish", "working", "zh", "en", "status", "hours"}]}``, or such a list by itself."""
    whole = json.loads(text)
    days: Iterable[object] = whole.get("days", ()) if isinstance(whole, dict) else whole
    for day in days:
        yield _json_day(day, language, make) if isinstance(day, Mapping) else None


def _json_day(day: Mapping[str, object], language: str, make: Make) -> CalendarException | None:
    first = "zh" if language == CHINESE else "en"
    name = day.get(first) or day.get("name") or ""
    begin = day.get("start", day.get("date"))
    try:
        start, finish = _date(str(begin)), _date(str(day.get("finish") or begin))
        rule = _rule(str(day.get("recurrence") or ""))
    except (ValueError, OverflowError):
        return None
    hours, status = day.get("hours"), day.get("status")
    return make(name, start, finish, day.get("working") is True, rule=rule, hours=hours, status=status)
