"""A plan in whole numbers, for the search of ``scheduling.levelling``: its answer is an order worth trying.

What numbers alone cannot hold is left out: calendars but for their working time, links other than finish-to-start
without lag, what is there from one day to another. So the answer is no plan; it is placed in real time like any
other order, and kept if it comes out shorter.
"""

from __future__ import annotations

from collections.abc import Callable
from math import gcd
from typing import TYPE_CHECKING

from desktop.domain.levelling.bench import Bench
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.levelling.problem import Activity, Problem, Resource
from desktop.domain.scheduling.reading import SUMMARY

if TYPE_CHECKING:
    from desktop.domain.scheduling.levelling.search import Levelled

UNITS = (1, 5, 15, 30, 60, 120, 240, 480, 960, 2400)
"""Minutes that a unit of time may have: the finest one is taken in which the plan is short enough."""
LONGEST, HORIZON = 60, 30_000
"""Units of the longest task and of all tasks together up to which the search is fast."""


def guide(
    planned: Schedule, bench: Bench, seconds: float, *, cancelled: Callable[[], bool], limit: int | None
) -> Levelled | None:
    """An answer with a start for every row; None where there is nothing to ask."""
    from desktop.domain.scheduling.levelling.search import level

    try:
        problem = whole_numbers(planned, bench)
        if problem is None:
            return None
        return level(problem, seconds, limit=limit, cancelled=cancelled)
    except Rejected:  # a circle, which the calculation of the plan has cut somewhere
        return None


def whole_numbers(planned: Schedule, bench: Bench) -> Problem | None:
    """The plan as a problem with one activity for each row; None where nobody is needed by two tasks."""
    net = planned.network
    shared = [identity for identity, rows in bench.users.items() if len(set(rows)) > 1]
    if not shared:
        return None
    durations = [0 if net.kind[row] == SUMMARY else net.span[row] for row in range(net.rows.count)]
    unit = _unit(durations)
    place = {identity: position for position, identity in enumerate(shared)}
    scales = [_scale(bench, identity) for identity in shared]
    capacities = [bench.capacity[identity].most // scale for identity, scale in zip(shared, scales, strict=True)]
    activities = []
    for row, duration in enumerate(durations):
        demands = [0] * len(shared)
        for demand in bench.needs[row]:
            position = place.get(demand.resource)
            if position is not None:
                units = demands[position] + demand.usual // scales[position]
                demands[position] = min(units, capacities[position])
        release = max(0, net.calendar.between(net.start, max(net.start, net.floor[row]))) // unit
        before = tuple(net.links.plain_predecessors(row)) if net.kind[row] != SUMMARY else ()
        activities.append(Activity(net.rows.ids[row], -(-duration // unit), before, tuple(demands), release))
    return Problem(activities, [Resource(one, units) for one, units in zip(shared, capacities, strict=True)])


def _unit(durations: list[int]) -> int:
    common = gcd(*durations) or 1
    for unit in (common, *UNITS):
        if max(durations) <= LONGEST * unit and sum(durations) <= HORIZON * unit:
            return unit
    return UNITS[-1]


def _scale(bench: Bench, resource: str) -> int:
    """The greatest number of per cent by which all demands and the capacity of a resource can be counted."""
    demands = {demand.usual for row in bench.users[resource] for demand in bench.needs[row]}
    return gcd(bench.capacity[resource].most, *(units for units in demands if units)) or 1
