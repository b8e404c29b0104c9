"""Work, need and cost of resources as Qt shows them: columns of the register, the heat map, who is behind a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from desktop.charts.histogram import COST, UNITS, WORK, amount, bar, shade
from desktop.domain.changes import ChangeSet
from desktop.domain.costing.usage import Period, ResourceUsage, Share, Shift, Usage
from desktop.domain.display import money_text
from desktop.domain.durations import duration_text
from desktop.domain.people import Person
from desktop.domain.plan import WEEKDAY_NAMES, Resource, Task
from desktop.domain.project import Project
from desktop.i18n import N_, tr, words
from desktop.models.cells import ACCESSIBLE_TEXT, ALIGNMENT, DISPLAY, ROOT, TOOL_TIP, Index, one_line, plain_tip
from desktop.models.columns import Derived
from desktop.models.tables import LEFT, RIGHT, Content, TableColumn
from desktop.models.workspace import Workspace

SOURCES = frozenset({"project", "task", "dependency", "assignment", "calendar", "resource"})
"""Tables that usage follows from."""
SHADE = int(Qt.ItemDataRole.UserRole) + 1
"""Step of the one-hue scale, -1 for none."""
OVER = int(Qt.ItemDataRole.UserRole) + 2
"""Whether more is needed than there is."""
_ANSWERED = frozenset({DISPLAY, TOOL_TIP, ACCESSIBLE_TEXT, ALIGNMENT, SHADE, OVER})
_UNKNOWN = "…"


class UsageBook(QObject):
    """What the resources do, as it was reckoned last. ``outdated``: the plan has changed since; ``renewed``: here it
    is. Whoever shows it reckons it, away from the interface."""

    outdated = Signal()
    renewed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.usage: Usage | None = None
        self.is_fresh = False
        workspace.changed.connect(self._take)

    def _take(self, changes: ChangeSet) -> None:
        if changes.keys() & SOURCES:
            self.is_fresh = False
            self.outdated.emit()

    def take(self, found: Usage) -> None:
        """This is what the plan comes to."""
        self.usage, self.is_fresh = found, True
        self.renewed.emit()

    def of(self, resource: str) -> ResourceUsage | None:
        return self.usage.of.get(resource) if self.usage else None


def usage_columns(book: UsageBook) -> tuple[Derived, ...]:
    """Computed columns of the register of resources."""

    def column(
        name: str, title: str, value: Callable[[ResourceUsage], int], text: Callable[[Project, int], str]
    ) -> Derived:
        def known(_: Project, resource: Any) -> int | None:
            found = book.of(resource.id)
            return value(found) or None if found else None

        def said(project: Project, resource: Any) -> str:
            if book.usage is None:
                return _UNKNOWN
            found = known(project, resource)
            return text(project, found) if found else ""

        return Derived(name, title, said, known, frozenset(), RIGHT)

    return (
        Derived("organisation", N_("Organisation name"), _organisation, _organisation, frozenset({"person"}), LEFT),
        column("peak", N_("Peak units"), lambda one: one.peak, lambda _, units: f"{units}%"),
        column("overload", N_("Overallocated by"), lambda one: one.excess, _days),
        column("work", N_("Work"), lambda one: one.work if one.is_working else 0, _hours),
        column("usage_cost", N_("Cost"), lambda one: one.cost, _money),
    )


def _organisation(project: Project, resource: Any) -> str:
    person = project.find(Person, resource.person)
    return person.organisation if person else ""


def _days(project: Project, minutes: int) -> str:
    return "▲ " + duration_text(minutes, "d", project.profile, words())


def _hours(project: Project, minutes: int) -> str:
    return duration_text(minutes, "h", project.profile, words())


def _money(project: Project, minor: int) -> str:
    return money_text(minor, project.profile.currency_digits, project.profile.currency)


@dataclass(frozen=True)
class Laid:
    """All resources in periods of one length."""

    period: str
    """``day``, ``week`` or ``month``."""
    rows: Mapping[str, Sequence[Period]]

    @property
    def periods(self) -> Sequence[Period]:
        """The periods themselves, of whichever resource."""
        return next(iter(self.rows.values()), ())


def period_name(period: Period, kind: str) -> str:
    """``2026-06-01``, ``2026-W23``, ``2026-06``."""
    day = period.start
    if kind == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{day:%Y-%m}" if kind == "month" else f"{day:%Y-%m-%d}"


def period_span(period: Period) -> str:
    """From its first day to its last."""
    last = period.finish - dt.timedelta(days=1)
    first = f"{period.start:%Y-%m-%d}"
    return first if last.date() <= period.start.date() else f"{first} – {last:%Y-%m-%d}"


def unit_of(measure: str, project: Project) -> str:
    """What the amounts are, as a heading says it."""
    if measure == COST:
        return project.profile.currency
    return "%" if measure == UNITS else tr("hours")


class HeatModel(QAbstractTableModel):
    """Rows are the resources that do anything, columns the periods."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.ids: list[str] = []
        self.laid = Laid("week", {})
        self.measure = WORK
        self._highest = 0.0

    @property
    def digits(self) -> int:
        return self.workspace.project.profile.currency_digits

    def show(self, laid: Laid, ids: Sequence[str], measure: str) -> None:
        """Show these resources by this measure."""
        self.beginResetModel()
        self.laid, self.measure = laid, measure
        self.ids = [identity for identity in ids if identity in laid.rows]
        amounts = (bar(one, measure, self.digits).value for identity in self.ids for one in laid.rows[identity])
        self._highest = max(amounts, default=0.0) if measure == COST else 0.0
        self.endResetModel()

    def period(self, index: Index) -> Period:
        return self.laid.rows[self.ids[index.row()]][index.column()]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() or not self.ids else len(self.laid.periods)

    def name(self, row: int) -> str:
        found = self.workspace.project.find(Resource, self.ids[row])
        return one_line(found.name_text) if found else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is Qt.Orientation.Vertical:
            if role in (DISPLAY, TOOL_TIP) and 0 <= section < len(self.ids):
                return self.name(section) if role == DISPLAY else plain_tip(self.name(section))
        elif 0 <= section < len(self.laid.periods):
            if role == DISPLAY:
                return period_name(self.laid.periods[section], self.laid.period)
            if role in (TOOL_TIP, ACCESSIBLE_TEXT):
                return period_span(self.laid.periods[section])
        return None

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        if role == ALIGNMENT:
            return RIGHT
        period = self.period(index)
        if role == SHADE:
            return shade(period, self.measure, self._highest, self.digits)
        if role == OVER:
            return period.excess > 0 and self.measure != COST
        if role == DISPLAY:
            value = bar(period, self.measure, self.digits).value
            mark = "▲ " if period.excess and self.measure != COST else ""
            return mark + amount(round(value, 1 if self.measure == WORK else 0)) if value else ""
        said = f"{self.name(index.row())} · {period_span(period)}: {self.sentence(period)}"
        return plain_tip(said) if role == TOOL_TIP else said

    def sentence(self, period: Period) -> str:
        """Everything that is known of one resource in one period."""
        project = self.workspace.project
        parts = []
        if period.peak or period.capacity:
            parts.append(tr("work {work} of {capacity}", work=_hours(project, period.work),
                            capacity=_hours(project, period.capacity)))  # fmt: skip
            parts.append(tr("peak {units}% of {available}%", units=period.peak, available=period.available))
        elif period.work:
            parts.append(tr("quantity {n}", n=amount(period.work / 60)))
        if period.excess:
            parts.append(tr("{hours} too much", hours=_hours(project, period.excess)))
        if period.cost:
            parts.append(tr("cost {amount}", amount=_money(project, period.cost)))
        return tr(", ", "list").join(parts) or tr("nothing to do")

    def content(self, title: str) -> Content:
        """The table for a file."""
        heads = [f"{tr('Resource')} ({unit_of(self.measure, self.workspace.project)})"]
        heads += [period_name(one, self.laid.period) for one in self.laid.periods]
        rows = []
        for row, identity in enumerate(self.ids):
            values = [bar(one, self.measure, self.digits).value for one in self.laid.rows[identity]]
            rows.append((self.name(row), *(round(value, 2) if value else None for value in values)))
        return Content(title, tuple(heads), tuple(rows))


