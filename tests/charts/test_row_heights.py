"""Where rows are when some are higher: every answer agrees with counting the rows one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.row_heights import RowHeights

LINE = 20.0
EXTRAS = st.dictionaries(st.integers(0, 40), st.integers(1, 100), max_size=20)


@given(EXTRAS)
def test_tops_are_the_sum_of_the_heights_above(extra: dict[int, float]) -> None:
    heights = RowHeights(LINE, extra)
    top = 0.0
    for row in range(45):
        assert heights.top(row) == top
        assert heights.height(row) == LINE + extra.get(row, 0)
        top += LINE + extra.get(row, 0)


@given(EXTRAS, st.floats(0, 3000))
def test_a_row_is_found_where_it_lies(extra: dict[int, float], y: float) -> None:
    heights = RowHeights(LINE, extra)
    row = heights.row_at(y)
    assert heights.top(row) <= y < heights.top(row + 1)
    gap = heights.gap_at(y)
    assert gap in (row, row + 1)
    assert abs(heights.top(gap) - y) <= heights.height(row) / 2


def test_above_the_first_row_numbers_are_negative() -> None:
    assert RowHeights(LINE).row_at(-1) == -1
    assert RowHeights(LINE, {0: 5}).row_at(-1) == -1
    assert RowHeights(LINE).uniform
    assert not RowHeights(LINE, {3: 5}).uniform
