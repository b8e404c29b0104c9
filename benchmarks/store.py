"""What a project file costs: ``python benchmarks/store.py [--tasks N] [--runs N]``.

Prints medians in milliseconds: opening with every check, against reading the same rows with the sqlite3
module alone; one durable edit, against the same bytes written and flushed by hand; a backup, against a
plain copy of the file; the comparison of every row with its digest.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.plans import make_plan
from desktop.domain.changes import ChangeSet, Transaction
from desktop.domain.plan import Task
from desktop.store.files import ProjectFile
from desktop.store.preparing import Folders


def median(act: Callable[[], object], runs: int) -> float:
    """Milliseconds of the middle one of ``runs``."""
    found = []
    for _ in range(runs):
        began = time.perf_counter()
        act()
        found.append(time.perf_counter() - began)
    return statistics.median(found) * 1000


def read_raw(path: Path) -> None:
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        connection.execute(f'SELECT * FROM "{table}"').fetchall()
    connection.close()


def write_raw(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


class Renaming:
    """One edit after the other, each of another task, as a session makes them."""

    def __init__(self, file: ProjectFile) -> None:
        self.file = file
        self.tasks = iter(list(file.project.table(Task)) * 10)

    def __call__(self) -> None:
        now = dt.datetime.now()
        tx = Transaction(self.file.project, now=now, author="")
        tx.update(Task, next(self.tasks), name=f"at {now}")
        self.file.commit(ChangeSet("Change {name}", tx.changes(), now, ""))


def line(name: str, value: float, floor: float, what: str) -> None:
    print(f"  {name:<28}{value:8.1f} ms = {value / floor:4.1f} × {what} ({floor:.1f} ms)", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9)
    chosen = parser.parse_args()
    runs = chosen.runs
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "plan.pilotage")
        ProjectFile.create(path, make_plan(chosen.tasks)).close()
        size = path.stat().st_size
        print(f"{chosen.tasks:,} tasks, {size / 1e6:.1f} MB, median of {runs}")
        line(
            "open",
            median(lambda: ProjectFile.open(path).close(), runs),
            median(lambda: read_raw(path), runs),
            "sqlite3",
        )
        with ProjectFile.open(path, folders=Folders.under(Path(place, "data"))) as file:
            copied = median(lambda: shutil.copyfile(path, Path(place, "copy")), runs)
            line("backup", median(lambda: file.back_up("interval"), runs), copied, "a copy")
            flushed = median(lambda: write_raw(Path(place, "flushed"), b"x" * 4096), runs * 5)
            line("one edit", median(Renaming(file), runs * 5), flushed, "4 kB flushed")
            print(f"  {'verify every row':<28}{median(file.verify, 3):8.1f} ms")


if __name__ == "__main__":
    main()
