"""A diagram as a file: PNG in dots, SVG in lines, PDF on one large page; for the team or for the client."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.charts.boxes import Medium
from desktop.charts.network_diagram import Graph, NetworkDiagram
from desktop.charts.palette import PRINT
from desktop.charts.shapes import Scene
from desktop.charts.svg import svg
from desktop.charts.wbs_chart import WbsChart, WbsOptions
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule
from desktop.i18n import Words
from desktop.views.background import Wish
from desktop.views.dots import dots
from desktop.views.outlines import QtOutlines
from desktop.views.pictures import PDF, PNG

EM = 16.0
"""Pixels of body text in a picture."""
LINE = 1.5
EVERYWHERE = (-1e12, -1e12, 1e12, 1e12)


@dataclass(frozen=True, slots=True)
class DiagramOrder:
    """A snapshot of the plan and what is drawn of it: the WBS chart, or with ``tasks`` the network of those."""

    project: Project
    schedule: Schedule
    options: WbsOptions
    tasks: tuple[str, ...] | None
    kind: str
    family: str
    """The font of the interface."""
    magnified: float
    language: str
    audience: str
    today: dt.date


def diagram_file(order: DiagramOrder, wish: Wish | None = None) -> bytes:
    """The file. Raises ``picture_too_large``, ``report_hidden_project``, and ``report_cancelled`` once it is off."""
    from desktop.reports.diagrampage import diagram_pdf
    from desktop.reports.kinds import meta_of, source_of

    source = source_of(
        order.project, order.schedule, language=order.language, audience=order.audience, today=order.today
    )
    scene = _scene(order, source.project, source.words, wish)
    if wish is not None and wish.is_off():
        raise Rejected("report_cancelled")
    title = source.project.profile.name
    if order.kind == PDF:
        return diagram_pdf(scene, EM, title, meta_of(source))
    if order.kind == PNG:
        return dots(
            iter([(0.0, 0.0, scene)]), scene.width, scene.height, em=EM, family=order.family, magnified=order.magnified
        )
    pieces = svg(
        [(0.0, 0.0, scene)], scene.width, scene.height, em=EM, palette=PRINT, outlines=QtOutlines(order.family),
        title=title, magnified=order.magnified,
    )  # fmt: skip
    return "".join(pieces).encode()


def _scene(order: DiagramOrder, project: Project, words: Words, wish: Wish | None) -> Scene:
    medium = _medium(order.family, words)
    if order.tasks is None:
        chart = WbsChart(project, order.schedule, order.options, medium, floats=order.audience != CLIENT)
        return Scene(chart.width, chart.height, tuple(chart.shapes(EVERYWHERE)))
    shown = [task for task in order.tasks if project.find(Task, task) is not None]
    graph = Graph.of(project, order.schedule, shown)
    placed = graph.placed(wish.is_off) if wish is not None else graph.placed()
    diagram = NetworkDiagram(project, order.schedule, graph, placed, medium, floats=order.audience != CLIENT)
    return Scene(diagram.width, diagram.height, tuple(diagram.shapes(EVERYWHERE)))


def _medium(family: str, words: Words) -> Medium:
    metrics = []
    for bold in (False, True):
        font = QFont(family)
        font.setPixelSize(round(EM))
        font.setBold(bold)
        metrics.append(QFontMetricsF(font))

    def measure(text: str, bold: bool) -> float:
        return metrics[bold].horizontalAdvance(text)

    return Medium(round(EM * LINE), measure, words)
