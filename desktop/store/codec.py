"""Records to rows and back, a column at a time.

A shape is the compiled form of one declaration (a record type or the part of a ``rows`` field): the
names of its stored values, sorted, and how each one is written and read. Reading turns whole columns
at once, which loads 10,000 tasks several times faster than calling a constructor for each.

What is written is a plain tuple of ``str | int | None`` in the order of ``Shape.names``. The same
tuple becomes the row of the table, the content of its digest, and the entry in the history.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import repeat
from operator import attrgetter
from typing import Any, Generic, TypeVar

from desktop.domain.record import Kind, Part, Record, Spec

Value = str | int | None
Row = tuple[Value, ...]
Column = Sequence[Any]
T = TypeVar("T")

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=bytes.hex).encode
"""Canonical: the same text from every version of Python, as digests are made of it. Bytes count as hex."""


class Unreadable(ValueError):
    """A stored value that no program of ours can have written: the file is damaged or made up."""


class Unwritable(ValueError):
    """A value in memory that could not be read back: a mistake of ours, caught before it reaches the disk."""


def digest(key: str, values: Iterable[Value | bytes]) -> int:
    """Signed 64-bit digest of one row of table ``key``; finds accidents, not forgery."""
    content = to_json([key, *values]).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big", signed=True)


def from_json(text: str) -> Any:
    """The value of a JSON text, or :class:`Unreadable` however it is broken."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from error


# -- one value, when writing ----------------------------------------------------------------------


def _write_texts(value: tuple[str, ...]) -> str:
    if any(not isinstance(item, str) for item in value):
        raise TypeError("a list of texts holds something else")
    return to_json(value) if value else "[]"


_WRITERS: dict[Kind, Callable[[Any], Value]] = {
    Kind.FLAG: {False: 0, True: 1}.__getitem__,
    Kind.DATE: dt.date.isoformat,
    Kind.MOMENT: dt.datetime.isoformat,
    Kind.LINKS: _write_texts,
    Kind.TEXTS: _write_texts,
}


def _writer(spec: Spec | None) -> Callable[[Any], Value] | None:
    """What turns a field into its stored value, or None when it is stored as it is."""
    if spec is None:
        return None
    if spec.kind is Kind.ROWS:
        assert spec.part is not None
        return shape(spec.part).pack
    return _WRITERS.get(spec.kind)


# -- one column, when reading ---------------------------------------------------------------------


def _read_texts(column: Column) -> Column:
    found: list[tuple[str, ...]] = []
    for text in column:
        if text == "[]":
            found.append(())
            continue
        items = from_json(text)
        if not isinstance(items, list) or any(type(item) is not str for item in items):
            raise Unreadable(text[:80])
        found.append(tuple(items))
    return found


def _read_dates(column: Column) -> Column:
    read = dt.date.fromisoformat
    return [None if text is None else read(text) for text in column]


def _read_moments(column: Column) -> Column:
    read = dt.datetime.fromisoformat
    return [None if text is None else read(text) for text in column]


def _read_flags(column: Column) -> Column:
    return list(map((False, True).__getitem__, column))


_READERS: dict[Kind, Callable[[Column], Column]] = {
    Kind.FLAG: _read_flags,
    Kind.DATE: _read_dates,
    Kind.MOMENT: _read_moments,
    Kind.LINKS: _read_texts,
    Kind.TEXTS: _read_texts,
}


def _reader(spec: Spec | None) -> Callable[[Column], Column] | None:
    """What turns a stored column into fields, or None when it holds them already."""
    if spec is None:
        return None
    if spec.kind is Kind.ROWS:
        assert spec.part is not None
        unpack = shape(spec.part).unpack
        return lambda column: [() if text == "[]" else unpack(text) for text in column]
    if spec.kind is Kind.CHOICE and spec.choices is not None:
        # One string object per code, not one per row; an unknown code stays what it is.
        codes = {code: code for code in ("", *spec.choices)}
        return lambda column: list(map(codes.get, column, column))
    return _READERS.get(spec.kind)


_TEXT_KINDS = frozenset(
    {Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.LINK, Kind.DATE, Kind.MOMENT, Kind.LINKS, Kind.TEXTS, Kind.ROWS}
)  # fmt: skip


def _stored_types(spec: Spec | None) -> frozenset[type]:
    if spec is None:
        return frozenset({str})
    held = str if spec.kind in _TEXT_KINDS else int
    return frozenset({held, type(None)} if spec.default is None else {held})


MOST_KNOWN = 1000
"""Combinations of types that are remembered of a class: some fields are empty in some records."""


