"""Why a day is worked or not, and what setting days does, by hand; 2026-06-01 is a Monday."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.commands.plan.calendars import EditCalendars
from desktop.domain.plan import Calendar, CalendarException, WeekDay, WorkWeek
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.bands import format_bands
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.calendar_days import calendar_days
from desktop.domain.scheduling.calendar_edits import AS_USUAL, clear_days, set_days
from desktop.domain.scheduling.calendar_uses import calendar_uses
from desktop.domain.session import Session
from tests.domain.scheduling.building import OFFICE, calendar, project, task
from tests.domain.scheduling.random_plans import calendars, examples


def june(number: int) -> dt.date:
    return dt.date(2026, 6, number)


def kinds(records: list[Calendar], first: int, last: int) -> list[str]:
    """``day kind`` of the first calendar's days in June, with the name of what decides."""
    found = calendar_days({one.id: one for one in records}, records[0].id, june(first), june(last))
    return [f"{one.day.day} {one.kind} {one.name}".strip() for one in found]


def off(first: int, last: int = 0, name: str = "", bands: str = "", **more: str) -> CalendarException:
    return CalendarException(name=name, start=june(first), finish=june(last or first), bands=bands, **more)


def test_every_kind_of_day():
    summer = WorkWeek(name="Summer", start=june(15), finish=june(16), weekday=0, bands="07:00-13:00")
    closed = WorkWeek(name="Summer", start=june(15), finish=june(16), weekday=1, bands="")
    made = calendar(
        "office", OFFICE, 5, off(1, name="Holiday"), off(6, name="Make up", bands=OFFICE),
        off(3, name="Half", bands="08:00-12:00"), off(4, name="Same", bands=OFFICE), off(7, name="Sunday off"),
    ).replace(work_weeks=(summer, closed))  # fmt: skip
    assert kinds([made], 1, 7) == [
        "1 holiday Holiday", "2 working", "3 other_hours Half", "4 working Same", "5 working", "6 made_up Make up",
        "7 holiday Sunday off",
    ]  # fmt: skip
    assert kinds([made], 15, 17) == ["15 week_worked Summer", "16 week_off Summer", "17 working"]


def test_a_derived_calendar_says_who_decides():
    base = calendar("base", OFFICE, 5, off(1, name="All"))
    own = Calendar(id="own", name="own", base="base", week=(WeekDay(weekday=1, bands=""),), exceptions=(off(3),))
    found = calendar_days({"own": own, "base": base}, "own", june(1), june(4))
    assert [(one.kind, one.calendar) for one in found] == [
        ("holiday", "base"), ("off", "own"), ("holiday", "own"), ("working", "base")
    ]  # fmt: skip


@examples
@given(calendars(), st.sampled_from(("one", "two", "three")))
def test_it_is_what_the_scheduler_works_by(records, identity):
    by_id = {record.id: record for record in records}
    first, last = dt.date(2026, 5, 25), dt.date(2026, 7, 5)
    book = CalendarBook(by_id, first.toordinal(), last.toordinal())
    rules = book.get(identity)._rules
    if not book.warnings:  # a calendar without working time is worked by the standard week
        for one in calendar_days(by_id, identity, first, last):
            assert one.bands == rules.bands(one.day.toordinal()), one


def said(record: Calendar) -> list[str]:
    return [f"{one.start.day}-{one.finish.day} {one.bands or 'off'} {one.source}" for one in record.exceptions]


def test_days_off_become_one_exception_and_weekends_need_none():
    office = calendar("office")
    made = set_days({"office": office}, "office", [june(day) for day in range(4, 10)], "", "Works closed")
    # Thursday 4 to Tuesday 9: Saturday and Sunday are off already.
    assert said(made) == ["4-5 off user", "8-9 off user"]
    assert {one.name for one in made.exceptions} == {"Works closed"}


def test_a_saturday_is_worked_at_the_usual_hours_and_set_back():
    office = calendar("office", "07:00-15:00")
    made = set_days({"office": office}, "office", [june(5), june(6)], AS_USUAL)
    assert said(made) == ["6-6 07:00-15:00 user"]  # Friday is worked as it is
    again = set_days({"office": made}, "office", [june(6)], "")
    assert again.exceptions == ()  # the week has it off


