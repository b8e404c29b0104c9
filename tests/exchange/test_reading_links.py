"""Dependencies read from Microsoft Project XML."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.imports import APPROXIMATED, NOT_READ
from desktop.domain.plan import Dependency
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from tests.exchange.documents import document, link, read, said, task, tasks_of

AT = dt.datetime


@pytest.mark.parametrize(("code", "kind"), list(enumerate(["FF", "FS", "SF", "SS"])))
def test_link_types(tmp_path: Path, code: int, kind: str) -> None:
    found = read(tmp_path, document(task(1) + task(2, more=link(1, code))))
    (made,) = [item for item in found.records if isinstance(item, Dependency)]
    assert (made.type, made.lag, made.lag_unit, made.lag_percent) == (kind, 0, "d", None)


@pytest.mark.parametrize(
    ("lag", "unit", "expected"),
    [
        (4800, 7, (480, "d", None)),
        (-4800, 7, (-480, "d", None)),
        (28800, 8, (2880, "ed", None)),
        (600, 5, (60, "h", None)),
        (50, 19, (0, "d", 50)),
        (-25, 19, (0, "d", -25)),
        (50, 20, (0, "ed", 50)),
        (50, 51, (0, "d", 50)),
        (4800, 39, (480, "d", None)),
    ],
)
def test_lags(tmp_path: Path, lag: int, unit: int, expected: tuple[int, str, int | None]) -> None:
    found = read(tmp_path, document(task(1) + task(2, more=link(1, 1, lag, unit))))
    (made,) = [item for item in found.records if isinstance(item, Dependency)]
    assert (made.lag, made.lag_unit, made.lag_percent) == expected


def test_links_that_cannot_hold_are_listed(tmp_path: Path) -> None:
    rows = (
        task(1, "Sum", more=link(2)) + task(2, "Child", level=2, more=link(1)) + task(3, "Self", more=link(3))
        + task(4, "Orphan", more=link(99)) + task(5, "Twice", more=link(3) + link(3) + link(3, 3))
    )  # fmt: skip
    found = read(tmp_path, document(rows))
    assert len([item for item in found.records if isinstance(item, Dependency)]) == 2
    refused = said(found, NOT_READ)
    assert refused["Links between a summary task and a task inside it, left out: {n}"] == (
        "Child → Sum",
        "Sum → Child",
    )
    assert refused["Links from a task to itself, left out: {n}"] == ("Self → Self",)
    assert refused["Links to tasks that are not in the file, left out: {n}"] == ("99 → Orphan",)
    assert refused["Links that another one repeats, left out: {n}"] == ("Self → Twice",)


def test_a_circle_is_read_and_set_apart_by_the_schedule(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1, more=link(2)) + task(2, more=link(1)) + task(3, more=link(2))))
    planned = schedule(found.project())
    assert len(planned.cycles) == 1
    assert Session(found.project()).schedule.cycles


def test_a_task_stands_in_for_one_of_another_project(tmp_path: Path) -> None:
    outside = (
        "<PredecessorLink><PredecessorUID>11</PredecessorUID><Type>1</Type><CrossProject>1</CrossProject>"
        "<CrossProjectName>C:\\plans\\other.mpp\\7</CrossProjectName><LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink>"
    )
    rows = task(1, "Waits", more="<Start>2026-06-16T08:00:00</Start>" + outside) + task(2, more=link(1))
    found = read(tmp_path, document(rows))
    stand_in = tasks_of(found)[11]
    assert stand_in.name == "other.mpp – 7"
    # One working day before the start on Tuesday: the end of the band on Friday is the beginning of Monday's.
    assert stand_in.manual_finish == AT(2026, 6, 12, 17)
    project = found.project()
    assert schedule(project).of(tasks_of(found)[1].id).start == AT(2026, 6, 16, 8)
    assert project.wbs(tasks_of(found)[2].id) == "2"


def test_external_tasks_keep_their_dates(tmp_path: Path) -> None:
    more = "<ExternalTask>1</ExternalTask><Start>2026-06-10T08:00:00</Start><Finish>2026-06-10T17:00:00</Finish>"
    found = read(tmp_path, document(task(1, "Theirs", more=more) + task(2, more=link(1))))
    planned = schedule(found.project())
    assert planned.of(tasks_of(found)[2].id).start == AT(2026, 6, 11, 8)
    assert said(found, APPROXIMATED)["Tasks of other projects, kept at the dates that the file records: {n}"] == (
        "Theirs",
    )
