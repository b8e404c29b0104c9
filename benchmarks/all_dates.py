"""How long the window stands still while every date moves: ``python benchmarks/all_dates.py [SIZE]``.

Opens a rich plan of SIZE activities (calendars, people, constraints, links of all types) from a file in the real
window and carries out what moves all or most of its dates, with undo and redo, and some gestures beside them. A timer
of the interface's thread beats all the while. Printed are milliseconds: until everything is painted, and the longest
stretch between two beats, by the wall and spent computing in this thread alone; the latter says what a busy machine
would hide. What it may be at most: 100.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import ne
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.plans import START, make_rich_plan
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import DeleteRecords, SetFields
from desktop.domain.plan import Calendar, CalendarException, Dependency
from desktop.domain.project import Project
from desktop.domain.session import Command
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.plan.chart import GanttChart
from desktop.views.settings import LANGUAGE, Settings

WIDTH, HEIGHT, BEAT, PATIENCE = 1600, 900, 5, 60.0


class Pulse:
    """The longest stretch in which the interface's thread did not come round."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        self.wall = self.busy = 0.0
        self._at, self._spent = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        at, spent = time.perf_counter(), time.thread_time()
        self.wall, self.busy = max(self.wall, at - self._at), max(self.busy, spent - self._spent)
        self._at, self._spent = at, spent


