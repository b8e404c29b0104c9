"""Where a hit stands that the grid does not show: in a note, in the end of a long text, beside a name out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.plan import Task
from desktop.i18n import tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, title_of
from desktop.models.plan_values import folded
from desktop.views.labels import SMALL, em, plain_tooltip, scaled
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

NAME = NUMBER_OF["name"]
BEFORE, AFTER = 24, 60
"""Characters that are shown around a hit."""


def excerpt(text: str, wanted: str) -> tuple[str, str, str] | None:
    """What stands before, in and behind the first place where ``text`` says ``wanted``; None where it does not."""
    line, needle = " ".join(text.split()), folded(" ".join(wanted.split()))
    lowered = folded(line)
    at = lowered.find(needle) if needle else -1
    if at < 0:
        return None
    if len(lowered) != len(line):  # letters that fold to several: near enough
        at = min(at, len(line))
    end = at + len(needle)
    before = ("…" if at > BEFORE else "") + line[max(0, at - BEFORE) : at]
    after = line[end : end + AFTER] + ("…" if len(line) > end + AFTER else "")
    return before, line[at:end], after


class HitLine(QWidget):
    """One muted line with the hit in bold; empty where the hit is seen in the grid itself."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__()
        self._page = page
        self.parts: tuple[str, str, str] = ("", "", "")
        self.setFont(scaled(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(self.parts)

    def tell(self, identity: str, wanted: str) -> None:
        """Show where the task says ``wanted``, if the grid does not show it."""
        task = self._page.workspace.project.find(Task, identity)
        self.parts = (self._find(task, wanted) if task is not None and wanted.strip() else None) or ("", "", "")
        self.setToolTip(plain_tooltip(self.text))
        self.setAccessibleName(self.text)
        self.update()

    def _find(self, task: Task, wanted: str) -> tuple[str, str, str] | None:
        grid = self._page.grid
        column = self._page.find_strip.finder.column_of(task.id, wanted)
        found = excerpt(grid.plan.text_of(task.id, column), wanted)
        if found is None:  # only the note says it
            found = excerpt(task.notes, wanted)
            return (f"{tr('Notes')}: {found[0]}", *found[1:]) if found else None
        index = grid.plan.index(grid.plan.row_of(task.id), column)
        whole = self._seen_whole(index.row(), column)
        named = self._in_sight(index.row(), NAME)
        if whole and named:
            return None
        title = f"{title_of(COLUMNS[column])}: "
        if not named and column != NAME:
            title = f"{' '.join(task.name.split())[:BEFORE]} – {title}"
        return f"{title}{found[0]}", found[1], found[2]

    def _in_sight(self, row: int, column: int) -> bool:
        grid = self._page.grid
        if grid.isColumnHidden(column):
            return False
        rect: QRect = grid.visualRect(grid.plan.index(row, column))
        return rect.left() >= (0 if grid.frozen.left_of(column) is not None else grid.frozen.width)

    def _seen_whole(self, row: int, column: int) -> bool:
        grid = self._page.grid
        rect: QRect = grid.visualRect(grid.plan.index(row, column))
        pad = grid.metrics.line // 3
        facts = grid.plan.facts(row)
        indent = grid.indent_of(facts.depth) if column == NAME else pad
        _, measure = grid.delegate.face(bold=facts.summary)
        room = min(rect.right(), grid.viewport().width()) - rect.left() - indent - pad
        return measure.horizontalAdvance(grid.plan.text(row, column)[:300]) <= room

    def sizeHint(self) -> QSize:
        return QSize(em(12), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self.text:
            return
        with QPainter(self) as painter:
            x, flags = em(0.4), int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
            for number, part in enumerate(self.parts):
                painter.setFont(scaled(SMALL, bold=number == 1))
                painter.setPen(colour("text" if number == 1 else "muted"))
                measure = painter.fontMetrics()
                room = self.width() - x
                shown = measure.elidedText(part, Qt.TextElideMode.ElideRight, room)
                painter.drawText(x, 0, room, self.height(), flags, shown)
                x += measure.horizontalAdvance(part)
                if x >= self.width():
                    break
