"""Microsoft Project XML (MSPDI) into records, with an account of what was and was not read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from desktop.domain.changes import new_id
from desktop.domain.imports import APPROXIMATED, Findings, Imported, numbered
from desktop.domain.plan import Baseline, Calendar
from desktop.domain.progress import UNWATCHED, Progress
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling.crew import WORKING
from desktop.exchange.incoming import count_records
from desktop.exchange.incoming_calendars import NO_CALENDAR, standard_calendar
from desktop.exchange.mspdi.actual_costs import are_editable, settled
from desktop.exchange.mspdi.by_hand import with_contours
from desktop.exchange.mspdi.context import Context
from desktop.exchange.mspdi.durations import with_durations
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.outside import Outside
from desktop.exchange.mspdi.read_calendars import CalendarTable, read_calendars
from desktop.exchange.mspdi.read_links import LinkReader
from desktop.exchange.mspdi.read_profile import read_profile
from desktop.exchange.mspdi.read_resources import ResourceTable, read_assignments, read_resources
from desktop.exchange.mspdi.read_tasks import TaskTable, fixed_accruals, read_tasks
from desktop.exchange.mspdi.splits import SplitReader, with_splits
from desktop.exchange.mspdi.untaken import with_untaken
from desktop.exchange.mspdi.whole import with_whole
from desktop.exchange.safe_xml import read_xml
from desktop.garbage import paused
from desktop.i18n import N_, tr

sentences(
    import_not_mspdi=N_(
        "“{name}” is XML, but not a plan saved by Microsoft Project. Nothing was imported; in Project, choose "
        "“Save as” and the type “XML”."
    )
)

_PARTS = frozenset({"Tasks", "Calendars", "Resources", "Assignments", "SaveVersion", "StartDate", "ScheduleFromStart"})


def read_mspdi(path: Path, make_id: Callable[[], str] = new_id, progress: Progress = UNWATCHED) -> Imported:
    """The plan in ``path``. Raises :class:`Rejected` where the file as a whole cannot be read, and Stopped."""
    root = read_xml(path, progress.part(0.0, 0.5))
    if root.tag != "Project" or not any(element.tag in _PARTS for element in root):
        raise Rejected("import_not_mspdi", name=path.name)
    with paused():
        return _Reader(root, path.name, make_id).read()


class _Reader:
    def __init__(self, root: Element, name: str, make_id: Callable[[], str]) -> None:
        self._root, self._name, self._make_id = root, name, make_id
        self._findings = Findings()

    def read(self) -> Imported:
        root, findings = self._root, self._findings
        profile = read_profile(root, findings, self._make_id, self._name)
        context = Context(findings, self._make_id, profile.currency_digits, fixed_accruals(root))
        calendars = read_calendars(root, context)
        project_calendar = self._project_calendar(calendars)
        tasks = read_tasks(root, context, calendars)
        by_id = {calendar.id: calendar for calendar in calendars.records.values()}
        splits = SplitReader(root, by_id, project_calendar.id, findings)
        links = LinkReader(tasks, context, Outside(context.new, splits.project_calendar, profile.start)).read()
        resources = read_resources(root, context, calendars, project_calendar.id)
        assignments = read_assignments(root, context, tasks, resources, profile)
        kept = _worth_keeping(calendars, project_calendar, tasks, resources)
        planned = with_splits(tasks, resources, splits)
        assignments = with_contours(assignments, planned, resources, splits)
        working = {one.id for one in resources.records if one.kind in WORKING}
        planned = with_durations(planned, tasks, assignments, working, splits)
        planned = with_untaken(planned, tasks, resources, assignments, findings)
        planned, assignments = settled(planned, assignments, resources.records, editable=are_editable(root))
        profile = with_whole(profile.replace(calendar=project_calendar.id), tasks.whole)
        records: list[Record] = [profile, *kept, *planned, *links, *resources.records, *assignments]
        records += self._baselines(tasks, context)
        count_records(records, findings)
        return Imported(numbered(records), findings.result(), self._name)

    def _project_calendar(self, calendars: CalendarTable) -> Calendar:
        uid = Fields(self._root, self._findings).number("CalendarUID", -1, -1, 2**31)
        bases = [record for number, record in calendars.records.items() if number not in calendars.base]
        found = calendars.records.get(uid) or (bases[0] if bases else None)
        if uid not in calendars.records:
            self._findings.note(APPROXIMATED, NO_CALENDAR)
        if found is None:
            found = calendars.records[-1] = standard_calendar(self._make_id())
        return found

    def _baselines(self, tasks: TaskTable, context: Context) -> list[Baseline]:
        """The one that the file reckons earned value against last, so that it is the one in force."""
        chosen, made = Fields(self._root, self._findings).number("BaselineForEarnedValue", 0, 0, 10), []
        for slot in sorted(tasks.baselines, key=lambda slot: (slot == chosen, slot == 0, slot)):
            name = tr("Baseline {n}", n=slot) if slot else tr("Baseline")
            rows = tuple(tasks.baselines[slot])
            made.append(Baseline(**context.new("baseline"), name=name, tasks=rows, source_slot=slot))
        return made


def _worth_keeping(
    calendars: CalendarTable, project_calendar: Calendar, tasks: TaskTable, resources: ResourceTable
) -> list[Calendar]:
    """Calendars in file order without those that add nothing to their base and that nobody works by."""
    used = {project_calendar.id}
    used.update(task.calendar for task in tasks.records if task.calendar)
    used.update(resource.calendar for resource in resources.records if resource.calendar)
    used.update(calendar.base for calendar in calendars.records.values() if calendar.base)
    return [record for uid, record in calendars.records.items() if record.id in used or not calendars.is_empty(uid)]
