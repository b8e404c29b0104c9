"""Asks for the name of a module."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.modules import Module
from desktop.i18n import ntr, tr
from desktop.views.plan.modules_kept import ModuleStore
from desktop.views.plan.name_dialog import NameDialog


class ModuleNameDialog(NameDialog):
    """``kept`` carries the module as it was kept. A name that is taken replaces that module, and the dialog says so."""

    kept = Signal(object)

    def __init__(self, module: Module, store: ModuleStore, parent: QWidget | None = None) -> None:
        taken = {one.module.name for one in store.own()}
        count = ntr("{n} task with its sub-tasks, links and resources is kept, without dates and progress.",
                    "{n} tasks with their links and resources are kept, without dates and progress.",
                    len(module.tasks))  # fmt: skip

        def judge(name: str) -> tuple[str, bool]:
            if name in taken:
                return tr("The module of this name will be replaced."), True
            return tr("It is kept on this computer and can be put into every plan."), True

        super().__init__(
            tr("Save as a module"), module.name, (28, 12), judge=judge, take=self._keep, told=count, parent=parent
        )
        self._module, self._store = module, store

    def _keep(self, name: str) -> None:
        made = replace(self._module, name=name)
        self._store.add(made)
        self.kept.emit(made)
