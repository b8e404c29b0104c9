"""How long each gesture of the plan holds the window: ``python benchmarks/plan_gestures.py [SIZE] [--only PART]``.

Opens a rich plan of SIZE activities from a file in the real window and makes every gesture of its outline, rows and
cells some times over, at places spread over the plan. A timer of the interface's thread beats all the while. Printed
are milliseconds of the longest stretch between two beats, spent computing in that thread: the median, the 95th
percentile and the longest of all. What it may be at most: 100.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtWidgets import QApplication

from benchmarks.all_dates import Pulse, rich_window
from desktop.domain.commands import plan as commands
from desktop.domain.commands.plan.pasting import AddOutline, OutlineRow
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_filters import Condition
from desktop.models.plan_order import PLAIN, Arrangement, SortKey
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.plan.cells import Block

BIG = 112
"""Phases under the large summary: a thousand activities and more."""
Act = Callable[[], object]


class Bench:
    """A window with a rich plan open, one large summary in it."""

    def __init__(self, window: MainWindow, app: QApplication, repeat: int) -> None:
        self.app, self.repeat, self.pulse = app, repeat, Pulse()
        assert window.workspace is not None and window.view is not None
        self.workspace = window.workspace
        window.go_to("plan")
        self.settle(2)
        page = window.view.show_page("plan")
        assert isinstance(page, PlanPage)
        self.page, self.random = page, random.Random(5)
        self.found: dict[str, list[float]] = {}
        self.workspace.do(commands.AddTask("Large summary", "s400", fields={"id": "big"}))
        phases = tuple(f"s{number}" for number in range(401, 401 + BIG))
        self.workspace.do(commands.MoveTasks(phases, "big", None))
        project = self.workspace.project
        self.leaves = [each for each in project.outline.order if not project.is_summary(each)]

    def settle(self, seconds: float = 0.12) -> None:
        """Until nothing more comes for a while, paintings and what is worked out beside the window included."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            if self.page_works():
                end = time.perf_counter() + seconds
            time.sleep(0.001)

    def page_works(self) -> bool:
        page = getattr(self, "page", None)
        return page is not None and (page.rows_shown.is_working or page.cell_edits.is_busy)

    def run(self, name: str, act: Act) -> None:
        self.settle()
        self.pulse.begin()
        act()
        self.settle()
        self.found.setdefault(name, []).append(self.pulse.busy * 1000)

    def step(self, name: str, act: Act) -> None:
        """A gesture that is a step, its undo, its redo; it is taken back again."""
        before = self.workspace.next_undo
        self.run(name, act)
        if self.workspace.next_undo is before:
            self.found.setdefault(f"{name}: nothing done", []).append(0)
            return
        self.run(f"{name}: undo", self.workspace.undo)
        self.run(f"{name}: redo", self.workspace.redo)
        self.workspace.undo()
        self.settle()

    def at(self, *ids: str) -> None:
        """Select tasks from end to end, with the first in sight."""
        grid = self.page.grid
        grid.select_id(ids[0])
        grid.select_rows([self.page.model.row_of(each) for each in ids])

    # -- gestures -------------------------------------------------------------------------------

    def one_task(self) -> None:
        edits, do = self.page.edits, self.workspace.do
        for name, act in (
            ("add below", edits.add_below), ("add above", edits.add_above), ("move up", edits.move_up),
            ("move down", edits.move_down), ("outdent", edits.outdent), ("delete", edits.delete),
        ):  # fmt: skip
            for _ in range(self.repeat):
                self.at(self.random.choice(self.leaves))
                self.step(f"one task: {name}", act)
        for _ in range(self.repeat):  # a task that is linked with the one above is not taken into it
            do(commands.AddTask("Added", self.random.choice(self.leaves), fields={"id": "fresh"}))
            self.at("fresh")
            self.step("one task: indent", edits.indent)
            self.workspace.undo()

    def summaries(self) -> None:
        edits, do = self.page.edits, self.workspace.do
        phases = [f"s{number}" for number in range(20, 380, 7)]
        for name, act in (
            ("indent", edits.indent), ("move up", edits.move_up), ("move down", edits.move_down),
            ("delete", edits.delete),
        ):  # fmt: skip
            for _ in range(self.repeat):
                self.at(self.random.choice(phases))
                self.step(f"a phase: {name}", act)
        few = max(1, self.repeat // 2)
        for name, act in (
            ("indent", edits.indent), ("move up", edits.move_up),
            ("dragged to the top", lambda: do(commands.MoveTasks(("big",), None, "s1"))),
            ("dragged to the end", lambda: do(commands.MoveTasks(("big",), None, None))),
            ("delete", edits.delete),
        ):  # fmt: skip
            for _ in range(few):
                self.at("big")
                self.step(f"large summary: {name}", act)

    def opening(self) -> None:
        page, model = self.page, self.page.model
        for _ in range(self.repeat):
            self.at(self.random.choice(self.leaves))
            self.run("collapse all", page.collapse_all)
            self.run("expand all", page.expand_all)
            self.run("first level", lambda: model.show_level(1))
            self.run("second level", lambda: model.show_level(2))
            page.expand_all()
            self.run("large summary: collapse", lambda: model.toggle("big"))
            self.run("large summary: expand", lambda: model.toggle("big"))

    def arrangements(self) -> None:
        conditions = {
            "critical": Condition("", "critical"), "near-critical": Condition("", "near_critical"),
            "overdue": Condition("", "overdue"), "overloaded": Condition("", "overloaded"),
            "starts soon": Condition("", "starting", "60"), "without resource": Condition("", "unassigned"),
            "a name contains": Condition("name", "contains", "7"),
            "a person is": Condition("resources", "is", "Person 7"),
            "total float": Condition("total_float", "below", "5"),
            "a start before": Condition("start", "before", "2026-06-01"),
        }  # fmt: skip
        kinds = {f"filter: {name}": Arrangement((each,)) for name, each in conditions.items()}
        for column in ("name", "start", "duration", "total_float", "resources", "predecessors", "percent_complete",
                       "cost", "wbs"):  # fmt: skip
            kinds[f"sort: {column}"] = Arrangement(sort=(SortKey(column, True),))
            kinds[f"sort, flat: {column}"] = Arrangement(sort=(SortKey(column, True),), flat=True)
        for names in (("resources",), ("status",), ("start_month",), ("resources", "status")):
            kinds[f"group: {', '.join(names)}"] = Arrangement(groups=names)
        for _ in range(max(1, self.repeat // 2)):
            for name, asked in kinds.items():
                self.at(self.random.choice(self.leaves))
                self.run(name, lambda asked=asked: self.page.rows_shown.show(asked))
                self.run(f"{name}: clear", lambda: self.page.rows_shown.show(PLAIN))
        self.page.rows_shown.show(Arrangement(groups=("resources",)))
        self.settle()
        for _ in range(self.repeat):
            self.run("groups: collapse all", self.page.collapse_all)
            self.run("groups: expand all", self.page.expand_all)
        self.page.rows_shown.show(PLAIN)

    def thousand(self) -> None:
        do, edits = self.workspace.do, self.page.edits
        ids = [f"new{number}" for number in range(1000)]
        rows = tuple(OutlineRow(f"Row {identity}", id=identity) for identity in ids)
        linked = self.leaves[2000:3000]
        for _ in range(max(1, self.repeat // 2)):
            self.at("s100")
            self.step("1,000 rows: pasted", lambda: do(AddOutline(rows, "s100")))
            do(AddOutline(rows, "s100"))
            for name, act in (
                ("indent", edits.indent), ("move up", edits.move_up), ("delete", edits.delete),
            ):  # fmt: skip
                self.at(*ids)
                self.step(f"1,000 rows: {name}", act)
            do(commands.IndentTasks(tuple(ids)))
            self.at(*ids)
            self.step("1,000 rows: outdent", edits.outdent)
            self.workspace.undo()
            self.workspace.undo()
            self.at(*linked)
            self.step("1,000 linked rows: delete", edits.delete)
            self.at(*linked)
            self.step("1,000 linked rows: outdent", edits.outdent)

    def cells(self) -> None:
        page, first = self.page, self.page.model.row_of("t5000")
        for key in ("duration", "notes", "percent_complete"):
            columns = (NUMBER_OF[key],)
            for _ in range(max(1, self.repeat // 2)):
                page.grid.select_id("t5000")
                page.grid.select_rows(range(first, first + 1000), columns)
                source = Block(first, first, columns)
                self.step(
                    f"1,000 cells filled: {key}",
                    lambda source=source: page.cell_edits.fill(source, range(first + 1, first + 1000), True),
                )
            few = (NUMBER_OF[key],)
            page.grid.select_rows(range(first, first + 1000), few)
            self.run(f"1,000 cells copied: {key}", page.cell_edits.copy)

    def everything(self) -> None:
        page = self.page
        for _ in range(max(1, self.repeat // 2)):
            self.at("t5000")
            self.run("select all", page.grid.cells.select_all)
            self.step("all: indent", page.edits.indent)
            page.grid.cells.select_all()
            self.step("all: outdent", page.edits.outdent)
            page.grid.cells.select_all()
            self.run("all: copy", page.cell_edits.copy)
            self.step("all: delete", page.edits.delete)

    def finding(self) -> None:
        strip = self.page.find_strip
        for number in range(2 * self.repeat):
            self.run("find: begin", strip.begin)
            for length in range(1, 5):
                strip.line.setText("Activity 7777"[: 9 + length] if number % 2 else "7777"[:length])
                self.run("find: a letter", lambda: strip.line.textEdited.emit(strip.line.text()))
            self.run("find: next", strip.next)
            self.run("find: leave", strip.leave)


def percentile(figures: list[float], share: float) -> float:
    return sorted(figures)[int(share * (len(figures) - 1))]


PARTS = {
    "one": Bench.one_task, "summaries": Bench.summaries, "opening": Bench.opening, "arrange": Bench.arrangements,
    "thousand": Bench.thousand, "cells": Bench.cells, "all": Bench.everything, "find": Bench.finding,
}  # fmt: skip


def measure(size: int, parts: list[str], repeat: int) -> None:
    with rich_window(size) as (window, app):
        bench = Bench(window, app, repeat)
        print(f"{len(bench.workspace.project.rows('task'))} rows (milliseconds)")
        print(f"  {'':44}{'p50':>8}{'p95':>8}{'most':>8}")
        for name in parts:
            bench.found.clear()
            PARTS[name](bench)
            for gesture, took in bench.found.items():
                figures = percentile(took, 0.5), percentile(took, 0.95), max(took)
                print(f"  {gesture:44}" + "".join(f"{each:8.0f}" for each in figures), flush=True)
        window.close()
        bench.settle()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=10_000)
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--repeat", type=int, default=6)
    options = parser.parse_args()
    measure(options.size, options.only, options.repeat)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
