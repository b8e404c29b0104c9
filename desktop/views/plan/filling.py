"""What the selected cells become in the rows below or above: a series that goes on, or copies."""

from __future__ import annotations

from desktop.domain.rejection import sentences
from desktop.domain.series import continued
from desktop.i18n import N_
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, RIGHT
from desktop.models.plan_entries import Entry
from desktop.views.plan.cells import Block

sentences(
    no_series=N_(
        "A series needs two values with a step between them, such as dates, numbers or “Phase 1, Phase 2”, and"
        " selected cells below them. Nothing was changed."
    )
)


def entries_for(model: PlanModel, source: Block, rows: range, *, series: bool = True) -> list[Entry]:
    """The cells of ``rows``, which lie right below ``source`` or right above it."""
    return [
        entry for column in source.columns for entry in column_entries(model, source, rows, column, series=series)
    ]  # fmt: skip


def column_entries(model: PlanModel, source: Block, rows: range, column: int, *, series: bool) -> list[Entry]:
    """Of one column."""
    follow = series_of(model, source, rows, column) if series else None
    if follow is not None:
        return [Entry(model.ids[row], column, text) for row, text in zip(rows, follow, strict=True)]
    height = source.last - source.first + 1
    texts = [model.edit_text(row, column) for row in range(source.first, source.last + 1)]
    found = []
    for row in rows:
        origin = (row - source.first) % height
        found.append(Entry(model.ids[row], column, texts[origin], model.ids[source.first + origin]))
    return found


def series_of(model: PlanModel, source: Block, rows: range, column: int) -> list[str] | None:
    """How the cells of ``source`` go on in ``rows``; None where they are no series."""
    texts = [model.edit_text(row, column) for row in range(source.first, source.last + 1)]
    above = rows.start < source.first
    found = continued(texts[::-1] if above else texts, len(rows), codes=COLUMNS[column].align != RIGHT)
    return found[::-1] if found is not None and above else found
