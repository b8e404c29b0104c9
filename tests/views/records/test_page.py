"""Registers as pages: made from a declaration, filtered, arranged, copied, emptied."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain import record as f
from desktop.domain import registry
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.record import Record, choices, record
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.models.workspace import Workspace
from desktop.views.records import RegisterPage, make_register
from desktop.views.records.clipboard import MIME, tab_separated
from tests.edits import set_each
from tests.strategies import REGISTERS
from tests.views.records.conftest import NOW, Hands

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@record(
    "assumption",
    number="AS",
    title="Assumption",
    plural="Assumptions",
    name="statement",
    purpose="What we take for granted.",
)
class Assumption(Record):
    """A record type that the program has never heard of."""

    statement: str = f.text("Statement", required=True)
    confidence: str = f.choice("Confidence", choices(low="Low", high="High"), default="low")
    check_by: dt.date | None = f.date("Check by", expected=True)
    owner: str | None = f.link("Owner", to="person", section="Who")
    notes: str = f.long_text("Notes", audience=f.PRIVATE)

    @property
    def is_open(self) -> bool:
        return self.confidence == "low"


@pytest.fixture
def assumptions(monkeypatch: pytest.MonkeyPatch, show: Callable[[QWidget], None]) -> RegisterPage:
    monkeypatch.setitem(registry._TYPES, "assumption", Assumption)
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    workspace = Workspace(Session(Project([profile]), clock=lambda: NOW))
    page = make_register("assumption", workspace)
    show(page)
    return page


def test_a_record_type_that_is_only_declared_has_table_form_and_filters(
    assumptions: RegisterPage, hands: Hands
) -> None:
    page, project = assumptions, assumptions.workspace.project
    hands.press(Key.Key_Insert)
    for text in ("Data are clean", "Ports are open"):
        hands.type(text)
        hands.press(Key.Key_Return)
    assert [item.name_text for item in project.rows("assumption").values()] == ["Data are clean", "Ports are open"]
    assert [name for name, _ in page.table.columns_shown()] == [
        "number", "statement", "confidence", "check_by", "owner", "audience",
    ]  # fmt: skip
    assert list(page.form.fields) == ["statement", "confidence", "check_by", "owner", "notes", "tags"]
    first = page.model.ids[0]
    page.table.select_id(first, "check_by")
    page.table.setFocus()
    hands.type("+5d")
    hands.press(Key.Key_Return)
    assert project.rows("assumption")[first].check_by == dt.date(2026, 6, 15)  # type: ignore[attr-defined]
    page.bar.search.setText("clean")
    assert list(page.model.ids) == [first] and page.bar.count_text == "1 of 2"
    page.bar.clear()
    assert {name for name, chip in page.bar.chips.items() if not chip.isHidden()} == {"open"}
    page.apply_filter("incomplete")
    assert [item.name_text for item in map(page.model.record, range(page.model.rowCount()))] == ["Ports are open"]


def test_three_records_are_written_down_without_the_mouse(
    workspace: Workspace, register: Callable[[str], RegisterPage], hands: Hands
) -> None:
    page = register("risk")
    assert page.stack.currentWidget() is page.empty  # says what it is for, with one button
    page.empty.button.setFocus()
    hands.press(Key.Key_Space)
    for text in ("One", "Two", "Three"):
        hands.type(text)
        hands.press(Key.Key_Return)
    assert [risk.event for risk in workspace.project.table(Risk).values()] == ["One", "Two", "Three"]
    assert page.table.current_id() == page.model.ids[-1] and page.form.identity == page.model.ids[-1]
    hands.press(Key.Key_Escape)
    assert page.table.hasFocus()
    hands.press(Key.Key_Delete)
    assert len(workspace.project.table(Risk)) == 2
    for _ in range(4):
        workspace.undo()
    assert not workspace.project.table(Risk) and page.stack.currentWidget() is page.empty
    for _ in range(3):
        workspace.redo()
    assert [risk.event for risk in workspace.project.table(Risk).values()] == ["One", "Two", "Three"]


def test_an_action_written_down_was_raised_today(
    workspace: Workspace, register: Callable[[str], RegisterPage], hands: Hands
) -> None:
    page = register("action")
    hands.press(Key.Key_Insert)
    hands.type("Send the data")
    hands.press(Key.Key_Return)
    assert page.model.rowCount() == 1
    (action,) = workspace.project.rows("action").values()
    assert action.raised_on == NOW.date()  # type: ignore[attr-defined]


def test_find_narrows_as_one_types_and_escape_shows_all(
    risks: Workspace, register: Callable[[str], RegisterPage], hands: Hands
) -> None:
    risks.do(SetFields("risk", ("b",), {"private_note": "Zebra crossing"}))
    page = register("risk")
    hands.press(Key.Key_F, CONTROL)
    assert page.bar.search.hasFocus()
    hands.type("zebra cross")
    assert list(page.model.ids) == ["b"] and page.bar.count_text == "1 of 3"
    hands.press(Key.Key_Return)
    assert page.table.hasFocus() and page.table.current_id() == "b"
    hands.press(Key.Key_L, CONTROL, SHIFT)
    assert page.model.rowCount() == 3 and page.bar.count_text == "3" and page.table.current_id() == "b"
    hands.press(Key.Key_F, CONTROL)
    hands.type("nothing like it")
    assert page.model.rowCount() == 0 and not page._nothing.isHidden()
    hands.press(Key.Key_Escape)
    assert page.model.rowCount() == 3 and page._nothing.isHidden()


def test_chips_say_how_many_and_combine(
    workspace: Workspace, register: Callable[[str], RegisterPage], qtbot: QtBot
) -> None:
    late, today = NOW.date() - dt.timedelta(1), NOW.date()
    for identity, side, due in (("1", "us", late), ("2", "client", late), ("3", "us", today), ("4", "us", None)):
        workspace.do(AddRecord("action", {"id": identity, "title": identity, "side": side, "due": due}))
    page = register("action")
    labels = {name: chip.label() for name, chip in page.bar.chips.items() if not chip.isHidden()}
    assert labels == {
        "open": "Open  4",
        "overdue": "Overdue  2",
        "week": "Due within 7 days  1",
        "us": "Ours  3",
        "client": "The client's  1",
    }
    qtbot.mouseClick(page.bar.chips["overdue"], Qt.MouseButton.LeftButton)
    assert list(page.model.ids) == ["1", "2"]
    qtbot.mouseClick(page.bar.chips["us"], Qt.MouseButton.LeftButton)
    assert list(page.model.ids) == ["1"] and page.bar.count_text == "1 of 4"
    workspace.do(SetFields("action", ("1",), {"status": "done"}))
    assert page.model.rowCount() == 0 and page.bar.chips["overdue"].label() == "Overdue  1"
    page.apply_filter("overdue+client")
    assert list(page.model.ids) == ["2"] and page.table.current_id() == "2"
    page.apply_filter("no such filter")
    assert list(page.model.ids) == ["2"]


def test_columns_are_chosen_moved_sized_and_remembered(
    risks: Workspace, register: Callable[[str], RegisterPage]
) -> None:
    page = register("risk")
    menu = page.table.make_column_menu()
    titles = {action.data(): action for action in menu.actions()}
    assert titles["event"].isChecked() and not titles["response"].isChecked()
    titles["response"].trigger()
    titles["kind"].trigger()
    shown = [name for name, _ in page.table.columns_shown()]
    assert "response" in shown and "kind" not in shown
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(page.model.column_of("response")), 0)
    header.resizeSection(page.model.column_of("event"), 321)
    page.table.sortByColumn(page.model.column_of("event"), Qt.SortOrder.DescendingOrder)
    page.details_action.trigger()
    state = json.loads(json.dumps(page.save_state()))
    other = register("risk")
    other.restore_state(state)
    assert other.table.columns_shown()[0][0] == "response" and dict(other.table.columns_shown())["event"] == 321
    assert list(other.model.ids) == ["c", "b", "a"] and other.form.isHidden()
    assert list(risks.project.table(Risk)) == ["a", "b", "c"]  # sorting never changes what is stored
    menu = other.table.make_column_menu()
    menu.actions()[-1].trigger()
    assert other.table.columns_shown()[0][0] == "number"


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"columns": "x", "sort": 5, "splitter": [1], "details": "no", "current": None},
        {
            "columns": [["nothing", 5], ["event"], [1, 2], ["event", "wide"], ["event", -3], ["event", 10**9]],
            "splitter": [0, 0],
        },
        {"columns": [["event", 200], ["event", 100]], "sort": "nothing", "splitter": ["a", None]},
    ],
)
def test_a_layout_that_makes_no_sense_is_survived(
    risks: Workspace, register: Callable[[str], RegisterPage], state: dict[str, Any]
) -> None:
    page = register("risk")
    page.restore_state(state)
    assert page.model.rowCount() == 3 and any(name == "event" for name, _ in page.table.columns_shown())


def test_rows_are_copied_as_excel_reads_them(
    risks: Workspace, register: Callable[[str], RegisterPage], hands: Hands
) -> None:
    risks.do(set_each("risk", {"a": {"cause": 'two\nlines, "quoted"'}, "b": {"event": "<b>&"}}))
    page = register("risk")
    page.table.show_columns([("number", 0), ("event", 0), ("cause", 0)])
    page.table.select_id("a")
    page.table.setFocus()
    hands.press(Key.Key_Down, SHIFT)
    hands.press(Key.Key_C, CONTROL)
    held = QGuiApplication.clipboard().mimeData()
    rows = list(csv.reader(io.StringIO(held.text()), dialect="excel-tab"))
    assert rows == [["No.", "Risk event", "Cause"], ["R-001", "Alpha", 'two\nlines, "quoted"'], ["R-002", "<b>&", ""]]
    assert "<td>&lt;b&gt;&amp;</td>" in held.html()
    assert json.loads(bytes(held.data(MIME).data())) == {"key": "risk", "ids": ["a", "b"]}


def test_tab_separated_text_keeps_cells_together() -> None:
    assert tab_separated([["a\tb", 'say "x"', "l1\nl2"]]) == '"a\tb"\t"say ""x"""\t"l1\nl2"\n'


