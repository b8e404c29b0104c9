"""The steps that undo and redo go through, and which edits are one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.domain.changes import REDO, UNDO, ChangeSet, netted


class Steps:
    """Those that can be taken back, and those that were; the last of each comes first."""

    def __init__(self) -> None:
        self.undo: list[ChangeSet] = []
        self.redo: list[ChangeSet] = []
        self._put_aside: list[ChangeSet] = []
        """What could be done again before the last step of :attr:`undo` was made."""
        self._together = self._for_good = False

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is done now is one step with the last one."""
        self._together = True
        try:
            yield
        finally:
            self._together = False

    @contextmanager
    def for_good(self) -> Iterator[None]:
        """What is taken back now was never done: it is not offered again, and what was offered before it is."""
        self._for_good = True
        try:
            yield
        finally:
            self._for_good = False

    def keep(self, done: ChangeSet) -> ChangeSet:
        """Remember an edit that was made, taken back or done again; the step that it is now, or is part of."""
        together, for_good = self._together, self._for_good
        self._together = self._for_good = False
        if done.kind == UNDO:
            self.undo.pop()
            if for_good:
                self.redo[:] = self._put_aside
            else:
                self.redo.append(done)
        elif done.kind == REDO:
            self.redo.pop()
            self.undo.append(done)
        elif together and self.undo:
            done = self.undo[-1] = joined(self.undo[-1], done)
            return done
        else:
            self._put_aside = list(self.redo)
            self.undo.append(done)
            self.redo.clear()
            return done
        self._put_aside = []
        return done


def joined(first: ChangeSet, then: ChangeSet) -> ChangeSet:
    """Two edits as one that is called like the first, of what it is about now."""
    changes = tuple(one for one in netted((*first.changes, *then.changes)) if one.before is not one.after)
    facts = {name: then.facts.get(name, fact) for name, fact in first.facts.items()}
    return ChangeSet(first.label, changes, then.at, then.author, facts, first.kind)
