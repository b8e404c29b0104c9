"""A window opens where it can be taken hold of, whatever was kept of it and whatever screens are gone."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.views.main_window import MainWindow
from desktop.views.settings import WINDOWS
from desktop.views.window_state import screen_set

MAGIC, MAJOR, MINOR = 0x1D9D0CB, 3, 0
"""How QWidget::saveGeometry() begins, by its source."""


def geometry(frame: QRect, *, screen: int = 0, width: int = 800, maximized: bool = False, full: bool = False) -> str:
    """What a window at ``frame`` on a screen of ``width`` keeps of itself, in the order of Qt's source."""
    content = QByteArray()
    out = QDataStream(content, QIODevice.OpenModeFlag.WriteOnly)
    out.setVersion(QDataStream.Version.Qt_4_0)
    out.writeUInt32(MAGIC)
    out.writeUInt16(MAJOR)
    out.writeUInt16(MINOR)
    for box in (frame, frame):
        out << box
    out.writeInt32(screen)
    out.writeUInt8(maximized)
    out.writeUInt8(full)
    out.writeInt32(width)
    out << frame
    return base64.b64encode(content.data()).decode()


def opened(program: Application, state: object, qtbot: QtBot) -> MainWindow:
    program.settings.keep(WINDOWS, {screen_set(): state})
    window = program.new_window()
    qtbot.waitExposed(window)
    return window


def is_in_reach(window: MainWindow) -> bool:
    """The title is on a screen, wide enough for a mouse, and the window no larger than a screen."""
    (room,) = (screen.availableGeometry() for screen in QApplication.screens())
    frame = window.frameGeometry()
    title = room.intersected(QRect(frame.left(), frame.top(), frame.width(), 40))
    large = window.width() >= window.minimumSizeHint().width() and window.height() >= 100
    fits = window.width() <= room.width() and window.height() <= room.height()
    return title.width() >= 80 and title.height() >= 20 and large and fits


def test_it_comes_back_to_its_place(program: Application, qtbot: QtBot) -> None:
    box = QRect(40, 50, 640, 500)
    assert opened(program, geometry(box), qtbot).geometry() == box


@pytest.mark.parametrize(
    "box",
    [
        QRect(5000, 200, 900, 600), QRect(-4000, -3000, 900, 600), QRect(0, 0, 200_000, 90_000),
        QRect(10, 10, 1, 1), QRect(10, 10, -50, -50), QRect(2**31 - 10, 2**31 - 10, 5, 5), QRect(-(2**31), 0, 300, 300),
        QRect(10, -590, 900, 600),
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("state", [{}, {"screen": 7, "width": 3840}, {"maximized": True}, {"full": True}], ids=str)
def test_absurd_places_are_not_gone_to(program: Application, qtbot: QtBot, box: QRect, state: dict[str, int]) -> None:
    window = opened(program, geometry(box, **state), qtbot)  # type: ignore[arg-type]
    window.showNormal()
    qtbot.wait(1)
    assert is_in_reach(window), window.geometry()


@pytest.mark.parametrize(
    "state", [None, 7, [], {"x": 1}, "", "not base64 at all!", "\ud800", "AAAA", "A" * 100_000,
              base64.b64encode(bytes(range(66))).decode(), geometry(QRect(1, 1, 700, 500))[:40]],
)  # fmt: skip
def test_what_is_no_place_gives_the_middle(program: Application, qtbot: QtBot, state: object) -> None:
    assert is_in_reach(opened(program, state, qtbot))


def test_screens_that_are_gone_do_not_matter(program: Application, qtbot: QtBot) -> None:
    """The notebook alone, where it last stood on the projector beside it."""
    projector = geometry(QRect(2000, 100, 900, 600), screen=1, width=1920)
    program.settings.keep(WINDOWS, {f"{screen_set()} 1920,0,1920x1080": projector})
    window = program.new_window()
    qtbot.waitExposed(window)
    assert is_in_reach(window)
    window.close()
    assert program.settings.mapping(WINDOWS)[f"{screen_set()} 1920,0,1920x1080"] == projector
