"""Rows of a foreign table on their way into a register: which are new, which change a record, which cannot come in.

Everything is tried here on a copy, with the rules that an edit by hand is held to, so that the command behind it
has nothing left to refuse. A cell that says what the program itself would write for the present value leaves that
value alone: what was exported and comes back unchanged changes nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.changes import Transaction, new_id
from desktop.domain.commands.records import consequences, first_fields
from desktop.domain.display import display
from desktop.domain.part_text import parts_text, read_parts
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.reading import read_value
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected, Term, sentences
from desktop.domain.tables import ADDED, BY_NAME, BY_NUMBER, SKIPPED, UNCHANGED, UPDATED
from desktop.domain.validation import check_value, clean_text, validate
from desktop.i18n import LANGUAGES, N_, catalog

CUT = 32_767 // 2
"""A cell of a spreadsheet holds 32,767 units of UTF-16, so that what is longer comes back cut: no change."""
_WORDED = frozenset(
    {Kind.TEXT, Kind.LONG_TEXT, Kind.TEXTS, Kind.ROWS, Kind.LINK, Kind.LINKS, Kind.CHOICE, Kind.MINUTES}
)
"""Kinds whose text may stand for several values: namesakes, rounded durations, folded spaces."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What a workbook cannot hold."""
_BETWEEN = re.compile(r"\s*[,;，；、]\s*")

sentences(
    row_repeats=N_("The row changes the same record as row {line}, and is left out."),
    row_ambiguous=N_("“{name}” fits several records, so the row is left out; match by number instead."),
)


@dataclass(frozen=True, slots=True)
class Rules:
    """How rows find their records, and what else is wished."""

    match: str = BY_NUMBER
    """By ``number``, by ``name``, or every row is ``new``."""
    new_people: bool = False
    clears: bool = False
    translate_dates: Callable[[str], str] = str
    """Puts a date as the table writes it into the order of ISO."""


@dataclass(slots=True)
class RowFate:
    """What becomes of one row."""

    verdict: str = ADDED
    id: str = ""
    """Of the record that is added or changed."""
    reason: Rejected | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    """Values that were read, as far as they differ."""
    problems: dict[str, Rejected] = field(default_factory=dict)
    """By field: why its cell could not be read."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a command carries out, and what a person is shown before."""

    added: tuple[Record, ...]
    """People first, where rows name new ones."""
    updated: Mapping[str, Mapping[str, Any]]
    fates: tuple[RowFate, ...]
    """In the order of the rows."""
    unknown_people: tuple[str, ...]
    """Names in links to people that nobody on the register has, as written."""


def weigh(
    project: Project,
    key: str,
    rows: Sequence[Mapping[str, str]],
    rules: Rules,
    *,
    now: dt.datetime,
) -> Intake:
    """Decide about every row; each is the text of its cells by field, ``number`` among them where there is one."""
    return _Scales(project, key, rules, now).weigh(rows)


