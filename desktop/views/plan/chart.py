"""The Gantt chart beside the grid: a scroll area that paints the rows and days in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.charts.gantt import Hit
from desktop.charts.gantt_options import GanttOptions
from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import AddLink
from desktop.domain.session import Command
from desktop.i18n import tr
from desktop.models.cells import plain_tip
from desktop.models.workspace import Workspace
from desktop.views.plan.bar_tips import chart_tip
from desktop.views.plan.chart_frame import ChartFrame
from desktop.views.plan.chart_painting import Paper, paint_chart
from desktop.views.plan.conflict_strip import ConflictStrip
from desktop.views.plan.grid import PlanGrid
from desktop.views.plan.hand import Hand
from desktop.views.plan.hold_strip import HoldStrip
from desktop.views.plan.link_strip import LinkStrip
from desktop.views.plan.look import Look
from desktop.views.plan.split_strip import SplitStrip
from desktop.views.plan.strip import Strip
from desktop.views.plan.summary import describe_plan
from desktop.views.plan.time_header import TimeHeader
from desktop.views.plan.touch import Touch
from desktop.views.tips import show_tip


class GanttChart(ChartFrame):
    """Shares rows, row height, vertical scroll and selection with ``grid``.

    ``details_wanted`` carries the id of a task that was double-clicked; ``menu_wanted`` a
    :class:`Hit` and a global position, ``mark_pressed`` a :class:`Mark` and where it was pressed.
    """

    details_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    mark_pressed = Signal(object, object)
    options_changed = Signal()
    """More or less is shown."""

    def __init__(self, workspace: Workspace, grid: PlanGrid, parent: QWidget | None = None) -> None:
        super().__init__(workspace, grid, parent)
        self.selected_link = ""
        self.hand = Hand(self)
        self._paper = Paper()
        self.look = Look(self)
        self.header = TimeHeader(self)
        self.touch = Touch(self)
        self.hold_strip = HoldStrip(self)
        self.link_strip = LinkStrip(self)
        self.split_strip = SplitStrip(self)
        self.conflict_strip = ConflictStrip(self)
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
        self.scale_changed.connect(self._scale_changed)
        self.grid.selectionModel().selectionChanged.connect(self._repaint)
        self.grid.selectionModel().currentChanged.connect(self._repaint)
        self.plan.dataChanged.connect(self._changed)
        self.plan.rearranged.connect(self._changed)
        self.grid.sizes.changed.connect(self.refresh)
        self.grid.touched.connect(self._make_way)
        self.workspace.changed.connect(self._project_changed)
        self.workspace.day_turned.connect(self.refresh)

    def _measure(self) -> None:
        self.metrics = self.grid.metrics
        self.setViewportMargins(0, self.metrics.header, 0, 0)

    def _scale_changed(self) -> None:
        self.refresh()
        self.header.update()

    def _repaint(self) -> None:
        self.viewport().update()

    def _changed(self) -> None:
        self.refresh()
        self._describe.start()

    def _project_changed(self) -> None:
        self.hand.cancel()  # what is being dragged was dragged in a plan that is no more
        self.preview = None
        self.look.forget()
        if self.selected_link and self.selected_link not in self.workspace.project.rows("dependency"):
            self.selected_link = ""
        self.scale = self.axis.divided(self.scale)
        self.fit_bar()
        self._changed()
        self.header.update()

    def _take_range(self, low: int, high: int) -> None:
        bar, other = self.verticalScrollBar(), self.grid.verticalScrollBar()
        bar.setRange(low, high)
        bar.setPageStep(other.pageStep())
        bar.setValue(other.value())  # the grid may have gone where this bar did not reach yet
        self.refresh()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chart(self, self._paper)
        self.look.painted(self.frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.viewport().geometry()
        self.header.setGeometry(area.x(), area.y() - self.metrics.header, area.width(), self.metrics.header)
        self.fit_bar()
        self.refresh()
        for strip in self.strips:
            strip.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._describe.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()
            self.refresh()

    # -- pointer --------------------------------------------------------------------------------

    def do(self, command: Command) -> bool:
        """Carry out what the hand or a key did to a bar, and say at the bar what became of it."""
        done, _ = self.do_step(command)
        return done

    def do_step(self, command: Command, *, instead: bool = False) -> tuple[bool, ChangeSet | None]:
        """As :meth:`do`, in place of the last step where ``instead``; with the step that it became."""
        done, step = self.workspace.instead(command) if instead else self.workspace.do_step(command)
        if done:
            self.hold_strip.after(command, step)
        if isinstance(command, AddLink) and step is not None:
            (link,) = (change.id for change in step.of("dependency"))
            self.select_link(link)
            self.link_strip.show_link(link, step, take_keys=False)
        return done, step

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The sheets at bars."""
        return self.hold_strip, self.link_strip, self.split_strip, self.conflict_strip

    def leave_strips(self) -> None:
        """The hand goes elsewhere: what was entered in a sheet is taken, and the sheet goes."""
        for strip in self.strips:
            strip.leave()

    def _make_way(self) -> None:
        for strip in self.strips:
            strip.make_way()

    def is_selected(self, row: int) -> bool:
        return self.grid.cells.has_row(row)

    def is_summary(self, task: str) -> bool:
        return self.workspace.project.is_summary(task)

    def select_link(self, identity: str) -> None:
        """Mark a dependency, "" for none: Delete removes the marked one."""
        if identity != self.selected_link:
            self.selected_link = identity
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        told = chart_tip(self, QPointF(event.pos())) if self.gesture is None else ""
        show_tip(event.globalPos(), plain_tip(told), self.viewport())
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.open_at(event.position())

    def open_at(self, position: QPointF) -> None:
        """Open what lies at a point: type and lag of a link, the details of a task."""
        hit = self.frame.hit(position.x(), position.y())
        if hit.link:
            self.link_strip.show_link(hit.link)
        elif hit.task and hit.part is not None:
            self.details_wanted.emit(hit.task)

    def leaveEvent(self, event: QEvent) -> None:
        self.hand.leave()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.gesture is not None:
            return
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.open_menu(QPointF(event.pos()))
        else:
            self.select_link("")
            self.menu_wanted.emit(Hit(self.grid.current_id()), self.mapToGlobal(QPoint(20, 20)))

    def open_menu(self, position: QPointF) -> None:
        """Ask for the menu of what lies at a point, and select it."""
        hit = self.frame.hit(position.x(), position.y())
        self.select_link(hit.link)
        if hit.row >= 0 and not self.is_selected(hit.row):
            self.grid.select_rows([hit.row])
        self.menu_wanted.emit(hit, self.viewport().mapToGlobal(position.toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.wheel(event):
            QApplication.sendEvent(self.grid.verticalScrollBar(), event)
            event.accept()

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.hand.escape():
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and any(strip.isVisible() for strip in self.strips):
            for strip in self.strips:
                strip.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.link_strip.isVisible():
            self.link_strip.take_keys()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (-1 if event.key() == Qt.Key.Key_Left else 1) * bar.singleStep())
        elif event.key() in _ROW_KEYS:
            QApplication.sendEvent(self.grid, event)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and self.link_strip.isVisible():  # into the sheet of the link that was just drawn: its lag is next
            self.link_strip.take_keys()
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._update_description()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.hand.cancel()

    def _update_description(self) -> None:
        self.setAccessibleDescription(describe_plan(self.workspace))

    def set_options(self, options: GanttOptions) -> None:
        """Show more or less."""
        self.options = options
        self.refresh()
        self.options_changed.emit()


_ROW_KEYS = frozenset(
    {
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2,
    }
)  # fmt: skip