class Bench:
    """A window with a rich plan open."""

    def __init__(self, window: MainWindow, app: QApplication) -> None:
        self.window, self.app, self.pulse = window, app, Pulse()
        assert window.workspace is not None
        self.workspace = window.workspace

    @property
    def project(self) -> Project:
        return self.workspace.project

    def settle(self, seconds: float = 0.25) -> None:
        """Until nothing more comes for a while, paintings and what is worked out beside the window included."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.001)

    def run(self, name: str, act: Callable[[], object]) -> None:
        self.settle()
        self.pulse.begin()
        began = time.perf_counter()
        act()
        for _ in range(3):
            self.app.processEvents()
        taken = time.perf_counter() - began
        self.settle()
        wall, busy = self.pulse.wall * 1000, self.pulse.busy * 1000
        print(f"  {name:44}{taken * 1000:8.0f}{wall:10.0f}{busy:10.0f}", flush=True)

    def edit(self, name: str, command: Command) -> None:
        """A command, its undo and its redo, and it is taken back again."""
        before, dates = self.workspace.next_undo, self.workspace.schedule
        self.run(name, lambda: self.workspace.do(command))
        if self.workspace.next_undo is before:
            print(f"  {name}: nothing was done")
            return
        now, was = self.workspace.schedule.times, dates.times
        moved = sum(map(ne, now.start, was.start)) if len(now.start) == len(was.start) else 0
        print(f"    {moved} tasks start at another time")
        self.run("    undo", self.workspace.undo)
        self.run("    redo", self.workspace.redo)
        self.workspace.undo()


    def drag(self) -> None:
        """The bar of the first activity along the chart: every move lands on another day and moves every date."""
        page = self.window.view.show_page("plan") if self.window.view is not None else None
        assert isinstance(page, PlanPage)
        chart, took = page.chart, list[float]()
        page.grid.select_id("t0")
        chart.set_scale(Timescale(START, 14).scrolled(-300))
        self.settle()
        bar = chart.bar(page.model.row_of("t0"))
        assert bar is not None
        place = QPointF(bar.left + bar.width / 2, bar.middle)
        self.mouse(chart, QEvent.Type.MouseButtonPress, place)
        self.pulse.begin()
        for number in range(60):
            at = place + QPointF(chart.scale.scale * (1 + number % 20), 0)
            began = time.perf_counter()
            self.mouse(chart, QEvent.Type.MouseMove, at)
            self.app.processEvents()
            took.append(time.perf_counter() - began)
            self.settle(0.02)
        wall, busy = self.pulse.wall * 1000, self.pulse.busy * 1000
        chart.hand.cancel()
        took.sort()
        name = f"drag of it, a move: median {took[30] * 1000:.0f}"
        print(f"  {name:44}{took[-1] * 1000:8.0f}{wall:10.0f}{busy:10.0f}", flush=True)

    def mouse(self, chart: GanttChart, kind: QEvent.Type, at: QPointF) -> None:
        view, left = chart.viewport(), Qt.MouseButton.LeftButton
        pressed = left if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        where, no_key = QPointF(view.mapToGlobal(at)), Qt.KeyboardModifier.NoModifier
        self.app.sendEvent(view, QMouseEvent(kind, at, where, pressed, left, no_key))


def gestures(project: Project) -> list[tuple[str, Command]]:
    """What moves all dates or most of them, and what moves few for comparison."""
    profile, calendar = project.profile, project.get(Calendar, "cal0")
    day = CalendarException(name="Closed", start=START.date(), finish=START.date())
    other = project.get(Calendar, "cal1")
    link = next(each for each in project.table(Dependency).values() if each.predecessor == "t0")
    leaves = [each for each in project.outline.order if not project.is_summary(each)]
    return [
        ("a name", SetFields("task", ("t100",), {"name": "Another"})),
        ("duration of the last activity", commands.SetDuration((leaves[-1],), 4800)),
        ("duration in the middle", commands.SetDuration(("t30",), 24000)),
        ("duration of the first activity", commands.SetDuration(("t0",), 48000)),
        ("duration of the first activity by a day", commands.SetDuration(("t0",), 5280)),
        ("start of the project", SetFields("project", (profile.id,), {"start": START.replace(day=12)})),
        ("calendar of the project", SetFields("project", (profile.id,), {"calendar": "cal1"})),
        ("a closed day in the calendar", SetFields("calendar", ("cal0",), {"exceptions": (*calendar.exceptions, day)})),
        (
            "a closed day in another calendar",
            SetFields("calendar", ("cal1",), {"exceptions": (*other.exceptions, day)}),
        ),
        ("lag of the first link", SetFields("dependency", (link.id,), {"lag": 4800})),
        ("the first link removed", DeleteRecords("dependency", (link.id,))),
        ("calendar of a person", SetFields("resource", ("r1",), {"calendar": "cal3"})),
        ("units of a person", SetFields("resource", ("r1",), {"max_units": 50})),
        ("progress of the first activity", commands.SetProgress(("t1",), 50)),
        ("status date", SetFields("project", (profile.id,), {"status_date": START.date().replace(month=6)})),
        ("a task below another", commands.AddTask("Added", "t133", fields={"id": "added"})),
        ("a task outdented", commands.OutdentTasks(("t3867",))),
        ("a task moved up", commands.MoveTasks(("t3867",), "s100")),
        ("a task deleted", commands.DeleteTasks(("t3867",))),
        ("twenty-five tasks deleted", commands.DeleteTasks(tuple(leaves[3000:3025]))),
    ]


@contextmanager
def rich_window(size: int) -> Iterator[tuple[MainWindow, QApplication]]:
    """The window on a rich plan, as the program has it; in a process of its own, for it takes the application over."""
    import desktop.app
    from desktop.app.warm_up import load_all
    from desktop.store.files import ProjectFile

    sys.setswitchinterval(desktop.app.TURN)
    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="pilotage-bench-") as folder:
        home = Path(folder)
        desktop.app.data_folder = lambda: home / "data"
        path = home / "rich.pilotage"
        ProjectFile.create(path, make_rich_plan(size)).close()
        settings = Settings(home / "settings.json")
        settings.keep(LANGUAGE, "en")
        program = desktop.app.Application(app, settings)
        window = program.new_window()
        window.resize(WIDTH, HEIGHT)
        window.show()
        app.processEvents()
        load_all()  # as it has long been done while the start page was read
        window.open_file(path)
        while window.workspace is None or window.view is None:
            app.processEvents()
        yield window, app
        program.end()


def measure(size: int, only: str = "") -> None:
    with rich_window(size) as (window, app):
        bench = Bench(window, app)
        rows, links = (len(bench.project.rows(key)) for key in ("task", "dependency"))
        print(f"\n{rows} rows, {links} links, {len(bench.project.rows('assignment'))} assignments (milliseconds)")
        print(f"  {'':44}{'painted':>8}{'stretch':>10}{'computing':>10}")
        bench.run("the plan is shown", lambda: window.go_to("plan"))
        bench.settle(2)
        first = SetFields("task", ("t101",), {"name": "First edit"})
        if not only:
            bench.run("the first edit", lambda: bench.workspace.do(first))
        if only in "drag":
            bench.drag()
        for name, command in gestures(bench.project):
            if only in name:
                bench.edit(name, command)
        bench.workspace.do(commands.AddTask("Added", "t133", fields={"id": "inside"}))
        bench.edit("a task indented under a linked one", commands.IndentTasks(("inside",)))
        window.close()
        bench.settle()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=10_000)
    parser.add_argument("--only", default="", help="gestures whose name contains this")
    options = parser.parse_args()
    measure(options.size, options.only)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
