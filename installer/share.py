"""What a Linux desktop is told of the program: entry, file type, icons, metadata, manual pages."""

from __future__ import annotations

import datetime as dt
import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from installer.environment import IDENTIFIER, ROOT

FILES = ROOT / "installer" / "linux"
ICON = ROOT / "resources" / "icons" / "pilotage.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels; the sizes of the hicolor theme that desktops ask for."""
PLACES = {
    "pilotage.desktop": "applications",
    "pilotage.xml": "mime/packages",
    "pilotage.metainfo.xml": "metainfo",
}

DRAW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImageReader
app = QGuiApplication(sys.argv)
source, folder, sizes = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
for size in map(int, sizes):
    reader = QImageReader(source)
    reader.setScaledSize(QSize(size, size))
    target = folder / f"{size}x{size}" / "apps" / "pilotage.png"
    target.parent.mkdir(parents=True)
    if not reader.read().save(str(target)):
        sys.exit(f"{target}: {reader.errorString()}")
"""


def write(share: Path, version: str, moment: int) -> None:
    """Fill ``share``, the ``/usr/share`` of a package; ``moment`` is the date of the release in seconds."""
    words = {"@ID@": IDENTIFIER, "@DEVELOPER@": IDENTIFIER.rpartition(".")[0], "@VERSION@": version}
    words |= {"@DATE@": f"{dt.datetime.fromtimestamp(moment, dt.UTC):%Y-%m-%d}"}
    for name, place in PLACES.items():
        # Metadata are found by their id; that of the menu entry is its name, which the window bears too.
        called = f"{IDENTIFIER}.metainfo.xml" if place == "metainfo" else name
        _put(share / place / called, filled((FILES / name).read_text("utf-8"), words))
    theme = share / "icons" / "hicolor"
    draw_icons(theme)
    (theme / "scalable" / "apps").mkdir(parents=True)
    shutil.copyfile(ICON, theme / "scalable" / "apps" / ICON.name)
    for folder, language in (("man/man1", "en"), ("man/zh_CN/man1", "zh_CN")):
        _put(share / folder / "pilotage.1.gz", pressed(manual(language, version, words["@DATE@"])))


def filled(text: str, words: Mapping[str, str]) -> str:
    """A template with its words put in."""
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def draw_icons(theme: Path) -> None:
    """The mark of the program in every size, drawn by Qt in a process of its own, without a screen."""
    command = [sys.executable, "-c", DRAW, str(ICON), str(theme), *map(str, SIZES)]
    subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)


def manual(language: str, version: str, date: str) -> str:
    """The manual page: what ``pilotage --help`` says, laid out for ``man``."""
    from desktop.cli import HELP
    from desktop.i18n import catalog

    words = catalog(language)
    chinese = words.is_chinese
    summary = "策划、推进、汇报和收尾客户项目" if chinese else "plan, run, show and close a project for a client"
    name, usage = ("名称", "用法") if chinese else ("NAME", "SYNOPSIS")
    lines = [line.replace("\\", "\\e").replace("-", "\\-") for line in words(HELP).splitlines()]
    # A line that begins with a point or an apostrophe would be a command of the typesetter.
    lines = ["\\&" + line if line[:1] in (".", "'") else line for line in lines]
    head = f'.TH PILOTAGE 1 {date} "Pilotage {version}"\n.SH {name}\npilotage \\- {summary}\n.SH {usage}\n.nf\n'
    return head + "\n".join(lines) + "\n.fi\n"


def pressed(text: str | bytes) -> bytes:
    """Compressed as Debian wants documentation, without a name or a date in it."""
    return gzip.compress(text.encode() if isinstance(text, str) else text, 9, mtime=0)


def _put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
