"""The page around grid and chart: columns, layout, menus, panel, languages, text sizes."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QToolButton

from desktop.app.dressing import FAMILY, FONTS
from desktop.charts.gantt_options import NAME_TEXT
from desktop.charts.shapes import Text
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Baseline, Task
from desktop.i18n import CHINESE, ENGLISH, RESOURCES, set_language
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.views.plan.baseline_dialog import BaselineDialog
from desktop.views.plan.completer import NamesCompleter
from tests.journeys.visible import english as english_texts
from tests.plan_window import ALT, CTRL, SHIFT, Person
from tests.plans import DAY, snapshot

Opened = Callable[..., Person]
KEY = Qt.Key
KEY_NAMES = ("Left", "Right", "Up", "Down", "Return", "Anna")
HOSTILE = ("<b>bold</b>", "R&D <10 days", '=HYPERLINK("http://x")', "😀" * 40, "a" * 50_000, "&Ampersand", "{n} %s")


# -- columns and layout ---------------------------------------------------------------------------


def test_columns_are_chosen_in_the_header(opened: Opened) -> None:
    me = opened()
    first = [key for key, _ in me.grid.shown_columns()]
    assert first == [column.key for column in COLUMNS if column.shown]
    menu = me.grid.make_column_menu()
    parts = [action.menu() for action in menu.actions() if action.menu()]
    actions = {action.data(): action for part in parts for action in part.actions()}
    assert actions.keys() == NUMBER_OF.keys()
    actions["owner"].trigger()
    actions["resources"].trigger()
    shown = [key for key, _ in me.grid.shown_columns()]
    assert "owner" in shown
    assert "resources" not in shown
    assert not actions["name"].isEnabled()
    me.page.column_actions.reset.trigger()
    assert [key for key, _ in me.grid.shown_columns()] == first


def test_the_layout_is_remembered(opened: Opened) -> None:
    me = opened()
    me.grid.show_columns([("name", 240), ("finish", 0), ("owner", 130)])
    me.page.model.toggle("design")
    me.page.plan_actions.look.switches["total_float"].trigger()
    me.page.plan_actions.details.trigger()
    me.page.work.setSizes([400, 600])
    me.chart.zoom(2)
    state = json.loads(json.dumps(me.page.save_state()))
    other = opened()
    other.page.restore_state(state)
    again = other.page.save_state()
    for key in ("columns", "closed", "options", "details", "scale", "start"):
        assert again[key] == state[key], key
    assert again["columns"][0] == ["name", 240]  # type: ignore[index]
    assert other.chart.options.total_float
    assert not other.page.panel.isHidden()


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"columns": "none", "work": [1], "splitter": ["a", -5], "closed": 7, "scale": "x", "start": [], "options": 1},
        {"columns": [["name"], ["name", 1e9], [5, 5], ["nobody", 10]], "closed": [1, "nobody"]},
        {"options": {"label": "loud", "label_left": 3, "baselines": [1]}},
        {"options": {"baselines": "all", "links": None}},
        {"scale": float("nan"), "start": "2026-06-01T00:00:00"},
        {"scale": 1e12, "start": "9999-12-31T00:00:00", "current": "nobody", "details": "yes"},
        {"scale": 5, "start": "2026-06-01T00:00:00+08:00", "options": {"critical": "no", "hack": True}},
    ],
)
def test_a_damaged_layout_does_no_harm(opened: Opened, state: dict[str, Any]) -> None:
    me = opened()
    me.page.restore_state(state)
    assert "name" in [key for key, _ in me.grid.shown_columns()]
    me.page.grab()


# -- menus ----------------------------------------------------------------------------------------


def test_no_two_actions_share_a_key(opened: Opened) -> None:
    me = opened()
    keys: Counter[str] = Counter()
    for _, actions in me.page.menus():
        for action in actions:
            if action is not None:
                keys.update({key.toString() for key in action.shortcuts()})
    assert [key for key, count in keys.items() if count > 1] == []
    assert keys


def test_actions_are_enabled_where_they_can_do_something(opened: Opened) -> None:
    me = opened()
    actions = me.page.plan_actions
    me.grid.clearSelection()
    me.grid.setCurrentIndex(me.page.model.index(-1, -1))
    assert not actions.delete.isEnabled()
    assert not actions.link.isEnabled()
    assert actions.add_below.isEnabled()
    me.select("plan")
    assert actions.delete.isEnabled()
    assert not actions.link.isEnabled()
    me.select("plan", "light")
    assert actions.link.isEnabled()


def test_toggles_change_what_the_chart_shows(opened: Opened) -> None:
    me = opened()
    for action in me.page.plan_actions.look.switches.values():
        before = getattr(me.chart.options, action.data())
        action.trigger()
        assert getattr(me.chart.options, action.data()) is not before
        me.page.grab()
    label = next(a for a in me.page.plan_actions.look.texts["label"].menu().actions() if a.data() == NAME_TEXT)
    label.trigger()
    me.page.grab()
    assert me.chart.options.label == NAME_TEXT


def test_progress_from_the_menu(opened: Opened) -> None:
    me = opened()
    me.select("survey", "wishes")
    half = next(a for a in me.page.plan_actions.hands.progress.menu().actions() if a.data() == 50)
    half.trigger()
    assert [me.task(each).percent_complete for each in ("survey", "wishes")] == [50, 50]
    assert len(me.workspace.session.undo_steps) == 1


def test_scheduling_by_hand_and_back(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.page.plan_actions.by_hand.trigger()
    assert me.task("light").mode == "manual"
    me.select("plan")
    assert not me.page.plan_actions.by_hand.isChecked()
    me.select("light")
    assert me.page.plan_actions.by_hand.isChecked()
    me.page.plan_actions.by_hand.trigger()
    assert me.task("light").mode == "auto"


def test_opening_and_closing_summaries(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_Minus, ALT | SHIFT)
    assert me.row("light") == -1
    assert me.grid.current_id() == "design"
    me.key(KEY.Key_Equal, ALT | SHIFT)
    assert me.row("light") > 0
    me.page.plan_actions.collapse_all.trigger()
    assert len(me.page.model.ids) == 3
    me.page.plan_actions.expand_all.trigger()
    assert len(me.page.model.ids) == 12


def test_a_click_on_the_triangle_closes(opened: Opened) -> None:
    me = opened()
    rect = me.grid.visualRect(me.page.model.index(0, NUMBER_OF["name"]))
    at = QPoint(rect.left() + me.grid.metrics.line // 3 + me.grid.metrics.indent // 2, rect.center().y())
    assert me.grid.hand.triangle_at(at) == 0
    me.bot.mouseClick(me.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert me.page.model.facts(0).closed


def test_a_baseline_is_captured_by_name(opened: Opened) -> None:
    me = opened()
    me.page.plan_actions.baseline.trigger()
    (dialog,) = me.page.findChildren(BaselineDialog)
    assert dialog.name.text() == "Baseline 1, 2026-06-03"
    dialog.name.setText("  ")
    dialog.accept()
    assert [refusal.code for refusal in me.refusals] == ["required"]
    assert dialog.isVisible()
    dialog.name.setText("Agreed with the client")
    (box,) = dialog.findChildren(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Ok).click()
    (baseline,) = me.project.table(Baseline).values()
    assert baseline.name == "Agreed with the client"
    me.page.grab()


# -- panel and links from elsewhere ---------------------------------------------------------------


def test_the_panel_follows_the_current_task_and_its_dates(opened: Opened) -> None:
    me = opened()
    me.select("plan")
    me.key(KEY.Key_F2, SHIFT)
    assert me.page.panel.identity == "plan"
    assert "2026-06-04 – 2026-06-10" in me.page.panel.computed.text()
    assert "critical" in me.page.panel.computed.text()
    me.select("light")
    assert me.page.panel.identity == "light"
    me.workspace.do(commands.SetDuration(("light",), 3 * DAY))
    assert "2026-06-11 – 2026-06-15" in me.page.panel.computed.text()
    me.key(KEY.Key_F2, SHIFT, to=me.grid)  # into the panel
    me.key(KEY.Key_F2, SHIFT)  # and out of it
    assert me.page.panel.isHidden()
    assert me.grid.hasFocus()


def test_a_double_click_on_a_bar_opens_the_panel(opened: Opened) -> None:
    me = opened()
    me.bot.mouseDClick(me.chart.viewport(), Qt.MouseButton.LeftButton, pos=me.body("pack").toPoint())
    assert not me.page.panel.isHidden()
    assert me.page.panel.identity == "pack"


def test_a_record_is_revealed_wherever_it_is(opened: Opened) -> None:
    me = opened()
    me.page.model.set_all_closed(True)
    assert me.page.reveal("light")
    assert me.grid.current_id() == "light"
    assert me.page.reveal("pack-drive")
    assert (me.grid.current_id(), me.chart.selected_link) == ("drive", "pack-drive")
    assert not me.page.reveal("nobody")


# -- languages, sizes, texts ----------------------------------------------------------------------


@pytest.fixture
def usual(qapp: QApplication) -> Iterator[None]:
    """The program's own letters, whatever letters other tests have left behind."""
    before = QFont(qapp.font())
    for name in FONTS:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
    qapp.setFont(QFont(FAMILY, 10))
    yield
    qapp.setFont(before)


