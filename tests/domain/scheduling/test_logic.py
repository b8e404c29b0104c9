"""Links and constraints; dates worked out by hand on the standard week from Monday 2026-06-01 08:00."""

from __future__ import annotations

import pytest

from tests.domain.scheduling.building import DAY, at, calendar, floats, link, plan, span, task

A, B = task("A", 5, rank=1), task("B", 2, rank=2)


@pytest.mark.parametrize(
    ("dependency", "expected"),
    [
        (link("A SS B"), "06-01 08:00 - 06-02 17:00"),
        (link("A SS B", lag_days=1.5), "06-02 13:00 - 06-04 12:00"),
        (link("A SS B", lag=1440, lag_unit="ed"), "06-02 08:00 - 06-03 17:00"),
        (link("A SS B", lag_percent=20), "06-02 08:00 - 06-03 17:00"),
        (link("A FF B", lag_days=1), "06-05 08:00 - 06-08 17:00"),
        (link("A FF B", lag_days=-1), "06-03 08:00 - 06-04 17:00"),
        # Friday 17:00 and 24 hours is Saturday; no work is left to do by then.
        (link("A FF B", lag=1440, lag_unit="ed"), "06-04 08:00 - 06-06 17:00"),
        (link("A SF B", lag_days=4), "06-03 08:00 - 06-04 17:00"),
        (link("A SF B"), "06-01 08:00 - 06-02 17:00"),
        (link("A>B", lag=-1440 * 30, lag_unit="ed"), "06-01 08:00 - 06-02 17:00"),
    ],
    ids=["SS", "SS+1.5d", "SS+1ed", "SS+20%", "FF+1d", "FF-1d", "FF+1ed", "SF+4d", "SF", "lead beyond project start"],
)
def test_link_places_successor(dependency, expected):
    assert span(plan(A, B, dependency), "B") == expected


def test_start_to_finish_as_microsoft_project_stores_it():
    # Third task of a published Project file: the finish stands at the start of the other task.
    planned = plan(A, task("C", 1), B.replace(duration=DAY), link("A>C", 1), link("C SF B", 2))
    assert span(planned, "C") == "06-08 08:00 - 06-08 17:00"
    assert span(planned, "B") == "06-05 08:00 - 06-08 08:00"
    assert planned.of("B").total_float == DAY


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("successor", "06-06 20:00"),
        ("predecessor", "06-08 18:00"),
        ("project", "06-08 18:00"),
        ("elapsed", "06-06 18:00"),
    ],
)
def test_the_project_chooses_the_calendar_of_lags(rule, start):
    # B works every day from 18:00 to 22:00; the lag is six hours, after Friday 17:00.
    evenings = calendar("evenings", "18:00-22:00", 7)
    records = [A, B.replace(calendar="evenings"), link("A>B", lag=360), calendar("office")]
    planned = plan(*records, evenings, calendar="office", lag_calendar=rule)
    assert planned.of("B").start == at(start)


def test_task_calendar_decides_where_work_goes():
    planned = plan(A, B.replace(calendar="weekend"), link("A>B"), calendar("weekend", "08:00-12:00 13:00-17:00", 7))
    assert span(planned, "B") == "06-06 08:00 - 06-07 17:00"
    # Late dates of A go by its own calendar: it must be done on Friday.
    assert planned.of("A").late_finish == at("06-05 17:00")


def test_elapsed_duration_runs_through_the_weekend():
    planned = plan(A, task("C", 2, duration_unit="ed"), B, link("A>C", 1), link("C>B", 2))
    assert span(planned, "C") == "06-05 17:00 - 06-07 17:00"
    assert span(planned, "B") == "06-08 08:00 - 06-09 17:00"
    # Curing may slip until Monday morning: fifteen hours of the clock.
    assert planned.of("C").total_float == 15 * 60


def test_floats_of_a_side_branch():
    records = [A, B, task("C", 1), task("D", 1), link("A>D", 1), link("B>C", 2), link("C>D", 3)]
    planned = plan(*records)
    assert floats(planned, "A") == (0, 0)
    assert floats(planned, "B") == (2, 0)
    assert floats(planned, "C") == (2, 2)
    assert planned.of("B").interfering_float == 2 * DAY
    assert planned.of("C").late_start == at("06-05 08:00")
    assert planned.critical_ids == {"A", "D"}


def test_free_float_takes_the_lag_off():
    planned = plan(A, B, task("C", 1), link("A>C", 1), link("B>C", 2, lag_days=1))
    assert floats(planned, "B") == (2, 2)


def test_free_float_never_exceeds_what_the_project_has_left():
    # B's finish does not bind (A starts at once), and A ends the project itself.
    planned = plan(A, B, link("A SF B"))
    assert floats(planned, "A") == (0, 0)


