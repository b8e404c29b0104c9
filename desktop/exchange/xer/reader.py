"""Primavera P6's export (XER) into records, with an account of what was and was not read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from desktop.domain.changes import new_id
from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings, Imported, numbered
from desktop.domain.plan import Calendar, Dependency
from desktop.domain.record import Record
from desktop.exchange.incoming import REPEATED_LINKS, count_records, fresh
from desktop.exchange.incoming_calendars import NO_CALENDAR, standard_calendar
from desktop.exchange.xer.cells import Cells
from desktop.exchange.xer.read_calendars import CalendarTable, read_calendars
from desktop.exchange.xer.read_profile import read_profile
from desktop.exchange.xer.read_resources import ResourceReader, memo
from desktop.exchange.xer.read_tasks import TaskReader, TaskTable
from desktop.exchange.xer.tables import Tables, read_tables
from desktop.garbage import paused
from desktop.i18n import N_

LINK_TYPES = {"PR_FS": "FS", "PR_SS": "SS", "PR_FF": "FF", "PR_SF": "SF", "PR_FS1": "FS", "PR_SS1": "SS",
              "PR_FF1": "FF", "PR_SF1": "SF"}  # fmt: skip
ORPHANS = N_("Links to activities that are not in the file, left out: {n}")
SELF = N_("Links of an activity to itself, left out: {n}")
LOST = {
    "ACTVTYPE": ("actv_code_type", N_("Activity codes, not read: {n}")),
    "UDFTYPE": ("udf_type_label", N_("User-defined fields, not read: {n}")),
    "PCATTYPE": ("proj_catg_type", N_("Project codes, not read: {n}")),
    "RCATTYPE": ("rsrc_catg_type", N_("Resource codes, not read: {n}")),
    "PROJCOST": ("cost_name", N_("Expenses, not read: {n}")),
    "TASKPROC": ("proc_name", N_("Steps of activities, not read: {n}")),
    "TASKFIN": ("", N_("Values of past periods, not read: {n}")),
    "TRSRCFIN": ("", N_("Values of past periods, not read: {n}")),
    "PROJTHRS": ("", N_("Thresholds, not read: {n}")),
    "PROJISSU": ("issue_name", N_("Issues of P6, not read: {n}")),
    "RISK": ("risk_name", N_("Risks of P6, not read: {n}")),
    "DOCUMENT": ("doc_name", N_("Work products and documents, not read: {n}")),
}
"""Tables that have no place here: the column with the name of a thing, and what to say."""


LOST_COLUMNS = {
    ("TASK", "expect_end_date"): ("task_name", N_("Expected finish dates of activities, not read: {n}")),
    ("TASKRSRC", "curv_id"): ("", N_("Assignments with a resource curve, spread evenly: {n}")),
}
"""Columns that have no place here, where a row fills them: likewise."""


def read_xer(path: Path, make_id: Callable[[], str] = new_id) -> Imported:
    """The plan in ``path``. Raises :class:`Rejected` where the file as a whole cannot be read."""
    findings = Findings()
    with paused():
        return _Reader(read_tables(path, findings), findings, path.name, make_id).read()


class _Reader:
    def __init__(self, tables: Tables, findings: Findings, name: str, make_id: Callable[[], str]) -> None:
        self._tables, self._findings, self._name, self._make_id = tables, findings, name, make_id

    def read(self) -> Imported:
        tables, findings, make_id = self._tables, self._findings, self._make_id
        calendars = read_calendars(tables, findings, make_id)
        calendar, row = self._project_calendar(calendars)
        profile = read_profile(tables, findings, (self._title(), self._name), make_id(), (calendar.id, row))
        tasks = TaskReader(tables, findings, make_id, calendars, calendar.id).read()
        people = ResourceReader(tables, findings, make_id, (calendars, calendar.id), profile.currency_digits)
        people.read_resources()
        assignments = people.read_assignments(tasks)
        notes = self._notes(tasks)
        planned = [task.replace(notes=notes[task.id]) if task.id in notes else task for task in tasks.records]
        records: list[Record] = [profile, *calendars.records.values(), *planned, *self._links(tasks)]
        records += [*people.resources.values(), *assignments]
        count_records(records, findings)
        self._say_what_is_lost()
        return Imported(numbered(records), findings.result(), self._name)

    def _title(self) -> str:
        """The name of the project; of several, the name of the file."""
        projects = self._tables.of("PROJECT")
        stem = re.sub(r"\.xer$", "", self._name, flags=re.IGNORECASE)
        if len(projects) != 1:
            return stem
        roots = [row for row in self._tables.of("PROJWBS") if row.get("proj_node_flag", "") == "Y"]
        named = roots[0].get("wbs_name", "") if roots else ""
        return " ".join((named or projects[0].get("proj_short_name", "")).split()) or stem

    def _project_calendar(self, calendars: CalendarTable) -> tuple[Calendar, Cells | None]:
        projects = self._tables.of("PROJECT")
        wanted = projects[0].get("clndr_id", "") if projects else ""
        default = [number for number, row in calendars.rows.items() if row.flag("default_flag")]
        for number in (wanted, *default, *calendars.records):
            if number in calendars.records:
                return calendars.records[number], calendars.rows[number]
        self._findings.note(APPROXIMATED, NO_CALENDAR)
        made = calendars.records[""] = standard_calendar(self._make_id())
        return made, None

    def _links(self, tasks: TaskTable) -> list[Dependency]:
        """Relationships; a pair may have one of each type. Of two of one type the longer lag holds both."""
        made: dict[tuple[str, str, str], Dependency] = {}
        for raw in self._tables.of("TASKPRED"):
            row = Cells(raw, self._findings, "TASKPRED")
            before = tasks.by_number.get(row.text("pred_task_id"))
            after = tasks.by_number.get(row.text("task_id"))
            if before is None or after is None:
                there = before or after
                self._findings.note(NOT_READ, ORPHANS, there.name if there else row.text("task_pred_id"))
            elif before is after:
                self._findings.note(NOT_READ, SELF, after.name)
            else:
                kind, lag = row.code("pred_type", LINK_TYPES, "FS"), row.minutes("lag_hr_cnt") or 0
                key = (before.id, after.id, kind)
                known = made.get(key)
                if known is None:
                    made[key] = Dependency(
                        **fresh(self._make_id()), predecessor=before.id, successor=after.id, type=kind, lag=lag
                    )
                    continue
                self._findings.note(NOT_READ, REPEATED_LINKS, f"{before.name} → {after.name}")
                if lag > known.lag:
                    made[key] = known.replace(lag=lag)
        return list(made.values())

    def _notes(self, tasks: TaskTable) -> dict[str, str]:
        """Notebook topics of activities, one below the other."""
        topics = {row.get("memo_type_id", ""): row.get("memo_type", "") for row in self._tables.of("MEMOTYPE")}
        found: dict[str, list[str]] = {}
        for row in self._tables.of("TASKMEMO"):
            task = tasks.by_number.get(row.get("task_id", "").strip())
            text = memo(row.get("task_memo", ""))
            if task is not None and text:
                topic = topics.get(row.get("memo_type_id", ""), "").strip()
                found.setdefault(task.id, []).append(f"{topic}: {text}" if topic else text)
        return {identity: "\n\n".join(parts) for identity, parts in found.items()}

    def _say_what_is_lost(self) -> None:
        for table, (column, sentence) in LOST.items():
            for row in self._tables.of(table):
                self._findings.note(NOT_READ, sentence, " ".join(row.get(column, "").split()))
        for (table, lost), (column, sentence) in LOST_COLUMNS.items():
            for row in self._tables.of(table):
                if row.get(lost, "").strip():
                    self._findings.note(NOT_READ, sentence, " ".join(row.get(column, "").split()))
