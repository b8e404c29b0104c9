"""A plan on pages: how large it is drawn, which rows and which days stand on which sheet."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reportlab.lib import pagesizes

from desktop.charts.shapes import LEFT, Scene, Text
from desktop.charts.timescale import Timescale
from desktop.reports.ganttplan import MOST_SHEETS
from desktop.reports.plancontent import PlanContent
from desktop.reports.planpicture import Pane, PlanPicture, Sizes

PAPERS: Mapping[str, tuple[float, float]] = {
    "A4": pagesizes.A4, "A3": pagesizes.A3, "A2": pagesizes.A2, "A1": pagesizes.A1, "A0": pagesizes.A0,
    "Letter": pagesizes.LETTER, "Tabloid": pagesizes.TABLOID,
}  # fmt: skip
"""Upright, in points."""
ONE_PAGE, ACROSS, SCALE = "page", "across", "scale"
MARGIN = 40.0
TITLE = 26.0
"""Height of the line above the chart that names the project, at letters of usual size."""
SMALLEST, LARGEST = 0.1, 2.5
"""Magnification of a plan on one page: below it nothing can be read through a glass, above it nothing is gained."""
LEAST_TABLE = 0.45
"""Letters are made so much smaller, and no more, to give all chosen columns room."""
TABLE_SHARE = 0.7
"""Most of the first sheet's width that the columns take."""
POINTS_PER_PIXEL = 0.75
NEAREST, FURTHEST = 10, 400
"""Per cent that a plan can be drawn at."""


@dataclass(frozen=True, slots=True)
class PaperWishes:
    """What is chosen about the paper."""

    paper: str = "A4"
    lying: bool = True
    fit: str = ONE_PAGE
    across: int = 1
    """Pages that the time axis runs over where that is chosen."""
    percent: int = 100
    """Size of letters and time where that is chosen: 100 is as on the screen."""
    first: dt.date | None = None
    last: dt.date | None = None
    """First and last day; None is the first or last of the plan."""
    heads: bool = True
    """Whether the heads stand on every page, not on the first of every band alone."""
    legend: bool = True

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in points."""
        width, height = PAPERS[self.paper]
        return (height, width) if self.lying else (width, height)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its rows, and which one across it is."""

    rows: range
    sheet: int
    head: bool
    title: bool
    legend: bool


