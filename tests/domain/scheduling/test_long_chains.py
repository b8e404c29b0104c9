"""Plans as long as can be: nothing recurses, and nothing is tried once for every pair."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FrameType

import pytest

from desktop.domain.changes import Change
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, project

LENGTH = 20_000


@pytest.fixture
def shallow_stack() -> Iterator[None]:
    """Room for a hundred calls more than the test itself stands on."""
    depth = 0
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + 100)
    yield
    sys.setrecursionlimit(before)


def chain(length: int, *, closed: bool = False) -> Project:
    """Tasks of a day, each behind the one before; ``closed`` into a circle."""
    tasks = [Task(id=f"t{n}", number=n, name=f"t{n}", rank=n + 1, duration=DAY) for n in range(length)]
    links = [
        Dependency(id=f"d{n}", number=n, predecessor=f"t{n - 1}", successor=f"t{n}")
        for n in range(0 if closed else 1, length)
    ]
    if closed:
        links[0] = links[0].replace(predecessor=f"t{length - 1}")
    return project(*tasks, *links)


def nested(depth: int) -> Project:
    """One task within another, ``depth`` levels deep."""
    return project(
        *(Task(id=f"t{n}", number=n, name=f"t{n}", rank=1, parent=f"t{n - 1}" if n else None, duration=DAY)
          for n in range(depth))
    )  # fmt: skip


@pytest.mark.usefixtures("shallow_stack")
def test_a_chain_of_a_lifetime_needs_no_stack():
    """20,000 working days are 4,000 weeks."""
    whole = chain(LENGTH)
    planned = schedule(whole)
    begun, last = planned.of("t0"), planned.of(f"t{LENGTH - 1}")
    assert (last.finish - begun.start).days == 4_000 * 7 - 3
    assert set(planned.total_floats) == {0}
    assert set(planned.free_floats) == {0}
    assert len(planned.critical_ids) == LENGTH
    # A change at its beginning reaches its end; a link less lets go of half of it.
    before = whole.get(Task, "t0")
    longer = before.replace(duration=2 * DAY)
    whole.put("task", "t0", longer)
    moved = schedule(whole, planned, (Change("task", "t0", before, longer),))
    assert (moved.of(f"t{LENGTH - 1}").finish - last.finish).days == 3  # from a Friday to the Monday behind it
    link = whole.get(Dependency, f"d{LENGTH // 2}")
    whole.put("dependency", link.id, None)
    parted = schedule(whole, moved, (Change("dependency", link.id, link, None),))
    assert parted.of(f"t{LENGTH // 2}").start == begun.start


@pytest.mark.usefixtures("shallow_stack")
def test_a_circle_of_thousands_is_left_open_once():
    planned = schedule(chain(5_000, closed=True))
    assert [len(circle) for circle in planned.cycles] == [5_000]
    assert len(planned.left_out) == 1


@pytest.mark.usefixtures("shallow_stack")
def test_an_outline_of_hundreds_of_levels_needs_no_stack():
    planned = schedule(nested(600))
    assert planned.of("t0").finish == planned.of("t599").finish
    assert planned.of("t0").duration == DAY


@pytest.mark.usefixtures("shallow_stack")
def test_links_between_summaries_of_thousands():
    """What a summary waits for holds everything within it, and each part only once."""
    half = 10_000
    tasks = [Task(id=f"s{n}", number=n, name=f"s{n}", rank=n + 1) for n in range(2)]
    tasks += [
        Task(id=f"t{n}", number=n, name=f"t{n}", rank=n + 1, duration=DAY, parent=f"s{n // half}")
        for n in range(2 * half)
    ]
    link = Dependency(id="d", number=1, predecessor="s0", successor="s1")
    whole = project(*tasks, link)
    planned = schedule(whole)
    first, second = planned.of("s0"), planned.of("s1")
    assert second.start > first.finish
    assert planned.of(f"t{2 * half - 1}").start == planned.of(f"t{half}").start == second.start
    assert set(planned.total_floats) == {0}
    whole.put("dependency", "d", None)
    apart = schedule(whole, planned, (Change("dependency", "d", link, None),))
    assert apart.of("s1").start == first.start
