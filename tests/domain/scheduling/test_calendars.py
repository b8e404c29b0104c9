"""Arithmetic on working time, against wall-clock reasoning and against counting minute by minute."""

from __future__ import annotations

import datetime as dt
import random
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.plan import Calendar, CalendarException, WeekDay, WorkWeek
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import (
    WorkCalendar,
    compile_calendar,
    require_working_time,
    standard_calendar,
    to_datetime,
    to_minutes,
)
from desktop.domain.scheduling.bands import intersect
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.calendars import ELAPSED
from desktop.domain.scheduling.clock import DAY
from tests.domain.scheduling.building import OFFICE, at, calendar, project
from tests.domain.scheduling.random_plans import calendars, examples

FIRST, LAST = dt.date(2026, 1, 1).toordinal(), dt.date(2027, 1, 1).toordinal()
STANDARD = standard_calendar(FIRST, LAST)


def minute(text: str) -> int:
    return to_minutes(at(text))


def text(moment: int) -> str:
    return f"{to_datetime(moment):%m-%d %H:%M}"


def compiled(*records: Calendar) -> WorkCalendar:
    """The first of ``records``, which may be derived from the others."""
    book = CalendarBook({record.id: record for record in records}, FIRST, LAST)
    found = book.get(records[0].id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "days", "finish"),
    [
        ("06-01 08:00", 1, "06-01 17:00"),
        ("06-01 08:00", 5, "06-05 17:00"),
        ("06-01 10:00", 1, "06-02 10:00"),
        ("06-01 12:00", 0.5, "06-01 17:00"),
        ("06-01 07:00", 0.5, "06-01 12:00"),
        ("06-06 11:00", 1, "06-08 17:00"),
        ("06-01 09:30", 0, "06-01 09:30"),
        ("06-05 16:00", -1, "06-04 16:00"),
    ],
)
def test_add(start, days, finish):
    assert text(STANDARD.add(minute(start), round(days * 480))) == finish


@pytest.mark.parametrize(
    ("finish", "days", "start"),
    [
        ("06-05 17:00", 5, "06-01 08:00"),
        ("06-08 08:00", 1, "06-05 08:00"),
        ("06-07 12:00", 0.5, "06-05 13:00"),
        ("06-09 17:00", 1, "06-09 08:00"),
        ("06-09 10:00", 1, "06-08 10:00"),
        ("06-05 16:00", -1, "06-08 16:00"),
    ],
)
def test_subtract(finish, days, start):
    assert text(STANDARD.subtract(minute(finish), round(days * 480))) == start


def test_faces_of_a_gap():
    assert text(STANDARD.next_start(minute("06-05 17:00"))) == "06-08 08:00"
    assert text(STANDARD.next_start(minute("06-05 12:00"))) == "06-05 13:00"
    assert text(STANDARD.next_start(minute("06-05 11:59"))) == "06-05 11:59"
    assert text(STANDARD.previous_finish(minute("06-08 08:00"))) == "06-05 17:00"
    assert text(STANDARD.previous_finish(minute("06-08 08:01"))) == "06-08 08:01"
    assert STANDARD.is_working(at("06-05 16:59"))
    assert not STANDARD.is_working(at("06-05 17:00"))
    assert STANDARD.between(minute("06-05 17:00"), minute("06-08 08:00")) == 0
    assert STANDARD.between(minute("06-09 08:00"), minute("06-08 08:00")) == -480


def test_night_shift_belongs_to_the_evening_it_starts():
    night = compiled(calendar("night", "22:00-06:00", 5))
    # Friday's shift runs into Saturday; the next begins on Monday evening.
    assert text(night.add(minute("06-05 22:00"), 480)) == "06-06 06:00"
    assert text(night.next_start(minute("06-06 06:00"))) == "06-08 22:00"
    assert night.day_bands(dt.date(2026, 6, 6)) == ((0, 360),)
    assert night.day_bands(dt.date(2026, 6, 2)) == ((0, 360), (1320, 1440))
    assert text(night.subtract(minute("06-02 06:00"), 480)) == "06-01 22:00"


def test_round_the_clock():
    always = compiled(calendar("always", "00:00-24:00", 7))
    assert text(always.add(minute("06-05 17:00"), 1440)) == "06-06 17:00"
    assert always.non_working_spans(minute("06-01 00:00"), minute("06-30 00:00")) == []
    assert ELAPSED.add(minute("06-05 17:00"), 60) == minute("06-05 18:00")


def test_non_working_spans_for_shading():
    spans = STANDARD.non_working_spans(minute("06-05 00:00"), minute("06-08 09:00"))
    assert [(text(a), text(b)) for a, b in spans] == [
        ("06-05 00:00", "06-05 08:00"), ("06-05 12:00", "06-05 13:00"), ("06-05 17:00", "06-08 08:00")
    ]  # fmt: skip


