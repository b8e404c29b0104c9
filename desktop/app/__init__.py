"""The program with its windows: the one place that knows store, exchange, models and views together."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.app.collector import Collector
from desktop.app.doorbell import Doorbell
from desktop.app.dressing import Dressing
from desktop.app.handed_over import HandedOver
from desktop.app.opening import SAFE_MODE, Opening
from desktop.app.places import data_folder, log_folder, settings_file
from desktop.app.warm_up import WarmUp
from desktop.views import settings as keys
from desktop.views.background import wait_for_all
from desktop.views.icons import application_icon
from desktop.views.main_window import MainWindow
from desktop.views.problem import ProblemHook, log, start_log
from desktop.views.settings import Settings

if TYPE_CHECKING:  # store, domain and exchange are imported after the first paint
    from desktop.domain.imports import Imported
    from desktop.domain.progress import Progress
    from desktop.domain.scheduling.holidays import HolidayList
    from desktop.store.preparing import Folders
    from desktop.views.program import Bringing, Coming, Document, Kept, NewProject, Table

TURN = 0.00005
"""Seconds after which a thread that computes lets the interface go on. That lets go of the interpreter whenever it asks
Qt for anything, and waits for so long each time: with Python's own five milliseconds, many times what it has to do."""
FAIL_CRITICAL_ERRORS = 1
"""Windows' own number for: tell the program of such errors, not the person."""


