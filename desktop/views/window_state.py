"""Where the window stood, remembered for each set of screens, and never off them."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop.views.settings import WINDOWS, Settings

FIRST_SIZE = QSize(1360, 860)
ROOM = 0.92
"""Share of the screen that a window takes at most when it is placed for the first time."""
VISIBLE = 80
"""Logical pixels of the title that must be on some screen, so that it can be taken hold of."""
KEPT = 8


def screen_set() -> str:
    """Name of the screens that are connected now: their places and sizes."""
    boxes = sorted(
        (box.x(), box.y(), box.width(), box.height()) for box in (s.geometry() for s in QGuiApplication.screens())
    )
    return " ".join(f"{x},{y},{width}x{height}" for x, y, width, height in boxes)


def remember(window: QMainWindow, settings: Settings) -> None:
    """Keep the place and size of ``window`` for the present screens."""
    kept = settings.mapping(WINDOWS)
    name = screen_set()
    kept.pop(name, None)
    kept[name] = base64.b64encode(window.saveGeometry().data()).decode("ascii")
    settings.keep(WINDOWS, dict(list(kept.items())[-KEPT:]))


def restore(window: QMainWindow, settings: Settings) -> None:
    """Put ``window`` where it was with these screens, or in the middle of the main one."""
    state = settings.mapping(WINDOWS).get(screen_set())
    restored = False
    if isinstance(state, str):
        try:
            restored = window.restoreGeometry(QByteArray(base64.b64decode(state, validate=True)))
        except (binascii.Error, ValueError):
            restored = False
    if not restored or not _reachable(window.frameGeometry()):
        place_in_middle(window)


def place_in_middle(window: QMainWindow) -> None:
    """A sensible size in the middle of the main screen."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    size = FIRST_SIZE.boundedTo(QSize(round(room.width() * ROOM), round(room.height() * ROOM)))
    box = QRect(room.topLeft(), size)
    box.moveCenter(room.center())
    window.setGeometry(box)


def _reachable(frame: QRect) -> bool:
    title = QRect(frame.left(), frame.top(), frame.width(), VISIBLE // 2)
    rooms = (screen.availableGeometry().intersected(title) for screen in QGuiApplication.screens())
    return any(room.width() >= VISIBLE and room.height() >= VISIBLE // 4 for room in rooms)
