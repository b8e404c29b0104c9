"""The risk register: matrix above, table below, the whole risk beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.charts.matrix import Cell, cell_of
from desktop.domain.changes import ChangeSet
from desktop.domain.commands.risks import ExplainMove, MoveRisk, RiskOccurred
from desktop.domain.control import Issue
from desktop.domain.record import Record
from desktop.domain.risks import Risk
from desktop.i18n import N_, tr, words
from desktop.models.workspace import Workspace
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em
from desktop.views.records.page import RegisterPage
from desktop.views.risks.matrix_view import MatrixView

LOW = 20
"""Below this height, in heights of the font, matrix and table do not both have room."""


class MoveStrip(QWidget):
    """Says what was moved and takes the reason; it comes after a move and goes with Enter or Escape."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._risk = ""
        self._text = Text(scale=SMALL)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Reason for the move (Enter)"))
        self.line.setAccessibleName(tr("Reason for the move (Enter)"))
        self.line.returnPressed.connect(self.explain)
        workspace.settling.connect(self.settle)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(0.6), em(0.2), em(0.6), em(0.2))
        row.addWidget(self._text)
        row.addWidget(self.line, 1)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    def ask(self, risk: Risk) -> None:
        """Ask for the reason of the last move of ``risk``; one that was being written for another is kept."""
        self.settle()
        move = risk.moves[-1]
        self._risk = risk.id
        self._text.setText(
            tr(
                "{code}: {before} → {after}",
                code=risk.code,
                before=_place(move.probability_from, move.impact_from),
                after=_place(move.probability_to, move.impact_to),
            )
        )
        self.line.clear()
        self.place()
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # the move stays, without a reason
            self.hide()
        event.accept()  # nothing typed here is for the picture below

    def place(self) -> None:
        """Lie over the last line of the picture, so that nothing moves when it comes and goes."""
        over = self.parentWidget()
        if over is not None:
            tall = self.sizeHint().height()
            self.setGeometry(0, over.height() - tall, over.width(), tall)

    def explain(self) -> None:
        """Write the reason into the move log."""
        reason, risk = self.line.text().strip(), self._risk
        self.hide()
        if reason:
            self.workspace.do(ExplainMove(risk, reason), settle=False)

    def settle(self) -> None:
        """Take a reason that is being written before something else is done."""
        if not self.isHidden() and self.line.text().strip():
            self.explain()


def _place(probability: int | None, impact: int | None) -> str:
    return tr("not assessed") if probability is None or impact is None else f"{probability} × {impact}"


