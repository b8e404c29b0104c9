"""How WBS codes are made: prefix and levels, with every code before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.domain.commands.plan import SetWbsCodes
from desktop.domain.plan import WBS_KIND, Task, WbsLevel
from desktop.domain.rejection import Rejected
from desktop.domain.wbs import MOST_LEVELS, Mask
from desktop.i18n import ntr, tr
from desktop.models.workspace import Workspace
from desktop.views.boxes import CheckBox
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, em
from desktop.views.records.explanation import sentence

SHOWN = 500
"""Tasks whose codes are listed."""


class _Level:
    """The widgets of one level."""

    def __init__(self, level: WbsLevel, number: int) -> None:
        self.name = Text(tr("Level {n}", n=number))
        self.kind = QComboBox()
        for code, title in WBS_KIND.items():
            self.kind.addItem(tr(title), code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(level.kind)))
        self.text = QLineEdit(level.text)
        self.length = QSpinBox()
        self.length.setRange(0, 10)
        self.length.setSpecialValueText(tr("any", "length"))
        self.length.setValue(level.length)
        self.separator = QLineEdit(level.separator)
        for widget, title in zip(self.widgets(), _heads(), strict=True):
            widget.setAccessibleName(f"{self.name.text()}: {title}")
        for line in (self.text, self.separator):
            line.setMaxLength(20)
            line.setMinimumWidth(em(3))

    def widgets(self) -> tuple[QWidget, ...]:
        return self.kind, self.text, self.length, self.separator

    def value(self) -> WbsLevel:
        return WbsLevel(
            kind=str(self.kind.currentData()), text=self.text.text(), length=self.length.value(),
            separator=self.separator.text(),
        )  # fmt: skip


def _heads() -> tuple[str, str, str, str]:
    return tr("Counted in"), tr("Fixed text in front"), tr("Length"), tr("Separator behind")


class WbsDialog(Dialog):
    """``renumber`` proposes to give up the codes that were typed or frozen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, renumber: bool = False) -> None:
        super().__init__(tr("WBS codes"), parent, 44, 36)
        self._workspace = workspace
        profile = workspace.project.profile
        form = QFormLayout()
        self.prefix = QLineEdit(profile.wbs_prefix)
        self.prefix.setMaxLength(40)
        self.prefix.setPlaceholderText(tr("such as P-"))
        form.addRow(tr("Prefix of WBS codes"), self.prefix)
        self.column.addLayout(form)
        self._levels: list[_Level] = []
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, em(0.4), 0)
        self.heads = [Text(title, role="muted") for title in _heads()]
        for place, head in enumerate(self.heads, 1):
            self._grid.addWidget(head, 0, place)
        self.none = Text(tr("Without rules for levels, codes count on: 1, 1.1, 1.1.1 …"), role="muted", wrap=True)
        self._grid.addWidget(self.none, 0, 0, 1, 5)
        self._grid.setColumnStretch(2, 1)
        self._grid.setRowStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setMinimumHeight(em(2.2))
        self.column.addWidget(area, 2)
        self.more = QPushButton(tr("Add a level"))
        self.less = QPushButton(tr("Remove the last level"))
        row = QHBoxLayout()
        for button, slot in ((self.more, self._add), (self.less, self._remove)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.renumber = CheckBox(tr("Number codes anew that were typed or frozen"))
        self.renumber.setChecked(renumber)
        self.column.addWidget(self.renumber)
        self.summary = Text("", wrap=True)
        self.column.addWidget(self.summary)
        self.preview = QTreeWidget()
        self.preview.setHeaderLabels([tr("Before", "codes"), tr("After", "codes"), tr("Task name")])
        self.preview.setRootIsDecorated(False)
        self.preview.setUniformRowHeights(True)
        self.preview.setMinimumHeight(em(2.4))
        self.preview.setAccessibleName(tr("WBS codes before and after"))
        for section in (0, 1):
            self.preview.header().resizeSection(section, em(5))
        self.column.addWidget(self.preview, 3)
        self._box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        for level in profile.wbs_levels:
            self._append(level)
        self.prefix.textChanged.connect(self._show)
        self.renumber.toggled.connect(self._show)
        self._show()

    # -- levels ---------------------------------------------------------------------------------

    def _append(self, level: WbsLevel) -> None:
        made = _Level(level, len(self._levels) + 1)
        self._levels.append(made)
        row = len(self._levels)
        self._grid.addWidget(made.name, row, 0)
        for place, widget in enumerate(made.widgets(), 1):
            self._grid.addWidget(widget, row, place, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(row + 1, 1)
        made.kind.currentIndexChanged.connect(self._show)
        made.length.valueChanged.connect(self._show)
        made.text.textChanged.connect(self._show)
        made.separator.textChanged.connect(self._show)

    def _add(self) -> None:
        self._append(WbsLevel(text=""))
        self._show()
        self._levels[-1].kind.setFocus()

    def _remove(self) -> None:
        gone = self._levels.pop()
        for widget in (gone.name, *gone.widgets()):
            widget.hide()
            widget.deleteLater()
        self._show()

    def wanted(self) -> Mask:
        """As the person has it now."""
        return Mask(self.prefix.text(), tuple(level.value() for level in self._levels))

    # -- preview --------------------------------------------------------------------------------

    def _show(self) -> None:
        self.less.setEnabled(bool(self._levels))
        self.none.setHidden(bool(self._levels))
        for head in self.heads:
            head.setVisible(bool(self._levels))
        self.more.setEnabled(len(self._levels) < MOST_LEVELS)
        project, mask = self._workspace.project, self.wanted()
        self.preview.clear()
        okay = self._box.button(QDialogButtonBox.StandardButton.Ok)
        try:
            mask.check()
        except Rejected as refusal:
            self.summary.setText(sentence(refusal))
            okay.setEnabled(False)
            return
        okay.setEnabled(True)
        outline = project.outline
        after = project.codes_by(mask, own=not self.renumber.isChecked())
        changed = sum(old != new for old, new in zip(outline.wbs, after, strict=True))
        said = ntr("{n} code of {all} changes.", "{n} codes of {all} change.", changed, all=len(after))
        self.summary.setText(said)
        tasks = project.table(Task)
        rows = list(zip(outline.order, outline.wbs, after, strict=True))[:SHOWN]
        self.preview.addTopLevelItems([QTreeWidgetItem([old, new, tasks[one].name[:200]]) for one, old, new in rows])

    def accept(self) -> None:
        mask = self.wanted()
        command = SetWbsCodes(mask.prefix, mask.levels, self.renumber.isChecked())
        refusal = self._workspace.attempt(command)
        if refusal is not None:
            self.summary.setText(sentence(refusal))
            return
        super().accept()
