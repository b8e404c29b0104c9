"""Breaks the text of a cell into lines, once, for measuring and for painting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

MOST_LINES = 6
"""Lines that a row shows; the last of them ends with an ellipsis where there is more."""
MOST_LETTERS = 2000
"""Letters that are looked at: no six lines on a screen hold more."""
_BREAK = "\u2028"


def broken(text: str, font: QFont, measure: QFontMetrics, width: int) -> tuple[str, ...]:
    """The lines of ``text`` in ``width`` pixels, at least one and at most MOST_LINES."""
    text = text.rstrip()
    if width <= 0 or not text:
        return ("",)
    if len(text) * measure.maxWidth() <= width and text.isprintable():
        return (text,)
    shown = text[:MOST_LETTERS].replace("\r\n", "\n").replace("\n", _BREAK).replace("\t", " ")
    if shown.isprintable() and measure.horizontalAdvance(shown) <= width:
        return (shown,)
    units = shown.encode("utf-16-le")  # Qt counts in these
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    begin = end = 0
    while len(lines) < MOST_LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        begin = line.textStart()
        end = begin + line.textLength()
        lines.append(units[2 * begin : 2 * end].decode("utf-16-le", "replace").rstrip(_BREAK + " "))
    layout.endLayout()
    if 2 * end < len(units) or len(text) > MOST_LETTERS:
        last = units[2 * begin :].decode("utf-16-le", "replace").replace(_BREAK, " ")
        lines[-1] = measure.elidedText(last[:300].rstrip() + "…", Qt.TextElideMode.ElideRight, width)
    return tuple(lines)
