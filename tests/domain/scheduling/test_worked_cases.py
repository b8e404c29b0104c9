"""Edge cases that planning tools get wrong, with the dates a planner expects.

Monday to Friday 08-12 and 13-17; project start Monday 2026-06-01 08:00; A takes 5 days (until Friday
06-05 17:00), B takes 2. What has to survive in files is in ``tests/store/test_plan_kept.py``.
"""

from __future__ import annotations

import datetime as dt
import os
import time

import pytest

from desktop.domain.changes import Change
from desktop.domain.plan import CalendarException
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, OFFICE, at, calendar, floats, link, plan, project, span, task

A, B = task("A", 5, rank=1), task("B", 2, rank=2)


@pytest.mark.parametrize(
    ("dependency", "expected"),
    [
        (link("A>B"), "06-08 08:00 - 06-09 17:00"),
        (link("A>B", lag_days=2), "06-10 08:00 - 06-11 17:00"),
        (link("A>B", lag_days=-2), "06-04 08:00 - 06-05 17:00"),
        (link("A>B", lag=2880, lag_unit="ed"), "06-08 08:00 - 06-09 17:00"),
        (link("A>B", lag_percent=50), "06-10 13:00 - 06-12 12:00"),
        (link("A FF B"), "06-04 08:00 - 06-05 17:00"),
    ],
    ids=["FS", "FS+2d", "FS-2d", "FS+2ed", "FS+50%", "FF"],
)
def test_link_places_successor(dependency, expected):
    assert span(plan(A, B, dependency), "B") == expected


def test_finish_to_finish_makes_both_critical():
    planned = plan(A, B, link("A FF B"))
    assert planned.critical_ids == {"A", "B"}


def test_milestone_stays_at_the_end_of_the_day_and_costs_its_successor_nothing():
    planned = plan(A, task("M", 0), B, link("A>M", 1), link("M>B", 2))
    assert span(planned, "M") == "06-05 17:00 - 06-05 17:00"
    assert span(planned, "B") == "06-08 08:00 - 06-09 17:00"


def test_two_links_between_a_pair_both_count():
    both = [link("A SS B", 1, lag_days=1), link("A FF B", 2, lag_days=1)]
    planned = plan(A, B, *both)
    # SS+1d alone would start B on Tuesday; FF+1d asks for a finish on Monday 06-08.
    assert span(planned, "B") == "06-05 08:00 - 06-08 17:00"
    only_start = plan(A, B, both[0])
    assert span(only_start, "B") == "06-02 08:00 - 06-03 17:00"


def test_shortened_predecessor_pulls_its_successor_back():
    whole = project(A, B, link("A>B"))
    before = schedule(whole)
    shorter = whole.table(type(A))["A"].replace(duration=3 * DAY)
    change = Change("task", "A", whole.put("task", "A", shorter), shorter)
    assert span(schedule(whole, before, (change,)), "B") == "06-04 08:00 - 06-05 17:00"


def test_soft_start_no_later_than_leaves_the_bar_and_shows_negative_float():
    late = B.replace(constraint="snlt", constraint_date=at("06-03 08:00"))
    planned = plan(A, late, link("A>B"))
    assert span(planned, "B") == "06-08 08:00 - 06-09 17:00"
    assert planned.of("A").total_float == planned.of("B").total_float == -3 * DAY


def test_honoured_start_no_later_than_moves_the_bar_and_the_predecessor_shows_negative_float():
    late = B.replace(constraint="snlt", constraint_date=at("06-03 08:00"))
    planned = plan(A, late, link("A>B"), constraint_rule="pinned")
    assert span(planned, "B") == "06-03 08:00 - 06-04 17:00"
    assert planned.of("B").total_float == 0
    assert planned.of("A").total_float == -3 * DAY


@pytest.mark.parametrize(("rule", "finish"), [("retained", "06-10 17:00"), ("override", "06-08 17:00")])
def test_out_of_sequence_progress(rule, finish):
    # Status Thursday 08:00: all that was worked until Wednesday evening is reported.
    started = A.replace(actual_start=at("06-01 08:00"), remaining_duration=2 * DAY, percent_complete=60)
    early = B.replace(duration=4 * DAY, actual_start=at("06-03 08:00"), remaining_duration=3 * DAY, percent_complete=25)
    planned = plan(started, early, link("A>B"), progress_rule=rule, status_date=dt.date(2026, 6, 3))
    assert planned.of("A").finish == at("06-05 17:00")
    assert planned.of("B").finish == at(finish)
    assert [(warning.code, warning.dependency) for warning in planned.warnings] == [("out_of_sequence", "AFSB")]


