"""Work done a stretch at a time: what is small comes at once, what is long leaves the window a moment first."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.views import slices
from desktop.views.slices import Slices, Steps


def counting(steps: int) -> Steps:
    for _ in range(steps):
        yield
    return steps


@pytest.fixture
def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is done has taken long."""
    monkeypatch.setattr(slices, "TOGETHER", -1)
    monkeypatch.setattr(slices, "FIRST", 60)


@pytest.mark.usefixtures("long_ago")
def test_what_is_small_comes_at_once(qtbot: QtBot) -> None:
    told, work = list[object](), Slices()
    assert work.begin(counting(slices.AT_LEAST - 1), told.append)
    assert told == [slices.AT_LEAST - 1] and not work.is_working


@pytest.mark.usefixtures("long_ago")
def test_what_long_work_comes_to_has_a_stretch_of_its_own(qtbot: QtBot) -> None:
    told, work = list[object](), Slices()
    assert not work.begin(counting(slices.AT_LEAST), told.append)
    assert told == [] and work.is_working and work.stretches == 1
    qtbot.waitUntil(lambda: not work.is_working)
    assert told == [slices.AT_LEAST] and work.stretches == 2


@pytest.mark.usefixtures("long_ago")
def test_nothing_comes_of_it_when_it_is_called_off_before(qtbot: QtBot) -> None:
    told, work = list[object](), Slices()
    work.begin(counting(slices.AT_LEAST), told.append)
    work.call_off()
    qtbot.wait(20)
    assert told == [] and not work.is_working


@pytest.mark.usefixtures("long_ago")
def test_newer_work_takes_its_place(qtbot: QtBot) -> None:
    told, work = list[object](), Slices()
    work.begin(counting(slices.AT_LEAST), told.append)
    work.begin(counting(1), told.append)
    qtbot.wait(20)
    assert told == [1]
