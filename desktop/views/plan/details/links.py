"""What a task is linked with: risks, issues, actions, decisions, people and anything else."""

from __future__ import annotations

from typing import ClassVar

from desktop.i18n import N_
from desktop.models.chosen import Chosen
from desktop.views.plan.details.tab import DetailTab
from desktop.views.records.linked import LinkedRecords


class LinksTab(DetailTab):
    """Links to follow, to add and to take away."""

    key: ClassVar[str] = "links"
    title: ClassVar[str] = N_("Links")
    icon: ClassVar[str] = "shared"
    several: ClassVar[bool] = False

    def make(self) -> None:
        self.linked = LinkedRecords(self.workspace)
        self.linked.opened.connect(self.navigate)
        self.column.addWidget(self.linked)
        self.column.addStretch(1)

    def fill(self, chosen: Chosen) -> None:
        if chosen.single is not None:
            self.linked.load(chosen.single)
