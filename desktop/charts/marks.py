"""What is drawn around a bar: baseline, float, deadline, date constraint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.charts.bars import Bar
from desktop.charts.shapes import FORWARD, Line, Polygon, Rect, Shape

AHEAD, BEHIND = frozenset({"snet", "fnet"}), frozenset({"snlt", "fnlt"})
"""Constraints whose task lies after the date, and before it."""
STARTING = frozenset({"snet", "snlt", "mso"})
"""Constraints of the start."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something small that was drawn and can be pointed at: ``kind`` says what of ``task`` it stands for."""

    kind: str
    task: str
    box: Rect
    refs: tuple[str, ...] = ()
    """Records that it leads to, as ``key/id``."""

    def contains(self, x: float, y: float) -> bool:
        return self.box.contains(x, y)


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
    """Total float from the finish on, under the foot of the bar; what is missing of it, hatched, back from the finish.

    Names beside bars stand above its line.
    """
    left, right = min(finish, late_finish), max(finish, late_finish)
    if late_finish >= finish:
        height = max(2.0, (bar.bottom - bar.top) * 0.16)
        y = bar.bottom
        yield Rect(left, y, right - left, height, "float")
        yield Rect(late_finish - 1, y - height, 2, 3 * height, "float")
        return
    height, role = max(3.0, (bar.bottom - bar.top) * 0.28), "negative_float"
    y = bar.bottom + 1
    yield Rect(left, y, right - left, height, "surface", role, pattern=FORWARD, pattern_role=role)
    yield Rect(late_finish - 1, y - height, 2, 2 * height, role)


def deadline_shapes(x: float, row: Rect, missed: bool) -> Iterator[Shape]:
    """An arrow from above at the deadline: filled where it is missed, hollow where it is kept."""
    role = "deadline_missed" if missed else "deadline"
    half = row.height * 0.2
    top, bottom = row.y + row.height * 0.06, row.y + row.height * 0.84
    yield Rect(x - 1.75, top, 3.5, bottom - top, "surface")  # a seam, so that it shows on any bar
    yield Rect(x - 0.75, top, 1.5, bottom - top, role)
    head = ((x - half, top), (x + half, top), (x, top + 1.6 * half))
    yield Polygon(head, role if missed else "surface", "surface" if missed else role)


def constraint_shapes(x: float, row: Rect, constraint: str, *, pinned: bool = False) -> Iterator[Shape]:
    """Wedges that lean on the date from the side where the task may lie, from both sides where it must be there.

    Filled where the date is one of the start, hollow for the finish; a pinned date has a head on its post.
    """
    half = row.height * 0.14
    y = row.y + row.height - 2 * half
    if constraint == "alap":
        yield Polygon(((x, y - half), (x + 1.6 * half, y), (x, y + half)), "surface", "muted")
        yield Polygon(((x + 1.6 * half, y - half), (x + 3.2 * half, y), (x + 1.6 * half, y + half)), "surface", "muted")
        return
    thick = 2.5 if pinned else 1.5
    yield Rect(x - thick / 2, y - 1.5 * half, thick, 3 * half, "muted")
    if pinned:
        yield Rect(x - half, y - 2 * half, 2 * half, half, "muted")
    fill, outline = ("muted", "") if constraint in STARTING else ("surface", "muted")
    for side in (1,) if constraint in AHEAD else (-1,) if constraint in BEHIND else (1, -1):
        yield Polygon(((x, y - half), (x + side * 1.6 * half, y), (x, y + half)), fill, outline)


def external_shapes(x: float, row: Rect, *, start: bool) -> Iterator[Shape]:
    """A flag at the date on which another project delivers (``start``) or waits for the task."""
    side, top, bottom = (1 if start else -1), row.y + row.height * 0.1, row.y + row.height * 0.9
    size = row.height * 0.2
    yield Rect(x - 0.75, top, 1.5, bottom - top, "muted")
    yield Polygon(((x, top), (x + side * 1.6 * size, top + size / 2), (x, top + size)), "surface", "muted")
