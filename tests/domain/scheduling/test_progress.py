"""Actual dates, remaining work and the status date under the three rules."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.domain.scheduling.building import DAY, at, floats, link, plan, span, task

A, B = task("A", 5, rank=1), task("B", 2, rank=2)
WEDNESDAY = dt.date(2026, 6, 3)
"""Reported until its evening: what is not done goes on on Thursday."""


def test_actual_start_overrides_the_links():
    planned = plan(A, B.replace(actual_start=at("06-02 10:00")), link("A>B"), progress_rule="as_planned")
    assert span(planned, "B") == "06-02 10:00 - 06-04 10:00"


def test_as_planned_leaves_unfinished_work_in_the_past():
    planned = plan(A, progress_rule="as_planned", status_date=dt.date(2026, 7, 1))
    assert span(planned, "A") == "06-01 08:00 - 06-05 17:00"


@pytest.mark.parametrize("rule", ["retained", "override"])
def test_work_that_has_not_started_cannot_lie_before_the_status_date(rule):
    planned = plan(A, B, link("A>B"), progress_rule=rule, status_date=WEDNESDAY)
    assert span(planned, "A") == "06-04 08:00 - 06-10 17:00"
    assert span(planned, "B") == "06-11 08:00 - 06-12 17:00"


@pytest.mark.parametrize(
    ("remaining", "percent", "finish"),
    [(None, 40, "06-08 17:00"), (4 * DAY, 20, "06-09 17:00"), (0, 90, "06-03 17:00"), (None, 100, "06-03 17:00")],
)
def test_remaining_work_goes_on_after_the_status_date(remaining, percent, finish):
    started = A.replace(
        actual_start=at("06-01 08:00"), percent_complete=percent, remaining_duration=remaining
    )  # fmt: skip
    assert plan(started, status_date=WEDNESDAY).of("A").finish == at(finish)


def test_remaining_work_without_a_status_date_follows_the_work_done():
    started = A.replace(actual_start=at("06-02 08:00"), percent_complete=40)
    assert span(plan(started), "A") == "06-02 08:00 - 06-08 17:00"


def test_a_task_in_progress_has_finish_float():
    started = B.replace(actual_start=at("06-01 08:00"), percent_complete=50)
    planned = plan(A, started, progress_rule="as_planned")
    dates = planned.of("B")
    assert dates.total_float == 3 * DAY
    assert dates.late_start == at("06-01 08:00")
    assert dates.late_finish == at("06-05 17:00")


def test_predecessor_of_work_in_progress_has_to_be_done_before_what_remains():
    started = B.replace(actual_start=at("06-01 08:00"), percent_complete=50)
    planned = plan(A, started, task("C", 4), link("C>B"), progress_rule="as_planned")
    # B's last day must begin by Friday 08:00, so C must end on Thursday, as it does.
    assert planned.of("C").late_finish == at("06-04 17:00")


def test_start_to_start_no_longer_binds_once_the_predecessor_has_started():
    started = A.replace(actual_start=at("06-01 08:00"), percent_complete=20)
    planned = plan(started, task("B", 1), task("C", 9), link("A SS B", 1), progress_rule="as_planned")
    assert floats(planned, "A") == (4, 4)


def test_finished_task_keeps_its_dates_and_holds_its_successors():
    done = A.replace(actual_start=at("06-01 08:00"), actual_finish=at("06-03 12:00"), percent_complete=100)
    planned = plan(done, B, link("A>B"))
    assert span(planned, "A") == "06-01 08:00 - 06-03 12:00"
    assert planned.of("A").duration == 2.5 * DAY
    assert span(planned, "B") == "06-03 13:00 - 06-05 12:00"
    assert not planned.of("A").critical
    assert planned.of("B").critical


def test_actual_finish_alone_counts_the_duration_back():
    planned = plan(A.replace(actual_finish=at("06-05 17:00")))
    assert planned.of("A").start == at("06-01 08:00")
    assert planned.of("A").percent_complete == 100


def test_override_drops_the_broken_link_both_ways():
    started = B.replace(actual_start=at("06-03 08:00"), percent_complete=50)
    planned = plan(A, started, task("C", 7), link("A>B"), progress_rule="override", status_date=dt.date(2026, 6, 1))
    assert planned.of("B").finish == at("06-03 17:00")
    assert floats(planned, "A") == (2, 2), "B no longer waits for A"


def test_out_of_sequence_links_are_listed():
    early = B.replace(actual_start=at("06-02 08:00"), percent_complete=10)
    late = task("C", 1, actual_start=at("06-01 08:00"), actual_finish=at("06-01 17:00"), percent_complete=100)
    planned = plan(A, early, late, link("A>B", 1), link("A FF C", 2), link("A SS C", 3))
    found = [(warning.code, warning.dependency) for warning in planned.warnings]
    assert found == [("out_of_sequence", "AFSB"), ("out_of_sequence", "AFFC")]


def test_percent_of_leaves_without_duration():
    records = [task("S"), task("M", 0, parent="S", percent_complete=100), task("N", 0, parent="S")]
    assert plan(*records).of("S").percent_complete == 50
