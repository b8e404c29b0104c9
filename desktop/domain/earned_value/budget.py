"""What a baseline planned for each task, and by when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.earned_value.figures import COST, DURATION, WORK
from desktop.domain.earned_value.spread import Points, amount_at, even, read_spread
from desktop.domain.plan import Baseline, BaselineTask
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, WorkCalendar, to_minutes


@dataclass(frozen=True, slots=True)
class Budget:
    """What one task was to take, over time. ``amount`` is in minor units or minutes, as the basis says."""

    task: str
    amount: int
    points: Points
    clock: WorkCalendar

    @property
    def start(self) -> int:
        return self.points[0][0]

    @property
    def finish(self) -> int:
        return self.points[-1][0]

    def planned_by(self, moment: int) -> int:
        """What was to be done before ``moment``."""
        return amount_at(self.points, self.clock, moment)


def basis_of(project: Project, baseline: Baseline) -> str:
    """What the project wants value to be counted in, or the next of cost, work and duration that the baseline has."""
    order = (COST, WORK, DURATION) if project.profile.ev_basis == COST else (WORK, COST, DURATION)
    return next((basis for basis in order if any(map(_AMOUNTS[basis], baseline.tasks))), DURATION)


def budgets(project: Project, schedule: Schedule, baseline: Baseline, basis: str) -> Iterator[Budget]:
    """Budgets of active tasks that are still in the plan, in outline order; each amount is counted once.

    The budget of a summary is that of its parts, with its own cost added. Where none of its parts was there yet
    it was itself what was planned, and has its budget as a task has.
    """
    rows, agreed = schedule.network.rows, {row.task: row for row in baseline.tasks}
    held = [identity in agreed for identity in rows.ids]
    for row in range(rows.count):
        part = agreed.get(rows.ids[row])
        if part is None or row in rows.inactive:
            continue
        amount = round(_AMOUNTS[basis](part))
        own = rows.kids[row] and any(held[row + 1 : rows.end[row]])
        points = _points(part, basis, amount)
        if own:
            points = read_spread(part.spread, part.start) if basis == COST else ()
        if points and points[-1][1]:
            yield Budget(rows.ids[row], points[-1][1], points, schedule.network.clock[row])


def _points(part: BaselineTask, basis: str, amount: int) -> Points:
    points = read_spread(part.spread, part.start) if basis == COST else ()
    if points and points[-1][1] == amount:
        return points
    if part.start is None or part.finish is None:
        return ()
    return even(to_minutes(part.start), to_minutes(part.finish), amount)


_AMOUNTS: dict[str, Callable[[BaselineTask], int]] = {
    COST: lambda row: row.cost or 0, WORK: lambda row: row.work or 0, DURATION: lambda row: row.duration,
}  # fmt: skip


def missing(schedule: Schedule, baseline: Baseline) -> Sequence[str]:
    """Ids of active tasks without children that the baseline does not know, in outline order."""
    rows, agreed = schedule.network.rows, {row.task for row in baseline.tasks}
    return [
        identity for row, identity in enumerate(rows.ids)
        if identity not in agreed and not rows.kids[row] and row not in rows.inactive
    ]  # fmt: skip
