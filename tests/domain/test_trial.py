"""What a command would come to: the session, previews and trials of many cells say the same."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan import (
    AddLink,
    DeleteTasks,
    IndentTasks,
    MoveTasks,
    OutdentTasks,
    SetDuration,
    ShiftTasks,
)
from desktop.domain.commands.plan.kept import Kept
from desktop.domain.commands.plan.pasting import PasteTasks
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.session import Command
from desktop.domain.trial import outcome
from tests.plans import DAY, office, session_of, snapshot

NOW = dt.datetime(2026, 6, 3, 10)


def circled() -> Project:
    """The office move where, as in a file of another program, packing and driving wait for each other."""
    project = office()
    for identity, before, after in (("back", "drive", "pack"), ("far", "open", "pack")):
        project.put("dependency", identity, Dependency(id=identity, number=50, predecessor=before, successor=after))
    return project


HARMLESS: list[Command] = [
    ShiftTasks(("drive",), -1),
    MoveTasks(("drive",), None, "brief"),
    MoveTasks(("pack", "drive", "open"), "brief", "survey"),
    IndentTasks(("wishes",)),
    OutdentTasks(("open",)),
    SetDuration(("pack",), 5 * DAY),
    AddLink("light", "pack"),
    SetFields("task", ("drive",), {"name": "Ride"}),
]


@pytest.mark.parametrize("command", HARMLESS, ids=lambda each: type(each).__name__)
def test_a_plan_that_holds_a_circle_can_be_edited(command: Command) -> None:
    session = session_of(circled())
    assert session.schedule.cycles
    assert session.execute(command) is not None
    session.undo()
    session.redo()


@pytest.mark.parametrize("command", [AddLink("pack", "plan"), AddLink("drive", "plan"), AddLink("light", "agreed")])
def test_a_further_circle_is_refused_even_among_others(command: AddLink) -> None:
    session = session_of(circled())
    before = snapshot(session.project)
    with pytest.raises(Rejected) as refused:
        session.execute(command)
    assert refused.value.code == "cycle"
    ends = {session.project.get(Task, each).name for each in (command.predecessor, command.successor)}
    assert ends <= set(str(refused.value.facts["tasks"]).split(" → "))
    assert snapshot(session.project) == before


def test_a_link_with_its_own_summary_hinders_no_move_that_leaves_it_so() -> None:
    """As files of other programs hold them: the schedule sets it apart."""
    project = office()
    project.put("dependency", "own", Dependency(id="own", number=50, predecessor="light", successor="design"))
    session = session_of(project)
    assert "own" in session.schedule.left_out
    assert session.execute(MoveTasks(("light",), "design", "plan")) is not None
    assert session.execute(MoveTasks(("design",), None, "brief")) is not None
    kept = Kept.of(session.project, ["design"])
    session.execute(DeleteTasks(("design",)))
    assert session.execute(PasteTasks(kept, "move", moved=True)) is not None
    assert session.project.find(Dependency, "own") is not None
    with pytest.raises(Rejected):
        session.execute(MoveTasks(("offers",), "plan"))


def test_a_circle_that_moving_a_task_closes_is_refused() -> None:
    session = session_of(office())
    session.execute(AddLink("plan", "move"))
    with pytest.raises(Rejected) as refused:  # the survey would wait for the floor plan, which waits for the survey
        session.execute(MoveTasks(("survey",), "move"))
    assert refused.value.code == "cycle"
    assert refused.value.facts["tasks"] == "Brief agreed → Floor plan → Survey the old office → Brief agreed"


def test_a_trial_refuses_what_the_session_refuses_and_puts_it_back() -> None:
    session = session_of(office())
    commands: list[Command] = [
        SetFields("task", ("plan",), {"priority": 5000}),
        AddLink("light", "plan"),
        SetFields("task", ("plan",), {"name": ""}),
        MoveTasks(("design",), "plan"),
    ]
    for command in commands:
        with pytest.raises(Rejected) as refused:
            session.execute(command)
        copy = session.project.snapshot()
        before = snapshot(copy)
        planned = schedule(copy)
        with pytest.raises(Rejected) as tried:
            outcome(Transaction(copy, now=NOW, author="", schedule=planned), planned, command)
        assert (tried.value.code, tried.value.facts) == (refused.value.code, refused.value.facts)
        assert snapshot(copy) == before


def test_a_trial_comes_to_what_the_session_does() -> None:
    one, two = session_of(office()), session_of(office())
    command = MoveTasks(("light",), "move", "drive")
    tx = Transaction(one.project, now=one.now(), author="test", schedule=one.schedule)
    found = outcome(tx, one.schedule, command)
    done = two.execute(command)
    assert done is not None and found.changes == done.changes and found.facts == done.facts
    assert found.schedule.starts == two.schedule.starts
