"""The holiday pack of mainland China against the text of the announcement and itself."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.plan import Calendar, WeekDay
from desktop.domain.scheduling.calendar_book import CalendarBook
from desktop.domain.scheduling.holidays import china_exceptions, china_version, china_years
from tests.domain.scheduling.building import OFFICE

D = dt.date
# 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025.
OFF_2026 = [
    ("元旦", D(2026, 1, 1), D(2026, 1, 3)), ("春节", D(2026, 2, 15), D(2026, 2, 23)),
    ("清明节", D(2026, 4, 4), D(2026, 4, 6)), ("劳动节", D(2026, 5, 1), D(2026, 5, 5)),
    ("端午节", D(2026, 6, 19), D(2026, 6, 21)), ("中秋节", D(2026, 9, 25), D(2026, 9, 27)),
    ("国庆节", D(2026, 10, 1), D(2026, 10, 7)),
]  # fmt: skip
WORKING_2026 = [
    D(2026, 1, 4), D(2026, 2, 14), D(2026, 2, 28), D(2026, 5, 9), D(2026, 9, 20), D(2026, 10, 10)
]  # fmt: skip


def test_2026_is_what_was_announced():
    pack = china_exceptions([2026])
    assert [(day.name, day.start, day.finish) for day in pack if not day.bands] == OFF_2026
    assert [day.start for day in pack if day.bands] == [day.finish for day in pack if day.bands] == WORKING_2026
    assert {day.bands for day in pack if day.bands} == {OFFICE}
    assert {day.source for day in pack} == {"official"}


def test_years_that_are_not_announced_are_provisional_and_have_no_make_up_days():
    assert china_years() == {2024: "official", 2025: "official", 2026: "official", 2027: "provisional"}
    pack = china_exceptions([2027])
    assert {day.source for day in pack} == {"provisional"}
    assert not any(day.bands for day in pack)
    assert china_version() == "2025-11-04"


def test_unknown_years_give_nothing():
    assert china_exceptions([1999]) == ()


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_make_up_days_are_weekend_days_near_their_holiday(year):
    pack = china_exceptions([year])
    off = [day for day in pack if not day.bands]
    for day in pack:
        if day.bands:
            assert day.start.weekday() >= 5
            assert any(abs((day.start - holiday.start).days) <= 20 for holiday in off)
            assert not any(holiday.start <= day.start <= holiday.finish for holiday in off)


def test_names_come_in_both_languages():
    english = [day.name for day in china_exceptions([2025], "en")]
    assert "National Day and Mid-Autumn Festival" in english
    assert "Spring Festival: make-up working day" in english
    assert "国庆节、中秋节" in [day.name for day in china_exceptions([2025])]


def test_a_calendar_with_the_pack_works_on_make_up_days():
    week = tuple(WeekDay(weekday=day, bands=OFFICE if day < 5 else "") for day in range(7))
    record = Calendar(id="cn", name="中国", week=week, exceptions=china_exceptions([2026]))
    compiled = CalendarBook({"cn": record}, D(2026, 1, 1).toordinal(), D(2027, 1, 1).toordinal()).get("cn")
    assert compiled is not None
    assert compiled.day_bands(D(2026, 2, 28)) == ((480, 720), (780, 1020))  # a Saturday
    assert compiled.day_bands(D(2026, 2, 23)) == ()  # a Monday
    # 365 days less 104 of weekends and 19 weekdays off, and 6 made up.
    year = range(D(2026, 1, 1).toordinal(), D(2027, 1, 1).toordinal())
    assert sum(bool(compiled.day_bands(D.fromordinal(day))) for day in year) == 248
