"""What the Gantt chart shows is chosen in its menu, by hand, and comes back with the layout."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication, QMenu

from desktop.charts.gantt_options import NAME_TEXT, NEWEST, PLAN_LINE
from desktop.charts.shapes import Polyline
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import DeleteRecords, SetFields
from desktop.domain.plan import Baseline
from desktop.i18n import CHINESE, ENGLISH, set_language, tr
from tests.plan_window import Person, english, opened

__all__ = ["english", "opened"]

Opened = Callable[..., Person]


@pytest.fixture(params=[(ENGLISH, 1.0), (CHINESE, 2.0)], ids=["en-100", "zh-200"])
def reader(request: pytest.FixtureRequest, qapp: QApplication, english: None) -> Iterator[str]:
    """Whoever reads: a language, and a size of text."""
    language, size = request.param
    set_language(language)
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * size)
    qapp.setFont(large)
    yield language
    qapp.setFont(usual)


def chart_menu(me: Person) -> list[QAction | None]:
    return list(dict(me.page.menus())[tr("Chart")])


def entry(me: Person, *path: str) -> QAction:
    """An action of the chart's menu by the texts on the way to it."""
    actions = chart_menu(me)
    for number, text in enumerate(path):
        found = next(each for each in actions if each is not None and each.text() == text)
        if number + 1 == len(path):
            return found
        inner = found.menu()
        assert isinstance(inner, QMenu)
        actions = list(inner.actions())
    raise AssertionError(path)


def test_baselines_are_chosen_by_name_and_remembered(opened: Opened, reader: str) -> None:
    me = opened()
    for name in ("One", "Two", "Three & more", "Four"):
        assert me.workspace.do(commands.CaptureBaseline(name))
    titles = [each.text() for each in me.page.plan_actions.look.entries(me.page.plan_actions.look.baselines)]
    assert titles == [tr("None", "baseline"), tr("The newest one"), "Four", "Three && more", "Two", "One"]
    assert me.chart.options.baselines == (NEWEST,)
    menu = tr("Baselines")
    entry(me, menu, "One").trigger()
    entry(me, menu, "Two").trigger()
    assert len(me.chart.options.baselines) == 3
    assert len(me.chart.look.facts.baselines) == 3
    assert not entry(me, menu, "Four").isEnabled()  # three at once are all that a row has room for
    entry(me, menu, tr("The newest one")).trigger()
    assert entry(me, menu, "Four").isEnabled()
    me.page.grab()
    state = json.loads(json.dumps(me.page.save_state()))
    entry(me, menu, tr("None", "baseline")).trigger()
    assert me.chart.options.baselines == () and entry(me, menu, tr("None", "baseline")).isChecked()
    me.page.restore_state(state)
    assert len(me.chart.options.baselines) == 2
    assert entry(me, menu, "One").isChecked() and not entry(me, menu, "Four").isChecked()
    me.page.grab()


def test_a_deleted_baseline_is_no_longer_shown(opened: Opened, reader: str) -> None:
    me = opened()
    me.workspace.do(commands.CaptureBaseline("One"))
    me.workspace.do(commands.CaptureBaseline("Two"))
    entry(me, tr("Baselines"), "Two").trigger()
    entry(me, tr("Baselines"), tr("The newest one")).trigger()
    newest = me.project.baseline
    assert newest is not None and len(me.chart.look.facts.baselines) == 1
    me.workspace.do(DeleteRecords("baseline", (newest.id,)))
    assert len(me.project.table(Baseline)) == 1
    assert me.chart.look.facts.baselines == ()
    assert entry(me, tr("Baselines"), tr("None", "baseline")).isChecked()
    me.workspace.undo()
    assert len(me.chart.look.facts.baselines) == 1


def test_texts_are_chosen_for_each_side(opened: Opened, reader: str) -> None:
    me = opened()
    for place, option in (
        (tr("Text left of bars"), "label_left"),
        (tr("Text inside bars"), "label_inside"),
        (tr("Text right of bars"), "label"),
    ):
        entry(me, place, tr("Task name")).trigger()
        assert getattr(me.chart.options, option) == NAME_TEXT
        assert entry(me, place, tr("Task name")).isChecked()
    texts = me.chart.frame.scene(me.chart.viewport().width(), me.chart.viewport().height()).texts()
    assert texts.count("Floor plan") >= 2
    me.page.grab()


def test_the_progress_line_is_drawn_and_kept(opened: Opened, reader: str) -> None:
    me = opened()
    me.workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 5)}))
    entry(me, tr("Progress line"), tr("Against the plan")).trigger()
    assert me.chart.options.progress_line == PLAN_LINE
    drawn = [shape for shape in me.chart.frame.foreground(2000, 600) if isinstance(shape, Polyline)]
    assert len(drawn) == 1 and len(drawn[0].points) > 5
    me.page.grab()
    state = json.loads(json.dumps(me.page.save_state()))
    entry(me, tr("Progress line"), tr("None", "progress line")).trigger()
    me.page.restore_state(state)
    assert me.chart.options.progress_line == PLAN_LINE


def test_progress_is_dragged_over_a_weekend_in_working_time(opened: Opened, reader: str) -> None:
    me = opened()
    # The floor plan runs from Thu 06-04 to Wed 06-10; its second day ends on Friday.
    bar = me.bar("plan")
    saturday = QPointF(bar.left + me.days(2.5), bar.bottom + 1)
    me.drag(QPointF(bar.left, bar.bottom + 1), saturday)
    assert me.task("plan").percent_complete == 40
    assert me.bar("plan").progress_x == pytest.approx(bar.left + me.days(2), abs=2)
    me.workspace.undo()
    assert me.task("plan").percent_complete == 0
