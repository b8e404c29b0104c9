"""Help on mouse and keys, hits that the grid does not show, dates before the start, the first look at a new plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.i18n import CHINESE, ENGLISH, tr, words
from desktop.views.mouse_and_keys import MouseAndKeys
from desktop.views.plan.gesture_list import SECTIONS, commands
from desktop.views.plan.hit_line import excerpt
from desktop.views.settings import LANGUAGE, TEXT_SIZE
from desktop.views.shortcuts import keys_of, listed
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_window import Person, english, me, opened
from tests.plans import MONDAY

__all__ = ["english", "me", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key


# -- mouse and keys -------------------------------------------------------------------------------


def test_every_gesture_of_the_help_names_commands_that_there_are(me: Person) -> None:
    known = commands(me.page)
    named = {name for _, lines in SECTIONS for _, _, names in lines for name in names}
    assert named <= set(known)
    groups = list(me.page.gestures())
    assert [group.title for group in groups] == [tr(title) for title, _ in SECTIONS]
    assert all(hand and effect for group in groups for hand, effect, _ in group.lines)


@pytest.mark.parametrize(("language", "size"), [(ENGLISH, 100), (CHINESE, 200)])
def test_f1_tells_what_mouse_and_keys_do(program: Application, qtbot: QtBot, language: str, size: int) -> None:
    program.settings.keep_all({LANGUAGE: language, TEXT_SIZE: size})
    program.dress()
    window = program.new_window()
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.open_sample()
    qtbot.waitUntil(lambda: window.view is not None, timeout=30_000)
    window.go_to("plan")
    QApplication.processEvents()
    qtbot.keyClick(window, KEY.Key_F1)
    (dialog,) = [one for one in window.findChildren(MouseAndKeys) if one.isVisible()]
    QApplication.processEvents()
    assert not clipped(dialog)
    if language == CHINESE:
        assert not english_words(dialog)
    said = dialog.text.toPlainText()
    for gesture in ("Drag a bar sideways", "Pull the square at the corner of a selection", "Ctrl and the wheel"):
        assert tr(gesture) in said
    earlier = keys_of(window.view.page.plan_actions.hands.earlier)  # type: ignore[union-attr]
    assert earlier and earlier in said  # the key that does the same, as the command has it
    keys = {keys for _, _, keys in listed(window)}
    assert all(each.split("   ")[0] in said for each in keys)
    dialog.search.setText(tr("Drag a bar sideways"))
    found = dialog.text.toPlainText()
    assert tr("Drag a bar sideways") in found and tr("Ctrl and the wheel") not in found
    dialog.search.setText("xyzzy")
    assert dialog.text.toPlainText().strip() == tr("Not found")
    qtbot.keyClick(dialog, KEY.Key_Escape)
    assert not [one for one in window.findChildren(MouseAndKeys) if one.isVisible()]


def test_no_command_lists_keys_that_keyboards_do_not_have(program: Application, qtbot: QtBot) -> None:
    window = program.new_window()
    said = [key.toString() for key in window.menus.undo.shortcuts()]
    assert "Ctrl+Z" in said and not [key for key in said if key in {f"F{n}" for n in range(13, 36)}]


# -- finding --------------------------------------------------------------------------------------


def find(me: Person, text: str) -> str:
    """Type into the find line; what is said of a hit that the grid does not show."""
    me.page.find_strip.begin()
    me.page.find_strip.line.clear()
    me.bot.keyClicks(me.page.find_strip.line, text)
    for _ in range(20):
        QApplication.processEvents()
    return me.page.find_strip.where.text


def test_a_hit_in_a_note_is_told_beside_the_count(me: Person) -> None:
    me.workspace.do(SetFields("task", ("light",), {"notes": "Ask the electrician about dimmers"}))
    assert find(me, "electrician") == f"{tr('Notes')}: Ask the electrician about dimmers"
    assert me.grid.current_id() == "light"
    assert find(me, "Floor") == ""  # that one is seen


def test_a_hit_in_the_end_of_a_long_name_is_told(me: Person) -> None:
    me.workspace.do(SetFields("task", ("light",), {"name": "Lamps " * 30 + "and a chandelier"}))
    said = find(me, "chandelier")
    assert "chandelier" in said and said.startswith(f"{tr('Task name')}: …")
    place = me.page.find_strip.where
    assert place.width() > 100 and place.isVisible()
    me.key(KEY.Key_Escape, to=me.page.find_strip.line)
    assert me.page.find_strip.isHidden()


def test_a_cell_wider_than_the_grid_shows_its_beginning(me: Person) -> None:
    me.grid.setColumnWidth(me.page.model.index(0, 0).column(), 60)
    name = next(number for number in me.grid.visible_columns() if me.page.model.headerData(
        number, Qt.Orientation.Horizontal) == tr("Task name"))  # fmt: skip
    me.grid.setColumnWidth(name, me.grid.viewport().width() + 200)
    me.grid.select_id("light", name)
    assert me.grid.visualRect(me.grid.currentIndex()).left() == me.grid.frozen.width


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Ask the man", "MAN", ("Ask the ", "man", "")),
        ("one  two\nthree", "two three", ("one ", "two three", "")),
        ("x" * 30 + "hit" + "y" * 70, "hit", ("…" + "x" * 24, "hit", "y" * 60 + "…")),
        ("nothing", "hit", None),
        ("anything", " ", None),
    ],
)
def test_excerpts(text: str, wanted: str, found: tuple[str, str, str] | None) -> None:
    assert excerpt(text, wanted) == found


# -- dates before the start -----------------------------------------------------------------------


def test_a_date_before_the_project_start_is_taken_and_said(me: Person, qtbot: QtBot) -> None:
    said: list[str] = []
    me.page.said.connect(said.append)
    me.set_cell("survey", "start", "2025-10-01")
    QApplication.processEvents()
    expected = (
        "“Survey the old office”：2025-10-01 早于项目开始日期 2026-06-01，日期已录入。"
        if words().is_chinese
        else "“Survey the old office”: 2025-10-01 lies before the project start, 2026-06-01. The date was taken."
    )
    assert said[-1] == expected
    count = len(said)
    me.workspace.undo()
    me.set_cell("survey", "start", "2026-06-02")
    QApplication.processEvents()
    assert said[count:] == []


# -- the first look -------------------------------------------------------------------------------


def test_the_first_look_at_a_plan_of_one_day_shows_two_weeks(opened: Opened) -> None:
    task = Task(id="t", number=1, name="First", rank=1, duration=480)
    me = opened(Project([ProjectProfile(id="p", number=1, name="New", start=MONDAY), task]))
    QApplication.processEvents()
    chart = me.chart
    shown = chart.viewport().width() / chart.scale.scale
    assert shown == pytest.approx(14)
    assert chart.scale.start <= MONDAY <= chart.scale.start + dt.timedelta(days=2)
    me.page.plan_actions.fit.trigger()  # whoever asks for the hours sees them
    assert chart.viewport().width() / chart.scale.scale < 14
