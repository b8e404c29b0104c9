"""The one gate between a project and anything that is handed over.

:func:`released` builds a second project up from nothing: the records whose audience allows it, with
the fields whose declaration allows it, and nothing else. Builders of reports are given that project,
so what is not in it cannot reach a page, whatever they do. What is unknown is not released: a new
field is the team's until its declaration says ``client``.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, overload

from desktop.domain.plan import BaselineTask, Task
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, TEAM, Kind, Part, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_

AUDIENCES = (CLIENT, TEAM)
PLACE = ("parent", "rank", "wbs_code")
"""Fields that say where a task stands."""
_REFERRING = frozenset({Kind.LINK, Kind.LINKS, Kind.ROWS})
_READS = {CLIENT: frozenset({CLIENT}), TEAM: frozenset({CLIENT, TEAM})}

_STRUCTURE: Mapping[str, frozenset[str]] = {
    "project": frozenset({"minutes_per_day", "minutes_per_week", "days_per_month", "currency_digits", "report_number"}),
    "task": frozenset({"parent", "rank", "duration_unit", "active", "mode", "level_of_effort"}),
    "dependency": frozenset({"lag_unit"}),
    "baseline": frozenset({"tasks"}),
}
"""Fields that say how a released one is to be read (units, order, dates as agreed); none of them is text."""
_PART_STRUCTURE: Mapping[type[Part], frozenset[str]] = {
    BaselineTask: frozenset({"task", "start", "finish", "duration"}),
}

sentences(
    report_hidden_project=N_(
        "This project is not marked as visible to the client, so nothing was written. "
        "Set the project's visibility to “Client”, or choose the team as audience."
    ),
)


def may_read(level: str, audience: str) -> bool:
    """Whether ``audience`` may read what is marked ``level``; unknown marks and audiences may not."""
    return level in _READS.get(audience, ())


def visible(record: Record, audience: str) -> bool:
    """Whether the record as a whole may be shown to ``audience``. Private records never are."""
    return may_read(record.audience, audience)


def open_field(key: str, spec: Spec, audience: str) -> bool:
    """Whether a field of the record type ``key`` may be shown: program-kept fields only where declared client's."""
    if spec.name in _STRUCTURE.get(key, ()):
        return True
    return may_read(spec.audience, audience) and (not spec.internal or spec.audience == CLIENT)


def released(project: Project, audience: str) -> Project:
    """All that ``audience`` may see, as a project of its own; ``project`` is not touched.

    A link to a record that is withheld is empty; a record that cannot do without the link (a
    dependency) is withheld with it. A task below a withheld summary moves up to the nearest one that is
    shown, and every task keeps the WBS code of the whole plan, because that is what people call it by.
    Raises ``report_hidden_project`` where the project's own record is withheld.
    """
    if not visible(project.profile, audience):
        raise Rejected("report_hidden_project")
    shown = shown_ids(project, audience)
    placed = places(project, shown["task"])
    records = []
    for key in RECORD_TYPES:
        for record in project.rows(key).values():
            if record.id in shown[key]:
                kept = dict(zip(PLACE, placed[record.id], strict=True)) if key == Task.info.key else {}
                records.append(opened(record, audience, shown, **kept))
    return Project(records)


def shown_ids(project: Project, audience: str) -> dict[str, set[str]]:
    """Ids of what may be shown, by record key, after withholding what lost a link that it needs."""
    levels = _READS.get(audience, frozenset())  # as may_read() has it, without a call for each of all records
    shown = {
        key: {identity for identity, record in project.rows(key).items() if record.audience in levels}
        for key in RECORD_TYPES
    }
    needs = [
        (key, spec, attrgetter(spec.name))
        for key, kind in RECORD_TYPES.items()
        for spec in kind.info.specs.values()
        if spec.kind is Kind.LINK and spec.required
    ]
    changed = True
    while changed:
        changed = False
        for key, spec, linked in needs:
            table = project.rows(key)
            if shown[spec.to].issuperset(map(linked, map(table.__getitem__, shown[key]))):
                continue
            lost = {identity for identity in shown[key] if linked(table[identity]) not in shown[spec.to]}
            shown[key] -= lost
            changed = changed or bool(lost)
    return shown


@dataclass(frozen=True, slots=True)
class _Open:
    """The open fields of a record type: those that are taken over as they are, and those that refer to others."""

    names: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    referring: tuple[Spec, ...]


@cache
def _open_fields(kind: type[Record], audience: str) -> _Open:
    specs = [spec for spec in kind.info.specs.values() if open_field(kind.info.key, spec, audience)]
    plain = dict.fromkeys(spec.name for spec in specs if spec.kind not in _REFERRING)
    names = tuple({"id": None, "audience": None} | plain)
    return _Open(names, attrgetter(*names), tuple(spec for spec in specs if spec.kind in _REFERRING))


