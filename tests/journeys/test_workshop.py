"""A workshop: the plan on a projector, for the client's eyes; what is entered is one thing that can be undone."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app import Application
from desktop.domain.commands.plan import AddTask, SetDuration
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.control import Issue
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, TEAM, Kind
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.scheduling import Schedule
from desktop.domain.shown import Shown
from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.models.workspace import Workspace
from desktop.views import save_dialog
from desktop.views.command_palette import CommandPalette
from desktop.views.corner import Corner
from desktop.views.fingers import FINGER
from desktop.views.look import text_size
from desktop.views.main_window import MainWindow
from desktop.views.menus import plain_name, walk
from desktop.views.pictures import PictureAsking
from desktop.views.plan import PlanPage
from desktop.views.plan.paper_dialog import PaperDialog
from desktop.views.settings import THEME
from desktop.views.theme import CONTRAST_THEME, LIGHT_THEME, palette
from desktop.views.workshop import Workshop, mode
from desktop.views.workshop.bar import WorkshopBar
from desktop.views.workshop.review import WorkshopReview
from desktop.views.workshop.screens import Place, Screens, places
from tests.journeys.visible import clipped, english, shown, texts
from tests.shell import window_in

CANARY = "Kanarienvogel"
KEY = Qt.Key
SMALL = 800
LAPTOP, PROJECTOR = QRect(0, 0, 1024, 768), QRect(1024, 0, 1920, 1080)
READERS = [(ENGLISH, 100), (CHINESE, 100), (ENGLISH, 200), (CHINESE, 200)]


class FakeScreens(Screens):
    """Screens that are plugged in and out by hand."""

    plugged: Sequence[Place] = (Place(LAPTOP, True),)

    def now(self) -> Sequence[Place]:
        return self.plugged


@pytest.fixture(autouse=True)
def one_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mode, "Screens", FakeScreens)
    monkeypatch.setattr(FakeScreens, "plugged", (Place(LAPTOP, True),))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture(params=READERS, ids=lambda reader: f"{reader[0]}-{reader[1]}")
def window(request: pytest.FixtureRequest, program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = window_in(program, qtbot, *request.param)
    made.open_sample()
    yield made


@pytest.fixture
def plain(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = window_in(program, qtbot, ENGLISH, 100)
    made.open_sample()
    yield made


def whole(window: MainWindow) -> Workspace:
    """The project as it is for the team."""
    assert window.document is not None
    return window.document.workspace


def enter(window: MainWindow, qtbot: QtBot) -> Workshop:
    """F5."""
    qtbot.keyClick(window, KEY.Key_F5)
    qtbot.waitUntil(lambda: window.workshop is not None and window.workshop.is_shown)
    QApplication.processEvents()
    if window.width() <= SMALL:  # the screen that there is without a screen is smaller than any projector
        assert window.isFullScreen()
    window.resize(1024, 768)
    QApplication.processEvents()
    assert window.workshop is not None
    return window.workshop


def leave(window: MainWindow, qtbot: QtBot) -> None:
    """F5 again."""
    window.activateWindow()
    qtbot.wait(20)
    program = window.program
    assert isinstance(program, Application)
    qtbot.waitUntil(lambda: not program.dressing.work.is_working)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # menus of before have the same keys
    qtbot.keyClick(window, KEY.Key_F5)
    at_home(window, qtbot)


def at_home(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the window is the team's again."""
    qtbot.waitUntil(lambda: window.workshop is None and window.workshop_bar is None and window.view is not None)
    qtbot.waitUntil(lambda: window.updatesEnabled() and window.view is not None and window.view.page is not None)
    QApplication.processEvents()


def bar_of(window: MainWindow) -> WorkshopBar:
    assert window.workshop_bar is not None
    return window.workshop_bar


def plan_of(window: MainWindow) -> PlanPage:
    window.go_to("plan")
    QApplication.processEvents()
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    return page


def press(widget: QAbstractButton) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


# -- coming and going --------------------------------------------------------------------------------


