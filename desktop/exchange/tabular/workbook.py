"""An Excel workbook (.xlsx): one sheet for the plan and one for every register."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.imports import APPROXIMATED, NOT_WRITTEN, Finding, Findings
from desktop.domain.project import Project
from desktop.domain.record import TEAM
from desktop.domain.scheduling import Schedule
from desktop.exchange.tabular.sheets import DATE, MOMENT, MONEY, NUMBER, PERCENT, Cell, Sheet, sheets_of
from desktop.i18n import N_, Words
from desktop.publish import publishing

if TYPE_CHECKING:
    from xlsxwriter import Workbook

LONGEST = 32_767
"""Characters that a cell holds."""
MOST_ROWS = 1_048_575
"""Below the header."""
FIRST_DAY = dt.date(1900, 3, 1)
"""Before it, spreadsheet programs disagree on what day a number is."""
DEEPEST = 7
"""Outline levels that a sheet can fold."""
CUT = N_("Texts cut, because a cell holds 32,767 characters: {n}")
NO_ROOM = N_("Rows left out, because a sheet holds no more: {n}")
NOT_IN_TABLES = N_("Left out of tables: calendars, baselines, history and whatever is private")

_FORMATS = {
    DATE: "yyyy-mm-dd", MOMENT: "yyyy-mm-dd hh:mm", NUMBER: "General", PERCENT: "0%", MONEY: "#,##0.00",
}  # fmt: skip
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def write_workbook(
    project: Project, schedule: Schedule, target: Path, words: Words, *, audience: str = TEAM
) -> tuple[Finding, ...]:
    """Write all that ``audience`` may read to ``target``, whole or not at all; texts are never formulas."""
    findings = Findings()
    write_sheets(list(sheets_of(project, schedule, words, audience)), target, project.profile.name, findings)
    findings.note(NOT_WRITTEN, NOT_IN_TABLES)
    return findings.result()


def write_sheets(sheets: Sequence[Sheet], target: Path, title: str, findings: Findings) -> None:
    """Write ``sheets`` to ``target``, whole or not at all; texts are never formulas."""
    import xlsxwriter

    with publishing(target) as temporary:
        book = xlsxwriter.Workbook(
            temporary,
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True},
        )
        book.set_properties({"title": title, "author": "", "comments": ""})
        for sheet in sheets:
            _write(book, sheet, findings)
        book.close()


def _write(book: Workbook, sheet: Sheet, findings: Findings) -> None:
    made = book.add_worksheet(_NOT_IN_NAMES.sub(" ", sheet.title)[:31])
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {style: book.add_format({"num_format": code, "valign": "top"}) for style, code in _FORMATS.items()}
    plain = book.add_format({"num_format": "@", "valign": "top"})
    for column, heading in enumerate(sheet.headings):
        made.set_column(column, column, heading.width)
        made.write_string(0, column, heading.title, bold)
    indents = [book.add_format({"num_format": "@", "indent": depth, "valign": "top"}) for depth in range(16)]
    name = 2 if sheet.levels else -1
    for row, cells in enumerate(sheet.rows[:MOST_ROWS], 1):
        if sheet.levels:
            made.set_row(row, None, None, {"level": min(sheet.levels[row - 1], DEEPEST)})
        for column, cell in enumerate(cells):
            chosen = indents[min(sheet.levels[row - 1], 15)] if column == name else plain
            typed = formats.get(sheet.headings[column].style, plain)
            _put(made, (row, column), cell, (typed, chosen), findings)
    if len(sheet.rows) > MOST_ROWS:
        findings.note(NOT_WRITTEN, NO_ROOM, sheet.title, len(sheet.rows) - MOST_ROWS)
    made.freeze_panes(1, name + 1 if sheet.levels else 1)
    if sheet.rows:
        made.autofilter(0, 0, min(len(sheet.rows), MOST_ROWS), len(sheet.headings) - 1)
    if sheet.levels:
        made.outline_settings(True, False, True, False)
    made.set_landscape()
    made.fit_to_pages(1, 0)
    made.repeat_rows(0)


def _put(made: Any, at: tuple[int, int], cell: Cell, formats: tuple[Any, Any], findings: Findings) -> None:
    """Write ``cell`` in the first of ``formats`` where it is a number or a date, in the second where it is text."""
    typed, plain = formats
    if cell is None or cell == "":
        return
    day = cell.date() if isinstance(cell, dt.datetime) else cell
    if isinstance(cell, int | float):
        made.write_number(*at, cell, typed)
    elif isinstance(day, dt.date) and day >= FIRST_DAY:
        made.write_datetime(*at, cell, typed)
    else:
        text = _CONTROLS.sub("", str(cell))
        if len(text) > LONGEST:
            text = text[:LONGEST]
            findings.note(APPROXIMATED, CUT)
        made.write_string(*at, text, plain)
