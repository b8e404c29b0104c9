"""Fusion, grown with the text: bars, arrows and boxes keep their proportion to letters of any size.

The style itself draws them for letters of the usual size whatever the font, and the edges of fields in a colour that
dark grounds swallow and that high contrast is too good for. A style in Python costs a call whenever Qt asks for a
measure, so that one which grows is worn only where the text is larger than usual.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionToolButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

from desktop.views.boxes import paint_box
from desktop.views.theme import colour

_M, _E, _C, _S = QStyle.PixelMetric, QStyle.PrimitiveElement, QStyle.ComplexControl, QStyle.SubControl
GROWING = frozenset(
    {
        _M.PM_ScrollBarSliderMin, _M.PM_SliderThickness, _M.PM_SliderLength,
        _M.PM_SmallIconSize, _M.PM_LargeIconSize, _M.PM_ButtonIconSize, _M.PM_ToolBarIconSize, _M.PM_ListViewIconSize,
        _M.PM_IconViewIconSize, _M.PM_MessageBoxIconSize, _M.PM_TitleBarButtonIconSize, _M.PM_TitleBarButtonSize,
        _M.PM_TabCloseIndicatorWidth, _M.PM_TabCloseIndicatorHeight, _M.PM_TabBarScrollButtonWidth,
        _M.PM_IndicatorWidth, _M.PM_IndicatorHeight, _M.PM_ExclusiveIndicatorWidth, _M.PM_ExclusiveIndicatorHeight,
        _M.PM_CheckBoxLabelSpacing, _M.PM_RadioButtonLabelSpacing, _M.PM_MenuButtonIndicator, _M.PM_MenuScrollerHeight,
        _M.PM_ToolBarExtensionExtent, _M.PM_ToolBarHandleExtent, _M.PM_DockWidgetSeparatorExtent,
        _M.PM_DockWidgetHandleExtent, _M.PM_SplitterWidth, _M.PM_SizeGripSize, _M.PM_TreeViewIndentation,
        _M.PM_HeaderMarkSize, _M.PM_HeaderGripMargin, _M.PM_HeaderMargin, _M.PM_FocusFrameHMargin,
        _M.PM_TextCursorWidth,
    }
)  # fmt: skip
"""Measures of what is found by hand or eye; those of icons in lists, fields and buttons follow the small icon."""
OF_BARS = 0.6
"""Share of the growth that the width of scroll bars takes part in: they take room from what is looked at."""
Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]
DOWN: Corners = (0, 0), (1, 0), (0.5, 1)
UP: Corners = (0, 1), (1, 1), (0.5, 0)
RIGHT: Corners = (0, 0), (0, 1), (1, 0.5)
LEFT: Corners = (1, 0), (1, 1), (0, 0.5)
ARROWS = {
    _E.PE_IndicatorArrowDown: DOWN, _E.PE_IndicatorArrowUp: UP,
    _E.PE_IndicatorArrowRight: RIGHT, _E.PE_IndicatorArrowLeft: LEFT,
}  # fmt: skip
_SORTED = {QStyleOptionHeader.SortIndicator.SortUp: UP, QStyleOptionHeader.SortIndicator.SortDown: DOWN}
WIDTH, FLAT = 8, 4 / 7
"""Of an arrow beside text of the usual size: pixels across, and its height as a share of them."""
FIELD_ARROW = 16
"""Pixels for the arrows of a field with text of the usual size."""
_FIELD_SIZES = frozenset({QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox})
PARTS: dict[QStyle.ComplexControl, dict[QStyle.SubControl, Corners]] = {
    _C.CC_ComboBox: {_S.SC_ComboBoxArrow: DOWN},
    _C.CC_SpinBox: {_S.SC_SpinBoxUp: UP, _S.SC_SpinBoxDown: DOWN},
}
"""Arrows at the right edge of fields."""
_EDGES = frozenset({_E.PE_FrameLineEdit, _E.PE_PanelButtonCommand})
_TEXTS = (QPlainTextEdit, QTextEdit)
_INPUTS = {_C.CC_ComboBox: _S.SC_ComboBoxEditField, _C.CC_SpinBox: _S.SC_SpinBoxEditField}


class EdgedStyle(QProxyStyle):
    """Fusion whose boxes are seen, and where ``edged`` its edges; Python is asked for nothing else."""

    def __init__(self, growth: float = 1.0, *, edged: bool = True) -> None:
        super().__init__("Fusion")
        self.growth, self.edged = growth, edged

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element is _E.PE_IndicatorCheckBox:
            paint_box(painter, option.rect, _state(option), enabled=bool(option.state & QStyle.StateFlag.State_Enabled))
            return
        super().drawPrimitive(element, option, painter, widget)
        if self.edged and (element in _EDGES or (element is _E.PE_Frame and isinstance(widget, _TEXTS))):
            _edge(painter, option)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: QStyleOptionComplex, painter: QPainter, widget: Any = None
    ) -> None:
        super().drawComplexControl(control, option, painter, widget)
        if self.edged and control in PARTS:
            _edge(painter, option)


class GrownStyle(EdgedStyle):
    """Fusion for text ``growth`` times the usual size."""

    def __init__(self, growth: float, *, edged: bool = False) -> None:
        super().__init__(growth, edged=edged)
        self._more = round(FIELD_ARROW * (growth - 1))
        """Pixels that fields get for their arrows."""

    def pixelMetric(self, metric: QStyle.PixelMetric, option: Any = None, widget: QWidget | None = None) -> int:
        found = super().pixelMetric(metric, option, widget)
        if metric in GROWING:
            return round(found * self.growth)
        return round(found * (1 + OF_BARS * (self.growth - 1))) if metric is _M.PM_ScrollBarExtent else found

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # it may be None
        if kind in _FIELD_SIZES:
            return found + QSize(self._more, 0)
        if kind is QStyle.ContentsType.CT_ToolButton and _drops_down(option):
            return found + QSize(self.pixelMetric(_M.PM_MenuButtonIndicator), 0)
        return found

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        found = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        if control not in PARTS or found.isEmpty():
            return found
        if part in PARTS[control]:
            return found.adjusted(-self._more, 0, 0, 0)
        return found.adjusted(0, 0, -self._more, 0) if part is _INPUTS[control] else found

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        corners = ARROWS.get(element)
        if element is _E.PE_IndicatorHeaderArrow and isinstance(option, QStyleOptionHeader):
            corners = _SORTED.get(option.sortIndicator)
        if element is _E.PE_IndicatorBranch:
            state = option.state
            if not state & QStyle.StateFlag.State_Children:
                return
            corners = DOWN if state & QStyle.StateFlag.State_Open else RIGHT
        if corners is not None:
            self._arrow(painter, option, option.rect, corners)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: QStyleOptionComplex, painter: QPainter, widget: Any = None
    ) -> None:
        if control is _C.CC_ToolButton and isinstance(option, QStyleOptionToolButton) and _drops_down(option):
            self._button_with_menu(option, painter, widget)
            return
        super().drawComplexControl(control, option, painter, widget)
        parts = PARTS.get(control, {})
        if control is _C.CC_ScrollBar:
            parts = {_S.SC_ScrollBarSubLine: LEFT, _S.SC_ScrollBarAddLine: RIGHT}
            if not option.state & QStyle.StateFlag.State_Horizontal:
                parts = {_S.SC_ScrollBarSubLine: UP, _S.SC_ScrollBarAddLine: DOWN}
        for part, corners in parts.items():  # over the small one
            if option.subControls & part:
                room = self.subControlRect(control, option, part, widget)
                self._arrow(painter, option, room, corners)

    def _button_with_menu(self, option: QStyleOptionToolButton, painter: QPainter, widget: QWidget | None) -> None:
        """Its face, then what stands on it, and the arrow beside that instead of under its end."""
        face = QStyleOptionToolButton(option)
        face.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu
        face.text, face.icon = "", QIcon()
        super().drawComplexControl(_C.CC_ToolButton, face, painter, widget)
        arrow = QRect(option.rect)
        arrow.setLeft(arrow.right() - self.pixelMetric(_M.PM_MenuButtonIndicator))
        face = QStyleOptionToolButton(option)
        face.rect = option.rect.adjusted(2, 2, -arrow.width(), -2)
        self.drawControl(QStyle.ControlElement.CE_ToolButtonLabel, face, painter, widget)
        self._arrow(painter, option, arrow, DOWN)

    def _arrow(self, painter: QPainter, option: QStyleOption, room: QRect, corners: Corners) -> None:
        across = min(WIDTH * self.growth, room.width(), room.height())
        wide, high = (across, across * FLAT) if corners in (DOWN, UP) else (across * FLAT, across)
        box = QRectF(0, 0, wide, high)
        box.moveCenter(QRectF(room).center())
        text = option.palette.color(QPalette.ColorRole.ButtonText)
        ground = option.palette.color(QPalette.ColorRole.Button)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_between(text, ground))
        painter.drawPolygon(QPolygonF([QPointF(box.x() + x * wide, box.y() + y * high) for x, y in corners]))
        painter.restore()


def _drops_down(option: QStyleOption) -> bool:
    """Whether it is of a button all of which opens a menu."""
    features = QStyleOptionToolButton.ToolButtonFeature
    if not isinstance(option, QStyleOptionToolButton):
        return False
    return bool(option.features & features.HasMenu) and not option.features & features.MenuButtonPopup


class MenuStyle(GrownStyle):
    """For menus: with large letters they are scrolled where the screen is too low, not put into columns beyond it, and
    the lines between their parts are seen."""

    def styleHint(
        self, hint: QStyle.StyleHint, option: Any = None, widget: QWidget | None = None, data: Any = None
    ) -> int:
        if hint is QStyle.StyleHint.SH_Menu_Scrollable and self.growth > 1:
            return 1
        return super().styleHint(hint, option, widget, data)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        super().drawControl(element, option, painter, widget)
        if not self.edged or not isinstance(option, QStyleOptionMenuItem) or option.text:
            return
        if option.menuItemType is QStyleOptionMenuItem.MenuItemType.Separator:
            room = option.rect.adjusted(5, 0, -5, 0)
            painter.fillRect(room.x(), room.center().y(), room.width(), 1, colour("line"))


def dress_menu(menu: QMenu) -> None:
    """Let ``menu`` look as the program does where that wears a style of our own."""
    worn = QApplication.style()
    if isinstance(worn, EdgedStyle) and not isinstance(menu.style(), MenuStyle):
        menu.setStyle(_of_menus(worn.growth, worn.edged))


@lru_cache(maxsize=8)
def _of_menus(growth: float, edged: bool) -> MenuStyle:
    made = MenuStyle(growth, edged=edged)
    made.setParent(QApplication.instance())
    return made


def show_arrow(button: QToolButton) -> None:
    """A button all of which opens a menu says so by an arrow that is seen, whatever style the program wears.

    To be called once it has its menu.
    """
    if not isinstance(QApplication.style(), GrownStyle):
        button.setStyle(_usual())
    button.setIcon(button.icon())  # it may know its size from when it had no menu


@lru_cache(maxsize=1)
def _usual() -> GrownStyle:
    made = GrownStyle(1.0)
    made.setParent(QApplication.instance())
    return made


def _state(option: QStyleOption) -> Qt.CheckState:
    """Whether a box is ticked."""
    if option.state & QStyle.StateFlag.State_NoChange:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if option.state & QStyle.StateFlag.State_On else Qt.CheckState.Unchecked


def _edge(painter: QPainter, option: QStyleOption) -> None:
    """The edge of a field or a button, over the one that is hardly seen."""
    state, flags = option.state, QStyle.StateFlag
    pressed_by_enter = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    )
    role = "focus" if state & flags.State_HasFocus or pressed_by_enter else "line_strong"
    role = role if state & flags.State_Enabled else "line"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour(role))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.restore()


def _between(ink: QColor, ground: QColor, share: float = 0.75) -> QColor:
    """``ink`` on ``ground`` as if it were a little transparent."""
    parts = ((ink.red(), ground.red()), (ink.green(), ground.green()), (ink.blue(), ground.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))
