"""The main job from end to end, in the real window, by keys and mouse, in both languages.

A consultant opens the client's plan, works on it, writes down risks and a meeting, prints the status report
three times, and pulls the plug.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.charts.bars import Bar, Part
from desktop.domain.communication import Action, Communication
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.risks import Risk
from desktop.i18n import CHINESE, ENGLISH, catalog, words
from desktop.models.plan_columns import NUMBER_OF
from desktop.store.files import ProjectFile
from desktop.views.communication import QuickEntry
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.reports import ReportsPage
from desktop.views.risks import RisksPage
from desktop.views.settings import LANGUAGE, PROJECT_FOLDER
from desktop.views.start import StartPage
from tests.journeys.visible import texts

Kind = TypeVar("Kind", bound=QWidget)
Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Tables = dict[str, dict[str, Record]]
OTHER = {ENGLISH: CHINESE, CHINESE: ENGLISH}
RISKS = ("Crane <late> & heavy", "图纸晚到", "Permit =HYPERLINK()")


def tables(project: Project) -> Tables:
    """Every record of every table, but for the stamps that undo and redo renew."""
    return {
        key: {item.id: item.replace(changed_at=None, changed_by="") for item in project.rows(key).values()}
        for key in sorted({item.info.key for item in project.all()})
    }


class Person:
    """A person at keyboard and mouse."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def project(self) -> Project:
        assert self.window.workspace is not None
        return self.window.workspace.project

    def wait(self, condition: Callable[[], bool], timeout: int = 30_000) -> None:
        self.qtbot.waitUntil(condition, timeout=timeout)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key, wherever the focus is."""
        self.come_to_the_front()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def come_to_the_front(self) -> None:
        """What a window manager does when a dialog has closed; the headless platform has none."""
        QApplication.processEvents()
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow)

    def type(self, text: str) -> None:
        """Text, wherever the focus is; what no key carries comes as from an input method."""
        focused = QApplication.focusWidget()
        assert focused is not None
        for letter in text:
            if letter == "\n":
                QTest.keyClick(focused, Key.Key_Return)
            elif letter.isascii():
                QTest.keyClicks(focused, letter)
            elif isinstance(focused, QLineEdit):
                focused.insert(letter)
            else:
                assert isinstance(focused, QPlainTextEdit)
                focused.insertPlainText(letter)

    def dialog(self, kind: type[Kind]) -> Kind:
        """The dialog of this kind that is open."""
        found: list[Kind] = []

        def is_there() -> bool:
            found[:] = [item for item in self.window.findChildren(kind) if item.isVisible()]
            return bool(found)

        self.wait(is_there)
        return found[0]

    def answer_file(self, path: Path) -> None:
        """Type a file's name into the file dialog."""
        dialog = self.dialog(QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        answered: list[int] = []
        dialog.finished.connect(answered.append)
        line.selectAll()
        QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Key.Key_Return)
        self.wait(lambda: bool(answered))
        QApplication.processEvents()

    def page(self, kind: type[Kind]) -> Kind:
        assert self.window.view is not None
        page = self.window.view.page
        assert isinstance(page, kind)
        return page

    def drag(self, view: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move in small steps, release."""
        QTest.mousePress(view, LEFT, NONE, start)
        for step in range(1, 9):
            QTest.mouseMove(view, start + (end - start) * step / 8)
            QApplication.processEvents()
        QTest.mouseRelease(view, LEFT, NONE, end)
        QApplication.processEvents()


@pytest.fixture(params=[ENGLISH, CHINESE])
def person(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[Person]:
    program.settings.keep_all({LANGUAGE: request.param, PROJECT_FOLDER: str(tmp_path)})
    program.dress()
    window = program.new_window()
    window.resize(1400, 860)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield Person(window, qtbot)


def test_the_whole_story(person: Person, corpora: Path, tmp_path: Path, program: Application) -> None:
    open_the_clients_plan(person, corpora, tmp_path)
    before = tables(person.project)
    steps = edit_the_plan(person)
    after = tables(person.project)
    undo_and_redo_everything(person, steps, before, after)
    write_down_three_risks(person)
    log_the_meeting(person)
    find_the_follow_up_on_the_overview(person)
    switch_the_language(person)
    print_three_reports(person, tmp_path)
    pull_the_plug_and_start_again(person, tmp_path, program)


def open_the_clients_plan(person: Person, corpora: Path, tmp_path: Path) -> None:
    """From the start page; the report of the import comes first, and nothing was asked before it was read."""
    window = person.window
    assert window.centralWidget().findChild(StartPage) is not None
    source = Path(shutil.copy(corpora / "mspdi" / "as_project_sort.xml", tmp_path))
    person.press(Key.Key_O, CTRL)
    person.answer_file(source)
    person.answer_file(tmp_path / "client.pilotage")
    person.wait(lambda: window.document is not None)
    report = next(item for item in window.findChildren(QDialog) if item.isVisible())
    assert report.windowTitle() == words()("Import report")
    assert report.findings.topLevelItemCount() > 0  # type: ignore[attr-defined]
    assert report.tabs.count() == 2  # type: ignore[attr-defined]
    QTest.keyClick(report, Key.Key_Escape)
    assert len(person.project.table(Task)) >= 14
    person.page(PlanPage)


def go_to_cell(person: Person, identity: str, column: str) -> None:
    page = person.page(PlanPage)
    person.come_to_the_front()
    assert page.grid.select_id(identity, NUMBER_OF[column])
    page.grid.setFocus()
    QApplication.processEvents()


def tasks_by_name(project: Project) -> dict[str, Task]:
    return {task.name: task for task in project.table(Task).values()}


def edit_the_plan(person: Person) -> int:
    """Rename, sub-task, indent, duration, link, drag, link by mouse; returns the number of steps."""
    page = person.page(PlanPage)
    session = page.workspace.session
    leaves = [task for task in page.model.ids if not person.project.is_summary(task)]
    first = leaves[0]

    go_to_cell(person, first, "name")
    person.press(Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    person.type("Survey & <soil>")
    person.press(Key.Key_Return)
    assert person.project.get(Task, first).name == "Survey & <soil>"

    go_to_cell(person, first, "name")
    person.press(Key.Key_Return, CTRL | SHIFT)
    person.type("Borehole")
    person.press(Key.Key_Return)
    borehole = tasks_by_name(person.project)["Borehole"]
    assert borehole.parent == first

    go_to_cell(person, borehole.id, "name")
    person.press(Key.Key_Return, CTRL)
    person.type("Laboratory")
    person.press(Key.Key_Return)
    laboratory = tasks_by_name(person.project)["Laboratory"].id
    go_to_cell(person, laboratory, "name")
    person.press(Key.Key_Right, ALT | SHIFT)
    assert person.project.get(Task, laboratory).parent == borehole.id
    person.press(Key.Key_Left, ALT | SHIFT)
    assert person.project.get(Task, laboratory).parent == first

    go_to_cell(person, laboratory, "duration")
    person.type("3d")
    person.press(Key.Key_Return)
    assert person.project.get(Task, laboratory).duration == 3 * person.project.profile.minutes_per_day

    page.grid.select_rows([page.model.row_of(borehole.id), page.model.row_of(laboratory)])
    page.grid.setFocus()
    person.press(Key.Key_F2, CTRL)
    links = [(link.predecessor, link.successor) for link in person.project.table(Dependency).values()]
    assert (borehole.id, laboratory) in links

    drag_a_bar_two_days(person, borehole.id)
    draw_a_link(person, laboratory, leaves[1])
    return len(session.undo_steps)


def bar_of(page: PlanPage, task: str) -> Bar:
    page.chart.show_task(task)
    QApplication.processEvents()
    bar = page.chart.frame.bar(page.model.row_of(task))
    assert bar is not None
    return bar


def middle(bar: Bar) -> int:
    return round((bar.top + bar.bottom) / 2)


def place_of(bar: Bar, part: Part) -> QPoint:
    """Where the hand takes hold of a part of a bar: found with the chart's own hit test."""
    y = middle(bar)
    reach = round(bar.bottom - bar.top) * 3
    places = [x for x in range(round(bar.left) - reach, round(bar.right) + reach) if bar.part_at(x, y) is part]
    assert places, (bar, part)
    return QPoint(places[len(places) // 2], y)


def drag_a_bar_two_days(person: Person, task: str) -> None:
    page = person.page(PlanPage)
    while page.chart.scale.scale < 12:  # pixels a day
        page.zoom_in()
    bar = bar_of(page, task)
    before = page.workspace.schedule.of(task).start
    start = place_of(bar, Part.BODY)
    # A working day may follow a weekend; the nearest place two working days on is read from the result.
    person.drag(page.chart.viewport(), start, start + QPoint(round(2 * page.chart.scale.scale), 0))
    after = page.workspace.schedule.of(task).start
    assert dt.timedelta(days=2) <= after - before <= dt.timedelta(days=4)


def draw_a_link(person: Person, predecessor: str, successor: str) -> None:
    page = person.page(PlanPage)
    page.chart.fit_project()
    QApplication.processEvents()
    from_bar, to_bar = bar_of(page, predecessor), bar_of(page, successor)
    end = QPoint(round(to_bar.left) + 2, middle(to_bar))
    person.drag(page.chart.viewport(), place_of(from_bar, Part.LINK_FINISH), end)
    links = {(link.predecessor, link.successor) for link in person.project.table(Dependency).values()}
    assert (predecessor, successor) in links, person.window.banner.text


def undo_and_redo_everything(person: Person, steps: int, before: Tables, after: Tables) -> None:
    for _ in range(steps):
        person.press(Key.Key_Z, CTRL)
    assert tables(person.project) == before
    assert not person.window.menus.undo.isEnabled()
    for _ in range(steps):
        person.press(Key.Key_Z, CTRL | SHIFT)
    assert tables(person.project) == after
    assert not person.window.menus.redo.isEnabled()


def write_down_three_risks(person: Person) -> None:
    """Typed one under the other; rated in the table; seen in the matrix."""
    person.press(Key.Key_3, CTRL)
    page = person.page(RisksPage)
    page.add_action.trigger()
    for event in RISKS:
        QApplication.processEvents()
        assert QApplication.focusWidget() is page.entry
        person.type(event)
        person.press(Key.Key_Return)
    risks = list(person.project.table(Risk).values())
    assert tuple(risk.event for risk in risks) == RISKS
    columns = {spec.name: place for place, spec in enumerate(page.model.columns)}
    for row, (probability, impact) in enumerate(((4, 5), (2, 3), (3, 3))):
        for name, value in (("probability", probability), ("impact_schedule", impact)):
            page.table.setCurrentIndex(page.model.index(row, columns[name]))
            page.table.setFocus()
            person.press(Key.Key_F2)
            person.type(str(value))
            person.press(Key.Key_Return)
    assert [risk.probability for risk in person.project.table(Risk).values()] == [4, 2, 3]


def log_the_meeting(person: Person) -> None:
    """From anywhere, by keys alone: who, what, both sides' promises, when to follow up."""
    person.press(Key.Key_K, CTRL | SHIFT)
    entry = person.dialog(QuickEntry)
    assert QApplication.focusWidget() is entry.subject
    person.type("Site meeting 周例会")
    person.press(Key.Key_Return)
    person.type("Wang Fang")
    person.press(Key.Key_Return)
    entry.shared.setFocus()
    person.type("Foundation agreed")
    entry.private.setFocus()
    person.type("CANARY they are nervous")
    entry.promises.setFocus()
    person.type("me: send the drawings by +3d\nWang Fang: confirm the budget by +5d")
    entry.follow_up.setFocus()
    person.type("+1d")
    person.press(Key.Key_Return, CTRL)
    assert [item for item in person.window.findChildren(QuickEntry) if item.isVisible()] == []
    (contact,) = person.project.table(Communication).values()
    session = person.page(RisksPage).workspace.session
    assert contact.follow_up == session.now().date() + dt.timedelta(days=1)
    assert contact.private_note == "CANARY they are nervous"
    assert len(contact.participants) == 1
    assert {action.side for action in person.project.table(Action).values()} == {"us", "client"}


def find_the_follow_up_on_the_overview(person: Person) -> None:
    person.press(Key.Key_1, CTRL)
    assert person.window.view is not None
    page = person.window.view.page
    assert page is not None
    QApplication.processEvents()
    assert any("Site meeting 周例会" in text for _, text in texts(person.window))


def switch_the_language(person: Person) -> None:
    """Found in the command palette by its own name."""
    wanted = OTHER[words().language]
    person.press(Key.Key_K, CTRL)
    line = next(item for item in person.window.findChildren(QDialog) if item.isVisible()).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.insert({CHINESE: "中文", ENGLISH: "English"}[wanted])
    QTest.keyClick(line, Key.Key_Return)
    person.wait(lambda: words().language == wanted)
    QApplication.processEvents()
    assert person.window.menus.undo.text().startswith(catalog(wanted)("Undo"))
    assert person.window.view is not None
    assert person.window.view.page_key == "overview"


def print_three_reports(person: Person, tmp_path: Path) -> None:
    """Chinese, English, both: each with the Gantt chart, none with anything internal."""
    with person.qtbot.waitSignal(person.window.view.page_changed):  # type: ignore[union-attr]
        person.press(Key.Key_5, CTRL)
    page = person.page(ReportsPage)
    person.wait(page.export_action.isEnabled, 60_000)
    for language, titles in (("zh", ["状态报告"]), ("en", ["Status report"]), ("both", ["状态报告", "Status report"])):
        with person.qtbot.waitSignal(page.press.printed, timeout=60_000):
            page.choices.choose(language=language)
        target = tmp_path / f"report-{language}.pdf"
        page.setFocus()
        with person.qtbot.waitSignal(page.press.written, timeout=60_000):
            person.press(Key.Key_E, CTRL)
            person.answer_file(target)
        text = "".join(page.extract_text() for page in PdfReader(target).pages)
        assert [title for title in titles if title not in text] == [], text[:400]
        assert "Survey & <soil>" in text
        assert "CANARY" not in text


def pull_the_plug_and_start_again(person: Person, tmp_path: Path, program: Application) -> None:
    """What lies on the disk now, with the program still open, is everything."""
    document = person.window.document
    assert document is not None
    left = tmp_path / "left.pilotage"
    # In another process: reading the file in this one would let go of its locks.
    copy = [sys.executable, "-c", "import shutil, sys; shutil.copyfile(*sys.argv[1:])", str(document.path), str(left)]
    subprocess.run(copy, check=True)
    with ProjectFile.open(left) as found:
        assert tables(found.project) == tables(person.project)
    window = program.new_window()
    window.open_file(left)
    assert window.banner.text == ""
    assert window.workspace is not None
    assert {risk.event for risk in window.workspace.project.table(Risk).values()} == set(RISKS)


def test_a_button_of_the_start_page_opens_the_sample(person: Person) -> None:
    page = person.window.centralWidget().findChild(StartPage)
    assert isinstance(page, StartPage)
    person.qtbot.mouseClick(page.sample_button, LEFT)
    assert person.window.document is not None, person.window.banner.text
    assert len(person.project.table(Task)) > 50
