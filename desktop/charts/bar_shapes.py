"""The bar of a task as it is drawn: every kind has a form of its own, so that grey tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.charts.bars import THIN, Bar, BarKind
from desktop.charts.shapes import BACK, DOTS, LEVEL, Line, Polygon, Polyline, Rect, Shape


@dataclass(frozen=True, slots=True)
class BarLook:
    """Roles of a bar: fill, outline, progress, and a pattern in the colour of ``ink``."""

    fill: str
    line: str
    done: str
    pattern: str = ""
    ink: str = ""

    @property
    def text(self) -> str:
        """Role of a text on the bar."""
        return f"{self.fill}_inside"


LOOKS = {
    "task": BarLook("bar", "bar_line", "progress"),
    "critical": BarLook("critical", "critical_line", "critical_progress"),
    "near": BarLook("near_critical", "near_critical_line", "near_critical_progress", BACK, "near_critical_line"),
    "manual": BarLook("manual", "summary", "progress"),
    "inactive": BarLook("surface", "muted", "inactive"),
    "effort": BarLook("surface", "bar_line", "bar_line", LEVEL, "bar_line"),
    "outside": BarLook("surface", "muted", "inactive", DOTS, "muted"),
    "milestone": BarLook("milestone", "", ""),
    "milestone_critical": BarLook("milestone_critical", "", ""),
    "summary": BarLook("summary", "", "baseline"),
    "recurring": BarLook("summary", "", "baseline"),
}


def look_name(bar: Bar, show_critical: bool = True) -> str:
    """The one of :data:`LOOKS` that a bar has where colours stand for nothing else."""
    critical = bar.critical and show_critical
    if bar.kind is BarKind.MILESTONE:
        return "milestone_critical" if critical else "milestone"
    if bar.is_summary:
        return "summary" if bar.kind is BarKind.SUMMARY else "recurring"
    if critical and bar.kind in (BarKind.TASK, BarKind.MANUAL):
        return "critical"
    kind: str = bar.kind.value
    return "near" if bar.near_critical and show_critical and bar.kind is BarKind.TASK else kind


def bar_shapes(bar: Bar, look: BarLook, *, written: bool = False) -> Iterator[Shape]:
    """The bar itself with its progress, in painting order; ``written``: a text stands on it."""
    if bar.kind is BarKind.MILESTONE:
        yield _diamond(bar, look)
    elif bar.kind is BarKind.SUMMARY:
        yield from _bracket(bar, look)
    elif bar.kind is BarKind.RECURRING:
        yield from _occurrences(bar, look)
    else:
        yield from _box(bar, look, written=written)


def would_be_shapes(bar: Bar, left: float, right: float) -> Iterator[Shape]:
    """Where a task planned by hand would lie if its links and dates decided: a broken outline."""
    top, bottom = bar.top + 1, bar.bottom - 1
    if right - left < 1:
        half = (bottom - top) / 2
        points = ((left, top), (left + half, bar.middle), (left, bottom), (left - half, bar.middle), (left, top))
    else:
        points = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    yield Polyline(points, "muted", 1, dash=(3, 2))


def _diamond(bar: Bar, look: BarLook) -> Shape:
    x, half = (bar.left + bar.right) / 2, bar.width / 2
    points = ((x, bar.middle - half), (x + half, bar.middle), (x, bar.middle + half), (x - half, bar.middle))
    return Polygon(points, look.fill, look.line, f"task/{bar.task}", pattern=look.pattern, pattern_role=look.ink)


def _bracket(bar: Bar, look: BarLook) -> Iterator[Shape]:
    height = bar.bottom - bar.top
    body = height * 0.5
    tip = min(height * 0.55, bar.width / 2)
    points = (
        (bar.left, bar.top), (bar.right, bar.top), (bar.right, bar.bottom), (bar.right - tip, bar.top + body),
        (bar.left + tip, bar.top + body), (bar.left, bar.bottom),
    )  # fmt: skip
    yield Polygon(points, look.fill, ref=f"task/{bar.task}")
    if bar.progress:
        line = max(1.0, body * 0.35)
        yield Rect(bar.left, bar.top + (body - line) / 2, bar.width * bar.progress, line, look.done)


def _occurrences(bar: Bar, look: BarLook) -> Iterator[Shape]:
    """A line from the first to the last, with a block for each."""
    height = bar.bottom - bar.top
    yield Rect(bar.left, bar.middle - 0.5, bar.width, 1, look.fill, ref=f"task/{bar.task}")
    for left, right in bar.parts:
        yield Rect(left, bar.top, max(right - left, 2.0), height, look.fill, ref=f"task/{bar.task}")


def _box(bar: Bar, look: BarLook, *, written: bool) -> Iterator[Shape]:
    height = bar.bottom - bar.top
    low = height * 0.25 if bar.kind is BarKind.EFFORT and not written else 0.0
    if bar.parts:
        yield Line(bar.left, bar.middle, bar.right, bar.middle, look.line, 1, (2, 2))
    whole = Rect(
        0, bar.top + low, 0, height - 2 * low, look.fill, look.line, ref=f"task/{bar.task}",
        pattern=look.pattern, pattern_role=look.ink,
    )  # fmt: skip
    for left, right in bar.parts or ((bar.left, bar.right),):
        width = max(right - left, 2.0)
        yield replace(whole, x=left, width=width, radius=min(3.0, height / 4, width / 2))
    if bar.progress and look.done:
        inset = height * 0.32
        top, thick = (bar.bottom - 0.15 * height, 0.12 * height) if written else (bar.top + inset, height - 2 * inset)
        yield Rect(bar.left, top, bar.width * bar.progress, thick, look.done)
    yield from _ends(bar)


def _ends(bar: Bar) -> Iterator[Shape]:
    """What tells a kind by its form: caps, a line struck through."""
    if bar.kind is BarKind.INACTIVE:
        yield Line(bar.left - 3, bar.middle, bar.right + 3, bar.middle, "muted", 1)
    elif bar.kind is BarKind.MANUAL and bar.width >= THIN:
        for x in (bar.left, bar.right):
            yield Line(x, bar.top - 2, x, bar.bottom + 2, "summary", 2)
    elif bar.kind is BarKind.EFFORT:
        for x in (bar.left, bar.right - 1):
            yield Rect(x, bar.top, 1, bar.bottom - bar.top, "bar_line")
