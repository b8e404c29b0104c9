"""Schedule health: every measure with its limit and verdict, and the tasks that it found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.domain.display import moment_text
from desktop.domain.durations import duration_text
from desktop.domain.health import (
    FAIL,
    INFORMATION,
    MEANINGS,
    NOT_ASSESSED,
    PASS,
    PROFILES,
    REASONS,
    TITLES,
    VERDICTS,
    Measure,
    check_health,
    figure_text,
    limit_text,
)
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import TaskDates, schedule
from desktop.i18n import ntr, tr, words
from desktop.models.control import ControlBook
from desktop.models.tables import RIGHT, ResultTable, TableColumn
from desktop.views.control.panel import labelled
from desktop.views.control.reckoned import ReckonedPanel
from desktop.views.control.table import ResultView
from desktop.views.flow import Flow
from desktop.views.labels import HEADING, Text, em
from desktop.views.segments import Segments

_ROLES = {PASS: "green", FAIL: "red", NOT_ASSESSED: "muted"}
_SIGNS = {PASS: "✓", FAIL: "✗", INFORMATION: "i", NOT_ASSESSED: "–"}
"""Before the verdict, so that colour does not carry it alone."""


class HealthPanel(ReckonedPanel):
    """Measures above; below the tasks of the one that is chosen, each a key away from its place in the plan."""

    def __init__(self, book: ControlBook, parent: QWidget | None = None) -> None:
        super().__init__(book, parent)
        self._keys = list(PROFILES)
        self.profiles = Segments([tr(profile.title) for profile in PROFILES.values()])
        self.profiles.setAccessibleName(tr("Profile of the check"))
        self.profiles.show_at(0)
        self.profiles.chosen.connect(self.renew)
        self.verdict = Text(scale=HEADING, wrap=True)
        self.measures = ResultView(ResultTable(self._measure_columns(), parent=self), tr("Measures"))
        self.found = Text(bold=True, wrap=True)
        self.meaning = Text(role="muted", wrap=True)
        self.tasks = ResultView(ResultTable(self._task_columns(), parent=self), tr("Tasks of the measure"))
        self.measures.selectionModel().currentRowChanged.connect(self._show_tasks)
        self.measures.opened.connect(self._enter_tasks)
        self.tasks.opened.connect(self._open)
        self._lay_out()

    def _lay_out(self) -> None:
        bar = Flow(spacing=em(0.8))
        bar.add(labelled(tr("Profile"), self.profiles))
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, em(0.4), 0, 0)
        column.setSpacing(em(0.3))
        column.addWidget(self.found)
        column.addWidget(self.meaning)
        column.addWidget(self.tasks, 1)
        self.halves = QSplitter(Qt.Orientation.Vertical)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.measures)
        self.halves.addWidget(below)
        self.halves.setSizes([em(24), em(14)])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(em(0.4))
        outer.addWidget(bar)
        outer.addWidget(self.verdict)
        outer.addWidget(self.waiting)
        outer.addWidget(self.halves, 1)

    def _measure_columns(self) -> list[TableColumn]:
        def value(one: Measure) -> str:
            return "–" if one.value is None else figure_text(one.value, one.unit, words())

        def verdict(one: Measure) -> str:
            said = f"{_SIGNS[one.verdict]} {tr(VERDICTS[one.verdict])}"
            return f"{said} ({tr(REASONS[one.reason])})" if one.reason else said

        return [
            TableColumn(tr("No."), lambda one: str(one.number or ""), lambda one: one.number, RIGHT, 3),
            TableColumn(tr("Measure"), lambda one: tr(TITLES[one.key]), width=26),
            TableColumn(tr("Value"), value, lambda one: one.value, RIGHT, 8),
            TableColumn(tr("Limit"), lambda one: limit_text(one, words()), alignment=RIGHT, width=8),
            TableColumn(tr("Tasks"), lambda one: str(len(one.tasks) or ""), lambda one: len(one.tasks), RIGHT, 4),
            TableColumn(tr("Verdict"), verdict, width=0, mark=lambda one: _ROLES.get(one.verdict, "")),
        ]

    def _task_columns(self) -> list[TableColumn]:
        workspace = self.book.workspace

        def dates(identity: str) -> TaskDates:
            return workspace.schedule.of(identity)

        def total_float(identity: str) -> str:
            return duration_text(dates(identity).total_float, "d", workspace.project.profile, words())

        return [
            TableColumn(tr("WBS"), self._wbs, self._place, width=5),
            TableColumn(tr("Task name"), lambda one: workspace.project.get(Task, one).name, width=26),
            TableColumn(tr("Start"), lambda one: moment_text(dates(one).start), width=9),
            TableColumn(tr("Finish"), lambda one: moment_text(dates(one).finish), width=9),
            TableColumn(tr("Total float"), total_float, lambda one: dates(one).total_float, RIGHT, 6),
        ]

    def _wbs(self, identity: str) -> str:
        return self.book.workspace.project.wbs(identity)

    def _place(self, identity: str) -> int:
        return self.book.workspace.project.outline.row[identity]

    # -- content --------------------------------------------------------------------------------

    @property
    def profile(self) -> str:
        """Key of the profile that is chosen."""
        return self._keys[max(self.profiles.at, 0)]

    def tables(self) -> tuple[ResultView, ...]:
        return (self.measures, self.tasks)

    def refresh(self) -> None:
        profile = self.profile

        def work(project: Project, is_off: Callable[[], bool]) -> tuple[Measure, ...] | None:
            planned = schedule(project)
            return None if is_off() else check_health(project, planned, PROFILES[profile])

        self.need(("health", profile), work, lambda: self.book.health(profile))

    def tell_waiting(self, sentence: str) -> None:
        self.verdict.setText(sentence)
        self.verdict.set_role("muted")

    def show_figures(self, measures: tuple[Measure, ...]) -> None:
        kept = self.measures.current_row()
        self.measures.results.show_rows(measures)
        failed = sum(measure.verdict == FAIL for measure in measures)
        passed = sum(measure.verdict == PASS for measure in measures)
        open_ones = sum(measure.verdict == NOT_ASSESSED for measure in measures)
        said = [ntr("{n} measure failed", "{n} measures failed", failed) if failed else tr("No measure failed")]
        said.append(ntr("{n} passed", "{n} passed", passed))
        if open_ones:
            said.append(ntr("{n} not assessed", "{n} not assessed", open_ones))
        self.verdict.setText(tr("{parts}.", parts=tr(", ", "list").join(said)))
        self.verdict.set_role("red" if failed else "text")
        key = kept.key if isinstance(kept, Measure) else next((m.key for m in measures if m.verdict == FAIL), "")
        rows = [one.key for one in self.measures.results.rows()]
        self.measures.select_row(rows.index(key) if key in rows else 0)
        self._show_tasks()

    def _show_tasks(self) -> None:
        one = self.measures.current_row()
        known = self.book.workspace.schedule
        ids = [identity for identity in one.tasks if identity in known] if isinstance(one, Measure) else []
        self.found.setText(tr(TITLES[one.key]) if isinstance(one, Measure) else "")
        self.meaning.setText(tr(MEANINGS[one.key]) if isinstance(one, Measure) else "")
        self.tasks.results.show_rows(ids)

    def _enter_tasks(self) -> None:
        """Enter on a measure goes on to its tasks."""
        if self.tasks.results.rowCount():
            self.tasks.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tasks.select_row(0)

    def _open(self, identity: str) -> None:
        self.navigate.emit(f"task/{identity}")

    def save_state(self) -> dict[str, object]:
        """What the person chose."""
        return {"profile": self.profile}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take back what :meth:`save_state` gave, whatever a file holds."""
        if state.get("profile") in self._keys:
            self.profiles.show_at(self._keys.index(str(state["profile"])))
