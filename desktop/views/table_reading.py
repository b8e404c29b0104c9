"""Reads all rows of a table away from the interface thread, while its first rows are in sight."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Signal

from desktop.domain.tables import TablePreview
from desktop.views.background import Background, Wish


class TableReading(Background):
    """``seen`` carries the :class:`TablePreview` of all rows."""

    seen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._busy = threading.Lock()  # one at a time: of many choices only the last is of interest

    def start(self, read: Callable[[], TablePreview]) -> None:
        """Call ``read`` in a thread; what was begun before is called off."""

        def work(wish: Wish) -> None:
            with self._busy:
                if not wish.is_off():
                    wish.say("seen", read())

        self._begin("read", work)
