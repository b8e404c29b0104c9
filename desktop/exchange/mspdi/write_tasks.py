"""Tasks, links and baselines as Project writes them; dates are those of our schedule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.earned_value.spread import read_spread
from desktop.domain.imports import APPROXIMATED, NOT_WRITTEN, Findings
from desktop.domain.plan import Baseline, BaselineTask, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, TaskDates, to_datetime, to_minutes
from desktop.domain.scheduling.clock import day_end
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.exchange.mspdi import foreign, order, values
from desktop.exchange.mspdi.calendar_markup import SHORTENED
from desktop.exchange.mspdi.exact import Exactness
from desktop.exchange.mspdi.markup import Node, arranged
from desktop.exchange.mspdi.numbers import Numbers
from desktop.exchange.mspdi.outside import outside_of
from desktop.exchange.mspdi.tags import TASK_DEFAULTS
from desktop.exchange.mspdi.write_costs import ActualCosts
from desktop.i18n import N_

MAX_NAME = 512
"""Characters of a task's name in the schema."""
SLOTS = range(11)
"""Project has room for eleven baselines."""

OWN_FIELDS = N_(
    "Tasks with an owner, a deliverable, three estimates, external dates or level of effort, written without: {n}"
)
PINNED = N_("Tasks that are pinned one by one, which Project cannot; written as planned by hand: {n}")
HELD = N_("Tasks that only the status date holds back, written as “start no earlier than”: {n}")
METHODS = N_("Tasks that earn value by 0/100 or 50/50, which Project does not know; written with % complete: {n}")
TOO_MANY = N_("Baselines for which Project has no room: {n}")

_ACCRUALS = {name: code for code, name in values.ACCRUALS.items()}
_TYPES = {name: code for code, name in values.TASK_TYPES.items()}
_CONSTRAINTS = {name: code for code, name in values.CONSTRAINTS.items()}
_LINKS = {name: code for code, name in values.LINK_TYPES.items()}
_USUAL = (
    "LevelAssignments", "LevelingCanSplit", "HideBar", "Rollup", "IsPublished", "CommitmentType",
)  # fmt: skip


@dataclass(slots=True)
class Book:
    """What the parts of the writer share while one file is written."""

    project: Project
    schedule: Schedule
    numbers: Numbers
    findings: Findings
    exactness: Exactness
    digits: int
    calendars: Mapping[str, int]
    """Numbers of the calendars that tasks may use."""
    tasks: dict[str, int] = field(default_factory=dict)
    """Number of each task that is written, by record id."""
    resources: dict[str, int] = field(default_factory=dict)
    actual_costs: ActualCosts = field(init=False)

    def __post_init__(self) -> None:
        self.actual_costs = ActualCosts(self.project, self.schedule)

    def money(self, minor: int | None) -> str:
        return values.money_text(minor or 0, self.digits)


HARD = frozenset({"mso", "mfo", "snlt", "fnlt"})
"""Constraints that logic may break, or that break logic: Project decides this for the whole plan."""


def honours_constraints(project: Project) -> bool:
    """Whether Project is to honour constraint dates: so do we, or every task that has such a date is pinned."""
    hard = [task.pinned for task in project.table(Task).values() if task.constraint in HARD]
    return project.profile.constraint_rule == "pinned" or (bool(hard) and all(hard))


