"""Actual costs: entered by somebody, or reckoned from work that was done.

Project reckons them unless the plan says that they can be edited (``EditableActualCosts``). What it has reckoned
we reckon again: taken as entered it would stand still while the work goes on.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from desktop.domain.plan import Assignment, Resource, Task
from desktop.exchange.mspdi import values

EDITABLE = "EditableActualCosts"


def are_entered(root: Element) -> bool:
    """Whether the file says that actual costs are entered."""
    try:
        return values.read_flag(root.findtext(EDITABLE) or "0")
    except ValueError:
        return False


def has_price(resource: Resource) -> bool:
    """Whether work of ``resource``, or its use, costs what rates say."""
    return bool(resource.standard_rate or resource.overtime_rate or resource.cost_per_use or resource.rates)


def without_reckoned(
    tasks: Iterable[Task], assignments: Iterable[Assignment], resources: Iterable[Resource]
) -> list[Task]:
    """``tasks`` without the actual costs that follow from rates, fixed costs and cost resources."""
    priced = {one.id for one in resources if has_price(one) or one.kind == "cost"}
    explained = {one.task for one in assignments if one.resource in priced}
    return [
        task.replace(actual_cost=None)
        if task.actual_cost is not None and (task.fixed_cost or task.id in explained)
        else task
        for task in tasks
    ]
