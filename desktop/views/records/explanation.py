"""A small note beside an editor that says why what was typed cannot be taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.rejection import Rejected, explain
from desktop.i18n import tr, words
from desktop.views.labels import em
from desktop.views.theme import colour

LONGEST = 400


def sentence(refusal: Rejected) -> str:
    """The sentence for ``refusal`` in the language of the interface, of a length that can be shown."""
    text = explain(refusal, words())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def ahead(refusal: Rejected) -> str:
    """As :func:`sentence` where nothing has been done yet that could have changed anything."""
    return sentence(refusal).removesuffix(tr("Nothing was changed.")).rstrip()


class Explanation(QLabel):
    """Lies over ``host``, below the widget it explains, or above where there is no room.

    Over a host that is too small for both it would hide what it explains: then it lies over the window.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._role = "red"
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(em(0.5), em(0.3), em(0.5), em(0.3))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        host.installEventFilter(self)
        host.destroyed.connect(self.deleteLater)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide and watched is self._host:
            self.hide()  # it may lie over the window, which goes on to show something else
        return False

    def show_at(self, editor: QWidget, refusal: Rejected) -> None:
        """Explain ``refusal`` beside ``editor``, which lies inside the host."""
        self.say_at(editor, sentence(refusal))

    def say_at(self, editor: QWidget, text: str, role: str = "red") -> None:
        """Say ``text`` beside ``editor`` on a ground of the colour ``role``."""
        if not self._host.isVisible():
            return
        self._role = role
        self.setText(text)
        host, corner = self._host, self._corner(self._host, editor)
        if corner is None:
            host = host.window()
            corner = self._corner(host, editor) or QPoint(0, 0)
        if self.parentWidget() is not host:
            self.setParent(host)
        self.move(max(0, min(corner.x(), host.width() - self.width())), max(0, corner.y()))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def _corner(self, host: QWidget, editor: QWidget) -> QPoint | None:
        """Where it lies over ``host`` without hiding ``editor``; None where there is no room."""
        self.setFixedWidth(min(em(26), host.width() - em(1)))
        self.adjustSize()
        below = editor.mapTo(host, QPoint(0, editor.height() + em(0.15)))
        above = editor.mapTo(host, QPoint(0, -self.height() - em(0.15)))
        if below.y() + self.height() <= host.height():
            return below
        return above if above.y() >= 0 else None

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(self._role), 1))
            painter.setBrush(colour(f"{self._role}_soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), em(0.25), em(0.25))
        super().paintEvent(event)
