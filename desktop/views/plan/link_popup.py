"""Changing a dependency where it is drawn: its type in a menu, its lag in a small sheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.commands.plan import SetLink
from desktop.domain.plan import LINK_TYPE, Dependency, Task
from desktop.domain.predecessors import lag_text, read_lag
from desktop.domain.rejection import Rejected
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.labels import Text, em
from desktop.views.records.explanation import sentence

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


class LinkPopup(QFrame):
    """Type and lag of one link; Enter takes them, Escape leaves them, a bad lag says why."""

    def __init__(self, workspace: Workspace, link: Dependency, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._workspace, self._link = workspace, link
        names = Text(link_names(workspace, link), bold=True, wrap=True)
        self.type = QComboBox()
        for code, label in LINK_TYPE.items():
            self.type.addItem(tr(label), code)
        self.type.setCurrentIndex(list(LINK_TYPE).index(link.type))
        self.lag = QLineEdit(self._lag_text())
        self.lag.setPlaceholderText(tr("2d, -1d, 50%"))
        self.lag.selectAll()
        self.lag.returnPressed.connect(self.apply)
        self.problem = Text(role="red", wrap=True)
        self.problem.hide()
        button = QPushButton(tr("Apply"))
        button.clicked.connect(self.apply)
        form = QFormLayout()
        form.addRow(tr("Type"), self.type)
        form.addRow(tr("Lag"), self.lag)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.7), em(0.6), em(0.7), em(0.6))
        for widget in (names,):
            column.addWidget(widget)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(button)
        self.setMaximumWidth(em(24))

    def _lag_text(self) -> str:
        return lag_text(self._workspace.project, self._link, words())

    def show_at(self, position: QPoint) -> None:
        """Open near a global position, on its screen."""
        self.adjustSize()
        room = (self.parentWidget() or self).screen().availableGeometry()
        x = min(position.x(), room.right() - self.width())
        y = min(position.y(), room.bottom() - self.height())
        self.move(max(room.left(), x), max(room.top(), y))
        self.show()
        self.lag.setFocus(Qt.FocusReason.PopupFocusReason)

    def apply(self) -> None:
        """Take type and lag; the sheet stays with the reason where they are refused."""
        try:
            command = self._command()
        except Rejected as refusal:
            self._refuse(refusal)
            return
        refused = self._workspace.attempt(command)
        if refused is None:
            self.close()
        else:
            self._refuse(refused)

    def _command(self) -> SetLink:
        text, link = self.lag.text().strip(), self._link
        kind = str(self.type.currentData())
        if text == self._lag_text():
            return SetLink(link.id, kind, link.lag, link.lag_unit, link.lag_percent)
        return SetLink(link.id, kind, *read_lag(self._workspace.project, text))

    def _refuse(self, refusal: Rejected) -> None:
        self.problem.setText(sentence(refusal))
        self.problem.show()
        self.adjustSize()
