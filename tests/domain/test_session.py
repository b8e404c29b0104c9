"""The one door: execute, undo, redo, and what happens when something fails on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.changes import DO, REDO, UNDO, ChangeSet, Transaction
from desktop.domain.commands.records import AddRecord, DeleteRecords, Relate, SetFields
from desktop.domain.communication import Action, Decision
from desktop.domain.people import Person
from desktop.domain.plan import Assignment, Calendar, Dependency, ProjectProfile, Resource, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.domain.session import MemoryStore, Session
from tests.edits import set_each
from tests.strategies import register_commands

NOW = dt.datetime(2026, 6, 10, 9, 30)


def small_project() -> Project:
    return Project(
        [
            ProjectProfile(id="p", name="P", number=1, start=dt.datetime(2026, 6, 1, 8), calendar="c"),
            Calendar(id="c", name="Standard", number=1),
            Task(id="s", name="Stage", number=1, rank=1),
            Task(id="a", name="A", number=2, parent="s", rank=1),
            Task(id="b", name="B", number=3, parent="s", rank=2),
            Dependency(id="d", number=1, predecessor="a", successor="b"),
            Person(id="li", name="李雷", number=1),
            Resource(id="r", name="李雷", number=1, person="li"),
            Assignment(id="w", number=1, task="a", resource="r"),
            Risk(id="k", event="Late data", number=4, owner="li", tasks=("a", "b")),
            Action(id="x", title="Send data", number=1, side="client", due=dt.date(2026, 6, 12)),
        ]
    )


def session(project: Project | None = None, store: MemoryStore | None = None) -> Session:
    return Session(project or small_project(), store, author="me", clock=lambda: NOW)


def content(project: Project) -> dict[str, dict[str, Record]]:
    return {key: dict(project.rows(key)) for key in RECORD_TYPES}


class Recorder(MemoryStore):
    def __init__(self) -> None:
        self.kept: list[ChangeSet] = []

    def commit(self, changes: ChangeSet) -> None:
        self.kept.append(changes)


def test_an_edit_is_stamped_numbered_and_kept_once() -> None:
    store = Recorder()
    one = session(store=store)
    done = one.execute(AddRecord("risk", {"event": "Late", "cause": "x"}))
    assert done is not None and store.kept == [done]
    (change,) = done.changes
    assert isinstance(change.after, Risk)
    assert (change.after.code, change.after.created_at, change.after.created_by) == ("R-005", NOW, "me")
    assert (done.label, dict(done.facts), done.kind, done.at) == ("Add {name}", {"name": "Late"}, DO, NOW)


def test_nothing_different_is_no_step() -> None:
    one = session()
    assert one.execute(SetFields("risk", ("k",), {"event": "Late data"})) is None
    assert one.undo_steps == []


def test_undo_and_redo_pass_the_same_door() -> None:
    store = Recorder()
    one = session(store=store)
    before = content(one.project)
    one.execute(SetFields("risk", ("k",), {"event": "Later"}))
    after = content(one.project)
    one.undo()
    assert content(one.project) == before
    one.redo()
    assert content(one.project) == after
    assert [step.kind for step in store.kept] == [DO, UNDO, REDO]
    with pytest.raises(Rejected, match="nothing_to_redo"):
        one.redo()


def test_a_new_edit_forgets_what_was_undone() -> None:
    one = session()
    one.execute(SetFields("risk", ("k",), {"event": "Later"}))
    one.undo()
    one.execute(SetFields("risk", ("k",), {"event": "Never"}))
    assert one.redo_steps == []


class Failing(MemoryStore):
    def commit(self, changes: ChangeSet) -> None:
        raise OSError(28, "No space left on device")


def test_a_store_that_fails_leaves_everything_as_it_was() -> None:
    one = session(store=Failing())
    before, schedule, numbering = content(one.project), one.schedule, dict(one.project.numbering)
    with pytest.raises(OSError):
        one.execute(AddRecord("risk", {"event": "Late"}))
    assert content(one.project) == before
    assert one.schedule is schedule and one.undo_steps == [] and one.project.numbering == numbering


class HalfDone:
    label = "x"

    def apply(self, tx: Transaction) -> Mapping[str, str]:
        tx.add(Risk, event="half")
        tx.delete(Task, "s")
        raise ZeroDivisionError


def test_a_command_that_fails_half_way_leaves_everything_as_it_was() -> None:
    one = session()
    before = content(one.project)
    with pytest.raises(ZeroDivisionError):
        one.execute(HalfDone())
    assert content(one.project) == before
    assert one.project.children("s") == ("a", "b")


def test_an_undo_that_cannot_be_stored_stays_undoable() -> None:
    one = session()
    one.execute(SetFields("risk", ("k",), {"event": "Later"}))
    after = content(one.project)
    one._store = Failing()
    with pytest.raises(OSError):
        one.undo()
    assert content(one.project) == after
    assert len(one.undo_steps) == 1 and one.redo_steps == []


@pytest.mark.parametrize(
    ("key", "fields", "code"),
    [
        ("risk", {"event": "  "}, "required"),
        ("risk", {"event": None}, "required"),
        ("risk", {"status": "nonsense"}, "choice"),
        ("risk", {"probability": 6}, "range"),
        ("risk", {"probability": True}, "type"),
        ("risk", {"probability": "4"}, "type"),
        ("risk", {"owner": "nobody"}, "missing_link"),
        ("risk", {"tasks": ("a", "zzz")}, "missing_link"),
        ("risk", {"kind": "opportunity", "strategy": "avoid"}, "strategy_kind"),
        ("risk", {"event": "nul\x00"}, "text_unreadable"),
        ("risk", {"event": "half \ud800 pair"}, "text_unreadable"),
        ("risk", {"cause": "x" * 1_000_001}, "text_too_long"),
        ("risk", {"exposure_days": -1}, "range"),
        ("task", {"duration": 2**60}, "range"),
    ],
)
def test_bad_values_are_refused_and_change_nothing(key: str, fields: dict[str, object], code: str) -> None:
    one = session()
    before = content(one.project)
    with pytest.raises(Rejected) as refused:
        one.execute(SetFields(key, ("k" if key == "risk" else "a",), fields))
    assert refused.value.code == code
    assert content(one.project) == before


def test_a_decision_needs_an_outcome_and_is_final_when_confirmed() -> None:
    one = session()
    one.execute(AddRecord("decision", {"id": "dec", "title": "Which vendor?"}))
    with pytest.raises(Rejected, match="decided_without_outcome"):
        one.execute(SetFields("decision", ("dec",), {"status": "decided"}))
    one.execute(SetFields("decision", ("dec",), {"status": "decided", "outcome": "A", "confirmation": "confirmed"}))
    assert one.project.get(Decision, "dec").decided_on == NOW.date()
    with pytest.raises(Rejected, match="decision_final"):
        one.execute(SetFields("decision", ("dec",), {"outcome": "B"}))
    one.execute(SetFields("decision", ("dec",), {"status": "superseded"}))


def test_redating_an_action_is_counted() -> None:
    one = session()
    one.execute(SetFields("action", ("x",), {"due": dt.date(2026, 6, 20)}))
    one.execute(SetFields("action", ("x",), {"due": dt.date(2026, 6, 30), "status": "done"}))
    action = one.project.get(Action, "x")
    assert (action.original_due, action.redated, action.done_on) == (dt.date(2026, 6, 12), 2, NOW.date())
    one.execute(SetFields("action", ("x",), {"status": "open"}))
    assert one.project.get(Action, "x").done_on is None


def test_deleting_settles_links_as_declared() -> None:
    one = session()
    one.execute(DeleteRecords("task", ("a",)))
    assert not one.project.rows("dependency") and not one.project.rows("assignment")
    assert one.project.get(Risk, "k").tasks == ("b",)
    one.undo()
    one.execute(DeleteRecords("person", ("li",)))
    assert one.project.get(Risk, "k").owner is None
    assert one.project.get(Resource, "r").person is None
    with pytest.raises(Rejected, match="in_use"):
        one.execute(DeleteRecords("calendar", ("c",)))


def test_deleting_a_summary_takes_its_tasks_along() -> None:
    one = session()
    before = content(one.project)
    one.execute(DeleteRecords("task", ("s",)))
    assert not one.project.rows("task") and not one.project.rows("dependency")
    one.undo()
    assert content(one.project) == before


def test_numbers_are_never_reused() -> None:
    one = session()
    one.execute(DeleteRecords("risk", ("k",)))
    one.execute(AddRecord("risk", {"event": "New"}))
    assert [risk.code for risk in one.project.table(Risk).values()] == ["R-005"]


def test_relations_hold_on_both_sides() -> None:
    one = session()
    one.execute(Relate("risk/k", "action/x"))
    assert one.project.get(Risk, "k").links == ("action/x",)
    assert one.project.get(Action, "x").links == ("risk/k",)
    one.execute(Relate("risk/k", "action/x", linked=False))
    assert one.project.get(Risk, "k").links == ()


def test_many_edits_in_one_step() -> None:
    one = session()
    one.execute(set_each("task", {"a": {"name": "AA"}, "b": {"duration": 60}}))
    assert len(one.undo_steps) == 1
    assert (one.project.get(Task, "a").name, one.project.get(Task, "b").duration) == ("AA", 60)


def test_a_snapshot_does_not_follow() -> None:
    one = session()
    copy = one.project.snapshot()
    one.execute(DeleteRecords("task", ("s",)))
    assert copy.outline.order == ("s", "a", "b") and copy.outline.wbs == ("1", "1.1", "1.2")


@settings(max_examples=60)
@given(data=st.data())
def test_undo_restores_every_table_exactly_and_redo_repeats_it(data: st.DataObject) -> None:
    one = session()
    states = [content(one.project)]
    for _ in range(data.draw(st.integers(1, 6))):
        try:
            done = one.execute(data.draw(register_commands(one.project)))
        except Rejected:
            assert content(one.project) == states[-1]
            continue
        if done is not None:
            states.append(content(one.project))
    for expected in reversed(states[:-1]):
        one.undo()
        assert content(one.project) == expected
    for expected in states[1:]:
        one.redo()
        assert content(one.project) == expected
