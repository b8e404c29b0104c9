"""Which links hold a task where it is."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import FIXED, STARTED, SUMMARY
from desktop.domain.scheduling.times import Times


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
    for p, identity in zip(links.fs_in[row], links.fs_ids[row], strict=True):
        if place(times.finish[p], duration)[part] == reached:
            yield p, identity
    for link in links.in_links[row]:
        bound = link_bound(net, times, link)
        if link.type >= FF and duration:
            bound = net.back[row](bound, duration)[0]
        if place(bound, duration)[part] == reached:
            yield link.predecessor, link.dependency
