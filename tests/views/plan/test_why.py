"""The section that explains a task: reasons at once, changes as they are found, and a search that can be stopped."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel

from desktop.domain.commands import plan as commands
from desktop.domain.scheduling import levers as domain
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.views.plan.details import lever_search
from desktop.views.plan.details.why import WhyTab
from tests.plan_window import LEFT, Person
from tests.plans import DAY, snapshot

Opened = Callable[..., Person]


def explain(person: Person, task: str) -> WhyTab:
    person.select(task)
    person.page.plan_actions.why.trigger()
    tab = person.page.panel.tab("why")
    assert isinstance(tab, WhyTab) and tab.isVisible()
    return tab


def said(tab: WhyTab) -> list[str]:
    return [line for label in tab.findChildren(QLabel) for line in label.text().replace("• ", "").splitlines()]


def changes(tab: WhyTab) -> list[str]:
    return [row.text.text() for row in tab.rows]


@pytest.mark.parametrize(
    ("language", "first", "critical", "change"),
    [
        (ENGLISH, "It waits for “Drive” to finish on 2026-06-19 17:00.", "It is critical: any delay",
         "Shorten “Floor plan” by 2.5d: gains 2.5d."),
        (CHINESE, "要等“Drive”于 2026-06-19 17:00 完成。", "关键任务：一旦延误",
         "将“Floor plan”缩短 2.5 天：可提前 2.5 天。"),
    ],
)  # fmt: skip
def test_reasons_then_changes(opened: Opened, language: str, first: str, critical: str, change: str) -> None:
    # Three days of survey, five of floor plan, four of offers, two of packing, one of driving: fifteen working days.
    person = opened()
    set_language(language)
    tab = explain(person, "open")
    assert first in said(tab)
    assert any(text.startswith(critical) for text in said(tab))
    person.bot.waitUntil(lambda: not tab.searching)
    found = changes(tab)
    assert found[0] == change  # what gains most stands first, whatever was found first
    assert len(found) == 5


class Slow:
    """Stands before the search: it goes on when it is told to."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.cancelled = threading.Event()

    def find(self, *arguments: object) -> Iterator[tuple[int, domain.Lever | None]]:
        cancelled = arguments[3]
        assert callable(cancelled)
        yield 1, None
        assert self.go_on.wait(20)
        if cancelled():
            self.cancelled.set()
            return
        yield from domain.find_levers(*arguments)  # type: ignore[arg-type]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(lever_search, "find_levers", made.find)
    yield made
    made.go_on.set()


def test_a_long_search_shows_its_progress_and_can_be_stopped(opened: Opened, slow: Slow) -> None:
    person = opened()
    tab = explain(person, "open")
    assert any(text.startswith("It waits for ") for text in said(tab))  # before anything was found
    person.bot.waitUntil(tab.busy.isVisible)
    assert tab.progress.value() == 1
    person.bot.mouseClick(tab.stop, LEFT)
    assert not tab.busy.isVisible()
    assert "The search was stopped; there may be more." in said(tab)
    slow.go_on.set()
    assert slow.cancelled.wait(20)
    assert changes(tab) == []


def leave_section(person: Person) -> None:
    person.page.panel.show_tab("general")


def close_panel(person: Person) -> None:
    person.page.plan_actions.details.trigger()


def select_another(person: Person) -> None:
    person.select("plan")


@pytest.mark.parametrize("leave", [leave_section, close_panel, select_another])
def test_looking_at_something_else_calls_the_search_off(
    opened: Opened, slow: Slow, leave: Callable[[Person], None]
) -> None:
    person = opened()
    tab = explain(person, "open")
    person.bot.waitUntil(tab.busy.isVisible)
    leave(person)
    slow.go_on.set()
    assert slow.cancelled.wait(20)
    assert tab.busy.isHidden() and changes(tab) == []


def test_a_change_is_made_from_there_and_gains_what_was_said(opened: Opened) -> None:
    person = opened()
    tab = explain(person, "open")
    person.bot.waitUntil(lambda: not tab.searching)
    before = snapshot(person.project)
    assert person.dates("open").finish == dt.datetime(2026, 6, 19, 17)
    person.bot.mouseClick(tab.rows[0].button, LEFT)  # the floor plan in half its time
    assert person.task("plan").duration == 5 * DAY // 2
    assert person.dates("open").finish == dt.datetime(2026, 6, 17, 12)
    assert len(person.workspace.session.undo_steps) == 1
    person.bot.waitUntil(lambda: not tab.searching)  # what is said is of the plan as it is now
    assert any("2026-06-17 12:00" in text for text in said(tab))
    person.workspace.undo()
    assert snapshot(person.project) == before


def test_a_change_that_only_delays_cannot_be_made(opened: Opened) -> None:
    person = opened()
    person.workspace.do(commands.SetLink("plan-light", "FF"))
    person.workspace.do(commands.LinkTasks(("light", "pack")))
    tab = explain(person, "light")
    person.bot.waitUntil(lambda: not tab.searching)
    for row in tab.rows:
        assert row.button.isHidden() == (row.lever.gain <= 0)
