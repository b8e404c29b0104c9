"""Dragging rows of the grid: where they would land, and under which summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from desktop.domain.commands.plan import MoveTasks
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.i18n import ntr, tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.preview import OutlinePreview
from desktop.views.plan.reopened import reopened
from desktop.views.records.explanation import ahead

if TYPE_CHECKING:
    from desktop.views.plan.grid import PlanGrid

HOVER_OPENS = 700
"""Milliseconds over a closed summary before it opens."""


class RowDrag(QObject):
    """The rows being dragged lie between two rows; how far to the right says at which level."""

    def __init__(self, grid: PlanGrid, ids: Sequence[str]) -> None:
        super().__init__(grid)
        self._grid, self._ids = grid, tuple(ids)
        self._refused = not grid.plan.order.asked.keeps_order
        if self._refused:  # rows that are sorted or grouped have no place to be moved to
            grid.moving_refused.emit()
        self._gap, self._level = -1, 0
        self._hovered = ""
        self._opened: list[str] = []
        self._position = QPoint()
        self._outline = OutlinePreview(grid.plan.workspace)
        self._tried: tuple[int, int, int] | None = None
        self._opener = QTimer(self)
        self._opener.setSingleShot(True)
        self._opener.setInterval(HOVER_OPENS)
        self._opener.timeout.connect(self._open_hovered)
        self._scroller = QTimer(self)
        self._scroller.setInterval(30)
        self._scroller.timeout.connect(self._scroll)

    def move(self, position: QPoint) -> None:
        """Follow the pointer, in viewport coordinates."""
        if self._refused:
            return
        self._position = position
        grid, plan = self._grid, self._grid.plan
        scroll = grid.verticalScrollBar().value()
        count = len(plan.ids)
        self._gap = max(0, min(count, grid.heights.gap_at(position.y() + scroll)))
        lowest, highest = self._levels()
        left = grid.column_left(NUMBER_OF["name"])
        wished = (position.x() - left) // grid.metrics.indent
        self._level = max(lowest, min(highest, wished))
        self._watch(position, scroll, count)

    def _levels(self) -> tuple[int, int]:
        """Outline levels that a row in the gap may have: down to a child of the row above."""
        plan = self._grid.plan
        above, below = self._neighbours()
        highest = plan.facts(above).depth + 1 if above >= 0 else 0
        lowest = plan.facts(below).depth if below >= 0 else 0
        return min(lowest, highest), highest

    def _neighbours(self) -> tuple[int, int]:
        """Rows above and below the gap that do not move along, -1 where there is none."""
        plan, moving = self._grid.plan, self._moving()
        above, below = self._gap - 1, self._gap
        while above >= 0 and plan.ids[above] in moving:
            above -= 1
        while below < len(plan.ids) and plan.ids[below] in moving:
            below += 1
        return above, below if below < len(plan.ids) else -1

    def _inside_itself(self) -> bool:
        """Whether the gap lies between two rows that are being dragged."""
        ids, moving = self._grid.plan.ids, self._moving()
        return 0 < self._gap < len(ids) and ids[self._gap - 1] in moving and ids[self._gap] in moving

    def _moving(self) -> set[str]:
        """The dragged tasks with everything below them."""
        project = self._grid.plan.workspace.project
        found = set(self._ids)
        for identity in self._ids:
            found.update(project.descendants(identity))
        return found

    def _watch(self, position: QPoint, scroll: int, count: int) -> None:
        row, height = self._grid.heights.row_at(position.y() + scroll), self._grid.metrics.row
        plan = self._grid.plan
        hovered = plan.ids[row] if 0 <= row < count and plan.facts(row).closed else ""
        if hovered != self._hovered:
            self._hovered = hovered
            self._opener.start() if hovered else self._opener.stop()
        edge = self._grid.viewport().height()
        near = position.y() < height or position.y() > edge - height
        if near != self._scroller.isActive():
            self._scroller.start() if near else self._scroller.stop()

    def _open_hovered(self) -> None:
        if self._hovered:
            self._opened.append(self._hovered)
            self._grid.plan.set_closed((self._hovered,), False)
            self._hovered = ""

    def _scroll(self) -> None:
        bar = self._grid.verticalScrollBar()
        step = self._grid.metrics.row // 2
        bar.setValue(bar.value() + (-step if self._position.y() < self._grid.metrics.row else step))
        self.move(self._position)
        self._grid.viewport().update()

    def line(self) -> QRect:
        """The drop line in viewport coordinates; it begins where the name would. Empty where nothing moves."""
        grid = self._grid
        if self._refused or self._inside_itself():
            return QRect()
        y = round(grid.heights.top(self._gap)) - grid.verticalScrollBar().value()
        left = grid.column_left(NUMBER_OF["name"]) + grid.metrics.line // 3
        left += self._level * grid.metrics.indent
        return QRect(left, y - 1, max(grid.viewport().width() - left, grid.metrics.line), 3)

    # -- what a drop here would be --------------------------------------------------------------

    @property
    def position(self) -> QPoint:
        """Where the pointer is, in viewport coordinates."""
        return self._position

    @property
    def refusal(self) -> Rejected | None:
        """Why a drop here would be refused."""
        self._try()
        return self._outline.refusal

    def _try(self) -> None:
        """Try the move on a copy, once for a place."""
        place = self._gap, self._level, len(self._grid.plan.ids)
        if self._tried != place:
            self._tried = place
            self._outline.show(self.command())

    def tip(self) -> list[str]:
        """The tasks in hand, and which place in the outline they would have or why they cannot."""
        if self._refused:
            return [tr("Rows move only in the order of the outline")]
        plan, count = self._grid.plan, len(self._ids)
        if not count:
            return []
        name = plan.workspace.project.get(Task, self._ids[0]).name
        lines = [name if count == 1 else ntr("{n} task", "{n} tasks", count)]
        command = self.command()
        if command is None:
            return [*lines, tr("stays where it is")]
        if self.refusal is not None:
            return [*lines, ahead(self.refusal)]
        project, first = self._outline.project, command.ids[0]
        parent = project.find(Task, project.get(Task, first).parent)
        code = project.wbs(first)
        if parent is None:
            return [*lines, tr("becomes {code}", code=code)]
        lines.append(tr("becomes {code} in “{summary}”", code=code, summary=parent.name))
        again = project.find(Task, reopened(project, plan.workspace.schedule, command.ids))
        return [*lines, tr("“{summary}” is finished and would be open again", summary=again.name)] if again else lines

    def command(self) -> MoveTasks | None:
        """What a drop here means; None where nothing would move."""
        if self._refused or self._inside_itself():
            return None
        plan = self._grid.plan
        project = plan.workspace.project
        above, below = self._neighbours()
        parent: str | None = None
        if self._level > 0 and above >= 0:
            task = project.get(Task, plan.ids[above])
            for _ in range(plan.facts(above).depth + 1 - self._level):
                task = project.get(Task, task.parent)
            parent = task.id
        before = None
        moving = self._moving()
        if above >= 0 and parent != plan.ids[above]:
            before = self._after(plan.ids[above], parent, moving)
        elif below >= 0 and project.get(Task, plan.ids[below]).parent == parent:
            before = plan.ids[below]
        siblings = list(project.children(parent))
        rest = [each for each in siblings if each not in self._ids]
        at = rest.index(before) if before in rest else len(rest)
        tops = [each for each in self._ids if project.get(Task, each).parent not in moving]
        if [*rest[:at], *tops, *rest[at:]] == siblings:
            return None
        return MoveTasks(tuple(tops), parent, before)

    def _after(self, above: str, parent: str | None, moving: set[str]) -> str | None:
        """The sub-task of ``parent`` that follows the branch in which ``above`` lies."""
        project = self._grid.plan.workspace.project
        task = project.get(Task, above)
        while task.parent != parent:
            task = project.get(Task, task.parent)
        siblings = project.children(parent)
        following = siblings[siblings.index(task.id) + 1 :]
        return next((each for each in following if each not in moving), None)

    def undo(self) -> None:
        """Close again what was opened on the way, and stop the clocks."""
        self._grid.plan.set_closed(tuple(self._opened), True)
        self.end()

    def end(self) -> None:
        """Stop the clocks."""
        self._opener.stop()
        self._scroller.stop()
        self.deleteLater()
