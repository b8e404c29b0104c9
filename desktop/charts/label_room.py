"""Room for the texts behind the last bars: on paper nobody can scroll to what the edge cuts off."""

from __future__ import annotations

from desktop.charts.bar_surroundings import reach
from desktop.charts.gantt import Gantt

MOST_ROOM = 0.3
"""Share of the width that bars give up for their texts; longer ones end in dots."""


def with_room(chart: Gantt, width: float) -> float:
    """The factor, at most 1, by which the scale of ``chart`` shrinks so that every text ends within ``width``."""
    factor, plan = 1.0, chart.schedule
    for row, identity in enumerate(chart.rows.order):
        place = plan.row.get(identity)
        if place is None or chart.x_at(plan.finishes[place]) < width / 2:
            continue
        bar = chart.bar(row)
        if bar is None or bar.right <= 0:
            continue
        behind = reach(chart, bar) - bar.right
        if bar.right <= width and bar.right * factor + behind > width:
            factor = max((width - behind) / bar.right, 0.0)
    return max(factor, 1 - MOST_ROOM)
