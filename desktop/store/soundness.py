"""Setting right what does not belong together in a project that was read from a file.

A file that we wrote has nothing of the kind. One that was made by hand, by another program or by a
mistake of ours may point to records that do not exist, or hold codes that nobody knows; a project manager
before a meeting still needs it open. So such values are set right in memory, told, and written together
with the next edit. Looked at column by column, it costs some milliseconds at 10,000 tasks.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from desktop.domain.changes import Change, Transaction
from desktop.domain.project import Project
from desktop.domain.record import Kind, Part, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.validation import INT_LIMIT

_WHOLE = frozenset({Kind.SCALE, Kind.INTEGER, Kind.PERCENT, Kind.MINUTES, Kind.MONEY})


def set_right(project: Project) -> tuple[Change, ...]:
    """Change ``project`` until everything in it belongs together; returns what was changed."""
    tx = Transaction(project, now=dt.datetime.now(), author="")
    # A record that goes may leave others pointing nowhere; every round takes something away, so it ends.
    while any(_settle(tx, kind, spec) for kind in RECORD_TYPES.values() for spec in kind.info.specs.values()):
        pass
    return tx.changes()


def _settle(tx: Transaction, kind: type[Record], spec: Spec) -> bool:
    key = kind.info.key
    table = tx.project.table(kind)
    wrong = list(_wrong(tx.project, kind, spec, table.values()))
    for item in wrong:
        gone = spec.kind is Kind.LINK and spec.on_delete == "cascade" and spec.to != key
        after = None if gone else item.replace(**{spec.name: _right(tx.project, spec, getattr(item, spec.name))})
        tx.restore(Change(key, item.id, item, after))
    return bool(wrong)


def _wrong(project: Project, kind: type[Record], spec: Spec, records: Iterable[Record]) -> Iterator[Record]:
    """Records whose value of ``spec`` cannot stay."""
    value = attrgetter(spec.name)
    if spec.kind is Kind.LINK:
        stray: set[Any] = set(map(value, records)) - project.rows(spec.to).keys() - {None}
        circles = _circles(records, value) if spec.to == kind.info.key else set()
        if stray or circles:
            yield from (item for item in records if value(item) in stray or item.id in circles)
    elif spec.kind is Kind.LINKS:
        known = project.rows(spec.to).keys()
        yield from (item for item in records if value(item) and not known >= set(value(item)))
    elif spec.kind is Kind.ROWS:
        yield from (item for item in records if value(item) and not all(map(_is_sound, value(item))))
    elif spec.choices is not None or spec.kind in _WHOLE:
        stray = _misfits(spec, set(map(value, records)))
        if stray:
            yield from (item for item in records if value(item) in stray)


def _right(project: Project, spec: Spec, value: Any) -> Any:
    if spec.kind is Kind.LINKS:
        return tuple(item for item in value if item in project.rows(spec.to))
    if spec.kind is Kind.ROWS:
        return tuple(map(_sound, value))
    return spec.default


def _misfits(spec: Spec, values: set[Any]) -> set[Any]:
    """Those of ``values`` that the declaration does not allow."""
    values -= {None, spec.default}
    if spec.kind is Kind.CHOICE:
        return values - {"", *(spec.choices or values)}
    if spec.kind not in _WHOLE or not values:
        return set()
    low, high = -INT_LIMIT if spec.low is None else spec.low, spec.high or INT_LIMIT
    if low <= min(values) and max(values) <= high:
        return set()
    return {value for value in values if not low <= value <= high}


def _is_sound(part: Part) -> bool:
    return not any(_misfits(spec, {getattr(part, spec.name)}) for spec in part.specs.values())


def _sound(part: Part) -> Part:
    specs = part.specs.values()
    wrong = {spec.name: spec.default for spec in specs if _misfits(spec, {getattr(part, spec.name)})}
    return dataclasses.replace(part, **wrong) if wrong else part


def _circles(records: Iterable[Record], value: attrgetter[Any]) -> set[str]:
    """One id out of every circle that links of a type to itself form (parents, base calendars)."""
    above = {item.id: value(item) for item in records}
    done: set[str] = set()
    found: set[str] = set()
    for start in above:
        path: set[str] = set()
        at = start
        while at in above and at not in done and at not in path:
            path.add(at)
            at = above[at]
        if at in path:
            found.add(at)
        done |= path
    return found
