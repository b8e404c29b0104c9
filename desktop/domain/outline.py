"""The outline of a plan: who is whose sub-task, and the tree flattened with its WBS codes.

Both are made from what they were before where only some tasks came, went or moved: families that nobody joined or
left are kept, and so are whole branches whose codes stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from desktop.domain.agreeing import agreeing_ends
from desktop.domain.plan import Task
from desktop.domain.wbs import Mask

_AMONG_SIBLINGS = attrgetter("rank", "id")
NOBODY: Set[str] = frozenset()


class Families(NamedTuple):
    """Sub-tasks in order by the id of what they belong to; the top level by None."""

    members: Mapping[str | None, tuple[str, ...]]
    """Only of those that have any."""
    adopted: bool
    """Whether tasks are at the top because what they belong to is missing."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The WBS flattened in display order."""

    order: tuple[str, ...]
    """Task ids, parents before children."""
    row: Mapping[str, int]
    """Position in ``order`` by task id."""
    depth: tuple[int, ...]
    """Outline level by position, 0 at the top."""
    wbs: tuple[str, ...]
    """WBS code by position, such as ``1.2.3`` (a task's own code where it has one)."""
    end: tuple[int, ...]
    """Position behind the last descendant, by position."""
    taken: Set[str] = NOBODY
    """Codes that tasks have of their own."""


def grouped(tasks: Mapping[str, Task]) -> Families:
    """The families of ``tasks``."""
    groups: dict[str | None, list[Task]] = {}
    adopted = False
    for task in tasks.values():
        parent = task.parent
        if parent not in tasks:
            adopted = adopted or parent is not None
            parent = None
        if parent in groups:
            groups[parent].append(task)
        else:
            groups[parent] = [task]
    return Families({parent: _in_order(group) for parent, group in groups.items()}, adopted)


def regrouped(before: Families, tasks: Mapping[str, Task], moved: Mapping[str, Task | None]) -> Families | None:
    """The families of ``tasks``, of which only ``moved`` (as they stood in ``before``) came, went or changed place.

    None where whose sub-tasks they are cannot be told from their records alone: something belongs to what is missing.
    """
    if before.adopted:
        return None
    left: dict[str | None, set[str]] = {}
    joined: dict[str | None, list[Task]] = {}
    for identity, was in moved.items():
        task = tasks.get(identity)
        if was is not None:
            left.setdefault(was.parent, set()).add(identity)
        if task is not None:
            if task.parent is not None and task.parent not in tasks:
                return None
            joined.setdefault(task.parent, []).append(task)
        elif any(kid in tasks and kid not in moved for kid in before.members.get(identity, ())):
            return None
    members = dict(before.members)
    for parent in {**left, **joined}:
        gone = left.get(parent, NOBODY)
        family = [tasks[kid] for kid in members.pop(parent, ()) if kid not in gone]
        family += joined.get(parent, ())
        if family:
            members[parent] = _in_order(family)
    return Families(members, False)


def _in_order(family: Iterable[Task]) -> tuple[str, ...]:
    return tuple([task.id for task in sorted(family, key=_AMONG_SIBLINGS)])


def flattened(
    families: Families,
    tasks: Mapping[str, Task],
    mask: Mask,
    *,
    own: bool = True,
    previous: Outline | None = None,
    stirred: Iterable[str] = (),
) -> Outline:
    """The outline of ``families`` with codes by ``mask``; without ``own`` the codes of tasks count for nothing.

    ``previous`` is the outline before the tasks and summaries in ``stirred`` came, went, moved or lost or got
    others, by the same mask and with the same codes that tasks have of their own. Of it every branch is taken as
    it stands in which nobody was stirred and whose code is still the same.
    """
    children = families.members
    if previous is None:
        codes = {code for task in tasks.values() if (code := task.wbs_code)} if own else NOBODY
        previous = Outline((), {}, (), (), (), codes)
    known, taken, changed = previous.row, previous.taken, _with_all_above(stirred, tasks)
    plain = not mask.levels
    order: list[str] = []
    depth: list[int] = []
    wbs: list[str] = []
    end: list[int] = []
    first = last = 0
    """Rows of ``previous`` that are to be taken as they stand."""

    def take() -> None:
        nonlocal first, last
        if first < last:
            shift = len(order) - first
            order.extend(previous.order[first:last])
            depth.extend(previous.depth[first:last])
            wbs.extend(previous.wbs[first:last])
            end.extend([row + shift for row in previous.end[first:last]] if shift else previous.end[first:last])
        first = last = 0

    # Siblings, how many of them have been visited, by how many numbers those of codes that are taken were passed
    # over, their level, what their codes begin with, the row above.
    pending: list[tuple[tuple[str, ...], int, int, int, str, int]] = [
        (children.get(None, ()), 0, 0, 0, mask.prefix, -1)
    ]
    while pending:
        group, at, passed, level, prefix, above = pending.pop()
        while at < len(group):
            identity = group[at]
            at += 1
            code = tasks[identity].wbs_code if own else ""
            if not code:
                code = f"{prefix}{at + passed if plain else mask.count(level, at + passed)}"
                while code in taken:
                    passed += 1
                    code = f"{prefix}{mask.count(level, at + passed)}"
            row = known.get(identity, -1)
            kept = row >= 0 and identity not in changed
            if kept and previous.wbs[row] == code and previous.depth[row] == level:
                if row != last:
                    take()
                    first = row
                last = previous.end[row]
                continue
            if last:
                take()
            order.append(identity)
            depth.append(level)
            wbs.append(code)
            end.append(len(order))
            if identity in children:
                pending.append((group, at, passed, level, prefix, above))
                below = f"{code}{mask.separator(level)}"
                pending.append((children[identity], 0, 0, level + 1, below, len(order) - 1))
                break
        else:
            take()
            if above >= 0:
                end[above] = len(order)
    whole = tuple(order)
    return Outline(whole, _places(whole, previous), tuple(depth), tuple(wbs), tuple(end), taken)


def code_of(identity: str, families: Families, tasks: Mapping[str, Task], mask: Mask) -> str | None:
    """The WBS code of one task where no task has one of its own, without flattening everything.

    None where it cannot be told: a task belongs to what is missing, or to itself.
    """
    path = [identity]
    while (parent := tasks[path[-1]].parent) is not None:
        if parent in path or parent not in tasks:
            return None
        path.append(parent)
    code, above, separator = mask.prefix, None, ""
    for level, one in enumerate(reversed(path)):
        number = families.members[above].index(one) + 1
        code, above = f"{code}{separator}{mask.count(level, number) if mask.levels else number}", one
        separator = mask.separator(level)
    return code


def _places(order: Sequence[str], previous: Outline) -> dict[str, int]:
    """The place of every id, from those of ``previous`` where many stay."""
    head, tail = agreeing_ends(previous.order, order)
    behind = len(order) - tail if len(previous.order) == len(order) else len(order)
    if 4 * (behind - head) > 3 * len(order):
        return dict(zip(order, range(len(order)), strict=True))
    row_of = dict(previous.row)
    for gone in previous.order[head : len(previous.order) - tail]:
        del row_of[gone]
    row_of.update(zip(order[head:behind], range(head, behind), strict=True))
    return row_of


def _with_all_above(stirred: Iterable[str], tasks: Mapping[str, Task]) -> Set[str]:
    """``stirred`` and every summary above them."""
    found: set[str] = set()
    for one in stirred:
        identity: str | None = one
        while identity is not None and identity not in found:
            found.add(identity)
            task = tasks.get(identity)
            identity = task.parent if task is not None else None
    return found
