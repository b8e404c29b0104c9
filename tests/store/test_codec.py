"""Rows and records: whatever a record may hold comes back as it was, and nothing unreadable is written."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.communication import AgendaItem, Meeting
from desktop.domain.plan import Baseline, BaselineTask, Task
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Term
from desktop.domain.risks import Risk
from desktop.store.codec import Unreadable, Unwritable, default_value, digest, from_json, shape
from desktop.store.tables import DIGEST, METADATA
from tests.strategies import DATES, MOMENTS

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=30) | st.sampled_from(
    ("😀" * 300, "长" * 50_000, "<b>x</b>", '=HYPERLINK("http://x")', "[]", "null", '"', "\\", "\x00", "\u2028")
)
NUMBER = st.integers(-(2**63), 2**63 - 1)


def anything(spec: Spec) -> st.SearchStrategy[Any]:
    """Every value of the right type, sensible or not: the codec has no opinion."""
    match spec.kind:
        case Kind.TEXT | Kind.LONG_TEXT | Kind.CHOICE:
            return TEXT
        case Kind.FLAG:
            return st.booleans()
        case Kind.DATE:
            return st.none() | DATES
        case Kind.MOMENT:
            return st.none() | MOMENTS | st.datetimes()
        case Kind.LINK:
            return st.none() | TEXT
        case Kind.LINKS | Kind.TEXTS:
            return st.lists(TEXT, max_size=3).map(tuple)
        case Kind.ROWS:
            part: Any = spec.part
            inner = {name: anything(item) for name, item in part.specs.items()}
            return st.lists(st.builds(part, **inner), max_size=3).map(tuple)
        case _:
            return NUMBER if spec.default is not None else st.none() | NUMBER


def records(kind: type[Record]) -> st.SearchStrategy[Record]:
    return st.builds(kind, id=TEXT, **{name: anything(spec) for name, spec in kind.info.specs.items()})


@pytest.mark.parametrize("key", RECORD_TYPES)
def test_every_record_comes_back_as_it_was(key: str) -> None:
    kind = RECORD_TYPES[key]
    found = shape(kind)

    @settings(max_examples=40)
    @given(st.lists(records(kind), max_size=4))
    def round_trip(items: list[Record]) -> None:
        rows = [found.write(item) for item in items]
        assert found.read(rows) == items
        # The same through JSON, as the history keeps it.
        assert found.read_named(found.names, json.loads(json.dumps(rows))) == items
        for item in found.read(rows):
            assert hash(item) is not None  # complete: no field was left without a value

    round_trip()


@pytest.mark.parametrize("key", RECORD_TYPES)
def test_no_field_is_left_out(key: str) -> None:
    kind = RECORD_TYPES[key]
    fields = sorted(item.name for item in dataclasses.fields(kind))  # type: ignore[arg-type]
    assert list(shape(kind).names) == fields
    assert sorted(column.name for column in METADATA.tables[key].c if column.name != DIGEST) == fields


def test_digests_are_the_same_for_ever() -> None:
    """Files of all versions depend on them: blake2b, 8 bytes, of the JSON array of table and values."""
    from hashlib import blake2b

    content = '["task","名",null,3]'.encode()
    expected = int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)
    assert digest("task", ("名", None, 3)) == expected


def test_a_row_of_defaults_is_what_is_declared() -> None:
    row = dict(zip(shape(Task).names, shape(Task).write(Task(id="t", name="N")), strict=True))
    assert (row["tags"], row["milestone"], row["active"], row["parent"], row["splits"]) == ("[]", 0, 1, None, "[]")
    for name, spec in Task.info.specs.items():
        if name != "name":
            assert row[name] == default_value(spec), name


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("duration", True),  # would come back as 1
        ("duration", 1.5),
        ("duration", None),
        ("name", None),
        ("name", b"x"),
        ("milestone", 2),
        ("tags", (1,)),
        ("deadline", dt.date(2026, 1, 1)),
        ("splits", (3,)),
    ],
)
def test_what_could_not_be_read_back_is_not_written(field: str, value: object) -> None:
    task = Task(id="t", name="N").replace(**{field: value})
    with pytest.raises(Unwritable):
        shape(Task).write(task)


def test_a_part_of_the_wrong_type_is_not_written() -> None:
    baseline = Baseline(id="b", name="B", tasks=(BaselineTask(duration=True),))
    with pytest.raises(Unwritable, match=r"BaselineTask\.duration"):
        shape(Baseline).write(baseline)


def test_a_term_is_stored_as_the_plain_text_it_is() -> None:
    row = shape(Task).write(Task(id="t", name=Term("Risk")))
    assert {type(value) for value in row} <= {str, int, type(None)}


def test_parts_of_another_version_are_read_by_name() -> None:
    stored = '[["topic","retired","minutes"],["Budget",7,"agreed"]]'
    assert shape(AgendaItem).unpack(stored) == (AgendaItem(topic="Budget", minutes="agreed"),)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[", "7", "null", '"x"', "[1]", "[[1]]", '[["topic"],["a","b"]]', '[["topic"],[1]]', '[["topic"],[null]]',
     '[["purpose"],[["x"]]]', '[["topic"],{}]', "[" * 100_000, '[["topic"],[NaN]]', "[[]," + "9" * 5000 + "]"],
)  # fmt: skip
def test_broken_parts_are_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        shape(AgendaItem).unpack(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("deadline", "2026-02-30T08:00:00"),
        ("deadline", "yesterday"),
        ("milestone", 7),
        ("tags", "{}"),
        ("tags", "[1]"),
        ("tags", "[[]]"),
        ("splits", "[[1]]"),
    ],
)
def test_broken_columns_are_unreadable(field: str, value: object) -> None:
    found = shape(Task)
    row = list(found.write(Task(id="t", name="N")))
    row[found.names.index(field)] = value  # type: ignore[call-overload]
    with pytest.raises(Unreadable):
        found.read([row])


def test_a_date_that_does_not_exist_is_unreadable() -> None:
    found = shape(Risk)
    row = list(found.write(Risk(id="k", event="E")))
    row[found.names.index("trigger_date")] = "2026-02-30"
    with pytest.raises(Unreadable):
        found.read([row])


def test_a_row_without_an_id_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        shape(Meeting).read_named(["title"], [["x"]])
    with pytest.raises(Unreadable):
        shape(Meeting).read_named(["id", "title"], [["x"]])


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    with pytest.raises(Unreadable):
        from_json("[" * 200_000)


def test_a_declaration_with_a_constructor_of_its_own_is_refused() -> None:
    from desktop.store.codec import Shape

    class Busy:
        def __post_init__(self) -> None: ...

    with pytest.raises(TypeError):
        Shape(Busy, {})
