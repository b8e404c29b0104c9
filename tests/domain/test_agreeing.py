"""How long two sequences agree."""

from __future__ import annotations

from itertools import takewhile

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.agreeing import agreeing_ends, agreeing_from, differing

LISTS = st.lists(st.integers(0, 1), max_size=8) | st.integers(0, 3).map(lambda part: [*range(100 * part)])


def head(before: list[int], after: list[int]) -> int:
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))))


@given(LISTS, LISTS, LISTS, LISTS, LISTS)
def test_the_head_and_behind_what_differs_the_tail(
    front: list[int], one: list[int], other: list[int], back: list[int], lead: list[int]
) -> None:
    before, after = front + one + back, front + other + back
    found = agreeing_ends(before, after)
    assert found[0] == head(before, after)
    rest = [items[found[0] :][::-1] for items in (before, after)]
    assert found[1] == head(*rest)
    assert agreeing_from(lead + before, len(lead), after, 0) == found[0]


def test_equal_ones_agree_to_the_end() -> None:
    assert agreeing_ends("a" * 1000, "a" * 1000) == (1000, 0)
    assert agreeing_ends((), ()) == (0, 0)
    assert agreeing_ends(range(1000), range(500, 1000)) == (0, 500)


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), max_size=8), st.integers(0, 300))
def test_places_that_differ(pairs: list[tuple[int, int]], lead: int) -> None:
    before, after = [[2] * lead + [pair[side] for pair in pairs] for side in (0, 1)]
    assert list(differing(before, after)) == [lead + at for at, pair in enumerate(pairs) if pair[0] != pair[1]]
