"""The window around the pages: menus, banner, status bar, language, text size, files."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, QStandardPaths, Qt, QThreadPool, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.templates import templates
from desktop.i18n import CHINESE, ENGLISH, words
from desktop.views.look import TEXT_SIZES
from desktop.views.main_window import MainWindow
from desktop.views.menus import walk
from desktop.views.pages import ENTRIES
from desktop.views.records import RegisterPage
from desktop.views.settings import LANGUAGE, PAGES, PROJECT_FOLDER, TEXT_SIZE, THEME, WINDOWS
from desktop.views.start import RecentButton, StartPage
from desktop.views.theme import DARK_THEME, palette
from desktop.views.window_state import screen_set

KEYS = [entry.key for entry in ENTRIES if entry]


@pytest.fixture
def window(program: Application, qtbot: QtBot) -> Iterator[MainWindow]:
    made = program.new_window()
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    yield made


@pytest.fixture
def opened(window: MainWindow, project: Path) -> MainWindow:
    window.open_file(project)
    assert window.document is not None
    return window


class Watch(QObject):
    """Notes every window that is shown beside ``window``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def dialog_of(window: MainWindow) -> QDialog:
    (found,) = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    return found


def add_risk(window: MainWindow, event: str = "Crane late") -> str:
    workspace = window.workspace
    assert workspace is not None
    assert workspace.do(AddRecord("risk", {"event": event}))
    return workspace.session.undo_steps[-1].changes[0].id


# -- start page ------------------------------------------------------------------------------------


def test_the_start_page_is_never_blank(window: MainWindow) -> None:
    page = window.centralWidget().findChild(StartPage)
    assert isinstance(page, StartPage)
    assert page.recent == []
    assert page._empty.isVisible()
    assert [button.text() for button in (page.new_button, page.open_button, page.sample_button)] == [
        "New project", "Open a file", "Sample project",
    ]  # fmt: skip


def test_a_recent_file_opens_with_enter_and_a_missing_one_is_greyed(
    window: MainWindow, project: Path, tmp_path: Path, program: Application, qtbot: QtBot
) -> None:
    program.settings.remember_file(tmp_path / "gone.pilotage", "Gone <b>", "", "2026-11-01T10:00")
    window.build()
    first, second = window.findChildren(RecentButton)
    assert (first.accessibleName(), second.accessibleName()) == ("Gone <b>", "Harbour cold store")
    qtbot.waitUntil(lambda: first.missing)
    assert not second.missing
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert window.document is not None
    assert window.document.path == project


