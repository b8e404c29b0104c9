"""A part of a page or a dialog that is scrolled where large letters on a small screen leave too little room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QStyle, QWidget

from desktop.views.labels import em

LEAST = 3
"""Heights of a line that a form keeps in sight."""


class ScrolledForm(QScrollArea):
    """The lines of a dialog: as wide as they need, and scrolled where the screen is too low for all of them."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        layout.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self._inside.setLayout(layout)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._inside)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        needed = self._inside.minimumSizeHint()
        return QSize(needed.width() + bar, min(needed.height(), em(LEAST)))


def scrolled(inside: QWidget, *, sideways: bool = True, keys: bool = True) -> QScrollArea:
    """``inside`` without a frame; ``sideways`` where its lines cannot be broken, ``keys`` where Tab stops at it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not keys:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
