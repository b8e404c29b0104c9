"""Lists of holidays in files: what RFC 5545 and people's tables say, and what nobody meant."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.plan import Calendar, CalendarException
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.holidays import PACK, china_exceptions, china_years
from desktop.exchange.holidays import read_holidays
from desktop.exchange.holidays_out import write_holidays
from desktop.i18n import CHINESE, ENGLISH, catalog

OFFICE = "08:00-12:00 13:00-17:00"


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""])


def read(tmp_path, content, name="list.txt"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_holidays(path)


def days(found):
    return [(item.name, str(item.start), str(item.finish), item.bands) for item in found.exceptions]


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        # RFC 5545, 3.6.1: DTEND is not part of the event; without it a DATE lasts a day.
        (("DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261008"), "2026-10-01", "2026-10-07"),
        (("DTSTART;VALUE=DATE:20261001",), "2026-10-01", "2026-10-01"),
        (("DTSTART;VALUE=DATE:20261001", "DURATION:P3D"), "2026-10-01", "2026-10-03"),
        (("DTSTART:20261001T000000", "DTEND:20261002T000000"), "2026-10-01", "2026-10-01"),
        (("DTSTART:20261001T000000Z", "DTEND:20261002T120000Z"), "2026-10-01", "2026-10-02"),
    ],
)
def test_days_of_an_event(tmp_path, lines, first, last):
    found = read(tmp_path, event("SUMMARY:国庆节", *lines))
    assert days(found) == [("国庆节", first, last, "")]
    assert {item.source for item in found.exceptions} == {"imported"}


@pytest.mark.parametrize(
    ("name", "working"), [("国庆节（班）", True), ("国庆节补班", True), ("国庆节（休）", False), ("调休假", False)]
)
def test_make_up_days_are_told_by_their_names(tmp_path, name, working):
    found = read(tmp_path, event(f"SUMMARY:{name}", "DTSTART;VALUE=DATE:20261010"))
    assert found.exceptions[0].bands == (OFFICE if working else "")


def test_a_yearly_day_keeps_its_rule(tmp_path):
    (item,) = read(tmp_path, event("SUMMARY:X", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY")).exceptions
    assert (item.start, item.finish, item.recurrence) == (dt.date(2026, 1, 1), None, "FREQ=YEARLY")


@pytest.mark.parametrize(
    "content",
    [
        "date,name\n2026-10-01,National Day\n",
        "日期;名称\n2026/10/1;National Day\n",
        "from\tto\tname\tworking\n20261001\t20261001\tNational Day\t0\n".encode("utf-16"),
        "日期,名称,类型\n2026年10月1日,National Day,休\n".encode("gb18030"),
        '[{"date": "2026-10-01", "name": "National Day"}]',
    ],
)
def test_tables_say_the_same_in_many_ways(tmp_path, content):
    assert days(read(tmp_path, content)) == [("National Day", "2026-10-01", "2026-10-01", "")]


def test_working_column_and_what_is_left_out(tmp_path):
    found = read(tmp_path, "date,name,working\n2026-10-10,x,班\n2026-13-40,y,\n9999-01-01,z,\n")
    assert days(found) == [("x", "2026-10-10", "2026-10-10", OFFICE)]
    assert found.left_out == 2


def test_our_own_pack_reads_as_what_it_is():
    found = read_holidays(PACK)
    shipped = china_exceptions(china_years())

    def key(item):
        return str(item.start), str(item.finish), item.bands, item.name, item.source

    assert sorted(map(key, found.exceptions)) == sorted(map(key, shipped))
    assert found.years == china_years()


def test_hours_and_status_are_taken_where_a_list_gives_them(tmp_path):
    table = "date,name,working,hours,status\n2026-10-10,a,是,09:00-15:00,官方\n2026-10-11,b,yes,nonsense,暂定\n"
    found = read(tmp_path, table + "2026-10-12,c,no,,\n")
    assert [(item.bands, item.source) for item in found.exceptions] == [
        ("09:00-15:00", "official"), (OFFICE, "provisional"), ("", "imported")
    ]  # fmt: skip
    path = tmp_path / "list.csv"
    path.write_text("date,working\n2026-10-10,1\n")
    assert read_holidays(path, bands="08:00-20:00").exceptions[0].bands == "08:00-20:00"
    tentative = read(tmp_path, event("SUMMARY:X", "DTSTART;VALUE=DATE:20270101", "STATUS:TENTATIVE"))
    assert tentative.exceptions[0].source == "provisional"


def listed(**fields):
    facts = {"name": "x", "start": dt.date(2026, 10, 1), "finish": None, "bands": "", "recurrence": ""}
    return CalendarException(**facts | fields)


@pytest.mark.parametrize("suffix", [".ics", ".csv", ".json"])
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_what_is_written_reads_as_it_was(tmp_path, suffix, language):
    days = (
        listed(name="国庆节", finish=dt.date(2026, 10, 7), source="official"),
        listed(name="=1+1", start=dt.date(2026, 10, 10), finish=dt.date(2026, 10, 10), bands="22:00-06:00",
               source="provisional"),
        listed(name="a, \"b\"; c", start=dt.date(2026, 11, 1), finish=dt.date(2026, 11, 1), source="imported"),
        listed(name="年会", start=dt.date(2026, 12, 1), recurrence="FREQ=YEARLY", source="imported"),
        listed(name="补班说明", start=dt.date(2026, 12, 5), finish=dt.date(2026, 12, 5), source="official"),
    )  # fmt: skip
    path = tmp_path / f"list{suffix}"
    held = Calendar(id="c", name="项目日历", exceptions=(*days, listed(start=None)))
    write_holidays(held, path, catalog(language), now=dt.datetime(2026, 6, 1, 8))
    found = read_holidays(path)
    assert found.exceptions == days
    assert found.left_out == 0


@pytest.mark.parametrize("name", ["'s-Gravenhage dag", "=1+1", "'=1+1", "+8 hours", "-", "''", "O'Neill"])
def test_names_come_back_from_tables_to_the_letter(tmp_path, name):
    item = CalendarException(name=name, start=dt.date(2026, 10, 1), finish=dt.date(2026, 10, 1), source="imported")
    path = tmp_path / "list.csv"
    write_holidays(Calendar(id="C", name="C", exceptions=(item,)), path, catalog(ENGLISH), now=dt.datetime(2026, 6, 1))
    assert read_holidays(path).exceptions == (item,)
    cell = path.read_text(encoding="utf-8-sig").splitlines()[1].split(",")[2]
    assert not cell.startswith(("=", "+", "-", "@"))


def test_a_recurrence_that_ends_ends_in_icalendar_too(tmp_path):
    held = Calendar(id="c", name="c", exceptions=(listed(recurrence="FREQ=YEARLY", finish=dt.date(2028, 12, 31)),))
    path = tmp_path / "list.ics"
    write_holidays(held, path, catalog(ENGLISH), now=dt.datetime(2026, 6, 1, 8))
    assert b"RRULE:FREQ=YEARLY;UNTIL=20281231" in path.read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\x00\x01\x02", b"\xff\xff\xff", "just words", "date\nnever\n", "{", "[1, null, []]", '{"days": 5}',
        "[" * 100_000, "BEGIN:VCALENDAR\r\n", event("SUMMARY:no date"), event("DTSTART:garbage"),
        event("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:29990101"),
        event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=SECONDLY"),
        '[{"date": "2026-01-01", "finish": "2025-01-01"}]', '"' + "x" * 300_000,
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_in_one_sentence(tmp_path, content):
    with pytest.raises(Rejected) as refused:
        read(tmp_path, content)
    assert refused.value.code == "holidays_unreadable"


def test_too_big_and_absent(tmp_path):
    with pytest.raises(Rejected) as refused:
        read(tmp_path, b"x" * 4_000_001)
    assert refused.value.code == "holidays_too_big"
    with pytest.raises(Rejected):
        read_holidays(tmp_path / "absent.ics")
