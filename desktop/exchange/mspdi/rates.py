"""Rates over time, in five tables, and the periods in which a resource is there.

What was read goes back as it was (fractions of a cent included) unless somebody has changed it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.plan import Availability, Rate, Resource
from desktop.exchange.mspdi import values
from desktop.exchange.mspdi.context import Context
from desktop.exchange.mspdi.fields import Fields
from desktop.exchange.mspdi.markup import Node

FIRST = dt.date(1984, 1, 1)
LAST = dt.date(2049, 12, 31)
"""Microsoft Project's first and last day, which stand for "always"."""
_TABLES = {name: code for code, name in values.RATE_TABLES.items()}


def read_rates(row: Fields, context: Context) -> dict[str, Any]:
    """The fields that the tables of rates give; nothing where there are none.

    The rates of the resource itself are those of the day on which the file was written; the first
    of table A hold from the beginning.
    """
    found: dict[str, Any] = {}
    rates: list[Rate] = []
    for group in row.nested("Rates"):
        for element in group.iterfind("Rate"):
            fields = Fields(element, context.findings, row.name)
            if "StandardRate" not in fields and "OvertimeRate" not in fields and "CostPerUse" not in fields:
                continue
            table = fields.code("RateTable", values.RATE_TABLES, "A")
            start = _day(fields, "RatesFrom")
            prices = {
                "standard_rate": context.rate(fields, "StandardRate"),
                "overtime_rate": context.rate(fields, "OvertimeRate"),
                "cost_per_use": context.money(fields, "CostPerUse"),
            }
            if table == "A" and start is None:
                found = dict(prices)
            elif start is not None or any(prices.values()):
                rates.append(
                    Rate(
                        table=table, start=start, standard_rate=prices["standard_rate"],
                        overtime_rate=prices["overtime_rate"], cost_per_use=prices["cost_per_use"],
                    )
                )  # fmt: skip
    return found | ({"rates": tuple(rates)} if rates else {})


def read_availability(row: Fields, context: Context) -> tuple[Availability, ...]:
    """Periods; the only one without ends says no more than the units of the resource."""
    made = []
    for group in row.nested("AvailabilityPeriods"):
        for element in group.iterfind("AvailabilityPeriod"):
            fields = Fields(element, context.findings, row.name)
            start, finish = _day(fields, "AvailableFrom"), _day(fields, "AvailableTo")
            if start is not None or finish is not None:
                units = max(0, min(1_000_000, fields.whole("AvailableUnits", values.read_share, 100) or 0))
                made.append(Availability(start=start, finish=finish, units=units))
    return tuple(made)


def _day(fields: Fields, tag: str) -> dt.date | None:
    moment = fields.moment(tag)
    if moment is None or moment.date() <= FIRST or moment.date() >= LAST:
        return None
    return moment.date()


def fingerprint(resource: Resource) -> list[Any]:
    """What the elements of the file go with, to know whether it was changed."""
    own = [resource.standard_rate, resource.overtime_rate, resource.cost_per_use]
    rates = [
        [one.table, str(one.start), one.standard_rate, one.overtime_rate, one.cost_per_use] for one in resource.rates
    ]
    return [*own, rates, [[str(one.start), str(one.finish), one.units] for one in resource.availability]]


def rate_nodes(resource: Resource, digits: int) -> list[Node]:
    """A Rates element, where there is more than the rates of the resource itself."""
    if not resource.rates:
        return []
    base = Rate(
        table="A", start=None, standard_rate=resource.standard_rate, overtime_rate=resource.overtime_rate,
        cost_per_use=resource.cost_per_use,
    )  # fmt: skip
    rates = [base, *resource.rates]
    if any(one.table == "A" and one.start is None for one in resource.rates):
        rates = rates[1:]
    rates.sort(key=lambda one: (one.table, one.start or FIRST))
    made: list[Node] = []
    for index, one in enumerate(rates):
        after = rates[index + 1] if index + 1 < len(rates) else None
        until = (after.start or LAST) if after is not None and after.table == one.table else LAST
        made.append(("Rate", [
            ("RatesFrom", _text(one.start or FIRST)),
            ("RatesTo", _text(until)),
            ("RateTable", _TABLES[one.table]),
            ("StandardRate", values.rate_text(one.standard_rate or 0, digits)),
            ("StandardRateFormat", "8" if resource.kind == "material" else "2"),
            ("OvertimeRate", values.rate_text(one.overtime_rate or 0, digits)),
            ("OvertimeRateFormat", "2"),
            ("CostPerUse", values.money_text(one.cost_per_use or 0, digits)),
        ]))  # fmt: skip
    return [("Rates", made)]


def availability_nodes(resource: Resource) -> list[Node]:
    """An AvailabilityPeriods element."""
    if not resource.availability:
        return []
    periods: list[Node] = [
        ("AvailabilityPeriod", [
            ("AvailableFrom", _text(one.start or FIRST)),
            ("AvailableTo", _text(one.finish or LAST)),
            ("AvailableUnits", values.share_text(one.units)),
        ])
        for one in resource.availability
    ]  # fmt: skip
    return [("AvailabilityPeriods", periods)]


def _text(day: dt.date) -> str:
    return values.moment_text(dt.datetime.combine(day, dt.time()))
