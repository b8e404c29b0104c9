"""A step worked out on a copy of the project, in any thread, before it is done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.changes import ChangeSet, Transaction
from desktop.domain.scheduling import Schedule


@dataclass(frozen=True, slots=True)
class Worked:
    """What a step comes to."""

    done: ChangeSet
    """Without changes where nothing differs."""
    schedule: Schedule


Work = Callable[[Transaction], Worked]


class Ahead:
    """Made and taken over by the thread that edits; worked out and stored by any other, in this order."""

    def __init__(self, tx: Transaction, state: int, kind: str, work: Work) -> None:
        """``tx`` writes to a snapshot of what a session calls its ``state``."""
        self.project, self.state, self.kind = tx.project, state, kind
        self._tx, self._work = tx, work
        self._more: Callable[[Worked], Worked] | None = None
        self._worked: Worked | None = None
        self._stored = threading.Event()
        self.error: BaseException | None = None
        """Why it could not be stored."""

    def go_on_with(self, more: Callable[[Worked], Worked]) -> None:
        """Have ``more`` worked out of what it comes to."""
        self._more = more

    def work_out(self) -> None:
        """Raises what the command raises. What everybody asks for first afterwards is made here, too."""
        worked = self._work(self._tx)
        worked.done.keys()
        self.project.derive()
        self._worked = self._more(worked) if self._more is not None else worked

    @property
    def worked(self) -> Worked:
        assert self._worked is not None, "not worked out yet"
        return self._worked

    def store(self, commit: Callable[[ChangeSet], None]) -> None:
        """Have it written; what goes wrong is kept in ``error``."""
        try:
            commit(self.worked.done)
        except BaseException as error:
            self.error = error
        finally:
            self._stored.set()

    def wait(self) -> None:
        """Until it is stored, or could not be."""
        self._stored.wait()
