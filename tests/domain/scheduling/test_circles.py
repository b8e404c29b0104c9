"""Which links are part of circles, and which circles are new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.scheduling.circles import Tangle, new_circles
from tests.domain.scheduling.building import link, plan, task

ROWS = st.integers(0, 6)
PAIRS = st.sets(st.tuples(ROWS, ROWS).filter(lambda pair: pair[0] != pair[1]), max_size=14)


def tangle(pairs: set[tuple[int, int]]) -> Tangle:
    ids = [f"T{row}" for row in range(7)]
    leaders = {row: sorted(a for a, b in pairs if b == row) for row in range(7)}
    followers = {row: sorted(b for a, b in pairs if a == row) for row in range(7)}
    return Tangle(ids, leaders, followers, lambda a, b: [(ids[a], ids[b])])


def reached(pairs: set[tuple[int, int]], start: int) -> set[int]:
    found, pending = set[int](), [start]
    while pending:
        at = pending.pop()
        pending += [b for a, b in pairs if a == at and b not in found]
        found |= {b for a, b in pairs if a == at}
    return found


@given(PAIRS)
def test_a_link_is_on_a_circle_where_its_end_leads_back_to_its_beginning(pairs: set[tuple[int, int]]) -> None:
    made = tangle(pairs)
    wanted = {(f"T{a}", f"T{b}") for a, b in pairs if a in reached(pairs, b)}
    assert made.links == wanted
    for ends in wanted:
        circle = made.through(ends)
        assert ends in circle.links <= wanted
        assert len(set(circle.tasks)) == len(circle.tasks) == len(circle.links)
        around = zip(circle.tasks, [*circle.tasks[1:], circle.tasks[0]], strict=True)
        assert set(around) == circle.links
        assert circle.tasks[0] == min(circle.tasks)


@given(PAIRS, PAIRS)
def test_a_circle_is_new_where_a_link_of_it_was_on_none(one: set[tuple[int, int]], two: set[tuple[int, int]]) -> None:
    before, after = tangle(one), tangle(two)
    found = list(new_circles(before, after))
    assert frozenset[tuple[str, str]]().union(*(circle.links for circle in found)) >= after.links - before.links
    assert all(not circle.links <= before.links for circle in found)


def test_what_is_known_of_circles_does_not_follow_from_the_order_of_tasks() -> None:
    links = [link("A>B", 1), link("B>A", 2), link("B>C", 3), link("C>A", 4), link("C>D", 5)]
    tasks = [task(name) for name in "ABCD"]
    one = plan(*tasks, *links).tangle
    two = plan(*(each.replace(rank=-each.rank) for each in tasks), *links).tangle
    assert one is not None and two is not None
    assert one.links == two.links == {("A", "B"), ("B", "A"), ("B", "C"), ("C", "A")}
    assert plan(*tasks, links[0], links[2], links[4]).tangle is None


def test_links_of_summaries_count_as_they_stand() -> None:
    tasks = [task("S"), task("X", 1, parent="S"), task("R"), task("Y", 1, parent="R")]
    made = plan(*tasks, link("X>R", 1), link("Y>S", 2)).tangle
    assert made is not None and made.links == {("X", "R"), ("Y", "S")}
    (circle,) = new_circles(None, made)
    assert circle.tasks == ("X", "Y") and circle.links == made.links
