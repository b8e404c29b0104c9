"""Calendars read from Microsoft Project XML."""

# ruff: noqa: E501 (XML is easier to read on one line)

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest

from desktop.domain.imports import APPROXIMATED
from desktop.domain.scheduling import schedule
from tests.exchange.documents import STANDARD, calendars_of, document, read, said, task

AT = dt.datetime


def test_the_newer_form_of_exceptions_counts(tmp_path: Path) -> None:
    hours = "<WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes>"
    both = STANDARD.replace(
        "</WeekDays>",
        "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-06-03T00:00:00</FromDate>"
        "<ToDate>2026-06-03T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays><Exceptions><Exception><TimePeriod>"
        "<FromDate>2026-06-04T00:00:00</FromDate><ToDate>2026-06-05T23:59:00</ToDate></TimePeriod><Name>Fair</Name>"
        f"<Type>1</Type><DayWorking>1</DayWorking>{hours}</Exception></Exceptions><WorkWeeks><WorkWeek><TimePeriod>"
        "<FromDate>2026-07-01T00:00:00</FromDate><ToDate>2026-07-31T23:59:00</ToDate></TimePeriod><Name>Summer</Name>"
        f"<WeekDays><WeekDay><DayType>6</DayType><DayWorking>1</DayWorking>{hours}</WeekDay></WeekDays></WorkWeek></WorkWeeks>",
    )
    (calendar,) = calendars_of(read(tmp_path, document(calendars=both)).project()).values()
    (fair,) = calendar.exceptions
    assert (fair.name, fair.start, fair.finish, fair.bands) == (
        "Fair",
        dt.date(2026, 6, 4),
        dt.date(2026, 6, 5),
        "09:00-12:00",
    )
    (summer,) = calendar.work_weeks
    assert (summer.name, summer.start, summer.weekday, summer.bands) == (
        "Summer",
        dt.date(2026, 7, 1),
        4,
        "09:00-12:00",
    )
    assert [day.bands for day in calendar.week] == ["08:00-12:00 13:00-17:00"] * 5 + ["", ""]


