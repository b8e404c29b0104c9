"""What changed since a baseline. Monday to Friday, eight hours; later, longer and dearer are positive."""

from __future__ import annotations

from typing import Any

from desktop.domain.baselines import captured
from desktop.domain.plan import Assignment, Baseline, BaselineTask, CalendarException, Resource
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.variance import (
    ADDED,
    CHANGED,
    COLUMNS,
    REMOVED,
    SAME,
    Comparison,
    Variance,
    compare,
    name_text,
    sentences_of,
)
from desktop.i18n import catalog
from tests.domain.scheduling.building import DAY, at, calendar, link, project, task


def agreed(made: Project, number: int = 1) -> Baseline:
    """Capture ``made`` and keep it there."""
    rows = captured(made, schedule(made))
    found = Baseline(id=f"b{number}", number=number, name=f"B{number}", tasks=rows)
    made.put("baseline", found.id, found)
    return found


def plan(*more: Any) -> Project:
    """S contains A (5 days, Li at 100 an hour) and B (2 days), one after the other from June 1; C beside them."""
    return project(
        calendar("office"), task("S", 0), task("A", 5, parent="S"), task("B", 2, parent="S"), task("C", 1), link("A>B"),
        Resource(id="Li", name="Li", standard_rate=100_00), Assignment(id="x", task="A", resource="Li", work=5 * DAY),
        *more, calendar="office",
    )  # fmt: skip


def compared(made: Project, before: Baseline, after: Baseline | None = None) -> Comparison:
    return compare(made, schedule(made), before, after)


def by_task(found: Comparison) -> dict[str, Variance]:
    return {one.task: one for one in found.tasks}


def days(one: Variance) -> tuple[float | None, ...]:
    return tuple(None if value is None else value / DAY for value in (one.start, one.finish, one.duration, one.work))


def test_nothing_has_changed() -> None:
    made = plan()
    found = compared(made, agreed(made))
    assert {one.kind for one in found.tasks} == {SAME}
    assert [one.task for one in found.tasks] == ["S", "A", "B", "C"]
    assert (found.whole.kind, found.whole.cost, found.whole.before) == (SAME, 0, found.whole.after)


def test_later_longer_and_dearer_are_positive() -> None:
    """A grows from five days to seven, over a weekend: B goes from Monday 8 to Wednesday 10."""
    made = plan()
    before = agreed(made)
    made.put("task", "A", task("A", 7, parent="S", rank=1))
    made.put("assignment", "x", Assignment(id="x", task="A", resource="Li", work=7 * DAY))
    found = compared(made, before)
    rows = by_task(found)
    assert days(rows["A"]) == (0, 2, 2, 2)
    assert days(rows["B"]) == (2, 2, 0, 0)
    assert days(rows["S"]) == (0, 2, 2, 2)
    assert (rows["A"].cost, rows["S"].cost, rows["B"].cost, found.whole.cost) == (1600_00, 1600_00, 0, 1600_00)
    assert days(found.whole) == (0, 2, 2, 2)
    assert [one.task for one in found.later] == ["A", "B"]
    assert [one.task for one in found.of(CHANGED)] == ["A", "B"]
    assert ([one.task for one in found.of(SAME)], found.earlier) == (["C"], ())


def test_earlier_is_negative_by_the_calendar_of_the_task() -> None:
    """C was agreed for Wednesday June 10 and is on Monday the 1st: seven days, or five with two holidays between."""
    row = BaselineTask(task="C", start=at("06-10 08:00"), finish=at("06-10 17:00"), duration=DAY, work=DAY, cost=5)
    before = Baseline(id="b", number=1, name="B", tasks=(row,))
    for holidays, late in (((), -7), ((2, 3), -5)):
        dates = [at(f"06-0{day} 00:00").date() for day in holidays]
        off = [CalendarException(start=date, finish=date) for date in dates]
        own = calendar("own", "08:00-12:00 13:00-17:00", 5, *off)
        made = project(calendar("office"), own, task("C", 1, calendar="own"), before, calendar="office")
        one = by_task(compared(made, before))["C"]
        assert days(one) == (late, late, 0, -1)
        assert one.cost == -5


def test_tasks_come_and_go() -> None:
    made = plan()
    before = agreed(made)
    made.put("dependency", "AFSB", None)
    made.put("task", "B", None)
    made.put("task", "D", task("D", 3, parent="S", rank=9))
    found = compared(made, before)
    assert [(one.task, one.kind) for one in found.tasks] == [
        ("S", CHANGED), ("A", SAME), ("D", ADDED), ("C", SAME), ("B", REMOVED),
    ]  # fmt: skip
    (gone,), (new,) = found.of(REMOVED), found.of(ADDED)
    assert (gone.name, gone.after, days(gone)) == ("B", None, (None, None, None, None))
    assert (new.name, new.before, new.cost) == ("D", None, None)


