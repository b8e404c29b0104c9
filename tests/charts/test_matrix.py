"""The geometry of the matrix: where cells, chips and arrows lie, and what a point hits."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.charts.matrix import Marks, MatrixLayout, cell_of, describe, heat, matrix_scene
from desktop.charts.palette import LIGHT
from desktop.charts.shapes import Polygon, Polyline, Rect, Scene, Text
from desktop.domain.risks import LEVELS, Risk, impact_anchors
from desktop.i18n import catalog

WORDS = catalog("en")
LAYOUT = MatrixLayout(width=700, height=400, line=16, tray=True)


def risk(number: int, probability: int | None, impact: int | None, **more: Any) -> Risk:
    fields = {"probability": probability, "impact_cost": impact} | more
    return Risk(id=str(number), number=number, event=f"Event {number}", **fields)


def scene(*risks: Risk, marks: Marks | None = None, tolerance: int | None = 10) -> Scene:
    return matrix_scene(risks, LAYOUT, tolerance, WORDS, marks)


def test_every_cell_is_found_where_it_is_drawn() -> None:
    for probability in LEVELS:
        for impact in LEVELS:
            x, y = LAYOUT.centre((probability, impact))
            assert LAYOUT.cell_at(x, y) == (probability, impact)
            assert scene().hit(x, y) == f"cell/{probability}/{impact}"
    assert LAYOUT.cell_at(5, 5) is None and LAYOUT.cell_at(350, 399) is None and LAYOUT.cell_at(-50, 100) is None


def test_probability_grows_upwards_and_impact_to_the_right() -> None:
    low, high = LAYOUT.centre((1, 1)), LAYOUT.centre((5, 5))
    assert high[0] > low[0] and high[1] < low[1]


def test_cells_carry_their_score_on_one_hue() -> None:
    shapes = scene().shapes
    cells = [shape for shape in shapes if isinstance(shape, Rect) and shape.ref.startswith("cell/")]
    assert len(cells) == 25 and all(cell.role.startswith("heat") for cell in cells)
    scores = {p * i for p in LEVELS for i in LEVELS}
    assert {str(score) for score in scores} <= set(scene().texts())


@pytest.mark.parametrize(
    ("score", "shade"), [(1, 0), (2, 0), (3, 1), (4, 1), (5, 2), (9, 2), (10, 3), (12, 3), (15, 4), (25, 4)]
)
def test_the_darkest_shade_begins_where_risks_are_high(score: int, shade: int) -> None:
    assert heat(score) == shade


def test_the_axes_print_what_their_steps_mean() -> None:
    texts = scene().texts()
    for anchor in ("≤ 10 %", "10–30 %", "30–50 %", "50–70 %", "> 70 %", "≤ 3 d", "≤ 5 d", "≤ 10 d", "≤ 20 d", "> 20 d"):
        assert anchor in texts
    for word in ("Very low", "Medium", "Very high"):
        assert word in scene(tolerance=None).texts()


def test_impact_steps_are_parts_and_multiples_of_the_tolerance() -> None:
    assert impact_anchors(20, WORDS) == ("≤ 5 d", "≤ 10 d", "≤ 20 d", "≤ 40 d", "> 40 d")
    assert impact_anchors(3, WORDS) == ("≤ 1 d", "≤ 2 d", "≤ 3 d", "≤ 6 d", "> 6 d")
    assert impact_anchors(2, WORDS)[2] == "Medium" and impact_anchors(0, WORDS)[0] == "Very low"


def test_kinds_are_told_apart_by_shape_not_by_colour() -> None:
    shapes = scene(risk(1, 4, 4), risk(2, 4, 4, kind="opportunity")).shapes
    threat = next(shape for shape in shapes if shape.ref == "risk/1")
    chance = next(shape for shape in shapes if shape.ref == "risk/2")
    assert isinstance(threat, Rect) and isinstance(chance, Polygon) and threat.role == chance.role
    assert "R1" in scene(risk(1, 4, 4)).texts()


def test_chips_lie_in_their_cell_and_are_hit() -> None:
    drawn = scene(*(risk(number, 3, 2) for number in range(1, 4)))
    for number in range(1, 4):
        label = next(s for s in drawn.shapes if isinstance(s, Text) and s.ref == f"risk/{number}")
        x, y = label.x + label.width / 2, label.y + label.height / 2
        assert LAYOUT.cell_at(x, y) == (3, 2) and drawn.hit(x, y) == f"risk/{number}"


def test_a_full_cell_says_how_many_more() -> None:
    room = len(LAYOUT.places())
    exact = scene(*(risk(number, 2, 2) for number in range(1, room + 1)))
    assert not any(text.startswith("+") for text in exact.texts())
    crowd = scene(*(risk(number, 2, 2) for number in range(1, room + 4)))
    assert "+4" in crowd.texts()  # one place is taken by the sign itself
    sign = next(s for s in crowd.shapes if isinstance(s, Text) and s.text == "+4")
    assert sign.ref == "cell/2/2"
    assert len({s.ref for s in crowd.shapes if s.ref.startswith("risk/")}) == room - 1


def test_risks_not_assessed_wait_below() -> None:
    drawn = scene(risk(1, None, 3), risk(2, 2, None), risk(3, 1, 1))
    waiting = [s for s in drawn.shapes if isinstance(s, Rect) and s.ref in {"risk/1", "risk/2"}]
    assert len(waiting) == 2 and all(s.y > LAYOUT.corner((1, 1))[1] + LAYOUT.cell_height for s in waiting)
    assert "Not assessed" in drawn.texts() and cell_of(risk(1, None, 3)) is None


def test_the_arrow_leads_from_the_chip_to_the_residual_cell() -> None:
    moved = risk(1, 5, 5, residual_probability=2, residual_impact=3)
    assert not [
        s for s in scene(moved).shapes if isinstance(s, Polyline) and s.arrow and s.points[-1] == LAYOUT.centre((2, 3))
    ]
    for marks in (Marks(selected="1"), Marks(arrows=True)):
        (arrow,) = [s for s in scene(moved, marks=marks).shapes if isinstance(s, Polyline) and s.arrow and s.width == 2
                    and s.points[-1] == LAYOUT.centre((2, 3))]  # fmt: skip
        assert LAYOUT.cell_at(*arrow.points[0]) == (5, 5)
    stays = risk(2, 5, 5, residual_probability=5, residual_impact=5)
    assert len(scene(stays, marks=Marks(arrows=True)).shapes) == len(scene(stays).shapes)


def test_the_filtering_cell_and_the_keyboards_cell_are_framed() -> None:
    plain, marked = scene(), scene(marks=Marks(cell=(4, 3), cursor=(2, 2)))
    frames = [shape for shape in marked.shapes if shape not in plain.shapes]
    assert [(type(f), f.role) for f in frames] == [(Polyline, "accent"), (Polyline, "focus")]


@pytest.mark.parametrize(("width", "height"), [(1, 1), (120, 60), (300, 150), (5000, 3000)])
def test_any_size_can_be_laid_out(width: float, height: float) -> None:
    layout = MatrixLayout(width, height, 16, tray=True)
    drawn = matrix_scene([risk(1, 3, 3), risk(2, None, None)], layout, 5, WORDS)
    assert len([s for s in drawn.shapes if isinstance(s, Rect) and s.ref.startswith("cell/")]) == 25
    assert all(s.role in LIGHT for s in drawn.shapes)


def test_the_picture_in_one_sentence() -> None:
    risks = [risk(1, 5, 4), risk(2, 1, 1), risk(3, None, None)]
    assert describe(risks, WORDS) == "3 risks; high: R-001 (20); not assessed: 1."
    assert describe(risks[1:], WORDS) == "2 risks; none is high; not assessed: 1."
    assert describe(risks, catalog("zh_CN")) == "3 个风险；高风险：R-001 (20)；未评估 1 个。"
