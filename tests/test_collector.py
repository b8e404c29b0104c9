"""Garbage with widgets in it is never taken apart by a worker thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint
from pytestqt.qtbot import QtBot

from desktop.app import collector as module
from desktop.app.collector import Collector


class Cycle(QObject):
    """Garbage that only a collection finds; notes in which thread it was found."""

    found: list[int] = []  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        Cycle.found.append(threading.get_ident())


@pytest.fixture
def collector(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(module, "YOUNG", 0)
    gc.enable()
    made = Collector()
    Cycle.found.clear()
    yield made
    made.stop()
    assert gc.isenabled()


def allocate() -> None:
    """More containers than Python's own thresholds leave uncollected."""
    kept = [[number] for number in range(200_000)]
    assert len(kept) == 200_000


def test_a_busy_worker_collects_nothing(collector: Collector, qtbot: QtBot) -> None:
    for _ in range(10):
        Cycle()
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert Cycle.found == []
    qtbot.waitUntil(lambda: len(Cycle.found) == 10)
    assert set(Cycle.found) == {threading.main_thread().ident}


def test_it_stays_off_although_somebody_turned_it_on(collector: Collector) -> None:
    gc.enable()
    collector.collect_what_is_due()
    assert not gc.isenabled()


def survivor() -> Cycle:
    """One that has outlived two young collections."""
    made = Cycle()
    gc.collect(1)
    gc.collect(1)
    Cycle.found.clear()
    return made


