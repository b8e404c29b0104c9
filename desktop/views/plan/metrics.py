"""Sizes that grid and chart share, in proportion to the text size that the person chose."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

from desktop.views.theme import least_target


@dataclass(frozen=True, slots=True)
class PlanMetrics:
    """Pixels. ``em`` is the size of the letters, ``line`` the height of a line of them."""

    em: float
    line: int
    row: int
    header: int
    indent: int

    @staticmethod
    def of(font: QFont) -> PlanMetrics:
        line = QFontMetrics(font).height()
        # Air around letters: as much as letters need, which is not twice as much where they are twice as large.
        row = line + max(8, min(round(line * 0.5), 14))
        return PlanMetrics(
            em=float(QFontInfo(font).pixelSize()),
            line=line,
            row=max(row + row % 2, least_target()),  # an even height keeps bars on whole pixels
            header=2 * (line + min(round(line * 0.35), 8)),
            indent=round(line * 0.9),
        )
