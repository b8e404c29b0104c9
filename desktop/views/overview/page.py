"""The overview: cards in as many columns as fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.display import date_text
from desktop.domain.overview import Figures, figures
from desktop.domain.people import Client
from desktop.domain.plan import PHASE
from desktop.i18n import N_, tr
from desktop.models.workspace import Workspace
from desktop.views.labels import HEADING, TITLE, Text, em
from desktop.views.overview import lines
from desktop.views.overview.badge import RatingBadge
from desktop.views.overview.card import Card
from desktop.views.page import Page

NARROWEST = 21.0
"""Width of a column that still reads well, in heights of the font."""
MOST_COLUMNS = 4


class OverviewPage(Page):
    """Status at a glance. Figures are computed when the page is looked at, not on every edit behind it."""

    key = "overview"
    title = N_("Overview")
    icon = "overview"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._stale = True
        self._columns = 0
        self._head = QHBoxLayout()
        self._name = Text("", scale=TITLE, bold=True, wrap=True)
        self._facts = Text("", role="muted", wrap=True)
        self._headline = Text("", scale=HEADING, wrap=True)
        self.cards = {
            "ratings": Card(tr("Status"), "check"),
            "schedule": Card(tr("Schedule"), "plan"),
            "follow_ups": Card(tr("Follow-ups"), "follow-up"),
            "actions": Card(tr("Action items"), "actions"),
            "milestones": Card(tr("Milestones of the next 90 days"), "milestone"),
            "risks": Card(tr("Risks"), "risks"),
            "decisions": Card(tr("Decisions pending"), "decisions"),
            "issues": Card(tr("Issues"), "issues"),
        }
        self._build()
        workspace.changed.connect(self._forget)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(em(1.2), em(1), em(1.2), em(1.2))
        column.setSpacing(em(0.8))
        self._head.setSpacing(em(0.8))
        title = QVBoxLayout()
        title.setSpacing(em(0.15))
        title.addWidget(self._name)
        title.addWidget(self._facts)
        self._head.addLayout(title, 1)
        column.addLayout(self._head)
        column.addWidget(self._headline)
        self._board = QHBoxLayout()
        self._board.setSpacing(em(0.8))
        column.addLayout(self._board)
        column.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._area = area
        for card in self.cards.values():
            card.opened.connect(self.navigate)

    # -- content --------------------------------------------------------------------------------

    def _forget(self, changes: object) -> None:
        del changes
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        # The day may have changed while another page was in front.
        self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Compute the figures again and fill every card."""
        workspace, project = self.workspace, self.workspace.project
        found = figures(project, workspace.schedule, workspace.session.now().date())
        profile = project.profile
        client = project.find(Client, profile.client)
        self._name.setText(profile.name)
        facts = (
            client.name if client else "",
            tr(PHASE[profile.phase]) if profile.phase in PHASE else "",
            tr("status date {date}", date=date_text(profile.status_date)) if profile.status_date else "",
        )
        self._facts.setText(" · ".join(filter(None, facts)))
        self._headline.setText(profile.headline)
        self._headline.setVisible(bool(profile.headline))
        self._show_overall(found)
        self._fill(found)
        self._stale = False
        self._arrange()

    def _show_overall(self, found: Figures) -> None:
        if self._head.count() > 1:
            old = self._head.takeAt(1)
            if old is not None and (badge := old.widget()) is not None:
                badge.hide()
                badge.deleteLater()
        self._head.addWidget(RatingBadge(found.overall.code, 3.0), 0, Qt.AlignmentFlag.AlignTop)

    def _fill(self, found: Figures) -> None:
        project = self.workspace.project
        self.cards["ratings"].fill(list(lines.rating_lines(found)), tr("Nothing is known yet."))
        self.cards["schedule"].fill(lines.schedule_lines(found), tr("No tasks yet. The plan is one click to the left."))
        self.cards["milestones"].fill(lines.milestone_lines(found), tr("No milestones in the next 90 days."))
        self.cards["actions"].fill(lines.action_lines(project, found), tr("No action items yet."))
        self.cards["follow_ups"].fill(lines.follow_up_lines(project, found), tr("Nothing to follow up this week."))
        self.cards["decisions"].fill(lines.decision_lines(project, found), tr("No decision is waited for."))
        self.cards["risks"].fill(lines.risk_lines(project, found), tr("No open risks are written down."))
        self.cards["issues"].fill(lines.issue_lines(project, found), tr("No open issues."))

    # -- columns --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Cards into columns, always onto the shortest."""
        room = self._area.viewport().width() - em(2.4)
        wanted = max(1, min(MOST_COLUMNS, int((room + em(0.8)) // em(NARROWEST + 0.8))))
        if wanted == self._columns and not self._stale:
            heights = tuple(card.sizeHint().height() for card in self.cards.values())
            if heights == self._heights:
                return
        self._heights = tuple(card.sizeHint().height() for card in self.cards.values())
        self._columns = wanted
        while (item := self._board.takeAt(0)) is not None:
            if (old := item.layout()) is not None:
                while old.takeAt(0) is not None:
                    pass
                old.deleteLater()
        columns = [QVBoxLayout() for _ in range(wanted)]
        filled = [0] * wanted
        for layout in columns:
            layout.setSpacing(em(0.8))
            self._board.addLayout(layout, 1)
        for card, height in zip(self.cards.values(), self._heights, strict=True):
            place = filled.index(min(filled))
            columns[place].addWidget(card)
            filled[place] += height
        for layout in columns:
            layout.addStretch()

    def reveal(self, identity: str) -> bool:
        """The project's own record is shown here."""
        return identity == self.workspace.project.profile.id

    _heights: tuple[int, ...] = ()