def state_of(window: MainWindow, program: Application) -> dict[str, Any]:
    assert window.view is not None and window.view.page is not None
    layout = window.view.page.save_state()
    return {
        "text": text_size(program.settings),
        "font": QApplication.font().pointSizeF(),
        "theme": program.settings.text(THEME),
        "colours": palette()["window"],
        "page": window.view.page_key,
        "current": window.view.page.current(),
        "layout": {key: value for key, value in layout.items() if key not in ("work", "splitter")},
        "geometry": window.geometry(),
        "full": window.isFullScreen(),
        "title": window.windowTitle(),
        "menus": [plain_name(action) for _, action in walk(window.menuBar())],
        "steps": window.menus.undo_history.isChecked(),
    }


def test_everything_is_as_it_was(window: MainWindow, program: Application, qtbot: QtBot) -> None:
    page = plan_of(window)
    page.grid.columns.choose(["name", "notes", "finish"])
    page.plan_actions.details.trigger()
    window.menus.undo_history.trigger()
    page.grid.select_id(page.model.ids[4])
    before = state_of(window, program)
    file = program.settings.folder / "settings.json"
    enter(window, qtbot)
    assert text_size(program.settings) == (150 if before["text"] == 100 else 160), "larger, and it fits the screen"
    assert palette()["line"] == "#000000"
    assert json.loads(file.read_text())["theme"] == LIGHT_THEME, "the file never knows of a workshop"
    assert not window.menus.undo_history.isChecked()
    assert page_key(window) == "plan"
    window.go_to("issue")
    leave(window, qtbot)
    after = state_of(window, program)
    if text_size(program.settings) > 100:  # the small screen of the tests does not hold a window with so large a text
        del before["geometry"], after["geometry"]
    assert after == before


def page_key(window: MainWindow) -> str:
    assert window.view is not None
    return window.view.page_key


def test_escape_leaves_only_where_nobody_else_wants_it(plain: MainWindow, qtbot: QtBot) -> None:
    plan_of(plain)
    enter(plain, qtbot)
    grid = plan_of(plain).grid
    grid.setFocus()
    qtbot.keyClicks(grid, "x")
    editor = grid.delegate.editor
    assert editor is not None
    qtbot.keyClick(editor, KEY.Key_Escape)
    qtbot.wait(20)
    assert plain.workshop is not None, "the editor was left"
    bar_of(plain).park.click()
    assert bar_of(plain).line.isVisible()
    qtbot.keyClick(bar_of(plain).line, KEY.Key_Escape)
    qtbot.wait(20)
    assert plain.workshop is not None and not bar_of(plain).line.isVisible()
    assert not bar_of(plain).again.isVisible(), "these were for somebody else"
    qtbot.keyClick(plan_of(plain).grid, KEY.Key_Escape)
    assert bar_of(plain).again.isVisible() and clipped(bar_of(plain)) == []
    qtbot.wait(20)
    assert plain.workshop is not None, "it is asked for again"
    qtbot.keyClick(plan_of(plain).grid, KEY.Key_Escape)
    at_home(plain, qtbot)
    assert not plain.isFullScreen()


def test_one_escape_too_many_shows_nothing(plain: MainWindow, qtbot: QtBot) -> None:
    """Only a second one within three seconds leaves; what is held down counts once."""
    plan_of(plain)
    enter(plain, qtbot)
    bar = bar_of(plain)
    assert bar._asking.interval() == 3000
    bar._asking.setInterval(30)
    grid = plan_of(plain).grid
    height = bar.height()
    qtbot.keyClick(grid, KEY.Key_Escape)
    assert bar.again.isVisible() and bar.height() == height, "nothing is moved by what is said"
    held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Escape, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(plain, held)
    qtbot.waitUntil(lambda: not bar.again.isVisible())
    assert bar.undo.isVisible() and bar.time.isVisible()
    qtbot.keyClick(grid, KEY.Key_Escape)
    qtbot.wait(20)
    assert plain.workshop is not None and not plain.workshop.is_over, "that was long ago"


