"""A year of a calendar on one page, as a PDF file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.domain.scheduling.calendar_days import chain_of
from desktop.models.calendar_draft import CalendarDraft
from desktop.publish import publish_bytes
from desktop.views.save_dialog import file_name


def usual_name(calendar: str, year: int) -> str:
    """What the file is called where nobody says otherwise."""
    return file_name(f"{' '.join(calendar.split())[:60]} {year}", "pdf")


def write_year(draft: CalendarDraft, identity: str, year: int, week_begins: int, target: Path) -> None:
    """The year as the draft has it, under the names of the calendar and of those it is derived from. Raises
    Rejected."""
    from desktop.views.calendars.paper import year_pdf  # an editor opens without it

    days = draft.days(identity, dt.date(year, 1, 1), dt.date(year, 12, 31))
    names = " ← ".join(" ".join(one.name.split())[:80] for one in chain_of(draft.records, identity))
    publish_bytes(target, year_pdf(names, year, days, week_begins))
