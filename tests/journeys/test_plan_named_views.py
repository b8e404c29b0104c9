"""Views of the plan under a name: chosen, changed, kept, renamed, deleted, and there again the next time."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.i18n import CHINESE, ENGLISH, set_language, tr
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.named_views import completed
from desktop.views.plan.view_dialog import ViewDialog
from desktop.views.plan.views_kept import OURS, ViewStore
from desktop.views.settings import PLAN_VIEWS, Settings
from tests.journeys.test_plan_views import begun, chips, cut_off, header_click, look, read_all, rows
from tests.plan_window import CTRL, Person, english, opened

__all__ = ["english", "look", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


def shown_keys(me: Person) -> list[str]:
    return [key for key, _ in me.grid.shown_columns()]


def button_text(me: Person) -> str:
    """What stands above the grid; what was changed is compared a moment later."""
    me.page.views.compare()
    return me.page.row_bar.view.text()


def choose(me: Person, title: str) -> None:
    """Choose a view in the menu of the button."""
    menu = me.page.row_bar.view.menu()
    menu.aboutToShow.emit()
    found = [action for action in menu.actions() if action.text() == title]
    assert len(found) == 1, title
    found[0].trigger()
    QApplication.processEvents()


def answer(me: Person, name: str) -> None:
    """Type a name into the dialog and press Enter."""
    dialog = me.page.window().findChild(ViewDialog)
    assert dialog is not None
    dialog.name.selectAll()
    me.bot.keyClicks(dialog.name, name)
    assert cut_off(me) == []
    me.bot.keyClick(dialog.name, KEY.Key_Return)
    QApplication.processEvents()


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_our_views_show_what_their_names_say(opened: Opened, language: str) -> None:
    me, _tester = begun(opened, language)
    assert button_text(me) == tr("Planning", "view")
    choose(me, tr("Costs", "view"))
    assert "cost" in shown_keys(me)
    assert "predecessors" not in shown_keys(me)
    assert button_text(me) == tr("Costs", "view")
    choose(me, tr("Who does what"))
    assert me.page.rows_shown.asked.groups == ("resources",)
    assert button_text(me) == tr("Who does what")
    choose(me, tr("Planning", "view"))
    assert rows(me) == list(me.project.outline.order)
    assert shown_keys(me)[:3] == ["indicators", "wbs", "name"]
    assert not me.workspace.session.undo_steps


def test_the_names_are_those_a_chinese_planner_uses(opened: Opened) -> None:
    me, _tester = begun(opened, CHINESE)
    titles = [view.title for view in me.page.views.store.views()]
    assert titles[:5] == ["计划编制", "跟踪", "成本", "浮动时间与逻辑", "客户会议"]
    set_language(ENGLISH)


def test_a_change_is_marked_kept_and_there_after_other_views(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    views = me.page.views
    header_click(me, "duration", CTRL)
    me.page.row_actions.parts["critical"].trigger()
    assert button_text(me) == tr("{name} (changed)", name=tr("Planning", "view"))
    assert cut_off(me) == []
    views.save_as.trigger()
    answer(me, "Steering committee")
    assert button_text(me) == "Steering committee"
    wanted = rows(me)
    choose(me, tr("Tracking", "view"))
    assert chips(me) == []
    choose(me, "Steering committee")
    assert rows(me) == wanted
    assert len(chips(me)) == 2
    # Columns, order and widths belong to it.
    me.grid.setColumnWidth(NUMBER_OF["name"], 321)
    me.grid.horizontalHeader().moveSection(0, 2)
    assert button_text(me) == tr("{name} (changed)", name="Steering committee")
    keys = shown_keys(me)
    views.save.trigger()
    assert button_text(me) == "Steering committee"
    choose(me, tr("Client meeting"))
    choose(me, "Steering committee")
    assert shown_keys(me) == keys
    assert me.grid.columnWidth(NUMBER_OF["name"]) == 321


def test_reset_gives_a_change_up(opened: Opened) -> None:
    me, _tester = begun(opened)
    views = me.page.views
    choose(me, "Tracking")
    before = shown_keys(me)
    me.grid.setColumnHidden(NUMBER_OF["status"], True)
    me.grid.layout_changed.emit()
    assert button_text(me) == "Tracking (changed)"
    views.reset.trigger()
    assert shown_keys(me) == before
    assert button_text(me) == "Tracking"
    assert not views.reset.isEnabled()
    # One of ours that was saved otherwise becomes what it was at first.
    me.grid.setColumnHidden(NUMBER_OF["status"], True)
    me.grid.layout_changed.emit()
    views.compare()
    views.save.trigger()
    assert button_text(me) == "Tracking"
    assert "status" not in shown_keys(me)
    views.reset.trigger()
    assert shown_keys(me) == before


def test_own_views_are_renamed_deleted_and_brought_back(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    views = me.page.views
    assert not views.rename.isEnabled()
    assert not views.delete.isEnabled()
    views.save_as.trigger()
    answer(me, "Mine")
    views.rename.trigger()
    answer(me, "Weekly call")
    assert button_text(me) == "Weekly call"
    views.delete.trigger()
    assert button_text(me) == tr("Planning", "view")
    assert cut_off(me) == []
    bring_back = me.page.notice.findChild(QPushButton)
    me.bot.mouseClick(bring_back, Qt.MouseButton.LeftButton)
    assert button_text(me) == "Weekly call"


def test_a_name_of_ours_is_refused_and_escape_keeps_nothing(opened: Opened) -> None:
    me, _tester = begun(opened)
    before = [view.title for view in me.page.views.store.views()]
    me.page.views.save_as.trigger()
    dialog = me.page.window().findChild(ViewDialog)
    assert dialog is not None
    dialog.name.setText("Tracking")
    me.bot.keyClick(dialog.name, KEY.Key_Return)
    assert dialog.isVisible()
    dialog.name.setText("Other")
    me.bot.keyClick(dialog, KEY.Key_Escape)
    read_all(me)
    assert [view.title for view in me.page.views.store.views()] == before


def test_the_last_view_is_there_again(opened: Opened, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    me, _tester = begun(opened)
    me.page.take_settings(settings)
    choose(me, "Float and logic")
    me.page.row_actions.parts["critical"].trigger()
    state = json.loads(json.dumps(me.page.save_state()))
    again = opened()
    again.page.take_settings(Settings(tmp_path / "settings.json"))
    again.page.restore_state(state)
    assert button_text(again) == "Float and logic (changed)"
    assert rows(again) == rows(me)
    assert shown_keys(again) == shown_keys(me)
    again.page.views.reset.trigger()
    assert rows(again) == list(again.project.outline.order)


def test_own_views_belong_to_the_person(opened: Opened, tmp_path: Path) -> None:
    me, _tester = begun(opened)
    me.page.take_settings(Settings(tmp_path / "settings.json"))
    me.page.views.save_under("Mine")
    other = opened()
    other.page.take_settings(Settings(tmp_path / "settings.json"))
    choose(other, "Mine")
    assert button_text(other) == "Mine"


DAMAGED: list[Any] = [
    [], "x", 7, None, {"a": 1}, {"a": {"name": 3, "state": {}}}, {"a": {"name": "A", "state": []}},
    {"tracking": {"state": {"columns": "no", "rows": {"sort": [[1, 2]], "filter": [["name"]], "groups": [[]]}}}},
    {"planning": {"state": {"columns": [["name", -5], ["gone", 9], [[], 1]], "options": 5, "folds": [], "wrapped": 0}}},
    {"a": {"name": "A" * 5000, "state": {"rows": {"filter": [["start", "before", "someday"]] * 99}}}},
    {"a": {"name": "A", "state": {"rows": {"filter": [["gone", "is", "x"], ["", "gone", ""]], "flat": 3}}}},
]  # fmt: skip


@pytest.mark.parametrize("damaged", DAMAGED, ids=str)
def test_damaged_settings_never_keep_the_plan_from_opening(opened: Opened, tmp_path: Path, damaged: Any) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.keep(PLAN_VIEWS, damaged)
    me, _tester = begun(opened)
    me.page.take_settings(settings)
    me.page.restore_state({"view": "a", "rows": damaged, "columns": damaged})
    for view in me.page.views.store.views():
        me.page.views.choose(view.id)
        assert "name" in shown_keys(me)
        assert len(rows(me)) > 0
    assert {view.id for view in ViewStore(settings).views()} >= set(OURS)


def test_every_part_of_our_views_is_known() -> None:
    for title, state in OURS.values():
        made = completed(state)
        for part, wanted in state.items():
            if part in {"options", "rows"}:
                assert made[part] == made[part] | wanted, title
            else:
                assert made[part] == wanted, title
