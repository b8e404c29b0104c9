"""Working out what is asked of the rows of the plan: which tasks pass, in what order, in which groups.

It is done step by step, so that it can be interrupted, begun anew or given up: at a hundred thousand tasks it takes
longer than anybody waits for.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice, product
from typing import Any, TypeVar

from desktop.domain.outline import Outline
from desktop.domain.plan import Task
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_filters import Facts, Test, tests_of
from desktop.models.plan_groups import GROUPS, Places
from desktop.models.plan_order import Arrangement

STRETCH = 400
"""Tasks between two looks at whether something else is more urgent."""
T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that can be interrupted between any two steps."""


@dataclass(frozen=True)
class Judged:
    """What was asked for, as it was judged at one moment."""

    asked: Arrangement
    passing: Set[str] | None
    """Tasks that pass the filter, None where there is none."""
    rank: dict[str, int] | None
    places: Places | None
    """Where each task stands among the groups."""
    known: frozenset[str]
    """All tasks of that moment."""
    keep: Set[str]
    """Tasks that pass in any case."""
    lenient: bool
    """Whether a task is shown that does not pass."""


def judging(asked: Arrangement, facts: Facts, keep: Set[str] = frozenset()) -> Steps[Judged]:
    """Work out, step by step, what ``asked`` means now. Raises :class:`Rejected` at once, not with the first step."""
    return _judging(asked, facts, keep, tests_of(asked.conditions, facts))


def finished(steps: Steps[T]) -> T:
    """What ``steps`` come to, all taken at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found


def _judging(asked: Arrangement, facts: Facts, keep: Set[str], tests: list[list[Test]]) -> Steps[Judged]:
    outline = facts.project.outline
    fit = (yield from _passing(facts, tests)) if asked.conditions else None
    passed = fit | keep if fit is not None else None
    rank = (yield from _ranks(asked, facts, outline)) if asked.sort else None
    places = (yield from _places(asked, facts, outline)) if asked.groups else None
    return Judged(asked, passed, rank, places, frozenset(outline.order), keep, passed != fit)


def _stretches(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    rest = iter(tasks)
    while stretch := list(islice(rest, STRETCH)):
        yield stretch


def _in_order(facts: Facts, outline: Outline) -> list[Task]:
    tasks = facts.project.table(Task)
    return [tasks[identity] for identity in outline.order]


def _passing(facts: Facts, tests: list[list[Test]]) -> Steps[frozenset[str]]:
    found: list[str] = []
    alone = tests[0][0] if len(tests) == 1 and len(tests[0]) == 1 else None
    for stretch in _stretches(list(facts.project.table(Task).values())):
        if alone is not None:
            found += [task.id for task in stretch if alone(task)]
        else:
            found += [task.id for task in stretch if all(any(test(task) for test in alike) for alike in tests)]
        yield
    return frozenset(found)


def _ranks(asked: Arrangement, facts: Facts, outline: Outline) -> Steps[dict[str, int]]:
    reading, tasks = facts.reading, _in_order(facts, outline)
    order = list(outline.order)
    for key in reversed(asked.sort):
        if key.column not in NUMBER_OF:
            continue
        value = facts.values.value(NUMBER_OF[key.column])
        found: dict[str, Any] = {}
        for stretch in _stretches(tasks):
            found.update([(task.id, value(reading, task)) for task in stretch])
            yield
        filled = [identity for identity in order if found[identity] is not None]
        empty = [identity for identity in order if found[identity] is None]
        filled.sort(key=found.__getitem__, reverse=key.descending)
        order = filled + empty
        yield
    return {identity: rank for rank, identity in enumerate(order)}


def _places(asked: Arrangement, facts: Facts, outline: Outline) -> Steps[Places]:
    """The groups of each task, which may have several."""
    tasks = _in_order(facts, outline)
    names: list[list[str]] = []
    """By level, how its groups are called, in their order."""
    levels: list[list[tuple[int, ...]]] = []
    """By level and task, where its groups are among those."""
    for name in asked.groups:
        if name not in GROUPS:
            continue
        of = GROUPS[name].shares(facts)
        labels: list[tuple[str, ...]] = []
        ranks: dict[str, tuple[Any, ...]] = {}
        for stretch in _stretches(tasks):
            for named in map(of, stretch):
                labels.append(tuple([label for label, _ in named]))
                for label, rank in named:
                    if label not in ranks:
                        ranks[label] = rank
            yield
        names.append(sorted(ranks, key=ranks.__getitem__))
        place = {label: at for at, label in enumerate(names[-1])}
        where = {several: tuple([place[label] for label in several]) for several in set(labels)}
        levels.append(list(map(where.__getitem__, labels)))
        yield
    if not levels:
        return Places([()], dict.fromkeys(outline.order, (0,)))
    ways = list(zip(*levels, strict=True))
    taken = {way: list(product(*way)) for way in set(ways)}
    paths = sorted({path for several in taken.values() for path in several})
    at = {path: number for number, path in enumerate(paths)}
    placed = {way: tuple([at[path] for path in several]) for way, several in taken.items()}
    called = [tuple([names[level][group] for level, group in enumerate(path)]) for path in paths]
    return Places(called, dict(zip(outline.order, map(placed.__getitem__, ways), strict=True)))
