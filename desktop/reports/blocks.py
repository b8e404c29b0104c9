"""What a report says, before anybody decides how it looks: frozen blocks, compared by equality.

Texts are the reader's: translated, formatted, not yet fit for print. A label in two languages is two
lines of one text (:meth:`desktop.reports.language.Speech.label`); drawing sets the second line apart.
A ``role`` is a key of :mod:`desktop.charts.palette`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.charts.shapes import Scene
from desktop.reports.ganttplan import GanttPlan

LEFT, CENTRE, RIGHT = "left", "centre", "right"
GREEN, AMBER, RED, GREY = "green", "amber", "red", "grey"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, which is also a bookmark; ``level`` 1 begins a section."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``role`` colours it, ``most`` is the greatest number of lines shown (0: all)."""

    text: str
    role: str = "text"
    bold: bool = False
    most: int = 0
    small: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Small print under a line: definitions, sources, what a list leaves out."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lamp:
    """A rating: colour, shape and word together, never colour alone. ``rating`` is green, amber, red or grey."""

    rating: str
    word: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page: what this is, about what, for whom, and the facts that date it."""

    title: str
    subject: str
    facts: tuple[tuple[str, str], ...]
    """(label, value) in reading order."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The one sentence that a busy reader takes away, with the rating of the whole, now and last time."""

    text: str
    lamp: Lamp
    label: str
    previous: Lamp | None = None
    previous_label: str = ""
    trend: str = ""
    """As in :class:`Light`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its name; ``remark`` says what it is measured against."""

    label: str
    value: str
    remark: str = ""
    role: str = "text"


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Numbers side by side."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """One dimension of the status: now, before, which way it went, and why in one line."""

    dimension: str
    now: Lamp
    reason: str = ""
    previous: Lamp | None = None
    trend: str = ""
    """``up`` is better, ``flat``, ``down`` is worse, "" unknown."""
    path: str = ""
    """How it becomes green again."""


@dataclass(frozen=True, slots=True)
class RagRow:
    """The status lamps."""

    lights: tuple[Light, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``share`` is its part of the width relative to the others."""

    title: str
    share: float = 1
    align: str = LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell that is more than plain text: coloured, bold, or with a lamp in front."""

    text: str
    role: str = "text"
    bold: bool = False
    rating: str = ""
    """Draws the lamp of this rating in front of the text."""


@dataclass(frozen=True, slots=True)
class Track:
    """A small time axis in a cell: where something was agreed, and where it is forecast (0 to 1, None unknown).

    ``earlier`` are the forecasts of the reports before, the oldest first.
    """

    agreed: float | None
    forecast: float | None
    rating: str
    earlier: tuple[float, ...] = ()


CellText: TypeAlias = str | Cell | Track


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table whose head repeats on every page; ``most`` limits the lines of a cell (0: all)."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[CellText, ...], ...]
    empty: str = ""
    """Said in place of a table without rows."""
    most: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short lines, one point each."""

    items: tuple[str, ...]
    empty: str = ""
    most: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns of blocks beside each other; ``share`` is the left one's part of the width."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class OnePage:
    """Blocks that stay on one page: letters grow smaller and cells shorter until they do."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A picture; ``caption`` says in words what it shows."""

    scene: Scene
    caption: str = ""


@dataclass(frozen=True, slots=True)
class GanttBlock:
    """A Gantt chart over as many landscape pages as it needs."""

    plan: GanttPlan


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins a page, upright or ``landscape``."""

    landscape: bool = False


Block: TypeAlias = (
    Heading | Paragraph | Note | Masthead | Headline | KeyFigures | RagRow | TableBlock | Bullets
    | Columns | OnePage | ChartBlock | GanttBlock | PageBreak
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meta:
    """What stands in the foot of every page and in the document's properties."""

    subject: str
    author: str
    data_date: dt.date
    tag: str
    """BCP 47 tag of the document's language."""
    page: str
    """``Page {page} of {pages}`` in the language of the report."""
    foot: str
    """What else stands in the foot: classification, reader, data date."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    blocks: tuple[Block, ...]
    language: str
    audience: str
    meta: Meta
    landscape: bool = field(default=False)
    """How the first page lies."""

    def walk(self) -> Iterator[Block]:
        """Every block, also those inside others, in reading order."""
        pending = list(reversed(self.blocks))
        while pending:
            block = pending.pop()
            yield block
            if isinstance(block, OnePage):
                pending += reversed(block.blocks)
            elif isinstance(block, Columns):
                pending += (*reversed(block.right), *reversed(block.left))
