"""Reading and writing large files while the window goes on; small ones are done at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QThreadPool, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.progress import UNWATCHED, Progress, Stopped
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.views.background import Background, Wish

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

LARGE_FILE, LARGE_PLAN = 250_000, 500
"""Bytes and tasks from which on nobody is made to wait: what is smaller is read or written in a few hundredths of a
second."""
DENSE = {".xlsx": 10_000, ".csv": 50_000}
"""Bytes likewise, of files that say more in fewer."""
STEP = 0.01
"""So much more must be done before it is told."""
Work = Callable[[Progress], Any]
"""What is to be done in whatever thread; it may tell how far it is, and is stopped when it does."""


def is_large(source: Path) -> bool:
    """Whether it takes long to read the file."""
    try:
        return source.stat().st_size > min(LARGE_FILE, DENSE.get(source.suffix.lower(), LARGE_FILE))
    except (OSError, ValueError):  # reading says why
        return False


class Errands(Background):
    """One errand of a window at a time; the next ones wait for their turn."""

    done = Signal(object, object, object)
    """What was found, who wants it, and who takes it where nobody does any more."""
    refused = Signal(object)
    told = Signal(float)
    settled = Signal()
    """It can be stopped no longer."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._pool = QThreadPool(self)  # of its own: a search that takes minutes may have all the others
        self._pool.setMaxThreadCount(1)  # what was stopped lets go of its files before the next begins
        self._lock = threading.Lock()
        self._last = 0
        """Serial number of the errand that can be stopped no longer."""
        self._sentence = ""
        self._over: Callable[[Rejected | None], object] = _nothing
        """What to do where nothing comes of the errand under way."""
        self._waiting: list[Callable[[], object]] = []
        self.done.connect(self._done)
        self.refused.connect(self._refuse)
        self.told.connect(self._tell_progress)
        self.settled.connect(self._tell_settled)
        self.broken.connect(self._raise)
        window.destroyed.connect(self.retire)

    @property
    def is_on(self) -> bool:
        """Whether an errand is under way."""
        return bool(self._sentence)

    def run(
        self,
        sentence: str,
        work: Work,
        then: Callable[[Any], object],
        *,
        large: bool,
        begin: Callable[[], object] | None = None,
        over: Callable[[Rejected | None], object] | None = None,
        unwanted: Callable[[Any], object] | None = None,
    ) -> None:
        """Do ``work`` and give what comes of it to ``then``; in a thread, and saying ``sentence``, where it is large.

        ``begin`` is called before. Where nothing comes of it, ``over`` is called with the refusal, or with None where
        it was stopped or broken off; without one, the banner tells the refusal. What comes although nobody waits any
        more is given to ``unwanted``, perhaps when the window is gone.
        """
        begin, over, unwanted = begin or _nothing, over or self._tell, unwanted or _nothing
        if not large:
            begin()
            self._at_once(work, then, over)
            return
        if self.is_on:
            self._waiting.append(
                partial(self.run, sentence, work, then, large=True, begin=begin, over=over, unwanted=unwanted)
            )
            return
        self._over, self._sentence = over, sentence
        begin()
        self.show_again()

        def run(wish: Wish) -> None:
            try:
                found = work(_Errand(self, wish))
            except Rejected as refusal:
                wish.say("refused", refusal)
            except Stopped:
                pass
            else:
                wish.say("done", found, then, unwanted)

        self._begin("errand", run)

    def show_again(self) -> None:
        """The window was built anew: say there, too, what is under way."""
        if self._sentence:
            waiting = self._window.waiting
            waiting.say(self._sentence)
            waiting.stop.setEnabled(not self._is_last())
            waiting.begin()

    def _at_once(
        self, work: Work, then: Callable[[Any], object], over: Callable[[Rejected | None], object]
    ) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            found = work(UNWATCHED)
        except Rejected as refusal:
            over(refusal)
            return
        except BaseException:
            over(None)
            raise
        finally:
            QApplication.restoreOverrideCursor()
        then(found)

    # -- ending -----------------------------------------------------------------------------------

    def give_up(self) -> None:
        """Nothing more comes of what is under way, nor of what waits for it."""
        self._waiting.clear()
        with self._lock:
            self.call_off()
        self._end_waiting()

    def stop(self) -> None:
        """The person does not want to wait any longer; what can be stopped no longer is waited for."""
        with self._lock:
            if self._is_last():
                return
            self.call_off()
        over = self._over
        self._end_waiting()
        over(None)
        self._window.status.show_done(tr("Nothing was changed"))
        self._go_on()

    def settle(self, wish: Wish) -> None:
        """From now on the errand is brought to its end; raises Stopped where it is called off already."""
        with self._lock:
            if wish.is_off():
                raise Stopped
            self._last = wish.serial
        wish.say("settled")

    def _is_last(self) -> bool:
        return self._last == self._serials.get("errand")

    def _end_waiting(self) -> None:
        self._sentence, self._over = "", _nothing
        self._window.waiting.end()
        self._window.waiting.stop.setEnabled(True)

    def _go_on(self) -> None:
        """Begin what waited."""
        if self._waiting and not self.is_on:
            self._waiting.pop(0)()

    def _deliver(self, wish: str, serial: int, signal: str, carried: tuple[object, ...]) -> None:
        if signal == "done" and (self._retired or serial != self._serials[wish]):
            found, _, unwanted = carried
            assert callable(unwanted)
            unwanted(found)
            return
        super()._deliver(wish, serial, signal, carried)

    def _done(self, found: object, then: Callable[[Any], object], _: object) -> None:
        self._end_waiting()
        try:
            then(found)
        finally:
            self._go_on()

    def _refuse(self, refusal: Rejected) -> None:
        over = self._over
        self._end_waiting()
        over(refusal)
        self._go_on()

    def _tell_progress(self, done: float) -> None:
        self._window.waiting.tell(done)

    def _tell_settled(self) -> None:
        self._window.waiting.stop.setEnabled(False)

    def _tell(self, refusal: Rejected | None) -> None:
        if refusal is not None:
            self._window.show_refusal(refusal)

    def _raise(self, error: Exception) -> None:
        over = self._over
        self._end_waiting()
        over(None)
        self._go_on()
        raise error


class _Errand(Progress):
    """The errand under way, as the thread that does it sees it."""

    def __init__(self, errands: Errands, wish: Wish) -> None:
        self._errands, self._wish = errands, wish
        self._told = 0.0
        self._settled = False

    def tell(self, done: float) -> None:
        if self._settled:
            return
        if self._wish.is_off():
            raise Stopped
        if done >= self._told + STEP:
            self._told = done
            self._wish.say("told", done)

    def settle(self) -> None:
        if not self._settled:
            self._errands.settle(self._wish)
            self._settled = True


def _nothing(*_: object) -> None:
    """Nothing is to be done."""
