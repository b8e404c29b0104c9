"""Figures of tasks that take a pass over the whole plan: worked out when a column shows them, once for every state.

Work and items of the registers are quick and made on the spot. Cost, earned value and overloads take longer: they
are asked for, made elsewhere from a :class:`Request`, and taken when they come. Until then the last ones are told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import ChangeSet
from desktop.domain.costing import Costs, costs
from desktop.domain.costing.costs import Cost
from desktop.domain.costing.load import overloads
from desktop.domain.costing.task_work import TaskWork, WorkOfTasks
from desktop.domain.earned_value import COST as MONEY
from desktop.domain.earned_value import EarnedValue, Performance
from desktop.domain.earned_value.budget import basis_of
from desktop.domain.plan import Baseline
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.task_items import REGISTERS, open_items
from desktop.models.workspace import Workspace

T = TypeVar("T")
COST, VALUE, LOAD = "cost", "value", "load"
WORK = "work"
SOURCES = frozenset({"project", "task", "dependency", "calendar", "resource", "assignment", "baseline"})
"""Tables that costly figures and work follow from."""


@dataclass(frozen=True, slots=True)
class Request:
    """A state of the plan, and which figures of it are wanted. Nothing of it changes any more."""

    serial: int
    project: Project
    schedule: Schedule
    baseline: Baseline | None
    status: dt.date
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request came to; what was not wanted is None."""

    costs: Costs | None = None
    performance: Performance | None = None
    overloaded: Mapping[str, frozenset[str]] | None = None
    """Of each task, the resources that it needs when they are needed too much."""


@dataclass(slots=True)
class _Known:
    """The last answers, and of which state of the plan each is."""

    answer: Answer = field(default_factory=Answer)
    serials: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Still:
    """A plan that nobody edits, where figures expect a workspace."""

    project: Project
    schedule: Schedule
    moment: dt.datetime

    @property
    def session(self) -> _Still:
        return self

    def now(self) -> dt.datetime:
        return self.moment


@dataclass(frozen=True, slots=True)
class Told:
    """What figures tell at one moment."""

    baseline: str = ""
    answer: Answer = field(default_factory=Answer)
    known: frozenset[str] = frozenset()
    """Which of it is of the plan as it stood then."""


def reckon(request: Request, is_off: Callable[[], bool] = lambda: False) -> Answer | None:
    """Work out what is wanted; None once it is called off. For any thread."""
    project, schedule, names = request.project, request.schedule, request.names
    money = performance = overloaded = None
    if names & {COST, VALUE}:
        money = costs(project, schedule)
        money.of(None)  # all of them are made with the first
        if is_off():
            return None
    if VALUE in names and request.baseline is not None:
        performance = Performance(project, schedule, request.baseline, request.status, money=money)
        performance.of()
    if is_off():
        return None
    if LOAD in names:
        overloaded = _overloaded(project, schedule)
    return Answer(money, performance, overloaded)


