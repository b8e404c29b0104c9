"""Looking for a text in the plan: in the cells of the shown columns, the names and the notes.

Ten thousand tasks have a hundred thousand cells, and to word them all takes half a second. They are
read a stretch at a time (:meth:`Finder.read`); until that is done, names and notes answer alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.plan import Task
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_values import folded

STRETCH = 0.01
"""Seconds that one stretch of reading takes at most."""


class Finder:
    """Remembers what each task says until it is told that the task has changed."""

    def __init__(self, model: PlanModel) -> None:
        self._model = model
        self._columns: tuple[int, ...] = ()
        self._names: dict[str, str] = {}
        self._cells: dict[str, str] = {}
        self._waiting: list[str] = []
        self._known: tuple[Sequence[str], list[str]] | None = None
        """The rows that were searched last, and what they say."""
        self._places: tuple[Sequence[str], dict[str, int]] | None = None
        model.forgotten.connect(self._forget)

    def look_at(self, columns: Iterable[int]) -> None:
        """Search in these columns besides names and notes."""
        wanted = tuple(columns)
        if wanted != self._columns:
            self._columns = wanted
            self._cells.clear()
            self._waiting, self._known = [], None

    @property
    def complete(self) -> bool:
        """Whether every cell has been read; looks for tasks that have not where it seems so."""
        if not self._waiting and len(self._cells) < len(self._model.every_id):
            self._waiting = [each for each in self._model.every_id if each not in self._cells]
            self._waiting.reverse()
        return not self._waiting

    def read(self, seconds: float = STRETCH) -> bool:
        """Read cells for a while; True when there is nothing left to read."""
        end = time.perf_counter() + seconds
        while not self.complete:
            for identity in self._waiting[-50:]:
                self._cells[identity] = self._words_of(identity)
            del self._waiting[-50:]
            self._known = None
            if time.perf_counter() > end:
                break
        return self.complete

    def find(self, wanted: str) -> list[str]:
        """Ids of the tasks that contain ``wanted``, in the order of the rows, whether open to sight or not."""
        needle = folded(" ".join(wanted.split()))
        if not needle:
            return []
        every, lines = self._model.every_id, self._lines()
        return [every[row] for row, line in enumerate(lines) if needle in line]

    def _lines(self) -> list[str]:
        """What every task says, in the order of the rows."""
        every = self._model.every_id
        if self._known is None or self._known[0] is not every:
            cells, name = self._cells, self._name
            self._known = every, [cells[each] if each in cells else name(each) for each in every]
        return self._known[1]

    @property
    def places(self) -> Mapping[str, int]:
        """Where every task stands among the rows, whether open to sight or not."""
        every = self._model.every_id
        if self._places is None or self._places[0] is not every:
            self._places = every, {identity: row for row, identity in enumerate(every)}
        return self._places[1]

    def column_of(self, identity: str, wanted: str) -> int:
        """The column to go to: the first shown cell that contains ``wanted``, else the name."""
        needle, name = folded(" ".join(wanted.split())), NUMBER_OF["name"]
        for column in (name, *self._columns):
            if needle in folded(self._model.text_of(identity, column)):
                return column
        return name

    def _name(self, identity: str) -> str:
        found = self._names.get(identity)
        if found is None:
            task = self._model.workspace.project.find(Task, identity)
            text = f"{task.name}\n{task.notes}" if task is not None else self._model.text_of(identity, 0)
            found = self._names[identity] = folded(text)
        return found

    def _words_of(self, identity: str) -> str:
        texts = [self._model.text_of(identity, column) for column in self._columns if COLUMNS[column].key != "name"]
        return self._name(identity) + "\n" + folded("\n".join(texts))

    def _forget(self, identities: Sequence[str] | None) -> None:
        if identities is None:
            self._names.clear()
            self._cells.clear()
        else:
            for identity in identities:
                self._names.pop(identity, None)
                self._cells.pop(identity, None)
        self._waiting, self._known = [], None
