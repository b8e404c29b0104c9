"""The outline as a flat table: rows, texts and announcements follow every edit, undo and redo."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytest import MonkeyPatch

from desktop.domain.changes import ChangeSet
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency, Task
from desktop.domain.rejection import Rejected
from desktop.models import plan_changes
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.workspace import Workspace
from tests.edits import set_each
from tests.plans import DAY, plan_commands, session_of

NAME, DURATION, START, FINISH = (NUMBER_OF[key] for key in ("name", "duration", "start", "finish"))


class Listener:
    """Writes down what a model announces."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.said: list[str] = []
        self.rows: set[int] = set()
        model.rowsInserted.connect(self.inserted)
        model.rowsRemoved.connect(self.removed)
        model.rowsMoved.connect(self.moved)
        model.layoutChanged.connect(self.laid_out)
        model.modelReset.connect(self.reset)
        model.dataChanged.connect(self.changed)

    def inserted(self, _: QModelIndex, first: int, last: int) -> None:
        self.said.append(f"insert {first}-{last}")

    def removed(self, _: QModelIndex, first: int, last: int) -> None:
        self.said.append(f"remove {first}-{last}")

    def moved(self, _: QModelIndex, first: int, last: int, __: QModelIndex, to: int) -> None:
        self.said.append(f"move {first}-{last} to {to}")

    def laid_out(self) -> None:
        self.said.append("layout")

    def reset(self) -> None:
        self.said.append("reset")

    def changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.rows.update(range(first.row(), last.row() + 1))


@pytest.fixture
def workspace(qapp: Any) -> Workspace:
    return Workspace(session_of())


def made(workspace: Workspace) -> tuple[PlanModel, QAbstractItemModelTester, Listener]:
    model = PlanModel(workspace)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model, tester, Listener(model)


def texts(model: PlanModel, column: int) -> list[str]:
    return [model.text(row, column) for row in range(model.rowCount())]


