"""How MSPDI writes single values; expectations from Microsoft's schema and from files that Project saved."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.mspdi import values


@pytest.mark.parametrize(
    ("text", "minutes", "exact"),
    [
        ("PT8H0M0S", 480, True),
        ("PT0H45M0S", 45, True),
        ("PT220H46M12S", 13246, False),
        ("PT7H30M", 450, True),
        ("P1DT2H", 1560, True),
        ("PT1.5H", 90, True),
        ("-PT8H0M0S", -480, True),
        ("PT-8H0M0S", -480, True),
        ("PT-1H-30M0S", -90, True),
        (" PT0M ", 0, True),
    ],
)
def test_spans(text: str, minutes: int, exact: bool) -> None:
    assert values.read_span(text) == (minutes, exact)


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "8h", "PT8", "PTxH", "P1Y", "PT1H2", "PT1e9H", "PT9999999999H", "PT..H"]
)
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(ValueError):
        values.read_span(text)


@given(st.integers(-(10**7), 10**7))
def test_spans_return(minutes: int) -> None:
    assert values.read_span(values.span_text(minutes)) == (minutes, True)


def test_negative_spans_are_written_as_project_writes_them() -> None:
    assert values.span_text(-90) == "PT-1H-30M0S"
    assert values.span_text(-480) == "PT-8H0M0S"
    assert values.span_text(-15) == "PT0H-15M0S"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-06-01T08:00:00", dt.datetime(2026, 6, 1, 8)),
        ("2026-06-01", dt.datetime(2026, 6, 1)),
        ("2026-06-01T24:00:00", dt.datetime(2026, 6, 2)),
        ("2000-09-10T23:29:15", dt.datetime(2000, 9, 10, 23, 29)),
        ("2049-12-31T23:59:06", dt.datetime(2049, 12, 31, 23, 59)),
        ("2026-06-01T08:00:00Z", dt.datetime(2026, 6, 1, 8)),
        ("2026-06-01T08:00:00.123+08:00", dt.datetime(2026, 6, 1, 8)),
        ("1984-01-01T00:00:00", dt.datetime(1984, 1, 1)),
        ("2149-12-31T17:00:00", dt.datetime(2149, 12, 31, 17)),
    ],
)
def test_moments(text: str, moment: dt.datetime) -> None:
    assert values.read_moment(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NA",
        "2026-02-30T08:00:00",
        "2026-13-01",
        "0000-00-00T00:00:00",
        "9999-12-31T24:00:00",
        "1.6.2026",
        "2026-06-01T25:00:00",
    ],
)
def test_dates_that_do_not_exist(text: str) -> None:
    with pytest.raises(ValueError):
        values.read_moment(text)


def test_times() -> None:
    assert values.read_time("08:30:00") == 510
    assert values.read_time("24:00:00") == values.read_time("24:00") == 1440
    assert values.time_text(1440) == "00:00:00"
    for wrong in ("24:01:00", "08:60:00", "8", ""):
        with pytest.raises(ValueError):
            values.read_time(wrong)


@pytest.mark.parametrize(
    ("text", "digits", "minor"),
    [("352625", 2, (352625, True)), ("352650", 0, (3526, False)), ("100", 3, (1000, True)), ("0.4", 2, (0, False))],
)
def test_money_is_in_hundredths_whatever_the_currency(text: str, digits: int, minor: tuple[int, bool]) -> None:
    assert values.read_money(text, digits) == minor


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_money_rates_and_shares_return(minor: int, digits: int) -> None:
    assert values.read_money(values.money_text(minor, digits), digits).value == minor
    assert values.read_rate(values.rate_text(minor, digits), digits).value == minor
    assert values.read_share(values.share_text(minor)).value == minor


@pytest.mark.parametrize("text", ["", "abc", "NaN", "Infinity", "1e400", "--1"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError):
        values.read_number(text)


def test_units_and_estimates() -> None:
    assert values.unit_of(7) == ("d", False)
    assert values.unit_of(39) == ("d", True)
    assert values.unit_of(8) == ("ed", False)
    assert values.unit_of(53) == ("", True)
    assert values.format_of("emo", estimated=True) == "44"
    for wrong in (0, 13, 99):
        with pytest.raises(ValueError):
            values.unit_of(wrong)
