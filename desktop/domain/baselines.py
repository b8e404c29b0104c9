"""Baselines: the plan as it is now, kept task by task, and which one is meant."""

from __future__ import annotations

from desktop.domain.costing import Costs, costs
from desktop.domain.costing.task_work import WorkOfTasks
from desktop.domain.earned_value.spread import spread_text
from desktop.domain.plan import Baseline, BaselineTask, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import Schedule, to_datetime
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
    work = WorkOfTasks(project, schedule)
    rows = []
    for level, identity in zip(project.outline.depth, project.outline.order, strict=True):
        row = schedule.row.get(identity)
        if row is None:
            continue
        rows.append(
            BaselineTask(
                task=identity, name=project.get(Task, identity).name, level=level,
                start=to_datetime(schedule.starts[row]), finish=to_datetime(schedule.finishes[row]),
                duration=schedule.duration(identity),
                work=work.of(row).total or None, cost=money.of(identity).total or None,
                spread=_spread(schedule, money, identity) if spreads else "",
            )
        )  # fmt: skip
    return tuple(rows)


def _spread(schedule: Schedule, money: Costs, identity: str) -> str:
    row = schedule.row[identity]
    clock, summary = schedule.network.clock[row], bool(schedule.network.rows.kids[row])
    return spread_text(money.lines(identity, within=False), schedule.starts[row], clock, always=summary)


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