class PlanFigures(QObject):
    """``wanted``: a costly figure was asked for that is not known of this state. ``arrived``: there are new ones."""

    wanted = Signal()
    arrived = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.baseline_id = ""
        """Which baseline is compared with; "" for the one in force."""
        self._serial = 0
        self._missing: set[str] = set()
        self._known = _Known()
        self._work: WorkOfTasks | None = None
        self._items: Mapping[str, Mapping[str, int]] | None = None
        self._kept: tuple[Baseline | None, Mapping[str, bool]] = (None, {WORK: False, COST: False})

    @classmethod
    def still(cls, project: Project, schedule: Schedule, moment: dt.datetime, told: Told | None = None) -> PlanFigures:
        """Figures of a plan that nobody edits, for one thread alone; ``told`` is what is known of it already."""
        made = cls(cast(Workspace, _Still(project, schedule, moment)))
        if told is not None:
            made.baseline_id = told.baseline
            made._known = _Known(told.answer, dict.fromkeys(told.known, made._serial))
        return made

    @property
    def told(self) -> Told:
        """What is known at this moment."""
        known = frozenset(name for name, serial in self._known.serials.items() if serial == self._serial)
        return Told(self.baseline_id, self._known.answer, known)

    @property
    def baseline(self) -> Baseline | None:
        """The baseline that is compared with; the one in force where the chosen one is gone."""
        project = self.workspace.project
        return project.find(Baseline, self.baseline_id) or project.baseline

    def keeps(self, name: str) -> bool:
        """Whether the baseline tells any ``work`` or ``cost``: one of another program may hold dates alone."""
        baseline = self.baseline
        if self._kept[0] is not baseline:
            rows = baseline.tasks if baseline else ()
            self._kept = (baseline, {one: any(getattr(row, one) is not None for row in rows) for one in (WORK, COST)})
        return self._kept[1][name]

    @property
    def status(self) -> dt.date:
        """The status date of the project, else today."""
        return self.workspace.project.profile.status_date or self.workspace.session.now().date()

    def outdate(self, changes: ChangeSet) -> bool:
        """Follow a change; whether any figure may differ now."""
        keys = changes.keys()
        stale = bool(keys & SOURCES)
        if stale:
            self._work = None
            self._serial += 1
            self._missing.clear()
        if stale or keys & {*REGISTERS, "task"}:
            self._items = None
            return True
        return False

    def turn_day(self) -> None:
        """Another day has begun: earned value is as of it where the project has no status date."""
        if self.workspace.project.profile.status_date is None:
            self._serial += 1
            self._missing.clear()

    def compare_with(self, baseline: str) -> None:
        """Compare with another baseline."""
        self.baseline_id = baseline
        self._serial += 1
        self._missing.clear()

    @property
    def basis(self) -> str:
        """What earned value is counted in: money, work or time."""
        known = self._known.answer.performance
        if known is not None:
            return known.basis
        baseline = self.baseline
        return basis_of(self.workspace.project, baseline) if baseline is not None else MONEY

    # -- quick ones -----------------------------------------------------------------------------

    def work(self, task: str) -> TaskWork:
        """Work of a task with all within it."""
        if self._work is None:
            self._work = WorkOfTasks(self.workspace.project, self.workspace.schedule)
        row = self.workspace.schedule.row.get(task)
        return self._work.of(row) if row is not None else TaskWork()

    def items(self, register: str, task: str) -> int:
        """How many open items of a register concern a task."""
        if self._items is None:
            self._items = open_items(self.workspace.project)
        return self._items[register].get(task, 0)

    # -- costly ones ----------------------------------------------------------------------------

    def cost(self, task: str) -> Cost | None:
        """Cost of a task with all within it; None while nothing is known of it."""
        self._ask(COST)
        known = self._known.answer.costs
        return _or_none(known.of, task) if known is not None else None

    def value(self, task: str) -> EarnedValue | None:
        """Earned value of a task with all within it; None while nothing is known of it."""
        self._ask(VALUE)
        known = self._known.answer.performance
        return _or_none(known.of, task) if known is not None else None

    def overloaded(self, task: str) -> bool | None:
        """Whether somebody whom the task needs is needed more than they are there; None while it is not known."""
        found = self.overloaded_resources(task)
        return bool(found) if found is not None else None

    def overloaded_resources(self, task: str) -> frozenset[str] | None:
        """Who is needed more than they are there while the task needs them; None while it is not known."""
        self._ask(LOAD)
        known = self._known.answer.overloaded
        return known.get(task, frozenset()) if known is not None else None

    def overloaded_tasks(self) -> Collection[str] | None:
        """Tasks that need somebody who is needed too much; None where that is not known of the plan as it stands."""
        return self._known.answer.overloaded if self._known.serials.get(LOAD) == self._serial else None

    def is_known(self, name: str) -> bool:
        """Whether a costly figure is known of the plan as it stands; it is asked for where it is not."""
        self._ask(name)
        return self._known.serials.get(name) == self._serial

    def _ask(self, name: str) -> None:
        if self._known.serials.get(name) != self._serial and name not in self._missing:
            self._missing.add(name)
            self.wanted.emit()

    def request(self) -> Request | None:
        """What is wanted of the plan as it stands; None where everything is known."""
        if not self._missing:
            return None
        workspace = self.workspace
        return Request(
            self._serial, workspace.project.snapshot(), workspace.schedule, self.baseline, self.status,
            frozenset(self._missing),
        )  # fmt: skip

    def take(self, request: Request, answer: Answer) -> None:
        """Take what a request came to, even where the plan has gone on since: it is asked for again then."""
        before = self._known.answer
        names = request.names
        self._known.answer = Answer(
            answer.costs if COST in names else before.costs,
            answer.performance if VALUE in names else before.performance,
            answer.overloaded if LOAD in names else before.overloaded,
        )
        for name in names:
            self._known.serials[name] = request.serial
        self._missing -= names
        self.arrived.emit()


def _overloaded(project: Project, schedule: Schedule) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one in overloads(project, schedule):
        for task in one.tasks:
            found.setdefault(task, set()).add(one.resource)
    return {task: frozenset(resources) for task, resources in found.items()}


def _or_none(ask: Callable[[str], T], task: str) -> T | None:
    try:
        return ask(task)
    except KeyError:  # added since
        return None
