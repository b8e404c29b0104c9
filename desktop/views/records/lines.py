"""Editors in which one types: a line of text, numbers, dates, and notes of several lines."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.display import value_text
from desktop.domain.promises import sentence_at
from desktop.domain.reading import read_value
from desktop.domain.record import Kind, Spec
from desktop.domain.rejection import Rejected
from desktop.i18n import N_, tr, words
from desktop.models.workspace import Workspace
from desktop.views.icons import icon
from desktop.views.labels import em
from desktop.views.records.editing import LINE_LIMIT

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MAKES = (
    ("action", N_("Make an action of it"), "Ctrl+Shift+A", Qt.Key.Key_A),
    ("decision", N_("Make a decision of it"), "Ctrl+Shift+E", Qt.Key.Key_E),
    ("risk", N_("Make a risk of it"), "Ctrl+Shift+R", Qt.Key.Key_R),
    ("issue", N_("Make an issue of it"), "Ctrl+Shift+I", Qt.Key.Key_I),
)
"""What can be made of a sentence in a note: record type, text, key."""
_NATIVE = QKeySequence.SequenceFormat.NativeText
_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class LineEditor(QLineEdit):
    """One line of text, a number or a duration: typed, and read when the field is left."""

    committed = Signal()

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.spec = workspace, spec
        self._record: Any = None
        self._stored = self._shown = ""
        self._help = tr(spec.hint) if spec.hint else ""
        self._rest = ""
        self.setMaxLength(LINE_LIMIT)
        self.returnPressed.connect(self.committed)

    def load(self, record: Any) -> None:
        self._record = record
        text = value_text(self.workspace.project, self.spec, getattr(record, self.spec.name), words(), record)
        self.show_text(text.replace("\n", " "))

    def show_text(self, text: str) -> None:
        """Show what is stored."""
        if text == self._stored and self.text() == self._shown:
            return
        self._stored = text
        goes_on = self.text() == text and self.window().focusWidget() is self
        if self.text() != text:
            self.setText(text)
        self._shown = self.text()  # as Qt took it: only what a person does to it may count as an edit
        if not goes_on:  # whoever looked at another window goes on typing where they were
            self.setCursorPosition(0)

    def show_rest(self, text: str) -> None:
        """Show ``text`` while the line is empty and nobody is in it."""
        self._rest = text
        self.setPlaceholderText(self._help or text if self.hasFocus() else text)

    def value(self) -> Any:
        if self.text() == self._shown:  # what is shown may be rounded; untouched, it stays what it is
            return getattr(self._record, self.spec.name)
        today = self.workspace.session.now().date()
        return read_value(self.workspace.project, self._record, self.spec, self.text(), today)

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return self.text() != self._shown

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the project's while nothing is typed that is not stored."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and not self.is_dirty():
            wanted = any(map(event.matches, _UNDO_KEYS))
            if wanted:
                event.ignore()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setPlaceholderText(self._help or self._rest)  # only here: in twenty empty fields it would look like data
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.setPlaceholderText(self._rest)
        super().focusOutEvent(event)


class DateEditor(LineEditor):
    """A day or a moment, typed in any usual way or picked from a calendar (Alt+Down)."""

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(workspace, spec, parent)
        self._popup: QFrame | None = None
        self._help = self._help or tr("2026-06-30, +5d, Friday")
        pick = QAction(icon("calendars", "muted"), tr("Pick a day"), self)
        pick.setToolTip(tr("Pick a day (Alt+Down)"))
        pick.triggered.connect(self.show_calendar)
        self.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.show_calendar()
            return
        super().keyPressEvent(event)

    def show_calendar(self) -> None:
        """Open a month to pick from; it closes with a pick or Escape."""
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._popup.setFrameShape(QFrame.Shape.StyledPanel)
        month = QCalendarWidget()
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        month.setSelectedDate(self._day())
        month.activated.connect(self._pick)
        month.clicked.connect(self._pick)
        column = QVBoxLayout(self._popup)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(month)
        self._popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self._popup.show()
        month.setFocus()

    def _day(self) -> QDate:
        today = self.workspace.session.now().date()
        try:
            value = self.value() or today
        except Rejected:  # what is typed is no day yet
            value = today
        return QDate(value.year, value.month, value.day)

    def _pick(self, day: QDate) -> None:
        stored = getattr(self._record, self.spec.name)
        time = f" {stored:%H:%M}" if isinstance(stored, dt.datetime) else ""
        self.setText(f"{day.year():04}-{day.month():02}-{day.day():02}{time}")
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.setFocus()
        self.committed.emit()


class NoteEditor(QPlainTextEdit):
    """Several lines of plain text that grow with what is written; Ctrl+Enter commits.

    ``popup`` is the form used over a table cell: Enter commits, Shift+Enter begins a new line.
    """

    committed = Signal()
    make_requested = Signal(object)
    """(record type, text): the person wants a record of the selected text, or of the sentence at the cursor."""

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None, *, popup: bool = False) -> None:
        super().__init__(parent)
        self.workspace, self.spec = workspace, spec
        self._popup = popup
        self._makes = False
        self._record: Any = None
        self._stored = self._shown = ""
        self.setPlaceholderText(tr(spec.hint) if spec.hint else "")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.least, self.most = (3, 10) if popup else (2, 12)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def load(self, record: Any) -> None:
        self._record = record
        value = getattr(record, self.spec.name)
        text = "\n".join(value) if self.spec.kind is Kind.TEXTS else value
        if text == self._stored and self.toPlainText() == self._shown:
            return
        self._stored = text
        if self.toPlainText() != text:
            goes_on = self.toPlainText().rstrip() == text and self.window().focusWidget() is self
            self.setPlainText(text)
            if goes_on:  # a list is stored without blanks at its end; typing goes on there
                self.moveCursor(QTextCursor.MoveOperation.End)
        self._shown = self.toPlainText()  # Qt gives hard blanks back as blanks; that is no edit

    def value(self) -> Any:
        text = self.toPlainText()
        if text == self._shown:
            return getattr(self._record, self.spec.name)
        today = self.workspace.session.now().date()
        return read_value(self.workspace.project, self._record, self.spec, text, today)

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return self.toPlainText() != self._shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if key := self._made_by(event):
            self.make(key)
            return
        if event.key() in ENTER:
            shifted = bool(event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier))
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control or (self._popup and not shifted):
                self.committed.emit()
                return
            self.insertPlainText("\n")
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def offer_making(self) -> None:
        """Offer to make records of sentences: in the context menu and by keys."""
        self._makes = True

    def sentence(self) -> str:
        """The selected text, or the sentence in which the cursor stands."""
        cursor = self.textCursor()
        selected = cursor.selectedText().replace("\u2029", "\n").strip()
        return selected or sentence_at(self.toPlainText(), cursor.position())

    def make(self, key: str) -> None:
        """Ask for a record of type ``key`` made of the sentence."""
        text = self.sentence()
        if text:
            self.make_requested.emit((key, text))

    def make_menu(self) -> QMenu:
        """The usual context menu, with what can be made of the sentence."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._makes:
            menu.addSeparator()
            for key, text, keys, _ in MAKES:
                action = menu.addAction(f"{tr(text)}\t{QKeySequence(keys).toString(_NATIVE)}")
                action.setData(key)
                action.setEnabled(bool(self.sentence()))
            menu.triggered.connect(self._make_chosen)
        return menu

    def _make_chosen(self, action: QAction) -> None:
        if action.data():
            self.make(action.data())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.make_menu().popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._made_by(event):
            event.accept()
            return True
        return super().event(event)

    def _made_by(self, event: QKeyEvent) -> str:
        if not self._makes or event.modifiers() != _CONTROL_SHIFT:
            return ""
        return next((key for key, _, _, letter in MAKES if event.key() == letter), "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """As tall as the text, within bounds; longer texts scroll."""
        lines = min(max(round(self.document().size().height()), self.least), self.most)
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        height = lines * self.fontMetrics().lineSpacing() + frame + em(0.1)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
