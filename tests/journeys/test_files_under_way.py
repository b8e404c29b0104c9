"""Project files are opened, made, copied and restored while the window goes on; every file counts as large here."""

from __future__ import annotations

import datetime as dt
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.plan import AddTask
from desktop.domain.imports import Imported
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.progress import Progress, Stopped
from desktop.exchange import safe_xml
from desktop.exchange.tabular import result
from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.models.tables import Content
from desktop.publish import _PREFIX
from desktop.reports import pdf
from desktop.store import backups, files, ledger, preparing, soundness
from desktop.store.files import ProjectFile
from desktop.store.lock import take_lock
from desktop.views import errands, exporting, importing
from desktop.views.account import AccountDialog
from desktop.views.main_window import MainWindow
from desktop.views.start import StartPage
from tests.exchange.test_outgoing import full
from tests.journeys.test_errands import Held
from tests.journeys.visible import clipped
from tests.shell import window_in

LOOKS = [(ENGLISH, 100), (ENGLISH, 200), (CHINESE, 100), (CHINESE, 200)]


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errands, "LARGE_FILE", -1)
    monkeypatch.setattr(importing, "LARGE_PLAN", -1)
    monkeypatch.setattr(exporting, "LARGE_PLAN", -1)


Hold = Callable[[Any, str], Held]


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Makes a function wait until it is let go."""
    return lambda place, name: Held(monkeypatch, place, name)


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> MainWindow:
    return window_in(program, qtbot, ENGLISH, 100)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "office.pilotage"
    ProjectFile.create(path, full()).close()
    return path


def plan(count: int = 3) -> Imported:
    tasks = [Task(id=f"t{n}", number=n, name=f"Task {n}", rank=n, duration=480) for n in range(1, count + 1)]
    profile = ProjectProfile(id="p", number=1, name="Large", start=dt.datetime(2026, 6, 1, 8))
    return Imported((profile, *tasks), (), "large.xml")


def put(window: MainWindow, target: Path, read: Imported | None = None) -> None:
    """As when a place was chosen for a plan that was read."""
    window.files.importing._plan = read or plan()
    window.files.importing._put_plan(str(target))


def opened(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.open_file(path)
    qtbot.waitUntil(lambda: window.document is not None)


def program_of(window: MainWindow) -> Application:
    assert isinstance(window.program, Application)
    return window.program


def idle(window: MainWindow) -> bool:
    return not window.files.errands._jobs and not window.files.errands.is_on


def left_in(folder: Path) -> list[str]:
    """Names of everything in a folder but locks, which are kept on purpose where a system has them."""
    return sorted(each.name for each in folder.iterdir() if not each.name.endswith(".in-use"))


def is_free(path: Path) -> bool:
    """Whether nobody holds the file for editing."""
    take_lock(path).release()
    return True


def on_start_page(window: MainWindow) -> bool:
    return isinstance(window.frame.stack.currentWidget(), StartPage)


def visible(kind: type[QDialog]) -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def steps_until(held: Held, window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the work is where it is held, and what it takes has been said for a second."""
    qtbot.waitUntil(lambda: bool(held.threads))
    window.waiting._patience.setInterval(1)
    window.waiting._patience.start()
    qtbot.waitUntil(window.waiting.stop.isVisible)


# -- stopping --------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_a_plan_that_is_stopped_on_its_way_into_a_file_leaves_none(
    program: Application, tmp_path: Path, qtbot: QtBot, hold: Hold, look: tuple[str, int]
) -> None:
    window = window_in(program, qtbot, *look)
    folder = tmp_path / "new"
    folder.mkdir()
    held = hold(ledger, "fill")
    put(window, folder / "Large.pilotage")
    steps_until(held, window, qtbot)
    assert window.waiting.sentence.text() == tr("Opening “{name}” …", name="Large.pilotage")
    assert threading.get_ident() not in held.threads
    assert clipped(window) == []
    window.waiting.stop.click()
    assert on_start_page(window) and not window.waiting.isVisible()
    assert window.status.text == tr("Nothing was changed")
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert left_in(folder) == [] and window.document is None and is_free(folder / "Large.pilotage")
    put(window, folder / "Large.pilotage")
    qtbot.waitUntil(lambda: window.view is not None and window.view.page_key == "plan")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(AccountDialog)))


