"""Says why a task is where it is, and what would bring it forward."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.plan import Task
from desktop.domain.scheduling.explain import say, why
from desktop.domain.scheduling.levers import levers, say_lever
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, em


class WhyDialog(Dialog):
    """Reasons first, then changes with what each was measured to gain; nothing is changed here."""

    def __init__(self, workspace: Workspace, task: str, parent: QWidget | None = None) -> None:
        project, plan, translate = workspace.project, workspace.schedule, words()
        name = project.get(Task, task).name
        super().__init__(tr("Why “{task}” is where it is", task=name), parent, 36, 22)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for reason in why(plan, project, task):
            column.addWidget(Text(say(reason, project, translate), wrap=True))
        column.addSpacing(em(0.6))
        column.addWidget(Text(tr("What would bring it forward"), bold=True))
        found = levers(plan, project, task)
        for lever in found:
            column.addWidget(Text(say_lever(lever, project, translate), wrap=True))
        if not found:
            column.addWidget(Text(tr("No single change of what drives it would."), role="muted", wrap=True))
        else:
            note = tr("Each change was tried by itself on a copy of the plan; gains are working time.")
            column.addWidget(Text(note, role="muted", wrap=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.column.addWidget(area, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)