class _Scales:
    def __init__(self, project: Project, key: str, rules: Rules, now: dt.datetime) -> None:
        self._project, self._kind, self._rules, self._now = project, RECORD_TYPES[key], rules, now
        self._key = key
        self._trial = project.snapshot()
        """With everything that is added so far."""
        self._people: list[Person] = []
        self._unknown: dict[str, None] = {}
        self._taken: dict[str, int] = {}
        self._names: dict[str, dict[str, list[str]]] = {}
        self._pieces: dict[str, int] = {}
        """Into how many pieces commas cut the longest of these names."""
        self._number = project.numbering[key]
        self._by_code = {_number_of(item.code): item.id for item in project.rows(key).values()}

    def weigh(self, rows: Sequence[Mapping[str, str]]) -> Intake:
        fates = [self._find(at, row) for at, row in enumerate(rows)]
        # Links last: a row may name another that comes in with it.
        for kinds in (False, True):
            for fate, row in zip(fates, rows, strict=True):
                if fate.verdict != SKIPPED:
                    self._read(fate, row, links=kinds)
            if not kinds:
                self._put_in_place(fates, rows)
        for fate in fates:
            self._judge(fate)
        for fate, row in zip(fates, rows, strict=True):
            self._let_go(fate, row)
        added = [self._trial.rows(self._key)[fate.id] for fate in fates if fate.verdict == ADDED]
        updated = {fate.id: fate.fields for fate in fates if fate.verdict == UPDATED}
        return Intake((*self._people, *added), updated, tuple(fates), tuple(self._unknown))

    # -- which record -----------------------------------------------------------------------------

    def _find(self, at: int, row: Mapping[str, str]) -> RowFate:
        found: str | None = None
        name = row.get(self._kind.info.name_field, "").strip()
        if self._rules.match == BY_NUMBER and row.get("number", "").strip():
            found = self._by_code.get(_number_of(row["number"]))
        elif self._rules.match == BY_NAME and name:
            named = self._named(self._key).get(_folded(name), [])
            if len(named) > 1:
                return RowFate(SKIPPED, reason=Rejected("row_ambiguous", name=name[:80]))
            found = named[0] if named else None
        if found is None:
            return RowFate(ADDED, new_id())
        if found in self._taken:
            return RowFate(SKIPPED, found, Rejected("row_repeats", line=self._taken[found] + 1))
        self._taken[found] = at
        return RowFate(UPDATED, found)

    def _named(self, key: str) -> dict[str, list[str]]:
        """Ids by folded name and by number; read again after people were added."""
        if key not in self._names:
            names: dict[str, list[str]] = {}
            for item in self._trial.rows(key).values():
                names.setdefault(_folded(item.name_text), []).append(item.id)
            for item in self._trial.rows(key).values():
                names.setdefault(_folded(item.code), []).append(item.id)
            self._names[key] = names
            self._pieces[key] = max((len(_BETWEEN.split(name)) for name in names), default=1)
        return self._names[key]

    # -- what the cells say -----------------------------------------------------------------------

    def _read(self, fate: RowFate, row: Mapping[str, str], *, links: bool) -> None:
        before = self._project.rows(self._key).get(fate.id)
        for name, text in row.items():
            spec = self._kind.info.specs.get(name)
            if spec is None or name == "number" or (spec.kind in (Kind.LINK, Kind.LINKS)) != links:
                continue
            if not text.strip() and (before is None or not self._rules.clears):
                continue
            if before is not None and self._says(before, spec, text):
                continue
            try:
                value = self._value(spec, text, before)
            except Rejected as refusal:
                fate.problems[name] = refusal
                continue
            if before is None or getattr(before, name) != value:
                fate.fields[name] = value

    def _says(self, before: Record, spec: Spec, text: str) -> bool:
        """Whether ``text`` is what an export writes for the present value."""
        if spec.kind not in _WORDED:
            return False
        for language in LANGUAGES:
            shown = _CONTROLS.sub("", field_text(self._project, before, spec, catalog(language)))
            if _same(spec, shown, text) or (len(text) >= CUT and shown.startswith(_CONTROLS.sub("", text))):
                return True
        return False

    def _value(self, spec: Spec, text: str, before: Record | None) -> Any:
        if spec.kind is Kind.LINK and text.strip():
            return self._link(spec, text)
        if spec.kind is Kind.LINKS:
            return self._links(spec, text)
        if spec.kind is Kind.ROWS:
            return read_parts(self._trial, spec, clean_text(text), self._now.date())
        if spec.kind in (Kind.DATE, Kind.MOMENT):
            text = self._rules.translate_dates(text)
            if spec.kind is Kind.DATE:
                text = re.sub(r"(?<=\d)[ T]\d{1,2}:\d\d(:\d\d)?$", "", text.strip())
        value = read_value(self._trial, before or self._blank(), spec, text, self._now.date())
        if value is None and spec.default is not None:
            return spec.default
        if value not in (None, "", ()):
            check_value(self._trial, spec, value)
        return value

    def _blank(self) -> Record:
        kind: Any = self._kind
        made: Record = kind(id="")
        return made

    def _link(self, spec: Spec, text: str) -> str:
        wanted = " ".join(clean_text(text).split())
        found = self._named(spec.to).get(_folded(wanted), [])
        if found:
            return found[0]
        if spec.to == "person" and wanted:
            self._unknown.setdefault(wanted[:200])
            if self._rules.new_people:
                facts: dict[str, Any] = {"name": wanted[:200], "number": self._trial.numbering["person"]}
                made = Person(id=new_id(), **facts)
                self._trial.put("person", made.id, made)
                self._people.append(made)
                self._names.pop("person", None)
                return made.id
        raise Rejected("unknown_name", field=Term(spec.title), value=wanted[:80])

    def _links(self, spec: Spec, text: str) -> tuple[str, ...]:
        """Names in a row; a name may have a comma in it, so the longest that is known is taken."""
        parts = [part for part in _BETWEEN.split(clean_text(text).strip()) if part]
        marks = _BETWEEN.findall(clean_text(text).strip())
        known, found, at = self._named(spec.to), [], 0
        while at < len(parts):
            longest = min(len(parts), at + self._pieces[spec.to])
            end = next(
                (end for end in range(longest, at + 1, -1) if _folded(_joined(parts, marks, at, end)) in known),
                at + 1,
            )
            found.append(self._link(spec, _joined(parts, marks, at, end)))
            at = end
        return tuple(dict.fromkeys(found))

    # -- what the rules say -----------------------------------------------------------------------

    def _put_in_place(self, fates: Iterable[RowFate], rows: Iterable[Mapping[str, str]]) -> None:
        """Put what is new into the trial project, so that links find it."""
        for fate, row in zip(fates, rows, strict=True):
            if fate.verdict != ADDED:
                continue
            wanted = _number_of(row.get("number", ""))
            number = max(int(wanted), self._number) if wanted.isdecimal() and len(wanted) < 7 else self._number
            usual = {name: value for name, value in first_fields(self._kind, self._now).items()
                     if name not in row or self._kind.info.specs[name].required}  # fmt: skip
            fields = usual | fate.fields
            made = self._kind(id=fate.id, number=number, **fields)
            if not made.name_text.strip():
                name = self._kind.info.name_field
                problem = fate.problems.get(name)
                fate.reason = problem or Rejected("required", field=Term(self._kind.info.specs[name].title))
                fate.verdict = SKIPPED
                continue
            self._number = number + 1
            self._trial.put(self._key, made.id, made)
        self._names.pop(self._key, None)

    def _judge(self, fate: RowFate) -> None:
        """Hold the record, as it would be, to the rules; what breaks one is left out with the reason."""
        if fate.verdict == SKIPPED:
            return
        if fate.verdict == UPDATED and not fate.fields:
            fate.verdict = UNCHANGED
            return
        before = self._project.rows(self._key).get(fate.id)
        try:
            if before is None:
                made = self._trial.rows(self._key)[fate.id].replace(**fate.fields)
            else:
                tx = Transaction(self._trial, now=self._now, author="")
                fate.fields = consequences(tx, before, dict(fate.fields))
                made = before.replace(**fate.fields)
            validate(self._trial, made, before)
        except Rejected as refusal:
            if before is None:
                self._trial.put(self._key, fate.id, None)
            fate.verdict, fate.reason = SKIPPED, refusal
            return
        self._trial.put(self._key, fate.id, made)

    def _let_go(self, fate: RowFate, row: Mapping[str, str]) -> None:
        """Leave out links to rows that were left out themselves."""
        made = self._trial.rows(self._key).get(fate.id)
        if fate.verdict not in (ADDED, UPDATED) or made is None:
            return
        for name in tuple(fate.fields):
            spec, value = self._kind.info.specs[name], fate.fields[name]
            if spec.to != self._key or not value:
                continue
            ids = value if spec.kind is Kind.LINKS else (value,)
            if any(identity not in self._trial.rows(spec.to) for identity in ids):
                fate.problems[name] = Rejected("unknown_name", field=Term(spec.title), value=row.get(name, "")[:80])
                del fate.fields[name]
                before = self._project.rows(self._key).get(fate.id)
                made = made.replace(**{name: getattr(before, name) if before else spec.default})
                self._trial.put(self._key, fate.id, made)
        if fate.verdict == UPDATED and not fate.fields:
            fate.verdict = UNCHANGED


