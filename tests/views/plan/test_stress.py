"""Random commands, undos and redos under the eyes of grid and chart: nothing is painted that is not there."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.commands import plan as commands
from desktop.domain.plan import Dependency
from tests.plan_window import Person
from tests.plans import DAY

Opened = Callable[..., Person]


@pytest.mark.parametrize("seed", range(3))
def test_the_page_keeps_up_with_anything(opened: Opened, seed: int) -> None:
    me = opened()
    tester = QAbstractItemModelTester(me.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dice = random.Random(seed)
    me.page.plan_actions.details.trigger()
    for _ in range(60):
        ids = list(me.project.outline.order)
        one = dice.choice(ids) if ids else None
        some = tuple(dice.sample(ids, min(len(ids), 3)))
        moves: list[Callable[[], object]] = [me.workspace.undo, me.workspace.redo, me.page.edits.add_below]
        if one is not None:
            row = me.page.model.row_of(one)
            links = list(me.project.table(Dependency))
            moves += [
                lambda one=one: me.page.model.toggle(one),
                lambda one=one: me.page.reveal(one),
                lambda some=some: me.workspace.do(commands.DeleteTasks(some[:1])),
                lambda some=some: me.workspace.do(commands.IndentTasks(some)),
                lambda some=some: me.workspace.do(commands.OutdentTasks(some)),
                lambda some=some: me.workspace.do(commands.ShiftTasks(some, dice.choice((-1, 1)))),
                lambda some=some: me.workspace.do(commands.LinkTasks(some)),
                lambda one=one: me.workspace.do(commands.SetDuration((one,), dice.randrange(9) * DAY)),
                lambda one=one: me.workspace.do(commands.SetProgress((one,), dice.choice((0, 40, 100)))),
                lambda: me.chart.zoom(dice.choice((0.3, 1.5, 4))),
                me.grid.selectAll,
            ]
            if row >= 0:
                moves.append(lambda row=row: me.grid.select_rows([row]))
            if links:
                moves.append(lambda links=links: me.page.reveal(dice.choice(links)))
        dice.choice(moves)()
        me.page.grab()
        assert list(me.page.model.ids) == [each for each in me.project.outline.order if each in me.page.model.row_map]
    del tester