def test_a_milestone_that_would_be_late_at_night_is_late_in_the_evening():
    """B is late on Friday 16:00, so M on Friday 00:00 or, as nothing is at night, on Thursday 17:00.

    An hour of the clock before that, on Thursday 16:00, A has to end: it has three days and six hours.
    """
    planned = plan(
        task("A", 1 / 8), task("M", 0, milestone=True), task("B", 1 / 8), task("C", 5),
        link("A>M", 1, lag=60, lag_unit="eh"), link("M>B", 2, lag=16 * 60, lag_unit="eh"),
    )  # fmt: skip
    assert planned.of("M").late_finish == at("06-04 17:00")
    assert planned.of("A").late_finish == at("06-04 16:00")
    assert planned.of("A").total_float == 3 * DAY + 6 * 60


def test_critical_limit_and_near_critical_band():
    planned = plan(A, task("B", 4), task("C", 3), task("D", 1), critical_limit=DAY, near_critical_limit=2 * DAY)
    assert planned.critical_ids == {"A", "B"}
    assert [planned.of(identity).near_critical for identity in "ABCD"] == [False, False, True, False]


@pytest.mark.parametrize(
    ("constraint", "date", "start", "late_finish"),
    [
        ("snet", "06-10 08:00", "06-10 08:00", "06-11 17:00"),
        ("snet", "06-13 10:00", "06-15 08:00", "06-16 17:00"),
        ("snet", "06-03 08:00", "06-08 08:00", "06-09 17:00"),
        ("fnet", "06-11 17:00", "06-10 08:00", "06-11 17:00"),
        ("fnet", "06-05 17:00", "06-08 08:00", "06-09 17:00"),
        ("snlt", "06-03 08:00", "06-08 08:00", "06-04 17:00"),
        ("snlt", "06-12 08:00", "06-08 08:00", "06-09 17:00"),
        ("fnlt", "06-08 17:00", "06-08 08:00", "06-08 17:00"),
        ("mso", "06-10 08:00", "06-10 08:00", "06-11 17:00"),
        ("mso", "06-04 08:00", "06-08 08:00", "06-05 17:00"),
        ("mfo", "06-12 17:00", "06-11 08:00", "06-12 17:00"),
        ("mfo", "06-05 12:00", "06-08 08:00", "06-05 12:00"),
    ],
)
def test_soft_constraints_never_break_a_link(constraint, date, start, late_finish):
    planned = plan(A, B.replace(constraint=constraint, constraint_date=at(date)), link("A>B"))
    assert planned.of("B").start == at(start)
    assert planned.of("B").late_finish == at(late_finish)


@pytest.mark.parametrize(
    ("constraint", "date", "expected", "conflict"),
    [
        ("mso", "06-03 08:00", "06-03 08:00 - 06-04 17:00", True),
        ("mso", "06-12 08:00", "06-12 08:00 - 06-15 17:00", False),
        ("mfo", "06-04 17:00", "06-03 08:00 - 06-04 17:00", True),
        ("snlt", "06-12 08:00", "06-08 08:00 - 06-09 17:00", False),
        ("fnlt", "06-05 17:00", "06-04 08:00 - 06-05 17:00", True),
        ("fnlt", "06-12 17:00", "06-08 08:00 - 06-09 17:00", False),
    ],
)
@pytest.mark.parametrize("by", ["task", "project"])
def test_pinned_constraints_override_logic(constraint, date, expected, conflict, by):
    pinned = B.replace(constraint=constraint, constraint_date=at(date), pinned=by == "task")
    planned = plan(A, pinned, link("A>B"), constraint_rule="pinned" if by == "project" else "soft")
    assert span(planned, "B") == expected
    assert [warning.code for warning in planned.warnings] == ["constraint_conflict"] * conflict
    if conflict:
        # A "must" of Project and a pin of ours show by how much they contradict their links; what Project has
        # moved to be "no later than" shows none.
        assert (planned.of("B").total_float < 0) == (by == "task" or constraint in ("mso", "mfo"))
        assert planned.of("A").total_float < 0


def test_constraint_before_the_project_start_counts_only_without_predecessors():
    early = {"constraint": "snet", "constraint_date": at("05-28 08:00")}
    assert plan(B.replace(**early)).of("B").start == at("05-28 08:00")
    assert plan(A, B.replace(**early), link("A>B")).of("B").start == at("06-08 08:00")


def test_as_late_as_possible_moves_into_the_float_and_takes_its_successors_along():
    late = task("B", 1, constraint="alap")
    planned = plan(A, late, task("C", 1), link("B>C"))
    assert span(planned, "B") == "06-04 08:00 - 06-04 17:00"
    assert planned.of("B").early_start == at("06-01 08:00")
    assert planned.of("B").total_float == 0
    assert span(planned, "C") == "06-05 08:00 - 06-05 17:00"
    assert [(warning.code, dict(warning.tasks)) for warning in planned.warnings] == [
        ("late_as_possible", {"task": "B"})
    ]  # fmt: skip


