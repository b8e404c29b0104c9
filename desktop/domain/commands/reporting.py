"""Saying how a report rates the project, and issuing it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.changes import Transaction
from desktop.domain.plan import ProjectProfile
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected, Term, sentences
from desktop.domain.reported import draft, judgements
from desktop.domain.reporting import DIMENSION, OFF_GREEN, ReportMilestone, ReportRating, StatusReport
from desktop.i18n import N_

sentences(
    rating_without_reason=N_(
        "Another rating of {name} than the proposed one needs a reason: it is printed in the report. "
        "The rating was not changed; write the reason, or take the proposed rating."
    ),
    report_unexplained=N_(
        "{name} is rated Amber or Red without a reason and a path to green. The report was not recorded as "
        "issued; say both, then export it again."
    ),
)


@dataclass(frozen=True)
class JudgeRating:
    """Say how the next report shows one dimension: another rating, why, and how it becomes green again.

    ``shown`` is "" for the proposed rating. With nothing said at all, the proposal stands alone again.
    The draft that keeps it is the client's to read, because what it says is printed for them.
    """

    dimension: str
    status_date: dt.date
    shown: str = ""
    reason: str = ""
    path: str = ""
    path_date: dt.date | None = None
    label: str = N_("Change a rating of the report")

    def apply(self, tx: Transaction) -> None:
        if self.shown and not self.reason.strip():
            raise Rejected("rating_without_reason", name=Term(DIMENSION[self.dimension]))
        rows = dict(judgements(tx.project, self.status_date))
        rows.pop(self.dimension, None)
        if self.shown or self.reason.strip() or self.path.strip() or self.path_date:
            rows[self.dimension] = ReportRating(
                dimension=self.dimension, proposed="", shown=self.shown, reason=self.reason.strip(),
                path=self.path.strip(), path_date=self.path_date,
            )  # fmt: skip
        ratings = tuple(rows[key] for key in DIMENSION if key in rows)
        kept = draft(tx.project)
        if kept is not None:
            tx.update(StatusReport, kept.id, status_date=self.status_date, ratings=ratings)
        elif ratings:
            number = tx.project.profile.report_number + 1
            tx.add(StatusReport, number=number, status_date=self.status_date, ratings=ratings, audience=CLIENT)


@dataclass(frozen=True)
class IssueReport:
    """Record a report that has been handed over: frozen, with the digest of the document.

    An issued report of the same number and language is replaced by it; the document that is
    recorded already is not recorded twice.
    """

    number: int
    version: int
    period_from: dt.date
    period_to: dt.date
    status_date: dt.date
    language: str
    headline: str
    ratings: tuple[ReportRating, ...]
    milestones: tuple[ReportMilestone, ...]
    issued_to: str
    file_name: str
    sha256: str
    reader: str = CLIENT
    type: str = "weekly"
    label: str = N_("Issue report {number}")

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        for row in self.ratings:
            if row.shown in OFF_GREEN and not (row.reason.strip() and row.path.strip()):
                raise Rejected("report_unexplained", name=Term(DIMENSION[row.dimension]))
        facts = {"number": str(self.number)}
        for item in list(tx.project.table(StatusReport).values()):
            if (item.number, item.language, item.status) == (self.number, self.language, "issued"):
                if item.sha256 == self.sha256:
                    return facts
                tx.update(StatusReport, item.id, status="replaced")
        tx.add(
            StatusReport, number=self.number, version=self.version, type=self.type, period_from=self.period_from,
            period_to=self.period_to, status_date=self.status_date, language=self.language, reader=self.reader,
            headline=self.headline, ratings=self.ratings, milestones=self.milestones, status="issued",
            issued_on=tx.now.date(), issued_to=self.issued_to, file_name=self.file_name, sha256=self.sha256,
        )  # fmt: skip
        profile = tx.project.profile
        tx.update(ProjectProfile, profile.id, report_number=max(profile.report_number, self.number))
        return facts
