"""Takes cells to the clipboard: at once where they are few, in slices where they are thousands."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.domain.plan import Task
from desktop.i18n import ntr, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, title_of
from desktop.views.plan.clipboard import INDENT, Clip, ClipWriter, keep

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

NAME, MARKS = NUMBER_OF["name"], NUMBER_OF["indicators"]
AT_ONCE, SLICE, REST = 0.05, 0.01, 1
"""Seconds of the first and of every further slice, and milliseconds between them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Cells to be copied."""

    cells: tuple[tuple[str, frozenset[int]], ...]
    """Task and columns, in the order of the rows."""
    columns: tuple[int, ...]
    whole: bool
    cut: bool = False


class Copying(QObject):
    """One copy at a time; a newer one, or Escape, gives up what is under way."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(page)
        self._page, self._model = page, page.model
        self._steps: Iterator[None] | None = None
        self._then: Callable[[], object] | None = None
        """What is done when all of what is under way is on the clipboard."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        return self._steps is not None

    @property
    def cuts(self) -> bool:
        """Whether what is under way goes when it is copied."""
        return self.busy and self._then is not None

    def start(self, wanted: Wanted, then: Callable[[], object] | None = None) -> None:
        """Copy ``wanted``, and take it away by ``then`` when all of it is copied."""
        self._steps, self._then = self._copy(wanted), then
        self._go_on(AT_ONCE)
        if self.busy:
            self._page.said.emit(tr("Copying… Escape gives it up"))

    def give_up(self) -> None:
        """Leave the clipboard as it is."""
        if self.busy:
            self._steps = None
            self._page.said.emit(tr("Nothing was copied"))

    def _go_on(self, seconds: float = SLICE) -> None:
        until = time.perf_counter() + seconds
        while self._steps is not None:
            if next(self._steps, True):
                self._steps = None
                if self._then is not None:
                    self._then()
            elif time.perf_counter() > until:
                self._timer.start()
                return

    def _copy(self, wanted: Wanted) -> Iterator[None]:
        titles = [title_of(COLUMNS[column]) for column in wanted.columns] if wanted.whole else []
        writer = ClipWriter(titles)
        depths: list[int] = []
        count = 0
        for identity, chosen in wanted.cells:
            row = self._model.row_of(identity)
            if row < 0:  # gone since
                continue
            shown = [self._shown(row, column, wanted) if column in chosen else "" for column in wanted.columns]
            writer.add(identity, shown, self._exact(row, chosen, wanted.columns))
            depths.append(self._model.facts(row).depth)
            count += len(chosen)
            yield None
        project = self._page.workspace.project
        token = keep(project, writer.ids) if wanted.whole else ""
        clip = Clip(
            project.profile.id, tuple(writer.ids), tuple(COLUMNS[column].key for column in wanted.columns), (),
            wanted.whole, wanted.cut, tuple(depths), token,
        )  # fmt: skip
        QGuiApplication.clipboard().setMimeData(writer.mime(clip))
        if wanted.whole:
            self._page.said.emit(ntr("{n} task copied", "{n} tasks copied", len(writer.ids)))
        else:
            self._page.said.emit(ntr("{n} cell copied", "{n} cells copied", count))

    def _exact(self, row: int, chosen: frozenset[int], columns: tuple[int, ...]) -> list[str]:
        return [self._model.edit_text(row, column) if column in chosen else "" for column in columns]

    def _shown(self, row: int, column: int, wanted: Wanted) -> str:
        if column == MARKS:
            return self._model.spoken(row, column)
        task = self._page.workspace.project.find(Task, self._model.ids[row]) if column == NAME else None
        if task is not None:
            return INDENT * self._model.facts(row).depth + task.name if wanted.whole else task.name
        return self._model.text(row, column)
