"""Which tasks levelling may move, and why others stay where they are."""

from __future__ import annotations

from desktop.domain.costing.load import Overload
from desktop.domain.levelling.moves import Outcome
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import CREW, EFFORT, LATE, PLAIN, SUMMARY
from desktop.i18n import N_

STAYS = 1000
"""The priority of a task that is never levelled."""

HELD = {
    "summary": N_("summaries {tasks}"),
    "effort": N_("as long as the work they support {tasks}"),
    "started": N_("begun {tasks}"),
    "manual": N_("scheduled by hand {tasks}"),
    "late": N_("as late as possible {tasks}"),
    "pinned": N_("held by a constraint {tasks}"),
    "priority": N_("priority 1000 {tasks}"),
    "alone": N_("needs more than there is by itself {tasks}"),
    "float": N_("too little float {tasks}"),
}
"""Why tasks stay where they are, by code; translate before filling in."""


def held_by(net: Network, row: int) -> str:
    """Why levelling may not move the task at ``row``: a code of :data:`HELD`, or nothing."""
    task, kind = net.tasks[row], net.kind[row]
    facts = net.facts.get(row)
    if kind == SUMMARY:
        return "summary"
    if kind == EFFORT:
        return "effort"
    if task.actual_start is not None or task.actual_finish is not None or task.percent_complete:
        return "started"
    if kind == LATE:
        return "late"
    if kind not in (PLAIN, CREW) and not (facts is not None and facts.pin == "delay"):
        return "manual" if task.mode == "manual" else "pinned"
    return "priority" if task.priority >= STAYS else ""


def movable(planned: Schedule) -> list[str]:
    """Ids of the tasks that levelling may delay."""
    net = planned.network
    return [
        task.id
        for row, task in enumerate(net.tasks)
        if net.duration[row] and row not in net.rows.inactive and not held_by(net, row)
    ]


def why_left(outcome: Outcome, overload: Overload) -> list[tuple[str, str]]:
    """(task id, code of :data:`HELD`) for each task of an overload that remains."""
    net = outcome.schedule.network
    alone = len(overload.tasks) == 1
    found = []
    for identity in overload.tasks:
        row = net.rows.row[identity]
        found.append((identity, "alone" if alone else held_by(net, row) or "float"))
    return found
