"""The steps that undo and redo go through, in the order in which they were made, as a list for Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop.domain.changes import ChangeSet
from desktop.domain.room import WORKSHOP
from desktop.i18n import tr
from desktop.models.workspace import Workspace

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
DECORATION = int(Qt.ItemDataRole.DecorationRole)
_ANSWERED = frozenset({DISPLAY, TOOL_TIP, ACCESSIBLE, DECORATION})


class UndoSteps(QAbstractListModel):
    """Row 0 is the state in which the project was opened; every other row is the state after one step.

    Steps that were taken back stand behind the present state until another edit takes their place.
    """

    def __init__(
        self,
        workspace: Workspace,
        name: Callable[[ChangeSet], str],
        parent: QObject | None = None,
        *,
        mark: QIcon | None = None,
    ) -> None:
        """``mark`` is the picture of what was entered in a workshop."""
        super().__init__(parent)
        self._workspace, self._name, self._mark = workspace, name, mark
        workspace.changed.connect(self._changed)
        self._count = self._counted()

    def _counted(self) -> int:
        session = self._workspace.session
        return 1 + len(session.undo_steps) + len(session.redo_steps)

    @property
    def present(self) -> int:
        """The row of the state as it is."""
        return len(self._workspace.session.undo_steps)

    def step(self, row: int) -> ChangeSet | None:
        """The step that leads to the state of ``row``; None for the first."""
        session, at = self._workspace.session, row - 1
        if at < 0:
            return None
        made = session.undo_steps
        return made[at] if at < len(made) else session.redo_steps[len(made) - at - 1]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        row = index.row()
        step = self.step(row)
        workshop = step.facts.get(WORKSHOP, "") if step else ""
        if role == DECORATION:
            return self._mark if workshop else None
        name = self._name(step) if step else tr("As opened")
        if role == DISPLAY:
            return name
        if workshop:
            name = f"{name} · {tr('Workshop {name}', name=workshop)}"
        if role == ACCESSIBLE:
            if row == self.present:
                return tr("{step}, the present state", step=name)
            return tr("{step}, taken back", step=name) if row > self.present else name
        return f"{step.at:%Y-%m-%d %H:%M}  {name}" if step else name

    def _changed(self) -> None:
        """Every edit may replace the steps behind it: few enough to be named anew where they are in sight."""
        count = self._counted()
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0), self.index(self._count - 1))