def test_a_file_that_was_to_be_replaced_is_as_it_was(
    window: MainWindow, office: Path, qtbot: QtBot, hold: Hold
) -> None:
    before = office.read_bytes()
    held = hold(ledger, "fill")
    put(window, office)
    steps_until(held, window, qtbot)
    window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert office.read_bytes() == before and left_in(office.parent) == ["config", "data", "office.pilotage"]


def test_the_former_project_stays_open_meanwhile_and_afterwards(
    window: MainWindow, office: Path, qtbot: QtBot, hold: Hold
) -> None:
    program, tmp_path = program_of(window), office.parent
    opened(window, office, qtbot)
    document = window.document
    held = hold(ledger, "fill")
    put(window, tmp_path / "Large.pilotage")
    steps_until(held, window, qtbot)
    assert window.workspace is not None and window.workspace.do(AddTask("Meanwhile"))
    window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert window.document is document and program.windows == [window]
    assert not (tmp_path / "Large.pilotage").exists()
    put(window, tmp_path / "Large.pilotage")
    qtbot.waitUntil(lambda: len(program.windows) == 2 and program.windows[1].document is not None)
    assert window.document is document


def test_what_is_being_put_in_its_place_is_brought_to_its_end(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, hold: Hold
) -> None:
    """From the moment at which the file takes its name it cannot be stopped, and nobody is told that it was."""
    held = hold(preparing, "forget_sidecars")
    put(window, tmp_path / "Large.pilotage")
    steps_until(held, window, qtbot)
    qtbot.waitUntil(lambda: not window.waiting.stop.isEnabled())
    window.waiting.stopped.emit()  # pressed before the button knew
    assert window.status.text != "Nothing was changed"
    held.go.set()
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.waiting.stop.isEnabled() and not window.waiting.isVisible()


def test_opening_is_stopped_and_begun_anew(window: MainWindow, office: Path, qtbot: QtBot, hold: Hold) -> None:
    before = office.read_bytes()
    held = hold(ledger, "read_project")
    window.open_file(office)
    steps_until(held, window, qtbot)
    assert threading.get_ident() not in held.threads
    window.waiting.stop.click()
    assert on_start_page(window)
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert is_free(office) and office.read_bytes() == before
    opened(window, office, qtbot)
    assert window.workspace is not None and window.workspace.do(AddTask("After"))


def test_a_project_that_comes_although_nobody_waits_is_let_go(
    window: MainWindow, office: Path, qtbot: QtBot, hold: Hold
) -> None:
    held = hold(soundness, "set_right")  # behind the last look at whoever waits
    window.open_file(office)
    steps_until(held, window, qtbot)
    window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert window.document is None and is_free(office)


@pytest.mark.parametrize("stopped", [True, False])
def test_a_backup_that_is_not_put_back_leaves_the_project_open(
    window: MainWindow, office: Path, qtbot: QtBot, hold: Hold, *, stopped: bool
) -> None:
    opened(window, office, qtbot)
    window.commands.make_restore_point()
    assert window.workspace is not None and window.document is not None
    assert window.workspace.do(AddTask("Later"))
    (point,) = [each for each in window.document.kept() if each.reason == "restore-point"]
    if not stopped:
        point.path.write_bytes(point.path.read_bytes()[:5000])
    held = hold(backups, "check_content")
    window.files._restore((office, point))
    if stopped:
        steps_until(held, window, qtbot)
        window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: window.document is not None and idle(window))
    assert window.workspace is not None
    assert "Later" in {task.name for task in window.workspace.project.table(Task).values()}
    assert bool(window.banner.text) != stopped


