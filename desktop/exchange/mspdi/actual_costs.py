"""Actual costs: entered by somebody, or reckoned from work that was done.

What Project reckoned we reckon again: taken as entered it would stand still while the work goes on. So an actual
cost counts as entered only where it is not what work and rates come to.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from desktop.domain.costing.rates import has_price
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.scheduling.crew import WORKING
from desktop.domain.shares import WHOLE, share_of
from desktop.exchange.mspdi import values

EDITABLE = "EditableActualCosts"
"""Says whether people may enter actual costs; Project reckons them otherwise, which programs do not always keep to."""


def are_editable(root: Element) -> bool:
    """Whether the file says that actual costs may be entered."""
    try:
        return values.read_flag(root.findtext(EDITABLE) or "0")
    except ValueError:
        return False


def settled(
    tasks: Iterable[Task], assignments: Iterable[Assignment], resources: Iterable[Resource], *, editable: bool
) -> tuple[list[Task], list[Assignment]]:
    """Tasks and assignments, as read, without the actual costs that follow from others."""
    by_id = {one.id: one for one in resources}
    items = list(assignments)
    of_task: dict[str, list[int]] = {}
    for at, item in enumerate(items):
        of_task.setdefault(item.task, []).append(at)
    made = []
    for task in tasks:
        places = of_task.get(task.id, ())
        kept = task
        if task.actual_cost is not None or any(items[at].actual_cost is not None for at in places):
            group = [(items[at], by_id[items[at].resource]) for at in places]
            of_items, whole = _settle(task, group, editable)
            for at, cost in zip(places, of_items, strict=True):
                items[at] = items[at].replace(actual_cost=cost)
            kept = task.replace(actual_cost=whole)
        made.append(kept)
    return made, items


def _settle(
    task: Task, group: list[tuple[Assignment, Resource]], editable: bool
) -> tuple[list[int | None], int | None]:
    """(actual costs of the assignments of ``task``, actual cost of the task as a whole), None where reckoned."""
    fixed = _accrued(task, task.fixed_cost or 0, task.fixed_cost_accrual)
    noted = sum(item.actual_cost or 0 for item, _ in group)
    near = 2 + len(group) + (task.fixed_cost or 0) // 100
    if task.actual_cost is not None and abs(task.actual_cost - noted - fixed) > near:
        # The parts do not make the whole: the file tells no more than the sum.
        parts = [None if has_price(one) or one.kind == "cost" else item.actual_cost for item, one in group]
        return parts, task.actual_cost
    return [_entered(task, item, resource, editable) for item, resource in group], None


def _entered(task: Task, item: Assignment, resource: Resource, editable: bool) -> int | None:
    if not (has_price(resource) or resource.kind == "cost"):
        return item.actual_cost
    noted = item.actual_cost or 0
    if resource.kind == "cost":
        reckoned, near = _accrued(task, item.cost or 0, resource.accrual), 2 + (item.cost or 0) // 100
    elif resource.rates or item.rate_table != "A":
        return item.actual_cost if editable else None  # it depends on when the work was done
    else:
        # Work is read to the minute.
        reckoned, near = _by_rate(task, item, resource), 2 + max(_rates(resource)) // 60
    return None if abs(noted - reckoned) <= near else noted


def _rates(resource: Resource) -> tuple[int, int]:
    return resource.standard_rate or 0, resource.overtime_rate or 0


def _by_rate(task: Task, item: Assignment, resource: Resource) -> int:
    """What the work that was done costs, at rates that do not change."""
    done = (item.actual_work or 0, item.actual_overtime_work or 0)
    if resource.accrual != "prorated":
        done = (item.work or 0, item.overtime_work or 0)
    standard, overtime = _rates(resource)
    cost = ((done[0] - done[1]) * standard + done[1] * overtime) // 60
    share = share_of(item) if resource.kind in WORKING else WHOLE
    cost += (resource.cost_per_use or 0) * share // WHOLE
    if resource.accrual == "end":
        return cost if _is_done(task) else 0
    return cost if item.actual_work or task.actual_start is not None else 0


def _accrued(task: Task, amount: int, accrual: str) -> int:
    """What of a sum has fallen due."""
    if accrual == "end":
        return amount if _is_done(task) else 0
    if accrual == "start":
        return amount if task.actual_start is not None else 0
    return amount * task.percent_complete // 100


def _is_done(task: Task) -> bool:
    return task.actual_finish is not None or task.percent_complete >= 100