class PlanPages:
    """The pages of a content, by what is wished for; a page's panes are made when they are asked for."""

    def __init__(self, content: PlanContent, wishes: PaperWishes, scale: Timescale, title: str) -> None:
        """``scale`` says how time is divided and folded and how long a day is on the screen."""
        self.wishes, self.title = wishes, title
        width, height = wishes.size
        self.room = width - 2 * MARGIN, height - 2 * MARGIN
        first, last = content.extent()
        if wishes.first is not None:
            first = dt.datetime.combine(wishes.first, dt.time())
        if wishes.last is not None:
            last = dt.datetime.combine(wishes.last, dt.time()) + dt.timedelta(days=1)
        self.first, self.last = first, max(last, first + dt.timedelta(hours=1))
        self.left_out: tuple[str, ...] = ()
        """Titles of columns that found no room."""
        content, self.factor = self._sized(content)
        self.picture = PlanPicture(content, Sizes().times(self.factor))
        self.sheets, self.widths, self.scale = self._axis(scale)
        self.pages = list(self._pages())

    # -- sizes ----------------------------------------------------------------------------------

    def _sized(self, content: PlanContent) -> tuple[PlanContent, float]:
        """Magnification, and the columns that have room at it."""
        wide, high = self.room
        usual = PlanPicture(content, Sizes())
        table = usual.table_width(0)
        fits = TABLE_SHARE * wide / table if table else LARGEST
        if self.wishes.fit == SCALE:
            factor = min(max(self.wishes.percent, NEAREST), FURTHEST) / 100
        elif self.wishes.fit == ONE_PAGE:
            rows = usual.height - usual.sizes.header
            legend = usual.legend_height() if self.wishes.legend else 0.0
            factor = high / (rows + usual.sizes.header + TITLE + legend + 1)
            factor = min(max(factor, SMALLEST), LARGEST, max(fits, SMALLEST))
        else:
            factor = min(1.0, max(fits, LEAST_TABLE))
        return self._with_room(content, factor), factor

    def _with_room(self, content: PlanContent, factor: float) -> PlanContent:
        room = TABLE_SHARE * self.room[0] / (Sizes().em * factor) + 1e-6
        kept = []
        for column in content.columns:
            if column.width <= room:
                kept.append(column)
                room -= column.width
        self.left_out = tuple(column.title for column in content.columns if column not in kept)
        return replace(content, columns=tuple(kept))

    def _axis(self, scale: Timescale) -> tuple[int, tuple[float, ...], Timescale]:
        """Sheets across, what the chart has on each, and the scale of the first."""
        if self.wishes.fit != SCALE:
            count = min(max(self.wishes.across, 1), MOST_SHEETS) if self.wishes.fit == ACROSS else 1
            widths = self._widths(count)
            return count, widths, self.picture.fitted(scale, self.first, self.last, sum(widths))
        em = self.picture.sizes.em
        made = replace(scale, start=self.first, scale=scale.scale * POINTS_PER_PIXEL * self.factor).scrolled(-em)
        needed = made.x(self.last) + 5 * em
        first, other = self._widths(2)
        count = 1 + max(0, math.ceil((needed - first) / other))
        if count > MOST_SHEETS:  # rather smaller than cut off
            widths = self._widths(MOST_SHEETS)
            return MOST_SHEETS, widths, self.picture.fitted(scale, self.first, self.last, sum(widths))
        return count, self._widths(count), made

    def _widths(self, count: int) -> tuple[float, ...]:
        return tuple(self.room[0] - self.picture.table_width(sheet) for sheet in range(count))

    # -- pages ----------------------------------------------------------------------------------

    def _pages(self) -> Iterator[Sheet]:
        sizes, high, count = self.picture.sizes, self.room[1], len(self.picture.content.order)
        legend = self.picture.legend_height() if self.wishes.legend else 0.0
        row, first = 0, True
        while row < count or first:
            head = first or self.wishes.heads
            taken = (sizes.header if head else 0.0) + (self._title_height() if first else 0.0) + legend
            rows = range(row, row + self.picture.fitting(row, high - taken) if count else 0)
            for sheet in range(self.sheets):
                yield Sheet(rows, sheet, head, first and not sheet, self.wishes.legend)
            row, first = rows.stop, False

    def _title_height(self) -> float:
        return TITLE * self.factor

    def panes(self, page: Sheet) -> Iterator[Pane]:
        """Everything on a page but its foot, from the upper left corner of what may be printed on."""
        em, (wide, _) = self.picture.sizes.em, self.room
        # Every sheet of the first band leaves the room, so that rows lie at one height across.
        top = self._title_height() if page.rows.start == 0 else 0.0
        if page.title:
            text = Text(0, 0, wide, top * 0.8, self.title, "text", LEFT, bold=True, size=1.7)
            yield Pane(0, 0, Scene(wide, top, (text,)))
        scale = self.scale.scrolled(sum(self.widths[: page.sheet]))
        width = self.picture.table_width(page.sheet) + self.widths[page.sheet]
        if page.sheet == self.sheets - 1 and self.wishes.fit == SCALE:  # no empty time behind the end
            width = min(width, self.picture.table_width(page.sheet) + scale.x(self.last) + 12 * em)
        bottom = top
        for pane in self.picture.panes(
            scale, page.rows, page.sheet, width, head=page.head, last=page.sheet == self.sheets - 1
        ):
            bottom = max(bottom, top + pane.y + pane.scene.height)
            yield replace(pane, y=pane.y + top)
        if page.legend:
            yield Pane(0, bottom + 0.2 * em, self.picture.legend(wide))
