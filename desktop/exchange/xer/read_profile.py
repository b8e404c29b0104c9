"""The project itself, and the rules by which P6 scheduled it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.imports import APPROXIMATED, Findings
from desktop.domain.plan import ProjectProfile
from desktop.exchange.incoming import NO_START, fresh
from desktop.exchange.xer.cells import Cells
from desktop.exchange.xer.tables import Tables
from desktop.i18n import N_, tr

LAG_CALENDARS = {
    "rcal_Predecessor": "predecessor", "rcal_Successor": "successor", "rcal_ProjDefault": "project",
    "rcal_24Hour": "elapsed",
}  # fmt: skip
FLOAT_RULES = {"FT_FF": "finish", "FT_SF": "start", "FT_Min": "smallest", "FT_MIN": "smallest"}
CRITICAL_RULES = {"CT_TotFloat": "total_float", "CT_DrivPath": "longest_path", "CT_DrivingPath": "longest_path"}

STATUS_TIME = N_("The data date is kept as the end of its day.")
EVENING = N_("The data date, a morning, is kept as the end of the day before it, the status date.")
ACTUAL_DATES = N_("P6 scheduled by “actual dates”; when dates are calculated here, retained logic is used.")
SEVERAL = N_("Several projects in one file, each read as a summary task; the plan begins with the earliest, data date "
             "and rules are those of the first: {n}")  # fmt: skip
MUST_FINISH = N_("“Must finish by” of the project is its planned finish; late dates are not counted from it.")


def read_profile(
    tables: Tables, findings: Findings, name: tuple[str, str], identity: str, calendar: tuple[str, Cells | None]
) -> ProjectProfile:
    """The profile; ``name`` is that of the project and of the file, ``calendar``
    is the record's id and the row of the project calendar.

    Dates are shown as the file has them (``date_source``), until somebody chooses otherwise.
    """
    rows = [Cells(row, findings, row.get("proj_short_name", "")) for row in tables.of("PROJECT")]
    row = rows[0] if rows else Cells({}, findings)
    if len(rows) > 1:
        for item in rows:
            findings.note(APPROXIMATED, SEVERAL, item.name)
    starts = [start for item in rows if (start := item.moment("plan_start_date")) is not None]
    finish = row.moment("plan_end_date")
    if finish is not None:
        findings.note(APPROXIMATED, MUST_FINISH)
    return ProjectProfile(
        **fresh(identity),
        name=name[0] or tr("Project"),
        short_name=row.text("proj_short_name"),
        start=min(starts, default=None) or _earliest(tables, findings),
        planned_finish=finish.date() if finish else None,
        status_date=_status_date(row),
        calendar=calendar[0],
        constraint_rule="soft",
        critical_rule=row.code("critical_path_type", CRITICAL_RULES, "total_float"),
        critical_limit=row.minutes("critical_drtn_hr_cnt") or 0,
        date_source="stored",
        source=name[1],
        **_options(tables, row),
        **_units(calendar[1]),
        **_currency(tables, findings),
    )


def _status_date(row: Cells) -> dt.date | None:
    """The last day of which everything is reported. P6 schedules from the data date on, which mostly is a morning."""
    moment = row.moment("last_recalc_date")
    if moment is None:
        return None
    if moment.hour > 8:
        row.findings.note(APPROXIMATED, STATUS_TIME)
        return moment.date()
    row.findings.note(APPROXIMATED, EVENING)
    return moment.date() - dt.timedelta(1)


def _earliest(tables: Tables, findings: Findings) -> dt.datetime:
    findings.note(APPROXIMATED, NO_START)
    quiet = Findings()
    columns = ("act_start_date", "early_start_date", "target_start_date")
    found = [Cells(row, quiet).moment(column) for row in tables.of("TASK") for column in columns]
    known = [moment for moment in found if moment is not None]
    return min(known, default=dt.datetime.combine(dt.date.today(), dt.time(8)))


def _options(tables: Tables, project: Cells) -> dict[str, Any]:
    """How P6 scheduled; where the file does not say, as a new project of P6 is scheduled."""
    number = project.text("proj_id")
    listed = tables.of("SCHEDOPTIONS")
    found = next((row for row in listed if row.get("proj_id", "") == number), None)
    options = Cells(found or {}, project.findings, "SCHEDOPTIONS")
    retained = options.flag("sched_retained_logic", default=not options.flag("sched_progress_override"))
    override = options.flag("sched_progress_override")
    if not (retained or override):
        project.findings.note(APPROXIMATED, ACTUAL_DATES)
    return {
        "progress_rule": "override" if override and not retained else "retained",
        "lag_calendar": options.code("sched_calendar_on_relationship_lag", LAG_CALENDARS, "predecessor"),
        "float_rule": options.code("sched_float_type", FLOAT_RULES, "finish"),
    }


def _units(calendar: Cells | None) -> dict[str, Any]:
    """Hours of a day, a week and a month are those of the project calendar."""
    if calendar is None:
        return {}
    day = calendar.minutes("day_hr_cnt") or 480
    week = calendar.minutes("week_hr_cnt") or day * 5
    month = calendar.minutes("month_hr_cnt") or day * 20
    day = max(1, min(1440, day))
    return {
        "minutes_per_day": day,
        "minutes_per_week": max(1, min(10080, week)),
        "days_per_month": max(1, min(31, round(month / day))),
    }


def _currency(tables: Tables, findings: Findings) -> dict[str, Any]:
    """P6 keeps amounts in its base currency, which has the exchange rate 1."""
    rows = [Cells(row, findings, "CURRTYPE") for row in tables.of("CURRTYPE")]
    base = next((row for row in rows if row.number("base_exch_rate") == 1), rows[0] if rows else None)
    code = base.text("curr_short_name").upper()[:3] if base else ""
    if base is None or len(code) != 3 or not code.isalpha():
        return {}
    digits = base.whole("decimal_digit_cnt", 0, 4)
    return {"currency": code, "currency_digits": 2 if digits is None else digits}
