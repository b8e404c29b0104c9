"""The cells of one row as a task; what cannot be read is left out and remembered."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from desktop.domain.durations import read_duration
from desktop.domain.headings import PLAIN
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.reading import read_moment, read_value
from desktop.domain.rejection import Rejected, Term
from desktop.domain.table_dates import in_iso
from desktop.domain.table_text import as_percent
from desktop.domain.validation import check_value

DAY = 480
"""Minutes of a working day, as a new project has them."""
MORNING, EVENING = dt.time(8), dt.time(17)
_MOMENTS = ("deadline", "constraint_date", "actual_start", "actual_finish")
_LATE = frozenset({"finish", "deadline", "actual_finish"})

Row = Mapping[str, str]


class TaskCells:
    """Reads the rows of one table; ``problems`` holds, by row and field, why a cell could not be read."""

    def __init__(self, profile: ProjectProfile, date_order: str, today: dt.date) -> None:
        self._profile, self._order, self._today = profile, date_order, today
        self._blank = Project([profile])
        nothing: dict[str, Any] = {"id": ""}
        self._nothing = Task(**nothing)
        self.problems: dict[tuple[int, str], Rejected] = {}

    def task(self, at: int, row: Row, fields: dict[str, Any]) -> Task:
        """The task of row ``at``; ``fields`` are those that its place in the table decides."""
        facts: dict[str, Any] = fields | {"name": " ".join(row["name"].split())}
        for key in ("percent_complete", *PLAIN):
            if row.get(key, "").strip():
                facts |= self._plain(at, key, row[key])
        facts |= self._duration(at, row, milestone=facts.get("milestone", False))
        for key in ("start", "finish"):
            facts[f"recorded_{key}"] = self.moment(at, row, key)
        return Task(**facts)

    def moment(self, at: int, row: Row, key: str, *, quiet: bool = False) -> dt.datetime | None:
        """The date in a cell; a day without a time is its morning, or its evening where something ends."""
        text, time = row.get(key, "").strip(), EVENING if key in _LATE else MORNING
        if not text:
            return None
        try:
            if re.fullmatch(r"\d{5}(?:\.\d+)?", text):  # a date that lost its format: days since the end of 1899
                day = dt.datetime(1899, 12, 30) + dt.timedelta(minutes=round(float(text) * 1440))
                return dt.datetime.combine(day.date(), time) if day.time() == dt.time() else day
            return read_moment(in_iso(text, self._order), self._today, None, time)
        except OverflowError:
            refusal = Rejected("date_unreadable", value=text[:80])
        except Rejected as refused:
            refusal = refused
        if not quiet:
            self.problems[at, key] = refusal
        return None

    def _plain(self, at: int, key: str, text: str) -> dict[str, Any]:
        """The field of one cell; nothing where it cannot be read."""
        if key in _MOMENTS:
            found = self.moment(at, {key: text}, key)
            return {} if found is None else {key: found}
        spec = Task.info.specs[key]
        try:
            written = as_percent(text) if key == "percent_complete" else text
            value = read_value(self._blank, self._nothing, spec, written, self._today)
            if value is None:
                return {}
            check_value(self._blank, spec, value)
        except Rejected as refusal:
            self.problems[at, key] = refusal
            return {}
        return {key: value}

    def _duration(self, at: int, row: Row, *, milestone: bool) -> dict[str, Any]:
        """Duration and what goes with it; ``milestone`` is whether another cell says that the task is one."""
        text = row.get("duration", "").strip()
        if text:
            try:
                span = read_duration(text, self._profile)
                check_value(self._blank, Task.info.specs["duration"], span.minutes)
            except Rejected as refusal:
                self.problems[at, "duration"] = refusal
            else:
                return {
                    "duration": span.minutes, "duration_unit": span.unit, "estimated": span.estimated,
                    "milestone": milestone or span.minutes == 0,
                }  # fmt: skip
        if milestone:
            return {"duration": 0}
        start, finish = (self.moment(at, row, key, quiet=True) for key in ("start", "finish"))
        if start and finish and finish >= start:
            return {"duration": self._working(start.date(), finish.date())}
        return {}

    def _working(self, first: dt.date, last: dt.date) -> int:
        """Minutes of the weekdays from ``first`` to ``last``, one at least."""
        weeks, rest = divmod((last - first).days + 1, 7)
        days = weeks * 5 + sum((first + dt.timedelta(day)).weekday() < 5 for day in range(rest))
        return max(days, 1) * self._profile.minutes_per_day


def unknown(row: Row, key: str, title: str) -> Rejected:
    """Why a cell that names other rows could not be read."""
    return Rejected("type", field=Term(title), value=row.get(key, "")[:80])

