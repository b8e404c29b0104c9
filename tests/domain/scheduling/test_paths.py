"""The longest path, and tasks that only accompany others."""

from __future__ import annotations

import pytest

from desktop.domain.changes import Change
from desktop.domain.plan import Task
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, floats, link, plan, project, span, task

A, B = task("A", 5, rank=1), task("B", 2, rank=2)


def test_longest_path_ignores_float_that_a_deadline_takes():
    records = [A, B, task("C", 1, deadline=at("06-01 08:00")), link("A>B")]
    assert plan(*records).critical_ids == {"A", "B", "C"}
    assert plan(*records, critical_rule="longest_path").critical_ids == {"A", "B"}


def test_longest_path_where_calendars_leave_float():
    # B may only work on Mondays: A has float until the evening before, yet it drives the finish.
    records = [A.replace(duration=2 * DAY), B.replace(calendar="Mondays"), link("A>B"), calendar("Mondays", working=1)]
    assert plan(*records).of("A").total_float == 3 * DAY
    planned = plan(*records, critical_rule="longest_path", near_critical_limit=3 * DAY)
    assert planned.critical_ids == {"A", "B"}
    assert not planned.of("A").near_critical


def test_longest_path_leads_into_a_summary():
    planned = plan(
        task("S"), task("X", 5, parent="S"), task("Y", 2, parent="S"), task("B", 1), task("C", 1),
        link("S>B", 1), link("B>C", 2), critical_rule="longest_path",
    )  # fmt: skip
    assert planned.critical_ids == {"X", "B", "C"}
    assert planned.of("S").critical


def test_finished_work_is_not_on_the_longest_path():
    done = A.replace(actual_start=at("06-01 08:00"), actual_finish=at("06-05 17:00"), percent_complete=100)
    assert plan(done, B, link("A>B"), critical_rule="longest_path").critical_ids == {"B"}


def effort(days=1.0):
    return task("L", days, level_of_effort=True)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([link("A SS L", 1), link("L FF B", 2)], "06-01 08:00 - 06-09 17:00"),
        ([link("A SS L", 1, lag_days=1), link("B FF L", 2, lag_days=1)], "06-02 08:00 - 06-10 17:00"),
        ([link("A SS L", 1), link("L>B", 2)], "06-01 08:00 - 06-08 08:00"),
        ([link("A>L", 1), link("L FF B", 2, lag_days=1)], "06-08 08:00 - 06-08 17:00"),
        ([link("A SS L", 1)], "06-01 08:00 - 06-01 17:00"),
        ([link("L>B", 1)], "06-01 08:00 - 06-08 08:00"),
        ([link("A FF L", 1), link("L FF B", 2)], "06-01 08:00 - 06-09 17:00"),
    ],
    ids=[
        "to a successor", "with lags", "until a start", "until a lag before", "open end", "open beginning",
        "bound at its end alone",
    ],
)
def test_level_of_effort_lasts_as_long_as_what_it_is_linked_to(links, expected):
    planned = plan(A, B, link("A>B", 9), effort(), *links)
    assert span(planned, "L") == expected
    assert span(planned, "B") == "06-08 08:00 - 06-09 17:00", "it holds nobody"


def test_level_of_effort_is_never_critical_and_takes_no_float():
    planned = plan(A, B, link("A>B", 9), effort(), link("A SS L", 1), link("L FF B", 2))
    assert planned.critical_ids == {"A", "B"}
    assert not planned.of("L").critical
    assert planned.of("L").total_float == planned.of("L").free_float == 0
    assert planned.of("L").duration == 7 * DAY
    assert planned.of("A").total_float == 0
    assert set(planned.of("L").driving) == {"ASSL", "LFFB"}


FROM_FINISH = {"schedule_from": "finish", "finish": at("06-12 17:00")}


def test_from_finish_the_start_follows_from_the_required_finish():
    planned = plan(A, B, link("A>B"), **FROM_FINISH)
    assert span(planned, "B") == "06-11 08:00 - 06-12 17:00"
    assert span(planned, "A") == "06-04 08:00 - 06-10 17:00"
    assert planned.project_start == planned.start == at("06-04 08:00")
    assert planned.critical_ids == {"A", "B"}


def test_from_finish_tasks_begin_early_or_late_as_they_say():
    planned = plan(A, B, link("A>B"), task("C", 1), task("D", 1, constraint="alap"), **FROM_FINISH)
    assert span(planned, "C") == "06-04 08:00 - 06-04 17:00"
    assert span(planned, "D") == "06-12 08:00 - 06-12 17:00"
    assert planned.of("C").total_float == 6 * DAY


@pytest.mark.parametrize("constraint_rule", ["soft", "pinned"])
def test_from_finish_no_later_than_is_as_late_as_it_may_be(constraint_rule):
    """Microsoft: a start (finish) that is typed into such a project becomes "start (finish) no later than".

    C ends on Tuesday 06-09 at the latest, so A (5 d) before it has to end on the Monday; D begins on Wednesday.
    """
    records = [
        A, B, task("C", 1, constraint="fnlt", constraint_date=at("06-09 17:00")), link("A>C"),
        task("D", 2, constraint="snlt", constraint_date=at("06-10 08:00")),
        task("E", 1, constraint="fnlt", constraint_date=at("06-09 17:00")), link("E>B", 2),
    ]  # fmt: skip
    planned = plan(*records, constraint_rule=constraint_rule, **FROM_FINISH)
    assert span(planned, "C") == "06-09 08:00 - 06-09 17:00"
    assert span(planned, "A") == "06-02 08:00 - 06-08 17:00"
    assert span(planned, "D") == "06-10 08:00 - 06-11 17:00"
    assert span(planned, "E") == "06-09 08:00 - 06-09 17:00"
    assert planned.project_start == at("06-02 08:00")


def test_from_finish_a_plan_that_has_begun_shows_whether_it_still_fits():
    begun = A.replace(actual_start=at("06-09 08:00"), percent_complete=20)
    planned = plan(begun, B, link("A>B"), progress_rule="as_planned", **FROM_FINISH)
    assert planned.finish == at("06-17 17:00")
    assert planned.of("B").total_float == planned.of("A").total_float == -3 * DAY


def test_every_open_end_has_a_critical_path_of_its_own():
    # Microsoft Project, "calculate multiple critical paths": the late finish of a task that nothing follows is its
    # early finish, unless something asks for an earlier one.
    records = [
        task("A", 2), task("B", 3), task("C", 1), task("D", 9), task("E", 1, deadline=at("06-02 12:00")),
        task("F", 2, deadline=at("06-01 17:00")), link("A>B", 1), link("C SS B", 2),
    ]  # fmt: skip
    planned = plan(*records, critical_rule="each_path")
    assert [floats(planned, identity)[0] for identity in "ABCDEF"] == [0, 0, 2, 0, 0, -1]
    assert planned.critical_ids == {"A", "B", "D", "E", "F"}


def test_an_open_end_follows_its_early_finish_after_an_edit():
    whole = project(task("A", 2), task("B", 3), task("C", 20), link("A>B"), critical_rule="each_path")
    before = schedule(whole)
    longer = whole.get(Task, "A").replace(duration=4 * DAY)
    change = Change("task", "A", whole.put("task", "A", longer), longer)
    after = schedule(whole, before, (change,))
    assert floats(after, "B") == floats(after, "A") == (0, 0)
