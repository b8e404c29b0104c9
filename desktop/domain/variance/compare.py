"""The plan against a baseline, and one baseline against another: what moved, grew, came and went.

Signs are Microsoft Project's: a variance is what is now less what was agreed, so that later, longer and dearer are
positive. Start and finish variance count the working time of the task's calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.baselines import captured
from desktop.domain.costing import Costs
from desktop.domain.plan import Baseline, BaselineTask, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, WorkCalendar, to_minutes
from desktop.i18n import N_

SAME, CHANGED, ADDED, REMOVED = "same", "changed", "added", "removed"
KINDS: Mapping[str, str] = {
    SAME: N_("As agreed", "variance"), CHANGED: N_("Changed", "variance"), ADDED: N_("Added", "variance"),
    REMOVED: N_("Removed", "variance"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variance:
    """One task then and now. Amounts are minutes, and minor units for cost; None where one side has nothing to say."""

    task: str
    name: str
    """As it is called now, else as it was called then; "" for a deleted task of a plan that kept no names."""
    before: BaselineTask | None
    after: BaselineTask | None
    start: int | None = None
    finish: int | None = None
    duration: int | None = None
    work: int | None = None
    cost: int | None = None

    @property
    def kind(self) -> str:
        """``same``, ``changed``, ``added`` or ``removed``."""
        if self.before is None or self.after is None:
            return ADDED if self.before is None else REMOVED
        return CHANGED if any((self.start, self.finish, self.duration, self.work, self.cost)) else SAME


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every task of either side: those of the plan in outline order, then those that are gone."""

    before: Baseline
    after: Baseline | None
    """None for the plan as it stands."""
    tasks: tuple[Variance, ...]
    whole: Variance
    """The project: earliest start, latest finish, working time between them, sum of work and cost."""
    summaries: frozenset[str]
    """Ids of tasks that have children now."""

    def of(self, kind: str) -> tuple[Variance, ...]:
        """Tasks of one kind; those that were added or changed without the summaries that only follow them."""
        found = (one for one in self.tasks if one.kind == kind)
        return tuple(one for one in found if kind == REMOVED or one.task not in self.summaries)

    @property
    def later(self) -> tuple[Variance, ...]:
        """Tasks that finish later than agreed, summaries excepted."""
        return tuple(one for one in self.of(CHANGED) if (one.finish or 0) > 0)

    @property
    def earlier(self) -> tuple[Variance, ...]:
        return tuple(one for one in self.of(CHANGED) if (one.finish or 0) < 0)


def compare(
    project: Project, schedule: Schedule, before: Baseline, after: Baseline | None = None, *, money: Costs | None = None
) -> Comparison:
    """``before`` against the plan as it stands, or against another baseline.

    ``money`` are the costs of the plan, where they are known already.
    """
    current = captured(project, schedule, money, spreads=False) if after is None else after.tasks
    then = {row.task: row for row in before.tasks if row.task}
    now = {row.task: row for row in current if row.task}
    rows, tasks = project.outline.row, project.table(Task)
    order = [identity for identity in project.outline.order if identity in then or identity in now]
    order += [identity for identity in {**then, **now} if identity not in rows]
    # A baseline of another program may hold dates alone: it says nothing about work and cost.
    sides = [before.tasks] if after is None else [before.tasks, after.tasks]
    kept = frozenset(
        name for name in ("work", "cost") if all(any(getattr(row, name) is not None for row in side) for side in sides)
    )
    found = []
    for identity in order:
        old, new = then.get(identity), now.get(identity)
        name = tasks[identity].name if identity in tasks else (old.name if old else "") or (new.name if new else "")
        found.append(_told(Variance(identity, name, old, new), schedule.calendar(identity), kept))
    calendar = schedule.calendar()
    sums = (_sum(project, before.tasks, calendar), _sum(project, current, calendar))
    return Comparison(
        before, after, tuple(found), _told(Variance("", project.profile.name, *sums), calendar, kept),
        frozenset(identity for identity in order if identity in tasks and project.is_summary(identity)),
    )  # fmt: skip


def _told(one: Variance, calendar: WorkCalendar, kept: frozenset[str]) -> Variance:
    """``one`` with its amounts; of work and cost those that the baseline has ``kept``."""
    before, after = one.before, one.after
    if before is None or after is None:
        return one
    return replace(
        one,
        start=_between(calendar, before.start, after.start), finish=_between(calendar, before.finish, after.finish),
        duration=after.duration - before.duration,
        work=(after.work or 0) - (before.work or 0) if "work" in kept else None,
        cost=(after.cost or 0) - (before.cost or 0) if "cost" in kept else None,
    )  # fmt: skip


def _between(calendar: WorkCalendar, before: dt.datetime | None, after: dt.datetime | None) -> int | None:
    if before is None or after is None:
        return None
    return calendar.between(to_minutes(before), to_minutes(after))


def _sum(project: Project, rows: Sequence[BaselineTask], calendar: WorkCalendar) -> BaselineTask | None:
    starts, finishes = [row.start for row in rows if row.start], [row.finish for row in rows if row.finish]
    if not starts or not finishes:
        return None
    start, finish, tops = min(starts), max(finishes), list(outermost(project, rows))
    return BaselineTask(
        task=None, name=project.profile.name, level=None, start=start, finish=finish,
        duration=calendar.between(to_minutes(start), to_minutes(finish)),
        work=sum(row.work or 0 for row in tops), cost=sum(row.cost or 0 for row in tops), spread="",
    )  # fmt: skip


def outermost(project: Project, rows: Sequence[BaselineTask]) -> Iterator[BaselineTask]:
    """Rows that are within none of the others, so that sums count everything once.

    By the outline of the day on which they were taken; where that is not known, by the present one.
    """
    held = {row.task for row in rows}
    open_levels: list[int] = []
    for row in rows:
        if row.level is not None:
            while open_levels and open_levels[-1] >= row.level:
                open_levels.pop()
            if not open_levels:
                yield row
            open_levels.append(row.level)
            continue
        above = project.find(Task, row.task)
        while above is not None and (above := project.find(Task, above.parent)) is not None:
            if above.id in held:
                break
        if above is None:
            yield row
