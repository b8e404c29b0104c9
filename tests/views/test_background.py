"""Work away from the interface thread: what is delivered, what is not, and how it ends."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread, QThreadPool, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from desktop.views.background import Background, Wish


class Counter(Background):
    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()
        self.seen: list[int] = []
        self.counted.connect(self.seen.append)

    def count(self, number: int, wish: str = "count") -> None:
        def work(asked: Wish) -> None:
            assert self.go_on.wait(20)
            asked.say("counted", number)

        self._begin(wish, work)

    def fail(self) -> None:
        def work(asked: Wish) -> None:
            raise ZeroDivisionError

        self._begin("fail", work)


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    return Counter()


def test_a_newer_wish_calls_off_the_one_before_it_and_no_other(counter: Counter, qtbot: QtBot) -> None:
    counter.count(1)
    counter.count(2, "another")
    counter.count(3)
    counter.go_on.set()
    qtbot.waitUntil(lambda: len(counter.seen) == 2)
    assert sorted(counter.seen) == [2, 3]
    counter.retire()


def test_what_is_called_off_while_its_message_is_under_way_is_not_delivered(counter: Counter, qtbot: QtBot) -> None:
    counter.go_on.set()
    counter.count(1)
    QThread.msleep(50)  # the message lies with the interface by now
    counter.call_off("count")
    counter.count(2, "another")
    qtbot.waitUntil(lambda: counter.seen == [2])
    counter.retire()


def test_an_exception_is_told(counter: Counter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counter.broken) as told:
        counter.fail()
    assert isinstance(told.args[0], ZeroDivisionError)
    counter.retire()


def test_whoever_retires_stays_until_its_work_has_ended_and_says_nothing_more(counter: Counter, qtbot: QtBot) -> None:
    counter.count(1)
    gone = []
    counter.destroyed.connect(lambda: gone.append(threading.current_thread()))
    counter.retire()
    counter.retire()
    qtbot.wait(20)
    assert isValid(counter)
    counter.go_on.set()
    qtbot.waitUntil(lambda: not isValid(counter))
    assert gone == [threading.main_thread()]
    assert counter.seen == []


def test_work_that_outlives_the_program_tells_nobody(
    counter: Counter, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    counter.count(1)
    counter.fail()
    delete(counter)
    counter.go_on.set()
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    assert "Error" not in capfd.readouterr().err