@pytest.mark.parametrize(
    ("codes", "rule"),
    [
        ("<Type>2</Type><Month>0</Month><MonthDay>1</MonthDay>", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
        ("<Type>3</Type><Month>10</Month><MonthItem>7</MonthItem><MonthPosition>3</MonthPosition>", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
        ("<Type>4</Type><Period>2</Period><MonthDay>15</MonthDay>", "FREQ=MONTHLY;BYMONTHDAY=15;INTERVAL=2"),
        ("<Type>4</Type><MonthDay>30</MonthDay>", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
        ("<Type>2</Type><Month>1</Month><MonthDay>29</MonthDay>", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"),
        ("<Type>2</Type><Month>7</Month><MonthDay>31</MonthDay>", "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=31"),
        ("<Type>1</Type><Period>2</Period>", "FREQ=DAILY;INTERVAL=2"),
        ("<Type>6</Type><Period>2</Period><DaysOfWeek>3</DaysOfWeek>", "FREQ=WEEKLY;BYDAY=SU,MO;INTERVAL=2"),
        ("<Type>8</Type><Period>1</Period>", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("<Type>5</Type><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition>", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("<Type>5</Type><MonthItem>1</MonthItem><MonthPosition>0</MonthPosition>", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
        ("<Type>6</Type><DaysOfWeek>65</DaysOfWeek>", "FREQ=WEEKLY;BYDAY=SU,SA"),
        ("<Type>7</Type><Period>3</Period>", "FREQ=DAILY;INTERVAL=3"),
        ("<EnteredByOccurrences>1</EnteredByOccurrences><Occurrences>30</Occurrences><Type>2</Type><Month>4</Month><MonthDay>9</MonthDay>",
         "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=9;COUNT=30"),
        ("<Type>1</Type><Occurrences>4</Occurrences>", ""),
    ],
)  # fmt: skip
def test_recurring_exceptions(tmp_path: Path, codes: str, rule: str) -> None:
    period = "<TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2045-12-31T23:59:00</ToDate></TimePeriod>"
    text = STANDARD.replace(
        "</WeekDays>",
        f"</WeekDays><Exceptions><Exception>{period}{codes}<DayWorking>0</DayWorking></Exception></Exceptions>",
    )
    (calendar,) = calendars_of(read(tmp_path, document(calendars=text)).project()).values()
    assert [item.recurrence for item in calendar.exceptions] == [rule]


OFF = "<DayWorking>0</DayWorking>"


def exception(first: str, last: str, codes: str = "<Type>1</Type>", bands: str = "") -> str:
    """An Exception element; ``bands`` such as ``08:00-12:00`` make it a working one."""
    times = "".join(
        "<WorkingTime><FromTime>{}:00</FromTime><ToTime>{}:00</ToTime></WorkingTime>".format(*band.split("-"))
        for band in bands.split()
    )
    working = f"<DayWorking>1</DayWorking><WorkingTimes>{times}</WorkingTimes>" if bands else OFF
    return (
        f"<Exception><TimePeriod><FromDate>{first}T00:00:00</FromDate><ToDate>{last}T23:59:00</ToDate></TimePeriod>"
        f"{codes}{working}</Exception>"
    )


def days_off(tmp_path: Path, *exceptions: str, head: str = "") -> list[str]:
    """Days of June to August 2026 from Monday to Friday that are not worked."""
    text = STANDARD.replace("</WeekDays>", f"</WeekDays><Exceptions>{''.join(exceptions)}</Exceptions>")
    calendar = schedule(read(tmp_path, document(calendars=text, head=head)).project()).calendar()
    days = [dt.date(2026, 6, 1) + dt.timedelta(days=number) for number in range(92)]
    return [f"{day:%m-%d}" for day in days if day.weekday() < 5 and not calendar.day_bands(day)]


def test_a_day_that_a_month_does_not_have_is_its_last(tmp_path: Path) -> None:
    found = days_off(tmp_path, exception("2026-06-01", "2026-08-31", "<Type>4</Type><MonthDay>31</MonthDay>"))
    assert found == ["06-30", "07-31", "08-31"]


def test_months_are_counted_from_the_first_that_fits(tmp_path: Path) -> None:
    """From 31 May the 8th of every second month: 8 June, 8 August."""
    codes = "<Type>4</Type><Period>2</Period><MonthDay>8</MonthDay>"
    assert days_off(tmp_path, exception("2026-05-31", "2026-12-31", codes)) == ["06-08"]
    every = exception("2026-05-31", "2026-12-31", codes.replace(">8<", ">10<"))
    assert days_off(tmp_path, every) == ["06-10", "08-10"]


def test_every_second_week_counts_weeks_of_the_file(tmp_path: Path) -> None:
    """From Wednesday 3 June on Friday and Monday: 5 June, then both days of every second week.

    The week after next is 14 to 20 June; its Monday is the 15th and its Friday the 19th whatever day weeks
    begin with. On Sunday and Friday it makes a difference: the Sunday is the 14th or, with weeks from Monday
    on, the 7th.
    """
    codes = "<Type>6</Type><Period>2</Period><DaysOfWeek>34</DaysOfWeek>"
    assert days_off(tmp_path, exception("2026-06-03", "2026-06-30", codes)) == ["06-05", "06-15", "06-19", "06-29"]
    sunday = exception("2026-06-03", "2026-06-30", codes.replace("34", "33"), "08:00-12:00")
    for week_start, days in ((0, [14, 28]), (1, [7, 21])):
        text = STANDARD.replace("</WeekDays>", f"</WeekDays><Exceptions>{sunday}</Exceptions>")
        head = f"<WeekStartDay>{week_start}</WeekStartDay>"
        calendar = schedule(read(tmp_path, document(calendars=text, head=head)).project()).calendar()
        june = [dt.date(2026, 6, day) for day in range(1, 31)]
        assert [day.day for day in june if day.weekday() == 6 and calendar.day_bands(day)] == days


def test_which_of_several_exceptions_for_a_day_counts(tmp_path: Path) -> None:
    """One for the day itself, then one for several days, then yearly, monthly and weekly ones, in any order."""
    worked = "08:00-12:00"
    single = exception("2026-06-10", "2026-06-10", bands=worked)
    several = exception("2026-06-08", "2026-06-12")
    yearly = exception("2026-01-01", "2030-12-31", "<Type>2</Type><Month>5</Month><MonthDay>8</MonthDay>", worked)
    monthly = exception("2026-01-01", "2026-12-31", "<Type>4</Type><MonthDay>15</MonthDay>", worked)
    weekly = exception("2026-01-01", "2026-12-31", "<Type>6</Type><DaysOfWeek>2</DaysOfWeek>")
    expected = [
        "06-01", "06-08", "06-09", "06-11", "06-12", "06-22", "06-29", "07-06", "07-13", "07-20", "07-27",
        "08-03", "08-10", "08-17", "08-24", "08-31",
    ]  # fmt: skip
    for items in itertools.permutations((single, several, yearly, monthly, weekly)):
        assert days_off(tmp_path, *items) == expected


def test_calendars_that_make_no_sense_are_listed_and_mended(tmp_path: Path) -> None:
    odd = (
        "<Calendar><UID>1</UID><Name>No week</Name></Calendar>"
        "<Calendar><UID>1</UID><Name>Same number</Name></Calendar>"
        "<Calendar><UID>2</UID><Name>Own base</Name><BaseCalendarUID>3</BaseCalendarUID></Calendar>"
        "<Calendar><UID>3</UID><Name>Base of own base</Name><BaseCalendarUID>2</BaseCalendarUID></Calendar>"
        "<Calendar><UID>4</UID><Name>Orphan</Name><BaseCalendarUID>77</BaseCalendarUID></Calendar>"
        "<Calendar><UID>5</UID><Name>Odd hours</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking></WeekDay>"
        "<WeekDay><DayType>3</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime>"
        "<ToTime>12:00:00</ToTime></WorkingTime><WorkingTime><FromTime>10:00:00</FromTime><ToTime>11:00:00</ToTime></WorkingTime>"
        "<WorkingTime><FromTime>99:00:00</FromTime><ToTime>11:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays></Calendar>"
    )
    found = read(tmp_path, document(task(1, days=2), calendars=odd))
    made = calendars_of(found.project())
    assert sorted(made) == ["No week", "Odd hours", "Orphan", "Own base"]
    assert [day.bands for day in made["Odd hours"].week][:2] == ["08:00-12:00 13:00-17:00", "08:00-12:00"]
    assert schedule(found.project()).finish == AT(2026, 6, 2, 17)
    assert len(said(found, APPROXIMATED)) >= 5


def test_midnight_ends_the_day(tmp_path: Path) -> None:
    night = STANDARD.replace(
        "<FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime>",
        "<FromTime>22:00:00</FromTime><ToTime>00:00:00</ToTime>",
    )
    (calendar,) = calendars_of(read(tmp_path, document(calendars=night)).project()).values()
    assert calendar.week[0].bands == "08:00-12:00 22:00-24:00"


def test_a_plan_without_calendars_gets_the_standard_week(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1, days=6), calendars=""))
    assert schedule(found.project()).finish == AT(2026, 6, 8, 17)
    assert any("no calendar" in sentence for sentence in said(found, APPROXIMATED))
