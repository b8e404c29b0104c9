"""Editing in the cells of a register: keys, refusals, links, choices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.communication import Meeting
from desktop.domain.people import Person
from desktop.domain.promises import NewPerson
from desktop.domain.rejection import Rejected, Term
from desktop.domain.risks import Risk
from desktop.models.workspace import Workspace
from desktop.views.records import RegisterPage
from desktop.views.records.links import LinksEditor
from tests.views.records.conftest import Hands, field_of

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


def go(page: RegisterPage, identity: str, name: str) -> None:
    """Put the cursor on a cell, which is shown if it was not."""
    page.table.setColumnHidden(page.model.column_of(name), False)
    page.table.select_id(identity, name)
    page.table.setFocus()


@pytest.fixture
def page(risks: Workspace, register: Callable[[str], RegisterPage]) -> RegisterPage:
    return register("risk")


def test_typing_replaces_and_enter_moves_down(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "event")
    hands.type("New name")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "event") == "New name"
    assert page.table.current_id() == "b" and page.table.delegate.editor is None
    hands.press(Key.Key_F2)
    assert isinstance(hands.focus(), QLineEdit)
    hands.press(Key.Key_End)
    hands.type("!")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "b", "event") == "Beta!"


def test_tab_commits_and_moves_right_and_back(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "event")
    hands.type("X")
    hands.press(Key.Key_Tab)
    assert field_of(workspace, "risk", "a", "event") == "X"
    names = [name for name, _ in page.table.columns_shown()]
    here = page.model.columns[page.table.currentIndex().column()].name
    assert here == names[names.index("event") + 1] and page.table.current_id() == "a"


def test_escape_restores(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    steps = len(workspace.session.undo_steps)
    go(page, "a", "event")
    hands.type("nonsense")
    hands.press(Key.Key_Escape)
    assert page.table.delegate.editor is None
    assert field_of(workspace, "risk", "a", "event") == "Alpha" and len(workspace.session.undo_steps) == steps


def test_leaving_the_field_commits(page: RegisterPage, hands: Hands, workspace: Workspace, qtbot: QtBot) -> None:
    go(page, "a", "event")
    hands.type("By focus")
    page.bar.search.setFocus()
    assert field_of(workspace, "risk", "a", "event") == "By focus" and page.table.delegate.editor is None
    go(page, "a", "event")
    hands.type("By click")
    box = page.table.visualRect(page.model.index(2, page.model.column_of("event")))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert field_of(workspace, "risk", "a", "event") == "By click" and page.table.current_id() == "c"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("next_review", "2026-02-30", "is not a date that exists"),
        ("target_score", "30", "must lie between 1 and 25"),
        ("target_score", "many", "is not a whole number"),
        ("owner", "Nobody", "Nothing named “Nobody” was found"),
        ("exposure_min", "12 apples", "is not an amount of money"),
    ],
)
def test_what_cannot_be_taken_stays_open_and_says_why(
    page: RegisterPage, hands: Hands, qtbot: QtBot, *, name: str, text: str, words: str
) -> None:
    workspace = page.workspace
    refused: list[object] = []
    workspace.rejected.connect(refused.append)
    steps = len(workspace.session.undo_steps)
    go(page, "a", name)
    hands.type(text)
    line = hands.focus()
    if name == "owner":
        hands.press(Key.Key_Escape)  # closes the suggestions, which offer to add a person
    hands.press(Key.Key_Return)
    assert words in page.table.delegate.explanation
    # Neither a click elsewhere nor Tab closes it.
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 70))
    assert page.table.delegate.editor is not None and isinstance(line, QLineEdit) and line.text() == text
    hands.press(Key.Key_Tab)
    assert page.table.delegate.explanation and len(workspace.session.undo_steps) == steps
    assert not refused  # it is said once, where it belongs
    hands.press(Key.Key_Escape)
    assert page.table.delegate.editor is None and not page.table.delegate.explanation
    assert len(workspace.session.undo_steps) == steps


def test_a_required_name_cannot_be_emptied(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "event")
    hands.press(Key.Key_F2)
    hands.press(Key.Key_A, CONTROL)
    hands.press(Key.Key_Delete)
    hands.press(Key.Key_Return)
    assert "cannot be empty" in page.table.delegate.explanation
    hands.type("Again")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "event") == "Again" and not page.table.delegate.explanation
    assert len(workspace.project.table(Risk)) == 3  # Delete in a cell deletes letters, not rows


@pytest.mark.parametrize(
    ("text", "day"),
    [("+5d", 15), ("今天", 10), ("friday", 12), ("6/30", 30), ("下周一", 15)],
)
def test_dates_as_people_type_them(page: RegisterPage, hands: Hands, workspace: Workspace, text: str, day: int) -> None:
    go(page, "a", "next_review")
    hands.press(Key.Key_F2)
    line = hands.focus()
    assert isinstance(line, QLineEdit)
    line.insert(text)  # an input method inserts Chinese whole
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "next_review") == dt.date(2026, 6, day)


def test_a_day_is_picked_from_a_month(page: RegisterPage, hands: Hands, workspace: Workspace, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication, QCalendarWidget

    go(page, "a", "next_review")
    hands.press(Key.Key_F2)
    hands.press(Key.Key_Down, ALT)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    month = popup.findChild(QCalendarWidget)
    assert month is not None and month.selectedDate().toPython() == dt.date(2026, 6, 10)
    month.activated.emit(month.selectedDate().addDays(2))
    assert field_of(workspace, "risk", "a", "next_review") == dt.date(2026, 6, 12)


def test_choices_offer_only_what_fits_the_record(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    workspace.do(SetFields("risk", ("b",), {"kind": "opportunity"}))
    for identity, codes in (
        ("a", ["", "avoid", "mitigate", "transfer", "share", "accept", "escalate"]),
        ("b", ["", "exploit", "enhance", "share", "accept", "escalate"]),
    ):
        go(page, identity, "strategy")
        hands.press(Key.Key_F2)
        box = hands.focus()
        assert isinstance(box, QComboBox)
        assert [box.itemData(row) for row in range(box.count())] == codes
        hands.press(Key.Key_Escape)


def test_a_choice_is_browsed_by_key_and_taken_by_enter(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "status")
    hands.press(Key.Key_F2)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    assert field_of(workspace, "risk", "a", "status") == "identified"  # looking is not choosing
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "status") == "responding" and page.table.current_id() == "b"


def test_a_digit_sets_a_scale(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "probability")
    hands.type("4")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "probability") == 4


def test_a_person_is_found_by_a_part_of_the_name(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "owner")
    hands.type("wei")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "owner") == "wei"


def test_somebody_new_is_added_with_the_link_in_one_step(
    page: RegisterPage, hands: Hands, workspace: Workspace
) -> None:
    steps = len(workspace.session.undo_steps)
    go(page, "a", "owner")
    hands.type("Wang Qiang")
    hands.press(Key.Key_Return)
    owner = workspace.project.get(Person, field_of(workspace, "risk", "a", "owner"))
    assert owner.name == "Wang Qiang" and len(workspace.session.undo_steps) == steps + 1
    workspace.undo()
    assert len(workspace.project.table(Person)) == 2 and field_of(workspace, "risk", "a", "owner") is None


def test_several_people_become_chips(
    workspace: Workspace, register: Callable[[str], RegisterPage], hands: Hands
) -> None:
    workspace.do(AddRecord("meeting", {"id": "m", "title": "Steering"}))
    page = register("meeting")
    go(page, "m", "attended")
    hands.press(Key.Key_F2)
    hands.type("zhang")
    hands.press(Key.Key_Return)
    hands.type("New Face")
    hands.press(Key.Key_Return)
    editor = page.table.delegate.editor
    assert isinstance(editor, LinksEditor) and len(editor.value()) == 2
    hands.press(Key.Key_Return)  # in the empty line: done
    attended = field_of(workspace, "meeting", "m", "attended")
    assert [workspace.project.get(Person, each).name for each in attended] == ["Zhang Wei", "New Face"]
    assert page.table.delegate.editor is None
    hands.press(Key.Key_F2)
    hands.press(Key.Key_Backspace)
    hands.press(Key.Key_Escape)
    assert field_of(workspace, "meeting", "m", "attended") == ("wei",)


def names_of(workspace: Workspace, editor: LinksEditor) -> list[str]:
    """Whom the chips name; what is still in the line is nobody yet."""
    people = workspace.project.table(Person)
    return [each.name if isinstance(each, NewPerson) else people[each].name for each in editor.targets]


def test_names_are_written_in_a_row_and_tab_takes_the_last(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do(AddRecord("person", {"id": "comma", "name": "Smith, John"}))
    editor = LinksEditor(workspace, Meeting.info.specs["attended"])
    qtbot.addWidget(editor)
    editor.show()
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "Zhang Wei; New Face, Anot")
    assert names_of(workspace, editor) == ["Zhang Wei", "New Face"] and editor.line.text().strip() == "Anot"
    assert editor.line.read_several("Zhang Wei，李明、") == (["wei", NewPerson("李明")], "")
    qtbot.keyClicks(editor.line, "her")
    qtbot.keyClick(editor.line, Key.Key_Tab)
    assert names_of(workspace, editor) == ["Zhang Wei", "New Face", "Another"] and not editor.line.text()
    qtbot.keyClicks(editor.line, "Smith, Jo")  # somebody with a comma in the name is one person
    assert editor.line.text() == "Smith, Jo"
    qtbot.keyClick(editor.line, Key.Key_Tab)
    assert names_of(workspace, editor)[-1] == "Smith, John" and len(editor.value()) == 4


def test_a_name_that_nobody_has_is_refused_with_its_field(workspace: Workspace, qtbot: QtBot) -> None:
    editor = LinksEditor(workspace, Meeting.info.specs["attended"])
    qtbot.addWidget(editor)
    editor.line.setText("Nobody at all")
    with pytest.raises(Rejected) as refused:
        editor.value()
    assert refused.value.facts["field"] == Term(Meeting.info.specs["attended"].title)


def test_notes_take_several_lines(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "cause")
    hands.type("one")
    assert isinstance(hands.focus(), QPlainTextEdit)
    hands.press(Key.Key_Return, SHIFT)
    hands.type("two")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "cause") == "one\ntwo" and page.table.delegate.editor is None


def test_texts_are_never_markup(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "event")
    hands.type("<img src=x> R&D <10 days")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "event") == "<img src=x> R&D <10 days"
    page.table.select_id("a")
    assert page.form._name.textFormat() is Qt.TextFormat.PlainText
    assert page.form._name.text() == "<img src=x> R&D <10 days"


def test_the_number_cannot_be_edited(page: RegisterPage, hands: Hands) -> None:
    go(page, "a", "number")
    hands.press(Key.Key_F2)
    assert page.table.delegate.editor is None


def test_an_editor_survives_an_edit_elsewhere(page: RegisterPage, hands: Hands, workspace: Workspace) -> None:
    go(page, "a", "event")
    hands.type("half typ")
    workspace.do(SetFields("risk", ("a", "c"), {"probability": 2}), settle=False)
    line = hands.focus()
    assert isinstance(line, QLineEdit) and line.text() == "half typ"
    hands.type("ed")
    hands.press(Key.Key_Return)
    assert field_of(workspace, "risk", "a", "event") == "half typed"
