"""How well and how fast plans are levelled: ``python benchmarks/plan_levelling.py [FILE.sm…] [--seconds 2]``.

First instances of PSPLIB as plans: a period is a working day of an office week, a job a task, its demands are
assignments. Printed is the excess over the best makespan known; ``benchmarks/levelling.py`` measures the same
instances in whole numbers. Then plans of 1,000 and 10,000 tasks with a person for every 25: finding the overloads,
the first answer of the search, and what half of its moves come to. Without files, the instances in the folder of
sample files (PILOTAGE_CORPORA) are taken.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.levelling import best_known, sample_files
from benchmarks.plans import START, make_calendars, make_plan
from benchmarks.psplib import read_instance
from desktop.domain.costing.load import overloads
from desktop.domain.levelling import level_plan, outcome
from desktop.domain.plan import Assignment, Dependency, ProjectProfile, Resource, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.scheduling import schedule, to_minutes
from desktop.domain.scheduling.levelling import Problem

DAY = 480


def plan_of(problem: Problem) -> Project:
    """A problem in whole numbers as a plan: days of an office week with holidays."""
    records: list[Record] = [
        ProjectProfile(id="project", number=1, name="instance", start=START, calendar="cal0"), *make_calendars()
    ]  # fmt: skip
    for place, one in enumerate(problem.resources):
        records.append(Resource(id=f"R{place}", number=place + 1, name=one.name, max_units=one.capacity * 100))
    links = pieces = 0
    for place, job in enumerate(problem.activities):
        records.append(
            Task(id=f"T{place}", number=place + 1, name=job.name, rank=place + 1, duration=job.duration * DAY)
        )
        for before in job.predecessors:
            links += 1
            ends = {"predecessor": f"T{before}", "successor": f"T{place}"}
            records.append(Dependency(id=f"L{links}", number=links, type="FS", **ends))
        for who, units in enumerate(job.demands):
            if units:
                pieces += 1
                held = {"task": f"T{place}", "resource": f"R{who}", "units": units * 100}
                records.append(Assignment(id=f"A{pieces}", number=pieces, **held))
    return Project(records)


def busy_plan(tasks: int) -> Project:
    """A plan in which every task needs one of so many people that each has 25."""
    plan, chance = make_plan(tasks), random.Random(1)
    people = [Resource(id=f"R{number}", number=number, name=f"R{number}") for number in range(1, tasks // 25 + 1)]
    for one in people:
        plan.put("resource", one.id, one)
    leaves = [identity for identity in plan.table(Task) if not plan.is_summary(identity)]
    for number, identity in enumerate(leaves, 1):
        who = chance.choice(people).id
        plan.put("assignment", f"A{number}", Assignment(id=f"A{number}", number=number, task=identity, resource=who))
    return plan


def print_instances(files: list[Path], seconds: float) -> None:
    known = best_known(None, files)
    excess: dict[str, list[float]] = {}
    print(f"{'file':<16}{'days':>7}{'best':>7}{'excess %':>10}{'orders':>9}")
    for file in files:
        found = level_plan(plan_of(read_instance(file)), within_float=False, seconds=seconds)
        planned = found.after.schedule
        days = planned.calendar().between(to_minutes(planned.project_start), to_minutes(found.finish)) / DAY
        best = known.get(file.name)
        over = (days / best - 1) * 100 if best else None
        if over is not None:
            excess.setdefault(file.parent.name, []).append(over)
        print(f"{file.name:<16}{days:>7.0f}{best or '':>7}{'' if over is None else f'{over:.2f}':>10}{found.tried:>9}")
    for name, each in excess.items():
        print(f"{name}: mean excess {statistics.mean(each):.2f} % of {len(each)} plans, {seconds:g} s each")


def timed(name: str, work: Callable[[], Any]) -> Any:
    began = time.perf_counter()
    made = work()
    print(f"{name:<44}{(time.perf_counter() - began) * 1000:>10.0f} ms")
    return made


def print_times(tasks: int) -> None:
    print(f"\n{tasks:,} tasks")
    plan = busy_plan(tasks)
    planned = timed("full schedule", lambda: schedule(plan))
    timed("overloads", lambda: overloads(plan, planned))
    found = timed("first answer within float", lambda: level_plan(plan, seconds=0))
    moves = found.moves[: len(found.moves) // 2]
    timed(f"{len(moves)} of {len(found.moves)} moves tried out", lambda: outcome(plan, moves, found.before.schedule))
    timed("first answer that extends", lambda: level_plan(plan, within_float=False, seconds=0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args()
    files = options.files or sample_files()
    if files:
        print_instances(files, options.seconds)
    for tasks in (1_000, 10_000):
        print_times(tasks)


if __name__ == "__main__":
    main()
