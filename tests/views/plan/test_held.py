"""What is said of a drop is what is so."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.plan import LOGIC, MANUAL, NO_EARLIER, PIN, MoveDates, SetManual, SetProgress
from desktop.domain.commands.records import SetFields
from desktop.i18n import ENGLISH, set_language
from desktop.models.workspace import Workspace
from desktop.views.plan.held import Drop
from tests.plans import session_of

DAY = dt.timedelta(days=1)


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    set_language(ENGLISH)
    return Workspace(session_of())


def told(workspace: Workspace, command: MoveDates) -> tuple[str | None, str]:
    assert workspace.do(command)
    drop = Drop(command)
    return drop.held(workspace.project), drop.tell(workspace, fine=False)


def test_tasks_that_nothing_held_start_no_earlier_but_what_follows_another_of_them(workspace: Workspace) -> None:
    held, said = told(workspace, MoveDates(("plan", "light"), DAY))
    assert held == NO_EARLIER
    assert said == "Tasks moved: 2. They start no earlier, unless they follow another of them."
    assert told(workspace, MoveDates(("plan", "light"), DAY, LOGIC)) == (LOGIC, "Tasks: 2. They follow their links.")
    assert told(workspace, MoveDates(("plan", "light"), DAY, PIN))[0] == PIN


def test_tasks_planned_by_hand_are_told_so(workspace: Workspace) -> None:
    workspace.do(SetManual(("plan", "pack"), True))
    held, said = told(workspace, MoveDates(("plan", "pack"), DAY))
    assert held == MANUAL
    assert said == "Tasks moved: 2. They are scheduled by hand, and links do not move them."


def test_tasks_that_are_held_each_in_its_way_are_told_so(workspace: Workspace) -> None:
    workspace.do(SetManual(("plan",), True))
    held, said = told(workspace, MoveDates(("plan", "pack"), DAY))
    assert held is None
    assert said == "Tasks moved: 2. They are held in different ways."
    assert told(workspace, MoveDates(("plan", "pack"), DAY, MANUAL))[0] == MANUAL


def test_tasks_that_must_start_on_a_date_still_must(workspace: Workspace) -> None:
    for task in ("survey", "wishes"):
        fields = {"constraint": "mso", "constraint_date": dt.datetime(2026, 6, 1, 8), "pinned": True}
        workspace.do(SetFields("task", (task,), fields))
    held, said = told(workspace, MoveDates(("survey", "wishes"), DAY))
    assert held == PIN and said.startswith("Tasks moved: 2. They must start then")


def test_what_has_begun_is_not_counted(workspace: Workspace) -> None:
    workspace.do(SetProgress(("survey",), 50))
    workspace.do(SetManual(("wishes",), True))
    held, said = told(workspace, MoveDates(("survey", "wishes"), DAY))
    assert held == MANUAL and said.startswith("Tasks moved: 1. ")
