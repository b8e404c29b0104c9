"""What is worth telling: chosen by rule from the records."""

from __future__ import annotations

import datetime as dt

from desktop.domain.control import Issue
from desktop.domain.forecast import forecast
from desktop.domain.highlights import Period, coming_work, finished_work, planned_percent, pressing, week_until
from desktop.domain.plan import Baseline, BaselineTask, Calendar, ProjectProfile, Task, WeekDay
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.risks import Risk
from desktop.domain.scheduling import Schedule, schedule

DAY = 480
WEEK = tuple(WeekDay(weekday=n, bands="08:00-12:00 13:00-17:00") for n in range(5))


def at(day: int, hour: int = 8) -> dt.datetime:
    """A moment in June 2026; the 1st is a Monday."""
    return dt.datetime(2026, 6, day, hour)


def planned(*records: Record) -> tuple[Project, Schedule]:
    """The records in a project that starts on 1 June and works five days a week."""
    base = ProjectProfile(id="p", number=1, name="x", start=at(1), calendar="c"), Calendar(id="c", name="c", week=WEEK)
    project = Project([*base, *records])
    return project, schedule(project)


def task(name: str, days: int, rank: int, **fields: object) -> Task:
    return Task(id=name, number=rank, name=name, rank=rank, duration=days * DAY, **fields)  # type: ignore[arg-type]


def test_a_week_ends_with_its_day_and_the_next_one_follows() -> None:
    week = week_until(dt.date(2026, 6, 12))
    assert week == Period(dt.date(2026, 6, 6), dt.date(2026, 6, 12))
    assert week.following == Period(dt.date(2026, 6, 13), dt.date(2026, 6, 19))
    assert dt.date(2026, 6, 6) in week
    assert at(12, 17) in week
    assert dt.date(2026, 6, 13) not in week
    assert None not in week


def test_finished_work_is_what_ended_in_the_period_milestones_first() -> None:
    project, dates = planned(
        task("whole", 0, 0),
        task("early", 1, 1, actual_start=at(1), actual_finish=at(1, 17), percent_complete=100),
        task("work", 3, 2, actual_start=at(8), actual_finish=at(10, 17), percent_complete=100, parent="whole"),
        task("gate", 0, 3, milestone=True, actual_start=at(11), actual_finish=at(11), percent_complete=100),
        task("open", 3, 4),
    )
    assert [item.id for item in finished_work(project, dates, week_until(dt.date(2026, 6, 12)))] == ["gate", "work"]


def test_coming_work_is_what_must_end_then_what_must_begin() -> None:
    project, dates = planned(
        task("late", 2, 1),  # should have ended on 2 June: it still has to be done
        task("short", 10, 2),  # ends on Friday 12 June
        task("gate", 0, 3, milestone=True, constraint="snet", constraint_date=at(12)),
        task("next", 30, 4, constraint="snet", constraint_date=at(10)),
        task("running", 30, 5, actual_start=at(1), percent_complete=10),
        task("far", 5, 6, constraint="snet", constraint_date=at(22)),
    )
    found = [item.id for item in coming_work(project, dates, Period(dt.date(2026, 6, 8), dt.date(2026, 6, 14)))]
    assert found == ["gate", "late", "short", "next"]


def test_what_presses_is_told_by_weight() -> None:
    def risk(number: int, probability: int, impact: int, **fields: object) -> Risk:
        return Risk(
            id=f"r{number}", number=number, event="e", probability=probability, impact_cost=impact, **fields  # type: ignore[arg-type]
        )  # fmt: skip

    project = Project(
        [
            risk(1, 3, 3), risk(2, 5, 2), risk(3, 4, 5), risk(4, 5, 5, kind="opportunity"),
            risk(5, 5, 5, status="closed"),
            Issue(id="i1", number=1, problem="minor", severity="low"),
            Issue(id="i2", number=2, problem="worst", severity="critical"),
            Issue(id="i3", number=3, problem="serious", severity="high"),
            Issue(id="i4", number=4, problem="done", severity="critical", status="resolved"),
        ]
    )  # fmt: skip
    assert [item.id for item in pressing(project)] == ["i2", "i3", "r3", "r2", "i1", "r1"]


def test_planned_per_cent_spreads_each_task_over_its_working_days() -> None:
    parts = (
        BaselineTask(task="a", start=at(1), finish=at(5, 17)),  # five days
        BaselineTask(task="b", start=at(8), finish=at(12, 17)),  # five days
        BaselineTask(task="gone", start=at(1), finish=at(30, 17)),  # no longer in the plan
        BaselineTask(task="m", start=at(12, 17), finish=at(12, 17)),
    )
    tasks = task("a", 5, 1), task("b", 5, 2), task("m", 0, 3, milestone=True)
    project, dates = planned(*tasks, Baseline(id="bl", number=1, name="b", tasks=parts))
    assert planned_percent(project, dates, dt.date(2026, 5, 31)) == 0
    assert planned_percent(project, dates, dt.date(2026, 6, 7)) == 50
    assert planned_percent(project, dates, dt.date(2026, 6, 9)) == 70
    assert planned_percent(project, dates, dt.date(2026, 12, 31)) == 100


def test_without_a_baseline_nothing_was_planned() -> None:
    project, dates = planned(task("a", 5, 1))
    assert planned_percent(project, dates, dt.date(2026, 6, 7)) is None


def test_a_forecast_is_of_the_tasks_that_are_in_the_project() -> None:
    project, dates = planned(task("shown", 5, 1), task("hidden", 50, 2))
    part = Project([item for item in project.all() if item.id != "hidden"])
    assert forecast(project, dates, dt.date(2026, 6, 1)).finish == dates.of("hidden").finish
    assert forecast(part, dates, dt.date(2026, 6, 1)).finish == at(5, 17)
    assert forecast(part, dates, dt.date(2026, 6, 1)).tasks == 1
