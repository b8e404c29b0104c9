"""Which rows of the plan are shown, and in what order: by keys and mouse on the real page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan.find_strip import FindStrip
from tests.journeys.visible import clipped
from tests.plan_window import CTRL, SHIFT, Person, english, opened
from tests.plans import snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
LOOKS = [(ENGLISH, 1.0), (ENGLISH, 2.0), (CHINESE, 1.0), (CHINESE, 2.0)]


@pytest.fixture(params=LOOKS, ids=str)
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language; texts have their usual or their double size."""
    language, size = request.param
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * size)
    qapp.setFont(large)
    yield language
    qapp.setFont(usual)


def begun(opened: Opened, language: str = ENGLISH) -> tuple[Person, QAbstractItemModelTester]:
    """A person at the page, and who watches the model."""
    set_language(language)
    me = opened()
    tester = QAbstractItemModelTester(me.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    me.select("brief")
    return me, tester


def words_typed(me: Person, text: str) -> None:
    """Type into whatever line has the keys."""
    for letter in text:
        me.bot.keyClicks(QApplication.focusWidget(), letter)
    read_all(me)


def read_all(me: Person) -> None:
    for _ in range(20):
        QApplication.processEvents()


def strip(me: Person) -> FindStrip:
    return me.page.find_strip


def current(me: Person) -> tuple[str, str]:
    """The task and the column where one is."""
    column = me.grid.currentIndex().column()
    return me.grid.current_id(), next(key for key, number in NUMBER_OF.items() if number == column)


# -- find -----------------------------------------------------------------------------------------


def test_ctrl_f_goes_to_the_first_hit_with_every_letter(opened: Opened, look: str) -> None:
    me, _tester = begun(opened, look)
    before = snapshot(me.project)
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "COLLECT")
    assert current(me) == ("wishes", "name")  # of “Collect wishes” and “Collect offers” the first
    assert strip(me).hits == ["wishes", "offers"]
    assert strip(me).count.text() in ("1 of 2", "1 / 2")
    words_typed(me, " o")
    assert current(me) == ("offers", "name")
    assert clipped(me.page) == []
    me.key(KEY.Key_Escape)
    assert strip(me).isHidden()
    assert current(me) == ("brief", "name")  # where one was
    assert me.grid.hasFocus()
    assert snapshot(me.project) == before


def test_f3_steps_on_and_round_and_what_was_stepped_to_stays(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "collect")
    me.key(KEY.Key_F3)
    assert current(me)[0] == "offers"
    me.key(KEY.Key_F3)
    assert current(me)[0] == "wishes"
    me.key(KEY.Key_F3, SHIFT)
    assert current(me)[0] == "offers"
    me.key(KEY.Key_Escape)
    assert current(me)[0] == "offers"
    me.key(KEY.Key_F3)  # the strip is closed, what was looked for last is known
    assert current(me)[0] == "wishes"
    assert strip(me).isHidden()


def test_what_lies_in_closed_summaries_is_found_and_opened(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.page.collapse_all()
    me.select("brief")
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "drive")
    assert current(me)[0] == "drive"
    assert me.row("pack") >= 0
    me.key(KEY.Key_Escape)
    assert me.row("drive") == -1  # Escape leaves no trace
    me.key(KEY.Key_F, CTRL)
    me.key(KEY.Key_Return)
    assert current(me)[0] == "drive"
    me.key(KEY.Key_Escape)
    assert me.row("drive") >= 0


def test_cells_of_shown_columns_and_notes_are_searched_without_regard_to_width(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.workspace.do(SetFields("task", ("light",), {"notes": "Ask the ＬＥＤ dealer"}))
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "led d")
    assert current(me) == ("light", "name")  # notes have no column here: the name is shown
    strip(me).line.selectAll()
    words_typed(me, "2026-06-01")
    assert current(me) == ("brief", "start")
    assert strip(me).hits == ["brief", "survey", "wishes"]  # all three start on the first day
    strip(me).line.selectAll()
    words_typed(me, "nothing like it")
    assert strip(me).hits == []
    assert strip(me).count.text() == "Not found"


def test_an_edit_changes_what_is_found(opened: Opened) -> None:
    me, _tester = begun(opened)
    me.key(KEY.Key_F, CTRL)
    words_typed(me, "pack")
    assert strip(me).hits == ["pack"]
    me.key(KEY.Key_Down)  # into the grid, the strip stays
    assert me.grid.hasFocus()
    me.workspace.do(SetFields("task", ("plan",), {"name": "Package plan"}))
    me.bot.waitUntil(lambda: strip(me).hits == ["plan", "pack"], timeout=3000)
    me.key(KEY.Key_Escape)
    assert current(me)[0] == "pack"