def test_a_copy_is_written_while_the_work_goes_on(
    window: MainWindow, office: Path, tmp_path: Path, qtbot: QtBot, hold: Hold
) -> None:
    opened(window, office, qtbot)
    held = hold(files, "copy_database")
    window.files.exporting._save_copy(str(tmp_path / "Copy.pilotage"))
    steps_until(held, window, qtbot)
    assert window.workspace is not None and window.workspace.do(AddTask("Meanwhile"))
    window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert not (tmp_path / "Copy.pilotage").exists() and is_free(tmp_path / "Copy.pilotage")
    window.files.exporting._save_copy(str(tmp_path / "Copy.pilotage"))
    qtbot.waitUntil(lambda: idle(window))
    assert threading.get_ident() not in held.threads
    with ProjectFile.open(tmp_path / "Copy.pilotage") as copy:
        assert "Meanwhile" in {task.name for task in copy.project.table(Task).values()} and not copy.verify()
    assert window.workspace.do(AddTask("Afterwards"))


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "csv"])
def test_a_table_that_is_stopped_is_not_written(
    window: MainWindow, office: Path, qtbot: QtBot, hold: Hold, suffix: str
) -> None:
    opened(window, office, qtbot)
    content = Content("Result", ("Name", "Days"), tuple((f"Row {n}", n) for n in range(40)))
    target = office.with_name(f"table.{suffix}")
    held = hold(pdf, "print_report") if suffix == "pdf" else hold(result, "write_result")
    window.files.exporting.write_table(content, str(target))
    steps_until(held, window, qtbot)
    assert threading.get_ident() not in held.threads
    window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert not target.exists()
    window.files.exporting.write_table(content, str(target))
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: window.status.text == f"Exported as table.{suffix}")


