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
from desktop.domain.rating import DIMENSIONS, TITLES, WORST_FIRST
from desktop.domain.reported import OVERALL, Judged, judged, overall_code
from desktop.domain.reporting import OFF_GREEN
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
    N_("Ratings are computed from the plan, the risk register and the issue log as of the status date."),
)
JUDGED_NOTE = N_("Where the project manager rates otherwise, the reason is given.")


def status_page(source: Source) -> OnePage:
    """The page."""
    period = week_until(source.as_of)
    found = figures(source.project, source.schedule, source.as_of)
    shown = judged(found.ratings, source.said)
    notes = RAG_NOTES if all(item.code == item.proposal.code for item in shown.values()) else (*RAG_NOTES, JUDGED_NOTE)
    blocks: list[Block] = [
        _masthead(source, period),
        _headline(source, found, shown),
        _key_figures(source, found),
        RagRow(tuple(_light(source, name, shown[name]) for name in DIMENSIONS)),
        *lists.decisions_blocks(source, found),
        *lists.milestones_blocks(source, found),
        lists.work_block(source, period),
        *lists.pressing_blocks(source),
        *lists.overdue_blocks(source, found),
        *lists.budget_blocks(source),
        Note(tuple(source.words(text) for text in notes)),
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
        (words.label(N_("Status date")), date_text(source.as_of)),
        (words.label(N_("Period")), f"{date_text(period.first)} – {date_text(period.last)}"),
        (words.label(N_("Report no.")), _number(source)),
        (words.label(N_("Classification")), source.text(profile, "confidentiality")),
    )
    code = f"{profile.project_code} " if profile.project_code else ""
    return Masthead(words.label(N_("Status report")), f"{code}{profile.name}", facts)


def _number(source: Source) -> str:
    told = source.told
    if told.version == 1:
        return str(told.number)
    return source.words("{number} (version {version})", "pattern", number=told.number, version=told.version)


def headline_text(source: Source, found: Figures) -> str:
    """The project manager's sentence, or one of the figures where there is none."""
    return source.project.profile.headline.strip() or _summary(source, found)


def _headline(source: Source, found: Figures, shown: Mapping[str, Judged]) -> Headline:
    words, before = source.words, source.told.ratings.get(OVERALL, "")
    now = overall_code({name: item.code for name, item in shown.items()})
    return Headline(
        headline_text(source, found),
        _lamp(source, now),
        words.label(N_("Overall status")),
        _lamp(source, before) if before else None,
        words(N_("Last report:")) if before else "",
        trend(before, now) if before else "",
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


def reason_text(source: Source, rating: Judged) -> str:
    """A person's reason, or that of the proposal."""
    return rating.reason or source.words(rating.proposal.reason, **rating.proposal.facts)


def _path_text(source: Source, rating: Judged) -> str:
    words, path = source.words, rating.path
    if rating.code not in OFF_GREEN or not path:
        return ""
    if rating.path_date:
        path = words("{name} ({when})", "pattern", name=path, when=date_text(rating.path_date))
    return words("{label}: {text}", "pattern", label=words("Path to green"), text=path)


def _light(source: Source, name: str, rating: Judged) -> Light:
    words, before = source.words, source.told.ratings.get(name, "")
    known = before in WORST_FIRST
    return Light(
        words.label(DIMENSIONS[name]),
        _lamp(source, rating.code),
        reason_text(source, rating),
        _lamp(source, before) if known else None,
        trend(before, rating.code) if known else "",
        _path_text(source, rating),
    )


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
            words.label(N_("Open risks listed here")), str(len(found.risks)),
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
