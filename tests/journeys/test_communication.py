"""From a telephone call to promises, a decision and a follow-up that waits, by keyboard, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.communication import Action, Communication, Decision
from desktop.domain.overview import figures
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.models.timeline import ENTRY
from desktop.models.workspace import Workspace
from desktop.views.communication import CommunicationPage, QuickEntry
from desktop.views.records.lines import NoteEditor
from tests.views.records.conftest import NOW, Hands, english, hands, language, show, workspace

__all__ = ["english", "hands", "language", "show", "workspace"]

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TOMORROW = NOW.date() + dt.timedelta(1)


@pytest.fixture
def page(language: str, workspace: Workspace, show: Callable[[QWidget], None]) -> CommunicationPage:
    made = CommunicationPage(workspace)
    show(made)
    return made


@pytest.fixture
def entry(language: str, workspace: Workspace, show: Callable[[QWidget], None]) -> QuickEntry:
    made = QuickEntry(workspace)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    show(made, 760, 700)  # type: ignore[call-arg]
    return made


def write(hands: Hands, text: str) -> None:
    """Keys for what keys can write; what an input method writes is inserted whole."""
    widget = hands.focus()
    for letter in text:
        if letter.isascii():
            hands.type(letter)
        elif isinstance(widget, QPlainTextEdit):
            widget.insertPlainText(letter)
        else:
            assert isinstance(widget, QLineEdit)
            widget.insert(letter)


def state(project: Project) -> dict[str, Any]:
    """What the registers hold, without the stamps of time that undo renews."""
    stamps = {"changed_at": None, "changed_by": ""}
    keys = ("communication", "action", "decision", "person")
    return {key: {each: item.replace(**stamps) for each, item in project.rows(key).items()} for key in keys}


def test_a_call_is_written_down_with_everything_that_follows(
    page: CommunicationPage, hands: Hands, workspace: Workspace, qtbot: QtBot
) -> None:
    empty, begun = state(workspace.project), len(workspace.session.undo_steps)
    page.focus_content()
    hands.press(Key.Key_Insert)
    entry = next(widget for widget in page.findChildren(QuickEntry))
    qtbot.waitUntil(entry.isVisible)
    entry.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is entry.subject)
    assert entry.when.text() == "2026-06-10 09:30"
    write(hands, "Data & dates")
    hands.press(Key.Key_Return)
    write(hands, "zhang")
    hands.press(Key.Key_Return)
    write(hands, "Wang Qiang")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)  # in the empty line: on to the note
    assert entry.shared.hasFocus()
    write(hands, "All is well. Zhang Wei names the testers by Friday. We go live on 1 July.")
    hands.press(Key.Key_Tab)
    write(hands, "He sounded tired")
    hands.press(Key.Key_Tab)
    write(hands, "wang: open the ports by 6/30")
    hands.press(Key.Key_Return)
    write(hands, "李娜：提交方案，下周一前")
    assert "2026-06-30" in entry._read_back.text() and "2026-06-15" in entry._read_back.text()
    hands.press(Key.Key_Tab)
    write(hands, "+1d")
    hands.press(Key.Key_Return, CONTROL)

    # One step: the contact, two promises, one new person.
    assert len(workspace.session.undo_steps) == begun + 1
    (log,) = workspace.project.table(Communication).values()
    people = workspace.project.table(Person)
    assert [people[each].name for each in log.participants] == ["Zhang Wei", "Wang Qiang"]
    assert (log.subject, log.private_note, log.follow_up) == ("Data & dates", "He sounded tired", TOMORROW)
    wang = log.participants[1]
    promises = [(a.title, a.side, a.owner, a.due) for a in workspace.project.table(Action).values()]
    assert promises == [
        ("open the ports", "client", wang, dt.date(2026, 6, 30)),
        ("提交方案", "us", "li", dt.date(2026, 6, 15)),
    ]
    coming = figures(workspace.project, workspace.schedule, NOW.date()).follow_ups_coming
    assert [item.id for item in coming] == [log.id]  # tomorrow's follow-up waits on the overview

    # The new contact is chosen; a decision and an action are made of sentences in its note.
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.timeline.select_ref(log.ref)
    page.form.focus_field("shared_note")
    note = hands.focus()
    assert isinstance(note, NoteEditor)
    note.moveCursor(QTextCursor.MoveOperation.End)
    hands.press(Key.Key_E, CONTROL, SHIFT)
    cursor = note.textCursor()
    text = note.toPlainText()
    cursor.setPosition(text.index("Zhang Wei"))
    cursor.setPosition(text.index(" We go live"), QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)
    hands.press(Key.Key_A, CONTROL, SHIFT)
    (decision,) = workspace.project.table(Decision).values()
    third = list(workspace.project.table(Action).values())[2]
    assert decision.title == "We go live on 1 July." and decision.links == (log.ref,)
    assert (third.title, third.owner, third.due) == ("Zhang Wei names the testers", "wei", dt.date(2026, 6, 12))
    assert set(workspace.project.table(Communication)[log.id].links) >= {decision.ref, third.ref}

    after, steps = state(workspace.project), len(workspace.session.undo_steps) - begun
    for _ in range(steps):
        assert workspace.undo()
    assert state(workspace.project) == empty
    for _ in range(steps):
        assert workspace.redo()
    assert state(workspace.project) == after


def test_without_a_subject_the_note_begins_it(entry: QuickEntry, workspace: Workspace, hands: Hands) -> None:
    entry.shared.setFocus()
    write(hands, "They agreed.")
    hands.press(Key.Key_Return)
    write(hands, "More on Monday.")
    hands.press(Key.Key_Return, CONTROL)
    (log,) = workspace.project.table(Communication).values()
    assert log.subject == "They agreed." and log.happened_at == NOW and not entry.isVisible()


@pytest.mark.parametrize(
    ("field", "text"),
    [("follow_up", "31/31"), ("when", "yesterdayish"), ("promises", "li: \n"), ("participants", "Nobody Known")],
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(
    entry: QuickEntry, workspace: Workspace, hands: Hands, field: str, text: str
) -> None:
    write(hands, "Call")
    target = entry.participants.line if field == "participants" else getattr(entry, field)
    if isinstance(target, QPlainTextEdit):
        target.setPlainText(text)
    else:
        target.setText(text)
    steps = len(workspace.session.undo_steps)
    entry.accept()
    assert entry.isVisible() and not entry._refusal.isHidden() and entry._refusal.text()
    assert entry.subject.text() == "Call" and len(workspace.session.undo_steps) == steps
    assert len(workspace.project.table(Person)) == 2


def test_an_empty_entry_is_refused_and_asks_for_its_subject(entry: QuickEntry, workspace: Workspace) -> None:
    entry.private.setFocus()
    entry.accept()
    assert entry.isVisible() and entry.subject.hasFocus() and not workspace.project.table(Communication)


def test_escape_throws_away_only_when_pressed_twice(entry: QuickEntry, workspace: Workspace, hands: Hands) -> None:
    write(hands, "Half an entry")
    hands.press(Key.Key_Escape)
    assert entry.isVisible() and not entry._refusal.isHidden()
    write(hands, "!")
    hands.press(Key.Key_Escape)
    assert entry.isVisible()  # it has changed since
    hands.press(Key.Key_Escape)
    assert not entry.isVisible() and not workspace.project.table(Communication)


def test_an_empty_entry_closes_at_once(entry: QuickEntry, hands: Hands) -> None:
    hands.press(Key.Key_Escape)
    assert not entry.isVisible()


def test_the_entry_is_for_the_team_unless_it_is_said_to_be_for_the_client(
    entry: QuickEntry, workspace: Workspace
) -> None:
    entry.subject.setText("Call")
    entry.promises.setPlainText("we: send it by friday")
    entry.for_client.setChecked(True)
    entry.accept()
    (log,) = workspace.project.table(Communication).values()
    (action,) = workspace.project.table(Action).values()
    assert log.audience == action.audience == CLIENT


@pytest.fixture
def filled(workspace: Workspace, page: CommunicationPage) -> CommunicationPage:
    yesterday = NOW - dt.timedelta(1)
    for key, fields in (
        ("communication", {"id": "c1", "subject": "Call", "happened_at": yesterday, "participants": ("wei",)}),
        ("communication", {"id": "c2", "subject": "Mail", "happened_at": NOW, "participants": ("li",)}),
        ("meeting", {"id": "m", "title": "Steering", "starts_at": NOW - dt.timedelta(2), "attended": ("wei", "li")}),
    ):
        workspace.do(AddRecord(key, fields))
    workspace.do(SetFields("communication", ("c1",), {"follow_up": yesterday.date()}))
    workspace.do(SetFields("communication", ("c2",), {"private_note": "between us"}))
    workspace.do(SetFields("meeting", ("m",), {"minutes": "Budget agreed"}))
    page.timeline.setCurrentIndex(page.timeline_model.index(0))
    return page


def refs(page: CommunicationPage) -> list[str]:
    model = page.timeline_model
    return [model.index(row).data(ENTRY).ref for row in range(model.rowCount())]


def test_contacts_and_meetings_stand_in_one_timeline(filled: CommunicationPage) -> None:
    assert refs(filled) == ["communication/c2", "communication/c1", "meeting/m"]
    assert filled.timeline.current_ref() == "communication/c2" and filled.form.identity == "c2"
    filled.timeline.select_ref("meeting/m")
    assert filled.meeting_form.identity == "m" and filled.meeting_form.isVisible() and not filled.form.isVisible()
    assert not filled.grab().isNull()


def test_a_person_and_words_narrow_the_timeline(filled: CommunicationPage, language: str) -> None:
    filled.person.setCurrentIndex(filled.person.findData("wei"))
    filled.person.activated.emit(filled.person.currentIndex())
    assert refs(filled) == ["communication/c1", "meeting/m"]
    assert "2026-06-09" in filled._known.text()  # last contact, and the follow-up that is due
    filled.bar.search.setText("budget")
    assert refs(filled) == ["meeting/m"]
    filled.bar.clear()
    filled.person.setCurrentIndex(0)
    filled.person.activated.emit(0)
    assert len(refs(filled)) == 3
    filled.bar.search.setText("between us")
    assert refs(filled) == ["communication/c2"]
    filled.apply_filter("overdue")
    assert refs(filled) == ["communication/c1"] and filled.form.identity == "c1"


def test_a_follow_up_is_done_with_one_key(filled: CommunicationPage, hands: Hands, workspace: Workspace) -> None:
    filled.timeline.select_ref("communication/c1")
    filled.timeline.setFocus()
    hands.press(Key.Key_U, CONTROL, SHIFT)
    assert workspace.project.table(Communication)["c1"].follow_up_done
    hands.press(Key.Key_U, CONTROL, SHIFT)
    assert not workspace.project.table(Communication)["c1"].follow_up_done


def test_delete_takes_what_is_chosen_on_the_face_in_front(
    filled: CommunicationPage, hands: Hands, workspace: Workspace
) -> None:
    filled.timeline.select_ref("meeting/m")
    filled.timeline.setFocus()
    hands.press(Key.Key_Delete)
    assert not workspace.project.rows("meeting") and len(workspace.project.table(Communication)) == 2
    filled.timeline.select_ref("communication/c1")
    hands.press(Key.Key_Delete)
    assert list(workspace.project.table(Communication)) == ["c2"]
    workspace.undo()
    workspace.undo()
    assert refs(filled) == ["communication/c2", "communication/c1", "meeting/m"]


def test_the_table_is_one_key_away_and_remembered(filled: CommunicationPage, hands: Hands) -> None:
    filled.timeline.select_ref("communication/c1")
    filled.timeline.setFocus()
    hands.press(Key.Key_T, CONTROL)
    assert filled.table.isVisible() and filled.table.hasFocus() and filled.table.current_id() == "c1"
    saved = filled.save_state()
    assert saved["as_table"] is True
    filled.table.select_id("c2")
    hands.press(Key.Key_T, CONTROL)
    assert filled.timeline.isVisible() and filled.timeline.current_ref() == "communication/c2"
    filled.restore_state(saved)
    assert filled.table.isVisible()


def test_what_is_asked_for_is_shown(filled: CommunicationPage) -> None:
    filled.bar.search.setText("Mail")
    assert filled.reveal("c1") and filled.timeline.current_ref() == "communication/c1" and filled.form.identity == "c1"
    assert not filled.reveal("nothing")


def test_hostile_texts_are_painted_as_they_are(filled: CommunicationPage, workspace: Workspace) -> None:
    hostile = "<b>R&D</b> " + "x" * 50_000
    workspace.do(
        SetFields("communication", ("c2",), {"subject": hostile, "shared_note": hostile, "private_note": hostile})
    )
    assert not filled.grab().isNull()
    entry = filled.timeline_model.index(0)
    assert entry.data(ENTRY).title == hostile and entry.data() == hostile[:300] + "…"
