"""Looks through an open file in the background, so that damage is found before it is built on."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal

from desktop.views.background import Background, Wish
from desktop.views.problem import log
from desktop.views.program import Document

WORK, REST = 0.004, 0.01
"""Seconds: after so much computing it lets everybody else have the processor for so long, since nobody waits for it and
whoever has just opened a file is about to do something with it."""


class SoundnessCheck(Background):
    """``damaged`` says that the file no longer holds what was written into it; silence is good news."""

    damaged = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()

        def work(wish: Wish) -> None:
            """Compare every row with its digest."""
            begun = time.thread_time()

            def is_off() -> bool:
                nonlocal begun
                if time.thread_time() - begun >= WORK:
                    time.sleep(REST)
                    begun = time.thread_time()
                return wish.is_off()

            try:
                found = document.is_damaged(is_off)
            except Exception as error:  # whatever hinders the check must not disturb the work
                log.warning("the file could not be checked: %s", type(error).__name__)
                return
            if found:
                wish.say("damaged")

        self._begin("check", work)
