"""Measures of how tasks hold each other: links, what is missing of them, and dates that stand in for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from desktop.domain.health.measure import Measure, Rule
from desktop.domain.health.scope import Scope
from desktop.domain.plan import Dependency, Task

FEW, MOST = 5.0, 90.0
HARD = frozenset(("mso", "mfo", "snlt", "fnlt"))
"""Constraints that keep a task from moving later, whatever the links say."""
MANY = 5
"""Predecessors at which paths are said to meet."""

LOGIC = Rule("logic", 1, "%", FEW)
LEADS = Rule("leads", 2, "%", 0.0)
LAGS = Rule("lags", 3, "%", FEW)
FINISH_TO_START = Rule("finish_to_start", 4, "%", MOST, at_least=True)
CONSTRAINTS = Rule("hard_constraints", 5, "%", FEW)
DANGLING_START = Rule("dangling_start", None, "count")
DANGLING_FINISH = Rule("dangling_finish", None, "count")
BOTTLENECK = Rule("bottleneck", None, "count")


def fourteen(scope: Scope) -> Iterator[Measure]:
    """Measures 1 to 5 of DCMA."""
    yield scope.share(LOGIC, _without_logic(scope))
    yield _of_links(scope, LEADS, lambda link: _lag(link) < 0)
    yield _of_links(scope, LAGS, lambda link: _lag(link) > 0)
    yield _finish_to_start(scope)
    yield scope.share(CONSTRAINTS, (task for task in scope.open if task.constraint in HARD))


def more(scope: Scope) -> Iterator[Measure]:
    """What the fourteen do not ask."""
    yield scope.number(DANGLING_START, _dangling(scope, scope.incoming, ("FF", "SF")))
    yield scope.number(DANGLING_FINISH, _dangling(scope, scope.outgoing, ("SS", "SF")))
    meeting = (task for task in scope.open if len(scope.project.predecessors(task.id)) >= MANY)
    yield scope.number(BOTTLENECK, meeting)


def _without_logic(scope: Scope) -> list[Task]:
    """One start and one end every plan must have: the earliest and the latest are no fault."""
    schedule = scope.schedule
    first = [task for task in scope.open if not scope.incoming(task)]
    last = [task for task in scope.open if not scope.outgoing(task)]
    begin = min(first, key=lambda task: schedule.start_minutes(task.id), default=None)
    end = max(last, key=lambda task: schedule.finish_minutes(task.id), default=None)
    bad = {task.id for task in first if task is not begin} | {task.id for task in last if task is not end}
    return [task for task in scope.open if task.id in bad]


def _lag(link: Dependency) -> int:
    return link.lag if link.lag_percent is None else link.lag_percent


def _of_links(scope: Scope, rule: Rule, bad: Callable[[Dependency], bool]) -> Measure:
    if not scope.links:
        return rule.unknown("no_links")
    found = [link for link in scope.links if bad(link)]
    return rule.found(100 * len(found) / len(scope.links), _ends(scope, found), len(scope.links))


def _finish_to_start(scope: Scope) -> Measure:
    if not scope.links:
        return FINISH_TO_START.unknown("no_links")
    others = [link for link in scope.links if link.type != "FS"]
    share = 100 * (len(scope.links) - len(others)) / len(scope.links)
    return FINISH_TO_START.found(share, _ends(scope, others), len(scope.links))


def _ends(scope: Scope, links: Iterable[Dependency]) -> tuple[str, ...]:
    """The successors of ``links``: what waits is where a link is edited."""
    waiting = {link.successor for link in links}
    return tuple(task.id for task in scope.open if task.id in waiting)


def _dangling(scope: Scope, links: Callable[[Task], list[Dependency]], loose: tuple[str, ...]) -> list[Task]:
    """Tasks with a duration whose links leave one of their ends free."""
    found = []
    for task in scope.open:
        held = links(task) if scope.schedule.duration(task.id) else []
        if held and all(link.type in loose for link in held):
            found.append(task)
    return found
