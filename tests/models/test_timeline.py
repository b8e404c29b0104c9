"""Contacts and meetings in one list that follows every edit."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.session import Session
from desktop.models.timeline import ACCESSIBLE, ENTRY, TimelineEntry, TimelineModel, timeline
from desktop.models.workspace import Workspace
from tests.strategies import register_commands

NOW = dt.datetime(2026, 6, 10, 9, 30)


def entries(model: TimelineModel) -> list[TimelineEntry]:
    return [model.index(row).data(ENTRY) for row in range(model.rowCount())]


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    made = Workspace(Session(Project([profile]), clock=lambda: NOW))
    made.do(AddRecord("person", {"id": "wei", "name": "Wei"}))
    made.do(AddRecord("meeting", {"id": "m", "title": "Steering", "starts_at": NOW, "invited": ("wei",)}))
    made.do(AddRecord("meeting", {"id": "n", "title": "No time yet"}))
    made.do(AddRecord("communication", {"id": "c", "subject": "Call", "happened_at": NOW - dt.timedelta(1)}))
    return made


def test_the_latest_stands_first_and_a_meeting_that_is_told_of_stands_once(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    assert [entry.ref for entry in entries(model)] == ["meeting/m", "communication/c"]
    workspace.do(SetFields("communication", ("c",), {"meeting": "m", "participants": ("wei",)}))
    assert [entry.ref for entry in entries(model)] == ["communication/c"]
    spoken = model.index(0).data(ACCESSIBLE)
    assert all(part in spoken for part in ("2026-06-09", "Call", "Wei"))
    workspace.do(SetFields("person", ("wei",), {"name": "Zhang Wei"}))
    assert entries(model)[0].people == ("Zhang Wei",)
    workspace.undo()
    workspace.undo()
    assert [entry.ref for entry in entries(model)] == ["meeting/m", "communication/c"]


def test_one_persons_contacts_that_pass_a_test(workspace: Workspace) -> None:
    model = TimelineModel(workspace)
    model.show("wei", None)
    assert [entry.ref for entry in entries(model)] == ["meeting/m"]
    model.show("", lambda entry: "call" in entry.searchable)
    assert [entry.ref for entry in entries(model)] == ["communication/c"] and model.row_of("meeting/m") == -1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=15)
@given(data=st.data())
def test_any_edit_undone_and_redone_leaves_the_list_true(qapp: object, data: st.DataObject) -> None:
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    workspace = Workspace(Session(Project([profile]), clock=lambda: NOW))
    model = TimelineModel(workspace)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for _ in range(data.draw(st.integers(2, 10))):
        verb = data.draw(st.sampled_from(("do", "do", "do", "undo", "redo")))
        if verb == "do":
            workspace.do(data.draw(register_commands(workspace.project)))
        else:
            getattr(workspace, verb)()
        assert entries(model) == timeline(workspace.project)
    assert tester
