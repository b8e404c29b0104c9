"""Changing a dependency where it is drawn: the menu of its line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.plan import LINK_TYPE, Dependency, Task
from desktop.i18n import tr
from desktop.models.workspace import Workspace

CHANGE, REMOVE = "change", "remove"
LONGEST_NAME = 40


def link_names(workspace: Workspace, link: Dependency) -> str:
    """Which tasks the link joins."""
    ends = (workspace.project.find(Task, each) for each in (link.predecessor, link.successor))
    names = [task.name if task else "?" for task in ends]
    return " → ".join(name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…" for name in names)


def link_menu(workspace: Workspace, link: Dependency, parent: QWidget) -> QMenu:
    """A menu whose actions carry a link type, ``CHANGE`` or ``REMOVE``."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    title = menu.addAction(link_names(workspace, link).replace("&", "&&"))
    title.setEnabled(False)
    menu.addSeparator()
    group = QActionGroup(menu)
    for code, label in LINK_TYPE.items():
        action = menu.addAction(tr(label))
        action.setCheckable(True)
        action.setChecked(code == link.type)
        action.setData(code)
        group.addAction(action)
    menu.addSeparator()
    menu.addAction(tr("Type and lag…")).setData(CHANGE)
    menu.addAction(tr("Remove the link")).setData(REMOVE)
    return menu
