"""Which task it is: its number, its name to be edited, what is special about it, and its dates in one line."""

from __future__ import annotations

import re

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
_BETWEEN = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
"""Between two Chinese characters."""
_BESIDE = re.compile("(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])")
"""A space beside one."""


def together(text: str) -> str:
    """``text`` on one line as long as it fits on one: Chinese would be broken between any two characters."""
    return _BETWEEN.sub("\u2060", _BESIDE.sub("\u00a0", text))


class Head(QWidget):
    """Stays in sight above every section."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compact = False
        """Whether there is room for the dates only."""
        self._code = ""
        self._parts: tuple[list[str], list[str]] = ([], [])
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
        self._code = f"{project.wbs(task.id)} · {tr(task.info.title)} {task.code}"[:LONGEST]
        dates = plan.of(task.id) if task.id in plan else None
        present = marks_of(task, dates) if dates is not None else ()
        for mark, label in self.marks.items():
            label.setVisible(mark in present)
        if dates is None:
            self._tell([], [])
            return
        profile, said = project.profile, words()
        unit = "d" if project.is_summary(task.id) or not task.elapsed else "ed"
        first = [f"{date_text(dates.start)} – {date_text(dates.finish)}"]
        more = [duration_text(dates.duration, unit, profile, said)]
        if dates.total_float < 0:
            more.append(tr("late by {amount}", amount=duration_text(-dates.total_float, "d", profile, said)))
        else:
            more.append(tr("total float {amount}", amount=duration_text(dates.total_float, "d", profile, said)))
            more.append(tr("free float {amount}", amount=duration_text(dates.free_float, "d", profile, said)))
        if dates.critical:
            more.append(tr("critical"))
        elif dates.near_critical:
            more.append(tr("near-critical"))
        self._tell(first, more)

    def _tell(self, first: list[str], more: list[str]) -> None:
        self._parts = (first, more)
        whole = " · ".join(map(together, [*first, *more]))
        self.code.setText(" · ".join([self._code.partition(" · ")[0], *first]) if self.compact else self._code)
        self.code.setToolTip(f"{self._code} · {whole}" if self.compact else "")
        self.computed.setText(whole)
        self.computed.setHidden(self.compact)

    def make_compact(self, compact: bool) -> None:
        """Say no more than the dates where there is little room."""
        if compact != self.compact:
            self.compact = compact
            self._tell(*self._parts)

    def _show_several(self, chosen: Chosen) -> None:
        plan = chosen.reading.schedule
        for label in self.marks.values():
            label.hide()
        count, summaries = len(chosen.tasks), len(chosen.tasks) - len(chosen.leaves)
        self._code = ntr("{n} task", "{n} tasks", count)
        names = [one.name[:LONGEST] for one in chosen.tasks[:NAMES_SHOWN]]
        self.names.setText(breakable(", ".join(names) + (" …" if count > NAMES_SHOWN else "")))
        placed = [one for one in chosen.ids if one in plan]
        first, more = [], []
        if placed:
            start = min(placed, key=plan.start_minutes)
            finish = max(placed, key=plan.finish_minutes)
            first.append(f"{date_text(plan.of(start).start)} – {date_text(plan.of(finish).finish)}")
        if summaries:
            more.append(ntr("{n} summary task among them", "{n} summary tasks among them", summaries))
        self._tell(first, more)