def test_forty_years_on_without_laying_out_forty_years_before():
    start = to_minutes(dt.datetime(2026, 6, 1, 8))
    finish = STANDARD.add(start, 480 * 260 * 44)
    assert STANDARD.between(start, finish) == 480 * 260 * 44
    assert to_datetime(finish).year == 2070
    assert STANDARD.subtract(finish, 480 * 260 * 44) == start


@pytest.mark.parametrize("year", [1984, 1900, 2149])
def test_far_dates_before_and_after_what_was_laid_out(year):
    fresh = standard_calendar(FIRST, LAST)
    friday = next(day for day in range(7) if dt.date(year, 2, 1 + day).weekday() == 4)
    start = to_minutes(dt.datetime(year, 2, 1 + friday, 8))
    assert fresh.add(start, 960) - start == 3 * 1440 + 9 * 60
    here = fresh.work_at(minute("06-01 08:00"))
    assert fresh.work_at(minute("06-02 08:00")) - here == 480


def test_beyond_the_years_of_plans_everything_is_worked_so_that_nothing_hangs():
    start = to_minutes(dt.datetime(2399, 12, 1, 8))
    assert STANDARD.add(start, 480 * 10_000) > start
    early = to_minutes(dt.datetime(1900, 1, 5, 8))
    assert STANDARD.subtract(early, 480 * 10_000) < early


def test_short_work_may_cross_the_end_of_the_years_of_plans():
    """The last day of their calendar is 2399-12-30, a Thursday; from the next midnight on every minute is worked."""
    found = standard_calendar(FIRST, LAST)
    wednesday = to_minutes(dt.datetime(2399, 12, 29, 8))
    crossed = to_minutes(dt.datetime(2399, 12, 31, 8))  # a day on Wednesday, a day on Thursday, eight hours
    assert found.place(wednesday, 3 * 480)[:2] == (wednesday, crossed)
    work = found.work_at(wednesday)
    assert found.from_work(work, 3 * 480)[:2] == (wednesday, crossed)
    assert found.earliest(work + 3 * 480) == found.latest(work + 3 * 480) == crossed
    assert found.place_back(crossed, 3 * 480)[:2] == (wednesday, crossed)
    midnight = to_minutes(dt.datetime(2399, 12, 31))
    assert found.place_point(midnight, 0)[0] == midnight


@pytest.mark.parametrize("ask", ["place", "place_point", "from_work", "earliest", "latest"])
def test_each_question_may_be_the_first_to_cross_the_end(ask: str) -> None:
    found, laid_out = standard_calendar(FIRST, LAST), standard_calendar(FIRST, LAST)
    wednesday = to_minutes(dt.datetime(2399, 12, 29, 8))
    laid_out.place(wednesday, 480 * 10_000)
    work = laid_out.work_at(wednesday)
    last = to_minutes(dt.datetime(2399, 12, 30, 17))
    asked = {
        "place": lambda one: one.place(wednesday, 3 * 480),
        "place_point": lambda one: one.place_point(last + 60, 0),
        "from_work": lambda one: one.from_work(work, 3 * 480),
        "earliest": lambda one: one.earliest(work + 3 * 480),
        "latest": lambda one: one.latest(work + 2 * 480),
    }[ask]
    assert asked(found) == asked(laid_out)


def test_order_of_strength():
    date = dt.date
    week = calendar("base", OFFICE, 5, CalendarException(start=date(2026, 6, 4), finish=date(2026, 6, 5)))
    own = Calendar(
        id="own", name="own", base="base",
        week=(WeekDay(weekday=2, bands="10:00-11:00"),),
        work_weeks=tuple(
            WorkWeek(start=date(2026, 6, 8), finish=date(2026, 6, 14), weekday=weekday, bands="09:00-10:00")
            for weekday in (0, 2)
        ),
        exceptions=(
            CalendarException(start=date(2026, 6, 5), finish=date(2026, 6, 5), bands="08:00-09:00"),
            CalendarException(start=date(2026, 6, 1), recurrence="FREQ=WEEKLY;BYDAY=TU,WE", bands="06:00-07:00"),
            CalendarException(start=date(2026, 6, 9), finish=date(2026, 6, 9)),
        ),
    )  # fmt: skip
    both = compiled(own, week)
    assert both.day_bands(date(2026, 6, 1)) == ((480, 720), (780, 1020)), "a weekday of the base"
    assert both.day_bands(date(2026, 5, 27)) == ((600, 660),), "its own weekday"
    assert both.day_bands(date(2026, 6, 3)) == ((360, 420),), "a recurring exception beats the week"
    assert both.day_bands(date(2026, 6, 4)) == (), "a holiday of the base"
    assert both.day_bands(date(2026, 6, 5)) == ((480, 540),), "its own exception beats the base's"
    assert both.day_bands(date(2026, 6, 8)) == ((540, 600),), "a work week beats the week"
    assert both.day_bands(date(2026, 6, 9)) == (), "a one-off exception beats a recurring one"
    assert both.day_bands(date(2026, 6, 10)) == ((360, 420),), "a recurring exception beats a work week"
    assert both.day_bands(date(2026, 6, 15)) == ((480, 720), (780, 1020)), "after the work week"


