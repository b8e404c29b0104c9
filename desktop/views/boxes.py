"""Boxes to tick and circles to choose by, as large as the letters beside them and visible in every theme.

The style draws them at one size and in a colour that dark grounds swallow; a style of our own in Python would be asked
for every cell of every table. Here only what is a box pays.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QIcon, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.views.theme import colour
from desktop.views.tips import show_tip

SHARE = 0.8
"""Side of a box in heights of a line."""
TICK = ((0.20, 0.52), (0.42, 0.74), (0.80, 0.28))
Index = QModelIndex | QPersistentModelIndex
State = Qt.CheckState
_TIP_ROLE = int(Qt.ItemDataRole.ToolTipRole)
_CHECKED_ROLE = int(Qt.ItemDataRole.CheckStateRole)
_POINTER = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)


def side_of(measure: QFontMetrics) -> int:
    """Pixels of the side of a box beside text of this size."""
    return max(round(measure.height() * SHARE), 10)


def paint_box(
    painter: QPainter, box: QRect, state: Qt.CheckState, *, enabled: bool = True, circle: bool = False
) -> None:
    """A box or circle in the colours of the theme: empty, with a tick or a dot, or half."""
    on = state is not State.Unchecked
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.0, box.width() / 12)
    edge = QRectF(box).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    ink = colour(("accent" if on else "muted") if enabled else "disabled")
    painter.setPen(QPen(ink, width))
    painter.setBrush(ink if on and not circle else colour("surface"))
    if circle:
        painter.drawEllipse(edge)
    else:
        painter.drawRoundedRect(edge, box.width() / 8, box.width() / 8)
    x, y, size = box.x(), box.y(), box.width()
    if circle and on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QRectF(x, y, size, size).adjusted(size / 4, size / 4, -size / 4, -size / 4))
    elif on:
        pen = QPen(colour("accent_text" if enabled else "surface"), max(1.6, size / 7))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if state is State.Checked:
            painter.drawPolyline(QPolygonF([QPointF(x + size * a, y + size * b) for a, b in TICK]))
        else:
            painter.drawLine(QPointF(x + size * 0.26, y + size / 2), QPointF(x + size * 0.74, y + size / 2))
    painter.restore()


# Functions and not a class of both: two classes of Qt behind one of Python are a trap.


def _hint(button: QAbstractButton) -> QSize:
    side = side_of(button.fontMetrics())
    words = button.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic.value), button.text())
    width = side + 4 + (_gap(side) + words.width() + 4 if button.text() else 0)
    return QSize(width, max(side + 4, words.height() + 4))


def _gap(side: int) -> int:
    """Room between a box and its text."""
    return round(side * 0.45)


def _left(side: int) -> int:
    """Where the text begins."""
    return side + _gap(side) + 2


def _words_in(button: QAbstractButton, width: int) -> QRect:
    """The room that the text takes where the whole has ``width``: in several lines where one is too long."""
    left = _left(side_of(button.fontMetrics()))
    room = QRect(left, 0, max(width - left, 0), 10_000)
    return button.fontMetrics().boundingRect(room, _KIND | Qt.AlignmentFlag.AlignTop.value, button.text())


def _paint(button: QAbstractButton, state: Qt.CheckState, *, circle: bool = False) -> None:
    measure, height = button.fontMetrics(), button.height()
    side, left = side_of(measure), _left(side_of(measure))
    words = QRect(left, 0, max(button.width() - left, 0), height)
    kind = _KIND | Qt.AlignmentFlag.AlignVCenter.value
    lines = max(_words_in(button, button.width()).height(), measure.height())
    with QPainter(button) as painter:  # beside the first line of the text
        box = QRect(2, max((height - lines) // 2, 0) + (measure.height() - side) // 2, side, side)
        paint_box(painter, box, state, enabled=button.isEnabled(), circle=circle)
        style, role = button.style(), button.foregroundRole()
        style.drawItemText(painter, words, int(kind), button.palette(), button.isEnabled(), button.text(), role)
        if button.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(0, 0, min(_hint(button).width(), button.width()), height).adjusted(1, 1, -1, -1))


_KIND = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextShowMnemonic.value | Qt.TextFlag.TextWordWrap.value
"""How the text beside a box is laid out."""


def _hits(button: QAbstractButton, position: QPoint) -> bool:
    return QRect(0, 0, min(_hint(button).width(), button.width()), button.height()).contains(position)


class CheckBox(QCheckBox):
    """A box with its text."""

    def sizeHint(self) -> QSize:
        return _hint(self)

    def minimumSizeHint(self) -> QSize:
        return _hint(self)

    def hitButton(self, position: QPoint) -> bool:
        return _hits(self, position)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        _paint(self, self.checkState())


class WrappingBox(CheckBox):
    """A box whose text goes on in further lines where it has not the room for one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return bool(self.text())

    def heightForWidth(self, width: int) -> int:
        return max(_hint(self).height(), _words_in(self, width).height() + 4)

    def minimumSizeHint(self) -> QSize:
        measure = self.fontMetrics()
        longest = max((measure.horizontalAdvance(word) for word in self.text().split()), default=0)
        hint = _hint(self)
        return QSize(min(_left(side_of(measure)) + min(longest, 8 * measure.height()) + 4, hint.width()), hint.height())


class RadioButton(QRadioButton):
    """A circle with its text."""

    def sizeHint(self) -> QSize:
        return _hint(self)

    def minimumSizeHint(self) -> QSize:
        return _hint(self)

    def hitButton(self, position: QPoint) -> bool:
        return _hits(self, position)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        _paint(self, State.Checked if self.isChecked() else State.Unchecked, circle=True)


class BoxDelegate(QStyledItemDelegate):
    """Draws the boxes of lists, trees and tables, and takes the presses on them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(_CHECKED_ROLE)
        if state is None:
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        feature = QStyleOptionViewItem.ViewItemFeature
        # The picture of the box takes its place: the style lays out and cuts the text beside it.
        shown.features = (shown.features & ~feature.HasCheckIndicator) | feature.HasDecoration
        side = side_of(option.fontMetrics)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        shown.icon = _picture(State(state), side, option.widget, enabled=enabled)
        shown.decorationSize = QSize(side, side)
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, option.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        if index.data(_CHECKED_ROLE) is None:
            return hint
        side = side_of(option.fontMetrics)
        return QSize(hint.width() + side, max(hint.height(), side + 4))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        show_tip(event.globalPos(), str(index.data(_TIP_ROLE) or ""), view.viewport(), view.visualRect(index))
        return True

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() not in _POINTER or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        state, usable = index.data(_CHECKED_ROLE), Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled
        if state is None or (model.flags(index) & usable) != usable or event.button() is not Qt.MouseButton.LeftButton:
            return False
        side = side_of(option.fontMetrics)
        if not QRect(option.rect.x(), option.rect.y(), side + side // 2, option.rect.height()).contains(
            event.position().toPoint()
        ):
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            other = State.Unchecked if State(state) is State.Checked else State.Checked
            return model.setData(index, other, _CHECKED_ROLE)
        return True


def _picture(state: Qt.CheckState, side: int, widget: QWidget | None, *, enabled: bool) -> QIcon:
    ratio = widget.devicePixelRatioF() if widget is not None else 1.0
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        paint_box(painter, QRect(0, 0, side, side), state, enabled=enabled)
    made = QIcon()
    modes: Any = QIcon.Mode
    for mode in modes:
        made.addPixmap(drawn, mode)  # the style would tint it for rows that are selected
    return made
