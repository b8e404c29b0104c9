"""Input methods over the grid: a composition that begins on a cell opens its editor and loses nothing.

Qt keeps the keys at the grid while a composition lasts, because giving them to the editor would break it off, and
shows the editor meanwhile. What Qt leaves out is done here: a text that comes without a composition, editors of several
parts, and a composition given up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication, QWidget

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid


class _Parted(Protocol):
    def focus_widget(self) -> QWidget: ...


class Composing:
    """Whether something is being composed over a cell whose editor was opened by it."""

    def __init__(self, grid: PlanGrid) -> None:
        self._grid = grid
        self.active = False
        self._was_open = False

    def before(self) -> None:
        """An event of the input method is about to reach the grid."""
        self._was_open = self._grid.delegate.editor is not None
        self.active = self.active and self._was_open

    def after(self, event: QInputMethodEvent) -> None:
        """The grid has taken ``event``: pass it on to the part that takes text, and end what was given up."""
        editor = self._grid.delegate.editor
        if editor is None:
            self.active = False
            return
        line = cast("_Parted", editor).focus_widget()
        came_at_once = not self._was_open and not event.preeditString()
        if came_at_once or (self.active and line is not editor):
            QApplication.sendEvent(line, event)
        if event.preeditString():
            self.active = True
        elif self.active:
            self.active = False
            if not event.commitString():
                self.give_up()

    def give_up(self) -> None:
        """Close the editor that the composition opened; the cell is as it was."""
        self.active = False
        editor = self._grid.delegate.editor
        if editor is not None:
            self._grid.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def settle(self) -> None:
        """The pointer went elsewhere: take what is composed so far, as an editor with the keys would."""
        if self.active:
            QGuiApplication.inputMethod().commit()
        if self.active:
            self.give_up()
