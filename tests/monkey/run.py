"""A run: gesture after gesture, and after each the rules."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Application
from desktop.domain.changes import ChangeSet
from desktop.models.workspace import Workspace
from desktop.views.main_window import MainWindow
from tests.monkey import rules
from tests.monkey.hands import Hands
from tests.monkey.rules import live
from tests.monkey.watch import Watch
from tests.plans import snapshot

Say = Callable[[str], object]


class Broken(AssertionError):
    """A rule does not hold; the text says after which step."""


class Run:
    """``only`` are the steps that are done, to find the few that are needed; all by default."""

    def __init__(
        self, program: Application, path: Path, seed: int, *, say: Say = str, only: Collection[int] | None = None,
        every: int = 1, go_on: bool = False,
    ) -> None:
        self.program, self.path, self.seed, self.say, self.only, self.every = program, path, seed, say, only, every
        self.go_on = go_on
        self.found: list[str] = []
        self.watch = Watch()
        self.window = self._open()
        self.hands = Hands(self.window)
        self._waited, self._in_gesture = 0, False
        self._waiter = QTimer()
        self._waiter.timeout.connect(self._end_popup)
        self._waiter.start(50)
        self._begin()

    def _open(self) -> MainWindow:
        window = self.program.new_window()
        window.resize(1280, 720)
        window.show()
        window.open_file(self.path)
        _wait_for_view(window)
        window.go_to("plan")
        for _ in range(5):
            QTest.qWait(5)
        window.activateWindow()
        return window

    def _begin(self) -> None:
        self._session = self.workspace.session
        self._steps: list[ChangeSet] = list(self._session.undo_steps)
        self.depths: list[rules.Records | None] = [None] * len(self._steps) + [snapshot(self.workspace.project)]

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    # -- steps ----------------------------------------------------------------------------------

    def go(self, steps: int) -> None:
        """Raises :class:`Broken`."""
        with self.watch.listening():
            answers = 0
            for number in range(steps):
                if self.only is not None and number not in self.only:
                    continue
                hands = self.hands
                hands.dice = random.Random(f"{self.seed}/{number}")
                hands.escaped, hands.edited = False, ""
                self.watch.test_models(self.window)
                hands.mark()
                busy = QApplication.activePopupWidget() is not None or bool(hands.dialogs())
                if busy and ((answers < 6 and hands.dice.random() < 0.9) or answers >= 6):
                    answers += 1
                    if answers > 6:
                        self._leave_dialogs()
                        done = "leave what is open"
                    else:
                        self._in_gesture = True
                        done = hands.answer()
                        self._in_gesture = False
                else:
                    answers = 0 if not busy else answers
                    if not busy and hands.dice.random() < 0.01:
                        done = self._again()
                    else:
                        weights, gestures = zip(*hands.gestures(), strict=True)
                        self._in_gesture = True
                        done = hands.dice.choices(gestures, weights)[0]()
                        self._in_gesture = False
                self.say(f"{number}: {done}")
                live()
                try:
                    self._check(number, done)
                except Broken as broken:
                    if not self.go_on:
                        raise
                    self.found.append(str(broken))
                    self.say(f"BROKEN {broken}")
                    self._begin()
                self.say(f"kept {rules.digest(self.workspace.project)}")
            self._to_the_beginning()
            self.close()

    def _end_popup(self) -> None:
        """A menu may have its own loop of events, in which the gesture that opened it waits."""
        popup = QApplication.activePopupWidget() if self._in_gesture else None
        self._waited = self._waited + 1 if popup is not None else 0
        if popup is not None and self._waited > 3:
            self.hands.answer()

    def _leave_dialogs(self) -> None:
        for _ in range(20):
            widget = QApplication.activePopupWidget() or next(iter(reversed(self.hands.dialogs())), None)
            if widget is None:
                return
            QTest.keyClick(widget, Qt.Key.Key_Escape)
            live()
        for dialog in self.hands.dialogs():
            dialog.reject()

    def _again(self) -> str:
        """Close the window and open the file in another."""
        expected = None
        self.window.commit_editor()
        expected = snapshot(self.workspace.project)
        if not self.window.close():
            QTest.keyClick(self.window, Qt.Key.Key_Escape)
            if self.window.isVisible() and not self.window.close():
                return "close, refused"
        live()
        self.window = self._open()
        self.hands.window = self.window
        self._begin()
        if differs := rules.differing(expected, snapshot(self.workspace.project)):
            raise Broken(f"closed and opened again the project holds something else: {differs}")
        return "close and open again"

    # -- rules ----------------------------------------------------------------------------------

    def _check(self, number: int, done: str) -> None:
        _wait_for_view(self.window)  # another size of text makes it anew
        page = self.hands.page
        broken = list(rules.of_dialogs())
        if not rules.calm(page):
            broken.append("something does not come to its end")
        live()
        page = self.hands.page
        page.grid.viewport().repaint()
        page.chart.viewport().repaint()
        broken += rules.of_rows(page)
        broken += rules.of_selection(page)
        broken += rules.of_dates(self.workspace)
        if self.hands.escaped:
            broken += self._traces()
        if self.hands.edited and self.hands.edited == page.grid.current_id():
            box = page.grid.visualRect(page.grid.currentIndex())
            if not box.intersects(page.grid.viewport().rect()):
                broken.append("the cell that was edited is out of sight")
        if number % self.every == 0:
            broken += rules.of_schedule(self.workspace)
            if self.window.document is not None and not self.window.document.read_only:
                broken += rules.of_file(self.path, self.workspace.project)
        if not broken:
            broken += self._undone(number)
        broken += self.watch.take()
        if broken:
            raise Broken(f"after step {number} ({done}):\n" + "\n".join(broken))

    def _traces(self) -> Iterator[str]:
        """What is left of a gesture that was given up."""
        hands = self.hands
        if differs := rules.differing(hands.before, snapshot(self.workspace.project)):
            yield f"given up, and yet there is a trace: {differs}"
        if hands.steps != self.workspace.session.undo_steps:
            yield "given up, and yet there is a step to undo"
        if hands.told != self.window.status.text:
            yield f"given up, and yet it is said: {self.window.status.text}"

    def _undone(self, number: int) -> list[str]:
        """Undo leads exactly to what was before each step, redo to what came of it."""
        session, broken = self.workspace.session, []
        steps = list(session.undo_steps)
        common = 0
        while common < min(len(steps), len(self._steps)) and steps[common] is self._steps[common]:
            common += 1
        now = snapshot(self.workspace.project)
        self.depths[common + 1 :] = [None] * (len(steps) - common)
        known = self.depths[len(steps)]
        if known is not None and (differs := rules.differing(known, now)):
            broken.append(f"undone, but not to what was before: {differs}")
        self.depths[len(steps)] = now
        new = len(steps) - common
        wanted = number % self.every == 0 and self.hands.dice.random() < 0.5 and not self.hands.dialogs()
        if not broken and new and wanted:
            back = 0
            for _ in range(new):
                if not self.workspace.undo():
                    broken.append("a step cannot be undone")
                    break
                back += 1
            here, expected = snapshot(self.workspace.project), self.depths[len(steps) - back]
            if expected is not None and (differs := rules.differing(expected, here)):
                broken.append(f"undo does not lead to what was before: {differs}")
            live()
            broken += rules.of_rows(self.hands.page)
            broken += rules.of_schedule(self.workspace)
            for _ in range(back):
                if not self.workspace.redo():
                    broken.append("a step cannot be done again")
            if differs := rules.differing(now, snapshot(self.workspace.project)):
                broken.append(f"redo does not lead to what was there: {differs}")
        self._steps = list(session.undo_steps)
        return broken

    def _to_the_beginning(self) -> None:
        self._leave_dialogs()
        self.workspace.settle()
        while self.workspace.session.undo_steps:
            if not self.workspace.undo():
                raise Broken("a step cannot be undone")
        first = self.depths[0]
        if first is not None and (differs := rules.differing(first, snapshot(self.workspace.project))):
            raise Broken(f"all undone, the project is not what it was: {differs}")

    def close(self) -> None:
        self._leave_dialogs()
        self.window.close()


def copy_of(path: Path, folder: Path) -> Path:
    """A copy to work on."""
    return Path(shutil.copy(path, folder / path.name))


def _wait_for_view(window: MainWindow) -> None:
    until = time.monotonic() + rules.PATIENCE
    while (window.workspace is None or window.view is None) and time.monotonic() < until:
        live()
        time.sleep(0.002)
    assert window.workspace is not None and window.view is not None
