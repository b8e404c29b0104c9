"""Tasks and baselines of an MSPDI file as records.

Dates that Project computed are kept as recorded dates only; nothing that schedules reads them.
What a person fixed (constraints, manual dates, actuals, remaining duration) becomes part of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.earned_value.spread import even_text
from desktop.domain.imports import APPROXIMATED, KEPT, NOT_READ, Findings
from desktop.domain.plan import BaselineTask, Task
from desktop.domain.project import RANK_STEP
from desktop.domain.wbs import Mask
from desktop.exchange.incoming import task_name
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.context import SHOWN_NOWHERE, Context
from desktop.exchange.mspdi.fields import UNREADABLE, Fields
from desktop.exchange.mspdi.read_calendars import CalendarTable
from desktop.exchange.mspdi.tags import (
    BASELINE_DEFAULTS,
    BASELINE_KNOWN,
    SILENT,
    TASK_DEFAULTS,
    TASK_DERIVED,
    TASK_KNOWN,
)
from desktop.exchange.mspdi.wbs_masks import wbs_mask
from desktop.i18n import N_

BLANK = N_("Empty rows, left out: {n}")
NAMELESS = N_("Tasks without a name: {n}")
TWICE = N_("Tasks with a number that another one has; links go to the first: {n}")
ELSEWHERE = N_("Tasks of other projects, kept at the dates that the file records: {n}")
STARTED = N_("Tasks with progress but no actual dates, taken as done when planned: {n}")
BACKWARDS = N_("Tasks that finish before they start, actual finish left out: {n}")
NO_CALENDAR = N_("Tasks and resources whose calendar is not in the file, put on the project calendar: {n}")
RECURRING = N_("Recurring tasks, read task by task; their pattern is kept: {n}")


HANDLED = TASK_KNOWN | TASK_DERIVED
UNUSUAL = ("Manual", "ExternalTask", "IsSubproject", "PercentComplete", "ActualStart", "ActualFinish")
"""What the dates of a row are read for, where it says anything else than no."""
ALIKE = (
    "Type", "Active", "Priority", "Duration", "DurationFormat", "Estimated", "Milestone", "LevelingDelay", "Work",
    "ActualWork", "ActualCost", "EffortDriven", "FixedCost", "FixedCostAccrual", "ConstraintType", "ConstraintDate",
    "Deadline", "CalendarUID", "IgnoreResourceCalendar", "PhysicalPercentComplete", "EarnedValueMethod",
)  # fmt: skip
"""All else that the facts of a row are read from."""
MANY = 10_000


@dataclass(slots=True)
class TaskTable:
    """Tasks by the number that the file gives them."""

    records: list[Task] = field(default_factory=list)
    by_uid: dict[int, Task] = field(default_factory=dict)
    links: list[tuple[Task, Sequence[Element]]] = field(default_factory=list)
    """PredecessorLink elements by the task that waits."""
    summaries: set[str] = field(default_factory=set)
    lasting_unknown: set[str] = field(default_factory=set)
    """Tasks of some length for which the file has no duration."""
    work_unknown: set[str] = field(default_factory=set)
    """Tasks of whose work the file says nothing."""
    elsewhere: set[str] = field(default_factory=set)
    """Rows that stand for tasks of other projects."""
    baselines: dict[int, list[BaselineTask]] = field(default_factory=dict)
    whole: Element | None = None
    """The row that stands for the whole project."""


def read_tasks(root: Element, context: Context, calendars: CalendarTable) -> TaskTable:
    """All tasks in file order, with parents and ranks from their outline levels."""
    findings = context.findings
    elements = root.iterfind("Tasks/Task")
    rows = [Fields(element, findings, handled=HANDLED) for element in elements]
    whole = _whole_project(rows)
    kept = [row for row in rows if row is not whole and not row.flag("IsNull")]
    if blank := len(rows) - len(kept) - (whole is not None):
        findings.note(NOT_READ, BLANK, count=blank)
    table = TaskTable(whole=whole.element if whole else None)
    levels = [_level(row) for row in kept]
    outline, facts = _Outline(wbs_mask(root)), _Facts(context, calendars)
    for index, row in enumerate(kept):
        summary = index + 1 < len(kept) and levels[index + 1] > levels[index]
        who = context.new("task")
        identity = who["id"]
        place = outline.place(identity, levels[index], row.text("WBS"))
        made = _task(row, context, who | place, facts.of(row, summary))
        table.records.append(made)
        if links := row.nested("PredecessorLink"):
            table.links.append((made, links))
        if summary:
            table.summaries.add(identity)
        if not (made.duration or made.milestone) and "Duration" not in row and "ManualDuration" not in row:
            table.lasting_unknown.add(identity)
        if "Work" not in row:
            table.work_unknown.add(identity)
        if made.mode == "manual" and row.flag("ExternalTask"):
            table.elsewhere.add(identity)
        if made.source_uid is not None and table.by_uid.setdefault(made.source_uid, made) is not made:
            findings.note(APPROXIMATED, TWICE, made.name)
            table.records[-1] = made.replace(source_uid=None)
        for slot, baseline in _baselines(row, context, made, outline.depth, summary):
            table.baselines.setdefault(slot, []).append(baseline)
    return table


def _level(row: Fields) -> int:
    """Outline level; the number of dots where a program writes no level."""
    found = row.value("OutlineLevel", values.read_whole, -1)
    return found if found >= 0 else row.raw("OutlineNumber").count(".") + 1


def _whole_project(rows: Sequence[Fields]) -> Fields | None:
    """The row of the project itself: number 0, or the only one at level 0."""
    for row in rows:
        if row.raw("UID") == "0":
            return row
    top = [row for row in rows if row.raw("OutlineLevel") == "0" and not row.flag("IsNull")]
    return top[0] if len(top) == 1 and len(rows) > 1 and top[0] is rows[0] else None


class _Outline:
    """Parents by level; codes as the outline would number them."""

    def __init__(self, mask: Mapping[str, Any]) -> None:
        self._mask = Mask(mask.get("wbs_prefix", ""), mask.get("wbs_levels", ()))
        self._open: list[tuple[int, str, str]] = []  # level, id, code of the rows that may still get children
        self._count: dict[str | None, int] = {}

    @property
    def depth(self) -> int:
        """How many rows the last one is within."""
        return len(self._open) - 1

    def place(self, identity: str, level: int, wbs: str) -> dict[str, Any]:
        """Parent, rank and, where it is not what the outline says, the code of the next row."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        _, parent, above = self._open[-1] if self._open else (0, None, "")
        count = self._count[parent] = self._count.get(parent, 0) + 1
        depth = len(self._open)
        prefix = above + self._mask.separator(depth - 1) if depth else self._mask.prefix
        usual = prefix + self._mask.count(depth, count)
        self._open.append((level, identity, wbs or usual))
        return {"parent": parent, "rank": count * RANK_STEP, "wbs_code": "" if wbs == usual else wbs}


