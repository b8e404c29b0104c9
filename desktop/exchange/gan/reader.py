"""GanttProject files into records, with an account of what was and was not read.

GanttProject knows whole days alone, ties a task without links to the day on which it was put, and calls a
link "strong" when the successor starts exactly where it points and "rubber" when it may start later. Our
links are lower bounds, so a task that no strong link holds is held by its day: "start no earlier than".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.changes import new_id
from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings, Imported, numbered
from desktop.domain.plan import Assignment, Calendar, CalendarException, Dependency, ProjectProfile, Resource, Task
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.project import RANK_STEP
from desktop.domain.record import MAX_TEXT, Record
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.validation import clean_text
from desktop.exchange.gan.working_days import WorkingDays, read_absences, read_days, read_week
from desktop.exchange.incoming import REPEATED_LINKS, count_records, fresh, resource_name, source_number, task_name
from desktop.exchange.safe_xml import read_xml
from desktop.i18n import N_, tr

sentences(
    import_not_gan=N_(
        "“{name}” is XML, but not a plan saved by GanttProject. Nothing was imported; in GanttProject, choose "
        "“Project – Save as”."
    )
)

MORNING = dt.time(8)
EVENING = dt.time(17)
DAY = 480
LINK_TYPES = {"1": "SS", "2": "FS", "3": "FF", "4": "SF"}
PRIORITIES = {"3": 100, "0": 300, "1": 500, "2": 700, "4": 900}
"""GanttProject's lowest, low, normal, high and highest."""
LONGEST = 50_000
"""Working days; as long as durations that are typed in."""

NAMELESS = N_("Tasks without a name, named after their number: {n}")
TWICE = N_("Tasks whose number another one has, kept without their links to it: {n}")
NO_START = N_("Tasks without a start that can be read, placed by their links: {n}")
UNREADABLE = N_("Values that cannot be read, left empty: {n}")
HELD = N_("Tasks that no strong link holds, kept from starting earlier than in the file: {n}")
STRONG = N_("“Strong” links, read as the earliest moment rather than the exact one: {n}")
ORPHANS = N_("Links to tasks that are not in the file, left out: {n}")
UNUSED = N_("Colours, shapes, web links, roles and columns of one's own, left out: {n}")


def read_gan(path: Path, make_id: Callable[[], str] = new_id, progress: Progress = UNWATCHED) -> Imported:
    """The plan in ``path``. Raises :class:`Rejected` where the file as a whole cannot be read."""
    root = read_xml(path, progress.part(0.0, 0.5))
    if root.tag != "project" or root.find("tasks") is None:
        raise Rejected("import_not_gan", name=path.name)
    return _Reader(root, path, make_id).read()


