"""Tries many cells away from the interface thread."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.domain.commands.plan.pasting import AddOutline
from desktop.models.plan_columns import Reading
from desktop.models.plan_entries import Apart, Cancelled, Entry, Terms
from desktop.views.background import Background, Wish

AT_ONCE = 200
"""So many cells take a few hundredths of a second."""


class Weigher(Background):
    """``found`` carries the :class:`Weighed`."""

    found = Signal(object)

    def start(self, reading: Reading, entries: Sequence[Entry], terms: Terms, added: AddOutline | None = None) -> None:
        """Try ``entries`` on the plan as it is now; what was begun before is called off."""
        apart = Apart.of(reading)

        def work(wish: Wish) -> None:
            with contextlib.suppress(Cancelled):
                wish.say("found", apart.weigh(entries, dataclasses.replace(terms, is_off=wish.is_off), added))

        self._begin("weigh", work)