def test_saturday_that_becomes_a_working_day_counts_at_once():
    office = calendar("office")
    whole = project(A, B, link("A>B"), office, calendar="office")
    before = schedule(whole)
    assert span(before, "B") == "06-08 08:00 - 06-09 17:00"
    saturday = CalendarException(start=dt.date(2026, 6, 6), finish=dt.date(2026, 6, 6), bands=OFFICE)
    changed = office.replace(exceptions=(saturday,))
    change = Change("calendar", "office", whole.put("calendar", "office", changed), changed)
    assert schedule(whole, before, (change,)).of("B").start == at("06-06 08:00")


def test_milestones_at_one_instant_make_a_project_of_no_duration():
    planned = plan(task("M", 0), task("N", 0), link("M>N"))
    assert planned.start == planned.finish == at("06-01 08:00")


def test_calendar_without_working_time_is_named_and_replaced_by_the_standard_week():
    planned = plan(A, B, link("A>B"), calendar("never", working=0), calendar="never")
    assert [(warning.code, warning.calendar) for warning in planned.warnings] == [("no_working_time", "never")]
    assert span(planned, "B") == "06-08 08:00 - 06-09 17:00"


def test_removed_link_returns_the_task_to_its_anchor():
    whole = project(A, B, link("A>B"))
    linked = schedule(whole)
    change = Change("dependency", "AFSB", whole.put("dependency", "AFSB", None), None)
    free = schedule(whole, linked, (change,))
    assert span(free, "B") == "06-01 08:00 - 06-02 17:00"
    assert span(schedule(whole), "B") == span(free, "B")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its time zone")
def test_summer_time_moves_no_date(monkeypatch):
    def spring() -> tuple[str, str]:
        # Clocks in New York went forward on Sunday 2026-03-08.
        planned = plan(A, B, link("A>B", lag=2880, lag_unit="ed"), start=dt.datetime(2026, 3, 2, 8))
        return span(planned, "A"), span(planned, "B")

    monkeypatch.setitem(os.environ, "TZ", "UTC")
    time.tzset()
    plain = spring()
    monkeypatch.setitem(os.environ, "TZ", "America/New_York")
    time.tzset()
    try:
        assert spring() == plain == ("03-02 08:00 - 03-06 17:00", "03-09 08:00 - 03-10 17:00")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_finished_successor_does_not_drive_late_dates():
    done = B.replace(
        actual_start=at("06-01 08:00"), actual_finish=at("06-02 17:00"), percent_complete=100
    )  # fmt: skip
    planned = plan(A, done, task("C", 8), link("A>B"))
    assert floats(planned, "A") == (3, 3)
    assert planned.of("B").total_float == planned.of("B").free_float == 0
    assert "B" not in planned.critical_ids


def test_summary_with_an_unfinished_child_is_not_finished_and_counts_leaves():
    done = task("B", 2, parent="S", actual_start=at("06-01 08:00"), actual_finish=at("06-02 17:00"))
    planned = plan(task("S"), task("A", 6, parent="S", percent_complete=0), done)
    assert planned.of("S").percent_complete == 25  # 2 of 8 days
    assert planned.of("S").actual_start == at("06-01 08:00")
    assert planned.of("S").actual_finish is None
    assert planned.of("B").actual_finish == at("06-02 17:00")


def test_per_cent_of_a_summary_comes_from_leaves_not_from_children():
    # Microsoft KB101495: 20 % by leaf tasks where immediate children would give 23 %.
    records = [
        task("S"), task("P", 1, parent="S", percent_complete=0), task("Q", parent="S"),
        task("X", 4, parent="Q", percent_complete=25), task("Y", 5, parent="Q", percent_complete=20),
    ]  # fmt: skip
    planned = plan(*records)
    assert planned.of("Q").percent_complete == 22  # 2 of 9 days
    assert planned.of("S").percent_complete == 20  # 2 of 10 days
