"""Reads the single-mode instances of PSPLIB (``.sm``), the published measure of resource-constrained scheduling.

Kolisch and Sprecher, European Journal of Operational Research 96 (1996). Jobs are numbered from 1, the first
and the last being the start and the end of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from desktop.domain.scheduling.levelling import Activity, Problem, Resource

HEADINGS = {"PRECEDENCE RELATIONS": "links", "REQUESTS/DURATIONS": "work", "RESOURCEAVAILABILITIES": "capacities"}


def _tables(path: Path) -> dict[str, list[list[int]]]:
    """The rows of whole numbers below each heading."""
    tables: dict[str, list[list[int]]] = {name: [] for name in HEADINGS.values()}
    current: list[list[int]] | None = None
    for line in path.read_text(encoding="latin-1").splitlines():
        heading = line.strip().rstrip(":")
        if heading in HEADINGS:
            current = tables[HEADINGS[heading]]
        elif line.startswith("***"):
            current = None
        elif current is not None and re.fullmatch(r"[\d\s]+", line) and line.strip():
            current.append([int(word) for word in line.split()])
    return tables


def read_instance(path: Path) -> Problem:
    """The problem of one file; position ``n`` holds job ``n + 1``. Raises ``ValueError`` for another format."""
    tables = _tables(path)
    links, work, capacities = tables["links"], tables["work"], tables["capacities"]
    jobs = [row[0] for row in work]
    if not jobs or len(capacities) != 1 or jobs != list(range(1, len(jobs) + 1)) or len(links) != len(jobs):
        raise ValueError(f"{path.name}: not a single-mode PSPLIB file")
    if any(row[1] != 1 or len(row) != 3 + len(capacities[0]) for row in work):
        raise ValueError(f"{path.name}: more than one mode, or demands that do not match the resources")
    before: list[list[int]] = [[] for _ in jobs]
    for job, _modes, count, *after in links:
        if len(after) != count:
            raise ValueError(f"{path.name}: job {job} has not the number of successors it says")
        for other in after:
            before[other - 1].append(job - 1)
    return Problem(
        [
            Activity(f"{job}", duration, tuple(before[job - 1]), tuple(demands))
            for job, _mode, duration, *demands in work
        ],
        [Resource(f"R{number}", capacity) for number, capacity in enumerate(capacities[0], start=1)],
    )


def faults(problem: Problem, starts: tuple[int, ...]) -> Iterator[str]:
    """Everything that is wrong with a schedule, from the definition of the problem."""
    work = problem.activities
    if len(starts) != len(work):
        yield "not every activity has a start"
    finishes = [start + activity.duration for start, activity in zip(starts, work, strict=True)]
    for start, activity in zip(starts, work, strict=True):
        if start < activity.release:
            yield f"{activity.name} starts before it may"
        for other in activity.predecessors:
            if finishes[other] > start:
                yield f"{activity.name} starts before {work[other].name} has finished"
    for position, resource in enumerate(problem.resources):
        for time in sorted(set(starts)):  # what is used only grows where something starts
            used = sum(
                activity.demands[position]
                for start, finish, activity in zip(starts, finishes, work, strict=True)
                if start <= time < finish and position < len(activity.demands)
            )
            if used > resource.capacity:
                yield f"{used} of {resource.name} at {time}, of {resource.capacity}"