def test_what_has_grown_old_is_looked_at_once_more_and_set_aside(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, kept = survivor(), survivor()
    del old
    collector.collect_what_is_due()
    assert Cycle.found == []
    monkeypatch.setattr(module, "OLD", 0)
    collector.collect_what_is_due()
    assert len(Cycle.found) == 1
    assert not any(each is kept for each in gc.get_objects())
    del kept
    collector.collect_what_is_due()
    assert len(Cycle.found) == 1
    collector.sweep()
    assert len(Cycle.found) == 2


def test_what_comes_in_a_burst_is_never_walked_over(collector: Collector) -> None:
    """An opened project, made in another thread since the last look."""
    walked: list[str] = []

    def note(phase: str, facts: dict[str, int]) -> None:
        walked.append(f"{phase} {facts['generation']}")

    project = [[number] for number in range(2 * module.BURST)]
    gc.callbacks.append(note)
    try:
        collector.collect_what_is_due()
    finally:
        gc.callbacks.remove(note)
    assert walked == [] and gc.get_freeze_count() >= 2 * module.BURST
    collector.collect_what_is_due()
    assert not any(each is project for each in gc.get_objects())


class Clock:
    """In place of the module ``time``: as far as a test puts it."""

    def __init__(self) -> None:
        self.now = self.computed = 0.0

    def monotonic(self) -> float:
        return self.now

    def thread_time(self) -> float:
        return self.computed


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(module, "time", made)
    return made


def half_a_second(collector: Collector, clock: Clock, *, computing: float = 0.0) -> None:
    clock.now += 0.5
    clock.computed += computing
    collector.collect_what_is_due()


@pytest.fixture
def watched(clock: Clock, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Collector]:
    """A collector at the beginning of a made-up time, with a dead circle among what is set aside."""
    monkeypatch.setattr(module, "YOUNG", 1 << 30)
    monkeypatch.setattr(module, "FELT", float("inf"))
    made = Collector()
    made._timer.setInterval(1 << 30)
    kept = survivor()
    made.set_aside()
    del kept
    yield made
    made.stop()
    gc.collect()


def test_everything_is_looked_through_when_nobody_works(watched: Collector, clock: Clock) -> None:
    clock.now = module.SWEEP_EVERY
    half_a_second(watched, clock, computing=0.3)  # somebody types
    for _ in range(int(2 * module.QUIET) - 1):
        half_a_second(watched, clock, computing=0.001)
    assert Cycle.found == []
    half_a_second(watched, clock)
    half_a_second(watched, clock)
    assert len(Cycle.found) == 1


def test_it_is_not_while_somebody_works(watched: Collector, clock: Clock) -> None:
    for _ in range(int(4 * module.SWEEP_EVERY)):
        half_a_second(watched, clock, computing=0.02)
    assert Cycle.found == []


def test_nor_while_the_pointer_moves(watched: Collector, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    places = iter(range(10_000))
    monkeypatch.setattr(module.QCursor, "pos", lambda: QPoint(next(places), 0))
    for _ in range(int(4 * module.SWEEP_EVERY)):
        half_a_second(watched, clock)
    assert Cycle.found == []


def test_nor_again_and_again(watched: Collector, clock: Clock) -> None:
    swept: list[float] = []
    gc.callbacks.append(lambda phase, facts: swept.append(clock.now) if facts["generation"] == 2 else None)
    try:
        for _ in range(int(20 * module.SWEEP_EVERY)):
            half_a_second(watched, clock)
    finally:
        gc.callbacks.pop()
    assert len(set(swept)) == 1  # nothing was set aside since
    watched.set_aside()
    for _ in range(int(2 * module.SWEEP_EVERY)):
        half_a_second(watched, clock)
    assert len(set(swept)) == 1


def test_where_much_has_gathered_a_short_pause_is_enough(watched: Collector, clock: Clock) -> None:
    clock.now = module.SWEEP_EVERY
    watched._unseen = module.MANY_UNSEEN
    half_a_second(watched, clock, computing=0.3)
    for _ in range(int(2 * module.SHORT_QUIET) + 1):
        half_a_second(watched, clock)
    assert len(Cycle.found) == 1


@pytest.fixture
def felt(watched: Collector, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Collector:
    """The same where a look through all takes long, somebody has just worked, and another program is not in front."""
    monkeypatch.setattr(module, "FELT", 0.0)
    monkeypatch.setattr(module, "is_in_front", lambda: True)
    clock.now = module.SWEEP_EVERY
    half_a_second(watched, clock, computing=0.3)
    return watched


def pass_quietly(collector: Collector, clock: Clock, seconds: float) -> None:
    for _ in range(int(2 * seconds)):
        half_a_second(collector, clock)


def test_what_would_be_felt_waits_until_nobody_has_been_there_for_long(felt: Collector, clock: Clock) -> None:
    pass_quietly(felt, clock, module.LONG_QUIET - 1)
    assert Cycle.found == []
    pass_quietly(felt, clock, 2)
    assert len(Cycle.found) == 1


def test_or_until_another_program_is_in_front(
    felt: Collector, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "is_in_front", lambda: False)
    pass_quietly(felt, clock, module.AWAY - 1)
    assert Cycle.found == []
    pass_quietly(felt, clock, 2)
    assert len(Cycle.found) == 1


@pytest.mark.parametrize("grown", [False, True])
def test_or_until_much_has_gathered(
    felt: Collector, clock: Clock, monkeypatch: pytest.MonkeyPatch, grown: bool
) -> None:
    """What was set aside counts only where it is still there."""
    held = felt._held
    felt._unseen = held
    monkeypatch.setattr(gc, "get_freeze_count", lambda: held * 2 if grown else held + 1)
    pass_quietly(felt, clock, module.QUIET - 1)
    assert Cycle.found == []
    pass_quietly(felt, clock, 3)
    assert len(Cycle.found) == int(grown)


def test_how_long_it_takes_is_measured(felt: Collector, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it turns out to be quick, it is done in a usual pause the next time."""
    monkeypatch.setattr(module, "FELT", 0.08)
    felt._each = 1.0
    pass_quietly(felt, clock, module.LONG_QUIET + 1)
    assert len(Cycle.found) == 1
    kept = survivor()
    felt.set_aside()
    del kept
    half_a_second(felt, clock, computing=0.3)
    pass_quietly(felt, clock, module.SWEEP_EVERY + module.QUIET)
    assert len(Cycle.found) == 1


def test_what_a_large_edit_makes_is_never_walked_over(collector: Collector, qtbot: QtBot) -> None:
    Cycle()
    collector.go_around_edit(True)
    assert len(Cycle.found) == 1  # what was garbage before
    frozen = gc.get_freeze_count()
    made = [Cycle() for _ in range(3)]
    qtbot.wait(2 * module.INTERVAL)
    collector.go_around_edit(False)
    assert gc.get_freeze_count() > frozen and not gc.isenabled()
    assert not any(each is made for each in gc.get_objects())
    del made
    Cycle()
    qtbot.waitUntil(lambda: len(Cycle.found) == 2)
    collector.sweep()
    assert len(Cycle.found) == 5


def test_an_edit_that_outlives_the_collector_leaves_it_ended(collector: Collector) -> None:
    collector.go_around_edit(True)
    collector.stop()
    collector.go_around_edit(False)
    assert gc.isenabled() and not collector._timer.isActive()


def test_what_is_left_of_the_insides_goes_and_a_project_stays_set_aside(collector: Collector) -> None:
    collector.set_aside()
    frozen = gc.get_freeze_count()
    Cycle()
    collector.collect_insides()
    assert len(Cycle.found) == 1 and gc.get_freeze_count() == frozen
    collector.stop()
    Cycle()
    collector.collect_insides()  # Python collects again
    assert len(Cycle.found) == 1
