"""The list to look over before something is handed out: what is in it, what stays, what is new to the reader."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.clientview import Preflight
from desktop.domain.record import CLIENT, Record
from desktop.domain.registry import RECORD_TYPES
from desktop.i18n import ntr, tr
from desktop.views.labels import SMALL, Text, em, plain_tooltip

MOST = 12
"""New items that are named; the rest is counted."""


class RecordButton(QToolButton):
    """A record by number and name; pressing it opens the record."""

    opened = Signal(object)

    def __init__(self, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref = record.ref
        self._name = f"{record.code}  {' '.join(record.name_text[:300].split())}"
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(record.code)
        self.setToolTip(plain_tooltip(self._name))
        self.setAccessibleName(self._name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - em(0.6)
        shown = QFontMetrics(self.font()).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As usual, but with the text at the left: a list is read from there."""
        del event
        look = QStyleOptionToolButton()
        self.initStyleOption(look)
        look.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, look)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
        painter.drawText(self.rect().adjusted(em(0.3), 0, 0, 0), middle, self.text())
        painter.end()

    def _open(self) -> None:
        self.opened.emit(self._ref)


class Outgoing(QWidget):
    """Counts by record type, and the records that a client has not been shown before: each opens its record."""

    opened = Signal(object)
    """Reference ``key/id`` of the record that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(0.3))
        self._body: QWidget | None = None

    def show_preflight(self, found: Preflight, audience: str) -> None:
        """Show what was found for ``audience``."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.25))
        self._add_counts(column, found)
        if audience == CLIENT:
            self._add_new(column, found)
        self._column.addWidget(self._body)

    def _add_counts(self, column: QVBoxLayout, found: Preflight) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(0.6))
        grid.setVerticalSpacing(em(0.1))
        grid.setColumnStretch(0, 1)
        for at, title in enumerate((tr("Goes out"), tr("Stays")), 1):
            grid.addWidget(Text(title, scale=SMALL, role="muted"), 0, at, Qt.AlignmentFlag.AlignRight)
        for row, tally in enumerate(found.tallies, 1):
            grid.addWidget(Text(tr(RECORD_TYPES[tally.key].info.plural), wrap=True), row, 0)
            grid.addWidget(Text(str(tally.included)), row, 1, Qt.AlignmentFlag.AlignRight)
            some = tally.withheld > 0
            stays = Text(str(tally.withheld), role="amber" if some else "muted", bold=some)
            grid.addWidget(stays, row, 2, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)

    def _add_new(self, column: QVBoxLayout, found: Preflight) -> None:
        new = found.first_time
        column.addSpacing(em(0.5))
        if not new:
            column.addWidget(Text(tr("The client has seen all of these before."), scale=SMALL, role="muted", wrap=True))
            return
        said = ntr(
            "For the client for the first time: {n} item", "For the client for the first time: {n} items", len(new)
        )
        column.addWidget(Text(said, scale=SMALL, bold=True, wrap=True))
        for record in new[:MOST]:
            button = RecordButton(record)
            button.opened.connect(self.opened)
            column.addWidget(button)
        if len(new) > MOST:
            column.addWidget(Text(tr("and {n} more", n=len(new) - MOST), scale=SMALL, role="muted"))
