"""Links are drawn, changed at their line, and made by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import plan as commands
from desktop.domain.plan import Dependency
from desktop.i18n import CHINESE, ENGLISH, set_language
from tests.journeys.visible import clipped
from tests.journeys.visible import english as english_words
from tests.plan_hands import large, on, steps
from tests.plan_window import ALT, CTRL, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "large", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key

# -- links --------------------------------------------------------------------------------------------


def draw_link(me: Person) -> str:
    """From the finish of the survey to the start of the lighting; the id of the link."""
    me.drag(me.finish_handle("survey"), me.start_edge("light"))
    return next(each.id for each in me.project.predecessors("light") if each.predecessor == "survey")


def place_on(me: Person, link: str) -> QPointF:
    """A point on the line of a link, on its last level stretch."""
    me.page.grab()
    line = next(each for each in me.chart.frame.lines if each.ref == f"dependency/{link}")
    (ax, ay), (bx, _) = line.points[-2:]
    return QPointF((ax + bx) / 2, ay)


def test_a_drawn_link_offers_type_and_lag_and_stays_one_step(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)
    draw_link(me)
    sheet = me.chart.link_strip
    assert sheet.isVisible()
    assert sheet.text.text() == "Survey the old office → Lighting"
    assert me.chart.hasFocus()  # drawing goes on; Enter leads into the sheet
    me.key(KEY.Key_Return, to=me.chart)
    assert sheet.lag.hasFocus()
    me.bot.keyClicks(sheet.lag, "12d")
    # The survey ends on Wednesday 06-03; twelve working days later, on 06-22, the lighting could begin.
    assert me.bar("light").left == me.chart.frame.x(on(6, 22))
    assert me.dates("light").start == on(6, 11)
    me.page.grab()
    me.key(KEY.Key_Return, to=sheet.lag)
    assert not sheet.isVisible() and me.chart.hasFocus()
    assert me.dates("light").start == on(6, 22)
    assert steps(me) == 1
    me.workspace.undo()
    assert snapshot(me.project) == before
    me.workspace.redo()
    assert me.dates("light").start == on(6, 22)


def test_escape_leaves_the_link_as_it_was_drawn(opened: Opened) -> None:
    me = opened()
    draw_link(me)
    after = snapshot(me.project)
    sheet = me.chart.link_strip
    sheet.take_keys()
    me.bot.keyClicks(sheet.lag, "12d")
    me.key(KEY.Key_Escape, to=sheet.lag)
    assert not sheet.isVisible()
    assert me.bar("light").left == me.chart.frame.x(on(6, 11))
    assert snapshot(me.project) == after


def test_a_double_click_on_a_line_opens_its_sheet(opened: Opened) -> None:
    me = opened()
    link = draw_link(me)
    at = place_on(me, link)
    me.press(at)
    me.release(at)
    assert me.chart.selected_link == link
    assert not me.chart.link_strip.isVisible()
    me.mouse(QEvent.Type.MouseButtonDblClick, at)
    sheet = me.chart.link_strip
    assert sheet.isVisible() and sheet.lag.hasFocus()
    me.key(KEY.Key_Backtab, to=sheet.lag)
    assert sheet.type.hasFocus()
    sheet.type.setCurrentIndex(sheet.type.findData("FF"))
    me.key(KEY.Key_Return, to=sheet.type)
    assert ("survey", "light", "FF") in me.links()
    assert steps(me) == 2  # drawn before, changed now
    sheet.show_link(link)
    sheet.remove_button.click()
    assert ("survey", "light", "FF") not in me.links()
    assert steps(me) == 3


def test_what_was_entered_is_kept_when_the_hand_goes_elsewhere_and_a_bad_lag_is_told(opened: Opened) -> None:
    me = opened()
    draw_link(me)
    sheet = me.chart.link_strip
    sheet.take_keys()
    me.bot.keyClicks(sheet.lag, "12 moons")
    assert "12 moons" in sheet.problem.text()
    me.key(KEY.Key_Return, to=sheet.lag)
    assert sheet.isVisible()
    sheet.lag.selectAll()
    me.bot.keyClicks(sheet.lag, "1d")
    assert not sheet.problem.isVisible()
    paper = QPointF(me.chart.viewport().width() - 5, 5)
    me.press(paper)
    me.release(paper)
    assert not sheet.isVisible()
    assert next(each.lag for each in me.project.predecessors("light") if each.predecessor == "survey") == DAY


def test_a_drawn_link_is_removed_as_if_it_had_never_been(opened: Opened) -> None:
    me = opened()
    draw_link(me)
    me.chart.link_strip.remove_button.click()
    assert not steps(me)
    draw_link(me)
    me.key(KEY.Key_Delete, to=me.chart)  # the selected link, by its key
    assert ("survey", "light", "FS") not in me.links()


def test_a_link_by_keys_and_a_circle_that_is_told_before_it_is_made(opened: Opened) -> None:
    me = opened()
    me.select("light")
    me.key(KEY.Key_K, CTRL | ALT, to=me.grid)
    sheet = me.chart.link_strip
    assert sheet.text.text() == "Floor plan → Lighting"
    me.bot.keyClicks(sheet.lag, "50%")
    me.key(KEY.Key_Return, to=sheet.lag)
    assert me.project.get(Dependency, "plan-light").lag_percent == 50
    me.workspace.do(commands.AddTask("Alone", "open", fields={"id": "alone"}))
    me.select("alone")
    me.chart.select_link("")
    me.key(KEY.Key_K, CTRL | ALT, to=me.grid)
    assert [refusal.code for refusal in me.refusals] == ["no_link"]
    start, end = me.finish_handle("light"), me.start_edge("plan")
    me.press(start)
    me.move(end)
    gesture = me.chart.gesture
    assert gesture is not None and "Floor plan → Lighting → Floor plan" in gesture.tip()[-1]
    me.key(KEY.Key_Escape, to=me.chart)


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_sheet_of_a_link_is_readable_in_large_text(opened: Opened, large: None, language: str) -> None:
    set_language(language)
    me = opened()
    me.page.resize(1280, 720)
    QApplication.processEvents()
    sheet = me.chart.link_strip
    sheet.show_link("plan-light")
    me.bot.keyClicks(sheet.lag, "9 moons")
    assert not clipped(sheet)
    assert me.chart.viewport().geometry().contains(sheet.geometry())
    for part in (sheet.type, sheet.lag, sheet.problem, sheet.apply_button, sheet.remove_button):
        assert sheet.rect().contains(part.geometry())
    if language == CHINESE:
        assert not english_words(sheet, frozenset({"Lighting", "Floor", "plan", "moons"}))