def test_it_can_be_stopped_before_it_begins(
    plain: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until what may be seen is worked out, the window stays as it is."""
    go_on = threading.Event()

    def slow(project: Project, planned: Schedule) -> Shown:
        assert go_on.wait(10)
        return Shown(project, planned)

    monkeypatch.setattr(mode, "Shown", slow)
    page = plan_of(plain)
    edits = plain.long_edits
    assert edits is not None
    seen: list[str] = []

    def stop() -> None:
        waiting = edits.waiting
        if waiting is None or not waiting.isVisible():
            QTimer.singleShot(20, stop)
            return
        seen.append(waiting.sentence.text())
        assert clipped(waiting) == []
        assert not plain.isFullScreen() and plain.workshop is None
        press(waiting.stop)

    QTimer.singleShot(0, stop)
    qtbot.keyClick(plain, KEY.Key_F5)
    go_on.set()
    assert seen == ["Preparing the workshop …"]
    assert plain.workshop is None and not plain.menus.workshop_mode.isChecked()
    assert plain.view is not None and plain.view.page is page and not plain.isFullScreen()


def test_a_drag_is_given_up_before_the_workshop(plain: MainWindow, qtbot: QtBot) -> None:
    plan_of(plain)
    enter(plain, qtbot)
    page = plan_of(plain)
    rows = range(page.model.rowCount())
    bar = next(bar for row in rows if (bar := page.chart.bar(row)) is not None and bar.right - bar.left > 20)
    middle = QPoint(round((bar.left + bar.right) / 2), round(bar.middle))
    view = page.chart.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(view, middle + QPoint(60, 0))
    qtbot.keyClick(page.chart, KEY.Key_Escape)
    qtbot.wait(20)
    assert plain.workshop is not None
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle)
    assert whole(plain).next_undo is None


def test_a_project_of_the_team_s_is_not_shown(plain: MainWindow, qtbot: QtBot) -> None:
    profile = whole(plain).project.profile
    assert whole(plain).do(SetFields("project", (profile.id,), {"audience": TEAM}))
    qtbot.keyClick(plain, KEY.Key_F5)
    qtbot.wait(20)
    assert plain.workshop is None
    assert not plain.menus.workshop_mode.isChecked()
    assert "not marked as visible to the client" in plain.banner.text


def test_closing_the_window_ends_it(plain: MainWindow, program: Application, qtbot: QtBot) -> None:
    enter(plain, qtbot)
    assert program.settings.text(THEME) == CONTRAST_THEME
    plain.close()
    assert program.settings.text(THEME) == LIGHT_THEME
    assert text_size(program.settings) == 100


def test_without_a_project_there_is_none(program: Application, qtbot: QtBot) -> None:
    made = window_in(program, qtbot, ENGLISH, 100)
    assert not made.menus.workshop_mode.isEnabled()


# -- what is seen ------------------------------------------------------------------------------------


def poison(window: MainWindow) -> None:
    """Write a word that is not the client's into every text of every record that is not the client's, and into the
    candid fields of every record."""
    project = whole(window).project
    for key in RECORD_TYPES:
        if key in ("dependency", "assignment", "baseline", "report"):
            continue
        specs = RECORD_TYPES[key].info.specs
        written = [
            name for name, spec in specs.items()
            if spec.kind in (Kind.TEXT, Kind.LONG_TEXT) and spec.audience != CLIENT and not spec.internal
        ]  # fmt: skip
        for identity, record in list(project.rows(key).items()):
            fields: dict[str, Any] = dict.fromkeys(written, CANARY)
            fields["tags"] = (CANARY,)
            if record.audience != CLIENT:
                fields[record.info.name_field] = CANARY
            whole(window).attempt(SetFields(key, (identity,), fields))
    whole(window).do(AddRecord("person", {"name": CANARY, "audience": TEAM}))
    whole(window).do(AddTask(CANARY, fields={"id": "hidden", "audience": TEAM}))
    shown_issue = next(each.id for each in project.table(Issue).values() if each.audience == CLIENT)
    whole(window).do(SetFields("issue", (shown_issue,), {"tasks": ("hidden",)}))


def everything_said(window: MainWindow) -> Iterator[str]:
    """Texts, tips and names of all widgets, of every role of every cell of every list, and of all commands."""
    yield from everything_said_in(window)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip(), action.whatsThis())


def everything_said_in(window: QWidget) -> Iterator[str]:
    for _, text in texts(window):
        yield text
    for widget in shown(window):
        if isinstance(widget, QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(min(model.rowCount(), 40)):
                for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
                    index = model.index(row, column, QModelIndex())
                    for role in (
                        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole,
                        Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
                    ):  # fmt: skip
                        yield str(index.data(role) or "")


def test_the_canary_sings_outside(plain: MainWindow) -> None:
    """The search itself would find it."""
    poison(plain)
    assert plain.view is not None
    for key in ("plan", "issue"):
        plain.go_to(key)
        QApplication.processEvents()
        assert any(CANARY in text for text in everything_said(plain)), key


def test_nothing_of_the_team_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    poison(window)
    plan_of(window)
    enter(window, qtbot)
    assert window.view is not None
    entries = [entry for entry in window.view.entries if entry is not None]
    inside = {"reports", "control", "client", "person", "project", "resource"}
    assert inside.isdisjoint(entry.key for entry in entries)
    for entry in entries:
        window.go_to(entry.key)
        QApplication.processEvents()
        page = window.view.page
        assert page is not None
        if isinstance(page, PlanPage):
            page.plan_actions.details.setChecked(True)
            page.door.toggle()
            for row in (0, 3):
                page.grid.select_id(page.model.ids[row])
                for kind in page.panel.kinds:
                    page.panel.show_tab(kind.key)
                    QApplication.processEvents()
                    assert not [text for text in everything_said(window) if CANARY in text], kind.key
        found = [text for text in everything_said(window) if CANARY in text]
        assert not found, entry.key
    file = whole(window)
    assert window.document is not None and file is not window.workspace
    assert not [text for text in everything_said(window) if window.document.path.name in text]


def test_tips_over_the_chart_say_nothing_of_the_team(plain: MainWindow, qtbot: QtBot) -> None:
    poison(plain)
    plan_of(plain)
    enter(plain, qtbot)
    page = plan_of(plain)
    view = page.chart.viewport()
    said = []
    for row in range(page.model.rowCount()):
        bar = page.chart.bar(row)
        if bar is None:
            continue
        place = QPoint(round((bar.left + bar.right) / 2), round(bar.middle))
        QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
        said.append(QToolTip.text())
    assert any(said)
    assert CANARY not in "".join(said)


def test_commands_that_show_what_is_inside_are_away(plain: MainWindow, qtbot: QtBot) -> None:
    inside = {"History", "Preferences", "Log a contact", "Open recent", "Restore points and backups", "Quit"}
    assert inside <= {plain_name(action) for _, action in walk(plain.menuBar())} | {"Open recent"}
    plan_of(plain)
    enter(plain, qtbot)
    named = {plain_name(action) for _, action in walk(plain.menuBar())}
    assert named.isdisjoint(inside)
    assert not any("recent" in menu.lower() for menu, _ in walk(plain.menuBar()))
    palette_of = CommandPalette(plain)
    assert not inside & {name for _, name, *_ in palette_of._commands}
    palette_of.close()
    qtbot.keyClick(plain, KEY.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeModalWidget() is None, "keys of hidden commands do nothing"


LEFT_ALONE = frozenset({"Leave the workshop", "Full screen", "Larger text", "Smaller text", "Normal text size"})
"""Commands that build the window anew, which other tests do."""


def test_no_command_brings_out_what_is_the_team_s(
    plain: MainWindow, program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whatever can be called up: nothing of the team's, and nothing of other projects or of where files lie."""
    program.settings.remember_file(tmp_path / f"{CANARY}.pilotage", CANARY, CANARY, "2026-06-01T10:00")
    monkeypatch.setattr(save_dialog, "documents", lambda: tmp_path)
    poison(plain)
    assert plain.document is not None
    path = plain.document.path
    plan_of(plain)
    enter(plain, qtbot)
    tried, found = 0, []
    for key in ("plan", "diagrams", "issue"):
        plain.go_to(key)
        QApplication.processEvents()
        for menu, action in list(walk(plain.menuBar())):
            name = plain_name(action) if isValid(action) else ""
            elsewhere = menu.endswith(("Language", "Colours", "Go to"))
            if not name or name in LEFT_ALONE or elsewhere or not action.isEnabled():
                continue
            action.trigger()
            qtbot.wait(1)
            tried += 1
            for top in QApplication.topLevelWidgets():
                if not top.isVisible():
                    continue
                said = (plain.banner.text, plain.status.text) if top is plain else everything_said_in(top)
                said = [text for text in (top.windowTitle(), *said) if text]
                wrong = [text for text in said if CANARY in text or path.name in text or str(path.parent) in text]
                if wrong or isinstance(top, QFileDialog):
                    found.append((key, name, type(top).__name__, wrong[:3]))
            copied = QApplication.clipboard().mimeData()
            for kind in copied.formats() if copied is not None else ():
                if CANARY.encode() in copied.data(kind).data():
                    found.append((key, name, "clipboard", [kind]))
            for dialog in plain.findChildren(QDialog):
                dialog.close()
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            focused = QApplication.focusWidget()
            if isinstance(focused, (QLineEdit, QPlainTextEdit)):
                qtbot.keyClick(focused, KEY.Key_Escape)
            assert plain.workshop is not None, (key, name)
        assert not [text for text in everything_said(plain) if CANARY in text or path.name in text], key
    assert not found
    assert tried > 60


def test_only_what_is_the_client_s_leaves_a_workshop(
    plain: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On paper and as a picture there is no edition but the client's, and no file dialog shows what else lies there."""
    monkeypatch.setattr(save_dialog, "documents", lambda: tmp_path)
    poison(plain)
    plan_of(plain)
    enter(plain, qtbot)
    page = plan_of(plain)
    page.paper_actions.state = {"audience": TEAM}
    page.paper_actions.print.trigger()
    (dialog,) = plain.findChildren(PaperDialog)
    assert dialog.choices.audience == CLIENT and dialog.order().plan.audience == CLIENT
    assert dialog.choices.readers.at == 0
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.ask_where()
    dialog.ask_where()  # while the first is still on its way
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("[!.]*.pdf"))) == 2)
    dialog.reject()
    page.paper_actions.picture.trigger()
    (asking,) = plain.findChildren(PictureAsking)
    assert asking.audience == CLIENT
    asking.kind.show_at(1)
    asking.ask_where()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("[!.]*.svg"))) == 1)
    drawn = next(tmp_path.glob("[!.]*.svg")).read_text()
    assert CANARY not in drawn and len(drawn) > 1000
    asking.reject()
    assert not plain.findChildren(QFileDialog)


