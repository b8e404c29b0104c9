"""Time without width: the nights, weekends and holidays that a compressed time scale folds away.

A fold has no width at all. A moment within it lies where the fold is; the place of a fold is the moment
at which time goes on, so that going to a place and back never ends in a fold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from desktop.domain.scheduling import WorkCalendar

DAY = 1440
NO_FOLDS, WHOLE_DAYS, ALL = "", "days", "all"
FOLDS = (NO_FOLDS, WHOLE_DAYS, ALL)


class Folds:
    """Folded stretches in minutes (as :func:`desktop.domain.scheduling.to_minutes` counts them).

    Compared by identity, because two calendars rarely have the same ones and a scale is compared in every frame.
    """

    def __init__(self, spans: Iterable[tuple[int, int]], first: int, last: int, *, nights: bool = False) -> None:
        """``spans`` in order and apart from each other; between ``first`` and ``last`` everything is folded that is."""
        self.first, self.last, self.nights = first, last, nights
        self.starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = [0]
        """Minutes folded before each fold, and behind the last."""
        self.places: list[int] = []
        """Where the folds lie in shown minutes."""
        for start, end in spans:
            self.starts.append(start)
            self._ends.append(end)
            self.places.append(start - self._before[-1])
            self._before.append(self._before[-1] + end - start)
        shown = last - first - self._before[-1]
        self.share = shown / (last - first)
        """Part of the time between ``first`` and ``last`` that is shown."""
        self.day = self._usual_day(shown)
        """How much of a day on which there is anything to see is shown, in days."""

    def _usual_day(self, shown: int) -> float:
        if not self.nights:
            return 1.0
        hidden = sum(max(0, end // DAY - -(-start // DAY)) for start, end in zip(self.starts, self._ends, strict=True))
        return shown / max(self.last - self.first - hidden * DAY, 1)

    def shown(self, minute: float) -> float:
        """Minutes up to ``minute`` that are not folded away."""
        fold = bisect_right(self.starts, minute) - 1
        if fold < 0:
            return minute
        end = self._ends[fold]
        return minute - self._before[fold + 1] if minute >= end else self.places[fold]

    def minute(self, shown: float) -> float:
        """The minute at a place; at a fold the one with which time goes on."""
        return shown + self._before[bisect_right(self.places, shown)]

    def between(self, first: float, last: float) -> Sequence[tuple[int, int]]:
        """(place in shown minutes, folded minutes) of the folds between two places."""
        low, high = bisect_right(self.places, first), bisect_right(self.places, last)
        return [(self.places[at], self._ends[at] - self.starts[at]) for at in range(low, high)]

    @staticmethod
    def of(calendar: WorkCalendar, kind: str, first: int, last: int) -> Folds | None:
        """What ``calendar`` leaves free between two minutes: whole days, or everything.

        None where nothing is to be folded, or where hardly anything would be left to see.
        """
        if kind not in (WHOLE_DAYS, ALL):
            return None
        first, last = first - first % DAY, last - last % DAY + DAY
        spans = calendar.non_working_spans(first, last)
        if kind == WHOLE_DAYS:
            whole = ((-(-start // DAY) * DAY, end // DAY * DAY) for start, end in spans)
            spans = [(start, end) for start, end in whole if end > start]
        made = Folds(spans, first, last, nights=kind == ALL)
        return made if spans and made.share > LEAST_SHOWN else None


LEAST_SHOWN = 0.01
"""Part of the time that a compressed scale has to show: a calendar without working time cannot be drawn by it."""