@pytest.fixture
def large(qapp: QApplication, usual: None) -> None:
    qapp.setFont(QFont(FAMILY, 20))


def chart_texts_fit(me: Person) -> None:
    """Every text of the header and beside bars has the height it needs."""
    measure = QFontMetrics(me.chart.font())
    for shape in me.chart.frame.scene(me.chart.viewport().width(), me.chart.viewport().height()).shapes:
        if isinstance(shape, Text):
            assert shape.height >= measure.height() * 0.92
    assert me.grid.metrics.row >= measure.height() + 6
    assert me.chart.header.height() >= 2 * measure.height()


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_nothing_is_clipped_at_the_usual_size(opened: Opened, language: str, usual: None) -> None:
    set_language(language)
    me = opened()
    chart_texts_fit(me)
    headings_fit(me)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_nothing_is_clipped_at_twice_the_size(opened: Opened, language: str, large: None) -> None:
    set_language(language)
    me = opened()
    chart_texts_fit(me)
    headings_fit(me)
    me.select("light")
    me.type("x")
    editor = me.editor()
    assert editor is not None
    assert editor.height() >= editor.fontMetrics().height()


def headings_fit(me: Person) -> None:
    measure = me.grid.horizontalHeader().fontMetrics()
    for number, column in enumerate(COLUMNS):
        if not me.grid.isColumnHidden(number):
            title = str(me.page.model.headerData(number, Qt.Orientation.Horizontal))
            room = QRect(0, 0, me.grid.columnWidth(number) - 12, me.grid.metrics.header - 5)
            flags = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft).value)
            needed = measure.boundingRect(room, flags, title)
            assert needed.width() <= room.width() + 1 and needed.height() <= room.height() + 1, column.key


