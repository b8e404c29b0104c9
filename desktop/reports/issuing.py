"""What is recorded of a status report that goes to a client: the figures of the page, as they were printed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

from desktop.domain.commands.reporting import IssueReport
from desktop.domain.forecast import milestones
from desktop.domain.highlights import week_until
from desktop.domain.overview import figures
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.reported import Judged, judged
from desktop.domain.reporting import ReportMilestone, ReportRating
from desktop.domain.scheduling import Schedule
from desktop.reports.kinds import source_of
from desktop.reports.status import headline_text, reason_text

WHOLE_PLAN = 36_500
"""Days ahead: a milestone that is far away today has a history once it is near."""


def ratings_of(
    project: Project, schedule: Schedule, *, language: str, audience: str, today: dt.date
) -> Mapping[str, Judged]:
    """The ratings that a status report shows to ``audience``, by dimension."""
    source = source_of(project, schedule, language=language, audience=audience, today=today)
    return judged(figures(source.project, schedule, source.as_of).ratings, source.said)


def issue_of(
    project: Project, schedule: Schedule, *, language: str, today: dt.date, pdf: bytes, file_name: str
) -> IssueReport:
    """The command that records the status report for the client which was printed as ``pdf``.

    Everything in it comes from what the client may see, in the words that they read.
    """
    source = source_of(project, schedule, language=language, audience=CLIENT, today=today)
    found = figures(source.project, schedule, source.as_of)
    period, profile = week_until(source.as_of), source.project.profile
    ratings = tuple(
        ReportRating(
            dimension=name, proposed=item.proposal.code, shown=item.code, reason=reason_text(source, item),
            path=item.path, path_date=item.path_date,
        )
        for name, item in judged(found.ratings, source.said).items()
    )  # fmt: skip
    forecasts = tuple(
        ReportMilestone(task=item.task, name=item.name, baseline=item.baseline, forecast=item.forecast)
        for item in milestones(source.project, schedule, source.as_of, WHOLE_PLAN)
    )
    return IssueReport(
        number=source.told.number, version=source.told.version, period_from=period.first, period_to=period.last,
        status_date=source.as_of, language=language, headline=headline_text(source, found), ratings=ratings,
        milestones=forecasts, issued_to=source.text(profile, "client_manager") or source.text(profile, "client"),
        file_name=file_name, sha256=hashlib.sha256(pdf).hexdigest(),
    )  # fmt: skip
