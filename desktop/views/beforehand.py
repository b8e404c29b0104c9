"""Pages that nobody has looked at yet, made while the hands rest: their first show then costs what the second does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

from desktop.views.pages import ENTRIES, Entry

if TYPE_CHECKING:
    from desktop.views.project_view import ProjectView

REST = 700
"""Milliseconds without a key, a click or a turn of the wheel after which hands are taken to rest."""
BREATH = 60
"""Milliseconds between two pieces of the work, each of which takes less than a tenth of a second."""
_INPUT = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.InputMethod, QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel, QEvent.Type.NativeGesture, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.Resize,
})  # fmt: skip


class Beforehand(QObject):
    """Makes one page after the other, in three pieces: the page, its places, its first picture, which nobody sees."""

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
        self._watched: QWindow | None = None
        self._pieces = self._work()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        view.page_changed.connect(self._rest)
        view.workspace.changed.connect(self._rest)
        self._is_done = False
        self._rest()

    def _rest(self) -> None:
        """Somebody is at it."""
        if not self._is_done:
            self._timer.start(REST)

    def _go_on(self) -> None:
        if self._is_taken():
            self._rest()
        elif next(self._pieces, None) is None:
            self._end()
        else:
            self._timer.start(BREATH)

    def _is_taken(self) -> bool:
        """Whether the window is not shown, or something else in front, or an edit or a page under way."""
        view = self._view
        handle, elsewhere = view.window().windowHandle(), view.workspace.elsewhere
        if self._watched is None and handle is not None:
            self._watched = handle
            handle.installEventFilter(self)
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        held = bool(QGuiApplication.mouseButtons().value)
        busy = view.is_making or (elsewhere is not None and elsewhere.is_on)
        return not view.isVisible() or front is not None or held or busy

    def _work(self) -> Iterator[Entry]:
        for entry in ENTRIES:
            if entry is not None and self._view.misses(entry):
                for _ in self._view.all_pieces(entry):
                    yield entry

    def _end(self) -> None:
        self._is_done = True
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._rest()
        return False
