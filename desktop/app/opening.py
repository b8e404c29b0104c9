"""What is opened and said once the first window is seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.app.places import decided
from desktop.app.telling import tell_at_start

if TYPE_CHECKING:
    from desktop.app import Application
    from desktop.views.main_window import MainWindow

SAMPLE, SAFE_MODE = "--sample", "--safe-mode"
PATIENCE = 2000
"""Milliseconds after which files are opened although the window was not painted: it may be minimised."""


class Opening(QObject):
    """Opens what was asked for on the command line, once the first window has been painted."""

    def __init__(self, program: Application, arguments: Sequence[str]) -> None:
        super().__init__(program)
        self._program, self._arguments = program, list(arguments)
        self._begun = False
        window = program.windows[0]
        window.painted.connect(self.begin)
        QTimer.singleShot(PATIENCE, self.begin)

    def begin(self) -> None:
        """Open everything; each file after the first in a window of its own."""
        if self._begun:
            return
        self._begun = True
        self._program.warm_up()
        self._program.doorbell.listen()
        window = self._some_window()
        for argument in self._arguments:
            if argument == SAMPLE:
                window.open_sample()
            elif argument != SAFE_MODE:
                window.open_file(argument)
        settings, safe_mode = self._program.settings, SAFE_MODE in self._arguments
        tell_at_start(window, settings, safe_mode=safe_mode, elsewhere=decided().elsewhere)

    def open_also(self, path: str) -> None:
        """Open a file that the system hands over, now or with the others."""
        if self._begun:
            self._some_window().open_file(path)
        else:
            self._arguments.append(path)

    def _some_window(self) -> MainWindow:
        return self._program.windows[0] if self._program.windows else self._program.new_window()
