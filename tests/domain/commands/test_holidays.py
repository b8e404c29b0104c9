"""Holidays that change only when a person says so."""

from __future__ import annotations

import datetime as dt

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan import ApplyHolidays
from desktop.domain.plan import Calendar, CalendarException, WeekDay
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.effect import effect
from desktop.domain.scheduling.holidays import (
    HolidayList,
    changed_days,
    china_exceptions,
    china_list,
    china_version,
    merged,
    newer_list,
    outdated,
    usual_bands,
)
from tests.domain.scheduling.building import OFFICE, at, calendar, project, task

LONG = "09:00-12:00 13:30-18:30"


def day(month, number, bands="", source="official", *, name="x", until=0):
    when = dt.date(2026, month, number)
    finish = dt.date(2026, month, until or number)
    return CalendarException(name=name, start=when, finish=finish, bands=bands, recurrence="", source=source)


def writing(held):
    return Transaction(project(held), now=at("06-01 08:00"), author="Test")


def test_a_newer_pack_is_offered_and_taken_only_on_request():
    # 3 March is no holiday of 2026; the older pack did not know 2027 yet.
    own = day(7, 1, source="user")
    held = calendar("C", OFFICE, 5, day(3, 3), own).replace(holidays="china 2020-01-01")
    tx = writing(held)
    assert outdated(tx.project) == ["C"]
    assert tx.project.get(Calendar, "C") == held
    offered = newer_list(tx.project, "C")
    assert offered is not None
    assert offered.years == {2026: "official", 2027: "provisional"}
    ApplyHolidays("C", offered, f"china {china_version()}").apply(tx)
    made = tx.project.get(Calendar, "C")
    assert set(made.exceptions) == {own, *china_exceptions([2026, 2027])}
    assert made.holidays == f"china {china_version()}"
    assert outdated(tx.project) == []
    assert newer_list(tx.project, "C") is None


def test_a_newer_pack_that_changes_no_working_day_is_not_worth_a_word():
    held = calendar("C", OFFICE, 5, *china_exceptions([2026, 2027])).replace(holidays="china 2020-01-01")
    assert outdated(project(held)) == []


def test_calendars_that_never_took_the_pack_are_left_alone():
    assert outdated(project(calendar("C", OFFICE, 5, day(3, 3)))) == []


def test_a_plain_list_beats_what_stood_there_and_replaces_only_an_earlier_import():
    own, earlier = day(5, 1, OFFICE, "user"), day(5, 4, source="imported")
    new = HolidayList((day(5, 1, source="imported"), day(5, 4, OFFICE, "imported")))
    assert merged(calendar("C", OFFICE, 5, own, earlier), new) == (own, *new.exceptions)


def test_what_the_calendar_says_already_is_not_said_twice():
    own = day(7, 1, source="user", name="Founding day")
    for source in ("imported", "official"):
        said = HolidayList((day(7, 1, source=source, name="the same"), day(7, 2, source=source)))
        assert set(merged(calendar("C", OFFICE, 5, own), said)) == {own, said.exceptions[1]}


def test_what_a_person_entered_holds_against_a_published_list():
    own = day(10, 2, OFFICE, "user")  # we work on the second day of the National Day holidays
    tx = writing(calendar("C", OFFICE, 5, own))
    before = tx.project.snapshot()
    ApplyHolidays("C", HolidayList((day(10, 1, until=7), day(10, 2)))).apply(tx)
    # 1 October 2026 is a Thursday; 3 and 4 are a weekend.
    assert [change.day.day for change in changed_days(before, tx.project, "C")] == [1, 5, 6, 7]


def test_a_day_that_changes_by_the_order_of_what_is_there_alone_is_told():
    own, listed = day(10, 2, OFFICE, "user"), day(10, 2)
    tx = writing(calendar("C", OFFICE, 5, own, listed))  # the day off stands behind and holds
    before = tx.project.snapshot()
    ApplyHolidays("C", HolidayList((listed,))).apply(tx)
    assert tx.project.get(Calendar, "C").exceptions == (listed, own)
    assert [change.day.day for change in changed_days(before, tx.project, "C")] == [2]