def test_delete_takes_a_recent_file_off_the_list(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    window.build()
    (button,) = window.findChildren(RecentButton)
    qtbot.keyClick(button, Qt.Key.Key_Delete)
    assert window.program.settings.recent() == []
    assert project.exists()


def test_the_language_button_switches_at_once(window: MainWindow, qtbot: QtBot) -> None:
    page = window.centralWidget().findChild(StartPage)
    assert isinstance(page, StartPage)
    page._languages.buttons()[0].click()
    qtbot.waitUntil(lambda: window.windowTitle() == "领航")
    assert words().language == CHINESE


# -- undo, banner, status --------------------------------------------------------------------------


def test_undo_and_redo_are_named(opened: MainWindow, qtbot: QtBot) -> None:
    assert not opened.menus.undo.isEnabled()
    add_risk(opened, "Crane & crew late")
    assert opened.menus.undo.text() == "Undo: Add Crane && crew late"
    qtbot.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.workspace is not None
    assert not opened.workspace.project.rows("risk")
    assert opened.menus.redo.text() == "Redo: Add Crane && crew late"
    for key in (Qt.Key.Key_Y, None):
        if key is None:
            modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            qtbot.keyClick(opened, Qt.Key.Key_Z, modifiers)
        else:
            qtbot.keyClick(opened, key, Qt.KeyboardModifier.ControlModifier)
        assert len(opened.workspace.project.rows("risk")) == 1
        qtbot.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_refusal_is_one_sentence_in_the_banner_and_goes_with_the_next_edit(opened: MainWindow) -> None:
    assert opened.workspace is not None
    assert not opened.workspace.do(AddRecord("risk", {"event": ""}))
    assert opened.banner.text == "“Risk event” cannot be empty. Nothing was changed; please enter a value."
    assert opened.banner.accessibleName() == opened.banner.text
    add_risk(opened)
    assert opened.banner.text == ""


def test_text_in_a_refusal_is_shown_as_text(opened: MainWindow) -> None:
    opened.show_refusal(Rejected("unknown_name", value="<img src=x>", field="<b>Owner</b>"))
    assert "<img src=x>" in opened.banner.text
    assert opened.banner._text.textFormat() == Qt.TextFormat.PlainText


def test_a_very_long_name_does_not_push_the_window_apart(opened: MainWindow) -> None:
    for name in ("长" * 50_000, "x" * 50_000, "<b>" * 20_000):
        opened.show_refusal(Rejected("unknown_name", value=name, field="Owner"))
        assert opened.minimumSizeHint().width() < 1280
        add_risk(opened, name)
        assert opened.minimumSizeHint().width() < 1280
    assert len(opened.menus.undo.text()) < 100


def test_every_edit_is_told_saved(opened: MainWindow) -> None:
    assert opened.status.text == "All changes saved"
    add_risk(opened)
    assert opened.workspace is not None
    assert opened.status.text == f"All changes saved {opened.workspace.session.now():%H:%M}"


def test_ctrl_s_makes_a_named_restore_point_without_a_dialog(opened: MainWindow, qtbot: QtBot) -> None:
    add_risk(opened)
    qtbot.keyClick(opened, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not [dialog for dialog in opened.findChildren(QDialog) if dialog.isVisible()]
    assert opened.status.text.startswith("Restore point made")
    assert opened.document is not None
    assert ("restore-point", "Add Crane late") in [(copy.reason, copy.label) for copy in opened.document.kept()]


# -- menus and keys --------------------------------------------------------------------------------


def test_the_first_nine_workspaces_have_a_key(opened: MainWindow, qtbot: QtBot) -> None:
    for number, key in enumerate(KEYS[:9], 1):
        qtbot.keyClick(opened, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert opened.view is not None
        assert opened.view.page_key == key


ABOVE = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
"""What Shift makes of a key on an American keyboard, and the key."""


def stroke(shortcut: QKeySequence) -> str:
    """What the hand does for a shortcut: ``Ctrl+>`` is ``Ctrl+Shift+.``, and Qt takes that stroke for either."""
    first = shortcut[0]
    sign, held = chr(first.key()) if first.key() < 128 else "", first.keyboardModifiers()
    if sign in ABOVE and not held & Qt.KeyboardModifier.ShiftModifier:
        sign, held = ABOVE[sign], held | Qt.KeyboardModifier.ShiftModifier
        return QKeySequence(held.value | ord(sign)).toString(QKeySequence.SequenceFormat.PortableText)
    return shortcut.toString(QKeySequence.SequenceFormat.PortableText)


def test_a_sign_above_another_is_the_same_stroke() -> None:
    assert stroke(QKeySequence("Ctrl+>")) == stroke(QKeySequence("Ctrl+Shift+.")) == "Ctrl+Shift+."
    assert stroke(QKeySequence("Ctrl+.")) == "Ctrl+."


@pytest.mark.parametrize("key", KEYS)
def test_no_two_commands_share_a_key(opened: MainWindow, key: str) -> None:
    opened.go_to(key)
    actions = {id(action): action for _, action in walk(opened.menuBar())}
    assert opened.view is not None
    assert opened.view.page is not None
    for action in opened.view.page.findChildren(QAction):
        actions.setdefault(id(action), action)
    keys = Counter(
        stroke(shortcut)
        for action in actions.values()
        if action.shortcutContext() != Qt.ShortcutContext.WidgetShortcut
        for shortcut in action.shortcuts()
    )
    assert [shortcut for shortcut, count in keys.items() if count > 1] == []


def test_menus_of_a_page_come_and_go_with_it(opened: MainWindow) -> None:
    titles = {}
    for key in ("plan", "risk"):
        opened.go_to(key)
        titles[key] = [action.text() for action in opened.menuBar().actions()]
        assert titles[key][-1] == "&Help"
    assert titles["plan"] != titles["risk"]


def test_the_palette_finds_and_carries_out(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(opened)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "action items")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.view is not None and opened.view.page_key == "action")


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("撤销", "undo"),
        ("undo", "undo"),
        ("首选", "preferences"),
        ("prefer", "preferences"),
        ("编辑 首选", "preferences"),
    ],
)
def test_the_palette_knows_commands_in_both_languages(
    opened: MainWindow, program: Application, language: str, typed: str, command: str
) -> None:
    program.settings.keep(LANGUAGE, language)
    program.dress()
    add_risk(opened)
    if language == ENGLISH and " " in typed:
        typed = "edit prefer"
    opened.commands.show_palette()
    dialog = dialog_of(opened)
    line, found = dialog.findChild(QLineEdit), dialog.findChild(QTreeWidget)
    assert isinstance(line, QLineEdit)
    assert isinstance(found, QTreeWidget)
    line.insert(typed)
    first = found.topLevelItem(0)
    assert first is not None
    assert first.data(0, Qt.ItemDataRole.UserRole) is getattr(opened.menus, command)


