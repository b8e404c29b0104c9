"""Reads all rows of a table away from the interface thread, while its first rows are in sight."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import Signal

from desktop.domain.rejection import Rejected
from desktop.domain.tables import TablePreview
from desktop.views.background import Background, Wish

BREATH = 0.1
"""Seconds in which the first rows are painted before another thread wants the interpreter too."""


class TableReading(Background):
    """``seen`` carries the :class:`TablePreview` of all rows; ``ready``: the file was read as it was wished last, if it
    can be."""

    seen = Signal(object)
    ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._busy = threading.Lock()  # one at a time: of many choices only the last is of interest

    def start(self, read: Callable[[], TablePreview]) -> None:
        """Call ``read`` in a thread; what was begun before is called off."""

        def work(wish: Wish) -> None:
            time.sleep(BREATH)
            with self._busy:
                if not wish.is_off():
                    wish.say("seen", read())

        self._begin("read", work)

    def make_ready(self, read: Callable[[], object]) -> None:
        """Call ``read`` in a thread; what was begun before is called off."""
        self.call_off()

        def work(wish: Wish) -> None:
            with self._busy:
                if not wish.is_off():
                    with suppress(Rejected):  # whoever looks at it next is told
                        read()
                    wish.say("ready")

        self._begin("ready", work)
