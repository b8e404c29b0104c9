"""Float paths: the chains of tasks that lead to one task, the driving one first.

Each link has a relationship float: working time, by the calendar of its successor, by which its predecessor can
slip before it holds the successor. What a task can slip before it delays the task asked about is the least sum of
these along any way there. A path is a chain of tasks with the same sum, each driving the next, and joins the rest
by one link whose relationship float is its gap: path 1 drives the task asked about, the others follow by float.

Finished tasks are history and end a chain; so does whatever nothing holds, such as a task scheduled by hand.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.scheduling.calendars import ELAPSED
from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import EFFORT, FIXED, STARTED, SUMMARY
from desktop.domain.scheduling.result import Schedule
from desktop.domain.scheduling.times import Times


@dataclass(frozen=True, slots=True)
class FloatPath:
    """One chain of tasks towards the task asked about."""

    number: int
    """1 drives the task asked about."""
    float: int
    """Working minutes that its tasks can slip before they delay the task asked about."""
    gap: int
    """Relationship float of the link by which it joins another path; 0 for path 1."""
    joins: str | None
    """Id of the task that it joins; None for path 1."""
    link: str | None
    """Id of the dependency by which it does."""
    tasks: tuple[str, ...]
    """Ids from the first task to the last; path 1 ends with the task asked about."""


@dataclass(slots=True)
class _Step:
    """The best way on from a row."""

    total: int
    gap: int
    to: int
    link: str | None


def float_paths(planned: Schedule, task_id: str) -> list[FloatPath]:
    """Paths to a task, those with less float first; of a summary, to what finishes it.

    By calculated dates, whatever is shown. KeyError for a task that is not in the plan.
    """
    net, times = planned.network, planned.times
    steps = _reach(net, times, planned.row[task_id])
    order = list(steps)
    first = {row: times.start[row] for row in order}  # the earliest start of the chain that drives each row
    driven: dict[int, list[int]] = {}
    for row in reversed(order):
        step = steps[row]
        if step.to >= 0 and not step.gap:
            driven.setdefault(step.to, []).append(row)
            first[step.to] = min(first[step.to], first[row])
    placed: set[int] = set()
    found: list[FloatPath] = []
    for row in order:  # by float, and nobody before what it leads to
        if row in placed:
            continue
        chain = [row]
        while kids := [kid for kid in driven.get(chain[-1], ()) if kid not in placed]:
            chain.append(min(kids, key=lambda kid: (first[kid], kid)))
        placed.update(chain)
        step, ids = steps[row], net.rows.ids
        joins = ids[step.to] if step.to >= 0 else None
        tasks = tuple(ids[one] for one in reversed(chain))
        found.append(FloatPath(len(found) + 1, step.total, step.gap, joins, step.link, tasks))
    return found


def _reach(net: Network, times: Times, target: int) -> dict[int, _Step]:
    """The best step on from each row that leads to ``target``, nearest first (Dijkstra)."""
    rows = net.rows
    ends = [row for row in rows.subtree(target) if not rows.kids[row] and times.finish[row] == times.finish[target]]
    best = {row: _Step(0, 0, -1, None) for row in ends or [target]}
    queue = [(0, position, row) for position, row in enumerate(best)]
    heapq.heapify(queue)
    done: dict[int, _Step] = {}
    while queue:
        total, _, row = heapq.heappop(queue)
        if row in done:
            continue
        done[row] = best[row]
        for p, gap, identity in relationship_floats(net, times, row):
            known = best.get(p)
            if p not in done and (known is None or total + gap < known.total):
                best[p] = _Step(total + gap, gap, row, identity)
                heapq.heappush(queue, (total + gap, -p, p))
    return done


def link_floats(planned: Schedule, task_id: str) -> dict[str, int]:
    """Relationship float by dependency id of the links into a task that count, as far as their predecessors are not
    finished; of a link from a summary the least of what is within it. By calculated dates."""
    found: dict[str, int] = {}
    for _, gap, identity in relationship_floats(planned.network, planned.times, planned.row[task_id]):
        found[identity] = min(gap, found.get(identity, gap))
    return found


def relationship_floats(net: Network, times: Times, row: int) -> Iterator[tuple[int, int, str]]:
    """(row without children, relationship float, dependency id) for each unfinished task that ``row`` waits for."""
    kind = net.kind[row]
    if kind in (FIXED, SUMMARY, EFFORT) or (kind == STARTED and not net.facts[row].follows_links):
        return
    clock = net.calendars[row] if net.clock[row] is ELAPSED else net.clock[row]
    place, links = net.place[row], net.links
    part, duration = (1, net.tail[row]) if kind == STARTED else (0, net.span[row])
    reached = times.finish[row] if part else times.start[row]
    demands = [(p, times.finish[p], False, identity) for p, identity in links.plain_into(row)]
    for link in links.into(row):
        bound = link_bound(net, times, link)
        if link.type >= FF and duration:
            bound = net.back[row](bound, duration)[0]
        demands.append((links.row_at[link.source], bound, bool(link.type & 1), link.dependency))
    for p, bound, by_start, identity in demands:
        gap = max(0, clock.between(place(bound, duration)[part], reached))
        for leaf in net.rows.subtree(p) if net.rows.kids[p] else (p,):
            if net.rows.kids[leaf] or leaf in net.rows.inactive or _is_done(net, leaf):
                continue
            if net.rows.kids[p]:
                ends = times.start if by_start else times.finish
                if by_start and ends[leaf] != ends[p]:
                    continue  # the earliest within it decides, whatever the others do
                yield leaf, gap + max(0, clock.between(ends[leaf], ends[p])), identity
            else:
                yield leaf, gap, identity


def _is_done(net: Network, row: int) -> bool:
    facts = net.facts.get(row)
    return facts is not None and facts.done
