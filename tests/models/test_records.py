"""The register as a Qt table: rows follow every edit, and what is stored never moves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.filters import NamedFilter, named
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.models.cells import VALUE, plain_tip
from desktop.models.columns import Derived
from desktop.models.records import RecordTableModel
from desktop.models.workspace import Workspace
from tests.edits import set_each
from tests.strategies import REGISTERS, register_commands

NOW = dt.datetime(2026, 6, 10, 9, 30)
DESCENDING = Qt.SortOrder.DescendingOrder


def make_workspace() -> Workspace:
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    return Workspace(Session(Project([profile]), clock=lambda: NOW))


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    made = make_workspace()
    made.do(AddRecord("person", {"id": "wei", "name": "Wei"}))
    for identity, event, probability in (("a", "Alpha", 3), ("b", "beta", None), ("c", "Gamma", 1), ("d", "delta", 3)):
        made.do(AddRecord("risk", {"id": identity, "event": event, "probability": probability}))
    made.do(SetFields("risk", ("b",), {"owner": "wei"}))
    return made


class Watched:
    """A model under Qt's own tester, with what it said."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        self.said: list[str] = []
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.rowsMoved.connect(self._moved)
        model.layoutChanged.connect(self._laid_out)
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(self._changed)

    def _inserted(self, _: object, first: int, last: int) -> None:
        self.said.append(f"inserted {first}-{last}")

    def _removed(self, _: object, first: int, last: int) -> None:
        self.said.append(f"removed {first}-{last}")

    def _moved(self, _: object, first: int, __: int, ___: object, to: int) -> None:
        self.said.append(f"moved {first}>{to}")

    def _laid_out(self) -> None:
        self.said.append("layout")

    def _reset(self) -> None:
        self.said.append("reset")

    def _changed(self, first: Any, last: Any, *_: object) -> None:
        self.said.append(f"changed {first.row()}-{last.row()}")


