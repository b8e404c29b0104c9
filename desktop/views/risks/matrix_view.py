"""The matrix on screen: look, press a cell to filter, drag a risk to another cell or move it by key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.charts.matrix import Cell, Marks, MatrixLayout, cell_of, chip, describe, frame, matrix_scene
from desktop.charts.shapes import Rect, Scene, Text
from desktop.domain.risks import LEVELS, Risk
from desktop.i18n import tr, words
from desktop.views.labels import em, plain_tooltip
from desktop.views.painting import paint

STEPS = {
    Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1),
}  # fmt: skip
"""What an arrow does to (probability, impact)."""


class MatrixView(QWidget):
    """``selected`` carries the id of a risk, ``cell_pressed`` a cell, ``moved`` (id, probability, impact).

    Arrows walk over the cells, Space or Enter filters by a cell, N takes the next risk in it, and Ctrl
    with an arrow moves that risk. A drag shows where the risk would go; Escape leaves no trace.
    """

    selected = Signal(object)
    cell_pressed = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risks: Sequence[Risk] = ()
        self._tolerance: int | None = None
        self._waiting = False
        """Whether some are not assessed."""
        self._marks = Marks()
        self._cursor: Cell = (3, 3)
        self._scene: Scene | None = None
        self._pressed = ""
        self._press_point = QPointF()
        self._drag_point: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Probability–impact matrix"))

    # -- content --------------------------------------------------------------------------------

    def show_risks(self, risks: Iterable[Risk], tolerance_days: int | None) -> None:
        """Show these risks; the tolerance sets what the impact axis means."""
        self._risks, self._tolerance = list(risks), tolerance_days
        self._waiting = any(cell_of(risk) is None for risk in self._risks)
        self.setAccessibleDescription(describe(self._risks, words()))
        self._changed()

    def mark(self, *, selected: str, cell: Cell | None) -> None:
        """Emphasise a risk and the cell that filters the table."""
        if (selected, cell) != (self._marks.selected, self._marks.cell):
            self._marks = Marks(selected, cell)
            self._changed()

    def _changed(self) -> None:
        self._scene = None
        self.update()

    def layout_now(self) -> MatrixLayout:
        """Where everything lies at the present size and font."""
        return MatrixLayout(self.width(), self.height(), self.fontMetrics().height(), self._waiting)

    @property
    def scene(self) -> Scene:
        """The shapes shown."""
        if self._scene is None:
            marks = Marks(self._marks.selected, self._marks.cell, self._cursor if self.hasFocus() else None)
            self._scene = matrix_scene(self._risks, self.layout_now(), self._tolerance, words(), marks)
        return self._scene

    def centre_of(self, ref: str) -> QPointF:
        """The middle of the shape that belongs to ``ref``."""
        for shape in self.scene.shapes:
            if shape.ref == ref and isinstance(shape, Rect | Text):
                return QPointF(shape.x + shape.width / 2, shape.y + shape.height / 2)
        raise KeyError(ref)

    def _find(self, identity: str) -> Risk | None:
        return next((risk for risk in self._risks if risk.id == identity), None)

    def sizeHint(self) -> QSize:
        return QSize(em(34), em(17))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(16), em(5))

    # -- the mouse ------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = self.scene.hit(event.position().x(), event.position().y())
        self._press_point = event.position()
        if self._pressed.startswith("risk/"):
            self.selected.emit(self._pressed.removeprefix("risk/"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pressed.startswith("risk/") or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position() - self._press_point).manhattanLength()
        if self._drag_point is not None or way >= QApplication.startDragDistance():
            self._drag_point = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        pressed, dragged = self._pressed, self._drag_point is not None
        self._end_drag()
        cell = self.layout_now().cell_at(event.position().x(), event.position().y())
        if dragged:
            if cell is not None:
                self.moved.emit((pressed.removeprefix("risk/"), *cell))
        elif pressed.startswith("cell/") and cell is not None:
            self._cursor = cell
            self.cell_pressed.emit(cell)

    def _end_drag(self) -> None:
        self._pressed, self._drag_point = "", None
        self.unsetCursor()
        self.update()

    @property
    def is_dragging(self) -> bool:
        return self._drag_point is not None

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._pressed:
            self._end_drag()
        elif key in STEPS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_selected(*STEPS[Qt.Key(key)])
        elif key in STEPS and not event.modifiers():
            up, right = STEPS[Qt.Key(key)]
            self._cursor = (_within(self._cursor[0] + up), _within(self._cursor[1] + right))
            self._tell_cursor()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cell_pressed.emit(self._cursor)
        elif key == Qt.Key.Key_N:
            self._next_risk()
        else:
            super().keyPressEvent(event)

    def move_selected(self, up: int, right: int) -> None:
        """Move the selected risk by cells; one that is not assessed comes into the middle first."""
        risk = self._find(self._marks.selected)
        if risk is None:
            return
        cell = cell_of(risk)
        target = (3, 3) if cell is None else (_within(cell[0] + up), _within(cell[1] + right))
        if target != cell:
            self._cursor = target
            self.moved.emit((risk.id, *target))

    def _next_risk(self) -> None:
        inside = [risk for risk in self._risks if cell_of(risk) == self._cursor]
        if inside:
            ids = [risk.id for risk in inside]
            at = ids.index(self._marks.selected) + 1 if self._marks.selected in ids else 0
            self.selected.emit(ids[at % len(ids)])

    def _tell_cursor(self) -> None:
        probability, impact = self._cursor
        inside = [risk.code for risk in self._risks if cell_of(risk) == self._cursor]
        text = tr("Probability {probability}, impact {impact}: {names}", probability=probability, impact=impact,
                  names=", ".join(inside) or tr("nothing"))  # fmt: skip
        self.setAccessibleDescription(text)
        self._changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._changed()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._changed()
        super().focusOutEvent(event)

    # -- painting -------------------------------------------------------------------------------

    def resizeEvent(self, event: QEvent) -> None:
        del event
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._changed()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            risk = self._find(self.scene.hit(event.pos().x(), event.pos().y()).removeprefix("risk/"))
            text = f"{risk.code}  {risk.statement(words())}"[:500] if risk else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.setFont(self.font())
            paint(painter, self.scene.shapes)
            if self._drag_point is not None:
                self._paint_drag(painter, self._drag_point)

    def _paint_drag(self, painter: QPainter, point: QPointF) -> None:
        layout = self.layout_now()
        cell = layout.cell_at(point.x(), point.y())
        if cell is not None:
            paint(painter, [frame(layout, cell, "text", 1.0, width=2), frame(layout, cell, "amber_fill", 3.0, width=3)])
        risk = self._find(self._pressed.removeprefix("risk/"))
        if risk is not None:
            left, top = point.x() - layout.chip_width / 2, point.y() - layout.chip_height / 2
            paint(painter, chip(layout, risk, left, top, selected=True))


def _within(level: int) -> int:
    return min(max(level, LEVELS[0]), LEVELS[-1])
