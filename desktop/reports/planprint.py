"""A plan as PDF: pages of panes, a foot on each. The same content gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desktop.domain.rejection import Rejected
from desktop.reports import drawing, fonts
from desktop.reports.blocks import Meta
from desktop.reports.pdf import PRODUCT, dated, draw_foot
from desktop.reports.planpages import MARGIN, PlanPages
from desktop.reports.planpicture import Pane
from desktop.reports.typeset import plain


def print_pages(
    pages: PlanPages, meta: Meta, *,
    cancelled: Callable[[], bool] | None = None,
    told: Callable[[int, int], None] | None = None,
) -> bytes:  # fmt: skip
    """``pages`` as PDF; ``told`` hears (pages made, pages in all). Raises ``report_cancelled``."""
    for name in (fonts.REGULAR, fonts.BOLD):
        fonts.font(name)
    out = io.BytesIO()
    width, height = pages.wishes.size
    face: Any = fonts.REGULAR  # ReportLab's stubs take the name of a face for a number
    pen = Canvas(out, pagesize=(width, height), invariant=1, lang=meta.tag, initialFontName=face)
    pen.setTitle(plain(pages.title))
    pen.setAuthor(plain(meta.author))
    pen.setSubject(plain(meta.subject))
    pen.setCreator(PRODUCT)
    pen.setProducer(PRODUCT)
    pen.setDateFormatter(partial(dated, meta.data_date))
    count = len(pages.pages)
    for number, page in enumerate(pages.pages, 1):
        if cancelled is not None and cancelled():
            raise Rejected("report_cancelled")
        if told is not None:
            told(number - 1, count)
        for pane in pages.panes(page):
            _draw(pen, pane, height, pages.picture.sizes.em)
        draw_foot(pen, meta, number, count, width)
        pen.showPage()
    pen.save()
    return out.getvalue()


def _draw(pen: Canvas, pane: Pane, height: float, em: float) -> None:
    left, top = MARGIN + pane.x, height - MARGIN - pane.y
    scene = pane.scene
    pen.saveState()
    edge = pen.beginPath()
    edge.rect(left, top - scene.height, scene.width, scene.height)
    pen.clipPath(edge, stroke=0, fill=0)
    drawing.Painter(pen, left, top, em).paint(scene)
    pen.restoreState()
