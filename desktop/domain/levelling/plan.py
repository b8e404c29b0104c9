"""Levelling of a plan: which tasks would have to wait so that nobody is needed twice at once.

Tasks are placed one after the other, each at the first moment at which its links, its calendar and the
resources already promised allow it (serial schedule generation). The first order is Microsoft Project's (see
``orders``); with more time many others are tried, and where the project may be extended one that comes from a
search in whole numbers (see ``guide``). Units and people are never changed.

Nothing is stored: the result is a list of :class:`Move`, each a levelling delay that a person may accept. What
is said of dates and overloads afterwards is read from a schedule of the plan with those delays.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.levelling.guide import guide
from desktop.domain.levelling.movable import movable
from desktop.domain.levelling.moves import Levelling, Move, Outcome, outcome, with_delays
from desktop.domain.levelling.orders import Orders
from desktop.domain.levelling.placing import Placed, Placing
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import to_datetime

GUIDED = 0.7
"""Part of the time in which the plan is searched in whole numbers, if it may be extended."""


def level_plan(
    project: Project,
    *,
    within_float: bool = True,
    seconds: float = 2.0,
    limit: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Levelling:
    """Moves that resolve the overloads of ``project``.

    ``within_float`` delays no task beyond its late finish, so that the project ends no later; otherwise the
    shortest plan found within ``seconds`` of search, or ``limit`` orders, is proposed. Delays that earlier
    levelling gave to tasks that may move are given anew. Equal limits give equal answers.
    """
    end, stop = time.monotonic() + seconds, cancelled or (lambda: False)
    before = outcome(project)
    free = movable(before.schedule)
    bare, start = with_delays(before.project, before.schedule, dict.fromkeys(free, 0))
    placing = Placing(bare, start, {start.row[i] for i in free}, within_float)
    orders = Orders(start)
    best = placing.place(orders.standard())
    tried, halted = 1, False

    def enough() -> bool:
        return stop() or time.monotonic() >= end

    if not within_float and best.cost != placing.ideal:
        hint = guide(start, placing.bench, seconds * GUIDED, cancelled=stop, limit=limit)
        if hint is not None:
            best = min(best, placing.place(orders.by_starts(hint.starts)), key=lambda one: one.cost)
            tried += hint.tried
    orders.best = best.order
    for order in orders.others(random.Random(0)):
        halted = stop()
        if best.cost == placing.ideal or enough() or (limit is not None and tried >= limit):
            break
        made = placing.place(order, enough)
        if made is not None:
            tried += 1
            best = min(best, made, key=lambda one: one.cost)
            orders.best = best.order
    moves = _moves(placing, best, before)
    after = outcome(before.project, moves, before.schedule)
    if within_float and after.finish > before.finish:
        moves, after = _as_many_as_fit(moves, before)
    return Levelling(_dated(moves, after), before, after, tried, halted)


def _moves(placing: Placing, best: Placed, before: Outcome) -> list[Move]:
    """Delays that differ from those the project has; where tasks come to stand is not known yet."""
    ids, found = placing.net.rows.ids, []
    place_in_order = {row: place for place, row in enumerate(best.order)}
    for row in sorted(placing.movable):
        delay = best.delays.get(row, 0)
        if delay == before.project.get(Task, ids[row]).levelling_delay:
            continue
        start, finish = to_datetime(before.schedule.starts[row]), to_datetime(before.schedule.finishes[row])
        move = Move(ids[row], start, finish, start, finish, delay)
        clash = best.clashes.get(row)
        if delay and clash is not None:
            others = tuple(ids[other] for other in placing.holders(best, row, place_in_order))
            move = Move(
                ids[row], start, finish, start, finish, delay, clash.resource, to_datetime(clash.minute),
                clash.needed, clash.free, others,
            )  # fmt: skip
        found.append(move)
    return found


def _dated(moves: Sequence[Move], after: Outcome) -> tuple[Move, ...]:
    """``moves`` with the dates that their tasks come to."""
    planned = after.schedule
    return tuple(
        replace(
            move,
            to=to_datetime(planned.start_minutes(move.task)),
            to_finish=to_datetime(planned.finish_minutes(move.task)),
        )
        for move in moves
    )


def _as_many_as_fit(moves: list[Move], before: Outcome) -> tuple[list[Move], Outcome]:
    """As many of the first moves as leave the project finish where it is.

    Late dates are a promise for one task at a time and on its own calendar; where people with calendars of
    their own break it, some moves are given up.
    """
    fits, too_many = 0, len(moves)
    kept = before
    while too_many - fits > 1:
        count = (fits + too_many) // 2
        after = outcome(before.project, moves[:count], before.schedule)
        if after.finish > before.finish:
            too_many = count
        else:
            fits, kept = count, after
    return moves[:fits], kept
