"""Promises as people jot them down, in both languages."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.people import Person
from desktop.domain.promises import NewPerson, Promise, read_promise, read_promises, sentence_at, split_due
from desktop.domain.reading import read_date
from desktop.domain.rejection import Rejected

TODAY = dt.date(2026, 6, 10)  # a Wednesday
PEOPLE = (
    Person(id="wei", name="Zhang Wei", side="client"),
    Person(id="min", name="Zhang Min", side="client"),
    Person(id="li", name="李娜", side="ours"),
    Person(id="acme", name="Ann Acme", side="supplier"),
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Zhang Wei: send the data by Friday", Promise("send the data", "client", "wei", dt.date(2026, 6, 12))),
        ("wei: send the data by 6/30", Promise("send the data", "client", "wei", dt.date(2026, 6, 30))),
        ("李娜：下周一前提交方案", Promise("提交方案", "us", "li", dt.date(2026, 6, 15))),
        ("李娜：提交方案，6月30日前", Promise("提交方案", "us", "li", dt.date(2026, 6, 30))),
        ("Ann: deliver the rack @+7d", Promise("deliver the rack", "third_party", "acme", dt.date(2026, 6, 17))),
        ("we: publish the minutes, +1d", Promise("publish the minutes", "us", None, dt.date(2026, 6, 11))),
        ("客户：确认范围，月底", Promise("确认范围", "client", None, dt.date(2026, 6, 30))),
        ("王强：开通权限 2026-07-01", Promise("开通权限", "client", NewPerson("王强"), dt.date(2026, 7, 1))),
        ("call the vendor at 10:30", Promise("call the vendor at 10:30", "us", None, None)),
        ("we: sign off by the client", Promise("sign off by the client", "us", None, None)),
        ("client: approve by 2026-02-30", Promise("approve by 2026-02-30", "client", None, None)),
    ],
)
def test_one_line_is_one_promise(line: str, expected: Promise) -> None:
    assert read_promise(line, PEOPLE, TODAY) == expected


def test_lines_without_text_are_no_promises() -> None:
    assert [item.title for item in read_promises("we: a\n\n  \nclient: b by friday\n", PEOPLE, TODAY)] == ["a", "b"]


def test_a_name_that_fits_two_people_is_asked_back() -> None:
    with pytest.raises(Rejected) as refused:
        read_promise("Zhang: send the data", PEOPLE, TODAY)
    assert refused.value.code == "name_ambiguous"
    assert refused.value.facts["people"] == "Zhang Wei / Zhang Min"


def test_a_short_name_means_first_of_all_somebody_present() -> None:
    assert read_promise("Zhang: send the data", PEOPLE, TODAY, PEOPLE[1:2]).owner == "min"
    arrived = NewPerson("Wang Qiang", "ours")
    promise = read_promise("wang: open the ports", PEOPLE, TODAY, [arrived])
    assert (promise.owner, promise.side) == (arrived, "us")


@pytest.mark.parametrize(
    ("position", "sentence"),
    [(0, "All well."), (9, "All well."), (12, "Version 1.5 runs!"), (30, "下周上线。"), (38, "Last")],
)
def test_the_sentence_at_the_cursor(position: int, sentence: str) -> None:
    assert sentence_at("All well. Version 1.5 runs! 下周上线。\nLast", position) == sentence


def test_a_promise_of_nothing_is_refused() -> None:
    with pytest.raises(Rejected) as refused:
        read_promise("Zhang Wei:  ", PEOPLE, TODAY)
    assert refused.value.code == "promise_empty"


@pytest.mark.parametrize("filler", [",", " ", "，", "a by ", "@"])
def test_fifty_thousand_characters_are_read_at_once(filler: str) -> None:
    text = filler * 50_000
    assert split_due(text, TODAY) == (text.strip(), None)  # quadratic work would take minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("friday", dt.date(2026, 6, 12)),
        ("Wed", dt.date(2026, 6, 17)),  # the coming one, not today
        ("next monday", dt.date(2026, 6, 15)),
        ("this friday", dt.date(2026, 6, 12)),
        ("下周一", dt.date(2026, 6, 15)),
        ("下周日", dt.date(2026, 6, 21)),
        ("下下周二", dt.date(2026, 6, 23)),
        ("本周一", dt.date(2026, 6, 8)),
        ("星期四", dt.date(2026, 6, 11)),
        ("月底", dt.date(2026, 6, 30)),
        ("end of month", dt.date(2026, 6, 30)),
    ],
)
def test_weekdays_are_dates(text: str, expected: dt.date) -> None:
    assert read_date(text, TODAY) == expected
