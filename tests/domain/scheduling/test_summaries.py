"""Summary tasks: rolled up from what they contain, linked and constrained on its behalf."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.domain.scheduling.building import DAY, at, calendar, floats, link, plan, span, task


def tree(*more, **profile):
    """S contains X (1 d) and T, which contains Y (2 d) after X."""
    return plan(
        task("S", rank=1), task("X", 1, parent="S", rank=2), task("T", parent="S", rank=3),
        task("Y", 2, parent="T", rank=4), link("X>Y", 90), *more, **profile,
    )  # fmt: skip


def test_dates_and_duration_are_rolled_up():
    planned = tree()
    assert span(planned, "S") == "06-01 08:00 - 06-03 17:00"
    assert span(planned, "T") == "06-02 08:00 - 06-03 17:00"
    assert planned.of("S").duration == 3 * DAY
    assert planned.of("S").critical
    assert "S" not in planned.critical_ids


def test_duration_is_working_time_on_its_own_calendar():
    planned = plan(
        task("S", calendar="half"), task("X", 2, parent="S"), calendar("half", "08:00-12:00", 5)
    )  # fmt: skip
    assert planned.of("S").duration == DAY


def test_link_from_a_summary_waits_for_everything_within_it():
    assert span(tree(task("B", 1), link("S>B")), "B") == "06-04 08:00 - 06-04 17:00"
    assert span(tree(task("B", 1), link("S FF B")), "B") == "06-03 08:00 - 06-03 17:00"
    assert span(tree(task("B", 1), link("T SS B")), "B") == "06-02 08:00 - 06-02 17:00"
    assert span(tree(task("B", 1), link("S>B", lag_percent=50)), "B") == "06-05 13:00 - 06-08 12:00"


def test_link_from_a_summary_bounds_the_late_dates_of_all_within_it():
    planned = tree(task("B", 1), link("S>B"), task("C", 1, parent="S"), task("D", 10))
    # D needs ten days; B may end with it, so S may end a day before.
    assert planned.of("C").late_finish == at("06-11 17:00")
    assert floats(planned, "Y")[0] == floats(planned, "X")[0] == floats(planned, "B")[0] == 6
    assert planned.of("S").total_float == 6 * DAY


def test_start_link_from_a_summary_bounds_its_earliest_part():
    planned = tree(
        task("B", 8),
        link("S SS B"),
        task("C", 1, parent="S", rank=9, constraint="snet", constraint_date=at("06-02 08:00")),
    )
    assert floats(planned, "X")[0] == 0
    assert floats(planned, "C")[0] == 6


def test_link_to_a_summary_holds_everything_within_it():
    planned = tree(task("A", 5, rank=0), link("A>S"))
    assert span(planned, "X") == "06-08 08:00 - 06-08 17:00"
    assert planned.of("Y").start == at("06-09 08:00")
    free = tree(task("A", 5, rank=0), link("A>T"))
    assert planned.of("X").start != free.of("X").start == at("06-01 08:00")
    assert free.of("Y").start == at("06-08 08:00")
    assert free.of("Y").driving == ("AFST",)


def test_start_no_earlier_than_on_a_summary_holds_what_it_contains():
    planned = plan(
        task("S", constraint="snet", constraint_date=at("06-04 08:00")), task("X", 1, parent="S")
    )  # fmt: skip
    assert span(planned, "X") == "06-04 08:00 - 06-04 17:00"


def test_finish_no_later_than_on_a_summary_bounds_what_it_contains():
    planned = plan(
        task("S", constraint="fnlt", constraint_date=at("06-02 17:00")), task("X", 3, parent="S")
    )  # fmt: skip
    assert floats(planned, "X")[0] == -1
    assert floats(planned, "S")[0] == -1


@pytest.mark.parametrize("constraint", ["mso", "mfo", "snlt", "fnet"])
def test_other_constraints_on_summaries_are_left_out_and_named(constraint):
    planned = plan(
        task("S", constraint=constraint, constraint_date=at("06-04 08:00")), task("X", 1, parent="S")
    )  # fmt: skip
    assert span(planned, "X") == "06-01 08:00 - 06-01 17:00"
    assert [warning.code for warning in planned.warnings] == ["summary_constraint"]


def test_deadline_of_a_summary_shows_on_the_summary_alone():
    planned = plan(task("S", deadline=at("06-02 17:00")), task("X", 3, parent="S"))
    assert planned.of("S").total_float == -DAY
    assert planned.of("X").total_float == 0


def test_inactive_parts_do_not_count():
    planned = plan(
        task("S"), task("X", 1, parent="S"), task("Y", 9, parent="S", active=False), task("Z", 2)
    )  # fmt: skip
    assert span(planned, "S") == "06-01 08:00 - 06-01 17:00"
    assert planned.finish == at("06-02 17:00")


def test_what_an_inactive_summary_contains_is_inactive():
    planned = plan(task("S", active=False), task("X", 9, parent="S"), task("Z", 2), link("X>Z"))
    assert span(planned, "Z") == "06-01 08:00 - 06-02 17:00"
    assert span(planned, "S") == "06-01 08:00 - 06-11 17:00", "where it would be"


def test_finished_when_everything_within_it_is():
    done = {"actual_start": at("06-01 08:00"), "actual_finish": at("06-02 17:00"), "percent_complete": 100}
    planned = plan(task("S"), task("X", 2, parent="S", **done), task("Y", 1, parent="S", **done))
    assert planned.of("S").actual_finish == at("06-02 17:00")
    assert planned.of("S").percent_complete == 100
    assert not planned.of("S").critical


def test_status_date_does_not_tear_a_summary_from_its_parts():
    started = {"actual_start": at("06-01 08:00"), "percent_complete": 50}
    planned = plan(
        task("S"), task("X", 2, parent="S", **started), task("Y", 1, parent="S"), status_date=dt.date(2026, 6, 7)
    )  # fmt: skip
    assert span(planned, "S") == "06-01 08:00 - 06-08 17:00"
