"""The calendar editor by keys and mouse: days, weeks, exceptions, what it does to the plan, one step, its refusals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import AddRecord
from desktop.domain.plan import Calendar, CalendarException, WorkWeek
from desktop.i18n import CHINESE, ENGLISH
from desktop.views.calendars import CalendarsPage
from desktop.views.calendars.editor import CalendarEditor
from desktop.views.calendars.exceptions import ExceptionDialog
from desktop.views.calendars.work_weeks import WorkWeekDialog
from desktop.views.main_window import MainWindow
from desktop.views.plan import PlanPage
from desktop.views.program import STANDARD, NewProject
from desktop.views.settings import LANGUAGE, WEEK_START
from tests.journeys.visible import clipped, english
from tests.shell import window_in

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, SHIFT, NO_KEY = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip
USUAL = "08:00-12:00 13:00-17:00"


def june(day: int) -> dt.date:
    return dt.date(2026, 6, day)


EVERY_LOOK = [(language, size) for language in (ENGLISH, CHINESE) for size in (100, 200)]


@pytest.fixture(params=[(ENGLISH, 100), (CHINESE, 200)], ids=str)
def window(request: pytest.FixtureRequest, program: Application, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A task of ten days from Monday 2026-06-01 on the standard week: to Friday the 12th."""
    language, size = request.param
    made = window_in(program, qtbot, language, size)
    made.files._create(NewProject("P", "", june(1), STANDARD, "both", "CNY", tmp_path / "P.pilotage"))
    assert made.workspace is not None
    assert made.workspace.do(AddRecord("task", {"id": "dig", "name": "dig", "duration": 4800}))
    yield made


def opened(window: MainWindow, bot: QtBot) -> CalendarEditor:
    """By the keys of the register."""
    window.go_to("calendar")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, CalendarsPage)
    page.table.select_id(page.model.ids[0])
    window.activateWindow()
    bot.waitUntil(window.isActiveWindow)
    bot.keyClick(page.table, KEY.Key_E, CTRL)
    (found,) = [one for one in window.findChildren(CalendarEditor) if one.isVisible()]
    found.resize(1200, 640)
    found.days.go_to(june(1))
    QApplication.processEvents()
    return found


def tried(editor: CalendarEditor) -> None:
    """Wait for what the changes would do."""
    loop = QEventLoop()
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: editor.is_trying or loop.quit())
    clock.start()
    loop.exec()


def finish(window: MainWindow) -> str:
    assert window.workspace is not None
    return f"{window.workspace.schedule.of('dig').finish:%m-%d %H:%M}"


def record(window: MainWindow) -> Calendar:
    assert window.workspace is not None
    return next(iter(window.workspace.project.table(Calendar).values()))


def mouse(editor: CalendarEditor, kind: QEvent.Type, day: dt.date, held: Qt.KeyboardModifier = NO_KEY) -> None:
    view, at = editor.days.viewport(), editor.days.box_of(day)
    buttons = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    QApplication.sendEvent(view, QMouseEvent(kind, at, QPointF(view.mapToGlobal(at)), button, buttons, held))


def drag(editor: CalendarEditor, *days: dt.date, held: Qt.KeyboardModifier = NO_KEY) -> None:
    mouse(editor, QEvent.Type.MouseButtonPress, days[0], held)
    for day in days[1:]:
        mouse(editor, QEvent.Type.MouseMove, day)
    mouse(editor, QEvent.Type.MouseButtonRelease, days[-1])


def test_days_are_dragged_over_and_set_and_applied_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    before = record(window)
    drag(editor, june(3), june(4), june(5))
    assert sorted(editor.days.chosen) == [june(3), june(4), june(5)]
    editor.form.off.click()
    editor.form.occasion.setText("停工")
    qtbot.mouseClick(editor.form.set_button, LEFT)
    tried(editor)
    # Three working days fewer: the task ends on Wednesday the 17th. Nothing of it is in the project yet.
    assert "2026-06-17" in editor.effect.sentence.text()
    assert [one.task for one in editor.effect.moved.results.rows()] == ["dig"]
    assert record(window) == before
    assert finish(window) == "06-12 17:00"
    qtbot.mouseClick(editor.apply_button, LEFT)
    assert not editor.isVisible()
    assert finish(window) == "06-17 17:00"
    (made,) = record(window).exceptions
    assert (made.name, made.start, made.finish, made.bands) == ("停工", june(3), june(5), "")
    window.undo()
    assert record(window).exceptions == ()
    assert finish(window) == "06-12 17:00"


