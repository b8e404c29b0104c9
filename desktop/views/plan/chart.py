"""The Gantt chart beside the grid: a scroll area that paints the rows and days in sight."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.charts.bar_making import progress_x
from desktop.charts.bars import Bar
from desktop.charts.gantt import Gantt, Hit
from desktop.charts.gantt_options import GanttOptions
from desktop.charts.shapes import Polyline, Rect, Shape
from desktop.charts.timescale import Timescale
from desktop.charts.units import DAY, Unit
from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import AddLink
from desktop.domain.levelling import Outcome
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.domain.session import Command
from desktop.i18n import tr, words
from desktop.models.cells import plain_tip
from desktop.models.preview import Preview
from desktop.models.workspace import Workspace
from desktop.views.painting import ShapePainter
from desktop.views.plan.axis import Axis, AxisChoices
from desktop.views.plan.bar_tips import chart_tip
from desktop.views.plan.gestures import Gesture
from desktop.views.plan.grid import PlanGrid
from desktop.views.plan.hand import Hand
from desktop.views.plan.hold_strip import HoldStrip
from desktop.views.plan.link_strip import LinkStrip
from desktop.views.plan.look import Look
from desktop.views.plan.metrics import PlanMetrics
from desktop.views.plan.split_strip import SplitStrip
from desktop.views.plan.strip import Strip
from desktop.views.plan.summary import describe_plan
from desktop.views.plan.time_area import TimeArea
from desktop.views.plan.time_header import TimeHeader
from desktop.views.plan.tip import tip_shapes
from desktop.views.plan.touch import Touch
from desktop.views.theme import palette
from desktop.views.tips import show_tip


class GanttChart(TimeArea):
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
        super().__init__(Timescale(workspace.schedule.start - 2 * DAY, 18), parent)
        self.workspace, self.grid, self.plan = workspace, grid, grid.plan
        self.metrics: PlanMetrics = grid.metrics
        self.options = GanttOptions()
        self.axis = Axis(workspace)
        self.selected_link = ""
        self.preview: Outcome | Preview | None = None
        self.hand = Hand(self)
        self._frame: Gantt | None = None
        self._paper: tuple[object, QPixmap] | None = None
        self.look = Look(self)
        self.header = TimeHeader(self)
        self.touch = Touch(self)
        self.hold_strip = HoldStrip(self)
        self.link_strip = LinkStrip(self)
        self.split_strip = SplitStrip(self)
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
        self.grid.touched.connect(self.leave_strips)
        self.workspace.changed.connect(self._project_changed)
        self.workspace.day_turned.connect(self.refresh)

    def _measure(self) -> None:
        self.metrics = self.grid.metrics
        self.setViewportMargins(0, self.metrics.header, 0, 0)

    # -- frame ----------------------------------------------------------------------------------

    @property
    def frame(self) -> Gantt:
        """The geometry of what is shown now; made once until something changes."""
        if self._frame is None:
            preview = self._previewed()
            self._frame = self._make_frame(preview.project, preview.schedule) if preview else self._present()
        return self._frame

    def _previewed(self) -> Preview | Outcome | None:
        """The plan as it would be, if bars are shown where they do not stand."""
        if self.gesture is not None and self.gesture.moves_bars:
            return self.gesture.preview
        return self.preview

    def show_preview(self, outcome: Outcome | Preview | None) -> None:
        """Show the bars as in ``outcome``, until the plan is edited or None is asked for."""
        self.preview = outcome
        self.refresh()

    def _present(self) -> Gantt:
        return self._make_frame(self.workspace.project, self.workspace.schedule)

    def _make_frame(self, project: Project, schedule: Schedule) -> Gantt:
        return Gantt(
            project, schedule, self.plan.rows, self.scale,
            heights=self.grid.heights, em=self.metrics.em, words=words(),
            options=replace(self.options, today=self.workspace.session.now()),
            facts=self.look.facts, scroll=self.verticalScrollBar().value(),
        )  # fmt: skip

    @property
    def gesture(self) -> Gesture | None:
        """What the hand is doing, or None."""
        return self.hand.gesture

    def refresh(self) -> None:
        """Look at everything again and repaint."""
        self._frame = None
        self.viewport().update()

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

    def bar(self, row: int) -> Bar | None:
        """The bar of a row as painted."""
        return self.frame.bar(row)

    def present_bar(self, row: int) -> Bar | None:
        """The bar of a row as the project has it, whatever is being previewed."""
        return self._present().bar(row) if row < len(self.plan.ids) else None

    def progress_places(self, bar: Bar, step: int) -> list[float]:
        """Where the progress of a bar would end with 0, ``step``, twice that … per cent done."""
        frame, place = self._present(), self.workspace.schedule.row[bar.task]
        return [progress_x(frame, place, percent) for percent in range(0, 101, step)]

    def bar_near(self, position: QPointF) -> Bar | None:
        """The bar in whose row and near whose ends ``position`` lies."""
        row = self.frame.row_at(position.y())
        bar = self.frame.bar(row) if row >= 0 else None
        room = self.metrics.line
        return bar if bar is not None and bar.left - room <= position.x() <= bar.right + room else None

    def rows_between(self, top: float, bottom: float) -> range:
        """Rows that lie between two heights of the viewport."""
        scroll, heights = self.verticalScrollBar().value(), self.grid.heights
        first, last = heights.row_at(top + scroll), heights.row_at(bottom + scroll) + 1
        return range(max(0, first), max(0, min(last, len(self.plan.ids))))

    def top_of(self, row: int) -> float:
        """Upper edge of a row in the viewport."""
        return self.grid.heights.top(row) - self.verticalScrollBar().value()

    def moments(self) -> list[tuple[float, str]]:
        """(x, role) of today and the status date."""
        frame, status = self.frame, self.workspace.project.profile.status_date
        found = [(frame.x(self.workspace.session.now()), "today")]
        if status is not None:
            found.append((frame.x(dt.datetime.combine(status + DAY, dt.time())), "status_date"))
        return found

    # -- time -----------------------------------------------------------------------------------

    def extent(self) -> tuple[dt.datetime, dt.datetime]:
        return self.workspace.schedule.start, self.workspace.schedule.finish

    def fit_project(self) -> None:
        """Show the whole plan."""
        self.fit(*self.extent(), 3 * self.metrics.line)

    def fit_tasks(self, ids: list[str]) -> None:
        """Show these tasks from the first start to the last finish."""
        dates = [self.workspace.schedule.of(each) for each in ids if each in self.workspace.schedule]
        if dates:
            first, last = min(each.start for each in dates), max(each.finish for each in dates)
            self.fit(first, last, 3 * self.metrics.line)

    def choose_axis(self, choices: AxisChoices) -> None:
        """Count weeks and years, and fold time away, as chosen; what the eye is on stays where it is."""
        self.axis.choices = choices
        x = self.zoom_place()
        self.set_scale(self.axis.divided(self.scale).at(self.scale.moment(x)).scrolled(-x))

    def zoom_place(self) -> float:
        """Where keys zoom: the middle of what is seen of the current task's bar, else of the chart."""
        width = self.viewport().width()
        bar = self.bar(self.grid.currentIndex().row()) if self.grid.current_id() else None
        if bar is None or bar.right < 0 or bar.left > width:
            return width / 2
        return (max(bar.left, 0.0) + min(bar.right, width)) / 2

    def zoom_to(self, unit: Unit, length: float) -> None:
        """Make a ``unit`` of the time scale about ``length`` pixels long."""
        self.set_scale(self.scale.scaled(self.scale.scale_for(unit, length), self.zoom_place()))

    def show_today(self) -> None:
        self.show_moment(self.workspace.session.now())

    def show_task(self, identity: str) -> None:
        """Scroll in time to a task's bar where it is out of sight."""
        if identity in self.workspace.schedule:
            dates = self.workspace.schedule.of(identity)
            if self.frame.x(dates.start) < 0 or self.frame.x(dates.finish) > self.viewport().width():
                self.show_moment(dates.start, 0.15)

    def _take_range(self, low: int, high: int) -> None:
        bar, other = self.verticalScrollBar(), self.grid.verticalScrollBar()
        bar.setRange(low, high)
        bar.setPageStep(other.pageStep())
        bar.setValue(other.value())  # the grid may have gone where this bar did not reach yet
        self.refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        frame = self._frame
        if dy and not dx and frame is not None and self._is_present(frame):
            self._frame = frame.scrolled(self.verticalScrollBar().value(), self.workspace.session.now())
            self.viewport().update()
        elif dx or dy:
            self.refresh()

    def _is_present(self, frame: Gantt) -> bool:
        """Whether a frame shows the plan as it is, and not a trial or what was there before."""
        return (
            frame.schedule is self.workspace.schedule
            and frame.rows is self.plan.rows
            and frame.heights is self.grid.heights
            and self._previewed() is None
        )

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        frame = self.frame
        with QPainter(self.viewport()) as painter:
            painter.drawPixmap(0, 0, self._background(frame, width, height))
            draw = ShapePainter(painter).draw
            draw(self._selection(frame, width, height))
            if self._previewed() is not None:
                draw(self._before(frame, height))
            draw(frame.content(width, height))
            if self.gesture is None:
                draw(self.look.relation_shapes(frame, width, height))
            draw(frame.foreground(width, height))
            draw(self._overlay(frame))
            if self.gesture is not None:
                draw(self.gesture.shapes())
            lines, place = self.hand.tip()
            draw(tip_shapes(lines, place, self.viewport().size(), painter.fontMetrics()))
        self.look.painted(frame)

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
        for row in frame.window(height):
            if self.grid.cells.has_row(row):
                yield Rect(0, frame.y(row), width, frame.heights.height(row), "accent_soft", opacity=0.8)

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
        yield from self.hand.handles()

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
        return self.hold_strip, self.link_strip, self.split_strip

    def leave_strips(self) -> None:
        """The hand goes elsewhere: what was entered in a sheet is taken, and the sheet goes."""
        for strip in self.strips:
            strip.leave()

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
