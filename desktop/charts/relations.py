"""What a task has to do with others: its predecessors and successors, and which of them drive.

A link drives where its relationship float is nought: its predecessor cannot slip without its successor. By
calculated dates, whatever is shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from desktop.charts.bars import Bar
from desktop.charts.shapes import CENTRE, Polyline, Rect, Shape, Text
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.scheduling.float_paths import relationship_floats

MOST = 5_000
"""Tasks that are looked at; beyond, a highlight would say nothing any more."""
PREDECESSOR, SUCCESSOR = "predecessor", "successor"
DASH = (4.0, 3.0)


@dataclass(frozen=True, slots=True)
class Relations:
    """``before`` and ``after`` say of each related task whether it drives, or is driven; so does ``links``."""

    tasks: frozenset[str] = frozenset()
    before: dict[str, bool] | None = None
    after: dict[str, bool] | None = None
    links: dict[str, bool] | None = None
    """Links among them by id."""

    def of(self, task: str) -> tuple[str, bool] | None:
        """How a task is related, and whether it drives or is driven; None for one that is not."""
        for kind, found in ((PREDECESSOR, self.before), (SUCCESSOR, self.after)):
            if found is not None and task in found:
                return kind, found[task]
        return None

    def concerns(self, task: str) -> bool:
        return task in self.tasks or self.of(task) is not None


def relations(project: Project, schedule: Schedule, tasks: Collection[str], *, whole: bool = False) -> Relations:
    """What leads to ``tasks`` and what follows from them: the next ones, or with ``whole`` all the way.

    On the whole way a task drives where every link up to the asked task does.
    """
    links: dict[str, bool] = {}
    gaps: dict[str, dict[str, int]] = {}

    def drives(successor: str, link: str) -> bool:
        if successor not in gaps:
            gaps[successor] = _gaps(schedule, successor)
        return gaps[successor].get(link, 1) == 0

    def walk(forward: bool) -> dict[str, bool]:
        found: dict[str, bool] = {}
        waiting = deque((task, True) for task in tasks)
        while waiting and len(found) < MOST:
            task, so_far = waiting.popleft()
            for link in project.successors(task) if forward else project.predecessors(task):
                other = link.successor if forward else link.predecessor
                driving = drives(link.successor, link.id)
                links[link.id] = links.get(link.id, False) or driving
                own = so_far and driving
                known = found.get(other)
                if other in tasks or (known is not None and (known or not own)):
                    continue
                found[other] = own
                if whole:
                    waiting.append((other, own))
        return found

    return Relations(frozenset(tasks), walk(False), walk(True), links)


def _gaps(schedule: Schedule, task: str) -> dict[str, int]:
    """Relationship float by link id of what a task, or anything within it, waits for."""
    row = schedule.row.get(task)
    if row is None:
        return {}
    net, times = schedule.network, schedule.times
    found: dict[str, int] = {}
    for each in net.rows.subtree(row) if net.rows.kids[row] else (row,):
        for _, gap, link in relationship_floats(net, times, each):
            found[link] = min(gap, found.get(link, gap))
    return found


def relation_shapes(bar: Bar, kind: str, driving: bool) -> Iterator[Shape]:
    """A frame around a related bar: unbroken where it drives."""
    left, right, top, bottom = bar.left - 3, bar.right + 3, bar.top - 3, bar.bottom + 3
    points = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    yield Polyline(points, kind, 2 if driving else 1, dash=() if driving else DASH)


def relation_line(line: Polyline, driving: bool) -> Polyline:
    """A link among related tasks as it lies over the others."""
    return Polyline(line.points, "relation", 2.5 if driving else 1.5, True, line.ref, () if driving else DASH)


def path_shapes(bar: Bar, number: int, row: Rect, em: float) -> Iterator[Shape]:
    """The band of a float path behind a bar, with the number of the path before it."""
    role = f"class{(number - 1) % 8}"
    left, right = bar.left - 2.4 * em, bar.right + 0.4 * em
    top, height = row.y + 1, row.height - 2
    yield Rect(left, top, right - left, height, role, f"{role}_line", min(4.0, height / 4), opacity=0.75)
    if right > 2 * em:  # where the band begins out of sight, its number stays in it
        yield Text(max(left, 0.0), top, 2 * em, height, str(number), f"{role}_inside", CENTRE, bold=True, size=0.85)
