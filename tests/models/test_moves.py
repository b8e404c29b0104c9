"""The table of proposed moves: what is ticked, what it says, and nothing else can be edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.levelling import Levelling, gains, level_plan, outcome
from desktop.domain.plan import Assignment, Task
from desktop.domain.project import Project
from desktop.models.moves import EFFECT, FINISH, SHIFT, START, TASK, WHY, MovesModel
from tests.plans import office

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def found() -> Levelling:
    """Anna collects offers for four days and cares for the light for two, both from Thursday 2026-06-11 on."""
    made = office()
    for number, task in enumerate(("light", "offers"), 1):
        made.put("assignment", f"a{number}", Assignment(id=f"a{number}", number=number, task=task, resource="anna"))
    return level_plan(made, limit=20)


def test_a_move_is_ticked_said_and_tried(qapp: object, found: Levelling) -> None:
    model = MovesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    said: list[int] = []
    model.chosen_changed.connect(lambda: said.append(len(model.chosen)))
    model.show(found)
    assert tester.model() is model
    assert (model.rowCount(), model.chosen) == (1, found.moves)
    # The offers take Thursday to Tuesday; the light waits until Wednesday the 17th, four working days.
    assert [model.text(0, column) for column in (TASK, SHIFT, START, FINISH, EFFECT)] == [
        "2.2  Lighting", "+4d", "2026-06-11 08:00 → 2026-06-17 08:00", "2026-06-12 17:00 → 2026-06-18 17:00", "…"
    ]  # fmt: skip
    assert model.text(0, WHY) == "At 2026-06-11 08:00 “Anna” is needed for “Collect offers”."
    box = model.index(0, TASK)
    assert model.data(box, CHECK) == Qt.CheckState.Checked
    assert model.data(box, Qt.ItemDataRole.AccessibleTextRole) == "2.2  Lighting, chosen"
    assert not model.setData(model.index(0, WHY), Qt.CheckState.Unchecked, CHECK)
    assert not model.setData(box, "Other", Qt.ItemDataRole.EditRole)

    assert model.setData(box, Qt.CheckState.Unchecked, CHECK)
    assert (said, model.chosen) == ([0], ())
    model.show_outcome(outcome(found.before.project))
    assert [model.text(0, column) for column in (SHIFT, START)] == ["", "2026-06-11 08:00"]

    model.show_effects(gains(found.before, found.moves))
    assert model.text(0, EFFECT) == "as before"
    model.choose([0], True)
    assert said == [0, 1]
    model.choose([0], True)
    assert said == [0, 1]
    model.show(None)
    assert (model.rowCount(), model.moves, model.chosen) == (0, (), ())


def test_a_name_that_looks_like_markup_is_shown_as_it_is(qapp: object, found: Levelling) -> None:
    project = found.before.project
    project.put("task", "light", project.get(Task, "light").replace(name="<b>Light</b>\n" + "x" * 400))
    model = MovesModel()
    model.show(found)
    box = model.index(0, TASK)
    assert "&lt;b&gt;Light" in model.data(box, Qt.ItemDataRole.ToolTipRole)
    shown = model.data(box, Qt.ItemDataRole.DisplayRole)
    assert "<b>Light</b> x" in shown
    assert len(shown) < 400


def test_a_plan_without_tasks_has_nothing_to_move() -> None:
    for within_float in (True, False):
        found = level_plan(Project([office().profile]), within_float=within_float, limit=5)
        assert (found.moves, found.left, found.finish) == ((), (), found.finish_before)
