"""What is one step with the last one, and what is taken back as if it had never been: alone and in a workshop."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.commands.plan import AddTask
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.room import RoomSession
from desktop.domain.session import Session
from tests.plans import DAY, MONDAY, snapshot


def alone() -> Session:
    tasks = [Task(id="a", number=1, name="A", rank=1000, duration=DAY)]
    return Session(Project([ProjectProfile(id="p", number=1, name="Move", start=MONDAY), *tasks]))


def in_a_room() -> Session:
    return RoomSession(alone(), "2026-06-01 10:00")


PLACES = pytest.mark.parametrize("make", [alone, in_a_room])
NEW = AddTask("New task", "a", fields={"id": "n"})


def rename(identity: str, name: str) -> SetFields:
    return SetFields("task", (identity,), {"name": name})


@PLACES
def test_what_is_done_together_is_taken_back_and_done_again_together(make: Callable[[], Session]) -> None:
    one = make()
    before = snapshot(one.project)
    one.execute(NEW)
    with one.together():
        one.execute(rename("n", "Party"))
    assert [(step.label, step.facts["name"]) for step in one.undo_steps] == [("Add task {name}", "Party")]
    named = snapshot(one.project)
    one.undo()
    assert snapshot(one.project) == before and one.undo_steps == []
    one.redo()
    assert one.project.get(Task, "n").name == "Party"
    assert one.project.table(Task).keys() == {"a", "n"} and len(snapshot(one.project)) == len(named)


@PLACES
def test_what_comes_after_it_is_a_step_of_its_own(make: Callable[[], Session]) -> None:
    one = make()
    one.execute(NEW)
    with one.together():
        one.execute(rename("n", "New task"))  # nothing differs
    one.execute(rename("a", "B"))
    assert len(one.undo_steps) == 2
    one.undo()
    assert one.project.get(Task, "a").name == "A" and "n" in one.project.table(Task)


@PLACES
def test_what_was_never_done_leaves_what_could_be_done_again(make: Callable[[], Session]) -> None:
    one = make()
    one.execute(rename("a", "B"))
    one.undo()
    before, again = snapshot(one.project), list(one.redo_steps)
    one.execute(NEW)
    assert one.redo_steps == []
    with one.for_good():
        one.undo()
    assert snapshot(one.project) == before
    assert one.undo_steps == [] and one.redo_steps == again
    one.redo()
    assert one.project.get(Task, "a").name == "B"


def test_a_room_and_its_project_agree_on_the_steps() -> None:
    real = alone()
    room = RoomSession(real, "2026-06-01 10:00")
    room.execute(NEW)
    with room.together():
        room.execute(rename("n", "Party"))
    room.execute(AddTask("Second", "a", fields={"id": "m"}))
    with room.for_good():
        room.undo()
    assert len(real.undo_steps) == len(room.undo_steps) == 1
    assert real.redo_steps == room.redo_steps == []
    room.undo()
    assert real.project.table(Task).keys() == {"a"}
