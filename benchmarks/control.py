"""How long the control page works on a large plan: ``python benchmarks/control.py [ACTIVITIES]``.

Ten thousand activities with a person each and a baseline, 40 % done. Every figure is worked out once for every state
of the plan, when it is looked at; one second is what a person waits for without wondering.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.plans import make_plan  # noqa: E402
from desktop.domain.baselines import captured  # noqa: E402
from desktop.domain.costing import costs  # noqa: E402
from desktop.domain.earned_value import Performance, curve  # noqa: E402
from desktop.domain.health import check_health  # noqa: E402
from desktop.domain.plan import Assignment, Baseline, Resource, Task  # noqa: E402
from desktop.domain.project import Project  # noqa: E402
from desktop.domain.scheduling import schedule  # noqa: E402
from desktop.domain.variance import compare  # noqa: E402

T = TypeVar("T")
STATUS = dt.date(2026, 7, 1)


def measured(name: str, work: Callable[[], T]) -> T:
    """What ``work`` gives; prints how long it took, the best of three."""
    best, found = float("inf"), None
    for _ in range(3):
        began = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - began)
    print(f"{name:<28}{best * 1000:>8.0f} ms")
    assert found is not None
    return found


def staffed(activities: int) -> Project:
    """A plan with a resource at a rate on every activity, the early ones done."""
    project = make_plan(activities)
    for number in range(50):
        project.put("resource", f"r{number}", Resource(id=f"r{number}", number=number, name=f"R{number}",
                                                       standard_rate=100_00 + number))  # fmt: skip
    planned = schedule(project)
    for number, task in enumerate(list(project.table(Task).values())):
        if project.is_summary(task.id):
            continue
        item = Assignment(id=f"a{number}", number=number, task=task.id, resource=f"r{number % 50}", work=task.duration)
        project.put("assignment", item.id, item)
        dates = planned.of(task.id)
        if dates.finish.date() < STATUS - dt.timedelta(14):
            done = task.replace(percent_complete=100, actual_start=dates.start, actual_finish=dates.finish)
            project.put("task", task.id, done)
    profile = project.profile
    project.put("project", profile.id, profile.replace(status_date=STATUS))
    return project


def main(activities: int) -> None:
    project = staffed(activities)
    planned = schedule(project)
    print(f"{len(project.table(Task))} tasks, {len(project.table(Assignment))} assignments")
    rows = measured("capture a baseline", lambda: captured(project, planned))
    baseline = Baseline(id="b", number=1, name="Agreed", tasks=rows)
    project.put("baseline", "b", baseline)

    def performed() -> Performance:
        found = Performance(project, planned, baseline, STATUS)
        found.of()
        return found

    money = costs(project, planned)
    found = measured("figures of earned value", performed)
    measured("S-curve by week", lambda: curve(found, "week"))
    measured("S-curve by day", lambda: curve(found, "day"))
    money.of(None)
    measured("variance, costs known", lambda: compare(project, planned, baseline, money=money))
    measured("schedule health", lambda: check_health(project, planned))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
