"""Parts of a plan that are used again and again: tasks with their links and whoever works on them, without dates.

A module is taken from one plan and put into another. What binds it to its plan stays behind: dates, progress, people by
identity, links that lead out of it. Resources are found again by name; those that a plan does not have are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from desktop.domain.plan import LINK_TYPE, UNIT, Resource, Task
from desktop.domain.project import Project
from desktop.domain.record import Kind, Spec
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.templates import Template
from desktop.i18n import ENGLISH, N_

FIELDS = (
    "name", "milestone", "duration", "duration_unit", "estimated", "task_type", "effort_driven", "work",
    "level_of_effort", "active", "priority", "fixed_cost", "fixed_cost_accrual", "ev_method", "optimistic",
    "pessimistic", "deliverable", "notes", "audience", "tags",
)  # fmt: skip
"""What a task keeps."""
MOST_TASKS = 1000
LONGEST_TEXT = 20_000
LARGEST_NUMBER = 10**12

sentences(
    module_empty=N_("Nothing is selected that could become a module. Nothing was changed."),
    module_large=N_("A module holds at most {most} tasks; {count} are selected. Nothing was changed."),
)


@dataclass(frozen=True, slots=True)
class ModuleTask:
    """One task; ``level`` 0 is the top of the module."""

    level: int
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ModuleLink:
    """A link within the module, by the places of its tasks."""

    before: int
    after: int
    type: str
    lag: int
    lag_unit: str
    lag_percent: int | None


@dataclass(frozen=True, slots=True)
class ModuleShare:
    """Who works on a task, by name."""

    task: int
    resource: str
    units: int
    work: int | None


@dataclass(frozen=True, slots=True)
class Module:
    """Tasks in outline order."""

    name: str
    tasks: tuple[ModuleTask, ...]
    links: tuple[ModuleLink, ...] = ()
    shares: tuple[ModuleShare, ...] = ()

    @classmethod
    def of(cls, project: Project, ids: Iterable[str], name: str) -> Self:
        """The tasks ``ids`` with all below them; raises ``module_empty`` or ``module_large``."""
        outline = project.outline
        tops = [outline.row[each] for each in ids if each in outline.row]
        rows = sorted({row for top in tops for row in range(top, outline.end[top])})
        if not rows:
            raise Rejected("module_empty")
        if len(rows) > MOST_TASKS:
            raise Rejected("module_large", most=MOST_TASKS, count=len(rows))
        order = [outline.order[row] for row in rows]
        place = {identity: number for number, identity in enumerate(order)}
        tasks = [project.get(Task, each) for each in order]
        return cls(
            name,
            tuple(ModuleTask(level, _kept(task)) for level, task in zip(_levels(tasks), tasks, strict=True)),
            tuple(
                ModuleLink(place[link.predecessor], at, link.type, link.lag, link.lag_unit, link.lag_percent)
                for at, each in enumerate(order)
                for link in project.predecessors(each)
                if link.predecessor in place
            ),
            tuple(
                ModuleShare(at, resource.name, one.units, one.work)
                for at, each in enumerate(order)
                for one in project.assignments(each)
                if (resource := project.find(Resource, one.resource)) is not None
            ),
        )

    def missing(self, project: Project) -> tuple[str, ...]:
        """Names of resources that ``project`` does not have."""
        there = resources_by_name(project)
        return tuple(dict.fromkeys(share.resource for share in self.shares if share.resource not in there))


def _levels(tasks: Sequence[Task]) -> list[int]:
    level: dict[str, int] = {}
    for task in tasks:
        level[task.id] = level[task.parent] + 1 if task.parent in level else 0
    return list(level.values())


def _kept(task: Task) -> dict[str, Any]:
    """Fields that differ from those of any new task."""
    specs = Task.info.specs
    found = {name: getattr(task, name) for name in FIELDS}
    return {name: value for name, value in found.items() if name == "name" or value != specs[name].default}


def resources_by_name(project: Project) -> dict[str, str]:
    """Ids of resources by their names; of two that are called alike, the first."""
    return {one.name: one.id for one in reversed(list(project.table(Resource).values()))}


# -- kept as JSON -------------------------------------------------------------------------------


def to_state(module: Module) -> dict[str, Any]:
    """``module`` as JSON."""
    return {
        "name": module.name,
        "tasks": [[task.level, {name: _plain(value) for name, value in task.fields.items()}] for task in module.tasks],
        "links": [
            [one.before, one.after, one.type, one.lag, one.lag_unit, one.lag_percent] for one in module.links
        ],
        "shares": [[one.task, one.resource, one.units, one.work] for one in module.shares],
    }  # fmt: skip


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def from_state(state: object) -> Module | None:
    """The module that was kept as JSON; None where it cannot be one, whoever wrote it."""
    if not isinstance(state, Mapping):
        return None
    try:
        tasks = tuple(_tasks(state["tasks"]))
        count = len(tasks)
        links = tuple(link for each in _rows(state.get("links")) if (link := _link(each, count)) is not None)
        shares = tuple(share for each in _rows(state.get("shares")) if (share := _share(each, count)) is not None)
        name = state["name"]
    except (KeyError, TypeError, ValueError, IndexError):
        return None
    if not tasks or not isinstance(name, str) or not name.strip():
        return None
    return Module(" ".join(name.split())[:100], tasks, links, shares)


def _rows(value: object) -> list[Any]:
    return [each for each in value if isinstance(each, list)] if isinstance(value, list) else []


def _tasks(value: object) -> Iterator[ModuleTask]:
    """Tasks whose levels rise by one at most, and that have names."""
    last = -1
    for level, fields in _rows(value)[:MOST_TASKS]:
        known = {name: read for name in FIELDS if name in fields and (read := _value(name, fields[name])) is not None}
        if not str(known.get("name", "")).strip() or not isinstance(level, int):
            raise ValueError("a task without a name")
        last = max(0, min(level, last + 1))
        yield ModuleTask(last, known)


def _value(name: str, value: object) -> Any:
    """``value`` where it is of the kind of the field, otherwise None: the field is then as in any new task."""
    spec: Spec = Task.info.specs[name]
    match spec.kind:
        case Kind.FLAG:
            return value if isinstance(value, bool) else None
        case Kind.TEXT | Kind.LONG_TEXT:
            return value[:LONGEST_TEXT] if isinstance(value, str) else None
        case Kind.CHOICE:
            return value if isinstance(value, str) and spec.choices and value in spec.choices else None
        case Kind.TEXTS:
            return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else None
        case _:
            return _number(value, spec.low)


def _number(value: object, low: int | None = None) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > LARGEST_NUMBER:
        return None
    return value if low is None or value >= low else None


def _link(row: list[Any], count: int) -> ModuleLink | None:
    before, after, kind, lag, unit, percent = row
    inside = all(_number(at, 0) is not None and at < count for at in (before, after)) and before != after
    if not inside or kind not in LINK_TYPE or unit not in UNIT or _number(lag) is None:
        return None
    return ModuleLink(before, after, kind, lag, unit, _number(percent))


def _share(row: list[Any], count: int) -> ModuleShare | None:
    task, resource, units, work = row
    if _number(task, 0) is None or task >= count or not isinstance(resource, str) or _number(units, 0) is None:
        return None
    return ModuleShare(task, resource, min(units, 1_000_000), _number(work, 0))


# -- those that come with the program -----------------------------------------------------------


def phases(template: Template, language: str, minutes_per_day: int) -> Iterator[Module]:
    """The phases of a template, each with what lies within it."""
    steps = template.steps
    starts = [place for place, step in enumerate(steps) if step.level == 0]
    for first, end in zip(starts, [*starts[1:], len(steps)], strict=True):
        tasks, links = [], []
        for place in range(first, end):
            step = steps[place]
            fields: dict[str, Any] = {"name": step.name.get(language, step.name[ENGLISH])}
            if step.days == 0:
                fields |= {"milestone": True, "duration": 0}
            elif step.days is not None:
                fields["duration"] = step.days * minutes_per_day
            tasks.append(ModuleTask(step.level, fields))
            links += [
                ModuleLink(before - first, place - first, kind, lag * minutes_per_day, "d", None)
                for before, kind, lag in step.after
                if first <= before < end
            ]
        yield Module(tasks[0].fields["name"], tuple(tasks), tuple(links))
