"""How long the window is away while its parts are shown: ``python benchmarks/pages.py [SIZE] [--where] [ONLY…]``.

Opens a project of SIZE tasks with their assignments, 200 people and resources, five calendars, two baselines and 500
records in every register in the real window, and shows every page, dialog and part that has one, twice, then changes
language, colours and text size. Printed is the longest stretch in which the interface did not come round: by the wall,
and of that how much its own thread computed, in milliseconds. A person feels 100. What others compute meanwhile on a
busy machine is in the first number only. ``--where`` prints where longer stretches were spent; ONLY are beginnings of
names to measure; ``--language zh_CN`` speaks Chinese; with ``--at-once`` nobody rests before looking at the pages.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QMenu  # noqa: E402

import desktop.app  # noqa: E402
from benchmarks.plans import make_plan  # noqa: E402
from desktop.app import Application  # noqa: E402
from desktop.app.warm_up import load_all  # noqa: E402
from desktop.views import beforehand  # noqa: E402
from desktop.views.main_window import MainWindow  # noqa: E402
from desktop.views.settings import LANGUAGE, TEXT_SIZE, THEME, Settings  # noqa: E402

PEOPLE, RECORDS, CALENDARS = 200, 500, 5
SIZE = (1600, 900)
FELT = 100.0
"""Milliseconds."""
REST, LONGEST = 0.4, 12.0
"""Seconds without a long stretch after which a part counts as shown, and that are waited at most."""
SAMPLE = 0.004
"""Seconds between two looks at what the interface does."""
STATUS = dt.date(2026, 7, 1)


def make_file(path: Path, size: int) -> None:
    """A project in which every register is well filled."""
    from desktop.domain.baselines import captured
    from desktop.domain.communication import Action, Communication, Decision, Meeting
    from desktop.domain.control import Issue
    from desktop.domain.people import Client, Person
    from desktop.domain.plan import Assignment, Baseline, Calendar, Resource, Task
    from desktop.domain.project import Project
    from desktop.domain.record import Record
    from desktop.domain.risks import Risk
    from desktop.domain.scheduling import schedule
    from desktop.store.files import ProjectFile

    project, chance = make_plan(size, calendars=CALENDARS - 1), random.Random(4)
    found: list[Record] = list(project.all())
    found.append(next(iter(project.table(Calendar).values())).replace(id="cal9", number=CALENDARS, name="Calendar 5"))
    for n in range(1, PEOPLE + 1):
        found.append(Person(id=f"p{n}", number=n, name=f"Person {n}"))
        found.append(Resource(id=f"r{n}", number=n, name=f"Resource {n}", standard_rate=6000 + n, max_units=300))
    leaves = [each for each in project.table(Task).values() if not project.is_summary(each.id)]
    for n, task in enumerate(leaves, 1):
        found.append(Assignment(id=f"a{n}", number=n, task=task.id, resource=f"r{chance.randrange(PEOPLE) + 1}"))
    for n in range(1, RECORDS + 1):
        one, day = f"p{n % PEOPLE + 1}", STATUS + dt.timedelta(n % 60 - 30)
        moment = dt.datetime.combine(day, dt.time(9))
        likely, hard = n % 5 + 1, n * 3 % 5 + 1
        found += [
            Client(id=f"cl{n}", number=n, name=f"Client {n}"),
            Risk(id=f"k{n}", number=n, event=f"Interface {n} is late", cause="Chips are scarce", owner=one,
                 probability=likely, impact_schedule=hard, category="supplier", next_review=day),
            Action(id=f"ac{n}", number=n, title=f"Send document {n}", owner=one, due=day),
            Decision(id=f"de{n}", number=n, title=f"Which vendor {n}", needed_by=day, decision_maker=one),
            Issue(id=f"i{n}", number=n, problem=f"Terminal {n} fails"),
            Meeting(id=f"m{n}", number=n, title=f"Meeting {n}", starts_at=moment, invited=(one,)),
            Communication(id=f"c{n}", number=n, happened_at=moment, subject=f"Call {n}", participants=(one,),
                          shared_note="The test accounts are ready; terminals are chosen next week. " * 2),
        ]  # fmt: skip
    project = Project(found)
    planned = schedule(project)
    for task in leaves:
        dates = planned.of(task.id)
        if dates.finish.date() < STATUS - dt.timedelta(14):
            done = task.replace(percent_complete=100, actual_start=dates.start, actual_finish=dates.finish)
            project.put("task", task.id, done)
    for n in (1, 2):
        agreed = Baseline(id=f"b{n}", number=n, name=f"Agreed {n}", tasks=captured(project, planned))
        project.put("baseline", agreed.id, agreed)
    profile = project.profile
    project.put("project", profile.id, profile.replace(status_date=STATUS))
    ProjectFile.create(path, project).close()


class Sampler:
    """Looks at the interface's thread every few milliseconds from another one."""

    def __init__(self) -> None:
        self._main = threading.get_ident()
        self._seen: collections.deque[tuple[float, list[str]]] = collections.deque(maxlen=20_000)
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while True:
            frame = sys._current_frames().get(self._main)
            self._seen.append((time.perf_counter(), list(names(frame))))
            del frame
            time.sleep(SAMPLE)

    def between(self, begin: float, end: float) -> list[str]:
        """Lines of a tree of calls with how often each was seen."""
        counts: collections.Counter[tuple[str, ...]] = collections.Counter()
        for moment, calls in list(self._seen):
            if begin <= moment <= end:
                for depth in range(1, len(calls) + 1):
                    counts[tuple(calls[:depth])] += 1
        total = max(counts.values(), default=0)
        shown = [key for key in sorted(counts) if counts[key] >= max(2, total // 12)]
        return [f"{'  ' * len(key)}{counts[key]:4} {key[-1]}" for key in shown]


def names(frame: FrameType | None) -> Iterator[str]:
    """Calls of our own code from the outermost on."""
    found = []
    while frame is not None:
        code = frame.f_code
        if "benchmarks" not in code.co_filename:
            found.append(f"{code.co_filename.removeprefix(str(ROOT))}:{frame.f_lineno} {code.co_name}")
        frame = frame.f_back
    yield from reversed(found)


class Pulse(QObject):
    """Notes how long the interface is away: by the wall, and computing itself.

    Beats are sent from another thread: like keys and the mouse they come through between any two events.
    """

    beaten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_under_way = False
        self.beaten.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.begin()
        threading.Thread(target=self._send, daemon=True).start()

    def _send(self) -> None:
        while True:
            time.sleep(0.002)
            if not self._is_under_way:
                self._is_under_way = True
                self.beaten.emit()

    def _take(self) -> None:
        self._is_under_way = False
        self.beat()

    def begin(self) -> None:
        self._last, self._cpu = time.perf_counter(), time.thread_time()
        self.longest, self.computed, self.span = 0.0, 0.0, (0.0, 0.0)
        self.last_long = self._last

    def beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        if now - self._last > 0.02:
            self.last_long = now
        if cpu - self._cpu > self.computed:
            self.computed, self.span = cpu - self._cpu, (self._last, now)
        self._last, self._cpu = now, cpu


class Bench:
    """A window under measurement."""

    def __init__(self, app: QApplication, program: Application, where: bool, only: list[str]) -> None:
        self.app, self.program, self.only = app, program, only
        self.window: MainWindow = program.new_window()
        self.window.resize(*SIZE)
        self.pulse, self.sampler = Pulse(), Sampler() if where else None
        self.rows: list[tuple[str, float, float]] = []

    def wait(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Wait until nothing long happens any more."""
        until = time.perf_counter() + LONGEST
        while time.perf_counter() < until:
            self.wait(0.1)
            if time.perf_counter() - self.pulse.last_long > REST:
                return

    def is_open(self) -> bool:
        return self.window.view is not None and self.window.view.page is not None

    def watch(self, name: str, act: Callable[[], object], done: Callable[[], object] = lambda: True) -> None:
        """Carry out ``act`` as an event of its own and print the longest stretch until it is done and all is quiet."""
        if self.only and not any(name.startswith(each) for each in self.only):
            return
        self.settle()
        self.pulse.begin()
        QTimer.singleShot(0, act)
        self.wait(0.05)
        while not done():
            self.wait(0.05)
        self.settle()
        self.pulse.beat()
        longest, computed = self.pulse.longest * 1000, self.pulse.computed * 1000
        print(f"{name:44}{longest:8.0f}{computed:8.0f}{'  felt' if computed > FELT else ''}", flush=True)
        if self.sampler is not None and computed > FELT / 2:
            print("\n".join(self.sampler.between(*self.pulse.span)), flush=True)

    def wait_for_pages(self) -> None:
        """Hands rest until every page is made."""
        view = self.window.view
        if view is not None:
            view._beforehand._rest()
        while view is not None and not view._beforehand._is_done:
            self.wait(0.1)

    def pages(self) -> None:
        from desktop.views.pages import ENTRIES

        for time_ in ("first", "second"):
            for entry in ENTRIES:
                if entry is not None:
                    self.watch(f"{entry.key}, {time_} show", lambda key=entry.key: self.window.go_to(key))

    def looks(self) -> None:
        from desktop.views.pages import ENTRIES

        settings = self.program.settings
        for entry in ENTRIES:
            if entry is None or entry.key not in ("overview", "plan", "resource", "reports", "risks"):
                continue
            self.window.go_to(entry.key)
            for setting, value, back in ((THEME, "dark", "light"), (TEXT_SIZE, 125, 100), (LANGUAGE, "zh_CN", "en")):
                self.watch(f"{entry.key}, {setting} {value}", lambda s=setting, v=value: self.window.look.choose(s, v))
                settings.keep(setting, back)
                self.program.dress()
                self.settle()

    def workshops(self) -> None:
        """Into a workshop and out of it, from the plan."""
        self.window.go_to("plan")
        for time_ in ("first", "second"):
            for what, inside in (("into", True), ("out of", False)):
                name = f"{what} a workshop, {time_}"
                self.watch(name, self.window.workshop_door.toggle, lambda inside=inside: self.is_in_workshop(inside))

    def is_in_workshop(self, inside: bool) -> bool:
        view, workshop = self.window.view, self.window.workshop
        shown = workshop is not None and workshop.is_shown
        return view is not None and view.page is not None and shown is inside and (inside or workshop is None)

    def dialogs(self) -> None:
        """Whatever the commands ending in dots open, of every page, twice."""
        from desktop.views.menus import plain_name, walk
        from desktop.views.pages import ENTRIES

        seen: set[str] = set()
        for entry in ENTRIES:
            if entry is None:
                continue
            self.window.go_to(entry.key)
            self.settle()
            self.take_hold()
            for menu, action in list(walk(self.window.menuBar())):
                name = f"{menu} › {plain_name(action)}"
                if name not in seen and action.isEnabled() and action.text().endswith(("…", "...")):
                    seen.add(name)
                    for time_ in ("first", "second"):
                        self.watch(f"{name[:36]}, {time_}", action.trigger)
                        self.close_dialogs()
                    self.settle()
                    self.window.go_to(entry.key)

    def take_hold(self) -> None:
        """Select a task in the middle of the plan."""
        from desktop.views.plan import PlanPage

        page = self.window.view.page if self.window.view else None
        if isinstance(page, PlanPage):
            page.reveal("t5000" if page.workspace.project.rows("task").get("t5000") else "t0")

    def parts(self) -> None:
        """What is opened beside a page: panels, strips, the palette, the steps of undo."""
        menus, window = self.window.menus, self.window
        for time_ in ("first", "second"):
            window.go_to("plan")
            self.take_hold()
            self.watch(f"undo history, {time_}", menus.undo_history.trigger)
            self.watch(f"undo history away, {time_}", menus.undo_history.trigger)
            self.watch(f"palette, {time_}", window.commands.show_palette)
            self.close_dialogs()
            page = window.view.page
            self.watch(f"find, {time_}", page.find_strip.begin)
            self.watch(f"find away, {time_}", page.find_strip.leave)
            self.watch(f"details, {time_}", page.plan_actions.details.trigger)
            for key in page.panel.titles():
                self.watch(f"details › {key}, {time_}", lambda key=key, page=page: page.panel.show_tab(key))
            self.watch(f"details away, {time_}", page.plan_actions.details.trigger)

    def close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu) and widget.isVisible():
                widget.reject() if isinstance(widget, QDialog) else widget.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, nargs="?", default=10_000)
    parser.add_argument("only", nargs="*")
    parser.add_argument("--where", action="store_true")
    parser.add_argument("--language", default="en")
    parser.add_argument("--at-once", action="store_true", help="nothing is made beforehand: hands never rest")
    options = parser.parse_args()
    app = QApplication(["pilotage"])
    app.setApplicationName("pilotage")
    sys.setswitchinterval(desktop.app.TURN)
    with tempfile.TemporaryDirectory(prefix="pilotage-pages-") as home:
        desktop.app.data_folder = lambda: Path(home) / "data"
        path = Path(home) / "large.pilotage"
        make_file(path, options.size)
        settings = Settings(Path(home) / "settings.json")
        settings.keep_all({LANGUAGE: options.language, THEME: "light"})
        bench = Bench(app, Application(app, settings), options.where, options.only)
        beforehand.REST, rest = 3_600_000, beforehand.REST
        load_all()  # as it has long been done while the start page was read
        print(f"{options.size} tasks{'longest':>39}{'computed':>8}")
        bench.watch("opening", lambda: bench.window.open_file(path), bench.is_open)
        if not bench.is_open():
            bench.window.open_file(path)
        while not bench.is_open():
            bench.wait(0.05)
        if not options.at_once:
            beforehand.REST = rest
            bench.watch("made beforehand", bench.wait_for_pages)
        bench.pages()
        bench.parts()
        bench.workshops()
        bench.dialogs()
        bench.looks()
        sys.stdout.flush()
        os._exit(0)  # threads of the pool may still be at it


if __name__ == "__main__":
    main()
