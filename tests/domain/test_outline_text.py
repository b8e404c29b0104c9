"""Outlines as people write them: indents, bullets, numbers, and the numbering of Chinese documents (GB/T 9704)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.commands.plan.pasting import levelled
from desktop.domain.outline_text import is_outline, read_outline
from desktop.domain.rejection import Rejected

OUTLINES = {
    "tabs": ("Brief\n\tSurvey\n\t\tWalk\n\tWishes\nDesign\n", "Brief0 Survey1 Walk2 Wishes1 Design0"),
    "spaces": ("Brief\n  Survey\n     Walk\n   Wishes\nDesign", "Brief0 Survey1 Walk2 Wishes2 Design0"),
    "bullets below headings": ("One\n- a\n- b\n  * c\nTwo\n- d", "One0 a1 b1 c2 Two0 d1"),
    "bullets of Word": ("•\tA\n•\tB\n\to\tC\n", "A0 B0 C1"),
    "points": ("1 A\n1.1 B\n1.1.1 C\n1.2 D\n2 E", "A0 B1 C2 D1 E0"),
    "points and stops": ("1. A\n1.1. B\n2. C\n2.1. D", "A0 B1 C0 D1"),
    "points from the third": ("1.1.1 A\n1.2 B\n2.1.1 C", "A0 B0 C1"),
    "Chinese": ("一、A\n（一）B\n1. C\n（1）D\n2. E\n（二）F\n二、G\n(一)H", "A0 B1 C2 D3 E2 F1 G0 H1"),
    "chapters": ("第一章 A\n1、B\n2、C\n第二章 D\n1、E", "A0 B1 C1 D0 E1"),
    "wide spaces": ("A\n　　B\n　　　　C\nD", "A0 B1 C2 D0"),
    "boxes": ("- [ ] A\n- [x] B", "A0 B0"),
    "letters": ("A) X\nB) Y\n1) Z\nC) Q", "X0 Y0 Z1 Q0"),
    "circled": ("1. A\n① B\n② C\n2. D", "A0 B1 C1 D0"),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_levels_and_names(name: str) -> None:
    text, wanted = OUTLINES[name]
    assert " ".join(f"{line.name}{line.level}" for line in read_outline(text)) == wanted
    assert is_outline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Alpha\nBeta\n", "Alpha", "1. A\t5d\n2. B\t3d", "3 days\n4 days", "2026.6.1\n2026.6.2", "1.5\n2.5",
        '"- a\n- b"', "", "100%\n50%", "1.5 d\n2.5 days\n0.5 天",
    ],
)
def test_cells_are_not_taken_for_an_outline(text: str) -> None:
    assert not is_outline(text)


def test_names_keep_what_is_no_mark() -> None:
    names = [line.name for line in read_outline("- 3 days of rest\n- 1.5 days\n- A-team\n- -\n- 2026 plan")]
    assert names == ["3 days of rest", "1.5 days", "A-team", "-", "2026 plan"]


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(Rejected) as refused:
        read_outline("a\n" * 20_001)
    assert refused.value.code == "clipboard_too_large"


@given(st.text(max_size=200))
def test_whatever_is_read_no_level_is_skipped(text: str) -> None:
    before = -1
    for line in read_outline(text):
        assert 0 <= line.level <= before + 1
        assert line.name.strip()
        before = line.level


@given(st.lists(st.integers(-5, 9)))
def test_levels_from_any_numbers_follow_each_other(levels: list[int]) -> None:
    made = levelled(levels)
    assert len(made) == len(levels)
    assert all(0 <= new <= old + 1 for old, new in pairwise([-1, *made]))
    for (one, two), (first, second) in zip(pairwise(levels), pairwise(made), strict=True):
        assert (two > one) == (second > first)
