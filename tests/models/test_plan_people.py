"""Grouped by resources, all that somebody has to do stands together: a task of two people under each of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.qtbot import QtBot

from desktop.domain.commands.plan import AddTask, AssignResources, DeleteTasks
from desktop.domain.plan import Assignment, ProjectProfile, Resource, Task
from desktop.domain.project import Project
from desktop.domain.resource_names import read_resources
from desktop.domain.session import Session
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_groups import is_heading
from desktop.models.plan_order import Arrangement
from desktop.models.workspace import Workspace
from tests.plans import DAY, MONDAY

NAME = NUMBER_OF["name"]
DURATION = NUMBER_OF["duration"]


@pytest.fixture
def model(qtbot: QtBot) -> PlanModel:
    """A is Anna's, B is Anna's and Bo's, C is Bo's half and Carl's, D is nobody's."""
    people = [Resource(id=one, number=at, name=one.title()) for at, one in enumerate(("bo", "anna", "carl"), 1)]
    tasks = [
        Task(id=one, number=at, name=one.upper(), rank=at * 1000, duration=DAY) for at, one in enumerate("abcd", 1)
    ]
    who = [("a", "anna", 100), ("b", "anna", 100), ("b", "bo", 100), ("c", "bo", 50), ("c", "carl", 100)]
    work = [
        Assignment(id=f"{task}{person}", number=at, task=task, resource=person, units=units)
        for at, (task, person, units) in enumerate(who, 1)
    ]
    project = Project([ProjectProfile(id="p", number=1, name="Move", start=MONDAY), *people, *tasks, *work])
    made = PlanModel(Workspace(Session(project)))
    made.arrange(Arrangement(groups=("resources",)))
    return made


def shown(model: PlanModel) -> list[str]:
    return [model.text(row, NAME) for row in range(model.rowCount())]


GROUPED = ["Anna (2)", "A", "B", "Bo (2)", "B", "C", "Carl (1)", "C", "No resource (1)", "D"]


def test_everybody_has_all_of_his_own(model: PlanModel) -> None:
    assert shown(model) == GROUPED
    assert len(model.every_id) == 4  # tasks are counted once
    assert list(model.ids).count("b") == 2 and model.row_of("b") == 2
    assert [model.level(row)[0] for row in range(4)] == [0, 1, 1, 0]


def test_what_is_typed_in_one_row_shows_in_both(model: PlanModel) -> None:
    told: set[int] = set()
    model.dataChanged.connect(lambda top, bottom: told.update(range(top.row(), bottom.row() + 1)))
    assert model.attempt(model.index(4, NAME), "Build") is None  # the second of its rows
    assert {2, 4} <= told
    assert [text for text in shown(model) if text == "Build"] == ["Build", "Build"]
    assert model.text(0, DURATION) == "2d"  # Anna's
    model.workspace.undo()
    assert shown(model) == GROUPED


def test_groups_are_closed_one_by_one(model: PlanModel) -> None:
    headings = [each for each in model.ids if is_heading(each)]
    model.set_closed([headings[0]], True)
    assert shown(model) == ["Anna (2)", *GROUPED[3:]]
    assert model.row_of("b") == 2  # where it is still seen
    assert model.uncover("b") == 2
    assert model.above(model.row_of("b")) == headings[1]
    model.set_closed([headings[1]], True)
    assert model.row_of("b") == -1
    assert model.uncover("b") == 2 and shown(model)[:3] == GROUPED[:3]


def test_rows_come_and_go_with_the_task(model: PlanModel) -> None:
    kept = QPersistentModelIndex(model.index(5, NAME))
    model.workspace.do(DeleteTasks(("b",)))
    assert shown(model) == ["Anna (1)", "A", "Bo (1)", "C", "Carl (1)", "C", "No resource (1)", "D"]
    assert kept.row() == 3
    model.workspace.undo()
    assert shown(model) == GROUPED and kept.row() == 5
    model.workspace.do(AddTask("E", "b"))
    assert "E" in shown(model) and model.rowCount() == len(GROUPED) + 1


def test_who_gets_a_task_finds_it_among_his_own_at_once(model: PlanModel) -> None:
    project = model.workspace.project
    kept = QPersistentModelIndex(model.index(1, NAME))
    model.workspace.do(AssignResources("a", read_resources(project, "Anna; Carl")))
    both = ["Anna (2)", "A", "B", "Bo (2)", "B", "C", "Carl (2)", "A", "C", "No resource (1)", "D"]
    assert shown(model) == both and kept.row() == 1
    model.workspace.undo()
    assert shown(model) == GROUPED and kept.row() == 1
    model.workspace.redo()
    assert shown(model) == both
    model.judge_again()
    assert shown(model) == both


def test_the_rows_that_were_there_stay_under_the_hand(model: PlanModel) -> None:
    project = model.workspace.project
    model.workspace.do(AssignResources("b", read_resources(project, "Carl")))  # no longer Anna's nor Bo's
    assert shown(model) == [
        "Anna (2)", "A", "B", "Bo (2)", "B", "C", "Carl (2)", "B", "C", "No resource (1)", "D",
    ]  # fmt: skip
    model.workspace.do(AssignResources("d", read_resources(project, "Anna")))
    assert shown(model)[-2:] == ["No resource (1)", "D"] and shown(model)[:4] == ["Anna (3)", "A", "B", "D"]
    model.judge_again()
    assert shown(model) == ["Anna (2)", "A", "D", "Bo (1)", "C", "Carl (2)", "B", "C"]


def test_somebody_who_had_nothing_gets_a_group(model: PlanModel) -> None:
    project = model.workspace.project
    model.workspace.do(AssignResources("a", read_resources(project, "Anna; Bea"), create=True))
    assert shown(model) == [
        "Anna (2)", "A", "B", "Bea (1)", "A", "Bo (2)", "B", "C", "Carl (1)", "C", "No resource (1)", "D",
    ]  # fmt: skip
    model.workspace.undo()
    assert shown(model) == GROUPED


def test_groups_within_people(model: PlanModel) -> None:
    model.arrange(Arrangement(groups=("progress", "resources")))
    assert shown(model) == ["Not started (4)", *GROUPED]
    assert model.text(0, DURATION) == "4d"  # each once, though two have two people


def test_a_filter_leaves_each_row_of_what_passes(model: PlanModel) -> None:
    model.arrange(Arrangement(groups=("resources",)))
    model.arrange(Arrangement())
    assert shown(model) == ["A", "B", "C", "D"]
    model.arrange(Arrangement(groups=("resources",)))
    assert shown(model) == GROUPED
