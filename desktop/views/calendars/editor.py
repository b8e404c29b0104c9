"""The calendar editor: look at a year, choose days, set them; see what it does to the plan before it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.plan import Calendar, WeekDay
from desktop.domain.rejection import Rejected, explain
from desktop.domain.scheduling.bands import format_bands
from desktop.domain.scheduling.calendar_days import calendar_days
from desktop.i18n import ntr, tr, words
from desktop.models.calendar_draft import CalendarDraft
from desktop.models.workspace import Workspace
from desktop.views.calendars.calendar_list import CalendarList
from desktop.views.calendars.day_edits import DayEdits
from desktop.views.calendars.day_form import DayForm
from desktop.views.calendars.days_view import DaysView
from desktop.views.calendars.draft_effect import DraftEffect
from desktop.views.calendars.exceptions import ExceptionList
from desktop.views.calendars.hours import WeekTable
from desktop.views.calendars.tabs import Tabs
from desktop.views.calendars.work_weeks import WorkWeekList
from desktop.views.calendars.year_file import usual_name, write_year
from desktop.views.dialog import Dialog
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import HEADING, Text, breakable, em
from desktop.views.menus import name_with_key
from desktop.views.save_dialog import ask_where, documents
from desktop.views.scrolled import scrolled
from desktop.views.segments import Segments

MONDAY = dt.date(2001, 1, 1)
"""Some Monday."""
NAMES, DAYS = 0.225, 0.605
"""Share of the width that the names of calendars get at most, and share of the rest for the days."""
WIDEST_FORM = 12
"""Ems up to which what stands beside the days is always seen from side to side."""


class CalendarEditor(Dialog):
    """Everything is a draft until Apply, which is one step. Escape, Cancel and the cross leave no trace; where
    something would be given up, only the second time."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, calendar: str = "", week_begins: int = 0
    ) -> None:
        super().__init__(tr("Calendars and working time"), parent, 76, 44)
        self._workspace = workspace
        self.draft = CalendarDraft(workspace.project, self)
        self._asked = False
        """Whether it was said that changes would be given up."""
        self.identity = ""
        self._week_begins = week_begins
        today = workspace.session.now().date()
        self.list = CalendarList(workspace, self.draft)
        self.days = DaysView(today, week_begins)
        self.title = Text(scale=HEADING, bold=True)
        self.scope = Segments([tr("Year", "calendar"), tr("Month")])
        self.told = Text(wrap=True)
        self.effect = DraftEffect(workspace, self.draft)
        self.form = DayForm()
        self.week = WeekTable(week_begins)
        self.exceptions = ExceptionList(self._first_chosen)
        self.work_weeks = WorkWeekList(self._first_chosen, self._usual_week, week_begins)
        self.day_edits = DayEdits(self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.list.show_calendars(calendar or workspace.project.profile.calendar or "")
        self._take_calendar(self.list.current())
        start = workspace.project.profile.start
        if start is not None and not start.year <= today.year <= workspace.schedule.finish.year:
            self.days.go_to(start.date())
        self.days.setFocus()

    # -- building -------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        def action(text: str, slot: Callable[[], object], keys: str, picture: str) -> QAction:
            made = QAction(icon(picture), text, self)
            made.setShortcut(QKeySequence(keys) if keys else QKeySequence())
            made.triggered.connect(slot)
            self.addAction(made)
            return made

        self.earlier_action = action(tr("Earlier"), self.go_earlier, "Alt+Left", "left")
        self.later_action = action(tr("Later", "calendar"), self.go_later, "Alt+Right", "right")
        self.today_action = action(tr("Today"), self.go_to_today, "Alt+Home", "today")
        self.undo_action = action(tr("Undo"), self.draft.undo, "Ctrl+Z", "undo")
        self.redo_action = action(tr("Redo"), self.draft.redo, "Ctrl+Y", "redo")
        self.print_action = action(tr("Save as PDF…"), self.ask_where, "Ctrl+P", "print")
        self.new_action = action(tr("New calendar"), self.list.add, "Ctrl+N", "new")
        derived = tr("New calendar derived from this one")
        self.derive_action = action(derived, self.list.derive, "Ctrl+Shift+N", "indent")
        self.copy_action = action(tr("Copy this calendar"), self.list.copy, "Ctrl+D", "copy")
        self.delete_action = action(tr("Delete this calendar"), self.list.delete, "", "delete")

    def _buttons(self, *actions: QAction) -> list[QToolButton]:
        found = []
        for one in actions:
            button = QToolButton(autoRaise=True)
            button.setDefaultAction(one)
            button.setIconSize(QSize(em(0.95), em(0.95)))
            button.setToolTip(name_with_key(one))
            found.append(button)
        return found

    def _lay_out(self) -> None:
        self.list.add_tools(self._buttons(self.new_action, self.derive_action, self.copy_action, self.delete_action))
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.3))
        bar = Flow(spacing=em(0.4))
        for widget in (
            self.title, self.scope, *self._buttons(
                self.earlier_action, self.later_action, self.today_action, self.undo_action, self.redo_action,
                self.print_action,
            ),
        ):  # fmt: skip
            bar.add(widget)
        self.scope.show_at(0)
        self.scope.setAccessibleName(tr("What is shown"))
        column.addWidget(bar)
        column.addWidget(self.days, 1)
        self.tabs = Tabs()
        for widget, title in (
            (_scrolled(self.form), tr("Days", "of a calendar")), (self._week_page(), tr("Weekly pattern")),
            (self.exceptions, tr("Exceptions")), (self.work_weeks, tr("Work weeks")),
        ):  # fmt: skip
            self.tabs.add(widget, title)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        for at, widget in enumerate((self.list, middle, self.tabs)):
            self.parts.addWidget(widget)
            self.parts.setStretchFactor(at, (1, 4, 2)[at])
        self.column.addWidget(self.parts, 1)
        self.column.addWidget(self.told)
        self.told.hide()
        self.column.addWidget(self.effect)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Apply, QDialogButtonBox.StandardButton.Cancel)
        self.apply_button = box.button(QDialogButtonBox.StandardButton.Apply)
        self.apply_button.clicked.connect(self.apply)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter belongs to the days

    def showEvent(self, event: QShowEvent) -> None:
        """The list gets what its names need, as far as the days and the form keep enough."""
        super().showEvent(event)
        if not event.spontaneous():
            room = self.parts.width()
            names = min(max(em(10), self.list.tree.sizeHintForColumn(0) + em(0.6)), round(room * NAMES))
            self.parts.setSizes([names, round((room - names) * DAYS), round((room - names) * (1 - DAYS))])

    def _week_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, em(0.4), 0, 0)
        column.addWidget(self.week)
        column.addStretch(1)
        return _scrolled(page)

    def _connect(self) -> None:
        self.list.chosen.connect(self._take_calendar)
        self.draft.changed.connect(self._take_draft)
        self.days.span_changed.connect(self._show_days)
        self.days.chosen_changed.connect(self._take_chosen)
        self.days.toggled.connect(self.day_edits.toggle)
        self.days.cleared.connect(self.day_edits.clear)
        self.days.entered.connect(self._enter_days)
        self.scope.chosen.connect(self._show_scope)
        self.form.edited.connect(self._forget_asking)
        self.form.set_wanted.connect(self.day_edits.set_chosen)
        self.week.changed.connect(self._take_week)
        self.exceptions.wanted.connect(self._take_exceptions)
        self.exceptions.shown.connect(self.days.go_to)
        self.work_weeks.wanted.connect(self._take_work_weeks)
        self.effect.found.connect(self._allow_applying)
        self.effect.refused.connect(self.tell)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def record(self) -> Calendar | None:
        """The calendar that is being edited, as it would be."""
        return self.draft.records.get(self.identity)

    def _take_calendar(self, identity: str) -> None:
        """Show another calendar; what was typed about the one before is taken."""
        before = self.identity
        if before and before != identity and before in self.draft.records:
            self.day_edits.settle()
            if self.week.refusal is not None:
                self.tell(self.week.refusal)
        self.identity = identity
        self.form.is_edited = False
        self._refresh(anew=True)

    @property
    def _has_pending(self) -> bool:
        """Whether something is written that is not even in the draft."""
        week_is_wrong = self.record is not None and self.week.refusal is not None
        return self.form.is_edited or self.list.name.isModified() or week_is_wrong

    def reject(self) -> None:
        """Escape, Cancel or the cross of the window."""
        if (self.draft.is_changed or self._has_pending) and not self._asked:
            self._asked = True
            self.told.set_role("text")
            self.told.setText(tr("Nothing has been applied yet. Closing again gives the changes up."))
            self.told.show()
            return
        super().reject()

    def _take_draft(self) -> None:
        self._asked = False
        self.told.hide()
        if self.identity not in self.draft.records:
            self.identity = self.list.current()
        self._refresh()
        self.apply_button.setEnabled(False)
        self.effect.follow()

    def _refresh(self, *, anew: bool = False) -> None:
        """Show the calendar as it would be; what is being written stays unless it is looked at ``anew``."""
        record = self.record
        for widget in (self.days, self.tabs):
            widget.setEnabled(record is not None)
        for one in (self.derive_action, self.copy_action, self.delete_action, self.print_action):
            one.setEnabled(record is not None)
        self.undo_action.setEnabled(self.draft.can_undo)
        self.redo_action.setEnabled(self.draft.can_redo)
        self.apply_button.setEnabled(False if record is None else self.apply_button.isEnabled())
        self._show_days()
        self._show_chosen()
        if record is None:
            return
        inherited = self._week_of(record.base) if record.base in self.draft.records else {}
        told = {item.weekday: item.bands for item in record.week}
        if anew or self.week.refusal is None:
            self.week.show_week(told, inherited, can_inherit=bool(inherited))
        self.exceptions.show_items(record.exceptions)
        self.work_weeks.show_items(record.work_weeks)

    def _week_of(self, identity: str | None) -> dict[int, str]:
        """Hours of the week by weekday, exceptions and work weeks left aside."""
        plain = {key: one.replace(exceptions=(), work_weeks=()) for key, one in self.draft.records.items()}
        week = calendar_days(plain, identity or "", MONDAY, MONDAY + dt.timedelta(6))
        return {one.day.weekday(): format_bands(one.bands) for one in week}

    def _usual_week(self) -> dict[int, str]:
        return self._week_of(self.identity)

    def _show_days(self) -> None:
        first, last = self.days.span()
        self.title.setText(f"{first.year}" if self.days.months > 1 else f"{first:%Y-%m}")
        self.days.show_days(self.draft.days(self.identity, first, last) if self.record else {})

    def _show_scope(self, at: int) -> None:
        self.days.show_months(1 if at else 12)
        self._show_days()
        self.days.setFocus()

    def _first_chosen(self) -> dt.date:
        return min(self.days.chosen, default=self.days.current)

    def _take_chosen(self) -> None:
        """Other days are chosen: what was typed about those before is taken."""
        if frozenset(self.days.chosen) != self.form.days:
            self.day_edits.settle()
        self._show_chosen()

    def _forget_asking(self) -> None:
        self._asked = False

    def _show_chosen(self) -> None:
        """The day that is chosen, and what it is now; what is being typed about it stays."""
        chosen = sorted(self.days.chosen)
        if len(chosen) > 1:
            said = ntr("{n} day: {first} – {last}", "{n} days: {first} – {last}", len(chosen), first=chosen[0],
                       last=chosen[-1])  # fmt: skip
        else:
            said = self.days.told(self.days.current)
        self.form.tell_chosen(said)
        if self.record is not None:
            self.form.show_days(frozenset(chosen), self.days.current, self.draft.records, self.identity)

    # -- days -----------------------------------------------------------------------------------

    def go_earlier(self) -> None:
        self.days.step(-1)

    def go_later(self) -> None:
        self.days.step(1)

    def go_to_today(self) -> None:
        self.days.go_to(self.days.today)

    def _enter_days(self) -> None:
        self.tabs.show_at(0)
        self.form.go_to_hours()

    def tell(self, refused: Rejected) -> None:
        """Say why something was not done."""
        self.told.set_role("red")
        self.told.setText(breakable(explain(refused, words())))
        self.told.show()

    # -- the rest of the calendar ---------------------------------------------------------------

    def _take_week(self) -> None:
        if self.record is not None:
            week = tuple(WeekDay(weekday=day, bands=bands) for day, bands in self.week.week().items())
            self.draft.change(self.identity, week=week)

    def _take_exceptions(self, items: object) -> None:
        self.draft.change(self.identity, exceptions=items)

    def _take_work_weeks(self, items: object) -> None:
        self.draft.change(self.identity, work_weeks=items)

    # -- leaving --------------------------------------------------------------------------------

    @property
    def is_trying(self) -> bool:
        """Whether it is still being found out what the changes do."""
        return self.effect.is_trying

    def _allow_applying(self) -> None:
        self.apply_button.setEnabled(True)

    def apply(self) -> None:
        """All changes as one step, which undo takes back; what is written but not set yet is one of them."""
        if not self._settle():
            return
        refused = self._workspace.attempt(self.draft.command)
        if refused is None:
            self.accept()
        else:
            self.tell(refused)

    def _settle(self) -> bool:
        """Take what is written in any part; False where it cannot be, which is told and shown."""
        self.list.settle()
        if not self.day_edits.settle():
            self.tabs.show_at(0)
            self.form.hours.setFocus()
            return False
        refused = self.week.settle() if self.record is not None else None
        if refused is not None:
            self.tell(refused)
            self.tabs.show_at(1)
            self.week.show_what_is_wrong()
        return refused is None

    def done(self, result: int) -> None:
        """Whichever way it is left, nothing more is tried."""
        self.effect.retire()
        super().done(result)

    # -- paper ----------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Where the year goes as a PDF."""
        record = self.record
        if record is None:
            return
        suggested = documents() / usual_name(record.name, self.days.first.year)
        ask_where(self, tr("Save as PDF"), suggested, {tr("PDF documents (*.pdf)"): "pdf"}, self.write_pdf)

    def write_pdf(self, name: str) -> None:
        """The year in sight on one page."""
        if self.record is None:
            return
        try:
            write_year(self.draft, self.identity, self.days.first.year, self._week_begins, Path(name))
        except Rejected as refused:
            self.tell(refused)
            return
        self.told.set_role("text")
        self.told.setText(breakable(tr("Exported as {name}", name=Path(name).name)))
        self.told.show()


def _scrolled(page: QWidget) -> QScrollArea:
    """Large letters on a small screen leave too little room for all of it: in height, and in width only for a table."""
    area = scrolled(page, keys=False)
    wanted = page.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width()
    if wanted <= em(WIDEST_FORM):
        area.setMinimumWidth(wanted)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
