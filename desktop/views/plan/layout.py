"""What the plan page remembers of its layout between two runs."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.charts.gantt_options import from_state, to_state
from desktop.charts.timescale import EARLIEST, LATEST, MAX_SCALE, MIN_SCALE
from desktop.models.plan_order_state import to_state as rows_to
from desktop.views.plan.axis import AxisChoices

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

MAX_WIDTH = 4000
"""Widest column that is taken back."""


def save_layout(page: PlanPage) -> dict[str, object]:
    """Columns, sizes, what is closed and what the chart shows (JSON-able)."""
    return {
        "columns": page.grid.columns.chosen(),
        "view": page.views.current,
        "rows": rows_to(page.rows_shown.asked),
        "compare": page.model.figures.baseline_id,
        "wrapped": sorted(page.grid.sizes.wrapped),
        "frozen": page.grid.frozen.key,
        "work": page.work.sizes(),
        "splitter": page.splitter.sizes(),
        "details": page.plan_actions.details.isChecked(),
        "section": page.panel.front,
        "closed": sorted(page.model.closed_in_outline),
        "current": page.grid.current_id(),
        "scale": page.chart.scale.scale,
        "start": page.chart.scale.start.isoformat(),
        "overview": page.axis_actions.overview.isChecked(),
        "paper": page.paper_actions.state,
        "axis": asdict(page.chart.axis.choices),
        "options": to_state(page.chart.options),
        "holds": dict(page.chart.hold_strip.defaults),
    }


def restore_layout(page: PlanPage, state: dict[str, object]) -> None:
    """Take back what :func:`save_layout` gave; survives anything that a file may hold."""
    if isinstance(compare := state.get("compare"), str) and compare:
        page.model.compare_with(compare)
        page.wbs_actions.refresh()
    if isinstance(state.get("wrapped"), list):
        page.grid.sizes.wrap(key for key in _list(state["wrapped"]) if isinstance(key, str))
    columns = [(each[0], each[1]) for each in _list(state.get("columns")) if is_column(each)]
    if columns:
        page.grid.show_columns(columns)
    if isinstance(frozen := state.get("frozen"), str):
        page.grid.frozen.freeze(frozen)
        page.column_actions.refresh()
    for name, splitter in (("work", page.work), ("splitter", page.splitter)):
        sizes = [size for size in _list(state.get(name)) if type(size) is int and 0 <= size < 100_000]
        if len(sizes) == splitter.count() and any(sizes):
            splitter.setSizes(sizes)
            page.door.sized = page.door.sized or (name == "splitter" and all(sizes))
    page.model.set_closed([each for each in _list(state.get("closed")) if isinstance(each, str)], True)
    _restore_chart(page, state)
    page.views.take_up(state.get("view"), state.get("rows"))
    holds = state.get("holds")
    if isinstance(holds, dict):
        page.chart.hold_strip.take_defaults(holds)
    page.panel.show_tab(state.get("section"))
    if state.get("details") is True:
        page.plan_actions.details.setChecked(True)
        page.door.toggle()
    current = state.get("current")
    if isinstance(current, str) and page.model.row_of(current) >= 0:
        page.grid.select_id(current)


def _restore_chart(page: PlanPage, state: dict[str, object]) -> None:
    page.chart.set_options(from_state(state.get("options"), page.chart.options))
    page.plan_actions.look.refresh()
    page.chart.choose_axis(AxisChoices.read(state.get("axis")))
    page.axis_actions.show_choices()
    page.paper_actions.state = state.get("paper")
    page.axis_actions.overview.setChecked(state.get("overview") is not False)
    scale, start = state.get("scale"), state.get("start")
    try:
        begin = datetime.fromisoformat(str(start))
        factor = float(str(scale))
    except ValueError:
        return
    if begin.tzinfo is None and EARLIEST <= begin <= LATEST and MIN_SCALE <= factor <= MAX_SCALE:
        page.chart.set_scale(replace(page.chart.scale, start=begin, scale=factor))
        page.first_view.is_chosen = True


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def is_column(value: Any) -> bool:
    """Whether ``value`` is a pair of a column and a width."""
    fits = isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and type(value[1]) is int
    return fits and 0 <= value[1] <= MAX_WIDTH
