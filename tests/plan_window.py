"""The plan page in a window of its own, and a person who uses it by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.charts.bars import HANDLE_GAP, Bar
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import TaskDates
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.workspace import Workspace
from desktop.views.plan import PlanPage
from desktop.views.theme import LIGHT_THEME, apply_theme
from tests.plans import office, session_of

LEFT, MIDDLE, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Person:
    """Looks at one plan page and does to it what hands can do."""

    def __init__(self, page: PlanPage, bot: QtBot) -> None:
        self.page, self.bot = page, bot
        self.grid, self.chart, self.workspace = page.grid, page.chart, page.workspace
        self.refusals: list[Rejected] = []
        self.workspace.rejected.connect(self.refusals.append)

    # -- what the plan says ---------------------------------------------------------------------

    @property
    def project(self) -> Project:
        return self.workspace.project

    def task(self, identity: str) -> Task:
        return self.project.get(Task, identity)

    def dates(self, identity: str) -> TaskDates:
        return self.workspace.schedule.of(identity)

    def links(self) -> set[tuple[str, str, str]]:
        return {(each.predecessor, each.successor, each.type) for each in self.project.table(Dependency).values()}

    def row(self, identity: str) -> int:
        return self.page.model.row_of(identity)

    # -- keys -----------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY, to: QWidget | None = None) -> None:
        target = to or self.editor() or QApplication.focusWidget() or self.grid
        self.bot.keyClick(target, key, modifiers)

    def type(self, text: str) -> None:
        """Type into whatever has the keys; the first letter may open an editor."""
        for letter in text:
            self.bot.keyClicks(self.editor() or self.grid, letter)

    def editor(self) -> QLineEdit | None:
        found = self.grid.delegate.editor
        return found if isinstance(found, QLineEdit) else None

    def select(self, *ids: str, column: str = "name") -> None:
        """Click the first task's cell, the others with Ctrl."""
        for number, identity in enumerate(ids):
            index = self.page.model.index(self.row(identity), NUMBER_OF[column])
            self.grid.scrollTo(index)
            place = self.grid.visualRect(index).center()
            modifiers = CTRL if number else NO_KEY
            self.bot.mouseClick(self.grid.viewport(), LEFT, modifiers, place)
        self.grid.setFocus()

    def set_cell(self, identity: str, column: str, text: str) -> None:
        """Select a cell, type over it, press Enter."""
        self.select(identity, column=column)
        self.type(text)
        self.key(Qt.Key.Key_Return)

    # -- mouse on the chart ---------------------------------------------------------------------

    def bar(self, identity: str) -> Bar:
        found = self.chart.bar(self.row(identity))
        assert found is not None
        return found

    def body(self, identity: str) -> QPointF:
        bar = self.bar(identity)
        return QPointF((bar.left + bar.right) / 2, bar.middle)

    def finish_edge(self, identity: str) -> QPointF:
        return QPointF(self.bar(identity).right - 2, self.bar(identity).middle)

    def start_edge(self, identity: str) -> QPointF:
        return QPointF(self.bar(identity).left + 2, self.bar(identity).middle)

    def finish_handle(self, identity: str) -> QPointF:
        return QPointF(self.bar(identity).right + HANDLE_GAP, self.bar(identity).middle)

    def start_handle(self, identity: str) -> QPointF:
        return QPointF(self.bar(identity).left - HANDLE_GAP, self.bar(identity).middle)

    def days(self, count: float) -> float:
        """Pixels of ``count`` days."""
        return count * self.chart.scale.scale

    def mouse(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NO_KEY
    ) -> None:
        view = self.chart.viewport()
        held = NO_BUTTON if kind is QEvent.Type.MouseButtonRelease else button
        pressed = NO_BUTTON if kind is QEvent.Type.MouseMove else button
        glob = QPointF(view.mapToGlobal(at))
        QApplication.sendEvent(view, QMouseEvent(kind, at, glob, pressed, held, modifiers))

    def hover(self, at: QPointF) -> None:
        self.mouse(QEvent.Type.MouseMove, at, NO_BUTTON)

    def press(self, at: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        self.hover(at)
        self.mouse(QEvent.Type.MouseButtonPress, at, button, modifiers)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        self.mouse(QEvent.Type.MouseMove, at, modifiers=modifiers)

    def release(self, at: QPointF, button: Qt.MouseButton = LEFT, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, at, button, modifiers)

    def drag(self, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press, move in a few steps, release."""
        self.press(start, modifiers=modifiers)
        for step in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * step)
        self.release(end)

    def wheel(self, at: QPointF, turn: int, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        view = self.chart.viewport()
        event = QWheelEvent(
            at, QPointF(view.mapToGlobal(at)), QPoint(), QPoint(0, turn), NO_BUTTON, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view, event)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    set_language(ENGLISH)
    apply_theme(qapp, LIGHT_THEME)
    yield
    set_language(ENGLISH)


@contextmanager
def reading(app: QApplication, language: str, size: float) -> Iterator[None]:
    """A language, with letters of ``size`` times the usual size."""
    usual = QFont(app.font())
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * size)
    set_language(language)
    app.setFont(large)
    try:
        yield
    finally:
        app.setFont(usual)


@pytest.fixture(params=[(ENGLISH, 1), (CHINESE, 2)], ids=["en-100", "zh-200"])
def reader(request: pytest.FixtureRequest, qapp: QApplication, english: None) -> Iterator[str]:
    """Whoever reads: a language, with letters of usual or of double size."""
    language, size = request.param
    with reading(qapp, language, size):
        yield language


@pytest.fixture(params=[(ENGLISH, 1), (ENGLISH, 2), (CHINESE, 1), (CHINESE, 2)], ids=str)
def me(request: pytest.FixtureRequest, opened: Callable[..., Person], qapp: QApplication) -> Iterator[Person]:
    """The office move, in both languages, at the usual and at the double size of text."""
    language, size = request.param
    with reading(qapp, language, size):
        yield large_page(opened(), size)


def large_page(person: Person, size: float) -> Person:
    """``person``, before a page that has grown with its letters."""
    person.page.resize(round(1400 * size), round(700 * size))
    return person


@pytest.fixture
def opened(qtbot: QtBot, english: None) -> Iterator[Callable[..., Person]]:
    """Opens a project, by default the office move, on a plan page of 1,400 × 700 pixels."""
    kept: list[Person] = []  # a page that only Qt holds may be collected while it is being painted

    def show(project: Project | None = None) -> Person:
        page = PlanPage(Workspace(session_of(project if project is not None else office())))
        qtbot.addWidget(page)
        page.resize(1400, 700)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        QApplication.processEvents()
        QApplication.processEvents()
        kept.append(Person(page, qtbot))
        return kept[-1]

    yield show
    kept.clear()
