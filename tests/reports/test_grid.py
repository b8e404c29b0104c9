"""Tables over pages: every line is printed once, heads repeat, rows stay together while they can."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.blocks import Cell, Column, Meta, Report, TableBlock, Track
from desktop.reports.grid import SHORTEST_PART, WHOLE_ROW, Grid
from desktop.reports.lines import Look
from desktop.reports.pdf import print_report
from tests.reports.reading import page_texts

META = Meta("S", "", dt.date(2026, 6, 12), "en", "{page}/{pages}", "")
COLUMNS = (Column("Number", 1), Column("Text", 3), Column("", 1))


def rows_of(counts: list[int]) -> tuple[tuple[str, str, Track], ...]:
    """Rows with so many lines each; line k of row n says ``n.k;``."""
    return tuple(
        (f"row{n}", "\n".join(f"{n}.{k};" for k in range(count)), Track(0.1, 0.5, "green"))
        for n, count in enumerate(counts)
    )


def parts(counts: list[int], width: float, heights: list[float]) -> list[Grid]:
    """The table split as pages of ``heights`` would do it; the last height is repeated."""
    rest, found = Grid(TableBlock(COLUMNS, rows_of(counts)), Look()), []
    while True:
        height = heights[min(len(found), len(heights) - 1)]
        if rest.wrap(width, height)[1] <= height:
            return [*found, rest]
        split = rest.split(width, height)
        if not split:
            heights = heights[1:]  # nothing fits: the page engine goes on to the next page
            assert heights, "a row that never fits"
            continue
        head, rest = split  # type: ignore[assignment]
        assert head.wrap(width, height)[1] <= height + 1e-6
        found.append(head)  # type: ignore[arg-type]


def lines(grid: Grid, counts: list[int]) -> list[tuple[int, int]]:
    """(row, line) of everything that a part prints."""
    (row, line), end = grid._start, grid._end
    found = []
    while (row, line) < end:
        if line >= counts[row]:
            row, line = row + 1, 0
            continue
        found.append((row, line))
        line += 1
    return found


@given(st.lists(st.integers(1, 90), min_size=1, max_size=25), st.floats(60, 400), st.floats(260, 700))
def test_every_line_is_printed_once_and_in_order(counts: list[int], first: float, height: float) -> None:
    found = [place for part in parts(counts, 400, [first, height]) for place in lines(part, counts)]
    assert found == [(row, line) for row, count in enumerate(counts) for line in range(count)]


@given(st.lists(st.integers(1, WHOLE_ROW), min_size=1, max_size=40), st.floats(260, 700))
def test_short_rows_are_not_split(counts: list[int], height: float) -> None:
    for part in parts(counts, 400, [height]):
        assert part._start[1] == part._end[1] == 0


def test_of_a_split_row_no_scrap_is_left_at_either_end() -> None:
    for first in range(100, 500, 7):
        pieces = parts([5, 200], 400, [float(first), 500.0])
        for part in pieces:
            inside = [line for row, line in lines(part, [5, 200]) if row == 1]
            assert len(inside) == 0 or len(inside) >= SHORTEST_PART


def test_a_row_higher_than_a_page_goes_on_with_the_head_repeated() -> None:
    table = TableBlock((Column("Heading of A"), Column("B", 3)), (("x", "line\n" * 300), ("last", "")))
    pages = page_texts(print_report(Report("T", (table,), "en", "team", META)))
    assert len(pages) > 3
    assert all("HeadingofA" in page for page in pages)
    assert sum(page.count("line") for page in pages) == 300
    assert "last" in pages[-1]


def test_height_is_what_the_parts_together_have() -> None:
    counts = [3, 1, 40, 2, 90, 1]
    whole = Grid(TableBlock(COLUMNS, rows_of(counts)), Look())
    height = whole.wrap(400, 1e6)[1]
    setting = whole._setting
    assert setting is not None
    pieces = parts(counts, 400, [300.0])
    splits = sum(1 for part in pieces[1:] if part._start[1])
    extra = (len(pieces) - 1) * setting.head_height + splits * setting.padding
    assert sum(part.height for part in pieces) == pytest.approx(height + extra)


def test_cells_keep_what_they_are() -> None:
    rows = ((Cell("12 High", rating="red"), Cell("late", "red", bold=True), Track(None, 1.4, "red")),)
    text = page_texts(print_report(Report("T", (TableBlock(COLUMNS, rows),), "en", "team", META)))[0]
    assert "12High" in text
    assert "late" in text


def test_a_table_without_rows_says_why() -> None:
    text = page_texts(print_report(Report("T", (TableBlock(COLUMNS, (), "Nothing yet."),), "en", "team", META)))[0]
    assert "Nothingyet." in text
    assert "Number" not in text