def test_problems_are_named_and_nothing_is_raised():
    circle = Calendar(id="a", name="a", base="b", week=(WeekDay(weekday=0, bands="08:00-12:00"),))
    other = Calendar(id="b", name="b", base="a", week=(WeekDay(weekday=1, bands="nonsense"),))
    broken = CalendarException(start=dt.date(2026, 6, 1), recurrence="FREQ=SOMETIMES", bands=OFFICE)
    book = CalendarBook({"a": circle.replace(exceptions=(broken,)), "b": other}, FIRST, LAST)
    found = book.get("a")
    assert found is not None
    assert {warning.code for warning in book.warnings} == {
        "calendar_circle", "calendar_bands", "recurrence_unreadable"
    }  # fmt: skip
    assert found.day_bands(dt.date(2026, 6, 8)) == ((480, 720),)
    assert found.day_bands(dt.date(2026, 6, 9)) == ()


def test_no_working_days_left_falls_back_to_the_standard_week():
    one_day = CalendarException(start=dt.date(2026, 6, 6), finish=dt.date(2026, 6, 6), bands="10:00-12:00")
    record = calendar("rare", working=0).replace(exceptions=(one_day,))
    book = CalendarBook({"rare": record}, FIRST, LAST)
    found = book.get("rare")
    assert found is not None
    assert [warning.code for warning in book.warnings] == ["no_working_time"]
    assert text(found.add(minute("06-01 08:00"), 180)) == "06-08 09:00"


def test_validation_refuses_a_calendar_without_working_time():
    whole = project(calendar("never", working=0), calendar("office"), calendar("bad", "12-13"))
    require_working_time(whole, "office")
    require_working_time(whole, "not there")
    for identity, code in (("never", "no_working_time"), ("bad", "calendar_bands")):
        with pytest.raises(Rejected) as refused:
            require_working_time(whole, identity)
        assert refused.value.code == code
    assert compile_calendar(whole, "office").is_working(at("06-01 08:00"))


def test_endless_exceptions_do_not_slow_anything_down():
    ranges = tuple(
        CalendarException(start=dt.date(1, 1, 1), finish=dt.date(9999, 12, 31), bands=OFFICE) for _ in range(200)
    )
    daily = CalendarException(start=dt.date(1, 1, 1), recurrence="FREQ=DAILY", bands=OFFICE)
    found = compiled(calendar("full", OFFICE, 5, *ranges, daily))
    assert text(found.add(minute("06-01 08:00"), 480 * 7)) == "06-07 17:00"


# -- against counting ---------------------------------------------------------------------------

BEGIN, END = minute("05-01 00:00"), minute("07-15 00:00")


def worked_minutes(found: WorkCalendar) -> list[int]:
    """Every minute of the test's ten weeks that is worked, counted from the bands of each day."""
    return [
        midnight + own
        for midnight in range(BEGIN, END, 1440)
        for start, end in found.day_bands(to_datetime(midnight).date())
        for own in range(start, end)
    ]


@examples
@given(calendars(), st.integers(minute("05-20 00:00"), minute("06-20 00:00")), st.integers(0, 5000), st.data())
def test_agrees_with_counting_minutes(records, moment, duration, data):
    book = CalendarBook({record.id: record for record in records}, FIRST, LAST)
    found = book.get(data.draw(st.sampled_from(["one", "two", "three"])))
    assert found is not None
    worked = worked_minutes(found)
    after = [one for one in worked if one >= moment]
    before = [one for one in worked if one < moment]
    assert found.next_start(moment) == after[0]
    assert found.previous_finish(moment) == before[-1] + 1
    assert found.is_working(to_datetime(moment)) == (after[0] == moment)
    if 0 < duration <= min(len(after), len(before)):
        finish, start = found.add(moment, duration), found.subtract(moment, duration)
        assert finish == after[duration - 1] + 1
        assert start == before[-duration]
        assert found.between(moment, finish) == found.between(start, moment) == duration
        assert found.place(moment, duration)[:2] == (after[0], finish)
        assert found.place_back(moment, duration)[:2] == (start, before[-1] + 1)
    shaded = {one for a, b in found.non_working_spans(BEGIN + 1440, END - 1440) for one in range(a, b)}
    assert shaded == set(range(BEGIN + 1440, END - 1440)) - set(worked)


