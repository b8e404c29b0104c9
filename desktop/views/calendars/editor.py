"""The calendar editor: look at a year, choose days, set them; see what it does to the plan before it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
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
from desktop.domain.scheduling.calendar_days import calendar_days, chain_of
from desktop.domain.scheduling.calendar_edits import AS_USUAL, usual_day
from desktop.i18n import ntr, tr, words
from desktop.models.calendar_draft import CalendarDraft
from desktop.models.moved_tasks import Moves, moved_columns
from desktop.models.tables import ResultTable
from desktop.models.workspace import Workspace
from desktop.publish import publish_bytes
from desktop.views.boxes import RadioButton
from desktop.views.calendars.calendar_list import CalendarList
from desktop.views.calendars.days_view import DaysView
from desktop.views.calendars.exceptions import ExceptionList
from desktop.views.calendars.hours import HoursLine, WeekTable
from desktop.views.calendars.legend import Legend
from desktop.views.calendars.tabs import Tabs
from desktop.views.calendars.work_weeks import WorkWeekList
from desktop.views.control.table import ResultView
from desktop.views.dialog import Dialog
from desktop.views.flow import Flow
from desktop.views.holidays import finish_sentence
from desktop.views.icons import icon
from desktop.views.labels import HEADING, Text, breakable, em
from desktop.views.menus import name_with_key
from desktop.views.segments import Segments
from desktop.views.trials import Trials

CALM = 250
"""Milliseconds without a step after which the plan is tried."""
MONDAY = dt.date(2001, 1, 1)
"""Some Monday."""


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
        self._typed = False
        """Whether the form of the days says something that is not set yet."""
        self._form_days: frozenset[dt.date] = frozenset()
        """The days that the form is about."""
        self.identity = ""
        self.trials = Trials(workspace)
        self._moves: Moves | None = None
        self._week_begins = week_begins
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        today = workspace.session.now().date()
        self.list = CalendarList(workspace, self.draft)
        self.days = DaysView(today, week_begins)
        self.legend = Legend()
        self.title = Text(scale=HEADING, bold=True)
        self.scope = Segments([tr("Year", "calendar"), tr("Month")])
        self.told = Text(wrap=True)
        self.effect = Text(role="muted", wrap=True)
        self.moved = ResultView(ResultTable(moved_columns(workspace), parent=self), tr("Tasks that get other dates"))
        self._make_day_form()
        self.week = WeekTable(week_begins)
        self.exceptions = ExceptionList(self._first_chosen)
        self.work_weeks = WorkWeekList(self._first_chosen, self._usual_week, week_begins)
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

    def _make_day_form(self) -> None:
        self.usual, self.off = RadioButton(tr("As the week says")), RadioButton(tr("Day off"))
        self.worked, self.own = RadioButton(tr("Worked at the usual hours")), RadioButton(tr("Own hours"))
        self._kinds = QButtonGroup(self)
        for button in (self.usual, self.off, self.worked, self.own):
            self._kinds.addButton(button)
        self.hours, self.occasion = HoursLine(), QLineEdit()
        self.hours.setAccessibleName(tr("Own hours"))
        self.occasion.setPlaceholderText(tr("Occasion, such as “Works closed”"))
        self.occasion.setAccessibleName(tr("Occasion"))
        self.set_button = QPushButton(tr("Set the chosen days"))
        self.set_button.setAutoDefault(False)
        self.chosen = Text(wrap=True, bold=True)

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
            (self._day_page(), tr("Days", "of a calendar")), (self._week_page(), tr("Weekly pattern")),
            (self.exceptions, tr("Exceptions")), (self.work_weeks, tr("Work weeks")),
        ):  # fmt: skip
            self.tabs.add(widget, title)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        for at, widget in enumerate((self.list, middle, self.tabs)):
            self.parts.addWidget(widget)
            self.parts.setStretchFactor(at, (1, 4, 2)[at])
        self.parts.setSizes([em(10), em(28), em(20)])
        self.column.addWidget(self.parts, 1)
        self.column.addWidget(self.told)
        self.told.hide()
        row = QHBoxLayout()
        row.addWidget(self.effect, 1)
        self.show_moved = QToolButton()
        self.show_moved.setCheckable(True)
        self.show_moved.setText(tr("Show the tasks"))
        self.show_moved.toggled.connect(self.moved.setVisible)
        row.addWidget(self.show_moved, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.moved.setMinimumHeight(em(4))
        self.moved.setMaximumHeight(em(11))
        self.moved.hide()
        self.show_moved.hide()
        self.column.addWidget(self.moved)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Apply, QDialogButtonBox.StandardButton.Cancel)
        self.apply_button = box.button(QDialogButtonBox.StandardButton.Apply)
        self.apply_button.clicked.connect(self.apply)
        for button in box.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter belongs to the days

    def _day_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, em(0.4), 0, 0)
        grid.addWidget(self.chosen, 0, 0, 1, 2)
        for row, button in enumerate((self.usual, self.off, self.worked), 1):
            grid.addWidget(button, row, 0, 1, 2)
        grid.addWidget(self.own, 4, 0)
        grid.addWidget(self.hours, 4, 1)
        grid.addWidget(self.occasion, 5, 0, 1, 2)
        grid.addWidget(self.set_button, 6, 0, 1, 2)
        hint = tr(
            "Drag over days, or hold Shift with the arrows; Ctrl and a click add days. "
            "Space: off or worked. Del: as the week says."
        )
        grid.addWidget(Text(hint, role="muted", wrap=True), 7, 0, 1, 2)
        grid.addWidget(self.legend, 8, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(9, 1)
        return _scrolled(page)

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
        self.days.toggled.connect(self.toggle_days)
        self.days.cleared.connect(self.clear_days)
        self.days.entered.connect(self._enter_days)
        self.scope.chosen.connect(self._show_scope)
        self.hours.textEdited.connect(self._choose_own)
        self.occasion.textEdited.connect(self._note_typing)
        self._kinds.buttonClicked.connect(self._note_typing)
        for line in (self.hours, self.occasion):
            line.returnPressed.connect(self.set_days)
        self.set_button.clicked.connect(self.set_days)
        self.week.changed.connect(self._take_week)
        self.exceptions.wanted.connect(self._take_exceptions)
        self.exceptions.shown.connect(self.days.go_to)
        self.work_weeks.wanted.connect(self._take_work_weeks)
        self._calm.timeout.connect(self._try)
        self.trials.moved.connect(self._take_moves)
        self.trials.broken.connect(self._raise)

    def _raise(self, error: Exception) -> None:
        raise error

    # -- what is shown --------------------------------------------------------------------------

    @property
    def record(self) -> Calendar | None:
        """The calendar that is being edited, as it would be."""
        return self.draft.records.get(self.identity)

    def _take_calendar(self, identity: str) -> None:
        """Show another calendar; what was typed about the one before is taken."""
        before = self.identity
        if before and before != identity and before in self.draft.records:
            self._settle_days()
            if self.week.refusal is not None:
                self._tell(self.week.refusal)
        self.identity = identity
        self._typed = False
        self._refresh(anew=True)

    @property
    def _has_pending(self) -> bool:
        """Whether something is written that is not even in the draft."""
        return self._typed or self.list.name.isModified() or (self.record is not None and self.week.refusal is not None)

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
        self._moves = None
        self.effect.setText(tr("Trying it on a copy of the plan …") if self.draft.is_changed else "")
        self.apply_button.setEnabled(False)
        self._calm.start()

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
        if frozenset(self.days.chosen) != self._form_days:
            self._settle_days()
        self._show_chosen()

    def _settle_days(self) -> bool:
        """Set the days that the form is about as it says; False where it cannot be read, which is told."""
        return not self._typed or self._set_form(self._form_days)

    def _note_typing(self) -> None:
        self._typed = True
        self._asked = False

    def _show_chosen(self) -> None:
        """The day that is chosen, and what it is now; what is being typed about it stays."""
        chosen = sorted(self.days.chosen)
        if len(chosen) > 1:
            said = ntr("{n} day: {first} – {last}", "{n} days: {first} – {last}", len(chosen), first=chosen[0],
                       last=chosen[-1])  # fmt: skip
        else:
            said = self.days.told(self.days.current)
        self.chosen.setText(breakable(said))
        days = frozenset(self.days.chosen)
        if self.record is None or (self._typed and days == self._form_days):
            return
        self._form_days, self._typed = days, False
        (found,) = calendar_days(self.draft.records, self.identity, self.days.current, self.days.current)
        own = found.calendar == self.identity and bool(found.source)
        if not own:
            self.usual.setChecked(True)
        elif not found.bands:
            self.off.setChecked(True)
        elif found.bands == usual_day(self.draft.records, self.identity):
            self.worked.setChecked(True)
        else:
            self.own.setChecked(True)
        self.hours.setText(format_bands(found.bands))
        self.occasion.setText(found.name if own else "")

    # -- days -----------------------------------------------------------------------------------

    def go_earlier(self) -> None:
        self.days.step(-1)

    def go_later(self) -> None:
        self.days.step(1)

    def go_to_today(self) -> None:
        self.days.go_to(self.days.today)

    def _choose_own(self) -> None:
        self.own.setChecked(True)
        self._note_typing()

    def _enter_days(self) -> None:
        self.tabs.show_at(0)
        self.hours.setFocus()
        self.hours.selectAll()

    def set_days(self) -> None:
        """What the form says, for the chosen days."""
        self._set_form(frozenset(self.days.chosen))

    def _set_form(self, days: frozenset[dt.date]) -> bool:
        """What the form says, for ``days``; False where it cannot be, which is told."""
        try:
            hours = self._hours()
            self._typed = False
            if hours is None:
                self.draft.clear_days(self.identity, days)
            else:
                self.draft.set_days(self.identity, days, hours, " ".join(self.occasion.text().split()))
        except Rejected as refused:
            self._typed = True
            self._tell(refused)
            return False
        return True

    def _hours(self) -> str | None:
        """Hours that the form says, None for those of the week; raises ``calendar_bands``."""
        if self.usual.isChecked():
            return None
        return "" if self.off.isChecked() else AS_USUAL if self.worked.isChecked() else self.hours.hours()

    def _set(self, hours: str) -> None:
        self._typed = False
        try:
            self.draft.set_days(self.identity, self.days.chosen, hours)
        except Rejected as refused:
            self._tell(refused)

    def toggle_days(self) -> None:
        """Off where the current day is worked, worked where it is off."""
        if self.record is not None:
            (found,) = calendar_days(self.draft.records, self.identity, self.days.current, self.days.current)
            self._set("" if found.bands else AS_USUAL)

    def clear_days(self) -> None:
        """Back to what the week says."""
        self._typed = False
        if self.record is not None:
            self.draft.clear_days(self.identity, self.days.chosen)

    def _tell(self, refused: Rejected) -> None:
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

    # -- effect ---------------------------------------------------------------------------------

    def _try(self) -> None:
        if not self.draft.is_changed:
            self.trials.call_off()
            self.effect.setText("")
            self.show_moved.setChecked(False)
            self.show_moved.hide()
            self.moved.results.show_rows(())
            return
        self.trials.try_out(self.draft.command)

    @property
    def is_trying(self) -> bool:
        """Whether it is still being found out what the changes do."""
        return self._calm.isActive() or (self.draft.is_changed and self._moves is None)

    def _take_moves(self, moves: Moves) -> None:
        self._moves = moves
        self.moved.results.show_rows(moves.tasks)
        self.show_moved.setVisible(bool(moves.tasks))
        if moves.refusal is not None:
            self.effect.setText("")
            self._tell(moves.refusal)
            return
        count = len(moves.tasks)
        parts = [ntr("{n} task gets other dates.", "{n} tasks get other dates.", count) if count
                 else tr("No task gets other dates.")]  # fmt: skip
        parts.append(finish_sentence(moves.effect))
        self.effect.setText(breakable(("" if words().is_chinese else " ").join(parts)))
        self.apply_button.setEnabled(True)

    def apply(self) -> None:
        """All changes as one step, which undo takes back; what is written but not set yet is one of them."""
        if not self._settle():
            return
        refused = self._workspace.attempt(self.draft.command)
        if refused is None:
            self.accept()
        else:
            self._tell(refused)

    def _settle(self) -> bool:
        """Take what is written in any part; False where it cannot be, which is told and shown."""
        self.list.settle()
        if not self._settle_days():
            self.tabs.show_at(0)
            self.hours.setFocus()
            return False
        refused = self.week.settle() if self.record is not None else None
        if refused is not None:
            self._tell(refused)
            self.tabs.show_at(1)
            self.week.show_what_is_wrong()
        return refused is None

    def done(self, result: int) -> None:
        """Whichever way it is left, nothing more is tried."""
        self.trials.retire()
        super().done(result)

    # -- paper ----------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Where the year goes as a PDF."""
        record = self.record
        if record is None:
            return
        dialog = QFileDialog(self, tr("Save as PDF"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{tr('PDF document')} (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{' '.join(record.name.split())[:60].replace('/', ' ')} {self.days.first.year}.pdf")
        dialog.fileSelected.connect(self.write_pdf)
        dialog.open()

    def write_pdf(self, name: str) -> None:
        """The year in sight on one page."""
        from desktop.views.calendars.paper import year_pdf

        record, year = self.record, self.days.first.year
        if record is None:
            return
        days = self.draft.days(self.identity, dt.date(year, 1, 1), dt.date(year, 12, 31))
        names = " ← ".join(" ".join(one.name.split())[:80] for one in chain_of(self.draft.records, self.identity))
        try:
            publish_bytes(Path(name), year_pdf(names, year, days, self._week_begins))
        except Rejected as refused:
            self._tell(refused)
            return
        self.told.set_role("text")
        self.told.setText(breakable(tr("Exported as {name}", name=Path(name).name)))
        self.told.show()


def _scrolled(page: QWidget) -> QScrollArea:
    """Large letters on a small screen leave too little room for all of it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