def share_columns(workspace: Workspace) -> list[TableColumn]:
    """Of ``(resource, Share)``: the assignments behind a period."""

    def task(one: tuple[str, Share]) -> Task | None:
        return workspace.project.find(Task, one[1].task)

    def wbs(one: tuple[str, Share]) -> str:
        return workspace.project.wbs(one[1].task) if task(one) else ""

    def place(one: tuple[str, Share]) -> int:
        return workspace.project.outline.row.get(one[1].task, 0)

    def name(one: tuple[str, Share]) -> str:
        found = task(one)
        return found.name if found else ""

    def who(one: tuple[str, Share]) -> str:
        found = workspace.project.find(Resource, one[0])
        return found.name if found else ""

    def date(one: tuple[str, Share], *, last: bool) -> str:
        if one[1].task not in workspace.schedule:
            return ""
        dates = workspace.schedule.of(one[1].task)
        return f"{dates.finish if last else dates.start:%Y-%m-%d}"

    def money(one: tuple[str, Share]) -> float:
        scale: int = 10**workspace.project.profile.currency_digits
        return one[1].cost / scale

    return [
        TableColumn(tr("WBS"), wbs, place, width=4),
        TableColumn(tr("Task name"), name, width=12),
        TableColumn(tr("Work"), lambda one: _hours(workspace.project, one[1].work) if one[1].work else "",
                    lambda one: one[1].work, RIGHT, 4.5, cell=lambda one: one[1].work / 60, unit=lambda: tr("hours")),
        TableColumn(tr("Units"), lambda one: f"{one[1].units}%", lambda one: one[1].units, RIGHT, 4),
        TableColumn(tr("Resource"), who, width=6),
        TableColumn(tr("Cost"), lambda one: _money(workspace.project, one[1].cost) if one[1].cost else "",
                    lambda one: one[1].cost, RIGHT, 6.5, cell=money, unit=lambda: workspace.project.profile.currency),
        TableColumn(tr("Start"), lambda one: date(one, last=False), width=6),
        TableColumn(tr("Finish"), lambda one: date(one, last=True), width=6),
    ]  # fmt: skip