class _Facts:
    """What becomes part of the plan. Most rows differ in names and dates alone; what is alike is read once."""

    def __init__(self, context: Context, calendars: CalendarTable) -> None:
        self._context = context
        self._calendars = calendars
        self._known: dict[tuple[object, ...], dict[str, Any]] = {}

    def of(self, row: Fields, summary: bool) -> dict[str, Any]:
        row.name = row.text("Name")
        if not row.name:
            row.name = task_name(row.raw("ID") or row.raw("UID"))
            self._context.findings.note(APPROXIMATED, NAMELESS, row.name)
        if not _NO.issuperset(row.texts(UNUSUAL)):
            return self._read(row, summary)
        key = (summary, *row.texts(ALIKE))
        found = self._known.get(key)
        if found is None:
            before = self._context.findings.noted
            found = self._read(row, summary)
            # What there is something to say of is said of every row.
            if self._context.findings.noted == before and not row.rounded and len(self._known) < MANY:
                self._known[key] = found
        return found

    def _read(self, row: Fields, summary: bool) -> dict[str, Any]:
        context = self._context
        return {
            **_span(row),
            **_constraint(row),
            **_calendar(row, context, self._calendars),
            **({} if summary else _progress(row, context) | _work(row, context)),
            "active": row.flag("Active", default=True),
            "priority": row.number("Priority", 500, 0, 1000),
            "fixed_cost": context.money(row, "FixedCost"),
            "fixed_cost_accrual": row.code("FixedCostAccrual", context.fixed_accruals, "prorated"),
        }


_NO = frozenset({None, "0"})


def _task(row: Fields, context: Context, place: dict[str, Any], facts: dict[str, Any]) -> Task:
    return Task(
        name=row.name,
        notes=row.notes("Notes"),
        source_uid=row.value("UID", values.read_whole, None),
        recorded_start=row.moment("Start"),
        recorded_finish=row.moment("Finish"),
        foreign=_foreign(row, context),
        **place,
        **facts,
    )


def _span(row: Fields) -> dict[str, Any]:
    """Duration, unit, milestone and manual dates."""
    code = row.value("DurationFormat", values.read_whole, 7)
    try:
        unit, estimated = values.unit_of(code)
    except ValueError:
        row.refuse("DurationFormat")
        unit, estimated = "d", False
    # A task that lives in another project is dated there; its dates here are as good as typed in.
    elsewhere = row.flag("ExternalTask") or row.flag("IsSubproject")
    manual = row.flag("Manual") or elsewhere
    duration = row.amount("ManualDuration") if manual and "ManualDuration" in row else row.amount("Duration")
    return {
        "duration": duration or 0,
        "duration_unit": unit or "d",
        "estimated": row.flag("Estimated", default=estimated),
        "milestone": row.flag("Milestone"),
        "mode": "manual" if manual else "auto",
        "manual_start": (row.moment("ManualStart") or row.moment("Start")) if manual else None,
        "manual_finish": (row.moment("ManualFinish") or row.moment("Finish")) if manual else None,
        "levelling_delay": row.levelling(),
    }


