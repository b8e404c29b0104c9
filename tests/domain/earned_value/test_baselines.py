"""What a baseline keeps of each task, and how planned value follows from it; money in cents, by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.baselines import baseline_named, captured
from desktop.domain.costing.task_work import WorkOfTasks
from desktop.domain.earned_value import performance
from desktop.domain.plan import Assignment, Baseline, BaselineTask, Rate, Resource
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, link, project, task


def plan(*records: Any, **profile: Any) -> Project:
    return project(calendar("office"), *records, calendar="office", **profile)


def li(identity: str = "Li", rate: int = 100_00, **fields: Any) -> Resource:
    return Resource(id=identity, name=identity, **{"standard_rate": rate} | fields)


def on(task_id: str, days: float, resource: str = "Li", **fields: Any) -> Assignment:
    return Assignment(id=f"{task_id}{resource}", task=task_id, resource=resource, work=round(days * DAY), **fields)


def with_baseline(made: Project) -> Project:
    rows = captured(made, schedule(made))
    made.put("baseline", "bl", Baseline(id="bl", number=1, name="Agreed", tasks=rows))
    return made


def kept(made: Project) -> dict[str, BaselineTask]:
    return {row.task or "": row for row in captured(made, schedule(made))}


def planned(made: Project, day: int) -> float:
    """Planned value through a day of June."""
    dates = schedule(made)
    found = performance(made, dates, dt.date(2026, 6, day))
    assert found is not None
    return found.of().pv


def test_cost_and_work_of_tasks_and_of_summaries() -> None:
    """A: 16 h at 100; B: a fixed cost of 70; S has 5 of its own on top of both."""
    found = kept(
        plan(
            task("S", 0, fixed_cost=5_00), task("A", 2, parent="S"), task("B", 1, parent="S", fixed_cost=70_00),
            li(), on("A", 2),
        )
    )  # fmt: skip
    assert {key: (row.cost, row.work) for key, row in found.items()} == {
        "S": (1675_00, 2 * DAY), "A": (1600_00, 2 * DAY), "B": (70_00, None),
    }  # fmt: skip
    assert {key: row.name for key, row in found.items()} == {"S": "S", "A": "A", "B": "B"}
    assert (found["A"].spread, found["B"].spread) == ("", "")


def test_work_of_one_task_is_what_it_is_among_all() -> None:
    """A: 16 h, half of them done; B: nobody; C: 8 h, inactive; D: 8 h. S holds A and T, and T holds B, C and D."""
    made = plan(
        task("S", 0), task("A", 2, parent="S", percent_complete=50), task("T", 0, parent="S"), task("B", 1, parent="T"),
        task("C", 1, parent="T", active=False), task("D", 1, parent="T"), li(), on("A", 2), on("C", 1), on("D", 1),
    )  # fmt: skip
    dates = schedule(made)
    wanted = {"S": (3 * DAY, DAY), "A": (2 * DAY, DAY), "T": (DAY, 0), "B": (0, 0), "C": (0, 0), "D": (DAY, 0)}
    for first in wanted:
        work = WorkOfTasks(made, dates)
        for name in (first, *wanted):
            found = work.of(dates.row[name])
            assert (found.total, found.actual) == wanted[name], (first, name)


def test_planned_value_of_an_even_cost() -> None:
    made = with_baseline(plan(task("A", 4), li(), on("A", 4)))
    assert [planned(made, day) for day in (1, 2, 3, 4, 5)] == [800_00, 1600_00, 2400_00, 3200_00, 3200_00]


@pytest.mark.parametrize(
    ("accrual", "by_day"), [("start", [101, 101]), ("prorated", [50, 101]), ("end", [0, 101])]
)
def test_planned_value_falls_due_as_the_cost_did(accrual: str, by_day: list[int]) -> None:
    made = with_baseline(plan(task("A", 2, fixed_cost=101, fixed_cost_accrual=accrual)))
    assert [planned(made, day) for day in (1, 2)] == by_day


def test_planned_value_knows_rates_and_who_works_when() -> None:
    """Li works on Monday at 100, Wang on Tuesday at 150, and Li's rate doubles for the third day."""
    rates = (Rate(start=dt.date(2026, 6, 3), standard_rate=200_00),)
    made = with_baseline(
        plan(
            task("A", 2), task("B", 2), link("A>B"), li(rates=rates), li("Wang", 150_00), on("A", 1),
            on("A", 1, "Wang", delay=DAY), on("B", 2),
        )
    )  # fmt: skip
    assert [planned(made, day) for day in (1, 2, 3, 4)] == [800_00, 2000_00, 3600_00, 5200_00]


def test_the_cost_of_a_summary_of_its_own_is_planned_over_its_time() -> None:
    made = with_baseline(plan(task("S", 0, fixed_cost=10_00), task("A", 2, parent="S", fixed_cost=4_00)))
    found = performance(made, schedule(made), dt.date(2026, 6, 1))
    assert found is not None
    assert (found.of("S").bac, found.of().bac, found.of("A").bac) == (14_00, 14_00, 4_00)
    assert (found.of("S").pv, found.of("A").pv) == (7_00, 2_00)


def test_a_task_that_was_broken_down_since_keeps_its_budget() -> None:
    """A was agreed at 16 h of 100; now it is a summary of two new tasks, the first of which is finished."""
    made = with_baseline(plan(task("A", 2), li(), on("A", 2)))
    done = {"percent_complete": 100, "actual_start": at("06-01 08:00"), "actual_finish": at("06-01 17:00")}
    made.put("task", "B", task("B", 1, parent="A", rank=1, **done))
    made.put("task", "C", task("C", 1, parent="A", rank=2))
    found = performance(made, schedule(made), dt.date(2026, 6, 1))
    assert found is not None
    assert (found.of().bac, found.of().ev, list(found.unplanned)) == (1600_00, 800_00, ["B", "C"])


def test_progress_is_part_of_the_cost_that_is_kept() -> None:
    """Half done for 1000 instead of 800: the plan costs 1800 now, and that is agreed."""
    half = task("A", 2, percent_complete=50, actual_start=at("06-01 08:00"))
    assert kept(plan(half, li(), on("A", 2, actual_cost=1000_00)))["A"].cost == 1800_00


def test_a_spread_that_is_none_of_ours_is_passed_over() -> None:
    row = BaselineTask(task="A", start=at("06-01 08:00"), finish=at("06-02 17:00"), duration=2 * DAY, cost=100)
    for text in ("rubbish", "0=0", "600=0 0=100", "0=0 x=9", "0=0 60=9", "0=0 9" * 9, "0=0 1=" + "9" * 99):
        row_as_told = BaselineTask(
            task="A", start=row.start, finish=row.finish, duration=row.duration, cost=row.cost, spread=text
        )
        made = plan(task("A", 2), Baseline(id="bl", number=1, name="Agreed", tasks=(row_as_told,)))
        assert planned(made, 1) == 50


def test_which_baseline_is_meant() -> None:
    made = plan(task("A"), *(Baseline(id=f"b{n}", number=n, name=name) for n, name in ((1, "Bid"), (2, "Agreed"))))
    assert [baseline_named(made, name).id for name in ("", "bid", "BL-001", " Agreed ")] == ["b2", "b1", "b1", "b2"]
    with pytest.raises(Rejected) as refused:
        baseline_named(made, "Third")
    assert (refused.value.code, refused.value.facts["known"]) == ("baseline_unknown", "Agreed, Bid")
    with pytest.raises(Rejected, match="no_baseline"):
        baseline_named(plan(task("A")), "")
