"""Works out the costly figures of columns away from the interface thread, when the hands rest."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from desktop.models.plan_figures import Answer, PlanFigures, Request, reckon
from desktop.views.background import Background, Wish

CALM = 200
"""Milliseconds to wait, so that a row of edits is reckoned once."""


class FigureWorker(Background):
    """Serves one :class:`PlanFigures`: what it asks for, it gets. ``found`` carries (request, answer)."""

    found = Signal(object)

    def __init__(self, figures: PlanFigures) -> None:
        super().__init__()
        self._figures = figures
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CALM)
        self._timer.timeout.connect(self._ask)
        figures.wanted.connect(self._timer.start)
        self.found.connect(self._take)

    def retire(self) -> None:
        """Nothing more is wanted: the figures are gone."""
        self._timer.stop()
        super().retire()

    def _ask(self) -> None:
        request = self._figures.request()
        if request is None:
            return

        def work(wish: Wish) -> None:
            answer = reckon(request, wish.is_off)
            if answer is not None:
                wish.say("found", (request, answer))

        self._begin("figures", work)

    def _take(self, found: tuple[Request, Answer]) -> None:
        self._figures.take(*found)
