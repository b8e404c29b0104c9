"""The register of resources says who is needed too much, and keeps up with the plan."""

from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.commands.plan import AcceptMoves
from desktop.domain.commands.records import SetFields
from desktop.domain.levelling import level_plan
from desktop.domain.plan import Assignment, Resource
from desktop.models.columns import default_columns
from desktop.models.derived import derived_columns
from desktop.models.records import RecordTableModel
from desktop.models.workspace import Workspace
from tests.plans import office, session_of


def test_work_beyond_what_is_there_is_shown_and_kept_up(qapp: object) -> None:
    made = office()
    for number, task in enumerate(("survey", "wishes"), 1):
        made.put("assignment", f"a{number}", Assignment(id=f"a{number}", number=number, task=task, resource="anna"))
    workspace = Workspace(session_of(made))
    model = RecordTableModel(workspace, Resource, (*default_columns(Resource), *derived_columns(workspace, Resource)))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    cell = QPersistentModelIndex(model.index(0, model.column_of("overload")))
    # Three days of survey and two of wishes from Monday on: on two days Anna is needed twice.
    assert model.data(cell) == "2d"
    assert tester.model() is model
    assert not model.flags(cell) & Qt.ItemFlag.ItemIsEditable

    assert workspace.do(SetFields("resource", ("anna",), {"max_units": 150}))
    assert model.data(cell) == "1d"
    assert workspace.undo()
    moves = level_plan(workspace.project, within_float=False, limit=20).moves
    assert workspace.do(AcceptMoves(moves))
    assert model.data(cell) == ""
    assert workspace.undo()
    assert model.data(cell) == "2d"
