"""How far a task has come, and what follows from it."""

from __future__ import annotations

from typing import ClassVar

from desktop.domain.display import date_text, moment_text
from desktop.domain.durations import duration_text
from desktop.i18n import N_, tr, words
from desktop.models.chosen import Chosen
from desktop.views.labels import Text, breakable
from desktop.views.plan.details.tab import DetailTab


class ProgressTab(DetailTab):
    """Per cent complete, actual dates, what remains; below, the dates that come of it."""

    key: ClassVar[str] = "progress"
    title: ClassVar[str] = N_("Progress")
    icon: ClassVar[str] = "check"

    def make(self) -> None:
        self.add_section(
            "",
            ("percent_complete", "physical_percent", "actual_start", "actual_finish", "remaining_duration",
             "actual_work", "stop", "resume"),
        )  # fmt: skip
        self.column.addWidget(Text(tr("What follows", "progress"), bold=True))
        self.follows = Text(role="muted", wrap=True)
        self.column.addWidget(self.follows)
        self.column.addStretch(1)

    def fill(self, chosen: Chosen) -> None:
        self.follows.setText(breakable("\n".join(self._follows(chosen))))

    def _follows(self, chosen: Chosen) -> list[str]:
        plan, project, task = chosen.reading.schedule, chosen.reading.project, chosen.single
        if task is None:
            done = sum(1 for each in chosen.tasks if plan.percent(each.id) >= 100)
            begun = sum(1 for each in chosen.tasks if 0 < plan.percent(each.id) < 100)
            return [
                tr("{done} finished, {begun} in progress, {rest} not begun",
                   done=done, begun=begun, rest=len(chosen.tasks) - done - begun)
            ]  # fmt: skip
        dates, profile = plan.of(task.id), project.profile
        lines = []
        if dates.actual_finish is not None:
            lines.append(tr("Finished on {date}", date=moment_text(dates.actual_finish)))
        elif dates.actual_start is not None:
            lines.append(tr("Begun on {date}", date=moment_text(dates.actual_start)))
            lines.append(tr("Will be finished on {date}", date=moment_text(dates.finish)))
        else:
            lines.append(tr("Not begun; planned from {start} to {finish}",
                            start=moment_text(dates.start), finish=moment_text(dates.finish)))  # fmt: skip
        unit = "ed" if task.elapsed else "d"
        left = dates.duration * (100 - dates.percent_complete) // 100
        lines.append(
            tr("{percent}% of {duration}; {rest} remain", percent=dates.percent_complete,
               duration=duration_text(dates.duration, unit, profile, words()),
               rest=duration_text(left, unit, profile, words()))
        )  # fmt: skip
        if profile.status_date is not None:
            lines.append(tr("Status date: {date}", date=date_text(profile.status_date)))
        return lines
