"""What a window says in its banner: what was not done, and what is worth knowing of the open file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.i18n import tr, words
from desktop.views.banner import NOTICE

if TYPE_CHECKING:  # imported after the first paint
    from desktop.domain.rejection import Rejected
    from desktop.views.main_window import MainWindow


class Notices(QObject):
    """Of one window. What others should not read is held back while they look on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._damage_held_back = False

    def show(self, notices: Sequence[Rejected]) -> None:
        """Say what is worth knowing, all at once."""
        if notices:
            from desktop.domain.rejection import explain

            self._window.banner.show_sentence("\n".join(explain(notice, words()) for notice in notices), NOTICE)

    def refuse(self, refusal: Rejected, more: str = "") -> None:
        """Say in one sentence what was not done, and in another what follows from it."""
        from desktop.domain.rejection import explain

        space = "" if words().is_chinese or not more else " "
        self._window.banner.show_sentence(f"{explain(refusal, words())}{space}{more}")

    def tell_of_file(self) -> None:
        """Say what the open file has to tell."""
        window = self._window
        if window.document is not None and window.workshop is None:
            self.show(window.document.take_notices())

    def tell_damage(self) -> None:
        """The file was changed behind the program's back: say so, and offer a copy that is sound."""
        window = self._window
        self._damage_held_back = window.workshop is not None
        if self._damage_held_back:
            return
        sentence = tr(
            "This file is damaged: something in it differs from what was written. Your backups are safe; "
            "please go back to one of them."
        )
        window.banner.show_sentence(sentence)
        window.banner.offer(tr("Show backups"), window.commands.show_kept)

    def tell_what_was_held_back(self) -> None:
        """Nobody looks on any longer."""
        self.tell_of_file()
        if self._damage_held_back:
            self.tell_damage()
