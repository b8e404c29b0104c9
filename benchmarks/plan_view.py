"""How fast the plan workspace answers: ``python benchmarks/plan_view.py [SIZE…]``.

Runs the real page at 1,600 × 900 pixels on a synthetic plan and prints milliseconds, median and 95th
percentile: an edit from command to painted pixels, and frames while scrolling, zooming and dragging.
The floor is a bare widget of the size of the page that paints the same number of rectangles and texts,
in the same run; ratios are to its median. Last comes ``all_dates.py``: edits that move every date. Needs
no screen (QT_QPA_PLATFORM=offscreen is set where nothing else is); under Xvfb set QT_QPA_PLATFORM=xcb.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.plans import make_plan
from desktop.app.collector import Collector
from desktop.charts.bars import BarKind
from desktop.charts.gantt import Gantt
from desktop.charts.shapes import Text
from desktop.charts.timescale import Timescale
from desktop.domain.commands import plan as commands
from desktop.domain.commands.plan.pasting import AddOutline, OutlineRow
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.session import Command, Session
from desktop.i18n import RESOURCES
from desktop.models.plan_filters import Condition
from desktop.models.plan_order import PLAIN, Arrangement, SortKey
from desktop.models.workspace import Workspace
from desktop.views.plan import PlanPage
from desktop.views.theme import LIGHT_THEME, apply_theme

WIDTH, HEIGHT = 1600, 900
LEFT = Qt.MouseButton.LeftButton


class Clock:
    """Time by the wall, or spent computing: the latter says what a busy machine would hide."""

    now = staticmethod(time.perf_counter)


CLOCK = Clock()


class Floor(QWidget):
    """Rectangles and texts, as many as the page paints, and nothing else."""

    def __init__(self, rects: int, texts: int) -> None:
        super().__init__()
        self.resize(WIDTH, HEIGHT)
        random_ = random.Random(3)
        places = [(random_.uniform(0, WIDTH - 120), random_.uniform(0, HEIGHT - 20)) for _ in range(rects + texts)]
        self._rects = [QRectF(x, y, 90, 14) for x, y in places[:rects]]
        self._texts = [QRectF(x, y, 110, 18) for x, y in places[rects:]]

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor("white"))
            painter.setBrush(QColor("#5b8bd0"))
            for rect in self._rects:
                painter.drawRect(rect)
            for rect in self._texts:
                painter.drawText(rect, "Task of a plan")


class Bench:
    """A plan page under measurement."""

    def __init__(self, app: QApplication, size: int, collector: Collector | None = None) -> None:
        """``collector`` takes garbage away as it does in the program; without one Python does at its own times."""
        self.app = app
        begin = CLOCK.now()
        self.workspace = Workspace(Session(make_plan(size)))
        self.scheduled = CLOCK.now() - begin
        self.page = PlanPage(self.workspace)
        self.page.resize(WIDTH, HEIGHT)
        self.page.show()
        self.settle()
        self.opened = CLOCK.now() - begin
        if collector is not None:
            collector.set_aside()
        self.random = random.Random(5)
        project = self.workspace.project
        self.leaves = [each for each in project.outline.order if not project.is_summary(each)]

    def settle(self) -> None:
        """Deliver what waits, painting included."""
        for _ in range(3):
            self.app.processEvents()

    def look(self, share: float) -> None:
        """Scroll to a part of the plan, with its bars in sight."""
        bar = self.page.grid.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        row = self.page.chart.frame.window(HEIGHT).start + 8
        start = self.workspace.schedule.of(self.page.model.ids[row]).start
        self.page.chart.set_scale(Timescale(start, 14).scrolled(-300))
        self.settle()

    def visible_leaf(self) -> tuple[int, str]:
        """A task in sight that has a bar to drag: its row and id."""
        chart = self.page.chart
        for row in list(chart.frame.window(chart.viewport().height()))[3:-3]:
            bar = chart.bar(row)
            fits = bar is not None and bar.kind is BarKind.TASK and bar.left > 40 and bar.right < 500
            if fits and bar is not None and bar.width > 30:
                return row, bar.task
        raise SystemExit("no bar in sight to drag")

    # -- what is measured -----------------------------------------------------------------------

    def edits(self, count: int) -> Iterator[float]:
        """Typing in the grid and dropping bars: duration, name, dates, progress, links."""
        for number in range(count):
            one = self.random.choice(self.leaves)
            self.page.grid.select_id(one)
            self.settle()
            command = self.edit(number, one)
            yield self.timed(command)

    def edit(self, number: int, one: str) -> Command:
        task = self.workspace.project.get(Task, one)
        start = self.workspace.schedule.of(one).start
        choices: tuple[Callable[[], Command], ...] = (
            lambda: commands.SetDuration((one,), max(480, task.duration + self.random.choice((-480, 480, 960)))),
            lambda: SetFields("task", (one,), {"name": f"{task.name} {number}"}),
            lambda: commands.MoveTask(one, start.replace(day=min(28, start.day + 1))),
            lambda: commands.SetProgress((one,), self.random.choice((25, 50))),
        )
        return choices[number % len(choices)]()

    def structural(self, count: int) -> Iterator[float]:
        """Inserting, indenting, outdenting, moving, deleting: the outline itself changes."""
        for seconds, _ in self.outline_edits(count):
            yield seconds

    def structural_undo(self, count: int) -> Iterator[float]:
        """Taking such edits back."""
        for _, seconds in self.outline_edits(count):
            yield seconds

    def outline_edits(self, count: int) -> Iterator[tuple[float, float]]:
        """Seconds of one edit of the outline after the other and of its undo, in the middle of other tasks."""
        workspace, edits = self.workspace, self.page.edits
        slots = (
            edits.add_below, edits.indent, edits.move_up, edits.delete, edits.outdent, edits.add_above, edits.move_down
        )  # fmt: skip
        for number in range(count):
            slot, one = slots[number % len(slots)], self.random.choice(self.leaves)
            fresh = slot == edits.indent  # a task that is linked with the one above is not taken into it
            if fresh:
                workspace.do(commands.AddTask("Added", one, fields={"id": f"added{number}"}))
            self.page.grid.select_id(f"added{number}" if fresh else one)
            self.settle()
            before = workspace.next_undo
            seconds = self.timed_call(slot)
            if workspace.next_undo is not before:  # else it was refused, as for the first of siblings
                yield seconds, self.timed_call(workspace.undo)
            if fresh:
                workspace.undo()

    def thousand(self, count: int) -> Iterator[float]:
        """A thousand rows pasted, indented, outdented, moved and deleted, with the undo of each."""
        page, workspace = self.page, self.workspace
        edits, ids = page.edits, [f"new{number}" for number in range(1000)]
        rows = tuple(OutlineRow(f"Row {identity}", id=identity) for identity in ids)
        linked = [each for each in self.leaves if each in workspace.project.outline.row][2000:3000]
        for _ in range(count // 9):
            yield self.timed(AddOutline(rows, "s100"))
            for slot in (edits.indent, edits.outdent, edits.move_up):
                if slot == edits.outdent:
                    workspace.do(commands.IndentTasks(tuple(ids)))
                page.grid.select_rows([page.model.row_of(each) for each in ids])
                yield self.timed_call(slot)
                yield self.timed_call(workspace.undo)
                if slot == edits.outdent:
                    workspace.undo()
            for chosen in (ids, linked):
                page.grid.select_rows([page.model.row_of(each) for each in chosen])
                yield self.timed_call(edits.delete)
                yield self.timed_call(workspace.undo)
            workspace.undo()

    def timed(self, command: Command) -> float:
        begin = CLOCK.now()
        self.workspace.do(command)
        self.settle()
        return CLOCK.now() - begin

    def scroll(self, count: int) -> Iterator[float]:
        bar = self.page.grid.verticalScrollBar()
        step = self.page.grid.metrics.row * 3
        for number in range(count):
            begin = CLOCK.now()
            bar.setValue(bar.value() + (step if number < count / 2 else -step))
            self.settle()
            yield CLOCK.now() - begin

    def scroll_in_time(self, count: int) -> Iterator[float]:
        bar = self.page.chart.horizontalScrollBar()
        for number in range(count):
            begin = CLOCK.now()
            bar.setValue(bar.value() + (40 if number < count / 2 else -40))
            self.settle()
            yield CLOCK.now() - begin

    def zoom(self, count: int) -> Iterator[float]:
        for number in range(count):
            begin = CLOCK.now()
            self.page.chart.zoom(1.1 if number % 40 < 20 else 1 / 1.1, 400)
            self.settle()
            yield CLOCK.now() - begin

    def drag(self, count: int) -> Iterator[float]:
        """Every move of the pointer lands on another day: reschedules a copy and repaints."""
        chart = self.page.chart
        row, _ = self.visible_leaf()
        bar = chart.bar(row)
        assert bar is not None
        place = QPointF(bar.left + bar.width / 2, bar.middle)
        self.mouse(QEvent.Type.MouseButtonPress, place)
        for number in range(count):
            at = place + QPointF(chart.scale.scale * (1 + number % 20), 0)
            begin = CLOCK.now()
            self.mouse(QEvent.Type.MouseMove, at)
            self.settle()
            yield CLOCK.now() - begin
        chart.hand.cancel()
        self.settle()

    def find(self, count: int) -> Iterator[float]:
        """A letter typed into the find strip, while the cells are still being read and afterwards."""
        strip = self.page.find_strip
        strip.begin()
        for number in range(count):
            strip.line.setText("Task 123"[: 1 + number % 8])
            yield self.timed_call(strip.line.textEdited.emit, strip.line.text())
        strip.leave()
        self.settle()

    def arrange(self, count: int) -> Iterator[float]:
        """Filters, sorts and groups, each from the plain outline and back to it."""
        kinds = (
            Arrangement((Condition("", "near_critical"),)),
            Arrangement((Condition("", "overdue"),)),
            Arrangement((Condition("name", "contains", "7"),)),
            Arrangement(sort=(SortKey("finish", True),)),
            Arrangement(sort=(SortKey("duration"), SortKey("name")), flat=True),
            Arrangement(groups=("start_month",)),
        )
        for number in range(count):
            yield self.timed_call(self.page.rows_shown.show, kinds[number % len(kinds)])
            yield self.timed_call(self.page.rows_shown.show, PLAIN)

    def timed_call(self, call: Callable[..., object], *arguments: object) -> float:
        """Seconds until what was asked for is painted."""
        begin = CLOCK.now()
        call(*arguments)
        self.settle()
        return CLOCK.now() - begin

    def drag_rows(self, count: int) -> Iterator[float]:
        """Every move of the pointer lands between other rows: tries the move on a copy and repaints."""
        chart = self.page.chart
        row, _ = self.visible_leaf()
        bar = chart.bar(row)
        assert bar is not None
        place = QPointF(bar.left + bar.width / 2, bar.middle)
        self.mouse(QEvent.Type.MouseButtonPress, place)
        for number in range(count):
            at = place + QPointF(0, chart.metrics.row * (1 + number % 8) + 9)
            begin = CLOCK.now()
            self.mouse(QEvent.Type.MouseMove, at)
            self.settle()
            yield CLOCK.now() - begin
        chart.hand.cancel()
        self.settle()

    def mouse(self, kind: QEvent.Type, at: QPointF) -> None:
        view = self.page.chart.viewport()
        pressed = LEFT if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, at, QPointF(view.mapToGlobal(at)), pressed, LEFT, Qt.KeyboardModifier.NoModifier)
        self.app.sendEvent(view, event)

    def floor(self) -> list[float]:
        """Frames of the bare widget."""
        frame: Gantt = self.page.chart.frame
        shapes = frame.scene(WIDTH / 2, HEIGHT).shapes
        rows = len(frame.window(HEIGHT))
        texts = sum(isinstance(shape, Text) for shape in shapes) + rows * 9
        widget = Floor(len(shapes), texts)
        widget.show()
        self.settle()
        found = []
        for _ in range(60):
            begin = CLOCK.now()
            widget.update()
            self.settle()
            found.append(CLOCK.now() - begin)
        widget.hide()
        widget.deleteLater()
        return found


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    ordered = sorted(seconds)
    return statistics.median(ordered) * 1000, ordered[int(0.95 * (len(ordered) - 1))] * 1000


def memory() -> float:
    """Megabytes in use, where the system says so."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(app: QApplication, size: int, collector: Collector) -> None:
    bench = Bench(app, size, collector)
    bench.look(0.5)
    floor, _ = percentiles(bench.floor())
    rows, links = (len(bench.workspace.project.rows(key)) for key in ("task", "dependency"))
    print(f"\n{rows} rows, {links} links; scheduled {bench.scheduled * 1000:.0f} ms, opened and painted "
          f"{bench.opened * 1000:.0f} ms, {memory():.0f} MB")  # fmt: skip
    print(f"  {'':28} {'p50':>8} {'p95':>8} {'× floor':>8}   target")
    print(f"  {'floor: bare widget':28} {floor:8.1f}")
    runs: tuple[tuple[str, Callable[[int], Iterator[float]], int, str], ...] = (
        ("scroll frame", bench.scroll, 80, "p95 16.7"),
        ("scroll in time", bench.scroll_in_time, 80, "p95 16.7"),
        ("zoom frame", bench.zoom, 80, "p95 16.7"),
        ("drag preview", bench.drag, 60, "33"),
        ("drag over rows", bench.drag_rows, 60, "33"),
        ("edit to pixels", bench.edits, 60, "p50 50, p95 100"),
        ("edit of the outline", bench.structural, 42, "p50 50, p95 100"),
        ("undo of the outline", bench.structural_undo, 42, "p50 50, p95 100"),
        ("1,000 rows at once", bench.thousand, 18, "beside the window: plan_gestures.py"),
        ("find a letter", bench.find, 16, "p95 100"),
        ("filter, sort, group", bench.arrange, 12, "p95 100"),
    )
    for name, run, count, target in runs:
        bench.look(0.5)
        middle, high = percentiles(list(run(count)))
        print(f"  {name:28} {middle:8.1f} {high:8.1f} {middle / floor:8.1f}   {target}", flush=True)
    bench.page.close()
    bench.page.deleteLater()
    bench.settle()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--cpu", action="store_true", help="time spent computing rather than by the wall")
    options = parser.parse_args()
    if options.cpu:
        Clock.now = staticmethod(time.process_time)
    app = QApplication([])
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"NotoSansSC-{weight}.ttf"))
    app.setFont(QFont("Noto Sans SC", 10))
    apply_theme(app, LIGHT_THEME)
    collector = Collector(app)
    for size in options.sizes:
        measure(app, size, collector)
    if 10_000 in options.sizes:  # how long the window stands still while every date moves; a program of its own
        sys.stdout.flush()
        subprocess.run([sys.executable, str(Path(__file__).with_name("all_dates.py"))], check=True)


if __name__ == "__main__":
    main()
