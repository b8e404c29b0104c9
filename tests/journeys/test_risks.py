"""Risks from the first word to the issue, by mouse and by key, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import AddRecord
from desktop.domain.control import Issue
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.models.workspace import Workspace
from desktop.views.risks import RisksPage
from desktop.views.risks.matrix_view import MatrixView
from tests.views.records.conftest import Hands, english, hands, language, show, workspace

__all__ = ["english", "hands", "language", "show", "workspace"]

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(language: str, workspace: Workspace, show: Callable[[QWidget], None]) -> RisksPage:
    made = RisksPage(workspace)
    show(made)
    return made


def centre(matrix: MatrixView, probability: int, impact: int) -> QPoint:
    """The lower part of a cell, where no chip lies before the cell is full."""
    x, y = matrix.layout_now().centre((probability, impact))
    return QPointF(x, y + matrix.layout_now().cell_height * 0.4).toPoint()


def drag(bot: QtBot, matrix: MatrixView, ref: str, to: QPoint, *, release: bool = True) -> None:
    start = matrix.centre_of(ref).toPoint()
    bot.mousePress(matrix, LEFT, pos=start)
    for part in (0.3, 0.6, 1.0):
        bot.mouseMove(matrix, pos=start + (to - start) * part)
    if release:
        bot.mouseRelease(matrix, LEFT, pos=to)


def state(project: Project) -> dict[str, Any]:
    """What the registers hold, without the stamps of time that undo renews."""
    stamps = {"changed_at": None, "changed_by": ""}
    return {
        key: {each: item.replace(**stamps) for each, item in project.rows(key).items()}
        for key in ("risk", "issue", "person")
    }


def test_three_risks_are_written_placed_filtered_and_one_occurs(
    page: RisksPage, hands: Hands, workspace: Workspace, qtbot: QtBot
) -> None:
    empty = state(workspace.project)
    begun = len(workspace.session.undo_steps)
    hands.press(Key.Key_Insert)
    for text in ("Data come late", "Key person leaves", "Servers are cheaper"):
        hands.type(text)
        hands.press(Key.Key_Return)
    first, second, third = page.model.ids
    risks = workspace.project.table(Risk)
    assert {f"risk/{each}" for each in (first, second, third)} <= {shape.ref for shape in page.matrix.scene.shapes}

    # From the row of those not assessed into a cell: the others stay in reach. Then on, with the reason.
    drag(qtbot, page.matrix, f"risk/{first}", centre(page.matrix, 3, 4))
    assert risks[first].probability == 3 and page.strip.isHidden()
    drag(qtbot, page.matrix, f"risk/{first}", centre(page.matrix, 4, 4))
    assert (risks[first].probability, risks[first].impact, risks[first].impact_schedule) == (4, 4, 4)
    assert not page.strip.isHidden() and page.table.current_id() == first
    page.strip.line.setFocus()
    hands.type("Supplier warned us")
    hands.press(Key.Key_Return)
    assert risks[first].moves[-1].reason == "Supplier warned us" and page.strip.isHidden()

    # By key alone: onto the matrix, then one cell up and one to the left.
    page.table.select_id(second)
    page.table.setFocus()
    hands.press(Key.Key_Up, ALT, SHIFT)
    assert (risks[second].probability, risks[second].impact) == (3, 3)
    hands.press(Key.Key_F6)
    assert page.matrix.hasFocus()
    hands.press(Key.Key_Up, CONTROL)
    hands.press(Key.Key_Left, CONTROL)
    assert (risks[second].probability, risks[second].impact) == (4, 2)
    assert [(move.probability_to, move.impact_to) for move in risks[second].moves] == [(3, 3), (4, 3), (4, 2)]

    # A cell filters; pressed again it shows all. The same by key.
    qtbot.mouseClick(page.matrix, LEFT, pos=centre(page.matrix, 4, 4))
    assert list(page.model.ids) == [first] and page.bar.count_text.startswith("1 ")
    qtbot.mouseClick(page.matrix, LEFT, pos=centre(page.matrix, 4, 4))
    assert page.model.rowCount() == 3
    page.matrix.setFocus()
    for key in (Key.Key_Left, Key.Key_Left):
        hands.press(key)
    hands.press(Key.Key_Space)
    assert list(page.model.ids) == [second]
    hands.press(Key.Key_Space)
    assert page.model.rowCount() == 3

    # The first one happens.
    went: list[object] = []
    page.navigate.connect(went.append)
    page.table.select_id(first)
    qtbot.mouseClick(page.occurred_button, LEFT)
    (issue,) = workspace.project.table(Issue).values()
    assert went == [issue.ref] and risks[first].status == "occurred" and issue.risk == first
    assert f"risk/{first}" not in {shape.ref for shape in page.matrix.scene.shapes}

    after = state(workspace.project)
    steps = len(workspace.session.undo_steps) - begun
    for _ in range(steps):
        assert workspace.undo()
    assert state(workspace.project) == empty and page.model.rowCount() == 0
    for _ in range(steps):
        assert workspace.redo()
    assert state(workspace.project) == after and list(page.model.ids) == [first, second, third]


@pytest.fixture
def placed(page: RisksPage) -> RisksPage:
    page.add("Alpha")
    page.matrix.moved.emit((page.model.ids[0], 2, 2))
    return page


def test_escape_while_dragging_leaves_no_trace(placed: RisksPage, hands: Hands, qtbot: QtBot) -> None:
    page, identity = placed, placed.model.ids[0]
    steps = len(page.workspace.session.undo_steps)
    page.matrix.setFocus()
    drag(qtbot, page.matrix, f"risk/{identity}", centre(page.matrix, 5, 5), release=False)
    assert page.matrix.is_dragging
    assert page.grab().toImage() is not None  # the preview paints
    hands.press(Key.Key_Escape)
    qtbot.mouseRelease(page.matrix, LEFT, pos=centre(page.matrix, 5, 5))
    assert not page.matrix.is_dragging and len(page.workspace.session.undo_steps) == steps


def test_a_drop_outside_or_in_place_is_no_step(placed: RisksPage, qtbot: QtBot) -> None:
    page, identity = placed, placed.model.ids[0]
    steps = len(page.workspace.session.undo_steps)
    drag(qtbot, page.matrix, f"risk/{identity}", QPoint(3, 3))
    drag(qtbot, page.matrix, f"risk/{identity}", centre(page.matrix, 2, 2))
    assert len(page.workspace.session.undo_steps) == steps


def test_a_refused_move_is_told_and_changes_nothing(placed: RisksPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page, identity = placed, placed.model.ids[0]
    refused: list[object] = []
    page.workspace.rejected.connect(refused.append)

    def refuse(command: object, **limits: object) -> None:
        raise Rejected("read_only")

    monkeypatch.setattr(page.workspace.session, "execute", refuse)
    page.strip.hide()
    page.matrix.moved.emit((identity, 5, 5))
    assert len(refused) == 1 and page.strip.isHidden()
    assert page.workspace.project.table(Risk)[identity].probability == 2


def test_a_chip_selects_and_a_selection_marks_its_chip(placed: RisksPage, qtbot: QtBot) -> None:
    page = placed
    page.add("Beta")
    first, second = page.model.ids
    qtbot.mouseClick(page.matrix, LEFT, pos=page.matrix.centre_of(f"risk/{first}").toPoint())
    assert page.table.current_id() == first and page.form.identity == first
    page.table.select_id(second)
    filled = {shape.ref for shape in page.matrix.scene.shapes if shape.role == "amber_fill"}
    assert filled == {f"risk/{second}"}


def test_filters_reach_the_picture_and_links_reach_a_cell(placed: RisksPage) -> None:
    page = placed
    page.add("Beta")
    first, second = page.model.ids
    page.apply_filter("unassessed")
    assert {shape.ref for shape in page.matrix.scene.shapes if shape.ref.startswith("risk/")} == {f"risk/{second}"}
    page.bar.clear()
    page.apply_filter("cell:2,2")
    assert list(page.model.ids) == [first]
    page.apply_filter("cell:9,9")
    assert list(page.model.ids) == [first]
    page.bar.clear()
    page.matrix_action.trigger()
    saved = page.save_state()
    assert saved["matrix"] is False and page.matrix.isHidden() is False and not page.matrix.isVisible()


def test_the_picture_is_described_for_those_who_do_not_see_it(placed: RisksPage, hands: Hands) -> None:
    matrix = placed.matrix
    assert matrix.accessibleName() and "1" in matrix.accessibleDescription()
    matrix.setFocus()
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Left)  # from the middle to probability 2, impact 2
    assert "R-001" in matrix.accessibleDescription()
    hands.press(Key.Key_N)
    assert placed.table.current_id() == placed.model.ids[0]


def test_a_reason_that_is_being_written_is_kept_when_another_move_follows(
    page: RisksPage, hands: Hands, workspace: Workspace
) -> None:
    for identity in ("a", "b"):
        workspace.do(AddRecord("risk", {"id": identity, "event": identity, "probability": 3, "impact_schedule": 3}))
    for identity, reason in (("a", "Supplier warned us"), ("b", "")):
        page.table.select_id(identity)
        page.table.setFocus()
        hands.press(Key.Key_Up, ALT, SHIFT)
        page.strip.line.setFocus()
        hands.type(reason)
    assert workspace.project.table(Risk)["a"].moves[-1].reason == "Supplier warned us"
    assert page.strip.line.text() == ""
    hands.type("More people")
    workspace.settle()  # as the window does before it closes
    assert workspace.project.table(Risk)["b"].moves[-1].reason == "More people"
