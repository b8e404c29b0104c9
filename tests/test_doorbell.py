"""A second start with a file that is open already shows the window that has it, and ends."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.app import doorbell as module
from desktop.app.doorbell import Doorbell
from desktop.store.checkout import open_project
from desktop.store.preparing import Folders
from desktop.views.program import STANDARD, NewProject
from tests.journeys.conftest import program

__all__ = ["program"]


def test_who_has_the_file_is_asked_and_the_request_is_gone(tmp_path: Path, qtbot: QtBot) -> None:
    asked: list[Path] = []
    folder = tmp_path / "ask"
    mine, other = Doorbell(folder, lambda _: False), Doorbell(folder, lambda path: not asked.append(path))
    for each in (mine, other):
        each.listen()
    answered: list[bool] = []
    mine.ring(tmp_path / "计划 1.pilotage", lambda: answered.append(True))
    qtbot.waitUntil(lambda: answered == [True], timeout=5000)
    assert asked == [tmp_path / "计划 1.pilotage"]
    assert not list(folder.iterdir())


def test_a_request_that_nobody_takes_is_taken_back(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 200)
    mine, other = Doorbell(tmp_path, lambda _: True), Doorbell(tmp_path, lambda _: False)
    for each in (mine, other):
        each.listen()
    answered: list[bool] = []
    mine.ring(tmp_path / "x.pilotage", lambda: answered.append(True))
    assert len(list(tmp_path.glob("*.ask"))) == 1
    qtbot.waitUntil(lambda: not list(tmp_path.glob("*.ask")), timeout=5000)
    qtbot.wait(200)
    assert answered == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"x" * 200_000])
def test_a_mangled_request_shows_nothing(tmp_path: Path, qtbot: QtBot, content: bytes) -> None:
    asked: list[Path] = []
    bell = Doorbell(tmp_path, lambda path: bool(asked.append(path)))
    bell.listen()
    (tmp_path / "1-a.ask").write_bytes(content)
    qtbot.wait(300)
    assert all(str(path) == "." for path in asked)


def test_a_folder_that_cannot_be_had_asks_nobody(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").write_text("")
    bell = Doorbell(tmp_path / "file" / "ask", lambda _: True)
    bell.listen()
    bell.ring(tmp_path / "x.pilotage", lambda: pytest.fail("nobody was asked"))


@pytest.mark.parametrize("has_it", [True, False])
def test_the_second_window_goes_where_the_first_has_come_up(
    program: Application, tmp_path: Path, qtbot: QtBot, has_it: bool
) -> None:
    path = tmp_path / "Harbour.pilotage"
    program.create(NewProject("Harbour", "", dt.date(2026, 11, 23), STANDARD, "both", "CNY", path)).close()
    held = open_project(path, folders=Folders.under(tmp_path / "other"))
    try:
        other = Doorbell(program.doorbell.folder, lambda asked: has_it and asked == path)
        other.listen()
        window = program.new_window()
        with qtbot.waitExposed(window):
            window.show()
        window.open_file(str(path))
        if has_it:
            qtbot.waitUntil(lambda: window not in program.windows, timeout=5000)
        else:
            qtbot.wait(2500)
            assert window in program.windows and window.banner.kind == "refusal"
    finally:
        held.close()
