"""A new duration keeps work = duration × units, as the type of the task says."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.commands.plan.dates import ResizeTask, SetDuration
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.session import Session
from tests.domain.scheduling.building import DAY, at, calendar, project, task


def session(task_type: str = "fixed_units", **fields: object) -> Session:
    """A takes two days of Li (mornings only) and of Wang at half units."""
    return Session(
        project(
            calendar("office"),
            calendar("mornings", "08:00-12:00", 5),
            task("A", 2, task_type=task_type, work=3 * DAY, **fields),
            Resource(id="Li", name="Li", calendar="mornings"),
            Resource(id="Wang", name="Wang"),
            Assignment(id="li", task="A", resource="Li", work=2 * DAY, overtime_work=60),
            Assignment(id="wang", task="A", resource="Wang", work=DAY, units=50),
            Assignment(id="none", task="A", resource="Wang"),
            calendar="office",
        )
    )


def work(opened: Session) -> list[int | None]:
    return [one.work for one in opened.project.table(Assignment).values()]


@pytest.mark.parametrize("task_type", ["fixed_units", "fixed_duration"])
def test_work_grows_with_the_duration(task_type: str) -> None:
    opened = session(task_type)
    opened.execute(SetDuration(("A",), 3 * DAY))
    assert work(opened) == [3 * DAY, 1.5 * DAY, None]
    assert opened.project.table(Assignment)["li"].overtime_work == 90
    assert opened.project.get(Task, "A").work == 4.5 * DAY
    opened.undo()
    assert work(opened) == [2 * DAY, DAY, None]


def test_fixed_work_changes_the_units() -> None:
    opened = session("fixed_work")
    opened.execute(SetDuration(("A",), 4 * DAY))
    assert work(opened) == [2 * DAY, DAY, None]
    assert [one.units for one in opened.project.table(Assignment).values()] == [50, 25, 100]


def test_the_bar_follows_a_typed_duration() -> None:
    opened = session()
    # Fifteen hours of Li (one is overtime) in mornings of four: Thursday at 11.
    assert opened.schedule.of("A").finish == at("06-04 11:00")
    opened.execute(SetDuration(("A",), DAY))
    assert opened.schedule.of("A").finish == at("06-02 11:30")


def test_a_bar_dragged_to_twice_its_length_takes_twice_the_work() -> None:
    opened = session()
    plan = opened.schedule.calendar("A")
    before = opened.schedule.of("A")
    assert plan.between(opened.schedule.start_minutes("A"), opened.schedule.finish_minutes("A")) == 27 * 60
    opened.execute(ResizeTask("A", finish=dt.datetime(2026, 6, 9, 15)))  # 54 hours of the project calendar
    assert opened.project.get(Task, "A").duration == 4 * DAY
    assert work(opened) == [4 * DAY, 2 * DAY, None]
    assert opened.schedule.of("A").start == before.start


def test_a_milestone_keeps_its_work_for_later() -> None:
    opened = session()
    opened.execute(SetDuration(("A",), 0))
    assert work(opened) == [2 * DAY, DAY, None]
    opened.execute(SetDuration(("A",), DAY))
    assert work(opened) == [DAY, DAY / 2, None]
