"""Badges behind bars: open risks and issues, late actions, overloads and notes, each by form and letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.charts.shapes import CENTRE, Line, Point, Polygon, Rect, Shape, Text
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.task_items import linked_items
from desktop.i18n import N_, Words

OVERLOAD, ACTION, ISSUE, RISK, NOTE = "overload", "action", "issue", "risk", "note"
ORDER = (OVERLOAD, ACTION, ISSUE, RISK, NOTE)
"""Nearest to the bar first: what needs somebody soonest."""
PREFIX = "badge_"
"""Before the kind of a badge, in the names of marks and signs."""
SIZE, WIDE, GAP = 1.25, 1.85, 0.2
"""Height, width with a count, and distance of badges, in ems."""
LETTERS: Mapping[str, str] = {
    OVERLOAD: N_("O", "badge"), ACTION: N_("A", "badge"), ISSUE: N_("I", "badge"), RISK: N_("R", "badge"), NOTE: "",
}  # fmt: skip
_ROLES = {
    OVERLOAD: ("surface", "red"), ACTION: ("accent_soft", "accent"), ISSUE: ("red_soft", "red"),
    RISK: ("amber_soft", "amber"), NOTE: ("surface", "muted"),
}  # fmt: skip


class Badge(NamedTuple):
    """One badge of a task; ``refs`` name the records that it counts, as ``key/id``."""

    kind: str
    refs: tuple[str, ...] = ()


def register_badges(project: Project, today: dt.date) -> Mapping[str, tuple[Badge, ...]]:
    """Open risks and issues by task, and open actions whose day has passed."""
    found: dict[str, dict[str, list[str]]] = {}
    for kind, item, task in linked_items(project):
        if kind in (ISSUE, RISK) or (kind == ACTION and _is_late(item, today)):
            found.setdefault(task, {}).setdefault(kind, []).append(item.ref)
    return {
        task: tuple(Badge(kind, tuple(kinds[kind])) for kind in ORDER if kind in kinds)
        for task, kinds in found.items()
    }


def _is_late(item: Record, today: dt.date) -> bool:
    due = getattr(item, "due", None)
    return due is not None and due < today


def width_of(badges: Sequence[Badge], em: float) -> float:
    """What they take behind a bar."""
    return sum((WIDE if len(badge.refs) > 1 else SIZE) * em + GAP * em for badge in badges)


def badge_shapes(badge: Badge, x: float, middle: float, em: float, words: Words) -> tuple[Rect, list[Shape]]:
    """The place of a badge and its shapes, from ``x`` on."""
    count = len(badge.refs)
    width, height = (WIDE if count > 1 else SIZE) * em, SIZE * em
    box = Rect(x, middle - height / 2, width, height)
    letter = LETTERS[badge.kind]
    text = (words(letter) if letter else "") + (str(min(count, 99)) if count > 1 else "")
    shapes = list(_form(badge.kind, box, em))
    if text:
        shift = 0.12 * height if badge.kind == OVERLOAD else 0.0
        shapes.append(
            Text(x, box.y + shift, width, height - shift, text, "text", CENTRE, bold=True, size=0.74)
        )
    return box, shapes


def _form(kind: str, box: Rect, em: float) -> Iterator[Shape]:
    fill, line = _ROLES[kind]
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    middle, tip = box.y + box.height / 2, 0.3 * em
    if kind == ACTION:
        yield Rect(left, top, box.width, box.height, fill, line, box.height / 2)
    elif kind == ISSUE:
        yield Rect(left, top + 0.06 * em, box.width, box.height - 0.12 * em, fill, line)
    elif kind == NOTE:
        fold = 0.35 * em
        inset = 0.15 * em
        page: tuple[Point, ...] = (
            (left + inset, top), (right - inset - fold, top), (right - inset, top + fold), (right - inset, bottom),
            (left + inset, bottom),
        )  # fmt: skip
        yield Polygon(page, fill, line)
        for part in (0.45, 0.7):
            y = float(round(top + part * box.height))
            yield Line(left + 0.35 * em, y, right - 0.4 * em, y, line)
    elif kind == RISK:
        sides: tuple[Point, ...] = (
            (left, middle), (left + tip, top), (right - tip, top), (right, middle), (right - tip, bottom),
            (left + tip, bottom),
        )  # fmt: skip
        yield Polygon(sides, fill, line)
    else:
        points = ((left, bottom), (left, top + tip), ((left + right) / 2, top), (right, top + tip), (right, bottom))
        yield Polygon(points, fill, line)
