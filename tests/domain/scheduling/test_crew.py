"""Tasks that go at the pace of their people, by Microsoft Project's rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.changes import Change
from desktop.domain.plan import Assignment, Calendar, CalendarException, Resource, Split, WeekDay
from desktop.domain.scheduling import schedule, to_datetime
from tests.domain.scheduling.building import DAY, OFFICE, at, calendar, floats, link, plan, project, span, task

OFFICE_WEEK = calendar("office")
MORNINGS = calendar("mornings", "08:00-12:00", 5)
WEEKEND = calendar("every day", OFFICE, 7)


def person(name: str, own: str | None = None, **fields: Any) -> Resource:
    return Resource(id=name, name=name, calendar=own, **fields)


def work(who: str, days: float, identity: str = "A", **fields: Any) -> Assignment:
    return Assignment(id=f"{identity}-{who}", task=identity, resource=who, work=round(days * DAY), **fields)


def made(*records, **profile):
    return plan(OFFICE_WEEK, MORNINGS, WEEKEND, *records, calendar="office", **profile)


def test_half_day_worker_takes_twice_as_long():
    planned = made(task("A", 2), task("B", 1), link("A>B"), person("Li", "mornings"), work("Li", 2))
    assert span(planned, "A") == "06-01 08:00 - 06-04 12:00"
    assert span(planned, "B") == "06-04 13:00 - 06-05 12:00"
    assert planned.goes_by_people("A")
    assert planned.of("A").duration == 2 * DAY


def test_task_begins_with_the_first_and_ends_with_the_last():
    both = [person("Li", "mornings"), person("Wang"), work("Li", 1), work("Wang", 3)]
    assert span(made(task("A", 3), *both), "A") == "06-01 08:00 - 06-03 17:00"
    late = [person("Li", "mornings"), person("Wang"), work("Li", 1), work("Wang", 1, delay=4 * DAY)]
    assert span(made(task("A", 3), *late), "A") == "06-01 08:00 - 06-05 17:00"


def test_units_contour_and_overtime():
    def finish(**fields):
        return made(task("A", 2), person("Li", "every day"), work("Li", 2, **fields)).of("A").finish

    assert finish() == at("06-02 17:00")
    assert finish(units=50) == at("06-04 17:00")
    assert finish(contour="bell") == at("06-04 17:00")
    assert finish(overtime_work=DAY) == at("06-01 17:00")
    assert finish(levelling_delay=1440) == at("06-03 17:00")


def test_task_calendar_and_resource_calendar_are_both_kept_unless_told_otherwise():
    records = [person("Li", "mornings"), work("Li", 1)]
    # Saturday is worked by the task alone, afternoons by neither of both together.
    both = task("A", 1, calendar="every day", constraint="snet", constraint_date=at("06-05 08:00"))
    assert span(made(both, *records), "A") == "06-05 08:00 - 06-08 12:00"
    ignoring = both.replace(ignore_resource_calendar=True)
    assert span(made(ignoring, *records), "A") == "06-05 08:00 - 06-05 17:00"


def test_calendars_with_next_to_nothing_in_common_do_not_drag_a_task_into_the_far_future():
    """One Saturday is worked by both; behind it the calendar of the task is all there is."""
    saturday = CalendarException(start=dt.date(2026, 6, 6), finish=dt.date(2026, 6, 6), bands="08:00-12:00")
    days = tuple(WeekDay(weekday=day, bands=OFFICE if day > 4 else "") for day in range(7))
    weekend = Calendar(id="weekend", name="weekend", week=days)
    office = calendar("weekdays", OFFICE, 5, saturday)
    planned = made(office, weekend, task("A", 2, calendar="weekdays"), person("Li", "weekend"), work("Li", 2))
    # Four hours on Saturday, twelve from Monday on.
    assert span(planned, "A") == "06-06 08:00 - 06-09 12:00"
    assert [warning.code for warning in planned.warnings] == ["no_common_time"]


@pytest.mark.parametrize(
    "fields",
    [{"task_type": "fixed_duration"}, {"duration_unit": "ed", "duration": 1440}, {"duration": 0}],
    ids=["fixed duration", "elapsed", "milestone"],
)
def test_tasks_that_keep_their_duration(fields):
    alone = made(task("A", 1, **fields))
    assert span(made(task("A", 1, **fields), person("Li", "mornings"), work("Li", 1)), "A") == span(alone, "A")


def test_material_and_money_take_no_time():
    steel = [Resource(id="steel", name="Steel", kind="material", calendar="mornings"), work("steel", 5)]
    assert span(made(task("A", 1), *steel), "A") == "06-01 08:00 - 06-01 17:00"


def test_without_work_the_duration_is_done_in_the_time_of_the_person():
    follow = [person("Li", "mornings"), Assignment(id="x", task="A", resource="Li")]
    planned = made(task("A", 1), *follow)
    assert span(planned, "A") == "06-01 08:00 - 06-02 12:00"
    assert planned.goes_by_people("A")
    # Of two, the one who needs longer; half units change nothing where no work is entered.
    both = [*follow, person("Wang"), Assignment(id="y", task="A", resource="Wang", units=50)]
    assert span(made(task("A", 1), *both), "A") == "06-01 08:00 - 06-02 12:00"


def test_leave_of_somebody_whose_work_was_never_entered_delays_the_task_and_what_follows():
    leave = calendar("leave", OFFICE, 5, CalendarException(start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 3)))
    given = [leave, person("Li", "leave"), Assignment(id="x", task="A", resource="Li")]
    planned = made(task("A", 2), task("B", 1), link("A>B"), *given)
    assert span(planned, "A") == "06-01 08:00 - 06-04 17:00"  # Monday and Thursday
    assert span(planned, "B") == "06-05 08:00 - 06-05 17:00"
    half = task("A", 2, actual_start=at("06-01 08:00"), percent_complete=50)
    assert made(half, *given, progress_rule="as_planned").of("A").finish == at("06-04 17:00")
    kept = made(task("A", 2, task_type="fixed_duration"), *given)
    assert span(kept, "A") == "06-01 08:00 - 06-02 17:00"


def test_without_work_and_calendar_of_its_own_an_assignment_follows_the_task():
    follow = [person("Li"), Assignment(id="x", task="A", resource="Li")]
    weekend = made(task("A", 6, calendar="every day"), *follow)
    assert span(weekend, "A") == "06-01 08:00 - 06-06 17:00"
    assert not weekend.goes_by_people("A")


def test_late_dates_go_by_the_people_too():
    planned = made(task("A", 2), task("B", 5), person("Li", "mornings"), work("Li", 2))
    # Four mornings, the last one on Friday.
    assert planned.of("A").late_start == at("06-02 08:00")
    assert planned.of("A").late_finish == at("06-05 12:00")
    assert floats(planned, "A") == (1, 1)


def test_what_is_left_of_work_in_progress():
    started = task("A", 4, actual_start=at("06-01 08:00"), percent_complete=50)
    records = [person("Li", "mornings"), work("Li", 4, actual_work=2 * DAY), task("B", 10)]
    planned = made(started, *records, progress_rule="as_planned")
    assert span(planned, "A") == "06-01 08:00 - 06-10 12:00"
    assert planned.of("A").late_finish == at("06-12 12:00")
    put_off = started.replace(stop=at("06-04 12:00"), resume=at("06-15 08:00"))
    assert made(put_off, *records, progress_rule="as_planned").of("A").finish == at("06-18 12:00")


def test_edits_of_people_and_their_work_count():
    whole = project(OFFICE_WEEK, MORNINGS, task("A", 2), person("Li"), work("Li", 2), calendar="office")
    planned = schedule(whole)
    assert planned.of("A").finish == at("06-02 17:00")
    li = whole.table(Resource)["Li"].replace(calendar="mornings")
    planned = schedule(whole, planned, (Change("resource", "Li", whole.put("resource", "Li", li), li),))
    assert planned.of("A").finish == at("06-04 12:00")
    more = whole.table(Assignment)["A-Li"].replace(work=DAY)
    planned = schedule(whole, planned, (Change("assignment", more.id, whole.put("assignment", more.id, more), more),))
    assert planned.of("A").finish == at("06-02 12:00")
    noted = li.replace(notes="part time")
    change = Change("resource", "Li", whole.put("resource", "Li", noted), noted)
    assert schedule(whole, planned, (change,)) is planned


def test_how_much_people_do_counts_only_where_they_set_the_pace():
    whole = project(OFFICE_WEEK, MORNINGS, task("A", 2), task("B", 2), person("Li"), person("Wang", "mornings"),
                    work("Li", 2), work("Wang", 2, "B"), calendar="office")  # fmt: skip
    planned = schedule(whole)
    more = whole.table(Assignment)["A-Li"].replace(work=DAY, actual_work=60, units=50)
    change = Change("assignment", more.id, whole.put("assignment", more.id, more), more)
    assert schedule(whole, planned, (change,)) is planned
    for fields in ({"delay": DAY}, {"units": 0}, {"work": None}, {"resource": "Wang"}):
        other = more.replace(**fields)
        change = Change("assignment", more.id, whole.put("assignment", more.id, other), other)
        again = schedule(whole, planned, (change,))
        assert again.of("A") == schedule(whole).of("A")
        whole.put("assignment", more.id, more)
    theirs = whole.table(Assignment)["B-Wang"].replace(work=DAY)
    change = Change("assignment", theirs.id, whole.put("assignment", theirs.id, theirs), theirs)
    assert schedule(whole, planned, (change,)).of("B").finish == at("06-02 12:00")


def test_an_interrupted_task_keeps_its_gap_in_the_time_of_its_people():
    # Four mornings, one without work, then six; recorded in March.
    pattern = (
        Split(start=at("03-02 08:00"), finish=at("03-05 12:00")),
        Split(start=at("03-09 08:00"), finish=at("03-16 12:00")),
    )
    planned = made(task("A", 5, splits=pattern), task("B", 12), person("Li", "mornings"), work("Li", 5))
    assert span(planned, "A") == "06-01 08:00 - 06-15 12:00"
    first, second = planned.parts("A")
    assert [to_datetime(moment) for moment in (*first, *second)] == [
        at("06-01 08:00"), at("06-04 12:00"), at("06-08 08:00"), at("06-15 12:00"),
    ]  # fmt: skip
    # B ends on Tuesday 06-16: one morning later.
    assert planned.of("A").late_start == at("06-02 08:00")
    assert planned.of("A").late_finish == at("06-16 12:00")


def test_work_spread_by_hand_takes_as_long_as_the_task():
    spread = work("Li", 1, contour="contoured")
    assert made(task("A", 2), person("Li", "mornings"), spread).of("A").finish == at("06-04 12:00")


def test_work_spread_by_hand_takes_the_time_of_its_runs():
    # Two mornings at full, one without, four hours at a quarter: four mornings, whatever the task as a whole takes.
    drawn = "contoured 480:480 240:0 240:60"
    records = [person("Li", "mornings"), person("Wang"), work("Wang", 5)]
    short = work("Li", 0, contour=drawn).replace(work=540)
    assert made(task("A", 5), *records, short).of("A").finish == at("06-05 17:00")
    assert made(task("A", 2), person("Li", "mornings"), short).of("A").finish == at("06-04 12:00")
    # Twice the work takes twice the time.
    assert made(task("A", 5), *records, short.replace(work=1080)).of("A").finish == at("06-10 12:00")
    # After the first two mornings the time without work has passed with them: one morning is left.
    begun = task("A", 2, actual_start=at("06-01 08:00"), percent_complete=50, stop=at("06-02 12:00"),
                 resume=at("06-15 08:00"))  # fmt: skip
    planned = made(begun, person("Li", "mornings"), short.replace(actual_work=480), progress_rule="as_planned")
    assert planned.of("A").finish == at("06-15 12:00")


def test_units_are_whole_per_cent_so_that_the_duration_tells_what_was_rounded():
    # A third of five days is 13 h 20 min, which at 33 % would be 40 h 24 min.
    third = work("Li", 0, units=33).replace(work=800)
    assert made(task("A", 5), person("Li", "every day"), third).of("A").finish == at("06-05 17:00")
    more = third.replace(work=1600)
    assert made(task("A", 5), person("Li", "every day"), more).of("A").finish > at("06-10 17:00")


def test_a_contour_is_lived_through_from_its_beginning():
    # A bell of ten days holds 10+20+40+80 of 500 parts in its first four: after 30 % of the work six days remain.
    started = task("A", 10, actual_start=at("06-01 08:00"), percent_complete=40, stop=at("06-04 17:00"),
                   resume=at("06-15 08:00"))  # fmt: skip
    bell = work("Li", 5, contour="bell", actual_work=720)
    planned = made(started, person("Li", "every day"), bell, progress_rule="as_planned")
    assert planned.of("A").finish == at("06-20 17:00")


def test_overtime_that_was_worked_leaves_the_rest_of_the_working_time():
    started = task("A", 2, actual_start=at("06-01 08:00"), percent_complete=50, stop=at("06-01 17:00"),
                   resume=at("06-15 08:00"))  # fmt: skip
    # Two days within working time and two beyond; one of each is done.
    both = work("Li", 4, overtime_work=2 * DAY, actual_work=2 * DAY, actual_overtime_work=DAY)
    planned = made(started, person("Li", "every day"), both, progress_rule="as_planned")
    assert planned.of("A").finish == at("06-15 17:00")
