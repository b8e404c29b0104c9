"""The exceptions of a calendar as a list of holidays: iCalendar, CSV, or JSON, for people and for other programs.

``exchange.holidays`` reads all three back as they were, working hours and recurrence included.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

from desktop.domain.plan import EXCEPTION_SOURCE, Calendar, CalendarException
from desktop.exchange.formulas import guarded
from desktop.exchange.holidays import HOURS, SOURCE
from desktop.i18n import N_, Words
from desktop.publish import publish_bytes

MAKER = "-//Pilotage//Pilotage//EN"


def write_holidays(calendar: Calendar, target: Path, words: Words, *, now: dt.datetime) -> None:
    """Write the exceptions of ``calendar`` that have a date, whole or not at all; the suffix says in which form.

    ``now`` is local time.
    """
    days = [item for item in calendar.exceptions if item.start is not None]
    make = {".csv": _csv, ".json": _json}.get(target.suffix.lower())
    publish_bytes(target, make(calendar, days, words) if make else _ics(calendar, days, now))


def _csv(calendar: Calendar, days: list[CalendarException], words: Words) -> bytes:
    del calendar
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    titles = [words(N_("First day")), words(N_("Last day")), words(N_("Name")), words("Working", "column of days")]
    writer.writerow([*titles, *(words(title) for title in (N_("Working time"), N_("Status"), N_("Recurrence")))])
    for item in days:
        working = words("yes", "working day") if item.bands else words("no", "working day")
        status = words(EXCEPTION_SOURCE[item.source])
        days_named = (item.start, item.finish or "", guarded(item.name))
        writer.writerow([*days_named, working, item.bands, status, item.recurrence])
    return made.getvalue().encode("utf-8-sig", "replace")


def _json(calendar: Calendar, days: list[CalendarException], words: Words) -> bytes:
    del words
    lines: list[dict[str, Any]] = [
        {
            "start": str(item.start), "finish": str(item.finish or item.start), "working": bool(item.bands),
            "name": item.name, "hours": item.bands, "status": item.source, "recurrence": item.recurrence,
        }
        for item in days
    ]  # fmt: skip
    whole = {"format": 1, "calendar": calendar.name, "holidays": calendar.holidays, "days": lines}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _ics(calendar: Calendar, days: list[CalendarException], now: dt.datetime) -> bytes:
    import icalendar

    book = icalendar.Calendar()
    book.add("prodid", MAKER)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", calendar.name)
    stamp = now.astimezone(dt.UTC).replace(microsecond=0)
    for item in days:
        assert item.start is not None
        event = icalendar.Event()
        event.add("uid", f"{calendar.id}-{item.start:%Y%m%d}-{'work' if item.bands else 'off'}@pilotage.invalid")
        event.add("dtstamp", stamp)
        event.add("dtstart", item.start)
        event.add("dtend", (item.finish if item.finish and not item.recurrence else item.start) + dt.timedelta(1))
        event.add("summary", "".join(sign for sign in item.name if sign >= " " and not "\ud800" <= sign <= "\udfff"))
        event.add("status", "TENTATIVE" if item.source == "provisional" else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add(HOURS.lower(), item.bands)
        event.add(SOURCE.lower(), item.source)
        if item.recurrence:
            ends = "UNTIL" in item.recurrence or "COUNT" in item.recurrence or item.finish is None
            until = "" if ends else f";UNTIL={item.finish:%Y%m%d}"
            event.add("rrule", icalendar.vRecur.from_ical(item.recurrence.removeprefix("RRULE:") + until))
        book.add_component(event)
    return bytes(book.to_ical())
