"""The two faces in which everything is printed: Noto Sans SC, embedded as TrueType.

ReportLab's own fonts have no Chinese, and its CID fonts are not embedded, so a reader without Asian
fonts would see boxes. Registered once per process, by path; FontFinder is never asked, because it
trusts a cache in the temporary folder.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.i18n import RESOURCES

REGULAR, BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"
LAST_PRINTABLE = 0xFFFF
"""ReportLab writes a ToUnicode entry of two bytes: a glyph beyond it would be copied as another one."""

_lock = Lock()


class Widths(dict[str, float]):
    """Advance of each character in thousandths of the size; looked up once per character."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self._widths: dict[int, float] = font.face.charWidths
        self._default: float = font.face.defaultWidth

    def __missing__(self, character: str) -> float:
        width = self._widths.get(ord(character), self._default)
        self[character] = width
        return width


@lru_cache
def _registered(name: str) -> TTFont:
    # No scheme and no host is trusted: nothing that a report says may make ReportLab open anything.
    rl_config.trustedSchemes = []
    rl_config.trustedHosts = []
    # Streams stay binary: as text they are a quarter larger, and a large chart takes a third longer.
    rl_config.useA85 = 0
    font = TTFont(name, str(RESOURCES / "fonts" / f"{name}.ttf"))
    # Lists by the ten thousand, which only reading it and shaping need.
    font.face.glyphToChar.clear()  # type: ignore[attr-defined]
    pdfmetrics.registerFont(font)
    return font


def font(name: str) -> TTFont:
    """The face ``name``, registered with ReportLab."""
    with _lock:
        return _registered(name)


@lru_cache
def widths(name: str) -> Widths:
    """Widths of the face ``name``."""
    return Widths(font(name))


@lru_cache
def printable() -> frozenset[str]:
    """Every character that both faces can draw and that a reader can copy out again."""
    codes = font(REGULAR).face.charToGlyph.keys() & font(BOLD).face.charToGlyph.keys()
    return frozenset(chr(code) for code in codes if code <= LAST_PRINTABLE)
