"""Reads the single-mode instances of PSPLIB (``.sm``), the published measure of resource-constrained scheduling.

Kolisch and Sprecher, European Journal of Operational Research 96 (1996). Jobs are numbered from 1, the first
and the last being the start and the end of the project.
"""

from __future__ import annotations

import re
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
