"""The timeline under Qt's model tester: rows follow any edit, and what is chosen stays chosen."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt

from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.communication import Communication, Meeting
from desktop.domain.people import Person
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.session import Session
from desktop.models.rows import MOST_MOVES
from desktop.models.timeline import ACCESSIBLE, ENTRY, TimelineEntry, TimelineModel
from desktop.models.workspace import Workspace
from tests.edits import set_each
from tests.models.test_records import Watched
from tests.strategies import register_commands

NOW = dt.datetime(2026, 6, 10, 9, 30)


def at(day: int, hour: int = 9) -> dt.datetime:
    return dt.datetime(2026, 6, day, hour)


def make_workspace() -> Workspace:
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    return Workspace(Session(Project([profile]), clock=lambda: NOW))


def log(identity: str, day: int, **fields: Any) -> AddRecord:
    return AddRecord("communication", {"id": identity, "subject": identity, "happened_at": at(day), **fields})


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    made = make_workspace()
    made.do(AddRecord("person", {"id": "w", "name": "Wei"}))
    made.do(AddRecord("person", {"id": "v", "name": "Vera"}))
    made.do(log("a", 1, participants=("w",), channel="call"))
    made.do(log("b", 3, participants=("w", "v"), private_note="between us"))
    made.do(log("c", 5))
    made.do(AddRecord("meeting", {"id": "m", "title": "Steering", "starts_at": at(4), "invited": ("w", "v"),
                                  "attended": ("v",), "minutes": "Agreed"}))  # fmt: skip
    return made


def ids(model: TimelineModel) -> list[str]:
    return [ref.partition("/")[2] for ref in model.refs]


def entry_of(model: TimelineModel, identity: str) -> TimelineEntry:
    return next(model.entry(row) for row in range(model.rowCount()) if model.refs[row].endswith(f"/{identity}"))


# -- what stands in it ----------------------------------------------------------------------------


def test_contacts_and_meetings_with_the_latest_first(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    assert ids(model) == ["c", "m", "b", "a"]
    assert [model.index(row).data() for row in range(4)] == ["c", "Steering", "b", "a"]
    met = entry_of(model, "m")
    assert (met.people, met.shared, met.at, met.symbol) == (("Vera",), "Agreed", at(4), "meetings")
    assert entry_of(model, "a").symbol == "call" and entry_of(model, "b").people == ("Wei", "Vera")


def test_a_meeting_that_a_contact_tells_of_stands_there_once(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    workspace.do(SetFields("communication", ("c",), {"meeting": "m"}))
    assert ids(model) == ["c", "b", "a"]
    workspace.do(DeleteRecords("communication", ("c",)))
    assert ids(model) == ["m", "b", "a"]


def test_a_meeting_without_a_time_is_not_on_it(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    workspace.do(SetFields("meeting", ("m",), {"starts_at": None}))
    assert ids(model) == ["c", "b", "a"]


def test_those_invited_count_until_it_is_known_who_came(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    model.show("w", None)
    assert ids(model) == ["b", "a"]  # Wei was invited to the meeting but did not come
    workspace.do(SetFields("meeting", ("m",), {"attended": ()}))
    assert ids(model) == ["m", "b", "a"]


def test_a_test_is_asked_again_after_every_edit(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    model.show("", lambda entry: "us" in entry.private)
    assert ids(model) == ["b"]
    workspace.do(SetFields("communication", ("a",), {"private_note": "of us"}))
    assert ids(model) == ["b", "a"]
    workspace.do(log("d", 7, private_note="us again"))
    assert ids(model) == ["d", "b", "a"]
    model.show("", None)
    assert ids(model) == ["d", "c", "m", "b", "a"]


def test_a_screen_reader_is_told_everything(workspace: Workspace) -> None:
    workspace.do(SetFields("communication", ("b",), {"shared_note": "x" * 50_000, "channel": "call"}))
    model = TimelineModel(workspace)
    told = model.index(model.row_of("communication/b")).data(ACCESSIBLE)
    assert told.startswith("2026-06-03 09:00. Call. b. Wei, Vera. xxx") and told.endswith(". between us")
    assert len(told) < 500


def test_what_is_not_asked_for_is_not_answered(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    assert model.index(0).data(int(Qt.ItemDataRole.DecorationRole)) is None
    assert model.data(model.index(9)) is None and model.rowCount(model.index(0)) == 0
    assert model.row_of("communication/nobody") == -1 and model.row_of("meeting/m") == 1


# -- how it follows -------------------------------------------------------------------------------


def test_an_edit_says_no_more_than_it_did(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    watched = Watched(model)
    steps: list[tuple[Any, list[str]]] = [
        (SetFields("communication", ("b",), {"subject": "B"}), ["changed 2-2"]),
        (SetFields("communication", ("b",), {"direction": "incoming"}), []),  # not in the picture
        (AddRecord("risk", {"event": "R"}), []),
        (log("d", 2), ["inserted 3-3"]),
        (SetFields("communication", ("d",), {"happened_at": at(9)}), ["moved 3>0", "changed 0-0"]),
        (DeleteRecords("meeting", ("m",)), ["removed 2-2"]),
        (SetFields("person", ("v",), {"name": "Vera W."}), ["changed 2-2"]),
    ]
    for command, said in steps:
        watched.said.clear()
        workspace.do(command)
        assert watched.said == said, command
    for _, said in reversed(steps):
        watched.said.clear()
        workspace.undo()
        assert bool(watched.said) == bool(said)
    assert ids(model) == ["c", "m", "b", "a"]


def test_the_chosen_entry_stays_chosen(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    watched = Watched(model)
    chosen = QItemSelectionModel(model)
    chosen.setCurrentIndex(model.index(2), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    for command in (
        log("d", 9),
        DeleteRecords("meeting", ("m",)),
        SetFields("communication", ("b",), {"happened_at": at(8)}),
        SetFields("communication", ("b",), {"happened_at": at(1, 6)}),
        set_each("communication", {"a": {"happened_at": at(7)}, "c": {"happened_at": at(2)}}),
    ):
        workspace.do(command)
        assert model.refs[chosen.currentIndex().row()] == "communication/b" and len(chosen.selectedRows()) == 1
    for _ in range(5):
        workspace.undo()
        assert model.refs[chosen.currentIndex().row()] == "communication/b"
    assert "reset" not in watched.said


def test_an_order_that_differs_altogether(workspace: Workspace) -> None:
    """More moves than are made one by one: indexes still follow their entries."""
    count = 3 * MOST_MOVES
    for number in range(count):
        workspace.do(log(f"n{number:03}", 10, happened_at=at(10) + dt.timedelta(minutes=number)))
    model = TimelineModel(workspace)
    watched = Watched(model)
    held = {ref: QPersistentModelIndex(model.index(row)) for row, ref in enumerate(model.refs)}
    far = {f"n{number:03}": {"happened_at": at(10) + dt.timedelta(minutes=number * 97 % count)}
           for number in range(count)}  # fmt: skip
    workspace.do(set_each("communication", far))
    assert "layout" in watched.said
    for ref, index in held.items():
        assert index.data(ENTRY).ref == ref
    times = [model.entry(row).at for row in range(model.rowCount())]
    assert times == sorted(times, reverse=True)


class Copy:
    """What a view knows of a model that only tells it what changes."""

    def __init__(self, model: TimelineModel) -> None:
        self.model = model
        self.entries: list[Any] = [model.entry(row) for row in range(model.rowCount())]
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.layoutChanged.connect(self._anew)
        model.dataChanged.connect(self._changed)

    def _inserted(self, _: object, first: int, last: int) -> None:
        self.entries[first:first] = [self.model.entry(row) for row in range(first, last + 1)]

    def _removed(self, _: object, first: int, last: int) -> None:
        del self.entries[first : last + 1]

    def _moved(self, _: object, first: int, last: int, __: object, to: int) -> None:
        block = self.entries[first : last + 1]
        del self.entries[first : last + 1]
        place = to - len(block) if to > first else to
        self.entries[place:place] = block

    def _anew(self) -> None:
        self.entries = [self.model.entry(row) for row in range(self.model.rowCount())]

    def _changed(self, first: Any, last: Any, *_: object) -> None:
        for row in range(first.row(), last.row() + 1):
            self.entries[row] = self.model.entry(row)


def expected(project: Project, person: str) -> list[str]:
    """References by the rule: contacts, and meetings with a time that no contact tells of, latest first."""
    contacts = [item for item in project.table(Communication).values() if not person or person in item.participants]
    told = {item.meeting for item in project.table(Communication).values()}
    meetings = [
        item
        for item in project.table(Meeting).values()
        if item.starts_at and item.id not in told and (not person or person in (item.attended or item.invited))
    ]
    rows = [(item.happened_at, item.ref) for item in contacts] + [(item.starts_at, item.ref) for item in meetings]
    return [ref for _, ref in sorted(rows, reverse=True)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_edits_undone_and_redone(qapp: object, data: st.DataObject) -> None:
    workspace = make_workspace()
    workspace.do(AddRecord("person", {"id": "w", "name": "Wei"}))
    for day in range(1, 5):
        workspace.do(log(f"c{day}", day, participants=("w",) * (day % 2)))
    model = TimelineModel(workspace)
    watched = Watched(model)
    copy = Copy(model)
    person = data.draw(st.sampled_from(["", "w"]))
    model.show(person, None)
    for _ in range(data.draw(st.integers(1, 8))):
        step = data.draw(st.sampled_from(("edit", "edit", "edit", "log", "undo", "redo")))
        if step == "undo" and workspace.next_undo:
            workspace.undo()
        elif step == "redo" and workspace.next_redo:
            workspace.redo()
        elif step == "log":
            people = data.draw(st.lists(st.sampled_from(list(workspace.project.table(Person)) or ["w"]), unique=True))
            known = [each for each in people if each in workspace.project.table(Person)]
            moment = data.draw(st.datetimes(dt.datetime(2026, 5, 1), dt.datetime(2026, 7, 1)))
            workspace.do(AddRecord("communication", {"subject": "x", "happened_at": moment.replace(microsecond=0),
                                                     "participants": tuple(known)}))  # fmt: skip
        else:
            workspace.do(data.draw(register_commands(workspace.project)))
        assert list(model.refs) == expected(workspace.project, person)
        assert copy.entries == [model.entry(row) for row in range(model.rowCount())]
    assert "reset" not in watched.said
