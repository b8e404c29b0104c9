"""How long collecting garbage keeps the window from answering: ``python benchmarks/garbage.py [SIZE]``.

A long session in the real window: a project is opened and edited 200 times, what was done is undone, every page is
shown, another project is opened and closed, again and again. Prints for each part the longest pause (processor time of
the interface's thread), how many there were, and the memory of the process at its end; then what looking through
everything takes, which is done when nobody has touched the program for a while.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QCoreApplication, QEvent

from benchmarks.files import Bench, Cases, write_table
from desktop.domain.commands.plan import SetDuration
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.store.files import ProjectFile
from desktop.views.pages import ENTRIES
from desktop.views.table_import import TableDialog

ROUNDS = 3


class Pauses:
    """Every collection, by what went on."""

    def __init__(self) -> None:
        self.found: list[float] = []
        self._began = 0.0
        gc.callbacks.append(self._note)

    def _note(self, phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.thread_time()
        else:
            self.found.append((time.thread_time() - self._began) * 1000)

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        self.found.clear()
        yield
        longest = max(self.found, default=0.0)
        print(f"  {what:<36}{longest:8.1f} ms {len(self.found):6} pauses {memory():8.0f} MB", flush=True)


def memory() -> float:
    """Megabytes in use by this process; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Session:
    """What somebody does for hours, in some minutes."""

    def __init__(self, bench: Bench, size: int) -> None:
        self.bench, self.cases = bench, Cases(bench, size)
        self.second = self.cases.folder / "second.pilotage"
        ProjectFile.create(self.second, self.cases.project, replace=True).close()
        self.table = self.cases.folder / "rows.csv"
        write_table(size, self.table)

    def settle(self, seconds: float = 0.0) -> None:
        self.bench.settle(seconds)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def edits(self) -> None:
        workspace = self.bench.window.workspace
        assert workspace is not None
        self.bench.window.go_to("plan")
        tasks = [each for each in workspace.project.outline.order if not workspace.project.is_summary(each)]
        for number in range(200):
            one = tasks[number * 37 % len(tasks)]
            task = workspace.project.get(Task, one)
            if number % 2:
                workspace.do(SetFields("task", (one,), {"name": f"{task.name} {number}"}))
            else:
                workspace.do(SetDuration((one,), task.duration + 480))
            self.settle(0.03)

    def undo(self) -> None:
        for _ in range(100):
            self.bench.window.undo()
            self.settle(0.03)

    def pages(self) -> None:
        for entry in ENTRIES:
            if entry is not None:
                self.bench.window.go_to(entry.key)
                self.settle(0.6)
        self.bench.window.build()
        self.settle(1.0)

    def another(self) -> None:
        self.bench.window.open_file(self.second)
        self.bench.until(lambda: self.bench.shows(self.second))
        self.settle(1.0)
        other = self.bench.shown(self.second)
        assert other is not None
        other.close()
        self.settle(1.0)

    def rows(self) -> None:
        """Ten thousand rows into the open plan, and back."""
        bench, workspace = self.bench, self.bench.window.workspace
        assert workspace is not None
        bench.window.open_file(self.table)
        bench.until(lambda: bench.dialog(TableDialog))
        dialog = bench.dialog(TableDialog)
        assert isinstance(dialog, TableDialog)
        dialog.kind.setCurrentIndex(dialog.kind.findData("task"))
        dialog.kind.activated.emit(0)
        bench.until(lambda: dialog.seen and dialog.seen.whole and dialog.go_on.isEnabled())
        before = len(workspace.project.rows("task"))
        dialog.accept()
        bench.until(lambda: len(workspace.project.rows("task")) > before and bench.idle())
        bench.close_dialogs()
        self.settle(1.0)
        bench.window.undo()
        self.settle(1.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", type=int, default=10_000)
    size = parser.parse_args().size
    bench = Bench(why=False)
    session, pauses = Session(bench, size), Pauses()
    print(f"{size:,} activities")
    parts: tuple[tuple[str, Callable[[], None]], ...] = (
        ("200 edits", session.edits), ("100 steps back", session.undo), ("every page, built anew", session.pages),
        ("rows imported, and back", session.rows), ("another project, and closed", session.another),
    )  # fmt: skip
    with pauses.during("opening"):
        session.cases.open_again()
        session.settle(1.0)
    for number in range(1, ROUNDS + 1):
        for what, act in parts:
            with pauses.during(f"{number}: {what}"):
                act()
        if number < ROUNDS:
            with pauses.during("nobody works"):
                bench.program.collector.sweep()
    with pauses.during("nobody works"):
        bench.program.collector.sweep()
    with pauses.during("closing"):
        bench.reset()
        session.settle(1.0)
        bench.program.collector.sweep()
    os._exit(0)


if __name__ == "__main__":
    main()
