"""A small project with people, risks and a contact, and what tests do to its registers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import AddRecord
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.session import Session
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.workspace import Workspace
from desktop.views.records import RegisterPage, make_register
from desktop.views.theme import LIGHT_THEME, apply_theme

NOW = dt.datetime(2026, 6, 10, 9, 30)  # a Wednesday


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language(ENGLISH)
    yield
    set_language(ENGLISH)


@pytest.fixture(params=[ENGLISH, CHINESE])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    set_language(request.param)
    yield request.param
    set_language(ENGLISH)


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    apply_theme(qapp, LIGHT_THEME)
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    made = Workspace(Session(Project([profile]), clock=lambda: NOW, author="Lin"))
    made.do(AddRecord("person", {"id": "wei", "name": "Zhang Wei", "side": "client", "role": "IT lead"}))
    made.do(AddRecord("person", {"id": "li", "name": "李娜", "side": "ours"}))
    return made


@pytest.fixture
def risks(workspace: Workspace) -> Workspace:
    for identity, event in (("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")):
        workspace.do(AddRecord("risk", {"id": identity, "event": event}))
    return workspace


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a widget as the active window."""

    def shown(widget: QWidget, width: int = 1280, height: int = 720) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    return shown


@pytest.fixture
def register(workspace: Workspace, show: Callable[[QWidget], None]) -> Callable[[str], RegisterPage]:
    def opened(key: str) -> RegisterPage:
        page = make_register(key, workspace)
        show(page)
        return page

    return opened


class Hands:
    """Keys typed to whatever has the cursor, as a person does it."""

    def __init__(self, bot: QtBot) -> None:
        self._bot = bot

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the cursor"
        return widget

    def type(self, text: str) -> None:
        for letter in text:
            self._bot.keyClicks(self.focus(), letter)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self._bot.keyClick(self.focus(), key, held)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def field_of(workspace: Workspace, key: str, identity: str, name: str) -> Any:
    """A stored value."""
    return getattr(workspace.project.rows(key)[identity], name)
