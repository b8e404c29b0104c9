"""Widgets side by side, a new line where the width ends: chips, tags, buttons.

A widget that places its children rather than a QLayout: layout items belong half to Python and half
to Qt, and a layout written in Python is left with items that Qt has deleted.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """As many children to a line as fit; the last one takes the rest of its line when its policy expands."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4) -> None:
        super().__init__(parent)
        self._members: list[QWidget] = []
        self._spacing = spacing
        self.least = 0
        """Height of a line whatever stands in it."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, at: int | None = None) -> None:
        """Put ``widget`` at the end, or before the one that stands at ``at``."""
        self._take_in(widget, len(self._members) if at is None else at)
        self._settle()

    def _take_in(self, widget: QWidget, at: int) -> None:
        hidden = widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        widget.setParent(self)
        self._members.insert(at, widget)
        widget.setVisible(not hidden)

    def drop(self, widget: QWidget) -> None:
        """Take ``widget`` away for good."""
        self._take_out(widget)
        self._settle()

    def _take_out(self, widget: QWidget) -> None:
        self._members.remove(widget)
        widget.hide()
        widget.deleteLater()

    def exchange(self, gone: Sequence[QWidget], come: Sequence[QWidget]) -> None:
        """Take some away for good and put others at the end: all are placed once."""
        for widget in gone:
            self._take_out(widget)
        for widget in come:
            self._take_in(widget, len(self._members))
        self._settle()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        hints = [widget.sizeHint() for widget in self._shown()]
        width = sum(hint.width() for hint in hints) + self._spacing * max(0, len(hints) - 1)
        return QSize(width, max([self.least, *(hint.height() for hint in hints)]))

    def minimumSizeHint(self) -> QSize:
        hints = [widget.minimumSizeHint().expandedTo(widget.minimumSize()) for widget in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max([self.least, *(h.height() for h in hints)]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        self._arrange(self.width(), place=True)
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._members if not widget.isHidden()]

    def _arrange(self, room: int, *, place: bool) -> int:
        """Height that is needed at the width ``room``; puts the children there when asked to."""
        y = 0
        for line in self._lines(room):
            tall = max(self.least, *(self._height(widget, width) for widget, width in line))
            x = 0
            for widget, width in line:
                height = self._height(widget, width)
                if place:
                    widget.setGeometry(QRect(x, y + (tall - height) // 2, width, height))
                x += width + self._spacing
            y += tall + self._spacing
        return max(0, y - self._spacing)

    def _height(self, widget: QWidget, width: int) -> int:
        return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()

    def _lines(self, room: int) -> list[list[tuple[QWidget, int]]]:
        """Children with their widths, line by line."""
        shown = self._shown()
        lines: list[list[tuple[QWidget, int]]] = []
        x = 0
        for widget in shown:
            least = max(widget.minimumSizeHint().width(), widget.minimumWidth())
            width = min(max(widget.sizeHint().width(), least), max(room, least))
            expands = bool(widget.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal)
            if widget is shown[-1] and expands:
                width = least
            if not lines or x + width > room:
                lines.append([])
                x = 0
            if widget is shown[-1] and expands:
                width = max(width, room - x)
            lines[-1].append((widget, width))
            x += width + self._spacing
        return lines
