"""Finding a text in the plan: a strip above the grid that goes to the first hit with every letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton

from desktop.domain.changes import ChangeSet
from desktop.i18n import tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_find import Finder
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em
from desktop.views.menus import name_with_key
from desktop.views.plan.hit_line import HitLine
from desktop.views.records.editing import LINE_LIMIT

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

CALM = 250
"""Milliseconds after an edit before the hits are counted anew."""


class FindLine(QLineEdit):
    """Enter steps on, with Shift back; Down goes to the grid; Escape leaves."""

    stepped = Signal(object)
    """1 or -1."""
    entered = Signal()
    """The person wants to go on in the grid."""
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindStrip(QFrame):
    """Escape goes back to where one was, unless one has stepped to a hit or gone into the grid."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__()
        self._page, self._grid, self._model = page, page.grid, page.model
        self.finder = Finder(page.model)
        self.hits: list[str] = []
        self._origin: tuple[str, int, frozenset[str], int] | None = None
        """Task, column, closed summaries and scroll position at the beginning."""
        self.line = FindLine()
        self.line.setPlaceholderText(tr("Find in the plan"))
        self.line.setAccessibleName(tr("Find in the plan"))
        self.line.setMaxLength(LINE_LIMIT)
        picture = self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        picture.setText(tr("Find"))
        self.line.setMinimumWidth(em(8))
        self.line.setMaximumWidth(em(24))
        self.count = Text(scale=SMALL, role="muted")
        self.where = HitLine(page)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._reader = QTimer(self)
        self._reader.setInterval(0)
        self._reader.timeout.connect(self._read_on)
        self._calm.timeout.connect(self._look_again)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._show_count)
        self.line.stepped.connect(self.step)
        self.line.entered.connect(self._enter_grid)
        self.line.escaped.connect(self.leave)
        page.workspace.changed.connect(self._changed)
        page.grid.layout_changed.connect(self._changed)
        page.model.rearranged.connect(self._changed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(em(0.6), em(0.25), em(0.4), em(0.25))
        self._row.setSpacing(em(0.4))
        self._row.addWidget(self.line, 1)
        self.setAccessibleName(tr("Find"))
        self.hide()

    def fit_out(self, previous: QAction, following: QAction, close: QAction) -> None:
        """Take the buttons that the actions of the page stand behind."""
        for action in (previous, following):
            self._row.addWidget(self._button(action))
        self._row.addWidget(self.count)
        self._row.addWidget(self.where, 2)
        self._row.addWidget(self._button(close))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setDefaultAction(action)
        button.setToolTip(name_with_key(action))
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(QSize(em(0.9), em(0.9)))
        return button

    # -- opening and leaving --------------------------------------------------------------------

    def begin(self) -> None:
        """Show the strip with the cursor in it; what was looked for last stands there, to be typed over."""
        if self.isHidden():
            index = self._grid.currentIndex()
            closed, scroll = frozenset(self._model.closed), self._grid.verticalScrollBar().value()
            self._origin = (self._grid.current_id(), index.column(), closed, scroll)
            self.show()
            self._look_again()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """Close the strip: back in the grid, at a hit that was stepped to, else where one was."""
        if self.isHidden():
            return
        origin, self._origin = self._origin if self.line.hasFocus() else None, None
        self.hide()
        self._reader.stop()
        self._grid.find_marks("")
        if origin is not None:
            identity, column, closed, scroll = origin
            self._model.set_closed(closed - self._model.closed, True)
            if self._model.row_of(identity) >= 0:
                self._grid.select_id(identity, column)
                self._grid.verticalScrollBar().setValue(scroll)
        self._grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter_grid(self) -> None:
        self._origin = None
        self._grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- hits -----------------------------------------------------------------------------------

    def _typed(self) -> None:
        """Go to the first hit from where one was on."""
        self._look_again()
        begin = self._origin[0] if self._origin else self._grid.current_id()
        if self.hits:
            place = self.finder.places
            start = place.get(begin, 0)
            self._go(next((each for each in self.hits if place[each] >= start), self.hits[0]))

    def step(self, by: int = 1) -> None:
        """Go to the next hit (or the one before), beyond the last one to the first."""
        if not self.line.text():
            self.begin()
            return
        self._look_again()
        if not self.hits:
            return
        self._origin = None
        current = self._grid.current_id()
        if current in self.hits:
            wanted = self.hits.index(current) + by
        else:
            place = self.finder.places
            before = [each for each in self.hits if place[each] < place.get(current, 0)]
            wanted = len(before) - (by < 0)
        self._go(self.hits[wanted % len(self.hits)])

    def next(self) -> None:
        self.step(1)

    def previous(self) -> None:
        self.step(-1)

    def _go(self, identity: str) -> None:
        self._grid.select_id(identity, self.finder.column_of(identity, self.line.text()))
        self._page.chart.show_task(identity)
        self._show_count()

    def _look_again(self) -> None:
        self.finder.look_at(NUMBER_OF[key] for key, _ in self._grid.shown_columns() if key in NUMBER_OF)
        self.hits = self.finder.find(self.line.text())
        self._grid.find_marks(self.line.text() if self.isVisible() else "")
        if self.isVisible() and not self.finder.complete:
            self._reader.start()
        self._show_count()

    def _read_on(self) -> None:
        """Word some more cells between two events; what is found in them counts when all are read."""
        if self.finder.read():
            self._reader.stop()
            self._look_again()
            if self.hits and self.line.hasFocus() and self._origin and self._grid.current_id() not in self.hits:
                self._typed()

    def _changed(self, changes: ChangeSet | None = None) -> None:
        del changes
        if self.isVisible():
            self._calm.start(CALM)

    def _show_count(self) -> None:
        if not self.line.text().strip():
            text = ""
        elif self.hits:
            current = self._grid.current_id()
            at = self.hits.index(current) + 1 if current in self.hits else 0
            text = tr("{n} of {total}", n=at, total=len(self.hits)) if at else tr("{total} found", total=len(self.hits))
        else:
            text = "…" if self._reader.isActive() else tr("Not found")
        self.count.setText(text)
        self.where.tell(self._grid.current_id() if self.hits else "", self.line.text())
        self.count.set_role("red" if text and not self.hits and not self._reader.isActive() else "muted")
