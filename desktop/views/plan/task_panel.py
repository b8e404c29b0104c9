"""The selected task in full: the record's form, led by what the schedule says of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.display import date_text
from desktop.domain.durations import duration_text
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.labels import Text
from desktop.views.records.form import RecordForm


class TaskPanel(RecordForm):
    """Everything that is stored of a task can be edited here; computed dates stand above."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "task", parent)
        self.computed = Text(role="muted", wrap=True)
        self.lead_column.addWidget(self.computed)
        self.shown.connect(self._show_computed)

    def _show_computed(self) -> None:
        plan = self.workspace.schedule
        if self.identity not in plan:
            self.computed.clear()
            return
        dates, profile, said = plan.of(self.identity), self.workspace.project.profile, words()
        parts = [f"{date_text(dates.start)} – {date_text(dates.finish)}"]
        if dates.total_float < 0:
            parts.append(tr("late by {amount}", amount=duration_text(-dates.total_float, "d", profile, said)))
        else:
            parts.append(tr("total float {amount}", amount=duration_text(dates.total_float, "d", profile, said)))
            parts.append(tr("free float {amount}", amount=duration_text(dates.free_float, "d", profile, said)))
        if dates.critical:
            parts.append(tr("critical"))
        elif dates.near_critical:
            parts.append(tr("near-critical"))
        self.computed.setText(" · ".join(parts))
