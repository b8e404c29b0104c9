"""Scenes as a PNG picture, drawn by Qt away from the interface."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop.charts.palette import PRINT
from desktop.charts.svg import Placed
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_
from desktop.views.painting import paint

MOST_DOTS, LONGEST_SIDE = 120_000_000, 32_000
"""Dots of a picture, and of its longer side: beyond them programs cannot open it."""

sentences(
    picture_too_large=N_(
        "The picture would be {width} × {height} dots, which few programs can open. Nothing was written; choose a "
        "smaller magnification, what is in sight, or SVG."
    ),
)


def dots(
    panes: Iterator[Placed], width: float, height: float, *, em: float, family: str, magnified: float
) -> bytes:
    """The file, of scenes with their places; ``em`` is the size of body text. Raises ``picture_too_large``."""
    across, down = math.ceil(width * magnified), math.ceil(height * magnified)
    if across * down > MOST_DOTS or max(across, down) > LONGEST_SIDE:
        raise Rejected("picture_too_large", width=across, height=down)
    image = QImage(across, down, QImage.Format.Format_RGB32)
    image.fill(QColor(PRINT["surface"]))
    font = QFont(family)
    font.setPixelSize(max(1, round(em)))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(magnified, magnified)
        painter.setFont(font)
        for x, y, scene in panes:
            painter.save()
            painter.translate(x, y)
            painter.setClipRect(QRectF(0, 0, scene.width, scene.height))
            paint(painter, scene.shapes, PRINT)
            painter.restore()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