class Application(QObject):
    """The program around the windows; see ``views.program.Program``."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self.settings = settings
        self.windows: list[MainWindow] = []
        self.collector = Collector(self)
        self.doorbell = Doorbell(data_folder() / "asked", self.bring_up, self)
        self._warm_up: WarmUp | None = None
        self.dressing = Dressing(self, app)

    # -- the look ---------------------------------------------------------------------------------

    def dress(self) -> None:
        """Apply language, colours and text size from the settings to every window.

        A window in which somebody answers a dialog follows when that is done.
        """
        self.dressing.at_once()

    def dress_softly(self) -> None:
        """As :meth:`dress`, a little at a time."""
        self.dressing.softly()

    # -- from the first paint to the end ----------------------------------------------------------

    def warm_up(self) -> None:
        """Load what is needed next, once; before anything works in another thread."""
        if self._warm_up is None:
            self._warm_up = WarmUp(self)

    def _make_way(self) -> None:
        """Store and formats are about to be loaded: two threads must not load the same at once."""
        if self._warm_up is not None:
            self._warm_up.make_way()

    def wind_down(self) -> None:
        """The last window is gone: whoever works in another thread is waited for before Qt is taken apart."""
        self.dressing.call_off()
        if self._warm_up is not None:
            self._warm_up.end()
        wait_for_all()

    def end(self) -> None:
        """Take back what this program did to Qt and Python as a whole."""
        self.dressing.end()
        self.collector.stop()

    # -- windows ----------------------------------------------------------------------------------

    def new_window(self) -> MainWindow:
        """Another window, with the start page."""
        window = MainWindow(self)
        window.closing.connect(self._forget)
        window.long_edit.connect(self.collector.go_around_edit)
        if self.windows:
            step = self.windows[-1].menuBar().height()
            window.move(self.windows[-1].pos() + QPoint(step, step))
        self.windows.append(window)
        window.show()
        return window

    def _forget(self, window: MainWindow) -> None:
        self.windows.remove(window)

    def bring_up(self, path: Path) -> bool:
        """Bring the window that has ``path`` open to the front; False when none has."""
        for window in self.windows:
            if window.document is not None and same_file(window.document.path, path):
                if window.isMinimized():
                    window.showNormal()
                window.raise_()
                window.activateWindow()
                return True
        return False

    def ask_others(self, path: Path, answered: Callable[[], object]) -> None:
        """Have another program of this person show ``path``; ``answered`` is called where one has it open."""
        self.doorbell.ring(path, answered)

    # -- files ------------------------------------------------------------------------------------

    def create(self, answers: NewProject) -> Document:
        self._make_way()
        from desktop.app import documents

        return self._opened(documents.create(answers, self._author(), self._folders()).document())

    def open(self, path: Path, *, read_only: bool = False) -> Document:
        from desktop.domain.progress import UNWATCHED

        return self.take(self.opening(path, read_only=read_only)(UNWATCHED))

    def opening(self, path: Path, *, read_only: bool = False) -> Bringing:
        self._make_way()
        from desktop.app import documents

        author, folders = self._author(), self._folders()
        return lambda progress: documents.open_file(path, author, folders, progress, read_only=read_only)

    def take(self, coming: Coming) -> Document:
        return self._opened(coming.document())

    def open_sample(self) -> Document:
        self._make_way()
        from desktop.app.sample import sample_copy

        in_use = [window.document.path for window in self.windows if window.document is not None]
        return self.open(sample_copy(data_folder() / "samples", in_use))

    def reading(self, source: Path) -> Callable[[Progress], Imported]:
        self._make_way()
        from desktop.app import documents

        def read(progress: Progress) -> Imported:
            began = time.perf_counter()
            plan = documents.read_plan(source, progress)
            log.info("read a plan: %d records in %d ms", len(plan.records), (time.perf_counter() - began) * 1000)
            return plan

        return read

    def read_holidays(self, source: Path, bands: str) -> HolidayList:
        self._make_way()
        from desktop.app import documents

        return documents.read_holidays(source, bands)

    def open_table(self, source: Path) -> Table:
        self._make_way()
        from desktop.app.table_file import TableFile

        return TableFile(source)

    def importing(self, plan: Imported, target: Path) -> Bringing:
        self._make_way()
        from desktop.app import documents

        author, folders = self._author(), self._folders()
        return lambda progress: documents.put_plan(plan, target, author, folders, progress)

    def kept_of(self, path: Path) -> Sequence[Kept]:
        self._make_way()
        from desktop.store.backups import list_backups

        root = self._folders().backups
        return list_backups(root, path) if root is not None else ()

    def restoring(self, kept: Kept, target: Path) -> Bringing:
        self._make_way()
        from desktop.app import documents

        author, folders = self._author(), self._folders()

        def restore(progress: Progress) -> Coming:
            documents.restore(kept, target, folders, progress.part(0.0, 0.5))
            log.info("restored a kept copy: %s", kept.reason)
            return documents.open_file(target, author, folders, progress.part(0.5, 1.0), read_only=False)

        return restore

    def log_folder(self) -> Path:
        return log_folder()

    def _opened(self, document: Document) -> Document:
        """Remember a file that was opened, and note how large it is."""
        project = document.workspace.project
        profile = project.profile
        client = project.resolve(f"client/{profile.client}")
        name = client.name_text if client else ""
        self.settings.remember_file(
            document.path,
            profile.name[: keys.LONGEST_NAME],
            name[: keys.LONGEST_NAME],
            dt.datetime.now().isoformat(timespec="minutes"),
        )
        log.info("open: %d tasks, %d records", len(project.rows("task")), sum(1 for _ in project.all()))
        self.collector.set_aside()
        return document

    def _folders(self) -> Folders:
        from desktop.store.preparing import Folders

        standard = Folders.under(data_folder())
        chosen = self.settings.text(keys.BACKUP_FOLDER)
        if not is_place(chosen):  # changed by hand, or kept by another system
            return standard
        return Folders(Path(chosen), standard.recovery, standard.checkouts)

    def _author(self) -> str:
        from desktop.app.new_project import person

        return self.settings.text(keys.AUTHOR)[: keys.LONGEST_NAME] or person()


def is_place(text: str) -> bool:
    """Whether ``text`` can name a folder of this system, whatever the working folder is."""
    try:
        return b"\0" not in os.fsencode(text) and Path(text).is_absolute()
    except ValueError:
        return False


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file; False where that cannot be told."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def main(arguments: Sequence[str]) -> int:
    """Open the window, with the files named in ``arguments``; returns the exit code.

    ``--sample`` opens a working copy of the sample project, ``--safe-mode`` forgets how windows and pages look.
    """
    kind = HandedOver if sys.platform == "darwin" else QApplication
    app = QApplication.instance() or kind([keys.APPLICATION])
    assert isinstance(app, QApplication)
    app.setApplicationName(keys.APPLICATION)
    app.setDesktopFileName(keys.APPLICATION)
    hook = ProblemHook(app)
    hook.install()
    sys.setswitchinterval(TURN)
    if sys.platform == "win32":
        import ctypes

        # As Microsoft asks of every program: a recent file on an empty card reader must not ask for a disk.
        ctypes.windll.kernel32.SetErrorMode(FAIL_CRITICAL_ERRORS)
    with contextlib.suppress(ValueError):  # only the main thread may; Ctrl+C in a terminal ends the program
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    settings = Settings(settings_file())
    if SAFE_MODE in arguments:
        settings.begin_safely()
    program = Application(app, settings)
    window = program.new_window()
    window.painted.connect(lambda: _after_first_paint(program, time.time(), time.process_time()))
    opening = Opening(program, arguments)
    if isinstance(app, HandedOver):
        app.file_wanted.connect(opening.open_also)
    code = app.exec()
    program.wind_down()
    return code


def _after_first_paint(program: Application, moment: float, worked: float) -> None:
    """What the first paint need not wait for; it was at ``moment``, after ``worked`` seconds of the processor."""
    gc.freeze()
    QGuiApplication.setWindowIcon(application_icon())
    start_log(log_folder())
    log.info("first paint at %.3f after %.3f s of the processor", moment, worked)
    program.warm_up()
