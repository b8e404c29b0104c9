"""Looking through a large plan: a stretch at a time, the latest wish wins, and whoever gives up finds all as it was.

Every plan counts as large here, and every task as a stretch.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.plan import AssignResources
from desktop.domain.commands.records import SetFields
from desktop.domain.resource_names import Share
from desktop.models import plan_figures, plan_judging
from desktop.models.plan_filters import ABOVE, CONTAINS, Condition
from desktop.models.plan_order import PLAIN, Arrangement, SortKey
from desktop.views import slices
from desktop.views.plan import page as page_module
from tests.plan_window import Person, english, opened
from tests.plans import OFFICE

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
EVERYTHING = [identity for identity, *_ in OFFICE]


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, value in (
        (page_module, "LARGE", 0), (plan_judging, "STRETCH", 1), (slices, "AT_LEAST", 1),
        (slices, "FIRST", 0), (slices, "LATER", 0),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)


def rows(me: Person) -> list[str]:
    return list(me.page.model.ids)


def chips(me: Person) -> list[str]:
    return [chip.text() for chip in me.page.row_bar.chips]


def named(text: str) -> Arrangement:
    return Arrangement((Condition("name", CONTAINS, text),))


def settled(me: Person) -> None:
    me.bot.waitUntil(lambda: not me.page.rows_shown.is_working)


def test_the_window_goes_on_while_the_plan_is_looked_through(opened: Opened) -> None:
    me = opened()
    me.page.rows_shown.show(named("collect"))
    assert me.page.rows_shown.is_working
    assert (rows(me), chips(me)) == (EVERYTHING, ["Task name contains collect"])
    QApplication.processEvents()
    assert me.page.rows_shown.is_working  # events come through between two stretches
    settled(me)
    assert rows(me) == ["brief", "wishes", "design", "offers"]
    assert me.page.rows_shown.slices.stretches > len(EVERYTHING)


def test_escape_leaves_everything_as_it_was(opened: Opened) -> None:
    me = opened()
    me.page.rows_shown.show(named("plan"))
    settled(me)
    before = rows(me)
    me.page.rows_shown.show(Arrangement(sort=(SortKey("name", True),)))
    assert me.page.rows_shown.is_working
    me.grid.setFocus()
    me.key(Qt.Key.Key_Escape)
    assert not me.page.rows_shown.is_working
    for _ in range(30):
        QApplication.processEvents()
    assert (rows(me), chips(me)) == (before, ["Task name contains plan"])


def test_the_button_gives_up_too(opened: Opened) -> None:
    me = opened()
    waiting = me.page.row_bar.waiting
    waiting._patience.setInterval(0)
    rows_shown = me.page.rows_shown
    rows_shown.show(named("collect"))
    rows_shown.slices._timer.stop()  # it takes long
    me.bot.waitUntil(waiting.stop.isVisible)
    me.bot.mouseClick(waiting.stop, Qt.MouseButton.LeftButton)
    assert (rows(me), chips(me), rows_shown.is_working) == (EVERYTHING, [], False)
    assert not waiting.isVisible()


def test_the_latest_wish_wins(opened: Opened) -> None:
    me = opened()
    for text in ("c", "co", "survey"):
        me.page.rows_shown.show(named(text))
    settled(me)
    assert rows(me) == ["brief", "survey"]
    for _ in range(30):
        QApplication.processEvents()
    assert rows(me) == ["brief", "survey"]


def test_what_cannot_be_read_leaves_what_is_under_way(opened: Opened) -> None:
    me = opened()
    me.page.rows_shown.show(named("survey"))
    refusal = me.page.rows_shown.add(Condition("duration", ABOVE, "soon"))
    assert refusal is not None
    settled(me)
    assert (rows(me), chips(me)) == (["brief", "survey"], ["Task name contains survey"])


def test_an_edit_meanwhile_is_taken_into_account(opened: Opened) -> None:
    me = opened()
    me.page.rows_shown.show(named("van"))
    for _ in range(3):
        QApplication.processEvents()
    assert me.page.rows_shown.is_working
    me.workspace.do(SetFields("task", ("brief",), {"name": "Load the van"}))
    settled(me)
    assert rows(me) == ["brief"]
    me.workspace.do(SetFields("task", ("pack",), {"name": "Pack the van"}))
    assert rows(me) == ["brief"]  # judged again when the hands rest
    me.page.rows_shown.judge_again()
    settled(me)
    assert rows(me) == ["brief", "move", "pack"]


def test_going_to_a_task_gives_up_what_would_hide_it(opened: Opened) -> None:
    me = opened()
    me.page.rows_shown.show(named("collect"))
    assert me.page.reveal("light")
    for _ in range(30):
        QApplication.processEvents()
    assert (me.grid.current_id(), rows(me), me.page.rows_shown.asked) == ("light", EVERYTHING, PLAIN)


def test_overloads_are_found_in_another_thread(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Survey and wishes both need all of Anna on June 1; once she is there twice nobody is overloaded."""
    me = opened()
    for task in ("survey", "wishes"):
        me.workspace.do(AssignResources(task, (Share("Anna", 100, "anna"),)))
    threads: list[int] = []
    go = threading.Event()
    real: Any = plan_figures.__dict__["overloads"]

    def held(*given: Any) -> Sequence[Any]:
        threads.append(threading.get_ident())
        assert go.wait(30)
        return real(*given)

    monkeypatch.setattr(plan_figures, "overloads", held)
    me.page.rows_shown.show(Arrangement((Condition("", "overloaded"),)))
    me.bot.waitUntil(lambda: bool(threads))
    assert (rows(me), chips(me)) == (EVERYTHING, ["Overloaded"])
    go.set()
    settled(me)
    assert rows(me) == ["brief", "survey", "wishes"]
    assert threading.get_ident() not in threads
    go.clear()
    seen = len(threads)
    me.page.rows_shown.judge_again()
    settled(me)  # known of this state
    assert len(threads) == seen
    me.workspace.do(SetFields("resource", ("anna",), {"max_units": 200}))
    me.page.rows_shown.judge_again()
    me.bot.waitUntil(lambda: len(threads) > seen)
    assert rows(me) == ["brief", "survey", "wishes"]
    go.set()
    settled(me)
    assert rows(me) == []


def test_overloads_of_before_an_edit_are_not_shown(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    me = opened()
    for task in ("survey", "wishes"):
        me.workspace.do(AssignResources(task, (Share("Anna", 100, "anna"),)))
    go, calls = threading.Event(), list[Mapping[str, Any]]()
    real: Any = plan_figures.__dict__["overloads"]

    def held(*given: Any) -> Sequence[Any]:
        calls.append({})
        assert go.wait(30)
        return real(*given)

    monkeypatch.setattr(plan_figures, "overloads", held)
    arranged: list[list[str]] = []
    me.page.model.rearranged.connect(lambda: arranged.append(rows(me)))
    me.page.rows_shown.show(Arrangement((Condition("", "overloaded"),)))
    me.bot.waitUntil(lambda: bool(calls))
    me.workspace.do(SetFields("resource", ("anna",), {"max_units": 200}))
    go.set()
    settled(me)
    assert rows(me) == []
    assert ["brief", "survey", "wishes"] not in arranged
