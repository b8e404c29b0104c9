"""Where a task is split and for how long, by keys."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.domain.commands.plan import SplitTask
from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text, read_duration
from desktop.domain.plan import Task
from desktop.domain.reading import read_moment
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import to_datetime, to_minutes
from desktop.i18n import tr, words
from desktop.views.plan.form_strip import FormStrip

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


class SplitStrip(FormStrip):
    """The work stops at a date and goes on after a while."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self.at, self.gap = QLineEdit(), QLineEdit()
        self.at.setPlaceholderText(tr("2026-06-30, +5d, Friday"))
        self.gap.setPlaceholderText(tr("2d, 4h"))
        self.lay_out((tr("Interrupt at"), self.at), (tr("Go on after"), self.gap))
        for field in (self.at, self.gap):
            field.textEdited.connect(self.try_out)

    def ask(self, identity: str) -> None:
        """Open for a task, with a day's rest in the middle of its work."""
        workspace = self.chart.workspace
        self.dismiss()
        task, dates = workspace.project.get(Task, identity), workspace.schedule.of(identity)
        clock = workspace.schedule.calendar(identity)
        half = clock.between(to_minutes(dates.start), to_minutes(dates.finish)) // 2
        day = workspace.project.profile.minutes_per_day
        whole = half // day * day or half
        middle = to_datetime(clock.next_start(clock.add(to_minutes(dates.start), whole)))
        begins = clock.next_start(to_minutes(dt.datetime.combine(middle.date(), dt.time())))
        self.at.setText(date_text(middle) if begins == to_minutes(middle) else moment_text(middle))
        self.gap.setText(duration_text(day, "d", workspace.project.profile, words()))
        self.problem.hide()
        self.say(tr("Split “{task}”", task=task.name))
        self.open_at(identity)
        self.at.setFocus(Qt.FocusReason.OtherFocusReason)
        self.at.selectAll()
        self.try_out()

    def command(self) -> SplitTask:
        """The split; raises where date or duration cannot be read."""
        workspace, identity = self.chart.workspace, self.task
        clock, today = workspace.schedule.calendar(identity), workspace.session.now().date()
        start = workspace.schedule.of(identity).start
        moment = read_moment(self.at.text(), today, base=start, time=dt.time())
        gap = read_duration(self.gap.text(), workspace.project.profile)
        if gap.minutes <= 0:
            raise Rejected("duration_unreadable", value=self.gap.text().strip()[:80])
        return SplitTask(identity, to_datetime(clock.next_start(to_minutes(moment))), gap.minutes)