def test_a_duplicate_has_the_fields_but_not_the_history(
    risks: Workspace, register: Callable[[str], RegisterPage]
) -> None:
    risks.do(SetFields("risk", ("a",), {"probability": 3, "audience": "client", "tags": ("x",), "owner": "wei"}))
    page = register("risk")
    page.table.select_id("a")
    page.duplicate_action.trigger()
    copy = risks.project.table(Risk)[page.table.current_id()]
    assert (copy.event, copy.probability, copy.owner, copy.audience, copy.tags) == ("Alpha", 3, "wei", "client", ("x",))
    assert copy.number == 4 and copy.id != "a" and copy.moves == () and copy.links == ()


def test_what_is_asked_for_is_shown_whatever_was_filtered(
    risks: Workspace, register: Callable[[str], RegisterPage]
) -> None:
    page = register("risk")
    page.bar.search.setText("Alpha")
    assert page.reveal("c") and page.table.current_id() == "c" and page.bar.text == ""
    assert not page.reveal("nobody")


def test_deleting_several_is_one_step(risks: Workspace, register: Callable[[str], RegisterPage], hands: Hands) -> None:
    page = register("risk")
    page.table.select_id("a")
    page.table.setFocus()
    hands.press(Key.Key_A, CONTROL)
    hands.press(Key.Key_Delete)
    assert not risks.project.table(Risk)
    risks.undo()
    assert len(risks.project.table(Risk)) == 3 and page.model.rowCount() == 3


@pytest.mark.parametrize("key", REGISTERS)
def test_every_register_opens_in_both_languages(
    key: str, language: str, workspace: Workspace, register: Callable[[str], RegisterPage]
) -> None:
    page = register(key)
    page.begin_new()
    page.add("Something")
    assert page.model.rowCount() >= 1 and page.form.identity
    if language == "zh_CN":
        latin = [text for text in texts_of(page) if text.isascii() and any(letter.isalpha() for letter in text)]
        known = {"Something", "Zhang Wei", "IT lead"}
        assert not [text for text in latin if text not in known and not text.startswith(("R-", "P-"))], latin


def texts_of(page: RegisterPage) -> list[str]:
    """Everything written on a page that is not a record's number."""
    found: list[str] = []
    for widget in page.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
    found += [page.model.headerData(at, Qt.Orientation.Horizontal) for at in range(page.model.columnCount())]
    return [text for text in found if text and not text[-3:].isdigit()]
