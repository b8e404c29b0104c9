"""Which links hold a task where it is."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.scheduling.forward import link_bound
from desktop.domain.scheduling.network import FF, Network
from desktop.domain.scheduling.reading import FIXED, STARTED
from desktop.domain.scheduling.times import Times


def driving_rows(net: Network, times: Times, row: int) -> Iterator[tuple[int, str]]:
    """(predecessor row, dependency id or "" for plain finish-to-start) of every driving link.

    A link drives when loosening it alone, with every other link and date, would be needed to start
    earlier: its bound leads to the very start (or remaining work) that was calculated.
    """
    if net.kind[row] == FIXED:
        return
    if net.kind[row] == STARTED:
        facts = net.facts[row]
        if not facts.follows_links:
            return
        place, duration = net.place[row], net.tail[row]
        reached = times.finish[row]
        index = 1
    else:
        place, duration = net.place[row], net.duration[row]
        reached = times.start[row]
        index = 0
    for p in net.fs_in[row]:
        if place(times.finish[p], duration)[index] == reached:
            yield p, ""
    for link in net.in_links[row]:
        bound = link_bound(net, times, link)
        if link.type >= FF and duration:
            bound = net.back[row](bound, duration)[0]
        if place(bound, duration)[index] == reached:
            yield link.predecessor, link.dependency


def driving_links(net: Network, times: Times, row: int) -> list[str]:
    """Ids of the dependencies that hold ``row`` where it is."""
    found = []
    for p, dependency in driving_rows(net, times, row):
        if dependency:
            found.append(dependency)
        else:
            found += net.plain_links(p, row)
    return sorted(set(found))
