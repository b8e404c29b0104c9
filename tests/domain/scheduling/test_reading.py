"""Reading all rows in one go gives what reading them one by one gives, whatever field is filled in."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given

from desktop.domain.plan import Split, Task
from desktop.domain.record import Kind, Spec
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.reading import TaskReader
from tests.domain.scheduling.building import at, link, project, task
from tests.domain.scheduling.random_plans import examples, plans

LISTS = ("kind", "duration", "span", "tail", "clock", "place", "back", "floor", "cap", "facts", "late_rows")


def read(net: Network) -> dict[str, list[Any]]:
    """What a reader fills in."""
    return {name: list(getattr(net, name)) for name in (*LISTS, "task_warnings")}


def values(spec: Spec) -> list[Any]:
    """Some that the field does not have by itself."""
    if spec.kind is Kind.CHOICE and spec.choices is not None:
        return [code for code in spec.choices if code != spec.default]
    if spec.name == "splits":
        return [tuple(Split(start=at(f"{day} 08:00"), finish=at(f"{day} 12:00")) for day in ("06-01", "06-03"))]
    found: dict[Kind, list[Any]] = {
        Kind.FLAG: [not spec.default],
        Kind.MOMENT: [at("05-20 08:00"), at("06-03 09:00"), at("08-03 17:00"), dt.datetime(9000, 1, 1)],
        Kind.MINUTES: [-480, 0, 1, 480, 1 << 40],
        Kind.INTEGER: [1],
        Kind.PERCENT: [-5, 1, 100, 105],
        Kind.TEXT: ["text"],
        Kind.LONG_TEXT: ["text"],
    }
    return found.get(spec.kind, [])


@pytest.mark.parametrize(
    "field", [name for name in Task.info.specs if name not in ("number", "rank", "parent", "name")]
)
def test_any_field_makes_a_row_special_that_counts(field: str) -> None:
    """A field that the scheduler comes to read one day is tried here by itself."""
    beside = {"constraint": "snet"} if field == "constraint_date" else {}
    beside |= {"actual_start": at("06-01 08:00")} if field in ("remaining_duration", "stop", "resume") else {}
    beside |= {"mode": "manual"} if field.startswith("manual_") else {}
    for value in values(Task.info.specs[field]):
        changed: dict[str, Any] = beside | {field: value}
        whole = project(
            task("sum"), task("A", 2, parent="sum", **changed), task("B", 3, parent="sum"),
            task("C", 2, **changed), task("D", 0), link("A>C"), link("B FF C"),
        )  # fmt: skip
        net = Network(whole)
        together = read(net)
        TaskReader(net).read(range(net.rows.count))
        assert read(net) == together, (field, value)


@examples
@given(plans())
def test_any_plan_is_read_alike(whole):
    net = schedule(whole).network
    together = read(net)
    TaskReader(net).read(range(net.rows.count))
    alone = read(net)
    # Crews are put together for each reading: what they do is compared by the tests of incremental schedules.
    for row in net.crews:
        together["place"][row] = together["back"][row] = alone["place"][row] = alone["back"][row] = None
    assert alone == together
