"""The chart as a picture: PNG in dots or SVG in lines, made away from the interface and written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.charts.palette import PRINT
from desktop.charts.svg import Placed, svg
from desktop.charts.timescale import Timescale
from desktop.domain.rejection import Rejected
from desktop.views.background import Wish
from desktop.views.dots import dots
from desktop.views.outlines import QtOutlines
from desktop.views.pictures import PNG
from desktop.views.plan.paper_press import PlanOrder, content_of

if TYPE_CHECKING:
    from desktop.reports.planpicture import PlanPicture, Sizes

WIDEST = 60_000.0
"""Units of the time axis; a longer one is drawn at a smaller scale."""


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """A picture of the chart."""

    plan: PlanOrder
    kind: str
    """``png`` or ``svg``."""
    sizes: Sizes
    """As on the screen."""
    family: str
    """The font of the interface."""
    width: float
    """Of the chart in sight; 0 for the whole plan."""
    magnified: float
    legend: bool


def picture(order: PictureOrder, wish: Wish | None = None) -> bytes:
    """The file. Raises ``picture_too_large``, ``report_hidden_project``, and ``report_cancelled`` once it is off."""
    from desktop.reports.planpicture import PlanPicture

    def off() -> bool:
        return wish is not None and wish.is_off()

    source, content = content_of(order.plan, off)
    options = replace(content.options, today=order.plan.now, pixels=order.kind == PNG)
    made = PlanPicture(replace(content, options=options), order.sizes, passing=True)
    scale, width = _axis(made, order)
    height = made.height + (made.legend_height() * 1.3 if order.legend else 0.0)
    if order.kind == PNG:
        return dots(
            _placed(made, scale, width, order, off), width, height, em=order.sizes.em, family=order.family,
            magnified=order.magnified,
        )  # fmt: skip
    document = svg(
        list(_placed(made, scale, width, order, off)), width, height, em=order.sizes.em, palette=PRINT,
        outlines=QtOutlines(order.family), title=source.project.profile.name, magnified=order.magnified,
    )  # fmt: skip
    return "".join(document).encode()


def _axis(made: PlanPicture, order: PictureOrder) -> tuple[Timescale, float]:
    """The scale from the left edge of the chart on, and the width of everything."""
    table, scale, em = made.table_width(0), order.plan.scale, order.sizes.em
    if order.width:
        return scale, table + order.width
    first, last = made.content.extent()
    whole = scale.at(first).scrolled(-1.5 * em)
    chart = whole.x(last) + 12 * em
    if chart > WIDEST:
        return made.fitted(scale, first, last, WIDEST), table + WIDEST
    return whole, table + chart


def _placed(
    made: PlanPicture, scale: Timescale, width: float, order: PictureOrder, off: Callable[[], bool]
) -> Iterator[Placed]:
    for pane in made.tall(scale, width):
        if off():
            raise Rejected("report_cancelled")
        yield pane.x, pane.y, pane.scene
    if order.legend:
        yield 0.0, made.height + made.legend_height() * 0.15, made.legend(width)
