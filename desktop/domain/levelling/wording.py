"""What is said of levelling: of each move, of each overload, and of the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import reduce

from desktop.domain.costing.load import Overload, excess
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text
from desktop.domain.levelling.movable import HELD, why_left
from desktop.domain.levelling.moves import Levelling, Move, Outcome
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.domain.scheduling.crew import WORKING
from desktop.i18n import N_, Catalog

SHOWN = 4
"""Tasks that a sentence names; of the others it says how many there are."""


def say_why(move: Move, project: Project, words: Catalog) -> str:
    """Who makes a task wait."""
    if move.resource is None or move.at is None:
        return words("An earlier levelling delay is not needed any more.") if not move.delay else ""
    facts = {"resource": project.get(Resource, move.resource).name, "at": moment_text(move.at)}
    if not move.others:
        if not move.free:
            return words("“{resource}” is not there at {at}.", **facts)
        text = N_("{needed} % of “{resource}” is needed at {at}, and {free} % is there.")
        return words(text, **facts, needed=move.needed, free=move.free)
    facts["tasks"] = task_names(project, move.others, words)
    if not move.free:
        return words("At {at} “{resource}” is needed for {tasks}.", **facts)
    text = N_("At {at} “{resource}” is needed for {tasks}; of {needed} % only {free} % is free.")
    return words(text, **facts, needed=move.needed, free=move.free)


def say_shift(planned: Schedule, task: str, before: dt.datetime, after: dt.datetime, words: Catalog) -> str:
    """Working time from one moment to another, by the calendar of a task: ``+2d``, ``-4h``, or nothing."""
    calendar, profile = planned.calendar(task or None), planned.network.profile
    first, last = to_minutes(before), to_minutes(after)
    minutes = calendar.between(min(first, last), max(first, last))
    if not minutes:
        return ""
    unit = "d" if minutes * 2 >= profile.minutes_per_day else "h"
    return ("+" if last > first else "-") + duration_text(minutes, unit, profile, words)


def say_overload(project: Project, found: Overload, words: Catalog) -> str:
    """Who is needed too much, when, and by which tasks."""
    facts = {
        "resource": project.get(Resource, found.resource).name, "start": moment_text(found.start),
        "finish": moment_text(found.finish), "tasks": task_names(project, found.tasks, words),
    }  # fmt: skip
    if not found.available:
        text = N_("“{resource}”, {start} – {finish}: not there, but needed for {tasks}.")
        return words(text, **facts)
    text = N_("“{resource}”, {start} – {finish}: {needed} % is needed and {there} % is there, for {tasks}.")
    return words(text, **facts, needed=found.units, there=found.available)


def say_left(outcome: Outcome, found: Overload, words: Catalog) -> str:
    """An overload that remains, and why."""
    told, held = say_overload(outcome.project, found, words), say_held(outcome, found, words)
    return words("{told} {note}", told=told, note=held)


def say_held(outcome: Outcome, found: Overload, words: Catalog) -> str:
    """Why no move resolves an overload: the reasons of its tasks."""
    by_code: dict[str, list[str]] = {}
    for identity, code in why_left(outcome, found):
        by_code.setdefault(code, []).append(identity)
    parts = [words(HELD[code], tasks=task_names(outcome.project, tasks, words)) for code, tasks in by_code.items()]
    return words("Not moved: {reasons}.", reasons=words(N_("; ", "list")).join(parts))


def say_levelling(found: Levelling, words: Catalog) -> str:
    """How many moves there are and how many orders were compared; where there is none, why."""
    project = found.before.project
    if found.moves:
        text = words.plural("{n} move is proposed.", "{n} moves are proposed.", len(found.moves))
        tried = words.plural("{n} order of the tasks was tried.", "{n} orders of the tasks were tried.", found.tried)
        return words("{moves} {tried}", moves=text, tried=tried)
    if not found.before.overloads:
        working = {one.id for one in project.table(Resource).values() if one.kind in WORKING}
        if not any(one.resource in working for one in project.table(Assignment).values()):
            return words("No person and no equipment is assigned to a task, so nobody can be overallocated.")
        return words("Nobody is needed more than they are there: nothing has to move.")
    return words("No move that is allowed makes it better.")


def say_outcome(before: Outcome, after: Outcome, words: Catalog) -> str:
    """The finish of the project and what is too much, before and after; and deadlines that would be missed."""
    facts = {"before": date_text(before.finish), "after": date_text(after.finish)}
    shift = say_shift(before.schedule, "", before.finish, after.finish, words)
    if shift:
        finish = words("The project finishes on {after} instead of {before} ({shift}).", **facts, shift=shift)
    else:
        finish = words("The project finishes on {after}, as before.", **facts)
    told = [finish]
    if before.overloads:
        profile = before.project.profile
        facts = {
            name: duration_text(excess(one.overloads), "d", profile, words)
            for name, one in (("before", before), ("after", after))
        }
        text = N_("Work beyond what is there: {before} before, {after} after.")
        told.append(
            words(text if after.overloads else N_("Work beyond what is there: {before} before, none after."), **facts)
        )
    missed = [one for one in late_tasks(after) if one not in set(late_tasks(before))]
    if missed:
        told.append(words("Deadlines would be missed: {tasks}.", tasks=task_names(after.project, missed, words)))
    return reduce(lambda one, more: words("{told} {note}", told=one, note=more), told)


def late_tasks(outcome: Outcome) -> list[str]:
    """Tasks that miss their deadline, in the order of the outline."""
    planned = outcome.schedule
    return [
        task.id
        for row, task in enumerate(planned.network.tasks)
        if task.deadline is not None and row not in planned.network.rows.inactive
        and to_minutes(task.deadline) < planned.finishes[row]
    ]  # fmt: skip


def task_names(project: Project, tasks: Sequence[str], words: Catalog) -> str:
    """The first of ``tasks`` by name, and how many more there are."""
    shown = words(N_(", ", "list")).join(f"“{project.get(Task, one).name}”" for one in tasks[:SHOWN])
    more = len(tasks) - SHOWN
    return words("{names} and {n} more", names=shown, n=more) if more > 0 else shown
