"""Large edits while the window goes on: input is held meanwhile, and after a second it is said and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from desktop.i18n import tr
from desktop.models.workspace import Run, Stopped
from desktop.views.background import Background, Wish
from desktop.views.labels import em
from desktop.views.waiting import Waiting

SOON = 200
"""Milliseconds after which the pointer says that something is under way; nobody sees what is done sooner."""
PATIENCE = 1000
"""Milliseconds for which nobody wonders; what is typed and clicked until then comes when the edit is done."""
_HELD, _TAKEN = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, QEventLoop.ProcessEventsFlag.AllEvents
_LEAVING = -1
"""What a loop ends with at once where the program is ending."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_INPUT = _KEYS | {
    QEvent.Type.KeyRelease, QEvent.Type.Shortcut, QEvent.Type.InputMethod, QEvent.Type.ContextMenu,
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.NativeGesture, QEvent.Type.Gesture,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd,
    QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease,
    QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
}  # fmt: skip


class LongEdits(Background):
    """Of one window; see ``models.workspace.Elsewhere``."""

    ended = Signal()
    """The piece of work under way has come to its end."""
    going = Signal(bool)
    """An edit begins, or is over."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__()
        self._window = window
        self._pool = QThreadPool(self)  # of its own: a search that takes minutes may have all the others
        self._loop = QEventLoop(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._say)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._point)
        self._is_pointing = False
        self.ended.connect(self._loop.quit)
        self.waiting: Waiting | None = None
        """Says what takes longer, of whatever is in front; None while nothing is under way."""
        self._may_stop = self._stopped = False
        self._storing = ""
        self._then: list[Callable[[], object]] = []
        window.destroyed.connect(self.retire)

    @property
    def is_on(self) -> bool:
        """Whether an edit is under way."""
        return self.waiting is not None

    def afterwards(self, then: Callable[[], object]) -> None:
        """Call ``then`` once the edit under way, and whoever waits for it, has come to its end.

        Not where it was refused or stopped: what is said of that comes first, and whoever left asks again.
        """
        if then not in self._then:
            self._then.append(then)

    @contextmanager
    def begin(self, storing: str = "", saying: str = "") -> Iterator[Run]:
        """Hold input until the block is left; ``storing`` says what cannot be stopped.

        ``saying`` is said as soon as anybody may wonder, of what takes a while in any case.
        """
        app = QApplication.instance()
        assert isinstance(app, QApplication) and not self.is_on
        place = QApplication.activeModalWidget() or self._window.centralWidget()
        self._storing = storing or tr("The change is being stored …")
        self.waiting = Waiting(saying or tr("The change is being worked out …"), place)
        self.waiting.setAutoFillBackground(True)
        self.waiting.setContentsMargins(em(0.8), em(0.3), em(0.8), em(0.3))
        self.waiting.stopped.connect(self.stop)
        app.installEventFilter(self)
        self._soon.start()
        self._patience.start(SOON if saying else PATIENCE)
        self.going.emit(True)
        try:
            yield self._run
        except BaseException:
            self._then = []
            raise
        finally:
            self._patience.stop()
            self._soon.stop()
            if self._is_pointing:
                self._is_pointing = False
                QApplication.restoreOverrideCursor()
            app.removeEventFilter(self)
            if (waiting := self._there()) is not None:
                waiting.hide()
                waiting.deleteLater()
            self.waiting = None
            self.going.emit(False)
            if self._then:
                QTimer.singleShot(0, self._go_on)

    def aside(self, work: Callable[[], object], storing: str) -> None:
        """Do ``work`` of another kind in the same way, which cannot be stopped; raises what it raises."""

        def done() -> None:
            work()

        with self.begin(storing) as run:
            run(done, may_stop=False)

    def retire(self) -> None:
        """The window goes, in the middle of an edit perhaps: what may be stopped is, the rest is waited for."""
        super().retire()
        self._loop.quit()

    def _go_on(self) -> None:
        then, self._then = self._then, []
        for each in then:
            if isValid(self._window):
                each()

    def stop(self) -> None:
        """The person does not want to wait any longer; what is being stored already is waited for."""
        if self._may_stop:
            self._stopped = True
            self._loop.quit()

    def _run(self, work: Callable[[], None], *, may_stop: bool) -> None:
        done = threading.Event()
        errors: list[BaseException] = []

        def run(wish: Wish) -> None:
            try:
                work()
            except BaseException as error:
                errors.append(error)
            done.set()
            wish.say("ended")

        self._may_stop, self._stopped = may_stop, False
        if (waiting := self._there()) is not None:
            waiting.stop.setEnabled(may_stop)
            if not may_stop:
                waiting.say(self._storing)
        # Whatever is to be painted is painted before another thread wants the interpreter too.
        self._loop.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._begin("edit", run)
        while not done.is_set() and not self._stopped:
            held = _HELD if self._patience.isActive() else _TAKEN
            if self._retired or self._loop.exec(held) == _LEAVING or self._retired:
                self._stopped = may_stop
                if not may_stop:
                    done.wait()
        self._may_stop = False
        if self._stopped:
            self.call_off("edit")
            raise Stopped
        if errors:
            raise errors[0]

    def _point(self) -> None:
        self._is_pointing = True
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

    def _say(self) -> None:
        """It takes longer: from now on there is something to press."""
        waiting = self._there()
        place = waiting.parentWidget() if waiting is not None else None
        if waiting is not None and place is not None:
            height = waiting.sizeHint().height()
            waiting.setGeometry(0, place.height() - height, place.width(), height)
            waiting.show()
            waiting.raise_()
            self._loop.quit()  # and begin again, with the person's input

    def _there(self) -> Waiting | None:
        """What says so, unless it has gone with whatever was in front."""
        return self.waiting if self.waiting is not None and isValid(self.waiting) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self.waiting is None or kind not in _INPUT or isinstance(watched, QWindow):
            return False  # windows hand events on to what is in them
        if kind in _KEYS and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if kind == QEvent.Type.KeyPress and not self._patience.isActive():
                self.stop()
            return True
        waiting = self._there()
        return not (isinstance(watched, QWidget) and waiting is not None and waiting.isAncestorOf(watched))
