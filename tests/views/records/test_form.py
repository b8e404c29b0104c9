"""The form of a record: commits by field, explains, keeps private texts apart, follows links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import AddRecord, DeleteRecords, Relate, SetFields
from desktop.domain.communication import Action, Decision, Meeting
from desktop.domain.people import Person
from desktop.domain.plan import CalendarException, Rate, Resource
from desktop.domain.record import CLIENT, PRIVATE, Kind
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.models.workspace import Workspace
from desktop.views.records import RecordForm
from desktop.views.records.choices import ScaleEditor
from desktop.views.records.form import sections
from desktop.views.records.lines import NoteEditor
from desktop.views.records.links import LinksEditor
from desktop.views.records.parts import PartsEditor
from tests.views.records.conftest import Hands, field_of

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def form(risks: Workspace, show: Callable[[QWidget], None]) -> RecordForm:
    made = RecordForm(risks, "risk")
    show(made)
    made.show_record("a")
    return made


def test_sections_follow_the_declaration() -> None:
    found = sections(RECORD_TYPES["risk"])
    assert [title for title, _, _ in found] == [
        "", "Assessment", "Response", "Ownership and review",
        "Private: stays with you, whatever the record's visibility", "",
    ]  # fmt: skip
    assert [spec.name for spec in found[0][1]] == ["cause", "event", "effect", "kind", "category"]
    assert [(spec.name, private) for title, specs, private in found for spec in specs if private] == [
        ("private_note", True)
    ]
    assert {spec.name for _, specs, _ in found for spec in specs} == {
        spec.name for spec in RECORD_TYPES["risk"].info.columns()
    } - {"audience"}


def test_a_field_commits_when_it_is_left(form: RecordForm, hands: Hands, risks: Workspace) -> None:
    form.focus_field("cause")
    hands.type("Two systems")
    assert field_of(risks, "risk", "a", "cause") == ""
    hands.press(Key.Key_Tab)
    assert field_of(risks, "risk", "a", "cause") == "Two systems"
    assert isinstance(hands.focus(), QLineEdit)  # the event, which comes next
    hands.type("!")
    hands.press(Key.Key_Return)
    assert field_of(risks, "risk", "a", "event").endswith("!")


def test_each_field_is_a_step_and_undo_shows(form: RecordForm, hands: Hands, risks: Workspace) -> None:
    steps = len(risks.session.undo_steps)
    form.focus_field("trigger")
    hands.type("First sign")
    hands.press(Key.Key_Return)
    assert len(risks.session.undo_steps) == steps + 1
    risks.undo()
    line = form.fields["trigger"].widget
    assert isinstance(line, QLineEdit) and line.text() == ""
    risks.redo()
    assert line.text() == "First sign"


def test_a_refused_field_keeps_its_text_and_says_why(form: RecordForm, hands: Hands, risks: Workspace) -> None:
    field = form.fields["next_review"]
    form.focus_field("next_review")
    hands.type("31/31")
    hands.press(Key.Key_Tab)
    assert "is not a date that exists" in field.reason and isinstance(field.widget, QLineEdit)
    assert field.widget.text() == "31/31"
    risks.do(SetFields("risk", ("a",), {"trigger": "something else"}))
    assert field.widget.text() == "31/31"  # other edits do not wipe it
    form.focus_field("next_review")
    hands.press(Key.Key_Escape)
    assert field.reason == "" and field.widget.text() == ""


def test_going_elsewhere_with_a_refused_text_tells_the_window(form: RecordForm, hands: Hands, risks: Workspace) -> None:
    refused: list[object] = []
    risks.rejected.connect(refused.append)
    form.focus_field("next_review")
    hands.type("31/31")
    form.show_record("b")
    assert len(refused) == 1 and form.identity == "b"
    assert field_of(risks, "risk", "a", "next_review") is None


def test_going_elsewhere_keeps_what_was_typed(form: RecordForm, hands: Hands, risks: Workspace) -> None:
    form.focus_field("cause")
    hands.type("kept")
    form.show_record("b")
    assert field_of(risks, "risk", "a", "cause") == "kept" and field_of(risks, "risk", "b", "cause") == ""


def test_scales_are_pressed_or_typed(form: RecordForm, hands: Hands, risks: Workspace, qtbot: QtBot) -> None:
    scale = form.fields["probability"].widget
    assert isinstance(scale, ScaleEditor)
    form.focus_field("probability")
    hands.press(Key.Key_4)
    assert field_of(risks, "risk", "a", "probability") == 4
    hands.press(Key.Key_Right)
    assert field_of(risks, "risk", "a", "probability") == 5
    for expected in (2, None):  # pressed again it is cleared
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=scale.segment_box(1).center().toPoint())
        assert field_of(risks, "risk", "a", "probability") == expected


def test_a_choice_changes_at_once_and_offers_what_fits(form: RecordForm, risks: Workspace) -> None:
    box = form.fields["kind"].widget
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert field_of(risks, "risk", "a", "kind") == "opportunity"
    strategy = form.fields["strategy"].widget
    assert isinstance(strategy, QComboBox)
    codes = [strategy.itemData(row) for row in range(strategy.count())]
    assert "exploit" in codes and "mitigate" not in codes


def test_what_is_expected_and_missing_is_named(form: RecordForm, risks: Workspace, qtbot: QtBot) -> None:
    chips = [chip for chip in form._missing_chips if hasattr(chip, "ref")]
    assert [chip.ref for chip in chips] == ["cause", "effect", "probability", "owner"]
    qtbot.mouseClick(chips[3], Qt.MouseButton.LeftButton)
    assert form.fields["owner"].widget.hasFocus()
    risks.do(SetFields("risk", ("a",), {"cause": "c", "effect": "e", "probability": 1, "owner": "wei"}))
    assert not form._missing_chips


def test_visibility_is_one_press(form: RecordForm, risks: Workspace, qtbot: QtBot) -> None:
    choice = form.visibility
    assert choice.code == "team"
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton, pos=choice.segment_box(2).center().toPoint())
    assert field_of(risks, "risk", "a", "audience") == CLIENT
    risks.undo()
    assert choice.code == "team"


def test_links_are_picked_followed_and_taken_away(
    form: RecordForm, hands: Hands, risks: Workspace, qtbot: QtBot
) -> None:
    went: list[object] = []
    form.navigate.connect(went.append)
    risks.do(AddRecord("issue", {"id": "i", "problem": "Came true", "risk": "a"}))
    form.linked.line.setFocus()
    hands.type("beta")
    hands.press(Key.Key_Return)
    assert field_of(risks, "risk", "a", "links") == ("risk/b",)
    assert form.linked.refs == ["risk/b", "issue/i"]  # its own, and who points to it
    qtbot.mouseClick(form.linked._chips[1], Qt.MouseButton.LeftButton)
    assert went == ["issue/i"]
    chip = form.linked._chips[0]
    qtbot.mouseClick(
        chip,
        Qt.MouseButton.LeftButton,
        pos=chip.rect().center() + (chip.rect().topRight() - chip.rect().center()) * 0.9,
    )
    assert field_of(risks, "risk", "a", "links") == () and form.linked.refs == ["issue/i"]


def test_a_linked_person_is_followed_by_key(form: RecordForm, hands: Hands, risks: Workspace) -> None:
    went: list[object] = []
    form.navigate.connect(went.append)
    form.focus_field("owner")
    hands.type("zhang")
    hands.press(Key.Key_Return)
    assert field_of(risks, "risk", "a", "owner") == "wei"
    hands.press(Key.Key_Return, CONTROL)
    assert went == ["person/wei"]


def test_several_tasks_or_people_are_chips(workspace: Workspace, show: Callable[[QWidget], None], hands: Hands) -> None:
    workspace.do(AddRecord("meeting", {"id": "m", "title": "M"}))
    form = RecordForm(workspace, "meeting")
    show(form)
    form.show_record("m")
    editor = form.fields["invited"].widget
    assert isinstance(editor, LinksEditor)
    editor.line.setFocus()
    hands.type("Some One")
    hands.press(Key.Key_Return)
    hands.type("zhang")
    hands.press(Key.Key_Return)
    invited = [workspace.project.get(Person, each).name for each in field_of(workspace, "meeting", "m", "invited")]
    assert invited == ["Some One", "Zhang Wei"]
    hands.press(Key.Key_Backspace)
    assert len(field_of(workspace, "meeting", "m", "invited")) == 1


def test_parts_are_edited_in_a_table_of_their_own(
    workspace: Workspace, show: Callable[[QWidget], None], hands: Hands, qtbot: QtBot
) -> None:
    workspace.do(AddRecord("meeting", {"id": "m", "title": "M"}))
    form = RecordForm(workspace, "meeting")
    show(form)
    form.show_record("m")
    agenda = form.fields["agenda"].widget
    assert isinstance(agenda, PartsEditor)
    qtbot.mouseClick(agenda.add_button, Qt.MouseButton.LeftButton)
    hands.type("Budget")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_F2)
    hands.press(Key.Key_End)
    hands.press(Key.Key_Return)
    (item,) = workspace.project.table(Meeting)["m"].agenda
    assert (item.topic, item.purpose) == ("Budget", "decide")
    qtbot.mouseClick(agenda.remove_button, Qt.MouseButton.LeftButton)
    assert workspace.project.table(Meeting)["m"].agenda == ()


def test_rates_are_added_and_taken_away_by_keys_and_a_wrong_date_is_explained(
    workspace: Workspace, show: Callable[[QWidget], None], hands: Hands
) -> None:
    workspace.do(AddRecord("resource", {"id": "r", "name": "R"}))
    form = RecordForm(workspace, "resource")
    form.resize(400, 700)
    show(form)
    form.show_record("r")
    rates = form.fields["rates"].widget
    assert isinstance(rates, PartsEditor)
    rates.table.setFocus()
    hands.press(Key.Key_Insert)
    hands.press(Key.Key_Tab)
    hands.type("31.13.2027")
    hands.press(Key.Key_Return)
    assert "31.13.2027" in rates.table.delegate.explanation
    note, line = rates.table.delegate._explanation, rates.table.delegate.editor
    assert line is not None
    assert note.parentWidget() is form.window(), "there is no room for it in the table"
    over = QRect(line.mapTo(form.window(), line.rect().topLeft()), line.size())
    assert not note.geometry().intersects(over)
    assert form.window().rect().contains(note.geometry())
    hands.press(Key.Key_Escape)
    hands.type("2027-01-01")
    hands.press(Key.Key_Tab)
    hands.type("600")
    hands.press(Key.Key_Return)
    assert workspace.project.get(Resource, "r").rates == (Rate(start=dt.date(2027, 1, 1), standard_rate=600_00),)
    header = rates.table.horizontalHeader()
    assert header.length() <= rates.table.viewport().width(), "every column is seen"
    assert header.length() > rates.table.viewport().width() - header.count(), "and no room is lost"
    hands.press(Key.Key_Delete)
    assert workspace.project.get(Resource, "r").rates == ()
    assert list(workspace.project.table(Resource)) == ["r"], "the keys are those of the table, not of the page"
    hands.press(Key.Key_Insert)
    hands.press(Key.Key_Tab)
    hands.type("never")
    hands.press(Key.Key_Return)
    assert note.isVisible()
    rates.hide()
    assert note.isHidden(), "it goes with what it explains"


def test_an_action_is_made_of_the_selected_sentence(
    workspace: Workspace, show: Callable[[QWidget], None], hands: Hands
) -> None:
    workspace.do(AddRecord("communication", {"id": "k", "subject": "Call"}))
    form = RecordForm(workspace, "communication")
    show(form)
    form.show_record("k")
    note = form.fields["shared_note"].widget
    assert isinstance(note, NoteEditor)
    form.focus_field("shared_note")
    hands.type("All well. Zhang Wei sends the data by Friday. We go live on 1 July.")
    cursor = note.textCursor()
    cursor.setPosition(10)
    cursor.setPosition(len("All well. Zhang Wei sends the data by Friday"), QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)
    hands.press(Key.Key_A, CONTROL, SHIFT)
    (action,) = workspace.project.table(Action).values()
    assert (action.title, action.owner, action.side) == ("Zhang Wei sends the data", "wei", "client")
    note.moveCursor(QTextCursor.MoveOperation.End)
    hands.press(Key.Key_E, CONTROL, SHIFT)  # nothing selected: the sentence at the cursor
    (decision,) = workspace.project.table(Decision).values()
    assert decision.title == "We go live on 1 July."
    assert field_of(workspace, "communication", "k", "links") == (action.ref, decision.ref)
    assert form.linked.refs == [action.ref, decision.ref]
    menu = note.make_menu()
    made = next(entry for entry in menu.actions() if entry.data() == "risk")
    assert made.isEnabled()
    made.trigger()
    assert [risk.event for risk in workspace.project.table(Risk).values()] == ["We go live on 1 July."]


def test_what_is_made_of_the_private_note_is_private(
    workspace: Workspace, show: Callable[[QWidget], None], hands: Hands
) -> None:
    workspace.do(AddRecord("communication", {"id": "k", "subject": "Call", "audience": CLIENT}))
    form = RecordForm(workspace, "communication")
    show(form)
    form.show_record("k")
    form.focus_field("private_note")
    hands.type("He may leave")
    hands.press(Key.Key_R, CONTROL, SHIFT)
    (risk,) = workspace.project.table(Risk).values()
    assert (risk.event, risk.audience) == ("He may leave", PRIVATE)


def test_a_record_that_is_deleted_leaves_an_empty_form(form: RecordForm, risks: Workspace) -> None:
    from desktop.domain.commands.records import DeleteRecords

    risks.do(DeleteRecords("risk", ("a",)))
    assert form.identity == "" and not form._nothing.isHidden()


def test_long_and_hostile_texts_are_shown_as_they_are(form: RecordForm, risks: Workspace) -> None:
    hostile = "<b>R&D</b> " + "x" * 50_000
    risks.do(SetFields("risk", ("a",), {"event": hostile, "cause": hostile}))
    risks.do(Relate("risk/a", "risk/b"))
    cause = form.fields["cause"].widget
    assert isinstance(cause, QPlainTextEdit) and cause.toPlainText() == hostile
    assert form._name.text() == hostile[:200] and form._name.textFormat() is Qt.TextFormat.PlainText
    form.show_record("b")
    assert form.linked._chips[0].text().startswith("R-001 <b>R&D</b>") and len(form.linked._chips[0].text()) < 100


@pytest.mark.parametrize(
    "text",
    ["x" * 50_000, "hard\u00a0blank", "tab\tand\u2028more", "<b>x</b>\u3000"],
    ids=["long", "blank", "marks", "markup"],
)
@pytest.mark.parametrize("key", ["action", "communication", "decision", "issue", "meeting", "person", "risk"])
def test_what_is_only_looked_at_stays_as_it_is(
    risks: Workspace, key: str, text: str, show: Callable[..., None]
) -> None:
    """Qt cuts long lines and changes blanks; that must not be taken for an edit."""
    specs = RECORD_TYPES[key].info.columns()
    texts = {spec.name: text for spec in specs if spec.kind in (Kind.TEXT, Kind.LONG_TEXT)}
    texts |= {spec.name: (text,) for spec in specs if spec.kind is Kind.TEXTS}
    risks.do(SetFields("person", ("wei",), {"name": text}))
    people = {spec.name: "wei" for spec in specs if spec.kind is Kind.LINK and spec.to == "person"}
    assert risks.attempt(AddRecord(key, {"id": "t", **texts, **people})) is None
    made = RecordForm(risks, key)
    show(made)
    made.show_record("t")
    steps, before = len(risks.session.undo_steps), risks.project.rows(key)["t"]
    for name in made.fields:
        made.focus_field(name)
    made.reload()
    made.flush()
    assert risks.project.rows(key)["t"] is before and len(risks.session.undo_steps) == steps


def test_names_and_hours_of_exceptions_are_read_in_a_narrow_form(
    workspace: Workspace, show: Callable[[QWidget], None]
) -> None:
    day = dt.date(2026, 2, 14)
    made_up = CalendarException(name="春节调休上班", start=day, finish=day, bands="08:00-12:00 13:00-17:00")
    workspace.do(AddRecord("calendar", {"id": "c", "name": "C", "exceptions": (made_up,)}))
    form = RecordForm(workspace, "calendar")
    show(form)
    form.show_record("c")
    form.resize(400, 700)
    QApplication.processEvents()
    days = form.fields["exceptions"].widget
    assert isinstance(days, PartsEditor)
    names, starts = (
        days.table.fontMetrics().horizontalAdvance(days.model.index(0, column).data()) for column in (0, 1)
    )
    assert days.table.columnWidth(0) > names
    assert days.table.columnWidth(1) > starts
    assert days.table.horizontalScrollBar().maximum() > 0, "what has no room is reached by scrolling"
    form.resize(1400, 700)
    QApplication.processEvents()
    assert days.table.horizontalScrollBar().maximum() == 0
    assert days.table.horizontalHeader().length() == days.table.viewport().width(), "no room is lost"


def test_a_row_added_by_its_button_keeps_what_is_being_typed_in_another(
    workspace: Workspace, show: Callable[[QWidget], None], hands: Hands, qtbot: QtBot
) -> None:
    workspace.do(AddRecord("meeting", {"id": "m", "title": "M"}))
    form = RecordForm(workspace, "meeting")
    show(form)
    form.show_record("m")
    agenda = form.fields["agenda"].widget
    assert isinstance(agenda, PartsEditor)
    for topic in ("Budget", "Dates"):  # the button does not take the keys: the cell stays open until it is pressed
        qtbot.mouseClick(agenda.add_button, Qt.MouseButton.LeftButton)
        hands.type(topic)
    qtbot.mouseClick(agenda.add_button, Qt.MouseButton.LeftButton)
    assert [item.topic for item in workspace.project.table(Meeting)["m"].agenda] == ["Budget", "Dates", ""]


def test_a_form_that_shows_something_else_tells_what_a_table_in_it_could_not_take(
    workspace: Workspace, show: Callable[[QWidget], None], hands: Hands
) -> None:
    refused: list[Rejected] = []
    workspace.rejected.connect(refused.append)
    for identity in ("r", "s"):
        workspace.do(AddRecord("resource", {"id": identity, "name": identity}))
    form = RecordForm(workspace, "resource")
    show(form)
    form.show_record("r")
    rates = form.fields["rates"].widget
    assert isinstance(rates, PartsEditor)
    rates.add()
    hands.press(Key.Key_Tab)
    hands.type("someday")
    form.show_record("s")
    assert [each.code for each in refused] == ["date_unreadable"]
    assert not workspace.settle()
    form.show_record("r")
    assert rates.table.delegate.editor is None


def test_a_record_that_goes_takes_what_was_typed_about_it_along(
    risks: Workspace, show: Callable[[QWidget], None], hands: Hands
) -> None:
    form = RecordForm(risks, "risk")
    show(form)
    form.show_record("a")
    form.focus_field("event")
    hands.type("More")
    risks.do(DeleteRecords("risk", ("a",)), settle=False)
    assert not risks.settle()
    assert form.identity == ""
