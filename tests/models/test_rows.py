"""Leading rows from one order to another: by few moves where few are needed, and always to the order that is wanted."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rows import MOST_MOVES, rearrange

NAMES = [f"t{number}" for number in range(40)]


class Told:
    """Rows that do as they are told, and what they were told."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = list(ids)
        self.steps: list[str] = []

    def remove_run(self, first: int, last: int) -> None:
        self.steps.append("remove")
        del self.ids[first : last + 1]

    def insert_run(self, first: int, ids: Sequence[str]) -> None:
        self.steps.append("insert")
        self.ids[first:first] = ids

    def move_run(self, first: int, last: int, to: int) -> None:
        assert not first <= to <= last + 1  # which Qt refuses
        self.steps.append("move")
        block = self.ids[first : last + 1]
        del self.ids[first : last + 1]
        place = to - len(block) if to > last else to
        self.ids[place:place] = block

    def reorder(self, ids: Sequence[str]) -> None:
        assert sorted(ids) == sorted(self.ids)
        self.steps.append("reorder")
        self.ids = list(ids)


@given(st.lists(st.sampled_from(NAMES), unique=True), st.lists(st.sampled_from(NAMES), unique=True))
def test_the_order_that_is_wanted(current: list[str], wanted: list[str]) -> None:
    told = Told(current)
    rearrange(told, list(current), wanted)
    assert told.ids == wanted


@pytest.mark.parametrize("blocks", [1, 5, MOST_MOVES // 2])
def test_blocks_are_moved_one_by_one(blocks: int) -> None:
    current = [f"t{number}" for number in range(3000)]
    wanted, draw = list(current), random.Random(blocks)
    for number in range(blocks):  # of rows that no other block touches
        block = wanted[60 * number : 60 * number + 7]
        del wanted[60 * number : 60 * number + 7]
        place = 60 * number + draw.randrange(10, 40)
        wanted[place:place] = block
    told = Told(current)
    rearrange(told, list(current), wanted)
    assert told.ids == wanted and told.steps == ["move"] * blocks


def test_what_is_shuffled_is_told_as_one_change() -> None:
    current = [f"t{number}" for number in range(3000)]
    wanted = random.Random(1).sample(current, len(current))
    told = Told(current)
    rearrange(told, list(current), wanted)
    assert told.ids == wanted and told.steps == ["reorder"]
