"""Cards of the overview: figures and lines, each of which leads to its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.rating import TITLES
from desktop.i18n import tr
from desktop.models.cells import one_line, plain_tip
from desktop.views.icons import pixmap
from desktop.views.labels import BODY, HEADING, SMALL, Text, breakable, em, scaled
from desktop.views.overview.badge import paint_rating
from desktop.views.theme import colour


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card. ``target`` is what :attr:`Page.navigate` understands."""

    text: str
    value: str = ""
    target: str = ""
    role: str = "text"
    """Colour role of the value."""
    detail: str = ""
    rating: str = ""
    """Code of a rating whose sign stands in front."""
    strong: bool = False

    @property
    def spoken(self) -> str:
        """Label, value and detail for a screen reader, and the word for the sign where it is not the value."""
        sign = tr(TITLES[self.rating]) if self.rating and tr(TITLES[self.rating]) != self.value else ""
        return ", ".join(one_line(part) for part in (self.text, self.value, sign, self.detail) if part)


@dataclass(frozen=True)
class Words:
    """A text in its place, cut with an ellipsis where it is longer."""

    text: str
    font: QFont
    role: str
    box: QRect

    def paint(self, painter: QPainter) -> None:
        painter.setFont(self.font)
        painter.setPen(colour(self.role))
        shown = QFontMetrics(self.font).elidedText(one_line(self.text), Qt.TextElideMode.ElideRight, self.box.width())
        painter.drawText(self.box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Row(QAbstractButton):
    """Something that leads somewhere. Enter and Space go there, Up and Down to the rows around it."""

    target = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter) -> None:
        """What tells that the row is pointed at, or has the cursor."""
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class LineButton(Row):
    """A line: text on the left, its figure on the right, a detail underneath."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Show another line in this place."""
        self.line, self.target = line, line.target
        self.setText(one_line(line.text))
        self.setAccessibleName(line.spoken)
        whole = (breakable(one_line(part)) for part in (line.text, line.detail) if part)
        self.setToolTip(plain_tip("\n".join(whole)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = em(1.55) + (round(QFontMetrics(scaled(SMALL)).height() * 1.15) if self.line.detail else 0)
        return QSize(em(14), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(em(8), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            self.paint_ground(painter)
            self._paint_line(painter)

    def _paint_line(self, painter: QPainter) -> None:
        if self.line.rating:
            side = em(1.25)
            paint_rating(painter, QRectF(em(0.4), (em(1.55) - side) / 2, side, side), self.line.rating)
        for part in self.parts():
            part.paint(painter)

    def parts(self) -> list[Words]:
        """The texts of the line with their places."""
        line, box = self.line, self.rect().adjusted(em(0.4), 0, -em(0.4), 0)
        upper = QRect(box.left(), box.top(), box.width(), em(1.55))
        if line.rating:
            upper.setLeft(box.left() + em(1.75))
        found = []
        taken = 0
        if line.value:
            figure = scaled(BODY, bold=True)
            width = QFontMetrics(figure).horizontalAdvance(line.value) + 2
            found.append(
                Words(line.value, figure, line.role, QRect(upper.right() - width, upper.top(), width, em(1.55)))
            )
            taken = width + em(0.8)
        found.append(Words(line.text, scaled(BODY, bold=line.strong), "text", upper.adjusted(0, 0, -taken, 0)))
        if line.detail:
            lower = QRect(upper.left(), upper.bottom() - em(0.2), upper.width(), em(1.15))
            found.append(Words(line.detail, scaled(SMALL), "muted", lower))
        return found


class Title(Row):
    """Head of a card; leads to the whole register."""

    def __init__(self, title: str, icon: str, target: str) -> None:
        super().__init__()
        self._icon, self.target = icon, target
        self.setText(title)
        self.setAccessibleName(title)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(scaled(HEADING, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + em(3.9), max(em(1.7), 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ratio = self.devicePixelRatioF()
        with QPainter(self) as painter:
            self.paint_ground(painter)
            side, middle = em(1.15), self.height() // 2
            painter.drawPixmap(em(0.4), middle - side // 2, pixmap(self._icon, side, "accent", ratio))
            box = self.rect().adjusted(em(2), 0, -em(1.6), 0)
            Words(self.text(), scaled(HEADING, bold=True), "text", box).paint(painter)
            side = em(0.9)
            painter.drawPixmap(self.width() - side - em(0.4), middle - side // 2, pixmap("right", side, "muted", ratio))


class Card(QFrame):
    """A titled box of lines. ``opened`` carries the target of the row that was chosen."""

    opened = Signal(object)

    def __init__(self, title: str, icon: str, target: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(title)
        self.title = Title(title, icon, target)
        self.title.clicked.connect(self._open)
        self.lines: list[LineButton] = []
        self.empty = Text("", role="muted", wrap=True)
        self.empty.setContentsMargins(em(0.4), 0, em(0.4), 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(em(0.1))
        self._column.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.4), em(0.35), em(0.4), em(0.6))
        column.setSpacing(em(0.2))
        column.addWidget(self.title)
        column.addLayout(self._column)
        column.addStretch()

    def fill(self, lines: list[Line], empty: str) -> None:
        """Show ``lines``, or the sentence ``empty`` where there are none. Rows that stay keep the cursor."""
        self.empty.setText(empty)
        self.empty.setVisible(not lines)
        for row, line in zip(self.lines, lines, strict=False):
            row.show_line(line)
        for line in lines[len(self.lines) :]:
            row = LineButton(line, self)
            row.clicked.connect(self._open)
            self._column.addWidget(row)
            row.show()  # otherwise it has no height until the next turn of the event loop
            self.lines.append(row)
        for row in self.lines[len(lines) :]:
            if row.hasFocus():
                self.title.setFocus()
            row.hide()
            row.deleteLater()
        del self.lines[len(lines) :]

    @property
    def rows(self) -> Iterator[Row]:
        """Title and lines from top to bottom."""
        yield self.title
        yield from self.lines

    def _open(self) -> None:
        sender = self.sender()
        if isinstance(sender, Row) and sender.target:
            self.opened.emit(sender.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("line"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), em(0.4), em(0.4))
