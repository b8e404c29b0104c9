"""What a hand or an eye has to find grows with the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionHeader,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.views.grown import show_arrow
from desktop.views.icons import icon
from desktop.views.letters import lettered
from desktop.views.theme import CONTRAST_THEME, DARK_THEME, LIGHT_THEME, apply_theme, growth, palette

Metric, Element = QStyle.PixelMetric, QStyle.PrimitiveElement
TWICE = 2.0


@pytest.fixture
def twice(qapp: QApplication) -> Iterator[QApplication]:
    """Text of twice the usual size."""
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * TWICE)
    qapp.setFont(larger)
    apply_theme(qapp, LIGHT_THEME, growth=TWICE)
    yield qapp
    qapp.setFont(font)
    apply_theme(qapp, LIGHT_THEME)


def extent(qapp: QApplication, metric: QStyle.PixelMetric) -> int:
    return qapp.style().pixelMetric(metric)


GROWN = (
    Metric.PM_SplitterWidth, Metric.PM_SmallIconSize, Metric.PM_LineEditIconSize,
    Metric.PM_ListViewIconSize, Metric.PM_ButtonIconSize, Metric.PM_IndicatorWidth, Metric.PM_MenuButtonIndicator,
    Metric.PM_TreeViewIndentation, Metric.PM_TabBarScrollButtonWidth, Metric.PM_ToolBarExtensionExtent,
    Metric.PM_TabBarIconSize,
)  # fmt: skip


def test_measures_grow_and_shrink_again(qapp: QApplication) -> None:
    usual = [extent(qapp, metric) for metric in GROWN]
    bar = extent(qapp, Metric.PM_ScrollBarExtent)
    try:
        apply_theme(qapp, LIGHT_THEME, growth=TWICE)
        assert [extent(qapp, metric) for metric in GROWN] == [2 * size for size in usual]
        assert 1.5 * bar <= extent(qapp, Metric.PM_ScrollBarExtent) <= 2 * bar
        apply_theme(qapp, CONTRAST_THEME, growth=1.5, for_room=True)
        assert extent(qapp, GROWN[0]) == round(1.5 * usual[0])
    finally:
        apply_theme(qapp, LIGHT_THEME)
    assert [extent(qapp, metric) for metric in GROWN] == usual
    apply_theme(qapp, LIGHT_THEME, growth=0.8)
    assert (growth(), [extent(qapp, metric) for metric in GROWN]) == (1.0, usual)


def inked(image: QImage, ground: QColor) -> QRect:
    """The smallest rectangle around everything that differs clearly from ``ground``."""
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60
    ]
    if not places:
        return QRect()
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def drawn(element: QStyle.PrimitiveElement, option: QStyleOption, side: int) -> QRect:
    option.rect = QRect(0, 0, side, side)
    option.state |= QStyle.StateFlag.State_Enabled
    option.palette = QApplication.palette()
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        QApplication.style().drawPrimitive(element, option, painter)
    return inked(image, QColor(Qt.GlobalColor.white))


def branch(*, opened: bool) -> QStyleOption:
    option = QStyleOption()
    option.state = QStyle.StateFlag.State_Children
    if opened:
        option.state |= QStyle.StateFlag.State_Open
    return option


def sorted_by(direction: QStyleOptionHeader.SortIndicator) -> QStyleOptionHeader:
    option = QStyleOptionHeader()
    option.sortIndicator = direction
    return option


@pytest.mark.parametrize(
    ("element", "make"),
    [
        (Element.PE_IndicatorArrowDown, QStyleOption),
        (Element.PE_IndicatorArrowUp, QStyleOption),
        (Element.PE_IndicatorArrowLeft, QStyleOption),
        (Element.PE_IndicatorArrowRight, QStyleOption),
        (Element.PE_IndicatorBranch, lambda: branch(opened=True)),
        (Element.PE_IndicatorBranch, lambda: branch(opened=False)),
        (Element.PE_IndicatorHeaderArrow, lambda: sorted_by(QStyleOptionHeader.SortIndicator.SortUp)),
        (Element.PE_IndicatorHeaderArrow, lambda: sorted_by(QStyleOptionHeader.SortIndicator.SortDown)),
    ],
)
def test_arrows_grow_and_point_where_they_pointed(
    qapp: QApplication, element: QStyle.PrimitiveElement, make: type[QStyleOption]
) -> None:
    usual = drawn(element, make(), 40)
    try:
        apply_theme(qapp, LIGHT_THEME, growth=TWICE)
        grown = drawn(element, make(), 40)
    finally:
        apply_theme(qapp, LIGHT_THEME)
    longer = max(usual.width(), usual.height())
    assert max(grown.width(), grown.height()) >= 1.6 * longer
    assert (grown.width() > grown.height()) == (usual.width() > usual.height())  # the same way up


def test_no_branch_is_drawn_where_nothing_opens(twice: QApplication) -> None:
    assert drawn(Element.PE_IndicatorBranch, QStyleOption(), 40).isEmpty()


def arrow_in(widget: QWidget, room: QRect) -> QRect:
    image = widget.grab(room).toImage()
    return inked(image, image.pixelColor(1, image.height() // 2))


def test_fields_have_room_for_their_words_and_their_arrow(twice: QApplication, qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("Finish-to-start (FS)")
    box.resize(box.sizeHint())
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, part = QStyle.ComplexControl, QStyle.SubControl
    field = box.style().subControlRect(control.CC_ComboBox, option, part.SC_ComboBoxEditField, box)
    arrow = box.style().subControlRect(control.CC_ComboBox, option, part.SC_ComboBoxArrow, box)
    assert field.width() >= box.fontMetrics().horizontalAdvance(box.currentText())
    assert not field.intersects(arrow) and box.rect().contains(arrow)
    assert arrow_in(box, arrow.adjusted(2, 4, -4, -4)).width() >= 14


def test_the_arrows_of_a_number_are_as_far_apart_as_fingers_need(twice: QApplication, qtbot: QtBot) -> None:
    grown = QSpinBox(maximum=100, value=100, suffix=" %")
    qtbot.addWidget(grown)
    grown.resize(grown.sizeHint())
    with qtbot.waitExposed(grown):
        grown.show()
    line = grown.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert grown.width() - line.geometry().right() >= 28
    assert line.width() >= line.fontMetrics().horizontalAdvance("100 %")


@pytest.mark.parametrize("way", [Qt.Orientation.Horizontal, Qt.Orientation.Vertical])
def test_the_arrows_of_a_scroll_bar_grow(twice: QApplication, qtbot: QtBot, way: Qt.Orientation) -> None:
    bar = QScrollBar(way)
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.resize(QSize(300, 28) if way is Qt.Orientation.Horizontal else QSize(28, 300))
    found = arrow_in(bar, QRect(3, 3, 22, 22))
    assert max(found.width(), found.height()) >= 13


def test_the_arrow_of_a_button_stands_beside_its_words(twice: QApplication, qtbot: QtBot) -> None:
    button, plain = QToolButton(), QToolButton()
    menu = QMenu(button)
    for each in (button, plain):
        qtbot.addWidget(each)
        each.setText("Filter")
        each.setAutoRaise(True)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    room = button.style().pixelMetric(Metric.PM_MenuButtonIndicator)
    assert button.sizeHint().width() == plain.sizeHint().width() + room
    button.resize(button.sizeHint())
    arrow = arrow_in(button, QRect(button.width() - room, 0, room, button.height()))
    assert arrow.width() >= 14
    assert abs(arrow.center().y() - button.height() / 2) <= 2


def test_a_picture_that_cannot_be_pressed_is_as_large_as_one_that_can(twice: QApplication, qtbot: QtBot) -> None:
    wanted = QSize(46, 46)
    for mode in (icon("link").Mode.Normal, icon("link").Mode.Disabled):
        assert icon("link").pixmap(wanted, 1.0, mode).size() == wanted, mode


def test_the_arrow_is_seen_at_the_usual_size_too(qapp: QApplication, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setText("Filter")
    button.setAutoRaise(True)
    button.setMenu(QMenu(button))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    show_arrow(button)
    button.resize(button.sizeHint())
    room = button.style().pixelMetric(Metric.PM_MenuButtonIndicator)
    assert room == qapp.style().pixelMetric(Metric.PM_MenuButtonIndicator)  # nothing else has grown
    arrow = arrow_in(button, QRect(button.width() - room, 0, room, button.height()))
    assert arrow.width() >= 7 and abs(arrow.center().y() - button.height() / 2) <= 2


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""


    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@pytest.mark.parametrize("theme", [DARK_THEME, CONTRAST_THEME])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QPushButton])
def test_the_edge_of_a_field_is_seen_in_every_theme(
    qapp: QApplication, qtbot: QtBot, theme: str, kind: type[QWidget]
) -> None:
    """WCAG 2.2, 1.4.11: what shows where a field is has a contrast of 3 to 1 with what is around it."""
    apply_theme(qapp, theme)
    try:
        field = kind()
        qtbot.addWidget(field)
        field.resize(160, 40)
        image = field.grab().toImage()
        # Where the edge may lie: in the outermost two rows of pixels; smoothed, it is shared by both.
        least, ground = 3.0, luminance(QColor(palette()["window"]))
        found = [luminance(image.pixelColor(80, y)) for y in (0, 1)]
        contrasts = [(max(one, ground) + 0.05) / (min(one, ground) + 0.05) for one in found]
        assert max(contrasts) >= least, contrasts
    finally:
        apply_theme(qapp, LIGHT_THEME)


def test_a_menu_too_long_for_the_screen_is_scrolled_and_not_put_into_columns(
    twice: QApplication, qtbot: QtBot
) -> None:
    """Columns would lie beyond the right edge of the screen, which cuts the keys off."""
    menu = QMenu()
    qtbot.addWidget(menu)
    for number in range(60):
        menu.addAction(f"Show the paths to this task in the chart, {number}").setShortcut("Ctrl+Alt+Shift+P")
    lettered(menu)
    with qtbot.waitExposed(menu):
        menu.popup(QPoint(0, 0))
    room = menu.screen().availableGeometry()
    assert menu.height() <= room.height()
    assert len({menu.actionGeometry(action).x() for action in menu.actions()}) == 1
    menu.close()


@pytest.mark.parametrize("theme", [DARK_THEME, CONTRAST_THEME])
@pytest.mark.parametrize("state", [QStyle.StateFlag.State_On, QStyle.StateFlag.State_Off])
def test_boxes_of_menus_are_seen_in_every_theme(qapp: QApplication, theme: str, state: QStyle.StateFlag) -> None:
    apply_theme(qapp, theme)
    try:
        option = QStyleOption()
        option.rect = QRect(0, 0, 20, 20)
        option.state = state | QStyle.StateFlag.State_Enabled
        option.palette = qapp.palette()
        image = QImage(20, 20, QImage.Format.Format_ARGB32)
        image.fill(QColor(palette()["window"]))
        with QPainter(image) as painter:
            qapp.style().drawPrimitive(Element.PE_IndicatorCheckBox, option, painter)
        ground = luminance(QColor(palette()["window"]))
        edge = [luminance(image.pixelColor(10, y)) for y in (0, 1)]
        assert max((max(one, ground) + 0.05) / (min(one, ground) + 0.05) for one in edge) >= 3.0
    finally:
        apply_theme(qapp, LIGHT_THEME)


@pytest.mark.parametrize("theme", [DARK_THEME, CONTRAST_THEME])
def test_the_parts_of_a_menu_are_told_apart_in_every_theme(qapp: QApplication, qtbot: QtBot, theme: str) -> None:
    apply_theme(qapp, theme)
    try:
        menu = QMenu()
        qtbot.addWidget(menu)
        menu.addAction("Cut")
        line = menu.addSeparator()
        menu.addAction("Paste")
        lettered(menu)
        with qtbot.waitExposed(menu):
            menu.popup(QPoint(0, 0))
        room = menu.actionGeometry(line)
        image = menu.grab(room).toImage()
        middle = [image.pixelColor(image.width() // 2, y) for y in range(image.height())]
        assert any(one == QColor(palette()["line"]) for one in middle)
        menu.close()
    finally:
        apply_theme(qapp, LIGHT_THEME)
