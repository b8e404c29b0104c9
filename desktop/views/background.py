"""Work away from the interface thread: asked for, called off, and heard of in the thread of the interface."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, Signal

from desktop.views.qt_classes import make_classes_once


class Background(QObject):
    """Base of whoever works in threads of the pool. Subclasses declare a signal for each thing that they find.

    ``broken`` carries any exception, to be raised where it is reported. Work ends with :meth:`retire`: the object
    belongs to the application and goes once its work has ended, in the thread of the interface. Whoever let the last
    piece of work take it along would have it destroyed in a thread of the pool, with messages under way.
    """

    broken = Signal(object)
    _made = Signal(str, int, str, tuple)
    """The wish that it answers, the name of a signal and what it carries: on its way from the thread that worked."""
    _ended = Signal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._made.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._jobs, self._retired = 0, False
        self._pool = QThreadPool.globalInstance()
        self._serials: dict[str, int] = {}

    def retire(self) -> None:
        """Call everything off, and go as soon as that has ended."""
        if not self._retired:
            self.call_off()
            self._retired = True
            self._go()

    def wait(self) -> None:
        """Until nothing is under way in the threads that work for it."""
        self._pool.waitForDone()

    def call_off(self, *wishes: str) -> None:
        """Nothing more comes of what was wished for so far, or of ``wishes`` alone."""
        for wish in wishes or self._serials:
            self._serials[wish] = self._serials.get(wish, 0) + 1

    def _begin(self, wish: str, work: Callable[[Wish], None]) -> None:
        """Run ``work`` in a thread of the pool; a newer wish of that name calls it off."""
        make_classes_once()
        serial = self._serials[wish] = self._serials.get(wish, 0) + 1
        asked = Wish(self, wish, serial)

        def run() -> None:
            try:
                work(asked)
            except Exception as error:  # a thread of the pool has nobody to tell
                asked.say("broken", error)
            with suppress(RuntimeError):  # the program has ended meanwhile: there is nobody to tell
                self._ended.emit()

        self._jobs += 1
        self._pool.start(run)

    def _deliver(self, wish: str, serial: int, signal: str, carried: tuple[object, ...]) -> None:
        """In the thread of the interface, where wishes are made: what was called off meanwhile is not delivered."""
        if serial == self._serials[wish] and not self._retired:
            getattr(self, signal).emit(*carried)

    def _end(self) -> None:
        self._jobs -= 1
        self._go()

    def _go(self) -> None:
        if self._retired and not self._jobs:
            self.deleteLater()


class Wish:
    """One piece of work, as the thread that does it sees it."""

    def __init__(self, owner: Background, name: str, serial: int) -> None:
        self._owner, self._name, self._serial = owner, name, serial

    @property
    def serial(self) -> int:
        """Grows from wish to wish of one name."""
        return self._serial

    def is_off(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._owner._serials[self._name] != self._serial

    def say(self, signal: str, *carried: object) -> None:
        """Emit a signal of the owner in the thread of the interface, unless the wish is off by then."""
        with suppress(RuntimeError):  # likewise
            self._owner._made.emit(self._name, self._serial, signal, carried)


def wait_for_all() -> None:
    """The program ends: everything is called off, and the threads are waited for.

    Nobody may work any more, nor tell of it, when Qt is taken apart.
    """
    app = QCoreApplication.instance()
    workers = [each for each in app.children() if isinstance(each, Background)] if app is not None else []
    for each in workers:
        each.retire()
    for each in workers:
        each.wait()
        QCoreApplication.sendPostedEvents(each, QEvent.Type.MetaCall.value)  # what is nobody's now is put away