def _constraint(row: Fields) -> dict[str, Any]:
    kind = row.code("ConstraintType", values.CONSTRAINTS, "asap")
    date = row.moment("ConstraintDate") if kind not in ("asap", "alap") else None
    if date is None and kind not in ("asap", "alap"):
        row.refuse("ConstraintDate")
        kind = "asap"
    return {"constraint": kind, "constraint_date": date, "deadline": row.moment("Deadline")}


def _calendar(row: Fields, context: Context, calendars: CalendarTable) -> dict[str, Any]:
    uid = row.value("CalendarUID", values.read_whole, -1)
    found = calendars.id_of(uid)
    if found is None and uid >= 0 and (uid > 0 or calendars.records):
        context.findings.note(APPROXIMATED, NO_CALENDAR, row.name)
    return {"calendar": found, "ignore_resource_calendar": row.flag("IgnoreResourceCalendar")}


def _progress(row: Fields, context: Context) -> dict[str, Any]:
    percent = row.number("PercentComplete", 0, 0, 100)
    start, finish = row.moment("ActualStart"), row.moment("ActualFinish")
    if (percent and not start) or (percent == 100 and not finish):
        start, finish = start or row.moment("Start"), finish or (row.moment("Finish") if percent == 100 else None)
        context.findings.note(APPROXIMATED, STARTED, row.name)
    if start and finish and finish < start:
        finish = None
        context.findings.note(APPROXIMATED, BACKWARDS, row.name)
    made: dict[str, Any] = {
        "percent_complete": percent,
        "physical_percent": row.number("PhysicalPercentComplete", 0, 0, 100) or None,
        "ev_method": row.code("EarnedValueMethod", values.EV_METHODS, "percent"),
        "actual_start": start,
        "actual_finish": finish,
    }
    if start and not finish:
        made |= {
            "remaining_duration": row.amount("RemainingDuration"),
            "stop": row.moment("Stop"),
            "resume": row.moment("Resume"),
        }
    return made


def fixed_accruals(root: Element) -> Mapping[str, str]:
    """What the codes of a file mean: early versions named none, and took "prorated" as usual, as all do."""
    early = root.find("SaveVersion") is None and (root.findtext("DefaultFixedCostAccrual") or "").strip() == "2"
    return values.OLD_FIXED_ACCRUALS if early else values.ACCRUALS


def _work(row: Fields, context: Context) -> dict[str, Any]:
    return {
        "task_type": row.code("Type", values.TASK_TYPES, "fixed_units"),
        "effort_driven": row.flag("EffortDriven"),
        "work": row.amount("Work") or None,
        "actual_work": row.amount("ActualWork") or None,
        "actual_cost": context.money(row, "ActualCost"),
    }


def _foreign(row: Fields, context: Context) -> str:
    findings, kept = context.findings, foreign.keep(row.unknown, TASK_DEFAULTS)
    note_kept(findings, kept)
    elsewhere = row.flag("ExternalTask") or row.flag("IsSubproject")
    if elsewhere:
        findings.note(APPROXIMATED, ELSEWHERE, row.name)
    if row.flag("Recurring"):
        findings.note(APPROXIMATED, RECURRING, row.name)
    extras = {}
    for element in row.nested("Baseline"):
        more = foreign.keep(element, BASELINE_DEFAULTS, BASELINE_KNOWN)
        if more:
            extras[element.findtext("Number", "0").strip()] = more
    # Manual with us alone, it is not written as such.
    auto = elsewhere and not row.flag("Manual")
    return foreign.to_text(keep=kept, exact=row.rounded, baselines=extras, auto=auto)


def note_kept(findings: Findings, kept: list[foreign.Packed]) -> None:
    """Name the kinds of details that are kept without being shown."""
    for packed in kept:
        if packed[0] not in SILENT and packed[1]:
            findings.note(KEPT, SHOWN_NOWHERE, packed[0])


def _baselines(row: Fields, context: Context, task: Task, depth: int, summary: bool) -> list[tuple[int, BaselineTask]]:
    made = []
    for element in row.nested("Baseline"):
        fields = Fields(element, context.findings, row.name)
        slot = fields.value("Number", values.read_whole, 0)
        if not 0 <= slot <= 10:
            context.findings.note(NOT_READ, UNREADABLE, f"{row.name}: Baseline {slot}")
            continue
        made.append((slot, _baseline_task(fields, context, task, depth, summary)))
    return made


def _baseline_task(fields: Fields, context: Context, task: Task, depth: int, summary: bool) -> BaselineTask:
    start, finish = fields.moment("Start"), fields.moment("Finish")
    # The cost of a summary holds that of its parts; what is its own has to be told apart.
    own = context.money(fields, "FixedCost") if summary else None
    return BaselineTask(
        task=task.id,
        name=task.name,
        level=depth,
        start=start,
        finish=finish,
        duration=fields.amount("Duration") or 0,
        work=fields.amount("Work") or None,
        cost=context.money(fields, "Cost"),
        spread=even_text(start, finish, own) if own and start and finish else "",
    )
