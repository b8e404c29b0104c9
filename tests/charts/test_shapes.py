"""Shapes say where they are hit, and what an arrow looks like."""

from __future__ import annotations

import dataclasses

import pytest

from desktop.charts.palette import CONTRAST, DARK, LIGHT, PRINT
from desktop.charts.shapes import ARROW, Line, Polygon, Polyline, Rect, Scene, Text


def test_the_topmost_shape_under_the_point_is_hit() -> None:
    below, above = Rect(0, 0, 20, 20, ref="below"), Rect(10, 10, 20, 20, ref="above")
    unnamed = Rect(0, 0, 50, 50)
    scene = Scene(50, 50, (below, above, unnamed))
    assert scene.hit(5, 5) == "below"
    assert scene.hit(15, 15) == "above"
    assert [shape.ref for shape in scene.hits(15, 15)] == ["above", "below"]
    assert scene.hit(40, 5) == ""


@pytest.mark.parametrize(
    ("x", "y", "inside"), [(5, 5, True), (1, 1, False), (9, 9, False), (5, 0.5, True), (0.5, 5, True), (11, 5, False)]
)
def test_a_diamond_is_hit_within_its_sides(x: float, y: float, inside: bool) -> None:
    diamond = Polygon(((5, 0), (10, 5), (5, 10), (0, 5)), ref="diamond")
    assert diamond.contains(x, y) is inside


def test_lines_are_hit_within_three_units() -> None:
    line = Line(0, 0, 100, 0, "link")
    assert line.contains(50, 3)
    assert not line.contains(50, 3.5)
    assert not line.contains(104, 0)
    bent = Polyline(((0, 0), (10, 0), (10, 20)), "link")
    assert bent.contains(12, 10)
    assert not bent.contains(4, 10)


def test_an_arrow_ends_in_its_tip_and_points_along_the_line() -> None:
    down = Polyline(((0, 0), (0, 20)), "link", arrow=True)
    tip, left, right = down.head()
    assert tip == (0, 20)
    assert left[1] == right[1] == 20 - ARROW
    assert left[0] == -right[0]
    assert Polyline(((0, 0), (0, 20)), "link").head() == ()


def test_shapes_are_frozen_and_compare_by_value() -> None:
    assert Rect(1, 2, 3, 4, "bar") == Rect(1, 2, 3, 4, "bar")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Rect(1, 2, 3, 4).x = 5  # type: ignore[misc]


def test_texts_of_a_scene_are_in_painting_order() -> None:
    scene = Scene(9, 9, (Text(0, 0, 9, 9, "one"), Rect(0, 0, 1, 1), Text(0, 0, 9, 9, "two")))
    assert scene.texts() == ("one", "two")


def test_all_palettes_know_the_same_roles() -> None:
    assert LIGHT.keys() == DARK.keys() == CONTRAST.keys() == PRINT.keys()
