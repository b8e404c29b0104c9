"""In a low window rows come first: what stands around grid and chart moves together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QToolBar, QWidget

from desktop.views.labels import em

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

LOW = 22
"""Height of the page, in heights of a line, below which its two bars share one line and the rules stand in the menu."""
_WAYS = QBoxLayout.Direction


class Bars(QWidget):
    """Tool bar and bar of the rows: one above the other, or in one line where the window is low."""

    def __init__(self, page: PlanPage, tools: QToolBar) -> None:
        super().__init__()
        self._page, self._tools = page, tools
        self._line = QBoxLayout(_WAYS.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(tools)
        self._line.addWidget(page.row_bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.low = False
        page.rows_shown.changed.connect(self._arrange)

    def minimumSizeHint(self) -> QSize:
        return QSize(em(10), super().minimumSizeHint().height())

    def lay_last(self, last: QHBoxLayout) -> None:
        """Take the last line of the page: what was found, and the rules."""
        self._last = last
        self._arrange()

    def fit(self, height: int) -> None:
        """Take less room on a page of this height where it is low."""
        if self.low != (height < em(LOW)):
            self.low = not self.low
            self._arrange()

    def _arrange(self) -> None:
        page, one = self._page, self.low and not self._page.row_bar.chips
        self._line.setDirection(_WAYS.LeftToRight if one else _WAYS.TopToBottom)
        page.row_bar.keep_small(small=one)
        page.rules.setVisible(not self.low)
        if self.low:
            self._line.addWidget(page.found)
        else:
            self._last.insertWidget(0, page.found)
