"""Where pasted cells go and what becomes of them: placing, weighing on a copy, carrying out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.carry_out import CarryOut
from desktop.domain.commands.plan import SetDuration, SetLink
from desktop.domain.plan import Resource, Task
from desktop.domain.rejection import Rejected
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_entries import ADD, LEAVE_OUT, Cancelled, Entry, Terms, Weighed, weigh
from desktop.models.plan_paste import Placed, Source, Target, columns_of, place
from desktop.models.workspace import Workspace
from tests.plans import DAY, office, session_of, snapshot

NOW = dt.datetime(2026, 6, 3, 10)
NAME, DURATION, START, FINISH = (NUMBER_OF[key] for key in ("name", "duration", "start", "finish"))
PREDECESSORS, PERCENT, RESOURCES, WBS = (
    NUMBER_OF[key] for key in ("predecessors", "percent_complete", "resources", "wbs")
)
ORDER = (WBS, NAME, DURATION, START, FINISH, PREDECESSORS, PERCENT, RESOURCES)


@pytest.fixture
def plan(qapp: QApplication) -> PlanModel:
    return PlanModel(Workspace(session_of(office())))


def tried(plan: PlanModel, entries: Sequence[Entry], **terms: object) -> Weighed:
    return weigh(plan.reading, entries, Terms(NOW, **terms))  # type: ignore[arg-type]


def laid(table: Sequence[Sequence[str]], ids: Sequence[str], target: Target) -> Placed:
    return place(table, target, ids, ORDER, nameless="New task", year=2026)


# -- placing --------------------------------------------------------------------------------------


def test_a_table_covers_cells_from_its_corner() -> None:
    placed = laid([["A", "1d"], ["B", "2d"]], ["x", "y", "z"], Target(1, NAME))
    assert [(entry.task, entry.column, entry.text) for entry in placed.entries] == [
        ("y", NAME, "A"), ("y", DURATION, "1d"), ("z", NAME, "B"), ("z", DURATION, "2d"),
    ]  # fmt: skip
    assert placed.added is None and not placed.header


def test_a_small_table_is_repeated_where_it_fits() -> None:
    ids = ["a", "b", "c", "d"]
    assert len(laid([["1d"]], ids, Target(0, DURATION, 4, 2)).entries) == 8
    two = laid([["1d"], ["2d"]], ids, Target(0, DURATION, 4, 1))
    assert [entry.text for entry in two.entries] == ["1d", "2d", "1d", "2d"]
    assert len(laid([["1d"], ["2d"]], ids, Target(0, DURATION, 3, 1)).entries) == 2  # three is no multiple of two


def test_columns_beyond_the_last_one_are_told() -> None:
    placed = laid([["50", "Anna", "surplus", "more"]], ["a"], Target(0, PERCENT))
    assert [entry.column for entry in placed.entries] == [PERCENT, RESOURCES]
    assert placed.left_out == ("3", "4")


def test_titles_are_known_in_both_languages_and_of_other_programs() -> None:
    assert columns_of(["任务名称", "Duration", "开始时间", "Finish_Date", "Owner"]) == {
        0: NAME, 1: DURATION, 2: START, 3: FINISH, 4: NUMBER_OF["owner"],
    }  # fmt: skip
    placed = laid([["工期", "责任部门", "任务名称"], ["3d", "X", "A"]], ["a", "b"], Target(0, START))
    assert placed.header and placed.left_out == ("责任部门",)
    assert [(entry.column, entry.text) for entry in placed.entries] == [(DURATION, "3d"), (NAME, "A")]


def test_a_task_named_like_a_title_is_a_task() -> None:
    assert not laid([["Resources"], ["Rooms"]], ["a", "b"], Target(0, NAME)).header
    assert laid([["Task name"], ["Rooms"]], ["a", "b"], Target(0, NAME)).header
    assert not laid([["Start", "1d"], ["Rooms", "2d"]], ["a", "b"], Target(0, NAME)).header


def test_dates_are_read_in_the_order_that_fits_the_column() -> None:
    placed = laid([["13/07/2026"], ["01/08/2026"]], ["a", "b"], Target(0, START))
    assert [entry.text for entry in placed.entries] == ["2026-07-13", "2026-08-01"]
    placed = laid([["7/13/2026"], ["8/1/26"], ["2026年9月1日"]], ["a", "b", "c"], Target(0, START))
    assert [entry.text for entry in placed.entries] == ["2026-07-13", "2026-08-01", "2026年9月1日"]


def test_empty_cells_empty_what_may_be_empty() -> None:
    placed = laid([["", "", "", "", "", "", ""]], ["a"], Target(0, NAME))
    keys = {COLUMNS[entry.column].key for entry in placed.entries}
    assert keys == {"predecessors", "percent_complete", "resources"}


def test_rows_below_the_last_become_tasks_at_its_level_or_below() -> None:
    placed = laid([["A"], ["  B"], [""], ["C"]], ["x"], Target(1, NAME))
    assert placed.added is not None and placed.added.anchor == "x"
    assert [(row.name, row.level) for row in placed.added.rows] == [("A", 0), ("B", 1), ("C", 0)]
    assert not placed.entries


# -- weighing -------------------------------------------------------------------------------------


def test_a_copy_is_tried_and_the_plan_stays(plan: PlanModel) -> None:
    before = snapshot(plan.workspace.project)
    found = tried(plan, [Entry("plan", DURATION, "7d"), Entry("light", NAME, "Lamps"), Entry("design", DURATION, "1d")])
    assert (found.taken, found.read_only, dict(found.problems)) == (2, 1, {})
    assert snapshot(plan.workspace.project) == before
    assert plan.workspace.do(CarryOut(found.changes, "Paste cells"))
    assert plan.workspace.project.get(Task, "plan").duration == 7 * DAY
    assert plan.workspace.undo()
    assert snapshot(plan.workspace.project) == before


def test_what_cannot_be_read_leaves_no_half_done_record(plan: PlanModel) -> None:
    found = tried(plan, [Entry("plan", DURATION, "soon"), Entry("plan", PREDECESSORS, "1.1; nowhere")])
    assert {number: refusal.code for number, refusal in found.problems.items()} == {
        0: "duration_unreadable", 1: "unknown_task",
    }  # fmt: skip
    assert not found.changes


def test_the_schedule_of_what_was_carried_out_is_that_of_typing_it(plan: PlanModel) -> None:
    """Links, starts and a finish of one row in one go, against the same texts typed one after the other."""
    entries = [
        Entry("light", FINISH, "2026-07-10"), Entry("light", START, "2026-07-06"), Entry("light", DURATION, "1d"),
        Entry("offers", PREDECESSORS, "2.2"), Entry("offers", PERCENT, "0"),
    ]  # fmt: skip
    other = PlanModel(Workspace(session_of(office())))
    for key, task, text in (
        ("start", "light", "2026-07-06"), ("duration", "light", "1d"), ("predecessors", "offers", "2.2"),
        ("finish", "light", "2026-07-10"),
    ):  # fmt: skip
        index = other.index(other.row_of(task), NUMBER_OF[key])
        assert other.attempt(index, text) is None
    found = tried(plan, entries)
    assert not found.problems and plan.workspace.do(CarryOut(found.changes, "Paste cells"))
    one, two = plan.workspace.schedule, other.workspace.schedule
    assert one.starts == two.starts and one.finishes == two.finishes
    assert plan.workspace.project.get(Task, "light").duration == 5 * DAY


def test_a_circle_costs_only_the_cell_that_closes_it(plan: PlanModel) -> None:
    found = tried(plan, [Entry("wishes", PREDECESSORS, "1.1"), Entry("plan", PREDECESSORS, "2.3")])
    assert {number: refusal.code for number, refusal in found.problems.items()} == {1: "cycle"}
    assert plan.workspace.do(CarryOut(found.changes, "Paste cells"))


def test_names_become_what_was_chosen_and_are_made_once(plan: PlanModel) -> None:
    written = {"plan": "Bob; Carl", "light": "ｂob [50%]", "pack": "D"}
    entries = [Entry(task, RESOURCES, text) for task, text in written.items()]
    found = tried(plan, entries)
    assert [unknown.name for unknown in found.unknown] == ["Bob", "Carl", "D"]
    assert len(found.problems) == 3 and not found.changes
    choices = {("resource", "bob"): ADD, ("resource", "carl"): "anna", ("resource", "d"): LEAVE_OUT}
    found = tried(plan, entries, choices=choices)
    assert not found.problems and plan.workspace.do(CarryOut(found.changes, "Paste cells"))
    project = plan.workspace.project
    names = {resource.id: resource.name for resource in project.table(Resource).values()}
    assert sorted(names.values()) == ["Anna", "Bob"]
    shares = {task: [(names[each.resource], each.units) for each in project.assignments(task)] for task in written}
    assert shares == {"plan": [("Bob", 100), ("Anna", 100)], "light": [("Bob", 50)], "pack": []}


def test_codes_are_set_together(plan: PlanModel) -> None:
    found = tried(plan, [Entry("plan", WBS, "D-1"), Entry("light", WBS, "D-2"), Entry("offers", PREDECESSORS, "2.2")])
    assert not found.problems and plan.workspace.do(CarryOut(found.changes, "Paste cells"))
    assert [plan.workspace.project.wbs(each) for each in ("plan", "light")] == ["D-1", "D-2"]


def test_values_are_copied_exactly_where_their_text_is_rounded(plan: PlanModel) -> None:
    plan.workspace.do(SetDuration(("plan",), 100, "d"))
    found = tried(plan, [Entry("light", DURATION, plan.edit_text(plan.row_of("plan"), DURATION), "plan")])
    assert plan.workspace.do(CarryOut(found.changes, "Fill cells"))
    assert plan.workspace.project.get(Task, "light").duration == 100


def test_what_was_copied_is_meant_and_not_what_stands_there_since(plan: PlanModel) -> None:
    plan.workspace.do(SetDuration(("plan",), 100, "d"))
    copied = plan.edit_text(plan.row_of("plan"), DURATION)
    plan.workspace.do(SetDuration(("plan",), 3 * DAY, "d"))
    found = tried(plan, [Entry("light", DURATION, copied, "plan")])
    assert plan.workspace.do(CarryOut(found.changes, "Paste cells"))
    assert plan.workspace.project.get(Task, "light").duration == 100


def test_a_lag_is_copied_to_the_minute(plan: PlanModel) -> None:
    link = next(iter(plan.workspace.project.predecessors("light")))
    plan.workspace.do(SetLink(link.id, "FS", 100, "d"))
    text = plan.edit_text(plan.row_of("light"), PREDECESSORS)
    found = tried(plan, [Entry("pack", PREDECESSORS, text, "light")])
    assert plan.workspace.do(CarryOut(found.changes, "Paste cells"))
    assert [(each.predecessor, each.lag) for each in plan.workspace.project.predecessors("pack")] == [("plan", 100)]


def test_own_cells_say_whence_they_come() -> None:
    source = Source(("x", "y"), ("name", "duration"))
    table = [["Start", "1d"], ["Finish", "2d"]]  # no titles, though they might be
    placed = place(table, Target(0, NAME, 4, 2), ["a", "b", "c", "d"], ORDER, nameless="", year=2026, source=source)
    assert [entry.origin for entry in placed.entries] == ["x", "x", "y", "y"] * 2
    placed = place(table, Target(0, DURATION), ["a", "b"], ORDER, nameless="", year=2026, source=source)
    assert [entry.origin for entry in placed.entries] == ["", "", "", ""]  # other columns: only the text can be meant


def test_a_plan_that_has_moved_on_is_left_alone(plan: PlanModel) -> None:
    found = tried(plan, [Entry("plan", DURATION, "7d")])
    plan.workspace.do(SetDuration(("plan",), 2 * DAY))
    refusal = plan.workspace.attempt(CarryOut(found.changes, "Paste cells"))
    assert isinstance(refusal, Rejected) and refusal.code == "plan_moved_on"
    assert plan.workspace.project.get(Task, "plan").duration == 2 * DAY


def test_nobody_waits(plan: PlanModel) -> None:
    with pytest.raises(Cancelled):
        tried(plan, [Entry("plan", NAME, "A")], is_off=lambda: True)
