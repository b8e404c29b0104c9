"""What changed since a baseline: a few sentences, and every task with its variances."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.domain.display import money_text
from desktop.domain.durations import duration_text
from desktop.domain.earned_value import COST, DURATION, WORK, scaled, unit_of
from desktop.domain.plan import Baseline, Task
from desktop.domain.rejection import Rejected, explain
from desktop.domain.variance import (
    ADDED,
    CHANGED,
    COLUMNS,
    REMOVED,
    SAME,
    Comparison,
    Variance,
    VarianceColumn,
    name_text,
    sentences_of,
)
from desktop.i18n import N_, ntr, tr, words
from desktop.models.control import ControlBook
from desktop.models.tables import LEFT, RIGHT, ResultTable, TableColumn
from desktop.views.control.comparer import Comparer, Point
from desktop.views.control.panel import BaselineChoice, Panel, labelled, no_baseline
from desktop.views.control.points import PointChoice, PointDialog
from desktop.views.control.table import ResultView
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import HEADING, Text, breakable, em
from desktop.views.segments import Segments

TITLES = {
    "baseline_finish": N_("Finish before"), "now_finish": N_("Finish after"),
    "baseline_start": N_("Start before"), "now_start": N_("Start after"),
}  # fmt: skip
"""Any two states are compared here, not only with a baseline."""
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
        self.before = PointChoice(book, tr("Since", "variance"))
        self.comparer = Comparer(book.workspace)
        self.destroyed.connect(self.comparer.retire)
        self.comparer.compared.connect(self._take)
        self.comparer.refused.connect(self._refuse)
        self.comparer.told.connect(self._tell_reading)
        self.comparer.broken.connect(self._raise)
        self._known: tuple[Point, str, Comparison] | None = None
        self.stop = QPushButton(tr("Stop", "search"))
        self.stop.clicked.connect(self._call_off)
        self.stop.hide()
        self.before.asked.connect(self.choose_point)
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
        self.is_comparing = False
        """Whether it is still being found out what changed."""
        self._asked: tuple[Point, str]
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
        line = QHBoxLayout()
        line.addWidget(self.sentences, 1)
        line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
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
        return [*named, *map(self._column, COLUMNS), *self._amounts()]

    def _amounts(self) -> list[TableColumn]:
        """Work and cost then and now, behind what they differ by."""
        profile = self.book.workspace.project.profile

        def column(title: str, side: str, field: str) -> TableColumn:
            def value(one: Variance) -> int | None:
                found: int | None = getattr(getattr(one, side), field, None)
                return found

            def text(one: Variance) -> str:
                amount = value(one)
                if amount is None:
                    return ""
                if field == "cost":
                    return money_text(amount, self.book.workspace.project.profile.currency_digits)
                return duration_text(amount, "h", self.book.workspace.project.profile, words())

            basis = COST if field == "cost" else WORK

            def cell(one: Variance) -> float | None:
                amount = value(one)
                return None if amount is None else scaled(amount, basis, self.book.workspace.project.profile)

            return TableColumn(title, text, value, RIGHT, 5.5, cell=cell, unit=lambda: unit_of(basis, profile, words()))

        return [
            column(tr("Work before"), "before", "work"), column(tr("Work after"), "after", "work"),
            column(tr("Cost before"), "before", "cost"), column(tr("Cost after"), "after", "cost"),
        ]  # fmt: skip

    def _column(self, column: VarianceColumn) -> TableColumn:
        workspace, key = self.book.workspace, column.key

        def text(one: Variance) -> str:
            if key == "kind" and one.kind == SAME and self.before.point is not None:
                return tr("Unchanged")  # nobody agreed upon how it was on that day
            said = column.text(one, workspace.project.profile, words())
            return said if column.number or key == "kind" else said[:10]  # the day; the hour is seldom asked for

        def worse(one: Variance) -> str:
            value = getattr(one, key)
            return "" if not value else "red" if value > 0 else "green"

        mark = worse if column.judged else self._kind_mark if key == "kind" else None
        alignment, width = (RIGHT, 5.5) if column.number else (LEFT, 5.8)
        cell, unit = self._numbers(column)
        return TableColumn(tr(TITLES.get(key, column.title)), text, column.value, alignment, width, mark, cell, unit)

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
        point, after = self._point(), self.after.identity
        if point is not None:
            self.stack.setCurrentIndex(0)
            if self._known is not None and self._known[:2] == (point, after):
                self._show(self._known[2])
            else:
                self._begin(point, after)
            return
        self._call_off()
        found = self.book.comparison(self.before.identity, after)
        self.stack.setCurrentIndex(1 if found is None else 0)
        if found is not None:
            self._show(found)

    def _point(self) -> Point | None:
        """What is compared away from the interface: what lies in the past, and everything in a large plan."""
        if self.before.point is not None:
            return self.before.point
        agreed = self.book.baseline(self.before.identity)
        return Point(agreed.name, baseline=agreed) if self.book.is_large and agreed is not None else None

    def _begin(self, point: Point, after: str) -> None:
        self._known = None
        self.is_comparing = True
        self._asked = point, after
        self.sentences.setText(tr("Comparing the plan with “{name}” …", name=point.name))
        self.stop.show()
        self.table.results.show_rows(())
        self.comparer.compare(point, self.book.workspace.project.find(Baseline, after))

    def _take(self, found: Comparison) -> None:
        self._end()
        self._known = (*self._asked, found)
        self._show(found)

    def _refuse(self, refused: Rejected) -> None:
        self._end()
        self.sentences.setText(breakable(explain(refused, words())))

    def _tell_reading(self, count: int) -> None:
        said = ntr("Going back in the history: {n} edit …", "Going back in the history: {n} edits …", count)
        self.sentences.setText(said)

    def _raise(self, error: Exception) -> None:
        self._end()
        raise error

    def _call_off(self) -> None:
        if self.is_comparing:
            self.comparer.call_off()
            self._end()
            self.sentences.setText(tr("The comparison was stopped. Choose again to begin it anew."))

    def _end(self) -> None:
        self.is_comparing = False
        self.stop.hide()

    def _outdate(self) -> None:
        self._known = None
        super()._outdate()

    def choose_point(self) -> None:
        """Ask for the edit behind which the plan is compared."""
        archive = self.book.workspace.archive
        if archive is not None:
            dialog = PointDialog(archive, self.window())
            dialog.taken.connect(self.before.take)
            dialog.open()

    def _show(self, found: Comparison) -> None:
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
