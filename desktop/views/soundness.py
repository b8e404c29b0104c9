"""Looks through an open file in the background, so that damage is found before it is built on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.views.background import Background, Wish
from desktop.views.problem import log
from desktop.views.program import Document


class SoundnessCheck(Background):
    """``damaged`` says that the file no longer holds what was written into it; silence is good news."""

    damaged = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()

        def work(wish: Wish) -> None:
            """Compare every row with its digest."""
            try:
                found = document.is_damaged(wish.is_off)
            except Exception as error:  # whatever hinders the check must not disturb the work
                log.warning("the file could not be checked: %s", type(error).__name__)
                return
            if found:
                wish.say("damaged")

        self._begin("check", work)