def test_a_plan_is_stopped_while_it_is_read(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread learns of it at the next piece of the file."""
    source = tmp_path / "plan.xml"
    source.write_text("<Project>" + "<!-- long -->" * 50_000 + "<Tasks/></Project>", encoding="utf-8")
    ended: list[BaseException] = []
    real, go = safe_xml.parse_xml, threading.Event()

    def parse(*given: Any) -> Any:
        assert go.wait(30)
        try:
            return real(*given)
        except BaseException as error:
            ended.append(error)
            raise

    monkeypatch.setattr(safe_xml, "parse_xml", parse)
    window.open_file(source)
    window.waiting.stopped.emit()
    go.set()
    qtbot.waitUntil(lambda: idle(window))
    assert [type(each) for each in ended] == [Stopped] and not visible(QFileDialog)


# -- several at once, and leaving ------------------------------------------------------------------


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), copy, data, left, none))


def names(program: Application) -> list[str]:
    return sorted(each.document.path.name for each in program.windows if each.document is not None)


def test_what_is_dropped_meanwhile_comes_next(window: MainWindow, office: Path, qtbot: QtBot, hold: Hold) -> None:
    program, tmp_path = program_of(window), office.parent
    held = hold(ledger, "fill")
    put(window, tmp_path / "Large.pilotage")
    qtbot.waitUntil(lambda: bool(held.threads))
    put(window, tmp_path / "Second.pilotage")
    drop(window, office)
    drop(window, office)  # once more: it is open by then, and comes to the front
    held.go.set()
    qtbot.waitUntil(lambda: len(names(program)) == 3)
    qtbot.waitUntil(lambda: all(idle(each) for each in program.windows))
    assert names(program) == ["Large.pilotage", "Second.pilotage", "office.pilotage"]
    assert len(program.windows) == 3 and not any(each.banner.text for each in program.windows)


def test_stopping_one_lets_the_next_begin(window: MainWindow, office: Path, qtbot: QtBot, hold: Hold) -> None:
    program, tmp_path = program_of(window), office.parent
    held = hold(ledger, "fill")
    put(window, tmp_path / "Large.pilotage")
    steps_until(held, window, qtbot)
    drop(window, office)
    window.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: names(program) == ["office.pilotage"] and idle(window))
    assert program.windows == [window] and not (tmp_path / "Large.pilotage").exists()


def close_window(window: MainWindow) -> None:
    window.close()


LEAVING = [(way, opened) for way in (close_window, MainWindow.close_project) for opened in (True, False)]


@pytest.mark.parametrize("way", LEAVING, ids=["window", "empty window", "project", "no project"])
def test_leaving_calls_it_off(
    window: MainWindow, office: Path, qtbot: QtBot, hold: Hold, way: tuple[Callable[[MainWindow], object], bool]
) -> None:
    program, tmp_path, (leave, with_project) = program_of(window), office.parent, way
    if with_project:
        opened(window, office, qtbot)
    target = tmp_path / "new"
    target.mkdir()
    held = hold(ledger, "fill")
    put(window, target / "Large.pilotage")
    put(window, target / "Second.pilotage")
    qtbot.waitUntil(lambda: bool(held.threads))
    jobs = window.files.errands
    leave(window)
    held.go.set()
    qtbot.waitUntil(lambda: not jobs._jobs)
    qtbot.wait(50)
    assert left_in(target) == [] and is_free(office) and names(program) == []
    assert is_free(target / "Large.pilotage")


def test_a_project_that_comes_when_its_window_is_gone_is_let_go(
    program: Application, window: MainWindow, tmp_path: Path, qtbot: QtBot, hold: Hold
) -> None:
    held = hold(preparing, "forget_sidecars")
    put(window, tmp_path / "Large.pilotage")
    qtbot.waitUntil(lambda: bool(held.threads))
    jobs = window.files.errands
    window.close()
    held.go.set()
    qtbot.waitUntil(lambda: not jobs._jobs)
    assert is_free(tmp_path / "Large.pilotage")  # whole, and nobody's
    with ProjectFile.open(tmp_path / "Large.pilotage") as file:
        assert len(file.project.table(Task)) == 3


def test_a_change_of_language_keeps_saying_what_is_under_way(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, hold: Hold
) -> None:
    held = hold(ledger, "fill")
    put(window, tmp_path / "Large.pilotage")
    qtbot.waitUntil(lambda: bool(held.threads))
    window.build()
    assert window.waiting.is_on and "Large.pilotage" in window.waiting.sentence.text()
    held.go.set()
    qtbot.waitUntil(lambda: window.document is not None)
    assert not window.waiting.is_on


# -- what cannot be done ---------------------------------------------------------------------------


def refusal_of(window: MainWindow, target: Path, qtbot: QtBot) -> str:
    """The sentence that is told when a plan cannot be put at ``target``."""
    put(window, target, plan(2000))
    qtbot.waitUntil(lambda: bool(window.banner.text) and idle(window))
    assert window.document is None and on_start_page(window) and not visible(QFileDialog)
    return window.banner.text


def test_a_folder_that_may_not_be_written(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "gone"
    assert refusal_of(window, folder / "Large.pilotage", qtbot).startswith("The folder for “Large.pilotage” is not")
    folder.write_text("no folder", encoding="utf-8")
    assert "Large.pilotage" in refusal_of(window, folder / "Large.pilotage", qtbot)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="stopped by nothing")
def test_a_protected_folder(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "protected"
    folder.mkdir(mode=0o500)
    assert "protected" in refusal_of(window, folder / "Large.pilotage", qtbot)
    assert left_in(folder) == []


def test_a_target_that_is_open_elsewhere(
    window: MainWindow, office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ProjectFile.open(office):
        before = office.read_bytes()
        assert "office.pilotage" in refusal_of(window, office, qtbot)
        assert office.read_bytes() == before


@pytest.mark.parametrize("at", ["begin", "middle", "end"])
def test_a_full_disk_leaves_nothing_half_written(
    window: MainWindow, office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """Told by SQLite while rows are written, and by the system before and behind that."""

    def full_disk(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device")

    if at == "middle":
        real = ledger.fill

        def crammed(connection: object, *given: object) -> None:
            connection.exec_driver_sql("PRAGMA max_page_count=20")  # type: ignore[attr-defined]
            real(connection, *given)  # type: ignore[arg-type]

        monkeypatch.setattr(ledger, "fill", crammed)
    else:
        monkeypatch.setattr("desktop.publish._make" if at == "begin" else "desktop.publish._flush", full_disk)
    before = office.read_bytes()
    told = refusal_of(window, office, qtbot)
    assert told.startswith("The disk is full, so “office.pilotage” could not be written.")
    assert office.read_bytes() == before and is_free(office)
    assert not [each for each in office.parent.iterdir() if each.name.startswith(_PREFIX)]


def test_how_far_it_is_only_grows() -> None:
    told: list[float] = []

    class Listening(Progress):
        def tell(self, done: float) -> None:
            told.append(done)

    class Rows:
        """Takes every statement."""

        def execute(self, *_: object) -> None: ...

    ledger.fill(Rows(), plan(3 * ledger.ROWS).project(), {}, Listening())  # type: ignore[arg-type]
    assert told == sorted(told) and len(told) >= 4 and told[0] > 0 and told[-1] <= 1