def test_a_range_is_split_around_the_days_and_keeps_its_name():
    made = calendar("office", OFFICE, 5, off(1, 12, "Closed", source="official"))
    opened = set_days({"office": made}, "office", [june(4), june(5)], "09:00-12:00")
    assert said(opened) == ["1-3 off official", "6-12 off official", "4-5 09:00-12:00 user"]
    assert clear_days(made, [june(30)]) is made


def test_what_is_left_of_a_range_stays_as_weak_as_it_was():
    # The 2nd is worked by the later range; cutting the 1st away must not let the first range win there.
    made = calendar("office", OFFICE, 5, off(1, 2), off(2, 3, bands="09:00-10:00"))
    left = clear_days(made, [june(1)])
    assert said(left) == ["2-3 09:00-10:00 user"]


def test_what_a_base_has_off_can_be_worked_and_taken_back():
    base = calendar("base", OFFICE, 5, off(1))
    own = Calendar(id="own", name="own", base="base")
    records = {"own": own, "base": base}
    made = set_days(records, "own", [june(1)], AS_USUAL)
    assert said(made) == [f"1-1 {OFFICE} user"]
    assert clear_days(made, [june(1)]).exceptions == ()


def test_recurring_exceptions_stay_and_a_day_beats_them():
    weekly = CalendarException(start=june(1), bands="", recurrence="FREQ=WEEKLY;BYDAY=MO")
    made = calendar("office", OFFICE, 5, weekly)
    opened = set_days({"office": made}, "office", [june(8)], AS_USUAL)
    assert opened.exceptions[0] is weekly
    assert kinds([opened], 8, 8) == ["8 working"]
    assert kinds([opened], 15, 15) == ["15 holiday"]


def test_nights_round_the_clock_and_nonsense():
    office = {"office": calendar("office")}
    made = set_days(office, "office", [june(6)], "22:00 - 06:00")
    assert said(made) == ["6-6 22:00-06:00 user"]
    whole = set_days(office, "office", [june(6)], "0:00-24:00")
    assert said(whole) == ["6-6 00:00-24:00 user"]
    with pytest.raises(Rejected) as refused:
        set_days(office, "office", [june(6)], "8 to 12")
    assert refused.value.code == "calendar_bands"


@examples
@given(calendars(), st.sets(st.integers(1, 30).map(june), min_size=1, max_size=8), st.sampled_from(("", "09:00-11:00")))
def test_set_days_are_what_was_asked_and_others_stay(records, days, hours):
    by_id = {record.id: record for record in records}
    before = {one.day: one.bands for one in calendar_days(by_id, "one", june(1), june(30))}
    made = set_days(by_id, "one", days, hours)
    for one in calendar_days({**by_id, "one": made}, "one", june(1), june(30)):
        if one.day in days:
            assert format_bands(one.bands) == hours
        else:
            assert one.bands == before[one.day]


def test_calendars_are_changed_together_and_refused_together():
    office, nights = calendar("office"), calendar("nights", "22:00-06:00")
    session = Session(project(office, nights, task("A", 2), calendar="office"))
    made = Calendar(id="new", name="New", base="office", week=(WeekDay(weekday=0, bands=""),))
    changed = set_days({"office": office}, "office", [june(1)], "")
    session.execute(EditCalendars((changed, made), ("nights",)))
    assert set(session.project.table(Calendar)) == {"office", "new"}
    assert session.schedule.of("A").start == dt.datetime(2026, 6, 2, 8)
    assert session.undo_steps[-1].label == "Change calendars"
    session.undo()
    assert set(session.project.table(Calendar)) == {"office", "nights"}
    # A base without working time leaves the calendar that is derived from it without any.
    session.redo()
    empty = changed.replace(week=tuple(WeekDay(weekday=day, bands="") for day in range(7)))
    with pytest.raises(Rejected) as refused:
        session.execute(EditCalendars((empty,)))
    assert refused.value.code == "no_working_time"
    with pytest.raises(Rejected):
        session.execute(EditCalendars((), ("office",)))  # the project works by it


def test_who_works_by_which_calendar():
    office, nights = calendar("office"), calendar("nights").replace(base="office")
    uses = calendar_uses(project(office, nights, task("A", 1, calendar="nights"), calendar="office"))
    assert (uses["office"].is_project, uses["office"].derived, uses["office"].any) == (True, ["nights"], True)
    assert (uses["nights"].tasks, uses["nights"].resources) == (["A"], [])
