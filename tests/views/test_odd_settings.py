"""Settings that nobody chose, in a file that was changed by hand or by a fault: work goes on all the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import AddRecord
from desktop.views.program import STANDARD, NewProject
from desktop.views.settings import AUTHOR, BACKUP_FOLDER, LONGEST_NAME, PROJECT_FOLDER, RECENT, RECENT_LIMIT
from desktop.views.start import RecentButton

FOLDERS = ["zero\0byte", "half a character \ud800", "/proc/no/such", "x" * 5000, "", "relative", "C:\\Kept"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path[:20].encode("unicode_escape").decode())
def test_a_folder_for_backups_that_cannot_be_one_stops_no_edit(
    program: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    program.settings.keep_all({BACKUP_FOLDER: folder, PROJECT_FOLDER: folder})
    path = tmp_path / "A.pilotage"
    program.create(NewProject("A", "B", dt.date(2026, 11, 23), STANDARD, "en", "CNY", path)).close()
    window = program.new_window()
    qtbot.waitExposed(window)
    window.open_file(path)
    assert window.workspace is not None
    assert window.workspace.do(AddRecord("risk", {"event": "Crane late"}))
    assert window.files.folder().is_dir()
    window.commands.make_restore_point()
    window.commands.show_kept()
    window.commands.show_preferences()


def test_endless_texts_are_cut(program: Application, qtbot: QtBot, tmp_path: Path) -> None:
    entry = {"path": str(tmp_path / "a.pilotage"), "name": "n" * 500_000, "client": "c" * 500_000, "opened": "o" * 9999}
    long = {"path": "p" * 500_000, "name": "too long for any system"}
    program.settings.keep_all({RECENT: [long, *[entry] * 200], AUTHOR: "a" * 500_000})
    window = program.new_window()
    qtbot.waitExposed(window)
    shown = window.findChildren(RecentButton)
    assert len(shown) == RECENT_LIMIT
    assert {len(button.accessibleName()) for button in shown} == {LONGEST_NAME}
    path = tmp_path / "A.pilotage"
    document = program.create(NewProject("A", "B", dt.date(2026, 11, 23), STANDARD, "en", "CNY", path))
    assert len(document.workspace.session.author) == LONGEST_NAME
    document.close()


def test_a_folder_for_backups_that_can_be_one_is_used(program: Application, tmp_path: Path) -> None:
    program.settings.keep(BACKUP_FOLDER, str(tmp_path / "Kept 备份"))
    assert program._folders().backups == tmp_path / "Kept 备份"
    for folder in FOLDERS:
        program.settings.keep(BACKUP_FOLDER, folder)
        beside = program._folders().backups
        assert (beside == Path(folder)) is (folder == "/proc/no/such")
