"""The look of the interface: Fusion with our own palette, light, dark or high contrast."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.charts.palette import CONTRAST, DARK, LIGHT, Palette

SYSTEM, LIGHT_THEME, DARK_THEME, CONTRAST_THEME = "system", "light", "dark", "contrast"
THEMES = (SYSTEM, LIGHT_THEME, DARK_THEME, CONTRAST_THEME)

_PALETTES = {LIGHT_THEME: LIGHT, DARK_THEME: DARK, CONTRAST_THEME: CONTRAST}


class _Current:
    """The palette in use: one per process, like QApplication's."""

    palette: Palette = LIGHT
    is_for_room: bool = False
    growth: float = 1.0
    is_edged: bool = False
    """Whether the edges of fields are drawn by our own style."""


def palette() -> Palette:
    """Colours by role (``charts.palette``) as ``#rrggbb``; ask again on every paint."""
    return _Current.palette


def colour(role: str) -> QColor:
    """The colour of a role in the theme in use."""
    return QColor(_Current.palette[role])


def strokes() -> float:
    """How much thicker lines are than on a desk: those who sit at the back see them too."""
    return 1.75 if _Current.is_for_room else 1.0


def least_target() -> int:
    """Pixels that what is pressed has at least; 0 where a mouse does it."""
    if not _Current.is_for_room:
        return 0
    from desktop.views.fingers import FINGER

    return FINGER


def resolve(theme: str) -> str:
    """``system`` turned into what the system asks for now."""
    if theme != SYSTEM:
        return theme
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK_THEME if dark else LIGHT_THEME


def apply_theme(app: QApplication, theme: str, *, growth: float = 1.0, for_room: bool = False) -> None:
    """Dress the whole application; windows repaint themselves.

    ``growth``: size of the text in proportion to the usual one. ``for_room``: large targets and thick lines.
    """
    _Current.palette = chosen = _PALETTES[resolve(theme)]
    _wear(app, max(growth, 1.0), for_room=for_room, edged=chosen is not LIGHT)
    made = QPalette()
    group, disabled = QPalette.ColorGroup.All, QPalette.ColorGroup.Disabled
    for role, name in (
        (QPalette.ColorRole.Window, "window"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "row_alternate"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Button, "raised"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.ToolTipBase, "raised"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.PlaceholderText, "muted"),
        (QPalette.ColorRole.Highlight, "selection"),
        (QPalette.ColorRole.HighlightedText, "selection_text"),
        (QPalette.ColorRole.Accent, "accent"),
        (QPalette.ColorRole.Link, "accent"),
        (QPalette.ColorRole.BrightText, "red"),
        (QPalette.ColorRole.Mid, "line"),
        (QPalette.ColorRole.Dark, "line_strong"),
        (QPalette.ColorRole.Light, "raised"),
        (QPalette.ColorRole.Midlight, "line"),
        (QPalette.ColorRole.Shadow, "line_strong"),
    ):
        made.setColor(group, role, QColor(chosen[name]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(disabled, role, QColor(chosen["disabled"]))
    app.setPalette(made)


def growth() -> float:
    """Size of the text in proportion to the usual one, at least 1."""
    return _Current.growth


def wears_own_style() -> bool:
    """Whether the program wears more than the style of Qt as it is."""
    return _Current.is_for_room or _Current.is_edged or _Current.growth > 1


def _wear(app: QApplication, growth: float, *, for_room: bool, edged: bool) -> None:
    """Change the style where another is needed; making it anew costs milliseconds at the start."""
    same = (growth, for_room, edged) == (_Current.growth, _Current.is_for_room, _Current.is_edged)
    _Current.growth, _Current.is_for_room, _Current.is_edged = growth, for_room, edged
    ours = wears_own_style()
    if same and (ours or app.style().name() == "fusion"):
        return
    if for_room:
        from desktop.views.fingers import FingerStyle

        app.setStyle(FingerStyle(growth, edged=edged))
    elif ours:
        from desktop.views.grown import EdgedStyle, GrownStyle

        app.setStyle(GrownStyle(growth, edged=edged) if growth > 1 else EdgedStyle(edged=edged))
    else:
        app.setStyle("Fusion")
