"""Tasks as boxes: what the WBS chart and the network diagram have in common."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop.charts.shapes import Rect, Shape, Text
from desktop.i18n import Words

Measure = Callable[[str, bool], float]
"""Width of a text, bold or not, in the unit of the medium."""
SMALL = 0.85
"""Size of what is written small, relative to body text."""
ROOM = 0.96
"""Share of a line that is filled: the same font is a little wider on paper."""


@dataclass(frozen=True, slots=True)
class Medium:
    """What a diagram is drawn on: the height of a line of body text, how wide texts are, the language."""

    line: float
    measure: Measure
    words: Words


@dataclass(frozen=True, slots=True)
class Box:
    """Where one task stands, or the project for ``task`` "". Units are those of the medium."""

    task: str
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def centre(self) -> float:
        return self.x + self.width / 2

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, area: Area) -> bool:
        """Whether any of it lies in ``area``."""
        left, top, right, bottom = area
        return self.x < right and self.right > left and self.y < bottom and self.bottom > top


Area = tuple[float, float, float, float]
"""(left, top, right, bottom)."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a box shows. ``progress`` is 0 to 1."""

    code: str
    name: str
    facts: tuple[str, ...] = ()
    """Lines beneath the name."""
    critical: bool = False
    near_critical: bool = False
    summary: bool = False
    milestone: bool = False
    active: bool = True
    progress: float = 0


def wrapped(text: str, width: float, most: int, measure: Callable[[str], float]) -> list[str]:
    """``text`` in at most ``most`` lines, broken at spaces and between Chinese characters; the last may be too long."""
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest and len(lines) < most - 1 and measure(rest) > width:
        cut = _fitting(rest, width, measure)
        at = next((place for place in range(cut, 0, -1) if _may_break(rest, place)), cut)
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*lines, rest] if rest or not lines else lines


def _fitting(text: str, width: float, measure: Callable[[str], float]) -> int:
    """How many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


_NEVER_FIRST = frozenset("，。、；：！？）》」』】”’,.;:!?)]}%")


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end before the character at ``place``."""
    if place >= len(text):
        return True
    before, after = text[place - 1], text[place]
    if after in _NEVER_FIRST:
        return False
    return before == " " or after == " " or _is_wide(before) or _is_wide(after)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def frame_of(box: Box, face: Face, *, selected: bool = False) -> Iterator[Shape]:
    """Ground and outline. Critical boxes have a double outline, so that they are told apart in grey."""
    ref = f"task/{box.task}" if box.task else "project/"
    fill = "grey_soft" if not face.active else "accent_soft" if face.summary else "surface"
    outline = "critical_line" if face.critical else "near_critical_line" if face.near_critical else "line_strong"
    yield Rect(box.x, box.y, box.width, box.height, fill, outline, 3, ref)
    if face.critical:
        yield Rect(box.x + 2, box.y + 2, box.width - 4, box.height - 4, "", outline, 2)
    if face.progress > 0:
        yield Rect(box.x + 3, box.bottom - 5, (box.width - 6) * min(face.progress, 1), 2, "progress")
    if selected:
        yield Rect(box.x - 3, box.y - 3, box.width + 6, box.height + 6, "", "focus", 5)
        yield Rect(box.x - 4, box.y - 4, box.width + 8, box.height + 8, "", "focus", 6)


def lines_of(
    box: Box, lines: Sequence[tuple[str, bool, float]], line: float, pad: float, role: str = "text"
) -> Iterator[Shape]:
    """Lines (text, bold, size) from the top of ``box`` down, each ``line`` high."""
    y = box.y + pad / 2
    for text, bold, size in lines:
        yield Text(box.x + pad, y, box.width - 2 * pad, line, text, role, bold=bold, size=size)
        y += line
