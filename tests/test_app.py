"""The program as a process: what it loads before it is seen, and that nothing kept keeps it from starting."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# Started in a process of its own, because sys.modules of this one holds everything.
SHOW = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import desktop.app as app
from desktop.views.main_window import MainWindow

shown = []
class Watched(MainWindow):
    def _after_first_paint(self):
        shown.append(sorted(sys.modules))
        super()._after_first_paint()
        QTimer.singleShot(DELAY, self.report)
    def report(self):
        texts = [window.banner.text for window in self.program.windows]
        titles = [window.windowTitle() for window in self.program.windows]
        print(json.dumps({"modules": shown[0], "titles": titles, "banners": texts}))
        for window in list(self.program.windows):
            window.close()
        QTimer.singleShot(0, QApplication.quit)
app.MainWindow = Watched
sys.exit(app.main(ARGUMENTS))
"""


def start(home: Path, *arguments: str, delay: int = 0) -> dict[str, Any]:
    """Start the program in a home of its own; returns what it said of itself once it was painted."""
    script = SHOW.replace("ARGUMENTS", repr(list(arguments))).replace("DELAY", str(delay))
    places = {
        name: str(home / name.lower())
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_little_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    loaded = set(start(tmp_path)["modules"])
    system = {"sitecustomize", "usercustomize"}  # Debian's Python loads its own before any program
    strangers = {name.split(".")[0] for name in loaded} - sys.stdlib_module_names - {"desktop"} - system
    binding = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap"}
    assert {name for name in strangers if not name.startswith("_")} == binding | {"platformdirs"}
    qt = {name for name in loaded if name.startswith("PySide6.Qt")}
    assert qt == {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
    assert not {name for name in loaded if name.startswith(("desktop.domain", "desktop.store", "desktop.exchange"))}


@pytest.mark.parametrize("content", ["", "{", '{"windows": 3, "text_size": "x", "recent": [1], "pages": []}'])
def test_damaged_settings_do_not_keep_it_from_starting(tmp_path: Path, content: str) -> None:
    settings = tmp_path / "xdg_config_home" / "pilotage" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(content)
    assert start(tmp_path)["titles"] == ["Pilotage"]


def test_safe_mode_forgets_the_layout(tmp_path: Path) -> None:
    settings = tmp_path / "xdg_config_home" / "pilotage" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"language": "zh_CN", "text_size": 250, "pages": {"x": {"plan": {"columns": 7}}}}))
    assert start(tmp_path, "--safe-mode")["titles"] == ["领航"]
    kept = json.loads(settings.read_text(encoding="utf-8"))
    assert (kept["language"], "text_size" in kept, "pages" in kept) == ("zh_CN", False, False)


def test_what_cannot_be_opened_is_said_on_the_start_page(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pilotage"
    empty.touch()
    said = start(tmp_path, str(empty), delay=500)
    assert said["titles"] == ["Pilotage"]
    assert "empty.pilotage" in said["banners"][0]


def test_nothing_about_a_project_is_written_to_the_log(tmp_path: Path) -> None:
    secret = tmp_path / "Merger of Client and Sons.pilotage"
    secret.write_text("not a project")
    start(tmp_path, str(secret), delay=500)
    logs = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.log")]
    assert logs
    assert not [text for text in logs if "Merger" in text or str(tmp_path) in text]
