"""What tasks can be grouped by, and what the heading of a group says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.display import date_text, money_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Resource, Task
from desktop.domain.record import Kind
from desktop.domain.scheduling import to_datetime
from desktop.domain.task_items import REGISTERS
from desktop.i18n import N_, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, Reading
from desktop.models.plan_filters import Facts
from desktop.models.plan_results import PENDING

LABELS = (
    N_("In progress"), N_("Not started"), N_("Done"), N_("Critical"), N_("Near-critical"), N_("Not critical"),
    N_("No date"), N_("No resource"), N_("No owner"),
)  # fmt: skip
"""How groups are called that no value names."""
HEADING = "\x00group"
"""What ids of headings begin with; no record's id does."""
AGAIN = "\x00again"
"""What stands between the id of a task and the number of its row where it has several: it belongs to several groups."""


def heading_id(labels: Sequence[str]) -> str:
    """The id of the row that heads the tasks of a group."""
    return "\x00".join((HEADING, *labels))


def is_heading(identity: str) -> bool:
    return identity.startswith(HEADING)


def row_id(task: str, number: int) -> str:
    """What the row of a task is called among all rows; only the first is called like the task."""
    return f"{task}{AGAIN}{number}" if number else task


def task_id(row: str) -> str:
    """The id of the task, or heading, that a row is called after."""
    return row.partition(AGAIN)[0]


@dataclass(frozen=True, slots=True)
class Places:
    """Where tasks stand among the groups."""

    paths: Sequence[tuple[str, ...]]
    """How the groups are called that lie within each other, the outer one first, in the order of the rows."""
    of: dict[str, tuple[int, ...]]
    """Of each task, where its own are among ``paths``: one at least."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row above the tasks of a group."""

    id: str
    label: str
    level: int
    tasks: list[str]
    above: str
    """Id of the heading around it, "" for none."""


AmountOf = Callable[[Reading, Task], "int | None"]
MONEY, COUNT = "money", "count"
Named = tuple[str, tuple[Any, ...]]
"""How a group is called, and what the groups are ordered by."""
ShareOf = Callable[[Task], Named]
SharesOf = Callable[[Task], Sequence[Named]]
"""All groups of a task, of which there is one at least."""


@dataclass(frozen=True, slots=True)
class Group:
    """Something to group by. ``make`` gives the group of each task, ``make_all`` those of one that may have several."""

    title: str
    make: Callable[[Facts], ShareOf] | None = None
    make_all: Callable[[Facts], SharesOf] | None = None

    def shares(self, facts: Facts) -> SharesOf:
        """The groups of each task."""
        if self.make_all is not None:
            return self.make_all(facts)
        assert self.make is not None
        one = self.make(facts)
        return lambda task: (one(task),)


def _column(key: str, nothing: str) -> Callable[[Facts], ShareOf]:
    """Groups by what a column says, in the order of its values."""

    def make(facts: Facts) -> ShareOf:
        number = NUMBER_OF[key]
        value, text_of, reading = facts.values.value(number), facts.text_of, facts.reading
        without = tr(nothing)

        def share(task: Task) -> tuple[str, tuple[Any, ...]]:
            text = text_of(task.id, number)
            found = value(reading, task) if text else None
            return (text, (0, found)) if text and found is not None else (text or without, (1,))

        return share

    return make


def _people(facts: Facts) -> SharesOf:
    """By each resource of its own: all that somebody has to do stands together."""
    project, nobody = facts.project, ((tr("No resource"), (1,)),)

    def shares(task: Task) -> Sequence[Named]:
        found: dict[str, Named] = {}
        for assignment in project.assignments(task.id):
            resource = project.find(Resource, assignment.resource)
            if resource is not None:
                found[resource.name] = resource.name, (0, resource.name)
        return tuple(found.values()) or nobody

    return shares


def _progress(facts: Facts) -> ShareOf:
    labels = (tr("In progress"), tr("Not started"), tr("Done"))

    def share(task: Task) -> tuple[str, tuple[Any, ...]]:
        state = 2 if facts.done(task) else 0 if facts.started(task) else 1
        return labels[state], (state,)

    return share


def _critical(facts: Facts) -> ShareOf:
    labels = (tr("Critical"), tr("Near-critical"), tr("Not critical"))

    def share(task: Task) -> tuple[str, tuple[Any, ...]]:
        place = facts.plan.row.get(task.id)
        state = 2
        if place is not None:
            state = 0 if facts.plan.critical_rows[place] else 1 if facts.plan.near_critical_rows[place] else 2
        return labels[state], (state,)

    return share


