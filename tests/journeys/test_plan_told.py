"""What the plan page tells unasked: of bars under the pointer, of cells that a paste left out, in a calm legend."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from desktop.domain.commands import plan as commands
from desktop.domain.resource_names import Share
from desktop.i18n import tr, words
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.bar_tips import chart_tip
from desktop.views.plan.paste_dialog import PasteDialog
from desktop.views.theme import colour
from tests.journeys.visible import clipped
from tests.plan_window import CTRL, Person, english, me, opened

__all__ = ["english", "me", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


def by_language(in_english: str, in_chinese: str) -> str:
    return in_chinese if words().is_chinese else in_english


def level(me: Person, number: int) -> QAction:
    """The command of the chart's menu that shows the outline down to a level."""
    shown = [one for one in me.page.plan_actions.chart_menu() if one is not None]
    (menu,) = [one.menu() for one in shown if one.text() == tr("Outline down to")]
    assert isinstance(menu, QMenu)
    (found,) = [action for action in menu.actions() if action.text() == tr("Show outline level {n}", n=number)]
    return found


# -- bars -----------------------------------------------------------------------------------------


def test_a_bar_at_rest_tells_name_dates_duration_float_and_people(me: Person) -> None:
    me.workspace.do(commands.AssignResources("light", (Share("Anna", 100, "anna"),)))
    me.page.grab()
    # Floor plan until Wednesday the 10th; offers, packing and driving take 7 days, lighting 2 of them: 5 to spare.
    assert chart_tip(me.chart, me.body("light")).splitlines() == [
        "2.2  Lighting",
        by_language("2026-06-11 – 2026-06-12, 2d", "2026-06-11 – 2026-06-12，2 天"),
        by_language("Total float: 5d", "总浮动时间：5 天"),
        "Anna",
    ]
    assert by_language("critical", "关键") in chart_tip(me.chart, me.body("plan"))
    assert chart_tip(me.chart, me.body("open")).splitlines()[1].startswith(by_language("Milestone: ", "里程碑："))
    place = me.body("light").toPoint()
    view = me.chart.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert "Lighting" in QToolTip.text()


def test_a_link_at_rest_tells_its_ends_and_its_lag(me: Person) -> None:
    me.workspace.do(commands.SetLink("plan-offers", "FS", 960))
    me.page.grab()
    line = next(line for line in me.chart.frame.lines if line.ref == "dependency/plan-offers")
    x, _ = line.points[-2]  # it comes down there, past the lighting, to the offers
    assert chart_tip(me.chart, QPointF(x, me.chart.top_of(me.row("offers")) + 1)).splitlines() == [
        "2.1  Floor plan", by_language("→ FS+2d", "→ FS+2 天"), "2.3  Collect offers",
    ]  # fmt: skip


# -- cells that a paste left out ------------------------------------------------------------------


def paste(me: Person, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    QApplication.clipboard().setMimeData(mime)
    me.select("plan", column="duration")
    me.key(KEY.Key_V, CTRL, to=me.grid)


def agree(me: Person) -> tuple[str, str]:
    """Paste what can be pasted; the account that the preview gave, and its sentence on the first cell that cannot."""
    (found,) = [one for one in me.page.findChildren(PasteDialog) if one.isVisible()]
    QApplication.processEvents()
    assert not clipped(found)
    told = found.summary.text(), found.sentence.text()
    found.accept()
    QApplication.processEvents()
    return told


def red_corner(me: Person, task: str) -> bool:
    index = me.page.model.index(me.row(task), NUMBER_OF["duration"])
    rect = me.grid.visualRect(index)
    picture = me.grid.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    spot = picture.pixelColor(round((rect.right() - 2) * ratio), round((rect.top() + 3) * ratio))
    return spot == colour("red")


def test_cells_that_a_paste_left_out_stay_marked_with_their_reason(me: Person) -> None:
    paste(me, "6d\nsoon\n4d\n")
    account, sentence = agree(me)
    assert "soon" in sentence and by_language("Nothing was changed", "未作任何更改") not in sentence
    said = by_language("1 cell cannot be entered and is skipped.", "1 个单元格无法录入，将跳过。")
    assert said in account
    tip = me.page.model.tip(me.row("light"), NUMBER_OF["duration"])
    assert tip.startswith(by_language("“soon” was not pasted: ", "“soon”未能粘贴："))
    me.select("brief")
    assert red_corner(me, "light") and not red_corner(me, "plan")
    me.set_cell("light", "name", "Lamps")  # another cell of the row
    assert red_corner(me, "light")
    me.set_cell("light", "duration", "3d")
    me.select("brief")
    assert not red_corner(me, "light")


@pytest.mark.parametrize("way", ["escape", "undo"])
def test_marks_of_a_paste_go_with_escape_and_with_the_paste(me: Person, way: str) -> None:
    paste(me, "6d\nsoon\n")
    agree(me)
    me.select("brief")
    assert red_corner(me, "light")
    if way == "escape":
        me.key(KEY.Key_Escape, to=me.grid)
    else:
        me.workspace.undo()
    QApplication.processEvents()
    assert not red_corner(me, "light")


def test_columns_without_a_place_are_counted_not_numbered(me: Person) -> None:
    shown = me.grid.visible_columns()
    there = len(shown) - shown.index(NUMBER_OF["duration"])
    paste(me, "\t".join(["soon"] * (there + 2)))
    account, _ = agree(me)
    said = by_language("The last 2 columns of the table have no place here.", "表格的最后 2 列在此处没有位置。")
    assert said in account


# -- legend ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [900, 1100, 1300])
def test_the_legend_keeps_its_height_whatever_is_selected(me: Person, width: int) -> None:
    me.page.resize(width, 900)
    QApplication.processEvents()
    me.select("brief")
    QApplication.processEvents()
    height, chart = me.page.legend.height(), me.chart.height()
    seen = {each.sign for each in me.page.legend.entries}
    assert "predecessor" not in seen
    for task in ("plan", "offers", "pack"):
        me.select(task)
        QApplication.processEvents()
        me.page.grab()
        QApplication.processEvents()
        assert (me.page.legend.height(), me.chart.height()) == (height, chart)
        seen |= {each.sign for each in me.page.legend.entries}
    assert {"predecessor_driving", "successor_driving"} <= seen


# -- levels ---------------------------------------------------------------------------------------


def test_the_outline_is_shown_down_to_a_level(me: Person, qtbot: QtBot) -> None:
    me.select("light")
    level(me, 1).trigger()
    assert list(me.page.model.ids) == ["brief", "design", "move"]
    assert me.grid.current_id() == "design"  # the one it belongs to
    me.page.plan_actions.levels.refresh()
    enabled = [action.isEnabled() for action in me.page.plan_actions.levels.levels]
    assert enabled == [True, True] + [False] * 7
    level(me, 2).trigger()
    assert len(me.page.model.ids) == 12
    assert not me.workspace.session.undo_steps
