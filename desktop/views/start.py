"""The start page: ways to begin, and the files opened last."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import CHINESE, ENGLISH, tr, words
from desktop.views.absences import Absences
from desktop.views.choice import ChoiceButton
from desktop.views.icons import icon, pixmap
from desktop.views.labels import HEADING, SMALL, TITLE, Text, em, plain_tooltip, scaled
from desktop.views.settings import Settings
from desktop.views.theme import colour, palette

NARROW = 52
"""Below this width, in heights of a line, the two columns stand one above the other."""


_LANGUAGE_STYLE = """
QToolButton {{ background: {surface}; color: {text}; border: 1px solid {line_strong}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border: 2px solid {focus}; }}
QToolButton:checked {{ background: {accent}; color: {accent_text}; border-color: {accent}; }}
"""


class RecentButton(QAbstractButton):
    """A file opened before: what the project is called and when it was opened; for whom and where it lies."""

    removed = Signal(object)
    """Path that the person took off the list: by Delete or the context menu."""

    def __init__(self, entry: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = str(entry["path"])
        self.missing = False
        self._opened = str(entry.get("opened") or "")[:10]
        facts = (str(entry.get("client") or ""), str(Path(self.path).parent))
        self._facts = " · ".join(filter(None, facts))
        name = str(entry.get("name") or Path(self.path).stem)
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{self._facts} {self._opened}")
        self.setToolTip(plain_tooltip(self.path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = name

    def show_missing(self) -> None:
        """Draw it as a file that is not there now."""
        self.missing = True
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(em(16), em(3))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(8), em(3))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("open"), tr("Open")).triggered.connect(self.click)
        menu.addAction(icon("close"), tr("Remove from this list")).triggered.connect(self._remove)
        menu.popup(event.globalPos())

    def _remove(self) -> None:
        self.removed.emit(self.path)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ink = "disabled" if self.missing else "text"
        faint = "disabled" if self.missing else "muted"
        with QPainter(self) as painter:
            if self.underMouse() or self.hasFocus():
                painter.fillRect(self.rect(), colour("hover"))
            if self.hasFocus():
                painter.setPen(QPen(colour("focus"), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            inner = self.rect().adjusted(em(0.7), em(0.4), -em(0.7), -em(0.4))
            side = em(1.5)
            drawn = "disabled" if self.missing else "accent"
            picture = pixmap("missing" if self.missing else "file", side, drawn, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(inner.left(), inner.center().y() - side // 2), picture)
            inner.setLeft(inner.left() + side + em(0.7))
            half = inner.height() // 2
            upper, lower = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
            opened = tr("missing") if self.missing else self._opened
            taken = QFontMetrics(scaled(SMALL)).horizontalAdvance(opened) + em(0.8)
            _write(painter, upper.adjusted(0, 0, -taken, 0), self._name, (ink, scaled(1.0, bold=True)))
            _write(painter, upper, opened, (faint, scaled(SMALL)), right=True)
            _write(painter, lower, self._facts, (faint, scaled(SMALL)))


def _write(painter: QPainter, box: QRect, text: str, look: tuple[str, QFont], *, right: bool = False) -> None:
    ink, font = look
    painter.setFont(font)
    painter.setPen(colour(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


class StartPage(QScrollArea):
    """Emits what the person wants; the window does it."""

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(object)
    language_wanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.setContentsMargins(em(2), em(1.5), em(2), em(1))
        outer.addLayout(self._make_heading())
        outer.addSpacing(em(1.2))
        self._columns = QHBoxLayout()
        self._columns.setSpacing(em(2))
        self._columns.addLayout(self._make_choices(), 2)
        self._columns.addWidget(self._make_recent(), 3)
        outer.addLayout(self._columns, 1)
        outer.addSpacing(em(0.6))
        outer.addWidget(Text(tr("A file can also be dropped on this window."), scale=SMALL, role="muted", wrap=True))
        self.setWidget(body)

    def _make_heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(em(1))
        mark = Text()
        mark.setPixmap(pixmap("pilotage", em(3.2), "text", self.devicePixelRatioF()))
        row.addWidget(mark)
        names = QVBoxLayout()
        names.setSpacing(em(0.1))
        names.addWidget(Text(tr("Pilotage"), scale=TITLE, bold=True))
        promise = tr("Plan, run and show a project for your client. Everything stays on this computer.")
        names.addWidget(Text(promise, role="muted", wrap=True))
        row.addLayout(names, 1)
        row.addLayout(self._make_languages())
        return row

    def _make_languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._languages = QButtonGroup(self)
        for code, name in ((CHINESE, "中文"), (ENGLISH, "English")):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(words().language == code)
            button.setProperty("language", code)
            button.setMinimumSize(em(4), em(1.9))
            button.setStyleSheet(_LANGUAGE_STYLE.format_map(palette()))
            self._languages.addButton(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._languages.buttonClicked.connect(self._choose_language)
        return row

    def _choose_language(self, button: QToolButton) -> None:
        self.language_wanted.emit(button.property("language"))

    def _make_choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(em(0.7))
        column.addWidget(Text(tr("Begin"), scale=HEADING, bold=True))
        self.new_button = ChoiceButton(
            tr("New project"), tr("An empty plan or a template, with your working calendar."), "new"
        )
        self.open_button = ChoiceButton(
            tr("Open a file"), tr("A Pilotage project, or a plan that Microsoft Project saved as XML."), "open"
        )
        self.sample_button = ChoiceButton(
            tr("Sample project"), tr("A client project with everything in it, to try things out on."), "sample"
        )
        for button, signal in (
            (self.new_button, self.new_wanted),
            (self.open_button, self.open_wanted),
            (self.sample_button, self.sample_wanted),
        ):
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _make_recent(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.7))
        column.addWidget(Text(tr("Recent"), scale=HEADING, bold=True))
        self.recent: list[RecentButton] = []
        listed = QVBoxLayout()
        listed.setSpacing(0)
        for entry in self._settings.recent():
            button = RecentButton(entry)
            button.clicked.connect(self._open_recent)
            button.removed.connect(self._forget)
            self.recent.append(button)
            listed.addWidget(button)
        column.addLayout(listed)
        self._absences = Absences([button.path for button in self.recent], self)
        self._absences.found.connect(self._show_missing)
        self._empty = Text(tr("Projects that you open will be listed here."), role="muted", wrap=True)
        self._empty.setVisible(not self.recent)
        column.addWidget(self._empty)
        column.addStretch(1)
        return holder

    def _open_recent(self) -> None:
        button = self.sender()
        if isinstance(button, RecentButton):
            self.file_wanted.emit(button.path)

    def _show_missing(self, path: str) -> None:
        for button in self.recent:
            if button.path == path:
                button.show_missing()

    def _forget(self, path: str) -> None:
        self._settings.forget_file(path)
        for button in [button for button in self.recent if button.path == path]:
            self.recent.remove(button)
            button.hide()
            button.deleteLater()
        self._empty.setVisible(not self.recent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < em(NARROW)
        direction = QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        super().resizeEvent(event)