def test_it_does_not_begin_while_a_file_is_written(
    plain: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name would be said, and what it came to."""
    monkeypatch.setattr(type(plain.files.errands), "is_on", True)
    qtbot.keyClick(plain, KEY.Key_F5)
    assert plain.workshop is None and not plain.menus.workshop_mode.isChecked()
    assert "still being read or written" in plain.banner.text


def test_notices_wait_until_nobody_looks_on(plain: MainWindow, qtbot: QtBot) -> None:
    enter(plain, qtbot)
    plain.notices.tell_damage()
    assert not plain.banner.kind
    leave(plain, qtbot)
    assert "damaged" in plain.banner.text


# -- what is entered ---------------------------------------------------------------------------------


def test_what_is_entered_is_one_thing_that_can_be_undone(window: MainWindow, qtbot: QtBot) -> None:
    before = whole(window)
    assert before.do(AddTask("Before", fields={"id": "mine"}))
    plan_of(window)
    enter(window, qtbot)
    assert not bar_of(window).undo.isEnabled(), "what was before is not undone before others"
    room = window.workspace
    assert room is not None
    assert room.do(SetDuration(("mine",), 5 * 480))
    assert room.do(AddRecord("decision", {"id": "d", "title": "Go on"}))
    assert room.do(AddTask("Mistake", fields={"id": "no"}))
    press(bar_of(window).undo)
    assert before.project.find(Task, "no") is None
    leave(window, qtbot)
    assert "2" in window.banner.text
    assert before.do(SetFields("task", ("mine",), {"name": "Renamed since"}))
    window.commands.review_workshop()
    (review,) = window.findChildren(WorkshopReview)
    qtbot.waitUntil(review.isVisible)
    assert review.list.topLevelItemCount() == 4, "three steps and one that was taken back"
    review.list.topLevelItem(0).setExpanded(True)
    assert review.list.topLevelItem(0).childCount() == 1
    assert clipped(review) == []
    press(review.undo)
    project = before.project
    assert project.get(Task, "mine").duration == 480
    assert project.get(Task, "mine").name == "Renamed since"
    assert project.rows("decision").get("d") is None
    window.undo()
    assert project.get(Task, "mine").duration == 5 * 480
    assert project.rows("decision").get("d") is not None


def test_the_steps_of_a_workshop_are_marked_in_the_undo_history(plain: MainWindow, qtbot: QtBot) -> None:
    assert whole(plain).do(AddTask("Before"))
    workshop = enter(plain, qtbot)
    assert workshop.workspace.do(AddTask("Within"))
    leave(plain, qtbot)
    plain.menus.undo_history.trigger()
    assert plain.undo_dock.panel is not None
    model = plain.undo_dock.panel.view.steps
    said = [str(model.index(row).data(Qt.ItemDataRole.ToolTipRole)) for row in range(model.rowCount())]
    assert [f"Workshop {workshop.name}" in text for text in said] == [False, False, True]
    assert model.index(2).data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_point_is_parked_with_the_issues(window: MainWindow, qtbot: QtBot) -> None:
    plan_of(window)
    enter(window, qtbot)
    qtbot.keyClick(window, KEY.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    line = bar_of(window).line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "Parking for bicycles")
    qtbot.keyClick(line, KEY.Key_Return)
    found = [each for each in whole(window).project.table(Issue).values() if each.problem == "Parking for bicycles"]
    assert [(each.audience, each.tags, each.status) for each in found] == [(CLIENT, (tr("Parking lot"),), "open")]
    assert line.text() == "" and line.isVisible(), "ready for the next"
    qtbot.keyClick(line, KEY.Key_Return)
    assert not line.isVisible()
    press(bar_of(window).undo)
    assert found[0].id not in whole(window).project.table(Issue)


def test_edits_by_hand_reach_the_project(plain: MainWindow, qtbot: QtBot) -> None:
    plan_of(plain)
    enter(plain, qtbot)
    page = plan_of(plain)
    page.grid.setFocus()
    identity = page.grid.current_id()
    qtbot.keyClicks(page.grid, "N")
    editor = page.grid.delegate.editor
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "ew name")
    qtbot.keyClick(editor, KEY.Key_Return)
    assert whole(plain).project.get(Task, identity).name == "New name"
    assert page.model.data(page.model.index(0, 1)) is not None
    qtbot.keyClick(page.grid, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert whole(plain).project.get(Task, identity).name != "New name"


# -- the room ----------------------------------------------------------------------------------------


def test_nothing_is_clipped_and_fingers_find_their_keys(window: MainWindow, qtbot: QtBot) -> None:
    plan_of(window)
    enter(window, qtbot)
    press(bar_of(window).park)
    assert (window.width(), window.height()) == (1024, 768)
    assert window.view is not None
    for entry in window.view.entries:
        if entry is not None:
            window.go_to(entry.key)
            QApplication.processEvents()
            least = window.minimumSizeHint()
            assert (least.width() <= 1024, least.height() <= 768) == (True, True), (entry.key, least)
    assert clipped(bar_of(window)) == []
    for widget in bar_of(window).findChildren(QWidget):
        if isinstance(widget, (QAbstractButton, QLineEdit)) and widget.isVisible() and widget.parent() is not None:
            if isinstance(widget.parent(), QLineEdit):
                continue  # the cross in the line
            assert widget.height() >= FINGER and widget.width() >= FINGER, widget
            assert bar_of(window).rect().contains(QRect(widget.mapTo(bar_of(window), QPoint()), widget.size()))
    if window.menus.undo.text() and tr("Leave") != "Leave":
        assert english(bar_of(window)) == []


def test_the_timer_counts_up_and_down(plain: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = enter(plain, qtbot)
    now = [workshop.clock.now()]
    monkeypatch.setattr(workshop.clock, "now", lambda: now[0])
    began = now[0]
    now[0] = began + 3725
    assert workshop.clock.text[:5] == "1:02:"
    timer = plain.menus.workshop
    assert timer is not None
    ten = next(action for action in timer.timer.actions() if action.data() == 10)
    ten.trigger()
    assert workshop.clock.text == "0:10:00"
    now[0] += 61
    assert workshop.clock.text == "0:08:59"
    now[0] += 600
    assert (workshop.clock.text, workshop.clock.is_over) == ("+0:01:01", True)
    workshop.clock.ticked.emit()
    assert bar_of(plain).time.toolTip() == "Time is up"


def test_the_window_goes_to_the_projector_and_back(plain: MainWindow, qtbot: QtBot) -> None:
    FakeScreens.plugged = (Place(LAPTOP, True), Place(PROJECTOR, False))
    page = plan_of(plain)
    page.grid.select_id(page.model.ids[2])
    assert whole(plain).do(SetFields("task", (page.model.ids[2],), {"notes": CANARY}))
    workshop = enter(plain, qtbot)
    notes = workshop.notes
    assert notes is not None and notes.isVisible()
    assert LAPTOP.contains(notes.geometry().center())
    qtbot.waitUntil(lambda: CANARY in notes.written.text())
    assert clipped(notes) == []
    FakeScreens.plugged = (Place(LAPTOP, True),)
    workshop.screens.changed.emit()
    qtbot.waitUntil(lambda: workshop.notes is None)
    assert plain.workshop is workshop, "it goes on"
    assert workshop.workspace.do(AddTask("Still here"))
    assert text_size(plain.program.settings) == 150
    FakeScreens.plugged = (Place(LAPTOP, True), Place(PROJECTOR, False))
    workshop.screens.changed.emit()
    qtbot.waitUntil(lambda: workshop.notes is not None)
    leave(plain, qtbot)
    assert workshop.notes is None


class Watch(QObject):
    """Where a window stands whenever something of the team's is painted in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.places: list[QPoint] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        view = self._window.view
        of_team = view is not None and not view.workspace.is_guarded
        painted = event.type() == QEvent.Type.Paint and isinstance(watched, QWidget)
        if view is not None and of_team and painted and view.isAncestorOf(watched):
            self.places.append(self._window.geometry().center())
        return False


def test_nothing_of_the_team_is_painted_on_the_projector(
    plain: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window goes there once it is built for the room, and is built for the team once it has left."""
    FakeScreens.plugged = (Place(LAPTOP, True), Place(PROJECTOR, False))
    plan_of(plain)
    plain.setGeometry(100, 100, 800, 600)
    watch = Watch(plain)
    workshop = enter(plain, qtbot)
    plain.setWindowState(Qt.WindowState.WindowNoState)
    plain.setGeometry(PROJECTOR.adjusted(10, 10, -10, -10))  # a screen that the platform of the tests does not have
    put_back = workshop.put_window_back
    monkeypatch.setattr(workshop, "put_window_back", lambda: None)  # a desktop that takes its time
    qtbot.keyClick(plain, KEY.Key_F5)
    qtbot.waitUntil(lambda: workshop.is_over)
    qtbot.wait(100)
    assert plain.view is None and plain.workshop is workshop
    named = {plain_name(action) for _, action in walk(plain.menuBar())}
    assert "History" not in named and "Open…" not in named, "nothing of it can be called up either"
    put_back()
    at_home(plain, qtbot)
    qtbot.waitUntil(lambda: bool(watch.places) and LAPTOP.contains(watch.places[-1]))
    assert not [place for place in watch.places if PROJECTOR.contains(place)]


def test_a_window_that_stood_on_the_projector_goes_to_the_laptop(plain: MainWindow, qtbot: QtBot) -> None:
    """Whoever looks at that screen has seen enough."""
    FakeScreens.plugged = (Place(LAPTOP, True), Place(PROJECTOR, False))
    plan_of(plain)
    plain.setGeometry(1200, 100, 900, 600)
    watch = Watch(plain)
    enter(plain, qtbot)
    watch.places.clear()
    leave(plain, qtbot)
    assert LAPTOP.contains(plain.geometry().center())
    qtbot.waitUntil(lambda: bool(watch.places))
    assert not [place for place in watch.places if PROJECTOR.contains(place)]


def test_text_is_as_large_as_the_screen_has_room_for() -> None:
    assert mode.larger(100, QRect(0, 0, 1920, 1080)) == 150
    assert mode.larger(100, QRect(0, 0, 1024, 768)) == 150
    assert mode.larger(200, QRect(0, 0, 1024, 768)) == 160, "1280 × 720 hold 200 per cent"
    assert mode.larger(200, QRect(0, 0, 3840, 2160)) == 250, "there is no larger one"
    assert mode.larger(100, QRect(0, 0, 320, 200)) == 80


def test_which_screen_is_the_projector() -> None:
    laptop, beamer = Place(LAPTOP, True), Place(PROJECTOR, False)
    assert places([laptop]) == (laptop, None)
    assert places([beamer, laptop]) == (beamer, laptop)
    same = Place(QRect(0, 0, 1024, 768), False)
    assert places([laptop, same]) == (laptop, None), "both show the same: notes would be seen"
    assert places([beamer]) == (beamer, None), "no screen calls itself the main one"


def test_a_change_of_language_keeps_the_workshop(plain: MainWindow, program: Application, qtbot: QtBot) -> None:
    plan_of(plain)
    workshop = enter(plain, qtbot)
    workshop.clock.count_down(5)
    plain.look.choose_language(CHINESE)
    qtbot.waitUntil(lambda: plain.workshop_bar is not None and bar_of(plain).leave.text() == "退出")
    qtbot.waitUntil(lambda: plain.view is not None and page_key(plain) == "plan")
    assert plain.workshop is workshop
    assert bar_of(plain).time.text().startswith("0:0")
    larger = text_size(program.settings)
    plain.look.enlarge_text()
    qtbot.waitUntil(lambda: text_size(program.settings) > larger and plain.view is not None)
    qtbot.waitUntil(lambda: not program.dressing.work.is_working)
    leave(plain, qtbot)
    assert text_size(program.settings) == 100


def test_from_a_page_of_the_team_s_it_begins_with_the_plan(plain: MainWindow, qtbot: QtBot) -> None:
    plain.go_to("reports")
    enter(plain, qtbot)
    assert page_key(plain) == "plan"
    leave(plain, qtbot)
    assert page_key(plain) == "reports"


def test_no_two_commands_share_a_key_in_a_workshop(plain: MainWindow, qtbot: QtBot) -> None:
    enter(plain, qtbot)
    assert plain.view is not None
    for entry in plain.view.entries:
        if entry is None:
            continue
        plain.go_to(entry.key)
        QApplication.processEvents()
        commands = dict.fromkeys(action for _, action in walk(plain.menuBar()))  # some stand in two menus
        keys = [key.toString() for action in commands for key in action.shortcuts()]
        assert "F5" in keys and "Ctrl+Shift+P" in keys
        assert sorted(keys) == sorted(set(keys)), entry.key


def test_the_tools_of_before_leave_no_trace_in_the_menu_bar(plain: MainWindow, qtbot: QtBot) -> None:
    plain.resize(1024, 420)  # so low that the tools stand in the corner
    QApplication.processEvents()
    enter(plain, qtbot)
    leave(plain, qtbot)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert plain.findChildren(Corner) == [plain.menuBar().cornerWidget(Qt.Corner.TopRightCorner)]
