"""Prints reports away from the interface thread, one piece of work at a time.

An order carries a snapshot of the project, which edits do not touch.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.scheduling import Schedule
from desktop.views.background import Wish
from desktop.views.reports.pager import Pager

if TYPE_CHECKING:
    from desktop.domain.commands.reporting import IssueReport
    from desktop.domain.reported import Judged
    from desktop.reports.kinds import Wishes


@dataclass(frozen=True, slots=True)
class Order:
    """A report to be printed."""

    project: Project
    """A snapshot."""
    schedule: Schedule
    kind: str
    language: str
    audience: str
    today: dt.date
    wishes: Wishes
    keys: tuple[str, ...]
    """Record types that it shows."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed report; ``sizes`` are the pages in points."""

    order: Order
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    ratings: Mapping[str, Judged] = field(default_factory=dict)
    """As shown, by dimension; of a status report only."""
    issue: IssueReport | None = None
    """What records it once a client has it; of a status report for the client only."""


class Press(Pager):
    """Prints reports."""

    def _made_of(self, order: Order, wish: Wish) -> Printed:
        from desktop.reports.kinds import build
        from desktop.reports.pdf import print_report

        report = build(
            order.project,
            order.schedule,
            kind=order.kind,
            language=order.language,
            audience=order.audience,
            today=order.today,
            wishes=order.wishes,
        )
        pdf = print_report(report, wish.is_off)
        document, sizes = self.opened(pdf)
        made = Printed(order, pdf, sizes, *_told(order, pdf))
        self._open = (made, document)
        return made


def _told(order: Order, pdf: bytes) -> tuple[Mapping[str, Judged], IssueReport | None]:
    """What a status report says, for the choices beside it and for the record of its issue."""
    from desktop.reports.issuing import issue_of, ratings_of

    if order.kind != "status":
        return {}, None
    project, plan, language, today = order.project, order.schedule, order.language, order.today
    ratings = ratings_of(project, plan, language=language, audience=order.audience, today=today)
    if order.audience != CLIENT:
        return ratings, None
    return ratings, issue_of(project, plan, language=language, today=today, pdf=pdf, file_name="")
