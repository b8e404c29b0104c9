"""How long until something is seen: ``python benchmarks/startup.py [--runs N] [--tasks N]``.

- process start to first paint of the window, against a bare PySide6 window, in turns, so that the ratio does
  not depend on how busy the machine is; with the start page in English and in Chinese;
- opening a project of 10,000 tasks: from the request to the overview and to the plan painted, against reading
  the same rows from the same file with the sqlite3 module alone.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

BARE = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def painted():
    print(time.time(), flush=True)
    os._exit(0)
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
app = QApplication(["bare"])
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""
OURS = """
import gc, os, time
gc.disable()  # as desktop.__main__ does
import desktop.app as app
from desktop.views.main_window import MainWindow
class Window(MainWindow):
    def _after_first_paint(self):
        print(time.time(), flush=True)
        os._exit(0)
app.MainWindow = Window
app.main([])
"""
OPENING = """
import json, os, sys, time
import desktop.app as app
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
begun, found = [], {}
original = app.Application.open
def opening(self, *arguments, **more):
    begun.append(time.perf_counter())
    document = original(self, *arguments, **more)
    found["read and scheduled"] = time.perf_counter() - begun[0]
    QTimer.singleShot(0, shown)
    return document
def shown():
    window = program().windows[0]
    window.grab()
    found["overview painted"] = time.perf_counter() - begun[0]
    before = time.perf_counter()
    window.go_to("plan")
    QApplication.processEvents()
    window.grab()
    found["plan painted, after that"] = time.perf_counter() - before
    with open("/proc/self/status") as status:
        found["memory, MB"] = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
    print(json.dumps(found), flush=True)
    os._exit(0)
def program():
    return next(item for item in QApplication.instance().children() if isinstance(item, app.Application))
app.Application.open = opening
app.main([sys.argv[1]])
"""


def environment(home: Path, language: str) -> dict[str, str]:
    """A person of their own, whose interface speaks ``language``."""
    config = home / "config" / "pilotage"
    config.mkdir(parents=True, exist_ok=True)
    (config / "settings.json").write_text(json.dumps({"language": language, "theme": "light"}))
    places = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
    # Compiled modules are kept as on anybody's machine, even where this one is told not to.
    places["PYTHONPYCACHEPREFIX"] = home.parent / "compiled"
    platform = {} if os.environ.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    made = os.environ | platform | {"PYTHONPATH": str(ROOT)} | {name: str(place) for name, place in places.items()}
    made.pop("PYTHONDONTWRITEBYTECODE", None)
    return made


def run(script: str, settings: dict[str, str], *arguments: str) -> tuple[float, str]:
    """(seconds from start of the process to what it printed, what it printed)."""
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=settings, capture_output=True, text=True, check=False
    )
    if not done.stdout.strip():
        raise SystemExit(done.stderr)
    last = done.stdout.splitlines()[-1]
    try:
        return float(last) - began, last
    except ValueError:
        return 0.0, last


def first_paint(runs: int, home: Path) -> None:
    english, chinese = environment(home / "en", "en"), environment(home / "zh", "zh_CN")
    run(BARE, english), run(OURS, english), run(OURS, chinese)  # compiled and in the file cache from here on
    times: dict[str, list[float]] = {"bare": [], "English": [], "Chinese": []}
    for _ in range(runs):
        times["bare"].append(run(BARE, english)[0])
        times["English"].append(run(OURS, english)[0])
        times["Chinese"].append(run(OURS, chinese)[0])
    bare = statistics.median(times["bare"])
    print(f"first paint, median of {runs}: bare window {bare * 1000:.0f} ms")
    for language in ("English", "Chinese"):
        ours = statistics.median(times[language])
        print(f"  ours in {language}: {ours * 1000:.0f} ms = {ours / bare:.2f} × bare (target 1.5)")


def raw_read(path: Path) -> float:
    """Seconds to read every row of every table with nothing but sqlite3."""
    began = time.perf_counter()
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        connection.execute('SELECT * FROM "' + table.replace('"', '""') + '"').fetchall()
    connection.close()
    return time.perf_counter() - began


def opening(runs: int, tasks: int, home: Path) -> None:
    from benchmarks.plans import make_plan
    from desktop.store.files import ProjectFile

    path = home / "large.pilotage"
    ProjectFile.create(path, make_plan(tasks)).close()
    settings = environment(home / "open", "en")
    run(OPENING, settings, str(path))  # compiled from here on
    found = [json.loads(run(OPENING, settings, str(path))[1]) for _ in range(runs)]
    floor = statistics.median(raw_read(path) for _ in range(runs))
    print(f"open {tasks:,} tasks, median of {runs}: sqlite3 alone reads the rows in {floor * 1000:.0f} ms")
    for name in found[0]:
        value = statistics.median(item[name] for item in found)
        if "MB" in name:
            print(f"  {name}: {value:.0f} (target 400)")
        else:
            print(f"  {name}: {value * 1000:.0f} ms = {value / floor:.1f} × raw read")
    total = statistics.median(item["overview painted"] for item in found)
    print(f"  from the request to the first page: {total:.2f} s (target 1.2)")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=7)
    arguments.add_argument("--tasks", type=int, default=10_000)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="pilotage-startup-") as folder:
        first_paint(chosen.runs, Path(folder))
        opening(max(chosen.runs // 2, 1), chosen.tasks, Path(folder))


if __name__ == "__main__":
    main()
