"""The overview: cards in as many columns as fit."""

from __future__ import annotations

import datetime as dt
import itertools

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.display import date_text
from desktop.domain.overview import Figures, figures
from desktop.domain.people import Client
from desktop.domain.plan import PHASE
from desktop.i18n import N_, tr
from desktop.models.workspace import Workspace
from desktop.views.labels import HEADING, TITLE, Text, breakable, em
from desktop.views.overview import lines
from desktop.views.overview.badge import RatingBadge
from desktop.views.overview.card import Card
from desktop.views.page import Page
from desktop.views.scrolled import scrolled

NARROWEST = 21.0
"""Width of a column that still reads well, in heights of the font."""
MOST_COLUMNS = 4
LARGE = 2000
"""Tasks of a plan whose figures take long enough that the page is shown first."""
LONGEST_NAME, LONGEST_HEADLINE = 200, 600
"""Characters that the head shows of longer texts."""


class OverviewPage(Page):
    """Status at a glance. Figures are computed when the page is looked at, not on every edit behind it."""

    key = "overview"
    title = N_("Overview")
    icon = "overview"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._columns = [QVBoxLayout() for _ in range(MOST_COLUMNS)]
        self._placed: list[list[Card]] = []
        self._shown_day: dt.date | None = None
        """The day as of which the figures are those of the project as it is; None where they are not."""
        self._head = QHBoxLayout()
        self._name = Text("", scale=TITLE, bold=True, wrap=True)
        self._facts = Text("", role="muted", wrap=True)
        self._headline = Text("", scale=HEADING, wrap=True)
        self._overall = RatingBadge()
        self.cards = {
            "ratings": Card(tr("Status"), "check", "reports"),
            "schedule": Card(tr("Schedule"), "plan", "plan"),
            "follow_ups": Card(tr("Follow-ups"), "follow-up", "communication:waiting"),
            "actions": Card(tr("Action items"), "actions", "action"),
            "milestones": Card(tr("Milestones of the next 90 days"), "milestone", "plan:milestones"),
            "risks": Card(tr("Risks"), "risks", "risk"),
            "decisions": Card(tr("Decisions pending"), "decisions", "decision"),
            "issues": Card(tr("Issues"), "issues", "issue"),
        }
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._turn_day)
        self._build()
        workspace.changed.connect(self._take)
        workspace.day_turned.connect(self._turn_day)

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
        self._head.addWidget(self._overall, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._head)
        column.addWidget(self._headline)
        self._board = QHBoxLayout()
        self._board.setSpacing(em(0.8))
        for part in self._columns:
            part.setSpacing(em(0.8))
            part.addStretch()
            self._board.addLayout(part, 1)
        column.addLayout(self._board)
        column.addStretch()
        area = scrolled(inside, sideways=False, keys=False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._area = area
        for card in self.cards.values():
            card.opened.connect(self.navigate)

    # -- content --------------------------------------------------------------------------------

    def _take(self, changes: object) -> None:
        del changes
        self._shown_day = None
        self._turn_day()

    def _turn_day(self) -> None:
        """Figures as of today, where somebody looks at them."""
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        # The day may have changed while another page was in front.
        if self._shown_day != self.workspace.session.now().date():
            if len(self.workspace.project.rows("task")) > LARGE:
                self._soon.start()
            else:
                self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Compute the figures again and fill every card."""
        workspace, project = self.workspace, self.workspace.project
        self._shown_day = workspace.session.now().date()
        self._soon.stop()
        found = figures(project, workspace.schedule, self._shown_day)
        profile = project.profile
        client = project.find(Client, profile.client)
        self._name.setText(breakable(profile.name[:LONGEST_NAME]))
        facts = (
            client.name[:LONGEST_NAME] if client else "",
            tr(PHASE[profile.phase]) if profile.phase in PHASE else "",
            tr("status date {date}", date=date_text(profile.status_date)) if profile.status_date else "",
        )
        self._facts.setText(breakable(" · ".join(filter(None, facts))))
        headline = profile.headline.strip()
        self._headline.setText(breakable(headline[:LONGEST_HEADLINE] + "…" * (len(headline) > LONGEST_HEADLINE)))
        self._headline.setVisible(bool(headline))
        self._overall.show_rating(found.overall.code, tr("Overall status"))
        self._fill(found)
        self._arrange()

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
        count = max(1, min(MOST_COLUMNS, int((room + em(0.8)) // em(NARROWEST + 0.8))))
        placed: list[list[Card]] = [[] for _ in range(count)]
        filled = [0] * count
        for card in self.cards.values():
            place = filled.index(min(filled))
            placed[place].append(card)
            filled[place] += card.sizeHint().height() + em(0.8)
        if placed != self._placed:
            self._placed = placed
            for at, column in enumerate(self._columns):
                for card in placed[at] if at < count else ():
                    self._leave(card)
                    column.insertWidget(column.count() - 1, card)
                self._board.setStretch(at, int(at < count))
        self._chain()

    def _leave(self, card: Card) -> None:
        """Take a card out of the column it stands in, so that places are counted without it."""
        for column in self._columns:
            column.removeWidget(card)

    def _chain(self) -> None:
        """Tab goes through the cards as they stand: down each column, then on to the next."""
        rows = [row for column in self._placed for card in column for row in card.rows]
        for row, following in itertools.pairwise(rows):
            QWidget.setTabOrder(row, following)

    def reveal(self, identity: str) -> bool:
        """The project's own record is shown here."""
        return identity == self.workspace.project.profile.id