FAR_MOMENTS = st.integers(to_minutes(dt.datetime(2026, 1, 1)), to_minutes(dt.datetime(2040, 1, 1)))
DECADES_ON = dt.date(2045, 1, 1).toordinal()


@examples
@given(calendars(), st.lists(st.tuples(FAR_MOMENTS, st.sampled_from((0, 1, 480, 2400, 40_000, 200_000))), min_size=9))
def test_answers_moved_from_years_laid_out_are_those_of_every_year_laid_out(records, questions):
    """Also on the faces of gaps, and where weeks of work reach over the end of what is laid out."""
    by_id = {record.id: record for record in records}
    for identity in by_id:
        moved = CalendarBook(by_id, FIRST, LAST).get(identity)
        whole = CalendarBook(by_id, FIRST, DECADES_ON).get(identity)
        assert moved is not None
        assert whole is not None
        for moment, duration in questions:
            work = whole.work_at(moment)
            assert moved.work_at(moment) == work
            for t in (moment, whole.earliest(work), whole.latest(work)):
                for name in ("place", "place_point", "place_back"):
                    amount = 0 if name == "place_point" else duration
                    assert getattr(moved, name)(t, amount) == getattr(whole, name)(t, amount), name
            assert (moved.earliest(work), moved.latest(work)) == (whole.earliest(work), whole.latest(work))
            assert moved.from_work(work, max(1, duration)) == whole.from_work(work, max(1, duration))
        shading = questions[0][0], questions[0][0] + 90 * 1440
        assert moved.non_working_spans(*shading) == whole.non_working_spans(*shading)


@examples
@given(calendars())
def test_intersection_is_worked_in_both(records):
    book = CalendarBook({record.id: record for record in records}, FIRST, LAST)
    one, two = book.get("one"), book.get("two")
    assert one is not None
    assert two is not None
    both = one.intersect(two)
    for day in range(dt.date(2026, 5, 25).toordinal(), dt.date(2026, 6, 25).toordinal()):
        date = dt.date.fromordinal(day)
        assert both.day_bands(date) == intersect(one.day_bands(date), two.day_bands(date))


def test_a_calendar_that_another_thread_extends_answers_as_ever():
    """Every answer is made of one layout, whichever years somebody else asks for meanwhile."""
    first = dt.date(2026, 6, 1).toordinal()
    asked = [minute("06-02 09:00") + day * DAY for day in range(50)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(40):
            shared = standard_calendar(first, first + 400)
            expected = [shared.place(moment, 480)[:2] for moment in asked]

            def extend(shared: WorkCalendar = shared) -> None:
                for years in range(1, 30):
                    shared.work_at(asked[0] - years * 365 * DAY)
                    shared.place(asked[0] + years * 365 * DAY, 480)

            other = threading.Thread(target=extend)
            other.start()
            while other.is_alive():
                assert [shared.place(moment, 480)[:2] for moment in asked] == expected
            other.join()
    finally:
        sys.setswitchinterval(interval)


BANDS = ("", "08:00-12:00 13:00-17:00", "13:00-22:00", "22:00-06:00", "00:00-24:00", "16:00-02:00", "06:00-08:00")


def any_calendar(draw: random.Random, identity: str) -> Calendar:
    """A week, night shifts among its days, and days that differ from it."""
    few = BANDS[: draw.choice((3, len(BANDS)))]
    days = [dt.date(2026, 1, 1) + dt.timedelta(draw.randrange(300)) for _ in range(draw.randrange(6))]
    exceptions = tuple(
        CalendarException(
            name="", start=day, finish=day + dt.timedelta(draw.choice((0, 0, 9))), bands=draw.choice(BANDS),
            recurrence="",
        )
        for day in days
    )  # fmt: skip
    week = tuple(WeekDay(weekday=day, bands=draw.choice(few)) for day in range(7))
    return Calendar(id=identity, name=identity, week=week, exceptions=exceptions)


def test_time_in_common_is_the_same_by_weeks_and_day_by_day() -> None:
    draw, first = random.Random(7), dt.date(2025, 12, 3).toordinal()
    by_weeks = 0
    for _ in range(150):
        records = {name: any_calendar(draw, name) for name in ("left", "right")}
        book = CalendarBook(records, first, first + 7)
        left, right = book.get("left"), book.get("right")
        assert left is not None and right is not None
        common = left.intersect(right, first + draw.choice((200, 10**6)))
        for day in map(dt.date.fromordinal, range(first, first + 380)):
            bands = left.day_bands(day)
            if day.toordinal() < common._rules._until:
                bands = intersect(bands, right.day_bands(day))
            assert common.day_bands(day) == bands
        minutes = sum(b - a for day in range(first, first + 380) for a, b in common._rules.bands(day))
        assert common.between(first * DAY, (first + 380) * DAY) == minutes
        by_weeks += common._rules.usual is not None
    assert 50 < by_weeks < 150
