"""Boxes to tick: seen in every theme, as large as the letters, and hit where they are seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from desktop.charts.palette import CONTRAST, DARK, LIGHT, Palette, contrast
from desktop.views.boxes import BoxDelegate, CheckBox, RadioButton, paint_box, side_of
from desktop.views.theme import CONTRAST_THEME, DARK_THEME, LIGHT_THEME, apply_theme

LEFT = Qt.MouseButton.LeftButton
THEMES = {LIGHT_THEME: LIGHT, DARK_THEME: DARK, CONTRAST_THEME: CONTRAST}
State = Qt.CheckState


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("circle", [False, True])
@pytest.mark.parametrize("state", list(State))
def test_every_state_stands_out_from_the_ground_in_every_theme(
    qapp: QApplication, theme: str, state: Qt.CheckState, circle: bool
) -> None:
    apply_theme(qapp, theme)
    chosen: Palette = THEMES[theme]
    drawn = QImage(20, 20, QImage.Format.Format_RGB32)
    drawn.fill(chosen["surface"])
    with QPainter(drawn) as painter:
        paint_box(painter, QRect(0, 0, 20, 20), state, circle=circle)
    apply_theme(qapp, LIGHT_THEME)
    strongest = max(contrast(drawn.pixelColor(x, 10).name(), chosen["surface"]) for x in range(3))
    assert strongest >= 3  # WCAG 2.2, 1.4.11: what is needed to see that there is something to press
    middle = {drawn.pixelColor(x, y).name() for x in range(6, 14) for y in range(6, 14)}
    assert (len(middle) == 1) == (state is State.Unchecked)


def large(widget: QWidget) -> None:
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    widget.setFont(font)


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_box_grows_with_its_text_and_is_pressed_anywhere_on_it(
    qtbot: QtBot, kind: type[CheckBox] | type[RadioButton]
) -> None:
    box = kind("Comes again")
    qtbot.addWidget(box)
    small = box.sizeHint()
    large(box)
    measure = QFontMetrics(box.font())
    assert side_of(measure) >= measure.height() * 0.75
    assert box.sizeHint().width() > 1.8 * small.width()
    assert box.sizeHint().width() >= side_of(measure) + measure.horizontalAdvance("Comes again")
    box.resize(box.sizeHint().width() + 200, box.sizeHint().height())
    box.show()
    for x in (3, side_of(measure) - 1, box.sizeHint().width() - 3):
        box.setAutoExclusive(False)
        before = box.isChecked()
        qtbot.mouseClick(box, LEFT, pos=QPoint(x, box.height() // 2))
        assert box.isChecked() is not before
    before = box.isChecked()
    qtbot.mouseClick(box, LEFT, pos=QPoint(box.width() - 20, box.height() // 2))  # far right of its text
    assert box.isChecked() is before
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked() is not before


def test_boxes_of_a_list_are_pressed_where_they_are_drawn(qtbot: QtBot) -> None:
    view = QListWidget()
    qtbot.addWidget(view)
    large(view)
    view.setItemDelegate(BoxDelegate(view))
    for name in ("One", "Two"):
        QListWidgetItem(name, view).setCheckState(State.Unchecked)
    view.item(1).setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    plain = QListWidgetItem("Three", view)
    view.resize(300, 200)
    view.show()
    side = side_of(view.fontMetrics())
    for row in (0, 1):
        rect = view.visualItemRect(view.item(row))
        assert rect.height() >= side + 4
        qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.x() + side - 1, rect.center().y()))
    assert view.item(0).checkState() is State.Checked
    assert view.item(1).checkState() is State.Unchecked  # not to be ticked
    rect = view.visualItemRect(view.item(0))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(rect.x() + 3 * side, rect.center().y()))  # on its text
    assert view.item(0).checkState() is State.Checked
    view.setCurrentItem(view.item(0))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.item(0).checkState() is State.Unchecked
    assert plain.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not view.grab().isNull()