def test_deadline_gives_negative_float_and_moves_nothing():
    planned = plan(A, B.replace(deadline=at("06-05 17:00")), link("A>B"))
    assert span(planned, "B") == "06-08 08:00 - 06-09 17:00"
    assert floats(planned, "B")[0] == floats(planned, "A")[0] == -2
    assert planned.of("B").late_finish == at("06-05 17:00")
    assert [warning.code for warning in planned.warnings] == ["deadline_missed"]


def test_external_dates_bound_a_task_softly():
    """What another project delivers bounds the start below, what it needs bounds the late finish above."""
    waits = task("B", 2, external_start=at("06-10 08:00"), external_finish=at("06-10 17:00"))
    planned = plan(task("A", 5), waits, task("C", 1), link("A>B"), link("B>C"))
    assert planned.of("B").start == at("06-10 08:00")  # not 06-08, when A would let it
    assert planned.of("B").finish == at("06-11 17:00")
    assert planned.of("B").late_finish == at("06-10 17:00")
    assert planned.of("B").total_float == -DAY
    assert planned.of("A").total_float == DAY  # till 06-08 17:00: B then starts on 06-09 at the latest
    assert [warning.code for warning in planned.warnings] == ["external_missed"]
    late = plan(task("A", 8), waits, link("A>B"))
    assert late.of("B").start == at("06-11 08:00")  # its own predecessor holds it longer


def test_external_start_counts_without_predecessors_and_beside_a_constraint():
    held = {"constraint": "snet", "constraint_date": at("06-03 08:00")}
    planned = plan(task("A", 1, external_start=at("06-10 08:00"), **held), task("B", external_start=at("05-01 08:00")))
    assert planned.of("A").start == at("06-10 08:00")
    assert planned.of("B").start == at("06-01 08:00")  # never before the project


def test_external_dates_of_a_summary_bound_what_it_contains():
    summary = task("S", external_start=at("06-10 08:00"), external_finish=at("06-10 17:00"))
    planned = plan(summary, task("A", 2, parent="S"), task("B", 1))
    assert planned.of("A").start == at("06-10 08:00")
    assert planned.of("A").total_float == -DAY
    assert planned.of("B").start == at("06-01 08:00")


def test_deadline_of_a_milestone_at_the_end_of_the_day_is_kept():
    planned = plan(A, task("M", 0, deadline=at("06-05 17:00")), link("A>M"))
    assert floats(planned, "M") == (0, 0)
    assert planned.warnings == ()


def test_levelling_delay_is_elapsed_and_comes_after_the_links():
    planned = plan(A, B.replace(levelling_delay=2 * 1440), link("A>B"))
    assert span(planned, "B") == "06-10 08:00 - 06-11 17:00"


def test_manual_task_stays_and_successors_follow_it():
    manual = B.replace(mode="manual", manual_start=at("06-03 10:00"), manual_finish=at("06-06 12:00"))
    planned = plan(A, manual, task("C", 1), link("A>B", 1), link("B>C", 2))
    assert span(planned, "B") == "06-03 10:00 - 06-06 12:00"
    assert span(planned, "C") == "06-08 08:00 - 06-08 17:00"
    assert [warning.code for warning in planned.warnings] == ["manual_conflict"]


@pytest.mark.parametrize(
    ("start", "finish", "expected"),
    [
        ("06-03 08:00", None, "06-03 08:00 - 06-04 17:00"),
        (None, "06-04 17:00", "06-03 08:00 - 06-04 17:00"),
        (None, None, "06-08 08:00 - 06-09 17:00"),
    ],
)
def test_manual_task_with_part_of_its_dates(start, finish, expected):
    manual = B.replace(
        mode="manual", manual_start=start and at(start), manual_finish=finish and at(finish)
    )  # fmt: skip
    assert span(plan(A, manual, link("A>B")), "B") == expected


def test_inactive_task_is_left_out():
    planned = plan(A, B.replace(active=False), task("C", 1), link("A>B", 1), link("B>C", 2))
    assert span(planned, "C") == "06-01 08:00 - 06-01 17:00"
    assert planned.finish == at("06-05 17:00")
    assert span(planned, "B") == "06-08 08:00 - 06-09 17:00", "where it would be"
    assert not planned.of("B").critical
    assert floats(planned, "A") == (0, 0)


def test_driving_links_are_those_that_hold_the_task():
    planned = plan(A, B, task("C", 1), link("A>C", 1), link("B>C", 2), link("A SS C", 3, lag_days=5))
    assert set(planned.of("C").driving) == {"AFSC", "ASSC"}
    assert planned.of("A").driving == ()
