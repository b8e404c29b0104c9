"""Checks every touched record against its declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from desktop.domain.project import Project
from desktop.domain.record import MAX_TEXT, Kind, Record, Spec
from desktop.domain.rejection import Rejected, Term

INT_LIMIT = 2**53
"""Whole numbers stay exact in every program that may read an export."""

_TYPES: dict[Kind, type | tuple[type, ...]] = {
    Kind.TEXT: str, Kind.LONG_TEXT: str, Kind.CHOICE: str, Kind.LINK: str,
    Kind.SCALE: int, Kind.INTEGER: int, Kind.PERCENT: int, Kind.MINUTES: int, Kind.MONEY: int,
    Kind.FLAG: bool, Kind.DATE: dt.date, Kind.MOMENT: dt.datetime,
    Kind.LINKS: tuple, Kind.TEXTS: tuple, Kind.ROWS: tuple,
}  # fmt: skip
_MISTAKEN: dict[object, type] = {int: bool, dt.date: dt.datetime}
"""Python counts a truth value as a number and a moment as a day; a file would bring back another value."""


_NOTHING = object()


def clean_text(text: str) -> str:
    """``text`` without what no file format can hold: NUL, other controls, lone surrogates."""
    if text.isprintable():
        return text
    kept = (c for c in text if c >= " " or c in "\n\t")
    return "".join(kept).encode("utf-8", "replace").decode("utf-8")


def validate(project: Project, record: Record, before: Record | None = None) -> None:
    """Raise :class:`Rejected` for the first rule that ``record`` breaks.

    Fields that are unchanged from ``before`` are not checked again, so that a record which came
    in from a foreign file can be edited without being complete.
    """
    specs, values = record.info.specs.values(), _values_of(type(record))
    had = values(before) if before is not None else _defaults_of(type(record))
    for spec, value, was in zip(specs, values(record), had, strict=True):
        if value is not was:
            check_value(project, spec, value)
    for field, code in record.problems():
        raise Rejected(code, field=Term(record.info.specs[field].title))


@cache
def _values_of(kind: type[Record]) -> Callable[[Record], Sequence[Any]]:
    """All declared fields of a record at once, which takes half the time."""
    return attrgetter(*kind.info.specs)


@cache
def _defaults_of(kind: type[Record]) -> Sequence[Any]:
    """What fields of a new record hold that need not be looked at: their declared defaults."""
    defaults = {item.name: item.default for item in fields(kind)}
    return [_NOTHING if spec.required else defaults[name] for name, spec in kind.info.specs.items()]


def check_value(project: Project, spec: Spec, value: Any) -> None:
    """Raise :class:`Rejected` for the first rule of its declaration that ``value`` alone breaks."""
    if value is None or value in ("", ()):
        if spec.required:
            raise Rejected("required", field=Term(spec.title))
        if value is None and spec.default is not None and spec.kind is not Kind.MOMENT:
            raise Rejected("required", field=Term(spec.title))
        return
    expected = _TYPES[spec.kind]
    fits = isinstance(value, expected) and type(value) is not _MISTAKEN.get(expected)
    if not fits:
        raise Rejected("type", field=Term(spec.title), value=str(value)[:80])
    if spec.kind in (Kind.TEXT, Kind.LONG_TEXT):
        _check_text(spec, value)
        if spec.required and not value.strip():
            raise Rejected("required", field=Term(spec.title))
    elif spec.kind is Kind.TEXTS:
        for item in value:
            _check_text(spec, item)
    elif spec.kind is Kind.CHOICE and spec.choices is not None and value not in spec.choices:
        raise Rejected("choice", field=Term(spec.title), value=value[:80])
    elif isinstance(value, int) and spec.kind is not Kind.FLAG:
        low, high = spec.low if spec.low is not None else -INT_LIMIT, spec.high or INT_LIMIT
        if not low <= value <= high:
            raise Rejected("range", field=Term(spec.title), low=low, high=high)
    elif spec.kind in (Kind.LINK, Kind.LINKS):
        table, ids = project.rows(spec.to), (value,) if spec.kind is Kind.LINK else value
        if any(item not in table for item in ids):
            raise Rejected("missing_link", field=Term(spec.title))


def _check_text(spec: Spec, value: str) -> None:
    if len(value) > MAX_TEXT:
        raise Rejected("text_too_long", field=Term(spec.title), limit=MAX_TEXT)
    if not value.isprintable() and clean_text(value) != value:
        raise Rejected("text_unreadable", field=Term(spec.title))
