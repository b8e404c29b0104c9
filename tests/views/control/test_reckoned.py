"""Figures of a large plan are made away from the interface; every plan counts as large here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import SetFields
from desktop.domain.session import Session
from desktop.models import control as book_module
from desktop.models import tables
from desktop.models.workspace import Workspace
from desktop.views import slices
from desktop.views.control import ControlPage
from desktop.views.control import earned as earned_module
from desktop.views.control import health as health_module
from tests.clock import Clock
from tests.views.control.test_page import figures, project

Show = Callable[..., None]


@pytest.fixture
def workspace(qapp: QApplication, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(book_module, "LARGE", 0)
    return Workspace(Session(project(), clock=clock))


class Held:
    """Takes the place of a function and lets whoever calls it wait until it is let go."""

    def __init__(self, patch: pytest.MonkeyPatch, module: Any, name: str) -> None:
        self.threads: list[int] = []
        self.go = threading.Event()
        real = getattr(module, name)

        def held(*given: Any, **named: Any) -> Any:
            self.threads.append(threading.get_ident())
            assert self.go.wait(30)
            return real(*given, **named)

        patch.setattr(module, name, held)


def test_figures_come_from_another_thread(
    workspace: Workspace, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, earned_module, "curve")
    page = ControlPage(workspace)
    show(page)
    qtbot.waitUntil(lambda: bool(held.threads))
    assert page.earned.waiting.is_on and "Working out" in page.earned.title.text()
    assert figures(page) == {}
    held.go.set()
    qtbot.waitUntil(lambda: not page.earned.waiting.is_on)
    assert threading.get_ident() not in held.threads
    assert figures(page)["Planned value"] == "300.00 CNY"
    assert page.earned.title.text() == "As of 2026-06-03, against “Agreed”, in cost."


def test_an_edit_meanwhile_shows_nothing_of_before(
    workspace: Workspace, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """a is half as dear in the second state: 100.00 of its 200.00 in costs that count."""
    held = Held(monkeypatch, earned_module, "curve")
    page = ControlPage(workspace)
    shown: list[str] = []
    real = page.earned.show_figures

    def counted(found: Any) -> None:
        real(found)
        shown.append(figures(page)["Actual cost"])

    monkeypatch.setattr(page.earned, "show_figures", counted)
    show(page)
    qtbot.waitUntil(lambda: bool(held.threads))
    workspace.do(SetFields("task", ("a",), {"fixed_cost": 100_00}))
    held.go.set()
    qtbot.waitUntil(lambda: bool(shown) and not page.earned.waiting.is_on)
    assert shown == ["100.00 CNY"]


def test_stopping_leaves_the_page_without_figures(
    workspace: Workspace, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, health_module, "check_health")
    page = ControlPage(workspace)
    page.show_part(2)
    show(page)
    qtbot.waitUntil(lambda: bool(held.threads))
    page.health.waiting.stop.click()
    held.go.set()
    qtbot.waitUntil(lambda: not page.health.reckoner._jobs)
    assert page.health.measures.results.rowCount() == 0
    assert page.health.verdict.text() == "It was stopped. Choose again to begin it anew."
    page.health.profiles.chosen.emit(0)
    qtbot.waitUntil(lambda: page.health.measures.results.rowCount() > 0)
    assert "passed" in page.health.verdict.text()


def test_what_takes_a_second_says_so(
    workspace: Workspace, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, earned_module, "curve")
    page = ControlPage(workspace)
    page.earned.waiting._patience.setInterval(1)
    show(page)
    qtbot.waitUntil(page.earned.waiting.stop.isVisible)
    held.go.set()
    qtbot.waitUntil(lambda: not page.earned.waiting.isVisible())
    assert figures(page)


def test_a_large_table_is_copied_while_the_window_goes_on(
    workspace: Workspace, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name, value in (
        (tables, "STRETCH", 1), (slices, "AT_LEAST", 1), (slices, "FIRST", 0), (slices, "LATER", 0),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    page = ControlPage(workspace)
    show(page)
    qtbot.waitUntil(lambda: not page.earned.waiting.is_on)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    page.copy_table()
    assert page.waiting.is_on
    page.waiting.stop.click()
    assert (clipboard.text(), page.waiting.is_on) == ("before", False)
    page.copy_table()
    qtbot.waitUntil(lambda: not page.waiting.is_on)
    view = page.earned.figures
    assert len(clipboard.text().splitlines()) == 1 + view.results.rowCount()
    assert view.slices.stretches > view.results.rowCount()
    written: list[object] = []
    page.table_wanted.connect(written.append)
    page.export_table()
    page.export_table()  # the latest wish is the one
    qtbot.waitUntil(lambda: bool(written))
    assert written == [view.results.content("Figures of earned value")]
