"""Blocks to PDF: pages, feet, bookmarks, properties. Deterministic, and without a toolkit.

The same report gives the same bytes. Fonts are embedded, ReportLab's own are never named. Document
properties are those of the report and say nothing of the computer or the person that made it.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, NextPageTemplate, PageTemplate
from reportlab.platypus import PageBreak as NewPage

from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_
from desktop.reports import blocks, drawing, fonts, frontpage
from desktop.reports import flowables as flow
from desktop.reports.flowables import Placed, Stack
from desktop.reports.ganttflow import GanttFlow
from desktop.reports.ganttplan import Drawing
from desktop.reports.grid import Grid
from desktop.reports.language import Speech
from desktop.reports.lines import BODY, SMALL, Look, Style
from desktop.reports.typeset import missing, plain, shortened, width_of

PRODUCT = "Pilotage 领航"
MARGIN = 40.0
"""Points around what is printed; the foot stands in the lower margin."""
FOOT = 18.0
"""Points from the lower edge of what is printed to the middle of the foot."""
HEADING_ROOM, SECTION_ROOM = 90.0, 150.0
"""A heading is not left alone at the end of a page: so much must be left on it."""

UNDIVIDED = (blocks.ChartBlock, blocks.Columns, blocks.KeyFigures, blocks.RagRow)
"""Blocks that stand on one page: a heading before them goes where they go."""
UPRIGHT, LYING = "upright", "lying"

sentences(report_cancelled=N_("The report was called off. Nothing was written."))

Step = Callable[[], None]


def print_report(report: blocks.Report, cancelled: Callable[[], bool] | None = None) -> bytes:
    """``report`` as PDF. Raises ``report_cancelled`` soon after ``cancelled`` first says True."""

    def step() -> None:
        if cancelled is not None and cancelled():
            raise Rejected("report_cancelled")

    for name in (fonts.REGULAR, fonts.BOLD):
        fonts.font(name)
    out = io.BytesIO()
    document = Document(report, out, step)
    document.build(list(_story(report, document, step)), canvasmaker=partial(Pages, foot=document.foot))
    return out.getvalue()


class Pages(Canvas):
    """A canvas that draws the foot of each page at the end, when it is known how many pages there are."""

    def __init__(self, *arguments: Any, foot: Callable[[Canvas, int, int], None], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._foot = foot
        self._ended = 0

    def leave_foot(self) -> None:
        """Leave a place for the foot of the page that ends."""
        self._ended += 1
        self.doForm(f"foot{self._ended}")

    def save(self) -> None:
        for number in range(1, self._ended + 1):
            self.beginForm(f"foot{number}")
            self._foot(self, number, self._ended)
            self.endForm()
        super().save()


class Document(BaseDocTemplate):
    """Upright and lying A4 pages with a foot."""

    def __init__(self, report: blocks.Report, out: io.BytesIO, step: Step) -> None:
        meta = report.meta
        super().__init__(
            out, pagesize=A4, invariant=1, lang=meta.tag, initialFontName=fonts.REGULAR,
            title=plain(report.title), author=plain(meta.author), subject=plain(meta.subject),
            creator=PRODUCT, producer=PRODUCT, keywords=[],
        )  # fmt: skip
        self._report, self._step = report, step
        self._widths: list[float] = []
        self._sizes: dict[str, tuple[float, float]] = {UPRIGHT: A4, LYING: landscape(A4)}
        self._bookmarks = 0
        self._deepest = -1
        order = (LYING, UPRIGHT) if report.landscape else (UPRIGHT, LYING)
        self.addPageTemplates([self._template(name) for name in order])

    def room(self, name: str) -> tuple[float, float]:
        """Width and height of what may be printed on."""
        width, height = self._sizes[name]
        return width - 2 * MARGIN, height - 2 * MARGIN

    def _template(self, name: str) -> PageTemplate:
        none = dict.fromkeys(("leftPadding", "bottomPadding", "rightPadding", "topPadding"), 0)
        frame = Frame(MARGIN, MARGIN, *self.room(name), id=name, **none)
        end = partial(self._end_page, self._sizes[name][0])
        return PageTemplate(name, [frame], pagesize=self._sizes[name], onPageEnd=end)

    def _end_page(self, width: float, pen: Pages, _document: BaseDocTemplate) -> None:
        self._step()
        if not self._widths:
            pen.setDateFormatter(partial(dated, self._report.meta.data_date))
        self._widths.append(width)
        pen.leave_foot()

    def foot(self, pen: Canvas, number: int, count: int) -> None:
        """Draw the foot of page ``number`` of ``count``."""
        draw_foot(pen, self._report.meta, number, count, self._widths[number - 1])

    def mark(self, pen: Canvas, text: str, level: int) -> None:
        """Put a bookmark here, at most one level below the one before."""
        self._bookmarks += 1
        self._deepest = min(max(level - 1, 0), self._deepest + 1)
        name = f"section{self._bookmarks}"
        pen.bookmarkPage(name)
        pen.addOutlineEntry(shortened(plain(text), 400, BODY), name, self._deepest, closed=False)


def draw_foot(pen: Canvas, meta: blocks.Meta, number: int, count: int, width: float) -> None:
    """The foot of page ``number`` of ``count`` on paper of ``width``: who may read it, and where one is."""
    size = 6.8
    middle, right = MARGIN - FOOT + 3, width - MARGIN
    drawing.rule(pen, MARGIN, MARGIN - 7, width - 2 * MARGIN)
    for said, foot in zip(meta.page.split("\n"), meta.foot.split("\n"), strict=True):
        page = plain(said.format(page=number, pages=count))
        drawing.line_of_text(pen, page, right - width_of(page, size), middle, size, role="muted")
        room = right - width_of(page, size) - 12 - MARGIN
        drawing.line_of_text(pen, shortened(plain(foot), room, size), MARGIN, middle, size, role="muted")
        middle -= size * 1.4


def dated(day: dt.date, *_now: int) -> str:
    """The date of the document is that of its data: the same report has the same bytes on any day."""
    return f"D:{day:%Y%m%d}000000+00'00'"


def _story(report: blocks.Report, document: Document, step: Step) -> Iterator[Flowable]:
    lying = report.landscape
    blocks_in_order = list(_with_note(report))
    for number, block in enumerate(blocks_in_order):
        step()
        if isinstance(block, blocks.PageBreak):
            lying = block.landscape
            yield NextPageTemplate(LYING if lying else UPRIGHT)
            yield NewPage()
        elif isinstance(block, blocks.OnePage):
            make = partial(_placed, block.blocks, document, step)
            yield flow.fitted(make, *document.room(LYING if lying else UPRIGHT))
        else:
            if isinstance(block, blocks.Heading):
                room = HEADING_ROOM if block.level > 1 else SECTION_ROOM
                behind = blocks_in_order[number + 1 : number + 2]
                if behind and isinstance(behind[0], UNDIVIDED):
                    width, height = document.room(LYING if lying else UPRIGHT)
                    room = min(height, HEADING_ROOM + _placed(behind, document, step, Look())[0].wrap(width, height)[1])
                yield CondPageBreak(room)
            yield from _placed((block,), document, step, Look())


def _placed(many: Sequence[blocks.Block], document: Document, step: Step, look: Look) -> list[Placed]:
    return [_MAKERS[type(block)](block, document, step, look) for block in many]


def _paragraph(block: blocks.Paragraph, _document: Document, _step: Step, look: Look) -> Placed:
    style = Style(look.pt(SMALL if block.small else BODY), block.role, block.bold, look.lines(block.most))
    return flow.Words([(block.text, style)], look.pt(4))


def _columns(block: blocks.Columns, document: Document, step: Step, look: Look) -> Placed:
    left, right = (Stack(_placed(side, document, step, look)) for side in (block.left, block.right))
    return flow.Beside(left, right, block.share, look)


_MAKERS: dict[type, Callable[[Any, Document, Step, Look], Placed]] = {
    blocks.Heading: lambda block, document, _step, look: flow.Title(block, look, document.mark),
    blocks.Paragraph: _paragraph,
    blocks.Note: lambda block, _document, _step, look: flow.SmallPrint(block, look),
    blocks.Masthead: lambda block, document, _step, look: frontpage.MastheadFlow(block, look, document.mark),
    blocks.Headline: lambda block, _document, _step, look: frontpage.HeadlineFlow(block, look),
    blocks.KeyFigures: lambda block, _document, _step, look: frontpage.FiguresFlow(block, look),
    blocks.RagRow: lambda block, _document, _step, look: frontpage.LampsFlow(block, look),
    blocks.TableBlock: lambda block, _document, step, look: _table(block, step, look),
    blocks.Bullets: lambda block, _document, _step, look: flow.BulletsFlow(block, look),
    blocks.ChartBlock: lambda block, _document, _step, look: flow.Picture(block.scene, block.caption, look),
    blocks.Columns: _columns,
    blocks.GanttBlock: lambda block, _document, step, _look: GanttFlow(Drawing(block.plan), step),
}


def _table(block: blocks.TableBlock, step: Step, look: Look) -> Placed:
    if block.rows:
        return Grid(block, look, step)
    return flow.Words([(block.empty, Style(look.pt(8), "muted"))], look.pt(3))


# -- characters that cannot be printed ------------------------------------------------------------


def unprintable(report: blocks.Report) -> tuple[str, ...]:
    """Characters of ``report`` that the faces lack and that print as □, in code order."""
    return tuple(sorted(set().union(*map(missing, _texts(report)))))


def _texts(item: object) -> Iterator[str]:
    """Every text anywhere in a block."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, tuple):
        for part in item:
            yield from _texts(part)
    elif is_dataclass(item):
        for field in fields(item):
            yield from _texts(getattr(item, field.name))


def _with_note(report: blocks.Report) -> Iterator[blocks.Block]:
    yield from report.blocks
    if lacking := unprintable(report):
        shown = ", ".join(f"U+{ord(character):04X}" for character in lacking[:40])
        rest = len(lacking) - 40
        words = Speech(report.language)
        lines = words.each(N_("□ stands for characters that this document’s fonts cannot show: {codes}."), codes=shown)
        more = words.each(N_("and {n} more"), n=rest) if rest > 0 else ()
        yield blocks.Note((*lines, *more))
