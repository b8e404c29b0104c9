"""Nothing of Qt is made, nor taken apart, outside the thread of the interface, and no thread outlives the window."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from pytestqt.qtbot import QtBot

from desktop.app.warm_up import WITH_QT, WarmUp, loading
from desktop.views.background import Background, Wish, wait_for_all
from tests.conftest import deliver_deletions
from tests.test_first_start import WORK, confined

# Notes what is loaded and collected in another thread; whoever switched the collector on would collect at once.
WATCH = """
import gc, json, os, sys, threading
gc.disable()
gc.set_threshold(1)
astray = []
def is_astray():
    return threading.current_thread() is not threading.main_thread()
class Finder:
    def find_spec(self, name, path=None, target=None):
        knows_qt = name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph")
        if (knows_qt or name.startswith(("desktop.models", "desktop.views"))) and is_astray():
            astray.append("loaded " + name)
sys.meta_path.insert(0, Finder())
gc.callbacks.append(lambda phase, facts: astray.append("collected") if is_astray() else None)
"""
TELL = """
from PySide6.QtCore import QThreadPool
alive = [thread.name for thread in threading.enumerate() if not thread.daemon]
print(json.dumps([astray, alive, QThreadPool.globalInstance().activeThreadCount()]))
sys.exit(code)
"""
SITTING = WORK.replace('sys.exit(app.main(["--sample"]))', 'code = app.main(["--sample"])')


def watched(home: Path, script: str) -> list[object]:
    done = confined(home, WATCH + script + TELL)
    assert done.returncode == 0, done.stderr
    found: list[object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_sitting_leaves_qt_to_the_thread_of_the_interface(tmp_path: Path) -> None:
    assert SITTING != WORK
    assert watched(tmp_path, SITTING) == [[], ["MainThread"], 0]


# The program is left while modules are loaded and pages are made.
LEAVING = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import desktop.app as app
from desktop.views.main_window import MainWindow

class Left(MainWindow):
    def _after_first_paint(self):
        super()._after_first_paint()
        QTimer.singleShot(DELAY, self.leave)
    def leave(self):
        for window in list(self.program.windows):
            window.close()
        QTimer.singleShot(0, QApplication.quit)
app.MainWindow = Left
code = app.main(ARGUMENTS)
"""


@pytest.mark.parametrize(
    ("arguments", "delay"), [([], 0), ([], 300), (["--sample"], 0), (["--sample"], 500), (["--sample"], 1200)]
)
def test_leaving_at_any_moment_ends_well(tmp_path: Path, arguments: list[str], delay: int) -> None:
    script = LEAVING.replace("DELAY", str(delay)).replace("ARGUMENTS", repr(arguments))
    assert watched(tmp_path, script) == [[], ["MainThread"], 0]


@pytest.mark.parametrize("name", ["plan.pilotage", "plan.xml"])
def test_neither_does_a_large_file_that_is_read_beside_the_window(tmp_path: Path, root: Path, name: str) -> None:
    sample, file = root / "resources" / "samples" / "chenghai.pilotage", tmp_path / name
    if name.endswith("xml"):
        command = ["convert", str(sample), str(file)]
        assert confined(tmp_path, f"from desktop.cli import main; sys.exit(main({command!r}))").returncode == 0
    else:
        file.write_bytes(sample.read_bytes())
    script = LEAVING.replace("DELAY", "1500")
    script = f"import desktop.views.errands as errands\nerrands.LARGE_FILE = 0{script}"
    assert watched(tmp_path, script.replace("ARGUMENTS", repr([str(file)]))) == [[], ["MainThread"], 0]


ASTRAY = """
code = 0
worker = threading.Thread(target=lambda: (gc.collect(), __import__("PySide6.QtCore")))
worker.start()
worker.join()
"""


def test_the_watch_over_threads_works(tmp_path: Path) -> None:
    found, *_ = watched(tmp_path, ASTRAY)
    assert isinstance(found, list)
    assert {"collected", "loaded PySide6", "loaded PySide6.QtCore"} <= set(found)


MISSING = """
from PySide6 import QtCore, QtGui, QtWidgets
from desktop.views.background import Background
from desktop.views.qt_classes import make_classes
def missing():
    return [name for module in (QtCore, QtGui, QtWidgets) for name in dir(module) if name not in vars(module)]
assert len(missing()) > 100
"""
MAKING = ["make_classes()", "app = QtCore.QCoreApplication([]); Background()._begin('work', lambda wish: None)"]


@pytest.mark.parametrize("way", MAKING, ids=["told", "before work begins elsewhere"])
def test_all_classes_of_qt_are_made_at_once(root: Path, way: str) -> None:
    script = f"{MISSING}{way}\nassert missing() == []"
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_page_and_dialog_is_loaded(root: Path) -> None:
    loaded = set(loading(WITH_QT)) | set(sys.modules)
    views = (root / "desktop" / "views").rglob("*.py")
    names = {".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__") for path in views}
    assert len(names) > 200
    assert names <= loaded


def test_warming_up_ends_by_itself_and_when_it_is_told(qtbot: QtBot) -> None:
    made = WarmUp()
    qtbot.waitUntil(lambda: not (made._thread.is_alive() or made._timer.isActive() or made._slices.is_working))
    made = WarmUp()
    made.make_way()
    assert not made._thread.is_alive() and made._timer.isActive()  # the rest is loaded in this thread
    made.end()
    assert not (made._thread.is_alive() or made._timer.isActive() or made._slices.is_working)


class Slow(Background):
    found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_done = threading.Event()

    def start(self) -> None:
        def work(wish: Wish) -> None:
            while not wish.is_off():
                time.sleep(0.01)
            time.sleep(0.1)
            wish.say("found", 1)
            self.is_done.set()

        self._begin("work", work)


def test_whoever_works_is_waited_for_at_the_end(qtbot: QtBot) -> None:
    made, told, gone = Slow(), [], []
    made.found.connect(told.append)
    made.destroyed.connect(lambda: gone.append(True))
    done = made.is_done
    made.start()
    wait_for_all()
    assert done.is_set()
    qtbot.wait(1)
    deliver_deletions()
    assert told == [] and gone == [True]
