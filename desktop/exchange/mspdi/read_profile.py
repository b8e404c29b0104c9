"""The project itself, from the head of an MSPDI file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from desktop.domain.imports import APPROXIMATED, KEPT, Findings
from desktop.domain.plan import ProjectProfile
from desktop.exchange.incoming import NO_START
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.wbs_masks import wbs_mask
from desktop.i18n import N_, tr

KNOWN = frozenset(
    {
        "Title", "ScheduleFromStart", "StartDate", "FinishDate", "CriticalSlackLimit", "CurrencyDigits", "CurrencyCode",
        "CalendarUID", "MinutesPerDay", "MinutesPerWeek", "DaysPerMonth", "HonorConstraints", "StatusDate",
        "MultipleCriticalPaths", "Calendars", "Tasks", "Resources", "Assignments",
    }
)  # fmt: skip
DERIVED = frozenset({"CurrentDate", "LastSaved", "SaveVersion", "ExtendedCreationDate"})
USUAL = {
    "FYStartDate": "1", "CurrencySymbolPosition": "0", "DefaultStartTime": "08:00:00", "DefaultFinishTime": "17:00:00",
    "DefaultTaskType": "0", "DefaultFixedCostAccrual": "3", "DefaultStandardRate": "0", "DefaultOvertimeRate": "0",
    "DurationFormat": "7", "WorkFormat": "2", "EditableActualCosts": "0", "EarnedValueMethod": "0",
    "InsertedProjectsLikeSummary": "0", "NewTasksEffortDriven": "0",
    "NewTasksEstimated": "1", "SplitsInProgressTasks": "1", "SpreadActualCost": "0", "SpreadPercentComplete": "0",
    "TaskUpdatesResource": "1", "FiscalYearStart": "0", "WeekStartDay": "1", "MoveCompletedEndsBack": "0",
    "MoveRemainingStartsBack": "0", "MoveRemainingStartsForward": "0", "MoveCompletedEndsForward": "0",
    "BaselineForEarnedValue": "0", "AutoAddNewResourcesAndTasks": "1", "MicrosoftProjectServerURL": "1",
    "Autolink": "0", "NewTaskStartDate": "0", "NewTasksAreManual": "0", "DefaultTaskEVMethod": "0",
    "ProjectExternallyEdited": "0", "ActualsInSync": "0", "RemoveFileProperties": "0", "AdminProject": "0",
}  # fmt: skip
"""What Project assumes for a new plan."""
SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "CNY", "￥": "CNY", "元": "CNY", "р.": "RUB", "₽": "RUB"}
STRUCTURES = {
    "ExtendedAttributes": N_("Custom fields: {n}"),
    "OutlineCodes": N_("Outline codes: {n}"),
    "WBSMasks": N_("Patterns of WBS codes: {n}"),
}
"""Parts of the file that we keep whole, with what to say of them."""

NO_CURRENCY = N_("The file does not name its currency; it is taken from the symbol.")
STATUS_TIME = N_("The status date is kept without its time of day.")


def read_profile(root: Element, findings: Findings, make_id: Callable[[], str], file_name: str) -> ProjectProfile:
    """The profile, still without a calendar. A plan from Project follows Project's rules."""
    row = Fields(root, findings, tr("Project"))
    made = ProjectProfile(
        id=make_id(),
        name=_name(row, file_name),
        start=row.moment("StartDate") or _earliest(row, findings),
        minutes_per_day=row.number("MinutesPerDay", 480, 1, 1440),
        minutes_per_week=row.number("MinutesPerWeek", 2400, 1, 10080),
        days_per_month=row.number("DaysPerMonth", 20, 1, 31),
        constraint_rule="pinned" if row.flag("HonorConstraints", default=True) else "soft",
        progress_rule="as_planned",
        lag_calendar="successor",
        critical_rule="each_path" if row.flag("MultipleCriticalPaths") else "total_float",
        status_date=_status_date(row, findings),
        source=file_name,
        **wbs_mask(root),
        **_direction(row),
        **_currency(row, findings),
    )
    limit = row.number("CriticalSlackLimit", 0, -10_000, 10_000) * made.minutes_per_day
    return made.replace(critical_limit=limit, foreign=_foreign(row, findings, made.currency))


def _name(row: Fields, file_name: str) -> str:
    whole = row.element.find("Tasks/Task")
    named = whole.findtext("Name", "") if whole is not None and whole.findtext("UID", "").strip() == "0" else ""
    stem = re.sub(r"\.(xml|mpp)$", "", row.text("Name") or file_name, flags=re.IGNORECASE)
    return row.text("Title") or " ".join(named.split()) or stem or tr("Project")


def _earliest(row: Fields, findings: Findings) -> dt.datetime:
    found = []
    for text in (item.text for item in row.element.iterfind("Tasks/Task/Start")):
        try:
            found.append(values.read_moment(text or ""))
        except ValueError:
            continue
    findings.note(APPROXIMATED, NO_START)
    made = min(found, default=None) or row.moment("CreationDate")
    return made or dt.datetime.combine(dt.date.today(), dt.time(8))


def _direction(row: Fields) -> dict[str, Any]:
    """Scheduling backwards needs the finish; forwards it is computed."""
    if row.flag("ScheduleFromStart", default=True):
        return {"schedule_from": "start"}
    return {"schedule_from": "finish", "finish": row.moment("FinishDate")}


def _status_date(row: Fields, findings: Findings) -> dt.date | None:
    moment = row.moment("StatusDate")
    if moment is not None and moment.time() not in (dt.time(0), dt.time(17)):
        findings.note(APPROXIMATED, STATUS_TIME)
    return moment.date() if moment else None


def _currency(row: Fields, findings: Findings) -> dict[str, Any]:
    code = row.text("CurrencyCode").upper()
    if not code:
        code = SYMBOLS.get(row.text("CurrencySymbol"), "CNY")
        findings.note(APPROXIMATED, NO_CURRENCY)
    return {"currency": code[:3], "currency_digits": row.number("CurrencyDigits", 2, 0, 4)}


def _foreign(row: Fields, findings: Findings, currency: str) -> str:
    for tag, sentence in STRUCTURES.items():
        element = row.element.find(tag)
        if element is not None and len(element):
            items = [item.findtext("Alias", "") or item.findtext("FieldName", "") for item in element]
            for item in items:
                findings.note(KEPT, sentence, item)
    moments = {tag: row.raw(tag) for tag in ("StatusDate",) if tag in row}
    return foreign.to_text(
        keep=foreign.keep(row.element, USUAL, KNOWN | DERIVED),
        exact=row.rounded | moments,
        currency=currency,
    )
