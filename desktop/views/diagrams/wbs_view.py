"""The WBS chart on screen: boxes are renamed, added, deleted, moved and dragged where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.charts.boxes import Area, Box
from desktop.charts.shapes import Line, Rect, Shape
from desktop.charts.wbs_chart import WbsChart, WbsOptions
from desktop.domain.commands.plan import (
    BELOW,
    CHILD,
    AddTask,
    DeleteTasks,
    IndentTasks,
    MoveTasks,
    OutdentTasks,
    ShiftTasks,
)
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.session import Command
from desktop.i18n import N_, tr
from desktop.models.workspace import Workspace
from desktop.views.diagrams.canvas import Canvas
from desktop.views.diagrams.name_line import NameLine

MANY = 60
"""Boxes beyond which a chart begins with its second level closed."""


class WbsView(Canvas):
    """Every edit is a command of the plan; a drag previews where a box would go, and Escape leaves no trace."""

    in_the_middle = False

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.options = WbsOptions()
        self._chart: WbsChart | None = None
        self._carried = ""
        self._pressed: QPointF | None = None
        self._over: QPointF | None = None
        self.line = NameLine(self.viewport())
        self.line.written.connect(self._name_written)
        self.line.given_up.connect(self._take_focus)
        workspace.settling.connect(self.line.settle)
        self._named = ""
        self.setAccessibleName(tr("WBS chart"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        order = workspace.project.outline
        if len(order.order) > MANY:
            self.close_from(1)

    # -- the chart ------------------------------------------------------------------------------

    def diagram(self) -> WbsChart:
        if self._chart is None:
            workspace = self.workspace
            self._chart = WbsChart(workspace.project, workspace.schedule, self.options, self.medium())
        return self._chart

    def forget(self) -> None:
        self._chart = None

    def shapes(self, area: Area) -> Iterable[Shape]:
        yield from self.diagram().shapes(area, (self.current,) if self.current else ())
        yield from self._drop_shapes()

    def set_options(self, options: WbsOptions) -> None:
        """Show otherwise; the current box stays in sight."""
        self.options = options
        self.refresh()
        self.bring(self.current)

    # -- opening and closing --------------------------------------------------------------------

    def toggle(self, task: str) -> None:
        """Open a summary that is closed, close one that is open."""
        if task and self.workspace.project.is_summary(task):
            self.set_options(replace(self.options, closed=self.options.closed ^ {task}))

    def toggle_current(self) -> None:
        self.toggle(self.current)

    def open_all(self) -> None:
        self.set_options(replace(self.options, closed=frozenset()))

    def close_all(self) -> None:
        self.close_from(0)

    def close_from(self, level: int) -> None:
        """Close every summary from that level of the outline on; 0 is the top."""
        outline, project = self.workspace.project.outline, self.workspace.project
        closed = {
            task
            for task, depth in zip(outline.order, outline.depth, strict=True)
            if depth >= level and project.is_summary(task)
        }
        self.set_options(replace(self.options, closed=frozenset(closed)))

    def reveal(self, task: str) -> bool:
        """Open what hides a task, and make it current."""
        project = self.workspace.project
        if project.find(Task, task) is None:
            return False
        above = project.get(Task, task).parent
        hiding = set()
        while above is not None and (found := project.find(Task, above)) is not None:
            hiding.add(above)
            above = found.parent if found.parent not in hiding else None
        if hiding & self.options.closed:
            self.set_options(replace(self.options, closed=self.options.closed - hiding))
        self.choose(task)
        return True

    # -- commands -------------------------------------------------------------------------------

    def _do(self, command: Command) -> None:
        if self.workspace.do(command):
            self.bring(self.current)

    def rename(self) -> None:
        """Write the name of the current box in place."""
        box = self.diagram().box(self.current)
        if box is not None and self.current:
            self.bring(self.current)
            self._named = self.current
            self.line.begin(self.workspace.project.get(Task, self.current).name, self.in_view(box))

    def _name_written(self, text: str) -> None:
        self._take_focus()
        name = " ".join(text.split())
        task = self.workspace.project.find(Task, self._named)
        if task is not None and name != task.name:
            self._do(SetFields("task", (task.id,), {"name": name}, N_("Rename {name}")))

    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_below(self) -> None:
        """A new box behind the current one; the first of a plan that has none."""
        self._add(BELOW if self.current else CHILD)

    def add_inside(self) -> None:
        """A new box within the current one."""
        self._add(CHILD)

    def _add(self, place: str) -> None:
        before = set(self.workspace.project.table(Task))
        anchor = self.current or None
        if anchor is not None and place == CHILD:
            self.options = replace(self.options, closed=self.options.closed - {anchor})
        if self.workspace.do(AddTask(tr("New task"), anchor, place)):
            (made,) = set(self.workspace.project.table(Task)) - before
            self.reveal(made)
            self.rename()

    def delete(self) -> None:
        """Delete the current box with what it contains; the one before it becomes current."""
        if self.current:
            gone, project = self.current, self.workspace.project
            siblings = project.children(project.get(Task, gone).parent)
            at = siblings.index(gone)
            left = [*siblings[:at][::-1], *siblings[at + 1 :]]
            heir = left[0] if left else project.get(Task, gone).parent or ""
            if self.workspace.do(DeleteTasks((gone,))):
                self.choose(heir)

    def indent(self) -> None:
        if self.current:
            self._do(IndentTasks((self.current,)))

    def outdent(self) -> None:
        if self.current:
            self._do(OutdentTasks((self.current,)))

    def move_earlier(self) -> None:
        if self.current:
            self._do(ShiftTasks((self.current,), -1))

    def move_later(self) -> None:
        if self.current:
            self._do(ShiftTasks((self.current,), 1))

    # -- dragging -------------------------------------------------------------------------------

    def drop(self) -> MoveTasks | None:
        """What letting go here means; None where the box would stay where it is or go into itself."""
        if not self._carried or self._over is None:
            return None
        project = self.workspace.project
        parent, before = self.diagram().place_at(*self.on_sheet(self._over))
        if parent == self._carried or parent in set(project.descendants(self._carried)) or before == self._carried:
            return None
        if before is None and (project.children(parent or None) or ("",))[-1] == self._carried:
            return None
        return MoveTasks((self._carried,), parent or None, before)

    def _drop_shapes(self) -> Iterator[Shape]:
        command = self.drop()
        if self._over is None:
            return
        x, y = self.on_sheet(self._over)
        box = self.diagram().box(self._carried)
        if box is not None:
            yield Rect(x - box.width / 2, y - box.height / 2, box.width, box.height, "ghost", "ghost", 3, opacity=0.2)
        if command is None:
            return
        onto = self.diagram().box(command.parent or "")
        beside = self.diagram().box(command.before) if command.before else None
        if beside is not None:
            yield from self._bar(beside)
        elif onto is not None:
            yield Rect(onto.x - 3, onto.y - 3, onto.width + 6, onto.height + 6, "", "ghost", 4)
            yield Rect(onto.x - 4, onto.y - 4, onto.width + 8, onto.height + 8, "", "ghost", 4)

    def _bar(self, box: Box) -> Iterator[Shape]:
        """In front of the box before which something would go."""
        if self.diagram().is_beside_others(box):
            yield Line(box.x - 6, box.y, box.x - 6, box.bottom, "ghost", 4)
        else:
            yield Line(box.x, box.y - 5, box.right, box.y - 5, "ghost", 4)

    def _end_drag(self) -> None:
        self._carried, self._pressed, self._over = "", None, None
        self.viewport().unsetCursor()
        self.viewport().update()

    @property
    def is_dragging(self) -> bool:
        return self._over is not None

    # -- events ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x, y = self.on_sheet(event.position())
        knob = self.diagram().knob_at(x, y)
        if knob and event.button() is Qt.MouseButton.LeftButton:
            self.toggle(knob)
            return
        super().mousePressEvent(event)
        box = self.diagram().box_at(x, y)
        if box is not None and box.task and event.button() is Qt.MouseButton.LeftButton:
            self._carried, self._pressed = box.task, event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        if self._over is not None or self.is_far(event.position(), self._pressed):
            self._over = event.position()
            stays = self.drop() is None
            self.viewport().setCursor(Qt.CursorShape.ForbiddenCursor if stays else Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        command = self.drop()
        carried = self._carried
        self._end_drag()
        if command is not None and self.workspace.do(command):
            self.reveal(carried)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._end_drag()
        box = self.diagram().box_at(*self.on_sheet(event.position()))
        if box is not None and box.task:
            self.choose(box.task)
            self.rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key == Qt.Key.Key_Escape and self._pressed is not None:
            self._end_drag()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.current:
            self.add_below()
        elif key == Qt.Key.Key_Space and plain:
            self.toggle_current()
        elif event.text() and event.text().isprintable() and self.current and not self._commands(event):
            self.rename()
            self.line.setText(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method composes is written into the box, as typed letters are."""
        if self.current and (event.preeditString() or event.commitString()):
            self.rename()
            self.line.clear()
            QCoreApplication.sendEvent(self.line, event)

    @staticmethod
    def _commands(event: QKeyEvent) -> bool:
        """Whether a key belongs to a command rather than to a text."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return held != Qt.KeyboardModifier.NoModifier

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self._end_drag()
