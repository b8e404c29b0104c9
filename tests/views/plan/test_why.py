"""The explanation of a task: reasons at once, changes as they are found, and a search that can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout

from desktop.domain.scheduling import levers as domain
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.views.plan import lever_search
from desktop.views.plan.why_dialog import WhyDialog
from tests.plan_window import LEFT, Person

Opened = Callable[..., Person]


def explain(person: Person, task: str) -> WhyDialog:
    person.select(task)
    person.page.plan_actions.why.trigger()
    (dialog,) = [each for each in person.page.findChildren(WhyDialog) if each.isVisible()]
    return dialog


def said(dialog: WhyDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def changes(dialog: WhyDialog) -> list[str]:
    column: QVBoxLayout = dialog._levers
    found = [column.itemAt(place).widget() for place in range(column.count())]
    return [label.text() for label in found if isinstance(label, QLabel)]


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
    dialog = explain(person, "open")
    assert first in said(dialog)
    assert any(text.startswith(critical) for text in said(dialog))
    person.bot.waitUntil(lambda: not dialog.searching)
    found = changes(dialog)
    assert found[0] == change  # what gains most stands first, whatever was found first
    assert len(found) == 5
    dialog.close()


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
    dialog = explain(person, "open")
    assert any(text.startswith("It waits for ") for text in said(dialog))  # before anything was found
    person.bot.waitUntil(dialog.busy.isVisible)
    assert dialog.progress.value() == 1
    person.bot.mouseClick(dialog.stop, LEFT)
    assert not dialog.busy.isVisible()
    assert "The search was stopped; there may be more." in said(dialog)
    slow.go_on.set()
    assert slow.cancelled.wait(20)
    assert changes(dialog) == []
    dialog.close()


def test_closing_calls_the_search_off(opened: Opened, slow: Slow) -> None:
    person = opened()
    explain(person, "open").close()
    slow.go_on.set()
    assert slow.cancelled.wait(20)
