"""What a long piece of work and whoever waits for it have to say to each other."""

from __future__ import annotations

from typing import Final


class Stopped(Exception):
    """Nobody waits any more; nothing was changed."""


class Progress:
    """Nobody waits: the work says how far it is, and is never stopped. Subclasses listen, in whatever thread."""

    def tell(self, done: float) -> None:
        """How much is done, from 0 to 1; raises :class:`Stopped` where nobody waits any more.

        Called every few milliseconds. Work that raises leaves everything as it was.
        """

    def settle(self) -> None:
        """As :meth:`tell` for the last time: what comes now is brought to its end whatever happens."""

    def part(self, begin: float, end: float) -> Progress:
        """For a piece of the work that lasts from ``begin`` to ``end``."""
        return _Part(self, begin, end)


class _Part(Progress):
    def __init__(self, whole: Progress, begin: float, end: float) -> None:
        self._whole, self._begin, self._length = whole, begin, end - begin

    def tell(self, done: float) -> None:
        self._whole.tell(self._begin + done * self._length)

    def settle(self) -> None:
        self._whole.settle()


UNWATCHED: Final = Progress()