def test_the_palette_knows_no_command_for_nonsense(opened: MainWindow, qtbot: QtBot) -> None:
    opened.commands.show_palette()
    dialog = dialog_of(opened)
    line, found = dialog.findChild(QLineEdit), dialog.findChild(QTreeWidget)
    assert isinstance(line, QLineEdit)
    assert isinstance(found, QTreeWidget)
    assert found.topLevelItemCount() > 20
    qtbot.keyClicks(line, "zzzz")
    assert found.topLevelItemCount() == 0
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_list_of_shortcuts_is_made_of_the_commands(opened: MainWindow) -> None:
    opened.commands.show_shortcuts()
    tree = dialog_of(opened).findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    listed = {}
    for row in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(row)
        assert group is not None
        for place in range(group.childCount()):
            line = group.child(place)
            assert line is not None
            listed[line.text(0)] = line.text(1)
    assert listed["Find a command"] == "Ctrl+K"
    assert listed["Risks"] == "Ctrl+3"
    for _, action in walk(opened.menuBar()):
        if not action.shortcut().isEmpty() and action.property("plain") is None:
            assert action.text().replace("&", "").removesuffix("…") in listed


# -- look ------------------------------------------------------------------------------------------


def test_text_grows_by_steps_and_stops_at_the_ends(opened: MainWindow, qtbot: QtBot) -> None:
    before = QApplication.font().pointSizeF()
    for _ in range(len(TEXT_SIZES) + 2):
        opened.look.enlarge_text()
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() == before * TEXT_SIZES[-1] / 100)
    opened.look.reset_text()
    qtbot.waitUntil(lambda: QApplication.font().pointSizeF() == before)
    for _ in range(len(TEXT_SIZES) + 2):
        opened.look.reduce_text()
    assert opened.program.settings.number(TEXT_SIZE, 0, 1, 999) == TEXT_SIZES[0]


def test_language_and_colours_change_on_the_same_project_and_page(opened: MainWindow, qtbot: QtBot) -> None:
    add_risk(opened)
    opened.go_to("action")
    document = opened.document
    assert opened.workspace is not None
    for title in ("one", "two", "three"):
        opened.workspace.do(AddRecord("action", {"title": title}))
    second = list(opened.workspace.project.rows("action"))[1]
    opened.go_to(f"action/{second}")
    opened.look.choose(LANGUAGE, CHINESE)
    qtbot.waitUntil(lambda: opened.menus.undo.text().startswith("撤销") and opened.updatesEnabled())
    assert opened.document is document
    assert opened.view is not None
    assert opened.view.page_key == "action"
    assert opened.view.page is not None
    assert opened.view.page.current() == second
    opened.look.choose(THEME, DARK_THEME)
    before = opened.view
    qtbot.waitUntil(lambda: palette()["window"] == "#161b22" and opened.view not in (before, None))
    qtbot.waitUntil(opened.updatesEnabled)
    add_risk(opened, "第二个")
    assert opened.menus.undo.text() == "撤销：添加“第二个”"
    assert opened.status.text.startswith("所有更改已保存")


