"""How short levelling makes a project: ``python benchmarks/levelling.py FILE.sm… --seconds 2 [--json]``.

Levels PSPLIB instances with the given time each and prints, as a table, what the latest-finish rule gives,
what the search gives, and the excess over the best makespan known, from a table such as ``--best
best_known.csv`` (columns ``file`` and ``best_known_makespan``; without it, the one in a folder above the
first file). ``--json`` prints ``[{"file", "makespan", "starts": {"job": start}}]`` instead. Without files,
the instances in the folder of sample files (PILOTAGE_CORPORA) are taken. Targets with two seconds on one
core: a mean excess of at most 0.6 % with 30 jobs, 2.0 % with 60, 4.5 % with 120.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.psplib import faults, read_instance
from desktop.domain.scheduling.levelling import Levelled, Problem, level

ROOT = Path(__file__).resolve().parents[1]
MARGIN = 0.01
"""Seconds left for checking and printing an answer."""
TARGETS = {30: 0.6, 60: 2.0, 120: 4.5}


def sample_files() -> list[Path]:
    place = Path(os.environ.get("PILOTAGE_CORPORA") or ROOT.parent / "shared" / "corpora")
    return sorted((place / "psplib").rglob("*.sm"))


def best_known(table: Path | None, files: list[Path]) -> dict[str, int]:
    """Best makespans by file name; empty where no table is given or found."""
    if table is None:
        near = [folder / "best_known.csv" for folder in files[0].resolve().parents[:2]]
        table = next((path for path in near if path.is_file()), None)
        if table is None:
            return {}
    with table.open(encoding="utf-8", newline="") as lines:
        return {Path(row["file"]).name: int(row["best_known_makespan"]) for row in csv.DictReader(lines)}


def run(file: Path, options: argparse.Namespace) -> tuple[Problem, Levelled]:
    """The answer for one instance, checked; the time it may take begins with opening the file."""
    clock = time.process_time if options.cpu else time.monotonic
    end = clock() + options.seconds - MARGIN
    problem = read_instance(file)
    answer = level(problem, end - clock(), seed=options.seed, clock=clock)
    wrong = list(faults(problem, answer.starts))
    if wrong:
        raise SystemExit(f"{file}: {'; '.join(wrong)}")
    return problem, answer


def first_answer(file: Path) -> float:
    """After how many milliseconds the schedule of the latest-finish rule stands, reading included."""
    began = time.perf_counter()
    level(read_instance(file), 0)
    return (time.perf_counter() - began) * 1000


def print_json(files: list[Path], options: argparse.Namespace) -> None:
    found = []
    for file in files:
        problem, answer = run(file, options)
        starts = {activity.name: start for activity, start in zip(problem.activities, answer.starts, strict=True)}
        found.append({"file": str(file), "makespan": answer.makespan, "starts": starts})
    print(json.dumps(found, indent=1))


def print_table(files: list[Path], options: argparse.Namespace) -> None:
    known = best_known(options.best, files)
    excess: dict[int, list[float]] = defaultdict(list)
    print(
        f"{'file':<16}{'rule':>6}{'found':>7}{'bound':>7}{'best':>6}{'excess %':>10}{'schedules':>11}{'first ms':>10}"
    )
    for file in files:
        first = first_answer(file)
        problem, answer = run(file, options)
        best = known.get(file.name)
        over = "-"
        if best:
            percent = 100 * (answer.makespan / best - 1)
            excess[len(problem.activities) - 2].append(percent)
            over = f"{percent:.2f}"
        print(
            f"{file.name:<16}{answer.first_makespan:>6}{answer.makespan:>7}{answer.lower_bound:>7}{best or '-':>6}"
            f"{over:>10}{answer.tried:>11}{first:>10.1f}",
            flush=True,
        )
    for jobs, percents in sorted(excess.items()):
        target = f", target {TARGETS[jobs]} %" if jobs in TARGETS else ""
        print(f"{jobs} jobs: mean excess {statistics.fmean(percents):.2f} % of {len(percents)} instances{target}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE.sm")
    parser.add_argument("--seconds", type=float, default=2.0, help="time for each instance, from opening its file")
    parser.add_argument("--seed", type=int, default=0, help="another search with every number")
    parser.add_argument("--best", type=Path, metavar="CSV", help="the best makespans known")
    parser.add_argument("--cpu", action="store_true", help="count time spent computing: for a busy machine")
    parser.add_argument("--json", action="store_true", help="print start times for other programs")
    options = parser.parse_args()
    files = options.files or sample_files()
    if not files:
        print("no instances: name some .sm files, or the folder of sample files in PILOTAGE_CORPORA")
        return 0
    (print_json if options.json else print_table)(files, options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
