"""The bar of one task: its geometry, its shapes and its zones for the pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.charts.shapes import Polygon, Rect, Shape

EDGE, THIN_EDGE, THIN = 5.0, 1.0, 15.0
"""Width of the zone that resizes, and what is left of it on a bar narrower than ``THIN``."""
HANDLE_GAP, HANDLE_RADIUS = 9.0, 4.0
"""Circles from which a link is drawn lie beyond both ends of the bar under the pointer."""
PROGRESS_HALF = 6.0
"""Half the width of the triangle below the bar that drags progress."""


class BarKind(Enum):
    """How a task is drawn."""

    TASK = "task"
    MANUAL = "manual"
    INACTIVE = "inactive"
    EFFORT = "effort"
    """Its length follows others: support that goes on as long as they do."""
    OUTSIDE = "outside"
    """Stands for a task of another project."""
    SUMMARY = "summary"
    RECURRING = "recurring"
    """A summary of occurrences."""
    MILESTONE = "milestone"


class Part(Enum):
    """What of a bar lies under the pointer."""

    BODY = "body"
    START = "start"
    FINISH = "finish"
    PROGRESS = "progress"
    LINK_START = "link_start"
    LINK_FINISH = "link_finish"


@dataclass(frozen=True, slots=True)
class Bar:
    """Where the task of ``row`` is drawn, in units of the medium; ``progress`` is 0 to 1."""

    task: str
    row: int
    kind: BarKind
    left: float
    right: float
    top: float
    bottom: float
    progress: float = 0
    critical: bool = False
    near_critical: bool = False
    parts: tuple[tuple[float, float], ...] = ()
    """(left, right) of the parts of a split task, or of occurrences in sight; empty where it is in one piece."""

    def lowered(self, by: float) -> Bar:
        """The same bar further down."""
        return Bar(
            self.task, self.row, self.kind, self.left, self.right, self.top + by, self.bottom + by,
            self.progress, self.critical, self.near_critical, self.parts,
        )  # fmt: skip

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def progress_x(self) -> float:
        return self.left + self.width * self.progress

    @property
    def resizable(self) -> bool:
        """Whether its ends can be dragged: a milestone has none, a summary's follow its tasks."""
        return self.kind not in (BarKind.SUMMARY, BarKind.RECURRING, BarKind.MILESTONE)

    @property
    def is_summary(self) -> bool:
        return self.kind in (BarKind.SUMMARY, BarKind.RECURRING)

    def part_at(self, x: float, y: float) -> Part | None:
        """The zone under the point; circles and triangle count as shown, next to the bar."""
        below = self.resizable and self.width >= THIN and self.bottom - 2 <= y <= self.bottom + 6
        if below and abs(x - self.progress_x) <= PROGRESS_HALF:
            return Part.PROGRESS
        if not self.top - 2 <= y <= self.bottom + 2:
            return None
        edge = EDGE if self.width >= THIN else THIN_EDGE
        outside = 2.0 if self.width >= THIN else 3.0  # a sliver is caught beside it
        reach = HANDLE_GAP + HANDLE_RADIUS + 1
        if self.left - reach <= x < self.left - outside:
            return Part.LINK_START
        if self.right + outside < x <= self.right + reach:
            return Part.LINK_FINISH
        if not self.left - outside <= x <= self.right + outside:
            return None
        if self.resizable and x >= self.right - edge:
            return Part.FINISH
        if self.resizable and x < self.left + edge:
            return Part.START
        return Part.BODY

    def piece_at(self, x: float) -> tuple[int, Part] | None:
        """Which part of a split bar lies at ``x``, and whether an inner end of it; None in a gap and of a whole bar."""
        last = len(self.parts) - 1
        for at, (left, right) in enumerate(self.parts if self.resizable else ()):
            if left - 2 <= x <= right + 2:
                edge = EDGE if right - left >= THIN else THIN_EDGE
                if at < last and x >= right - edge:
                    return at, Part.FINISH
                return at, Part.START if at and x < left + edge else Part.BODY
        return None

    def nearer_start(self, x: float) -> bool:
        """Whether a link dropped at ``x`` joins the start rather than the finish."""
        return x < (self.left + self.right) / 2


def handle_shapes(bar: Bar) -> Iterator[Shape]:
    """What appears around the bar under the pointer: circles to link by, a triangle for progress."""
    for x in (bar.left - HANDLE_GAP, bar.right + HANDLE_GAP):
        r = HANDLE_RADIUS
        yield Rect(x - r, bar.middle - r, 2 * r, 2 * r, "surface", "ghost", r)
    if bar.resizable and bar.width >= THIN:
        x, y = bar.progress_x, bar.bottom
        points = ((x, y - 3), (x + PROGRESS_HALF, y + 5), (x - PROGRESS_HALF, y + 5))
        yield Polygon(points, "surface", "ghost")
