"""Hypothesis strategies made from the record declarations, and commands on a project."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from desktop.domain.commands.records import AddRecord, DeleteRecords, Relate, SetFields
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES

HOSTILE = (
    "<b>bold</b>",
    "R&D <10 days",
    '=HYPERLINK("http://x")',
    "名称😀",
    "a" * 50_000,
    "'; DROP TABLE task;--",
    "{n}",
    "%s",
)
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
DATES = st.dates(dt.date(1984, 1, 1), dt.date(2149, 12, 31))
MOMENTS = st.datetimes(dt.datetime(1984, 1, 1), dt.datetime(2149, 12, 31)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


def whole(spec: Spec) -> st.SearchStrategy[Any]:
    """Whole numbers within the declared bounds, and None where it is allowed."""
    low = spec.low if spec.low is not None else -(10**9)
    high = spec.high if spec.high is not None else 10**9
    numbers = st.integers(low, high)
    return numbers if spec.default is not None or spec.required else st.none() | numbers


def values(spec: Spec, project: Project) -> st.SearchStrategy[Any]:
    """Allowed values of one field."""
    match spec.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return TEXTS.filter(lambda text: bool(text.strip())) if spec.required else TEXTS
        case Kind.CHOICE:
            codes = st.sampled_from(list(spec.choices or {"": ""}))
            return codes if spec.required else st.just("") | codes
        case Kind.FLAG:
            return st.booleans()
        case Kind.DATE:
            return st.none() | DATES
        case Kind.MOMENT:
            return MOMENTS if spec.required else st.none() | MOMENTS
        case Kind.LINK:
            ids = list(project.rows(spec.to))
            linked = st.sampled_from(ids) if ids else st.none()
            return linked if spec.required else st.none() | linked
        case Kind.LINKS:
            ids = list(project.rows(spec.to))
            return st.lists(st.sampled_from(ids), unique=True, max_size=3).map(tuple) if ids else st.just(())
        case Kind.TEXTS:
            return st.lists(TEXTS, max_size=3).map(tuple)
        case Kind.ROWS:
            assert spec.part is not None
            inner = {name: values(item, project) for name, item in spec.part.specs.items()}  # type: ignore[attr-defined]
            return st.lists(st.builds(spec.part, **inner), max_size=2).map(tuple)
        case _:
            return whole(spec)


def fields(kind: type[Record], project: Project) -> st.SearchStrategy[dict[str, Any]]:
    """All editable fields of a record type; structure (parent, rank) is left alone."""
    kept = {name: spec for name, spec in kind.info.specs.items() if name not in FIXED}
    return st.fixed_dictionaries({name: values(spec, project) for name, spec in kept.items()})


FIXED = {"number", "links", "created_at", "created_by", "changed_at", "changed_by", "parent", "rank", "base"}
REGISTERS = ("client", "person", "risk", "communication", "meeting", "decision", "action", "issue", "resource")


@st.composite
def register_commands(draw: st.DrawFn, project: Project) -> Any:
    """One random command on the registers of ``project`` as it stands."""
    key = draw(st.sampled_from(REGISTERS))
    kind = RECORD_TYPES[key]
    ids = list(project.rows(key))
    verb = draw(st.sampled_from(("add", "set", "delete", "relate") if ids else ("add",)))
    if verb == "add":
        return AddRecord(key, draw(fields(kind, project)))
    if verb == "set":
        name = draw(st.sampled_from([n for n in kind.info.specs if n not in FIXED]))
        chosen = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
        return SetFields(key, tuple(chosen), {name: draw(values(kind.info.specs[name], project))})
    if verb == "delete":
        return DeleteRecords(key, (draw(st.sampled_from(ids)),))
    refs = [record.ref for record in project.all()]
    return Relate(f"{key}/{draw(st.sampled_from(ids))}", draw(st.sampled_from(refs)), draw(st.booleans()))
