"""What the resources, the calendar editor and comparisons cost: ``python -m benchmarks.resources [SIZE]``.

Each step runs away from the interface; beside how long it takes stands the longest time for which the interface did
not come round, which a person would feel from 100 ms on.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import random
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.plans import make_plan
from desktop.domain.commands.plan import CaptureBaseline
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.session import Session
from desktop.models.workspace import Workspace
from desktop.views.calendars.editor import CalendarEditor
from desktop.views.control import ControlPage
from desktop.views.resources import ResourcesPage
from desktop.views.theme import LIGHT_THEME, apply_theme

PEOPLE, FRAMES, LONGEST = 60, 60, 120.0
WIDTH, HEIGHT = 1600, 900


class Pulse:
    """Notes how long the interface is away."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._last = time.perf_counter()
        self._worst = 0.0
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self._worst, self._last = max(self._worst, now - self._last), now

    def watch(self, name: str, act: Callable[[], object], ended: Callable[[], object]) -> None:
        """Carry out ``act`` and print what it took until ``ended``."""
        self._app.processEvents()
        begin = self._last = time.perf_counter()
        self._worst = 0.0
        act()
        while not ended() and time.perf_counter() - begin < LONGEST:
            self._app.processEvents()
        for _ in range(20):
            self._app.processEvents()
            time.sleep(0.001)
        self._beat()
        print(f"{name:34}{(time.perf_counter() - begin) * 1000:8.0f} ms{self._worst * 1000:8.0f} ms away")


def staffed(size: int) -> Project:
    """A plan in which everybody of ``PEOPLE`` has tasks."""
    made, chance = make_plan(size, calendars=3), random.Random(2)
    people = [
        Resource(id=f"r{at}", number=at + 1, name=f"Resource {at}", standard_rate=6000, max_units=400)
        for at in range(PEOPLE)
    ]  # type: ignore[call-arg]
    for one in people:
        made.put("resource", one.id, one)
    for number, task in enumerate(list(made.table(Task).values()), 1):
        if not made.is_summary(task.id):
            item = Assignment(id=f"a{number}", number=number, task=task.id, resource=chance.choice(people).id)  # type: ignore[call-arg]
            made.put("assignment", item.id, item)
    return made


def main(size: int) -> None:
    app = QApplication(["benchmark"])
    apply_theme(app, LIGHT_THEME)
    gc.disable()  # as the program does: it collects in the thread of the interface
    workspace = Workspace(Session(staffed(size)))
    task = next(one.id for one in workspace.project.table(Task).values() if not workspace.project.is_summary(one.id))
    pulse, page = Pulse(app), ResourcesPage(workspace)
    page.resize(WIDTH, HEIGHT)

    def settled() -> bool:
        return page.book.is_fresh and not page.panel.reckoner._jobs and bool(page.panel.laid.rows)

    pulse.watch("resources, first show", page.show, settled)
    pulse.watch("all resources chosen", page.table.selectAll, settled)
    pulse.watch("day by day", lambda: page.panel._choose_period(0), settled)
    pulse.watch("heat map", lambda: page.panel.show_view(1), settled)
    pulse.watch("after an edit", lambda: workspace.do(SetFields("task", (task,), {"duration": 4800})), settled)
    page.panel.show_view(0)
    times = []
    for _ in range(FRAMES):
        bar, begin = page.panel.histogram.horizontalScrollBar(), time.perf_counter()
        bar.setValue(bar.value() + 13)
        page.panel.histogram.viewport().repaint()
        times.append((time.perf_counter() - begin) * 1000)
    times.sort()
    print(f"{'frame of the histogram':34}{times[FRAMES // 2]:8.1f} ms median{times[int(FRAMES * 0.95)]:8.1f} ms p95")
    page.hide()
    over = QWidget()
    editor = CalendarEditor(workspace, over)
    pulse.watch("calendar editor", editor.open, lambda: True)

    def close_a_week() -> None:
        editor.days.go_to(dt.date(2026, 3, 2))
        editor.days.go_to(dt.date(2026, 3, 6), extend=True)
        editor.off.setChecked(True)
        editor.set_days()

    pulse.watch("a week off, tried on the plan", close_a_week, lambda: not editor.is_trying)
    editor.reject()
    workspace.do(CaptureBaseline("Agreed"))
    control = ControlPage(workspace)
    control.resize(WIDTH, HEIGHT)
    control.show_part(1)
    pulse.watch("what changed since a baseline", control.show, lambda: not control.changes.is_comparing)
    os._exit(0)  # threads of the pool may still be at it


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
