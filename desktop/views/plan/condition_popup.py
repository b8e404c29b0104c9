"""A condition on a column: which column, what is asked of its cells, and with what they are compared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_filters import OPERATORS, WITHOUT_OPERAND, Condition
from desktop.models.plan_values import DAY, DURATION, NUMBER, kind_of
from desktop.views.labels import Text, em
from desktop.views.records.editing import LINE_LIMIT
from desktop.views.records.explanation import sentence


class ConditionPopup(QFrame):
    """Enter takes the condition, Escape leaves it; what cannot be read says why."""

    def __init__(
        self,
        take: Callable[[Condition], Rejected | None],
        parent: QWidget,
        *,
        column: str,
        values: Callable[[int], list[str]],
        old: Condition | None = None,
    ) -> None:
        """``take`` applies the condition; ``values`` are the texts that stand in a column, by its number."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._take, self._values = take, values
        self.column, self.operator, self.offered = QComboBox(), QComboBox(), QComboBox()
        self.offered.setEditable(True)
        self.offered.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.offered.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offered.setMinimumContentsLength(14)
        self.offered.setMaxVisibleItems(16)
        self.text = QLineEdit()
        self.offered.setLineEdit(self.text)
        for what in COLUMNS:
            if what.key != "indicators":
                self.column.addItem(tr(what.title), what.key)
        self.column.setMaxVisibleItems(20)
        self.column.currentIndexChanged.connect(self._column_chosen)
        self.operator.currentIndexChanged.connect(self._operator_chosen)
        self.text.setMaxLength(LINE_LIMIT)
        self.text.returnPressed.connect(self.apply)
        self.problem = Text(role="red", wrap=True)
        self.problem.hide()
        self.button = QPushButton(tr("Apply"))
        self.button.clicked.connect(self.apply)
        form = QFormLayout()
        form.addRow(tr("Column"), self.column)
        form.addRow(tr("Cells"), self.operator)
        form.addRow(tr("Value", "filter"), self.offered)
        self._form = form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(0.7), em(0.6), em(0.7), em(0.6))
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(self.button)
        self.setAccessibleName(tr("Filter by a column"))
        self.column.setCurrentIndex(max(0, self.column.findData(old.column if old else column)))
        self._column_chosen()
        if old is not None:
            self.operator.setCurrentIndex(max(0, self.operator.findData(old.operator)))
            self.text.setText(old.text)

    @property
    def condition(self) -> Condition:
        """What is chosen now."""
        operator = str(self.operator.currentData())
        text = "" if operator in WITHOUT_OPERAND else " ".join(self.text.text().split())
        return Condition(str(self.column.currentData()), operator, text)

    def _column_chosen(self) -> None:
        number = NUMBER_OF[str(self.column.currentData())]
        kind = kind_of(COLUMNS[number])
        before = self.operator.currentData()
        self.operator.clear()
        for code, title in OPERATORS[kind].items():
            self.operator.addItem(tr(title), code)
        self.operator.setCurrentIndex(max(0, self.operator.findData(before)))
        hints = {DAY: tr("2026-10-01, today, +7d"), DURATION: tr("3d, 4h"), NUMBER: "50"}
        self.text.setPlaceholderText(hints.get(kind, ""))
        written = self.text.text()
        self.offered.clear()
        self.offered.addItems(self._values(number))
        self.text.setText(written)
        completer = self.offered.completer()
        assert completer is not None
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def _operator_chosen(self) -> None:
        self.offered.setEnabled(self.operator.currentData() not in WITHOUT_OPERAND)

    def show_at(self, position: QPoint) -> None:
        """Open near a global position, on its screen."""
        self.adjustSize()
        room = (self.parentWidget() or self).screen().availableGeometry()
        x = min(position.x(), room.right() - self.width())
        y = min(position.y(), room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self.text.setFocus(Qt.FocusReason.PopupFocusReason)
        self.text.selectAll()

    def apply(self) -> None:
        """Take the condition; the sheet stays with the reason where it cannot be read."""
        refusal = self._take(self.condition)
        if refusal is None:
            self.close()
            return
        self.problem.setText(sentence(refusal))
        self.problem.show()
        self.adjustSize()


