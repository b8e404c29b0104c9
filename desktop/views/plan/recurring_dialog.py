"""Asks what comes again and when, and shows every date before anything is added."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import new_id
from desktop.domain.commands.plan import AddRecurringTask, ChangeRecurringTask, Repeated
from desktop.domain.commands.plan.recurring import split_occurrences
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text, read_duration
from desktop.domain.plan import Calendar, Task
from desktop.domain.rejection import Rejected, explain
from desktop.domain.resource_names import read_resources, resources_text
from desktop.domain.scheduling.recurring import Occurrence, Pattern, parse_pattern, say_pattern, weekday_name
from desktop.i18n import ntr, tr, words
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em
from desktop.views.plan.pattern import PatternChoice
from desktop.views.scrolled import scrolled

NARROW = 44
"""Width below which the dates have no room beside the questions, in heights of a line."""
USUAL_LENGTH = 60
"""Minutes of a new occurrence: most are meetings."""
SHOWN = 400
"""Dates that the preview lists."""


class RecurringDialog(Dialog):
    """Adds a recurring task below ``anchor``, or changes the one that is given as ``summary``."""

    added = Signal(object)
    """Id of the summary that was added."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, anchor: str = "", summary: str = ""
    ) -> None:
        super().__init__(tr("Recurring task"), parent, 60, 34)
        self._workspace, self._anchor, self._summary = workspace, anchor, summary
        project = workspace.project
        kept, self._open = split_occurrences(project, summary) if summary else ([], [])
        self._kept = kept
        example = next(iter((*self._open, *kept)), None)
        self.name, self.length, self.resources = QLineEdit(), QLineEdit(), QLineEdit()
        self.calendar = QComboBox()
        self._fill(project.find(Task, summary), example)
        self.choice = PatternChoice(self._begun(summary), self)
        self.preview = self._make_preview()
        self.told = Text(wrap=True)
        self._lay_out()
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.ok = box.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Change") if summary else tr("Add"))
        for line in (self.name, self.length, self.resources):
            line.textChanged.connect(self._try)
        self.calendar.currentIndexChanged.connect(self._try)
        self.choice.changed.connect(self._try)
        self.name.setFocus()
        self.name.selectAll()
        self._try()

    # -- building ---------------------------------------------------------------------------------

    def _fill(self, summary: Task | None, example: Task | None) -> None:
        project = self._workspace.project
        minutes, unit = (example.duration, example.duration_unit) if example else (USUAL_LENGTH, "h")
        self.name.setText(summary.name if summary else tr("Weekly meeting"))
        self.length.setText(duration_text(minutes, unit, project.profile, words()))
        self._resources = resources_text(project, example.id) if example else ""
        self.resources.setText(self._resources)
        self.resources.setPlaceholderText(tr("such as: Li Lei; Anna [50%]"))
        self.calendar.addItem(tr("Project calendar"), None)
        for identity, record in project.table(Calendar).items():
            self.calendar.addItem(" ".join(record.name.split())[:120], identity)
        self.calendar.setCurrentIndex(max(0, self.calendar.findData(example.calendar if example else None)))
        self.calendar.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _begun(self, summary: str) -> Pattern:
        """The pattern to begin with: that of the task, or weekly on the weekday of the project's start."""
        project = self._workspace.project
        if summary:
            try:
                return parse_pattern(project.get(Task, summary).recurrence)
            except Rejected:
                pass  # written by somebody else: it is chosen again
        now, plan = self._workspace.session.now(), self._workspace.schedule
        first = max(plan.project_start, dt.datetime.combine(now.date(), plan.project_start.time()))
        return Pattern(first, "FREQ=WEEKLY;COUNT=10")

    def _make_preview(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels([tr("No."), tr("Date"), tr("Weekday"), tr("Remark")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAccessibleName(tr("Dates of the recurring task"))
        for section, width in enumerate((3, 8, 6)):
            made.header().resizeSection(section, em(width))
        return made

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(em(1))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Name of the task"), self.name)
        form.addRow(tr("&Duration each time"), self.length)
        form.addRow(tr("&Resources"), self.resources)
        form.addRow(tr("C&alendar"), self.calendar)
        self.choice.add_rows(form)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, em(0.5), 0)
        column.addLayout(form)
        column.addStretch(1)
        area = scrolled(inside)
        self._row = QHBoxLayout()
        self._row.setSpacing(em(1))
        self._row.addWidget(area, 5)
        self._row.addWidget(self.preview, 4)
        self.column.addLayout(self._row, 1)
        self.column.addWidget(self.told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dates stand beside the questions, or below where there is no room."""
        narrow = event.size().width() < em(NARROW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    # -- trying -----------------------------------------------------------------------------------

    def _repeated(self) -> Repeated:
        """What is asked for. Raises ``Rejected`` where a line cannot be read."""
        project = self._workspace.project
        name = " ".join(self.name.text().split())
        if not name:
            raise Rejected("required", field=tr("Task name"))
        span = read_duration(self.length.text(), project.profile)
        shares = read_resources(project, self.resources.text()) if self.resources.text().strip() else ()
        return Repeated(name, self.choice.pattern(), span.minutes, span.unit, self.calendar.currentData(), shares)

    def _try(self) -> None:
        """List the dates, or say why there are none."""
        self.preview.clear()
        try:
            repeated = self._repeated()
            found = repeated.occurrences(self._workspace.project, self._kept)
        except Rejected as refusal:
            self._say(explain(refusal, words()), problem=True)
            return
        self._list(found)
        count = ntr("{n} occurrence", "{n} occurrences", len(found) + len(self._kept))
        stay = ntr("{n} that has been started stays as it is.", "{n} up to the last that has been started stay as "
                   "they are.", len(self._kept)) if self._kept else ""  # fmt: skip
        phrase = tr("{pattern}: {count}.", pattern=say_pattern(repeated.pattern, words()), count=count)
        self._say(phrase + ("" if words().is_chinese or not stay else " ") + stay, problem=False)

    def _list(self, found: list[Occurrence]) -> None:
        rows = []
        for number, task in enumerate(self._kept, 1):
            moment = task.actual_start or task.constraint_date
            rows.append(self._line(number, moment, tr("has been started, stays")))
        for number, each in enumerate(found[:SHOWN], len(self._kept) + 1):
            day = tr(weekday_name(each.planned.weekday()))
            moved = tr("moved from {weekday} {date}", weekday=day, date=date_text(each.planned.date()))
            rows.append(self._line(number, each.start, moved if each.start != each.planned else ""))
        if len(found) > SHOWN:
            rest = len(found) - SHOWN
            rows.append(QTreeWidgetItem(["", ntr("and {n} more", "and {n} more", rest)]))
        self.preview.addTopLevelItems(rows)

    def _line(self, number: int, moment: dt.datetime | None, remark: str) -> QTreeWidgetItem:
        weekday = tr(weekday_name(moment.weekday())) if moment else ""
        return QTreeWidgetItem([str(number), moment_text(moment), weekday, remark])

    def _say(self, text: str, *, problem: bool) -> None:
        self.told.set_role("red" if problem else "text")
        self.told.setText(breakable(text))
        self.ok.setEnabled(not problem)

    # -- doing ------------------------------------------------------------------------------------

    def accept(self) -> None:
        try:
            repeated = self._repeated()
        except Rejected as refusal:
            self._say(explain(refusal, words()), problem=True)
            return
        identity = self._summary or new_id()
        command: AddRecurringTask | ChangeRecurringTask
        if self._summary:
            reassign = self.resources.text().strip() != self._resources.strip()
            command = ChangeRecurringTask(identity, repeated, reassign)
        else:
            command = AddRecurringTask(repeated, self._anchor or None, fields={"id": identity})
        refused = self._workspace.attempt(command)
        if refused is not None:
            self._say(explain(refused, words()), problem=True)
            return
        if not self._summary:
            self.added.emit(identity)
        super().accept()
