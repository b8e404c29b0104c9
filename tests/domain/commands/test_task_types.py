"""Microsoft Project's table of task types: what follows when units, duration or work change.

A is four days of Li, 32 hours. The table ("How task types change your schedule", Microsoft support):

fixed units: units change the duration, the duration changes work, work changes the duration;
fixed work: units change the duration, the duration changes units, work changes the duration;
fixed duration: units change work, the duration changes work, work changes units.
"""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.commands.plan import AssignResources, SetDuration
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.resource_names import Share
from desktop.domain.session import Session
from tests.domain.scheduling.building import DAY, at, calendar, project, task

HOUR = 60
UNITS, WORK, DURATION = "fixed_units", "fixed_work", "fixed_duration"


def session(task_type: str, *more: Assignment, days: float = 4, **fields: Any) -> Session:
    """A task of Li's work, beside others that are given."""
    items = [Assignment(id="li", task="A", resource="Li", work=round(days * DAY)), *more]
    total = sum(one.work or 0 for one in items if one.resource != "steel")
    people = [Resource(id=name, name=name) for name in ("Li", "Wang", "Anna")]
    return Session(
        project(
            calendar("office"), *people, Resource(id="steel", name="steel", kind="material"),
            task("A", days, task_type=task_type, work=total, **fields), *items, calendar="office",
        )
    )  # fmt: skip


def facts(opened: Session) -> tuple[float, dict[str, tuple[float, int]]]:
    """(days, hours of work and units by resource); the work of the task is their sum."""
    found = opened.project.table(Assignment).values()
    whole = opened.project.get(Task, "A")
    assert whole.work == sum(one.work or 0 for one in found if one.resource != "steel")
    return whole.duration / DAY, {one.resource: ((one.work or 0) / HOUR, one.units) for one in found}


def team(*shares: tuple[str, int]) -> AssignResources:
    return AssignResources("A", tuple(Share(name, units, name) for name, units in shares))


@pytest.mark.parametrize(
    ("task_type", "change", "days", "hours", "units"),
    [
        (UNITS, "units", 8, 32, 50),
        (UNITS, "duration", 2, 16, 100),
        (UNITS, "work", 6, 48, 100),
        (WORK, "units", 8, 32, 50),
        (WORK, "duration", 2, 32, 200),
        (WORK, "work", 6, 48, 100),
        (DURATION, "units", 4, 16, 50),
        (DURATION, "duration", 2, 16, 100),
        (DURATION, "work", 4, 48, 150),
    ],
)
def test_the_table(task_type: str, change: str, days: float, hours: float, units: int) -> None:
    """Half the units, half the duration, or half as much work again."""
    commands = {
        "units": [team(("Li", 50)), SetFields("assignment", ("li",), {"units": 50})],
        "duration": [SetDuration(("A",), 2 * DAY), SetFields("task", ("A",), {"duration": 2 * DAY})],
        "work": [
            SetFields("task", ("A",), {"work": 48 * HOUR}), SetFields("assignment", ("li",), {"work": 48 * HOUR})
        ],
    }[change]  # fmt: skip
    for command in commands:
        opened = session(task_type)
        before = opened.project.get(Task, "A"), opened.project.get(Assignment, "li")
        opened.execute(command)
        assert facts(opened) == (days, {"Li": (hours, units)}), command
        opened.undo()
        assert (opened.project.get(Task, "A"), opened.project.get(Assignment, "li")) == before


@pytest.mark.parametrize(
    ("task_type", "days", "hours", "units"),
    [(UNITS, 2, 16, 100), (WORK, 2, 16, 100), (DURATION, 4, 16, 50)],
)
def test_effort_that_drives_is_shared_by_who_joins(task_type: str, days: float, hours: float, units: int) -> None:
    opened = session(task_type, effort_driven=True)
    opened.execute(team(("Li", 100), ("Wang", 100)))
    assert facts(opened) == (days, {"Li": (hours, units), "Wang": (hours, units)})


def test_work_is_shared_by_the_units() -> None:
    # 32 h of 100 % and 300 % together are one day.
    opened = session(UNITS, effort_driven=True)
    opened.execute(team(("Li", 100), ("Wang", 300)))
    assert facts(opened) == (1, {"Li": (8, 100), "Wang": (24, 300)})


@pytest.mark.parametrize(
    ("task_type", "days", "units"), [(UNITS, 8, 100), (WORK, 8, 100), (DURATION, 4, 200)]
)  # fmt: skip
def test_who_leaves_leaves_the_work_to_the_others(task_type: str, days: float, units: int) -> None:
    opened = session(task_type, Assignment(id="w", task="A", resource="Wang", work=4 * DAY), effort_driven=True)
    opened.execute(team(("Li", 100)))
    assert facts(opened) == (days, {"Li": (64, units)})


@pytest.mark.parametrize("task_type", [UNITS, DURATION])
def test_without_effort_who_joins_brings_work_and_who_leaves_takes_it_away(task_type: str) -> None:
    opened = session(task_type)
    opened.execute(team(("Li", 100), ("Wang", 50)))
    assert facts(opened) == (4, {"Li": (32, 100), "Wang": (16, 50)})
    opened.execute(team(("Wang", 50)))
    assert facts(opened) == (4, {"Wang": (16, 50)})


