"""The network diagram on screen: who waits for whom, walked along by keys, linked by drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.charts.boxes import Area
from desktop.charts.network_diagram import (
    Graph,
    NetworkDiagram,
    all_tasks,
    critical_tasks,
    tasks_around,
    tasks_within,
)
from desktop.charts.network_layout import Placed
from desktop.charts.shapes import Polyline, Shape
from desktop.domain.commands.plan import AddLink
from desktop.domain.commands.records import DeleteRecords
from desktop.domain.plan import Dependency, Task
from desktop.i18n import N_, ntr, tr
from desktop.models.workspace import Workspace
from desktop.views.diagrams.canvas import Canvas
from desktop.views.diagrams.placing import Placing
from desktop.views.theme import colour

WHOLE, CRITICAL, AROUND, WITHIN = "whole", "critical", "around", "within"
SCOPES = {
    WHOLE: N_("Whole plan"), CRITICAL: N_("Critical and near-critical"), AROUND: N_("Around the task"),
    WITHIN: N_("Within the summary"),
}  # fmt: skip
MANY = 400
"""Tasks beyond which a first look shows the critical ones alone."""
AT_ONCE = 150
"""Tasks up to which a diagram is placed at once, without a moment of nothing."""
FIRST_ZOOM = 0.85
"""Zoom below which a first look could not be read."""
CALM = 150
"""Milliseconds after an edit before links are placed anew."""


class NetworkView(Canvas):
    """``scope`` says which tasks are shown. A drag from box to box links them; Escape leaves no trace."""

    told = Signal(object)
    """How much is shown, in a sentence."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.scope, self.steps, self.focus_task = WHOLE, 2, ""
        if len(workspace.project.table(Task)) > MANY:
            self.scope = CRITICAL
        self.link = ""
        """Id of the selected link, or ""."""
        self._graph: Graph | None = None
        self._placed: Placed | None = None
        self._diagram: NetworkDiagram | None = None
        self._is_stale = True
        self._from = ""
        self._pressed: QPointF | None = None
        self._over: QPointF | None = None
        self.placing = Placing()
        self.placing.placed.connect(self._take)
        self.placing.broken.connect(self._raise)
        self.destroyed.connect(self.placing.retire)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self.rebuild)
        self.setAccessibleName(tr("Network diagram"))

    def _raise(self, error: Exception) -> None:
        raise error

    # -- which tasks ----------------------------------------------------------------------------

    def show_scope(self, scope: str, task: str = "") -> None:
        """Show other tasks; ``task`` is the one in the middle of "around" and "within"."""
        self.scope = scope
        self.focus_task = task or self.current or self.focus_task
        self.rebuild()

    def set_steps(self, steps: int) -> None:
        """How many links each way "around" goes."""
        self.steps = steps
        self.rebuild()

    def tasks(self) -> list[str]:
        """Ids of what the scope shows, in outline order."""
        project, schedule = self.workspace.project, self.workspace.schedule
        focus = self.focus_task if project.find(Task, self.focus_task) else next(iter(project.outline.order), "")
        if self.scope == CRITICAL:
            return critical_tasks(project, schedule)
        if self.scope == AROUND and focus:
            return tasks_around(project, focus, self.steps)
        if self.scope == WITHIN and focus:
            return tasks_within(project, focus)
        return all_tasks(project)

    # -- the diagram ----------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Look which tasks and links there are, and place them where they differ from those in sight."""
        self._is_stale = False
        self._calm.stop()
        graph = Graph.of(self.workspace.project, self.workspace.schedule, self.tasks())
        self._tell(graph)
        if self._graph is not None and (graph.tasks, graph.pairs) == (self._graph.tasks, self._graph.pairs):
            self._graph, self._diagram = graph, None
            self._show_again()
        elif len(graph.tasks) <= AT_ONCE:
            self.placing.call_off()
            self._take((graph, graph.placed()))
        else:
            self.placing.place(graph)

    def _tell(self, graph: Graph) -> None:
        tasks = ntr("{n} task", "{n} tasks", len(graph.tasks))
        links = ntr("{n} link", "{n} links", len(graph.links))
        sentence = tr("{tasks}, {links}", tasks=tasks, links=links)
        self.setAccessibleDescription(sentence)
        self.told.emit(sentence)

    def _take(self, found: tuple[Graph, Placed]) -> None:
        first = self._placed is None
        self._graph, self._placed = found
        self._diagram = None
        self._show_again()
        if first:
            self.look_at_start()
        self.bring(self.current)

    def _show_again(self) -> None:
        self.fit_bars()
        self.viewport().update()

    def look_at_start(self) -> None:
        """A readable size, at the current task or where the plan begins."""
        self.fit()
        self.set_zoom(max(self.zoom, FIRST_ZOOM))
        diagram = self.diagram()
        if diagram is not None and diagram.boxes and not self.current:
            first = min(diagram.boxes, key=lambda box: (box.x, box.y))
            self.bring(first.task)

    def diagram(self) -> NetworkDiagram | None:
        if self._graph is None or self._placed is None:
            return None
        project = self.workspace.project
        if any(project.find(Task, task) is None for task in self._graph.tasks):
            return None  # placed anew in a moment
        if self._diagram is None:
            self._diagram = NetworkDiagram(
                project, self.workspace.schedule, self._graph, self._placed, self.medium()
            )
        return self._diagram

    def forget(self) -> None:
        self._diagram = None
        self._is_stale = True
        if self.isVisible():
            self._calm.start()

    def shapes(self, area: Area) -> Iterable[Shape]:
        found = self.diagram()
        if found is not None:
            yield from found.shapes(area, (self.current,) if self.current else (), self.link)
            yield from self._drawn(found)

    def _drawn(self, diagram: NetworkDiagram) -> Iterator[Shape]:
        box = diagram.box(self._from)
        if box is not None and self._over is not None:
            x, y = self.on_sheet(self._over)
            target = diagram.box_at(x, y)
            end = (target.x, target.middle) if target is not None and target.task != self._from else (x, y)
            yield Polyline(((box.right, box.middle), end), "ghost", 2, True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.diagram() is None or not (self._graph and self._graph.tasks):
            text = tr("Drawing the network …") if self._graph is None else tr("No task belongs here")
            with QPainter(self.viewport()) as painter:
                painter.setPen(colour("muted"))
                painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, text)

    def look(self) -> None:
        """The view came into sight."""
        if self._is_stale:
            self.rebuild()

    def reveal(self, task: str) -> bool:
        """Make a task current, widening what is shown where it is not among it."""
        if self.workspace.project.find(Task, task) is None:
            return False
        self.look()
        if self._graph is None or task not in self._graph.tasks:
            self.show_scope(AROUND, task)
        self.choose(task)
        return True

    # -- links ----------------------------------------------------------------------------------

    def delete_link(self) -> None:
        """Take the selected link away."""
        link, self.link = self.link, ""
        if self.workspace.project.find(Dependency, link) is not None:
            self.workspace.do(DeleteRecords("dependency", (link,)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.diagram()
        if found is None:
            return
        x, y = self.on_sheet(event.position())
        box = found.box_at(x, y)
        self.link = "" if box is not None else found.link_at(x, y)
        if self.link:
            self.viewport().update()
            return
        super().mousePressEvent(event)
        if box is not None and event.button() is Qt.MouseButton.LeftButton:
            self._from, self._pressed = box.task, event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
        elif self._over is not None or self.is_far(event.position(), self._pressed):
            self._over = event.position()
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        start, over, found = self._from, self._over, self.diagram()
        self._end_drawing()
        target = found.box_at(*self.on_sheet(over)) if found is not None and over is not None else None
        if target is not None and target.task != start:
            self.workspace.do(AddLink(start, target.task))

    def _end_drawing(self) -> None:
        self._from, self._pressed, self._over = "", None, None
        self.viewport().unsetCursor()
        self.viewport().update()

    @property
    def is_drawing(self) -> bool:
        return self._over is not None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.diagram()
        box = found.box_at(*self.on_sheet(event.position())) if found is not None else None
        if box is not None:
            self.opened.emit(box.task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self._pressed is not None:
            self._end_drawing()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)
