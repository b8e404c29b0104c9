"""Places a network away from the interface thread."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.charts.network_diagram import Graph
from desktop.views.background import Background, Wish


class Placing(Background):
    """``placed`` carries (graph, where everything stands); of two wishes only the later is answered."""

    placed = Signal(object)

    def place(self, graph: Graph) -> None:
        """Place ``graph``, which nobody changes."""

        def work(wish: Wish) -> None:
            wish.say("placed", (graph, graph.placed(wish.is_off)))

        self._begin("place", work)
