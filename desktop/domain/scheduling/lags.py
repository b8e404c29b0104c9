"""What a link demands, in both directions of time."""

from __future__ import annotations

from desktop.domain.scheduling.calendars import ELAPSED
from desktop.domain.scheduling.links import FF, FS, Link
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import FIXED
from desktop.domain.scheduling.times import Times


def lag_minutes(net: Network, times: Times, link: Link) -> int:
    """Lag of ``link``; per cent refer to the predecessor's duration and round to the nearest minute."""
    if not link.percent:
        return link.lag
    p = net.links.row_at[link.source]
    duration = net.duration[p]
    if net.rows.kids[p]:
        duration = net.clock[p].between(times.start[p], times.finish[p])
    elif net.kind[p] == FIXED:
        duration = times.finish_work[p] - times.start_work[p]
    return (duration * link.lag + 50) // 100


def add_lag(net: Network, times: Times, link: Link, at: int) -> int:
    """The earliest moment to which the lag of ``link`` leads from ``at``.

    Working lag ends at the end of a band, so that a milestone may sit there. A lead does not pull
    the successor before the project start.
    """
    calendar = link.calendar
    if calendar is None:
        return at
    lag = link.lag if not link.percent else lag_minutes(net, times, link)
    if not lag:
        return at
    bound = at + lag if calendar is ELAPSED else calendar.earliest(calendar.work_at(at) + lag)
    return net.start if bound < net.start <= at else bound


def link_bound(net: Network, times: Times, link: Link) -> int:
    """The moment before which ``link`` lets its successor not start (FS, SS) or not finish (FF, SF)."""
    p = net.links.row_at[link.source]
    return add_lag(net, times, link, times.finish[p] if link.type in (FS, FF) else times.start[p])


def remove_lag(net: Network, times: Times, link: Link, at: int) -> int:
    """The latest moment from which the lag of ``link`` leads to ``at`` or earlier."""
    calendar = link.calendar
    if calendar is None:
        return at
    lag = link.lag if not link.percent else lag_minutes(net, times, link)
    if calendar is ELAPSED or not lag:
        return at - lag
    return calendar.latest(calendar.work_at(at) - lag)