def test_dates_and_durations_fit_their_first_columns(opened: Opened) -> None:
    me = opened()
    measure = QFontMetrics(me.grid.font())
    for key in ("wbs", "duration", "start", "finish", "percent_complete", "total_float"):
        number = NUMBER_OF[key]
        room = me.grid.columnWidth(number) - 2 * (me.grid.metrics.line // 3)
        for row in range(me.page.model.rowCount()):
            assert measure.horizontalAdvance(me.page.model.text(row, number)) <= room, key


def test_no_english_is_left_in_the_chinese_page(opened: Opened) -> None:
    set_language(CHINESE)
    me = opened()
    names = {word for task in me.project.table(Task).values() for word in task.name.split()}
    left = [
        (where, text)
        for where, text in english_texts(me.page, frozenset({*names, *KEY_NAMES}))
        if not where.startswith("LineEditor") and text not in names
    ]
    assert not left
    for title, actions in me.page.menus():
        for named in (title, *(action.text() for action in actions if action)):
            text = re.sub(r"\(&\w\)", "", named)  # letters for the Alt key are the same in both languages
            assert not any("a" <= letter <= "z" for letter in text.lower().replace("wbs", "")), text


def test_every_tool_has_a_name_and_a_tip(opened: Opened) -> None:
    me = opened()
    tools = [button for button in me.page.findChildren(QToolButton) if button.defaultAction() is not None]
    assert len(tools) > 10
    for button in tools:
        assert button.defaultAction().text()
        assert button.toolTip()


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_any_text_is_shown_as_it_is(opened: Opened, text: str) -> None:
    me = opened()
    assert me.workspace.do(SetFields("task", ("light",), {"name": text, "notes": text}))
    me.page.plan_actions.look.texts["label"].menu().actions()[0].trigger()
    me.select("light")
    me.page.plan_actions.details.trigger()
    me.page.grab()
    assert me.page.model.text(me.row("light"), NUMBER_OF["name"]) == text
    me.press(me.body("light"))
    me.move(me.body("light") + me.body("plan") - me.body("offers"))
    me.page.grab()
    me.key(KEY.Key_Escape, to=me.chart)
    index = me.page.model.index(me.row("light"), NUMBER_OF["name"])
    assert "<b>bold" not in me.page.model.data(index, int(Qt.ItemDataRole.ToolTipRole))


# -- typing ---------------------------------------------------------------------------------------


def test_names_are_completed_one_after_the_other(opened: Opened) -> None:
    me = opened()
    me.select("light", column="resources")
    me.key(KEY.Key_F2)
    editor = me.editor()
    assert editor is not None
    completer = editor.completer()
    assert isinstance(completer, NamesCompleter)
    assert completer.splitPath("Anna; an") == ["an"]
    completer.setCompletionPrefix("an")
    editor.setText("Bob; an")
    assert completer.pathFromIndex(completer.model().index(0, 0)) == "Bob; Anna"
    editor.clear()
    me.bot.keyClicks(editor, "nn")
    popup = completer.popup()
    assert popup.isVisible()
    me.bot.keyClick(popup, KEY.Key_Down)
    me.bot.keyClick(popup, KEY.Key_Return)
    assert editor.text() == "Anna"
    me.key(KEY.Key_Return)
    assert me.page.model.text(me.row("light"), NUMBER_OF["resources"]) == "Anna"


def test_tab_moves_to_the_right_and_enter_down(opened: Opened) -> None:
    me = opened()
    me.select("plan", column="duration")
    me.type("6")
    me.key(KEY.Key_Tab)
    assert me.task("plan").duration == 6 * DAY
    assert me.grid.currentIndex().column() == NUMBER_OF["start"]
    me.type("2026-06-09")
    me.key(KEY.Key_Return)
    assert me.task("plan").constraint_date == dt.datetime(2026, 6, 9, 8)
    assert me.grid.current_id() == "light"


def test_derived_cells_and_cells_of_a_summary_open_no_editor(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    for identity, column in (("plan", "total_float"), ("design", "duration"), ("design", "percent_complete")):
        me.select(identity, column=column)
        me.type("5")
        assert me.editor() is None, column
    assert snapshot(me.project) == before


def test_stored_fields_have_the_editors_of_their_kind(opened: Opened) -> None:
    me = opened()
    me.grid.show_columns([("name", 0), ("constraint", 0), ("active", 0)])
    me.select("plan", column="constraint")
    me.key(KEY.Key_F2)
    editor = me.grid.delegate.editor
    assert editor is not None
    assert type(editor).__name__ == "ChoiceEditor"
    me.key(KEY.Key_Escape, to=editor)
    assert me.grid.delegate.editor is None


def test_a_selection_of_many_rows_keeps_the_keys_quick(opened: Opened) -> None:
    me = opened()
    me.key(KEY.Key_A, CTRL, to=me.grid)
    assert len(me.grid.selected_ids()) == 12
    me.page.plan_actions.delete.trigger()
    assert not me.project.table(Task)
    me.workspace.undo()
    assert len(me.project.table(Task)) == 12
