"""Random gestures in the chart."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QWidget,
)

from tests.monkey.events import KEY, LEFT, MOD, NO_BUTTON, NO_KEY, Events
from tests.monkey.rules import live
from tests.monkey.words import TEXTS, WALK


class ChartHands(Events):
    """Each gesture says in words what it was."""

    def drag(self) -> str:
        """A bar, an edge, a handle or bare paper; let go, given up, or lost with the window."""
        page = self.page
        chart, row = page.chart, self.row()
        if row < 0 or page.stack.currentIndex():
            return "nothing"
        bar = chart.bar(row)
        part = str(self.one("body", "body", "start", "finish", "link", "progress", "paper", "draw", "split"))
        if bar is not None and not 0 < (bar.left + bar.right) / 2 < chart.viewport().width():
            chart.show_task(bar.task)
            bar = chart.bar(row)
        if bar is None:
            part = "paper"
        y = chart.top_of(row) + page.grid.metrics.row / 2
        if part == "paper" or bar is None:
            start = QPointF(self.dice.randrange(10, max(11, chart.viewport().width())), y)
        else:
            x = {
                "start": bar.left + 2, "finish": bar.right - 2, "link": bar.right + 6, "draw": bar.right + 60,
                "progress": bar.left + (bar.right - bar.left) * 0.25, "split": bar.left + (bar.right - bar.left) * 0.4,
            }.get(part, (bar.left + bar.right) / 2)  # fmt: skip
            start = QPointF(x, bar.middle)
        if part == "split":
            page.plan_actions.hands.tools()  # made
            chart.hand.take_up("split")
        modifiers = self.dice.choice((NO_KEY, NO_KEY, NO_KEY, MOD.ShiftModifier, MOD.ControlModifier))
        if part == "draw":
            modifiers = MOD.AltModifier
        other = chart.bar(self.row())
        if part == "link" and other is not None and self.dice.random() < 0.7:
            end = QPointF(other.left + 3, other.middle)
        else:
            down = self.dice.choice((0, 0, 0, 1, -2, 3)) * page.grid.metrics.row
            end = start + QPointF(self.dice.randrange(-200, 260), down)
        kind = QEvent.Type
        self.mouse(chart.viewport(), kind.MouseMove, start, NO_KEY, NO_BUTTON)
        self._chart_mouse(kind.MouseButtonPress, start, modifiers)
        live()  # a new row that was left without a name goes
        self.mark()
        for part_of in (0.2, 0.5, 0.8, 1.0):
            self._chart_mouse(kind.MouseMove, start + (end - start) * part_of, modifiers)
        live()
        ending = str(self.one("release", "release", "release", "escape", "focus", "undo", "key"))
        if ending == "escape":
            self.key(KEY.Key_Escape, to=chart)
            self.escaped = True
        elif ending == "focus":
            lost = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
            QApplication.sendEvent(chart, lost)
            self.escaped = True
        elif ending == "undo":
            self.press("Ctrl+Z", to=chart)
        elif ending == "key":
            self.key(self.dice.choice(WALK), to=chart)
        self._chart_mouse(kind.MouseButtonRelease, end, modifiers)
        if chart.hand.tool:
            self.key(KEY.Key_Escape, to=chart)
        way = end - start
        return f"drag {part} of row {row} by {way.x():.0f},{way.y():.0f}, {modifiers.name}, {ending}"

    def strip(self) -> str:
        """What a sheet at a bar offers."""
        chart = self.page.chart
        shown = [each for each in (chart.hold_strip, chart.link_strip, chart.split_strip) if each.isVisible()]
        if not shown:
            return self.drag()
        strip = self.dice.choice(shown)
        children = [each for each in strip.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
        child = self.dice.choice(children)
        place = QPoint(self.dice.randrange(max(1, child.width())), child.height() // 2)
        QTest.mouseClick(child, LEFT, NO_KEY, place)
        if isinstance(child, QLineEdit):
            self.type(self.dice.choice(TEXTS))
            self.press(str(self.one("Return", "Esc", "Tab")))
        return f"sheet {type(strip).__name__}: {type(child).__name__} at {place.x()}"

    def wheel(self) -> str:
        view = self.dice.choice((self.page.chart.viewport(), self.page.grid.viewport()))
        modifiers = self.dice.choice((NO_KEY, NO_KEY, MOD.ControlModifier, MOD.ShiftModifier))
        at, turn = QPointF(view.width() / 2, view.height() / 2), self.dice.choice((-360, -120, 120, 240))
        event = QWheelEvent(
            at, QPointF(view.mapToGlobal(at)), QPoint(), QPoint(0, turn), NO_BUTTON, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
        return f"wheel {turn} {modifiers.name}"

    def context(self) -> str:
        page = self.page
        views = (page.grid.viewport(), page.chart.viewport(), page.grid.header.viewport(), page.chart.header)
        view = self.dice.choice(views)
        if not view.isVisible():
            return "nothing"
        at = QPoint(self.dice.randrange(max(1, view.width())), self.dice.randrange(max(1, view.height())))
        QTest.mouseClick(view, Qt.MouseButton.RightButton, NO_KEY, at)
        QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at)))
        return f"context menu at {at.x()},{at.y()}"
