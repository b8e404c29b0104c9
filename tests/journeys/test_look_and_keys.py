"""After another language, other colours or another size of text the keys do what they did, once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import SetDuration
from desktop.i18n import CHINESE, ENGLISH
from desktop.views.corner import Corner
from desktop.views.plan import PlanPage
from desktop.views.settings import LANGUAGE
from tests.shell import window_in


def test_undo_by_key_in_a_low_window_after_a_change_of_language(program: Application, qtbot: QtBot) -> None:
    window = window_in(program, qtbot, ENGLISH, 200)  # so low for its letters that the tools stand beside the menus
    window.open_sample()
    qtbot.waitUntil(lambda: window.workspace is not None)
    window.go_to("plan")
    old = window.menus
    window.look.choose(LANGUAGE, CHINESE)
    qtbot.waitUntil(lambda: window.menus is not old)
    qtbot.wait(20)
    assert len(window.menuBar().findChildren(Corner)) == 1
    assert window.view is not None and window.workspace is not None
    page = window.view.show_page("plan")
    assert isinstance(page, PlanPage)
    project = window.workspace.project
    leaf = next(each for each in project.outline.order if not project.is_summary(each))
    assert window.workspace.do(SetDuration((leaf,), 9 * 480))
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.workspace.session.undo_steps
