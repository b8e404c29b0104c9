"""The time-phased part of the resources: histogram, heat map or day sheet, and who is behind a period."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.charts.histogram import COST, MEASURES, WORK
from desktop.domain.costing.usage import Period, Share, Shift, at_moment, together
from desktop.domain.plan import Resource, Task
from desktop.i18n import N_, ntr, tr
from desktop.models.tables import Content, ResultTable
from desktop.models.usage import HeatModel, Laid, UsageBook, period_span, share_columns, shift_columns
from desktop.models.workspace import Workspace
from desktop.views.control.table import ResultView
from desktop.views.flow import Flow
from desktop.views.labels import SMALL, Text, em
from desktop.views.resources.heat_table import HeatTable
from desktop.views.resources.histogram_view import HistogramView
from desktop.views.resources.reckoner import LENGTHS, Reckoner
from desktop.views.segments import Segments

HISTOGRAM, HEAT, SHEET = 0, 1, 2
VIEWS = ((N_("Histogram"), "control"), (N_("Heat map"), "matrix"), (N_("Day sheet"), "clock"))
PERIODS = (N_("Day", "period"), N_("Week", "period"), N_("Month", "period"))
PATIENCE = 1000
"""Milliseconds of reckoning after which progress is shown."""
SHORT_PLAN = 60
"""Days up to which a plan is looked at day by day at first."""


class UsePanel(QWidget):
    """Follows the register: ``show_resources`` says who is looked at. ``navigate`` as of a page."""

    navigate = Signal(object)

    def __init__(self, workspace: Workspace, book: UsageBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.book = workspace, book
        self.reckoner = Reckoner()
        self.destroyed.connect(self.reckoner.retire)
        self.ids: list[str] = []
        self.measure, self.period = WORK, ""
        self.laid = Laid("week", {})
        self.views = Segments([tr(title) for title, _ in VIEWS], pictures=[picture for _, picture in VIEWS])
        self.views.setAccessibleName(tr("How resources are shown"))
        self.measures, self.periods = QComboBox(), Segments([tr(title) for title in PERIODS])
        self.tools = Flow(spacing=em(0.5))
        self.histogram = HistogramView(workspace)
        self.heat_model = HeatModel(workspace, self)
        self.heat = HeatTable(self.heat_model)
        self.sheet = ResultView(ResultTable(shift_columns(workspace), parent=self), tr("Day sheet"))
        self.behind = ResultView(ResultTable(share_columns(workspace), parent=self), tr("Assignments in the period"))
        self.heading = Text(scale=SMALL, bold=True, wrap=True)
        self.said = Text(scale=SMALL, role="muted", wrap=True)
        self.legend = Text(scale=SMALL, role="muted", wrap=True)
        self.progress, self.stop = QProgressBar(), QPushButton(tr("Stop", "search"))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._lay_out()
        self._connect()

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.views.show_at(HISTOGRAM)
        for code, title in MEASURES.items():
            self.measures.addItem(tr(title), code)
        self.measures.setAccessibleName(tr("What is counted"))
        self.periods.setAccessibleName(tr("Period"))
        for widget in (self.views, self.measures, self.periods):
            self.tools.add(widget)
        self.stack = QStackedWidget()
        for view in (self.histogram, self.heat, self.sheet):
            self.stack.addWidget(view)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(em(0.5), 0, 0, 0)
        column.setSpacing(em(0.2))
        for label in (self.heading, self.said):
            column.addWidget(label)
        column.addWidget(self.behind, 1)
        self.behind.setMinimumHeight(em(3))
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.setChildrenCollapsible(False)
        self.halves.addWidget(self.stack)
        self.halves.addWidget(self.side)
        self.halves.setStretchFactor(0, 3)
        self.halves.setStretchFactor(1, 2)
        self.halves.setSizes([em(44), em(24)])
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(em(0.6))
        self.progress.setAccessibleName(tr("Reckoning the resources"))
        below = QHBoxLayout()
        below.addWidget(self.legend, 1)
        below.addWidget(self.progress, 1)
        below.addWidget(self.stop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(em(0.6), em(0.4), em(0.6), em(0.3))
        outer.setSpacing(em(0.3))
        outer.addWidget(self.tools)
        outer.addWidget(self.halves, 1)
        outer.addLayout(below)
        self._show_waiting(False)  # only now: shown without a parent it would be a window of its own

    def add_tools(self, buttons: Sequence[QToolButton]) -> None:
        """Buttons behind the choices."""
        for button in buttons:
            self.tools.add(button)

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.measures.activated.connect(self._choose_measure)
        self.periods.chosen.connect(self._choose_period)
        self.histogram.chosen.connect(self._look_behind)
        self.histogram.entered.connect(self.enter)
        self.histogram.tell = self._told
        self.heat.moved.connect(self._heat_moved)
        self.heat.entered.connect(self.enter)
        self.behind.opened.connect(self._open)
        self.sheet.opened.connect(self._open)
        self.stop.clicked.connect(self._call_off)
        self._patience.timeout.connect(self._show_waiting)
        self.reckoner.reckoned.connect(self._take)
        self.reckoner.told.connect(self._show_progress)
        self.reckoner.laid.connect(self._take_laid)
        self.reckoner.found.connect(self._take_behind)
        self.reckoner.sheet.connect(self._take_sheet)
        self.reckoner.broken.connect(self._raise)
        self.book.outdated.connect(self.reckon)

    def _raise(self, error: Exception) -> None:
        self._show_waiting(False)
        raise error

    # -- reckoning ------------------------------------------------------------------------------

    def reckon(self) -> None:
        """Reckon anew, now if somebody looks, else when somebody does."""
        if self.isVisible() and not self.book.is_fresh:
            self._patience.start()
            self.reckoner.reckon(self.workspace.project.snapshot())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reckon()

    def _call_off(self) -> None:
        self.reckoner.call_off()
        self._show_waiting(False)
        self.legend.setText(tr("The reckoning was stopped; an edit or F9 begins it again."))

    def _show_waiting(self, shown: bool = True) -> None:
        self._patience.stop()
        self.progress.setVisible(shown)
        self.stop.setVisible(shown)
        self.legend.setVisible(not shown)

    def _show_progress(self, told: tuple[int, int]) -> None:
        done, whole = told
        self.progress.setRange(0, max(1, whole))
        self.progress.setValue(done)

    def _take(self, found: object) -> None:
        self._show_waiting(False)
        self.book.take(found)  # type: ignore[arg-type]
        self._lay()

    def _lay(self) -> None:
        known = self.book.usage
        if known is None:
            return
        if not self.period:
            self.period = "day" if (known.finish - known.start).days <= SHORT_PLAN else "week"
        self.periods.show_at(LENGTHS.index(self.period))
        self.reckoner.lay(known, self.period)

    def _take_laid(self, laid: Laid) -> None:
        self.laid = laid
        self.periods.show_at(LENGTHS.index(laid.period))
        self.refresh()

    # -- what is shown --------------------------------------------------------------------------

    def show_resources(self, ids: Sequence[str]) -> None:
        """Look at these; at all of them for none."""
        if list(ids) != self.ids:
            self.ids = list(ids)
            self.refresh()

    @property
    def view(self) -> int:
        return self.stack.currentIndex()

    def show_view(self, at: int) -> None:
        """Histogram, heat map or day sheet."""
        self.views.show_at(at)
        self.stack.setCurrentIndex(at)
        self.side.setVisible(at != SHEET)
        self.refresh()

    def _choose_measure(self) -> None:
        self.measure = str(self.measures.currentData())
        self.refresh()

    def _choose_period(self, at: int) -> None:
        self.period = LENGTHS[at]
        self._lay()

    def step(self, by: int) -> None:
        """Look into the period before or behind."""
        self.histogram.choose(max(0, min(self._at() + by, len(self.laid.periods) - 1)))

    def step_overload(self, by: int) -> bool:
        """Look into the next period, or the one before, in which there is too much; False where there is none."""
        periods, at = self.histogram.periods, self._at() + by
        while 0 <= at < len(periods) and not periods[at].excess:
            at += by
        if not 0 <= at < len(periods):
            return False
        self.histogram.choose(at)
        return True

    def refresh(self) -> None:
        """Show what is known now."""
        used = [identity for identity in self.workspace.project.table(Resource) if identity in self.laid.rows]
        mine = [identity for identity in self.ids if identity in self.laid.rows]
        looked_at = self._countable(mine if self.ids else used)
        several = [self.laid.rows[identity] for identity in looked_at]
        self.histogram.show_periods(together(several) if several else _idle(self.laid), self.measure)
        self.heat_model.show(self.laid, used, self.measure)
        self._look_behind(self._at())
        self._say_legend()

    def _countable(self, ids: Sequence[str]) -> Sequence[str]:
        """Hours of people are not added to tons of material: of a mixture those that work."""
        known = self.book.usage
        if self.measure == COST or known is None:
            return ids
        return [identity for identity in ids if identity in known.of and known.of[identity].is_working] or ids

    def _at(self) -> int:
        """The period that is looked into; today's or the first where none was chosen."""
        if 0 <= self.histogram.at < len(self.laid.periods):
            return self.histogram.at
        now = at_moment(self.laid.periods, self.workspace.session.now())
        return now if now >= 0 else 0

    def _look_behind(self, at: int) -> None:
        """Ask who is behind a period of the resources that are looked at."""
        self._ask(tuple(self.ids) or tuple(self.laid.rows), at)

    def _heat_moved(self, cell: tuple[str, int]) -> None:
        self.histogram.at = cell[1]
        self._ask((cell[0],), cell[1])

    def _ask(self, ids: tuple[str, ...], at: int) -> None:
        known, periods = self.book.usage, self.laid.periods
        if known is None or not 0 <= at < len(periods):
            self.reckoner.call_off("behind", "sheet")
            self.heading.setText(tr("Nobody has anything to do yet: assign resources to tasks in the plan."))
            self.said.setText("")
            for view in (self.behind, self.sheet):
                view.results.show_rows(())
            return
        one = periods[at]
        self.histogram.at = at
        self.histogram.viewport().update()
        rows = [[self.laid.rows[identity][at]] for identity in self._countable(ids) if identity in self.laid.rows]
        whole = together(rows)[0] if rows else _idle(self.laid)[at]
        self.heading.setText(f"{self._names(ids)} · {period_span(one)}")
        self.said.setText(self.heat_model.sentence(whole))
        if len(ids) == 1:
            self.heat.show_cell(ids[0], at)
        else:
            self.heat.show_period(at)
        if self.view == SHEET:
            self.reckoner.look_up_days(known, ids, one.start, one.finish)
        else:
            self.reckoner.look_behind(known, ids, one.start, one.finish)

    def _names(self, ids: Sequence[str]) -> str:
        found = [self.workspace.project.find(Resource, identity) for identity in ids]
        names = [" ".join(one.name.split())[:60] for one in found if one]
        if len(names) > 3:
            return ntr("{n} resource", "{n} resources", len(names))
        return tr(", ", "list").join(names)

    def _told(self, at: int) -> str:
        one: Period = self.histogram.periods[at]
        return f"{period_span(one)}: {self.heat_model.sentence(one)}"

    def _take_behind(self, pairs: Sequence[tuple[str, Share]]) -> None:
        self.behind.results.show_rows(pairs)

    def _take_sheet(self, pairs: Sequence[tuple[str, Shift]]) -> None:
        self.sheet.results.show_rows(pairs)

    def _say_legend(self) -> None:
        texts = (
            tr("Bars: what is needed. Line: what there is. Red and hatched: too much at once."),
            tr("The stronger the colour, the less is left. ▲ and hatching: too much at once."),
            f"{self._names(self.ids) or tr('All resources')} · "
            + (period_span(self.laid.periods[self._at()]) if self.laid.periods else ""),
        )
        self.legend.setText(texts[self.view])
        self.histogram.setAccessibleDescription(f"{texts[HISTOGRAM]} {self.heading.text()}: {self.said.text()}")

    # -- hands ----------------------------------------------------------------------------------

    def enter(self) -> None:
        """Into the list of the assignments behind the period."""
        self.behind.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.behind.currentIndex().isValid():
            self.behind.select_row(0)

    def _open(self, pair: tuple[str, Share | Shift]) -> None:
        if self.workspace.project.find(Task, pair[1].task) is not None:
            self.navigate.emit(f"task/{pair[1].task}")

    def content(self) -> Content:
        """The table in front, for a file."""
        if self.behind.hasFocus():
            return self.behind.results.content(self.behind.accessibleName())
        if self.view == SHEET:
            return self.sheet.results.content(tr("Day sheet"))
        return self.heat_model.content(tr("Resources by period"))

    def front(self) -> QWidget:
        """What takes the keys."""
        return (self.histogram, self.heat, self.sheet)[self.view]

    # -- layout ---------------------------------------------------------------------------------

    def save_state(self) -> dict[str, object]:
        return {"view": self.view, "measure": self.measure, "period": self.period, "halves": self.halves.sizes()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take back what :meth:`save_state` gave, whatever a file holds."""
        view, measure, period, sizes = (state.get(name) for name in ("view", "measure", "period", "halves"))
        if isinstance(measure, str) and measure in MEASURES:
            self.measure = measure
            self.measures.setCurrentIndex(self.measures.findData(measure))
        if period in LENGTHS:
            self.period = str(period)
        if type(view) is int and 0 <= view < len(VIEWS):
            self.show_view(view)
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(one) is int and 0 < one < 100_000 for one in sizes):
            self.halves.setSizes(sizes)


def _idle(laid: Laid) -> list[Period]:
    """The same periods with nothing to do."""
    return [Period(one.start, one.finish, 0, 0, 0, 0, 0, 0) for one in laid.periods]
