"""Baselines: the plan as it is now, kept task by task, and which one is meant."""

from __future__ import annotations

from desktop.domain.costing import Costs, costs
from desktop.domain.costing.work import amount_of
from desktop.domain.earned_value.spread import spread_text
from desktop.domain.plan import Baseline, BaselineTask, Resource
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import Schedule, to_datetime
from desktop.domain.scheduling.crew import WORKING
from desktop.i18n import N_

sentences(
    baseline_unknown=N_("There is no baseline “{name}”. Nothing was done; there are: {known}."),
    no_baseline=N_("There is no baseline yet, so there is nothing to compare with. Capture one in the plan."),
)


def captured(
    project: Project, schedule: Schedule, money: Costs | None = None, *, spreads: bool = True
) -> tuple[BaselineTask, ...]:
    """Every task with dates, duration, work and cost as they are; summaries hold what is within them.

    As in Microsoft Project the cost of a baseline is the cost of the plan on that day, actual and remaining.
    ``money`` are the costs of the plan, where they are known. Without ``spreads`` it is not told when cost falls due.
    """
    money = money or costs(project, schedule)
    work = _rolled_work(project, schedule)
    rows = []
    for level, identity in zip(project.outline.depth, project.outline.order, strict=True):
        row = schedule.row.get(identity)
        if row is None:
            continue
        rows.append(
            BaselineTask(
                task=identity, name=schedule.task(row).name, level=level, start=to_datetime(schedule.starts[row]),
                finish=to_datetime(schedule.finishes[row]), duration=schedule.duration(identity),
                work=work[row] or None, cost=money.of(identity).total or None,
                spread=_spread(schedule, money, identity) if spreads else "",
            )
        )  # fmt: skip
    return tuple(rows)


def _spread(schedule: Schedule, money: Costs, identity: str) -> str:
    row = schedule.row[identity]
    clock, summary = schedule.network.clock[row], bool(schedule.network.rows.kids[row])
    return spread_text(money.lines(identity, within=False), schedule.starts[row], clock, always=summary)


def _rolled_work(project: Project, schedule: Schedule) -> list[int]:
    """Minutes of work of people and equipment by row: of the assignments, else as entered for the task."""
    rows = schedule.network.rows
    found = [0 if row in rows.inactive else _work(project, schedule, row) for row in range(rows.count)]
    for row in reversed(rows.summaries):
        found[row] = sum(found[kid] for kid in rows.kids[row]) + found[row]
    return found


def _work(project: Project, schedule: Schedule, row: int) -> int:
    task = schedule.task(row)
    items = [(item, project.find(Resource, item.resource)) for item in project.assignments(task.id)]
    working = [amount_of(schedule, item, found) for item, found in items if found and found.kind in WORKING]
    if working:
        return sum(working)
    # What a summary carries is the sum of its parts, whatever a file recorded for it.
    return 0 if schedule.network.rows.kids[row] else task.work or 0


def baseline_named(project: Project, name: str) -> Baseline:
    """The baseline of that name or number (``BL-002``), the newest of several; the one in force for "".

    Raises ``no_baseline`` or ``baseline_unknown``.
    """
    taken = sorted(project.table(Baseline).values(), key=lambda item: -item.number)
    if not taken:
        raise Rejected("no_baseline")
    wanted = name.strip().casefold()
    found = [item for item in taken if not wanted or wanted in (item.name.strip().casefold(), item.code.casefold())]
    if not found:
        raise Rejected("baseline_unknown", name=name, known=", ".join(item.name for item in taken))
    return found[0]
