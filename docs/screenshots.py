"""Makes the pictures of the README from the sample project: ``python docs/screenshots.py [FOLDER]``.

Headless; the workspaces in both languages, light and dark, on the sample's own status date.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

import desktop.app  # noqa: E402
from desktop.app import Application  # noqa: E402
from desktop.views.settings import LANGUAGE, THEME, Settings  # noqa: E402

TODAY = dt.datetime(2026, 11, 20, 17, 0)
SIZE = (1440, 900)
PAGES = ("overview", "plan", "risks", "communication", "reports", "control", "diagrams", "resource")
LOOKS = (
    ("en", "en", "light", PAGES),
    ("zh_CN", "zh", "light", PAGES),
    ("en", "en", "dark", ("plan", "risks")),
)


def wait(milliseconds: int) -> None:
    """Let the program work, as long as workers need to render a preview."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(folder: Path) -> None:
    """Write one PNG per workspace and look into ``folder``."""
    app = QApplication(["pilotage"])
    app.setApplicationName("pilotage")
    with tempfile.TemporaryDirectory() as home:
        desktop.app.data_folder = lambda: Path(home) / "data"
        for language, short, theme, pages in LOOKS:
            settings = Settings(Path(home) / f"{short}-{theme}.json")
            settings.keep_all({LANGUAGE: language, THEME: theme})
            program = Application(app, settings)
            window = program.new_window()
            window.resize(*SIZE)
            wait(200)
            window.grab().save(str(folder / f"start-{short}-{theme}.png"))
            window.open_sample()
            wait(300)
            assert window.workspace is not None
            window.workspace.session._clock = lambda: TODAY
            window.banner.hide()
            for page in pages:
                window.go_to(page)
                wait({"reports": 4000, "resource": 2000}.get(page, 500))
                window.grab().save(str(folder / f"{page}-{short}-{theme}.png"))
            window.close()
            program.end()
            wait(100)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots")
