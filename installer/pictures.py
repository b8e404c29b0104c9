"""The mark of the program as icon files, drawn by Qt from the picture that the program itself uses."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from installer.environment import ROOT

if TYPE_CHECKING:  # of the build's own packages; products are listed by a Python without any
    from PIL import Image

MARK = ROOT / "resources" / "icons" / "pilotage.svg"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Pixels; what Windows asks for at 100 to 300 %."""
MACOS = (16, 32, 64, 128, 256, 512, 1024)
"""Pixels; 16 to 512 points, plain and for fine screens."""
MARGIN = 0.1
"""Share of an icon's side that macOS leaves free on each side, so that ours is as large as its neighbours."""
GROUND = (0x1F, 0x5F, 0xBF)
"""The blue of the mark."""

DRAW = """
import sys
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
app = QGuiApplication(sys.argv[:1])
source, folder, margin, *sizes = sys.argv[1:]
drawn = QSvgRenderer(source)
if not drawn.isValid():
    sys.exit(f"{source} is no picture")
for size in map(int, sizes):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    free = round(size * float(margin))
    with QPainter(image) as painter:
        drawn.render(painter, QRectF(free, free, size - 2 * free, size - 2 * free))
    if not image.save(f"{folder}/{size}.png"):
        sys.exit(f"{size}.png could not be written")
"""


def draw(sizes: Sequence[int], margin: float = 0.0) -> list[Image.Image]:
    """The mark in each size; drawn in a process of its own, because it needs no screen and the builder may have one."""
    from PIL import Image

    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", DRAW, str(MARK), folder, str(margin), *map(str, sizes)]
        subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
        made = []
        for size in sizes:
            with Image.open(Path(folder, f"{size}.png")) as picture:
                made.append(picture.copy())
    return made


def write_ico(target: Path) -> Path:
    """The icon of the Windows program: each size drawn for itself, the largest packed."""
    return _write(target, draw(WINDOWS), sizes=[(size, size) for size in WINDOWS])


def write_icns(target: Path) -> Path:
    """The icon of the macOS program."""
    return _write(target, draw(MACOS, MARGIN))


def write_welcome(target: Path) -> Path:
    """The picture beside the first page of the Windows installer, twice as fine as its place of 164 by 314."""
    from PIL import Image

    (mark,) = draw([240])
    made = Image.new("RGB", (328, 628), GROUND)
    made.paste(mark, (44, 110), mark)
    target.parent.mkdir(parents=True, exist_ok=True)
    made.save(target)
    return target


def _write(target: Path, pictures: list[Image.Image], **options: object) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    *others, largest = pictures
    largest.save(target, append_images=others, **options)
    return target
