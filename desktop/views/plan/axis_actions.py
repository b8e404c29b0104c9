"""The actions of the time axis: zoom to a unit, how weeks and years are counted, what is folded away, go to a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.charts.folds import ALL, NO_FOLDS, WHOLE_DAYS
from desktop.charts.timeheader import TIERS
from desktop.charts.units import MONTHS, Unit
from desktop.domain.plan import WEEKDAY_NAMES, Task
from desktop.i18n import N_, tr
from desktop.views.labels import em
from desktop.views.plan.axis import ISO_WEEKS, PROJECT_WEEKS
from desktop.views.plan.below import LOW as NO_STRIPS
from desktop.views.plan.go_to_date import GoToDate

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

ZOOMS = {
    Unit.HOUR: N_("Hours", "time scale"), Unit.DAY: N_("Days", "time scale"), Unit.WEEK: N_("Weeks", "time scale"),
    Unit.MONTH: N_("Months", "time scale"), Unit.QUARTER: N_("Quarters", "time scale"),
    Unit.YEAR: N_("Years", "time scale"),
}  # fmt: skip
LOW = 34
"""Height of the page in heights of a line, below which the overview would leave too few rows."""
ROOMY = 1.3
"""Cells of a unit that was chosen are so much wider than the narrowest legible ones."""
WEEK_NUMBERS = {ISO_WEEKS: N_("Calendar weeks (ISO 8601)"), PROJECT_WEEKS: N_("Weeks of the project")}
FOLD_TITLES = {
    NO_FOLDS: N_("Show all time"),
    WHOLE_DAYS: N_("Fold days off away"),
    ALL: N_("Fold days off and nights away"),
}
FIRST_DAYS = (0, 6, 5)
"""Weekdays with which weeks begin somewhere in the world: Monday, Sunday, Saturday."""


class AxisActions(QObject):
    """Made once for a page; every choice is ticked as the chart shows it."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page = page
        self._menus: list[QMenu] = []
        self._groups: dict[str, QActionGroup] = {}
        self.go_to = QAction(tr("Go to a date…"), page)
        self.go_to.setShortcut(QKeySequence("Ctrl+Shift+G"))
        self.go_to.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.go_to.triggered.connect(self.ask_date)
        page.work.addAction(self.go_to)
        self.zoom_to = self._zooms()
        self.counting = self._counting()
        self.folding = self._choices(tr("Non-working time is shown"), "folds", FOLD_TITLES)
        self.overview = QAction(tr("Overview of the whole plan"), page)
        self.overview.setCheckable(True)
        self.overview.setChecked(True)
        self.overview.toggled.connect(self.show_overview)
        page.chart.header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.chart.header.customContextMenuRequested.connect(self._show_menu)
        page.installEventFilter(self)
        self.show_choices()

    def _menu(self, title: str) -> QMenu:
        self._menus.append(QMenu(title, self._page))
        return self._menus[-1]

    def _zooms(self) -> QAction:
        menu = self._menu(tr("Zoom to"))
        for unit, title in ZOOMS.items():
            menu.addAction(tr(title)).setData(unit)
        menu.triggered.connect(self._zoom_to)
        return menu.menuAction()

    def _counting(self) -> QAction:
        menu = self._menu(tr("Weeks and years"))
        menu.addAction(self._choices(tr("Numbers of weeks"), "weeks", WEEK_NUMBERS))
        menu.addAction(
            self._choices(tr("Weeks begin on"), "week_begins", {day: WEEKDAY_NAMES[day] for day in FIRST_DAYS})
        )
        months = dict(enumerate(MONTHS, 1))
        menu.addAction(self._choices(tr("Years and quarters begin in"), "year_begins", months))
        return menu.menuAction()

    def _choices(self, title: str, name: str, choices: dict[str, str] | dict[int, str]) -> QAction:
        """A submenu of which one entry is ticked; ``name`` is a field of the choices."""
        menu = self._menu(title)
        group = self._groups[name] = QActionGroup(self)
        group.setObjectName(name)
        for value, text in choices.items():
            action = menu.addAction(tr(text))
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(self._choose)
        return menu.menuAction()

    def _choose(self, action: QAction) -> None:
        group = action.actionGroup()
        chart = self._page.chart
        chart.choose_axis(replace(chart.axis.choices, **{group.objectName(): action.data()}))

    def _zoom_to(self, action: QAction) -> None:
        unit, chart = action.data(), self._page.chart
        narrowest = next(each for lower, _, each in TIERS if lower is unit) or MOST_YEAR
        chart.zoom_to(unit, narrowest * ROOMY * chart.metrics.em)

    def ask_date(self) -> None:
        """Ask for a day and bring it into sight."""
        dialog = GoToDate(self._page.workspace, self._page.chart.scale.ruler, self._page)
        dialog.chosen.connect(self._page.chart.show_moment)
        dialog.open()

    def show_overview(self) -> None:
        """Show or hide the strip below the chart; a low window needs the room for rows, an empty plan has none."""
        page = self._page
        room = page.height() >= em(LOW)
        title = tr("Overview of the whole plan")
        self.overview.setText(title if room else tr("Overview of the whole plan (the window is too low)"))
        self.overview.setEnabled(room)
        legend, low = page.plan_actions.look.switches["legend"], page.height() < em(NO_STRIPS)
        legend.setText(tr("Legend (the window is too low)") if low else tr("Legend"))
        legend.setEnabled(not low)
        page.overview.setVisible(self.overview.isChecked() and room and bool(page.workspace.project.table(Task)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._page:
            self.show_overview()
        return super().eventFilter(watched, event)

    def show_choices(self) -> None:
        """Tick what the chart shows."""
        choices = self._page.chart.axis.choices
        for name, group in self._groups.items():
            for action in group.actions():
                action.setChecked(action.data() == getattr(choices, name))

    def menu(self) -> Sequence[QAction | None]:
        """What stands in the menu of the chart."""
        return (self.zoom_to, self.go_to, self.counting, self.folding, self.overview)

    def _show_menu(self, at: QPoint) -> None:
        """The same under the pointer on the time scale."""
        plan = self._page.plan_actions
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([plan.zoom_in, plan.zoom_out, plan.fit, plan.fit_selection, self.zoom_to])
        menu.addSeparator()
        menu.addActions([plan.today, self.go_to])
        menu.addSeparator()
        menu.addActions([self.counting, self.folding])
        menu.popup(self._page.chart.header.mapToGlobal(at))


MOST_YEAR = 3.0
"""Ems of a year where nothing finer is legible."""
