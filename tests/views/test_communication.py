"""The communication log as a page: the timeline and its filters, the forms beside it, room for every text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.communication import Action, Communication, Decision
from desktop.domain.people import Person
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.promises import NewPerson
from desktop.domain.record import MAX_TEXT, PRIVATE, TEAM
from desktop.domain.session import Session
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.communication import CommunicationPage, QuickEntry
from desktop.views.communication.timeline import DAY, LONGEST, MANY, EntryDelegate, Timeline, broken, day_words
from desktop.views.records import make_register
from desktop.views.records.lines import NoteEditor
from tests.clock import Clock
from tests.journeys.visible import clipped, english
from tests.views.records.conftest import Hands, hands, language, show
from tests.views.records.conftest import english as speaking_english

__all__ = ["hands", "language", "show", "speaking_english"]

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Show = Callable[..., None]
HOSTILE = ("W" * 50_000, "<b>bold</b> & <img src=x>", "😀👍🏽" * 500, "很长" * 25_000, "=1+1\n\t'; DROP TABLE")


@pytest.fixture
def workspace(qapp: QApplication, clock: Clock) -> Workspace:
    """Wei was spoken to yesterday and before, Vera today; both were in a meeting on the 4th."""
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    made = Workspace(Session(Project([profile]), clock=clock))
    made.do(AddRecord("person", {"id": "w", "name": "Wei", "side": "client"}))
    made.do(AddRecord("person", {"id": "v", "name": "Vera", "side": "ours"}))
    for identity, day, person in (("a", 1, "w"), ("b", 9, "w"), ("c", 10, "v")):
        made.do(AddRecord("communication", {"id": identity, "subject": f"Talk {identity}", "participants": (person,),
                                            "happened_at": dt.datetime(2026, 6, day, 9)}))  # fmt: skip
    made.do(SetFields("communication", ("b",), {"follow_up": dt.date(2026, 6, 10)}))
    made.do(AddRecord("meeting", {"id": "m", "title": "Steering", "starts_at": dt.datetime(2026, 6, 4, 10),
                                  "attended": ("w", "v"), "minutes": "Budget agreed"}))  # fmt: skip
    return made


@pytest.fixture
def page(workspace: Workspace, show: Show) -> CommunicationPage:
    made = CommunicationPage(workspace)
    show(made)
    return made


def refs(page: CommunicationPage) -> list[str]:
    return [ref.partition("/")[2] for ref in page.timeline_model.refs]


def choose_person(page: CommunicationPage, identity: str) -> None:
    row = page.person.findData(identity)
    page.person.setCurrentIndex(row)
    page.person.activated.emit(row)


# -- filters --------------------------------------------------------------------------------------


def test_a_page_made_in_pieces_chooses_what_one_made_at_once_does(workspace: Workspace, page: CommunicationPage,
                                                                  qtbot: QtBot) -> None:
    made = CommunicationPage(workspace, at_once=False)
    qtbot.addWidget(made)
    workspace.do(AddRecord("communication", {"id": "d", "subject": "Meanwhile", "participants": ("w",),
                                             "happened_at": dt.datetime(2026, 6, 10, 15)}))  # fmt: skip
    for _ in made.making():
        workspace.do(SetFields("communication", ("d",), {"subject": "Written meanwhile"}))
    at_once = CommunicationPage(workspace)
    qtbot.addWidget(at_once)
    assert made.timeline.current_ref() == at_once.timeline.current_ref() != ""
    assert made.bar.count_text == at_once.bar.count_text == page.bar.count_text
    assert vars(made).keys() == vars(at_once).keys()


def test_what_is_written_down_later_appears_whatever_was_filtered_before(
    page: CommunicationPage, workspace: Workspace
) -> None:
    page.bar.search.setText("Talk")
    page.bar.clear()
    workspace.do(AddRecord("communication", {"id": "d", "subject": "New", "participants": ("w",)}))
    assert refs(page) == ["d", "c", "b", "m", "a"]
    choose_person(page, "w")
    assert refs(page) == ["d", "b", "m", "a"] and list(page.model.ids) == ["a", "b", "d"]
    workspace.do(SetFields("communication", ("c",), {"participants": ("v", "w")}))
    assert refs(page) == ["d", "c", "b", "m", "a"]
    workspace.undo()
    assert refs(page) == ["d", "b", "m", "a"]


def test_the_person_is_part_of_the_filter_and_goes_with_it(page: CommunicationPage) -> None:
    choose_person(page, "v")
    assert refs(page) == ["c", "m"] and page.bar.is_active and page.bar.count_text == "1 of 3"
    assert page._known.isVisible()
    page.show_all()
    assert len(refs(page)) == 4 and page.person.currentData() == "" and not page._known.isVisible()
    choose_person(page, "v")
    page.apply_filter("waiting")  # a figure of the overview counts contacts with everybody
    assert refs(page) == ["b"] and page.person.currentData() == ""
    choose_person(page, "v")
    assert page.reveal("a") and page.timeline.current_ref() == "communication/a" and page.form.identity == "a"


def test_a_person_who_is_deleted_hides_nothing(page: CommunicationPage, workspace: Workspace) -> None:
    choose_person(page, "v")
    workspace.do(DeleteRecords("person", ("v",)))
    assert len(refs(page)) == 4 and page.person.currentData() == "" and page.person.findData("v") < 0
    workspace.undo()
    assert page.person.findData("v") > 0
    workspace.do(SetFields("person", ("v",), {"name": "Vera W."}))
    assert page.person.itemText(page.person.findData("v")) == "Vera W."


def test_words_are_looked_for_in_meetings_too(page: CommunicationPage) -> None:
    page.bar.search.setText("budget")
    assert refs(page) == ["m"] and page.timeline.current_ref() == "meeting/m"
    page.bar.search.setText("budget waiting")
    assert refs(page) == [] and page.timeline.current_ref() == ""
    page.bar.clear()
    assert page.timeline.current_ref() == "communication/c"  # something is chosen again
    page.apply_filter("waiting")
    assert refs(page) == ["b"]  # a meeting has no follow-up


def test_meetings_alone_are_shown(workspace: Workspace, show: Show) -> None:
    workspace.do(DeleteRecords("communication", ("a", "b", "c")))
    page = CommunicationPage(workspace)
    show(page)
    assert page.timeline.isVisible() and refs(page) == ["m"] and page.meeting_form.isVisible()
    workspace.do(DeleteRecords("meeting", ("m",)))
    assert page.empty.isVisible()
    workspace.undo()
    assert page.timeline.isVisible()


# -- what is chosen -------------------------------------------------------------------------------


def test_keys_act_on_what_is_chosen_and_on_nothing_else(
    page: CommunicationPage, workspace: Workspace, hands: Hands
) -> None:
    page.timeline.select_ref("communication/b")
    page.timeline.select_ref("meeting/m")
    page.timeline.setFocus()
    steps = len(workspace.session.undo_steps)
    hands.press(Key.Key_U, CONTROL, SHIFT)  # a meeting has no follow-up
    hands.press(Key.Key_D, CONTROL, SHIFT)
    assert len(workspace.session.undo_steps) == steps and page.current() == ""
    hands.press(Key.Key_Up)
    assert page.timeline.current_ref() == "communication/b" and page.current() == "b"
    hands.press(Key.Key_C, CONTROL)
    assert "Talk b" in QApplication.clipboard().text()
    hands.press(Key.Key_D, CONTROL, SHIFT)
    assert len(workspace.project.table(Communication)) == 4


def test_the_form_follows_the_timeline_and_enter_goes_into_it(page: CommunicationPage, hands: Hands) -> None:
    page.focus_content()
    assert page.timeline.hasFocus() and page.form.identity == "c"
    hands.press(Key.Key_Down)
    assert page.form.identity == "b"
    hands.press(Key.Key_Down)
    assert page.meeting_form.isVisible() and page.meeting_form.identity == "m"
    hands.press(Key.Key_Return)
    assert page.meeting_form.isAncestorOf(hands.focus())
    page.timeline.setFocus()
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Return)
    assert page.form.isAncestorOf(hands.focus())


def test_an_edit_in_the_form_keeps_the_entry_chosen(page: CommunicationPage, workspace: Workspace) -> None:
    page.timeline.select_ref("communication/a")
    workspace.do(SetFields("communication", ("a",), {"happened_at": dt.datetime(2026, 6, 10, 8)}))
    assert refs(page) == ["c", "a", "b", "m"] and page.timeline.current_ref() == "communication/a"
    assert page.form.identity == "a"


def test_what_was_written_down_is_shown(page: CommunicationPage, hands: Hands, qtbot: QtBot) -> None:
    page.bar.search.setText("Talk a")
    page.begin_new()
    entry = page.findChild(QuickEntry)
    assert isinstance(entry, QuickEntry)
    qtbot.waitUntil(entry.isVisible)
    entry.subject.setText("Ports")
    with qtbot.waitSignal(entry.logged) as logged:
        entry.accept()
    identity = logged.args[0]
    assert page.timeline.current_ref() == f"communication/{identity}" == f"communication/{page.form.identity}"
    assert len(refs(page)) == 5


@pytest.mark.parametrize(("field", "audience"), [("shared_note", TEAM), ("private_note", PRIVATE)])
def test_what_is_made_of_a_private_note_is_private(
    page: CommunicationPage, workspace: Workspace, hands: Hands, field: str, audience: str
) -> None:
    workspace.do(SetFields("communication", ("c",), {field: "He is cross. Wei calls the board by 6/12. So be it."}))
    page.timeline.select_ref("communication/c")
    page.form.focus_field(field)
    note = hands.focus()
    assert isinstance(note, NoteEditor)
    cursor = note.textCursor()
    start = note.toPlainText().index("Wei calls")
    cursor.setPosition(start)
    cursor.setPosition(start + len("Wei calls the board by 6/12"), QTextCursor.MoveMode.KeepAnchor)
    note.setTextCursor(cursor)
    hands.press(Key.Key_A, CONTROL, SHIFT)
    note.moveCursor(QTextCursor.MoveOperation.Start)
    hands.press(Key.Key_E, CONTROL, SHIFT)
    (action,) = workspace.project.table(Action).values()
    (decision,) = workspace.project.table(Decision).values()
    assert (action.title, action.owner, action.due) == ("Wei calls the board", "w", dt.date(2026, 6, 12))
    assert decision.title == "He is cross."
    assert action.audience == decision.audience == audience
    assert action.links == decision.links == ("communication/c",)
    assert workspace.project.table(Communication)["c"].links == (action.ref, decision.ref)
    workspace.undo()
    workspace.undo()
    assert not workspace.project.table(Action) and not workspace.project.table(Communication)["c"].links


# -- days -----------------------------------------------------------------------------------------


def test_days_are_named_from_today(language: str) -> None:
    today = dt.date(2026, 6, 10)
    chinese = words().is_chinese
    assert day_words(today, today) == ("今天 周三" if chinese else "Today Wed")
    assert day_words(dt.date(2026, 6, 9), today) == ("昨天 周二" if chinese else "Yesterday Tue")
    assert day_words(dt.date(2026, 6, 8), today) == ("2026-06-08 周一" if chinese else "2026-06-08 Mon")


def told(timeline: Timeline, row: int) -> list[str]:
    """Texts of one entry as it is painted, the day first where it stands there."""
    delegate = timeline._delegate
    width = timeline.viewport().width()
    return [line for block in delegate.blocks(timeline.model().index(row, 0), width) for line in block.lines]


def test_notes_of_many_entries_are_broken_into_lines_once(
    workspace: Workspace, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(MANY):
        assert workspace.do(AddRecord("communication", {
            "subject": f"Call {number}", "shared_note": "They are ready. " * 20, "participants": ("w",),
            "happened_at": dt.datetime(2026, 6, 1, 9),
        }))  # fmt: skip
    made: list[int] = []
    make = EntryDelegate._make
    monkeypatch.setattr(EntryDelegate, "_make", lambda me, entry, width: made.append(width) or make(me, entry, width))
    page = CommunicationPage(workspace)
    show(page)
    assert page.timeline.verticalScrollBar().isVisible()
    assert len(made) == page.timeline_model.rowCount() == MANY + 4
    page.timeline_model.show("v", None)  # few are left
    assert page.timeline.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_the_next_morning_it_is_yesterday(page: CommunicationPage, clock: Clock) -> None:
    assert told(page.timeline, 0)[0] == "Today Wed" and told(page.timeline, 1)[0] == "Yesterday Tue"
    assert "follow up 2026-06-10" in told(page.timeline, 1)
    page.hide()
    clock.now += dt.timedelta(1)
    page.show()
    assert told(page.timeline, 0)[0] == "Yesterday Wed" and told(page.timeline, 1)[0] == "2026-06-09 Tue"
    assert "▲ follow-up overdue since 2026-06-10, 1 day" in told(page.timeline, 1)


def test_a_day_stands_over_its_first_entry_only(page: CommunicationPage, workspace: Workspace) -> None:
    workspace.do(AddRecord("communication", {"id": "d", "subject": "Late talk"}))  # today 09:30
    delegate, model = page.timeline._delegate, page.timeline_model
    first = [delegate.blocks(model.index(row), 600)[0].name == DAY for row in range(model.rowCount())]
    assert refs(page) == ["d", "c", "b", "m", "a"] and first == [True, False, True, True, True]


# -- texts in their places ------------------------------------------------------------------------


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return QFont(qapp.font())


@pytest.mark.parametrize(
    "text",
    [
        "short",
        "word " * 200,
        "x" * 50_000,
        "很长的句子，" * 300,
        "😀" * 300,
        "one\n\n\n \ntwo\nthree\nfour",
        "a\u2028b",
        "",
    ],
)
def test_notes_are_broken_into_lines_that_fit(font: QFont, text: str) -> None:
    metrics = QFontMetrics(font)
    lines = broken(text, font, 300, 3)
    assert len(lines) <= 3
    assert all(metrics.horizontalAdvance(line) <= 302 for line in lines)
    shown = "".join("".join(lines).split())
    whole = "".join(text.split())
    if len(text) < LONGEST and not shown.endswith("…"):
        assert shown == whole
    else:
        assert shown.endswith("…") and whole.startswith(shown[:-1]) and len(shown) > 20


def test_a_note_that_is_cut_says_so(font: QFont) -> None:
    assert broken("a\nb\nc", font, 300, 3) == ["a", "b", "c"]
    assert broken("a\nb\nc\nd", font, 300, 3) == ["a", "b", "c d"]  # the last line takes what has room in it
    assert broken("y " * LONGEST, font, 100_000, 3)[0].endswith("…")


@pytest.fixture(params=[1, 2])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    before = QFont(qapp.font())
    larger = QFont(before)
    larger.setPointSizeF(10 * request.param)
    qapp.setFont(larger)
    yield request.param
    qapp.setFont(before)


NAMES = frozenset({"Delete", "Wei", "Vera", "Talk", "Steering", "Budget", "agreed"})


@pytest.mark.parametrize("full", [True, False], ids=["full", "empty"])
def test_nothing_is_cut_off_or_untranslated(
    language: str, text_size: int, full: bool, workspace: Workspace, show: Show
) -> None:
    if not full:
        workspace.do(DeleteRecords("communication", ("a", "b", "c")))
        workspace.do(DeleteRecords("meeting", ("m",)))
    page = CommunicationPage(workspace)
    show(page)
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(page) == []
    if words().is_chinese:
        assert english(page, NAMES) == []


@pytest.mark.parametrize("key", ["action", "decision", "issue", "meeting", "client", "resource"])
def test_empty_registers_say_their_purpose_whole(language: str, text_size: int, key: str, show: Show) -> None:
    profile = ProjectProfile(id="p", name="P", start=dt.datetime(2026, 6, 1, 8))
    page = make_register(key, Workspace(Session(Project([profile]))))
    show(page)
    for _ in range(3):
        QApplication.processEvents()
    assert page.empty.isVisible() and clipped(page) == []


def test_the_timeline_leaves_room_for_every_line(language: str, text_size: int, page: CommunicationPage) -> None:
    timeline, model = page.timeline, page.timeline_model
    delegate = timeline._delegate
    small, plain = QFontMetrics(delegate._small), QFontMetrics(delegate._plain)
    for row in range(model.rowCount()):
        rect: QRect = timeline.visualRect(model.index(row))
        blocks = delegate.blocks(model.index(row), timeline.viewport().width())
        assert rect.height() >= sum(block.height for block in blocks) and rect.width() == timeline.viewport().width()
        for block in blocks:
            least = small.height() if block.name in {"people", "facts"} else plain.height()
            assert block.height >= least * len(block.lines) - 1, block


@pytest.mark.parametrize("text", HOSTILE, ids=["word", "markup", "emoji", "chinese", "controls"])
def test_hostile_texts_in_every_field_are_literal_and_widen_nothing(
    workspace: Workspace, show: Show, hands: Hands, text: str
) -> None:
    page = CommunicationPage(workspace)
    show(page)
    least = page.minimumSizeHint().width()
    every = {"subject": text, "shared_note": text, "private_note": text}
    assert workspace.attempt(SetFields("communication", ("c",), every)) is None
    assert workspace.attempt(SetFields("person", ("v",), {"name": text})) is None
    assert workspace.attempt(SetFields("meeting", ("m",), {"title": text, "minutes": text})) is None
    for ref in ("communication/c", "meeting/m"):
        page.timeline.select_ref(ref)
        QApplication.processEvents()
        assert not page.grab().isNull() and page.width() == 1280
    assert page.minimumSizeHint().width() <= least
    assert all(len(page.person.itemText(row)) <= 80 for row in range(page.person.count()))
    assert told(page.timeline, 0)[1].startswith(text.split(maxsplit=1)[0][:5])


@pytest.fixture
def entry(workspace: Workspace, show: Show) -> QuickEntry:
    made = QuickEntry(workspace)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    show(made, 760, 700)
    return made


@pytest.mark.parametrize("text", HOSTILE, ids=["word", "markup", "emoji", "chinese", "controls"])
def test_hostile_texts_are_taken_whole_by_the_quick_entry(
    entry: QuickEntry, workspace: Workspace, qtbot: QtBot, text: str
) -> None:
    (area,) = entry.findChildren(QScrollArea)
    line = " ".join(text.split())
    QApplication.clipboard().setText(text)
    for place in (entry.subject, entry.shared, entry.private, entry.participants.line):
        place.paste()
    entry.promises.setPlainText(f"we: {line} by 6/30\nwho knows: {line}")
    QApplication.processEvents()
    assert entry.width() == 760 and area.widget().width() <= area.viewport().width()
    assert "<b>" not in text or "<b>bold</b>" in entry._read_back.text()
    assert entry._read_back.textFormat() is Qt.TextFormat.PlainText
    entry.participants.line.clear()
    entry.participants.show_targets([])  # where a text has separators, the pasted one was read as several names
    entry.participants.take(NewPerson(line[:40]))
    entry.accept()
    (log,) = [item for item in workspace.project.table(Communication).values() if item.id not in set("abc")]
    assert log.subject == line and "".join(log.private_note.split()) == "".join(text.split())
    assert {action.title for action in workspace.project.table(Action).values()} == {line}
    assert workspace.project.table(Person)[log.participants[0]].name == line[:40].strip()
    workspace.undo()
    assert len(workspace.project.table(Person)) == 2 and not workspace.project.table(Action)


def test_a_text_that_is_too_long_is_refused_and_never_cut(entry: QuickEntry, workspace: Workspace) -> None:
    entry.subject.setText("x" * (MAX_TEXT + 1))
    entry.accept()
    assert entry.isVisible() and entry._refusal.isVisible() and str(MAX_TEXT) in entry._refusal.text()
    assert len(entry.subject.text()) == MAX_TEXT + 1 and len(workspace.project.table(Communication)) == 3


@pytest.mark.parametrize(
    ("name", "text"),
    [("participants", "Nobody Known"), ("when", "yesterdayish"), ("promises", "we: "), ("follow_up", "31/31")],
)
def test_the_cursor_goes_to_what_cannot_be_read(entry: QuickEntry, name: str, text: str) -> None:
    entry.subject.setText("Call")
    place = entry.participants.line if name == "participants" else getattr(entry, name)
    place.setPlainText(text) if isinstance(place, QPlainTextEdit) else place.setText(text)
    entry.accept()
    assert entry.isVisible() and place.hasFocus() and entry._refusal.text()


def test_escape_closes_the_suggestions_before_the_entry(entry: QuickEntry, hands: Hands) -> None:
    entry.participants.line.setFocus()
    hands.type("we")
    assert entry.participants.line.popup.isVisible()
    hands.press(Key.Key_Escape)
    assert not entry.participants.line.popup.isVisible() and entry.isVisible()
    hands.press(Key.Key_Return)
    assert entry.participants.value() == ("w",)


def test_many_promises_are_read_back_briefly(entry: QuickEntry) -> None:
    entry.promises.setPlainText("\n".join(f"we: thing {number}" for number in range(30)))
    said = entry._read_back.text().splitlines()
    assert len(said) == 9 and "22" in said[-1] and "thing 7" in said[-2]


def test_tab_goes_through_every_field_once(entry: QuickEntry, hands: Hands) -> None:
    order: list[QWidget] = []
    entry.subject.setFocus()
    while hands.focus() not in order:
        order.append(hands.focus())
        hands.press(Key.Key_Tab)
    fields: list[QWidget] = [
        entry.subject, entry.participants.line, entry.channel, entry.when, entry.shared, entry.private, entry.promises,
        entry.follow_up, entry.for_client,
    ]  # fmt: skip
    assert order[: len(fields)] == fields
    assert {widget.text() for widget in order[len(fields) :] if isinstance(widget, QPushButton)} == {
        tr("Write down (Ctrl+Enter)"), "Cancel",
    }  # fmt: skip
    assert all(
        widget.accessibleName() or isinstance(widget, QPushButton) or widget is entry.for_client for widget in order
    )
