"""What a task is: its time, what holds it, how its work is reckoned, who answers for it."""

from __future__ import annotations

from typing import ClassVar

from desktop.domain.commands.records import SetFields
from desktop.i18n import N_, tr
from desktop.models.chosen import Chosen
from desktop.models.plan_columns import may_show
from desktop.views.labels import SMALL, Text
from desktop.views.plan.details.tab import DetailTab
from desktop.views.records.visibility import VisibilityChoice

SECTIONS = (
    ("", ("duration", "estimated", "start", "finish", "milestone", "active", "mode", "calendar",
          "ignore_resource_calendar")),
    (N_("Held by"), ("constraint", "constraint_date", "deadline", "pinned", "external_start", "external_finish")),
    (N_("Work", "section"), ("task_type", "effort_driven", "work", "level_of_effort", "priority", "levelling_delay")),
    (N_("Estimate"), ("optimistic", "pessimistic")),
    (N_("Responsibility"), ("owner", "deliverable", "wbs", "tags")),
)  # fmt: skip


class GeneralTab(DetailTab):
    """The fields of a task that are not about its progress or its money."""

    key: ClassVar[str] = "general"
    title: ClassVar[str] = N_("General", "section")
    icon: ClassVar[str] = "details"

    def make(self) -> None:
        for title, names in SECTIONS:
            self.add_section(tr(title) if title else "", names)
        said = Text(tr("Visibility"), scale=SMALL, role="muted")
        self.visibility = VisibilityChoice()
        self.visibility.code_chosen.connect(self._set_visibility)
        for part in (said, self.visibility):
            self.column.addWidget(part)
            part.setVisible(may_show(self.workspace, "audience"))
        self.column.addStretch(1)

    def fill(self, chosen: Chosen) -> None:
        various = chosen.differs("audience")
        self.visibility.show_code("" if various else chosen.tasks[0].audience)
        if various:
            self.visibility.setAccessibleDescription(tr("(various)"))

    def _set_visibility(self, code: str) -> None:
        if self.chosen is not None:
            self.workspace.do(SetFields("task", self.chosen.ids, {"audience": code}))
