"""Records in columns: titles, formats and who may see a field come from its declaration."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from desktop.domain.clientview import open_field
from desktop.domain.display import date_text, display
from desktop.domain.filters import late
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.reported import Reported
from desktop.domain.reporting import ReportRating
from desktop.domain.scheduling import Schedule
from desktop.reports.blocks import Cell, CellText, Column, TableBlock
from desktop.reports.language import Speech

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Source:
    """What every part of a report is made of: a project that holds only what the reader may see."""

    project: Project
    schedule: Schedule
    audience: str
    words: Speech
    as_of: dt.date
    """The day that the data speaks of: the status date, or today where there is none."""
    told: Reported = field(default_factory=Reported)
    """What the reports before told."""
    said: Mapping[str, ReportRating] = field(default_factory=dict)
    """What a person says of the ratings, by dimension, as far as the reader may see it."""

    def text(self, record: Record, field: str) -> str:
        """A field as text in the language of the report."""
        return display(self.project, record, record.info.specs[field], self.words)


@dataclass(frozen=True, slots=True)
class Pick:
    """A column: a field with its share of the width, and how a cell of it is made where that is special."""

    field: str
    share: float
    make: Callable[[Source, Any], CellText] | None = None
    align: str = "left"
    title: str = ""


VISIBILITY = Pick("audience", 0.9)
"""Shown to the team only: which records the client sees."""


def table(source: Source, kind: type[R], picks: Sequence[Pick], records: Iterable[R], empty: str = "") -> TableBlock:
    """Records in columns; a column that the reader may not see is not there at all."""
    specs = kind.info.specs
    chosen = [pick for pick in picks if open_field(kind.info.key, specs[pick.field], source.audience)]
    columns = tuple(
        Column(source.words.label(pick.title or specs[pick.field].title), pick.share, pick.align) for pick in chosen
    )
    rows = tuple(
        tuple(pick.make(source, item) if pick.make else source.text(item, pick.field) for pick in chosen)
        for item in records
    )
    return TableBlock(columns, rows, empty)


def due_cell(source: Source, record: Record, field: str, is_open: bool) -> CellText:
    """A day; red, bold and with a lamp where it has passed and the matter is open."""
    day: dt.date | None = getattr(record, field)
    if is_open and late(day, source.as_of):
        return Cell(date_text(day), "red", bold=True, rating="red")
    return date_text(day)
