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
    """(the network with those links changed, rows that they concern); its order is made where it has none.

    None where more has to be compiled again: circles, links that are left out, inactive tasks or levels of effort.
    """
    rows = net.rows
    concerned, of_summaries, anew = set[int](), False, not net.order
    for change in changes:
        for link in change:
            if link is not None:
                p, s = rows.row.get(link.predecessor, -1), rows.row.get(link.successor, -1)
                if p < 0 or s < 0 or p in rows.subtree(s) or s in rows.subtree(p):
                    return None
                if {p, s} & (rows.inactive | rows.effort):
                    return None
                concerned.update(rows.subtree(p), rows.subtree(s))
                if rows.kids[p] or rows.kids[s]:
                    of_summaries = True
                    anew = anew or link is change[1]
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
        if not anew and not reorder(made.order, made.position, pair, made.followers, made.leaders):
            return None
    if anew and not made.order_anew():
        return None
    if anew or of_summaries:
        made.find_limits()
    return made, concerned
