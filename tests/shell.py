"""The program around a window, as ``desktop.app`` makes it, with settings and files of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import desktop.app
from desktop.app import Application
from desktop.i18n import ENGLISH, set_language
from desktop.views.main_window import MainWindow
from desktop.views.program import STANDARD, NewProject
from desktop.views.settings import AUTHOR, LANGUAGE, TEXT_SIZE, THEME, Settings
from desktop.views.theme import LIGHT_THEME, apply_theme


@pytest.fixture
def program(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """A program without windows yet, speaking English; everything it does to Qt is taken back."""
    font = QFont(qapp.font())
    monkeypatch.setattr(desktop.app, "data_folder", lambda: tmp_path / "data")
    monkeypatch.setattr("desktop.store.files.SLOW", 60.0)  # where edits are done does not depend on what else runs here
    settings = Settings(tmp_path / "config" / "settings.json")
    settings.keep_all({LANGUAGE: ENGLISH, THEME: LIGHT_THEME})
    made = Application(qapp, settings)
    yield made
    for window in list(made.windows):
        window.close()
    made.end()
    made.deleteLater()
    qapp.setFont(font)
    apply_theme(qapp, LIGHT_THEME)
    set_language(ENGLISH)
    QLocale.setDefault(QLocale.c())


def window_in(program: Application, qtbot: QtBot, language: str, size: int) -> MainWindow:
    """A window of 1,280 × 720 pixels in a language, its text ``size`` per cent of the usual size."""
    program.settings.keep_all({LANGUAGE: language, TEXT_SIZE: size, AUTHOR: "李雷"})
    program.dress()
    made = program.new_window()
    assert isinstance(made, MainWindow)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def project(tmp_path: Path, program: Application) -> Path:
    """A small project file, closed."""
    path = tmp_path / "Harbour.pilotage"
    wanted = NewProject("Harbour cold store", "Bright Foods", dt.date(2026, 11, 23), STANDARD, "both", "CNY", path)
    program.create(wanted).close()
    return path