def test_sums_count_everything_once() -> None:
    """The whole plan of S is deleted: what it cost is counted once, not again for the tasks within it."""
    made = plan(task("E", 1, fixed_cost=7))
    before = agreed(made)
    for key, identity in (("dependency", "AFSB"), ("assignment", "x"), ("task", "A"), ("task", "B"), ("task", "S")):
        made.put(key, identity, None)
    found = compared(made, before)
    assert found.whole.before is not None and found.whole.after is not None
    assert (found.whole.before.cost, found.whole.after.cost, found.whole.cost) == (4000_07, 7, -4000_00)


def test_an_import_that_told_no_levels_is_summed_by_the_present_outline() -> None:
    made = plan()
    span: dict[str, Any] = {"start": at("06-01 08:00"), "finish": at("06-05 17:00")}
    costs = {"S": 30, "A": 20, "B": 10, "C": 1}
    rows = tuple(BaselineTask(task=name, cost=cost, **span) for name, cost in costs.items())
    found = compared(made, Baseline(id="b", number=1, name="B", tasks=rows)).whole
    assert found.before is not None and found.before.cost == 31


def test_two_baselines() -> None:
    made = plan()
    first = agreed(made)
    made.put("task", "C", task("C", 3, rank=9))
    second = agreed(made, 2)
    made.put("task", "C", task("C", 9, rank=9))
    found = compared(made, first, second)
    assert days(by_task(found)["C"]) == (0, 2, 2, 0)
    assert days(by_task(compared(made, second, first))["C"]) == (0, -2, -2, 0)
    assert days(by_task(compared(made, second))["C"]) == (0, 6, 6, 0)


def test_a_row_without_dates_says_nothing_about_them() -> None:
    made = plan()
    one = by_task(compared(made, Baseline(id="b", number=1, name="B", tasks=(BaselineTask(task="C", work=60),))))["C"]
    assert (one.start, one.finish, one.work) == (None, None, -60)
    assert compared(made, Baseline(id="b", number=1, name="B", tasks=())).whole.kind == ADDED


def test_what_changed_in_sentences() -> None:
    made = plan()
    before = agreed(made)
    made.put("task", "A", task("A", 7, parent="S", rank=1))
    made.put("assignment", "x", Assignment(id="x", task="A", resource="Li", work=7 * DAY))
    made.put("task", "D", task("D", 1, rank=9))
    profile = made.profile
    assert sentences_of(compared(made, before), profile, catalog("en")) == [
        "The plan finishes on 2026-06-11, 2d later than in “B1” (2026-06-09).",
        "Tasks finishing later: 2, added: 1.",
        "The plan costs 1,600.00 CNY more.",
        "It takes 16h more work.",
    ]
    assert sentences_of(compared(made, before), profile, catalog("zh_CN"))[:2] == [
        "计划于 2026-06-11 完成，比“B1”（2026-06-09）晚 2 天。", "任务：完成推迟 2 项、新增 1 项。",
    ]  # fmt: skip
    told = sentences_of(compared(made, agreed(made, 2)), profile, catalog("en"))
    assert told == ["The plan finishes on 2026-06-11, as in “B2”."]


def test_columns_of_the_table() -> None:
    made = plan()
    before = agreed(made)
    made.put("task", "A", task("A", 4, parent="S", rank=1, fixed_cost=50))
    made.put("task", "C", None)
    found = by_task(compared(made, before))
    texts = {column.key: column.text(found["A"], made.profile, catalog("en")) for column in COLUMNS}
    assert texts == {
        "kind": "Changed", "baseline_start": "2026-06-01 08:00", "now_start": "2026-06-01 08:00", "start": "0d",
        "baseline_finish": "2026-06-05 17:00", "now_finish": "2026-06-04 17:00", "finish": "-1d", "duration": "-1d",
        "work": "0h", "cost": "+0.50",
    }  # fmt: skip
    gone = {column.key: column.text(found["C"], made.profile, catalog("en")) for column in COLUMNS}
    assert (gone["kind"], gone["now_finish"], gone["finish"]) == ("Removed", "", "")
    assert [name_text(Variance("x", "", None, None), catalog(language)) for language in ("en", "zh_CN")] == [
        "Deleted task", "已删除的任务",
    ]  # fmt: skip


def test_a_baseline_with_dates_alone_says_nothing_of_cost_and_work() -> None:
    made = plan()
    row = BaselineTask(task="A", start=at("06-01 08:00"), finish=at("06-05 17:00"), duration=5 * DAY)
    one = by_task(compared(made, Baseline(id="b", number=1, name="B", tasks=(row,))))["A"]
    assert (one.kind, one.work, one.cost) == (SAME, None, None)


def test_neither_side_needs_to_tell_cost_and_work() -> None:
    """The newer baseline of another program has dates alone: that the plan costs nothing now is not said."""
    made = plan()
    row = BaselineTask(task="A", start=at("06-01 08:00"), finish=at("06-08 17:00"), duration=6 * DAY)
    found = compared(made, agreed(made), Baseline(id="b", number=2, name="B", tasks=(row,)))
    one = by_task(found)["A"]
    assert (one.kind, one.finish, one.work, one.cost) == (CHANGED, DAY, None, None)
    assert (found.whole.work, found.whole.cost) == (None, None)
