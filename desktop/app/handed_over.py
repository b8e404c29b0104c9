"""Files that the system hands over while the program runs, as the Finder of macOS does for every double click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class HandedOver(QApplication):
    """Elsewhere each event would cost the way into Python for nothing: other systems start the program with a name."""

    file_wanted = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)
