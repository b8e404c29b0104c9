"""Python's collector of circular garbage: the one place where it is switched, from any thread.

While many long-lived objects are made (a project is read, a schedule calculated) it is paused, because it would look
at all of them again and again. The window takes it over for good (``app/collector.py``): from then on no thread
switches it on again, since it would collect there and take widgets apart outside the thread of the interface.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Switch:
    """Counts who wants the collector off."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pauses = 0
        self._comes_back = False
        """Whether it is switched on when the last pause ends."""
        self._is_owned = False

    def take_over(self) -> None:
        with self._lock:
            self._is_owned, self._comes_back = True, False
            gc.disable()

    def give_back(self) -> None:
        with self._lock:
            self._is_owned, self._comes_back = False, True
            if not self._pauses:
                gc.enable()

    def begin_pause(self) -> None:
        with self._lock:
            if not self._pauses and not self._is_owned:
                self._comes_back = gc.isenabled()
                gc.disable()
            self._pauses += 1

    def end_pause(self) -> None:
        with self._lock:
            self._pauses -= 1
            if not self._pauses and self._comes_back:
                self._comes_back = False
                # Frozen and thawed, all objects count as old: the collector does not walk them at its next call.
                if not gc.get_freeze_count():
                    gc.freeze()
                    gc.unfreeze()
                gc.enable()


_switch = _Switch()


def take_over() -> None:
    """Off until it is given back; pauses that are under way end without switching it on."""
    _switch.take_over()


def give_back() -> None:
    """Leave collecting to Python again: at once, or as soon as the last pause under way has ended."""
    _switch.give_back()


@contextmanager
def paused() -> Iterator[None]:
    """Nothing is collected meanwhile, in whatever thread; afterwards it is as it was before the first pause."""
    _switch.begin_pause()
    try:
        yield
    finally:
        _switch.end_pause()
