"""One table that was worked out, such as variances or a curve, as an Excel workbook or a CSV file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.imports import Finding, Findings
from desktop.exchange.tabular.csv_file import write_sheet
from desktop.exchange.tabular.sheets import DATE, MONEY, TEXT, Cell, Heading, Sheet
from desktop.exchange.tabular.workbook import write_sheets

WIDEST = 60
"""Characters of the widest column."""


def write_result(
    title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]], target: Path
) -> tuple[Finding, ...]:
    """Write the table to ``target``, whole or not at all; its suffix says as what."""
    columns = [[row[at] for row in rows] for at in range(len(headings))]
    titled = [_heading(*pair) for pair in zip(headings, columns, strict=True)]
    sheet = Sheet("result", title, titled, [list(row) for row in rows])
    findings = Findings()
    if target.suffix.lower() == ".csv":
        write_sheet(sheet, target)
    else:
        write_sheets([sheet], target, title, findings)
    return findings.result()


def _heading(title: str, cells: Sequence[Cell]) -> Heading:
    filled = [cell for cell in cells if cell not in (None, "")]
    style = TEXT
    if filled and all(isinstance(cell, int | float) for cell in filled):
        style = MONEY
    elif filled and all(isinstance(cell, dt.date) for cell in filled):
        style = DATE
    longest = max((len(str(cell)) for cell in filled), default=0)
    return Heading(title, style, min(max(len(title), longest) + 3, WIDEST))