def field_text(project: Project, record: Record, spec: Spec, words: Callable[..., str]) -> str:
    """A field as a table shows it, so that it can be read back."""
    if spec.kind is Kind.ROWS:
        return parts_text(project, spec, getattr(record, spec.name), words)
    return display(project, record, spec, words)


def _same(spec: Spec, shown: str, text: str) -> bool:
    if spec.kind in (Kind.LONG_TEXT, Kind.TEXTS, Kind.ROWS):
        return _lines(shown) == _lines(text)
    return _CONTROLS.sub("", shown).split() == _CONTROLS.sub("", text).split()


def _lines(text: str) -> list[str]:
    lines = [line.rstrip() for line in _CONTROLS.sub("", text.replace("\r\n", "\n")).split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _joined(parts: Sequence[str], marks: Sequence[str], at: int, end: int) -> str:
    text = parts[at]
    for place in range(at + 1, end):
        text += marks[place - 1] + parts[place]
    return text


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _number_of(code: str) -> str:
    """The number in ``R-012``, ``R12`` or ``12``, without zeros in front; other texts as they are, folded."""
    found = re.fullmatch(r"\s*(?:[A-Za-z]+\s*-?\s*)?0*(\d+)(?:\.0+)?\s*", code)
    return found[1] if found else code.strip().casefold()
