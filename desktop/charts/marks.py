"""What is drawn around a bar: baseline, float, deadline, date constraint."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.charts.bars import Bar
from desktop.charts.shapes import Line, Polygon, Rect, Shape

AHEAD = frozenset({"snet", "fnet", "mso"})
"""Constraints whose task lies after the date."""


BASELINE_DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 2.0), (2.0, 2.0))
"""The lines of up to three baselines, told apart without colour."""


def baseline_shapes(bar: Bar, left: float, right: float, box: Rect, place: int = 0) -> Iterator[Shape]:
    """The agreed dates as a thin bar in ``box``'s height below the bar; a diamond for a milestone.

    ``place`` counts the baselines that are shown: the first is a whole line, the others are broken.
    """
    y, ref = box.y + box.height / 2, f"task/{bar.task}"
    if right > left and not place:
        yield Rect(left, box.y, max(right - left, 1.0), box.height, "baseline", ref=ref)
    elif right > left:
        yield Line(left, y, right, y, "baseline", box.height, BASELINE_DASHES[place], ref)
    else:
        half = box.height * 1.3
        points = ((right, y - half), (right + half, y), (right, y + half), (right - half, y))
        yield Polygon(points, "baseline" if place else "surface", "baseline")


def variance_shapes(bar: Bar, agreed: float, finish: float, box: Rect) -> Iterator[Shape]:
    """From the agreed finish to the one of now, as a whisker: unbroken when late, broken when early."""
    late = finish > agreed
    role, y = ("late", box.y + box.height / 2) if late else ("early", box.y + box.height / 2)
    yield Line(agreed, y, finish, y, role, 1.5, () if late else (3, 2))
    yield Line(finish, min(bar.bottom, box.y - 1), finish, box.y + box.height + 1, role, 1.5)


def float_shapes(bar: Bar, finish: float, late_finish: float) -> Iterator[Shape]:
    """Total float from the finish on; what is missing of it, back from the finish.

    A thin line at the foot of the bar, below the text that stands beside it.
    """
    spare = late_finish >= finish
    role = "float" if spare else "negative_float"
    left, right = min(finish, late_finish), max(finish, late_finish)
    height = max(2.0, (bar.bottom - bar.top) * 0.16)
    y = bar.bottom - height if spare else bar.bottom + 1
    yield Rect(left, y, right - left, height, role)
    yield Rect(late_finish - 1, y - 2 * height, 2, 3 * height, role)


def deadline_shapes(x: float, row: Rect, missed: bool) -> Iterator[Shape]:
    """An arrow from above at the deadline, in the colour that says whether it is kept."""
    role = "deadline_missed" if missed else "deadline"
    half = row.height * 0.2
    top, bottom = row.y + row.height * 0.06, row.y + row.height * 0.84
    yield Rect(x - 1.75, top, 3.5, bottom - top, "surface")  # a seam, so that it shows on any bar
    yield Rect(x - 0.75, top, 1.5, bottom - top, role)
    yield Polygon(((x - half, top), (x + half, top), (x, top + 1.6 * half)), role, "surface")


def constraint_shapes(x: float, row: Rect, constraint: str) -> Iterator[Shape]:
    """A small wedge that leans on the date from the side where the task may lie."""
    side = 1 if constraint in AHEAD else -1
    half = row.height * 0.13
    y = row.y + row.height - 2 * half
    yield Rect(x - 0.75, y - 1.5 * half, 1.5, 3 * half, "muted")
    yield Polygon(((x, y - half), (x + side * 1.6 * half, y), (x, y + half)), "muted")
