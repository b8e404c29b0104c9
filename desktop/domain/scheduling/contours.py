"""Work contours: how the work of an assignment lies in its time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from desktop.i18n import N_

CONTOURS: Mapping[str, tuple[int, ...]] = {
    "back_loaded": (10, 15, 25, 50, 50, 75, 75, 100, 100, 100),
    "front_loaded": (100, 100, 100, 75, 75, 50, 50, 25, 15, 10),
    "double_peak": (25, 50, 100, 50, 25, 25, 50, 100, 50, 25),
    "early_peak": (25, 50, 100, 100, 75, 50, 50, 25, 15, 10),
    "late_peak": (10, 15, 25, 50, 50, 75, 100, 100, 50, 25),
    "bell": (10, 20, 40, 80, 100, 100, 80, 40, 20, 10),
    "turtle": (25, 50, 75, 100, 100, 100, 100, 75, 50, 25),
}
"""Microsoft Project's work contours: per cent of the units in every tenth of the duration."""
CONTOUR_NAMES: Mapping[str, str] = {
    "": N_("Even", "work contour"), "back_loaded": N_("Back-loaded", "work contour"),
    "front_loaded": N_("Front-loaded", "work contour"), "double_peak": N_("Double peak", "work contour"),
    "early_peak": N_("Early peak", "work contour"), "late_peak": N_("Late peak", "work contour"),
    "bell": N_("Bell", "work contour"), "turtle": N_("Turtle", "work contour"),
}  # fmt: skip
"""What people call them; "" is the even one."""
BY_HAND = "contoured"
"""Work over time typed in by hand. Where it is known, runs follow the word, such as ``contoured 480:240 960:960``."""
MAX_RUNS = 1000
"""A longer list says no more than that the work was spread by hand."""

_RUN = re.compile(r"(\d{1,9}):(\d{1,9})")


class Run(NamedTuple):
    """Time in which work is done evenly."""

    minutes: int
    """Working minutes of whoever does the work; gaps of the task as a whole are left out."""
    work: int


def is_by_hand(contour: str) -> bool:
    return contour.startswith(BY_HAND)


@lru_cache(maxsize=1024)
def runs_of(contour: str) -> tuple[Run, ...]:
    """The runs of a contour made by hand; nothing where they are not known."""
    if not is_by_hand(contour):
        return ()
    found = [Run(int(minutes), int(work)) for minutes, work in _RUN.findall(contour)]
    return tuple(found) if any(run.minutes and run.work for run in found) else ()


def contour_by_hand(runs: Iterable[Run]) -> str:
    """The contour that those runs make."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        if not run.minutes and last is not None:
            made[-1] = Run(last.minutes, last.work + run.work)
        elif last is not None and last.work * run.minutes == run.work * last.minutes:
            made[-1] = Run(last.minutes + run.minutes, last.work + run.work)
        else:
            made.append(run)
    return " ".join([BY_HAND, *(f"{run.minutes}:{run.work}" for run in made)]) if len(made) <= MAX_RUNS else BY_HAND


def work_done(contour: str, part: float) -> float:
    """What part of the work lies in the first ``part`` of its time, both from 0 to 1."""
    runs = runs_of(contour) or [Run(1, weight) for weight in CONTOURS.get(contour, (1,))]
    left, done = part * sum(run.minutes for run in runs), 0.0
    for run in runs:
        if run.minutes >= left:
            return (done + (run.work * left / run.minutes if run.minutes else 0)) / sum(run.work for run in runs)
        left -= run.minutes
        done += run.work
    return 1.0
