"""Reckons what resources do away from the interface, once for every state of the plan."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop.domain.costing.usage import Usage, usage
from desktop.domain.costing.work import edges
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.models.usage import Laid
from desktop.views.background import Background, Wish

MOST_PERIODS = 1200
"""Periods beyond which longer ones are taken: nobody reads ten years day by day."""
LENGTHS = ("day", "week", "month")


class Reckoner(Background):
    """``reckoned`` carries a :class:`Usage`, ``told`` (done, all), ``laid`` a :class:`Laid`, ``found`` what is behind a
    period: (resource, share) pairs or (resource, shift) pairs.

    Calendars grow as they are asked, so that one thread at a time asks those of the schedule that is made here.
    """

    reckoned = Signal(object)
    told = Signal(object)
    laid = Signal(object)
    found = Signal(object)
    sheet = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._busy = threading.Lock()

    def reckon(self, project: Project) -> None:
        """Reckon all of ``project``, a snapshot."""
        self.call_off()

        def work(wish: Wish) -> None:
            found = usage(
                project, schedule(project), cancelled=wish.is_off,
                told=lambda done, whole: wish.say("told", (done, whole)),
            )  # fmt: skip
            if found is not None:
                wish.say("reckoned", found)

        self._begin("reckon", work)

    def lay(self, known: Usage, period: str) -> None:
        """Divide everything into periods, longer ones than ``period`` where there would be too many."""

        def work(wish: Wish) -> None:
            with self._busy:
                length, ends = divided(known, period)
                rows = {}
                for identity, one in known.of.items():
                    if wish.is_off():
                        return
                    if one.is_used:
                        rows[identity] = one.periods(ends)
            wish.say("laid", Laid(length, rows))

        self._begin("lay", work)

    def look_behind(self, known: Usage, ids: Sequence[str], start: dt.datetime, finish: dt.datetime) -> None:
        """Who is behind a period of these resources."""

        def work(wish: Wish) -> None:
            with self._busy:
                used = [(one, known.of[one]) for one in ids if one in known.of]
                pairs = [(one, share) for one, found in used for share in found.shares(start, finish)]
            wish.say("found", pairs)

        self._begin("behind", work)

    def look_up_days(self, known: Usage, ids: Sequence[str], start: dt.datetime, finish: dt.datetime) -> None:
        """Who works when on what, hour by hour."""

        def work(wish: Wish) -> None:
            with self._busy:
                used = [(one, known.of[one]) for one in ids if one in known.of]
                pairs = [(one, shift) for one, found in used for shift in found.shifts(start, finish)]
            wish.say("sheet", sorted(pairs, key=lambda pair: (pair[1].start.date(), pair[0], pair[1].start)))

        self._begin("sheet", work)


def divided(known: Usage, period: str) -> tuple[str, list[dt.datetime]]:
    """(length of the periods, their ends) that divide all that is planned."""
    for length in LENGTHS[LENGTHS.index(period) :]:
        days = (known.finish - known.start).days / {"day": 1, "week": 7, "month": 30}[length]
        if days < MOST_PERIODS or length == LENGTHS[-1]:
            return length, edges(known.start, known.finish, length)[: MOST_PERIODS + 1]
    raise AssertionError("unreachable")
