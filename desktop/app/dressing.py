"""The look of the program and of its windows: language, colours, text size, as the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.i18n import CHINESE, ENGLISH, LANGUAGES, RESOURCES, set_language
from desktop.views import settings as keys
from desktop.views.look import text_size
from desktop.views.qt_words import QtWords
from desktop.views.slices import Slices, Steps
from desktop.views.theme import SYSTEM, THEMES, apply_theme
from desktop.views.week_start import begin_weeks

if TYPE_CHECKING:
    from desktop.app import Application
    from desktop.views.main_window import MainWindow

FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
FAMILY = "Noto Sans SC"
PROPORTIONAL = "palt"
"""OpenType feature: quotation marks as wide as they are drawn, not as wide as a Chinese character."""
SMALLEST = 10.0
"""Points; Chinese is hard to read below."""
RETRY = 2000
"""Milliseconds until a change of the look that waits for a menu or a dialog is tried again."""


class Dressing(QObject):
    """Of one program: what Qt as a whole is told at once, and the windows built anew one after the other."""

    def __init__(self, program: Application, app: QApplication) -> None:
        super().__init__(program)
        self._program, self._app = program, app
        self._base_size = max(app.font().pointSizeF(), SMALLEST)
        self._translators: list[QTranslator] = []
        self._undressed: list[MainWindow] = []
        """Windows that wait until nobody answers a dialog of theirs."""
        self.work = Slices(self)
        self._dress_again = False
        """Whether something was chosen since the windows have begun to change their look."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._dress_windows)
        for name in FONTS:
            QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
        self._dress_application()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def at_once(self) -> None:
        """Dress every window now; one in which somebody answers a dialog follows when that is done."""
        for _ in self._dressing():
            pass

    def softly(self) -> None:
        """A little at a time: while that is under way, it is begun again afterwards."""
        if self.work.is_working:
            self._dress_again = True
        else:
            self.work.begin(self._dressing(), self._dressed, at_once=False)

    def call_off(self) -> None:
        """No window is dressed any more."""
        self.work.call_off()

    def end(self) -> None:
        """Take back what this program did to Qt as a whole."""
        self.call_off()
        self._take_words_back()

    def _dressed(self, result: object) -> None:
        del result
        if self._dress_again:
            self._dress_again = False
            self.softly()

    def _dressing(self) -> Steps:
        self._dress_application()
        self._undressed = list(self._program.windows)
        yield
        yield from self._dressing_windows()

    def _dress_windows(self) -> None:
        if self.work.is_working:
            self._patience.start(RETRY)
        else:
            self.work.begin(self._dressing_windows(), self._dressed, at_once=False)

    def _dressing_windows(self) -> Steps:
        waiting = []
        for window in self._undressed:
            if window in self._program.windows and window.is_busy:
                waiting.append(window)
            elif window in self._program.windows:
                for _ in window.building():
                    yield
                    if window not in self._program.windows:
                        break
        self._undressed = waiting
        if waiting:
            self._patience.start(RETRY)
        QTimer.singleShot(RETRY, self._program.collector.collect_insides)  # when the insides of before are gone

    def _dress_application(self) -> None:
        language = self._program.settings.text(keys.LANGUAGE, system_language(), LANGUAGES)
        set_language(language)
        begin_weeks(self._program.settings.text(keys.WEEK_START))
        self._translate_qt(language)
        font = self._app.font()
        font.setFamily(FAMILY)
        font.clearFeatures()
        if language == ENGLISH:
            font.setFeature(QFont.Tag(PROPORTIONAL), 1)
        percent = text_size(self._program.settings)
        font.setPointSizeF(self._base_size * percent / 100)
        self._app.setFont(font)
        for_room = self._program.settings.number(keys.ROOM, 0, 0, 1) == 1
        theme = self._program.settings.text(keys.THEME, SYSTEM, THEMES)
        apply_theme(self._app, theme, growth=percent / 100, for_room=for_room)

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
        if self._program.settings.text(keys.THEME, SYSTEM, THEMES) != SYSTEM:
            return
        busy = QApplication.activePopupWidget()
        QTimer.singleShot(RETRY if busy else 0, self._system_changed if busy else self.softly)


def system_language() -> str:
    """Chinese where the system speaks it, else English."""
    return CHINESE if QLocale.system().language() == QLocale.Language.Chinese else ENGLISH
