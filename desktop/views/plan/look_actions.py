"""Every choice of what a Gantt chart shows as an action, for the menu of the chart and for the choices of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.charts.gantt_options import (
    BASELINE_LINE,
    CRITICAL_COLOUR,
    DATE_TEXT,
    DURATION_TEXT,
    FLOAT_TEXT,
    MOST_BASELINES,
    NAME_TEXT,
    NEWEST,
    NOTHING,
    OWNER_COLOUR,
    PERCENT_TEXT,
    PHASE_COLOUR,
    PLAN_LINE,
    RESOURCE_TEXT,
    RISK_COLOUR,
    STATUS_COLOUR,
    WBS_TEXT,
    GanttOptions,
    colour_fields,
)
from desktop.domain.plan import Baseline
from desktop.domain.project import Project
from desktop.i18n import N_, tr
from desktop.views.icons import icon

TEXT_TITLES: Mapping[str, str] = {
    NOTHING: N_("Nothing", "text beside bars"),
    NAME_TEXT: N_("Task name"),
    RESOURCE_TEXT: N_("Resources"),
    DATE_TEXT: N_("Dates"),
    PERCENT_TEXT: N_("% complete"),
    DURATION_TEXT: N_("Duration"),
    WBS_TEXT: N_("WBS"),
    FLOAT_TEXT: N_("Total float"),
}
PLACES: Mapping[str, str] = {
    "label_left": N_("Left of bars"),
    "label_inside": N_("Inside bars"),
    "label": N_("Right of bars"),
}
LINE_TITLES: Mapping[str, str] = {
    NOTHING: N_("None", "progress line"),
    PLAN_LINE: N_("Against the plan"),
    BASELINE_LINE: N_("Against the baseline"),
}
COLOUR_TITLES: Mapping[str, str] = {
    CRITICAL_COLOUR: N_("What is critical"),
    STATUS_COLOUR: N_("Status"),
    OWNER_COLOUR: N_("Who does it"),
    RISK_COLOUR: N_("Risk"),
    PHASE_COLOUR: N_("Phase"),
}
SWITCH_TITLES: Mapping[str, str] = {
    "critical": N_("Critical path"),
    "variance": N_("Difference from the baseline"),
    "total_float": N_("Total float"),
    "would_be": N_("Dates that links would give tasks by hand"),
    "links": N_("Dependencies", "schedule"),
    "deadlines": N_("Deadlines"),
    "constraints": N_("Date constraints"),
    "badges": N_("Risks, issues, late actions and notes"),
    "overloads": N_("Overallocated resources"),
    "non_working": N_("Non-working time"),
    "legend": N_("Legend"),
}
RELATION_TITLES: Mapping[str, str] = {
    "relations": N_("Mark predecessors and successors"),
    "whole_path": N_("All the way, not only the next tasks"),
    "fade": N_("Fade what is not linked"),
}
"""About the selection, which paper does not have."""
PICTURES: Mapping[str, str] = {"critical": "critical"}
LONGEST_NAME = 60
"""Characters of the name of a baseline in the menu."""


class LookActions(QObject):
    """Made once for a page. ``chosen`` carries the :class:`GanttOptions` that are wanted now."""

    chosen = Signal(object)

    def __init__(
        self, home: QWidget, options: Callable[[], GanttOptions], project: Callable[[], Project], *, paper: bool = False
    ) -> None:
        super().__init__(home)
        self._home, self._options, self._project = home, options, project
        titles = SWITCH_TITLES if paper else {**SWITCH_TITLES, **RELATION_TITLES}
        self.switches = {name: self._switch(name, title) for name, title in titles.items()}
        """Actions that show or hide a part of the chart, by the name of the option, which is also their data."""
        self._choices: list[QActionGroup] = []
        self._menus: list[QMenu] = []
        self.shown = self._group(tr("Show"), SWITCH_TITLES)
        self.related = None if paper else self._group(tr("Links of the selection"), RELATION_TITLES)
        self.baselines = self._submenu(tr("Baselines"))
        self._baseline_menu = self._menus[-1]
        self.beside = self._submenu(tr("Text at bars"))
        beside = self._menus[-1]
        self.texts = {place: self._choice(place, tr(title), TEXT_TITLES) for place, title in PLACES.items()}
        beside.addActions(list(self.texts.values()))
        fields = {code: spec.title for code, spec in colour_fields().items()}
        self.colours = self._choice("colour", tr("Colour bars by"), {**COLOUR_TITLES, **fields})
        self.progress_line = self._choice("progress_line", tr("Progress line"), LINE_TITLES)
        self.refresh()

    def menu(self) -> Sequence[QAction | None]:
        """All of them in the order of a menu; None separates."""
        related = (self.related,) if self.related is not None else ()
        return (self.shown, *related, self.colours, self.baselines, self.progress_line, self.beside)

    # -- making ---------------------------------------------------------------------------------

    def _switch(self, name: str, title: str) -> QAction:
        made = QAction(tr(title), self._home)
        if name in PICTURES:
            made.setIcon(icon(PICTURES[name]))
        made.setCheckable(True)
        made.setData(name)
        made.triggered.connect(self._switched)
        return made

    def _group(self, title: str, names: Iterable[str]) -> QAction:
        """A submenu of switches."""
        made = self._submenu(title)
        for name in names:
            self._menus[-1].addAction(self.switches[name])
        return made

    def _submenu(self, title: str) -> QAction:
        menu = QMenu(title, self._home)
        self._menus.append(menu)
        return menu.menuAction()

    def _choice(self, option: str, title: str, titles: Mapping[str, str]) -> QAction:
        """A submenu of which one entry is chosen."""
        made = self._submenu(title)
        group = QActionGroup(self)
        group.setProperty("option", option)
        for value, name in titles.items():
            action = self._menus[-1].addAction(tr(name))
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(self._decided)
        self._choices.append(group)
        return made

    # -- choosing -------------------------------------------------------------------------------

    def _switched(self) -> None:
        shown: dict[str, Any] = {name: action.isChecked() for name, action in self.switches.items()}
        self.chosen.emit(replace(self._options(), **shown))

    def _decided(self, action: QAction) -> None:
        option = action.actionGroup().property("option")
        self.chosen.emit(replace(self._options(), **{option: action.data()}))

    def _take_baseline(self, action: QAction) -> None:
        chosen = list(self._options().baselines)
        if not action.data():
            chosen = []
        elif action.data() in chosen:
            chosen.remove(action.data())
        else:
            chosen.append(action.data())
        self.chosen.emit(replace(self._options(), baselines=tuple(chosen)))
        self.refresh()

    # -- showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Tick what is shown, and list the baselines that there are."""
        options = self._options()
        for name, action in self.switches.items():
            action.setChecked(getattr(options, name))
        for group in self._choices:
            value = getattr(options, group.property("option"))
            for action in group.actions():
                action.setChecked(action.data() == value)
        self._list_baselines(options)

    def _list_baselines(self, options: GanttOptions) -> None:
        found = sorted(self._project().table(Baseline).values(), key=lambda each: -each.number)
        titles = {"": tr("None", "baseline"), NEWEST: tr("The newest one")}
        titles |= {each.id: " ".join(each.name.split())[:LONGEST_NAME].replace("&", "&&") for each in found}
        there = [each for each in options.baselines if each in titles]
        self._baseline_menu.clear()
        for value, title in titles.items():
            ticked = value in there if value else not there
            self._tick(self._baseline_menu, title, value, ticked).setEnabled(
                ticked or not value or len(there) < MOST_BASELINES
            )

    def _tick(self, menu: QMenu, title: str, value: str, ticked: bool) -> QAction:
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.setData(value)
        action.triggered.connect(self._baseline_triggered)
        return action

    def _baseline_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._take_baseline(action)

    def entries(self, menu: QAction) -> Iterable[QAction]:
        """What stands in one of the submenus."""
        inner = menu.menu()
        return inner.actions() if isinstance(inner, QMenu) else ()
