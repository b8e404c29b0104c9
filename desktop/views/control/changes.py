"""What changed since a baseline: a few sentences, and every task with its variances."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.domain.earned_value import COST, DURATION, WORK, scaled, unit_of
from desktop.domain.plan import Task
from desktop.domain.variance import (
    ADDED,
    CHANGED,
    COLUMNS,
    REMOVED,
    Comparison,
    Variance,
    VarianceColumn,
    name_text,
    sentences_of,
)
from desktop.i18n import N_, tr, words
from desktop.models.control import ControlBook
from desktop.models.tables import LEFT, RIGHT, ResultTable, TableColumn
from desktop.views.control.panel import BaselineChoice, Panel, labelled, no_baseline
from desktop.views.control.table import ResultView
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import HEADING, Text, em
from desktop.views.segments import Segments

_PARTS: tuple[tuple[str, Callable[[Comparison], tuple[Variance, ...]]], ...] = (
    (N_("All tasks"), lambda found: found.tasks),
    (N_("Changed", "variance"), lambda found: found.of(CHANGED)),
    (N_("Later", "variance"), lambda found: found.later),
    (N_("Earlier", "variance"), lambda found: found.earlier),
    (N_("Added", "variance"), lambda found: found.of(ADDED)),
    (N_("Removed", "variance"), lambda found: found.of(REMOVED)),
)
_MARKS = {ADDED: "accent", REMOVED: "muted"}


class ChangesPanel(Panel):
    """A baseline against the plan as it stands, or against another baseline."""

    def __init__(self, book: ControlBook, parent: QWidget | None = None) -> None:
        super().__init__(book, parent)
        self.before = BaselineChoice(book, tr("Since", "variance"))
        self.after = BaselineChoice(book, tr("Until", "variance"), tr("the plan as it stands"))
        self.parts = Segments([tr(title) for title, _ in _PARTS])
        self.parts.setAccessibleName(tr("Tasks shown"))
        self.parts.show_at(0)
        for choice in (self.before, self.after):
            choice.chosen.connect(self.renew)
        self.parts.chosen.connect(self.renew)
        self.manage = QToolButton()
        self.manage.setIcon(icon("baseline"))
        self.manage.setIconSize(QSize(em(0.9), em(0.9)))
        self.manage.setToolTip(tr("Baselines"))
        self.manage.setAccessibleName(tr("Baselines"))
        self.manage.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sentences = Text(scale=HEADING, wrap=True)
        self.table = ResultView(ResultTable(self._columns(), self._is_summary, self), tr("Variances"))
        self.table.opened.connect(self._open)
        self.empty = no_baseline()
        self.stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        bar = Flow(spacing=em(0.8))
        for label, choice in ((tr("Since", "variance"), self.before), (tr("Until", "variance"), self.after)):
            bar.add(labelled(label, choice))
        bar.add(self.manage)
        bar.add(self.parts)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.4))
        column.addWidget(bar)
        column.addWidget(self.sentences)
        column.addWidget(self.table, 1)
        self.stack.addWidget(shown)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)

    def _columns(self) -> list[TableColumn]:
        named = [
            TableColumn(tr("WBS"), self._wbs, self._place, width=4.5),
            TableColumn(tr("Task name"), lambda one: name_text(one, words()), width=17),
        ]
        return [*named, *map(self._column, COLUMNS)]

    def _column(self, column: VarianceColumn) -> TableColumn:
        workspace, key = self.book.workspace, column.key

        def text(one: Variance) -> str:
            said = column.text(one, workspace.project.profile, words())
            return said if column.number or key == "kind" else said[:10]  # the day; the hour is seldom asked for

        def worse(one: Variance) -> str:
            value = getattr(one, key)
            return "" if not value else "red" if value > 0 else "green"

        mark = worse if column.judged else self._kind_mark if key == "kind" else None
        alignment, width = (RIGHT, 5.5) if column.number else (LEFT, 5.8)
        cell, unit = self._numbers(column)
        return TableColumn(tr(column.title), text, column.value, alignment, width, mark, cell, unit)

    def _numbers(
        self, column: VarianceColumn
    ) -> tuple[Callable[[Variance], float | None] | None, Callable[[], str] | None]:
        """What a spreadsheet gets of a variance: days, hours of work, or money."""
        if not column.judged:
            return None, None
        basis, workspace = {"work": WORK, "cost": COST}.get(column.key, DURATION), self.book.workspace

        def cell(one: Variance) -> float | None:
            value = getattr(one, column.key)
            return None if value is None else scaled(value, basis, workspace.project.profile)

        return cell, lambda: unit_of(basis, workspace.project.profile, words())

    def _kind_mark(self, one: Variance) -> str:
        return _MARKS.get(one.kind, "")

    def _wbs(self, one: Variance) -> str:
        outline = self.book.workspace.project.outline
        row = outline.row.get(one.task)
        return "" if row is None else outline.wbs[row]

    def _place(self, one: Variance) -> int | None:
        return self.book.workspace.project.outline.row.get(one.task)

    def _is_summary(self, one: Variance) -> bool:
        return self.book.workspace.project.is_summary(one.task)

    # -- content --------------------------------------------------------------------------------

    def tables(self) -> tuple[ResultView, ...]:
        return (self.table,)

    def refresh(self) -> None:
        self.before.fill()
        self.after.fill()
        found = self.book.comparison(self.before.identity, self.after.identity)
        self.stack.setCurrentIndex(1 if found is None else 0)
        if found is None:
            return
        profile = self.book.workspace.project.profile
        between = "" if words().is_chinese else " "
        self.sentences.setText(between.join(sentences_of(found, profile, words())))
        self.table.results.show_rows(_PARTS[max(self.parts.at, 0)][1](found))

    def show_baseline(self, identity: str) -> None:
        """Tell what changed since this baseline."""
        self.before.fill()
        self.before.setCurrentIndex(max(self.before.findData(identity), 0))
        self.renew()

    def _open(self, one: Variance) -> None:
        if self.book.workspace.project.find(Task, one.task) is not None:
            self.navigate.emit(f"task/{one.task}")
