"""Where the small pictures lie in the column of marks, for who paints them and for who is pressed on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect

HOLDS = frozenset({"lock", "clock", "edit"})
"""Marks of dates that hold a task: pressed, they offer to release it."""


def places(rect: QRect, marks: Sequence[str], line: int) -> Iterator[tuple[str, QRect]]:
    """(mark, box) of as many as fit into ``rect``, side by side in its middle; ``line`` is the height of the text."""
    side = round(line * 0.85)
    gap = max(2, side // 6)
    room = max(1, (rect.width() - gap) // (side + gap))
    shown = marks[:room]
    x = rect.x() + (rect.width() - len(shown) * (side + gap) + gap) // 2
    for mark in shown:
        yield mark, QRect(x, rect.y() + (rect.height() - side) // 2, side, side)
        x += side + gap