class TaskWriter:
    """Writes the rows of the outline; the row of the whole project is not among them."""

    def __init__(self, book: Book) -> None:
        self._book = book
        project, numbers = book.project, book.numbers
        self._rows = [identity for identity in project.outline.order if outside_of(project.get(Task, identity)) is None]
        book.tasks.update({row: numbers.take("task", project.get(Task, row).source_uid) for row in self._rows})
        self._baselines = self._by_task()
        profile = project.profile
        self._honours = honours_constraints(project)
        self._own_progress = profile.progress_rule != "as_planned"
        status = profile.status_date if self._own_progress else None
        self._moves = to_datetime(day_end(status)) if status else None
        """The moment before which no work is planned, where the rule of progress says so."""

    def nodes(self) -> list[Node]:
        """A Task element for every row."""
        project, made = self._book.project, []
        count: dict[str, int] = {}
        numbers: dict[str, str] = {}
        for position, identity in enumerate(self._rows, 1):
            task = project.get(Task, identity)
            parent = task.parent or ""
            count[parent] = count.get(parent, 0) + 1
            numbers[identity] = f"{numbers[parent]}.{count[parent]}" if parent in numbers else str(count[parent])
            made.append(self._node(task, position, numbers[identity]))
        return made

    def _node(self, task: Task, position: int, outline: str) -> Node:
        book = self._book
        dates, parts = book.schedule.of(task.id), foreign.from_text(task.foreign)
        summary = book.project.is_summary(task.id)
        self._note_losses(task)
        written: dict[str, Any] = {
            "UID": str(book.tasks[task.id]),
            "ID": str(position),
            "Name": task.name[:MAX_NAME],
            "Active": _flag(task.active),
            "Manual": _flag(self._is_manual(task) and not parts.get("auto")),
            "Type": "1" if summary else _TYPES.get(task.task_type, "0"),
            "IsNull": "0",
            "WBS": book.project.wbs(task.id),
            "OutlineNumber": outline,
            "OutlineLevel": str(outline.count(".") + 1),
            "Priority": str(task.priority),
            "Milestone": _flag(task.milestone),
            "Summary": _flag(summary),
            "Notes": task.notes,
            "FixedCost": book.money(task.fixed_cost),
            "FixedCostAccrual": _ACCRUALS[task.fixed_cost_accrual],
            "LevelingDelay": str(task.levelling_delay * 10),
            "LevelingDelayFormat": "8",
            "IgnoreResourceCalendar": _flag(task.ignore_resource_calendar),
            "EarnedValueMethod": _flag(task.ev_method == "physical"),
            "CalendarUID": str(book.calendars.get(task.calendar or "", -1)),
        }
        written |= self._dates(task, dates, summary) | self._limits(task, dates, summary)
        written |= _rolled_up(dates) if summary else self._progress(task, dates)
        book.exactness.restore(written, parts)
        kept = foreign.kept(parts)
        have = {tag for tag, _ in kept}
        usual = [(tag, TASK_DEFAULTS[tag]) for tag in _USUAL if tag not in have]
        nodes = [(tag, text) for tag, text in written.items() if text]
        return ("Task", arranged(order.TASK, nodes, usual, kept, self._links(task), self._baseline_nodes(task, parts)))

    def _is_manual(self, task: Task) -> bool:
        """Whether Project would move a task that stays where it is with us."""
        pinned = task.pinned and task.constraint in HARD and not self._honours
        return task.mode == "manual" or (pinned and not task.actual_start and not task.actual_finish)

    def _dates(self, task: Task, dates: TaskDates, summary: bool) -> dict[str, str]:
        """When the task is, and what its place in the network is."""
        manual = self._is_manual(task)
        start, finish = task.manual_start, task.manual_finish
        if manual and task.mode == "auto":
            start, finish = dates.start, dates.finish
        duration = dates.duration if summary and not manual else task.duration
        return {
            "Start": _moment(dates.start),
            "Finish": _moment(dates.finish),
            "Duration": values.span_text(duration),
            "DurationFormat": values.format_of(task.duration_unit, task.estimated),
            "Estimated": _flag(task.estimated),
            "ManualStart": _moment(start) if manual else "",
            "ManualFinish": _moment(finish) if manual else "",
            "ManualDuration": values.span_text(task.duration) if manual else "",
            "Critical": _flag(dates.critical),
            "EarlyStart": _moment(dates.early_start),
            "EarlyFinish": _moment(dates.early_finish),
            "LateStart": _moment(dates.late_start),
            "LateFinish": _moment(dates.late_finish),
            "FreeSlack": str(dates.free_float * 10),
            "TotalSlack": str(dates.total_float * 10),
        }

    def _progress(self, task: Task, dates: TaskDates) -> dict[str, str]:
        """What has been done of a task, in durations and work."""
        duration, percent = task.duration, task.percent_complete
        left = 0 if task.actual_finish or percent >= 100 else remaining_duration(task, duration)
        done = 0 if not task.actual_start and not percent else max(0, duration - left)
        stop, resume = self._interruption(task, dates, done, left)
        return {
            "PercentComplete": str(percent),
            "Work": values.span_text(task.work or 0),
            "EffortDriven": _flag(task.effort_driven),
            "ActualStart": _moment(task.actual_start),
            "ActualFinish": _moment(task.actual_finish),
            "ActualDuration": values.span_text(done),
            "RemainingDuration": values.span_text(left),
            "ActualCost": self._book.money(self._book.actual_costs.of_task(task)),
            "ActualWork": values.span_text(task.actual_work or 0),
            "Stop": _moment(stop),
            "Resume": _moment(resume),
            "PhysicalPercentComplete": str(task.physical_percent or 0),
        }

    def _interruption(
        self, task: Task, dates: TaskDates, done: int, left: int
    ) -> tuple[dt.datetime | None, dt.datetime | None]:
        """Until when a task in progress was worked on, and when its remaining work begins.

        Our rules of progress move the remaining work; Project leaves it where these two dates say.
        """
        if not self._own_progress or not task.actual_start or task.actual_finish or task.elapsed:
            return task.stop, task.resume
        calendar = self._book.schedule.calendar(task.id)
        stop = calendar.earliest(calendar.work_at(to_minutes(task.actual_start)) + done)
        resume = calendar.place_back(to_minutes(dates.finish), left)[0] if left else to_minutes(dates.finish)
        return to_datetime(stop), to_datetime(max(stop, resume))

    def _limits(self, task: Task, dates: TaskDates, summary: bool) -> dict[str, str]:
        constraint, date = task.constraint, task.constraint_date
        if not summary and self._is_held(task, dates):
            self._book.findings.note(APPROXIMATED, HELD, task.name)
            constraint, date = "snet", dates.start
        return {
            "ConstraintType": _CONSTRAINTS.get(constraint, "0"),
            "ConstraintDate": _moment(date) if constraint not in ("asap", "alap") else "",
            "Deadline": _moment(task.deadline),
        }

    def _is_held(self, task: Task, dates: TaskDates) -> bool:
        """Whether nothing but the status date keeps a task from starting earlier; Project has no such rule."""
        begun = task.actual_start or task.actual_finish
        if self._moves is None or begun or self._is_manual(task) or task.constraint == "alap" or not task.active:
            return False
        if (task.constraint in HARD and (self._honours or task.pinned)) or task.levelling_delay or dates.driving:
            return False
        return self._anchor(task) < self._moves <= dates.start

    def _anchor(self, task: Task) -> dt.datetime:
        """Where a task that no link drives would begin, were it not for the status date; or long before."""
        if task.constraint in ("snet", "mso") and task.constraint_date is not None:
            return task.constraint_date
        if task.constraint in ("fnet", "mfo") or self._book.project.predecessors(task.id):
            return dt.datetime.min
        return self._book.schedule.project_start

    def _note_losses(self, task: Task) -> None:
        findings = self._book.findings
        if len(task.name) > MAX_NAME:
            findings.note(APPROXIMATED, SHORTENED, task.name[:80])
        planned = task.optimistic, task.pessimistic, task.external_start, task.external_finish
        if task.owner or task.deliverable or task.level_of_effort or any(planned):
            findings.note(NOT_WRITTEN, OWN_FIELDS, task.name)
        if task.ev_method not in values.EV_METHODS.values():
            findings.note(APPROXIMATED, METHODS, task.name)
        if task.mode == "auto" and self._is_manual(task):
            findings.note(APPROXIMATED, PINNED, task.name)

    # -- links ----------------------------------------------------------------------------------

    def _links(self, task: Task) -> list[Node]:
        return [self._link(link) for link in self._book.project.predecessors(task.id)]

    def _link(self, link: Dependency) -> Node:
        book = self._book
        outside = outside_of(book.project.get(Task, link.predecessor))
        written: dict[str, Any] = {
            "PredecessorUID": outside[1] if outside else str(book.tasks[link.predecessor]),
            "Type": _LINKS[link.type],
            "CrossProject": _flag(outside is not None),
            "CrossProjectName": outside[0] if outside else "",
        }
        parts = foreign.from_text(link.foreign)
        written |= {tag: text for tag, text in foreign.kept(parts) if isinstance(text, str)}
        if link.lag_percent is None:
            written |= {"LinkLag": str(link.lag * 10), "LagFormat": values.format_of(link.lag_unit)}
        else:
            elapsed = link.lag_unit.startswith("e")
            code = values.ELAPSED_PERCENT if elapsed else values.PERCENT
            written |= {"LinkLag": str(link.lag_percent), "LagFormat": str(code)}
        book.exactness.restore(written, parts)
        return ("PredecessorLink", arranged(order.LINK, [(tag, text) for tag, text in written.items() if text]))

    # -- baselines ------------------------------------------------------------------------------

    def _by_task(self) -> dict[str, list[tuple[int, BaselineTask]]]:
        found: dict[str, list[tuple[int, BaselineTask]]] = {}
        for slot, baseline in self._slots().items():
            for row in baseline.tasks:
                if row.task:
                    found.setdefault(row.task, []).append((slot, row))
        return found

    def _slots(self) -> dict[int, Baseline]:
        """Baselines by the place that Project has for them; the one in force first where it may be."""
        records = self._book.project.table(Baseline)
        slots: dict[int, Baseline] = {}
        rest = []
        for record in sorted(records.values(), key=lambda item: -item.number):
            if record.source_slot in SLOTS and record.source_slot not in slots:
                slots[record.source_slot or 0] = record
            else:
                rest.append(record)
        for record in rest:
            free = next((slot for slot in SLOTS if slot not in slots), None)
            if free is None:
                self._book.findings.note(NOT_WRITTEN, TOO_MANY, record.name)
            else:
                slots[free] = record
        return dict(sorted(slots.items()))

    def _baseline_nodes(self, task: Task, parts: Mapping[str, Any]) -> list[Node]:
        more = parts.get("baselines")
        more = more if isinstance(more, dict) else {}
        return [self._baseline(slot, row, more) for slot, row in self._baselines.get(task.id, ())]

    def _baseline(self, slot: int, row: BaselineTask, more: Mapping[str, Any]) -> Node:
        written = {
            "Number": str(slot),
            "Start": _moment(row.start),
            "Finish": _moment(row.finish),
            "Duration": values.span_text(row.duration),
            "Work": values.span_text(row.work or 0),
            "Cost": self._book.money(row.cost) if row.cost else "",
        }
        kept = foreign.kept(more, str(slot))
        have = {tag for tag, _ in kept}
        if "DurationFormat" not in have:
            written["DurationFormat"] = "7"
        if "FixedCost" not in have and self._book.project.is_summary(row.task or ""):
            own = read_spread(row.spread, row.start)  # what the summary costs beside its parts
            written["FixedCost"] = self._book.money(own[-1][1]) if own else ""
        nodes = [(tag, text) for tag, text in written.items() if text]
        return ("Baseline", arranged(order.TASK_BASELINE, nodes, kept))


def _rolled_up(dates: TaskDates) -> dict[str, str]:
    return {"PercentComplete": str(dates.percent_complete)}


def _flag(value: bool) -> str:
    return "1" if value else "0"


def _moment(value: Any) -> str:
    return values.moment_text(value) if value is not None else ""