def _month(name: str) -> Callable[[Facts], ShareOf]:
    def make(facts: Facts) -> ShareOf:
        moments, row = getattr(facts.plan, name), facts.plan.row
        late, without = name == "finishes", tr("No date")
        known: dict[int, tuple[str, tuple[Any, ...]]] = {}

        def share(task: Task) -> tuple[str, tuple[Any, ...]]:
            place = row.get(task.id)
            if place is None:
                return without, (1,)
            day = (moments[place] - late) // 1440
            found = known.get(day)
            if found is None:
                month = dt.date.fromordinal(max(day, 1))
                found = known[day] = (f"{month:%Y-%m}", (0, month.year, month.month))
            return found

        return share

    return make


def _branch(facts: Facts) -> ShareOf:
    """By the summary at the top of the outline."""
    outline = facts.project.outline
    top: dict[str, int] = {}
    at = 0
    for row, identity in enumerate(outline.order):
        at = row if not outline.depth[row] else at
        top[identity] = at
    tasks = facts.project.table(Task)

    def share(task: Task) -> tuple[str, tuple[Any, ...]]:
        above = outline.order[top[task.id]]
        return f"{outline.wbs[top[task.id]]} {tasks[above].name}", (top[task.id],)

    return share


GROUPS: dict[str, Group] = {
    "resources": Group(N_("Resources"), make_all=_people),
    "progress": Group(N_("Progress"), _progress),
    "status": Group(N_("Status"), _column("status", N_("None", "group"))),
    "critical": Group(N_("Critical path"), _critical),
    "owner": Group(N_("Owner"), _column("owner", N_("No owner"))),
    "start_month": Group(N_("Month of start"), _month("starts")),
    "finish_month": Group(N_("Month of finish"), _month("finishes")),
    "branch": Group(N_("Top level of the outline"), _branch),
}
"""By name, in the order in which they are offered; fields with a choice of values follow."""
for _each in COLUMNS:
    if _each.spec is not None and _each.key not in GROUPS and _each.spec.kind in (Kind.CHOICE, Kind.LINK, Kind.FLAG):
        GROUPS[_each.key] = Group(_each.title, _column(_each.key, N_("None", "group")))


def heading_text(heading: Heading, key: str, reading: Reading) -> str:
    """What the heading of a group says in a column: how many, from when to when, and sums."""
    plan, project = reading.schedule, reading.project
    if key == "name":
        return tr("{name} ({n})", name=heading.label, n=len(heading.tasks))
    dated = [plan.row[identity] for identity in heading.tasks if identity in plan.row]
    if key in ("start", "finish"):
        if not dated:
            return ""
        moment = min(plan.starts[row] for row in dated) if key == "start" else max(plan.finishes[row] for row in dated)
        return date_text(to_datetime(moment))
    if key not in SUMS:
        return ""
    how, amount = SUMS[key]
    tasks = project.table(Task)
    amounts = [amount(reading, tasks[identity]) for identity in heading.tasks if identity in tasks]
    known = [found for found in amounts if found is not None]
    if len(known) < len(amounts) and key in COSTS:
        return PENDING
    total = sum(known)
    if not total:
        return ""
    if how == MONEY:
        return money_text(total, project.profile.currency_digits)
    return str(total) if how == COUNT else duration_text(total, how, project.profile, reading.words)


def _of_field(name: str) -> AmountOf:
    return lambda _reading, task: getattr(task, name) or 0


def _of_work(name: str) -> AmountOf:
    return lambda reading, task: int(getattr(reading.figures.work(task.id), name))


def _of_cost(name: str) -> AmountOf:
    def amount(reading: Reading, task: Task) -> int | None:
        found = reading.figures.cost(task.id)
        return int(getattr(found, name)) if found is not None else None

    return amount


def _of_register(name: str) -> AmountOf:
    return lambda reading, task: reading.figures.items(name, task.id)


COSTS = {"cost": "total", "actual_cost": "actual", "remaining_cost": "remaining"}
_WORK = {"work": "total", "actual_work": "actual", "remaining_work": "remaining", "overtime_work": "overtime"}
SUMS: Mapping[str, tuple[str, AmountOf]] = {
    "duration": ("d", _of_field("duration")),
    "fixed_cost": (MONEY, _of_field("fixed_cost")),
    **{key: ("h", _of_work(name)) for key, name in _WORK.items()},
    **{key: (MONEY, _of_cost(name)) for key, name in COSTS.items()},
    **{f"open_{name}": (COUNT, _of_register(name)) for name in REGISTERS},
}
"""Columns whose amounts can be added up: the unit they are shown in, and the amount of a task."""
