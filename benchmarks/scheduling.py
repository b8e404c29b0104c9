"""How long the scheduler takes: ``python benchmarks/scheduling.py [SIZE…] [--calendars N] [--chain]``.

Prints the best and the median of several runs in milliseconds: the whole calculation of a project
nobody has touched, the same again with its calendars compiled, and single edits on top of it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.plans import make_plan
from desktop.domain.changes import Change
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, schedule


def timed(action: Callable[[], object], runs: int) -> list[float]:
    found = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        found.append((time.perf_counter() - begin) * 1000)
    return found


def edit_times(project: Project, planned: Schedule, edits: int) -> list[float]:
    """Milliseconds of single duration edits, each on the plan as it was and taken back."""
    random_ = random.Random(7)
    ids = [task.id for task in project.table(Task).values() if not project.is_summary(task.id)]
    found = []
    for identity in random_.sample(ids, min(edits, len(ids))):
        before = project.get(Task, identity)
        after = before.replace(duration=max(480, before.duration + random_.choice((-480, 480, 960))))
        project.put("task", identity, after)
        change = Change("task", identity, before, after)
        begin = time.perf_counter()
        schedule(project, planned, (change,))
        found.append((time.perf_counter() - begin) * 1000)
        project.put("task", identity, before)
    return found


def link_times(project: Project, planned: Schedule, edits: int) -> list[float]:
    """Milliseconds of taking one link away, each from the plan as it was."""
    random_ = random.Random(8)
    found = []
    for link in random_.sample(list(project.table(Dependency).values()), edits):
        project.put("dependency", link.id, None)
        begin = time.perf_counter()
        schedule(project, planned, (Change("dependency", link.id, link, None),))
        found.append((time.perf_counter() - begin) * 1000)
        project.put("dependency", link.id, link)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 50_000])
    parser.add_argument("--calendars", type=int, default=4, choices=range(1, 5))
    parser.add_argument("--chain", action="store_true", help="one chain, as long as the plan has activities")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    print(f"{'rows':>8} {'links':>8} {'finish':>10} {'first':>9} {'best':>9} {'median':>9} "
          f"{'µs/link':>8} {'edit p50':>9} {'edit p95':>9} {'unlink p50':>10}  (ms)")  # fmt: skip
    for size in options.sizes:
        depth = {"depth": size} if options.chain else {}
        project = make_plan(size, options.calendars, **depth)
        first = timed(lambda project=project: schedule(project), 1)[0]
        full = timed(lambda project=project: schedule(project), options.runs)
        planned = schedule(project)
        edits = sorted(edit_times(project, planned, 200 if size <= 20_000 else 40))
        links = len(project.table(Dependency))
        print(f"{len(project.table(Task)):>8} {links:>8} {planned.finish:%Y-%m-%d} {first:>9.1f} {min(full):>9.1f} "
              f"{statistics.median(full):>9.1f} {1000 * min(full) / max(links, 1):>8.2f} "
              f"{statistics.median(edits):>9.2f} {edits[int(0.95 * len(edits))]:>9.2f} "
              f"{statistics.median(link_times(project, planned, 20)):>10.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