def test_preferences_stay_open_while_the_language_changes_around_them(opened: MainWindow, qtbot: QtBot) -> None:
    opened.commands.show_preferences()
    dialog = dialog_of(opened)
    assert dialog.windowTitle() == "Preferences"
    opened.look.choose(LANGUAGE, CHINESE)
    qtbot.waitUntil(lambda: [d.windowTitle() for d in opened.findChildren(QDialog) if d.isVisible()] == ["首选项"])


def test_preferences_are_found_by_typing(opened: MainWindow, qtbot: QtBot) -> None:
    opened.commands.show_preferences()
    dialog = dialog_of(opened)
    qtbot.keyClicks(dialog.search, "backup")  # type: ignore[attr-defined]
    shown = [text for row, text in dialog._rows if row.isVisible()]  # type: ignore[attr-defined]
    assert len(shown) == 1
    assert shown[0].startswith("backup folder")


def test_full_screen_is_a_switch(opened: MainWindow) -> None:
    opened.commands.toggle_full_screen()
    assert opened.isFullScreen()
    assert opened.menus.full_screen.isChecked()
    opened.commands.toggle_full_screen()
    assert not opened.isFullScreen()


def test_the_window_never_opens_off_the_screens(program: Application, qtbot: QtBot) -> None:
    first = program.new_window()
    qtbot.waitExposed(first)
    first.setGeometry(QRect(50_000, 40_000, 900, 600))
    first.close()
    assert screen_set() in program.settings.mapping(WINDOWS)
    second = program.new_window()
    assert any(screen.availableGeometry().intersects(second.geometry()) for screen in QApplication.screens())
    program.settings.keep(WINDOWS, {screen_set(): "not base64 at all!"})
    third = program.new_window()
    assert any(screen.availableGeometry().intersects(third.geometry()) for screen in QApplication.screens())


def test_it_fits_a_small_screen_at_double_text(opened: MainWindow, qtbot: QtBot) -> None:
    opened.look.choose(TEXT_SIZE, 200)
    qtbot.waitUntil(lambda: opened.view is not None and opened.program.settings.number(TEXT_SIZE, 0, 1, 999) == 200)
    qtbot.wait(1)
    for key in KEYS:
        opened.go_to(key)
        size = opened.minimumSizeHint()
        assert (size.width() <= 1280, size.height() <= 720) == (True, True), (key, size)


def test_no_page_flashes_a_window_of_its_own_while_it_is_made(opened: MainWindow, qapp: QApplication) -> None:
    """A widget shown before it has a parent is a window for a moment: it flickers, and the focus is lost."""
    flashed = Watch(opened)
    qapp.installEventFilter(flashed)
    for key in KEYS:
        opened.go_to(key)
    QApplication.processEvents()
    qapp.removeEventFilter(flashed)
    assert flashed.seen == []


# -- pages -----------------------------------------------------------------------------------------


def test_a_reference_shows_its_record_and_a_name_its_filter(opened: MainWindow) -> None:
    identity = add_risk(opened)
    opened.go_to(f"risk/{identity}")
    assert opened.view is not None
    assert opened.view.page_key == "risks"
    opened.go_to("action:overdue")
    assert opened.view.page_key == "action"
    opened.go_to("nothing like it")
    assert opened.view.page_key == "action"


def test_the_layout_of_pages_is_remembered_for_the_project(opened: MainWindow, project: Path) -> None:
    opened.go_to("action")
    assert opened.view is not None
    assert opened.view.page is not None
    state = opened.view.page.save_state()
    identity = opened.view.workspace.project.profile.id
    opened.close_project()
    assert opened.program.settings.mapping(PAGES)[identity]["action"] == state


# -- files -----------------------------------------------------------------------------------------