def test_long_lists_are_compared_without_trying_every_pair():
    """Five thousand days off, none of them a working day before: nothing changes on them."""
    saturday = dt.date(1990, 1, 6)
    days = [
        CalendarException(name="x", start=saturday + dt.timedelta(7 * at), finish=None, source=source)
        for source in ("imported", "official")
        for at in range(5000)
    ]
    tx = writing(calendar("C", OFFICE, 5, *days[:5000]))
    before = tx.project.snapshot()
    ApplyHolidays("C", HolidayList(tuple(days[5000:]))).apply(tx)
    assert len(tx.project.get(Calendar, "C").exceptions) == 10_000
    assert changed_days(before, tx.project, "C") == []


def test_changed_days_are_those_on_which_work_differs():
    tx = writing(calendar("C", OFFICE, 5, day(5, 1)))
    before = tx.project.snapshot()
    # Friday 1 May is off in both; Sunday 3 May is off anyway; Saturday 9 May is worked instead of Monday 4 May.
    days = day(5, 1, until=4, name="Labour Day"), day(5, 9, OFFICE, name="made up")
    ApplyHolidays("C", HolidayList(days)).apply(tx)
    found = [(each.day.day, each.before, each.after, each.name, each.made_up) for each in
             changed_days(before, tx.project, "C")]  # fmt: skip
    worked = ((480, 720), (780, 1020))
    assert found == [(4, worked, (), "Labour Day", False), (9, (), worked, "made up", True)]
    back = [(each.day.day, each.after, each.name, each.made_up) for each in changed_days(tx.project, before, "C")]
    assert back == [(4, worked, "Labour Day", False), (9, (), "made up", False)]


def test_a_yearly_day_is_looked_at_for_three_years():
    rule = CalendarException(name="Founding", start=dt.date(2026, 6, 3), finish=None, bands="",
                             recurrence="FREQ=YEARLY", source="imported")  # fmt: skip
    tx = writing(calendar("C"))
    before = tx.project.snapshot()
    ApplyHolidays("C", HolidayList((rule,))).apply(tx)
    # 3 June is a Wednesday in 2026, a Thursday in 2027, a Saturday in 2028, a Sunday in 2029.
    found = [str(each.day) for each in changed_days(before, tx.project, "C")]
    assert found == ["2026-06-03", "2027-06-03"]


def test_make_up_days_are_worked_as_an_ordinary_day_of_the_calendar():
    base = calendar("B", LONG)
    derived = Calendar(id="D", name="D", base="B", week=(WeekDay(weekday=5, bands=""),))
    circle = Calendar(id="X", name="X", base="X")
    made = project(base, derived, circle)
    assert usual_bands(made, "B") == usual_bands(made, "D") == LONG
    assert usual_bands(made, "X") == OFFICE
    assert {item.bands for item in china_list(bands=LONG).exceptions} == {"", LONG}


def test_the_effect_counts_tasks_and_calendar_days():
    # A: Mon 1 to Wed 3 June, B: Mon 1; Wednesday off makes A end on Thursday.
    tx = Transaction(
        project(calendar("C"), task("A", 3), task("B", 1), calendar="C"), now=at("06-01 08:00"), author=""
    )  # fmt: skip
    before = schedule(tx.project)
    ApplyHolidays("C", HolidayList((day(6, 3),))).apply(tx)
    found = effect(before, schedule(tx.project))
    assert (found.moved, found.days) == (("A",), 1)
    assert (found.finish_before, found.finish_after) == (at("06-03 17:00"), at("06-04 17:00"))


def test_years_of_a_list_say_how_sure_they_are():
    days = HolidayList((day(1, 1), day(1, 2, source="provisional"), day(1, 3)))
    assert days.years == {2026: "provisional"}
    assert days.published
    assert days.of_years([2025]) == ()
