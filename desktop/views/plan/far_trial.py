"""Drags that move most of a large plan: what they come to is worked out in another thread, the newest one first."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, QTimer, Signal

from desktop.domain.session import Command
from desktop.models.preview import Preview
from desktop.models.workspace import Workspace
from desktop.views.background import Background, Wish

SOON = 1
"""Milliseconds, so that what is known is painted first: a thread that tries meanwhile would take half of the time."""


class FarTrial(Background):
    """``tried`` says that ``found`` is newer than it was, and may already be older than where the pointer is."""

    tried = Signal()
    _found = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._pool = QThreadPool(self)  # of its own: a search that takes minutes may have all the others
        self._pool.setMaxThreadCount(1)
        self._workspace = workspace
        self._asked: Command | None = None
        self._trying: Command | None = None
        self._known: Command | None = None
        """What ``found`` is of."""
        self.found: Preview | None = None
        """The last one that was worked out of those asked for since :meth:`forget`."""
        self._found.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._try)

    def ask(self, command: Command) -> None:
        """Try ``command`` as soon as the one under way has come to its end, unless another is asked for by then."""
        self._asked = command
        if self._trying is None and command != self._known:
            self._soon.start()

    def retire(self) -> None:
        """Nothing more is tried: the chart is gone."""
        self._soon.stop()
        super().retire()

    def forget(self) -> None:
        """Nothing is dragged any more."""
        self.call_off()
        self._soon.stop()
        self._asked = self._trying = self._known = self.found = None

    def _try(self) -> None:
        if self._asked == self._known:
            return
        command = self._trying = self._asked
        workspace, session = self._workspace, self._workspace.session
        project, planned = workspace.project.snapshot(), workspace.schedule
        now, author = session.now(), session.author

        def work(wish: Wish) -> None:
            preview = Preview.apart(project, planned, now, author)
            preview.show(command)
            wish.say("_found", preview)

        self._begin("trial", work)

    def _take(self, preview: Preview) -> None:
        self._known, self._trying, self.found = self._trying, None, preview
        if self._asked != self._known:
            self._soon.start()
        self.tried.emit()
