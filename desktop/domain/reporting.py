"""Status reports: what was told to whom and when, frozen on the day of issue.

A report once issued is evidence. Its record keeps the ratings as they were shown, the forecasts as
they stood, and the SHA-256 of the document, so that the next report can be set beside it; nothing in
it follows later edits: people and tasks are named by the words of that day.
"""

from __future__ import annotations

import datetime as dt

from desktop.domain import record as f
from desktop.domain.record import CLIENT, Part, Record, choices, part, record
from desktop.i18n import N_

REPORT_TYPE = choices(
    weekly=N_("Weekly", "report"), monthly=N_("Monthly", "report"), steering=N_("Steering committee", "report"),
    gate=N_("Gate", "report"), ad_hoc=N_("Ad hoc", "report"),
)  # fmt: skip
REPORT_STATUS = choices(draft=N_("Draft", "report"), issued=N_("Issued", "report"), replaced=N_("Replaced", "report"))
REPORT_LANGUAGE = choices(zh=N_("Chinese"), en=N_("English"), both=N_("Both", "languages"))
READER = choices(client=N_("Client", "audience"), steering=N_("Steering committee"), internal=N_("Internal"))
DIMENSION = choices(
    schedule=N_("Schedule"), cost=N_("Cost"), scope=N_("Scope"),
    quality=N_("Quality"), risk=N_("Risk"), resource=N_("Resources"),
)  # fmt: skip
"""What a status report rates, in its order."""
RATING = choices(
    red=N_("Red", "rating"), amber=N_("Amber", "rating"), green=N_("Green", "rating"),
    grey=N_("Not assessed", "rating"),
)  # fmt: skip
"""The worst first."""
OFF_GREEN = frozenset({"red", "amber"})
"""Ratings that a client is not told without a reason and a way back."""


@part
class ReportRating(Part):
    """One dimension of a report."""

    dimension: str = f.choice(N_("Dimension"), DIMENSION, default="schedule", audience=CLIENT)
    proposed: str = f.choice(N_("Proposed rating"), RATING)
    """What the evidence said; the team's business where another rating was shown."""
    shown: str = f.choice(N_("Rating"), RATING, audience=CLIENT)
    """In a draft, "" is the rating that is proposed when the report is printed."""
    reason: str = f.text(N_("Reason"), audience=CLIENT)
    path: str = f.text(N_("Path to green"), audience=CLIENT)
    path_date: dt.date | None = f.date(N_("Green again by"), audience=CLIENT)


@part
class ReportMilestone(Part):
    """One milestone that was not reached when the report was issued."""

    task: str | None = f.link(N_("Task"), to="task")
    name: str = f.text(N_("Milestone"))
    baseline: dt.date | None = f.date(N_("Baseline"))
    forecast: dt.date | None = f.date(N_("Forecast"))


@record("report", number="SR", title=N_("Status report"), plural=N_("Status reports"), name="headline",
        purpose=N_("What was reported to whom, as it stood on that day."))  # fmt: skip
class StatusReport(Record):
    """A report that was issued; or the draft, which holds what a person says of the ratings of the next one.

    ``number`` is the number printed on the report. Another language of a report, and its corrected
    version, carry the same number.
    """

    version: int = f.integer(N_("Version"), default=1, low=1)
    type: str = f.choice(N_("Type"), REPORT_TYPE, default="weekly", required=True)
    period_from: dt.date | None = f.date(N_("Period from"))
    period_to: dt.date | None = f.date(N_("Period to"))
    status_date: dt.date | None = f.date(N_("Status date"), required=True, audience=CLIENT)
    language: str = f.choice(N_("Language"), REPORT_LANGUAGE)
    reader: str = f.choice(N_("Audience"), READER, default="client", required=True)
    headline: str = f.long_text(N_("Headline"))
    ratings: tuple[ReportRating, ...] = f.rows(N_("Ratings"), of=ReportRating, audience=CLIENT)
    milestones: tuple[ReportMilestone, ...] = f.rows(N_("Milestones"), of=ReportMilestone)
    status: str = f.choice(N_("Status"), REPORT_STATUS, default="draft", required=True, audience=CLIENT)
    issued_on: dt.date | None = f.date(N_("Issued on"))
    issued_to: str = f.text(N_("Issued to"))
    file_name: str = f.text(N_("File name"))
    sha256: str = f.text(N_("SHA-256 of the PDF"))
