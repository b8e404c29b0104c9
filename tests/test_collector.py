"""Garbage with widgets in it is never taken apart by a worker thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
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


def test_old_garbage_is_collected_now_and_then(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    Cycle()
    gc.collect(0)  # found already, or kept for the oldest generation
    gc.collect(1)
    Cycle.found.clear()
    old = Cycle()
    gc.collect(1)
    gc.collect(1)
    del old
    gc.collect(1)
    assert Cycle.found == []
    monkeypatch.setattr(module, "OLD_EVERY", -1.0)
    collector.collect_what_is_due()
    assert len(Cycle.found) == 1


def test_what_stays_is_not_walked_over(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set aside is looked through again when the next things are, and when the program ends."""
    Cycle()
    collector.set_aside()
    collector.collect_all()
    assert Cycle.found == []
    Cycle()
    collector.collect_all()
    assert len(Cycle.found) == 1
    monkeypatch.setattr(module, "LONG", 0.0)  # every collection is a long one
    kept = Cycle()
    collector.collect_all()
    del kept
    monkeypatch.setattr(module, "LONG", 10.0)
    collector.collect_all()
    assert len(Cycle.found) == 1
    collector.set_aside()
    assert len(Cycle.found) == 3


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
    collector.set_aside()  # everything is looked through once more
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
