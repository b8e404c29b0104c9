"""Commands that turn a file into something else: dates, another kind of file, a report."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.differences import difference_lines
from desktop.domain.record import TEAM
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import N_, tr, words

if TYPE_CHECKING:
    from desktop.domain.imports import Finding
    from desktop.domain.project import Project
    from desktop.domain.scheduling import Schedule
    from desktop.store.files import ProjectFile

PROJECT, MSPDI, XER, GAN = ".pilotage", ".xml", ".xer", ".gan"
WORKBOOK, CSV, CALENDAR = ".xlsx", ".csv", ".ics"
TABLES = {WORKBOOK: N_("Excel workbook"), CSV: N_("CSV table")}
FORMATS = {
    PROJECT: N_("Pilotage project"), MSPDI: N_("Microsoft Project XML"), XER: N_("Primavera P6 XER"),
    GAN: N_("GanttProject"), **TABLES,
}  # fmt: skip
READ_ONLY = (XER, GAN)
"""Those of them that are never written."""
OUTPUTS = {**TABLES, CALENDAR: N_("iCalendar dates")}
"""Lists for other programs; a calendar is written and not read."""
DONE = 0

sentences(
    audience_unknown=N_("“{name}” is not an audience. Nothing was written; --audience is client or team."),
    format_unknown=N_("“{name}” is of a kind that cannot be used here. Nothing was done; supported are {known}."),
    format_same=N_("“{name}” is of the same kind already. Nothing was written; copy the file instead."),
    format_read_only=N_("Files such as “{name}” can be read but not written. Nothing was written."),
    target_exists=N_("There is already a file named “{name}”. Nothing was written; add --overwrite to replace it."),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a command works on."""

    project: Project
    schedule: Schedule
    findings: tuple[Finding, ...] = ()
    """What reading a foreign file said."""
    file: ProjectFile | None = None


@contextlib.contextmanager
def opened_file(path: Path) -> Iterator[Opened]:
    """The project in ``path``, for reading; the kind of file shows in its suffix."""
    kind = kind_of(path)
    from desktop.domain.scheduling import schedule as plan_dates

    if kind != PROJECT:
        from desktop.exchange.foreign_plans import read_foreign

        plan = read_foreign(path)
        project = plan.project()
        yield Opened(project, plan_dates(project), plan.findings)
        return
    from desktop.store.files import ProjectFile

    with ProjectFile.open(path, read_only=True) as file:
        yield Opened(file.project, plan_dates(file.project), file=file)


def kind_of(path: Path, *, writing: bool = False) -> str:
    """The suffix of a kind of file that is supported."""
    kind, supported = path.suffix.lower(), FORMATS | (OUTPUTS if writing else {})
    if kind not in supported:
        known = tr(", ", "list").join(f"{suffix} ({tr(name)})" for suffix, name in supported.items())
        raise Rejected("format_unknown", name=path.name, known=known)
    return kind


def print_json(document: object) -> None:
    """For other programs, on one line."""
    import json

    # In one piece and without indent: json writes all else in Python rather than in C.
    print(json.dumps(document, ensure_ascii=False, separators=(",", ":")))


def schedule(chosen: argparse.Namespace) -> int:
    """``pilotage schedule FILE [--json]``."""
    with opened_file(chosen.file) as opened:
        if chosen.json:
            from desktop.exchange.schedule_json import schedule_document

            print_json(schedule_document(opened.project, opened.schedule, words(), opened.findings))
        else:
            for line in _dates(opened):
                print("\t".join(line))
    sys.stdout.flush()
    return DONE


def _dates(opened: Opened) -> Iterator[list[str]]:
    """Dates as a table for people and spreadsheets: one task a line, tabs between."""
    from desktop.domain.display import moment_text
    from desktop.domain.durations import duration_text
    from desktop.domain.plan import Task

    project, outline = opened.project, opened.project.outline
    yield [tr(title) for title in (N_("WBS"), N_("Task name"), N_("Start"), N_("Finish"), N_("Total float"))] + [
        tr("Critical", "task")
    ]
    for row, identity in enumerate(outline.order):
        dates = opened.schedule.of(identity)
        name = "  " * outline.depth[row] + project.get(Task, identity).name
        total = duration_text(dates.total_float, "d", project.profile, words())
        times = [moment_text(dates.start), moment_text(dates.finish)]
        yield [outline.wbs[row], name, *times, total, "×" if dates.critical else ""]


def convert(chosen: argparse.Namespace) -> int:
    """``pilotage convert IN OUT [--audience client|team] [--overwrite]``."""
    source, target = chosen.source, chosen.target
    from desktop.domain.clientview import AUDIENCES

    if chosen.audience not in AUDIENCES:
        raise Rejected("audience_unknown", name=chosen.audience[:80])
    if kind_of(source) == kind_of(target, writing=True) and chosen.audience == TEAM:
        raise Rejected("format_same", name=source.name)
    if kind_of(target, writing=True) in READ_ONLY:
        raise Rejected("format_read_only", name=target.name)
    if target.exists() and not chosen.overwrite:
        raise Rejected("target_exists", name=target.name)
    with opened_file(source) as opened:
        findings = opened.findings
        from desktop.exchange.outgoing import copy_for, write_foreign

        if kind_of(target, writing=True) == PROJECT:
            from desktop.store.files import ProjectFile

            project = opened.project
            if chosen.audience != TEAM:
                project, left_out = copy_for(project, opened.schedule, chosen.audience)
                findings += left_out
            ProjectFile.create(target, project, replace=chosen.overwrite).close()
        else:
            findings += write_foreign(
                opened.project, opened.schedule, target, words(), now=dt.datetime.now(), audience=chosen.audience
            )
        lines = difference_lines(opened.project, opened.schedule) if kind_of(source) != PROJECT else ()
        for line in (*map(line_of, findings), *lines):
            print(line)
    return DONE


def line_of(finding: Finding) -> str:
    """A finding as one line, with the first of its names."""
    from desktop.domain.imports import FINDING_KINDS

    text = f"{tr(FINDING_KINDS[finding.kind])}: {finding.text(words())}"
    shown = ", ".join(finding.items[:5]) + (" …" if len(finding.items) > 5 else "")
    return f"{text} ({shown})" if shown else text


def report(chosen: argparse.Namespace) -> int:
    """``pilotage report FILE … -o OUT.pdf``."""
    with opened_file(chosen.file) as opened:
        from desktop.reports.kinds import write_report

        write_report(
            opened.project,
            opened.schedule,
            kind=chosen.kind,
            language=chosen.language or ("zh" if words().is_chinese else "en"),
            audience=chosen.audience,
            path=chosen.output,
            today=dt.date.today(),
        )
    return DONE
