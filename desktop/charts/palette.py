"""Colours by role, for interface, charts and paper. A role says what a thing means.

Contrast: text roles reach 4.5:1 on their surface, shapes and focus 3:1 (WCAG 2.2 AA). Colour never
carries meaning alone: critical bars are outlined, ratings carry a letter and a shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Palette = Mapping[str, str]

_LIGHT = {
    # surfaces and text
    "window": "#f4f5f7", "surface": "#ffffff", "raised": "#ffffff", "rail": "#1f2a3a", "rail_text": "#d9e0ea",
    "rail_active": "#33445c", "line": "#d5d9e0", "line_strong": "#8a93a1",
    "text": "#1b2330", "muted": "#566172", "disabled": "#8f98a6",
    "accent": "#1f5fbf", "accent_text": "#ffffff", "accent_soft": "#dfe9f8", "focus": "#1f5fbf",
    "selection": "#cfe0f7", "selection_text": "#1b2330", "hover": "#eaf0f8",
    "red": "#b3261e", "red_soft": "#f9dedc", "amber": "#8a5a00", "amber_fill": "#ffb300",
    "amber_soft": "#fff1cf", "green": "#1b7f3b", "green_soft": "#d9f0df", "grey": "#5f6b7a", "grey_soft": "#e6e9ee",
    # Gantt
    "bar": "#8fb3e6", "bar_line": "#2f5f9f", "bar_text": "#1b2330", "progress": "#24497a",
    "critical": "#c9483b", "critical_line": "#8e1d13", "critical_progress": "#7a1a12",
    "near_critical": "#e2ae4c", "near_critical_line": "#8a5a00", "near_critical_progress": "#6b4300",
    "summary": "#2b3544", "milestone": "#2b3544", "milestone_critical": "#b3261e",
    "manual": "#7d8fa8", "inactive": "#c6ccd5", "baseline": "#8a93a1", "float": "#9fb4d0", "negative_float": "#b3261e",
    "late": "#b3261e", "early": "#1b7f3b", "progress_line": "#a3157c",
    "predecessor": "#6b3fa0", "successor": "#0b6b78", "relation": "#1f5fbf",
    "deadline": "#1b7f3b", "deadline_missed": "#b3261e", "link": "#5d6b7e", "link_critical": "#b3261e",
    "today": "#d9822b", "status_date": "#6b3fa0", "nonworking": "#eef0f4", "grid": "#e6e9ee", "grid_strong": "#cfd5de",
    "header": "#f4f5f7", "header_text": "#1b2330", "row_alternate": "#fafbfc", "ghost": "#1f5fbf",
    # classes of tasks: a light fill, and a dark line that also draws the pattern
    "class0": "#a9c9ee", "class0_line": "#1f4e8c", "class1": "#f6c79a", "class1_line": "#8a4b08",
    "class2": "#a8dcb9", "class2_line": "#14632f", "class3": "#f3bcb4", "class3_line": "#8e1d13",
    "class4": "#f1e29a", "class4_line": "#6b5900", "class5": "#a6dfe6", "class5_line": "#0f5a66",
    "class6": "#d6bce8", "class6_line": "#5d2f86", "class7": "#d4d0c8", "class7_line": "#4d463c",
    # one-hue scale of the matrix, light to dark; index 0 to 4
    "heat0": "#eef3fa", "heat1": "#cfdff2", "heat2": "#9fbfe4", "heat3": "#5f8fca", "heat4": "#2b5c9e",
    "heat0_text": "#1b2330", "heat1_text": "#1b2330", "heat2_text": "#1b2330",
    "heat3_text": "#0b1420", "heat4_text": "#ffffff",
    # series (Okabe–Ito hues that keep 3:1 on white)
    "series0": "#0072b2", "series1": "#d55e00", "series2": "#007f5c", "series3": "#a8558a",
}  # fmt: skip

_DARK = {
    **_LIGHT,
    "window": "#161b22", "surface": "#1d242d", "raised": "#252e39", "rail": "#10151b", "rail_text": "#c9d3df",
    "rail_active": "#2c3a4c", "line": "#36414e", "line_strong": "#6d7a8a",
    "text": "#e6ebf1", "muted": "#a9b4c2", "disabled": "#6d7a8a",
    "accent": "#7fb0f0", "accent_text": "#0b1420", "accent_soft": "#263b57", "focus": "#7fb0f0",
    "selection": "#2f4a6d", "selection_text": "#f2f6fb", "hover": "#2a3440",
    "red": "#ff8a80", "red_soft": "#4a2320", "amber": "#ffc64d", "amber_fill": "#ffb300", "amber_soft": "#463716",
    "green": "#6fd08c", "green_soft": "#1f3d29", "grey": "#a9b4c2", "grey_soft": "#303a46",
    "bar": "#6f9fe0", "bar_line": "#b4d0f5", "bar_text": "#e6ebf1", "progress": "#173a66",
    "critical": "#b84f43", "critical_line": "#ff9d92", "critical_progress": "#ffd2cc",
    "near_critical": "#a67c2d", "near_critical_line": "#ffc64d", "near_critical_progress": "#ffe8b3",
    "summary": "#c9d3df", "milestone": "#e6ebf1", "milestone_critical": "#ff8a80",
    "manual": "#6f8096", "inactive": "#414c59", "baseline": "#8a97a8", "float": "#4d6585",
    "negative_float": "#ff8a80", "late": "#ff8a80", "early": "#6fd08c", "progress_line": "#f08bd0",
    "predecessor": "#c9a4f5", "successor": "#6fd3e0", "relation": "#7fb0f0",
    "deadline": "#6fd08c",
    "deadline_missed": "#ff8a80", "link": "#93a1b3", "link_critical": "#ff8a80", "today": "#f0a35a",
    "status_date": "#b794e6", "nonworking": "#222a34", "grid": "#28313b", "grid_strong": "#3a4552",
    "header": "#1d242d", "header_text": "#e6ebf1", "row_alternate": "#202831", "ghost": "#7fb0f0",
    "class0": "#2f5a91", "class0_line": "#a9ccf7", "class1": "#7a4a1d", "class1_line": "#ffd0a0",
    "class2": "#28613d", "class2_line": "#a9e6bd", "class3": "#86352b", "class3_line": "#ffc4bb",
    "class4": "#62561b", "class4_line": "#f3e6a0", "class5": "#1f6068", "class5_line": "#a8e6ee",
    "class6": "#5d3f7a", "class6_line": "#e3cbf6", "class7": "#524c44", "class7_line": "#ddd6cb",
    "heat0": "#24303d", "heat1": "#2f4763", "heat2": "#3f648f", "heat3": "#6b9bd6", "heat4": "#a9cbf5",
    "heat0_text": "#e6ebf1", "heat1_text": "#e6ebf1", "heat2_text": "#ffffff",
    "heat3_text": "#0b1420", "heat4_text": "#0b1420",
    "series0": "#56b4e9", "series1": "#f0894a", "series2": "#3cc29b", "series3": "#d99bc2",
}  # fmt: skip

_CONTRAST = {
    **_LIGHT,
    "window": "#ffffff", "rail": "#000000", "rail_text": "#ffffff", "rail_active": "#3a3a3a",
    "line": "#000000", "line_strong": "#000000", "text": "#000000", "muted": "#222222", "disabled": "#595959",
    "accent": "#0038a8", "focus": "#0038a8", "selection": "#0038a8", "selection_text": "#ffffff",
    "hover": "#dce6ff", "grid": "#bfbfbf", "grid_strong": "#595959", "nonworking": "#e3e3e3",
    "bar": "#b9d1ff", "bar_line": "#000000", "critical": "#f0574a", "critical_line": "#000000",
    "progress": "#000000", "critical_progress": "#000000",
    "near_critical": "#ffd27f", "near_critical_line": "#000000", "near_critical_progress": "#000000",
    "header": "#ffffff", "link": "#000000",
    **{f"class{slot}_line": "#000000" for slot in range(8)},
}  # fmt: skip

_CLASSES = tuple(f"class{slot}{line}" for slot in range(8) for line in ("", "_line"))
INSIDE = ("bar", "critical", "near_critical", "manual", "surface", *_CLASSES)
"""Fills on which a text may stand; each palette has a role with ``_inside`` behind it for that text."""
_INKS = ("#0b1016", "#ffffff")


def luminance(code: str) -> float:
    """Relative luminance of a colour (WCAG 2.2), 0 to 1."""
    parts = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours (WCAG 2.2), 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _finished(roles: Mapping[str, str]) -> Palette:
    """``roles`` with the ink for each fill that is written on."""
    inks = {f"{fill}_inside": max(_INKS, key=lambda ink: contrast(ink, roles[fill])) for fill in INSIDE}
    return MappingProxyType({**roles, **inks})


LIGHT: Palette = _finished(_LIGHT)
DARK: Palette = _finished(_DARK)
CONTRAST: Palette = _finished(_CONTRAST)
PRINT: Palette = _finished(
    {**_LIGHT, "window": "#ffffff", "row_alternate": "#ffffff", "bar": "#a9c6ee", "critical_line": "#5e120b"}
)
"""Paper is white, whatever the screen wears; bars are light and critical ones dark, so that grey tells them apart."""
