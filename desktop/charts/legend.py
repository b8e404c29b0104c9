"""The legend of a Gantt chart: what was drawn, as it was drawn, with a name for each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.charts.badges import PREFIX, SIZE, Badge, badge_shapes
from desktop.charts.bar_shapes import LOOKS, BarLook, bar_shapes, would_be_shapes
from desktop.charts.bars import Bar, BarKind
from desktop.charts.gantt_facts import GanttFacts
from desktop.charts.marks import (
    baseline_shapes,
    constraint_shapes,
    deadline_shapes,
    external_shapes,
    float_shapes,
    variance_shapes,
)
from desktop.charts.relations import path_shapes, relation_shapes
from desktop.charts.shapes import Line, Polyline, Rect, Shape, Text
from desktop.domain.plan import CONSTRAINT
from desktop.i18n import N_, SEPARATOR, Words

WIDTH, HEIGHT = 22.0, 10.0
"""The field on which each sign is drawn."""
LETTER = 0.85
"""Size of the letters of badges on it, relative to those in the chart."""
LONGEST = 48
"""Characters of a name in the legend."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign on a field of ``WIDTH`` × ``HEIGHT``, and what it means."""

    sign: str
    title: str
    shapes: tuple[Shape, ...]


TITLES: Mapping[str, str] = {
    "task": N_("Task, with progress"), "near": N_("Near-critical task"), "critical": N_("Critical task"),
    "manual": N_("Planned by hand"), "would_be": N_("Where links would put it"),
    "inactive": N_("Inactive task"), "effort": N_("Level of effort"), "outside": N_("Task of another project"),
    "split": N_("Interruption"), "summary": N_("Summary task"), "recurring": N_("Recurring task"),
    "milestone": N_("Milestone"), "milestone_critical": N_("Critical milestone"),
    "critical_foot": N_("Critical task"),
    "late": N_("Finishes later than agreed"), "early": N_("Finishes earlier than agreed"),
    "float": N_("Total float"), "negative_float": N_("Negative float: too late by"),
    "link": N_("Dependency", "schedule"), "link_critical": N_("Critical dependency"),
    "deadline": N_("Deadline"), "deadline_missed": N_("Missed deadline"),
    **{f"constraint_{code}": title for code, title in CONSTRAINT.items() if code != "asap"},
    "pinned": N_("Pinned to its date"),
    "external_start": N_("Another project delivers"), "external_finish": N_("Another project waits"),
    "badge_overload": N_("Needs somebody who is overallocated"), "badge_action": N_("Late actions"),
    "badge_issue": N_("Open issues"), "badge_risk": N_("Open risks"), "badge_note": N_("Has a note"),
    "path": N_("Float path, by its number"),
    "predecessor": N_("Predecessor"), "predecessor_driving": N_("Driving predecessor"),
    "successor": N_("Successor"), "successor_driving": N_("Driven successor"),
    "progress_line": N_("Progress line"), "status_date": N_("Status date"), "today": N_("Today"),
}  # fmt: skip
"""In the order of the legend; classes of colours come first, baselines behind the bars."""
_BARS = {
    "task": BarKind.TASK, "near": BarKind.TASK, "critical": BarKind.TASK, "manual": BarKind.MANUAL,
    "inactive": BarKind.INACTIVE, "effort": BarKind.EFFORT, "outside": BarKind.OUTSIDE,
    "summary": BarKind.SUMMARY, "recurring": BarKind.RECURRING, "milestone": BarKind.MILESTONE,
    "milestone_critical": BarKind.MILESTONE,
}  # fmt: skip


def legend(signs: Collection[str], facts: GanttFacts, words: Words) -> list[LegendEntry]:
    """An entry for each of ``signs``, as a chart has gathered them."""
    found = []
    for number, each in enumerate(facts.colouring.classes if facts.colouring else ()):
        if f"class{number}" in signs:
            found.append(LegendEntry(f"class{number}", each.title[:LONGEST], sample("task", each.look)))
    for sign, title in TITLES.items():
        if sign == "late":  # what is told of baselines stands together
            found += _baselines(signs, facts, words)
        if sign in signs:
            found.append(LegendEntry(sign, words(title), sample(sign, words=words)))
    return found


def _baselines(signs: Collection[str], facts: GanttFacts, words: Words) -> list[LegendEntry]:
    found = []
    for place, name in enumerate(facts.baseline_names):
        if f"baseline{place}" in signs:
            title = f"{words(N_('Baseline'))} – {' '.join(name.split())[:LONGEST]}"
            found.append(LegendEntry(f"baseline{place}", title, sample(f"baseline{place}")))
    return found


