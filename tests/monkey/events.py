"""Keys and mouse of a person before the plan, and where they land."""

from __future__ import annotations

import random

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from desktop.models.plan_columns import NUMBER_OF
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from tests.plans import snapshot

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT, NO_BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, MOD.NoModifier

class Events:
    """A person before a window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.dice = random.Random(0)
        self.escaped = False
        """Whether the last gesture was given up, so that nothing may have come of it."""
        self.edited = ""
        """The task in a cell of which something has just been typed."""

        self.mark()

    def mark(self) -> None:
        """Remember how everything stands before what may be given up."""
        workspace = self.window.workspace
        assert workspace is not None
        self.before = snapshot(workspace.project)
        self.steps = list(workspace.session.undo_steps)
        self.told = self.window.status.text

    @property
    def page(self) -> PlanPage:
        assert self.window.view is not None
        page = self.window.view.show_page("plan")
        assert isinstance(page, PlanPage)
        return page

    # -- events ---------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY, to: QWidget | None = None) -> None:
        QTest.keyClick(to or self._focus(), key, modifiers)

    def press(self, text: str, to: QWidget | None = None) -> None:
        """Press the keys of a shortcut."""
        combination = QKeySequence(text)[0]
        QTest.keyClick(to or self._focus(), combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        for letter in text:
            widget = self._focus()
            if ord(letter) > 127 or letter == "\t":  # as an input method hands it over
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(widget, event)
            else:
                QTest.keyClick(widget, letter)

    def _focus(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.page.grid

    def _chart_mouse(self, kind: QEvent.Type, at: QPointF, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        self.mouse(self.page.chart.viewport(), kind, at, modifiers)

    def mouse(
        self, view: QWidget, kind: QEvent.Type, at: QPointF, modifiers: Qt.KeyboardModifier = NO_KEY,
        button: Qt.MouseButton = LEFT, *, held: bool = True,
    ) -> None:  # fmt: skip
        pressed = NO_BUTTON if kind is QEvent.Type.MouseMove else button
        holds = NO_BUTTON if kind is QEvent.Type.MouseButtonRelease or not held else button
        place = QPointF(view.mapToGlobal(at))
        QApplication.sendEvent(view, QMouseEvent(kind, at, place, pressed, holds, modifiers))

    # -- choosing -------------------------------------------------------------------------------

    def one(self, *choices: object) -> object:
        return self.dice.choice(choices)

    def row(self) -> int:
        """A row that is in sight, or -1."""
        page = self.page
        rows = [
            row for row in range(page.model.rowCount())
            if 0 <= page.grid.rowViewportPosition(row) < page.grid.viewport().height() - page.grid.metrics.row // 2
        ] if page.model.rowCount() < 300 else list(page.chart.frame.window(page.chart.viewport().height()))  # fmt: skip
        return self.dice.choice(rows) if rows else -1

    def cell(self, key: str = "") -> QPoint | None:
        """A place in a cell that is in sight."""
        page, row = self.page, self.row()
        columns = page.grid.visible_columns()
        if row < 0 or not columns or page.stack.currentIndex():
            return None
        column = NUMBER_OF[key] if key else self.dice.choice(columns)
        if column not in columns:
            return None
        index = page.model.index(row, column)
        page.grid.scrollTo(index)
        box = page.grid.visualRect(index).intersected(page.grid.viewport().rect())
        return box.center() + QPoint(box.width() // 4, 0) if not box.isEmpty() else None
