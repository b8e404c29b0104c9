"""Random gestures in the grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)

from desktop.models.plan_columns import COLUMNS
from tests.monkey.events import KEY, LEFT, MOD, NO_BUTTON, NO_KEY, Events
from tests.monkey.words import CLIPS, KEYS, TEXTS, WALK


class GridHands(Events):
    """Each gesture says in words what it was."""

    def click(self) -> str:
        place = self.cell()
        if place is None:
            return "nothing"
        modifiers = self.dice.choice((NO_KEY, NO_KEY, MOD.ControlModifier, MOD.ShiftModifier))
        view = self.page.grid.viewport()
        if self.dice.random() < 0.2:
            QTest.mouseDClick(view, LEFT, NO_KEY, place)
            return f"double click {place.x()},{place.y()}"
        QTest.mouseClick(view, LEFT, modifiers, place)
        return f"click {place.x()},{place.y()} {modifiers.name}"

    def click_number(self) -> str:
        row = self.row()
        if row < 0:
            return "nothing"
        header = self.page.grid.row_header
        y = self.page.grid.rowViewportPosition(row) + 5
        modifiers = self.dice.choice((NO_KEY, MOD.ControlModifier, MOD.ShiftModifier))
        QTest.mouseClick(header.viewport(), LEFT, modifiers, QPoint(5, y))
        return f"click number of row {row} {modifiers.name}"

    def write(self) -> str:
        """Into a cell, and leave it in some way or not at all."""
        place = self.cell(str(self.one("", "", "name", "duration", "start", "finish", "predecessors", "resources")))
        if place is None:
            return "nothing"
        page, text = self.page, self.dice.choice(TEXTS)
        QTest.mouseClick(page.grid.viewport(), LEFT, NO_KEY, place)
        task = page.grid.current_id()
        column = COLUMNS[max(page.grid.currentIndex().column(), 0)].key
        self.mark()
        if self.dice.random() < 0.3:
            self.key(KEY.Key_F2)
        self.type(text)
        ends = ("Return", "Return", "Return", "Tab", "Shift+Tab", "Esc", "Down", "away", "", "F2", "Shift+Return")
        end = self.dice.choice(ends)
        editor = page.grid.delegate.editor
        if end == "away":
            if (other := self.cell()) is not None:
                QTest.mouseClick(page.grid.viewport(), LEFT, NO_KEY, other)
        elif end:
            self.press(end)
            if end == "Esc" and isinstance(editor, QLineEdit):
                if page.grid.delegate.editor is not None:
                    self.press(end)  # the first one put away a list
                self.escaped = True
            if end == "Return" and page.grid.delegate.editor is None:
                self.edited = task
        return f"write {text[:40]!r} into {column} of {task}, {end or 'stay'}"

    def keys(self) -> str:
        text = self.dice.choice(KEYS)
        self.press(text)
        return text

    def walk(self) -> str:
        said = []
        for _ in range(self.dice.randrange(1, 5)):
            key = self.dice.choice(WALK)
            modifiers = self.dice.choice((NO_KEY, NO_KEY, MOD.ShiftModifier, MOD.ControlModifier))
            self.key(key, modifiers)
            said.append(f"{modifiers.name}+{key.name}")
        return " ".join(said)

    def select_block(self) -> str:
        if self.cell() is None:
            return "nothing"
        for _ in range(self.dice.randrange(1, 6)):
            self.key(self.dice.choice((KEY.Key_Down, KEY.Key_Right)), MOD.ShiftModifier, to=self.page.grid)
        return "select a block"

    def paste(self) -> str:
        text, keys = self.dice.choice(CLIPS), self.dice.choice(("Ctrl+V", "Ctrl+V", "Ctrl+Shift+V"))
        mime = QMimeData()
        mime.setText(text)
        QApplication.clipboard().setMimeData(mime)
        self.press(keys, to=self.page.grid)
        return f"{keys} of {text[:40]!r}"

    def replay(self) -> str:
        said = []
        for _ in range(self.dice.randrange(1, 9)):
            keys = self.dice.choice(("Ctrl+Z", "Ctrl+Z", "Ctrl+Y"))
            self.press(keys)
            said.append(keys)
        return " ".join(said)

    def carry_row(self) -> str:
        """Drag selected rows, or the handle of the selection."""
        page, row = self.page, self.row()
        if row < 0 or page.stack.currentIndex():
            return "nothing"
        header, kind, size = page.grid.row_header.viewport(), QEvent.Type, page.grid.metrics.row
        y = page.grid.rowViewportPosition(row) + 5
        QTest.mouseClick(header, LEFT, NO_KEY, QPoint(5, y))
        down = self.dice.randrange(-6, 7) * size + self.dice.choice((0, 6))
        start, end = QPointF(5, y), QPointF(self.dice.randrange(0, 60), y + down)
        view = header
        fill = self.dice.random() < 0.4
        if fill:
            place = self.cell()
            if place is None:
                return "nothing"
            view = page.grid.viewport()
            QTest.mouseClick(view, LEFT, NO_KEY, place)
            box = page.grid.visualRect(page.grid.currentIndex())
            start = QPointF(box.right() - 1, box.bottom() - 1)
            end = start + QPointF(0, self.dice.randrange(-4, 7) * size)
        self.mouse(view, kind.MouseButtonPress, start)
        self.mark()
        for part in (0.3, 0.6, 1.0):
            self.mouse(view, kind.MouseMove, start + (end - start) * part)
        ending = str(self.one("release", "release", "escape"))
        if ending == "escape":
            self.key(KEY.Key_Escape, to=page.grid)
            self.escaped = True
        self.mouse(view, kind.MouseButtonRelease, end)
        return f"{'fill from' if fill else 'carry'} row {row} by {end.y() - start.y():.0f}, {ending}"

    def heading(self) -> str:
        header = self.page.grid.header
        view = header.viewport()
        if not view.isVisible():
            return "nothing"
        x = self.dice.randrange(1, max(2, view.width()))
        place = QPointF(x, view.height() / 2)
        how = str(self.one("sort", "then", "click", "drag", "edge"))
        kind = QEvent.Type
        if how in ("sort", "then"):
            keys = MOD.ControlModifier | (MOD.ShiftModifier if how == "then" else NO_KEY)
            QTest.mouseClick(view, LEFT, keys, place.toPoint())
        elif how == "click":
            QTest.mouseClick(view, LEFT, NO_KEY, place.toPoint())
        else:
            column = header.column_at(place.toPoint())
            if how == "edge" and column >= 0:
                place = QPointF(self.page.grid.column_left(column) + header.sectionSize(column) - 1, place.y())
            end = place + QPointF(self.dice.randrange(-150, 150), 0)
            self.mouse(view, kind.MouseMove, place, NO_KEY, NO_BUTTON)
            self.mouse(view, kind.MouseButtonPress, place)
            for part in (0.3, 0.6, 1.0):
                self.mouse(view, kind.MouseMove, place + (end - place) * part)
            self.mouse(view, kind.MouseButtonRelease, end)
        return f"heading at {x}, {how}"
