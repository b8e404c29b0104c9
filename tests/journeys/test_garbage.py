"""No widget is left to Python's collector, which runs on whatever thread happens to fill it.

A widget that only a circle of references keeps alive is destroyed by the collector. On a worker thread (a
report is laid out, a file is looked through) that stops timers of another thread, and sooner or later the program.
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import AddRecord
from desktop.i18n import CHINESE
from desktop.views.commands import Commands
from desktop.views.main_window import MainWindow
from desktop.views.pages import ENTRIES
from desktop.views.plan import PlanPage
from desktop.views.program import STANDARD, NewProject
from desktop.views.settings import LANGUAGE, TEXT_SIZE
from tests.conftest import deliver_deletions


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        deliver_deletions()


def left_over() -> list[str]:
    """Types of the widgets that the collector finds, and would destroy, now."""
    gc.unfreeze()  # what the program has set aside counts too
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        return sorted(
            type(each).__name__ for each in gc.garbage if isinstance(each, QWidget) and shiboken6.isValid(each)
        )
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


@pytest.fixture
def window(program: Application, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = program.new_window()
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    made.files._create(NewProject("P", "", dt.date(2026, 6, 1), STANDARD, "both", "CNY", tmp_path / "P.pilotage"))
    assert made.workspace is not None
    for key, fields in {
        "person": {"name": "Wei"},
        "risk": {"event": "Fire"},
        "communication": {"subject": "Talk", "happened_at": dt.datetime(2026, 6, 1, 9)},
        "task": {"name": "Dig"},
    }.items():
        assert made.workspace.do(AddRecord(key, fields))
    return made


def every_page(window: MainWindow) -> None:
    for entry in ENTRIES:
        if entry is not None:
            window.go_to(entry.key)
            settle()


def in_chinese(window: MainWindow) -> None:
    every_page(window)
    window.look.choose(LANGUAGE, CHINESE)
    settle()
    window.look.choose(TEXT_SIZE, 150)


def opened_and_closed(open_it: Callable[[MainWindow], object]) -> Callable[[MainWindow], None]:
    def use(window: MainWindow) -> None:
        open_it(window)
        settle()
        for dialog in window.findChildren(QDialog):
            dialog.close()

    return use


def command(act: Callable[[Commands], object]) -> Callable[[MainWindow], None]:
    return opened_and_closed(lambda window: act(window.commands))


def plan_action(name: str) -> Callable[[MainWindow], object]:
    """Does on the plan page, with its first task, what the action of that name does."""

    def use(window: MainWindow) -> None:
        window.go_to("plan")
        settle()
        assert window.view is not None
        page = window.view.page
        assert isinstance(page, PlanPage)
        page.grid.select_id(page.model.ids[0])
        getattr(page.plan_actions, name).trigger()

    return use


def closed(window: MainWindow) -> None:
    every_page(window)
    window.close_project()


@pytest.mark.parametrize(
    "use",
    [
        every_page, in_chinese, closed, command(Commands.log_contact),
        command(Commands.show_preferences), command(Commands.show_palette),
        command(Commands.show_history), command(Commands.show_holidays),
        *(opened_and_closed(plan_action(name)) for name in ("recurring", "paths", "findings", "why")),
    ],
    ids=["pages", "language", "closing", "quick entry", "preferences", "palette", "history", "holidays",
         "recurring task", "paths", "findings", "why"],
)  # fmt: skip
def test_nothing_is_left_to_the_collector(window: MainWindow, use: Callable[[MainWindow], None]) -> None:
    settle()
    gc.unfreeze()  # what others left in what they set aside is not what is looked for
    gc.collect()
    gc.disable()
    try:
        use(window)
        settle()
        assert left_over() == []
    finally:
        gc.enable()
