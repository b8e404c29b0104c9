"""The modules that can be put into the plan: one's own, and the phases of the templates."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.domain.durations import duration_text
from desktop.domain.modules import Module
from desktop.domain.project import Project
from desktop.i18n import ntr, tr, words
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, em, scaled
from desktop.views.plan.modules_kept import KeptModule, ModuleStore


class ModulesDialog(Dialog):
    """``wanted`` carries the module that was chosen by Enter, a double click or the button."""

    wanted = Signal(object)

    def __init__(self, project: Project, store: ModuleStore, parent: QWidget | None = None) -> None:
        super().__init__(tr("Insert a module"), parent, 60, 34)
        self._project, self._store = project, store
        self._gone: KeptModule | None = None
        note = tr("A module is a part of a plan: tasks with durations, links and resources. It comes below the current "
                  "task and follows your calendar from there.")  # fmt: skip
        self.column.addWidget(Text(note, role="muted", wrap=True))
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Search"))
        self.line.setAccessibleName(tr("Search"))
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setClearButtonEnabled(True)
        self.column.addWidget(self.line)
        self.tree, self.preview = _tree(tr("Modules")), _tree(tr("Tasks of the module"))
        self.preview.setColumnCount(2)
        self.preview.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.preview.header().setStretchLastSection(False)
        self.preview.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.preview.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.tree)
        both.addWidget(self.preview)
        both.setChildrenCollapsible(False)
        both.setSizes([em(24), em(36)])
        self.column.addWidget(both, 1)
        self.told = Text(wrap=True)
        self.column.addWidget(self.told)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.ok = box.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Insert"))
        self.remove = box.addButton(tr("Delete the module"), QDialogButtonBox.ButtonRole.ActionRole)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self._modules: dict[str, KeptModule] = {}
        self._fill()
        self.tree.currentItemChanged.connect(self._show)
        self.tree.itemActivated.connect(self.accept)
        self.line.textChanged.connect(self._find)
        self._show()
        self.tree.setFocus()

    # -- the list -------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.tree.clear()
        self._modules = {}
        own = self._store.own()
        ours = self._store.ours(self._project.profile.minutes_per_day)
        if own:
            self._add_group(tr("My modules"), own)
        for template in dict.fromkeys(one.template for one in ours):
            self._add_group(tr("Template: {name}", name=template), (one for one in ours if one.template == template))
        self.tree.expandAll()
        self._find(self.line.text())

    def _add_group(self, title: str, modules: Iterable[KeptModule]) -> None:
        group = QTreeWidgetItem(self.tree, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFont(0, scaled(1.0, bold=True))
        for one in modules:
            self._modules[one.id] = one
            QTreeWidgetItem(group, [one.module.name]).setData(0, Qt.ItemDataRole.UserRole, one.id)

    def _lines(self) -> list[QTreeWidgetItem]:
        groups = [self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount())]
        lines = (group.child(number) for group in groups if group for number in range(group.childCount()))
        return [line for line in lines if line is not None]

    def _find(self, wanted: str) -> None:
        """Leave those whose name, or that of one of their tasks, holds the text."""
        wanted = wanted.casefold().strip()
        lines = self._lines()
        for line in lines:
            names = [line.text(0), *(str(task.fields["name"]) for task in self._module_of(line).module.tasks)]
            line.setHidden(not any(wanted in name.casefold() for name in names))
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            assert group is not None
            group.setHidden(all(line.isHidden() for line in lines if line.parent() is group))
        first = next((line for line in lines if not line.isHidden()), None)
        self.tree.setCurrentItem(first)  # type: ignore[arg-type]  # None is nothing

    def _module_of(self, line: QTreeWidgetItem) -> KeptModule:
        return self._modules[line.data(0, Qt.ItemDataRole.UserRole)]

    @property
    def current(self) -> KeptModule | None:
        """The module that is chosen."""
        line = self.tree.currentItem()
        return self._modules.get(line.data(0, Qt.ItemDataRole.UserRole)) if line is not None else None

    # -- what is chosen -------------------------------------------------------------------------

    def _show(self) -> None:
        current = self.current
        self.ok.setEnabled(current is not None)
        self.remove.setEnabled(current is not None and not current.template)
        self.preview.clear()
        nothing = tr("No module is called like this.")
        self.told.setText(self._sentence(current.module) if current is not None else nothing)
        profile = self._project.profile
        above: list[QTreeWidgetItem] = []
        for task in current.module.tasks if current is not None else ():
            del above[task.level :]
            minutes, unit = task.fields.get("duration", 480), task.fields.get("duration_unit", "d")
            item = QTreeWidgetItem([str(task.fields["name"]), duration_text(minutes, unit, profile, words())])
            if above:
                above[-1].addChild(item)
                above[-1].setText(1, "")
            else:
                self.preview.addTopLevelItem(item)
            above.append(item)
        self.preview.expandAll()

    def _sentence(self, module: Module) -> str:
        said = ntr("{n} task", "{n} tasks", len(module.tasks))
        missing = module.missing(self._project)
        if missing:
            said = tr("{said}; resources that this plan does not have are left out: {names}",
                      said=said, names=", ".join(missing[:5]))  # fmt: skip
        return said

    def _remove(self) -> None:
        """Delete an own module; the button then brings it back."""
        current = self.current
        if self._gone is not None:
            self._store.bring_back(self._gone)
            self._gone = None
        elif current is not None and not current.template:
            self._store.remove(current)
            self._gone = current
        self.remove.setText(tr("Bring it back") if self._gone is not None else tr("Delete the module"))
        self._fill()
        self._show()
        self.remove.setEnabled(self._gone is not None or self.remove.isEnabled())

    def accept(self) -> None:
        current = self.current
        if current is not None:
            super().accept()
            self.wanted.emit(current.module)


def _tree(name: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderHidden(True)
    made.setUniformRowHeights(True)
    made.setAccessibleName(name)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    return made
