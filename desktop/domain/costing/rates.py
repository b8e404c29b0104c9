"""What an hour of a resource costs on a day: five tables of rates that change with time."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desktop.domain.plan import Resource
from desktop.domain.scheduling.clock import day_start


class Price(NamedTuple):
    """Rates from a moment on, in minor units; for material ``standard`` is the price of one unit."""

    start: int
    standard: int
    overtime: int
    per_use: int


def has_price(resource: Resource) -> bool:
    """Whether work of ``resource``, or its use, costs what rates say."""
    return bool(resource.standard_rate or resource.overtime_rate or resource.cost_per_use or resource.rates)


def prices_of(resource: Resource, table: str) -> list[Price]:
    """The rates of one table in the order of time, the first from the beginning; a table without any costs nothing."""
    found: dict[dt.date | None, Price] = {None: Price(0, 0, 0, 0)}
    if table == "A":
        found[None] = _price(resource, None)
    for rate in resource.rates:
        if rate.table == table:
            found[rate.start] = Price(
                _minute(rate.start), rate.standard_rate or 0, rate.overtime_rate or 0, rate.cost_per_use or 0
            )
    return sorted(found.values())


def _price(resource: Resource, start: dt.date | None) -> Price:
    return Price(_minute(start), resource.standard_rate or 0, resource.overtime_rate or 0, resource.cost_per_use or 0)


def _minute(day: dt.date | None) -> int:
    return 0 if day is None else day_start(day)
