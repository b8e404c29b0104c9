"""The lists of the status page: decisions, milestones, work, risks and issues, overdue promises, money."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.domain.communication import Action, Decision
from desktop.domain.control import Issue
from desktop.domain.display import date_text, money_text
from desktop.domain.forecast import HORIZON, Milestone
from desktop.domain.highlights import Period, coming_work, finished_work, pressing, week_until
from desktop.domain.overview import Figures
from desktop.domain.plan import Task
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
    Heading,
    Paragraph,
    TableBlock,
    Track,
)
from desktop.reports.columns import Source, due_cell
from desktop.reports.registers import decision_question, risk_level, risk_response, severity

DECISIONS, MILESTONES, LINES, PRESSING, OVERDUE = 3, 6, 5, 5, 5
"""Most entries of each list on the page."""


def _cut(source: Source, whole: Sequence[object], most: int, place: str) -> tuple[Block, ...]:
    """What a limit left off, and where it stands."""
    rest = len(whole) - most
    if rest <= 0:
        return ()
    words = source.words
    said = words("{count} more, see: {place}", count=rest, place=Term(place))
    return (Paragraph(said, "muted", most=1, small=True),)


def decisions_blocks(source: Source, found: Figures) -> tuple[Block, ...]:
    """What somebody has to decide, the most urgent first."""
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
    table = TableBlock(columns, rows, words("None is listed in this report."), most=2)
    return (heading, table, *_cut(source, found.decisions, DECISIONS, N_("Decisions")))


def milestones_blocks(source: Source, found: Figures) -> tuple[Block, ...]:
    """The milestones that are near, with a small picture of where they were agreed and where they are forecast."""
    words = source.words
    until = source.as_of + dt.timedelta(HORIZON)
    span = f"{source.as_of:%m-%d} → {until:%m-%d}"
    last = (Column(words.label(N_("Last forecast")), 1.05),) if source.told.forecasts else ()
    columns = (
        Column(words.label(N_("Milestone")), 3.6 - 0.8 * len(last)),
        Column(words.label(N_("Baseline")), 1.05),
        *last,
        Column(words.label(N_("Forecast")), 1.05),
        Column(words.label(N_("Variance, working days")), 1.5 - 0.1 * len(last)),
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

    def place(day: dt.date) -> float:
        return (day - source.as_of).days / HORIZON

    told = source.told
    last = (date_text(told.forecast(item.task)),) if told.forecasts else ()
    earlier = tuple(place(day) for report in told.forecasts if (day := report.get(item.task)))
    return (
        item.name, date_text(item.baseline), *last, date_text(item.forecast), Cell(said, rating=rating),
        Track(place(item.baseline) if item.baseline else None, place(item.forecast), rating, earlier),
    )  # fmt: skip


def _milestone_rating(item: Milestone, tolerance: int) -> str:
    """As the schedule is rated: amber beyond the tolerance, red beyond twice of it or when the day has passed."""
    if item.overdue:
        return "red"
    if item.variance is None:
        return "grey"
    return "green" if item.variance <= tolerance else "amber" if item.variance <= 2 * tolerance else "red"


def work_block(source: Source, period: Period) -> Columns:
    """What was done and what comes, beside each other."""
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


def pressing_blocks(source: Source) -> tuple[Block, ...]:
    """The heaviest issues and threats."""
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
    table = TableBlock(columns, rows, words("No risk or issue is listed in this report."), most=2)
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


def overdue_blocks(source: Source, found: Figures) -> tuple[Block, ...]:
    """Promises of all sides whose day has passed."""
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
    table = TableBlock(columns, rows, words("None is listed in this report."), most=1)
    return (heading, table, *_cut(source, overdue, OVERDUE, N_("Action list")))


def budget_blocks(source: Source) -> tuple[Block, ...]:
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
