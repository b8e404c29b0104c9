"""Earned value: the S-curve with its table, and every figure with a sentence on what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.earned_value import (
    COST,
    PERIODS,
    Curve,
    Performance,
    Shown,
    curve,
    period_for,
    shown,
    title_of,
)
from desktop.domain.plan import Baseline, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.i18n import N_, ntr, tr, words
from desktop.models.control import ControlBook
from desktop.models.tables import ResultTable
from desktop.views.control.earned_tables import Period, TaskFigures, curve_columns, figure_columns, task_columns
from desktop.views.control.panel import BaselineChoice, labelled, no_baseline
from desktop.views.control.reckoned import ReckonedPanel
from desktop.views.control.table import ResultView
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import HEADING, Text, em
from desktop.views.scrolled import scrolled
from desktop.views.segments import Segments

if TYPE_CHECKING:
    from desktop.views.control.curve_view import CurveView

PICTURE = "numpy"
"""The library behind it takes a while to load."""
Figures = tuple[Performance, Curve]
_PERIODS = (N_("Day", "period"), N_("Week", "period"), N_("Month", "period"))


class EarnedPanel(ReckonedPanel):
    """Curve or its table above, figures below."""

    def __init__(self, book: ControlBook, parent: QWidget | None = None) -> None:
        super().__init__(book, parent)
        workspace = book.workspace
        self._counted_in = COST
        self.curve_view: CurveView | None = None
        self.baseline = BaselineChoice(book, tr("Baseline"))
        self.baseline.chosen.connect(self.renew)
        self.periods = Segments([tr(name) for name in _PERIODS])
        self.periods.setAccessibleName(tr("Period"))
        self.periods.chosen.connect(self._choose_period)
        self._period = ""
        self.table_button = QToolButton()
        self.table_button.setIconSize(QSize(em(0.9), em(0.9)))
        self.table_button.setIcon(icon("table"))
        self.table_button.setCheckable(True)
        self.table_button.setToolTip(tr("Table instead of the curve (Ctrl+M)"))
        self.table_button.setAccessibleName(tr("Table instead of the curve (Ctrl+M)"))
        self.table_button.toggled.connect(self._show_table)
        self.title = Text(scale=HEADING, bold=True, wrap=True)
        self.note = Text(role="muted", wrap=True)
        by_period = ResultTable(curve_columns(workspace, self._basis), parent=self)
        self.curve_table = ResultView(by_period, tr("S-curve as a table"))
        named = ResultTable(figure_columns(), parent=self)
        self.figures = ResultView(named, tr("Figures of earned value"), sortable=False)
        by_task = ResultTable(task_columns(workspace, self._basis), self._is_summary, self)
        self.tasks = ResultView(by_task, tr("Earned value by task"))
        self.tasks.opened.connect(self._open)
        self.below = QStackedWidget()
        self.below.setMinimumHeight(em(4))
        self.below.addWidget(self.figures)
        self.below.addWidget(self.tasks)
        self.scope = Segments([tr("Whole plan"), tr("By task")])
        self.scope.setAccessibleName(tr("Figures shown"))
        self.scope.show_at(0)
        self.scope.chosen.connect(self._show_scope)
        self.picture = QStackedWidget()
        self.empty = no_baseline()
        self.stack = QStackedWidget()
        self._lay_out()

    # -- building -------------------------------------------------------------------------------

    def _basis(self) -> str:
        return self._counted_in

    def _is_summary(self, one: TaskFigures) -> bool:
        return self.book.workspace.project.is_summary(one.task)

    def _open(self, one: TaskFigures) -> None:
        self.navigate.emit(f"task/{one.task}")

    def _show_scope(self, at: int) -> None:
        self.below.setCurrentIndex(at)
        self.renew()

    def _lay_out(self) -> None:
        bar = Flow(spacing=em(0.8))
        for label, widget in ((tr("Against"), self.baseline), (tr("By"), self.periods)):
            bar.add(labelled(label, widget))
        bar.add(self.table_button)
        bar.add(self.scope)
        self.picture.addWidget(self.curve_table)
        self.halves = QSplitter(Qt.Orientation.Vertical)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.picture)
        self.halves.addWidget(self.below)
        self.halves.setSizes([em(22), em(16)])
        self.halves.setStretchFactor(0, 3)
        self.halves.setStretchFactor(1, 2)
        shown_part = QWidget()
        column = QVBoxLayout(shown_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.4))
        column.addWidget(bar)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addWidget(self.waiting)
        column.addWidget(self.halves, 1)
        # With large letters on a small screen both parts keep a height that can be read, and the page scrolls.
        self.halves.setMinimumHeight(em(18))
        self.halves.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area = scrolled(shown_part, sideways=False, keys=False)
        self.stack.addWidget(area)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    # -- content --------------------------------------------------------------------------------

    def tables(self) -> tuple[ResultView, ...]:
        return (self.tasks if self.scope.at == 1 else self.figures, self.curve_table)

    def refresh(self) -> None:
        self.baseline.fill()
        book, agreed = self.book, self.book.baseline(self.baseline.identity)
        self.stack.setCurrentIndex(1 if agreed is None else 0)
        if agreed is None:
            self.call_off()
            return
        status, period = book.status, self._period
        known: Performance | None = book.known(("performance", agreed.id, status))

        def work(project: Project, is_off: Callable[[], bool]) -> Figures | None:
            found = known or Performance(project, schedule(project), agreed, status)
            found.of()
            return None if is_off() else (found, curve(found, period or period_for(found)))

        self.need(("earned", agreed.id, status, period), work, lambda: self._figures(agreed, period), PICTURE)

    def _figures(self, agreed: Baseline, period: str) -> Figures:
        found = self.book.performance(agreed.id)
        assert found is not None
        return found, self.book.curve(found, period or period_for(found))

    def tell_waiting(self, sentence: str) -> None:
        self.title.setText(sentence)
        self.note.hide()

    def show_figures(self, found: Figures) -> None:
        performance, curve = found
        self.book.keep(("performance", performance.baseline.id, performance.status), performance)
        self._counted_in = performance.basis
        self.periods.show_at(PERIODS.index(curve.period))
        project = self.book.workspace.project
        figures = list(shown(performance.of(), curve.earned_schedule(), curve.period, project.profile, words()))
        self.figures.results.show_rows(figures)
        self.curve_table.results.show_rows([Period(curve, at) for at in range(len(curve.planned))])
        if self.scope.at == 1:
            self.tasks.results.show_rows(self._by_task(performance))
        self.title.setText(title_of(performance, words()))
        self.note.setText(self._notes(performance))
        self.note.setVisible(bool(self.note.text()))
        view = self._view()
        view.show_curve(curve, project.profile)
        view.setAccessibleName(tr("S-curve"))
        view.setAccessibleDescription(" ".join((self.title.text(), *(self._said(one) for one in figures[1:8]))))

    def _by_task(self, found: Performance) -> list[TaskFigures]:
        """Tasks that were planned or took anything, and the summaries around them."""
        project = self.book.workspace.project
        pairs = ((identity, found.of(identity)) for identity in project.outline.order if identity in found.schedule)
        return [TaskFigures(project.get(Task, one), figures) for one, figures in pairs if figures.bac or figures.ac]

    def _said(self, one: Shown) -> str:
        return f"{tr(one.figure.title)} {one.text}."

    def _notes(self, found: Performance) -> str:
        """What the figures rest on beyond the plain case."""
        profile, said = self.book.workspace.project.profile, []
        if profile.status_date is None:
            said.append(tr("The project has no status date, so the figures are as of today."))
        if found.of().is_early and found.of().bac:
            said.append(tr("Less than 5 % is planned yet: indices would say little and are left out."))
        if found.unplanned:
            said.append(
                ntr(
                    "{n} task was added since the baseline: it has no budget, but what it takes counts.",
                    "{n} tasks were added since the baseline: they have no budget, but what they take counts.",
                    len(found.unplanned),
                )
            )
        return " ".join(said)

    def _view(self) -> CurveView:
        """Made when it is first needed: the library behind it is large."""
        if self.curve_view is None:
            from desktop.views.control.curve_view import CurveView

            self.curve_view = CurveView()
            self.picture.insertWidget(0, self.curve_view)
            self._show_table()
        return self.curve_view

    def _choose_period(self, at: int) -> None:
        self._period = PERIODS[at]
        self.renew()

    def _show_table(self) -> None:
        wanted = self.curve_table if self.table_button.isChecked() or self.curve_view is None else self.curve_view
        self.picture.setCurrentWidget(wanted)

    def toggle_table(self) -> None:
        """From the curve to the table that says the same, and back."""
        self.table_button.toggle()
        if self.table_button.isChecked():
            self.curve_table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- layout ---------------------------------------------------------------------------------

    def save_state(self) -> dict[str, object]:
        """What the person chose."""
        return {"period": self._period, "table": self.table_button.isChecked()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take back what :meth:`save_state` gave, whatever a file holds."""
        period = state.get("period")
        self._period = period if isinstance(period, str) and period in PERIODS else ""
        self.table_button.setChecked(state.get("table") is True)
