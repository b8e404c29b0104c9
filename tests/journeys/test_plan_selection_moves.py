"""What is selected in the grid goes along with its tasks, however much of it there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytest import MonkeyPatch

from desktop.domain.commands import plan as commands
from desktop.domain.session import Command
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_order import PLAIN, Arrangement, SortKey
from desktop.views.plan import cells
from tests.plan_window import ALT, CTRL, NO_KEY, SHIFT, Person, english, opened

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
NAME, DURATION = NUMBER_OF["name"], NUMBER_OF["duration"]
EDITS: dict[str, Command] = {
    "moved up": commands.ShiftTasks(("light", "offers"), -1),
    "indented": commands.IndentTasks(("offers",)),
    "outdented": commands.OutdentTasks(("drive",)),
    "inserted in front": commands.AddTask("New", "survey", commands.ABOVE),
    "inserted within": commands.AddTask("New", "wishes", commands.ABOVE),
    "deleted": commands.DeleteTasks(("wishes",)),
    "deleted with all below": commands.DeleteTasks(("move",)),
}


def selected(me: Person) -> set[tuple[str, int]]:
    """Selected cells by task and column."""
    ids = me.page.model.ids
    return {
        (ids[row], column)
        for block in me.grid.cells.blocks()
        for row in range(block.first, block.last + 1)
        for column in block.columns
    }


def choose_some(me: Person) -> None:
    """Two columns of some rows, and one of others."""
    tasks = [me.row(each) for each in me.project.outline.order]
    me.grid.select_rows(tasks[1:5], (NAME, DURATION))
    me.grid.select_rows(tasks[-3:], (NAME,), add=True)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_large_selection_ends_up_as_a_small_one(opened: Opened, monkeypatch: MonkeyPatch, edit: Command) -> None:
    """Qt itself follows small ones; the same edit with either leaves the same cells selected, and so does its undo."""
    found = []
    for most in (cells.MOST_FOLLOWED, 0):
        monkeypatch.setattr(cells, "MOST_FOLLOWED", most)
        me = opened()
        choose_some(me)
        before = selected(me)
        assert me.workspace.do(edit)
        after = selected(me)
        gone = {cell for cell in before if cell[0] not in me.project.outline.row}
        assert after == before - gone
        assert me.workspace.undo()
        found.append((after, selected(me)))
    assert found[0] == found[1]


def test_rows_that_are_sorted_and_closed_stay_selected_where_they_are_seen(
    opened: Opened, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr(cells, "MOST_FOLLOWED", 0)
    me = opened()
    choose_some(me)
    before = selected(me)
    me.page.model.arrange(Arrangement(sort=(SortKey("duration", True),)))
    assert selected(me) == before
    me.page.model.arrange(PLAIN)
    assert selected(me) == before
    me.page.model.toggle("move")
    assert selected(me) == {cell for cell in before if me.row(cell[0]) >= 0} != before


def test_all_rows_move_by_keys_and_stay_selected(opened: Opened) -> None:
    me = opened()
    for number in range(12):
        me.workspace.do(commands.AddTask(f"More {number}", fields={"id": f"m{number}"}))
    ids = [f"m{number}" for number in range(12)]
    me.select(ids[0])
    for _ in ids[1:]:
        me.key(Qt.Key.Key_Down, SHIFT)
    me.key(Qt.Key.Key_Space, SHIFT)
    assert me.grid.cells.count() * len(COLUMNS) > cells.MOST_FOLLOWED
    order = me.project.outline.order
    me.key(Qt.Key.Key_Up, ALT | SHIFT)
    assert me.project.outline.order != order
    assert me.grid.selected_ids() == ids
    me.key(Qt.Key.Key_Z, CTRL)
    me.key(Qt.Key.Key_Right, ALT | SHIFT)
    assert me.grid.selected_ids() == ids
    me.key(Qt.Key.Key_Delete, NO_KEY)
    assert not set(ids) & set(me.project.outline.order)
    assert len(me.grid.selected_ids()) == 1