class Shape(Generic[T]):
    """How the objects of one declared class are stored; made once per class by :func:`shape`."""

    def __init__(self, cls: type[T], specs: dict[str, Spec | None]) -> None:
        if hasattr(cls, "__post_init__"):
            raise TypeError(f"{cls.__name__}: records are restored without calling a constructor")
        self.cls = cls
        self.names: tuple[str, ...] = tuple(sorted(specs))
        self.specs = specs
        ordered = [specs[name] for name in self.names]
        self._get = attrgetter(*self.names)
        self._writers = tuple((i, w) for i, w in enumerate(map(_writer, ordered)) if w is not None)
        self._readers = tuple(map(_reader, ordered))
        self._setters = tuple(getattr(cls, name).__set__ for name in self.names)
        self._types = tuple(map(_stored_types, ordered))
        self._known: set[tuple[type, ...]] = set()
        """Types of whole rows that were looked at before and are as they should be."""

    def write(self, item: T) -> Row:
        """The stored values of ``item``, in the order of ``names``; raises :class:`Unwritable`."""
        values = list(self._get(item))
        try:
            for index, write in self._writers:
                value = values[index]
                if value is not None:
                    values[index] = write(value)
        except (TypeError, KeyError, AttributeError) as error:
            raise Unwritable(self.cls.__name__) from error
        # A truth value, for one, counts as a number to Python and to nobody else.
        types_of = tuple(map(type, values))
        if types_of in self._known:
            return tuple(values)
        for index, (value, types) in enumerate(zip(values, self._types, strict=True)):
            if type(value) not in types:
                if not (isinstance(value, str) and str in types):
                    raise Unwritable(f"{self.cls.__name__}.{self.names[index]}")
                values[index] = str(value)
        if len(self._known) < MOST_KNOWN:
            self._known.add(tuple(map(type, values)))
        return tuple(values)

    def read(self, rows: Sequence[Sequence[Any]]) -> list[T]:
        """The objects stored as ``rows``; raises :class:`Unreadable`."""
        return self.read_columns(len(rows), tuple(zip(*rows, strict=True))) if rows else []

    def read_columns(self, count: int, columns: Sequence[Column]) -> list[T]:
        """The same for ``count`` rows that come as columns."""
        items: list[T] = list(map(object.__new__, repeat(self.cls, count)))
        for column, reader, put in zip(columns, self._readers, self._setters, strict=True):
            try:
                values = column if reader is None else reader(column)
            except (ValueError, IndexError, TypeError) as error:
                raise Unreadable(str(error)) from error
            deque(map(put, items, values), maxlen=0)
        return items

    def read_named(self, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[T]:
        """Objects from rows written by another version or found in JSON.

        ``names`` says what the values are. A missing one takes its default, an unknown one is left
        out; types are checked here because JSON promises none.
        """
        if not rows:
            return []
        if any(len(row) != len(names) for row in rows):
            raise Unreadable("rows of different lengths")
        given = dict(zip(names, zip(*rows, strict=True), strict=True))
        columns: list[Column] = []
        for name, types in zip(self.names, self._types, strict=True):
            column = given.get(name)
            if column is None:
                column = (default_value(self.specs[name]),) * len(rows)
            elif not types.issuperset(map(type, column)):
                raise Unreadable(name)
            columns.append(column)
        return self.read_columns(len(rows), columns)

    # -- a ``rows`` field: one JSON text, a line of names and then one list per part ---------------

    def pack(self, items: Sequence[T]) -> str:
        return to_json([self.names, *map(self.write, items)]) if items else "[]"

    def unpack(self, text: str) -> tuple[T, ...]:
        table = from_json(text)
        if not isinstance(table, list) or not all(isinstance(row, list) for row in table):
            raise Unreadable(text[:80])
        if not table:
            return ()
        names, *rows = table
        if any(type(name) is not str for name in names):
            raise Unreadable(text[:80])
        return tuple(self.read_named(names, rows))


@cache
def shape(cls: type[T]) -> Shape[T]:
    """The compiled shape of a record type or part."""
    if issubclass(cls, Record):
        return Shape(cls, {"id": None, **cls.info.specs})
    assert issubclass(cls, Part)
    return Shape(cls, dict(cls.specs))


def default_value(spec: Spec | None) -> Value:
    """What is stored for a field that has its declared default; an id has none."""
    if spec is None:
        raise Unreadable("no id")
    write = _writer(spec)
    value: Value = spec.default
    return value if value is None or write is None else write(value)
