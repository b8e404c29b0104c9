"""Says that something takes longer, once it has taken a second, and offers to stop it."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from desktop.i18n import tr
from desktop.views.labels import SMALL, Text, em

PATIENCE = 1000
"""Milliseconds for which nobody wonders."""


class _Bar(QProgressBar):
    """Gives way where the rest of its line needs the room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(em(0.7))
        self.setMaximumWidth(em(7))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(em(7), em(0.7))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(1.5), em(0.7))


class Waiting(QWidget):
    """``stopped``: the person does not want to wait any longer. Hidden until there is something to say."""

    stopped = Signal()

    def __init__(self, sentence: str = "", parent: QWidget | None = None, *, wordless: bool = False) -> None:
        """``wordless``: there is room for the bar alone, and the sentence is told to screen readers."""
        super().__init__(parent)
        self.sentence = Text(scale=SMALL, role="muted", wrap=True, parent=self)
        self.bar = _Bar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(tr("Stop", "search"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if wordless:
            self.sentence.hide()
        else:
            row.addWidget(self.sentence, 1)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self.show)
        self.say(sentence)
        self.hide()

    def say(self, sentence: str) -> None:
        """What takes longer."""
        self.sentence.setText(sentence)
        self.bar.setAccessibleName(sentence)

    @property
    def is_on(self) -> bool:
        """Whether something is under way, shown or not yet."""
        return self._patience.isActive() or not self.isHidden()

    def begin(self) -> None:
        """Something has begun; what was under way goes on being counted."""
        if not self.is_on:
            self.bar.setRange(0, 0)
            self._patience.start()

    def tell(self, done: float) -> None:
        """How much is done, from 0 to 1."""
        self.bar.setRange(0, 100)
        self.bar.setValue(round(done * 100))

    def end(self) -> None:
        """It has come to its end, whichever."""
        self._patience.stop()
        self.hide()
