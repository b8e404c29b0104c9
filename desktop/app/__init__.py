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

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QPoint, QTimer, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.app.collector import Collector
from desktop.app.doorbell import Doorbell
from desktop.app.handed_over import HandedOver
from desktop.app.opening import SAFE_MODE, Opening
from desktop.app.places import data_folder, log_folder, settings_file
from desktop.app.warm_up import WarmUp
from desktop.i18n import CHINESE, ENGLISH, LANGUAGES, RESOURCES, set_language
from desktop.views import settings as keys
from desktop.views.background import wait_for_all
from desktop.views.icons import application_icon
from desktop.views.look import text_size
from desktop.views.main_window import MainWindow
from desktop.views.problem import ProblemHook, log, start_log
from desktop.views.qt_words import QtWords
from desktop.views.settings import Settings
from desktop.views.slices import Slices, Steps
from desktop.views.theme import SYSTEM, THEMES, apply_theme
from desktop.views.week_start import begin_weeks

if TYPE_CHECKING:  # store, domain and exchange are imported after the first paint
    from desktop.domain.imports import Imported
    from desktop.domain.progress import Progress
    from desktop.domain.scheduling.holidays import HolidayList
    from desktop.store.preparing import Folders
    from desktop.views.program import Bringing, Coming, Document, Kept, NewProject, Table

FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
FAMILY = "Noto Sans SC"
PROPORTIONAL = "palt"
"""OpenType feature: quotation marks as wide as they are drawn, not as wide as a Chinese character."""
SMALLEST = 10.0
"""Points; Chinese is hard to read below."""
TURN = 0.0005
"""Seconds after which a thread that computes lets the interface go on: with Python's own five milliseconds it waits for
ten times as long as it has to do."""
FAIL_CRITICAL_ERRORS = 1
"""Windows' own number for: tell the program of such errors, not the person."""
RETRY = 2000
"""Milliseconds until a change of the look that waits for a menu or a dialog is tried again."""


class Application(QObject):
    """The program around the windows; see ``views.program.Program``."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self.settings = settings
        self.windows: list[MainWindow] = []
        self._app = app
        self._base_size = max(app.font().pointSizeF(), SMALLEST)
        self._translators: list[QTranslator] = []
        self.collector = Collector(self)
        self.doorbell = Doorbell(data_folder() / "asked", self.bring_up, self)
        self._warm_up: WarmUp | None = None
        self._undressed: list[MainWindow] = []
        """Windows that wait until nobody answers a dialog of theirs."""
        self._dresser = Slices(self)
        self._dress_again = False
        """Whether something was chosen since the windows have begun to change their look."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._dress_windows)
        for name in FONTS:
            QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
        self._dress_application()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # -- the look ---------------------------------------------------------------------------------

    def dress(self) -> None:
        """Apply language, colours and text size from the settings to every window.

        A window in which somebody answers a dialog follows when that is done.
        """
        for _ in self._dressing():
            pass

    def dress_softly(self) -> None:
        """As :meth:`dress`, a little at a time: while that is under way, it is begun again afterwards."""
        if self._dresser.is_working:
            self._dress_again = True
        else:
            self._dresser.begin(self._dressing(), self._dressed, at_once=False)

    def _dressed(self, result: object) -> None:
        del result
        if self._dress_again:
            self._dress_again = False
            self.dress_softly()

    def _dressing(self) -> Steps:
        self._dress_application()
        self._undressed = list(self.windows)
        yield
        yield from self._dressing_windows()

    def _dress_windows(self) -> None:
        if self._dresser.is_working:
            self._patience.start(RETRY)
        else:
            self._dresser.begin(self._dressing_windows(), self._dressed, at_once=False)

    def _dressing_windows(self) -> Steps:
        waiting = []
        for window in self._undressed:
            if window in self.windows and window.is_busy:
                waiting.append(window)
            elif window in self.windows:
                for _ in window.building():
                    yield
                    if window not in self.windows:
                        break
        self._undressed = waiting
        if waiting:
            self._patience.start(RETRY)
        QTimer.singleShot(RETRY, self.collector.collect_insides)  # when the insides of before are gone

    def _dress_application(self) -> None:
        language = self.settings.text(keys.LANGUAGE, system_language(), LANGUAGES)
        set_language(language)
        begin_weeks(self.settings.text(keys.WEEK_START))
        self._translate_qt(language)
        font = self._app.font()
        font.setFamily(FAMILY)
        font.clearFeatures()
        if language == ENGLISH:
            font.setFeature(QFont.Tag(PROPORTIONAL), 1)
        percent = text_size(self.settings)
        font.setPointSizeF(self._base_size * percent / 100)
        self._app.setFont(font)
        for_room = self.settings.number(keys.ROOM, 0, 0, 1) == 1
        apply_theme(self._app, self.settings.text(keys.THEME, SYSTEM, THEMES), for_room=for_room)

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
        self._dresser.call_off()
        if self._warm_up is not None:
            self._warm_up.end()
        wait_for_all()

    def end(self) -> None:
        """Take back what this program did to Qt and Python as a whole."""
        self._dresser.call_off()
        self.collector.stop()
        self._take_words_back()

    def _take_words_back(self) -> None:
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = []

    def _translate_qt(self, language: str) -> None:
        """Qt's own texts: buttons of standard dialogs, menus of text fields."""
        self._take_words_back()
        QLocale.setDefault(QLocale(CHINESE if language == CHINESE else "en_GB"))
        if language != ENGLISH:
            made = QTranslator(self)
            if made.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                self._translators.append(made)
            self._translators.append(QtWords(self))
            for translator in self._translators:
                self._app.installTranslator(translator)

    def _system_changed(self) -> None:
        """Evening falls on the desktop: follow, but never take a menu away from under the pointer."""
        if self.settings.text(keys.THEME, SYSTEM, THEMES) != SYSTEM:
            return
        busy = QApplication.activePopupWidget()
        QTimer.singleShot(RETRY if busy else 0, self._system_changed if busy else self.dress_softly)

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
        from desktop.app import documents

        in_use = [window.document.path for window in self.windows if window.document is not None]
        return self.open(documents.sample_copy(data_folder() / "samples", in_use))

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
        from desktop.app.documents import TableFile

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
        from desktop.app.documents import person

        return self.settings.text(keys.AUTHOR)[: keys.LONGEST_NAME] or person()


def system_language() -> str:
    """Chinese where the system speaks it, else English."""
    return CHINESE if QLocale.system().language() == QLocale.Language.Chinese else ENGLISH


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
