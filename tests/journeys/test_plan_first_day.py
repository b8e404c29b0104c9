"""What somebody who does not know the program yet does on the plan page in the first hour: nothing goes astray."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.views.boxes import side_of
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.plan.overview_strip import OverviewStrip
from desktop.views.records.choices import FlagEditor
from tests.plan_window import Person, english, opened

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def plan_of(window: MainWindow) -> PlanPage:
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    return page


def settle(count: int = 30) -> None:
    for _ in range(count):
        QApplication.processEvents()


@pytest.fixture
def sample(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    window = program.new_window()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.open_sample()
    window.go_to("plan")
    settle()
    yield window


@pytest.mark.parametrize("height", [500, 720, 1000])
def test_after_reopening_chart_and_grid_stand_on_the_same_rows(
    program: Application, sample: MainWindow, qtbot: QtBot, height: int
) -> None:
    page = plan_of(sample)
    page.grid.verticalScrollBar().setValue(9 * page.grid.metrics.row)
    page.grid.select_id(page.model.ids[20])
    settle()
    path = sample.document.path  # type: ignore[union-attr]
    sample.close()
    settle()
    again = program.new_window()
    again.resize(1280, height)
    with qtbot.waitExposed(again):
        again.show()
    again.open_file(path)
    again.go_to("plan")
    settle()
    page = plan_of(again)
    assert page.grid.current_id() == page.model.ids[20]
    bars = page.grid.verticalScrollBar(), page.chart.verticalScrollBar()
    assert (bars[1].value(), bars[1].maximum()) == (bars[0].value(), bars[0].maximum())
    row = page.grid.currentIndex().row()
    assert page.chart.top_of(row) == page.grid.visualRect(page.grid.currentIndex()).top()


# -- what is shown stays shown ------------------------------------------------------------------------


@pytest.mark.parametrize("away", [False, True])
def test_the_overview_comes_back_with_its_size(sample: MainWindow, qtbot: QtBot, away: bool) -> None:
    """The strip had a picture, was another size for a moment, and has its size again before the hands rest."""
    sample.resize(1596, 974)
    settle()
    strip = plan_of(sample).overview
    qtbot.waitUntil(lambda: has_bars(strip), timeout=5000)
    size = strip.size()
    strip.resize(size.width(), 2)
    strip.resize(size)
    if away:
        sample.go_to("risk")
        settle()
        sample.go_to("plan")
    qtbot.waitUntil(lambda: has_bars(strip), timeout=5000)


def has_bars(strip: OverviewStrip) -> bool:
    """Whether there is more to see of the plan than the bare ground in a line through its rows."""
    return strip._picture is not None and len(colours(strip._picture.toImage())) > 3


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for y in range(0, image.height(), 2) for x in range(image.width())}


# -- boxes to tick ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1.0, 2.0])
@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_box_to_tick_in_a_form_says_what_it_is_for(
    opened: Opened, qapp: QApplication, language: str, size: float
) -> None:
    set_language(language)
    me = opened()
    me.select("light")
    me.page.plan_actions.details.trigger()
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * size)
    qapp.setFont(large)
    settle()
    boxes = [box for box in me.page.panel.findChildren(FlagEditor) if box.isVisible()]
    assert boxes
    for box in boxes:
        assert box.text()
        image = box.grab().toImage()
        left = side_of(box.fontMetrics()) + 6
        beside = image.copy(left, 0, image.width() - left, image.height())
        inked = {x for x in range(beside.width()) for y in range(beside.height()) if is_dark(beside.pixelColor(x, y))}
        said = box.fontMetrics().horizontalAdvance(box.text())
        assert max(inked) - min(inked) > min(said, beside.width()) * 0.6
        lines = -(-said // max(box.width() - 1.5 * left, 1))
        assert box.height() >= lines * box.fontMetrics().height()  # the whole text has room
    qapp.setFont(usual)


def is_dark(ink: QColor) -> bool:
    return ink.lightness() < 140
