"""What levelling proposes, and what becomes of the plan if some of it is accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.changes import Change
from desktop.domain.costing.load import Overload, overloads
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, schedule


@dataclass(frozen=True, slots=True)
class Move:
    """One task that would wait, and for whom."""

    task: str
    start: dt.datetime
    """Where it starts now."""
    finish: dt.datetime
    to: dt.datetime
    """Where it would start if all moves were accepted."""
    to_finish: dt.datetime
    delay: int
    """Levelling delay in elapsed minutes; 0 takes an earlier delay back."""
    resource: str | None = None
    """Who is needed twice where its links alone would put it; None where it follows others or comes back."""
    at: dt.datetime | None = None
    """The moment at which that resource would be needed twice."""
    needed: int = 0
    """Per cent of that resource that the task needs."""
    free: int = 0
    """Per cent that was free at that moment."""
    others: tuple[str, ...] = ()
    """Tasks that need that resource at that moment, in the order of the outline."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The plan with some moves accepted: nothing of it is estimated."""

    project: Project
    schedule: Schedule
    overloads: tuple[Overload, ...]

    @property
    def finish(self) -> dt.datetime:
        return self.schedule.finish


@dataclass(frozen=True, slots=True)
class Levelling:
    """Proposed moves in the order of the outline, and what they lead to."""

    moves: tuple[Move, ...]
    before: Outcome
    """The plan as calculated now."""
    after: Outcome
    """With all moves accepted."""
    tried: int
    """Orders compared."""
    cancelled: bool = False

    @property
    def finish(self) -> dt.datetime:
        """Of the project if all moves are accepted."""
        return self.after.finish

    @property
    def finish_before(self) -> dt.datetime:
        return self.before.finish

    @property
    def left(self) -> tuple[Overload, ...]:
        """Overloads that no allowed move resolves."""
        return self.after.overloads


def calculated(project: Project) -> Project:
    """A copy that shows calculated dates, as accepting a move makes a plan show that came with stored ones."""
    copy, profile = project.snapshot(), project.profile
    if profile.date_source == "stored":
        copy.put(ProjectProfile.info.key, profile.id, profile.replace(date_source="calculated"))
    return copy


def with_delays(project: Project, planned: Schedule, delays: Mapping[str, int]) -> tuple[Project, Schedule]:
    """A copy of ``project`` with these levelling delays by task id, and its schedule, made from ``planned``."""
    copy, changes = project.snapshot(), []
    for identity, delay in delays.items():
        now = copy.get(Task, identity)
        if now.levelling_delay != delay:
            changes.append(Change("task", identity, now, now.replace(levelling_delay=delay)))
            copy.put("task", identity, changes[-1].after)
    return copy, schedule(copy, planned, changes) if changes else planned


def outcome(project: Project, moves: Iterable[Move] = (), present: Schedule | None = None) -> Outcome:
    """What the plan comes to if ``moves``, and no others, are accepted.

    ``present`` saves time: the schedule of ``project`` with calculated dates.
    """
    bare = calculated(project)
    after, planned = with_delays(bare, present or schedule(bare), {move.task: move.delay for move in moves})
    return Outcome(after, planned, overloads(after, planned))


def gains(
    before: Outcome, moves: Iterable[Move], cancelled: Callable[[], bool] = lambda: False
) -> Mapping[str, dt.datetime]:
    """Finish of the project with each move accepted by itself, by task id; the rest is missing when cancelled."""
    found: dict[str, dt.datetime] = {}
    for move in moves:
        if cancelled():
            break
        found[move.task] = with_delays(before.project, before.schedule, {move.task: move.delay})[1].finish
    return found
