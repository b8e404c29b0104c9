"""Texts for many cells at once: a paste, a fill, a clearing. Tried on a copy, cell by cell, by the rules of typing.

What cannot be read is left out with the reason, so that the command behind it has nothing left to refuse. Cells that
depend on others come after them: links when every row is there, finishes when starts and links are known.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from desktop.domain.changes import Change, Transaction, new_id
from desktop.domain.commands.plan import AssignResources, SetDuration, SetPredecessors
from desktop.domain.commands.plan.pasting import AddOutline
from desktop.domain.commands.records import SetFields
from desktop.domain.people import Person
from desktop.domain.plan import Resource, Task
from desktop.domain.predecessors import Link, TaskCodes
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record
from desktop.domain.rejection import Rejected, Term
from desktop.domain.resource_names import Share, read_resources
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.circles import new_circles
from desktop.domain.session import Command
from desktop.domain.trial import closed_circle, take_over_dates, written
from desktop.domain.validation import validate
from desktop.models.plan_columns import COLUMNS, Column, Reading, command_for
from desktop.models.plan_figures import PlanFigures, Told

ADD, LEAVE_OUT = "add", ""
"""What becomes of a name that nobody has; else it is the id of somebody who is meant."""
_STAGE = {"predecessors": 1, "finish": 2, "percent_complete": 2, "wbs": 3}
STAGES = 4
ATTEMPTS = 50
"""Cells with links that close a circle are taken out until there is none, at most so many."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text for a cell; ``column`` is a place in ``COLUMNS``."""

    task: str
    column: int
    text: str
    origin: str = ""
    """The task whose cell is copied. What it holds is taken rather than the text, which may not say all of it."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name in a cell that no resource, or no person, has."""

    table: str
    name: str

    @property
    def key(self) -> tuple[str, str]:
        return self.table, folded(self.name)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What would come of the entries."""

    changes: tuple[Change, ...] = ()
    taken: int = 0
    """Cells that say what is wanted now, whether or not they said so before."""
    read_only: int = 0
    problems: Mapping[int, Rejected] = field(default_factory=dict)
    """By the number of the entry: why it cannot be taken."""
    unknown: tuple[Unknown, ...] = ()


class Cancelled(Exception):
    """Nobody waits for the answer any more."""


def folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms entries are tried."""

    now: dt.datetime
    author: str = ""
    choices: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By table and folded name: what becomes of a name that nobody has; without a choice its cell cannot be taken."""
    is_off: Callable[[], bool] = bool
    """Whether nobody waits for the answer any more."""


def weigh(reading: Reading, entries: Sequence[Entry], terms: Terms, added: AddOutline | None = None) -> Weighed:
    """Try ``entries`` on a copy of the plan that ``reading`` reads, with the tasks ``added`` first.

    Raises :class:`Cancelled`.
    """
    circular: dict[int, Rejected] = {}
    while True:
        trial = _Trial(reading, entries, terms)
        found = trial.run(added, circular)
        if not trial.circular or len(circular) >= ATTEMPTS:
            return found
        circular |= trial.circular


@dataclass(frozen=True, slots=True)
class Apart:
    """What another thread needs to try entries on the plan as it is now, of which nobody changes anything."""

    reading: Reading
    """The project is a snapshot; codes and figures are made where they are used."""
    told: Told

    @classmethod
    def of(cls, reading: Reading) -> Self:
        return cls(dataclasses.replace(reading, project=reading.project.snapshot()), reading.figures.told)

    def weigh(self, entries: Sequence[Entry], terms: Terms, added: AddOutline | None = None) -> Weighed:
        """As :func:`weigh`, in the thread that calls it."""
        project, planned = self.reading.project, self.reading.schedule
        figures = PlanFigures.still(project, planned, terms.now, self.told)
        reading = dataclasses.replace(self.reading, codes=TaskCodes(project), figures=figures)
        return weigh(reading, entries, terms, added)


class _Trial:
    def __init__(self, reading: Reading, entries: Sequence[Entry], terms: Terms) -> None:
        self._before, self._entries, self._terms = reading, entries, terms
        self._project: Project = reading.project.snapshot()
        self._schedule = reading.schedule
        self._reading = dataclasses.replace(reading, project=self._project)
        self._first: dict[tuple[str, str], Record | None] = {}
        """Records as they were, of those that were touched."""
        self._people: dict[tuple[str, str], str] = {}
        self._unknown: dict[tuple[str, str], Unknown] = {}
        self._problems: dict[int, Rejected] = {}
        self._taken = self._read_only = 0
        self.circular: dict[int, Rejected] = {}

    def _begin(self) -> Transaction:
        return Transaction(
            self._project, now=self._terms.now, author=self._terms.author, schedule=self._schedule
        )  # fmt: skip

    def run(self, added: AddOutline | None, circular: Mapping[int, Rejected]) -> Weighed:
        if added is not None:
            self._carry_out(added)
        stages: list[list[int]] = [[] for _ in range(STAGES)]
        for number, entry in enumerate(self._entries):
            if number in circular:
                self._problems[number] = circular[number]
            else:
                stages[_STAGE.get(COLUMNS[entry.column].key, 0)].append(number)
        for stage, numbers in enumerate(stages):
            if not numbers:
                continue
            if stage:
                self._look_anew(stage)
            if stage == 3:
                self._renumber(numbers)
            else:
                for number in numbers:
                    self._try(number)
            if stage == 1:
                self._find_circles(numbers)
                if self.circular:
                    break
        changes = tuple(self._changes())
        return Weighed(
            changes, self._taken, self._read_only, dict(sorted(self._problems.items())), tuple(self._unknown.values())
        )

    # -- one cell -------------------------------------------------------------------------------

    def _try(self, number: int) -> None:
        if number % 64 == 0 and self._terms.is_off():
            raise Cancelled
        entry = self._entries[number]
        column, task = COLUMNS[entry.column], self._project.find(Task, entry.task)
        if task is None or not column.editable(self._project.is_summary(task.id)):  # headings of groups are no tasks
            self._read_only += 1
        else:
            try:
                command = self._copied(column, task, entry) or self._command(column, task, entry.text)
                if command is not None:
                    self._carry_out(command)
                self._taken += 1
            except Rejected as refusal:
                self._problems[number] = refusal

    def _copied(self, column: Column, task: Task, entry: Entry) -> Command | None:
        """The value of another task, where a cell is copied whose text may not say all of it.

        None where that cell says something else by now: what was copied then is meant.
        """
        project = self._before.project
        origin = project.find(Task, entry.origin)
        exact = column.spec is not None or column.key in ("duration", "predecessors")
        if origin is None or not exact or column.exact(self._before, origin) != entry.text:
            return None
        if column.key == "duration" and not project.is_summary(origin.id):
            return SetDuration((task.id,), origin.duration, origin.duration_unit, origin.estimated)
        if column.key == "predecessors":
            links = [link for link in project.predecessors(origin.id) if project.find(Task, link.predecessor)]
            return SetPredecessors(task.id, tuple(map(Link.of, links)))
        if column.spec is not None:
            return SetFields("task", (task.id,), {column.spec.name: getattr(origin, column.spec.name)})
        return None

    def _command(self, column: Column, task: Task, text: str) -> Command | None:
        if column.key == "resources":
            return self._assign(column, task, text)
        if column.spec is not None and column.spec.kind is Kind.LINK and column.spec.to == "person" and text.strip():
            return self._name_person(column, task, text)
        return command_for(column, self._reading, task, text)

    def _carry_out(self, command: Command) -> None:
        tx = self._begin()
        _, changes = written(tx, command)
        self._remember(changes)

    def _remember(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._first.setdefault((change.key, change.id), change.before)

    def _changes(self) -> list[Change]:
        found = []
        for (key, identity), before in self._first.items():
            after = self._project.rows(key).get(identity)
            if after != before:
                found.append(Change(key, identity, before, after))
        return found

    # -- names ----------------------------------------------------------------------------------

    def _assign(self, column: Column, task: Task, text: str) -> Command | None:
        shares: list[Share] = []
        missing: list[Unknown] = []
        for share in read_resources(self._project, text):
            if share.resource is not None:
                shares.append(share)
                continue
            unknown = Unknown("resource", share.name)
            choice = self._settled(unknown)
            if choice is None:
                missing.append(unknown)
            elif choice != LEAVE_OUT:
                shares.append(Share(share.name, share.units, choice))
        if missing:
            raise Rejected("unknown_resources", names="; ".join(f"“{each.name}”" for each in missing))
        if text.strip() == column.text(self._reading, task).strip():
            return None
        return AssignResources(task.id, tuple(shares))

    def _name_person(self, column: Column, task: Task, text: str) -> Command | None:
        try:
            return command_for(column, self._reading, task, text)
        except Rejected as refusal:
            if refusal.code != "unknown_name":
                raise
        assert column.spec is not None
        unknown = Unknown("person", " ".join(text.split())[:200])
        choice = self._settled(unknown)
        if choice is None:
            raise Rejected("unknown_name", field=Term(column.spec.title), value=unknown.name[:80])
        return SetFields("task", (task.id,), {column.key: choice}) if choice != LEAVE_OUT else None

    def _settled(self, unknown: Unknown) -> str | None:
        """Who is meant; None where nobody has said, "" where the name is left out."""
        self._unknown.setdefault(unknown.key, unknown)
        choice = self._terms.choices.get(unknown.key)
        if choice != ADD:
            return choice
        if unknown.key not in self._people:
            kind: type[Record] = Resource if unknown.table == "resource" else Person
            tx = self._begin()
            made = tx.add(kind, id=new_id(), name=unknown.name[:200])
            self._remember(tx.changes())
            self._people[unknown.key] = made.id
        return self._people[unknown.key]

    # -- what depends on other cells --------------------------------------------------------------

    def _look_anew(self, stage: int) -> None:
        """Read links by the codes, and finishes by the dates, that the plan has by now."""
        if stage == 1 and self._project.outline is not self._before.project.outline:
            self._reading = dataclasses.replace(self._reading, codes=TaskCodes(self._project))
        changes = self._changes()
        if stage == 2 and changes:
            tx = self._begin()
            if take_over_dates(tx, self._before.schedule, changes):
                self._remember(tx.changes())
                changes = self._changes()
            self._schedule = schedule(self._project, self._before.schedule, tuple(changes))
            self._reading = dataclasses.replace(self._reading, schedule=self._schedule)

    def _find_circles(self, numbers: Sequence[int]) -> None:
        """Find the cells whose links lead back to their own task."""
        changes = tuple(self._changes())
        if not changes:
            return
        planned = schedule(self._project, self._before.schedule, changes)
        for circle in new_circles(self._before.schedule.tangle, planned.tangle):
            waiting = {after for _, after in circle.links}
            inside = [number for number in numbers if self._entries[number].task in waiting]
            if inside:
                self.circular[inside[-1]] = closed_circle(self._project, circle)

    def _renumber(self, numbers: Sequence[int]) -> None:
        """Codes go in together: each of them would have the outline made anew."""
        wanted: list[tuple[int, Command]] = []
        for number in numbers:
            entry = self._entries[number]
            task = self._project.find(Task, entry.task)
            if task is None:
                self._read_only += 1
                continue
            try:
                command = self._command(COLUMNS[entry.column], task, entry.text)
            except Rejected as refusal:
                self._problems[number] = refusal
                continue
            if command is None:
                self._taken += 1
            else:
                wanted.append((number, command))
        tx = self._begin()
        for number, command in wanted:
            assert isinstance(command, SetFields)
            before = self._project.get(Task, command.ids[0])
            try:
                validate(self._project, before.replace(**command.fields), before)
            except Rejected as refusal:
                self._problems[number] = refusal
                continue
            tx.update(Task, before.id, **command.fields)
            self._taken += 1
        self._remember(tx.changes())
