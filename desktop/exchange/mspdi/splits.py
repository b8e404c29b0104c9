"""Where the work of a task is interrupted, found in the work over time of its assignments.

Project writes no split as such. It writes, for every assignment, how much work falls into which
period; a split is a period without work in which the one who does the work could have worked. A task
is interrupted only where all its assignments are. Dates serve as a pattern of parts and gaps: the
scheduler moves the pattern to wherever the task is.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from desktop.domain.imports import APPROXIMATED, Findings
from desktop.domain.plan import Calendar, Split, Task
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.clock import to_datetime, to_minutes
from desktop.domain.scheduling.crew import WORKING
from desktop.exchange.mspdi import values
from desktop.exchange.mspdi.read_resources import ResourceTable
from desktop.exchange.mspdi.read_tasks import TaskTable
from desktop.i18n import N_

PLANNED, ACTUAL = "1", "2"
"""Types of TimephasedData that say when an assignment is worked on."""

SPLIT = N_("Split tasks, parts read from the work over time: {n}")

Periods = list[tuple[int, int]]


class SplitReader:
    """Compares work over time with the calendars of those who do it."""

    def __init__(
        self, root: Element, calendars: Mapping[str, Calendar], project_calendar: str, findings: Findings
    ) -> None:
        self.root = root
        self.findings = findings
        self._calendars = calendars
        self._project_calendar = project_calendar
        self._book: CalendarBook | None = None

    def project_calendar(self) -> WorkCalendar:
        """The project calendar, compiled."""
        return self.calendar(self._project_calendar)

    def calendar(self, identity: str | None, near: Task | None = None) -> WorkCalendar:
        """The calendar of that record, or the project's; laid out around the dates of ``near``."""
        if self._book is None:
            first = near.recorded_start.toordinal() if near and near.recorded_start else 730_000
            self._book = CalendarBook(self._calendars, first - 366, first + 1098)
        book = self._book
        return book.get(identity) or book.get(self._project_calendar) or book.standard

    def calendars(self, task: Task, resource_calendar: str | None) -> tuple[WorkCalendar, WorkCalendar]:
        """The calendar of the task, and that of somebody who works on it."""
        own, theirs = self.calendar(task.calendar, task), self.calendar(resource_calendar, task)
        if task.calendar and self._book is not None:
            theirs = own if task.ignore_resource_calendar else self._book.intersection(own, theirs)
        return own, theirs

    def parts(
        self, task: Task, assignments: Iterable[tuple[Element, str | None]], whole: Iterable[Element] = ()
    ) -> tuple[Split, ...]:
        """The parts of an interrupted task; nothing for one that is not.

        ``assignments`` have work over time; ``whole`` are others, worked on from beginning to end.
        """
        own = self.calendar(task.calendar, task)
        worked: Periods = []
        idle: Periods = []
        for element, resource_calendar in assignments:
            own, theirs = self.calendars(task, resource_calendar)
            periods = _worked(element, theirs)
            worked += periods
            idle += [gap for gap in _gaps(periods) if theirs.between(*gap) > 0]
        if not idle:
            return ()
        joined = _joined(worked + [period for element in whole if (period := _extent(element))])
        idle = _joined(idle)
        ends = [end for _, end in idle]
        made = [joined[0]]
        for start, finish in joined[1:]:
            begun, end = made[-1]
            at = bisect.bisect_right(ends, end)  # the first of them that does not lie before the gap
            if own.between(end, start) > 0 and at < len(idle) and idle[at][0] < start:
                made.append((start, finish))
            else:
                made[-1] = (begun, finish)
        if len(made) < 2:
            return ()
        return tuple(Split(start=to_datetime(start), finish=to_datetime(finish)) for start, finish in made)


def with_splits(tasks: TaskTable, resources: ResourceTable, reader: SplitReader) -> list[Task]:
    """The tasks of ``tasks``, those that are interrupted with their parts."""
    found: dict[str, list[tuple[Element, str | None]]] = {}
    beside: dict[str, list[tuple[Element, str | None]]] = {}  # material and money, which do not set the pace
    whole: dict[str, list[Element]] = {}  # work that lies in one piece, for all that the file says
    for element in reader.root.iterfind("Assignments/Assignment"):
        if (task := tasks.by_uid.get(_number(element, "TaskUID"))) is None:
            continue
        resource = resources.by_uid.get(_number(element, "ResourceUID"))
        works = resource is None or resource.kind in WORKING
        if element.find("TimephasedData") is not None:
            kind = found if works else beside
            kind.setdefault(task.id, []).append((element, resource.calendar if resource else None))
        elif works:
            whole.setdefault(task.id, []).append(element)
    found = beside | found
    made = []
    for task in tasks.records:
        plain = task.id not in found or task.id in tasks.summaries or task.elapsed
        parts = () if plain else reader.parts(task, found[task.id], whole.get(task.id, ()))
        if parts:
            reader.findings.note(APPROXIMATED, SPLIT, task.name)
        made.append(task.replace(splits=parts) if parts else task)
    return made


def _number(element: Element, tag: str) -> int:
    try:
        return values.read_whole(element.findtext(tag, "-65535"))
    except ValueError:
        return -65535


def _extent(element: Element) -> tuple[int, int] | None:
    """From the start of an assignment to its finish; None where it has no work."""
    try:
        amount = values.read_span(element.findtext("Work") or "PT0M").value
        start, finish = (to_minutes(values.read_moment(element.findtext(tag, ""))) for tag in ("Start", "Finish"))
    except ValueError:
        return None
    return (start, finish) if amount > 0 and start < finish else None


def _worked(element: Element, calendar: WorkCalendar) -> Periods:
    """Periods with work, in order, trimmed to working time."""
    made = []
    for item in element.iterfind("TimephasedData"):
        if item.findtext("Type", "").strip() not in (PLANNED, ACTUAL):
            continue
        try:
            amount = values.read_span(item.findtext("Value") or "PT0M").value
            start, finish = (to_minutes(values.read_moment(item.findtext(tag, ""))) for tag in ("Start", "Finish"))
        except ValueError:
            continue
        if amount > 0 and start < finish:
            trimmed = calendar.place(start, 0)[0], calendar.place_back(finish, 0)[1]
            made.append(trimmed if trimmed[0] < trimmed[1] else (start, finish))
    return _joined(made)


def _joined(periods: Periods) -> Periods:
    made: Periods = []
    for start, finish in sorted(periods):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(finish, made[-1][1]))
        else:
            made.append((start, finish))
    return made


def _gaps(periods: Periods) -> Periods:
    return [(before[1], after[0]) for before, after in itertools.pairwise(periods)]
