"""A sheet of boxes that is scrolled, zoomed at the pointer, and walked over by keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScroller, QWidget

from desktop.charts.boxes import Area, Box, Medium
from desktop.charts.network_diagram import NetworkDiagram
from desktop.charts.shapes import Line, Polyline, Shape, Text
from desktop.charts.wbs_chart import WbsChart
from desktop.i18n import words
from desktop.models.workspace import Workspace
from desktop.views.painting import paint
from desktop.views.theme import colour

LEAST, MOST, STEP = 0.05, 3.0, 1.25
"""Zoom: the least, the most, and by how much one step changes it."""
READABLE = 0.3
"""Zoom below which texts are not drawn: nobody could read them."""
ROOM = 24
"""Pixels around a box that is brought into sight."""
STEPS = {
    Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right",
}  # fmt: skip


class Canvas(QAbstractScrollArea):
    """Base of both diagrams. ``selected`` carries the id of the task that became current, ``opened`` one to go to."""

    selected = Signal(object)
    opened = Signal(object)
    in_the_middle: ClassVar[bool] = True
    """Whether a sheet lower than the window stands in its middle, and not at its top."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.zoom = 1.0
        self.current = ""
        """Id of the task that keys act on, or ""."""
        self._grabbed: QPointF | None = None
        self._is_unfitted = False
        """Whether the diagram has changed out of sight since the scroll bars were set."""
        self._brought = ""
        """The task to be scrolled to when they are."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        workspace.changed.connect(self._plan_changed)

    # -- what subclasses say ----------------------------------------------------------------------

    def diagram(self) -> WbsChart | NetworkDiagram | None:
        """What is shown; None while there is nothing."""
        raise NotImplementedError

    def forget(self) -> None:
        """The diagram has to be made anew before it is shown again."""
        raise NotImplementedError

    def reveal(self, task: str) -> bool:
        """Make a task current and show it, whatever hides it; False for one that is not in the plan."""
        raise NotImplementedError

    def shapes(self, area: Area) -> Iterable[Shape]:
        """What shows in ``area`` of the sheet."""
        raise NotImplementedError

    def _plan_changed(self) -> None:
        if self.current and self.workspace.project.rows("task").get(self.current) is None:
            self.current = ""
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self.forget()
        self._is_unfitted = not self.isVisible()
        if not self._is_unfitted:
            self.fit_bars()
            self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_unfitted:
            self._is_unfitted = False
            self.fit_bars()
            task, self._brought = self._brought, ""
            if task:
                self.bring(task)

    def medium(self) -> Medium:
        """The screen, at a zoom of one."""
        plain = QFontMetricsF(self.font())
        font = self.font()
        font.setBold(True)
        bold = QFontMetricsF(font)

        def measure(text: str, is_bold: bool) -> float:
            return (bold if is_bold else plain).horizontalAdvance(text)

        return Medium(round(plain.height() * 1.1), measure, words())

    # -- geometry -------------------------------------------------------------------------------

    def sheet_size(self) -> tuple[float, float]:
        """Width and height of the whole diagram at a zoom of one."""
        found = self.diagram()
        return (found.width, found.height) if found is not None else (0.0, 0.0)

    def fit_bars(self) -> None:
        """Scroll bars for the sheet as large as it is now."""
        width, height = self.sheet_size()
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width * self.zoom, room.width()),
            (self.verticalScrollBar(), height * self.zoom, room.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(max(1, seen // 12))
            bar.setRange(0, max(0, round(whole - seen)))

    def on_sheet(self, point: QPointF) -> tuple[float, float]:
        """A point of the viewport on the sheet."""
        left, top = self._origin()
        return (point.x() - left) / self.zoom, (point.y() - top) / self.zoom

    def in_view(self, box: Box) -> QRectF:
        """Where a box lies in the viewport."""
        left, top = self._origin()
        return QRectF(
            box.x * self.zoom + left, box.y * self.zoom + top, box.width * self.zoom, box.height * self.zoom
        )

    def _origin(self) -> tuple[float, float]:
        """Where the corner of the sheet lies in the viewport; what is smaller than it stands in the middle."""
        width, height = self.sheet_size()
        spare = max(0.0, self.viewport().width() - width * self.zoom) / 2
        below = max(0.0, self.viewport().height() - height * self.zoom) / 2 if self.in_the_middle else 0.0
        return spare - self.horizontalScrollBar().value(), below - self.verticalScrollBar().value()

    # -- looking --------------------------------------------------------------------------------

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom so that what lies at a point of the viewport, the middle by default, stays there."""
        point = at if at is not None else QPointF(self.viewport().rect().center())
        x, y = self.on_sheet(point)
        self.zoom = min(max(zoom, LEAST), MOST)
        self.fit_bars()
        left, top = self._origin()
        self.horizontalScrollBar().setValue(
            round(self.horizontalScrollBar().value() + x * self.zoom + left - point.x())
        )
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + y * self.zoom + top - point.y()))
        self.viewport().update()

    def zoom_in(self) -> None:
        self.set_zoom(self.zoom * STEP, self._zoom_centre())

    def zoom_out(self) -> None:
        self.set_zoom(self.zoom / STEP, self._zoom_centre())

    def _zoom_centre(self) -> QPointF | None:
        found = self.diagram()
        box = found.box(self.current) if found is not None and self.current else None
        inside = box is not None and self.in_view(box).intersects(QRectF(self.viewport().rect()))
        return self.in_view(box).center() if box is not None and inside else None

    def fit(self) -> None:
        """The whole sheet in sight, not larger than life."""
        width, height = self.sheet_size()
        if width and height:
            room = self.viewport().size()
            self.set_zoom(min(1.0, room.width() / width, room.height() / height))

    def bring(self, task: str) -> None:
        """Scroll a box into sight, at once or when the canvas is."""
        if self._is_unfitted:
            self._brought = task
            return
        found = self.diagram()
        box = found.box(task) if found is not None else None
        if box is None:
            return
        place, room = self.in_view(box), self.viewport().rect()
        for bar, near, far, end in (
            (self.horizontalScrollBar(), place.left(), place.right(), room.width()),
            (self.verticalScrollBar(), place.top(), place.bottom(), room.height()),
        ):
            if near < ROOM:
                bar.setValue(round(bar.value() + near - ROOM))
            elif far > end - ROOM:
                bar.setValue(round(bar.value() + min(far - end + ROOM, near - ROOM)))

    def choose(self, task: str) -> None:
        """Make a task current and bring it into sight."""
        if task != self.current:
            self.current = task
            self.describe()
            self.selected.emit(task)
        self.bring(task)
        self.viewport().update()

    def describe(self) -> None:
        """Tell a screen reader which task is current."""
        record = self.workspace.project.rows("task").get(self.current)
        if record is not None:
            self.setAccessibleDescription(f"{self.workspace.project.wbs(record.id)} {record.name_text}")

    # -- events ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        room = self.viewport().rect()
        left, top = self._origin()
        x, y = self.on_sheet(QPointF(0, 0))
        area = (x, y, x + room.width() / self.zoom, y + room.height() / self.zoom)
        with QPainter(self.viewport()) as painter:
            painter.fillRect(room, colour("window"))
            painter.translate(left, top)
            painter.scale(self.zoom, self.zoom)
            painter.setFont(self.font())
            shapes = self.shapes(area)
            paint(painter, shapes if self.zoom >= 1 else self._from_afar(shapes))

    def _from_afar(self, shapes: Iterable[Shape]) -> Iterator[Shape]:
        """Lines stay a pixel wide, however small the rest; texts that nobody could read are left out."""
        thin = 1 / self.zoom
        for shape in shapes:
            if isinstance(shape, Line | Polyline) and shape.width < thin:
                yield replace(shape, width=thin)
            elif self.zoom >= READABLE or not isinstance(shape, Text):
                yield shape

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_bars()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.refresh()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (event.angleDelta().y() or event.angleDelta().x()))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        zooming = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is zooming:
            self.set_zoom(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.diagram()
        if found is None:
            return
        box = found.box_at(*self.on_sheet(event.position()))
        if box is not None and box.task:
            self.choose(box.task)
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            gone = event.position() - self._grabbed
            self._grabbed = event.position()
            for bar, way in ((self.horizontalScrollBar(), gone.x()), (self.verticalScrollBar(), gone.y())):
                bar.setValue(round(bar.value() - way))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._grabbed = None
        self.viewport().unsetCursor()

    @staticmethod
    def is_far(one: QPointF, other: QPointF) -> bool:
        """Whether the pointer has gone far enough from where it was pressed for a drag."""
        return (one - other).manhattanLength() >= QApplication.startDragDistance()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found, step = self.diagram(), STEPS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if found is not None and step and plain:
            self.choose(found.beside(self.current, step))
        else:
            super().keyPressEvent(event)
