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
from desktop.charts.shapes import Polyline, Rect, Shape
from desktop.domain.commands.plan import AddLink
from desktop.domain.commands.plan.links import RemoveLink
from desktop.domain.plan import Dependency, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, ntr, tr
from desktop.models.workspace import Workspace
from desktop.views.diagrams.canvas import READABLE, Canvas
from desktop.views.diagrams.placing import Placing
from desktop.views.plan.link_menu import link_names
from desktop.views.theme import colour

sentences(no_box=N_("No task is chosen. Click a box, or go to one with the arrow keys."))
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
ALIKE = 0.01
"""Share by which two zooms may differ and be the same to the eye."""
CALM = 150
"""Milliseconds after an edit before links are placed anew."""


class NetworkView(Canvas):
    """``scope`` says which tasks are shown. A drag from box to box links them, and so does a key pressed at the one and
    at the other; Escape leaves no trace.
    """

    said = Signal(object)
    """What a key has chosen, for the status bar."""
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
        self._lacks_tasks = False
        """Whether tasks that were placed are gone, so that nothing can be shown until they are placed anew."""
        self._mark = ""
        """Id of the task at which a link was begun by key, or ""."""
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
        self._lacks_tasks = False
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
        self._diagram, self._lacks_tasks = None, False
        self._show_again()
        if first:
            self.look_at_start()
        self.bring(self.current)

    def _show_again(self) -> None:
        self.fit_bars()
        self.viewport().update()

    def fit(self) -> None:
        """The whole network in sight; where that would be too small to read, as high as the window instead, at the
        current task or the beginning. Asked again, the whole all the same.
        """
        width, height = self.sheet_size()
        room = self.viewport().size()
        if not width or not height or min(room.width() / width, room.height() / height) >= READABLE:
            super().fit()
            return
        zoom = min(1.0, max(READABLE, room.height() / height))
        if abs(self.zoom - zoom) < ALIKE * zoom:
            super().fit()
            return
        self.set_zoom(zoom)
        diagram = self.diagram()
        if diagram is not None and diagram.boxes:
            first = min(diagram.boxes, key=lambda box: (box.x, box.y)).task
            self.bring(self.current if diagram.box(self.current) is not None else first)

    def look_at_start(self) -> None:
        """A readable size, at the current task or where the plan begins."""
        self.fit()
        self.set_zoom(max(self.zoom, FIRST_ZOOM))
        diagram = self.diagram()
        if diagram is not None and diagram.boxes and not self.current:
            first = min(diagram.boxes, key=lambda box: (box.x, box.y))
            self.bring(first.task)

    def diagram(self) -> NetworkDiagram | None:
        if self._graph is None or self._placed is None or self._lacks_tasks:
            return None
        if self._diagram is None:
            project = self.workspace.project
            self._lacks_tasks = any(project.find(Task, task) is None for task in self._graph.tasks)
            if self._lacks_tasks:
                return None  # placed anew in a moment
            self._diagram = NetworkDiagram(
                project, self.workspace.schedule, self._graph, self._placed, self.medium()
            )
        return self._diagram

    def forget(self) -> None:
        self._diagram, self._lacks_tasks = None, False
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
        begun, here = diagram.box(self._mark), diagram.box(self.current)
        if begun is not None:
            yield Rect(begun.x - 3, begun.y - 3, begun.width + 6, begun.height + 6, "", "ghost", 4)
            if here is not None and here is not begun:
                yield Polyline(((begun.right, begun.middle), (here.x, here.middle)), "ghost", 2, True)

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

    def choose(self, task: str) -> None:
        if task != self.current:
            self.link = ""
        super().choose(task)

    def choose_link(self) -> None:
        """Choose the next link of the current task, those that lead to it first."""
        found, project = self.diagram(), self.workspace.project
        if found is None or found.box(self.current) is None:
            self.workspace.rejected.emit(Rejected("no_box"))
            return
        links = found.links_of(self.current)
        if not links:
            self.workspace.rejected.emit(Rejected("no_link", task=project.get(Task, self.current).name))
            return
        at = (links.index(self.link) + 1) % len(links) if self.link in links else 0
        self.link = links[at]
        names = link_names(self.workspace, project.get(Dependency, self.link))
        sentence = tr("Link {n} of {count}: {names}", n=at + 1, count=len(links), names=names)
        self.setAccessibleDescription(sentence)
        self.said.emit(sentence)
        self.viewport().update()

    def delete_link(self, key: str) -> None:
        """Take the selected link away; ``key`` is named as the way to choose one where there is none."""
        link, self.link = self.link, ""
        if self.workspace.project.find(Dependency, link) is None:
            self.workspace.rejected.emit(Rejected("no_link_chosen", key=key))
        else:
            self.workspace.do(RemoveLink(link))

    def link_by_key(self) -> None:
        """Begin a link at the current task; at another one, end it there."""
        found, project = self.diagram(), self.workspace.project
        if found is None or found.box(self.current) is None:
            self.workspace.rejected.emit(Rejected("no_box"))
            return
        begun = self._mark if project.find(Task, self._mark) is not None else ""
        if not begun:
            self._mark = self.current
            said = tr("Link from “{task}”: the same key at another task ends it there, Esc gives it up.",
                      task=project.get(Task, self.current).name)  # fmt: skip
            self.said.emit(said)
        else:
            self._mark = ""
            if begun != self.current:
                self.workspace.do(AddLink(begun, self.current))
        self.viewport().update()

    @property
    def is_linking(self) -> bool:
        """Whether a link was begun by key."""
        return bool(self._mark)

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
        elif key == Qt.Key.Key_Escape and (self._mark or self.link):
            if self._mark:
                self.said.emit(tr("Nothing was changed"))
            self._mark = self.link = ""
            self.viewport().update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)
