"""The start page: ways to begin, and the files opened last."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import CHINESE, ENGLISH, tr, words
from desktop.views.choice import ChoiceButton
from desktop.views.icons import icon, pixmap
from desktop.views.labels import HEADING, SMALL, TITLE, Text, em, plain_tooltip, scaled
from desktop.views.settings import Settings
from desktop.views.theme import colour, palette

ENTRY = Qt.ItemDataRole.UserRole
MISSING = Qt.ItemDataRole.UserRole + 1
NARROW = 52
"""Below this width, in heights of a line, the two columns stand one above the other."""


_LANGUAGE_STYLE = """
QToolButton {{ background: {surface}; color: {text}; border: 1px solid {line_strong}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:focus {{ border: 2px solid {focus}; }}
QToolButton:checked {{ background: {accent}; color: {accent_text}; border-color: {accent}; }}
"""


class RecentDelegate(QStyledItemDelegate):
    """Two lines: what the project is called and when it was opened; for whom and where it lies."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        return QSize(em(10), round(option.fontMetrics.height() * 3.1))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry, missing = index.data(ENTRY), bool(index.data(MISSING))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box: QRect = option.rect
        if chosen or hovered:
            painter.fillRect(box, colour("selection" if chosen else "hover"))
        inner = box.adjusted(em(0.7), em(0.45), -em(0.7), -em(0.45))
        ink = "disabled" if missing else "selection_text" if chosen else "text"
        faint = "disabled" if missing else "selection_text" if chosen else "muted"
        side = em(1.5)
        picture = pixmap("missing" if missing else "file", side, "disabled" if missing else "accent")
        painter.drawPixmap(QPoint(inner.left(), inner.center().y() - side // 2), picture)
        inner.setLeft(inner.left() + side + em(0.7))
        upper, lower = inner.adjusted(0, 0, 0, -inner.height() // 2), inner.adjusted(0, inner.height() // 2, 0, 0)
        opened = tr("missing") if missing else entry["opened"][:10]
        taken = QFontMetrics(scaled(SMALL)).horizontalAdvance(opened) + em(0.8)
        _write(painter, upper.adjusted(0, 0, -taken, 0), entry["name"], (ink, scaled(1.0, bold=True)))
        _write(painter, upper, opened, (faint, scaled(SMALL)), right=True)
        facts = (entry["client"], str(Path(entry["path"]).parent))
        _write(painter, lower, " · ".join(filter(None, facts)), (faint, scaled(SMALL)))


def _write(painter: QPainter, box: QRect, text: str, look: tuple[str, QFont], *, right: bool = False) -> None:
    ink, font = look
    painter.setFont(font)
    painter.setPen(colour(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


class RecentList(QListWidget):
    """Recent files; one click or Enter opens, Delete takes an entry off the list."""

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, entries: list[dict[str, Any]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(RecentDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Recent files"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.itemClicked.connect(self._choose)
        for entry in entries:
            item = QListWidgetItem(str(entry.get("name") or Path(entry["path"]).stem), self)
            full = {"client": "", "opened": ""} | {key: str(value) for key, value in entry.items()}
            item.setData(ENTRY, full | {"name": item.text()})
            item.setToolTip(plain_tooltip(entry["path"]))
        QTimer.singleShot(0, self._look_for_files)

    def _look_for_files(self) -> None:
        """After the first paint, because a share that is away answers slowly."""
        for row in range(self.count()):
            item = self.item(row)
            item.setData(MISSING, not Path(item.data(ENTRY)["path"]).exists())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.currentRow() >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        elif self.currentRow() >= 0 and event.key() == Qt.Key.Key_Delete:
            self._remove_current()
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(ENTRY)["path"])

    def _offer(self, at: QPoint) -> None:
        item = self.itemAt(at)
        if item is None:
            return
        self.setCurrentItem(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("open"), tr("Open")).triggered.connect(self._open_current)
        menu.addAction(icon("close"), tr("Remove from this list")).triggered.connect(self._remove_current)
        menu.popup(self.viewport().mapToGlobal(at))

    def _open_current(self) -> None:
        self._choose(self.currentItem())

    def _remove_current(self) -> None:
        self.removed.emit(self.currentItem().data(ENTRY)["path"])


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
        self.new_button = ChoiceButton(tr("New project"), tr("An empty plan with your working calendar."), "new")
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
        entries = self._settings.recent()
        self.recent = RecentList(entries)
        self.recent.chosen.connect(self.file_wanted)
        self.recent.removed.connect(self._forget)
        self.recent.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.recent.setMinimumHeight(em(8))
        column.addWidget(self.recent, 1)
        self._empty = Text(tr("Projects that you open will be listed here."), role="muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._empty, 1)
        self._show_or_hide_recent()
        return holder

    def _show_or_hide_recent(self) -> None:
        self.recent.setVisible(self.recent.count() > 0)
        self._empty.setVisible(self.recent.count() == 0)

    def _forget(self, path: str) -> None:
        self._settings.forget_file(path)
        for row in reversed(range(self.recent.count())):
            if self.recent.item(row).data(ENTRY)["path"] == path:
                self.recent.takeItem(row)
        self._show_or_hide_recent()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < em(NARROW)
        direction = QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        super().resizeEvent(event)
