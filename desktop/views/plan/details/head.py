"""Which task it is: its number, its name to be edited, what is special about it, and its dates in one line."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.display import date_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Task
from desktop.i18n import ntr, tr, words
from desktop.models.chosen import Chosen
from desktop.models.plan_marks import MARK_WORDS, marks_of
from desktop.models.workspace import Workspace
from desktop.views.flow import Flow
from desktop.views.icons import pixmap
from desktop.views.labels import HEADING, SMALL, Text, breakable, em, scaled
from desktop.views.plan.details.field import TaskField
from desktop.views.records.lines import LineEditor

MARK_ROLES = {"warning": "red", "check": "green"}
NAMES_SHOWN = 3
LONGEST = 60


class Head(QWidget):
    """Stays in sight above every section."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = Text(scale=SMALL, role="muted")
        self.marks: dict[str, Text] = {}
        self.name = TaskField(workspace, Task.info.specs["name"], bare=True)
        assert isinstance(self.name.widget, LineEditor)
        self.name.widget.setFont(scaled(HEADING, bold=True))
        self.names = Text(bold=True, wrap=True)
        self.computed = Text(scale=SMALL, role="muted", wrap=True)
        first = Flow(spacing=em(0.4))
        first.add(self.code)
        for mark in MARK_WORDS:
            label = Text()
            role = MARK_ROLES.get(mark, "muted")
            label.setPixmap(pixmap(mark, em(0.9), role, self.devicePixelRatioF()))
            label.setToolTip(tr(MARK_WORDS[mark]))
            label.setAccessibleName(tr(MARK_WORDS[mark]))
            label.hide()
            self.marks[mark] = label
            first.add(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.8), em(0.5), em(0.8), em(0.2))
        column.setSpacing(em(0.25))
        column.addWidget(first)
        column.addWidget(self.name)
        column.addWidget(self.names)
        column.addWidget(self.computed)

    def load(self, chosen: Chosen) -> None:
        """Show the selected tasks."""
        task = chosen.single
        self.name.setVisible(task is not None)
        self.names.setVisible(task is None)
        if task is not None:
            self.name.show_chosen(chosen, task)
            self.name.widget.setToolTip(task.name if len(task.name) > LONGEST else "")
            self._show_one(chosen, task)
        else:
            self._show_several(chosen)

    def _show_one(self, chosen: Chosen, task: Task) -> None:
        plan, project = chosen.reading.schedule, chosen.reading.project
        self.code.setText(f"{project.wbs(task.id)} · {tr(task.info.title)} {task.code}"[:LONGEST])
        dates = plan.of(task.id) if task.id in plan else None
        present = marks_of(task, dates) if dates is not None else ()
        for mark, label in self.marks.items():
            label.setVisible(mark in present)
        if dates is None:
            self.computed.clear()
            return
        profile, said = project.profile, words()
        unit = "d" if project.is_summary(task.id) or not task.elapsed else "ed"
        parts = [
            f"{date_text(dates.start)} – {date_text(dates.finish)}",
            duration_text(dates.duration, unit, profile, said),
        ]
        if dates.total_float < 0:
            parts.append(tr("late by {amount}", amount=duration_text(-dates.total_float, "d", profile, said)))
        else:
            parts.append(tr("total float {amount}", amount=duration_text(dates.total_float, "d", profile, said)))
            parts.append(tr("free float {amount}", amount=duration_text(dates.free_float, "d", profile, said)))
        if dates.critical:
            parts.append(tr("critical"))
        elif dates.near_critical:
            parts.append(tr("near-critical"))
        self.computed.setText(" · ".join(parts))

    def _show_several(self, chosen: Chosen) -> None:
        plan = chosen.reading.schedule
        for label in self.marks.values():
            label.hide()
        count, summaries = len(chosen.tasks), len(chosen.tasks) - len(chosen.leaves)
        self.code.setText(ntr("{n} task", "{n} tasks", count))
        names = [one.name[:LONGEST] for one in chosen.tasks[:NAMES_SHOWN]]
        self.names.setText(breakable(", ".join(names) + (" …" if count > NAMES_SHOWN else "")))
        placed = [one for one in chosen.ids if one in plan]
        parts = []
        if placed:
            start = min(placed, key=plan.start_minutes)
            finish = max(placed, key=plan.finish_minutes)
            parts.append(f"{date_text(plan.of(start).start)} – {date_text(plan.of(finish).finish)}")
        if summaries:
            parts.append(ntr("{n} summary task among them", "{n} summary tasks among them", summaries))
        self.computed.setText(" · ".join(parts))
