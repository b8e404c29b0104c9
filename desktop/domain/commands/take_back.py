"""Several steps of before taken back together, whatever was done in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.changes import Change, ChangeSet, Transaction, netted
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

_KEPT_BY_US = frozenset({"changed_at", "changed_by", "rank"})
"""Fields of which a later change is nobody's decision."""

sentences(
    nothing_left=N_("Nothing is left of these steps: all of it was taken back or changed since. Nothing was changed."),
)


@dataclass(frozen=True, slots=True)
class Left:
    """What of some steps can be taken back."""

    back: tuple[Change, ...]
    """Records as they are now, and as they were; in the order in which they can be put back."""
    kept: int
    """Records that stay, because they were changed since."""


def left_of(project: Project, steps: Iterable[ChangeSet]) -> Left:
    """What is left of ``steps``, given in the order in which they were made.

    A field that somebody changed since stays as it is, and so does a record that was added and changed since, or has
    something below it that came later.
    """
    back: list[Change] = []
    kept = 0
    gone: set[str] = set()
    for change in reversed(netted(change for step in steps for change in step.changes)):  # what came last goes first
        now = project.rows(change.key).get(change.id)
        if change.before == change.after or _same(now, change.before):
            continue
        if change.before is None:
            below = project.children(change.id) if change.key == Task.info.key and now is not None else ()
            if now is None:
                continue
            if not _same(now, change.after) or not gone.issuperset(below):
                kept += 1
                continue
            gone.add(change.id)
            back.append(Change(change.key, change.id, now, None))
        elif change.after is None:
            if now is None:
                back.append(Change(change.key, change.id, None, change.before))
        elif now is None:
            kept += 1
        else:
            fields = _restored(change.before, change.after, now)
            kept += fields is None
            if fields:
                back.append(Change(change.key, change.id, now, now.replace(**fields)))
    return Left(tuple(back), kept)


def _same(one: Record | None, other: Record | None) -> bool:
    if one is None or other is None:
        return one is other
    return all(getattr(one, name) == getattr(other, name) for name in one.info.specs if name not in _KEPT_BY_US)


def _restored(before: Record, after: Record, now: Record) -> Mapping[str, object] | None:
    """Fields as they were before, where they still are as they were after; None where none is."""
    changed = [name for name in before.info.specs if getattr(before, name) != getattr(after, name)]
    changed = [name for name in changed if name not in ("changed_at", "changed_by")]
    held = [name for name in changed if getattr(now, name) == getattr(after, name)]
    if not held:
        return None if any(getattr(now, name) != getattr(before, name) for name in changed) else {}
    return {name: getattr(before, name) for name in held}


@dataclass(frozen=True)
class TakeBack:
    """Take back all that is left of ``steps``, in one step."""

    steps: Sequence[ChangeSet]
    """In the order in which they were made."""
    name: str
    label: str = N_("Undo the workshop {name}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        found = left_of(tx.project, self.steps)
        if not found.back:
            raise Rejected("nothing_left")
        added: dict[str, list[str]] = {}
        for change in found.back:
            if change.after is None:
                added.setdefault(change.key, []).append(change.id)
            else:
                tx.restore(change)
        for key, ids in added.items():
            tx.delete_all(RECORD_TYPES[key], ids)
        return {"name": self.name}
