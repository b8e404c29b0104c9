"""A project in a room full of people: what they see, what is entered there, and what is never lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.ahead import Ahead
from desktop.domain.changes import Large, Most
from desktop.domain.clientview import released
from desktop.domain.commands.plan import AddTask, DeleteTasks, SetDuration
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.communication import Action
from desktop.domain.control import Issue
from desktop.domain.people import Person
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, TEAM
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.domain.room import WORKSHOP, RoomSession
from desktop.domain.session import Command, Session
from tests.plans import DAY, office, plan_commands, session_of, snapshot

NAME = "2026-06-03 10:00"
CANARY = "Kanarienvogel"


def room_of(project: Project | None = None) -> tuple[Session, RoomSession]:
    real = session_of(project)
    return real, RoomSession(real, NAME)


def texts(project: Project) -> str:
    return repr([[getattr(record, name) for name in record.info.specs] for record in project.all()])


def secretive() -> Project:
    """The office with words in it that are not the client's, in fields and in records of their own."""
    project = office()
    survey = project.get(Task, "survey")
    project.put("task", "survey", survey.replace(notes=CANARY))
    project.put("task", "wishes", project.get(Task, "wishes").replace(name=CANARY, audience=TEAM, duration=9 * DAY))
    project.put("person", "x", Person(id="x", number=1, name=f"{CANARY} X", audience=TEAM))
    project.put("person", "y", Person(id="y", number=2, name="Yvonne", notes=CANARY))
    shown = Risk(id="r", number=1, event="Rain", audience=CLIENT, tasks=("wishes", "pack"), owner="x")
    project.put("risk", "r", shown)
    project.put("issue", "i", Issue(id="i", number=1, problem=CANARY))
    project.put("issue", "j", Issue(id="j", number=2, problem="Noise", audience=CLIENT, private_note=CANARY))
    return project


def test_nothing_of_the_team_is_in_the_room() -> None:
    real, room = room_of(secretive())
    assert CANARY in texts(real.project)
    assert CANARY not in texts(room.project)
    assert room.project.get(Risk, "r").tasks == ("pack",)
    real.execute(AddTask("Late"))  # of the room, nothing is said of what was before
    assert room.undo_steps == []
    with pytest.raises(Rejected, match="nothing_to_undo"):
        room.undo()


def test_dates_are_the_team_s() -> None:
    """What a withheld task holds up stands where it does for the team."""
    real, room = room_of(secretive())
    assert "wishes" not in room.schedule
    for task in room.project.outline.order:
        assert room.schedule.of(task).start == real.schedule.of(task).start, task
        assert room.schedule.of(task).finish == real.schedule.of(task).finish, task


def test_an_edit_goes_to_the_project_and_bears_the_name_of_the_workshop() -> None:
    real, room = room_of()
    done = room.execute(SetDuration(("survey",), 5 * DAY))
    assert done is not None
    assert real.project.get(Task, "survey").duration == 5 * DAY == room.project.get(Task, "survey").duration
    assert real.undo_steps[-1].facts[WORKSHOP] == NAME
    room.undo()
    assert real.project.get(Task, "survey").duration == 3 * DAY == room.project.get(Task, "survey").duration
    room.redo()
    assert room.project.get(Task, "survey").duration == 5 * DAY
    assert [step.label for step in room.undo_steps] == [real.undo_steps[-1].label]


def test_what_is_entered_before_the_client_is_the_client_s_to_see() -> None:
    real, room = room_of()
    room.execute(AddRecord("issue", {"id": "n", "problem": "No lift"}))
    assert real.project.get(Issue, "n").audience == CLIENT
    assert room.project.get(Issue, "n").problem == "No lift"
    room.undo()
    assert not real.project.table(Issue)
    assert not room.project.table(Issue)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (SetFields("risk", ("r",), {"tasks": ("drive",)}), "a withheld task would lose its link"),
        (SetFields("risk", ("r",), {"owner": "y"}), "somebody is the owner already"),
        (SetFields("issue", ("j",), {"private_note": "over it"}), "the note is not in sight"),
        (SetFields("task", ("survey",), {"notes": "over it"}), "the note is not in sight"),
        (DeleteTasks(("brief",)), "a withheld task would go with its summary"),
    ],
)
def test_what_is_not_in_sight_is_not_lost(command: object, why: str) -> None:
    real, room = room_of(secretive())
    before = snapshot(real.project)
    with pytest.raises(Rejected, match="not_in_workshop"):
        room.execute(command)  # type: ignore[arg-type]
    assert snapshot(real.project) == before, why


def test_links_in_sight_can_be_changed() -> None:
    real, room = room_of(secretive())
    room.execute(SetFields("risk", ("r",), {"tasks": ("wishes", "drive")}))
    assert real.project.get(Risk, "r").tasks == ("wishes", "drive")
    assert room.project.get(Risk, "r").tasks == ("drive",)


def test_a_refusal_names_nothing_that_is_withheld() -> None:
    real, room = room_of(secretive())
    real.execute(AddRecord("action", {"id": "a", "title": "Ask", "audience": CLIENT}))
    hidden = SetFields("task", ("survey",), {"notes": "x"})
    said = room.said(hidden, Rejected("in_use", name=CANARY, user=CANARY))
    assert (said.code, said.facts) == ("not_in_workshop", {})
    shown = SetFields("task", ("survey",), {"name": ""})
    assert room.said(shown, Rejected("in_use", name=CANARY)).code == "required"


