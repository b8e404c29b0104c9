"""The Gantt chart beside the grid: a scroll area that paints the rows and days in sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from desktop.charts.bars import Bar, Part, handle_shapes
from desktop.charts.gantt import Gantt, GanttOptions, Hit, baseline_by_task
from desktop.charts.shapes import Polyline, Rect, Shape
from desktop.charts.timescale import DAY, Timescale
from desktop.domain.plan import BaselineTask
from desktop.domain.session import Command
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.painting import ShapePainter
from desktop.views.plan.gestures import DragProgress, DrawLink, Gesture, MoveBar, Pan, ResizeBar, RubberBand
from desktop.views.plan.grid import PlanGrid
from desktop.views.plan.metrics import PlanMetrics
from desktop.views.plan.summary import describe_plan
from desktop.views.plan.time_header import TimeHeader
from desktop.views.plan.tip import tip_shapes
from desktop.views.theme import palette

ZOOM_STEP = 1.25
BEFORE, AFTER = 0.5, 1.0
"""How far, in widths of the view, the chart scrolls beyond the first and the last date."""
_CURSORS = {
    Part.BODY: Qt.CursorShape.OpenHandCursor,
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.FINISH: Qt.CursorShape.SizeHorCursor,
    Part.PROGRESS: Qt.CursorShape.SplitHCursor,
    Part.LINK_START: Qt.CursorShape.CrossCursor,
    Part.LINK_FINISH: Qt.CursorShape.CrossCursor,
}


class GanttChart(QAbstractScrollArea):
    """Shares rows, row height, vertical scroll and selection with ``grid``.

    ``details_wanted`` carries the id of a task that was double-clicked; ``menu_wanted`` a
    :class:`Hit` and a global position; ``scale_changed`` says that zoom or place in time changed.
    """

    details_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    scale_changed = Signal()

    def __init__(self, workspace: Workspace, grid: PlanGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.grid, self.plan = workspace, grid, grid.plan
        self.metrics: PlanMetrics = grid.metrics
        self.options = GanttOptions()
        self.scale = Timescale(workspace.schedule.start - 2 * DAY, 18)
        self.gesture: Gesture | None = None
        self.selected_link = ""
        self._origin = self.scale.start
        self._hovered = Hit()
        self._frame: Gantt | None = None
        self._paper: tuple[object, QPixmap] | None = None
        self._baseline: Mapping[str, BaselineTask] | None = None
        self._setting_bar = False
        self._header = TimeHeader(self)
        self._describe = QTimer(self)
        self._describe.setSingleShot(True)
        self._describe.setInterval(400)
        self._describe.timeout.connect(self._update_description)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Gantt chart"))
        self._measure()
        other, own = self.grid.verticalScrollBar(), self.verticalScrollBar()
        other.rangeChanged.connect(self._take_range)
        other.valueChanged.connect(own.setValue)
        own.valueChanged.connect(other.setValue)
        own.setSingleStep(self.metrics.row)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled_in_time)
        self.grid.selectionModel().selectionChanged.connect(self._repaint)
        self.grid.selectionModel().currentChanged.connect(self._repaint)
        self.plan.dataChanged.connect(self._changed)
        self.plan.rearranged.connect(self._changed)
        self.workspace.changed.connect(self._project_changed)

    def _measure(self) -> None:
        self.metrics = self.grid.metrics
        self.setViewportMargins(0, self.metrics.header, 0, 0)

    # -- frame ----------------------------------------------------------------------------------

    @property
    def frame(self) -> Gantt:
        """The geometry of what is shown now; made once until something changes."""
        if self._frame is None:
            preview = self.gesture.preview if self.gesture is not None and self.gesture.moves_bars else None
            self._frame = self._make_frame(preview.project, preview.schedule) if preview else self._present()
        return self._frame

    def _present(self) -> Gantt:
        return self._make_frame(self.workspace.project, self.workspace.schedule)

    def _make_frame(self, project: object, schedule: object) -> Gantt:
        if self._baseline is None:
            self._baseline = baseline_by_task(self.workspace.project.baseline)
        return Gantt(
            project, schedule, self.plan.rows, self.scale,  # type: ignore[arg-type]
            row_height=self.metrics.row, em=self.metrics.em, words=words(),
            options=replace(self.options, today=self.workspace.session.now()),
            baseline=self._baseline, scroll=self.verticalScrollBar().value(),
        )  # fmt: skip

    def _stale(self) -> None:
        self._frame = None
        self.viewport().update()

    def _repaint(self) -> None:
        self.viewport().update()

    def _changed(self) -> None:
        self._stale()
        self._describe.start()

    def _project_changed(self) -> None:
        self._baseline = None
        if self.selected_link and self.selected_link not in self.workspace.project.rows("dependency"):
            self.selected_link = ""
        self._fit_bar()
        self._changed()
        self._header.update()

    def bar(self, row: int) -> Bar | None:
        """The bar of a row as painted."""
        return self.frame.bar(row)

    def bar_near(self, position: QPointF) -> Bar | None:
        """The bar in whose row and near whose ends ``position`` lies."""
        row = self.frame.row_at(position.y())
        bar = self.frame.bar(row) if row >= 0 else None
        room = self.metrics.line
        return bar if bar is not None and bar.left - room <= position.x() <= bar.right + room else None

    def rows_between(self, top: float, bottom: float) -> range:
        """Rows that lie between two heights of the viewport."""
        scroll, height = self.verticalScrollBar().value(), self.metrics.row
        first, last = int((top + scroll) // height), int((bottom + scroll) // height) + 1
        return range(max(0, first), max(0, min(last, len(self.plan.ids))))

    def top_of(self, row: int) -> float:
        """Upper edge of a row in the viewport."""
        return row * self.metrics.row - self.verticalScrollBar().value()

    def moments(self) -> list[tuple[float, str]]:
        """(x, role) of today and the status date."""
        frame, status = self.frame, self.workspace.project.profile.status_date
        found = [(frame.x(self.workspace.session.now()), "today")]
        if status is not None:
            found.append((frame.x(dt.datetime.combine(status + DAY, dt.time())), "status_date"))
        return found

    # -- time -----------------------------------------------------------------------------------

    def set_scale(self, scale: Timescale) -> None:
        """Show another stretch of time."""
        self.scale = scale
        self._fit_bar()
        self._stale()
        self._header.update()
        self.scale_changed.emit()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Magnify around ``x``, the middle where none is given."""
        self.set_scale(self.scale.zoomed(factor, self.viewport().width() / 2 if x is None else x))

    def fit_project(self) -> None:
        """Show the whole plan."""
        plan = self.workspace.schedule
        self._fit(plan.start, plan.finish)

    def fit_tasks(self, ids: list[str]) -> None:
        """Show these tasks from the first start to the last finish."""
        dates = [self.workspace.schedule.of(each) for each in ids if each in self.workspace.schedule]
        if dates:
            self._fit(min(each.start for each in dates), max(each.finish for each in dates))

    def _fit(self, start: dt.datetime, finish: dt.datetime) -> None:
        margin = 3 * self.metrics.line
        first = start.replace(hour=0, minute=0)
        self.set_scale(Timescale.fit(first, finish, max(self.viewport().width(), 4 * margin), margin))

    def show_moment(self, moment: dt.datetime, share: float = 0.3) -> None:
        """Scroll so that ``moment`` lies at ``share`` of the width."""
        at = Timescale(moment, self.scale.scale).moment(-self.viewport().width() * share)
        self.set_scale(Timescale(at, self.scale.scale))

    def show_today(self) -> None:
        self.show_moment(self.workspace.session.now())

    def show_task(self, identity: str) -> None:
        """Scroll in time to a task's bar where it is out of sight."""
        if identity in self.workspace.schedule:
            dates = self.workspace.schedule.of(identity)
            left, right = self.frame.x(dates.start), self.frame.x(dates.finish)
            if left < 0 or right > self.viewport().width():
                self.show_moment(dates.start, 0.15)

    def _fit_bar(self) -> None:
        """Give the scroll bar the stretch of time that can be reached from here."""
        plan, width = self.workspace.schedule, self.viewport().width()
        reach = Timescale(plan.start, self.scale.scale)
        first = min(reach.moment(-width * BEFORE), self.scale.start)
        length = max(Timescale(first, self.scale.scale).x(plan.finish) + width * AFTER, width)
        value = Timescale(first, self.scale.scale).x(self.scale.start)
        bar = self.horizontalScrollBar()
        self._origin, self._setting_bar = first, True
        bar.setRange(0, max(0, round(max(length - width, value))))
        bar.setPageStep(width)
        bar.setSingleStep(max(20, round(self.scale.scale)))
        bar.setValue(round(value))
        self._setting_bar = False

    def _scrolled_in_time(self, value: int) -> None:
        if not self._setting_bar:
            start = Timescale(self._origin, self.scale.scale).moment(value)
            self.scale = Timescale(start, self.scale.scale)
            self._stale()
            self._header.update()
            self.scale_changed.emit()

    def _take_range(self, low: int, high: int) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(low, high)
        bar.setPageStep(self.grid.verticalScrollBar().pageStep())
        self._stale()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        del dx
        if dy:
            self._stale()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        frame = self.frame
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, self._background(frame, width, height))
            draw = ShapePainter(painter).draw
            draw(self._selection(frame, width, height))
            if self.gesture is not None and self.gesture.moves_bars:
                draw(self._before(frame, height))
            draw(frame.content(width, height))
            draw(frame.foreground(width, height))
            draw(self._overlay(frame))
            if self.gesture is not None:
                draw(self.gesture.shapes())
                lines = self.gesture.tip()
                draw(tip_shapes(lines, self.gesture.position, self.viewport().size(), painter.fontMetrics()))

    def _background(self, frame: Gantt, width: int, height: int) -> QPixmap:
        """Calendar shading and grid, painted once for each scale and size."""
        calendar = self.workspace.schedule.calendar()
        ratio = self.devicePixelRatioF()
        key = (self.scale, width, height, ratio, id(palette()), calendar, self.options.non_working)
        if self._paper is None or self._paper[0] != key:
            pixmap = QPixmap(round(width * ratio), round(height * ratio))
            pixmap.setDevicePixelRatio(ratio)
            with QPainter(pixmap) as painter:
                ShapePainter(painter).draw(frame.background(width, height))
            self._paper = (key, pixmap)
        return self._paper[1]

    def _selection(self, frame: Gantt, width: int, height: int) -> Iterator[Shape]:
        model = self.grid.selectionModel()
        root = self.grid.rootIndex()
        for row in frame.window(height):
            if model.isRowSelected(row, root):
                yield Rect(0, frame.y(row), width, self.metrics.row, "selection", opacity=0.55)

    def _before(self, frame: Gantt, height: int) -> Iterator[Shape]:
        """Outlines of where the bars that a preview moves stand now."""
        present = self._present()
        for row in frame.window(height):
            old, new = present.bar(row), frame.bar(row)
            if old is not None and new is not None and (old.left, old.right) != (new.left, new.right):
                yield Rect(old.left, old.top, old.width, old.bottom - old.top, "", "line_strong", 3, opacity=0.8)

    def _overlay(self, frame: Gantt) -> Iterator[Shape]:
        """Handles of the bar under the pointer, and the link that is selected."""
        if self.selected_link:
            for line in frame.lines:
                if line.ref == f"dependency/{self.selected_link}":
                    yield Polyline(line.points, "accent", 2, True)
        if self.gesture is None and self._hovered.row >= 0:
            bar = frame.bar(self._hovered.row)
            if bar is not None and self._hovered.part is not None:
                yield from handle_shapes(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.viewport().geometry()
        self._header.setGeometry(area.x(), area.y() - self.metrics.header, area.width(), self.metrics.header)
        self._fit_bar()
        self._stale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._describe.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()
            self._stale()

    # -- pointer --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self.gesture is not None:
            return
        self._commit_editor()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._begin(Pan(self, position))
        elif event.button() is Qt.MouseButton.LeftButton:
            hit = self.frame.hit(position.x(), position.y())
            self._press(hit, position, event.modifiers())

    def _press(self, hit: Hit, position: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.selected_link = hit.link
        add = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        bar = self.frame.bar(hit.row) if hit.part is not None else None
        if bar is None or hit.part is None:
            if not hit.link:
                self._begin(RubberBand(self, position, add=add))
            self.viewport().update()
            return
        if add:
            self.grid.select_rows([hit.row], add=True)
            return
        if not self.grid.selectionModel().isRowSelected(hit.row, self.grid.rootIndex()):
            self.grid.select_rows([hit.row])
        if hit.part in (Part.LINK_START, Part.LINK_FINISH):
            self._begin(DrawLink(self, position, bar, hit.part))
        elif hit.part is Part.PROGRESS:
            self._begin(DragProgress(self, position, bar))
        elif hit.part in (Part.START, Part.FINISH):
            self._begin(ResizeBar(self, position, bar, hit.part))
        elif not self.workspace.project.is_summary(bar.task):
            self._begin(MoveBar(self, position, bar))

    def _begin(self, gesture: Gesture) -> None:
        self.gesture = gesture
        self.viewport().setCursor(gesture.cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self.gesture is not None:
            self.gesture.move(position)
            self._frame = None
            self.viewport().update()
            return
        hit = self.frame.hit(position.x(), position.y())
        if hit != self._hovered:
            self._hovered = hit
            cursor = _CURSORS.get(hit.part) if hit.part else None
            if hit.part is Part.BODY and self.workspace.project.is_summary(hit.task):
                cursor = Qt.CursorShape.ArrowCursor
            if hit.link:
                cursor = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(cursor if cursor is not None else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self.gesture
        if gesture is None:
            return
        gesture.move(event.position())
        command = gesture.release()
        self._end()
        if isinstance(gesture, RubberBand):
            self._select_band(gesture)
        elif command is not None:
            self._do(command)

    def _select_band(self, band: RubberBand) -> None:
        small = (band.position - band.pressed).manhattanLength() < 4
        rows = band.rows()
        if small:  # a click on bare paper chooses its row
            row = self.frame.row_at(band.pressed.y())
            rows = [row] if row >= 0 else []
        if rows or not band.add:
            self.grid.select_rows(rows, add=band.add)

    def _do(self, command: Command) -> None:
        self.workspace.do(command)

    def _end(self) -> None:
        self.gesture = None
        self._hovered = Hit()
        self.viewport().unsetCursor()
        self._stale()

    def cancel(self) -> None:
        """End the gesture without a trace."""
        if self.gesture is not None:
            self.gesture.cancel()
            self._end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.frame.hit(event.position().x(), event.position().y())
        if hit.task and hit.part is not None:
            self.details_wanted.emit(hit.task)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = Hit()
        self.viewport().update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.gesture is not None:
            return
        position = event.pos() if event.reason() is QContextMenuEvent.Reason.Mouse else QPoint()
        hit = self.frame.hit(position.x(), position.y()) if not position.isNull() else Hit(self.grid.current_id())
        self.selected_link = hit.link
        if hit.row >= 0 and not self.grid.selectionModel().isRowSelected(hit.row, self.grid.rootIndex()):
            self.grid.select_rows([hit.row])
        self.viewport().update()
        self.menu_wanted.emit(hit, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheel(event)

    def wheel(self, event: QWheelEvent) -> None:
        """Ctrl zooms at the pointer, Shift moves in time, else rows scroll."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = delta.y() or delta.x()
            self.zoom(ZOOM_STEP ** (turn / 120), event.position().x())
            event.accept()
            return
        bar = self.horizontalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            bar.setValue(bar.value() - (delta.x() or delta.y()))
        else:
            QApplication.sendEvent(self.grid.verticalScrollBar(), event)
        event.accept()

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.gesture is not None:
            self.cancel()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (-1 if event.key() == Qt.Key.Key_Left else 1) * bar.singleStep())
        elif event.key() in _ROW_KEYS:
            QApplication.sendEvent(self.grid, event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._update_description()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.cancel()

    def _commit_editor(self) -> None:
        """An editor that is open in the grid takes its text before the chart acts."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _update_description(self) -> None:
        self.setAccessibleDescription(describe_plan(self.workspace))

    def set_options(self, options: GanttOptions) -> None:
        """Show more or less."""
        self.options = options
        self._stale()


_ROW_KEYS = frozenset(
    {
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2,
    }
)  # fmt: skip
