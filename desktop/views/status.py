"""The status bar: what is saved, where, and how large the text is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QToolButton, QWidget

from desktop.i18n import tr
from desktop.views.icons import pixmap
from desktop.views.labels import Text, em, plain_tooltip


class StatusBar(QStatusBar):
    """Success is said here, quietly."""

    text_size_clicked = Signal()

    def __init__(self, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._picture, self._state = Text(), Text()
        self._lock, self._file = Text(role="muted"), Text(role="muted")
        self._lock.setText(tr("Read-only"))
        self._size = QToolButton()
        self._size.setAutoRaise(True)
        self._size.setText(f"{percent} %")
        self._size.setToolTip(tr("Text size; click for the normal one"))
        self._size.clicked.connect(self.text_size_clicked)
        saved = QWidget()
        row = QHBoxLayout(saved)
        row.setContentsMargins(em(0.5), 0, 0, 0)
        row.setSpacing(em(0.4))
        row.addWidget(self._picture)
        row.addWidget(self._state)
        self.addWidget(saved)
        self._file.setMaximumWidth(em(24))
        for widget in (self._lock, self._file, self._size):
            self.addPermanentWidget(widget)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No project is open."""
        self._say("", "", "text")
        self._lock.hide()
        self._file.hide()

    def show_file(self, path: Path, *, read_only: bool) -> None:
        """Name the file; what it holds is all there is."""
        self._lock.setVisible(read_only)
        shown = self._file.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, em(23))
        self._file.setText(shown)
        self._file.setToolTip(plain_tooltip(str(path)))
        self._file.show()
        if read_only:
            self._say("lock", tr("Open for reading only"), "muted")
        else:
            self._say("saved", tr("All changes saved"), "green")

    def show_workshop(self) -> None:
        """Others look on: where the file lies is not their business, nor is a size that a finger would change."""
        for widget in (self._lock, self._file, self._size):
            widget.hide()
        self._say("saved", tr("All changes saved"), "green")

    def show_saved(self, at: dt.datetime) -> None:
        """The last edit is on the disk."""
        self._say("saved", tr("All changes saved {time}", time=f"{at:%H:%M}"), "green")

    def show_restore_point(self, at: dt.datetime) -> None:
        """A restore point has been made."""
        self._say("restore-point", tr("Restore point made {time}", time=f"{at:%H:%M}"), "green")

    def show_done(self, text: str) -> None:
        """Something else has been done."""
        self._say("check", text, "green")

    @property
    def text(self) -> str:
        """What the bar says about saving."""
        return self._state.text()

    def _say(self, picture: str, text: str, role: str) -> None:
        self._picture.setVisible(bool(picture))
        if picture:
            self._picture.setPixmap(pixmap(picture, em(0.95), role, self.devicePixelRatioF()))
        self._state.setText(text)
        self._state.setAccessibleName(text)