def test_fixed_work_is_always_driven_by_effort() -> None:
    opened = session(WORK, effort_driven=False)
    opened.execute(team(("Li", 100), ("Wang", 100)))
    assert facts(opened)[0] == 2


def test_the_longest_work_sets_the_duration() -> None:
    # Wang has 16 h: without Li (32 h) the task is two days long.
    opened = session(UNITS, Assignment(id="w", task="A", resource="Wang", work=2 * DAY))
    opened.execute(SetFields("assignment", ("w",), {"work": 6 * DAY}))
    assert facts(opened)[0] == 6
    opened.execute(team(("Li", 100)))
    assert facts(opened)[0] == 4


def test_what_was_done_stays_done() -> None:
    # Two of four days are done. A second one shares the other 16 hours: one more day.
    begun = {"actual_start": at("06-01 08:00"), "percent_complete": 50}
    opened = session(UNITS, effort_driven=True, **begun)
    opened.execute(SetFields("assignment", ("li",), {"actual_work": 16 * HOUR}))
    opened.execute(team(("Li", 100), ("Wang", 100)))
    assert facts(opened) == (3, {"Li": (24, 100), "Wang": (8, 100)})
    changed = opened.project.get(Task, "A")
    assert (changed.remaining_duration, changed.percent_complete) == (DAY, 67)
    assert opened.schedule.of("A").finish == at("06-03 17:00")
    # A longer duration is more of what is left: two days done, four to go, with twice eight hours a day.
    opened.execute(SetDuration(("A",), 6 * DAY))
    assert facts(opened) == (6, {"Li": (48, 100), "Wang": (32, 100)})
    changed = opened.project.get(Task, "A")
    assert (changed.remaining_duration, changed.percent_complete) == (4 * DAY, 33)


def test_overtime_takes_no_time_and_contours_take_more() -> None:
    opened = session(UNITS)
    opened.execute(SetFields("assignment", ("li",), {"overtime_work": 8 * HOUR}))
    assert facts(opened)[0] == 3
    opened = session(UNITS)
    opened.execute(SetFields("assignment", ("li",), {"contour": "bell"}))
    assert facts(opened) == (8, {"Li": (32, 100)})


def test_material_takes_no_part() -> None:
    steel = Assignment(id="s", task="A", resource="steel", units=500, work=300)
    opened = session(UNITS, steel, effort_driven=True)
    opened.execute(SetDuration(("A",), 8 * DAY))
    assert facts(opened) == (8, {"Li": (64, 100), "steel": (5, 500)})
    opened.execute(team(("Li", 100), ("Wang", 100), ("steel", 500)))
    assert facts(opened) == (4, {"Li": (32, 100), "steel": (5, 500), "Wang": (32, 100)})


def test_the_first_work_is_shared_by_units_and_taking_it_away_leaves_the_duration() -> None:
    opened = session(UNITS, Assignment(id="w", task="A", resource="Wang"))
    opened.execute(SetFields("task", ("A",), {"work": None}))
    assert [one.work for one in opened.project.table(Assignment).values()] == [None, None]
    assert opened.project.get(Task, "A").duration == 4 * DAY
    opened.execute(SetFields("task", ("A",), {"work": 32 * HOUR}))
    assert facts(opened) == (2, {"Li": (16, 100), "Wang": (16, 100)})


@pytest.mark.parametrize(
    ("task_type", "days", "units"), [(UNITS, 2.5, 100), (WORK, 2.5, 100), (DURATION, 4, 62)]
)  # fmt: skip
def test_the_first_people_take_the_work_that_was_estimated(task_type: str, days: float, units: int) -> None:
    # Forty hours for two: 2.5 days, or in four days 62.5 % of each.
    people = [Resource(id=name, name=name) for name in ("Li", "Wang")]
    opened = Session(project(calendar("office"), task("A", 4, task_type=task_type, work=40 * HOUR), *people,
                             calendar="office"))  # fmt: skip
    opened.execute(team(("Li", 100), ("Wang", 100)))
    assert opened.project.get(Task, "A").duration == days * DAY
    found = [(one.work, one.units) for one in opened.project.table(Assignment).values()]
    assert [work for work, _ in found] == [20 * HOUR] * 2
    assert all(abs(each - units) <= 1 for _, each in found)


def test_who_says_work_and_duration_leaves_the_units() -> None:
    opened = session(UNITS)
    opened.execute(SetFields("task", ("A",), {"work": 16 * HOUR, "duration": 4 * DAY}))
    assert facts(opened) == (4, {"Li": (16, 50)})


def test_nothing_is_lost_by_dividing() -> None:
    opened = session(UNITS, effort_driven=True, days=1)
    opened.execute(SetFields("assignment", ("li",), {"work": 1000}))
    opened.execute(team(("Li", 100), ("Wang", 100), ("Anna", 100)))
    assert sorted(one.work or 0 for one in opened.project.table(Assignment).values()) == [333, 333, 334]


def test_assignments_without_work_follow_their_task() -> None:
    opened = Session(
        project(task("A", 4, effort_driven=True), Resource(id="Li", name="Li"), Resource(id="Wang", name="Wang"),
                Assignment(id="li", task="A", resource="Li"))
    )  # fmt: skip
    opened.execute(team(("Li", 50), ("Wang", 100)))
    assert opened.project.get(Task, "A").duration == 4 * DAY
    assert [one.work for one in opened.project.table(Assignment).values()] == [None, None]
