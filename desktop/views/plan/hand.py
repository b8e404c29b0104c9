"""The pointer over the chart: which gesture a press begins, and what lies under it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from desktop.charts.bars import Part, handle_shapes
from desktop.charts.gantt import Hit
from desktop.charts.shapes import Shape
from desktop.domain.commands.plan import MoveTasks
from desktop.domain.session import Command
from desktop.i18n import tr
from desktop.views.plan.bar_gestures import DragProgress, ResizeBar
from desktop.views.plan.carry import CarryBar
from desktop.views.plan.draw_link import DrawLink
from desktop.views.plan.draw_task import DrawTask, Sketch
from desktop.views.plan.far_trial import FarTrial
from desktop.views.plan.gestures import Gesture, Pan, RubberBand
from desktop.views.plan.split_gestures import ResizePart, SplitBar, cut_at, cut_line

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

_CURSORS = {
    Part.BODY: Qt.CursorShape.OpenHandCursor,
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.FINISH: Qt.CursorShape.SizeHorCursor,
    Part.PROGRESS: Qt.CursorShape.SplitHCursor,
    Part.LINK_START: Qt.CursorShape.CrossCursor,
    Part.LINK_FINISH: Qt.CursorShape.CrossCursor,
}
DRAW, SPLIT = "draw", "split"
"""Tools: one draws tasks on bare paper, one cuts bars."""
SCROLL_INTERVAL = 30
"""Milliseconds between two steps of the chart while the pointer is held at its edge."""
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Hand(QObject):
    """Holds the gesture that is under way, if any, and the tool that the mouse is."""

    tool_changed = Signal()

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self.gesture: Gesture | None = None
        self.tool = ""
        self._alt = False
        self._pointer: QPointF | None = None
        self._piece: tuple[int, Part] | None = None
        """Which part of a split bar lies under the pointer."""
        self._hovered = Hit()
        self._far_trial: FarTrial | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(SCROLL_INTERVAL)
        self._scroller.timeout.connect(self._scroll)

    @property
    def hovered_task(self) -> str:
        """The task on whose bar the pointer rests; "" for none, and while something is dragged."""
        return self._hovered.task if self.gesture is None and self._hovered.part is not None else ""

    @property
    def far_trial(self) -> FarTrial:
        """Where drags that move most of the plan are tried."""
        if self._far_trial is None:
            self._far_trial = made = FarTrial(self._chart.workspace)
            made.tried.connect(self._tried)
            self.destroyed.connect(made.retire)
        return self._far_trial

    def _tried(self) -> None:
        """What most of the plan does is known a little later: show it as if the pointer had moved."""
        if self.gesture is not None:
            self.follow(self.gesture.position, self.gesture.modifiers)

    # -- press, move, release -------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if self.gesture is not None:
            return
        chart, position = self._chart, event.position()
        chart.leave_strips()
        chart.setFocus(Qt.FocusReason.MouseFocusReason)  # an open editor takes its text before the chart acts
        self._leave_grid(position)
        if event.button() is Qt.MouseButton.MiddleButton:
            self._begin(Pan(chart, position))
        elif event.button() is Qt.MouseButton.LeftButton:
            hit = chart.frame.hit(position.x(), position.y())
            chart.select_link(hit.link)
            self._alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._press(hit, position, bool(event.modifiers() & _ADDING))

    def _leave_grid(self, position: QPointF) -> None:
        """Whatever waits in the grid is settled first: a row that goes would take what is in hand along."""
        chart = self._chart
        hit = chart.frame.hit(position.x(), position.y())
        chart.grid.left_for.emit(hit.task if hit.part is not None else "")

    def tap(self, position: QPointF) -> None:
        """A finger tapped: select the link or the row there."""
        chart = self._chart
        chart.leave_strips()
        chart.setFocus(Qt.FocusReason.MouseFocusReason)
        self._leave_grid(position)
        hit = chart.frame.hit(position.x(), position.y())
        chart.select_link(hit.link)
        if not hit.link:
            chart.grid.select_rows([hit.row] if hit.row >= 0 else [])

    def take_hold(self, position: QPointF) -> bool:
        """A finger rested on a bar: it is in hand from now on, as a whole; False where there is none."""
        chart = self._chart
        if self.gesture is None:
            self._leave_grid(position)
        hit = chart.frame.hit(position.x(), position.y())
        bar = chart.frame.bar(hit.row) if hit.part is not None else None
        if bar is None or self.gesture is not None:
            return False
        chart.leave_strips()
        if not chart.is_selected(hit.row):
            chart.grid.select_rows([hit.row])
        carried = CarryBar(chart, position, bar, tuple(chart.grid.selected_ids()))
        carried.by_finger = True
        self._begin(carried)
        chart.refresh()
        return True

    def _press(self, hit: Hit, position: QPointF, add: bool) -> None:
        chart = self._chart
        bar = chart.frame.bar(hit.row) if hit.part is not None else None
        if bar is None or hit.part is None:
            self._press_paper(hit, position, add)
            return
        chosen = chart.is_selected(hit.row)
        if add or not chosen:
            chart.grid.select_rows([hit.row], add=add)
        if add:
            if hit.part is Part.BODY:  # a click chooses one more; a drag takes what was chosen, or this one alone
                ids = tuple(chart.grid.selected_ids()) if chosen else (bar.task,)
                self._begin(CarryBar(chart, position, bar, ids))
            return
        piece = bar.piece_at(position.x()) if hit.part is Part.BODY else None
        if self.tool == SPLIT and hit.part in (Part.BODY, Part.START, Part.FINISH) and bar.resizable:
            self._begin(SplitBar(chart, position, bar))
            chart.refresh()
        elif hit.part in (Part.LINK_START, Part.LINK_FINISH):
            self._begin(DrawLink(chart, position, bar, hit.part))
        elif hit.part is Part.PROGRESS:
            self._begin(DragProgress(chart, position, bar))
        elif hit.part in (Part.START, Part.FINISH):
            self._begin(ResizeBar(chart, position, bar, hit.part))
        elif piece is not None and piece[1] is not Part.BODY:
            self._begin(ResizePart(chart, position, bar, *piece))
        else:
            ids = tuple(chart.grid.selected_ids())
            self._begin(CarryBar(chart, position, bar, ids, piece[0] if piece and len(ids) == 1 else 0))

    def _press_paper(self, hit: Hit, position: QPointF, add: bool) -> None:
        if hit.mark is not None:
            self._chart.mark_pressed.emit(hit.mark, self._chart.viewport().mapToGlobal(position.toPoint()))
        if hit.link or hit.mark is not None:
            return
        if self.tool == DRAW or self._alt:
            self._begin(DrawTask(self._chart, position, hit.row))
        elif hit.row < 0 and not add:
            self._begin(Sketch(self._chart, position))
        else:
            self._begin(RubberBand(self._chart, position, add=add))

    def take_up(self, tool: str) -> None:
        """Use the mouse as a tool from now on, ``DRAW`` for one, until Escape; "" lays it down."""
        if tool != self.tool:
            self.tool = tool
            self._chart.viewport().setCursor(self._cursor(self._hovered))
            self._chart.viewport().update()
            self.tool_changed.emit()

    def _begin(self, gesture: Gesture) -> None:
        self.gesture = gesture
        self._chart.viewport().setCursor(gesture.cursor)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with a button down or without."""
        position = event.position()
        if self.gesture is not None:
            self.follow(position, event.modifiers())
            return
        hit, piece = self._chart.frame.hit(position.x(), position.y()), self._piece
        bar = self._chart.frame.bar(hit.row) if hit.part is Part.BODY else None
        self._piece = bar.piece_at(position.x()) if bar is not None else None
        self._pointer = position
        if hit != self._hovered or piece != self._piece or self.tool:
            self._hovered = hit
            self._chart.viewport().setCursor(self._cursor(hit))
            self._chart.viewport().update()

    def follow(self, position: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """What is in hand goes to ``position``."""
        if self.gesture is None:
            return
        self.gesture.modifiers = modifiers
        self.gesture.move(position)
        self._chart.viewport().setCursor(self.gesture.cursor)
        self._chart.refresh()
        if any(self._beyond(self.gesture)) != self._scroller.isActive():
            self._scroller.stop() if self._scroller.isActive() else self._scroller.start()

    def _beyond(self, gesture: Gesture) -> tuple[int, int]:
        """-1 or 1 where the pointer is at or over an edge and the chart should follow it: (in time, in rows)."""
        view, at = self._chart.viewport(), gesture.position
        edge = self._chart.metrics.line
        in_time = (at.x() > view.width() - edge) - (at.x() < edge)
        in_rows = (at.y() > view.height() - edge) - (at.y() < edge)
        return in_time * gesture.scrolls[0], in_rows * gesture.scrolls[1]

    def _scroll(self) -> None:
        gesture = self.gesture
        if gesture is None:
            self._scroller.stop()
            return
        in_time, in_rows = self._beyond(gesture)
        across, down = self._chart.horizontalScrollBar(), self._chart.verticalScrollBar()
        across.setValue(across.value() + in_time * self._chart.metrics.line)
        down.setValue(down.value() + in_rows * self._chart.metrics.row // 2)
        gesture.move(gesture.position)
        self._chart.refresh()

    def _cursor(self, hit: Hit) -> Qt.CursorShape:
        if hit.link or hit.mark is not None:
            return Qt.CursorShape.PointingHandCursor
        if hit.part is None:
            return Qt.CursorShape.CrossCursor if self.tool == DRAW else Qt.CursorShape.ArrowCursor
        if self.tool == SPLIT and hit.part in (Part.BODY, Part.START, Part.FINISH):
            return Qt.CursorShape.SplitHCursor
        return _CURSORS[self._piece[1] if self._piece is not None else hit.part]

    def release(self, event: QMouseEvent) -> None:
        """The button came up: the gesture becomes one command, or a selection."""
        self.drop(event.position(), event.modifiers())

    def drop(self, position: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """As :meth:`release`."""
        gesture = self.gesture
        if gesture is None:
            return
        gesture.modifiers = modifiers
        gesture.move(position)
        gesture = gesture.settled()
        command = gesture.release()
        self._end()
        shown = gesture.preview if gesture.moves_bars and command is not None else None
        if shown is not None:  # until it is done, which may take a moment: bars do not jump back and forth
            self._chart.show_preview(shown)
        try:
            self._done(gesture, command)
        finally:
            if shown is not None and self._chart.preview is shown:
                self._chart.show_preview(None)

    def _done(self, gesture: Gesture, command: Command | None) -> None:
        """What was dragged has been let go."""
        if isinstance(gesture, RubberBand):
            self._select_band(gesture)
        elif isinstance(gesture, DrawTask):
            self._add(gesture, command)
        elif isinstance(gesture, SplitBar) and command is not None:
            self._chart.do(command)
            self.take_up("")  # one cut is what one takes up a knife for
        elif isinstance(command, MoveTasks):
            before = self._chart.workspace.next_undo
            self._chart.grid.move_rows(command)
            step = self._chart.workspace.next_undo
            if step is not before:
                self._chart.hold_strip.after(command, step)
        elif command is not None:
            self._chart.do(command)

    def _add(self, drawn: DrawTask, command: Command | None) -> None:
        """Add the task that was drawn, and open its name."""
        if command is None:
            self._select_band(RubberBand(self._chart, drawn.pressed))
            return
        done, step = self._chart.workspace.do_step(command)
        if done:
            self._chart.grid.edit_cell(drawn.id, alone=True)
            self._chart.plan.unnamed = (drawn.id, step) if step is not None else None

    def _select_band(self, band: RubberBand) -> None:
        rows = band.rows()
        if (band.position - band.pressed).manhattanLength() < 4:  # a click on bare paper chooses its row
            row = self._chart.frame.row_at(band.pressed.y())
            rows = [row] if row >= 0 else []
        if rows or not band.add:
            self._chart.grid.select_rows(rows, add=band.add)

    def cancel(self) -> None:
        """End the gesture without a trace."""
        if self.gesture is not None:
            self.gesture.cancel()
            self._end()

    def escape(self) -> bool:
        """End the gesture, or lay the tool down; False where there was neither."""
        busy = self.gesture is not None or bool(self.tool)
        if self.gesture is not None:
            self.cancel()
        else:
            self.take_up("")
        return busy

    def _end(self) -> None:
        self.gesture = None
        self._scroller.stop()
        if self._far_trial is not None:
            self._far_trial.forget()
        self.leave()
        self._chart.refresh()

    def leave(self) -> None:
        """Nothing lies under the pointer any more."""
        self._pointer = None
        self._hovered, self._piece = Hit(), None
        self._chart.viewport().setCursor(self._cursor(self._hovered))
        self._chart.viewport().update()

    # -- painting -------------------------------------------------------------------------------

    def tip(self) -> tuple[list[str], QPointF]:
        """What is said beside the pointer, and where that is: by the gesture, or of the tool in hand."""
        if self.gesture is not None:
            return self.gesture.tip(), self.gesture.position
        if not self.tool or self._pointer is None:
            return [], QPointF()
        cuts = self.tool == SPLIT
        use = tr("Press where the work stops, drag the rest away") if cuts else tr("Drag to draw a new task")
        return [use, tr("Esc lays the tool down")], self._pointer

    def handles(self) -> Iterator[Shape]:
        """Circles and triangle around the bar under the pointer."""
        hovered = self._hovered
        if self.gesture is None and hovered.part is not None and hovered.row < len(self._chart.plan.ids):
            bar = self._chart.frame.bar(hovered.row)
            if bar is not None and self.tool == SPLIT:
                if self._pointer is not None and bar.resizable and bar.left <= self._pointer.x() <= bar.right:
                    yield cut_line(self._chart, bar, cut_at(self._chart, bar.task, self._pointer.x()))
            elif bar is not None:
                yield from handle_shapes(bar)
