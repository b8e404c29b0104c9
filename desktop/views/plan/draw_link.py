"""Drawing a dependency from bar to bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from desktop.charts.bars import Bar, BarKind, Part
from desktop.charts.shapes import Point, Polyline, Rect, Shape
from desktop.domain.commands.plan import AddLink
from desktop.domain.plan import Task
from desktop.domain.session import Command
from desktop.i18n import tr
from desktop.models.preview import Preview
from desktop.views.plan.gestures import Gesture
from desktop.views.records.explanation import ahead

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart


class DrawLink(Gesture):
    """Draws a dependency from one end of a bar to one end of another: the ends say the type."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = (True, True)

    def __init__(self, chart: GanttChart, pressed: QPointF, bar: Bar, part: Part) -> None:
        super().__init__(chart, pressed)
        self._bar, self.from_start = bar, part is Part.LINK_START
        self.target: Bar | None = None
        self.to_start = True
        self.preview = Preview(chart.workspace)

    @property
    def bar(self) -> Bar:
        """The bar that the link leaves, as it stands."""
        return self.chart.present_bar(self._bar.row) or self._bar

    def move(self, position: QPointF) -> None:
        super().move(position)
        assert self.preview is not None
        bar = self.chart.bar_near(position)
        self.target = bar if bar is not None and bar.task != self._bar.task else None
        if self.target is not None:
            point = self.target.kind is BarKind.MILESTONE
            self.to_start = point or self.target.nearer_start(position.x())
        self.preview.show(self.command())

    def command(self) -> Command | None:
        """The link that a release here would make."""
        if self.target is None:
            return None
        kind = ("S" if self.from_start else "F") + ("S" if self.to_start else "F")
        return AddLink(self._bar.task, self.target.task, kind)

    def release(self) -> Command | None:
        return self.command()

    def shapes(self) -> Iterator[Shape]:
        bar = self.bar
        x = bar.left if self.from_start else bar.right
        points: tuple[Point, ...] = ((x, bar.middle), (self.position.x(), self.position.y()))
        refused = self.preview is not None and self.preview.refusal is not None
        role = "red" if refused else "ghost"
        if self.target is not None:
            end = self.target
            edge = end.left if self.to_start else end.right
            points = ((x, bar.middle), (edge, end.middle))
            yield Rect(end.left - 2, end.top - 2, end.width + 4, end.bottom - end.top + 4, "", role, 4)
        yield Polyline(points, role, 2, True)

    def tip(self) -> list[str]:
        assert self.preview is not None
        name = self.chart.workspace.project.get(Task, self._bar.task).name
        end = tr("start", "end of a bar") if self.from_start else tr("finish", "end of a bar")
        lines = [tr("From: {task} ({end})", task=name, end=end)]
        if self.target is None:
            return [*lines, tr("Drop on the start or finish of another bar")]
        other = self.chart.workspace.project.get(Task, self.target.task).name
        end = tr("start", "end of a bar") if self.to_start else tr("finish", "end of a bar")
        lines.append(tr("To: {task} ({end})", task=other, end=end))
        if self.preview.refusal is not None:
            lines.append(ahead(self.preview.refusal))
        return lines


