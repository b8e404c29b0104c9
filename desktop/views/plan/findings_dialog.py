"""What the scheduler found in the plan: missed deadlines, dates against links, work out of sequence, data left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, ScheduleWarning
from desktop.domain.scheduling.findings import describe
from desktop.i18n import N_, ntr, tr, words
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, plain_tooltip, scaled

SHOWN = 500
"""Findings of one kind that are listed."""
LONGEST = 400
"""Characters of a finding that are shown."""
GROUPS = (
    (N_("Deadlines that will be missed"), ("deadline_missed", "external_missed")),
    (N_("Dates against the links"),
     ("constraint_conflict", "manual_conflict", "late_as_possible", "before_project_start", "cycle")),
    (N_("Work out of sequence"), ("out_of_sequence",)),
    (N_("Left out, or read in another way"), ()),
)  # fmt: skip
"""Titles with the codes of their findings; the last takes all others."""
TASK_ID = int(Qt.ItemDataRole.UserRole)


def findings_of(planned: Schedule) -> list[ScheduleWarning]:
    """What was found; that dates are shown as stored is a rule, and is said with the rules."""
    return [warning for warning in planned.warnings if warning.code != "stored_dates"]


def grouped(warnings: Sequence[ScheduleWarning]) -> list[tuple[str, list[ScheduleWarning]]]:
    """Titles (translatable) with their findings, in the order of :data:`GROUPS`; empty groups are left out."""
    title_of = {code: title for title, codes in GROUPS for code in codes}
    found: dict[str, list[ScheduleWarning]] = {title: [] for title, _ in GROUPS}
    for warning in warnings:
        found[title_of.get(warning.code, GROUPS[-1][0])].append(warning)
    return [(title, items) for title, items in found.items() if items]


class FindingsDialog(Dialog):
    """A double click or Enter on a finding closes the list and shows its task."""

    task_wanted = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Findings in the plan"), parent, 50, 30)
        warnings = findings_of(workspace.schedule)
        sentence = tr("Nothing was found that speaks against the plan.")
        if warnings:
            count = len(warnings)
            sentence = ntr(
                "The schedule was calculated with {n} finding.", "The schedule was calculated with {n} findings.", count
            )
        self.column.addWidget(Text(sentence, wrap=True))
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._fill(workspace.project, warnings)
        self.tree.itemActivated.connect(self._show_task)
        self.column.addWidget(self.tree, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)

    def _fill(self, project: Project, warnings: Sequence[ScheduleWarning]) -> None:
        for title, items in grouped(warnings):
            group = QTreeWidgetItem(self.tree, [f"{tr(title)} ({len(items)})"])
            group.setFont(0, scaled(1.0, bold=True))
            group.setIcon(0, icon("warning", "amber"))
            for warning in items[:SHOWN]:
                text = " ".join(describe(warning, project, words())[:LONGEST].split())
                line = QTreeWidgetItem(group, [text])
                line.setToolTip(0, plain_tooltip(text))
                line.setData(0, TASK_ID, next(iter((*warning.tasks.values(), *warning.circle)), ""))
            if len(items) > SHOWN:
                QTreeWidgetItem(group, [ntr("and {n} more", "and {n} more", len(items) - SHOWN)])
            group.setExpanded(True)

    def _show_task(self, item: QTreeWidgetItem) -> None:
        identity = item.data(0, TASK_ID)
        if identity:
            self.task_wanted.emit(f"task/{identity}")
            self.accept()
