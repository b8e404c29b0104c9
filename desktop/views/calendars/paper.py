"""A year of a calendar on one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from desktop.charts.calendar_year import YearLayout, legend_shapes, year_shapes
from desktop.charts.palette import PRINT
from desktop.charts.shapes import Text
from desktop.domain.scheduling.calendar_days import CalendarDay
from desktop.i18n import words
from desktop.views.painting import ShapePainter

LETTERS = 8.5
"""Points."""
LINE = 12.5
MARGIN = 12.0
"""Millimetres."""


def year_pdf(title: str, year: int, days: Mapping[dt.date, CalendarDay], week_begins: int) -> bytes:
    """A PDF, A4 across."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{title} {year}")
    writer.setResolution(72)  # a unit is a point
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter
        )
    )
    painter = QPainter(writer)
    area = writer.pageLayout().paintRectPoints()
    font = QFont(QApplication.font())
    font.setPointSizeF(LETTERS)
    painter.setFont(font)
    layout = YearLayout(dt.date(year, 1, 1), 12, area.width(), area.height() - 5 * LINE, LINE, LETTERS, week_begins)
    draw = ShapePainter(painter, PRINT).draw
    draw([Text(0, 0, area.width(), 2 * LINE, f"{title} · {year}", "text", bold=True, size=1.5)])
    painter.translate(0, 2.6 * LINE)
    draw(year_shapes(layout, days, words()))
    painter.translate(0, layout.needed + LINE)
    draw(legend_shapes(LINE, LETTERS, words(), area.width()))
    painter.end()
    return bytes(buffer.data().data())
