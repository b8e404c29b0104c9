"""What earlier status reports told, and what a person says of the ratings of the next one. Reading only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.highlights import week_until
from desktop.domain.project import Project
from desktop.domain.rating import GREEN, GREY, WORST_FIRST, Rating
from desktop.domain.record import PRIVATE
from desktop.domain.reporting import DIMENSION, OFF_GREEN, ReportRating, StatusReport

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Reported:
    """What a new report says of the ones before it: numbers, codes and days, no text of theirs."""

    number: int = 1
    """Number of the new report."""
    version: int = 1
    ratings: Mapping[str, str] = field(default_factory=dict)
    """Codes shown in the last report by dimension and ``overall``; empty where there was none."""
    forecasts: tuple[Mapping[str, dt.date], ...] = ()
    """Forecast by task id in every report before, the oldest first."""

    def forecast(self, task: str) -> dt.date | None:
        """Of the last report; None where it did not tell of the milestone."""
        return self.forecasts[-1].get(task) if self.forecasts else None


def issued(project: Project) -> list[StatusReport]:
    """Reports that a client holds, in the order of their status dates, each in its newest version."""
    reports = (
        item
        for item in project.table(StatusReport).values()
        if item.status == "issued" and item.status_date and item.reader != "internal" and item.audience != PRIVATE
    )
    return sorted(reports, key=lambda item: (item.status_date or dt.date.min, item.number, item.version))


def reported(project: Project, as_of: dt.date, language: str = "") -> Reported:
    """What is known when a report is made whose data speak of ``as_of``.

    It is compared with the newest report whose period had ended before its own begins. A report of a
    day that has been reported already is the same report again: in another language, or as a new version.
    """
    first = week_until(as_of).first
    everything = issued(project)
    before = [item for item in everything if (item.period_to or item.status_date or first) < first]
    before = list({item.number: item for item in before}.values())  # one for all languages of a report
    again = [item for item in everything if item.status_date == as_of]
    version = max((item.version for item in again if item.language == language), default=0) + 1
    return Reported(
        again[-1].number if again else project.profile.report_number + 1,
        version,
        _codes(before[-1]) if before else {},
        tuple({row.task: row.forecast for row in item.milestones if row.task and row.forecast} for item in before),
    )


def _codes(report: StatusReport) -> Mapping[str, str]:
    codes = {row.dimension: row.shown for row in report.ratings if row.shown}
    return codes | {OVERALL: overall_code(codes)}


def overall_code(codes: Mapping[str, str]) -> str:
    """The worst of the ratings by dimension, as :func:`desktop.domain.rating.worst` has it."""
    found = min(codes.values(), key=WORST_FIRST.index, default=GREY)
    return codes.get("schedule", GREY) if found == GREEN else found


# -- the next report ----------------------------------------------------------------------------


def draft(project: Project) -> StatusReport | None:
    """The draft, there is at most one: what a person says of the ratings."""
    return next((item for item in project.table(StatusReport).values() if item.status == "draft"), None)


def judgements(project: Project, as_of: dt.date) -> Mapping[str, ReportRating]:
    """What a person says of the ratings of the report of ``as_of``, by dimension.

    It was said for one report: once that one is issued, the report of a later day starts afresh.
    """
    found = draft(project)
    if found is None or found.status_date is None:
        return {}
    if any(found.status_date <= (item.status_date or as_of) < as_of for item in issued(project)):
        return {}
    return {row.dimension: row for row in found.ratings}


@dataclass(frozen=True, slots=True)
class Judged:
    """A rating as it is shown."""

    proposal: Rating
    code: str
    reason: str
    """A person's own; where it is empty, the proposal's reason stands."""
    path: str
    path_date: dt.date | None

    @property
    def lacks_path(self) -> bool:
        """Amber or red, and nothing says how it becomes green again."""
        return self.code in OFF_GREEN and not self.path.strip()


def judged(proposals: Mapping[str, Rating], said: Mapping[str, ReportRating]) -> Mapping[str, Judged]:
    """Every dimension with the person's word on it, where there is one."""
    found = {}
    for name in DIMENSION:
        row, proposal = said.get(name), proposals[name]
        if row is None:
            found[name] = Judged(proposal, proposal.code, "", "", None)
        else:
            found[name] = Judged(proposal, row.shown or proposal.code, row.reason, row.path, row.path_date)
    return found


def unexplained(ratings: Mapping[str, Judged]) -> tuple[str, ...]:
    """Dimensions that a client is not told of yet: amber or red without a way back to green."""
    return tuple(name for name, rating in ratings.items() if rating.lacks_path)
