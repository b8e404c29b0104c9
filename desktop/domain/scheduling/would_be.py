"""Where a task that is planned by hand would lie if it were not."""

from __future__ import annotations

from desktop.domain.scheduling.lags import link_bound
from desktop.domain.scheduling.links import FF
from desktop.domain.scheduling.reading import FIXED
from desktop.domain.scheduling.result import Schedule


def would_be(planned: Schedule, row: int) -> tuple[int, int] | None:
    """(start, finish) in minutes that links and project start would give a task by hand; everything else stays.

    None for tasks that are scheduled anyway, and for those that are under way or done. Constraints are not asked:
    a date put down by hand stands in their place.
    """
    net, times = planned.network, planned.times
    task = net.tasks[row]
    if net.kind[row] != FIXED or net.rows.kids[row] or task.mode != "manual" or task.percent_complete:
        return None
    if task.actual_start is not None or task.actual_finish is not None:
        return None
    place, span, links = net.place[row], net.span[row], net.links
    bound = max(net.start, net.floor[row], *(times.finish[p] for p in links.plain_predecessors(row)))
    for link in links.into(row):
        least = link_bound(net, times, link)
        bound = max(bound, net.back[row](least, span)[0] if link.type >= FF and span else least)
    start, finish, _ = place(bound, span)
    return start, finish
