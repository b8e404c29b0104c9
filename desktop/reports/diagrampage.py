"""A diagram on one page of paper as large as it is, with the foot that every page for a reader has."""

from __future__ import annotations

import io
from functools import partial
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from desktop.charts.shapes import Scene
from desktop.reports import drawing, fonts
from desktop.reports.blocks import Meta
from desktop.reports.pdf import PRODUCT, dated, draw_foot
from desktop.reports.planpages import MARGIN
from desktop.reports.typeset import plain

POINT = 0.75
"""Points of a pixel."""
LONGEST = 14_400.0 - 2 * MARGIN
"""Points of the longer side: 200 inches, beyond which readers of PDF show nothing."""
LEAST_WIDTH = 420.0
"""Points that the foot needs."""


def diagram_pdf(scene: Scene, em: float, title: str, meta: Meta) -> bytes:
    """``scene`` in pixels with letters of ``em`` pixels, at their size or as large as a page can be."""
    for name in (fonts.REGULAR, fonts.BOLD):
        fonts.font(name)
    factor = min(POINT, LONGEST / max(scene.width, scene.height))
    width, height = max(scene.width * factor, LEAST_WIDTH) + 2 * MARGIN, scene.height * factor + 2 * MARGIN
    out = io.BytesIO()
    face: Any = fonts.REGULAR  # ReportLab's stubs take the name of a face for a number
    pen = Canvas(out, pagesize=(width, height), invariant=1, lang=meta.tag, initialFontName=face)
    pen.setTitle(plain(title))
    pen.setAuthor(plain(meta.author))
    pen.setSubject(plain(meta.subject))
    pen.setCreator(PRODUCT)
    pen.setProducer(PRODUCT)
    pen.setDateFormatter(partial(dated, meta.data_date))
    pen.saveState()
    pen.translate(MARGIN, height - MARGIN)
    pen.scale(factor, factor)
    drawing.Painter(pen, 0, 0, em).paint(scene)
    pen.restoreState()
    draw_foot(pen, meta, 1, 1, width)
    pen.showPage()
    pen.save()
    return out.getvalue()
