"""``pilotage --self-test``: is everything there that the program is made of, and does it work on this computer?

It is for whoever has just installed the program or built it: a frozen program may lack a file, a library or a
module that is imported only when it is needed. It needs no screen and no network, and notices any use of one.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import os
import pkgutil
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import desktop
from desktop.cli.commands import DONE, PROJECT, opened_file
from desktop.domain.rejection import Rejected, sentences
from desktop.i18n import CHINESE, N_, RESOURCES, catalog, tr, words

sentences(
    no_sample=N_("The sample project is missing from this installation. Nothing was done; install Pilotage again."),
    self_test_failed=N_("The self-test failed: {what}. Install Pilotage again."),
)

HARMLESS = {"socket.gethostname"}
"""What Python reports of sockets without one."""
HIDDEN = "__main__"
_kept: list[object] = []
"""The application object, which Qt wants kept."""


def self_test() -> int:
    """Try everything; a sentence on the first part that does not work."""
    samples = sorted((RESOURCES / "samples").glob(f"*{PROJECT}"))
    if not samples:
        raise Rejected("no_sample")
    with _no_network() as used, tempfile.TemporaryDirectory(prefix="pilotage-self-test-") as folder:
        copy = Path(folder, samples[0].name)
        shutil.copyfile(samples[0], copy)
        for name, check in CHECKS.items():
            try:
                good = check(copy)
            except Exception as error:
                raise Rejected("self_test_failed", what=f"{tr(name)} ({type(error).__name__})") from error
            if not good or used:
                raise Rejected("self_test_failed", what=tr(name if not good else N_("a network was used")))
        tasks, size = _tasks(copy), copy.with_suffix(".pdf").stat().st_size >> 10
    print(tr("Self-test passed: {n} tasks scheduled, a report of {size} KB printed.", n=tasks, size=size))
    return DONE


@contextlib.contextmanager
def _no_network() -> Iterator[list[str]]:
    """The uses that are made of sockets meanwhile, from wherever in Python."""
    used: list[str] = []
    watching = True

    def watch(event: str, _: object) -> None:
        # A hook stays until the process ends.
        if watching and event.startswith("socket.") and event not in HARMLESS:
            used.append(event)

    sys.addaudithook(watch)
    try:
        yield used
    finally:
        watching = False


def _tasks(path: Path) -> int:
    from desktop.domain.plan import Task

    with opened_file(path) as opened:
        return len(opened.project.table(Task))


def _modules(_: Path) -> bool:
    """Every module of ours can be imported, and with them all libraries that they use at once."""
    for found in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not found.name.endswith(HIDDEN):
            importlib.import_module(found.name)
    for name in ("alembic.migration", "icalendar", "numpy", "openpyxl", "pypdfium2", "pyqtgraph", "xlsxwriter"):
        importlib.import_module(name)
    strangers = {"PySide6.QtNetwork"} | ({"ssl"} if getattr(sys, "frozen", False) else set())
    return not strangers & set(sys.modules)


def _surroundings(_: Path) -> bool:
    """A frozen program does not tell other programs that are opened from it to use its libraries."""
    inside = getattr(sys, "_MEIPASS", "")
    told = (os.environ.get(name, "") for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH"))
    return not (inside and sys.platform == "linux" and any(inside in value for value in told))


def _translations(_: Path) -> bool:
    """Ours, and Qt's own."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    theirs = QTranslator()
    loaded = theirs.load(f"qtbase_{CHINESE}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return loaded and bool(theirs.translate("QPlatformTheme", "Cancel")) and catalog(CHINESE)("Risks") == "风险"


def _drawing(_: Path) -> bool:
    """Fonts with Chinese characters and pictures, as the window draws them, without a screen."""
    from PySide6.QtGui import QFontDatabase, QFontMetricsF, QImageReader
    from PySide6.QtWidgets import QApplication

    from desktop.app.dressing import FAMILY, FONTS

    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QApplication([desktop.__name__]))
    for name in FONTS:
        if QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name)) < 0:
            return False
    measured = QFontMetricsF(QFontDatabase.font(FAMILY, "Regular", 12))
    icons = list((RESOURCES / "icons").glob("*.svg"))
    pictures = [QImageReader(str(icon)).read() for icon in icons]
    return measured.inFont("领") and bool(icons) and not any(item.isNull() for item in pictures)


def _content(_: Path) -> bool:
    """Holidays of China and templates of projects."""
    from desktop.domain.scheduling.holidays import china_list, china_years
    from desktop.domain.templates import templates

    return bool(china_years()) and bool(china_list().exceptions) and bool(templates())


def _project(copy: Path) -> bool:
    """The sample opens, is sound and has dates."""
    with opened_file(copy) as opened:
        sound = opened.file is not None and not list(opened.file.verify())
        return sound and bool(opened.schedule.times) and _tasks(copy) > 0


def _pdf(copy: Path) -> bool:
    """A report in both languages, whose Chinese text can be read from it."""
    import pypdfium2

    from desktop.reports.kinds import write_report

    target = copy.with_suffix(".pdf")
    with opened_file(copy) as opened:
        write_report(
            opened.project, opened.schedule, kind="status", language="both", audience="client", path=target,
            today=dt.date.today(),
        )  # fmt: skip
    with contextlib.closing(pypdfium2.PdfDocument(target)) as document:
        text = "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    return sum("一" <= letter <= "鿿" for letter in text) > 100


def _foreign(suffix: str) -> Callable[[Path], bool]:
    """Writing the plan as another format and reading it again keeps every task."""

    def check(copy: Path) -> bool:
        from desktop.exchange.outgoing import write_foreign

        target = copy.with_suffix(suffix)
        with opened_file(copy) as opened:
            write_foreign(opened.project, opened.schedule, target, words(), now=dt.datetime.now(), audience="team")
        return _tasks(target) == _tasks(copy)

    return check


CHECKS: dict[str, Callable[[Path], bool]] = {
    N_("parts of the program"): _modules,
    N_("what other programs inherit"): _surroundings,
    N_("translations"): _translations,
    N_("fonts and pictures"): _drawing,
    N_("holidays and templates"): _content,
    N_("the sample project"): _project,
    N_("a report in Chinese"): _pdf,
    N_("Microsoft Project XML"): _foreign(".xml"),
    N_("an Excel workbook"): _foreign(".xlsx"),
}
