"""Parts of plans that are used again: the selected tasks are kept under a name, and put into any plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.commands.plan.modules import InsertModule
from desktop.domain.modules import Module
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.i18n import ntr, tr
from desktop.views.plan.kept_entries import LONGEST_NAME
from desktop.views.plan.modules_kept import ModuleStore

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class Modules(QObject):
    """What the two commands do; the dialogs are loaded when they are asked for."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self.store = ModuleStore()

    # -- keeping --------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Ask under which name the selected tasks are kept, with all that lies below them."""
        from desktop.views.plan.module_name_dialog import ModuleNameDialog

        self._workspace.settle()
        ids, project = self._page.grid.selected_ids(), self._workspace.project
        first = project.find(Task, ids[0]) if ids else None
        name = first.name[:LONGEST_NAME] if first is not None else ""
        try:
            made = Module.of(project, ids, name)
        except Rejected as refusal:
            self._workspace.rejected.emit(refusal)
            return
        dialog = ModuleNameDialog(made, self.store, self._page.window())
        dialog.kept.connect(self._tell_kept)
        dialog.open()

    def _tell_kept(self, module: Module) -> None:
        text = ntr(
            "Module “{name}” kept: {n} task", "Module “{name}” kept: {n} tasks", len(module.tasks), name=module.name
        )
        self._page.said.emit(text)

    # -- putting in -----------------------------------------------------------------------------

    def choose(self) -> None:
        """Show the modules, to put one below the current task."""
        from desktop.views.plan.modules_dialog import ModulesDialog

        self._workspace.settle()
        dialog = ModulesDialog(self._workspace.project, self.store, self._page.window())
        dialog.wanted.connect(self.insert)
        dialog.open()

    def insert(self, module: Module) -> None:
        """Put a module below the current task, or below the whole summary where that is closed or open."""
        page, current = self._page, self._page.grid.current_id()
        left_out = module.missing(self._workspace.project)
        done, step = self._workspace.do_step(InsertModule(module, current or None))
        if not done or step is None:
            return
        made = {change.id for change in step.of("task") if change.before is None}
        order = self._workspace.project.outline.order
        page.reveal(next(identity for identity in order if identity in made))
        said = ntr("{n} task inserted", "{n} tasks inserted", len(made))
        if left_out:
            said = tr("{said}; not in this plan, and left out: {names}", said=said, names=", ".join(left_out[:5]))
        page.said.emit(said)
