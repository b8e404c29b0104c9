"""Which links hold a task where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.domain.plan import Dependency
from desktop.domain.scheduling.calendars import Place
from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import EFFORT, FIXED, PINNED, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times

if TYPE_CHECKING:
    from desktop.domain.scheduling.result import Schedule


def driving_links(net: Network, times: Times, row: int) -> Iterator[tuple[int, str]]:
    """(predecessor row, dependency id) of every link that holds ``row`` where it is.

    Its bound alone leads to the very start that was calculated, or in progress to the very finish.
    """
    kind = net.kind[row]
    if kind in (FIXED, SUMMARY) or (kind == STARTED and not net.facts[row].follows_links):
        return
    place, links = net.place[row], net.links
    if kind == STARTED:
        duration, part, reached = net.tail[row], 1, times.finish[row]
    else:
        duration, part, reached = net.span[row], 0, times.start[row]
    if kind == PINNED and net.facts[row].pin == "delay":
        place = _delayed(place, net.facts[row].pin_date)
    for p, identity in links.plain_into(row):
        if place(times.finish[p], duration)[part] == reached:
            yield p, identity
    for link in links.into(row):
        bound = link_bound(net, times, link)
        if kind == EFFORT and link.type >= FF:
            if bound == times.finish[row]:
                yield links.row_at[link.source], link.dependency
            continue
        if link.type >= FF and duration:
            bound = net.back[row](bound, duration)[0]
        if place(bound, duration)[part] == reached:
            yield links.row_at[link.source], link.dependency


def _delayed(place: Place, delay: int) -> Place:
    """``place`` for a task that levelling delays behind where its links put it."""

    def placed(t: int, duration: int) -> tuple[int, int, int]:
        return place(place(t, duration)[0] + delay, duration)

    return placed


def longest_path(net: Network, times: Times) -> set[int]:
    """Rows on the driving paths that lead to the latest finish; of a summary, what makes it begin or end."""
    rows = net.rows
    idle = rows.inactive | rows.effort
    pending = [
        row
        for row in range(rows.count)
        if times.finish[row] == times.project_finish and not rows.kids[row] and row not in idle
    ]
    found = set(pending)
    while pending:
        row = pending.pop()
        for p, identity in driving_links(net, times, row):
            for leaf in leaves_behind(net, times, p, identity, row):
                if leaf not in found:
                    found.add(leaf)
                    pending.append(leaf)
    return found


def leaves_behind(net: Network, times: Times, p: int, identity: str, row: int) -> list[int]:
    """``p`` itself, or of a summary the rows within it by which the link holds ``row``."""
    if not net.rows.kids[p]:
        return [p]
    by_start = any(link.dependency == identity and link.type & 1 for link in net.links.into(row))
    dates = times.start if by_start else times.finish
    return [leaf for leaf in net.rows.subtree(p) if not net.rows.kids[leaf] and dates[leaf] == dates[p]]


def lag_told(planned: Schedule, dependency: Dependency) -> tuple[int, str]:
    """(minutes, unit) of a lag, negative for a lead; a share of a duration in the unit of that duration."""
    if dependency.lag_percent is None:
        return dependency.lag, dependency.lag_unit
    unit = dependency.lag_unit
    if not unit.startswith("e"):
        unit = planned.task(planned.row[dependency.predecessor]).duration_unit
    return (planned.duration(dependency.predecessor) * dependency.lag_percent + 50) // 100, unit
