"""A task that stands under each of its people is one task: whichever row is used, it is that which changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.plan import AssignResources
from desktop.domain.commands.records import AddRecord
from desktop.domain.resource_names import read_resources
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_groups import is_heading
from desktop.models.plan_order import Arrangement
from tests.plan_window import CTRL, Person, english, me, opened, reader
from tests.plans import snapshot

__all__ = ["english", "me", "opened", "reader"]

Opened = Callable[..., Person]
KEY = Qt.Key
NAME = NUMBER_OF["name"]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def grouped(me: Person) -> Person:
    """Offers are Anna's and Bo's, in this order of the groups."""
    for name in ("Anna", "Bo"):
        me.workspace.do(AddRecord("resource", {"name": name}))
    me.workspace.do(AssignResources("offers", read_resources(me.project, "Anna; Bo")))
    me.workspace.do(AssignResources("drive", read_resources(me.project, "Bo")))
    me.page.rows_shown.ask(Arrangement(groups=("resources",)))
    me.bot.waitUntil(lambda: me.page.model.order.asked.groups == ("resources",))
    settle()
    me.page.grab()
    return me


def rows(person: Person, task: str) -> list[int]:
    return [row for row, identity in enumerate(person.page.model.ids) if identity == task]


def go(person: Person, row: int, column: int = NAME) -> None:
    person.grid.cells.choose(row, column)
    person.grid.setFocus()
    settle()


def test_either_row_is_edited_and_undone(grouped: Person) -> None:
    me = grouped
    first, second = rows(me, "offers")
    heads = [
        me.page.model.text(row, NAME) for row in range(me.page.model.rowCount()) if me.page.model.facts(row).heading
    ]
    assert [head.startswith(name) for head, name in zip(heads, ("Anna", "Bo"), strict=False)] == [True, True]
    before, steps = snapshot(me.project), len(me.workspace.session.undo_steps)
    go(me, second)
    me.type("Ask for prices")
    me.key(KEY.Key_Return)
    settle()
    assert me.page.model.text(first, NAME) == me.page.model.text(second, NAME) == "Ask for prices"
    assert me.grid.currentIndex().row() == second + 1
    assert len(me.workspace.session.undo_steps) == steps + 1
    me.workspace.undo()
    settle()
    assert snapshot(me.project) == before and rows(me, "offers") == [first, second]


def test_the_bar_of_the_second_row_is_the_same_task(grouped: Person) -> None:
    me = grouped
    _, second = rows(me, "offers")
    before, start = snapshot(me.project), me.dates("offers").start
    bar = me.chart.frame.bar(second)
    assert bar is not None and bar.task == "offers"
    at = QPointF((bar.left + bar.right) / 2, bar.middle)
    me.press(at)
    me.move(at + QPointF(me.days(3), 0))
    me.key(KEY.Key_Escape, to=me.chart)
    me.release(at + QPointF(me.days(3), 0))
    assert snapshot(me.project) == before
    me.drag(at, at + QPointF(me.days(3), 0))
    settle()
    assert me.dates("offers").start > start
    assert me.grid.currentIndex().row() == second and me.grid.selected_ids() == ["offers"]
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_both_rows_chosen_are_one_task(grouped: Person) -> None:
    me = grouped
    me.grid.setFocus()
    me.grid.select_rows(rows(me, "offers"))
    assert me.grid.selected_ids() == ["offers"]
    me.page.show_selection()
    assert not me.page.plan_actions.link.isEnabled()
    me.key(KEY.Key_Delete, CTRL)
    settle()
    assert rows(me, "offers") == []
    me.workspace.undo()
    settle()
    assert len(rows(me, "offers")) == 2


def test_closing_a_group_leaves_the_other_row(grouped: Person) -> None:
    me = grouped
    _, second = rows(me, "offers")
    go(me, second)
    me.page.collapse()
    settle()
    assert len(rows(me, "offers")) == 1
    closed = [each for each in me.page.model.ids if each in me.page.model.closed]
    assert len(closed) == 1 and is_heading(closed[0])
    assert me.page.model.text(me.page.model.row_of(closed[0]), NAME).startswith("Bo")
