"""The first start on somebody's computer: without a network, with nothing prepared, with folders that refuse."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_app import start

SETTINGS = Path("xdg_config_home", "pilotage", "settings.json")

# No socket of any kind in Python, and on Linux none to a network in any library either: the kernel ends the process.
CONFINE = """
import ctypes, os, struct, sys

def audit(event, facts):
    if event.startswith("socket.") and event != "socket.gethostname" or event in ("urllib.Request", "webbrowser.open"):
        os.write(2, f"asked for the network: {event} {facts}\\n".encode())
        os._exit(99)
sys.addaudithook(audit)

SOCKET = {"x86_64": 41, "aarch64": 198}
def confine(machine):
    # if the call is socket() and its family is none of AF_UNIX: end the process, else go on
    code = [(0x20, 0, 0, 0), (0x15, 0, 3, SOCKET[machine]), (0x20, 0, 0, 16), (0x15, 1, 0, 1), (0x06, 0, 0, 0x80000000),
            (0x06, 0, 0, 0x7FFF0000)]
    filters = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in code))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(code), ctypes.addressof(filters)))
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    return libc.prctl(22, 2, program, 0, 0) == 0
if sys.platform == "linux" and os.uname().machine in SOCKET:
    print("confined", confine(os.uname().machine), file=sys.stderr)
"""

# A sitting: the sample, every page, an edit and its undo, a report, a plan for another program, settings, the end.
WORK = """
import traceback
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import desktop.app as app
from desktop.views.main_window import MainWindow

class Working(MainWindow):
    def show_document(self, document, front=""):
        super().show_document(document, front)
        QTimer.singleShot(300, self.work)
    def work(self):
        try:
            self.work_through()
        except BaseException:
            traceback.print_exc()
            os._exit(7)
    def work_through(self):
        from desktop.domain.commands.records import AddRecord
        from desktop.views.pages import ENTRIES
        for entry in ENTRIES:
            if entry:
                self.view.show_page(entry.key)
                QApplication.processEvents()
        assert self.workspace.do(AddRecord("risk", {"event": "Crane late"}))
        self.undo()
        self.document.export(Path("plan.xml"), "team", "xml")
        self.document.make_restore_point("once")
        self.look.choose_theme("dark")
        QTimer.singleShot(500, self.end)
    def end(self):
        print("worked", len(self.workspace.project.rows("task")))
        for window in list(self.program.windows):
            window.close()
        QTimer.singleShot(0, QApplication.quit)
