"""Which records a register shows, and in which order: filtered and sorted without asking Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, Qt

from desktop.domain.display import display
from desktop.domain.record import Kind, Record
from desktop.i18n import words
from desktop.models.cells import CELL_LIMIT
from desktop.models.columns import Column, Derived
from desktop.models.workspace import Workspace


class RecordOrder:
    """Remembers what it has worked out per record, until it is told that the record has changed."""

    def __init__(self, workspace: Workspace, columns: Sequence[Column]) -> None:
        self._workspace, self._columns = workspace, columns
        self.needles: tuple[str, ...] = ()
        """Words that must all occur in a record, in lower case."""
        self.tests: tuple[Callable[[Record], bool], ...] = ()
        """What a record must pass besides."""
        self._sort: tuple[int, bool] | None = None
        self._collator = QCollator(QLocale(words().language))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._haystacks: dict[str, str] = {}
        self._sort_keys: dict[str, Any] = {}

    def sort_by(self, wanted: tuple[int, bool] | None) -> bool:
        """(column, descending), or None for the order of the numbers; False when it is so already."""
        if wanted == self._sort:
            return False
        self._sort = wanted
        self._sort_keys.clear()
        return True

    def forget(self, identity: str) -> None:
        """This record has changed."""
        self._haystacks.pop(identity, None)
        self._sort_keys.pop(identity, None)

    def forget_all(self) -> None:
        """Something that many records show has changed."""
        self._haystacks.clear()
        self._sort_keys.clear()

    def _passes(self, record: Record) -> bool:
        if not all(test(record) for test in self.tests):
            return False
        return not self.needles or all(needle in self._haystack(record) for needle in self.needles)

    def arrange(self, records: Iterable[Record]) -> list[str]:
        """Ids of those to show, in order; empty values come last whichever way it is sorted."""
        shown = [record for record in records if self._passes(record)]
        shown.sort(key=lambda record: (record.number, record.id))
        if self._sort is not None:
            column, descending = self._sort
            filled = [record for record in shown if self._key(record, column) is not None]
            empty = [record for record in shown if self._key(record, column) is None]
            filled.sort(key=lambda record: self._key(record, column), reverse=descending)
            shown = filled + empty
        return [record.id for record in shown]

    def _key(self, record: Record, column: int) -> Any:
        if record.id not in self._sort_keys:
            self._sort_keys[record.id] = self._make_key(record, self._columns[column])
        return self._sort_keys[record.id]

    def _make_key(self, record: Record, what: Column) -> Any:
        if isinstance(what, Derived):
            value = what.key(self._workspace.project, record)
            return self._collated(value) if isinstance(value, str) else value
        value = getattr(record, what.name)
        if value is None or value in ("", ()):
            return None
        if what.kind is Kind.CHOICE and what.choices is not None:
            return list(what.choices).index(value) if value in what.choices else len(what.choices)
        if isinstance(value, str | tuple):
            return self._collated(display(self._workspace.project, record, what, words()))
        return value

    def _collated(self, text: str) -> QCollatorSortKey | None:
        return self._collator.sortKey(text[:CELL_LIMIT]) if text else None

    def _haystack(self, record: Record) -> str:
        found = self._haystacks.get(record.id)
        if found is None:
            project, translate = self._workspace.project, words()
            texts = [display(project, record, spec, translate) for spec in record.info.columns()]
            found = self._haystacks[record.id] = "\n".join([record.code, *texts]).casefold()
        return found