class _Reader:
    def __init__(self, root: Element, path: Path, make_id: Callable[[], str]) -> None:
        self._root, self._path, self._make_id = root, path, make_id
        self._findings = Findings()
        self._week, self._days = read_week(root), read_days(root, self._findings)
        self._working = WorkingDays(self._week, self._days)
        self._records: dict[Element, str] = {}
        """Record ids of tasks."""
        self._ids: dict[str, str] = {}
        """The same by the number in the file; of a number that stands twice, the first."""

    def read(self) -> Imported:
        root, findings = self._root, self._findings
        base = root.find("calendars")
        name = _line(base.get("base-id", "")) if base is not None else ""
        calendar = Calendar(
            **fresh(self._make_id()), name=name or tr("Standard"), week=self._week, exceptions=self._days
        )
        elements = list(self._elements())
        for element, _, _ in elements:
            self._records[element] = self._make_id()
            if self._ids.setdefault(element.get("id", ""), self._records[element]) != self._records[element]:
                findings.note(APPROXIMATED, TWICE, _line(element.get("name", "")))
        strong = {
            link.get("id", "")
            for element, _, _ in elements
            for link in element.iterfind("depend")
            if link.get("hardness", "Strong").lower() == "strong"
        }
        tasks = [self._task(element, parent, rank, strong) for element, parent, rank in elements]
        starts = [task.recorded_start for task in tasks if task.recorded_start is not None]
        profile = ProjectProfile(
            **fresh(self._make_id()),
            name=_line(root.get("name", "")) or self._path.stem,
            start=min(starts, default=None) or dt.datetime.combine(dt.date.today(), MORNING),
            calendar=calendar.id,
            progress_rule="as_planned",
            source=self._path.name,
        )
        records: list[Record] = [profile, calendar, *tasks, *self._links(elements)]
        records += self._people(calendar)
        count_records(records, findings)
        return Imported(numbered(records), findings.result(), self._path.name)

    def _elements(self) -> Iterator[tuple[Element, Element | None, int]]:
        """(task, task around it, position within that) in the order of the outline."""
        pending: list[tuple[Element, Element | None, int]] = []

        def put(around: Element, parent: Element | None) -> None:
            pending.extend(reversed([(kid, parent, at) for at, kid in enumerate(around.iterfind("task"))]))

        for tasks in self._root.iterfind("tasks"):
            put(tasks, None)
        while pending:
            element, parent, at = pending.pop()
            yield element, parent, at
            put(element, element)

    # -- tasks ------------------------------------------------------------------------------------

    def _task(self, element: Element, parent: Element | None, at: int, strong: set[str]) -> Task:
        findings, number = self._findings, element.get("id", "")
        name = _line(element.get("name", ""))
        if not name:
            name = task_name(number)
            findings.note(APPROXIMATED, NAMELESS, name)
        summary = element.find("task") is not None
        milestone = element.get("meeting") == "true" and not summary
        length = 0 if milestone else self._number(element, "duration", 1, 0, LONGEST)
        start = self._day(element.get("start", ""))
        if start is None:
            findings.note(APPROXIMATED, NO_START, name)
        for part in ("color", "shape", "webLink", "customproperty"):
            if element.get(part) or element.find(part) is not None:
                findings.note(NOT_READ, UNUSED, name)
                break
        facts: dict[str, Any] = {}
        if start is not None and not summary and number not in strong:
            facts = {"constraint": "snet", "constraint_date": start}
            findings.note(APPROXIMATED, HELD, name)
        notes = element.find("notes")
        written = clean_text((notes.text or "") if notes is not None else "").strip()
        return Task(
            **fresh(self._records[element]),
            name=name,
            parent=None if parent is None else self._records[parent],
            rank=(at + 1) * RANK_STEP,
            milestone=milestone,
            duration=length * DAY,
            percent_complete=0 if summary else self._number(element, "complete", 0, 0, 100),
            priority=PRIORITIES.get(element.get("priority", "1"), 500),
            fixed_cost=self._cost(element),
            notes=written[:MAX_TEXT],
            source_uid=source_number(number),
            recorded_start=start,
            recorded_finish=self._recorded_finish(start, milestone, length, summary),
            **facts,
        )

    def _recorded_finish(
        self, start: dt.datetime | None, milestone: bool, length: int, summary: bool
    ) -> dt.datetime | None:
        """The file holds no finish: it follows from start and length on the calendar of the file."""
        if start is None or summary:
            return None
        if milestone or not length:
            return start
        return dt.datetime.combine(self._working.last_day(start.date(), length), EVENING)

    def _day(self, text: str) -> dt.datetime | None:
        try:
            found = dt.datetime.combine(dt.date.fromisoformat(text[:10]), MORNING)
        except ValueError:
            return None
        return found if 1900 <= found.year <= 2200 else None

    def _number(self, element: Element, name: str, default: int, low: int, high: int) -> int:
        text = element.get(name, "")
        if not text:
            return default
        try:
            found = int(text)
        except ValueError:
            found = low - 1
        if low <= found <= high:
            return found
        self._findings.note(NOT_READ, UNREADABLE, f"{_line(element.get('name', ''))}: {name} = {text[:40]}")
        return min(max(found, low), high) if text.lstrip("-").isdecimal() else default

    def _cost(self, element: Element) -> int | None:
        """A cost that was typed in, in minor units."""
        try:
            return round(float(element.get("cost-manual-value", "")) * 100) or None
        except (ValueError, OverflowError):
            return None

    # -- links ------------------------------------------------------------------------------------

    def _links(self, elements: list[tuple[Element, Element | None, int]]) -> Iterator[Dependency]:
        known: set[tuple[str, str, str]] = set()
        for element, _, _ in elements:
            for link in element.iterfind("depend"):
                name = f"{_line(element.get('name', ''))} → {link.get('id', '')[:20]}"
                successor = self._ids.get(link.get("id", ""))
                if successor is None:
                    self._findings.note(NOT_READ, ORPHANS, name)
                    continue
                predecessor, kind = self._records[element], LINK_TYPES.get(link.get("type", "2"), "FS")
                if (predecessor, successor, kind) in known:
                    self._findings.note(NOT_READ, REPEATED_LINKS, name)
                    continue
                known.add((predecessor, successor, kind))
                if link.get("hardness", "Strong").lower() == "strong":
                    self._findings.note(APPROXIMATED, STRONG, name)
                days = self._number(link, "difference", 0, -LONGEST, LONGEST)
                yield Dependency(
                    **fresh(self._make_id()), predecessor=predecessor, successor=successor, type=kind, lag=days * DAY
                )

    # -- people -----------------------------------------------------------------------------------

    def _people(self, calendar: Calendar) -> Iterator[Record]:
        absences: dict[str, list[CalendarException]] = {}
        for number, days in read_absences(self._root.iterfind("vacations/vacation"), self._findings):
            absences.setdefault(number, []).append(days)
        ids: dict[str, str] = {}
        for element in self._root.iterfind("resources/resource"):
            number = element.get("id", "")
            if number in ids:
                continue
            ids[number] = self._make_id()
            name = _line(element.get("name", "")) or resource_name(number)
            own = None
            if number in absences:
                own = Calendar(
                    **fresh(self._make_id()), name=name, base=calendar.id, exceptions=tuple(absences[number])
                )
                yield own
            yield Resource(
                **fresh(ids[number]),
                name=name,
                email=_line(element.get("contacts", "")),
                calendar=own.id if own else None,
                source_uid=source_number(number),
            )
        pairs: set[tuple[str, str]] = set()
        for element in self._root.iterfind("allocations/allocation"):
            task, resource = self._ids.get(element.get("task-id", "")), ids.get(element.get("resource-id", ""))
            if task is None or resource is None or (task, resource) in pairs:
                self._findings.note(NOT_READ, UNREADABLE, element.get("task-id", "")[:20])
                continue
            pairs.add((task, resource))
            yield Assignment(**fresh(self._make_id()), task=task, resource=resource, units=self._load(element))

    def _load(self, element: Element) -> int:
        try:
            return min(max(round(float(element.get("load", "100"))), 0), 1_000_000)
        except (ValueError, OverflowError):
            return 100


def _line(text: str) -> str:
    """One line of plain text, cut to what a field holds."""
    return " ".join(clean_text(text).split())[:MAX_TEXT]
