"""A strip below the page that says what could not be done; it never stops the work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.i18n import tr
from desktop.views.icons import icon, pixmap
from desktop.views.labels import Text, breakable, em
from desktop.views.theme import colour

REFUSAL, NOTICE = "refusal", "notice"
_LOOK = {REFUSAL: ("amber_soft", "amber", "warning"), NOTICE: ("accent_soft", "accent", "info")}
LONGEST = 1000
"""Characters shown; a name in a sentence may be far longer than any screen."""


class Banner(QFrame):
    """One sentence at a time, with at most one button."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = NOTICE
        self._picture = Text()
        self._text = Text(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._act)
        self._what_to_do: Callable[[], object] | None = None
        self._cross = QToolButton(autoRaise=True)
        self._cross.setToolTip(tr("Dismiss"))
        self._cross.setAccessibleName(tr("Dismiss"))
        self._cross.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(0.75), em(0.35), em(0.5), em(0.35))
        row.setSpacing(em(0.6))
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._cross)
        self.hide()

    @property
    def kind(self) -> str:
        """``refusal`` or ``notice``; empty while nothing is said."""
        return "" if self.isHidden() else self._kind

    @property
    def text(self) -> str:
        """The sentence shown; empty while there is none."""
        return "" if self.isHidden() else self.accessibleName()

    def show_sentence(self, sentence: str, kind: str = REFUSAL) -> None:
        """Show ``sentence`` (plain text) and tell assistive technology of it."""
        self._kind = kind
        _, ink, picture = _LOOK[kind]
        self._picture.setPixmap(pixmap(picture, em(1.1), ink, self.devicePixelRatioF()))
        self._cross.setIcon(icon("close"))
        self._cross.setIconSize(QSize(em(0.8), em(0.8)))
        shown = sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"
        self._text.setText(breakable(shown))
        self._button.hide()
        self.setAccessibleName(shown)
        self.show()
        self.update()
        self._announce(shown)

    def _announce(self, text: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # costs the first paint some milliseconds

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """Add a button to the sentence that is shown; pressing it takes the sentence away."""
        self._what_to_do = act
        self._button.setText(text)
        self._button.show()

    def dismiss(self) -> None:
        """Take the sentence away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _act(self) -> None:
        self.dismiss()
        if self._what_to_do is not None:
            self._what_to_do()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ground, ink, _ = _LOOK[self._kind]
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour(ground))
            painter.fillRect(QRectF(0, 0, em(0.25), self.height()), colour(ink))
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
