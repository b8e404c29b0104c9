"""Text that people type, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.display import display
from desktop.domain.durations import Span, duration_text, exact_duration_text, read_duration
from desktop.domain.people import Person
from desktop.domain.plan import ProjectProfile, WeekDay
from desktop.domain.project import Project
from desktop.domain.reading import read_date, read_moment, read_money, read_value
from desktop.domain.rejection import SENTENCES, Rejected, explain
from desktop.domain.risks import Risk
from desktop.i18n import CHINESE, ENGLISH, catalog

TODAY = dt.date(2026, 6, 10)  # a Wednesday
PROFILE = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-06-30", dt.date(2026, 6, 30)),
        ("2026/6/30", dt.date(2026, 6, 30)),
        ("2026年6月30日", dt.date(2026, 6, 30)),
        ("6/30", dt.date(2026, 6, 30)),
        ("6月30日", dt.date(2026, 6, 30)),
        ("1/5", dt.date(2026, 1, 5)),  # the nearest: 156 days back, the next one 209 ahead
        ("12/30", dt.date(2025, 12, 30)),  # 162 days back, the next one 203 ahead
        ("today", TODAY),
        ("今天", TODAY),
        ("明天", dt.date(2026, 6, 11)),
        ("+5d", dt.date(2026, 6, 15)),
        ("+5", dt.date(2026, 6, 15)),
        ("-1w", dt.date(2026, 6, 3)),
        ("+1个月", dt.date(2026, 7, 10)),
        ("＋５ｄ", dt.date(2026, 6, 15)),  # as an input method in full width gives it
        ("−2w", dt.date(2026, 5, 27)),
        ("后天", dt.date(2026, 6, 12)),
        ("前天", dt.date(2026, 6, 8)),
        ("下周", dt.date(2026, 6, 15)),
        ("下周一", dt.date(2026, 6, 15)),
        ("mon", dt.date(2026, 6, 15)),
        ("3天后", dt.date(2026, 6, 13)),
        ("两周后", dt.date(2026, 6, 24)),
        ("in 3 days", dt.date(2026, 6, 13)),
        ("2 days ago", dt.date(2026, 6, 8)),
        ("15号", dt.date(2026, 6, 15)),
        ("28日", dt.date(2026, 5, 28)),  # 13 days back, the next one 18 ahead
        ("下月底", dt.date(2026, 7, 31)),
        ("下个月1日", dt.date(2026, 7, 1)),
        ("20261001", dt.date(2026, 10, 1)),
        ("Oct 1", dt.date(2026, 10, 1)),
        ("1 October 2027", dt.date(2027, 10, 1)),
        ("October 1st, 2027", dt.date(2027, 10, 1)),
    ],
)
def test_dates(text: str, expected: dt.date) -> None:
    assert read_date(text, TODAY) == expected


@pytest.mark.parametrize(
    "text", ["2026-02-30", "30/2", "13/13", "someday", "", "+99999999999d", "0000-01-01", "3026-01-01", "31 Feb",
             "下月32日", "20261332", "5"]
)
def test_dates_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(Rejected) as refused:
        read_date(text, TODAY)
    assert refused.value.code == "date_unreadable"


def test_a_shift_counts_from_the_value_that_stands_there() -> None:
    assert read_date("+2d", TODAY, dt.date(2026, 12, 31)) == dt.date(2027, 1, 2)
    assert read_date("+1m", TODAY, dt.date(2026, 1, 31)) == dt.date(2026, 2, 28)


def test_moments_keep_or_take_a_time() -> None:
    assert read_moment("6/30", TODAY) == dt.datetime(2026, 6, 30, 8)
    assert read_moment("6/30 14:30", TODAY) == dt.datetime(2026, 6, 30, 14, 30)
    assert read_moment("2026-06-30T09:05:00", TODAY) == dt.datetime(2026, 6, 30, 9, 5)
    assert read_moment("+1d", TODAY, dt.datetime(2026, 6, 1, 10)) == dt.datetime(2026, 6, 2, 10)
    times = {
        "15:30": dt.time(15, 30), "下午3点": dt.time(15), "上午9点半": dt.time(9, 30), "14点05分": dt.time(14, 5),
        "3pm": dt.time(15), "12am": dt.time(0), "9：05": dt.time(9, 5),
    }  # fmt: skip
    for text, time in times.items():
        assert read_moment(f"6/30 {text}", TODAY) == dt.datetime.combine(dt.date(2026, 6, 30), time), text
    for text in ("6/30 25:00", "6/30 下午25点", "6/30 9:75"):
        with pytest.raises(Rejected):
            read_moment(text, TODAY)


@pytest.mark.parametrize(
    ("text", "minutes", "unit"),
    [
        ("3d", 3 * 480, "d"), ("3", 3 * 480, "d"), ("3天", 3 * 480, "d"), ("1.5d", 720, "d"), ("4h", 240, "h"),
        ("4小时", 240, "h"), ("2w", 2 * 2400, "w"), ("2周", 4800, "w"), ("1mo", 20 * 480, "mo"), ("90m", 90, "m"),
        ("3ed", 3 * 1440, "ed"), ("3自然日", 3 * 1440, "ed"), ("2ew", 2 * 10080, "ew"),
        ("0", 0, "d"), ("5 eh", 300, "eh"), ("3个月", 3 * 9600, "mo"), ("１０天", 4800, "d"), ("1，5d", 720, "d"),
        ("半天", 240, "d"), ("1天半", 720, "d"), ("两周", 4800, "w"), ("2d 4h", 1200, "d"), ("2天4小时", 1200, "d"),
        ("3日历天", 3 * 1440, "ed"),
    ],
)  # fmt: skip
def test_durations(text: str, minutes: int, unit: str) -> None:
    assert read_duration(text, PROFILE) == Span(minutes, unit)


def test_an_estimate_and_a_project_of_shorter_days() -> None:
    assert read_duration("2d?", PROFILE).estimated
    assert read_duration("3天？", PROFILE) == Span(3 * 480, "d", True)
    assert read_duration("2d", PROFILE.replace(minutes_per_day=420)).minutes == 840


@pytest.mark.parametrize(
    "text", ["abc", "-3d", "3 parsecs", "", "1e9d", "99999999999w", "4h3d", "2d 3d", "2 3", "1" * 80]
)
def test_durations_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(Rejected) as refused:
        read_duration(text, PROFILE)
    assert refused.value.code == "duration_unreadable"


@pytest.mark.parametrize("unit", ["m", "h", "d", "w", "mo", "em", "eh", "ed", "ew", "emo"])
def test_an_exact_duration_is_read_back_as_it_was(unit: str) -> None:
    """Two decimals of a day of 480 minutes are 4.8 minutes, those of an elapsed month more than seven hours."""
    for minutes in (*range(500), 12_345, 43_201, 1_000_003):
        for language in (ENGLISH, CHINESE):
            text = exact_duration_text(minutes, unit, PROFILE, catalog(language))
            assert read_duration(text, PROFILE) == Span(minutes, unit)
    assert exact_duration_text(720, "d", PROFILE, catalog(ENGLISH), estimated=True) == "1.5d?"



def test_a_duration_reads_back_what_it_writes() -> None:
    english, chinese = catalog("en"), catalog("zh_CN")
    assert duration_text(1440, "d", PROFILE, english) == "3d"
    assert duration_text(1440, "d", PROFILE, chinese) == "3 天"
    assert duration_text(600, "d", PROFILE, english, estimated=True) == "1.25d?"
    for unit in ("m", "h", "d", "w", "mo", "em", "eh", "ed", "ew", "emo"):
        for words in (english, chinese):
            written = duration_text(43_200, unit, PROFILE.replace(minutes_per_day=480), words)
            assert read_duration(written, PROFILE).unit == unit, written


@pytest.mark.parametrize(
    ("text", "minor"),
    [("12,345.60", 1_234_560), ("¥ 1 200", 120_000), ("1.2万", 1_200_000), ("-3", -300), ("100 CNY", 10_000)],
)
def test_money_is_exact(text: str, minor: int) -> None:
    assert read_money(text, 2) == minor


@pytest.mark.parametrize("text", ["1.234", "abc", "NaN", "1e400", "Infinity"])
def test_money_that_would_be_rounded_is_refused(text: str) -> None:
    with pytest.raises(Rejected):
        read_money(text, 2)


def test_values_by_field() -> None:
    person = Person(id="a", name="李雷", number=3)
    risk = Risk(id="r", event="x")
    project = Project([PROFILE, person, risk])
    specs = Risk.info.specs

    def read(name: str, text: str) -> object:
        return read_value(project, risk, specs[name], text, TODAY)

    assert read("owner", "李雷") == "a"
    assert read("owner", "p-003") == "a"
    assert read("owner", "") is None
    assert read("status", "观察") == "watching"
    assert read("status", "Watching") == "watching"
    assert read("probability", "4") == 4
    assert read("exposure_likely", "1.5万") == 1_500_000
    assert read("event", "two\nlines\x00") == "two lines"
    assert read("cause", "two\nlines\x00") == "two\nlines"
    for name, text, code in (
        ("owner", "Nobody", "unknown_name"),
        ("status", "fine", "choice"),
        ("probability", "many", "number_unreadable"),
        ("next_review", "2026-02-30", "date_unreadable"),
    ):
        with pytest.raises(Rejected) as refused:
            read(name, text)
        assert refused.value.code == code
        for language in ("en", "zh_CN"):
            sentence = explain(refused.value, catalog(language))
            assert "{" not in sentence and len(sentence) > 10


def test_every_sentence_says_what_is_safe() -> None:
    for code, sentence in SENTENCES.items():
        assert catalog("zh_CN")(sentence) != sentence, code


@pytest.mark.parametrize(("language", "name"), [(ENGLISH, "Wednesday"), (CHINESE, "星期三")])
def test_a_weekday_is_written_and_read_by_its_name(language: str, name: str) -> None:
    project, day = Project([PROFILE]), WeekDay(weekday=2)
    spec = WeekDay.specs["weekday"]
    assert display(project, day, spec, catalog(language)) == name
    for text in (name, name.upper(), "2"):
        assert read_value(project, day, spec, text, TODAY) == 2
    with pytest.raises(Rejected, match="number_unreadable"):
        read_value(project, day, spec, "Wotansday", TODAY)
    # What no day of the week is stays as it is for the check of the file to find.
    assert display(project, WeekDay(weekday=9), spec, catalog(language)) == "9"
