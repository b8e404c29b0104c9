"""What has gone to a client: recorded for the next report to be set beside it, and no longer new to them."""

from __future__ import annotations

from desktop.domain.clientview import preflight
from desktop.domain.commands.reporting import IssueReport
from desktop.domain.display import date_text
from desktop.domain.record import CLIENT
from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.reports.press import Order

MOST_REMEMBERED = 5000
"""Records that a client has been shown, remembered by reference."""


class Issued:
    """Of one project."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.shown_before: frozenset[str] = frozenset()
        """Records that a client has seen, by reference."""
        self.is_recording = False
        """Whether the change that arrives is that of :meth:`record`."""

    def record(self, issue: IssueReport) -> str:
        """The client has it: keep what it said. Returns what to say of it, "" where it was refused."""
        self.is_recording = True
        try:
            done = self._workspace.do(issue)
        finally:
            self.is_recording = False
        if not done:
            return ""
        return tr(
            "Report {number} is recorded as issued on {date}: its ratings, its forecasts and the fingerprint of "
            "the PDF. The next report is compared with it. Undo takes the record back, not the file.",
            number=issue.number, date=date_text(self._workspace.session.now().date()),
        )  # fmt: skip

    def remember(self, order: Order) -> None:
        """What has gone to a client is not new to them the next time."""
        found = preflight(order.project, CLIENT, order.keys)
        self.shown_before |= found.first_time.refs

    def state(self) -> list[str]:
        """What is kept with the layout."""
        return sorted(self.shown_before)[:MOST_REMEMBERED]

    def restore(self, kept: list[object]) -> None:
        """Take back what was kept, as far as it can be read."""
        self.shown_before = frozenset(item for item in kept[:MOST_REMEMBERED] if isinstance(item, str))
