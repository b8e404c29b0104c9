"""A window with large letters on a small screen: every page has the room it needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.i18n import CHINESE, ENGLISH
from desktop.views.main_window import MainWindow
from desktop.views.pages import ENTRIES
from desktop.views.reports import ReportsPage
from desktop.views.reports.outgoing import RecordButton
from tests.shell import window_in

SCREEN = QSize(1280, 720)
LANGUAGES = (ENGLISH, CHINESE)


def opened(program: Application, qtbot: QtBot, language: str, size: int) -> MainWindow:
    made = window_in(program, qtbot, language, size)
    made.open_sample()
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_makes_the_window_larger_than_the_screen(program: Application, qtbot: QtBot, language: str) -> None:
    window = opened(program, qtbot, language, 200)
    for entry in ENTRIES:
        if entry is not None:
            window.go_to(entry.key)
            settle()
            needed = window.minimumSizeHint()
            assert (needed.width() <= SCREEN.width(), needed.height() <= SCREEN.height()) == (True, True), entry.key
            assert window.size() == SCREEN, entry.key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [100, 200])
def test_what_a_report_is_doing_is_said_without_widening_the_window(
    program: Application, qtbot: QtBot, language: str, size: int
) -> None:
    window = opened(program, qtbot, language, size)
    window.go_to("reports")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ReportsPage)
    page.waiting.show()
    page._printed_out("This computer knows no printer. Save the pages as PDF to print them elsewhere.", False)
    settle()
    assert window.size() == SCREEN
    for said in (page.waiting.stop, page._done):
        corner = said.mapTo(window, QPoint(said.width() - 1, said.height() - 1))
        assert window.rect().contains(corner) and not said.visibleRegion().isEmpty()


def test_what_goes_out_is_not_cut_by_its_scroll_bar(program: Application, qtbot: QtBot) -> None:
    window = opened(program, qtbot, ENGLISH, 200)
    window.go_to("reports")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ReportsPage)
    qtbot.waitUntil(lambda: bool(page.outgoing.findChildren(RecordButton)), timeout=20_000)
    settle()
    assert page._left._inside.width() <= page._left._area.viewport().width()
