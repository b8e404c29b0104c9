"""Records by what one of their fields names, kept while records come, go and change."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Generic, TypeVar

from desktop.domain.record import Record

R = TypeVar("R", bound=Record)
_NUMBER = attrgetter("number")


class Grouping(Generic[R]):
    """Groups of one table by ``field``; within a group by number, so that what was deleted comes back to its place.

    Groups are never changed, only replaced, so that copies share them.
    """

    def __init__(self, kind: type[R], field: str) -> None:
        self._kind, self._field = kind, field
        self._groups: dict[str, list[R]] | None = None
        self._gone: dict[str, str] = {}
        """Group by id of records that have left it since groups were made; they may be among those that came."""
        self._replaced: dict[str, R] = {}
        self._came: dict[str, R] = {}

    def copy(self) -> Grouping[R]:
        """The same groups, told on their own of what comes."""
        made = Grouping(self._kind, self._field)
        made._groups, made._gone = self._groups, dict(self._gone)
        made._replaced, made._came = dict(self._replaced), dict(self._came)
        return made

    def note(self, identity: str, before: Record | None, after: Record | None) -> None:
        """A record of the table has come, is gone or is another now."""
        if self._groups is None:
            return
        if not isinstance(before, self._kind):
            if isinstance(after, self._kind):
                self._came[identity] = after
        elif not isinstance(after, self._kind):
            self._replaced.pop(identity, None)
            if self._came.pop(identity, None) is None:
                self._gone[identity] = self._name(before)
        elif self._name(before) != self._name(after):
            self._groups = None  # where it stands in its new group only the table knows
        elif identity in self._came:
            self._came[identity] = after
        else:
            self._replaced[identity] = after

    def of(self, name: str, table: Mapping[str, R]) -> list[R]:
        """The records of ``table`` whose field is ``name``; do not change the list."""
        groups = self._groups
        if groups is None:
            groups = self._groups = self._grouped(table)
        elif self._gone or self._replaced or self._came:
            groups = self._groups = self._regrouped(groups)
        return groups.get(name) or []

    def _grouped(self, table: Mapping[str, R]) -> dict[str, list[R]]:
        self._settle()
        groups: dict[str, list[R]] = {}
        for record in table.values():
            groups.setdefault(self._name(record), []).append(record)
        for group in groups.values():
            if len(group) > 1:
                group.sort(key=_NUMBER)
        return groups

    def _regrouped(self, before: Mapping[str, list[R]]) -> dict[str, list[R]]:
        came: dict[str, list[R]] = {}
        for record in self._came.values():
            came.setdefault(self._name(record), []).append(record)
        groups, gone, replaced = dict(before), self._gone, self._replaced
        for name in {*gone.values(), *map(self._name, replaced.values()), *came}:
            stayed = [replaced.get(each.id, each) for each in groups.get(name, ()) if each.id not in gone]
            groups[name] = sorted(stayed + came.get(name, []), key=_NUMBER)
        self._settle()
        return groups

    def _settle(self) -> None:
        self._gone, self._replaced, self._came = {}, {}, {}

    def _name(self, record: R) -> str:
        found: str = getattr(record, self._field)
        return found
