"""Giving files to other programs and taking them in, in the real window, by keys and mouse, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.plan import Assignment, Task
from desktop.domain.rejection import Rejected
from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.store.files import ProjectFile
from desktop.views.account import AccountDialog
from desktop.views.export import ExportDialog
from desktop.views.labels import Text
from desktop.views.risks import RisksPage
from desktop.views.settings import AUTHOR, LANGUAGE, PROJECT_FOLDER
from desktop.views.table_import import TableDialog
from tests.exchange.documents import document, task
from tests.exchange.test_outgoing import full
from tests.exchange.test_xer import plan
from tests.journeys.test_story import Person

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[ENGLISH, CHINESE])
def person(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[Person]:
    program.settings.keep_all({LANGUAGE: request.param, AUTHOR: "李雷", PROJECT_FOLDER: str(tmp_path)})
    program.dress()
    window = program.new_window()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield Person(window, qtbot)


def open_project(person: Person, path: Path) -> None:
    """A project with a record of every kind for every audience."""
    ProjectFile.create(path, full()).close()
    person.window.open_file(path)
    person.wait(lambda: person.window.workspace is not None)


def ask_for_export(person: Person) -> ExportDialog:
    (action,) = [each for each in person.window.findChildren(type(person.window.menus.undo))
                 if each.text() == tr("Export for other programs…")]  # fmt: skip
    action.trigger()
    return person.dialog(ExportDialog)


def test_a_table_for_the_client(person: Person, tmp_path: Path) -> None:
    open_project(person, tmp_path / "office.pilotage")
    dialog = ask_for_export(person)
    dialog.activateWindow()
    dialog.readers.setFocus()
    person.press(Key.Key_Left)  # from the team to the client
    assert dialog.export.audience == "client"
    QTest.mouseClick(dialog.go_on, LEFT)
    QApplication.processEvents()
    person.answer_file(tmp_path / "client.xlsx")
    account = person.dialog(AccountDialog)
    account.accept()
    book = openpyxl.load_workbook(tmp_path / "client.xlsx")
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row]
    assert not [cell for cell in cells if "CANARY" in cell]
    assert "Floor plan" in cells


def test_one_register_as_csv(person: Person, tmp_path: Path) -> None:
    open_project(person, tmp_path / "office.pilotage")
    dialog = ask_for_export(person)
    assert not dialog.list.isVisible()
    dialog.activateWindow()
    dialog.kind.setFocus()
    person.press(Key.Key_Down)  # CSV comes after Excel
    assert dialog.list.isVisible()
    dialog.list.setCurrentIndex(dialog.list.findData("risk"))
    QTest.mouseClick(dialog.go_on, LEFT)
    QApplication.processEvents()
    person.answer_file(tmp_path / "risks.csv")
    person.dialog(AccountDialog).accept()
    text = (tmp_path / "risks.csv").read_text(encoding="utf-8-sig")
    assert "CANARY-risk-fallback" in text
    assert "CANARY-risk-private_note" not in text
    assert "Floor plan" not in text


def test_a_project_that_is_the_teams_has_nothing_for_the_client(person: Person, tmp_path: Path) -> None:
    project = full()
    project.put("project", "p", project.profile.replace(audience="team"))
    ProjectFile.create(tmp_path / "inside.pilotage", project).close()
    person.window.open_file(tmp_path / "inside.pilotage")
    dialog = ask_for_export(person)
    assert dialog.go_on.isEnabled()
    dialog.readers._choose(0)
    QApplication.processEvents()
    assert not dialog.go_on.isEnabled()
    dialog.reject()
    document = person.window.document
    assert document is not None
    with pytest.raises(Rejected):
        document.export(tmp_path / "a.csv", "client", "task")


# -- taking tables in -------------------------------------------------------------------------------


RISKS = """某项目风险清单,,,
编号,风险事件,概率,说明
R-007,吊装设备晚到,4,供应商没有回复
,图纸晚到,很高,设计院延误
,,3,
"""


def open_table(person: Person, path: Path) -> TableDialog:
    person.window.open_file(path)
    dialog = person.dialog(TableDialog)
    dialog.activateWindow()
    return dialog


def test_a_list_of_risks_is_mapped_by_keyboard_and_taken_in(person: Person, tmp_path: Path) -> None:
    open_project(person, tmp_path / "office.pilotage")
    before = {key: dict(person.project.rows(key)) for key in ("risk", "person")}
    path = tmp_path / "风险.csv"
    path.write_bytes(RISKS.encode("gbk"))
    dialog = open_table(person, path)
    assert (dialog.kind.currentData(), dialog.encoding.currentData(), dialog.header.value()) == ("risk", "gb18030", 2)
    assert [box.currentData() for box in dialog.columns] == ["number", "event", "probability", ""]
    seen = dialog.model
    assert [seen.index(row, 0).data() for row in range(3)] == [
        tr("Changes {code}", code="R-007"), tr("New", "row"), tr("Left out", "row"),
    ]  # fmt: skip
    assert seen.index(1, 3).data() == "✗ 很高"
    # The last column becomes the cause, by keys alone.
    box = dialog.columns[3]
    box.setFocus()
    for _ in range(box.count()):
        if box.currentData() == "cause":
            break
        person.press(Key.Key_Down)
    assert box.currentData() == "cause"
    assert seen.index(0, 4).data() == "供应商没有回复"
    person.press(Key.Key_Return)
    account = person.dialog(AccountDialog)
    assert path.name in account.findChildren(Text)[0].text()
    account.accept()
    after = person.project.rows("risk")
    added = [item for item in after.values() if item.id not in before["risk"]]
    assert [(item.event, item.cause, item.probability, item.audience) for item in added] == [
        ("图纸晚到", "设计院延误", None, "team")
    ]
    changed = next(item for item in after.values() if item.code == "R-007" and item != before["risk"][item.id])
    assert (changed.event, changed.probability) == ("吊装设备晚到", 4)
    assert person.window.view is not None
    assert isinstance(person.window.view.page, RisksPage)
    person.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {key: set(person.project.rows(key)) for key in ("risk", "person")} == {
        key: set(table) for key, table in before.items()
    }


PLAN = """Task Name,Duration,Start,Predecessors,Resource Names
Order the crane,2 days,03/04/2026,,Anna
Lift,1 day,,1,Ben
"""


def test_tasks_become_a_project(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    dialog = open_table(person, path)
    assert dialog.kind.count() == 1  # without a project there is nothing to add to
    assert dialog.date_hint.isVisible()
    dialog.dates.setFocus()
    person.press(Key.Key_Down)  # from month first to day first
    assert dialog.model.index(0, 3).data() == "2026-04-03 08:00"
    QTest.mouseClick(dialog.go_on, LEFT)
    QApplication.processEvents()
    person.answer_file(tmp_path / "plan.pilotage")
    person.wait(lambda: person.window.workspace is not None)
    person.dialog(AccountDialog).accept()
    tasks = list(person.project.table(Task).values())
    assert [item.name for item in tasks] == ["Order the crane", "Lift"]
    assert person.project.profile.start == dt.datetime(2026, 4, 3, 8)


def test_a_long_table_is_counted_while_its_first_rows_are_in_sight(person: Person, tmp_path: Path) -> None:
    open_project(person, tmp_path / "office.pilotage")
    rows = "\n".join(f"Risk {at},{'high?' if at == 300 else 3},Nobody {at % 7}" for at in range(1, 401))
    path = tmp_path / "risks.csv"
    path.write_text(f"风险事件,概率,责任人\n{rows}\n", encoding="utf-8")
    dialog = open_table(person, path)
    dialog.view.scrollToBottom()
    at = dialog.view.verticalScrollBar().value()
    person.wait(lambda: dialog.seen is not None and dialog.seen.whole)
    # 400 owners nobody has heard of, and one probability.
    unread = tr("Cells that cannot be read and are left empty: {n}", n=401)
    assert dialog.told.text() == " · ".join([tr("Rows: {n}", n=400), tr("New: {n}", n=400), unread])
    assert at
    assert dialog.view.verticalScrollBar().value() == at
    # A choice made while all rows are read again: the last one counts.
    dialog.people.setChecked(True)
    dialog.people.setChecked(False)
    dialog.people.setChecked(True)
    assert tr("All rows are being read …") in dialog.told.text()
    person.wait(lambda: dialog.seen is not None and dialog.seen.whole)
    assert tr("Cells that cannot be read and are left empty: {n}", n=1) in dialog.told.text()
    dialog.clears.setChecked(True)
    dialog.reject()  # closed while it reads


def test_tasks_are_added_to_the_open_project(person: Person, tmp_path: Path) -> None:
    open_project(person, tmp_path / "office.pilotage")
    old = len(person.project.table(Task))
    calendars, anna = len(person.project.rows("calendar")), "anna"
    path = tmp_path / "more.csv"
    path.write_text(PLAN.replace("03/04/2026", "2026-06-15"), encoding="utf-8")
    dialog = open_table(person, path)
    assert dialog.kind.currentIndex() == 0
    dialog.kind.setFocus()
    person.press(Key.Key_Down)
    QTest.mouseClick(dialog.go_on, LEFT)
    person.dialog(AccountDialog).accept()
    project = person.project
    assert len(project.table(Task)) == old + 2
    assert len(project.rows("calendar")) == calendars
    added = list(project.table(Task).values())[-2:]
    assert [(item.name, item.parent, item.constraint) for item in added] == [
        ("Order the crane", None, "snet"), ("Lift", None, "asap"),
    ]  # fmt: skip
    assert [item.predecessor for item in project.predecessors(added[1].id)] == [added[0].id]
    resources = [item.resource for item in project.table(Assignment).values() if item.task == added[0].id]
    assert resources == [anna]  # the one that the project has
    person.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(person.project.table(Task)) == old


def test_what_is_no_table_is_refused_in_the_banner(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    person.window.open_file(path)
    assert path.name in person.window.banner.text
    assert not [item for item in person.window.findChildren(TableDialog) if item.isVisible()]


def test_a_sheet_without_rows_is_said_and_another_can_be_chosen(person: Person, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Task Name", "Duration"])
    book.active.append(["Dig", "2d"])
    book.create_sheet("Empty")
    book.save(tmp_path / "a.xlsx")
    dialog = open_table(person, tmp_path / "a.xlsx")
    assert dialog.go_on.isEnabled()
    dialog.sheet.setFocus()
    person.press(Key.Key_Down)
    assert not dialog.go_on.isEnabled()
    assert "a.xlsx" in dialog.told.text()
    person.press(Key.Key_Up)
    assert dialog.go_on.isEnabled()
    box = dialog.columns[0]
    box.setFocus()
    person.press(Key.Key_Home)  # nothing is a name any more
    assert not dialog.go_on.isEnabled()
    assert tr("Task name") in dialog.told.text()
    dialog.reject()


# -- dates that are computed differently ------------------------------------------------------------

MOVED_XML = document(
    task(1, "挖土", more="<Start>2026-06-01T08:00:00</Start><Finish>2026-06-01T17:00:00</Finish>")
    + task(2, "浇筑", more="<Start>2026-06-04T08:00:00</Start><Finish>2026-06-04T17:00:00</Finish>")
)
"""The second task could begin on Monday, and the file says Thursday."""
MOVED_XER = plan(
    {"task_id": 1, "task_code": "A1", "task_name": "挖土", "target_drtn_hr_cnt": 8, "remain_drtn_hr_cnt": 8,
     "status_code": "TK_NotStart", "early_start_date": "2026-06-01 08:00", "early_end_date": "2026-06-01 17:00"},
    {"task_id": 2, "task_code": "A2", "task_name": "浇筑", "target_drtn_hr_cnt": 8, "remain_drtn_hr_cnt": 8,
     "status_code": "TK_NotStart", "early_start_date": "2026-06-04 08:00", "early_end_date": "2026-06-04 17:00"},
)  # fmt: skip
MOVED_GAN = (
    '<project name="计划"><tasks><task id="1" name="挖土" start="2026-06-01" duration="1">'
    '<depend id="2" type="2" difference="0" hardness="Strong"/></task>'
    '<task id="2" name="浇筑" start="2026-06-04" duration="1"/></tasks></project>'
)


@pytest.mark.parametrize(("suffix", "content"), [("xml", MOVED_XML), ("xer", MOVED_XER), ("gan", MOVED_GAN)])
def test_every_changed_date_is_named(person: Person, tmp_path: Path, suffix: str, content: str) -> None:
    path = tmp_path / f"moved.{suffix}"
    path.write_text(content, encoding="utf-8")
    person.window.open_file(path)
    QApplication.processEvents()
    person.answer_file(tmp_path / "moved.pilotage")
    person.wait(lambda: person.window.workspace is not None)
    account = person.dialog(AccountDialog)
    table = account.differences
    rows = [[str(table.index(row, column).data()) for column in range(8)] for row in range(table.rowCount())]
    named = {row[1]: row[2:4] for row in rows}
    assert "挖土" not in named
    if suffix == "xer":  # shown with the dates that P6 stored: none has changed
        assert named == {}
        assert person.window.workspace is not None
        (later,) = (item.id for item in person.project.table(Task).values() if item.name == "浇筑")
        assert person.window.workspace.schedule.of(later).start == dt.datetime(2026, 6, 4, 8)
        account.accept()
        return
    recorded, computed = named["浇筑"]
    assert recorded == "2026-06-04 08:00"
    # Without a link the project's start; behind the first task, the morning after it.
    assert computed == ("2026-06-02 08:00" if suffix == "gan" else "2026-06-01 08:00")
    account.accept()
