"""The bar of one task: its geometry, its shapes and its zones for the pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.charts.shapes import Line, Polygon, Rect, Shape

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
    SUMMARY = "summary"
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
    """(left, right) of the parts of a split task; empty where it is in one piece."""

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
        return self.kind in (BarKind.TASK, BarKind.MANUAL, BarKind.INACTIVE)

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

    def nearer_start(self, x: float) -> bool:
        """Whether a link dropped at ``x`` joins the start rather than the finish."""
        return x < (self.left + self.right) / 2


def bar_shapes(bar: Bar, show_critical: bool = True, *, written: bool = False) -> Iterator[Shape]:
    """The bar itself with its progress, in painting order; ``written``: a text stands on it."""
    critical = bar.critical and show_critical
    if bar.kind is BarKind.MILESTONE:
        yield _diamond(bar, "milestone_critical" if critical else "milestone")
    elif bar.kind is BarKind.SUMMARY:
        yield from _bracket(bar)
    else:
        yield from _box(bar, critical, near=bar.near_critical and show_critical, written=written)


def inside_role(bar: Bar, show_critical: bool = True) -> str:
    """Role of a text on the bar."""
    return f"{_ROLES[_kind(bar, bar.critical and show_critical, near=bar.near_critical and show_critical)][0]}_inside"


def _diamond(bar: Bar, role: str) -> Shape:
    x, half = (bar.left + bar.right) / 2, bar.width / 2
    points = ((x, bar.middle - half), (x + half, bar.middle), (x, bar.middle + half), (x - half, bar.middle))
    return Polygon(points, role, ref=f"task/{bar.task}")


def _bracket(bar: Bar) -> Iterator[Shape]:
    height = bar.bottom - bar.top
    body = height * 0.5
    tip = min(height * 0.55, bar.width / 2)
    points = (
        (bar.left, bar.top), (bar.right, bar.top), (bar.right, bar.bottom), (bar.right - tip, bar.top + body),
        (bar.left + tip, bar.top + body), (bar.left, bar.bottom),
    )  # fmt: skip
    yield Polygon(points, "summary", ref=f"task/{bar.task}")
    if bar.progress:
        line = max(1.0, body * 0.35)
        yield Rect(bar.left, bar.top + (body - line) / 2, bar.width * bar.progress, line, "baseline")


def _kind(bar: Bar, critical: bool, *, near: bool) -> str:
    if critical:
        return "critical"
    return "near" if near and bar.kind is BarKind.TASK else bar.kind.value


def _box(bar: Bar, critical: bool, *, near: bool, written: bool) -> Iterator[Shape]:
    height = bar.bottom - bar.top
    fill, line, done = _ROLES[_kind(bar, critical, near=near)]
    if bar.parts:
        yield Line(bar.left, bar.middle, bar.right, bar.middle, line, 1, (2, 2))
    for left, right in bar.parts or ((bar.left, bar.right),):
        width = max(right - left, 2.0)
        radius = min(3.0, height / 4, width / 2)
        yield Rect(left, bar.top, width, height, fill, line, radius, ref=f"task/{bar.task}")
    if bar.progress:
        inset = height * 0.32
        top, thick = (bar.bottom - 0.25 * height, 0.2 * height) if written else (bar.top + inset, height - 2 * inset)
        yield Rect(bar.left, top, bar.width * bar.progress, thick, done)
    if bar.kind is BarKind.MANUAL and bar.width >= THIN:
        for x in (bar.left, bar.right):
            yield Line(x, bar.top - 2, x, bar.bottom + 2, "summary", 2)


_ROLES = {
    "task": ("bar", "bar_line", "progress"),
    "critical": ("critical", "critical_line", "critical_progress"),
    "near": ("near_critical", "near_critical_line", "near_critical_progress"),
    "manual": ("manual", "summary", "progress"),
    "inactive": ("surface", "inactive", "inactive"),
}


def handle_shapes(bar: Bar) -> Iterator[Shape]:
    """What appears around the bar under the pointer: circles to link by, a triangle for progress."""
    for x in (bar.left - HANDLE_GAP, bar.right + HANDLE_GAP):
        r = HANDLE_RADIUS
        yield Rect(x - r, bar.middle - r, 2 * r, 2 * r, "surface", "ghost", r)
    if bar.resizable and bar.width >= THIN:
        x, y = bar.progress_x, bar.bottom
        points = ((x, y - 3), (x + PROGRESS_HALF, y + 5), (x - PROGRESS_HALF, y + 5))
        yield Polygon(points, "surface", "ghost")
