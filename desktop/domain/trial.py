"""What a command comes to before anything of it is stored: records, dates, and whether it is refused.

One home for the session, for previews of gestures and for the trial of many cells, so that none of them promises what
another refuses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.changes import Change, Transaction
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule, schedule
from desktop.domain.scheduling.circles import Circle, new_circles
from desktop.domain.scheduling.engine import leaves_stored
from desktop.domain.scheduling.scratch import Scratch
from desktop.domain.validation import validate

if TYPE_CHECKING:
    from desktop.domain.session import Command


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command comes to."""

    changes: tuple[Change, ...]
    """Empty where nothing differs."""
    facts: Mapping[str, str]
    """What fills placeholders of the label."""
    schedule: Schedule


def outcome(tx: Transaction, before: Schedule, command: Command, scratch: Scratch | None = None) -> Outcome:
    """Carry out ``command`` through ``tx``, of a project whose schedule was ``before``; dates in ``scratch``, if any.

    Raises ``Rejected``, or whatever the command raises, with everything put back.
    """
    facts, changes = written(tx, command)
    try:
        if take_over_dates(tx, before, changes):
            changes = tx.changes()
        planned = schedule(tx.project, before, changes, scratch, most=tx.most_rows)
        # What a foreign file holds is shown and set apart by the schedule, not refused.
        if not getattr(command, "keeps_circles", False):
            for circle in new_circles(before.tangle, planned.tangle):
                raise closed_circle(tx.project, circle)
    except BaseException:
        tx.rollback()
        raise
    return Outcome(changes, facts, planned)


def written(tx: Transaction, command: Command) -> tuple[Mapping[str, str], tuple[Change, ...]]:
    """Carry out ``command`` on the records alone, each of which is then as its declaration says.

    What fills placeholders of the label, and the changes. Raises as :func:`outcome`.
    """
    try:
        facts = command.apply(tx) or {}
        changes = tx.changes()
        for change in changes:
            if change.after is not None:
                validate(tx.project, change.after, change.before)
    except BaseException:
        tx.rollback()
        raise
    return facts, changes


def take_over_dates(tx: Transaction, before: Schedule, changes: Sequence[Change]) -> bool:
    """Have dates calculated where ``changes`` outdate stored ones, which are of the plan as it was; whether they do."""
    outdated = leaves_stored(tx.project, before, changes)
    if outdated:
        tx.update(ProjectProfile, tx.project.profile.id, date_source="calculated")
    return outdated


def closed_circle(project: Project, circle: Circle) -> Rejected:
    """The refusal of links by which tasks would wait for themselves."""
    names = [task.name for each in circle.tasks if (task := project.find(Task, each)) is not None]
    return Rejected("cycle", tasks=" → ".join([*names, names[0]]))
