"""Which dependency lines a Gantt chart shows in its window, and how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts.links import route
from desktop.charts.shapes import Polyline
from desktop.domain.plan import Dependency

if TYPE_CHECKING:
    from desktop.charts.gantt import Gantt

EDGE_ROOM = 24.0
"""How far beyond the window a bar still matters: handles, arrows and diamonds stick out."""


def link_lines(chart: Gantt, window: range, width: float) -> list[Polyline]:
    """Lines that end or pass in the window, critical ones last so that they lie above the others."""
    found: dict[str, Dependency] = {}
    into, out_of, order = chart.project.predecessors, chart.project.successors, chart.rows.order
    for row in window:
        identity = order[row]
        for link in into(identity):
            found[link.id] = link
        for link in out_of(identity):
            found[link.id] = link
    kept, scroll = chart.kept.of_width(width), chart.scroll
    passing, made = kept.passing, kept.lines
    for link in chart.rows.links.passing(window.start, window.stop):
        passes = passing.get(link.id)
        if passes is None:
            passes = passing[link.id] = _passes(chart, link, width)
        if passes:
            found[link.id] = link
    lines, critical = list[Polyline](), list[Polyline]()
    for link in found.values():
        known = made.get(link.id)
        if known is None:
            known = made[link.id] = _line(chart, link, width), scroll
        line, before = known
        if line is not None:
            line = line if before == scroll else line.lowered(before - scroll)
            (critical if _is_critical(line) else lines).append(line)
    return lines + critical


def _passes(chart: Gantt, link: Dependency, width: float) -> bool:
    """Whether the upright part of a line that only passes the rows in sight lies within the width.

    It stands beside the end that the line leaves, or beside the outer one of both.
    """
    plan = chart.schedule
    a, b = plan.row.get(link.predecessor), plan.row.get(link.successor)
    if a is None or b is None:
        return False
    x = chart.x_at(plan.finishes[a] if link.type[0] == "F" else plan.starts[a])
    if link.type == "SS":
        x = min(x, chart.x_at(plan.starts[b]))
    elif link.type == "FF":
        x = max(x, chart.x_at(plan.finishes[b]))
    return -EDGE_ROOM <= x <= width + EDGE_ROOM


def _line(chart: Gantt, link: Dependency, right: float) -> Polyline | None:
    rows = chart.rows.row_of
    a, b = rows.get(link.predecessor), rows.get(link.successor)
    source = chart.bar(a) if a is not None else None
    target = chart.bar(b) if b is not None else None
    if source is None or target is None:
        return None
    if max(source.right, target.right) < -EDGE_ROOM or min(source.left, target.left) > right + EDGE_ROOM:
        return None
    critical = chart.options.critical and source.critical and target.critical
    role = "link_critical" if critical else "link"
    points = route(source, target, link.type, chart.row_height)
    width = (2 if critical else 1) * (1 if chart.options.pixels else 0.6)  # grey tells them apart too
    return Polyline(points, role, width, True, f"dependency/{link.id}")


def _is_critical(line: Polyline) -> bool:
    return line.role == "link_critical"
