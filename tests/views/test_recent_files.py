"""The list of recent files may name anything: it never holds up the start, and a click on it gets an answer."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.views import absences
from desktop.views.absences import Absences
from desktop.views.main_window import MainWindow
from desktop.views.settings import RECENT
from desktop.views.start import RecentButton

ODD = [
    "/gone/with the drive.pilotage", "E:\\USB\\Plan.pilotage", "\\\\server\\share\\Plan.pilotage", "relative.pilotage",
    "/" + "x" * 5000 + ".pilotage", "/tmp/zero\0byte.pilotage", "/tmp/half a character \ud800.pilotage", "/", ".",
    "/etc/hostname/below a file.pilotage", "~", "C:", "file:///tmp/a.pilotage", "http://example.com/a.pilotage",
]  # fmt: skip


def buttons(window: MainWindow) -> list[RecentButton]:
    return window.findChildren(RecentButton)


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = program.new_window()
    qtbot.waitExposed(made)
    yield made


@pytest.mark.parametrize("path", ODD, ids=lambda path: path[:30].encode("unicode_escape").decode())
def test_a_click_on_what_is_not_there_is_answered(program: Application, qtbot: QtBot, path: str) -> None:
    entry = {"path": path, "name": ["no text"], "client": {"a": 1}, "opened": 7}
    program.settings.keep(RECENT, [entry, 3, None, {"path": 9}, {"path": ""}, {}])
    window = program.new_window()
    qtbot.waitExposed(window)
    (button,) = buttons(window)
    qtbot.waitUntil(lambda: button.missing or os.path.isdir(path))  # noqa: PTH112 - some are no paths at all
    button.click()
    qtbot.waitUntil(lambda: window.banner.text != "")
    assert window.document is None
    assert window.windowTitle() == "Pilotage"


def test_a_folder_that_may_not_be_looked_into(
    program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = os.stat

    def refuse(path: object, *more: object, **named: object) -> object:
        if str(path).startswith(str(tmp_path / "closed")):
            raise PermissionError(13, "Permission denied")
        return real(path, *more, **named)  # type: ignore[arg-type, call-overload]

    program.settings.remember_file(tmp_path / "closed" / "a.pilotage", "A", "", "2026-11-23T10:00")
    monkeypatch.setattr(os, "stat", refuse)
    window = program.new_window()
    (button,) = buttons(window)
    qtbot.waitUntil(lambda: button.missing)


def test_a_drive_that_does_not_answer_holds_up_nobody(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    told: list[str] = []

    def look(path: str, there: dict[str, bool]) -> None:
        if path == "slow":
            answer.wait(30)
        there[path] = False

    monkeypatch.setattr(absences, "_look", look)
    search = Absences(["slow", "quick"])
    search.found.connect(told.append)
    qtbot.waitUntil(lambda: told == ["quick"])
    answer.set()
    qtbot.waitUntil(lambda: told == ["quick", "slow"])
    assert not search._timer.isActive()


def test_a_page_that_went_away_hears_no_more(
    program: Application, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    program.settings.remember_file(tmp_path / "gone.pilotage", "Gone", "", "2026-11-23T10:00")
    for _ in range(5):
        window.build()
    qtbot.waitUntil(lambda: [button.missing for button in buttons(window)] == [True])