app.MainWindow = Working
sys.exit(app.main(["--sample"]))
"""


def confined(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    places = {name: str(home / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return subprocess.run(
        [sys.executable, "-c", CONFINE + script],
        env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[1])},
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_sitting_needs_no_network(tmp_path: Path) -> None:
    done = confined(tmp_path, WORK)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.removeprefix("worked")) > 50
    assert (tmp_path / "plan.xml").stat().st_size > 10_000


def test_neither_do_the_commands(tmp_path: Path) -> None:
    done = confined(tmp_path, "from desktop.cli import main; sys.exit(main(['--self-test']))")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("attempt", "code"),
    [
        ("import socket; socket.socket()", 99),
        ("import socket; socket.getaddrinfo('example.com', 443)", 99),
        ("import urllib.request; urllib.request.urlopen('http://127.0.0.1:1/')", 99),
        # socket(AF_INET, SOCK_STREAM), past Python: as a library in C++ would
        ("ctypes.CDLL(None).socket(2, 1, 0); print('unseen')", -31),
        ("assert ctypes.CDLL(None).socket(1, 1, 0) >= 0; sys.exit(5)", 5),
    ],
)
def test_the_watch_over_the_network_works(tmp_path: Path, attempt: str, code: int) -> None:
    if "ctypes" in attempt and (sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64")):
        pytest.skip("the kernel is asked to watch on Linux alone")
    done = confined(tmp_path, attempt)
    if "confined False" in done.stderr and "ctypes" in attempt:
        pytest.skip("this kernel does not let a process confine itself")
    assert done.returncode == code, done.stderr


def test_the_very_first_start_says_nothing(tmp_path: Path) -> None:
    assert start(tmp_path, delay=500)["banners"] == [""]


def test_the_sample_is_there_on_the_first_start(tmp_path: Path) -> None:
    said = start(tmp_path, "--sample", delay=1500)
    assert said["titles"] != ["Pilotage"]
    assert "working copy of the sample" in said["banners"][0]
    assert json.loads((tmp_path / SETTINGS).read_text("utf-8"))["recent"][0]["path"].endswith("chenghai.pilotage")


@pytest.mark.parametrize("content", ["", '{"theme": "dark", "rec', "\0" * 4096, '"text"'])
def test_damaged_settings_are_told_and_kept(tmp_path: Path, content: str) -> None:
    settings = tmp_path / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text(content)
    (told,) = start(tmp_path, delay=500)["banners"]
    kept = settings.with_suffix(".damaged.json")
    assert told == (
        "The settings were damaged, so Pilotage starts with its standard ones. Your projects are not affected. "
        f"The damaged file is kept: {kept}"
    )
    assert kept.read_text() == content
    assert start(tmp_path, delay=500)["banners"] == [""]


@pytest.mark.parametrize(
    ("refusing", "said"),
    [
        (("XDG_CONFIG_HOME",), "nothing may be written to"),
        (("XDG_STATE_HOME",), ""),
        (("XDG_DATA_HOME",), ""),
        (("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), "nothing may be written to"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_folders_that_cannot_be_made_do_not_matter(tmp_path: Path, refusing: tuple[str, ...], said: str) -> None:
    for name in refusing:
        (tmp_path / name.lower()).write_text("a file where a folder should be")
    (told,) = start(tmp_path, delay=500)["banners"]
    assert said in told
    assert bool(told) == bool(said)


def test_a_project_opens_where_nothing_can_be_kept(tmp_path: Path) -> None:
    assert start(tmp_path, "--sample", delay=1500)["titles"]
    project = next(tmp_path.rglob("chenghai.pilotage"))
    moved = tmp_path / "Moved.pilotage"
    moved.write_bytes(project.read_bytes())
    home = tmp_path / "other"
    home.mkdir()
    for name in ("xdg_config_home", "xdg_data_home", "xdg_state_home"):
        (home / name).touch()
    said = start(home, str(moved), delay=1500)
    assert said["titles"] != ["Pilotage"]
    assert "nothing may be written to" in said["banners"][0]
    refused = start(home, "--sample", delay=500)
    assert refused["titles"] == ["Pilotage"]
    assert "chenghai.pilotage" in refused["banners"][0]


def test_safe_mode_says_what_it_forgot(tmp_path: Path) -> None:
    settings = tmp_path / SETTINGS
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"language": "en", "text_size": 250, "theme": "dark", "recent": [{"path": "/a"}]}))
    (told,) = start(tmp_path, "--safe-mode", delay=500)["banners"]
    assert told.startswith("Safe mode: ")
    assert str(settings.with_suffix(".before-safe-mode.json")) in told
    kept = json.loads(settings.read_text("utf-8"))
    assert {key: kept.get(key) for key in ("language", "recent", "text_size", "theme")} == {
        "language": "en", "recent": [{"path": "/a"}], "text_size": None, "theme": None,
    }  # fmt: skip


# As on macOS: one file is handed over before the window is seen, another while the first one is open.
HAND_OVER = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
import desktop.app as app
from desktop.app.handed_over import HandedOver

made = HandedOver(["pilotage"])
QApplication.postEvent(made, QFileOpenEvent(FIRST))
handed = 1
def look():
    global handed
    windows = [one for one in made.topLevelWidgets() if isinstance(one, app.MainWindow)]
    opened = [window.document.path.name for window in windows if window.document]
    if len(opened) < handed:
        return
    if handed == 1:
        handed = 2
        QApplication.postEvent(made, QFileOpenEvent(SECOND))
        return
    print(json.dumps(opened))
    for window in windows:
        window.close()
    made.quit()
timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
sys.exit(app.main([]))
"""


def test_files_that_the_system_hands_over_are_opened(tmp_path: Path) -> None:
    sample = Path(__file__).parents[1] / "resources" / "samples" / "chenghai.pilotage"
    files = [tmp_path / "One.pilotage", tmp_path / "二.pilotage"]
    for file in files:
        file.write_bytes(sample.read_bytes())
    script = HAND_OVER.replace("FIRST", repr(str(files[0]))).replace("SECOND", repr(str(files[1])))
    done = confined(tmp_path, script)
    assert done.returncode == 0, done.stderr
    assert sorted(json.loads(done.stdout)) == sorted(file.name for file in files)
