"""What is being typed in a window is taken before the window is left, built anew or written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.i18n import tr

if TYPE_CHECKING:  # imported after the first paint
    from desktop.models.workspace import Unsettled
    from desktop.views.main_window import MainWindow


class Leaving:
    """The editors of one window. What they cannot hand over stays in them, and is told."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._told: list[tuple[int, str]] = []
        """What was told to get lost if the window is left now."""

    def settle(self) -> Sequence[Unsettled]:
        """Have what is being typed taken, as leaving its editor with the mouse does; what cannot be is returned."""
        workspace = self._window.workspace
        left = workspace.settle() if workspace is not None else ()
        if not left:
            self._leave_editor()
        return left

    def commit(self) -> bool:
        """As :meth:`settle`; False where something cannot be taken, which is told and shown."""
        left = self.settle()
        if left:
            self._show(left[0])
        return not left

    def may_leave(self) -> bool:
        """Whether nothing that is being typed would get lost; if it would, that is told, and the next time it may."""
        if self._window.is_editing:
            return False
        left = self.settle()
        told = [(id(each.place), str(each.refusal)) for each in left]
        if not left or told == self._told:
            return True
        self._told = told
        self._show(left[0], tr("Correct it or press Esc there; leaving again gives it up."))
        return False

    def forget(self) -> None:
        """The work went on: leaving is asked anew."""
        self._told = []

    def _show(self, one: Unsettled, more: str = "") -> None:
        """Say what cannot be taken, and show the editor that holds it."""
        window, place = self._window, one.place
        if isinstance(place, QWidget):
            if window.view is not None:
                window.view.bring(place)
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        window.show_refusal(one.refusal, more)

    def _leave_editor(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self._window.isAncestorOf(focused):
            return
        view = focused.parentWidget()
        while view is not None and not isinstance(view, QAbstractItemView):
            view = view.parentWidget()
        focused.clearFocus()
        if QApplication.focusWidget() is None:  # keys go on working where they did: in the table behind the editor
            (focused if isinstance(focused, QAbstractItemView) else view or focused).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
