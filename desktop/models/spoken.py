"""What is said about a cell of the plan beside its text: to a screen reader, and in a tool tip."""

from __future__ import annotations

from desktop.domain.display import moment_text
from desktop.domain.scheduling import Schedule
from desktop.i18n import tr
from desktop.models.plan_marks import MARK_WORDS
from desktop.models.row_facts import RowFacts

TIP = 240
"""Characters of a cell that its tool tip shows: four lines or so, for the rows below are what one looks at."""


def shortened(text: str) -> str:
    """``text`` as a tool tip over the grid shows it."""
    return text if len(text) <= TIP else text[: TIP - 1] + "…"


def told(key: str, text: str, identity: str, facts: RowFacts, schedule: Schedule) -> str:
    """Of a cell under the pointer: the marks in words, dates to the minute, else its text."""
    if key == "indicators":
        return "\n".join(tr(MARK_WORDS[mark]) for mark in facts.marks)
    if key in ("start", "finish") and identity in schedule:
        dates = schedule.of(identity)
        return moment_text(dates.start if key == "start" else dates.finish)
    return text


def spoken(key: str, text: str, facts: RowFacts) -> str:
    """By a screen reader: the outline level and state come with the name."""
    if key == "indicators":
        return ", ".join(tr(MARK_WORDS[mark]) for mark in facts.marks)
    if key != "name":
        return text
    parts = [text, tr("level {n}", n=facts.depth + 1)]
    if facts.summary:
        parts.append(tr("summary, closed") if facts.closed else tr("summary, open"))
    if facts.milestone:
        parts.append(tr("milestone"))
    if facts.critical or facts.near_critical:
        parts.append(tr("critical") if facts.critical else tr("near-critical"))
    return ", ".join(parts)
