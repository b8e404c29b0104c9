"""The chains of tasks that lead to one task, the driving one first, with what each can slip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.display import date_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.domain.scheduling.float_paths import FloatPath, float_paths
from desktop.i18n import ntr, tr, words
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, breakable, em, scaled

SHOWN = 100
"""Paths that are listed; those behind them have the most float."""
OPENED = 3
"""Paths that show their tasks at first."""
LONGEST = 200
"""Characters of a name that are shown."""
TASK_ID = int(Qt.ItemDataRole.UserRole)


class PathsDialog(Dialog):
    """A double click or Enter on a task closes the list and shows the task; ``bands_wanted``: all in the chart."""

    task_wanted = Signal(object)
    bands_wanted = Signal()

    def __init__(self, workspace: Workspace, task: str, parent: QWidget | None = None) -> None:
        self._workspace = workspace
        name = workspace.project.get(Task, task).name[:LONGEST]
        super().__init__(tr("Paths to “{task}”", task=name), parent, 58, 34)
        found = float_paths(workspace.schedule, task)
        self.column.addWidget(Text(breakable(self._sentence(found, name)), wrap=True))
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Task name"), tr("Can slip by"), tr("Gap"), tr("WBS"), tr("Start"), tr("Finish")])
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for section, width in enumerate((23, 6, 5, 5, 6.5, 6.5)):
            self.tree.header().resizeSection(section, em(width))
        self._fill(found[:SHOWN])
        self.tree.itemActivated.connect(self._show_task)
        self.column.addWidget(self.tree, 1)
        note = tr("“Can slip by” is how much the tasks of a path can slip, one way or another, before they delay this "
                  "task; the gap is what lies between a path and the task that it joins.")  # fmt: skip
        self.column.addWidget(Text(note, role="muted", wrap=True))
        if workspace.schedule.shows_stored:
            stored = tr("Paths are found by calculated dates; the dates listed are those of the imported file.")
            self.column.addWidget(Text(stored, role="muted", wrap=True))
        box = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.bands = box.addButton(tr("Show in the chart"), QDialogButtonBox.ButtonRole.ActionRole)
        self.bands.clicked.connect(self._show_bands)

    def _show_bands(self) -> None:
        self.bands_wanted.emit()
        self.accept()

    def _sentence(self, found: Sequence[FloatPath], name: str) -> str:
        driving = len(found[0].tasks) - 1
        if len(found) == 1 and not driving:
            return tr("Nothing that is not finished leads to “{task}”.", task=name)
        sentence = ntr("{n} path leads to “{task}”.", "{n} paths lead to “{task}”.", len(found), task=name)
        if len(found) > SHOWN:
            sentence += ("" if words().is_chinese else " ") + tr("The first {n} are listed.", n=SHOWN)
        return sentence

    def _fill(self, found: Sequence[FloatPath]) -> None:
        project, plan = self._workspace.project, self._workspace.schedule
        groups = []
        for path in found:
            title = tr("Path {n}: drives it", n=path.number) if path.joins is None else self._joined(path)
            gap = "" if path.joins is None else self._amount(path.gap)
            group = QTreeWidgetItem([title, self._amount(path.float), gap])
            group.setFont(0, scaled(1.0, bold=True))
            for identity in path.tasks:
                task, dates = project.get(Task, identity), plan.of(identity)
                texts = [" ".join(task.name[:LONGEST].split()), "", "", project.wbs(identity)]
                line = QTreeWidgetItem(group, [*texts, date_text(dates.start), date_text(dates.finish)])
                line.setData(0, TASK_ID, identity)
                if dates.critical:
                    line.setIcon(0, icon("critical", "critical"))
                    line.setToolTip(0, tr("Critical", "task"))
            groups.append(group)
        self.tree.addTopLevelItems(groups)
        for group in groups[:OPENED]:
            group.setExpanded(True)
        if groups:
            self.tree.setCurrentItem(groups[0])

    def _joined(self, path: FloatPath) -> str:
        other = self._workspace.project.find(Task, path.joins)
        return tr("Path {n}: joins “{task}”", n=path.number, task=other.name[:LONGEST] if other else "")

    def _amount(self, minutes: int) -> str:
        return duration_text(minutes, "d", self._workspace.project.profile, words())

    def _show_task(self, item: QTreeWidgetItem) -> None:
        identity = item.data(0, TASK_ID)
        if identity:
            self.task_wanted.emit(f"task/{identity}")
            self.accept()
