"""The chart beside the table of a plan: time scale and bars of some rows, the same that the screen draws.

Sizes are in the unit of the medium.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from functools import partial

from desktop.charts.gantt import Gantt, Rows
from desktop.charts.gantt_facts import facts_of
from desktop.charts.label_room import with_room
from desktop.charts.legend import LegendEntry, legend
from desktop.charts.links import LinkIndex
from desktop.charts.row_heights import RowHeights
from desktop.charts.shapes import LEFT, Scene, Shape, Text
from desktop.charts.timeheader import header, text_width, tiers
from desktop.charts.timescale import MIN_SCALE, Timescale
from desktop.reports.plancontent import PlanContent

EM = 6.8
"""Size of the letters in the chart, in points, where nothing else is wished."""
ROW = 12.5
HEADER = 24.0
SNAP = 0.1
"""The chart begins with a whole week or month where that costs no more than this share of its width."""
AFTER = 9.0
"""Room behind the last date for the text beside its bar, in letter sizes."""


class PlanChart:
    """Draws rows of a content; what all pages share is made once."""

    def __init__(
        self, content: PlanContent, heights: RowHeights, *, em: float = EM, high: float = HEADER, passing: bool = False
    ) -> None:
        """``high`` is the height of the time scale.

        ``passing`` draws links that neither begin nor end in the rows of a page: they tell a reader of paper
        nothing, but belong to a picture of the screen.
        """
        self._content, self._heights, self._em, self._high = content, heights, em, high
        order = list(content.order)
        if passing:
            self._rows = Rows.of(content.project, order)
        else:
            self._rows = Rows(order, {identity: row for row, identity in enumerate(order)}, LinkIndex((), {}))
        self.facts = facts_of(
            content.project, content.schedule, content.options, content.say,
            overloaded=content.overloaded.__contains__, day=content.day,
        )  # fmt: skip
        self.signs: Collection[str] = ()
        """What the bars show that were drawn last."""

    def fitted(self, scale: Timescale, first: dt.datetime, last: dt.datetime, width: float) -> Timescale:
        """A scale of the kind of ``scale`` on which ``first`` to ``last`` fills ``width``, with room for texts.

        It begins with a whole week or month where that costs little.
        """
        em, room = self._em, max(width - AFTER * self._em, width / 2)
        whole = scale.fitted(first, last, room, em)
        begin = whole.ruler.floor(tiers(whole, em)[0], whole.start)
        found = scale.fitted(begin, last, room) if whole.start - begin < (last - first) * SNAP else whole
        return replace(found, scale=max(found.scale * with_room(self._gantt(found, 0), width), MIN_SCALE))

    def time(self, scale: Timescale, width: float) -> Scene:
        """The time scale; of a month that is cut by the edge, the name stands where it fits."""
        whole = header(scale, width, self._high, self._em, self._content.words)
        cut = partial(inside, width, self._em)
        return Scene(width, self._high, tuple(shape for shape in map(cut, whole.shapes) if shape))

    def _gantt(self, scale: Timescale, scroll: float) -> Gantt:
        content = self._content
        return Gantt(
            content.project, content.schedule, self._rows, scale, heights=self._heights, em=self._em,
            words=content.words, options=content.options, facts=self.facts, scroll=scroll,
        )  # fmt: skip

    def bars(self, scale: Timescale, rows: range, width: float, *, ends: bool = True) -> Scene:
        """Bars of ``rows`` with all that belongs to them.

        Texts behind bars end before the edge where the chart ``ends`` there; else the next sheet goes on with them.
        """
        top = self._heights.top(rows.start)
        height = self._heights.top(rows.stop) - top
        chart = self._gantt(scale, top)
        shapes = chart.scene(width, max(height - 0.01, 0)).shapes
        self.signs = chart.signs
        return Scene(width, height, tuple(ended(shape, width) for shape in shapes) if ends else shapes)

    def legend(self, signs: Collection[str]) -> list[LegendEntry]:
        """What ``signs`` mean."""
        return legend(signs, self.facts, self._content.say)


def inside(width: float, em: float, shape: Shape) -> Shape | None:
    """``shape``, or of a text what lies between the edges; None when it does not fit there."""
    if not isinstance(shape, Text):
        return shape
    left, right = max(shape.x, 0.0), min(shape.x + shape.width, width)
    fits = text_width(shape.text, em * shape.size) <= right - left
    return replace(shape, x=left, width=right - left) if fits else None


def ended(shape: Shape, width: float) -> Shape:
    """``shape``, or of a text behind a bar what ends before the edge: it is cut with dots rather than by the edge."""
    if isinstance(shape, Text) and shape.role == "bar_text" and shape.align == LEFT and shape.x < width:
        return replace(shape, width=min(shape.width, width - shape.x))
    return shape
