"""Commands that look at resources: who is needed more than they are there, and what levelling would move."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from desktop.cli.commands import DONE, opened_file, print_json
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, tr, words

if TYPE_CHECKING:
    from desktop.domain.costing.load import Load, Overload
    from desktop.domain.levelling import Levelling, Move
    from desktop.domain.project import Project

LONGEST = 3600.0
"""Seconds that a search may be asked to take."""

sentences(
    seconds_unusable=N_("A search takes from 0 to {most} seconds. Nothing was done; say it as in “--seconds 10”."),
)


def level(chosen: argparse.Namespace) -> int:
    """``pilotage level FILE [--within-float] [--seconds N] [--json]``; the file is not changed."""
    if not 0 <= chosen.seconds <= LONGEST:
        raise Rejected("seconds_unusable", most=round(LONGEST))
    from desktop.domain.levelling import level_plan

    with opened_file(chosen.file) as opened:
        found = level_plan(opened.project, within_float=chosen.within_float, seconds=chosen.seconds)
        if chosen.json:
            print_json(_document(found, within_float=chosen.within_float))
        else:
            if opened.project.profile.date_source == "stored":
                print(tr("This plan shows dates stored by another program. Levelling goes by calculated ones."))
            for line in _lines(found):
                print(line)
    return DONE


def histogram(chosen: argparse.Namespace) -> int:
    """``pilotage histogram FILE [--by day|week|month] [--json]``: demand and capacity of everybody."""
    from desktop.domain.earned_value import PERIODS

    if chosen.by not in PERIODS:
        raise Rejected("period_unknown", name=chosen.by[:80], known=tr(", ", "list").join(PERIODS))
    from desktop.domain.costing import edges
    from desktop.domain.costing.load import histogram as demand
    from desktop.domain.plan import Resource
    from desktop.domain.scheduling.crew import WORKING

    with opened_file(chosen.file) as opened:
        project, planned = opened.project, opened.schedule
        between = edges(planned.start, planned.finish, chosen.by)
        found = [
            (one.name, demand(project, planned, one, between))
            for one in project.table(Resource).values()
            if one.kind in WORKING
        ]
    if chosen.json:
        resources = [{"name": name, "periods": [_load(load) for load in loads]} for name, loads in found]
        print_json({"by": chosen.by, "resources": resources})
        return DONE
    titles = (N_("Resource"), N_("From"), N_("Needed (h)"), N_("There (h)"), N_("Too much (h)"))
    print("\t".join(map(tr, titles)))
    for name, loads in found:
        for load in loads:
            over = max(0, load.demand - load.capacity)
            hours = [f"{minutes / 60:g}" if minutes else "" for minutes in (load.demand, load.capacity, over)]
            if load.demand:
                print("\t".join([name, f"{load.start:%Y-%m-%d}", *hours]))
    return DONE


def _load(load: Load) -> dict[str, Any]:
    return {
        "start": load.start.date().isoformat(),
        "demand_minutes": load.demand,
        "capacity_minutes": load.capacity,
    }


def overloads(chosen: argparse.Namespace) -> int:
    """``pilotage overloads FILE [--json]``."""
    from desktop.domain.costing.load import overloads as find
    from desktop.domain.levelling.wording import say_overload

    with opened_file(chosen.file) as opened:
        found = find(opened.project, opened.schedule)
        if chosen.json:
            number = _numbers(opened.project)
            rows = [_overload(opened.project, one, number) for one in found]
            print_json({"overloads": rows})
            return DONE
        for one in found:
            print(say_overload(opened.project, one, words()))
        if not found:
            print(tr("Nobody is needed more than they are there."))
    return DONE


def _lines(found: Levelling) -> Iterator[str]:
    """Moves as a table for people and spreadsheets, then what it comes to and what remains."""
    from desktop.domain.display import moment_text
    from desktop.domain.levelling.wording import say_left, say_levelling, say_outcome, say_shift, say_why
    from desktop.domain.plan import Task

    project, translate = found.before.project, words()
    if found.moves:
        titles = (N_("WBS"), N_("Task name"), N_("Start"), N_("New start"), N_("Moved by"), N_("Why"))
        yield "\t".join(map(tr, titles))
    for move in found.moves:
        shift = say_shift(found.before.schedule, move.task, move.start, move.to, translate)
        times = [moment_text(move.start), moment_text(move.to), shift]
        yield "\t".join(
            [project.wbs(move.task), project.get(Task, move.task).name, *times, say_why(move, project, translate)]
        )
    yield say_levelling(found, translate)
    if found.moves:
        yield say_outcome(found.before, found.after, translate)
    for one in found.left:
        yield say_left(found.after, one, translate)


def _document(found: Levelling, *, within_float: bool) -> dict[str, Any]:
    from desktop.domain.levelling.wording import late_tasks

    project = found.before.project
    number = _numbers(project)
    return {
        "within_float": within_float,
        "finish": _time(found.finish_before),
        "new_finish": _time(found.finish),
        "orders_tried": found.tried,
        "deadlines_missed": [number[task] for task in late_tasks(found.after) if task not in late_tasks(found.before)],
        "moves": [_move(project, move, number) for move in found.moves],
        "overloads": [_overload(project, one, number) for one in found.before.overloads],
        "overloads_left": [_overload(project, one, number) for one in found.left],
    }


def _move(project: Project, move: Move, number: Mapping[str, int]) -> dict[str, Any]:
    from desktop.domain.levelling.wording import say_why
    from desktop.domain.plan import Resource, Task

    return {
        "uid": number[move.task],
        "wbs": project.wbs(move.task),
        "name": project.get(Task, move.task).name,
        "start": _time(move.start),
        "finish": _time(move.finish),
        "new_start": _time(move.to),
        "new_finish": _time(move.to_finish),
        "levelling_delay_minutes": move.delay,
        "resource": project.get(Resource, move.resource).name if move.resource else None,
        "at": _time(move.at),
        "needed_percent": move.needed,
        "free_percent": move.free,
        "needed_for": [number[other] for other in move.others],
        "why": say_why(move, project, words()),
    }


def _overload(project: Project, one: Overload, number: Mapping[str, int]) -> dict[str, Any]:
    from desktop.domain.plan import Resource

    return {
        "resource": project.get(Resource, one.resource).name,
        "start": _time(one.start),
        "finish": _time(one.finish),
        "needed_percent": one.units,
        "available_percent": one.available,
        "excess_minutes": one.excess,
        "tasks": [number[task] for task in one.tasks],
    }


def _numbers(project: Project) -> Mapping[str, int]:
    """The ``uid`` of every task, as ``pilotage schedule --json`` has it."""
    from desktop.exchange.mspdi import task_numbers

    return task_numbers(project)


def _time(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment is not None else None
