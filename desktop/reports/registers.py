"""Registers on paper: which columns, in which order, and what is said of each record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from desktop.charts.matrix import Marks, MatrixLayout, describe, matrix_scene
from desktop.domain.communication import PARTY, Action, Communication, Decision
from desktop.domain.control import Issue
from desktop.domain.display import date_text
from desktop.domain.filters import HIGH_SCORE
from desktop.domain.highlights import WEIGHTY_SCORE
from desktop.domain.overview import by_attention
from desktop.domain.risks import Risk
from desktop.i18n import N_
from desktop.reports.blocks import (
    CENTRE,
    Block,
    Cell,
    CellText,
    ChartBlock,
    Columns,
    Heading,
    Paragraph,
)
from desktop.reports.columns import VISIBILITY, Pick, Source, due_cell, table

MATRIX, MATRIX_SHARE = (430.0, 185.0), 0.585
"""Width and height of the matrix in points, and its part of the width of a page."""
BODY = 8.0
"""Size of the letters in the matrix."""
SEVERITY_RATING = {"critical": "red", "high": "red", "medium": "amber", "low": "green"}


# -- risks ----------------------------------------------------------------------------------------


def risk_level(source: Source, risk: Risk) -> CellText:
    """Score with its level in a word; the lamp is for threats, an opportunity is nothing to warn of."""
    words, score = source.words, risk.score
    if score is None:
        return words("Not assessed")
    level, rating = words("Low"), "green"
    if score >= HIGH_SCORE:
        level, rating = words("High"), "red"
    elif score >= WEIGHTY_SCORE:
        level, rating = words("Medium"), "amber"
    return Cell(f"{score} {level}", rating=rating if risk.kind == "threat" else "")


def _risk_statement(source: Source, risk: Risk) -> CellText:
    words = source.words
    lines = [risk.event]
    for field in ("cause", "effect"):
        if text := getattr(risk, field).strip():
            lines.append(words("{label}: {text}", "pattern", label=words(risk.info.specs[field].title), text=text))
    return "\n".join(lines)


def risk_response(source: Source, risk: Risk) -> str:
    """Strategy and what is done, as one text."""
    strategy, response = source.text(risk, "strategy"), risk.response.strip()
    if strategy and response:
        return source.words("{label}: {text}", "pattern", label=strategy, text=response)
    return strategy + response


def _impact(_source: Source, risk: Risk) -> CellText:
    return "" if risk.impact is None else str(risk.impact)


RISK_PICKS = (
    Pick("number", 0.62),
    Pick("event", 3.6, _risk_statement, title=N_("Risk")),
    Pick("category", 0.9),
    Pick("probability", 0.85, align=CENTRE),
    Pick("impact_schedule", 0.62, _impact, CENTRE, N_("Impact")),
    Pick("impact_cost", 1.05, risk_level, title=N_("Score")),
    Pick("response", 2.9, risk_response),
    Pick("owner", 1.0),
    Pick("status", 1.0),
    Pick("next_review", 0.98),
    VISIBILITY,
)


def risk_section(source: Source) -> tuple[Block, ...]:
    """The risk register: open risks by attention, then the closed."""
    words = source.words
    risks = by_attention(source.project.table(Risk).values())
    opened, closed = [risk for risk in risks if risk.is_open], [risk for risk in risks if not risk.is_open]
    picture = (_matrix(source, opened, len(closed)),) if opened else ()
    return (
        Heading(words.label(N_("Risk register"))),
        *picture,
        table(source, Risk, RISK_PICKS, opened + closed, words("None is listed in this report.")),
    )


def _matrix(source: Source, opened: Sequence[Risk], closed: int) -> Block:
    """The matrix of the open risks, and beside it what it shows in words."""
    words, profile = source.words, source.project.profile
    layout = MatrixLayout(MATRIX[0], MATRIX[1], BODY * 1.25, any(risk.score is None for risk in opened))
    scene = matrix_scene(opened, layout, profile.tolerance_days, words.first, Marks(arrows=True))
    facts = {"open": len(opened), "high": sum((r.score or 0) >= HIGH_SCORE for r in opened), "closed": closed}
    lines = (
        words("Open: {open}, of these high (score 15 or more): {high}. Closed: {closed}.", **facts),
        describe(opened, words),
        words("The number in a cell is probability times impact. An arrow leads to what the response leaves."),
    )
    return Columns((ChartBlock(scene),), tuple(Paragraph(line) for line in lines), MATRIX_SHARE)


# -- issues ---------------------------------------------------------------------------------------


def severity(source: Source, issue: Issue) -> CellText:
    """Severity with the lamp of an open issue."""
    rating = SEVERITY_RATING.get(issue.severity, "") if issue.is_open else ""
    return Cell(source.text(issue, "severity"), rating=rating)


ISSUE_PICKS = (
    Pick("number", 0.62),
    Pick("problem", 3.2),
    Pick("category", 0.9),
    Pick("severity", 1.0, severity),
    Pick("response", 2.8),
    Pick("owner", 1.0),
    Pick("target", 1.05, lambda source, item: due_cell(source, item, "target", item.is_open)),
    Pick("response_status", 1.0),
    Pick("status", 1.0),
    VISIBILITY,
)


def issue_section(source: Source) -> tuple[Block, ...]:
    """The issue log: open ones by target date, then the closed."""
    words = source.words
    log = source.project.table(Issue).values()
    issues = sorted(log, key=lambda item: (not item.is_open, item.target or dt.date.max, item.number))
    facts = {"open": sum(i.is_open for i in issues), "closed": sum(not i.is_open for i in issues)}
    return (
        Heading(words.label(N_("Issue log"))),
        Paragraph(words("Open: {open}. Closed: {closed}.", **facts), "muted"),
        table(source, Issue, ISSUE_PICKS, issues, words("None is listed in this report.")),
    )


# -- actions --------------------------------------------------------------------------------------


def _action_text(_source: Source, action: Action) -> CellText:
    return "\n".join(filter(None, (action.title, action.detail.strip())))


def _action_due(source: Source, action: Action) -> CellText:
    cell = due_cell(source, action, "due", action.is_open)
    if action.original_due and action.original_due != action.due:
        moved = source.words("first {date}", date=date_text(action.original_due))
        if isinstance(cell, Cell):
            return Cell(f"{cell.text}\n{moved}", cell.role, cell.bold, cell.rating)
        return f"{cell}\n{moved}"
    return cell


def _action_status(source: Source, action: Action) -> CellText:
    text = source.text(action, "status")
    return f"{text}: {action.blocked_by}" if action.status == "blocked" and action.blocked_by else text


OPEN_ACTIONS = (
    Pick("number", 0.62),
    Pick("title", 4.4, _action_text),
    Pick("owner", 1.1),
    Pick("promised_to", 1.1),
    Pick("due", 1.25, _action_due),
    Pick("priority", 0.8),
    Pick("status", 1.5, _action_status),
    VISIBILITY,
)
DONE_ACTIONS = (
    Pick("number", 0.62),
    Pick("title", 4.4),
    Pick("side", 0.9),
    Pick("owner", 1.1),
    Pick("due", 1.0),
    Pick("done_on", 1.0),
    Pick("status", 1.0),
    Pick("evidence", 2.0),
    VISIBILITY,
)
SIDE_TITLES = {
    "client": N_("What we need from the client"),
    "us": N_("What we do"),
    "third_party": N_("What third parties do"),
}


def action_section(source: Source) -> tuple[Block, ...]:
    """Promises: what is needed from the client first, then ours, then what is done."""
    words = source.words
    actions = sorted(source.project.table(Action).values(), key=lambda item: (item.due or dt.date.max, item.number))
    blocks: list[Block] = [Heading(words.label(N_("Action list")))]
    for side in sorted(PARTY, key=lambda code: (code != "client", code != "us")):
        own = [item for item in actions if item.side == side and item.is_open]
        if own or side in ("client", "us"):
            blocks.append(Heading(words.label(SIDE_TITLES[side]), 2))
            blocks.append(table(source, Action, OPEN_ACTIONS, own, words("None is listed in this report.")))
    done = [item for item in actions if not item.is_open]
    if done:
        blocks.append(Heading(words.label(N_("Done", "actions")), 2))
        blocks.append(table(source, Action, DONE_ACTIONS, reversed(done)))
    return tuple(blocks)


# -- decisions ------------------------------------------------------------------------------------


def decision_question(_source: Source, decision: Decision) -> CellText:
    """Title, and the question where it says more."""
    question = decision.question.strip()
    return decision.title if not question or question == decision.title else f"{decision.title}\n{question}"


OPEN_DECISIONS = (
    Pick("number", 0.7),
    Pick("title", 3.0, decision_question, title=N_("Decision")),
    Pick("recommendation", 2.6),
    Pick("needed_by", 1.1, lambda source, item: due_cell(source, item, "needed_by", item.is_open)),
    Pick("decision_maker", 1.0),
    Pick("consequence", 2.0),
    Pick("status", 0.9),
    VISIBILITY,
)
TAKEN_DECISIONS = (
    Pick("number", 0.7),
    Pick("title", 2.4, decision_question, title=N_("Decision")),
    Pick("outcome", 3.0),
    Pick("rationale", 2.2),
    Pick("decided_on", 1.0),
    Pick("decision_maker", 1.0),
    Pick("status", 0.9),
    Pick("confirmation", 1.0),
    VISIBILITY,
)


def decision_section(source: Source) -> tuple[Block, ...]:
    """Decisions: those to be taken by urgency, those taken by date, the latest first."""
    words = source.words
    decisions = list(source.project.table(Decision).values())
    waiting = sorted((d for d in decisions if d.is_open), key=lambda d: (d.needed_by or dt.date.max, d.number))
    taken = sorted((d for d in decisions if not d.is_open), key=lambda d: (d.decided_on or dt.date.min, d.number))
    return (
        Heading(words.label(N_("Decisions"))),
        Heading(words.label(N_("To be decided")), 2),
        table(source, Decision, OPEN_DECISIONS, waiting, words("None is listed in this report.")),
        Heading(words.label(N_("Decided", "decisions")), 2),
        table(source, Decision, TAKEN_DECISIONS, reversed(taken), words("None is listed in this report.")),
    )


# -- communication --------------------------------------------------------------------------------


def _contact_text(_source: Source, log: Communication) -> CellText:
    return "\n".join(filter(None, (log.subject, log.shared_note.strip())))


def _channel(source: Source, log: Communication) -> CellText:
    parts = [source.text(log, "channel"), source.text(log, "direction")]
    if log.formal_notice:
        parts.append(source.words("Formal notice"))
    return "\n".join(filter(None, parts))


def _follow_up(source: Source, log: Communication) -> CellText:
    if log.follow_up and log.follow_up_done:
        return f"{date_text(log.follow_up)}\n{source.words('Done')}"
    return due_cell(source, log, "follow_up", not log.follow_up_done)


COMMUNICATION_PICKS = (
    Pick("number", 0.62),
    Pick("happened_at", 1.05),
    Pick("channel", 1.1, _channel),
    Pick("participants", 1.7),
    Pick("subject", 5.4, _contact_text, title=N_("Subject and what was said")),
    Pick("follow_up", 1.1, _follow_up),
    VISIBILITY,
)


def communication_section(source: Source) -> tuple[Block, ...]:
    """The communication log, the latest contact first; only the shared note, never the private one."""
    words = source.words
    newest = sorted(
        source.project.table(Communication).values(),
        key=lambda log: (log.happened_at or dt.datetime.min, log.number),
        reverse=True,
    )
    return (
        Heading(words.label(N_("Communication log"))),
        table(source, Communication, COMMUNICATION_PICKS, newest, words("No contacts yet.")),
    )
