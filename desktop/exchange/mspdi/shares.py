"""Units of assignments: shares of people, and amounts of material, fixed or for as long as a task lasts.

Of material whose use depends on time, Project writes how much goes in an hour of work (Units), and the unit of
time in which people read it (RateScale: 1 is a minute, 2 an hour, as for rates).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from desktop.domain.plan import Assignment, ProjectProfile, Resource, Task
from desktop.domain.shares import PER_CENT, WHOLE, exact_fields, minutes_of, share_of
from desktop.exchange.mspdi import foreign, values
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.markup import Node

SCALES = {"1": "m", "2": "h", "3": "d", "4": "w", "5": "mo", "6": "q", "7": "y"}
USAGE = ("HasFixedRateUnits", "FixedMaterial", "RateScale")
"""Elements that say whether the use of material depends on time."""
_CODES = {unit: code for code, unit in SCALES.items()}
_MOST = 10**15
"""Millionths; more than a milliard of anything is damage."""


def read_units(row: Fields, task: Task, resource: Resource, profile: ProjectProfile) -> dict[str, Any]:
    """The fields for Units, and Work where it follows from the use of material over time."""
    rate = row.value("Units", values.read_number, Decimal(1))
    if resource.kind == "material" and not row.flag("HasFixedRateUnits", default=True):
        per = row.code("RateScale", SCALES, "h")
        minutes, work = minutes_of(per, profile), row.amount("Work")
        used = rate * task.duration  # sixtieths of the unit, which are minutes of work in the file
        if work is None or abs(used - work) <= 1 + used / 200:
            return {**_units(row, rate * minutes / 60), "used_per": per, "work": None}
    return {**_units(row, rate), "work": row.amount("Work")}


def _units(row: Fields, share: Decimal) -> dict[str, Any]:
    exact = max(0, min(_MOST, round(share * WHOLE)))
    if exact % PER_CENT:
        row.rounded["Units"] = row.raw("Units")
    return exact_fields(exact)


def units_text(item: Assignment, parts: Mapping[str, Any], profile: ProjectProfile) -> str:
    """Units as they were read, as long as they mean the same; else as they are here."""
    per = minutes_of(item.used_per, profile)
    share = Decimal(share_of(item)) / WHOLE
    written = foreign.exact(parts).get("Units", "")
    try:
        was = values.read_number(written) * (Decimal(per) / 60 if per else 1)
    except ValueError:
        was = Decimal(-1)
    if round(was * WHOLE) == share_of(item):
        return written
    return values.plain(round(share * 60 / per, 9)) if per else values.plain(share)


def usage_nodes(item: Assignment) -> list[Node]:
    """Elements for material that is used up as long as its task lasts."""
    return [("HasFixedRateUnits", "0"), ("FixedMaterial", "0"), ("RateScale", _CODES[item.used_per])]
