"""Order of calculation, and what to do with circles. Nothing here recurses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from desktop.domain.scheduling.links import LinkLists
from desktop.domain.scheduling.rows import Rows


def topological_order(links: LinkLists, rows: Rows) -> tuple[list[int], list[int]]:
    """(order, leftover): rows with every predecessor first, and the rows that lie on or behind a circle.

    A row's successors come after it, and so does the summary above it. Among rows
    that are ready the order is fixed, so equal plans are calculated equally.
    """
    fs_out, out_links, row_at = links.fs_out, links.out_links, links.row_at
    parent, summaries = rows.parent, rows.summaries
    moved = row_at is not links.slot  # else slots are rows; all that follows goes by slots
    if moved:
        parent = [-1] * len(row_at)
        for slot, above in zip(links.slot, rows.parent, strict=True):
            if above >= 0:
                parent[slot] = links.slot[above]
        summaries = list(map(links.slot.__getitem__, summaries))
    waiting = list(map(len, links.fs_in))
    for slot, others in enumerate(links.in_links):
        if others:
            waiting[slot] += len(others)
    # Where nothing waits for a summary, all of them come last, the innermost first.
    waited_for = any(map(links.has_successors, rows.summaries))
    for row, slot in zip(rows.summaries, summaries, strict=True):
        waiting[slot] = waiting[slot] + len(rows.kids[row]) if waited_for else -1
    order = [slot for slot, count in enumerate(waiting) if not count]
    for slot in order:  # grows while it is read
        for target in fs_out[slot]:
            count = waiting[target] = waiting[target] - 1
            if not count:
                order.append(target)
        for link in out_links[slot]:
            target = link[2]
            count = waiting[target] = waiting[target] - 1
            if not count:
                order.append(target)
        if waited_for:
            target = parent[slot]
            if target >= 0:
                count = waiting[target] = waiting[target] - 1
                if not count:
                    order.append(target)
    if not waited_for:
        order += reversed(summaries)
    leftover = [] if len(order) == len(waiting) else [slot for slot, count in enumerate(waiting) if count > 0]
    if moved:
        order, leftover = [row for slot in order if (row := row_at[slot]) >= 0], [row_at[slot] for slot in leftover]
    return order, leftover


def on_circles(
    rows: Sequence[int], leaders: Mapping[int, Sequence[int]], followers: Mapping[int, Sequence[int]]
) -> list[int]:
    """Those of ``rows`` that lie on circles or between two of them, given what each waits for and what waits for it."""
    left = set(rows)
    for behind, ahead in ((leaders, followers), (followers, leaders)):
        waiting = {row: sum(other in left for other in behind[row]) for row in left}
        free = [row for row, count in waiting.items() if not count]
        for row in free:  # grows while it is read
            left.discard(row)
            for other in ahead[row]:
                if other in left:
                    waiting[other] -= 1
                    if not waiting[other]:
                        free.append(other)
    return [row for row in rows if row in left]


def reorder(
    order: list[int],
    position: list[int],
    link: tuple[int, int],
    followers: Callable[[int], Iterable[int]],
    leaders: Callable[[int], Iterable[int]],
) -> bool:
    """Change ``order`` so that the first row of ``link`` comes before the second.

    False, with nothing changed, where that makes a circle. Only rows between the two are moved
    (Pearce and Kelly, "A dynamic topological sort algorithm", 2006).
    """
    before, after = link
    low, high = position[after], position[before]
    if high < low:
        return True
    ahead = _reach(after, followers, lambda row: position[row] <= high)
    if before in ahead:
        return False
    behind = _reach(before, leaders, lambda row: position[row] >= low)
    moved = sorted(behind, key=position.__getitem__) + sorted(ahead, key=position.__getitem__)
    for place, row in zip(sorted(position[row] for row in moved), moved, strict=True):
        order[place], position[row] = row, place
    return True


def _reach(start: int, neighbours: Callable[[int], Iterable[int]], inside: Callable[[int], bool]) -> set[int]:
    found, pending = {start}, [start]
    while pending:
        for row in neighbours(pending.pop()):
            if row not in found and inside(row):
                found.add(row)
                pending.append(row)
    return found


def circles(predecessors: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Circles that share no row, each in the direction of its links and from its lowest row on.

    Every row of ``predecessors`` must have one that is itself a key. Following one of those from
    each row leads into some circle, so at least one is found.
    """
    before = {row: next(p for p in others if p in predecessors) for row, others in predecessors.items()}
    seen: dict[int, int] = {}
    found = []
    for number, start in enumerate(before):
        row = start
        while row not in seen:
            seen[row] = number
            row = before[row]
        if seen[row] == number:
            circle = [row]
            step = before[row]
            while step != row:
                circle.append(step)
                step = before[step]
            circle.reverse()
            low = circle.index(min(circle))
            found.append(circle[low:] + circle[:low])
    return found
