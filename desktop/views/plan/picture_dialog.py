"""The chart as a picture: what of it, how large, for whom; then where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, tr
from desktop.reports.planpicture import Sizes
from desktop.views.boxes import CheckBox
from desktop.views.pictures import PNG, SVG, Make, PictureAsking
from desktop.views.plan.paper_press import plan_file_name, plan_order
from desktop.views.plan.picture_press import PictureOrder, picture
from desktop.views.segments import Segments

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage


class PictureDialog(PictureAsking):
    """The whole chart or what is in sight, with columns of the grid and a legend by choice."""

    KINDS: ClassVar[Mapping[str, str]] = {
        PNG: N_("PNG: dots, for slides and messages"), SVG: N_("SVG: lines, sharp at any size"),
    }  # fmt: skip

    def __init__(self, page: PlanPage, audience: str) -> None:
        self._page = page
        self.part = Segments([tr("The whole chart"), tr("What is in sight")], fill=True)
        self.columns, self.legend = CheckBox(tr("With the columns of the grid")), CheckBox(tr("With a legend"))
        self.columns.setChecked(True)
        self.legend.setChecked(True)
        self.part.show_at(0)
        super().__init__(page, tr("The chart as a picture"), (34, 20), audience)

    def fields(self) -> Iterable[tuple[str, QWidget]]:
        return ((tr("Part"), self.part),)

    def ticks(self) -> Iterable[QWidget]:
        return self.columns, self.legend

    def order(self) -> PictureOrder:
        """What is chosen now, of the plan as it stands now."""
        page, metrics = self._page, self._page.grid.metrics
        chart, in_sight = page.chart, bool(self.part.at)
        ids = page.model.ids
        rows = [ids[row] for row in chart.frame.window(chart.viewport().height())] if in_sight else list(ids)
        keys = tuple(key for key, _ in page.grid.shown_columns()) if self.columns.isChecked() else ()
        sizes = Sizes(metrics.em, float(metrics.row), float(metrics.header), metrics.line * 1.2)
        return PictureOrder(
            plan_order(page, tuple(rows), keys, self.language, self.audience), self.suffix, sizes,
            self.font().family(), float(chart.viewport().width()) if in_sight else 0.0, self.percent.value() / 100,
            self.legend.isChecked(),
        )  # fmt: skip

    def making(self) -> Make:
        return partial(picture, self.order())

    def suggested(self) -> str:
        order = self.order()
        return plan_file_name(self._page, order.plan, order.kind)
