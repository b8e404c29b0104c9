"""Predecessors as people write them, read and written back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.changes import Transaction
from desktop.domain.plan import LINK_TYPE, Dependency, Task
from desktop.domain.predecessors import (
    Link,
    TaskCodes,
    lag_text,
    link_text,
    predecessors_text,
    read_lag,
    read_predecessors,
)
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.i18n import CHINESE, ENGLISH, catalog
from tests.plans import DAY, MONDAY, office

WORDS = catalog(ENGLISH)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", []),
        ("1.1", [Link("survey")]),
        ("1.1FS", [Link("survey")]),
        ("1.1 ss", [Link("survey", "SS")]),
        ("1.1FS+2d", [Link("survey", "FS", 2 * DAY)]),
        ("1.1 + 2 d", [Link("survey", "FS", 2 * DAY)]),
        ("1.1FF-0.5d", [Link("survey", "FF", -DAY // 2)]),
        ("1.1FS−1d", [Link("survey", "FS", -DAY)]),  # a typographic minus
        ("1.1FS+3ed", [Link("survey", "FS", 3 * 1440, "ed")]),
        ("1.1SS+2天", [Link("survey", "SS", 2 * DAY)]),
        ("1.1FS+50%", [Link("survey", "FS", lag_percent=50)]),
        ("1.1FS-25 %", [Link("survey", "FS", lag_percent=-25)]),
        ("1.1FS+50e%", [Link("survey", "FS", lag_unit="ed", lag_percent=50)]),
        ("1.1;1.2", [Link("survey"), Link("wishes")]),
        ("1.1， 1.2；2.1", [Link("survey"), Link("wishes"), Link("plan")]),
        ("1.1、1.2", [Link("survey"), Link("wishes")]),
        ("1.1;1.1", [Link("survey")]),
        ("T-007SS+1d", [Link("light", "SS", DAY)]),
        ("t-7", [Link("light")]),
        ("7", [Link("light")]),  # no WBS code reads 7, so it is the number
        ("2", [Link("design")]),  # a WBS code comes first
        ("１．１ＦＳ＋２ｄ", [Link("survey", "FS", 2 * DAY)]),
        ("1.1完成-开始", [Link("survey")]),
        ("1.1 完成－完成＋2天；1.2开始—开始", [Link("survey", "FF", 2 * DAY), Link("wishes", "SS")]),
        ("1.1开始完成", [Link("survey", "SF")]),
        ("1.1完成-开始（FS）+1d", [Link("survey", "FS", DAY)]),  # as the choice of the type is worded
        ("1.1 Finish-to-Start (FS) + 1d", [Link("survey", "FS", DAY)]),
        ("1.1 start to start", [Link("survey", "SS")]),
        ("1.1 (FF)", [Link("survey", "FF")]),
    ],
)
def test_reading(text: str, links: list[Link]) -> None:
    assert list(read_predecessors(office(), text)) == links


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9.9", "unknown_task"),
        ("99", "unknown_task"),
        ("1.1;7.7SS+1d", "unknown_task"),
        ("+2d", "predecessors_unreadable"),
        (";-;", "predecessors_unreadable"),
        ("1.1+2 parsecs", "duration_unreadable"),
        ("x" * 500, "predecessors_unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, code: str) -> None:
    with pytest.raises(Rejected) as refused:
        read_predecessors(office(), text)
    assert refused.value.code == code


def renamed(**codes: str) -> Project:
    project = office()
    tx = Transaction(project, now=MONDAY, author="")
    for task, code in codes.items():
        tx.update(Task, task, wbs_code=code)
    return project


def test_own_codes_with_signs_and_letters_are_names() -> None:
    project = renamed(survey="A-1", wishes="A", plan="X SS")
    assert read_predecessors(project, "A-1") == (Link("survey"),)
    assert read_predecessors(project, "A-1FS+1d") == (Link("survey", "FS", DAY),)
    assert read_predecessors(project, "A-2d") == (Link("wishes", "FS", -2 * DAY),)
    assert read_predecessors(project, "X SSSS") == (Link("plan", "SS"),)


def test_a_code_that_two_tasks_have_is_written_as_a_number() -> None:
    project = renamed(survey="A", wishes="A", plan="a;b")
    codes = TaskCodes(project)
    assert codes.of(project.get(Task, "survey")) == "T-002"
    assert codes.of(project.get(Task, "plan")) == "T-006"
    assert codes.find("A") is None
    assert codes.find("T-002") == "survey"


@given(
    st.lists(
        st.builds(
            Link,
            st.sampled_from(sorted(office().outline.order)),
            st.sampled_from(sorted(LINK_TYPE)),
            st.integers(-20, 20).map(lambda halves: halves * DAY // 2),
        ),
        max_size=4,
        unique_by=lambda link: (link.predecessor, link.type),
    ),
    st.sampled_from((ENGLISH, CHINESE)),
)
def test_what_is_written_is_read_back(links: list[Link], language: str) -> None:
    project, words = office(), catalog(language)
    codes = TaskCodes(project)
    text = "; ".join(codes.of(project.get(Task, link.predecessor)) + link_text(project, link, words) for link in links)
    assert list(read_predecessors(project, text)) == links


def test_the_links_of_a_task() -> None:
    assert predecessors_text(office(), "agreed", WORDS) == "1.1; 1.2"
    assert predecessors_text(office(), "survey", WORDS) == ""


@pytest.mark.parametrize(
    ("text", "lag"),
    [
        ("", (0, "d", None)),
        ("2d", (2 * DAY, "d", None)),
        ("-1d", (-DAY, "d", None)),
        ("−1d", (-DAY, "d", None)),
        ("3ed", (3 * 1440, "ed", None)),
        ("50%", (0, "d", 50)),
        ("－50 ％", (0, "d", -50)),
        ("50e%", (0, "ed", 50)),
    ],
)
def test_a_lag_is_read_as_it_is_written_behind_a_predecessor(text: str, lag: tuple[int, str, int | None]) -> None:
    project = office()
    assert read_lag(project, text) == lag
    written = lag_text(project, Dependency(id="d", predecessor="a", successor="b", lag=lag[0], lag_unit=lag[1],
                                           lag_percent=lag[2]), WORDS)  # fmt: skip
    assert read_lag(project, written) == lag


@pytest.mark.parametrize("text", ["soon", "%", "1.5%", "50%%", "2d 3d"])
def test_a_lag_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Rejected) as refusal:
        read_lag(office(), text)
    assert refusal.value.code == "duration_unreadable"
