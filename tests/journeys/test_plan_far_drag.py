"""Drags that most of the plan follows: the bar goes with the pointer, the rest is worked out beside the window."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPointF, Qt

from desktop.domain.changes import Most
from desktop.domain.commands.records import SetFields
from desktop.models import preview as preview_module
from desktop.models import workspace as workspace_module
from desktop.models.workspace import Run
from desktop.views.plan import bar_gestures
from tests.plan_window import Person, english, me, opened
from tests.plans import snapshot

__all__ = ["english", "me", "opened"]

NEXT_WEEK = dt.timedelta(days=7)


class Gate:
    """Trials in another thread wait until they may go on."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.go = threading.Event()
        self.go.set()
        self.threads: list[int] = []
        real = preview_module.outcome

        def held(*given: object) -> object:
            self.threads.append(threading.get_ident())
            if self.threads[-1] != threading.main_thread().ident:
                assert self.go.wait(30)
            return real(*given)  # type: ignore[arg-type]

        patch.setattr(preview_module, "outcome", held)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Two rows are many."""
    monkeypatch.setattr(bar_gestures, "AT_ONCE", Most(records=10, rows=2))
    made = Gate(monkeypatch)
    yield made
    made.go.set()


def take(me: Person) -> QPointF:
    """Take hold of the bar of the first task, from which most of the plan follows."""
    place = me.body("survey")
    me.press(place)
    me.move(place + QPointF(me.days(3), 0))
    return place


def shown_start(me: Person, task: str) -> dt.datetime:
    """Where the chart shows the start of a task."""
    gesture = me.chart.gesture
    preview = gesture.preview if gesture is not None else me.chart.preview
    return (preview.schedule if preview is not None else me.workspace.schedule).of(task).start


def test_the_bar_goes_with_the_pointer_and_the_rest_follows_a_little_later(me: Person, gate: Gate) -> None:
    before, was = snapshot(me.project), me.dates("plan").start
    gate.go.clear()
    place = take(me)
    at = place + QPointF(me.days(7), 0)
    me.move(at)
    gesture = me.chart.gesture
    assert gesture is not None and next(gesture.shapes(), None) is not None  # its ghost is where the pointer is
    assert shown_start(me, "plan") == was
    gate.go.set()
    me.bot.waitUntil(lambda: shown_start(me, "plan") == was + NEXT_WEEK)
    assert threading.main_thread().ident not in gate.threads[1:]  # the first trial said that it is much
    assert any("2026" in line for line in gesture.tip())
    me.release(at)
    assert me.dates("plan").start == was + NEXT_WEEK and len(me.workspace.session.undo_steps) == 1
    assert me.chart.preview is None and me.chart.gesture is None
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_the_newest_place_is_tried_and_nothing_is_tried_twice(me: Person, gate: Gate) -> None:
    was = me.dates("plan").start
    gate.go.clear()
    place = take(me)
    assert len(gate.threads) == 1  # at once; the other thread begins when that is painted
    me.bot.waitUntil(lambda: len(gate.threads) == 2)
    for days in (4, 5, 6, 7):
        me.move(place + QPointF(me.days(days), 0))
    gate.go.set()
    me.bot.waitUntil(lambda: shown_start(me, "plan") == was + NEXT_WEEK)
    me.bot.wait(50)
    assert len(gate.threads) == 3  # and of the last place
    me.move(place)  # back where it was
    assert shown_start(me, "plan") == was
    me.release(place)
    assert not me.workspace.session.undo_steps


def test_escape_leaves_no_trace_and_what_comes_afterwards_is_not_shown(me: Person, gate: Gate) -> None:
    before, was = snapshot(me.project), me.dates("plan").start
    gate.go.clear()
    place = take(me)
    me.key(Qt.Key.Key_Escape, to=me.chart)
    assert me.chart.gesture is None
    gate.go.set()
    me.bot.wait(50)
    assert shown_start(me, "plan") == was and me.chart.preview is None
    me.release(place)
    assert snapshot(me.project) == before and not me.workspace.session.undo_steps


def test_an_edit_in_the_middle_ends_the_drag(me: Person, gate: Gate) -> None:
    gate.go.clear()
    place = take(me)
    me.workspace.do(SetFields("task", ("light",), {"name": "Other"}))
    assert me.chart.gesture is None
    gate.go.set()
    me.bot.wait(50)
    me.release(place)
    assert me.chart.preview is None and len(me.workspace.session.undo_steps) == 1


def test_bars_stay_where_they_were_let_go_while_the_edit_is_worked_out(
    me: Person, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = me.dates("plan").start
    starts: list[dt.datetime] = []

    class Place:
        is_on = False

        @contextmanager
        def begin(self) -> Iterator[Run]:
            yield self._run

        def _run(self, work: Callable[[], None], *, may_stop: bool) -> None:
            del may_stop
            starts.append(shown_start(me, "plan"))
            work()

    monkeypatch.setattr(workspace_module, "MOST", Most(records=400, rows=2))
    me.workspace.elsewhere = Place()
    place = take(me)
    at = place + QPointF(me.days(7), 0)
    me.move(at)
    me.bot.waitUntil(lambda: shown_start(me, "plan") == was + NEXT_WEEK)
    me.release(at)
    assert starts == [was + NEXT_WEEK] * 2
    assert me.dates("plan").start == was + NEXT_WEEK and me.chart.preview is None


def test_a_drop_that_is_refused_puts_the_bars_back(me: Person, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    was = me.dates("plan").start
    place = take(me)
    at = place + QPointF(me.days(7), 0)
    me.move(at)
    me.bot.waitUntil(lambda: shown_start(me, "plan") == was + NEXT_WEEK)
    monkeypatch.setattr(me.workspace, "do_step", lambda command: (False, None))
    me.release(at)
    assert me.chart.preview is None and shown_start(me, "plan") == was
