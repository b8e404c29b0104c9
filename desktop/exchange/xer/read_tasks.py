"""The WBS and the activities of an XER file as an outline of tasks.

Nodes of the WBS become summary tasks. Dates and floats that P6 computed are kept as recorded ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.imports import APPROXIMATED, NOT_READ, Findings
from desktop.domain.plan import Task
from desktop.domain.project import RANK_STEP
from desktop.exchange.incoming import fresh, source_number, task_name
from desktop.exchange.xer.cells import Cells
from desktop.exchange.xer.read_calendars import CalendarTable
from desktop.exchange.xer.tables import Tables
from desktop.i18n import N_, tr

CONSTRAINTS = {
    "CS_ALAP": "alap", "CS_MEO": "mfo", "CS_MEOA": "fnet", "CS_MEOB": "fnlt", "CS_MSO": "mso", "CS_MSOA": "snet",
    "CS_MSOB": "snlt", "CS_MANDSTART": "mso", "CS_MANDFIN": "mfo",
}  # fmt: skip
MANDATORY = frozenset({"CS_MANDSTART", "CS_MANDFIN"})
TYPES = {
    "TT_Task": "task", "TT_Rsrc": "resource", "TT_LOE": "effort", "TT_Mile": "milestone", "TT_FinMile": "milestone",
    "TT_WBS": "wbs",
}  # fmt: skip
STATES = {"TK_NotStart": "", "TK_Active": "active", "TK_Complete": "complete"}
DURATION_TYPES = {
    "DT_FixedDrtn": "fixed_duration", "DT_FixedDUR2": "fixed_duration", "DT_FixedQty": "fixed_work",
    "DT_FixedRate": "fixed_units",
}  # fmt: skip
PERCENTS = {"CP_Drtn": "duration", "CP_Phys": "physical", "CP_Units": "units"}

NAMELESS = N_("Tasks without a name: {n}")
NO_CALENDAR = N_("Calendars that are not in the file; the project calendar is used instead: {n}")
NO_DATE = N_("Constraints without a date, left out: {n}")
SECOND = N_("Second constraints of an activity, kept as its deadline: {n}")
SECOND_LOST = N_("Second constraints of an activity, left out: {n}")
WBS_ACTIVITIES = N_("WBS summary activities, read as tasks planned by hand at the recorded dates: {n}")
CIRCLE = N_("WBS nodes that lie below themselves, moved to the top: {n}")
EMPTY = N_("WBS nodes without activities, left out: {n}")
TWICE = N_("Activities with a number that another one has, left out: {n}")
BACKWARDS = N_("Actual finishes before the actual start, left out: {n}")
NOT_STARTED = N_("Activities in progress without an actual start; their recorded start is used: {n}")


@dataclass(slots=True)
class TaskTable:
    """Tasks in outline order as far as ranks go; activities by the number that the file gives them."""

    records: list[Task] = field(default_factory=list)
    by_number: dict[str, Task] = field(default_factory=dict)


class TaskReader:
    """Reads PROJWBS and TASK; ``project_calendar`` is the id of the record."""

    def __init__(
        self, tables: Tables, findings: Findings, make_id: Callable[[], str], calendars: CalendarTable,
        project_calendar: str,
    ) -> None:  # fmt: skip
        self._tables, self._findings, self._make_id = tables, findings, make_id
        self._calendars, self._project_calendar = calendars, project_calendar
        self._several = len(tables.of("PROJECT")) > 1
        self._ids: dict[str, str] = {}
        """Record id of every WBS node that is read."""
        self._next_rank: dict[str | None, int] = {}

    def read(self) -> TaskTable:
        table = TaskTable()
        nodes, above = self._wbs()
        used = self._used(nodes, above)
        for number, row in nodes.items():
            if number not in used and not self._is_root(row):
                self._findings.note(NOT_READ, EMPTY, row.name)
        self._ids = {number: self._make_id() for number in nodes if number in used}
        activities = [self._activity(row, table) for row in self._tables.of("TASK")]
        for task in activities:
            if task is not None:
                table.records.append(task)
        order = sorted(self._ids, key=lambda number: nodes[number].whole("seq_num", 0) or 0)
        for number in order:
            row, parent = nodes[number], self._ids.get(above.get(number, ""))
            table.records.append(
                Task(
                    **fresh(self._ids[number]),
                    name=row.name,
                    **self._place(parent),
                    foreign=_foreign({"wbs_id": number, "wbs_short_name": row.text("wbs_short_name")}),
                )
            )
        return table

    # -- the WBS --------------------------------------------------------------------------------

    def _wbs(self) -> tuple[dict[str, Cells], dict[str, str]]:
        """Nodes by number, and the number above each; nobody lies below himself."""
        nodes: dict[str, Cells] = {}
        for row in self._tables.of("PROJWBS"):
            name = " ".join((row.get("wbs_name", "") or row.get("wbs_short_name", "")).split())
            nodes.setdefault(row.get("wbs_id", ""), Cells(row, self._findings, name or tr("Task")))
        above = {number: row.text("parent_wbs_id") for number, row in nodes.items()}
        above = {number: parent for number, parent in above.items() if parent in nodes}
        settled: set[str] = set()
        for number in nodes:
            path, at = [], number
            seen: set[str] = set()
            while at in above and at not in settled:
                if at in seen:
                    self._findings.note(APPROXIMATED, CIRCLE, nodes[at].name)
                    del above[at]
                    break
                seen.add(at)
                path.append(at)
                at = above[at]
            settled.update(path)
        return nodes, above

    def _used(self, nodes: dict[str, Cells], above: dict[str, str]) -> set[str]:
        """Nodes with activities somewhere below; of a single project, its root is the project itself."""
        used: set[str] = set()
        for row in self._tables.of("TASK"):
            at = row.get("wbs_id", "")
            while at in nodes and at not in used and not self._is_root(nodes[at]):
                used.add(at)
                at = above.get(at, "")
            if at in nodes and self._several:
                used.add(at)
        return used

    def _is_root(self, row: Cells) -> bool:
        return not self._several and row.flag("proj_node_flag")

    def _place(self, parent: str | None) -> dict[str, Any]:
        rank = self._next_rank[parent] = self._next_rank.get(parent, 0) + RANK_STEP
        return {"parent": parent, "rank": rank}

    # -- activities -----------------------------------------------------------------------------

    def _activity(self, raw: dict[str, str], table: TaskTable) -> Task | None:
        name = " ".join(raw.get("task_name", "").split())
        code = " ".join(raw.get("task_code", "").split())
        number = raw.get("task_id", "").strip()
        if not name:
            name = code or task_name(number)
            self._findings.note(APPROXIMATED, NAMELESS, name)
        row = Cells(raw, self._findings, f"{code} {name}".strip())
        if number in table.by_number:
            self._findings.note(NOT_READ, TWICE, row.name)
            return None
        kind = row.code("task_type", TYPES, "task")
        dates = _recorded(row, kind)
        facts: dict[str, Any] = {
            "task_type": row.code("duration_type", DURATION_TYPES, "fixed_duration"),
            "level_of_effort": kind == "effort",
        }
        facts |= self._calendar(row, kind) | _duration(row, kind) | self._progress(row, kind, dates)
        facts |= self._constraints(row)
        facts["external_start"] = row.moment("external_early_start_date")
        facts["external_finish"] = row.moment("external_late_end_date")
        if kind == "wbs":
            self._findings.note(APPROXIMATED, WBS_ACTIVITIES, row.name)
            facts |= {
                "mode": "manual", "manual_start": dates["recorded_start"], "manual_finish": dates["recorded_finish"]
            }  # fmt: skip
        made = Task(
            **fresh(self._make_id()),
            name=name,
            wbs_code=code,
            source_uid=source_number(number),
            foreign=_foreign({"task_code": code, "guid": row.text("guid")}),
            **self._place(self._ids.get(row.text("wbs_id"))),
            **facts,
            **dates,
        )
        table.by_number[number or made.id] = made
        return made

    def _calendar(self, row: Cells, kind: str) -> dict[str, Any]:
        """Activities go by their own calendar; only resource-dependent ones by those of their resources."""
        number = row.text("clndr_id")
        found = self._calendars.id_of(number)
        if found is None and number:
            self._findings.note(APPROXIMATED, NO_CALENDAR, row.name)
        fixed = row.code("duration_type", DURATION_TYPES, "fixed_duration") == "fixed_duration"
        if found == self._project_calendar and fixed:
            found = None
        made: dict[str, Any] = {"calendar": found, "ignore_resource_calendar": bool(found) and kind != "resource"}
        if kind == "resource" and fixed:
            made["task_type"] = "fixed_units"
        return made

    def _progress(self, row: Cells, kind: str, dates: dict[str, Any]) -> dict[str, Any]:
        state = row.code("status_code", STATES, "")
        if not row.text("status_code"):
            state = "complete" if row.text("act_end_date") else "active" if row.text("act_start_date") else ""
        if not state:
            return {}
        start, finish = row.moment("act_start_date"), row.moment("act_end_date")
        if start is None:
            start = finish if kind == "milestone" else dates["recorded_start"]
            if kind != "milestone" or start is None:
                self._findings.note(APPROXIMATED, NOT_STARTED, row.name)
        if state == "complete" and finish is None:
            finish = dates["recorded_finish"] or start
        if start and finish and finish < start:
            finish = None
            self._findings.note(APPROXIMATED, BACKWARDS, row.name)
        if state == "complete":
            return {"percent_complete": 100, "actual_start": start, "actual_finish": finish,
                    "physical_percent": row.whole("phys_complete_pct", 0, 100) or None}  # fmt: skip
        made: dict[str, Any] = {
            "percent_complete": _percent(row),
            "physical_percent": row.whole("phys_complete_pct", 0, 100) or None,
            "actual_start": start,
            "remaining_duration": 0 if kind == "milestone" else row.amount("remain_drtn_hr_cnt"),
            "stop": row.moment("suspend_date"),
            "resume": row.moment("resume_date"),
        }
        if row.code("complete_pct_type", PERCENTS, "duration") == "physical":
            made["ev_method"] = "physical"
        return made

    def _constraints(self, row: Cells) -> dict[str, Any]:
        kind, date = row.code("cstr_type", CONSTRAINTS, ""), row.moment("cstr_date")
        second, second_date = row.code("cstr_type2", CONSTRAINTS, ""), row.moment("cstr_date2")
        pinned = row.text("cstr_type") in MANDATORY
        if kind and kind != "alap" and date is None:
            self._findings.note(APPROXIMATED, NO_DATE, row.name)
            kind = ""
        made: dict[str, Any] = {}
        if second and second_date is not None:
            if second not in ("fnlt", "snlt") and kind in ("fnlt",):  # kept the other way round
                kind, date, second, second_date = second, second_date, kind, date
            if second == "fnlt":
                made["deadline"] = second_date
                self._findings.note(APPROXIMATED, SECOND, row.name)
            else:
                self._findings.note(NOT_READ, SECOND_LOST, row.name)
        if kind:
            made |= {"constraint": kind, "constraint_date": None if kind == "alap" else date, "pinned": pinned}
        return made


def _recorded(row: Cells, kind: str) -> dict[str, Any]:
    """What P6 shows: actual dates, else early ones; where it never scheduled, the planned ones."""
    start = row.moment("act_start_date")
    finish = row.moment("act_end_date")
    early = row.moment("early_start_date"), row.moment("early_end_date")
    start = start or early[0] or row.moment("restart_date") or row.moment("target_start_date")
    finish = finish or early[1] or row.moment("reend_date") or row.moment("target_end_date")
    if kind == "milestone":
        start, finish = (finish, finish) if row.text("task_type") == "TT_FinMile" and finish else (start, start)
    return {
        "recorded_start": start,
        "recorded_finish": finish,
        "recorded_early_start": early[0],
        "recorded_early_finish": early[1],
        "recorded_late_start": row.moment("late_start_date"),
        "recorded_late_finish": row.moment("late_end_date"),
        "recorded_total_float": row.minutes("total_float_hr_cnt"),
        "recorded_free_float": row.minutes("free_float_hr_cnt"),
    }


def _duration(row: Cells, kind: str) -> dict[str, Any]:
    minutes = row.amount("target_drtn_hr_cnt")
    if minutes is None:
        minutes = row.amount("remain_drtn_hr_cnt") or 0
    milestone = kind == "milestone"
    return {"milestone": milestone, "duration": 0 if milestone else minutes}


def _percent(row: Cells) -> int:
    """Per cent of an activity in progress, by the type of per cent that P6 shows for it."""
    kind = row.code("complete_pct_type", PERCENTS, "duration")
    if kind == "physical":
        found = row.whole("phys_complete_pct", 0, 100) or 0
    elif kind == "units":
        done = (row.amount("act_work_qty") or 0) + (row.amount("act_equip_qty") or 0)
        rest = (row.amount("remain_work_qty") or 0) + (row.amount("remain_equip_qty") or 0)
        found = round(100 * done / (done + rest)) if done + rest else 0
    else:
        planned, rest = row.amount("target_drtn_hr_cnt") or 0, row.amount("remain_drtn_hr_cnt") or 0
        found = round(100 * max(0, planned - rest) / planned) if planned else 0
    return min(found, 99)  # what is not finished is not complete


def _foreign(facts: dict[str, str]) -> str:
    return json.dumps({"xer": {name: text for name, text in facts.items() if text}}, ensure_ascii=False)
