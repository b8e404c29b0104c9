"""The collector of circular garbage is switched in one place, and never on where a window owns it."""

from __future__ import annotations

import ast
import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import garbage


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    garbage.give_back()
    gc.disable()


def test_it_is_off_for_the_time_of_a_pause() -> None:
    with garbage.paused():
        assert not gc.isenabled()
        with garbage.paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    with garbage.paused():
        pass
    assert not gc.isenabled()


def test_it_comes_back_when_a_pause_ends_by_an_error() -> None:
    with pytest.raises(ZeroDivisionError), garbage.paused():
        _ = 1 // 0
    assert gc.isenabled()


def test_of_two_threads_the_last_one_switches_it_on() -> None:
    begun, may_end = threading.Event(), threading.Event()

    def pause() -> None:
        with garbage.paused():
            begun.set()
            may_end.wait()

    worker = threading.Thread(target=pause)
    with garbage.paused():
        worker.start()
        begun.wait()
    assert not gc.isenabled()  # the other one has not ended
    may_end.set()
    worker.join()
    assert gc.isenabled()


def test_it_stays_off_where_a_window_came_in_the_middle() -> None:
    with garbage.paused():
        garbage.take_over()
    assert not gc.isenabled()
    with garbage.paused():
        pass
    assert not gc.isenabled()


def test_a_pause_that_outlives_the_window_switches_it_on() -> None:
    garbage.take_over()
    with garbage.paused():
        garbage.give_back()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_nobody_else_switches_it_on(root: Path) -> None:
    found = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in (root / "desktop").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "gc"
        and node.attr in ("enable", "set_threshold") and path.name != "garbage.py"
    ]  # fmt: skip
    assert found == []
