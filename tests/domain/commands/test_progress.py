"""Two facts of progress give the others: per cent complete = actual ÷ (actual + remaining) duration.

A is five days long from Monday 2026-06-01 08:00 to Friday 06-05 17:00.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.commands.plan import MoveTask, RescheduleUnfinished, SetProgress
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Assignment, Resource, Split, Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import to_datetime
from desktop.domain.session import Session
from tests.domain.scheduling.building import DAY, at, calendar, project, task

MONDAY, FRIDAY = at("06-01 08:00"), at("06-05 17:00")


def session(*more: Any, profile: dict[str, Any] | None = None, **fields: Any) -> Session:
    rules = {"calendar": "office", "progress_rule": "as_planned"} | (profile or {})
    return Session(project(calendar("office"), task("A", 5, **fields), *more, **rules))


def entered(opened: Session, **fields: Any) -> Task:
    opened.execute(SetFields("task", ("A",), fields))
    return opened.project.get(Task, "A")


def facts(found: Task) -> tuple[int, Any, Any, int | None, float]:
    """(per cent, actual start, actual finish, what remains, days)."""
    return (
        found.percent_complete, found.actual_start, found.actual_finish, found.remaining_duration, found.duration / DAY
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # One fact.
        ({"percent_complete": 40}, (40, MONDAY, None, None, 5)),
        ({"percent_complete": 100}, (100, MONDAY, FRIDAY, None, 5)),
        ({"actual_start": at("06-02 08:00")}, (0, at("06-02 08:00"), None, None, 5)),
        ({"actual_finish": at("06-04 17:00")}, (100, MONDAY, at("06-04 17:00"), None, 4)),
        # Before a task begins, what remains is its duration; nothing remaining is a finish.
        ({"remaining_duration": 3 * DAY}, (0, None, None, None, 3)),
        ({"remaining_duration": 0}, (100, MONDAY, FRIDAY, None, 5)),
        # Two facts.
        ({"actual_start": at("06-02 08:00"), "percent_complete": 40}, (40, at("06-02 08:00"), None, None, 5)),
        ({"actual_start": at("06-02 08:00"), "percent_complete": 100},
         (100, at("06-02 08:00"), at("06-08 17:00"), None, 5)),
        ({"actual_start": at("06-02 08:00"), "remaining_duration": 2 * DAY},
         (60, at("06-02 08:00"), None, 2 * DAY, 5)),
        ({"actual_start": at("06-02 08:00"), "remaining_duration": 6 * DAY},
         (0, at("06-02 08:00"), None, 6 * DAY, 6)),
        ({"actual_start": at("06-02 08:00"), "actual_finish": at("06-10 17:00")},
         (100, at("06-02 08:00"), at("06-10 17:00"), None, 7)),
        # One day that is the last quarter makes four, and four that are a half make eight.
        ({"percent_complete": 75, "remaining_duration": DAY}, (75, MONDAY, None, DAY, 4)),
        ({"percent_complete": 50, "remaining_duration": 4 * DAY}, (50, MONDAY, None, 4 * DAY, 8)),
        ({"percent_complete": 60, "actual_finish": at("06-04 17:00")}, (100, MONDAY, at("06-04 17:00"), None, 4)),
        ({"remaining_duration": DAY, "actual_finish": at("06-04 17:00")},
         (100, MONDAY, at("06-04 17:00"), None, 4)),
        # Finished before it was planned to begin: it took as long as planned.
        ({"actual_finish": at("05-29 17:00")}, (100, at("05-25 08:00"), at("05-29 17:00"), None, 5)),
    ],
)  # fmt: skip
def test_what_two_facts_say(fields: dict[str, Any], expected: tuple[Any, ...]) -> None:
    opened = session()
    before = opened.project.get(Task, "A")
    assert facts(entered(opened, **fields)) == expected
    opened.undo()
    assert opened.project.get(Task, "A") == before


def test_what_remains_of_work_in_progress_changes_duration_and_per_cent() -> None:
    # Two of five days are done: with four to go that is a third of six, with one to go two thirds of three.
    opened = session(percent_complete=40, actual_start=MONDAY)
    assert facts(entered(opened, remaining_duration=4 * DAY)) == (33, MONDAY, None, 4 * DAY, 6)
    assert opened.schedule.of("A").finish == at("06-08 17:00")
    assert facts(entered(opened, remaining_duration=DAY)) == (67, MONDAY, None, DAY, 3)
    assert facts(entered(opened, percent_complete=50)) == (50, MONDAY, None, None, 3)
    # A finished task that turns out not to be: its five days are done, one more is needed.
    done = session(percent_complete=100, actual_start=MONDAY, actual_finish=FRIDAY)
    assert facts(entered(done, remaining_duration=DAY)) == (83, MONDAY, None, DAY, 6)


def test_taking_the_start_away_takes_all_progress_away() -> None:
    opened = session(percent_complete=40, actual_start=MONDAY, remaining_duration=2 * DAY)
    assert facts(entered(opened, actual_start=None)) == (0, None, None, None, 5)


def test_work_follows_the_duration_that_progress_gives() -> None:
    li = (Resource(id="Li", name="Li"), Assignment(id="x", task="A", resource="Li", work=5 * DAY, actual_work=2 * DAY))
    opened = session(*li, percent_complete=40, actual_start=MONDAY)
    entered(opened, remaining_duration=4 * DAY)
    assert opened.project.get(Assignment, "x").work == 6 * DAY


def test_actual_work_follows_progress() -> None:
    """Forty hours of Li, four of them overtime; Wang, whose work is a bell; Anna, who goes by the task."""
    people = [Resource(id=name, name=name) for name in ("Li", "Wang", "Anna")]
    items = [
        Assignment(id="l", task="A", resource="Li", work=2400, overtime_work=240, actual_work=480,
                   actual_overtime_work=0),
        Assignment(id="w", task="A", resource="Wang", work=1200, contour="bell", actual_work=60),
        Assignment(id="a", task="A", resource="Anna", work=2400),
    ]  # fmt: skip
    opened = session(*people, *items, percent_complete=20, actual_start=MONDAY, work=6000, actual_work=540)

    def done() -> list[int | None]:
        found = [one.actual_work for one in opened.project.table(Assignment).values()]
        overtime = opened.project.get(Assignment, "l").actual_overtime_work
        return [*found, overtime, opened.project.get(Task, "A").actual_work]

    opened.execute(MoveTask("A", at("06-02 08:00")))
    assert done() == [480, 60, None, 0, 540], "another start is not more work"
    opened.execute(SetProgress(("A",), 40))
    # A bell has 10 + 20 + 40 + 80 of 500 parts in its first four tenths: 360 of 1,200.
    assert done() == [960, 360, None, 96, 1320]
    opened.execute(SetProgress(("A",), 100))
    assert done() == [2400, 1200, None, 240, 3600]
    opened.undo()
    # What remains changes nothing that was done.
    entered(opened, remaining_duration=6 * DAY)
    assert done()[:2] == [960, 360]
    opened.execute(SetProgress(("A",), 0))
    assert done() == [None, None, None, None, None]


def test_a_milestone_is_reached_when_it_is_finished() -> None:
    opened = Session(project(calendar("office"), task("A", 0, milestone=True), calendar="office"))
    assert facts(entered(opened, actual_finish=at("06-03 17:00"))) == (
        100, at("06-03 17:00"), at("06-03 17:00"), None, 0
    )  # fmt: skip


def test_moving_what_is_finished_keeps_how_long_it_took() -> None:
    opened = session(percent_complete=100, actual_start=MONDAY, actual_finish=at("06-09 17:00"))
    opened.execute(MoveTask("A", at("06-02 08:00")))
    found = opened.project.get(Task, "A")
    assert (found.actual_finish, found.duration) == (at("06-10 17:00"), 5 * DAY)


def test_an_elapsed_task_took_as_long_as_the_clock_says() -> None:
    opened = Session(project(calendar("office"), task("A", 2, duration_unit="ed"), calendar="office"))
    assert entered(opened, actual_finish=at("06-04 08:00")).duration == 3 * 1440


def test_progress_leaves_an_interruption_where_it_is() -> None:
    # Two of four days done, put off to Wednesday the tenth: half of what is left takes the finish nowhere.
    opened = session(
        percent_complete=40, actual_start=MONDAY, stop=at("06-02 17:00"), resume=at("06-10 08:00")
    )  # fmt: skip
    assert opened.schedule.of("A").finish == at("06-12 17:00")
    found = entered(opened, percent_complete=70)
    assert (found.stop, found.resume) == (None, None)
    assert found.splits == (
        Split(start=MONDAY, finish=at("06-02 17:00")), Split(start=at("06-10 08:00"), finish=at("06-12 17:00"))
    )  # fmt: skip
    assert opened.schedule.of("A").finish == at("06-12 17:00")
    # Once more put off, on Thursday the eleventh at the earliest: 3.5 days are done by Thursday noon.
    opened.execute(SetFields("project", ("project",), {"status_date": at("06-12 00:00").date()}))
    opened.execute(RescheduleUnfinished(("A",)))
    found = opened.project.get(Task, "A")
    assert (found.stop, found.resume) == (at("06-11 12:00"), at("06-15 08:00"))
    assert opened.schedule.of("A").finish == at("06-16 12:00")
    assert [tuple(map(to_datetime, part)) for part in opened.schedule.parts("A")] == [
        (MONDAY, at("06-02 17:00")), (at("06-10 08:00"), at("06-11 12:00")), (at("06-15 08:00"), at("06-16 12:00"))
    ]  # fmt: skip


def test_finished_work_is_no_longer_interrupted() -> None:
    opened = session(percent_complete=40, actual_start=MONDAY, stop=at("06-02 17:00"), resume=at("06-10 08:00"))
    opened.execute(SetProgress(("A",), 100))
    found = opened.project.get(Task, "A")
    assert (found.stop, found.resume, found.actual_finish) == (None, None, at("06-12 17:00"))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"actual_start": at("06-04 08:00"), "percent_complete": 10}, "actual_after_status"),
        ({"actual_start": at("06-02 08:00"), "actual_finish": at("06-01 17:00")}, "finish_before_start"),
        ({"actual_finish": at("06-04 17:00")}, "actual_after_status"),
    ],
)
def test_what_cannot_have_happened_is_refused(fields: dict[str, Any], code: str) -> None:
    opened = session(profile={"status_date": at("06-03 00:00").date()})
    before = opened.project.get(Task, "A")
    with pytest.raises(Rejected) as refused:
        entered(opened, **fields)
    assert refused.value.code == code
    assert opened.project.get(Task, "A") == before


@pytest.mark.parametrize(
    "fields", [{"remaining_duration": -5 * DAY}, {"percent_complete": -1}, {"duration": -DAY}, {"work": -DAY}]
)
def test_values_below_nought_are_refused_before_anything_is_reckoned_from_them(fields: dict[str, Any]) -> None:
    opened = session()
    with pytest.raises(Rejected) as refusal:
        entered(opened, **fields)
    assert refusal.value.code == "range"
    assert opened.project.get(Task, "A").duration == 5 * DAY


def test_the_last_day_there_is_can_be_the_status_date() -> None:
    assert entered(session(profile={"status_date": dt.date.max}), percent_complete=40).percent_complete == 40


@pytest.mark.parametrize(
    ("percent", "start", "finish"),
    [(20, "06-02 08:00", "06-08 17:00"), (40, "06-01 08:00", "06-05 17:00"), (100, "06-01 08:00", "06-02 17:00")],
)
def test_work_that_only_the_status_date_held_back_was_done_up_to_then(percent: int, start: str, finish: str) -> None:
    # Nothing is known of five days' work, so they wait for Wednesday. What is done lies before Tuesday evening,
    # but not before the project.
    opened = session(profile={"status_date": at("06-02 00:00").date(), "progress_rule": "retained"})
    assert opened.schedule.of("A").start == at("06-03 08:00")
    assert entered(opened, percent_complete=percent).actual_start == at(start)
    assert opened.schedule.of("A").finish == at(finish)


def test_a_milestone_that_waits_for_the_status_date_is_reached_on_its_evening() -> None:
    late = task("M", 0, rank=2, milestone=True)
    opened = session(late, profile={"status_date": at("06-02 00:00").date(), "progress_rule": "retained"})
    opened.execute(SetFields("task", ("M",), {"percent_complete": 100}))
    found = opened.project.get(Task, "M")
    assert (found.actual_start, found.actual_finish) == (at("06-02 17:00"), at("06-02 17:00"))
