"""Steps worked out on a copy and taken over: they come to what they come to at once, or to nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.ahead import Ahead
from desktop.domain.changes import REDO, UNDO, ChangeSet, Large, Most, Transaction
from desktop.domain.commands.plan import AddLink, AddTask, CaptureBaseline, DeleteTasks, IndentTasks, SetDuration
from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.plan import Assignment, Dependency, Resource, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.session import Command, MemoryStore, Session
from tests.plans import office, plan_commands, session_of, snapshot
from tests.store.samples import NOW

COMMANDS: dict[str, Command] = {
    "names": SetFields("task", ("survey", "pack", "drive"), {"name": "x"}),
    "durations": SetDuration(("survey", "wishes", "plan"), 960, "d", False),
    "delete": DeleteTasks(("plan", "pack")),
    "add": AddTask("new", "survey", "below", fields={"id": "new"}),
    "indent": IndentTasks(("wishes", "offers")),
    "link": AddLink("light", "offers"),
    "calendar": AddRecord("calendar", {"name": "Nights"}),
    "people": DeleteRecords("resource", ("r",)),
}


def made(store: MemoryStore | None = None) -> Session:
    project = office()
    project.put("resource", "r", Resource(id="r", number=1, name="Ann"))
    project.put("assignment", "a", Assignment(id="a", number=1, task="survey", resource="r", work=480))
    ids = iter(f"id{number}" for number in range(1000))
    return Session(project, store, author="me", clock=lambda: NOW, make_id=lambda: next(ids))


def up_to(records: int) -> Most:
    return Most(records, rows=1000)


def in_thread(work: Callable[[], object]) -> None:
    errors: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]


def through(session: Session, ahead: Ahead) -> None:
    """All the way that a step takes that is worked out ahead."""
    in_thread(ahead.work_out)
    if ahead.worked.done.changes:
        in_thread(session.storing(ahead))
        if ahead.error is not None:
            raise ahead.error
    session.take(ahead)


def content(project: Project) -> dict[str, list[tuple[str, Record]]]:
    return {key: list(project.rows(key).items()) for key in RECORD_TYPES}


def dates(session: Session) -> list[object]:
    return [(each, session.schedule.of(each)) for each in session.project.outline.order]


def is_consistent(session: Session) -> None:
    """What is derived is what it would be if everything had just been read."""
    project = session.project
    fresh = Project(project.all())
    assert project.outline == fresh.outline
    for task in project.table(Task):
        assert project.children(task) == fresh.children(task)
        assert project.predecessors(task) == fresh.predecessors(task)
        assert project.successors(task) == fresh.successors(task)
        assert project.assignments(task) == fresh.assignments(task)
    planned = schedule(fresh)
    assert all(planned.of(task) == session.schedule.of(task) for task in project.table(Task))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_step_worked_out_ahead_is_the_step_done_at_once(name: str) -> None:
    usual, other = made(), made()
    tables = {key: other.project.rows(key) for key in RECORD_TYPES}
    before = snapshot(other.project)
    for _ in range(2):  # a second time from indexes that were taken over
        usual.execute(COMMANDS[name])
        through(other, other.ahead(COMMANDS[name]))
        assert content(other.project) == content(usual.project)
        assert dates(other) == dates(usual)
        assert other.undo_steps == usual.undo_steps and not other.redo_steps
        is_consistent(other)
        usual.undo()
        through(other, other.replay_ahead(UNDO))
        assert snapshot(other.project) == before
        assert other.redo_steps == usual.redo_steps and other.undo_steps == usual.undo_steps
        is_consistent(other)
        usual.redo()
        through(other, other.replay_ahead(REDO))
        assert content(other.project) == content(usual.project) and dates(other) == dates(usual)
        is_consistent(other)
        usual.undo()
        through(other, other.replay_ahead(UNDO))
    assert all(other.project.rows(key) is table for key, table in tables.items())
    assert other.project.numbering == usual.project.numbering


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_edits_come_to_the_same_ahead_and_at_once(data: st.DataObject) -> None:
    usual, other = session_of(), session_of()
    for _ in range(6):
        command = data.draw(plan_commands(usual.project))
        refused = ""
        try:
            usual.execute(command)
        except Rejected as refusal:
            refused = refusal.code
        try:
            ahead = other.ahead(command)
            ahead.work_out()
            if ahead.worked.done.changes:
                other.storing(ahead)()
            other.take(ahead)
        except Rejected as refusal:
            assert refusal.code == refused
        else:
            assert not refused
        if usual.undo_steps and data.draw(st.booleans()):
            usual.undo()
            ahead = other.replay_ahead(UNDO)
            ahead.work_out()
            other.storing(ahead)()
            other.take(ahead)
        assert snapshot(other.project) == snapshot(usual.project)
        assert dates(other) == dates(usual)
        assert len(other.undo_steps) == len(usual.undo_steps)
    is_consistent(other)


def test_nothing_is_seen_of_it_before_it_is_taken_over() -> None:
    session = made()
    before, planned = content(session.project), session.schedule
    ahead = session.ahead(COMMANDS["delete"])
    in_thread(ahead.work_out)
    assert content(session.project) == before and session.schedule is planned and not session.undo_steps
    is_consistent(session)


def test_what_everybody_asks_for_afterwards_is_made_where_it_is_worked_out() -> None:
    session = made()
    ahead = session.ahead(COMMANDS["delete"])
    in_thread(ahead.work_out)
    groupings = (ahead.project._incoming, ahead.project._outgoing, ahead.project._assigned)
    assert ahead.project._outline is not None and all(
        each._groups is not None and not each._gone and not each._came and not each._replaced for each in groupings
    )


def test_an_edit_in_between_makes_it_out_of_date() -> None:
    session = made()
    first, second = session.ahead(COMMANDS["names"]), session.ahead(COMMANDS["durations"])
    in_thread(first.work_out)
    assert session.fits(first)
    session.execute(COMMANDS["add"])
    assert not session.fits(first) and not session.fits(second)
    again = session.ahead(COMMANDS["names"])
    through(session, again)
    assert session.project.get(Task, "pack").name == "x" and session.project.find(Task, "new") is not None
    assert not session.fits(again)


def test_what_is_refused_is_refused_ahead_too() -> None:
    session = made()
    ahead = session.ahead(AddLink("open", "survey"))
    with pytest.raises(Rejected) as caught:
        in_thread(ahead.work_out)
    assert caught.value.code == "cycle"
    assert session.fits(ahead) and len(session.project.table(Dependency)) == len(office().table(Dependency))


def test_what_changes_nothing_is_no_step() -> None:
    session = made()
    ahead = session.ahead(SetFields("task", ("pack",), {"name": "Pack"}))
    through(session, ahead)
    assert not session.undo_steps and session.fits(ahead)


def test_what_cannot_be_stored_is_not_taken_over() -> None:
    class Full(MemoryStore):
        def commit(self, changes: ChangeSet) -> None:
            raise Rejected("disk_full")

    session = made(Full())
    before = content(session.project)
    with pytest.raises(Rejected, match="disk_full"):
        through(session, session.ahead(COMMANDS["delete"]))
    assert content(session.project) == before and not session.undo_steps


def test_more_records_than_wanted_are_left_alone() -> None:
    session = made()
    before = content(session.project)
    with pytest.raises(Large):
        session.execute(COMMANDS["names"], most=up_to(2))
    assert content(session.project) == before and not session.undo_steps
    is_consistent(session)
    session.execute(COMMANDS["names"], most=up_to(3))
    for replay in (session.undo, session.redo):
        state = content(session.project)
        with pytest.raises(Large):
            replay(most=up_to(2))
        assert content(session.project) == state
        replay(most=up_to(3))


@pytest.mark.parametrize("named", [("survey", "pack", "drive"), ("gone", "survey", "gone too")])
def test_a_command_that_names_more_records_than_wanted_is_not_begun(named: tuple[str, ...]) -> None:
    class Asked(SetFields):
        def apply(self, tx: Transaction) -> Mapping[str, str]:
            raise AssertionError("begun")

    session = made()
    with pytest.raises(Large):
        session.execute(Asked("task", named, {"name": "x"}), most=up_to(2))
    with pytest.raises(AssertionError, match="begun"):
        session.execute(Asked("task", named, {"name": "x"}), most=up_to(3))


def test_a_command_about_the_whole_plan_counts_as_all_tasks() -> None:
    session = made()
    tasks = len(session.project.table(Task))
    with pytest.raises(Large):
        session.execute(CaptureBaseline("Agreed"), most=up_to(tasks - 1))
    assert session.execute(CaptureBaseline("Agreed"), most=up_to(tasks))


def test_what_was_worked_out_ahead_is_undone_ahead() -> None:
    """One record may move every task; nobody knows before."""
    session = made()
    through(session, session.ahead(SetDuration(("survey",), 960)))
    with pytest.raises(Large):
        session.undo(most=up_to(10))
    through(session, session.replay_ahead(UNDO))
    with pytest.raises(Large):
        session.redo(most=up_to(10))
    session.redo()
    assert session.undo(most=up_to(10))


def test_a_calendar_counts_as_all_tasks() -> None:
    session = made()
    tasks = len(session.project.table(Task))
    with pytest.raises(Large):
        session.execute(COMMANDS["calendar"], most=up_to(tasks - 1))
    assert session.execute(COMMANDS["calendar"], most=up_to(tasks)) is not None
    with pytest.raises(Large):
        session.undo(most=up_to(tasks - 1))
    assert session.undo(most=up_to(tasks))


def test_a_step_done_at_once_is_never_taken_for_one_that_was_worked_out_ahead() -> None:
    """Steps are known by identity, which another one may have once they are gone."""
    session = made()
    through(session, session.ahead(SetDuration(("survey",), 960)))
    through(session, session.replay_ahead(UNDO))
    through(session, session.ahead(SetDuration(("survey",), 1440)))  # what could be done again is gone
    kept = []
    for minutes in range(490, 1400, 30):
        session.execute(SetDuration(("survey",), minutes))
        kept.append(session.undo_steps[-1])
        session.undo(most=up_to(10))
