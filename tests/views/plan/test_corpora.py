"""Real plans of other programs on the page: drawn at every zoom, and read back as they are shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.exchange.mspdi import read_mspdi
from desktop.models.plan_columns import COLUMNS
from tests.plan_window import Person

ROWS = 40


def test_real_plans_are_shown_and_their_cells_read_back_unchanged(corpora: Path, opened: Callable[..., Person]) -> None:
    files = sorted((corpora / "mspdi").glob("*.xml"))
    assert files
    for file in files:
        me = opened(read_mspdi(file).project())
        me.page.plan_actions.look.switches["total_float"].trigger()
        for factor in (1, 20, 0.002, 50):
            me.chart.zoom(factor)
            me.page.grab()
        model = me.page.model
        for row in range(min(model.rowCount(), ROWS)):
            for column, what in enumerate(COLUMNS):
                assert isinstance(model.text(row, column), str)
                if what.editable(model.facts(row).summary):
                    refusal = model.attempt(model.index(row, column), model.edit_text(row, column))
                    assert refusal is None, (file.name, what.key, refusal)
        assert not me.workspace.session.undo_steps, file.name
        me.page.close()
