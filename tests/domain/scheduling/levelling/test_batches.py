"""Schedules made many at a time are those made one at a time; orders keep predecessors before what waits for them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.scheduling.levelling import Activity, Problem, Resource
from desktop.domain.scheduling.levelling.batch import Batch, OneByOne, Table, placing
from desktop.domain.scheduling.levelling.orders import Orders
from desktop.domain.scheduling.levelling.serial import Generator

ROWS = 5


def never() -> None:
    """Nothing interrupts."""


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """With capacities of up to three bytes and durations on both sides of the 64 times looked at together."""
    resources = [Resource(f"r{n}", draw(st.sampled_from([1, 3, 255, 70_000]))) for n in range(draw(st.integers(0, 4)))]
    longest = draw(st.sampled_from([5, 63, 64]))
    work = [Activity("first", 1)]  # keeps the durations from being divided
    for index in range(1, draw(st.integers(2, 14))):
        before = tuple(draw(st.lists(st.integers(0, index - 1), max_size=4)))
        demands = tuple(draw(st.integers(0, resource.capacity)) for resource in resources)
        duration, release = draw(st.sampled_from([0, 0, 1, 2, longest])), draw(st.sampled_from([0, 0, 9]))
        work.append(Activity(f"{index}", duration, before, demands, release))
    return Problem(work, resources)


def drawn(problem: Problem, seed: int) -> tuple[Orders, Table]:
    random = np.random.default_rng(seed)
    orders = Orders(problem, random)
    return orders, orders.by_keys(random.integers(0, 50, (ROWS, len(problem.activities))))


def assert_orders(problem: Problem, orders: Table) -> None:
    for order in orders.tolist():
        assert sorted(order) == list(range(len(problem.activities)))
        place = {index: position for position, index in enumerate(order)}
        assert all(place[a] < place[b] for b in order for a in problem.predecessors[b])


@settings(max_examples=80, deadline=None)
@given(problems(), st.integers(0, 9))
def test_a_batch_gives_the_schedules_of_its_orders(problem: Problem, seed: int) -> None:
    generator, (orders, rows) = Generator(problem), drawn(problem, seed)
    many, single = placing(generator, ROWS), OneByOne(generator)
    finishes = many.forward(rows, never)
    assert finishes.tolist() == single.forward(rows, never).tolist()
    late = orders.falling(finishes)
    assert many.backward(late, never).tolist() == single.backward(late, never).tolist()


@settings(max_examples=40, deadline=None)
@given(problems(), st.integers(0, 9))
def test_orders_keep_predecessors_first(problem: Problem, seed: int) -> None:
    orders, rows = drawn(problem, seed)
    assert_orders(problem, rows)
    assert_orders(problem, orders.noisy(np.zeros((ROWS, len(problem.activities)), np.intp), 20.0))
    assert_orders(problem, orders.crossed(rows, rows[::-1]))
    assert_orders(problem, orders.shuffled(rows, 0.5))
    single = OneByOne(Generator(problem))
    finishes = single.forward(rows, never)
    assert_orders(problem, orders.rising(finishes - np.array(Generator(problem).durations)))
    late = orders.falling(finishes)
    assert_orders(problem, late[:, ::-1])
    assert_orders(problem, orders.rising(-single.backward(late, never)))


def test_a_crossed_order_has_its_parts_from_both_parents() -> None:
    """Without predecessors: the first and the last part as in one, what is between as in the other."""
    problem = Problem([Activity(f"{n}", 1) for n in range(9)], [])
    mother, father = list(range(9)), list(range(9))[::-1]
    orders = Orders(problem, np.random.default_rng(3))
    children = orders.crossed(np.array([mother] * 30), np.array([father] * 30)).tolist()
    expected = []
    for one in range(10):
        for two in range(one, 10):
            middle = [index for index in father if index >= one][: two - one]
            expected.append(mother[:one] + middle + [n for n in mother if n >= one and n not in middle])
    assert all(child in expected for child in children)
    assert len({tuple(child) for child in children}) > 10


@pytest.mark.parametrize(
    ("duration", "capacity", "kind"), [(63, 1, Batch), (64, 1, OneByOne), (4, 1 << 62, Batch), (4, 1 << 63, OneByOne)]
)
def test_numbers_beyond_a_word_are_placed_one_by_one(duration: int, capacity: int, kind: type) -> None:
    problem = Problem([Activity("a", duration, (), (1,)), Activity("b", 1)], [Resource("r", capacity)])
    assert isinstance(placing(Generator(problem), 1), kind)


def test_long_waits_without_demands_are_no_large_numbers() -> None:
    """A lag of any length, and work that needs nobody, are placed in a batch as well."""
    problem = Problem([Activity("a", 1, (), (1,)), Activity("lag", 3000, (0,)), Activity("b", 1, (1,), (1,))], CREW)
    many = placing(Generator(problem), 1)
    assert isinstance(many, Batch)
    assert many.forward(np.array([[0, 1, 2]]), never).tolist() == [[1, 3001, 3002]]


CREW = [Resource("Crew", 1)]
