"""The client status report: one page that tells how the project stands, and the registers behind it.

The blocks of the page and their limits follow the practice of highlight reports: a sentence, six
lamps, what the client has to decide, the milestones of the next 90 days, what was done and what comes,
the five heaviest risks and issues, and the promises of both sides that are overdue. What a limit cuts
off is said, with the place where the rest stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from desktop.domain.communication import Action, Decision
from desktop.domain.control import Issue
from desktop.domain.display import date_text, money_text
from desktop.domain.forecast import HORIZON, Milestone
from desktop.domain.highlights import (
    Period,
    coming_work,
    finished_work,
    planned_percent,
    pressing,
    week_until,
)  # fmt: skip
from desktop.domain.overview import Figures, figures
from desktop.domain.plan import Task
from desktop.domain.rating import DIMENSIONS, TITLES, WORST_FIRST, Rating
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Term
from desktop.domain.risks import Risk
from desktop.i18n import N_
from desktop.reports.blocks import (
    Block,
    Bullets,
    Cell,
    CellText,
    Column,
    Columns,
    Figure,
    Heading,
    Headline,
    KeyFigures,
    Lamp,
    Light,
    Masthead,
    Note,
    OnePage,
    Paragraph,
    RagRow,
    TableBlock,
    Track,
)  # fmt: skip
from desktop.reports.registers import Source, decision_question, due_cell, risk_level, risk_response, severity

DECISIONS, MILESTONES, LINES, PRESSING, OVERDUE = 3, 6, 5, 5, 5
"""Most entries of each list on the page."""

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
        *_decisions(source, found),
        *_milestones(source, found),
        _work(source, period),
        *_pressing(source),
        *_overdue(source, found),
        *_budget(source),
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


# -- lists ----------------------------------------------------------------------------------------


def _cut(source: Source, whole: Sequence[object], most: int, place: str) -> tuple[Block, ...]:
    """What a limit left off, and where it stands."""
    rest = len(whole) - most
    if rest <= 0:
        return ()
    words = source.words
    said = words("{count} more, see: {place}", count=rest, place=Term(place))
    return (Paragraph(said, "muted", most=1, small=True),)


def _decisions(source: Source, found: Figures) -> tuple[Block, ...]:
    words = source.words
    title = N_("Decisions needed from you") if source.audience == CLIENT else N_("Decisions needed")
    heading = Heading(words.label(title), 2)
    columns = (
        Column(words.label(N_("Decision")), 3.2),
        Column(words.label(N_("Recommendation")), 2.6),
        Column(words.label(N_("Needed by")), 1.15),
        Column(words.label(N_("Consequence of delay")), 2.2),
    )

    def row(item: Decision) -> tuple[CellText, ...]:
        return (
            decision_question(source, item), item.recommendation, due_cell(source, item, "needed_by", True),
            item.consequence,
        )  # fmt: skip

    rows = tuple(row(item) for item in found.decisions[:DECISIONS])
    table = TableBlock(columns, rows, words("No decision is waiting."), most=2)
    return (heading, table, *_cut(source, found.decisions, DECISIONS, N_("Decisions")))


def _milestones(source: Source, found: Figures) -> tuple[Block, ...]:
    words = source.words
    until = source.as_of + dt.timedelta(HORIZON)
    span = f"{source.as_of:%m-%d} → {until:%m-%d}"
    columns = (
        Column(words.label(N_("Milestone")), 3.6),
        Column(words.label(N_("Baseline")), 1.05),
        Column(words.label(N_("Forecast")), 1.05),
        Column(words.label(N_("Variance, working days")), 1.5),
        Column(span, 2.6),
    )
    rows = tuple(_milestone(source, item, found.plan.tolerance) for item in found.milestones[:MILESTONES])
    heading = Heading(words.label(N_("Milestones of the next 90 days")), 2)
    table = TableBlock(columns, rows, words("No milestone in the next 90 days."), most=1)
    return (heading, table, *_cut(source, found.milestones, MILESTONES, N_("Gantt chart")))


def _milestone(source: Source, item: Milestone, tolerance: int | None) -> tuple[CellText, ...]:
    rating = _milestone_rating(item, tolerance or 0)
    said = "" if item.variance is None else f"{item.variance:+d}" if item.variance else "0"
    if item.overdue:
        said = f"{said}  {source.words('overdue', 'milestone')}".strip()

    def place(day: dt.date | None) -> float | None:
        return None if day is None else (day - source.as_of).days / HORIZON

    return (
        item.name, date_text(item.baseline), date_text(item.forecast), Cell(said, rating=rating),
        Track(place(item.baseline), place(item.forecast), rating),
    )  # fmt: skip


def _milestone_rating(item: Milestone, tolerance: int) -> str:
    """As the schedule is rated: amber beyond the tolerance, red beyond twice of it or when the day has passed."""
    if item.overdue:
        return "red"
    if item.variance is None:
        return "grey"
    return "green" if item.variance <= tolerance else "amber" if item.variance <= 2 * tolerance else "red"


def _work(source: Source, period: Period) -> Columns:
    words, project, schedule = source.words, source.project, source.schedule
    done = finished_work(project, schedule, period)
    following = period.following
    coming = coming_work(project, schedule, following)

    def lines(tasks: list[Task], day: str) -> tuple[str, ...]:
        said = [_work_line(source, task, day, following) for task in tasks[:LINES]]
        if len(tasks) > LINES:
            said[-1] += "  " + words("(and {count} more)", count=len(tasks) - LINES)
        return tuple(said)

    return Columns(
        (
            Heading(words.label(N_("Done in the period")), 2),
            Bullets(lines(done, "done"), words("Nothing was finished in the period."), most=2),
        ),
        (
            Heading(words.label(N_("Next", "report")), 2),
            Bullets(lines(coming, "next"), words("Nothing is due in the next period."), most=2),
        ),
    )


def _work_line(source: Source, task: Task, kind: str, following: Period) -> str:
    """The outcome where one is written down, else the task, with its day."""
    name = task.deliverable.strip() or task.name
    dates, words = source.schedule.of(task.id), source.words
    day, word = dates.finish, words("finish")
    if kind == "done":
        day, word = task.actual_finish or dates.finish, ""
    elif dates.finish.date() > following.last:
        day, word = dates.start, words("start")
    when = words("{word} {date}", "pattern", word=word, date=f"{day:%m-%d}").strip()
    return words("{name} ({when})", "pattern", name=name, when=when)


def _pressing(source: Source) -> tuple[Block, ...]:
    words = source.words
    items = pressing(source.project)
    columns = (
        Column(words.label(N_("No.")), 0.75),
        Column(words.label(N_("Risk or issue")), 3.4),
        Column(words.label(N_("Rating")), 1.15),
        Column(words.label(N_("Response")), 3.0),
        Column(words.label(N_("Owner")), 1.1),
        Column(words.label(N_("Date")), 1.15),
    )
    heading = Heading(words.label(N_("Top risks and issues")), 2)
    rows = tuple(_pressing_row(source, item) for item in items[:PRESSING])
    table = TableBlock(columns, rows, words("No open risk or issue."), most=2)
    return (heading, table, *_cut(source, items, PRESSING, N_("Risk register")))


def _pressing_row(source: Source, item: Risk | Issue) -> tuple[CellText, ...]:
    words = source.words
    if isinstance(item, Issue):
        new = f"[{words('New', 'issue')}] " if item.raised_on in week_until(source.as_of) else ""
        return (
            item.code, new + item.problem, severity(source, item), item.response, source.text(item, "owner"),
            due_cell(source, item, "target", True),
        )  # fmt: skip
    effect = f" → {item.effect}" if item.effect.strip() else ""
    return (
        item.code, f"{item.event}{effect}", risk_level(source, item), risk_response(source, item),
        source.text(item, "owner"), date_text(item.next_review),
    )  # fmt: skip


def _overdue(source: Source, found: Figures) -> tuple[Block, ...]:
    words = source.words
    overdue = sorted(
        (action for side in found.actions.values() for action in side.overdue),
        key=lambda action: (action.due or dt.date.max, action.number),
    )
    columns = (
        Column(words.label(N_("No.")), 0.75),
        Column(words.label(N_("Action")), 4.2),
        Column(words.label(N_("Side")), 1.0),
        Column(words.label(N_("Owner")), 1.3),
        Column(words.label(N_("Due")), 1.0),
        Column(words.label(N_("Days late")), 0.9, "right"),
    )

    def row(action: Action) -> tuple[CellText, ...]:
        days = (source.as_of - action.due).days if action.due else 0
        return (
            action.code, action.title, source.text(action, "side"), source.text(action, "owner"),
            date_text(action.due), Cell(str(days), "red", bold=True),
        )  # fmt: skip

    heading = Heading(words.label(N_("Overdue actions, both sides")), 2)
    rows = tuple(row(action) for action in overdue[:OVERDUE])
    table = TableBlock(columns, rows, words("No action is overdue."), most=1)
    return (heading, table, *_cut(source, overdue, OVERDUE, N_("Action list")))


def _budget(source: Source) -> tuple[Block, ...]:
    """Money, where the reader may see it at all: the declaration keeps it from clients."""
    words, profile = source.words, source.project.profile
    if profile.budget is None:
        return ()
    tasks = source.project.table(Task).values()

    def amount(minor: int | None) -> str:
        return money_text(minor, profile.currency_digits, profile.currency) or "–"

    spent = [task.actual_cost for task in tasks if task.actual_cost is not None]
    planned = [task.fixed_cost for task in tasks if task.fixed_cost is not None]
    columns = [
        (N_("Approved budget"), amount(profile.budget)),
        (N_("Planned cost of tasks"), amount(sum(planned) if planned else None)),
        (N_("Actual cost"), amount(sum(spent) if spent else None)),
        (N_("Budget left"), amount(profile.budget - sum(spent) if spent else None)),
        (N_("Contingency"), amount(profile.contingency)),
    ]
    return (
        Heading(words.label(N_("Budget")), 2),
        TableBlock(
            tuple(Column(words.label(title), 1, "right") for title, _ in columns),
            (tuple(text for _, text in columns),),
        ),
    )
