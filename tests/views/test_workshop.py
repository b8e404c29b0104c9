"""Parts of a workshop that need no window: what is lent by the settings, and a screen that stays on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.views.fingers import FINGER
from desktop.views.settings import TEXT_SIZE, THEME, Settings
from desktop.views.theme import CONTRAST_THEME, LIGHT_THEME, apply_theme, least_target, strokes
from desktop.views.workshop import awake
from desktop.views.workshop.awake import Awake


def test_what_is_lent_is_never_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    settings.keep_all({TEXT_SIZE: 110, THEME: LIGHT_THEME})
    settings.lend({TEXT_SIZE: 165, THEME: CONTRAST_THEME})
    assert (settings.number(TEXT_SIZE, 100, 80, 250), settings.text(THEME)) == (165, CONTRAST_THEME)
    settings.keep_all({TEXT_SIZE: 200, "author": "Li"})
    assert settings.number(TEXT_SIZE, 100, 80, 250) == 200, "a change is lent as well"
    kept = json.loads(file.read_text())
    assert (kept[TEXT_SIZE], kept[THEME], kept["author"]) == (110, LIGHT_THEME, "Li")
    settings.take_back()
    assert (settings.number(TEXT_SIZE, 100, 80, 250), settings.text(THEME)) == (110, LIGHT_THEME)
    settings.keep(TEXT_SIZE, 90)
    assert json.loads(file.read_text())[TEXT_SIZE] == 90


def test_fingers_find_what_the_style_draws(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, CONTRAST_THEME, for_room=True)
    try:
        for widget in (QPushButton("A"), QToolButton(), QLineEdit()):
            qtbot.addWidget(widget)
            hint: QSize = widget.sizeHint()
            assert hint.width() >= FINGER and hint.height() >= FINGER, widget
        assert least_target() == FINGER and strokes() > 1.5
    finally:
        apply_theme(qapp, LIGHT_THEME)
    again = QLineEdit()
    qtbot.addWidget(again)
    assert again.sizeHint().height() < FINGER
    assert (least_target(), strokes()) == (0, 1.0)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these ask in another way")
def test_the_desktop_is_asked_once_and_told_when_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(reason: str) -> bool:
        asked.append(reason)
        return True

    monkeypatch.setattr(awake, "_ask_desktop", ask)
    monkeypatch.setattr(awake, "_leave_desktop", lambda: asked.append("over"))
    keeper = Awake()
    keeper.keep("Workshop")
    keeper.let_go()
    keeper.let_go()
    assert asked == ["Workshop", "over"]


def _nobody(_: str) -> bool:
    return False


def _broken(_: str) -> bool:
    raise OSError


@pytest.mark.parametrize("answer", [_nobody, _broken])
def test_a_desktop_that_knows_nothing_of_it_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, answer: Callable[[str], bool]
) -> None:
    monkeypatch.setattr(awake, "_ask_desktop", answer)
    keeper = Awake()
    keeper.keep("Workshop")
    keeper.let_go()


def test_without_a_session_bus_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delitem(sys.modules, "PySide6.QtDBus", raising=False)
    Awake().keep("Workshop")
    assert "PySide6.QtDBus" not in sys.modules or sys.platform in ("win32", "darwin")
