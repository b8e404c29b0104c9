"""What a paste would do, before it does it: cells at their places, those that cannot be taken, unknown names."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QScrollArea,
    QTableView,
    QWidget,
)

from desktop.domain.people import Person
from desktop.domain.plan import Resource
from desktop.domain.rejection import reason
from desktop.i18n import ntr, tr, words
from desktop.models.paste_preview import PastePreview
from desktop.models.plan import PlanModel
from desktop.models.plan_entries import ADD, LEAVE_OUT, Terms, Unknown, Weighed, weigh
from desktop.models.plan_paste import Placed
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em
from desktop.views.plan.weigher import AT_ONCE, Weigher
from desktop.views.table_preview import MEASURED, CellDelegate

WIDEST, WIDEST_PROBLEM = 16, 30
"""Widths of columns at most, in heights of a line: as they are, and where a cell in them cannot be taken."""
MEASURED_PROBLEMS = 500
NAMES_SHOWN = 4
"""Unknown names in sight at once; the others are scrolled to."""
UNDECIDED = "?"


class PasteDialog(Dialog):
    """``decided`` carries the :class:`Placed` cells and the :class:`Weighed` that was agreed to."""

    decided = Signal(object, object)

    def __init__(self, plan: PlanModel, placed: Placed, weighed: Weighed | None, parent: QWidget | None = None) -> None:
        """``weighed`` is what is known already; without it the cells are tried first."""
        super().__init__(tr("Paste cells"), parent, 54, 32)
        self._plan, self._placed = plan, placed
        self._choices: dict[tuple[str, str], str] = {}
        self._boxes: dict[tuple[str, str], QComboBox] = {}
        self.weighed: Weighed | None = None
        self._weigher = Weigher()
        self._weigher.found.connect(self._take)
        self._weigher.broken.connect(self._broken)
        self.finished.connect(self._weigher.retire)
        self.destroyed.connect(self._weigher.retire)  # closed with its window, it is never finished
        self.summary = Text(wrap=True)
        self.sentence = Text(wrap=True, role="amber")
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.names = QScrollArea()
        self.preview = PastePreview(plan, placed, self)
        self.table = QTableView()
        self._lay_out()
        self._take(weighed) if weighed is not None else self._weigh()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self._form)
        self._form.setContentsMargins(0, 0, em(0.5), 0)
        self.names.setWidget(inner)
        self.names.setWidgetResizable(True)
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.hide()
        self.table.setModel(self.preview)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("The cells, as they will be pasted"))
        self.table.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().setDefaultSectionSize(em(1.4))
        self.table.selectionModel().currentChanged.connect(self._explain)
        self.column.addWidget(self.summary)
        self.column.addWidget(self.names)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.sentence)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = self.add_buttons(kinds.Ok, kinds.Cancel)
        self.ok = self.buttons.button(kinds.Ok)
        self.ok.setText(tr("Paste"))
        self.ok.setEnabled(False)
        self.table.resizeColumnsToContents()
        for column in range(self.preview.columnCount()):
            self.table.setColumnWidth(column, min(max(self.table.columnWidth(column), em(4)), em(WIDEST)))
        self.table.setFocus()

    # -- trying ---------------------------------------------------------------------------------

    def _weigh(self) -> None:
        session = self._plan.workspace.session
        terms = Terms(session.now(), session.author, dict(self._choices))
        self.ok.setEnabled(False)
        if len(self._placed.entries) <= AT_ONCE:
            self._take(weigh(self._plan.reading, self._placed.entries, terms, self._placed.added))
            return
        self.summary.setText(tr("Reading the cells…"))
        self._weigher.start(self._plan.reading, self._placed.entries, terms, self._placed.added)

    def _take(self, weighed: Weighed) -> None:
        first = self.weighed is None
        self.weighed = weighed
        self.preview.take(weighed)
        self.summary.setText(("" if words().is_chinese else " ").join(self._account(weighed)))
        self.ok.setEnabled(bool(weighed.changes or weighed.taken))
        if first:
            self._ask_for(weighed)
            self._widen()
        row, column = self.preview.first_problem()
        if first and row >= 0:
            self.table.setCurrentIndex(self.preview.index(row, column))
        self._explain(self.table.currentIndex())

    def _widen(self) -> None:
        """Give cells that cannot be taken the room to be read: they may lie below those that were measured."""
        measure, most = self.table.fontMetrics(), em(WIDEST_PROBLEM)
        for row, column in self.preview.problems(MEASURED_PROBLEMS):
            text = str(self.preview.index(row, column).data())
            wanted = min(measure.horizontalAdvance(text[:200]) + em(0.8), most)
            if wanted > self.table.columnWidth(column):
                self.table.setColumnWidth(column, wanted)

    def _broken(self, error: Exception) -> None:
        raise error

    def _account(self, weighed: Weighed) -> list[str]:
        placed, added = self._placed, self._placed.added
        said = [ntr("{n} cell can be pasted.", "{n} cells can be pasted.", weighed.taken)]
        if added is not None:
            said.append(ntr("{n} task is added.", "{n} tasks are added.", len(added.rows)))
        if weighed.problems:
            left_out = len(weighed.problems)
            said.append(
                ntr(
                    "{n} cell cannot be entered and is skipped.",
                    "{n} cells cannot be entered and are skipped.",
                    left_out,
                )
            )
        if weighed.read_only:
            left_out = weighed.read_only
            said.append(
                ntr("{n} cell is read-only and is skipped.", "{n} cells are read-only and are skipped.", left_out)
            )  # fmt: skip
        if placed.header:
            said.append(tr("The first row holds titles, which say where the columns go."))
        if placed.left_out:
            said.append(self._without_place(placed))
        return said

    @staticmethod
    def _without_place(placed: Placed) -> str:
        if not placed.header:
            return ntr(
                "The last column of the table has no place here.",
                "The last {n} columns of the table have no place here.",
                len(placed.left_out),
            )
        names = words()(", ", "list").join(f"“{name}”" for name in placed.left_out[:8])
        more = " …" if len(placed.left_out) > 8 else ""
        return tr("Columns without a place here: {names}", names=breakable(names) + more)

    def _explain(self, index: QModelIndex) -> None:
        problem = self.preview.problem(index.row(), index.column()) if index.isValid() else None
        self.sentence.setText(breakable(reason(problem, words())[:600]) if problem else "")

    # -- names that nobody has ------------------------------------------------------------------

    def _ask_for(self, weighed: Weighed) -> None:
        for unknown in weighed.unknown:
            box = self._boxes[unknown.key] = self._box(unknown)
            self._form.addRow(f"“{breakable(unknown.name[:60])}”".replace("&", "&&"), box)
        if self._boxes:
            self.names.show()
            row = next(iter(self._boxes.values())).sizeHint().height() + self._form.verticalSpacing()
            shown = min(len(self._boxes), NAMES_SHOWN)
            self.names.setFixedHeight(row * shown + em(0.4))
            next(iter(self._boxes.values())).setFocus()

    def _box(self, unknown: Unknown) -> QComboBox:
        project = self._plan.workspace.project
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        person = unknown.table == "person"
        box.addItem(tr("Nobody has this name: please choose"), UNDECIDED)
        box.addItem(tr("Add as a new person") if person else tr("Add as a new resource"), ADD)
        box.addItem(tr("Leave the name out"), LEAVE_OUT)
        known: Mapping[str, Person | Resource] = project.table(Person) if person else project.table(Resource)
        for record in sorted(known.values(), key=lambda each: each.name.casefold()):
            box.addItem(record.name[:80], record.id)
        box.setAccessibleName(unknown.name[:80])
        box.activated.connect(self._choose)
        return box

    def _choose(self) -> None:
        self._choices = {
            key: str(box.currentData()) for key, box in self._boxes.items() if box.currentData() != UNDECIDED
        }
        self._weigh()

    def accept(self) -> None:
        if self.weighed is not None and self.ok.isEnabled():
            self.decided.emit(self._placed, self.weighed)
            super().accept()
