"""The client status report: one page that tells how the project stands, and the registers behind it.

The blocks of the page and their limits follow the practice of highlight reports: a sentence, six
lamps, what the client has to decide, the milestones of the next 90 days, what was done and what comes,
the five heaviest risks and issues, and the promises of both sides that are overdue. What a limit cuts
off is said, with the place where the rest stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.display import date_text
from desktop.domain.highlights import (
    Period,
    planned_percent,
    week_until,
)  # fmt: skip
from desktop.domain.overview import Figures, figures
from desktop.domain.rating import DIMENSIONS, TITLES, WORST_FIRST, Rating
from desktop.i18n import N_
from desktop.reports import statuslists as lists
from desktop.reports.blocks import (
    Block,
    Figure,
    Headline,
    KeyFigures,
    Lamp,
    Light,
    Masthead,
    Note,
    OnePage,
    RagRow,
)  # fmt: skip
from desktop.reports.columns import Source

RAG_NOTES = (
    N_(
        "Green: within the tolerance agreed for this project. Amber: forecast to exceed it, recovery within the "
        "project manager’s power. Red: exceeds it or will, and needs a decision above the project manager."
    ),
    N_("Ratings are computed from the plan, the risk register and the issue log as of the data date."),
)


def status_page(source: Source, previous: Mapping[str, str]) -> OnePage:
    """The page; ``previous`` are the ratings of the last report by dimension (``overall`` for the whole)."""
    period = week_until(source.as_of)
    found = figures(source.project, source.schedule, source.as_of)
    blocks: list[Block] = [
        _masthead(source, period),
        _headline(source, found, previous),
        _key_figures(source, found),
        RagRow(tuple(_light(source, name, found.ratings[name], previous.get(name, "")) for name in DIMENSIONS)),
        *lists.decisions_blocks(source, found),
        *lists.milestones_blocks(source, found),
        lists.work_block(source, period),
        *lists.pressing_blocks(source),
        *lists.overdue_blocks(source, found),
        *lists.budget_blocks(source),
        Note(tuple(source.words(text) for text in RAG_NOTES)),
    ]
    return OnePage(tuple(blocks))


# -- head -----------------------------------------------------------------------------------------


def _masthead(source: Source, period: Period) -> Masthead:
    words, project = source.words, source.project
    profile = project.profile
    facts = (
        (words.label(N_("Client")), source.text(profile, "client")),
        (words.label(N_("Project manager")), source.text(profile, "manager")),
        (words.label(N_("Client project manager")), source.text(profile, "client_manager")),
        (words.label(N_("Phase")), source.text(profile, "phase")),
        (words.label(N_("Data date")), date_text(source.as_of)),
        (words.label(N_("Period")), f"{date_text(period.first)} – {date_text(period.last)}"),
        (words.label(N_("Report no.")), str(profile.report_number + 1)),
        (words.label(N_("Classification")), source.text(profile, "confidentiality")),
    )
    code = f"{profile.project_code} " if profile.project_code else ""
    return Masthead(words.label(N_("Status report")), f"{code}{profile.name}", facts)


def _headline(source: Source, found: Figures, previous: Mapping[str, str]) -> Headline:
    words, text = source.words, source.project.profile.headline.strip()
    before = previous.get("overall", "")
    return Headline(
        text or _summary(source, found),
        _lamp(source, found.overall.code),
        words.label(N_("Overall status")),
        _lamp(source, before) if before else None,
        words(N_("Last report:")) if before else "",
    )


def _summary(source: Source, found: Figures) -> str:
    """The sentence for a project manager who has not written one."""
    words, plan = source.words, found.plan
    if not plan.tasks:
        return words("The plan has no tasks yet.")
    facts = {"percent": plan.percent, "date": date_text(plan.finish.date())}
    if plan.variance is None:
        return words("{percent}% of the work is done; the plan ends on {date}.", **facts)
    if plan.variance > 0:
        facts["days"] = plan.variance
        return words("{percent}% of the work is done; the plan ends on {date}, {days} working days late.", **facts)
    return words("{percent}% of the work is done; the plan ends on {date}, as agreed or earlier.", **facts)


def _lamp(source: Source, rating: str) -> Lamp:
    code = rating if rating in TITLES else "grey"
    return Lamp(code, source.words(TITLES[code]))


def _light(source: Source, name: str, rating: Rating, before: str) -> Light:
    words = source.words
    now = _lamp(source, rating.code)
    reason = words(rating.reason, **rating.facts)
    if before not in WORST_FIRST:
        return Light(words.label(DIMENSIONS[name]), now, reason)
    return Light(words.label(DIMENSIONS[name]), now, reason, _lamp(source, before), trend(before, rating.code))


def trend(before: str, now: str) -> str:
    """Which way a rating went: ``up`` is better; "" where either was not assessed."""
    if "grey" in (before, now):
        return ""
    step = WORST_FIRST.index(now) - WORST_FIRST.index(before)
    return "flat" if step == 0 else "up" if step > 0 else "down"


def _key_figures(source: Source, found: Figures) -> KeyFigures:
    words, plan = source.words, found.plan
    planned = planned_percent(source.project, source.schedule, source.as_of)
    ours, theirs = found.actions["us"], found.actions["client"]
    items = [
        Figure(
            words.label(N_("Progress")), f"{plan.percent}%",
            words("plan {percent}%", percent=planned) if planned is not None else "",
        ),
        Figure(words.label(N_("Forecast finish")), date_text(plan.finish.date()), _variance(source, plan.variance)),
        Figure(
            words.label(N_("Open risks")), str(len(found.risks)),
            words("high: {count}", count=len(found.risks_high)),
        ),
        Figure(
            words.label(N_("Open actions: client / us")), f"{len(theirs.open)} / {len(ours.open)}",
            words("overdue: {client} / {us}", client=len(theirs.overdue), us=len(ours.overdue)),
        ),
        Figure(
            words.label(N_("Decisions needed")), str(len(found.decisions)),
            words("overdue: {count}", count=len(found.decisions_overdue)),
        ),
    ]  # fmt: skip
    return KeyFigures(tuple(items if plan.tasks else items[2:]))


def _variance(source: Source, days: int | None) -> str:
    words = source.words
    if days is None:
        return ""
    if days > 0:
        return words.plural("{n} working day late", "{n} working days late", days)
    return words.plural("{n} working day early", "{n} working days early", -days) if days else words("as agreed")
