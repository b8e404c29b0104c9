"""A network compiled again after tasks came, went or moved, with as much of the one before as holds."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.changes import Change, Large
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling.frame import carried_over, stirred
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.relinking import LinkChange, relinked
from desktop.domain.scheduling.renumbering import Renumbering

MOST_DRAWN, MOST_REMOVED = 400, 4000
"""Links that are drawn and removed one by one; for more all links are read again."""


def recompiled(
    project: Project, old: Network, changes: Sequence[Change], most: int | None = None
) -> tuple[Network, Renumbering | None]:
    """(the network of the project as it is now, where rows went); as much of ``old`` as holds is used again.
    Raises :class:`Large` where links have to be read again in a plan of more than ``most`` rows.

    Links are taken out before the rows change and put in afterwards, so that tasks come and go without any; and so are
    those that mean something else in the outline as it is now.
    """
    links = [change for change in changes if change.key == "dependency"]
    gone: list[LinkChange] = [(each.before, None) for each in links if isinstance(each.before, Dependency)]
    come: list[LinkChange] = [(None, each.after) for each in links if isinstance(each.after, Dependency)]
    known, others = {each.id for each in links}, dict[str, Dependency]()
    for identity in stirred(old.rows, project, changes):
        others |= {each.id: each for each in (*project.predecessors(identity), *project.successors(identity))}
    again = [each for each in others.values() if each.id not in known]
    gone += [(each, None) for each in again]
    come += [(None, each) for each in again]
    few = len(come) <= MOST_DRAWN and len(gone) <= MOST_REMOVED
    parted = relinked(old, gone) if gone and few else None
    if few and (parted or not gone):
        frame = carried_over(parted[0] if parted else old, project, changes)
        if frame.linked is None:
            afford(most, frame.rows.count)
        net = Network(project, old.book, frame)
        if frame.linked is None or net.links is not frame.linked.links or (net.order and not come):
            return net, frame.renumbering
        joined = relinked(net, come)
        if joined:
            _sort(joined[0], again, project)
            return joined[0].updated({}, joined[1])[0], frame.renumbering
    afford(most, old.rows.count)
    frame = carried_over(old, project, changes, links=False)
    return Network(project, old.book, frame), frame.renumbering


def _sort(net: Network, again: Sequence[Dependency], project: Project) -> None:
    """Links that were there before stand where they stood."""
    rows, slot = net.rows, net.links.slot
    ends = {rows.row[each.predecessor] for each in again}
    ends.update(row for each in again for row in rows.subtree(rows.row[each.successor]))
    if ends:
        place = {identity: at for at, identity in enumerate(project.table(Dependency))}
        net.links.sort([slot[row] for row in ends], place)


def afford(most: int | None, rows: int) -> None:
    """Raises :class:`Large` where there are more than ``most`` of ``rows``."""
    if most is not None and rows > most:
        raise Large


def touched_rows(old: Network, net: Network, changes: Sequence[Change]) -> set[int]:
    """Rows of ``net`` that may read differently than in ``old``, with all they are linked to."""
    ids: set[str] = set()
    for change in changes:
        for record in (change.before, change.after):
            if isinstance(record, Task):
                ids |= {record.id, record.parent or ""}
            elif isinstance(record, Dependency):
                ids |= {record.predecessor, record.successor}
            elif isinstance(record, Assignment):
                ids.add(record.task)
    found: set[str] = set()
    for network in (old, net):
        rows, links = network.rows, network.links
        inside = {row for identity in ids if identity in rows.row for row in rows.subtree(rows.row[identity])}
        beside = {row for one in inside for row in (*links.predecessors(one), *links.successors(one))}
        found.update(rows.ids[row] for row in inside | beside)
    touched = {net.rows.row[identity] for identity in found if identity in net.rows.row}
    return touched.union(*(net.rows.above(row) for row in touched))
