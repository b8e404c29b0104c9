"""Large files are read and written while the window goes on; every file counts as large here."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.app import Application, table_file
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.tables import TASKS, TableWishes
from desktop.exchange import outgoing
from desktop.store.files import ProjectFile
from desktop.views import errands, exporting
from desktop.views.account import AccountDialog
from desktop.views.export import Export
from desktop.views.main_window import MainWindow
from desktop.views.table_import import TableDialog
from tests.exchange.test_outgoing import full

TABLE = "Task name,Duration\nPaint the hall,3d\n"


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errands, "LARGE_FILE", -1)
    monkeypatch.setattr(exporting, "LARGE_PLAN", -1)


@pytest.fixture
def window(program: Application, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = program.new_window()
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    ProjectFile.create(tmp_path / "office.pilotage", full()).close()
    made.open_file(tmp_path / "office.pilotage")
    qtbot.waitUntil(lambda: made.workspace is not None)
    return made


class Held:
    """Takes the place of a function, which then waits until it is let go; notes from which threads it was called."""

    def __init__(self, patch: pytest.MonkeyPatch, place: Any, name: str) -> None:
        self.threads: list[int] = []
        self.go = threading.Event()
        real = getattr(place, name)

        def held(*given: Any, **named: Any) -> Any:
            self.threads.append(threading.get_ident())
            assert self.go.wait(30)
            return real(*given, **named)

        patch.setattr(place, name, held)


def dialogs(window: MainWindow, kind: type[QDialog]) -> list[QDialog]:
    return [each for each in window.findChildren(kind) if each.isVisible()]


def idle(window: MainWindow) -> bool:
    return not window.files.errands._jobs


def test_a_table_is_opened_in_another_thread(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rooms.csv").write_text(TABLE, encoding="utf-8")
    held = Held(monkeypatch, table_file, "TableFile")
    window.waiting._patience.setInterval(1)
    window.open_file(tmp_path / "rooms.csv")
    qtbot.waitUntil(window.waiting.stop.isVisible)
    assert window.waiting.sentence.text() == "Reading “rooms.csv” …"
    window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert dialogs(window, TableDialog) == [] and not window.waiting.isVisible()
    window.open_file(tmp_path / "rooms.csv")
    qtbot.waitUntil(lambda: bool(dialogs(window, TableDialog)))
    assert len(held.threads) == 2 and threading.get_ident() not in held.threads


def test_a_long_table_is_read_anew_in_another_thread(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "\n".join(f"Paint room {number};Its walls, and all {number} doors" for number in range(600))
    (tmp_path / "rooms.csv").write_text(f"Task name;Notes\n{rows}\n", encoding="utf-8")
    window.open_file(tmp_path / "rooms.csv")
    qtbot.waitUntil(lambda: bool(dialogs(window, TableDialog)))
    (dialog,) = dialogs(window, TableDialog)
    assert isinstance(dialog, TableDialog)
    qtbot.waitUntil(lambda: dialog.go_on.isEnabled() and dialog.seen is not None and dialog.seen.whole)

    def choose(separator: str) -> None:
        dialog.separator.setCurrentIndex(dialog.separator.findData(separator))
        dialog.separator.activated.emit(dialog.separator.currentIndex())

    held = Held(monkeypatch, dialog._table, "read")
    choose("|")
    qtbot.waitUntil(lambda: bool(held.threads))
    assert dialog.told.text() == "All rows are being read …"
    assert not dialog.go_on.isEnabled() and not any(box.isEnabled() for box in dialog.columns)
    choose(",")  # on second thought
    held.go.set()
    qtbot.waitUntil(lambda: [box.property("title") for box in dialog.columns] == ["Task name;Notes", ""])
    assert dialog.separator.currentData() == "," and all(box.isEnabled() for box in dialog.columns)
    assert len(held.threads) == 2 and threading.get_ident() not in held.threads
    choose(";")
    qtbot.waitUntil(lambda: dialog.go_on.isEnabled() and dialog.seen is not None and dialog.seen.whole)
    assert [box.currentData() for box in dialog.columns] == ["name", "notes"]
    choose("|")
    dialog.reject()  # while it is read
    qtbot.waitUntil(lambda: dialogs(window, TableDialog) == [])


def test_rows_fit_the_plan_as_it_is_when_they_come(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rooms.csv").write_text(TABLE, encoding="utf-8")
    workspace = window.workspace
    assert workspace is not None
    table = table_file.TableFile(tmp_path / "rooms.csv")
    held = Held(monkeypatch, table._table, "plan")
    window.files.importing._take_table(tmp_path / "rooms.csv", table, TableWishes(key=TASKS), new=False)
    qtbot.waitUntil(lambda: bool(held.threads))
    first = next(iter(workspace.project.table(Task)))
    workspace.do(SetFields("task", (first,), {"name": "Meanwhile"}))
    held.go.set()
    qtbot.waitUntil(lambda: bool(dialogs(window, AccountDialog)))
    assert len(held.threads) == 2  # read anew for the plan as it is
    names = [task.name for task in workspace.project.table(Task).values()]
    assert names.count("Paint the hall") == 1 and "Meanwhile" in names


def test_what_is_stopped_is_not_written(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, outgoing, "write_foreign")
    target = tmp_path / "out.xml"
    target.write_text("before", encoding="utf-8")
    export = Export("xml", "team", "task")
    window.files.exporting.export(export, str(target))
    qtbot.waitUntil(lambda: bool(held.threads))
    window.waiting.stopped.emit()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert target.read_text(encoding="utf-8") == "before"
    assert dialogs(window, AccountDialog) == []
    window.files.exporting.export(export, str(target))
    qtbot.waitUntil(lambda: bool(dialogs(window, AccountDialog)))
    assert target.read_bytes().startswith(b"<?xml")
    assert threading.get_ident() not in held.threads


def test_a_refusal_is_told_by_the_banner(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    export = Export("xml", "team", "task")
    window.files.exporting.export(export, str(tmp_path / "nowhere" / "out.xml"))
    qtbot.waitUntil(lambda: bool(window.banner.text))
    assert not window.waiting.is_on


def test_closing_the_project_calls_it_off(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, outgoing, "write_foreign")
    export = Export("xml", "team", "task")
    window.files.exporting.export(export, str(tmp_path / "out.xml"))
    qtbot.waitUntil(lambda: bool(held.threads))
    window.close_project()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert not (tmp_path / "out.xml").exists()
