"""Holidays that change only when a person says so."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan import ImportHolidays, UpdateHolidays
from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.holidays import china_exceptions, china_version, day_changes, pending_updates
from tests.domain.scheduling.building import OFFICE, at, calendar, project


def day(month, number, bands="", source="official", name="x"):
    when = dt.date(2026, month, number)
    return CalendarException(name=name, start=when, finish=when, bands=bands, recurrence="", source=source)


def writing(held):
    return Transaction(project(held), now=at("06-01 08:00"), author="Test")


def test_a_newer_pack_is_offered_with_the_days_that_differ_and_taken_only_on_request():
    # 3 March is no holiday of 2026; Labour Day, 1 May, always is one.
    own = day(7, 1, source="user")
    held = calendar("C", OFFICE, 5, day(3, 3), own).replace(holidays="china 2020-01-01")
    tx = writing(held)
    (update,) = pending_updates(tx.project)
    differing = {change.day: (change.before, change.after) for change in update.days}
    assert differing[dt.date(2026, 3, 3)] == (held.exceptions[0], None)
    assert differing[dt.date(2026, 5, 1)][0] is None
    assert tx.project.get(Calendar, "C") == held
    UpdateHolidays("C").apply(tx)
    made = tx.project.get(Calendar, "C")
    assert set(made.exceptions) == {own, *china_exceptions([2026])}
    assert made.holidays == f"china {china_version()}"
    assert pending_updates(tx.project) == []
    with pytest.raises(Rejected, match="holidays_current"):
        UpdateHolidays("C").apply(tx)


def test_calendars_that_never_took_the_pack_are_left_alone():
    assert pending_updates(project(calendar("C", OFFICE, 5, day(3, 3)))) == []


def test_an_import_beats_what_stood_there_and_replaces_only_an_earlier_import():
    own, earlier = day(5, 1, OFFICE, "user"), day(5, 4, source="imported")
    tx = writing(calendar("C", OFFICE, 5, own, earlier))
    new = (day(5, 1, source="imported"), day(5, 4, OFFICE, "imported"))
    changes = day_changes(tx.project.get(Calendar, "C"), new)
    assert [(change.day.day, change.before, change.after) for change in changes] == [
        (1, own, new[0]), (4, earlier, new[1])
    ]  # fmt: skip
    ImportHolidays("C", new).apply(tx)
    assert tx.project.get(Calendar, "C").exceptions == (own, *new)
