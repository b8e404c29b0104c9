"""Recorded dates beside ours: every difference is found, and nothing else."""

from __future__ import annotations

import datetime as dt

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.recorded import compare_recorded
from desktop.domain.scheduling import schedule
from tests.plans import office


def with_recorded(**dates: tuple[dt.datetime | None, dt.datetime | None]) -> Project:
    project = office()
    for identity, (start, finish) in dates.items():
        task = project.get(Task, identity)
        project.put("task", identity, task.replace(recorded_start=start, recorded_finish=finish))
    return project


def test_a_plan_without_recorded_dates_differs_in_nothing() -> None:
    project = office()
    assert compare_recorded(project, schedule(project)) == ()


def test_differences_are_in_minutes_of_the_clock_and_in_outline_order() -> None:
    """The survey takes three days from Monday 2026-06-01; the wishes take two."""
    project = with_recorded(
        wishes=(dt.datetime(2026, 6, 1, 8), dt.datetime(2026, 6, 2, 17)),
        survey=(dt.datetime(2026, 6, 1, 8), dt.datetime(2026, 6, 2, 17)),
        agreed=(None, dt.datetime(2026, 6, 4, 8)),
    )
    found = compare_recorded(project, schedule(project))
    assert [(item.task, item.start_minutes, item.finish_minutes) for item in found] == [
        ("survey", 0, 24 * 60),
        ("agreed", 0, -15 * 60),
    ]
    assert found[0].finish == dt.datetime(2026, 6, 3, 17)
    assert found[0].recorded_finish == dt.datetime(2026, 6, 2, 17)


def test_inactive_tasks_have_no_dates_of_ours() -> None:
    project = with_recorded(survey=(dt.datetime(2027, 1, 1, 8), None))
    project.put("task", "survey", project.get(Task, "survey").replace(active=False))
    assert compare_recorded(project, schedule(project)) == ()
