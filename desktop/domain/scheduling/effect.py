"""What a change of the plan does to its dates, told from the schedules before and after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.domain.scheduling.result import Schedule


@dataclass(frozen=True, slots=True)
class Effect:
    """Tasks whose dates differ, and the finish of the project before and after."""

    moved: tuple[str, ...]
    """Ids in the order of the outline; summaries are not among them."""
    finish_before: dt.datetime
    finish_after: dt.datetime

    @property
    def days(self) -> int:
        """Calendar days by which the project finishes later; negative for sooner."""
        return (self.finish_after.date() - self.finish_before.date()).days


def effect(before: Schedule, after: Schedule) -> Effect:
    """What differs from ``before`` to ``after``; tasks that only one of the two has are not counted."""
    kids = after.network.rows.kids
    moved = []
    for row, identity in enumerate(after.ids):
        if kids[row] or identity not in before:
            continue
        start, finish = before.start_minutes(identity), before.finish_minutes(identity)
        if (after.starts[row], after.finishes[row]) != (start, finish):
            moved.append(identity)
    return Effect(tuple(moved), before.finish, after.finish)
