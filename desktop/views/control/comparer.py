"""Compares states of the plan away from the interface: baselines, copies, points of the history."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal

from desktop.domain.changes import ChangeSet
from desktop.domain.past import as_baseline, as_before
from desktop.domain.plan import Baseline
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.variance import compare
from desktop.models.archive import Archive, Copy
from desktop.models.workspace import Workspace
from desktop.views.background import Background, Wish

AT_ONCE = 25
"""Entries of the history that are read between two looks at what the person does."""


@dataclass(frozen=True, slots=True)
class Point:
    """A state to compare with: of a moment, behind an entry of the history, or in a copy."""

    name: str
    moment: dt.datetime | None = None
    """Everything that was edited at this moment or later is taken back."""
    entry: int = -1
    """Everything that was edited after this entry is taken back."""
    copy: Copy | None = None
    baseline: Baseline | None = None


class Comparer(Background):
    """``compared`` carries a :class:`Comparison`, ``refused`` why there is none, ``told`` how many edits were read.

    The history is read in the thread of its file, some entries at a time; the rest is done in a thread of the pool.
    """

    compared = Signal(object)
    refused = Signal(object)
    told = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._busy = threading.Lock()
        self._point: Point | None = None
        self._after: Baseline | None = None
        self._read: list[ChangeSet] = []
        self._last: int | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._read_on)

    @property
    def _archive(self) -> Archive | None:
        return self._workspace.archive

    def call_off(self, *wishes: str) -> None:
        self._next.stop()
        super().call_off(*wishes)

    def compare(self, point: Point, after: Baseline | None) -> None:
        """Hold ``point`` against the plan as it stands, or against a baseline."""
        self.call_off()
        self._point, self._after, self._read, self._last = point, after, [], None
        if point.copy is not None or point.baseline is not None:
            self._work(point, after, ())
        else:
            self._next.start(0)

    def _read_on(self) -> None:
        """Some more of the history, and the comparison once it goes back far enough."""
        point, archive = self._point, self._archive
        if point is None or archive is None:
            return
        entries = archive.edits(AT_ONCE, self._last)
        for entry in entries:
            later = entry.changes.at >= point.moment if point.moment is not None else entry.number > point.entry
            if not later:
                break
            self._read.append(entry.changes)
            self._last = entry.number
        else:
            if len(entries) == AT_ONCE:
                self.told.emit(len(self._read))
                self._next.start(0)
                return
        self._work(point, self._after, self._read)

    def _work(self, point: Point, after: Baseline | None, changes: Sequence[ChangeSet]) -> None:
        project, archive = self._workspace.project.snapshot(), self._archive

        def work(wish: Wish) -> None:
            with self._busy:
                try:
                    if point.baseline is not None:
                        wish.say("compared", compare(project, schedule(project), point.baseline, after))
                        return
                    earlier: Project
                    if point.copy is not None:
                        assert archive is not None
                        earlier = archive.project_of(point.copy)
                    else:
                        earlier = as_before(project, changes)
                    if wish.is_off():
                        return
                    then = as_baseline(earlier, schedule(earlier), point.name, point.moment)
                    if wish.is_off():
                        return
                    wish.say("compared", compare(project, schedule(project), then, after))
                except Rejected as refused:
                    wish.say("refused", refused)

        self._begin("compare", work)
