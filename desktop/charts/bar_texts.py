"""Texts beside and inside the bars of a Gantt chart: what they say and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.charts.bar_shapes import BarLook
from desktop.charts.bars import Bar, BarKind
from desktop.charts.gantt_options import (
    DATE_TEXT,
    DURATION_TEXT,
    FLOAT_TEXT,
    NAME_TEXT,
    PERCENT_TEXT,
    RESOURCE_TEXT,
    WBS_TEXT,
)
from desktop.charts.shapes import RIGHT, Rect, Shape, Text
from desktop.charts.timeheader import text_width
from desktop.domain.durations import duration_text
from desktop.domain.plan import Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_datetime
from desktop.i18n import Words

LONGEST = 160
"""Characters of a text beside a bar; nobody reads more there."""
GAP = 1.1
"""From the end of the bar to its text, in ems: the stub of a link has room there."""
SMALL = 0.92
"""Size of the texts, relative to body text."""
FIGURES = (PERCENT_TEXT, DURATION_TEXT, FLOAT_TEXT, WBS_TEXT)
"""What would say something else where its end is cut off."""
WIDER = 1.1
"""By how much letters may be wider than they are taken for."""


class BarTexts:
    """Makes the texts of one chart."""

    def __init__(self, project: Project, schedule: Schedule, words: Words, em: float) -> None:
        self._project, self._schedule, self._words, self._em = project, schedule, words, em
        self._tasks = project.table(Task)

    # -- where ----------------------------------------------------------------------------------

    def right(self, bar: Bar, kind: str, row: Rect, shift: float = 0) -> Iterator[Shape]:
        """Behind the bar, ``shift`` further on where something else stands there."""
        text = self.text(bar, kind)
        if text:
            width = text_width(text, self._em) * 1.3 + self._em
            yield Text(bar.right + GAP * self._em + shift, row.y, width, row.height, text, "bar_text", size=SMALL)

    def left(self, bar: Bar, kind: str, row: Rect, *, crossed: bool) -> Iterator[Shape]:
        """Before the bar. Where a line comes in from that side (``crossed``), the text has a ground of its own."""
        text = self.text(bar, kind)
        if not text:
            return
        width = text_width(text, SMALL * self._em)
        right = bar.left - GAP * self._em
        if right < width:  # cut by the edge it would say something else
            return
        if crossed:
            yield Rect(right - width, row.y + 0.25 * row.height, width, 0.5 * row.height, "surface", opacity=0.85)
        yield Text(right - width * 1.5, row.y, width * 1.5, row.height, text, "bar_text", RIGHT, size=SMALL)

    def inside(self, bar: Bar, kind: str, row: Rect, look: BarLook) -> Iterator[Shape]:
        """On the part of the bar that is in sight, cut where it is too long."""
        left, right = max(bar.left, 0.0) + 0.3 * self._em, min(bar.right, row.width) - 0.3 * self._em
        text = self.text(bar, kind) if right - left >= 1.5 * self._em else ""
        if kind in FIGURES and text_width(text, SMALL * 0.95 * self._em) > right - left:
            return
        if text:
            height = 0.86 * (bar.bottom - bar.top)
            if look.pattern:  # a ground, so that the pattern does not run through the letters
                width = min(text_width(text, SMALL * self._em), right - left)
                yield Rect(left - 1, bar.top + 1, width + 2, height - 1, look.fill)
            yield Text(left, bar.top, right - left, height, text, look.text, size=SMALL * 0.95)

    # -- what -----------------------------------------------------------------------------------

    def text(self, bar: Bar, kind: str) -> str:
        """What ``kind`` says of the task; "" for nothing."""
        if not kind:
            return ""
        plan, place = self._schedule, self._schedule.row[bar.task]
        if kind == DATE_TEXT or (kind == RESOURCE_TEXT and bar.kind is BarKind.MILESTONE):
            return self._dates(bar)
        if kind == NAME_TEXT:
            return " ".join(self._tasks[bar.task].name[:LONGEST].split())
        if kind == RESOURCE_TEXT:
            return "" if bar.is_summary else self._resources(bar.task)
        if kind == PERCENT_TEXT:
            return f"{plan.percents[place]}%"
        if kind == DURATION_TEXT:
            unit = "d" if bar.is_summary else self._tasks[bar.task].duration_unit
            return "" if bar.kind is BarKind.MILESTONE else self._amount(plan.duration(bar.task), unit)
        if kind == FLOAT_TEXT:
            open_work = not bar.is_summary and plan.percents[place] < 100
            return self._amount(plan.total_floats[place], "d") if open_work else ""
        return self._project.wbs(bar.task) if kind == WBS_TEXT else ""

    def _amount(self, minutes: int, unit: str) -> str:
        return duration_text(minutes, unit, self._project.profile, self._words)

    def _dates(self, bar: Bar) -> str:
        plan, place = self._schedule, self._schedule.row[bar.task]
        start, finish = to_datetime(plan.starts[place]), to_datetime(plan.finishes[place])
        return f"{finish:%m-%d}" if bar.kind is BarKind.MILESTONE else f"{start:%m-%d} – {finish:%m-%d}"

    def _resources(self, task: str) -> str:
        names = []
        for assignment in self._project.assignments(task):
            resource = self._project.find(Resource, assignment.resource)
            if resource is not None:
                share = "" if assignment.units == 100 else f" [{assignment.units}%]"
                names.append(resource.name + share)
        return ", ".join(names)[:LONGEST]
