"""Completes the name being typed in a list of names parted by semicolons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

SEPARATORS = ";；"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)

_TYPED = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)


class NamesCompleter(QCompleter):
    """Suggests names for the entry in which the cursor stands; the entries before it stay."""

    def __init__(self, line: QLineEdit, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(line)
        self._line, self._names = line, names
        self._known = QStringListModel(list(names()), self)
        self.setModel(self._known)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(self)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a key is taken the names are those of now; Enter takes the only suggestion."""
        if watched is self._line and event.type() in _TYPED:
            names = list(self._names())
            if names != self._known.stringList():
                self._known.setStringList(names)
        entered = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER
        popup = self.popup()
        if entered and popup is not None and watched is popup and self.completionCount() == 1:
            popup.setCurrentIndex(self.completionModel().index(0, 0))
        return super().eventFilter(watched, event)

    def splitPath(self, path: str) -> list[str]:
        """What is looked for: the last entry alone."""
        return [path[_last(path) :].strip()]

    def pathFromIndex(self, index: object) -> str:
        """The whole text with the chosen name in place of the last entry."""
        chosen = str(super().pathFromIndex(index))  # type: ignore[arg-type]
        text = self._line.text()
        head = text[: _last(text)].rstrip()
        return f"{head} {chosen}" if head else chosen


def _last(text: str) -> int:
    """Where the last entry begins."""
    return max(text.rfind(separator) for separator in SEPARATORS) + 1
