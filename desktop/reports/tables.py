"""A table that was worked out on screen, on paper: wide ones in several parts, the first columns in each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.reports.blocks import LEFT, RIGHT, Block, Column, Heading, Report, TableBlock
from desktop.reports.kinds import meta_of, source_of

Value: TypeAlias = str | float | dt.date | None

ROOM = 118
"""Letters that fit beside each other on a page that lies."""
SHORTEST, LONGEST = 5, 38
"""Letters that a column is reckoned with, at least and at most."""


def table_report(
    project: Project, schedule: Schedule, title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]], *,
    language: str, today: dt.date,
) -> Report:  # fmt: skip
    """Rows below ``headings``, for the team: what was worked out may be made of anything.

    Raises ``report_hidden_project`` as every report does.
    """
    source = source_of(project, schedule, language=language, audience="team", today=today)
    texts = [tuple(map(value_text, row)) for row in rows]
    wide = [_width(at, heading, texts) for at, heading in enumerate(headings)]
    numbers = [all(isinstance(row[at], int | float) for row in rows if row[at] is not None) for at in range(len(wide))]
    blocks: list[Block] = [Heading(title)]
    for places in parts(wide):
        columns = tuple(Column(headings[at], wide[at], RIGHT if numbers[at] and rows else LEFT) for at in places)
        blocks.append(TableBlock(columns, tuple(tuple(row[at] for at in places) for row in texts)))
    name = " – ".join((title, source.project.profile.name))
    return Report(name, tuple(blocks), language, "team", meta_of(source), landscape=True)


def value_text(value: Value) -> str:
    """A cell as it is printed."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def parts(widths: Sequence[int]) -> Iterator[list[int]]:
    """Places of the columns that stand beside each other; a second part begins with the first columns again."""
    # A short first column, such as a number, is not enough to know a row by.
    lead = [0, 1] if len(widths) > 2 and widths[0] <= 2 * SHORTEST else [0]
    found, taken = list(lead), sum(widths[at] for at in lead)
    for at in range(len(lead), len(widths)):
        if taken + widths[at] > ROOM and len(found) > len(lead):
            yield found
            found, taken = list(lead), sum(widths[one] for one in lead)
        found.append(at)
        taken += widths[at]
    yield [at for at in found if at < len(widths)]


def _width(at: int, heading: str, texts: Sequence[Sequence[str]]) -> int:
    """Letters of the longest cell; ideographs take two. A heading may break."""
    longest = max((_letters(row[at]) for row in texts), default=0)
    word = max(map(_letters, heading.split()), default=0)
    return min(max(longest, min(word, 12), SHORTEST), LONGEST)


def _letters(text: str) -> int:
    return len(text) + sum(ord(letter) > 0x2E80 for letter in text)
