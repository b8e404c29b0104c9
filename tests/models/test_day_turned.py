"""What counts from today goes with the clock, also over midnight and without an edit."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.commands.records import AddRecord
from desktop.domain.filters import named_together
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.session import Session
from desktop.models.control import ControlBook
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_filters import Condition
from desktop.models.plan_order import Arrangement
from desktop.models.records import RecordTableModel
from desktop.models.workspace import Workspace
from tests.clock import Clock
from tests.plans import DAY, MONDAY

__all__ = ["clock"]
START = NUMBER_OF["start"]


@pytest.fixture
def clock() -> Clock:
    made = Clock()
    made.now = dt.datetime(2026, 6, 1, 23, 50)
    return made


@pytest.fixture
def workspace(qapp: object, clock: Clock) -> Workspace:
    """One task of a day, on a Monday shortly before midnight."""
    task = Task(id="a", number=1, name="A", rank=1000, duration=DAY)
    project = Project([ProjectProfile(id="p", number=1, name="P", start=MONDAY), task])
    return Workspace(Session(project, author="test", clock=clock))


@pytest.mark.parametrize("typed", ["today", "今天"])
def test_a_date_that_is_typed_after_midnight_counts_from_the_new_day(
    workspace: Workspace, clock: Clock, typed: str
) -> None:
    model = PlanModel(workspace)
    assert model.text(0, START)
    clock.now = dt.datetime(2026, 6, 2, 0, 10)
    assert model.attempt(model.index(0, START), typed) is None
    assert workspace.schedule.of("a").start.date() == dt.date(2026, 6, 2)


def test_filters_of_the_plan_are_judged_by_the_new_day(workspace: Workspace, clock: Clock) -> None:
    model = PlanModel(workspace)
    overdue = Arrangement(conditions=(Condition("", "overdue"),))
    model.arrange(overdue)
    assert list(model.ids) == []
    stale: list[bool] = []
    model.went_stale.connect(lambda: stale.append(True))
    clock.now = dt.datetime(2026, 6, 2, 8, 0)
    workspace.look_at_clock()
    assert stale == [True]
    model.judge_again()
    assert list(model.ids) == ["a"]  # it should have ended on Monday at five
    workspace.look_at_clock()
    assert stale == [True]


def test_registers_tell_how_late_something_is_and_filter_by_it(workspace: Workspace, clock: Clock) -> None:
    workspace.do(AddRecord("action", {"id": "x", "title": "Ask", "due": dt.date(2026, 6, 1)}))
    model = RecordTableModel(workspace, RECORD_TYPES["action"])
    model.set_filters(named_together(model.kind, "overdue"))
    assert list(model.ids) == []
    clock.now = dt.datetime(2026, 6, 4, 8, 0)
    workspace.look_at_clock()
    assert list(model.ids) == ["x"]


def test_earned_value_is_as_of_the_new_day(workspace: Workspace, clock: Clock) -> None:
    book, figures = ControlBook(workspace), PlanModel(workspace).figures
    heard: list[bool] = []
    book.outdated.connect(lambda: heard.append(True))
    figures.value("a")
    first = figures.request()
    assert first is not None
    clock.now = dt.datetime(2026, 6, 2, 8, 0)
    workspace.look_at_clock()
    assert heard == [True]
    figures.value("a")
    second = figures.request()
    assert second is not None
    assert (first.status, second.status) == (dt.date(2026, 6, 1), dt.date(2026, 6, 2))
    assert second.serial != first.serial


def test_what_is_late_reads_so_the_next_day(workspace: Workspace, clock: Clock) -> None:
    clock.now = dt.datetime(2026, 5, 29, 17, 0)
    workspace.look_at_clock()
    model = PlanModel(workspace)
    assert model.text(0, NUMBER_OF["status"]) == "Future task"
    repainted: list[bool] = []
    model.dataChanged.connect(lambda: repainted.append(True))
    clock.now = dt.datetime(2026, 6, 2, 8, 0)
    workspace.look_at_clock()
    assert model.text(0, NUMBER_OF["status"]) == "Late"
    assert repainted