def test_the_same_by_keys_alone_and_escape_leaves_no_trace(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    before = record(window)
    view = editor.days
    for key, held, chosen in (
        (KEY.Key_Right, NO_KEY, [2]), (KEY.Key_Right, SHIFT, [2, 3]), (KEY.Key_Down, SHIFT, [*range(2, 11)]),
        (KEY.Key_Left, NO_KEY, [9]), (KEY.Key_Home, NO_KEY, [8]), (KEY.Key_End, NO_KEY, [14]),
        (KEY.Key_Up, NO_KEY, [7]), (KEY.Key_Left, NO_KEY, [6]),
    ):  # fmt: skip
        qtbot.keyClick(view, key, held)
        assert sorted(view.chosen) == [june(day) for day in chosen]
    qtbot.keyClick(view, KEY.Key_Space)  # Saturday the 6th is worked
    (made,) = editor.draft.records[editor.identity].exceptions
    assert (made.start, made.bands) == (june(6), USUAL)
    tried(editor)
    assert "2026-06-11" in editor.effect.sentence.text()
    qtbot.keyClick(view, KEY.Key_Delete)  # as the week says
    assert editor.draft.records[editor.identity].exceptions == ()
    qtbot.keyClick(view, KEY.Key_Z, CTRL)  # taken back within the editor
    assert editor.draft.records[editor.identity].exceptions == (made,)
    qtbot.keyClick(view, KEY.Key_PageDown)
    assert view.current == dt.date(2026, 7, 6)
    qtbot.keyClick(view, KEY.Key_PageDown, CTRL)
    assert view.current == dt.date(2027, 7, 6)
    assert view.first.year == 2027
    qtbot.keyClick(view, KEY.Key_Escape)
    assert editor.isVisible()  # there are changes: it says so first
    assert editor.told.isVisible()
    qtbot.keyClick(view, KEY.Key_Escape)
    assert not editor.isVisible()
    assert record(window) == before
    assert window.workspace is not None
    assert len(window.workspace.session.undo_steps) == 1


def test_own_hours_nights_and_nonsense(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    drag(editor, june(2))
    drag(editor, june(9), held=CTRL)
    qtbot.keyClick(editor.days, KEY.Key_Return)  # into the hours
    editor.form.hours.clear()
    qtbot.keyClicks(editor.form.hours, "22:00-6")
    qtbot.keyClick(editor.form.hours, KEY.Key_Return)
    assert editor.told.isVisible()
    assert "22:00-6" in editor.told.text()
    assert not editor.draft.is_changed
    editor.form.hours.clear()
    qtbot.keyClicks(editor.form.hours, "22:00-06:00")
    qtbot.keyClick(editor.form.hours, KEY.Key_Return)
    assert not editor.told.isVisible()
    made = editor.draft.records[editor.identity].exceptions
    assert [(one.start, one.bands) for one in made] == [(june(2), "22:00-06:00"), (june(9), "22:00-06:00")]
    assert "22:00" in editor.days.told(june(9))
    tried(editor)
    editor.done(0)


def test_the_weekly_pattern_and_a_week_without_work_is_refused(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    editor.tabs.show_at(1)
    week = editor.week
    choice = week.choices[5]
    choice.setCurrentIndex(choice.count() - 1)
    choice.activated.emit(choice.currentIndex())  # Saturday is worked like Monday
    assert week.lines[5].text() == USUAL
    tried(editor)
    assert "2026-06-11" in editor.effect.sentence.text()  # six days a week
    for weekday, choice in week.choices.items():
        choice.setCurrentIndex(choice.count() - 2)
        choice.activated.emit(choice.currentIndex())
        assert not week.lines[weekday].isEnabled()
    tried(editor)
    assert editor.told.isVisible()
    assert not editor.apply_button.isEnabled()
    editor.draft.undo()
    tried(editor)
    assert editor.apply_button.isEnabled()
    assert not editor.told.isVisible()
    editor.done(0)


def shown(editor: CalendarEditor, kind: type[QDialog]) -> QDialog:
    (found,) = [one for one in editor.findChildren(kind) if one.isVisible()]
    return found


def test_exceptions_that_come_again_and_work_weeks(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    editor.tabs.show_at(2)
    qtbot.mouseClick(editor.exceptions.add_button, LEFT)
    dialog = shown(editor, ExceptionDialog)
    assert isinstance(dialog, ExceptionDialog)
    qtbot.keyClicks(dialog.name, "Inventory")
    dialog.again.click()
    dialog.choice.frequency.setCurrentIndex(dialog.choice.frequency.findData("WEEKLY"))
    dialog.choice.start.setDate(QDate(2026, 6, 1))
    qtbot.keyClick(dialog, KEY.Key_Return)
    (made,) = editor.draft.records[editor.identity].exceptions
    assert isinstance(made, CalendarException)
    assert (made.name, made.start, made.finish, made.bands) == ("Inventory", june(1), None, "")
    assert made.recurrence.startswith("FREQ=WEEKLY;BYDAY=MO;UNTIL=")
    tried(editor)
    assert "2026-06-17" in editor.effect.sentence.text()  # four days a week: 2 to 5, 9 to 12, 16 and 17
    assert "Inventory" in editor.days.told(june(8))
    editor.exceptions.table.select_row(0)
    editor.exceptions.delete()
    assert editor.draft.records[editor.identity].exceptions == ()

    editor.tabs.show_at(3)
    editor.days.go_to(june(10))
    qtbot.mouseClick(editor.work_weeks.add_button, LEFT)
    form = shown(editor, WorkWeekDialog)
    assert isinstance(form, WorkWeekDialog)
    assert form.first.date() == QDate(2026, 6, 8)
    qtbot.keyClick(form, KEY.Key_Return)
    assert form.isVisible()  # nothing is told yet
    assert form.told.text()
    for weekday in range(5):
        choice = form.week.choices[weekday]
        choice.setCurrentIndex(choice.count() - 1)
        choice.activated.emit(choice.currentIndex())
        form.week.lines[weekday].setText("08:00-12:00")
    form.accept()
    weeks = editor.draft.records[editor.identity].work_weeks
    assert weeks == tuple(
        WorkWeek(name="", start=june(8), finish=june(14), weekday=day, bands="08:00-12:00") for day in range(5)
    )
    tried(editor)
    assert "2026-06-17" in editor.effect.sentence.text()  # half a day on five days: two and a half days later
    editor.done(0)


def test_calendars_are_copied_derived_renamed_and_deleted(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    base = editor.identity
    name = record(window).name
    editor.copy_action.trigger()
    assert name in editor.list.name.text()
    assert editor.identity != base
    editor.list.name.setText("夜班")
    editor.list.name.editingFinished.emit()
    assert editor.draft.records[editor.identity].name == "夜班"
    copied = editor.identity
    editor.derive_action.trigger()
    derived = editor.identity
    assert editor.draft.records[derived].base == copied
    # A base cannot be chosen in a circle.
    editor.list.show_calendars(copied)
    assert editor.list.base.findData(derived) < 0
    tried(editor)
    qtbot.mouseClick(editor.apply_button, LEFT)
    assert window.workspace is not None
    assert len(window.workspace.project.table(Calendar)) == 3
    again = opened(window, qtbot)
    assert again.identity == base
    again.delete_action.trigger()
    tried(again)
    assert again.told.isVisible()  # the project works by it
    assert not again.apply_button.isEnabled()
    again.reject()
    window.undo()
    assert len(window.workspace.project.table(Calendar)) == 1


def test_the_year_goes_to_paper_and_weeks_begin_as_chosen(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    editor = opened(window, qtbot)
    editor.write_pdf(str(tmp_path / "year.pdf"))
    assert (tmp_path / "year.pdf").read_bytes().startswith(b"%PDF")
    assert "year.pdf" in editor.told.text()
    editor.write_pdf(str(tmp_path / "absent" / "year.pdf"))
    assert not (tmp_path / "absent").exists()
    assert editor.days.box_of(june(1)).x() < editor.days.box_of(june(7)).x()
    editor.done(0)
    window.program.settings.keep(WEEK_START, "sunday")
    window.program.dress()
    sunday = opened(window, qtbot)
    assert sunday.days.box_of(june(14)).x() < sunday.days.box_of(june(15)).x()
    sunday.reject()
    window.program.settings.keep(WEEK_START, "monday")
    window.program.dress()


@pytest.mark.parametrize("window", EVERY_LOOK, indirect=True, ids=str)
def test_nothing_is_cut_off_in_either_language(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    drag(editor, june(3), june(4))
    editor.form.off.click()
    qtbot.mouseClick(editor.form.set_button, LEFT)
    tried(editor)
    for at in range(editor.tabs.count()):
        editor.tabs.show_at(at)
        for scope in (1, 0):
            editor._show_scope(scope)
            QApplication.processEvents()
            if window.program.settings.text(LANGUAGE) == CHINESE:
                assert english(editor, frozenset({"dig"})) == []
            assert clipped(editor) == []
    editor.done(0)


def test_the_plan_opens_it_too(window: MainWindow, qtbot: QtBot) -> None:
    window.go_to("plan")
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    page.plan_actions.calendars.trigger()
    (editor,) = [one for one in window.findChildren(CalendarEditor) if one.isVisible()]
    assert editor.identity == record(window).id
    editor.done(0)


def test_the_cross_and_cancel_ask_before_they_give_changes_up(window: MainWindow, qtbot: QtBot) -> None:
    before = record(window)
    for leave in (CalendarEditor.close, CalendarEditor.reject):
        editor = opened(window, qtbot)
        drag(editor, june(3))
        qtbot.keyClick(editor.days, KEY.Key_Space)
        assert editor.draft.is_changed
        leave(editor)
        assert editor.isVisible()
        assert editor.told.isVisible()
        qtbot.keyClick(editor.days, KEY.Key_Right)
        qtbot.keyClick(editor.days, KEY.Key_Space)  # goes on working: the next time it is asked anew
        leave(editor)
        assert editor.isVisible()
        leave(editor)
        assert not editor.isVisible()
    assert record(window) == before
    editor = opened(window, qtbot)
    editor.close()  # nothing would be given up
    assert not editor.isVisible()


def test_what_is_only_typed_is_given_up_no_sooner(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    drag(editor, june(3))
    qtbot.keyClicks(editor.form.occasion, "Works closed")
    editor.close()
    assert editor.isVisible()
    editor.close()
    assert not editor.isVisible()


def test_apply_takes_what_is_written_but_not_set(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    drag(editor, june(3))
    editor.form.off.click()
    qtbot.keyClicks(editor.form.occasion, "Works closed")
    qtbot.mouseClick(editor.apply_button, LEFT)
    assert not editor.isVisible()
    (made,) = record(window).exceptions
    assert (made.name, made.start, made.finish, made.bands) == ("Works closed", june(3), june(3), "")
    assert finish(window) == "06-15 17:00"
    window.undo()
    assert record(window).exceptions == ()


def test_choosing_other_days_takes_what_was_written_about_those_before(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    drag(editor, june(3))
    qtbot.keyClick(editor.days, KEY.Key_Return)
    editor.form.hours.clear()
    qtbot.keyClicks(editor.form.hours, "08:00-12:00")
    drag(editor, june(9))
    (made,) = editor.draft.records[editor.identity].exceptions
    assert (made.start, made.bands) == (june(3), "08:00-12:00")
    assert editor.form.hours.text() == USUAL  # what the ninth says
    qtbot.keyClick(editor.days, KEY.Key_Return)
    editor.form.hours.clear()
    qtbot.keyClicks(editor.form.hours, "mornings")
    drag(editor, june(10))
    assert editor.told.isVisible()
    assert "mornings" in editor.told.text()
    assert len(editor.draft.records[editor.identity].exceptions) == 1
    editor.done(0)


def test_hours_that_cannot_be_read_keep_the_editor_open(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    before = record(window)
    drag(editor, june(3))
    qtbot.keyClick(editor.days, KEY.Key_Space)
    editor.tabs.show_at(1)
    line = editor.week.lines[0]
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, "8-xx")
    editor.tabs.show_at(0)
    tried(editor)
    qtbot.mouseClick(editor.apply_button, LEFT)
    assert editor.isVisible()
    assert record(window) == before
    assert "8-xx" in editor.told.text()
    assert line.isVisible()
    assert line.hasFocus()
    drag(editor, june(10))  # what is written stays while other things are done
    qtbot.keyClick(editor.days, KEY.Key_Space)
    assert line.text() == "8-xx"
    line.clear()
    qtbot.keyClicks(line, "08:00-12:00")
    qtbot.keyClick(line, KEY.Key_Return)
    tried(editor)  # what it does is seen first
    qtbot.mouseClick(editor.apply_button, LEFT)
    assert not editor.isVisible()
    assert {one.weekday: one.bands for one in record(window).week}[0] == "08:00-12:00"
    assert len(record(window).exceptions) == 2


def test_a_name_that_is_being_typed_is_taken_before_a_tool_acts(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    identity = editor.identity
    editor.list.name.setFocus()
    editor.list.name.selectAll()
    qtbot.keyClicks(editor.list.name, "Site")
    editor.copy_action.trigger()
    assert editor.draft.records[identity].name == "Site"
    assert len(editor.draft.records) > 1
    editor.done(0)


def test_what_is_said_of_the_days_is_seen_from_side_to_side(window: MainWindow, qtbot: QtBot) -> None:
    editor = opened(window, qtbot)
    (area,) = [one for one in editor.tabs.findChildren(QScrollArea) if one.widget() is editor.form]
    assert editor.form.width() <= area.viewport().width()
    assert editor.form.minimumSizeHint().width() <= area.viewport().width()
    assert editor.list.name.cursorPosition() == 0  # of a long name its beginning
    assert editor.effect.sentence.isHidden()  # nothing is kept free for what is not said
