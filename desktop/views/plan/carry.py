"""Dragging a bar: in time, or over the rows to another place in the outline. The first pixels decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt

from desktop.charts.bars import Bar
from desktop.charts.shapes import Line, Rect, Shape
from desktop.domain.plan import Task
from desktop.domain.session import Command
from desktop.i18n import tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.bar_gestures import MoveBar
from desktop.views.plan.gestures import DECIDES, Gesture
from desktop.views.plan.row_drag import RowDrag
from desktop.views.plan.split_gestures import MovePart

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

IN_TIME, OVER_ROWS = "time", "rows"
LEVEL_WIDTH = 2
"""Steps of the outline's indentation by which the pointer changes the level: a hand that goes down drifts."""


class CarryBar(Gesture):
    """Becomes a move in time or a move of rows; back at the press it may become the other.

    Shift keeps it in time, Ctrl over the rows, whichever way the hand goes.
    """

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self, chart: GanttChart, pressed: QPointF, bar: Bar, ids: tuple[str, ...], piece: int = 0
    ) -> None:
        """``piece`` is the part of a split bar that is grabbed; the first stands for the whole."""
        super().__init__(chart, pressed)
        self._bar, self._ids, self._piece = bar, ids, piece
        self._grabbed = chart.scale.moment(pressed.x())
        self._top = pressed.y() + chart.verticalScrollBar().value()
        self._way = self._shown = ""
        self.by_finger = False
        """Whether a finger has it, which has no keys and hides what it rests on."""
        self.now: MoveBar | MovePart | MoveRows | None = None
        """What it is at the moment; None near the press."""

    def _gone(self) -> QPointF:
        """The way from the press, on the paper: the chart may have scrolled."""
        chart, at = self.chart, self.position
        across = at.x() - chart.scale.x(self._grabbed)
        return QPointF(across, at.y() + chart.verticalScrollBar().value() - self._top)

    def _decide(self) -> str:
        gone = self._gone()
        far = max(abs(gone.x()), abs(gone.y()))
        if far < DECIDES:
            self._way = ""
        elif not self._way:
            self._way = IN_TIME if abs(gone.x()) >= abs(gone.y()) else OVER_ROWS
        if far >= DECIDES and self.modifiers & Qt.KeyboardModifier.ShiftModifier:
            return IN_TIME
        if far >= DECIDES and self.modifiers & Qt.KeyboardModifier.ControlModifier:
            return OVER_ROWS
        return self._way

    def move(self, position: QPointF) -> None:
        super().move(position)
        way = self._decide()
        if way != self._shown:
            self._shown = way
            if self.now is not None:
                self.now.cancel()
            self.now = self._begin(way)
            self.moves_bars = self.now is not None and self.now.moves_bars
            self.scrolls = self.now.scrolls if self.now is not None else (False, False)
            self.cursor = self.now.cursor if self.now is not None else Qt.CursorShape.ClosedHandCursor
        if self.now is not None:
            self.now.modifiers = self.modifiers
            self.now.move(position)
        self.preview = self.now.preview if self.now is not None else None

    def _begin(self, way: str) -> MoveBar | MovePart | MoveRows | None:
        if way == OVER_ROWS:
            return MoveRows(self.chart, self.pressed, self._bar, self._ids)
        if not way:
            return None
        made: MoveBar | MovePart
        if self._piece:
            made = MovePart(self.chart, self.pressed, self._bar, self._piece)
        else:
            made = MoveBar(self.chart, self.pressed, self._bar, self._ids)
        made.grabbed = self._grabbed
        return made

    def release(self) -> Command | None:
        return self.now.release() if self.now is not None else None

    def cancel(self) -> None:
        if self.now is not None:
            self.now.cancel()

    def shapes(self) -> Iterator[Shape]:
        if self.now is not None:
            yield from self.now.shapes()

    def tip(self) -> list[str]:
        if self.by_finger:
            name = self.chart.workspace.project.get(Task, self._bar.task).name
            return self.now.tip() if self.now is not None else [name, tr("Drag it, or lift the finger for the menu")]
        if isinstance(self.now, MoveBar | MovePart):
            return [*self.now.tip(), tr("Ctrl: over the rows instead")]
        return [*self.now.tip(), tr("Shift: in time instead")] if self.now is not None else []


class MoveRows(Gesture):
    """Drags tasks to another place in the outline: how far to the right says at which level."""

    cursor = Qt.CursorShape.SizeVerCursor

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, ids: tuple[str, ...]) -> None:
        super().__init__(chart, pressed)
        self._bar, self._ids = bar, ids
        self._depth = chart.plan.facts(bar.row).depth
        self.refused = not chart.plan.order.asked.keeps_order
        """Whether the rows do not stand as in the outline, so that moving them would mean nothing."""
        self._rows: RowDrag | None = None if self.refused else RowDrag(chart.grid, ids)

    def move(self, position: QPointF) -> None:
        super().move(position)
        if self._rows is None:
            return
        grid = self.chart.grid
        step = grid.metrics.indent
        level = self._depth + round((position.x() - self.pressed.x()) / (LEVEL_WIDTH * step))
        left = grid.column_left(NUMBER_OF["name"])
        self._rows.move(QPoint(left + level * step + step // 2, round(position.y())))

    def release(self) -> Command | None:
        if self.refused:
            self.chart.grid.moving_refused.emit()
        if self._rows is None:
            return None
        command = self._rows.command()
        self._rows.end()
        self._rows = None
        return command

    def cancel(self) -> None:
        if self._rows is not None:
            self._rows.undo()
            self._rows = None

    def shapes(self) -> Iterator[Shape]:
        bar, fall = self._bar, self.position.y() - self.pressed.y()
        role = "red" if self._rows is not None and self._rows.refusal is not None else "ghost"
        yield Rect(bar.left, bar.top + fall, bar.width, bar.bottom - bar.top, role, role, 3, opacity=0.22)
        line = self._rows.line() if self._rows is not None else None
        if line is not None and not line.isEmpty():
            y, width = line.center().y(), self.chart.viewport().width()
            yield Line(0, y, width, y, role, 3)
            if role == "red":  # not by its colour alone
                size, x = self.chart.metrics.line * 0.35, self.position.x()
                yield Line(x - size, y - size, x + size, y + size, role, 3)
                yield Line(x - size, y + size, x + size, y - size, role, 3)

    def tip(self) -> list[str]:
        """The tasks in hand, and which place in the outline they would have."""
        if self.refused:
            return [tr("Rows move only in the order of the outline")]
        return self._rows.tip() if self._rows is not None else []