def texts(model: RecordTableModel, name: str) -> list[str]:
    column = model.column_of(name)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_columns_are_the_number_and_the_declared_fields(workspace: Workspace) -> None:
    model = RecordTableModel(workspace, Risk)
    assert [column.name for column in model.columns[:4]] == ["number", "cause", "event", "effect"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "No."
    assert texts(model, "number") == ["R-001", "R-002", "R-003", "R-004"]
    assert not any(column.name in {"moves", "created_at", "links"} for column in model.columns)


def test_sorting_is_of_values_with_empty_ones_last(workspace: Workspace) -> None:
    model = RecordTableModel(workspace, Risk)
    order = list(workspace.project.table(Risk))
    model.sort(model.column_of("event"))
    assert texts(model, "event") == ["Alpha", "beta", "delta", "Gamma"]
    model.sort(model.column_of("probability"))
    assert list(model.ids) == ["c", "a", "d", "b"]
    model.sort(model.column_of("probability"), DESCENDING)
    assert list(model.ids) == ["a", "d", "c", "b"]
    model.sort(-1)
    assert list(model.ids) == order == list(workspace.project.table(Risk))


def test_choices_sort_in_declared_order_and_links_by_name(workspace: Workspace) -> None:
    stages = {"a": "closed", "c": "assessed", "d": "watching"}
    workspace.do(set_each("risk", {each: {"status": status} for each, status in stages.items()}))
    model = RecordTableModel(workspace, Risk)
    model.sort(model.column_of("status"))
    assert list(model.ids) == ["b", "c", "d", "a"]  # identified, assessed, watching, closed
    workspace.do(AddRecord("person", {"id": "an", "name": "An"}))
    workspace.do(SetFields("risk", ("d",), {"owner": "an"}))
    model.sort(model.column_of("owner"))
    assert list(model.ids) == ["d", "b", "a", "c"]
    workspace.do(SetFields("person", ("an",), {"name": "Zoe"}))
    assert list(model.ids) == ["b", "d", "a", "c"]
    assert texts(model, "owner") == ["Wei", "Zoe", "", ""]


def test_the_filter_finds_every_word_in_any_field(workspace: Workspace) -> None:
    workspace.do(SetFields("risk", ("c",), {"private_note": "They said 数据 is late", "kind": "opportunity"}))
    model = RecordTableModel(workspace, Risk)
    for text, ids in (
        ("数据", ["c"]),
        ("R-002", ["b"]),
        ("wei", ["b"]),
        ("LATE opportunity", ["c"]),
        ("late wei", []),
        ("", 4),
    ):
        model.set_text_filter(text)
        assert (list(model.ids) == ids) if isinstance(ids, list) else model.rowCount() == ids
    assert model.total == 4


def test_named_filters_and_tests_of_a_page_combine(workspace: Workspace) -> None:
    model = RecordTableModel(workspace, Risk)
    incomplete = named(Risk, "unassessed")
    assert incomplete is not None and model.count(incomplete) == 4  # no impact anywhere
    model.set_filters([incomplete], lambda risk: risk.event in {"Alpha", "beta"})  # type: ignore[attr-defined]
    assert list(model.ids) == ["a", "b"]
    workspace.do(SetFields("risk", ("a",), {"impact_cost": 2}))
    assert list(model.ids) == ["b"]
    workspace.undo()
    assert list(model.ids) == ["a", "b"]


def test_an_edit_says_no_more_than_it_did(workspace: Workspace) -> None:
    model = RecordTableModel(workspace, Risk)
    watched = Watched(model)
    workspace.do(SetFields("risk", ("b",), {"event": "Beta"}))
    assert watched.said == ["changed 1-1"]
    watched.said.clear()
    workspace.do(DeleteRecords("risk", ("b", "c")))
    assert watched.said == ["removed 1-2"]
    watched.said.clear()
    workspace.undo()
    assert watched.said == ["inserted 1-2"]
    watched.said.clear()
    model.sort(model.column_of("event"))
    watched.said.clear()
    workspace.do(SetFields("risk", ("a",), {"event": "zeta"}))
    assert watched.said == ["moved 0>4", "changed 3-3"]
    watched.said.clear()
    workspace.do(AddRecord("issue", {"problem": "Other table"}))
    assert watched.said == []


def test_indexes_that_are_kept_follow_their_record(workspace: Workspace) -> None:
    model = RecordTableModel(workspace, Risk)
    kept = {each: QPersistentModelIndex(model.index(model.row_of(each), 0)) for each in model.ids}
    model.sort(model.column_of("event"), DESCENDING)
    workspace.do(set_each("risk", {"a": {"event": "x"}, "b": {"event": "y"}, "c": {"event": "a"}}))
    assert {each: model.ids[index.row()] for each, index in kept.items()} == {each: each for each in kept}


def test_typed_text_is_read_and_goes_through_the_session(workspace: Workspace) -> None:
    model = RecordTableModel(workspace, Risk)
    review = model.index(0, model.column_of("next_review"))
    assert model.setData(review, "+5d")
    assert workspace.project.table(Risk)["a"].next_review == dt.date(2026, 6, 15)
    assert model.setData(model.index(0, model.column_of("owner")), "wei")
    assert model.setData(model.index(0, model.column_of("probability")), 5, VALUE)
    assert (workspace.project.table(Risk)["a"].owner, workspace.project.table(Risk)["a"].probability) == ("wei", 5)
    assert len(workspace.session.undo_steps) == 9


def test_what_cannot_be_read_or_stored_is_refused_once(workspace: Workspace) -> None:
    model = RecordTableModel(workspace, Risk)
    refused: list[Rejected] = []
    workspace.rejected.connect(refused.append)
    steps = len(workspace.session.undo_steps)
    for name, text, code in (
        ("next_review", "2026-02-30", "date_unreadable"),
        ("probability", "6", "range"),
        ("event", "  ", "required"),
        ("owner", "Nobody", "unknown_name"),
    ):
        index = model.index(0, model.column_of(name))
        before = index.data()
        assert not model.setData(index, text)
        assert index.data() == before and refused.pop().code == code and not refused
    refusal = model.store(model.index(0, model.column_of("probability")), 6)
    assert refusal is not None and refusal.code == "range" and not refused
    assert len(workspace.session.undo_steps) == steps


def test_number_and_derived_columns_cannot_be_edited(workspace: Workspace) -> None:
    score = Derived("score", "Score", lambda _, risk: str(risk.score or ""), lambda _, risk: risk.score)
    model = RecordTableModel(workspace, Risk, [Risk.info.specs["number"], Risk.info.specs["event"], score])
    editable = [bool(model.flags(model.index(0, at)) & Qt.ItemFlag.ItemIsEditable) for at in range(3)]
    assert editable == [False, True, False]
    assert not model.setData(model.index(0, 0), "5")
    workspace.do(set_each("risk", {"a": {"impact_cost": 2}, "c": {"impact_cost": 5}}))
    assert texts(model, "score") == ["6", "", "5", ""]
    model.sort(2, DESCENDING)
    assert list(model.ids) == ["a", "c", "b", "d"]


def test_a_flag_is_a_check_box(workspace: Workspace) -> None:
    workspace.do(AddRecord("communication", {"id": "k", "subject": "S"}))
    model = RecordTableModel(workspace, RECORD_TYPES["communication"])
    index = model.index(0, model.column_of("formal_notice"))
    assert index.data() == "" and Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Unchecked
    assert model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


def test_texts_are_shown_literally_and_cut_for_a_cell(workspace: Workspace) -> None:
    workspace.do(
        SetFields("risk", ("a",), {"event": "<b>R&D</b> <10 days", "cause": "one\ntwo", "effect": "x" * 50_000})
    )
    model = RecordTableModel(workspace, Risk)
    assert texts(model, "event")[0] == "<b>R&D</b> <10 days"
    assert texts(model, "cause")[0] == "one two"
    assert len(texts(model, "effect")[0]) == 301
    tip = model.index(0, model.column_of("cause")).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == '<p style="white-space: pre-wrap">one\ntwo</p>'
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in plain_tip("<b>R&D</b>") and plain_tip("") == ""
    assert len(model.index(0, model.column_of("effect")).data(Qt.ItemDataRole.EditRole)) == 50_000


def test_a_filter_that_cuts_everywhere_resets_once(qapp: object) -> None:
    workspace = make_workspace()
    for number in range(200):
        workspace.do(AddRecord("risk", {"event": f"Risk {number}", "audience": CLIENT if number % 2 else "team"}))
    model = RecordTableModel(workspace, Risk)
    watched = Watched(model)
    model.set_filters([NamedFilter("x", "X", lambda risk, _: risk.audience == CLIENT)])
    assert watched.said == ["reset"] and model.rowCount() == 100


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30)
@given(data=st.data())
def test_any_edit_undone_and_redone_leaves_the_table_true(qapp: object, data: st.DataObject) -> None:
    workspace = make_workspace()
    models = [RecordTableModel(workspace, RECORD_TYPES[key]) for key in REGISTERS]
    watched = [Watched(model) for model in models]
    for _ in range(data.draw(st.integers(3, 12))):
        verb = data.draw(st.sampled_from(("do", "do", "do", "undo", "redo", "sort", "find")))
        if verb == "do":
            workspace.do(data.draw(register_commands(workspace.project)))
        elif verb == "undo":
            workspace.undo()
        elif verb == "redo":
            workspace.redo()
        else:
            model = data.draw(st.sampled_from(models))
            if verb == "sort":
                model.sort(data.draw(st.integers(-1, len(model.columns) - 1)), data.draw(st.sampled_from(Qt.SortOrder)))
            else:
                model.set_text_filter(data.draw(st.sampled_from(("", "a", "bold", "C-00", "😀"))))
    assert watched
    for model in models:
        model.set_text_filter("")
        model.sort(-1)
        fresh = RecordTableModel(workspace, model.kind)
        assert list(model.ids) == list(fresh.ids)
        for row in range(model.rowCount()):
            shown = [model.index(row, column).data() for column in range(len(model.columns))]
            assert shown == [fresh.index(row, column).data() for column in range(len(model.columns))]
