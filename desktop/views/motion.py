"""Whether things may move by themselves: not where the system was asked for less motion. Qt does not tell."""

from __future__ import annotations

import configparser
import os
import plistlib
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_SPI_GETCLIENTAREAANIMATION = 0x1042
_OFF = ("0", "false", "no")


@lru_cache(maxsize=1)
def moves() -> bool:
    """Whether movement is wanted; asked of the system once."""
    try:
        if sys.platform == "win32":
            return _windows()
        return is_moving(Path.home(), os.environ, sys.platform)
    except (OSError, ValueError, configparser.Error, plistlib.InvalidFileException):
        return True


def is_moving(home: Path, environment: Mapping[str, str], platform: str) -> bool:
    """What the files in a home folder say: of macOS, of GTK and GNOME, of KDE."""
    if platform == "darwin":
        file = home / "Library/Preferences/com.apple.universalaccess.plist"
        return not (file.is_file() and plistlib.loads(file.read_bytes()).get("reduceMotion"))
    folder = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    for version in ("gtk-4.0", "gtk-3.0"):
        said = _value(folder / version / "settings.ini", "Settings", "gtk-enable-animations")
        if said.casefold() in _OFF:
            return False
    factor = _value(folder / "kdeglobals", "KDE", "AnimationDurationFactor")
    return not factor or float(factor) > 0


def _value(file: Path, section: str, key: str) -> str:
    if not file.is_file():
        return ""
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.read(file, encoding="utf-8")
    return read.get(section, key, fallback="").strip()


def _windows() -> bool:
    import ctypes

    on = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined]
        _SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(on), 0
    )
    return bool(on.value)