def test_a_project_that_is_the_team_s_is_not_shown() -> None:
    project = office()
    project.put("project", "p", project.profile.replace(audience=TEAM))
    with pytest.raises(Rejected, match="report_hidden_project"):
        room_of(project)


def test_what_is_hidden_in_the_room_leaves_it() -> None:
    _, room = room_of()
    room.execute(SetFields("task", ("light",), {"audience": TEAM}))
    assert "light" not in room.project.table(Task)
    assert "light" not in room.schedule
    room.undo()
    assert room.project.get(Task, "light").name == "Lighting"


def test_the_numbers_of_a_code_stay_those_of_the_plan() -> None:
    project = secretive()
    _, room = room_of(project)
    assert room.project.wbs("agreed") == project.wbs("agreed") == "1.3"


def do(room: RoomSession, command: Command, *, ahead: bool) -> None:
    """Carry ``command`` out at once, or work it out ``ahead`` on a snapshot."""
    if not ahead:
        room.execute(command)
        return
    take(room, room.ahead(command))


def take(room: RoomSession, coming: Ahead) -> None:
    coming.work_out()
    assert room.fits(coming)
    if coming.worked.done.changes:
        room.storing(coming)()
    room.take(coming)


AT_ONCE = Most(records=400, rows=2500)


def test_what_moves_others_in_the_room_is_not_done_at_once() -> None:
    real, room = room_of(secretive())
    before = snapshot(real.project)
    for command in (
        AddTask("Late"),
        DeleteTasks(("light",)),
        SetFields("task", ("light",), {"audience": TEAM}),
        SetFields("task", ("wishes",), {"audience": CLIENT}),
    ):
        with pytest.raises(Large):
            room.execute(command, most=AT_ONCE)
        assert snapshot(real.project) == before and not room.undo_steps
    room.execute(SetDuration(("survey",), 5 * DAY), most=AT_ONCE)
    room.execute(AddRecord("issue", {"id": "n", "problem": "No lift"}), most=AT_ONCE)
    room.undo(most=AT_ONCE)
    room.execute(AddTask("Late"))
    with pytest.raises(Large):
        room.undo(most=AT_ONCE)


def test_where_nothing_is_withheld_a_task_is_added_at_once() -> None:
    _, room = room_of()
    done = room.execute(AddTask("Late", "survey"), most=AT_ONCE)
    assert done is not None
    assert {change.after.name for change in done.changes if isinstance(change.after, Task)} == {"Late"}


def test_a_task_behind_a_withheld_one_moves_no_more_than_its_family() -> None:
    """What is told to the pages is what the room sees change, and not the plan."""
    _, room = room_of(secretive())
    done = room.execute(AddTask("Late"))
    assert done is not None
    assert [change.before for change in done.changes] == [None]


HIDDEN: Sequence[Sequence[str]] = ((), ("wishes",), ("design",))


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(HIDDEN))
def test_the_room_follows_whatever_is_edited(data: st.DataObject, hidden: Sequence[str]) -> None:
    project = office()
    for task in hidden:
        project.put("task", task, project.get(Task, task).replace(audience=TEAM))
    real, room = room_of(project)
    for _ in range(data.draw(st.integers(1, 6))):
        kind = data.draw(st.sampled_from(("do", "do", "do", "undo", "redo", "hide")))
        try:
            if kind == "do":
                do(room, data.draw(plan_commands(room.project)), ahead=data.draw(st.booleans()))
            elif kind == "hide":
                shown = data.draw(st.sampled_from(list(real.project.table(Task)) or ["x"]))
                hiding = SetFields("task", (shown,), {"audience": data.draw(st.sampled_from((CLIENT, TEAM)))})
                do(room, hiding, ahead=data.draw(st.booleans()))
            elif data.draw(st.booleans()):
                take(room, room.replay_ahead(kind))
            else:
                room.undo() if kind == "undo" else room.redo()
        except Rejected:
            continue
        expected = released(real.project, CLIENT)
        for key in expected.numbering:
            assert set(room.project.rows(key)) == set(expected.rows(key)), key
            if key != "task":
                assert dict(room.project.rows(key)) == dict(expected.rows(key))
        assert room.project.outline.order == expected.outline.order
        assert room.project.outline.wbs == expected.outline.wbs
        fresh = RoomSession(real, NAME)
        for task in room.project.outline.order:
            assert room.project.get(Task, task).name == real.project.get(Task, task).name
            if not room.project.is_summary(task):
                there = real.schedule.of(task)
                assert (room.schedule.of(task).start, room.schedule.of(task).finish) == (there.start, there.finish)
            assert room.schedule.of(task).start == fresh.schedule.of(task).start


def test_the_profile_and_other_registers_follow() -> None:
    real, room = room_of()
    room.execute(SetFields("project", ("p",), {"name": "Moving"}))
    room.execute(AddRecord("action", {"id": "a", "title": "Ask", "due": dt.date(2026, 6, 9)}))
    assert room.project.get(ProjectProfile, "p").name == "Moving"
    assert room.project.get(Action, "a").due == dt.date(2026, 6, 9)
    assert real.project.get(Action, "a").audience == CLIENT