def test_rows_are_the_outline_with_its_codes_and_dates(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    assert texts(model, NUMBER_OF["wbs"])[:6] == ["1", "1.1", "1.2", "1.3", "2", "2.1"]
    assert texts(model, NAME)[3] == "Brief agreed"
    # Survey takes Mon-Wed, wishes Mon-Tue; the brief is agreed on Wednesday, the floor plan takes
    # Thu 06-04 to Wed 06-10.
    assert (model.text(1, START), model.text(1, FINISH)) == ("2026-06-01", "2026-06-03")
    assert (model.text(3, START), model.text(3, DURATION)) == ("2026-06-03", "0d")
    assert (model.text(5, START), model.text(5, FINISH)) == ("2026-06-04", "2026-06-10")
    assert model.text(0, DURATION) == "3d"
    assert model.text(3, NUMBER_OF["predecessors"]) == "1.1; 1.2"
    # Wishes are ready a day before the survey: a day of float, and nearly critical.
    assert (model.text(2, NUMBER_OF["total_float"]), model.text(2, NUMBER_OF["critical"])) == ("1d", "Nearly")
    assert model.text(1, NUMBER_OF["critical"]) == "Yes"


def test_every_declared_field_of_a_task_is_a_column(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    keys = {column.key for column in COLUMNS}
    declared = {spec.name for spec in Task.info.columns()} - {"wbs_code"}
    assert declared <= keys
    assert all(model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount()))


def test_closing_a_summary_removes_its_rows_and_opening_brings_them_back(workspace: Workspace) -> None:
    model, _tester, listener = made(workspace)
    model.toggle("brief")
    assert listener.said == ["remove 1-3"]
    assert list(model.ids)[:2] == ["brief", "design"]
    assert model.facts(0).closed
    model.toggle("brief")
    assert listener.said[1:] == ["insert 1-3"]
    model.set_all_closed(True)
    assert list(model.ids) == ["brief", "design", "move"]
    assert model.uncover("light") == 3
    assert model.row_of("pack") == -1


def test_typing_makes_one_command(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    assert model.setData(model.index(1, DURATION), "5d")
    assert workspace.project.get(Task, "survey").duration == 5 * DAY
    assert workspace.next_undo is not None and len(workspace.session.undo_steps) == 1
    assert model.setData(model.index(1, NAME), "Survey it")
    assert model.text(1, NAME) == "Survey it"
    assert model.setData(model.index(6, NUMBER_OF["predecessors"]), "2.1SS+1d")
    link = workspace.project.predecessors("light")[0]
    assert (link.type, link.lag, link.id) != ("FS", 0, "")


def test_what_is_typed_unchanged_is_no_edit(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    for column, what in enumerate(COLUMNS):
        if what.editable(False):
            assert model.attempt(model.index(1, column), model.edit_text(1, column)) is None, what.key
    assert not workspace.session.undo_steps


@pytest.mark.parametrize(
    ("row", "key", "text", "code"),
    [
        (1, "duration", "soon", "duration_unreadable"),
        (1, "duration", " ", "required"),
        (1, "start", "31.2.2026", "date_unreadable"),
        (1, "start", "", "required"),
        (1, "finish", "", "required"),
        (1, "finish", "2026-05-01", "finish_before_start"),
        (0, "duration", "5d", "summary_is_derived"),
        (0, "percent_complete", "50", "summary_progress"),
        (1, "predecessors", "9.9", "unknown_task"),
        (1, "predecessors", "1.1", "self_link"),
        (1, "predecessors", "1", "own_summary"),
        (1, "predecessors", "1.3", "cycle"),
        (1, "resources", "Nobody", "unknown_resources"),
        (1, "name", "  ", "required"),
        (1, "percent_complete", "150", "range"),
    ],
)
def test_a_bad_entry_is_refused_and_changes_nothing(
    workspace: Workspace, row: int, key: str, text: str, code: str
) -> None:
    model, _tester, listener = made(workspace)
    before = dict(workspace.project.table(Task)), dict(workspace.project.table(Dependency))
    refusal = model.attempt(model.index(row, NUMBER_OF[key]), text)
    assert refusal is not None
    assert refusal.code == code
    assert (dict(workspace.project.table(Task)), dict(workspace.project.table(Dependency))) == before
    assert not listener.said
    assert not listener.rows


def test_unknown_resources_are_made_when_confirmed(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    index = model.index(1, NUMBER_OF["resources"])
    assert model.attempt(index, "Anna [50%]; 李雷", create=True) is None
    assert model.text(1, NUMBER_OF["resources"]) == "Anna [50%]; 李雷"
    assert workspace.undo()
    assert [resource.name for resource in workspace.project.rows("resource").values()] == ["Anna"]  # type: ignore[attr-defined]


def test_only_rows_that_may_differ_are_announced(workspace: Workspace) -> None:
    model, _tester, listener = made(workspace)
    workspace.do(commands.SetProgress(("light",), 50))
    # Lighting, its summary, and what precedes it, whose free float may differ. Nothing else moved.
    assert {model.ids[row] for row in listener.rows} == {"light", "design", "plan"}
    assert not listener.said


def test_a_structural_edit_is_announced_step_by_step(workspace: Workspace) -> None:
    model, _tester, listener = made(workspace)
    workspace.do(commands.ShiftTasks(("brief",), 1))
    assert listener.said in (["move 0-3 to 8"], ["move 4-7 to 0"])
    assert list(model.ids)[:5] == ["design", "plan", "light", "offers", "brief"]
    workspace.undo()
    assert model.ids[0] == "brief"
    listener.said.clear()
    workspace.do(commands.DeleteTasks(("wishes", "light")))
    assert sorted(listener.said) == ["remove 2-2", "remove 6-6"]
    workspace.undo()
    assert listener.said[2:] == ["insert 2-2", "insert 6-6"]
    assert "reset" not in listener.said


def test_selection_follows_its_row_through_a_large_reordering(workspace: Workspace) -> None:
    for number in range(120):
        workspace.do(commands.AddTask(f"Task {number}", fields={"id": f"t{number}"}))
    model, _tester, listener = made(workspace)
    kept = model.index(model.row_of("t7"), NAME)
    persistent = QPersistentModelIndex(kept)
    session = workspace.session
    ranks = {f"t{number}": {"rank": 10_000_000 - number} for number in range(120)}
    workspace.do(set_each("task", ranks))
    assert listener.said == ["layout"]
    assert model.ids[persistent.row()] == "t7"
    assert session.project.outline.order[persistent.row()] == "t7"


def fresh_texts(workspace: Workspace, model: PlanModel) -> list[list[str]]:
    """What a model made just now says of the rows that are visible in ``model``."""
    other = PlanModel(workspace)
    other.set_closed(model.closed, True)
    assert list(other.ids) == list(model.ids)
    return [[other.text(row, column) for column in range(len(COLUMNS))] for row in range(other.rowCount())]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_texts_never_lag_behind_the_project(qapp: Any, data: st.DataObject) -> None:
    """After any commands, undos and redos the model says what a fresh one would, in whatever portions it forgets."""
    with MonkeyPatch.context() as patch:
        patch.setattr(plan_changes, "MOST_NAMED", data.draw(st.sampled_from((0, 3, 1000))))
        texts_follow(data)


def texts_follow(data: st.DataObject) -> None:
    workspace = Workspace(session_of())
    model, _tester, listener = made(workspace)
    for _ in range(data.draw(st.integers(1, 6))):
        fresh_texts(workspace, model)  # every text is cached before the edit
        seen = [[model.text(row, column) for column in range(len(COLUMNS))] for row in range(model.rowCount())]
        seen_by_id = dict(zip(model.ids, seen, strict=True))
        listener.rows.clear()
        action = data.draw(st.sampled_from(("do", "do", "do", "undo", "redo", "close")))
        if action == "undo":
            workspace.undo()
        elif action == "redo":
            workspace.redo()
        elif action == "close" and model.rowCount():
            model.toggle(data.draw(st.sampled_from(list(model.ids))))
        else:
            workspace.do(data.draw(plan_commands(workspace.project)))
        now = [[model.text(row, column) for column in range(len(COLUMNS))] for row in range(model.rowCount())]
        assert now == fresh_texts(workspace, model)
        for row, identity in enumerate(model.ids):
            if identity in seen_by_id and seen_by_id[identity] != now[row]:
                assert row in listener.rows, f"{identity} changed unannounced"
    assert "reset" not in listener.said


def test_a_summary_that_loses_its_last_task_is_an_ordinary_task(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    model.toggle("move")
    workspace.do(commands.DeleteTasks(("pack", "drive", "open")))
    row = model.row_of("move")
    assert not model.facts(row).summary
    assert not model.facts(row).closed
    workspace.undo()
    assert model.facts(model.row_of("move")).closed


def test_dates_are_read_from_what_people_type(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    assert model.attempt(model.index(1, START), "6/8") is None
    task = workspace.project.get(Task, "survey")
    assert (task.constraint, task.constraint_date) == ("snet", dt.datetime(2026, 6, 8, 8))
    assert model.attempt(model.index(1, FINISH), "+2d") is None  # from Wed 06-10 17:00 to Fri 06-12 17:00
    assert workspace.project.get(Task, "survey").duration == 5 * DAY


def test_signals_of_a_refused_edit(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    heard: list[Rejected] = []
    changed: list[ChangeSet] = []
    workspace.rejected.connect(heard.append)
    workspace.changed.connect(changed.append)
    assert not model.setData(model.index(1, DURATION), "nonsense")
    assert [refusal.code for refusal in heard] == ["duration_unreadable"]
    assert not changed


def test_a_screen_reader_hears_level_state_and_marks(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    spoken = int(Qt.ItemDataRole.AccessibleTextRole)
    tip = int(Qt.ItemDataRole.ToolTipRole)
    assert model.data(model.index(0, NAME), spoken) == "Brief, level 1, summary, open, critical"
    model.toggle("brief")
    assert model.data(model.index(0, NAME), spoken) == "Brief, level 1, summary, closed, critical"
    model.toggle("brief")
    assert model.data(model.index(3, NAME), spoken) == "Brief agreed, level 2, milestone, critical"
    assert model.data(model.index(2, START), spoken) == "2026-06-01"
    fields = {"notes": "Ask again", "deadline": dt.datetime(2026, 6, 2, 17)}
    workspace.do(SetFields("task", ("survey",), fields))
    marks = model.index(1, NUMBER_OF["indicators"])
    assert model.data(marks, spoken) == "Will miss its deadline, Has a note"
    assert "Will miss its deadline\nHas a note" in model.data(marks, tip)
    assert "2026-06-03 17:00" in model.data(model.index(1, FINISH), tip)


def test_values_of_declared_fields_are_stored_by_their_editors(workspace: Workspace) -> None:
    model, _tester, _ = made(workspace)
    index = model.index(1, NUMBER_OF["constraint"])
    assert model.spec_at(index) == Task.info.specs["constraint"]
    assert model.holder_at(index).id == "survey"
    assert model.store(index, "asap") is None  # nothing differs, nothing is done
    assert not workspace.session.undo_steps
    assert model.store(index, "mso") is None
    assert workspace.project.get(Task, "survey").constraint == "mso"
    refusal = model.store(model.index(1, DURATION), "later")
    assert refusal is not None and model.refusal is refusal


def test_a_change_of_anything_shown_everywhere_is_announced_everywhere(workspace: Workspace) -> None:
    model, _tester, listener = made(workspace)
    workspace.do(commands.CaptureBaseline("Agreed"))
    assert listener.rows == set(range(12))
    assert model.text(1, NUMBER_OF["baseline_finish"]) == "2026-06-03"
    workspace.do(commands.SetDuration(("survey",), 4 * DAY))
    assert model.text(1, NUMBER_OF["finish_variance"]) == "+1d"
    assert model.text(2, NUMBER_OF["finish_variance"]) == "0d"
