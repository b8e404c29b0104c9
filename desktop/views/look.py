"""Text size, colours and language: chosen in one window, taken by all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.views.settings import LANGUAGE, TEXT_SIZE, THEME, Settings

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)
"""Per cent of the system's text size."""


def text_size(settings: Settings) -> int:
    """The chosen one."""
    return settings.number(TEXT_SIZE, 100, TEXT_SIZES[0], TEXT_SIZES[-1])


class Look(QObject):
    """What one window asks for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def enlarge_text(self) -> None:
        self._step_text(1)

    def reduce_text(self) -> None:
        self._step_text(-1)

    def reset_text(self) -> None:
        self.choose(TEXT_SIZE, 100)

    def _step_text(self, step: int) -> None:
        now = text_size(self._window.program.settings)
        nearest = min(range(len(TEXT_SIZES)), key=lambda place: abs(TEXT_SIZES[place] - now))
        self.choose(TEXT_SIZE, TEXT_SIZES[max(0, min(nearest + step, len(TEXT_SIZES) - 1))])

    def choose_theme(self, theme: object) -> None:
        self.choose(THEME, theme)

    def choose_language(self, language: object) -> None:
        self.choose(LANGUAGE, language)

    def choose(self, setting: str, value: object) -> None:
        """Change a setting of the look, at once and for every window.

        Later than this event, because the widget that asks for it is about to be replaced.
        """
        window = self._window
        if not window.commit_editor():  # what cannot be taken would go with its editor
            return
        window.program.settings.keep(setting, value)
        QTimer.singleShot(0, window.program.dress_softly)
