"""One list as comma-separated text, in the form that Excel and WPS open without being told how."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

from desktop.domain.display import date_text, moment_text
from desktop.domain.imports import NOT_WRITTEN, Finding, Findings
from desktop.domain.project import Project
from desktop.domain.record import TEAM
from desktop.domain.scheduling import Schedule
from desktop.exchange.formulas import guarded
from desktop.exchange.tabular.sheets import MONEY, PERCENT, Cell, Sheet, sheets_of
from desktop.exchange.tabular.workbook import NOT_IN_TABLES
from desktop.i18n import N_, Words
from desktop.publish import publish_bytes

ONE_LIST = N_("Registers left out, because a CSV file holds one list; write an Excel file for all of them: {n}")


def write_csv(
    project: Project, schedule: Schedule, target: Path, words: Words, *, audience: str = TEAM, key: str = "task"
) -> tuple[Finding, ...]:
    """Write the plan, or the register ``key``, to ``target``: UTF-8 with a mark at the front, whole or not at all."""
    findings = Findings()
    chosen = Sheet(key, "", [])
    for sheet in sheets_of(project, schedule, words, audience):
        if sheet.key == key:
            chosen = sheet
        else:
            findings.note(NOT_WRITTEN, ONE_LIST, sheet.title)
    write_sheet(chosen, target)
    findings.note(NOT_WRITTEN, NOT_IN_TABLES)
    return findings.result()


def write_sheet(sheet: Sheet, target: Path) -> None:
    """Write one list to ``target``, whole or not at all."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    if sheet.headings:
        writer.writerow([heading.title for heading in sheet.headings])
    for row in sheet.rows:
        writer.writerow([_text(cell, sheet.headings[at].style) for at, cell in enumerate(row)])
    publish_bytes(target, made.getvalue().encode("utf-8-sig", "replace"))


def _text(cell: Cell, style: str) -> str:
    if isinstance(cell, dt.datetime):
        return moment_text(cell)
    if isinstance(cell, dt.date):
        return date_text(cell)
    if isinstance(cell, float) and style == PERCENT:
        return f"{cell * 100:.0f}%"
    if isinstance(cell, float) and style == MONEY:
        return f"{cell:.4f}".rstrip("0").rstrip(".")
    return guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
