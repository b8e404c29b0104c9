"""What keeps a task from starting where it was put, in words: never is a drag without effect left unexplained."""

from __future__ import annotations

import datetime as dt

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.driving import driving_links
from desktop.i18n import N_, tr

LINKS, DELAY, OTHER = "links", "delay", "other"
TIPS = {
    LINKS: N_("its links hold it until {start}"),
    DELAY: N_("its levelling delay holds it until {start}"),
    OTHER: N_("it cannot start before {start}"),
}
"""While a bar is dragged."""
LONGER_TIPS = {
    LINKS: N_("its links hold the start at {start}: the task only gets longer"),
    DELAY: N_("its levelling delay holds the start at {start}: the task only gets longer"),
    OTHER: N_("it cannot start before {start}: the task only gets longer"),
}
"""While the left edge of a bar is dragged."""
TOLD = {
    LINKS: N_("“{task}” starts no earlier than {wanted}; its links hold it until {start}."),
    DELAY: N_("“{task}” starts no earlier than {wanted}; its levelling delay holds it until {start}."),
    OTHER: N_("“{task}” starts no earlier than {wanted}; it cannot before {start}."),
}
LONGER_TOLD = {
    LINKS: N_("“{task}” only got longer: its links hold the start at {start}. It takes {duration} until {finish}."),
    DELAY: N_(
        "“{task}” only got longer: its levelling delay holds the start at {start}. It takes {duration} until {finish}."
    ),
    OTHER: N_(
        "“{task}” only got longer: it cannot start before {start}. It takes {duration} until {finish}."
    ),
}


def holder(project: Project, plan: Schedule, identity: str) -> str:
    """What holds the start of a task where it is, a key of :data:`TIPS`; anything else is what it is worked by."""
    if project.get(Task, identity).levelling_delay:
        return DELAY  # links too, perhaps, but they would let it start earlier
    return LINKS if any(driving_links(plan.network, plan.times, plan.row[identity])) else OTHER


def held_until(project: Project, plan: Schedule, identity: str, *, fine: bool) -> dt.datetime | None:
    """When a task starts that is to start no earlier than a date and cannot yet; None where it starts on that date.

    ``fine`` compares times of the day too.
    """
    task, start = project.get(Task, identity), plan.of(identity).start
    if task.mode == "manual" or task.constraint != "snet" or task.constraint_date is None or task.actual_start:
        return None
    wanted = task.constraint_date
    late = start > wanted if fine else start.date() > wanted.date()
    return start if late else None


def linked(project: Project, identity: str) -> bool:
    """Whether dates of a task follow from links: its own or those of a summary above it."""
    found = project.find(Task, identity)
    seen: set[str] = set()
    while found is not None and found.id not in seen:
        if project.predecessors(found.id):
            return True
        seen.add(found.id)
        found = project.find(Task, found.parent)
    return False


def tip(project: Project, plan: Schedule, identity: str, *, longer: bool, start: str) -> str:
    """The line beside the pointer."""
    return tr((LONGER_TIPS if longer else TIPS)[holder(project, plan, identity)], start=start)
