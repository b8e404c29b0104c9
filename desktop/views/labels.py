"""Text on a page: plain, in a colour role, in proportion to the text size that the person chose."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.models.cells import plain_tip
from desktop.views.theme import colour

TITLE, HEADING, BODY, SMALL = 1.75, 1.2, 1.0, 0.9
"""Sizes in proportion to the application's font."""


def scaled(scale: float, *, bold: bool = False) -> QFont:
    """The application's font at ``scale`` times its size; windows are built anew when it changes."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * scale)
    if bold:
        made.setBold(True)
    return made


def em(count: float = 1.0) -> int:
    """``count`` times the height of the application's font, in pixels: the unit of all distances."""
    return round(QFontMetrics(QApplication.font()).height() * count)


_UNBREAKABLE = re.compile(r"([^\s\u200b\u2e80-\ud7ff\uf900-\uffef]{40})(?=\S)")
"""A stretch of a word so long that a line may end after it; Chinese ends lines anywhere."""


def breakable(text: str) -> str:
    """``text`` with invisible places in over-long words where a line may end: labels break lines only there."""
    return _UNBREAKABLE.sub("\\1\u200b", text)


def plain_tooltip(text: str) -> str:
    """``text`` for the tooltip of a widget: as it is, in its own lines, where Qt cannot take it for markup."""
    return plain_tip(text) if "<" in text else text


def mid_sentence(title: str) -> str:
    """A title as it reads within a sentence: ``Action item`` becomes ``action item``, ``WBS code`` stays."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


class Text(QLabel):
    """A label whose text is never markup."""

    def __init__(
        self,
        text: str = "",
        *,
        scale: float = BODY,
        bold: bool = False,
        role: str = "text",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if scale != BODY or bold:
            self.setFont(scaled(scale, bold=bold))
        self.setWordWrap(wrap)
        if role != "text":
            self.set_role(role)

    def set_role(self, role: str) -> None:
        """Take the colour of another role."""
        dressed = self.palette()
        dressed.setColor(QPalette.ColorRole.WindowText, colour(role))
        self.setPalette(dressed)