def opened(record: Record, audience: str, shown: Mapping[str, Container[str]], **kept: Any) -> Record:
    """What ``audience`` may read of a record; ``shown`` are ids by record key, ``kept`` stand in for fields of their
    names."""
    kind = type(record)
    known = _open_fields(kind, audience)
    fields = dict(zip(known.names, known.values(record), strict=True))
    for spec in known.referring:
        value = getattr(record, spec.name)
        if value:
            fields[spec.name] = _value(spec, value, audience, shown)
    return kind(**(fields | kept))


def _value(spec: Spec, value: Any, audience: str, shown: Mapping[str, Container[str]]) -> Any:
    if spec.kind is Kind.LINK:
        return value if value in shown[spec.to] else None
    if spec.kind is Kind.LINKS:
        return tuple(item for item in value if item in shown[spec.to])
    if spec.kind is Kind.ROWS:
        copies = (_copy_part(item, audience, shown) for item in value)
        return tuple(item for item in copies if not isinstance(item, BaselineTask) or item.task)
    return value


def _copy_part(part: Part, audience: str, shown: Mapping[str, Container[str]]) -> Part:
    """A row keeps the fields that are declared for the audience themselves: its column alone is not enough."""
    structure = _PART_STRUCTURE.get(type(part), frozenset())
    return type(part)(
        **{
            spec.name: _value(spec, getattr(part, spec.name), audience, shown)
            for spec in part.specs.values()
            if spec.name in structure or (may_read(spec.audience, audience) and not spec.internal)
        }
    )


def places(project: Project, shown: Container[str]) -> dict[str, tuple[str | None, int, str]]:
    """The :data:`PLACE` of every task in what is shown.

    A task has its own place as long as no withheld one stands before it in its family: its code follows from that.
    Behind it the code is the whole plan's; only a code that somebody gave to a withheld summary is replaced by
    its position, because it is that summary's text. Tasks below a withheld summary stand in its place.
    """
    found: dict[str, tuple[str | None, int, str]] = {}
    codes: dict[str | None, str] = {None: ""}
    counts: dict[str | None, int] = {}
    last: dict[str | None, int] = {}
    parted: set[str | None] = set()
    """Families in which a task is withheld, from there on."""
    tasks = project.table(Task)
    for identity in project.outline.order:
        task = tasks[identity]
        parent, known = task.parent, identity in shown
        position = counts[parent] = counts.get(parent, 0) + 1
        code = (task.wbs_code if known else "") or f"{codes[parent]}{position}"
        codes[identity] = f"{code}."
        above, rank = parent, task.rank
        if parent is not None and parent not in shown:
            above = found[parent][0]
        if above != parent or parent in parted:
            rank = max(rank, last[above] + 1) if above == parent else last.get(above, rank - 1) + 1
            found[identity] = above, rank, code
        else:
            found[identity] = parent, rank, task.wbs_code
        if known:
            last[above] = rank
        else:
            parted.add(above)
            last.setdefault(above, rank - 1)
    return found


@dataclass(frozen=True, slots=True)
class Tally:
    """What of one record type goes out, and what stays."""

    key: str
    included: int
    withheld: int


class Copies(Sequence[Record]):
    """Records as ``audience`` reads them, each made when it is looked at: a plan has ten thousand."""

    def __init__(self, records: Sequence[Record], audience: str, shown: Mapping[str, set[str]]) -> None:
        self._records, self._audience, self._shown = records, audience, shown

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> list[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | list[Record]:
        if isinstance(at, slice):
            return [opened(record, self._audience, self._shown) for record in self._records[at]]
        return opened(self._records[at], self._audience, self._shown)

    @property
    def refs(self) -> frozenset[str]:
        """What refers to them, without making any."""
        return frozenset(record.ref for record in self._records)


@dataclass(frozen=True, slots=True)
class Preflight:
    """What a person should look over before something is handed to a client."""

    tallies: tuple[Tally, ...]
    first_time: Copies
    """Included records that were not in ``known``: what this reader has not been shown before."""


def preflight(project: Project, audience: str, keys: Iterable[str], known: frozenset[str] = frozenset()) -> Preflight:
    """Counts of what is included and withheld of the record types ``keys``; ``known`` are refs shown before.

    What :func:`released` would hold, without making it. Raises ``report_hidden_project`` as that does.
    """
    if not visible(project.profile, audience):
        raise Rejected("report_hidden_project")
    shown = shown_ids(project, audience)
    tallies: list[Tally] = []
    new: list[Record] = []
    for key in keys:
        table, included = project.rows(key), shown[key]
        tallies.append(Tally(key, len(included), len(table) - len(included)))
        out = table.values() if len(included) == len(table) else [table[each] for each in table if each in included]
        new += [record for record in out if record.ref not in known] if known else out
    return Preflight(tuple(tallies), Copies(new, audience, shown))
