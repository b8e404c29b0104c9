"""The little language in which a record type is declared, once.

A record type is a frozen, slotted, keyword-only dataclass whose fields are made by the
functions below (``text``, ``choice``, ``date``, ``link`` ...). Everything else is derived from
the declaration: the SQL table, the table model's columns, cell editors, the detail form, the
filter, import and export, the PDF table, validation, and what a client may see.

Durations and work are integer minutes, money is integer minor units, dates and moments are
naive local time. Codes are stored, words are translated.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from desktop.i18n import N_

PRIVATE, TEAM, CLIENT = "private", "team", "client"
MAX_TEXT = 1_000_000
"""Longest text kept in a field, in characters; longer input is refused, never cut."""


class Kind(Enum):
    """What a field holds; the rest of the program chooses column, editor and format by it."""

    TEXT = "text"  # str, one line
    LONG_TEXT = "long_text"  # str, several lines
    CHOICE = "choice"  # str code or "" for none
    SCALE = "scale"  # int low..high or None
    INTEGER = "integer"  # int or None
    PERCENT = "percent"  # int per cent or None
    FLAG = "flag"  # bool
    DATE = "date"  # dt.date or None
    MOMENT = "moment"  # naive local dt.datetime or None
    MINUTES = "minutes"  # int minutes or None
    MONEY = "money"  # int minor units or None
    LINK = "link"  # id of a record of the type named by ``to``, or None
    LINKS = "links"  # tuple of such ids
    TEXTS = "texts"  # tuple of str
    ROWS = "rows"  # tuple of frozen part dataclasses


class Choices(Mapping[str, str]):
    """Allowed codes with their labels, in the order people expect."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = dict(labels)

    def __getitem__(self, code: str) -> str:
        return self._labels[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __len__(self) -> int:
        return len(self._labels)


def choices(**labels: str) -> Choices:
    """``choices(open=N_("Open", "status"), done=N_("Done"))``; codes are the names."""
    return Choices(labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One declared field; see :class:`Kind` for the values it holds."""

    name: str = ""
    title: str
    kind: Kind
    default: Any = None
    required: bool = False
    """Refused when empty."""
    expected: bool = False
    """Shown as missing when empty, but never refused: notes are taken while people talk."""
    audience: str = TEAM
    """Most public audience that may read the field: only ``client`` fields reach a client."""
    choices: Choices | None = None
    allowed: Callable[[Any], tuple[str, ...]] | None = None
    """Codes of ``choices`` that fit this record, where they depend on its other fields."""
    low: int | None = None
    high: int | None = None
    to: str = ""
    """Key of the record type that a link points to."""
    on_delete: str = "clear"
    """What deleting the linked record does: ``clear`` the link, ``cascade``, or ``refuse``."""
    part: type | None = None
    """Dataclass of one row (``ROWS``)."""
    hint: str = ""
    unit: str = ""
    """What an INTEGER counts, as shown behind it; the unit code in which MINUTES are shown."""
    names: tuple[str, ...] = ()
    """Words that an INTEGER from 0 on is shown and written with; the number itself is understood as well."""
    internal: bool = False
    """Kept by the program (ranks, foreign ids): no column, no editor."""
    section: str = ""
    """Heading that a form puts above this field and those that follow."""


def _field(kind: Kind, title: str, default: Any, **facts: Any) -> Any:
    spec = Spec(kind=kind, title=title, default=default, **facts)
    return field(default=default, metadata={"spec": spec})


def text(title: str, *, default: str = "", **facts: Any) -> Any:
    """One line of text."""
    return _field(Kind.TEXT, title, default, **facts)


def long_text(title: str, **facts: Any) -> Any:
    """Several lines of plain text."""
    return _field(Kind.LONG_TEXT, title, "", **facts)


def choice(title: str, of: Choices, *, default: str = "", **facts: Any) -> Any:
    """One code of ``of``, or "" for none."""
    return _field(Kind.CHOICE, title, default, choices=of, **facts)


def scale(title: str, *, low: int, high: int, default: int | None = None, **facts: Any) -> Any:
    """A whole number from ``low`` to ``high``, or None for not assessed."""
    return _field(Kind.SCALE, title, default, low=low, high=high, **facts)


def integer(title: str, *, default: int | None = None, **facts: Any) -> Any:
    """A whole number; ``low`` and ``high`` bound it."""
    return _field(Kind.INTEGER, title, default, **facts)


def percent(title: str, *, default: int | None = None, low: int = 0, high: int = 100, **facts: Any) -> Any:
    """Whole per cent."""
    return _field(Kind.PERCENT, title, default, low=low, high=high, **facts)


def flag(title: str, *, default: bool = False, **facts: Any) -> Any:
    """Yes or no."""
    return _field(Kind.FLAG, title, default, **facts)


def date(title: str, **facts: Any) -> Any:
    """A calendar day, or None."""
    return _field(Kind.DATE, title, None, **facts)


def moment(title: str, **facts: Any) -> Any:
    """A naive local date and time, to the minute, or None."""
    return _field(Kind.MOMENT, title, None, **facts)


def minutes(title: str, *, default: int | None = None, **facts: Any) -> Any:
    """A span of time in whole minutes."""
    return _field(Kind.MINUTES, title, default, **facts)


def money(title: str, *, default: int | None = None, **facts: Any) -> Any:
    """An amount in whole minor units of the project currency."""
    return _field(Kind.MONEY, title, default, **facts)


def link(title: str, *, to: str, **facts: Any) -> Any:
    """The id of one record of type ``to``, or None."""
    return _field(Kind.LINK, title, None, to=to, **facts)


def links(title: str, *, to: str, **facts: Any) -> Any:
    """Ids of records of type ``to``."""
    return _field(Kind.LINKS, title, (), to=to, **facts)


def texts(title: str, **facts: Any) -> Any:
    """A list of one-line texts."""
    return _field(Kind.TEXTS, title, (), **facts)


def rows(title: str, *, of: type, **facts: Any) -> Any:
    """A list of parts: frozen dataclasses declared with :func:`part`."""
    return _field(Kind.ROWS, title, (), part=of, **facts)


def _specs(cls: Any) -> dict[str, Spec]:
    found = {}
    for item in dataclasses.fields(cls):
        if "spec" in item.metadata:
            found[item.name] = dataclasses.replace(item.metadata["spec"], name=item.name)
    return found


@dataclass(frozen=True, slots=True)
class RecordInfo:
    """What is declared of a record type as a whole."""

    key: str
    """Name of the table and of links to it, e.g. ``risk``."""
    prefix: str
    """Display numbers start with it: ``R`` gives ``R-012``."""
    title: str
    plural: str
    purpose: str
    """One sentence that an empty view shows: what these records are for."""
    specs: Mapping[str, Spec]
    name_field: str
    """The field whose text names a record in lists, links and messages."""

    def columns(self) -> tuple[Spec, ...]:
        """Fields that people see, in declared order."""
        return tuple(spec for spec in self.specs.values() if not spec.internal)


VISIBILITY = choices(private=N_("Private"), team=N_("Team"), client=N_("Client", "audience"))


def visibility(default: str) -> Any:
    """The visibility of a record type whose default is not ``team``."""
    return choice(N_("Visibility"), VISIBILITY, default=default)


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        text, long_text, choice, scale, integer, percent, flag, date, moment, minutes, money,
        link, links, texts, rows, visibility,
    ),
)  # fmt: skip
class RecordMeta(type):
    """Only tells type checkers that subclasses are dataclasses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(metaclass=RecordMeta):
    """What every record has. ``id`` is globally unique and never reused."""

    info: ClassVar[RecordInfo]

    id: str
    number: int = integer(N_("No."), default=0, audience=CLIENT, internal=True)
    audience: str = choice(N_("Visibility"), VISIBILITY, default=TEAM)
    tags: tuple[str, ...] = texts(N_("Tags"))
    links: tuple[str, ...] = texts(N_("Links"), internal=True)
    """References ``key/id`` to any other records."""
    created_at: dt.datetime | None = moment(N_("Created"), internal=True)
    created_by: str = text(N_("Created by"), internal=True)
    changed_at: dt.datetime | None = moment(N_("Changed"), internal=True)
    changed_by: str = text(N_("Changed by"), internal=True)

    @property
    def ref(self) -> str:
        """Reference to this record from ``links`` of another: ``key/id``."""
        return f"{self.info.key}/{self.id}"

    @property
    def code(self) -> str:
        """Display number such as ``R-012``; numbers are never reused."""
        return f"{self.info.prefix}-{self.number:03d}"

    @property
    def name_text(self) -> str:
        """The text that names this record."""
        return str(getattr(self, self.info.name_field))

    def problems(self) -> Iterator[tuple[str, str]]:
        """(field, code) for every rule across fields that this record breaks; see ``validate``."""
        return iter(())

    def replace(self, **fields: Any) -> Self:
        """A copy with some fields changed.

        Made without the constructor, which no record adds anything to: an edit of thousands makes thousands.
        """
        kind = type(self)
        get, puts, put_of = _places(kind)
        made = object.__new__(kind)
        for put, value in zip(puts, get(self), strict=True):
            put(made, value)
        for name, value in fields.items():
            if name not in put_of:
                raise TypeError(f"{kind.__name__} has no field {name!r}")
            put_of[name](made, value)
        return made


Put = Callable[[Any, Any], None]


@cache
def _places(kind: type[Record]) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[Put, ...], Mapping[str, Put]]:
    """What gives all values of a record, and what puts them into another: in the same order, and by name."""
    names = [field.name for field in dataclasses.fields(kind)]
    puts: dict[str, Put] = {name: getattr(kind, name).__set__ for name in names}
    return attrgetter(*names), tuple(puts.values()), puts


R = TypeVar("R", bound=Record)
BASE_FIELDS = ("id", "number", "audience", "tags", "links", "created_at", "created_by", "changed_at", "changed_by")


def record(
    key: str, *, number: str, title: str, plural: str, purpose: str = "", name: str = "title"
) -> Callable[[type[R]], type[R]]:
    """Declare a record type: table ``key``, numbers ``<number>-001``, field ``name`` names it."""

    def declare(cls: type[R]) -> type[R]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        specs = _specs(made)
        own = [item for item in specs if item not in BASE_FIELDS]
        ordered = {item: specs[item] for item in ("number", *own, *BASE_FIELDS[2:])}
        made.info = RecordInfo(key, number, title, plural, purpose, types.MappingProxyType(ordered), name)
        return made

    return declare


class Part(metaclass=RecordMeta):
    """One row of a ``rows`` field: a small frozen dataclass declared with :func:`part`."""

    __slots__ = ()
    specs: ClassVar[Mapping[str, Spec]]


P = TypeVar("P", bound=Part)


def part(cls: type[P]) -> type[P]:
    """Declare one row of a ``rows`` field; its fields are made as a record's."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    made.specs = types.MappingProxyType(_specs(made))
    return made
