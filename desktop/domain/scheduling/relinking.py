"""Links drawn or removed in a compiled network, without compiling the rest of it again."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.plan import Dependency
from desktop.domain.scheduling.graph import reorder
from desktop.domain.scheduling.link_reader import LinkReader
from desktop.domain.scheduling.network import Network

LinkChange = tuple[Dependency | None, Dependency | None]
"""A dependency before and after; None for one that is new or gone."""


def relinked(net: Network, changes: Sequence[LinkChange]) -> tuple[Network, set[int]] | None:
    """(the network with those links changed, rows that they concern).

    None where more has to be compiled again: circles, links that are left out, links of summaries,
    inactive tasks or levels of effort.
    """
    rows = net.rows
    concerned = set()
    for change in changes:
        for link in change:
            if link is not None:
                p, s = rows.row.get(link.predecessor, -1), rows.row.get(link.successor, -1)
                plain = p >= 0 and s >= 0 and p != s and not rows.kids[p] and not rows.kids[s]
                if not plain or {p, s} & (rows.inactive | rows.effort):
                    return None
                concerned |= {p, s}
    if net.cycles or net.links.unlinked:
        return None
    made = net.with_links()
    reader = LinkReader(rows, net.calendars, net.calendar, net.profile.lag_calendar)
    for before, _ in changes:
        if before is not None:
            made.links.remove(before, rows)
    for _, after in changes:
        if after is None:
            continue
        pair = rows.row[after.predecessor], rows.row[after.successor]
        reader.add(made.links, after, *pair)
        # One by one: an order can only be put right for a new link where it is right for all that are there.
        if not reorder(made.order, made.position, pair, made.followers, made.leaders):
            return None
    return made, concerned