def sample(sign: str, look: BarLook | None = None, words: Words | None = None) -> tuple[Shape, ...]:
    """A sign drawn by what draws it in the chart."""
    if sign.startswith(PREFIX):
        # The letters of a badge are those of body text, which is larger than the field that it stands on.
        badge = Badge(sign.removeprefix(PREFIX))
        _, drawn = badge_shapes(badge, WIDTH / 2 - 5, HEIGHT / 2, HEIGHT / SIZE, words or _as_is)
        return tuple(replace(each, size=each.size * LETTER) if isinstance(each, Text) else each for each in drawn)
    if sign in _BARS:
        return tuple(bar_shapes(_bar(_BARS[sign], 0.5 if sign == "task" and look is None else 0), look or LOOKS[sign]))
    box, row, bar = Rect(0, 4, 0, 2), Rect(0, 0, WIDTH, HEIGHT), _bar(BarKind.TASK)
    if sign.startswith("baseline"):
        return tuple(baseline_shapes(bar, 0, WIDTH, box, int(sign[8:])))
    if sign.startswith("constraint_"):
        return tuple(constraint_shapes(WIDTH / 2, Rect(0, -7, WIDTH, 1.6 * HEIGHT), sign[11:]))
    made: dict[str, tuple[Shape, ...]] = {
        "would_be": tuple(would_be_shapes(bar, 1, WIDTH - 1)),
        "split": (Line(0, 5, WIDTH, 5, "bar_line", 1, (2, 2)),),
        "critical_foot": (Rect(0, 6, WIDTH, 2, "critical"),),
        "late": tuple(variance_shapes(_low(bar), 2, WIDTH - 2, box)),
        "early": tuple(variance_shapes(_low(bar), WIDTH - 2, 2, box)),
        "float": tuple(float_shapes(Bar("", 0, BarKind.TASK, 0, 0, 0, 8), 2, WIDTH - 2)),
        "negative_float": tuple(float_shapes(Bar("", 0, BarKind.TASK, 0, 0, -6, 4), WIDTH - 1, 2)),
        "link": (Polyline(((0, 2), (16, 2), (16, 9)), "link", 0.6, True),),
        "link_critical": (Polyline(((0, 2), (16, 2), (16, 9)), "link_critical", 1.6, True),),
        "deadline": tuple(deadline_shapes(WIDTH / 2, row, False)),
        "deadline_missed": tuple(deadline_shapes(WIDTH / 2, row, True)),
        "pinned": tuple(constraint_shapes(WIDTH / 2, Rect(0, -7, WIDTH, 1.6 * HEIGHT), "mso", pinned=True)),
        "external_start": tuple(external_shapes(WIDTH / 2, row, start=True)),
        "external_finish": tuple(external_shapes(WIDTH / 2, row, start=False)),
        "path": tuple(path_shapes(Bar("", 0, BarKind.TASK, 14, WIDTH - 3, 2, 8), 1, row, 6)),
        "predecessor": tuple(relation_shapes(_inner(bar), "predecessor", False)),
        "predecessor_driving": tuple(relation_shapes(_inner(bar), "predecessor", True)),
        "successor": tuple(relation_shapes(_inner(bar), "successor", False)),
        "successor_driving": tuple(relation_shapes(_inner(bar), "successor", True)),
        "progress_line": (Polyline(((16, 0), (16, 2), (6, 5), (16, 8), (16, 10)), "progress_line", 1),),
        "status_date": (Line(WIDTH / 2, 0, WIDTH / 2, HEIGHT, "status_date", 1, (3, 2)),),
        "today": (Line(WIDTH / 2, 0, WIDTH / 2, HEIGHT, "today", 1.5),),
    }
    return made[sign]


def _as_is(key: str) -> str:
    return key.rpartition(SEPARATOR)[2]


def _bar(kind: BarKind, progress: float = 0) -> Bar:
    half = 4.0 if kind is BarKind.MILESTONE else WIDTH / 2 - (3 if kind is BarKind.INACTIVE else 0)
    height = 5.0 if kind in (BarKind.SUMMARY, BarKind.RECURRING) else 7.0
    parts = ((0.0, 4.0), (9.0, 13.0), (18.0, WIDTH)) if kind is BarKind.RECURRING else ()
    middle = WIDTH / 2
    return Bar("", 0, kind, middle - half, middle + half, 5 - height / 2, 5 + height / 2, progress, parts=parts)


def _inner(bar: Bar) -> Bar:
    return Bar(bar.task, 0, bar.kind, bar.left + 4, bar.right - 4, bar.top + 2, bar.bottom - 2)


def _low(bar: Bar) -> Bar:
    return Bar(bar.task, 0, bar.kind, bar.left, bar.right, bar.top, 2)


def in_lines(
    entries: Sequence[LegendEntry], room: float, width_of: Callable[[LegendEntry], float], gap: float
) -> list[list[tuple[float, LegendEntry]]]:
    """Entries line by line, each with its left edge; one that is wider than ``room`` has a line of its own."""
    lines: list[list[tuple[float, LegendEntry]]] = [[]]
    x = 0.0
    for entry in entries:
        wide = width_of(entry)
        if lines[-1] and x + wide > room:
            lines.append([])
            x = 0.0
        lines[-1].append((x, entry))
        x += wide + gap
    return lines
