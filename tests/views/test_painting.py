"""Shapes on a screen: the right colours in the right places, and texts that keep to their boxes."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts.palette import LIGHT
from desktop.charts.shapes import CENTRE, RIGHT, Line, Polygon, Polyline, Rect, Shape, Text
from desktop.views.painting import paint


def painted(*shapes: Shape, size: int = 60) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    with QPainter(image) as painter:
        painter.setFont(QApplication.font())
        paint(painter, shapes, LIGHT)
    return image


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name()


def test_rectangles_of_a_role_fill_exactly_their_pixels(qapp: QApplication) -> None:
    image = painted(Rect(10, 10, 5, 5, "bar"), Rect(20, 10, 5, 5, "bar"), Rect(12, 12, 2, 2, "critical"))
    assert colour(image, 10, 10) == colour(image, 14, 14) == colour(image, 20, 10) == LIGHT["bar"]
    assert colour(image, 13, 13) == LIGHT["critical"]
    assert colour(image, 15, 10) == colour(image, 9, 10) == "#ffffff"


def test_an_outline_lies_within_the_rectangle(qapp: QApplication) -> None:
    image = painted(Rect(10, 10, 10, 10, "bar", "bar_line"))
    assert colour(image, 10, 15) == colour(image, 19, 15) == LIGHT["bar_line"]
    assert colour(image, 15, 15) == LIGHT["bar"]
    assert colour(image, 20, 15) == colour(image, 9, 15) == "#ffffff"


def test_later_shapes_cover_earlier_ones_whatever_their_kind(qapp: QApplication) -> None:
    image = painted(
        Rect(0, 0, 40, 40, "bar"), Polygon(((0, 0), (40, 0), (40, 40), (0, 40)), "summary"), Rect(5, 5, 5, 5, "bar")
    )  # fmt: skip
    assert colour(image, 20, 20) == LIGHT["summary"]
    assert colour(image, 7, 7) == LIGHT["bar"]


def test_opacity_lets_the_ground_through(qapp: QApplication) -> None:
    image = painted(Rect(0, 0, 40, 40, "summary", opacity=0.5))
    found = image.pixelColor(20, 20)
    assert QColor(LIGHT["summary"]).red() < found.red() < 255


def test_an_empty_role_draws_only_the_outline(qapp: QApplication) -> None:
    image = painted(Rect(10, 10, 10, 10, "", "critical"))
    assert colour(image, 15, 15) == "#ffffff"
    assert colour(image, 10, 15) == LIGHT["critical"]


def test_lines_and_arrows(qapp: QApplication) -> None:
    image = painted(Line(0, 5.5, 60, 5.5, "today"), Polyline(((30, 20), (30, 50)), "link", 1, True))
    assert colour(image, 30, 5) == LIGHT["today"]
    assert colour(image, 29, 47) == LIGHT["link"]  # within the head, beside the line
    dashed = painted(Line(0, 5.5, 60, 5.5, "today", 1, (4, 4)))
    assert {colour(dashed, x, 5) for x in range(60)} == {LIGHT["today"], "#ffffff"}


def ink(image: QImage) -> list[int]:
    """Columns in which anything is written."""
    size = image.width()
    return [x for x in range(size) if any(image.pixelColor(x, y).lightness() < 200 for y in range(size))]


def test_text_keeps_to_its_box_and_its_side(qapp: QApplication) -> None:
    cut = painted(Text(10, 10, 60, 30, "A name that is far too long for its box"), size=200)
    assert ink(cut) and min(ink(cut)) >= 9 and max(ink(cut)) <= 71
    right = painted(Text(10, 10, 180, 30, "II", align=RIGHT), size=200)
    assert min(ink(right)) > 150
    middle = painted(Text(0, 10, 200, 30, "II", align=CENTRE), size=200)
    assert 80 < min(ink(middle)) < max(ink(middle)) < 120


def test_markup_is_text(qapp: QApplication) -> None:
    plain = painted(Text(0, 10, 200, 30, "<b>x</b>"), size=200)
    bold = painted(Text(0, 10, 200, 30, "x", bold=True), size=200)
    assert len(ink(plain)) > 3 * len(ink(bold))
