"""A window with large letters on a small screen: every page has the room it needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyle, QToolButton
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.plan import CalendarException
from desktop.i18n import CHINESE, ENGLISH
from desktop.views.calendars.editor import CalendarEditor
from desktop.views.calendars.exceptions import ExceptionDialog
from desktop.views.calendars.work_weeks import Stretch, WorkWeekDialog
from desktop.views.control import ControlPage
from desktop.views.dialog import Dialog
from desktop.views.main_window import MainWindow
from desktop.views.new_project import NewProjectDialog
from desktop.views.pages import ENTRIES
from desktop.views.plan import PlanPage
from desktop.views.plan.legend_strip import LegendStrip
from desktop.views.reports import ReportsPage
from desktop.views.reports.outgoing import RecordButton
from desktop.views.resources import ResourcesPage
from desktop.views.scrolled import ScrolledForm
from desktop.views.theme import palette
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendar_editor_shows_names_whole_and_its_tools_in_one_line(
    program: Application, qtbot: QtBot, language: str
) -> None:
    window = opened(program, qtbot, language, 200)
    window.go_to("plan")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    page.plan_actions.calendars.trigger()
    (editor,) = window.findChildren(CalendarEditor)
    editor.resize(1520, 900)  # what a screen of 1600 × 1000 leaves
    settle()
    editor.hide()
    editor.show()
    settle()
    name = editor.list.name
    assert name.fontMetrics().horizontalAdvance(name.text()) <= name.width() - 8
    tools = [one for one in editor.findChildren(QToolButton) if one.defaultAction() is editor.print_action]
    assert abs(tools[0].geometry().center().y() - editor.scope.geometry().center().y()) <= 2


def test_a_legend_shorter_than_its_room_lies_in_the_middle(program: Application, qtbot: QtBot) -> None:
    window = opened(program, qtbot, ENGLISH, 100)
    window.go_to("plan")
    settle()
    full = window.findChildren(LegendStrip)[0]
    legend = LegendStrip()
    qtbot.addWidget(legend)
    legend.resize(full.width(), full.height())
    legend.show_entries(full.entries[:2], [*full.entries, *full.entries])
    legend.resize(legend.sizeHint().expandedTo(full.size()))
    image = legend.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    inked = [
        y for y in range(image.height()) if any(image.pixelColor(x, y) != ground for x in range(0, image.width(), 2))
    ]
    assert len(inked) < image.height() * 0.7
    assert abs((inked[0] + inked[-1]) / 2 - image.height() / 2) <= 4


@pytest.mark.parametrize("size", [100, 200])
def test_a_button_that_opens_a_menu_has_room_for_its_picture_and_its_arrow(
    program: Application, qtbot: QtBot, size: int
) -> None:
    window = opened(program, qtbot, ENGLISH, size)
    window.go_to("control")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ControlPage)
    button = page.changes.manage
    arrow = button.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator)
    assert button.sizeHint().width() >= button.iconSize().width() + arrow + 4


@pytest.mark.parametrize("size", [100, 200])
def test_the_scale_of_a_histogram_covers_no_bar(program: Application, qtbot: QtBot, size: int) -> None:
    window = opened(program, qtbot, CHINESE, size)
    window.go_to("resource")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, ResourcesPage)
    qtbot.waitUntil(lambda: bool(page.panel.histogram.periods), timeout=20_000)
    settle()
    chart = page.panel.histogram.chart()
    first = next(at for at, one in enumerate(chart.periods) if one.work)
    assert chart.marks() and chart.x(first)[0] >= chart.gutter


DAY = dt.date(2026, 11, 23)
FORMS: dict[str, Callable[[MainWindow], Dialog]] = {
    "work week": lambda window: WorkWeekDialog(
        Stretch("Summer", DAY, DAY, ((0, "07:00-13:00"),)), dict.fromkeys(range(7), ""), 0, window
    ),
    "exception": lambda window: ExceptionDialog(
        CalendarException(name="Stop", start=DAY, finish=DAY, bands="", recurrence="FREQ=YEARLY", source="user"), window
    ),
    "project": lambda window: NewProjectDialog(window.program.settings, Path(), window),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_is_not_scrolled_where_the_screen_has_room(
    program: Application, qtbot: QtBot, language: str, name: str
) -> None:
    window = window_in(program, qtbot, language, 100)
    dialog = FORMS[name](window)
    dialog.open()
    settle()
    (form,) = dialog.findChildren(ScrolledForm)
    assert form.verticalScrollBar().maximum() == 0
    inside = form.widget()
    assert inside is not None and inside.width() <= form.viewport().width()
    dialog.close()


def test_the_corner_above_the_row_numbers_looks_like_the_heads_beside_it(program: Application, qtbot: QtBot) -> None:
    window = opened(program, qtbot, ENGLISH, 200)
    window.go_to("plan")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    settle()
    image = page.grid.grab().toImage()
    button = page.grid.findChild(QAbstractButton)
    assert button is not None and page.grid.row_corner.parent() is button
    corner = button.geometry()
    ground = QColor(palette()["header"])
    assert corner.width() > 20 and corner.height() > 20
    places = [(x, y) for x in (1, corner.width() // 2, corner.width() - 3) for y in (1, corner.height() - 4)]
    assert {image.pixelColor(corner.x() + x, corner.y() + y).name() for x, y in places} == {ground.name()}