def shift_columns(workspace: Workspace) -> list[TableColumn]:
    """Of ``(resource, Shift)``: the sheet of a day."""

    def name(one: tuple[str, Shift]) -> str:
        found = workspace.project.find(Task, one[1].task)
        return found.name if found else ""

    def wbs(one: tuple[str, Shift]) -> str:
        return workspace.project.wbs(one[1].task) if one[1].task in workspace.project.outline.row else ""

    def who(one: tuple[str, Shift]) -> str:
        found = workspace.project.find(Resource, one[0])
        return found.name if found else ""

    def hours(one: tuple[str, Shift]) -> str:
        start, finish = one[1].start, one[1].finish
        return f"{start:%H:%M}–{'24:00' if finish.date() > start.date() else f'{finish:%H:%M}'}"

    return [
        TableColumn(tr("Resource"), who, width=8),
        TableColumn(tr("Day"), lambda one: f"{one[1].start:%Y-%m-%d}", lambda one: one[1].start, width=6),
        TableColumn(tr("Weekday"), lambda one: tr(WEEKDAY_NAMES[one[1].start.weekday()]),
                    lambda one: one[1].start.weekday(), width=6),
        TableColumn(tr("Hours"), hours, width=7),
        TableColumn(tr("WBS"), wbs, width=4),
        TableColumn(tr("Task name"), name, width=18),
        TableColumn(tr("Units"), lambda one: f"{one[1].units}%", lambda one: one[1].units, RIGHT, 4),
        TableColumn(tr("Work"), lambda one: _hours(workspace.project, one[1].work), lambda one: one[1].work, RIGHT, 5,
                    cell=lambda one: one[1].work / 60, unit=lambda: tr("hours")),
    ]  # fmt: skip