def test_closing_lets_go_of_the_file(opened: MainWindow, project: Path) -> None:
    add_risk(opened)
    opened.close_project()
    assert opened.document is None
    assert opened.windowTitle() == "Pilotage"
    assert [item.name for item in project.parent.glob(".*lock*")] == []
    opened.open_file(project)
    assert opened.workspace is not None
    assert len(opened.workspace.project.rows("risk")) == 1


def test_a_second_file_gets_a_window_of_its_own_and_an_open_one_comes_to_the_front(
    opened: MainWindow, program: Application, project: Path, tmp_path: Path
) -> None:
    assert opened.document is not None
    opened.document.save_copy(tmp_path / "Second.pilotage")
    opened.open_file(tmp_path / "Second.pilotage")
    assert [window.document.path.name for window in program.windows if window.document] == [
        "Harbour.pilotage", "Second.pilotage",
    ]  # fmt: skip
    program.windows[1].open_file(project)
    assert len(program.windows) == 2


def test_a_file_in_use_is_offered_for_reading_only(
    window: MainWindow, program: Application, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = program.open(project)
    window.open_file(project)
    assert window.document is None
    assert "Harbour.pilotage" in window.banner.text
    assert window.banner._button.text() == "Open for reading only"
    window.banner._button.click()
    assert window.document is not None
    assert window.document.read_only
    assert window.status.text == "Open for reading only"
    assert window.workspace is not None
    assert not window.workspace.do(AddRecord("risk", {"event": "Late"}))
    assert "read" in window.banner.text
    held.close()


def test_a_damaged_file_leads_to_its_backups_in_two_clicks(opened: MainWindow, project: Path, qtbot: QtBot) -> None:
    add_risk(opened)
    add_risk(opened, "Second")
    opened.close_project()
    good = project.read_bytes()
    project.write_bytes(good[: len(good) // 2])
    opened.open_file(project)
    assert opened.document is None
    assert opened.banner._button.text() == "Show backups…"
    opened.banner._button.click()
    dialog = dialog_of(opened)
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    tree.setCurrentItem(tree.topLevelItem(0))  # type: ignore[arg-type]
    dialog._restore.click()  # type: ignore[attr-defined]
    assert opened.document is not None
    assert opened.document.path == project


def test_restoring_keeps_the_present_state_first(opened: MainWindow, project: Path) -> None:
    add_risk(opened)
    opened.commands.make_restore_point()
    add_risk(opened, "Later")
    assert opened.document is not None
    point = next(copy for copy in opened.document.kept() if copy.reason == "restore-point")
    opened.files._restore((project, point))
    assert opened.workspace is not None
    assert [risk.name_text for risk in opened.workspace.project.rows("risk").values()] == ["Crane late"]
    assert opened.document is not None
    assert "before-restore" in {copy.reason for copy in opened.document.kept()}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.pilotage", b""),
        ("text.pilotage", b"hello"),
        ("nothing.pilotage", b"\0" * 5000),
        ("broken.xml", b"<Project>"),
    ],
)
def test_what_is_no_project_is_refused_on_the_start_page(
    window: MainWindow, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    window.open_file(path)
    assert window.document is None
    assert name in window.banner.text
    assert window.centralWidget().findChild(StartPage) is not None
    assert path.read_bytes() == content


def test_a_file_is_opened_by_dropping_it(window: MainWindow, project: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)
    assert window.document is not None


def test_a_dropped_file_of_microsoft_project_is_told_how_it_can_be_read(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "plan.MPP"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    here, none, left = QPoint(5, 5), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(here, Qt.DropAction.CopyAction, data, left, none)
    entering.ignore()
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    window.dropEvent(QDropEvent(QPointF(here), Qt.DropAction.CopyAction, data, left, none))
    assert window.document is None
    assert "XML" in window.banner.text and "Save As" in window.banner.text


def test_the_sample_opens_as_a_copy_and_says_so(window: MainWindow, program: Application, tmp_path: Path) -> None:
    window.open_sample()
    assert window.document is not None
    first = window.document.path
    assert first.is_relative_to(tmp_path)
    assert "working copy" in window.banner.text
    add_risk(window)
    window.close_project()
    window.open_sample()
    assert window.document is not None
    assert window.document.path != first  # what was worked on is kept
    assert first.exists()


def test_a_new_project_begins_with_its_calendar_and_client(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.commands.new_project()
    dialog = dialog_of(window)
    dialog._folder = tmp_path  # type: ignore[attr-defined]
    qtbot.keyClicks(dialog.name, "Quay <3> / east?")  # type: ignore[attr-defined]
    qtbot.keyClicks(dialog.client, "Port & Co")  # type: ignore[attr-defined]
    assert Path(dialog.path.text()) == tmp_path / "Quay 3 east.pilotage"  # type: ignore[attr-defined]
    dialog.accept()
    assert window.workspace is not None
    project = window.workspace.project
    assert project.profile.name == "Quay <3> / east?"
    assert [client.name_text for client in project.rows("client").values()] == ["Port & Co"]
    assert project.profile.calendar in project.rows("calendar")
    assert window.view is not None
    assert window.view.page_key == "plan"


def test_a_new_project_may_begin_with_a_template(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.commands.new_project()
    dialog = dialog_of(window)
    dialog._folder = tmp_path  # type: ignore[attr-defined]
    qtbot.keyClicks(dialog.name, "Rollout")  # type: ignore[attr-defined]
    dialog.template.setCurrentIndex(dialog.template.findData("system"))  # type: ignore[attr-defined]
    assert "going live" in dialog.about.text()  # type: ignore[attr-defined]
    dialog.accept()
    assert window.workspace is not None
    (template,) = [item for item in templates() if item.key == "system"]
    assert len(window.workspace.project.rows("task")) == len(template.steps)
    assert not window.workspace.session.undo_steps


def test_a_new_project_never_takes_the_place_of_a_file(window: MainWindow, project: Path, qtbot: QtBot) -> None:
    window.commands.new_project()
    dialog = dialog_of(window)
    dialog._folder = project.parent  # type: ignore[attr-defined]
    before = project.read_bytes()
    qtbot.keyClicks(dialog.name, "Harbour")  # type: ignore[attr-defined]
    dialog.accept()
    assert dialog.isVisible()
    assert project.read_bytes() == before


def test_a_new_project_needs_a_file(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.commands.new_project()
    dialog = dialog_of(window)
    dialog._folder = tmp_path  # type: ignore[attr-defined]
    qtbot.keyClicks(dialog.name, "Harbour")  # type: ignore[attr-defined]
    assert dialog._ok.isEnabled()  # type: ignore[attr-defined]
    for name in ("", "/"):
        dialog.path.clear()  # type: ignore[attr-defined]
        qtbot.keyClicks(dialog.path, name or " ")  # type: ignore[attr-defined]
        assert not dialog._ok.isEnabled() and dialog.hint.text()  # type: ignore[attr-defined]
    dialog.accept()
    assert dialog.isVisible() and list(tmp_path.glob("*.pilotage")) == []


def test_a_plan_is_read_before_it_is_asked_where_to_keep_it(
    window: MainWindow, corpora: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    source = Path(shutil.copy(corpora / "mspdi" / "ms_sample.xml", tmp_path))
    window.open_file(source)
    dialog = dialog_of(window)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles() == [str(tmp_path / "ms_sample.pilotage")]
    dialog.fileSelected.emit(dialog.selectedFiles()[0])
    dialog.close()
    report = dialog_of(window)
    assert report.windowTitle() == "Import report"
    assert window.workspace is not None
    assert len(window.workspace.project.rows("task")) == 19
    report.close()
    window.close_project()
    window.open_file(tmp_path / "ms_sample.pilotage")
    window.commands.show_account()
    again = dialog_of(window)
    tree = again.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    assert tree.topLevelItemCount() > 0


def test_an_open_editor_is_kept_when_the_project_is_closed(opened: MainWindow, project: Path, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    opened.workspace.do(AddRecord("action", {"title": "Ask"}))
    opened.go_to("action")
    assert opened.view is not None
    page = opened.view.page
    assert isinstance(page, RegisterPage)
    column = next(place for place, spec in enumerate(page.model.columns) if spec.name == "title")
    page.table.setCurrentIndex(page.model.index(0, column))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Ask the client")
    opened.close_project()
    opened.open_file(project)
    assert [action.name_text for action in opened.workspace.project.rows("action").values()] == ["Ask the client"]


def test_a_file_that_was_changed_behind_the_programs_back_is_told(
    window: MainWindow, project: Path, qtbot: QtBot
) -> None:
    content = project.read_bytes()
    at = content.index(b"Harbour cold store")
    project.write_bytes(content[:at] + b"Harbour told store" + content[at + 18 :])  # SQLite sees nothing wrong
    window.open_file(project)
    qtbot.waitUntil(lambda: window.banner.text.startswith("This file is damaged"), timeout=5000)


def test_a_sound_file_is_opened_without_a_word(opened: MainWindow, qtbot: QtBot) -> None:
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(20)
    assert opened.banner.text == ""


def test_an_edit_that_replaces_stored_dates_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    workspace = opened.workspace
    assert workspace is not None
    day = dt.datetime(2026, 12, 7, 8)
    fields = {"name": "Pour", "duration": 480, "recorded_start": day, "recorded_finish": day.replace(hour=17)}
    assert workspace.do(AddRecord("task", fields))
    (task,) = workspace.project.table(Task)
    project = workspace.project.profile.id
    assert workspace.do(SetFields("project", (project,), {"date_source": "stored"}))
    assert workspace.schedule.of(task).start == day
    assert not opened.banner.text

    # An edit that dates do not follow from says nothing; one that they do follow from moves them all.
    assert workspace.do(SetFields("task", (task,), {"name": "Pour concrete"}))
    assert not opened.banner.text
    for minutes in (960, 1440):
        assert workspace.do(SetFields("task", (task,), {"duration": minutes}))
        assert workspace.schedule.of(task).start == dt.datetime(2026, 11, 23, 8)
        assert "calculated by Pilotage" in opened.banner.text
        (button,) = [one for one in opened.banner.findChildren(QPushButton) if one.isVisible()]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not opened.banner.text
        assert workspace.schedule.of(task).start == day

    # So does one of the project's own; taken back from elsewhere, the sentence goes with it.
    assert workspace.do(SetFields("project", (project,), {"start": dt.datetime(2026, 11, 30, 8)}))
    assert "calculated by Pilotage" in opened.banner.text
    workspace.undo()
    assert not opened.banner.text

    # Who chooses calculated dates knows.
    assert workspace.do(SetFields("project", (project,), {"date_source": "calculated"}))
    assert not opened.banner.text


def test_without_a_folder_of_documents_files_lie_at_home(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.program.settings.keep(PROJECT_FOLDER, "")
    places = {"there": tmp_path / "there", "gone": tmp_path / "gone"}
    places["there"].mkdir()
    for name, expected in (("there", places["there"]), ("gone", Path.home())):
        monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_, place=places[name]: str(place))
        assert opened.files.folder() == expected


def test_what_was_said_of_the_file_before_goes(opened: MainWindow, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.csv", tmp_path / "good.csv"
    bad.write_text("", encoding="utf-8")
    good.write_text("Task,Duration\nPour,3d\n", encoding="utf-8")
    opened.open_file(bad)
    assert "bad.csv" in opened.banner.text
    opened.open_file(good)
    assert not opened.banner.text


def test_what_does_not_open_leaves_no_window_behind(opened: MainWindow, program: Application, tmp_path: Path) -> None:
    shown = opened.document
    for name in ("missing.pilotage", "damaged.pilotage"):
        path = tmp_path / name
        if name.startswith("damaged"):
            path.write_bytes(b"SQLite format 3\0" + bytes(5000))
        opened.open_file(path)
        assert name in opened.banner.text
        assert program.windows == [opened]
        assert opened.document is shown
    assert opened.view is not None
    assert opened.view.isVisible()
