"""The program's own icons: stroke drawings of 24 × 24 in ``resources/icons``, coloured on loading."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from desktop.i18n import RESOURCES
from desktop.views.theme import growth, palette

FOLDER = RESOURCES / "icons"
SIZES = (16, 24, 48)
"""Pixels that are drawn sharp beside text of the usual size; others are scaled from the next larger, and none is shown
larger than the largest. A project has some sixty icons, and drawing each in every size and state would be felt when
it opens."""
DISABLED_SIZES = (24,)


def icon(name: str, role: str = "text") -> QIcon:
    """The icon ``name`` in the colour of ``role`` of the theme in use, greyed where disabled.

    Ask again after the theme or the size of the text has changed: windows are built anew then.
    """
    return _icon(name, palette()[role], palette()["disabled"], growth())


def pixmap(name: str, size: int, role: str = "text", ratio: float = 1.0) -> QPixmap:
    """The drawing ``name``, ``size`` logical pixels square on a screen of ``ratio``."""
    return _drawn(name, palette()[role], size, ratio)


def application_icon() -> QIcon:
    """The mark of the program, in its own colours."""
    return _icon("pilotage", "", "", 1.0)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, disabled: str, growth: float) -> QIcon:
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_draw(name, colour, round(size * growth)), QIcon.Mode.Normal)
    for size in DISABLED_SIZES if disabled else ():
        made.addPixmap(_draw(name, disabled, round(size * growth)), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Kept, because delegates ask on every paint."""
    made = _draw(name, colour, round(size * ratio))
    made.setDevicePixelRatio(ratio)
    return made


def _draw(name: str, colour: str, size: int) -> QPixmap:
    source = QByteArray(_source(FOLDER / f"{name}.svg").replace(b"currentColor", colour.encode()))
    buffer = QBuffer(source)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())


@lru_cache(maxsize=256)
def _source(path: Path) -> bytes:
    return path.read_bytes()