class RisksPage(RegisterPage):
    """The register with the matrix as its picture: press a cell to filter, drag a risk to move it."""

    key = "risks"
    record_key = "risk"
    title = N_("Risks")
    icon = "risks"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.matrix = MatrixView()
        self.strip = MoveStrip(workspace)
        self._statement = Text(wrap=True)
        self.occurred_button = QPushButton(icon("issues"), tr("It has occurred"))
        self.occurred_button.setToolTip(tr("Make an issue of it, linked with this risk"))
        super().__init__(workspace, parent)
        self.form.lead_column.setSpacing(em(0.4))
        self.form.lead_column.addWidget(self._statement)
        self.form.lead_column.addWidget(self.occurred_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form.shown.connect(self._show_statement)
        self.occurred_button.clicked.connect(self.make_issue)
        self.matrix.selected.connect(self._select)
        self.matrix.cell_pressed.connect(self.filter_cell)
        self.matrix.moved.connect(self._move)
        self.model.modelReset.connect(self._show_matrix)
        workspace.changed.connect(self._take)
        self._show_matrix()

    # -- building -------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        super()._make_actions()
        self.matrix_action = self._action(tr("Matrix"), self.toggle_matrix, QKeySequence("Ctrl+M"), "matrix")
        self.matrix_action.setCheckable(True)
        self.matrix_action.setChecked(True)
        self.switch_action = self._action(
            tr("Between matrix and table"), self.switch_focus, QKeySequence(Qt.Key.Key_F6), "table"
        )
        self.occurred_action = self._action(tr("Make an issue of it"), self.make_issue, QKeySequence(), "issues")
        self.move_actions = [
            self._action(tr("More probable"), self._more_probable, QKeySequence("Alt+Shift+Up"), "up"),
            self._action(tr("Less probable"), self._less_probable, QKeySequence("Alt+Shift+Down"), "down"),
            self._action(tr("Greater impact"), self._greater_impact, QKeySequence("Alt+Shift+Right"), "right"),
            self._action(tr("Smaller impact"), self._smaller_impact, QKeySequence("Alt+Shift+Left"), "left"),
        ]

    def table_place(self) -> QWidget:
        """The matrix above the table, in a splitter."""
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(em(0.6), 0, em(0.6), em(0.2))
        column.setSpacing(0)
        column.addWidget(self.matrix, 1)
        self.strip.setParent(self.matrix)
        self._picture = picture
        self.halves = QSplitter(Qt.Orientation.Vertical)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(picture)
        self.halves.addWidget(self.table)
        self.halves.setStretchFactor(0, 1)
        self.halves.setStretchFactor(1, 1)
        self.table.setMinimumHeight(em(3))
        self.halves.setSizes([em(18), em(16)])
        return self.halves

    def _lay_out(self) -> None:
        super()._lay_out()
        self.bar.add_button(self.matrix_action, tr("Show or hide the matrix (Ctrl+M)"), with_text=False)

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        ((title, actions),) = super().menus()
        more = (None, self.matrix_action, self.switch_action, None, *self.move_actions, None, self.occurred_action)
        return ((title, (*actions, *more)),)

    # -- commands -------------------------------------------------------------------------------

    def toggle_matrix(self) -> None:
        """Show or hide the matrix; the table says the same in numbers. A low page has room for one of them."""
        pictured = self.matrix_action.isChecked()
        self._picture.setVisible(pictured)
        self.table.setVisible(not (pictured and self.height() < em(LOW)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.toggle_matrix()
        self.strip.place()

    def switch_focus(self) -> None:
        """Go from the matrix to the table that says the same, and back."""
        to_matrix = not self.matrix.hasFocus()
        if to_matrix or self.height() < em(LOW):
            self.matrix_action.setChecked(to_matrix)
            self.toggle_matrix()
        if to_matrix:
            self.matrix.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._focus_table()

    def make_issue(self) -> None:
        """The current risk has occurred."""
        risk = self.workspace.project.find(Risk, self.table.current_id())
        if risk is not None and self.workspace.do(RiskOccurred(risk.id)):
            made = next(i for i in self.workspace.project.table(Issue).values() if i.risk == risk.id)
            self.navigate.emit(made.ref)

    def filter_cell(self, cell: Cell) -> None:
        """Show only the risks of a cell; the same cell again shows all."""
        name = f"cell:{cell[0]},{cell[1]}"
        if self.bar.extra == name:
            self.bar.set_extra("", "")
            return
        title = tr("Probability {probability}, impact {impact}", probability=cell[0], impact=cell[1])
        self.bar.set_extra(name, title)

    def apply_filter(self, name: str) -> None:
        cell = _read_cell(name)
        if cell is None:
            super().apply_filter(name)
        elif self.bar.extra != name:
            self.filter_cell(cell)

    def extra_test(self) -> Callable[[Record], bool] | None:
        cell = _read_cell(self.bar.extra)
        if cell is None:
            return None
        return lambda risk: isinstance(risk, Risk) and cell_of(risk) == cell

    def _move(self, wanted: tuple[str, int, int]) -> None:
        identity, probability, impact = wanted
        before = self.workspace.project.find(Risk, identity)
        if before is None or cell_of(before) == (probability, impact):
            return
        if self.workspace.do(MoveRisk(identity, probability, impact)):
            self._select(identity)
            if cell_of(before) is None:  # a first assessment: nothing to explain, and the next waits under the strip
                self.strip.hide()
            else:
                self.strip.ask(self.workspace.project.get(Risk, identity))

    def _more_probable(self) -> None:
        self.matrix.move_selected(1, 0)

    def _less_probable(self) -> None:
        self.matrix.move_selected(-1, 0)

    def _greater_impact(self) -> None:
        self.matrix.move_selected(0, 1)

    def _smaller_impact(self) -> None:
        self.matrix.move_selected(0, -1)

    # -- keeping up -----------------------------------------------------------------------------

    def _select(self, identity: str) -> None:
        if not self.table.select_id(identity):
            self.reveal(identity)

    def _show_current(self) -> None:
        super()._show_current()
        self._mark()

    def _filter(self) -> None:
        super()._filter()
        self._show_matrix()

    def _take(self, changes: ChangeSet) -> None:
        if changes.keys() & {"risk", "project"}:
            self._show_matrix()
            if not changes.of("risk") or changes.kind != "do":
                self.strip.hide()

    def _show_matrix(self) -> None:
        """Open risks that pass the filters, a cell excepted: the others of the picture stay in sight."""
        today = self.workspace.session.now().date()
        risks = [risk for risk in self.workspace.project.table(Risk).values() if risk.is_open]
        risks = [risk for risk in risks if all(chosen.test(risk, today) for chosen in self.bar.chosen)]
        self.matrix.show_risks(risks, self.workspace.project.profile.tolerance_days)
        self._mark()

    def _mark(self) -> None:
        self.matrix.mark(selected=self.table.current_id(), cell=_read_cell(self.bar.extra))

    def _show_statement(self) -> None:
        risk = self.workspace.project.find(Risk, self.form.identity)
        self._statement.setText(risk.statement(words())[:1000] if risk else "")
        self.occurred_button.setVisible(risk is not None and risk.status != "occurred")

    def save_state(self) -> dict[str, object]:
        return super().save_state() | {"matrix": self.matrix_action.isChecked(), "halves": self.halves.sizes()}

    def restore_state(self, state: dict[str, object]) -> None:
        super().restore_state(state)
        if state.get("matrix") is False:
            self.matrix_action.setChecked(False)
            self.toggle_matrix()
        sizes: Any = state.get("halves")
        if (
            isinstance(sizes, list)
            and len(sizes) == 2
            and all(type(size) is int and 0 < size < 100_000 for size in sizes)
        ):
            self.halves.setSizes(sizes)


def _read_cell(name: str) -> Cell | None:
    """The cell of a filter ``cell:4,3``, or None."""
    head, _, tail = name.partition(":")
    parts = tail.split(",")
    if head != "cell" or len(parts) != 2 or not all(part in {"1", "2", "3", "4", "5"} for part in parts):
        return None
    return int(parts[0]), int(parts[1])
