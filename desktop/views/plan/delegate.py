"""Paints the cells of the plan grid straight from the model, and edits them in place.

A cell painted by Qt asks the model for seven roles; a cell painted here asks for its text once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QLineEdit, QPushButton, QStyle, QStyleOptionViewItem, QWidget

from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import CENTRE, COLUMNS, NUMBER_OF, RIGHT
from desktop.models.plan_rows import Index
from desktop.models.plan_values import folded
from desktop.models.row_facts import RowFacts
from desktop.views.icons import pixmap
from desktop.views.labels import em
from desktop.views.plan.completer import NamesCompleter
from desktop.views.plan.link_note import LinkNote
from desktop.views.plan.mark_cells import places
from desktop.views.records.delegate import FieldDelegate, Hint
from desktop.views.records.editing import LINE_LIMIT
from desktop.views.records.lines import ENTER, NoteEditor
from desktop.views.records.links import LinksEditor
from desktop.views.theme import palette

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

NAME, MARKS = NUMBER_OF["name"], NUMBER_OF["indicators"]
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUS = QStyle.StateFlag.State_HasFocus.value
_FLAGS = {
    RIGHT: int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value),
    CENTRE: int(Qt.AlignmentFlag.AlignCenter.value),
}
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_ALIGN = [_FLAGS.get(column.align, _LEFT) | int(Qt.TextFlag.TextSingleLine.value) for column in COLUMNS]
_MARK_ROLES = {"warning": "red", "check": "green"}


def _ground(facts: RowFacts, *, selected: bool, marked: bool) -> str:
    """The role of the ground of a cell."""
    if selected:
        return "selection"
    return "hover" if marked else "grey_soft" if facts.heading else "surface"


class CellLine(QLineEdit):
    """Edits a cell whose text has a grammar of its own: a duration, a date, predecessors, resources."""

    committed = Signal()

    def __init__(self, model: PlanModel, index: Index, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._column = model, index.column()
        self._index = QPersistentModelIndex(index)  # rows may come and go while something is typed
        self.setMaxLength(LINE_LIMIT)
        self.returnPressed.connect(self.committed)
        self.setAccessibleName(tr(COLUMNS[self._column].title))
        if COLUMNS[self._column].key == "resources":
            NamesCompleter(self, model.resource_names)

    def load(self, record: Any) -> None:
        """Show the exact text of the cell."""
        del record
        text = self._model.edit_text(self._index.row(), self._column)
        if self.text() == text:
            self.setModified(False)
        else:
            self.setText(text)

    def value(self) -> str:
        return self.text()

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return self.isModified()


class PlanDelegate(FieldDelegate):
    """Indent, triangle and marks; summaries bold; critical tasks with a bar at the left edge."""

    def __init__(self, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.confirm = QPushButton(tr("Add as a new resource"), grid)
        self.confirm.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.confirm.clicked.connect(self._create_resources)
        self.confirm.hide()
        self.link_note = LinkNote(grid)
        self._palette: object = None
        self._colours: dict[str, QColor] = {}
        self._pictures: dict[tuple[str, str], QPixmap] = {}
        self.dress()

    # -- painting -------------------------------------------------------------------------------

    def dress(self) -> None:
        """Take the colours of the theme and the font of the grid."""
        font = self._grid.font()
        self._palette = palette()
        self._colours = {role: QColor(code) for role, code in palette().items()}
        self._pictures = {}
        bold = QFont(font)
        bold.setBold(True)
        self._fonts = (font, bold)
        self._measures = (QFontMetrics(font), QFontMetrics(bold))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._palette is not palette():
            self.dress()
        row, column = index.row(), index.column()
        model, rect, colours = self._grid.plan, option.rect, self._colours
        facts = model.facts(row)
        state = option.state.value
        selected = bool(state & _SELECTED)
        marked = not selected and self._grid.cells.has_row(row)
        painter.fillRect(rect, colours[_ground(facts, selected=selected, marked=marked)])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colours["grid"])
        if column == MARKS:
            self._paint_marks(painter, self._first_line(rect), facts, selected)
        else:
            self._paint_text(painter, rect, (row, column), selected)
        if model.left_out.cells and (model.ids[row], column) in model.left_out.cells:
            self._paint_left_out(painter, rect)
        if state & _FOCUS:
            painter.setPen(QPen(colours["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_left_out(self, painter: QPainter, rect: QRect) -> None:
        """A red corner and frame: a text was pasted here that the cell cannot take."""
        side, right, top = self._grid.metrics.line * 0.5, rect.right() + 1.0, float(rect.y())
        painter.setPen(QPen(self._colours["red"], 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours["red"])
        painter.drawPolygon(QPolygonF([QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)]))

    def _first_line(self, rect: QRect) -> QRect:
        """Where a row of several lines has what stands beside them: in line with the bar of the chart."""
        return QRect(rect.x(), rect.y(), rect.width(), min(rect.height(), self._grid.metrics.row))

    def face(self, *, bold: bool) -> tuple[QFont, QFontMetrics]:
        """The letters of a row, and their measure."""
        return self._fonts[bold], self._measures[bold]

    def _paint_text(self, painter: QPainter, rect: QRect, cell: tuple[int, int], selected: bool) -> None:
        row, column = cell
        lines, facts = self._grid.sizes.lines(row, column), self._grid.plan.facts(row)
        text = self._grid.plan.text(row, column)
        pad = self._grid.metrics.line // 3
        left, width = rect.x() + pad, rect.width() - 2 * pad
        if column == NAME:
            self._paint_outline(painter, rect, facts, selected)
            indent = self._grid.indent_of(facts.depth)
            left, width = rect.x() + indent, rect.width() - indent - pad
        if not text or width <= 0:
            return
        if self._grid.needle and not selected and self._grid.needle in folded(text):
            painter.fillRect(left - pad // 2, rect.y(), width + pad, rect.height() - 1, self._colours["amber_soft"])
        bold = facts.summary
        role = "selection_text" if selected else "text" if facts.active else "disabled"
        if facts.context and not selected:
            role = "muted"
        painter.setFont(self._fonts[bold])
        painter.setPen(self._colours[role])
        measure, height = self._measures[bold], self._grid.metrics.row
        if lines is not None and len(lines) > 1:
            for number, line in enumerate(lines):
                y = rect.y() + number * self._grid.metrics.line
                painter.drawText(left, y, width, height, _ALIGN[column], line)
            return
        if len(text) * measure.height() > width and measure.horizontalAdvance(text[:300]) > width:
            text = measure.elidedText(text[:300], Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, rect.y(), width, min(rect.height(), height), _ALIGN[column], text)

    def _paint_outline(self, painter: QPainter, rect: QRect, facts: RowFacts, selected: bool) -> None:
        """The bar of critical tasks, the triangle of summaries, the diamond of milestones."""
        metrics, colours = self._grid.metrics, self._colours
        if facts.critical or facts.near_critical:
            role = "critical" if facts.critical else "near_critical"
            painter.fillRect(rect.x(), rect.y() + 3, 3, rect.height() - 7, colours[role])
        left = metrics.line // 3 + facts.depth * metrics.indent
        x, y = rect.x() + left + metrics.indent * 0.42, rect.y() + min(rect.height(), metrics.row) / 2 - 0.5
        size = metrics.line * 0.21
        points: tuple[tuple[float, float], ...] = ()
        if facts.summary and facts.closed:
            points = ((x - size * 0.6, y - size), (x + size * 0.8, y), (x - size * 0.6, y + size))
        elif facts.summary:
            points = ((x - size, y - size * 0.6), (x + size, y - size * 0.6), (x, y + size * 0.8))
        elif facts.milestone:
            points = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
        if points:
            plain = "selection_text" if selected else "muted"
            role = "milestone_critical" if facts.milestone and facts.critical else plain
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours[role])
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_marks(self, painter: QPainter, rect: QRect, facts: RowFacts, selected: bool) -> None:
        for mark, box in places(rect, facts.marks, self._grid.metrics.line):
            role = _MARK_ROLES.get(mark, "selection_text" if selected else "muted")
            picture = self._pictures.get((mark, role))
            if picture is None:
                ratio = self._grid.devicePixelRatioF()
                picture = self._pictures[mark, role] = pixmap(mark, box.width(), role, ratio)
            painter.drawPixmap(box.topLeft(), picture)

    def mark_at(self, index: Index, position: QPoint) -> str:
        """The mark under ``position`` in a cell of marks; "" where there is none."""
        rect, marks = self._first_line(self._grid.visualRect(index)), self._grid.plan.facts(index.row()).marks
        line = self._grid.metrics.line
        return next((mark for mark, box in places(rect, marks, line) if box.contains(position)), "")

    # -- editing --------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if self._grid.plan.spec_at(index) is not None:
            return super().createEditor(parent, option, index)
        made = CellLine(self._grid.plan, index, parent)
        made.setAutoFillBackground(True)
        made.load(self._grid.plan.holder_at(index))
        made.committed.connect(self._finish)
        if COLUMNS[index.column()].key == "predecessors":
            made.textEdited.connect(self._forget_refusal)
            self.link_note.watch(made)
        self.take(made, self._grid.plan.workspace, index)
        return made

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if not isinstance(editor, NoteEditor | LinksEditor):
            option.rect = self._first_line(option.rect)
        super().updateEditorGeometry(editor, option, index)
        if index.column() == NAME:
            facts = self._grid.plan.facts(index.row())
            indent = (facts.depth + 1) * self._grid.metrics.indent
            box = editor.geometry()
            box.setLeft(min(box.left() + indent, box.right() - em(6)))
            editor.setGeometry(box)

    def _key(self, editor: QWidget, event: QKeyEvent) -> bool:
        if event.key() in ENTER and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            if isinstance(editor, QLineEdit):  # in several lines it begins the next one
                if self._try():
                    self._close(editor, Hint.NoHint)
                    self._step(-1, 0)
                return True
            return False
        return super()._key(editor, event)

    def _forget_refusal(self) -> None:
        """Something else is written now than was refused."""
        if self._refusal is not None and self._editor is not None:
            self._refusal = None
            self._tint(self._editor)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.confirm.hide()
        self.link_note.hide()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(self._editor, NoteEditor)
        if asked and isinstance(event, QKeyEvent) and event.key() in ENTER:
            event.accept()  # in a note Alt+Enter begins a line and Ctrl+Enter ends it; neither is meant for the page
            return True
        return super().eventFilter(watched, event)

    def _tint(self, editor: QWidget) -> None:
        super()._tint(editor)
        self.link_note.hide()
        unknown = self._refusal is not None and self._refusal.code == "unknown_resources"
        self.confirm.setVisible(unknown)
        if unknown:
            note = self._explanation.geometry()
            self.confirm.adjustSize()
            fits = note.bottom() + self.confirm.height() < self._grid.height()
            top = note.bottom() + 3 if fits else note.top() - self.confirm.height() - 3
            self.confirm.move(note.left(), top)
            self.confirm.raise_()

    def _create_resources(self) -> None:
        editor = self._editor
        if isinstance(editor, CellLine) and self._store(self._stored_with_new) and editor is self._editor:
            self._close(editor, Hint.NoHint)

    def _stored_with_new(self, index: Index) -> Rejected | None:
        """As :meth:`_stored`, with resources that are not there yet."""
        assert isinstance(self._editor, CellLine)
        return self._grid.plan.attempt(index, self._editor.text(), create=True)
