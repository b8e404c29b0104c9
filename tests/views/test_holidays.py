"""The preview of holidays: what it shows is what applying does, and nothing is done before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import Calendar, CalendarException
from desktop.i18n import CHINESE, ENGLISH, set_language, tr
from desktop.views.holidays import HolidayDialog
from desktop.views.main_window import MainWindow
from desktop.views.program import CHINA, STANDARD, NewProject

LEFT = Qt.MouseButton.LeftButton
START = dt.date(2026, 9, 21)
"""The Monday before the Mid-Autumn Festival (25 to 27 September) and the National Day holidays (1 to 7 October)."""


@pytest.fixture
def opened(program: Application, tmp_path: Path, qtbot: QtBot) -> Callable[..., MainWindow]:
    def make(calendar: str = STANDARD, days: int = 5) -> MainWindow:
        window = program.new_window()
        with qtbot.waitExposed(window):
            window.show()
        answers = NewProject("P", "", START, calendar, "both", "CNY", tmp_path / "P.pilotage")
        window.files._create(answers)
        assert window.workspace is not None
        assert window.workspace.do(AddRecord("task", {"id": "dig", "name": "Dig", "duration": days * 480}))
        return window

    return make


def dialog_of(window: MainWindow) -> HolidayDialog:
    QApplication.processEvents()
    (found,) = [each for each in window.findChildren(HolidayDialog) if each.isVisible()]
    return tried(found)


def tried(dialog: HolidayDialog) -> HolidayDialog:
    """Wait for what the list would do."""
    loop = QEventLoop()
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: dialog.is_trying or loop.quit())
    clock.start()
    loop.exec()
    return dialog


def calendar_of(window: MainWindow) -> Calendar:
    assert window.workspace is not None
    (found,) = window.workspace.project.table(Calendar).values()
    return found


def rows(dialog: HolidayDialog) -> list[list[str]]:
    model = dialog.days
    return [[str(model.index(row, column).data()) for column in range(6)] for row in range(model.rowCount())]


def test_the_preview_shows_the_days_and_apply_is_one_step(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    # Ten working days from Monday 21 September: to Friday 2 October. By the announcement 25 September and
    # 1, 2, 5, 6, 7 October are off and Sunday 20 September (before) and Saturday 10 October are worked:
    # 21-24, 28-30 September are seven days, 8, 9 and 10 October the rest.
    window = opened(days=10)
    assert window.workspace is not None
    before = calendar_of(window)
    window.commands.show_holidays()
    dialog = dialog_of(window)
    october = [row for row in rows(dialog) if "2026-10" in row[0]]
    worked = "08:00–12:00 13:00–17:00"
    assert october[0][:4] == ["2026-10-01", "Thursday", worked, "Day off"]
    assert october[0][4] == "Official"
    assert october[-1][:4] == ["2026-10-10", "Saturday", "Day off", f"{worked} (make-up working day)"]
    assert [row[0][-2:] for row in october] == ["01", "02", "05", "06", "07", "10"]
    assert "1 task gets other dates." in dialog.told.text()
    assert "finishes on 2026-10-10 instead of 2026-10-02, 8 days later" in dialog.told.text()
    assert calendar_of(window) == before
    qtbot.mouseClick(dialog.apply_button, LEFT)
    assert window.workspace.schedule.of("dig").finish == dt.datetime(2026, 10, 10, 17)
    assert window.workspace.next_undo is not None
    window.undo()
    assert window.workspace.schedule.of("dig").finish == dt.datetime(2026, 10, 2, 17)
    assert calendar_of(window).exceptions == before.exceptions


def test_years_can_be_left_out_and_escape_changes_nothing(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = opened()
    before = calendar_of(window)
    window.commands.show_holidays()
    dialog = dialog_of(window)
    named = [box.text() for box in dialog._boxes.values()]
    assert named[-2:] == ["2026 (Official)", "2027 (Provisional)"]
    assert not dialog._boxes[2025].isChecked()  # before the project
    with_both = dialog.days.rowCount()
    qtbot.keyClick(dialog._boxes[2027], Qt.Key.Key_Space)
    tried(dialog)
    assert 0 < dialog.days.rowCount() < with_both
    assert all(row[0].startswith("2026") for row in rows(dialog))
    qtbot.keyClick(dialog._boxes[2026], Qt.Key.Key_Space)
    tried(dialog)
    assert not dialog.apply_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert calendar_of(window) == before


def test_a_list_that_the_calendar_has_already_is_not_applied_again(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened()
    window.commands.show_holidays()
    dialog = dialog_of(window)
    assert dialog.apply_button.isEnabled()
    qtbot.mouseClick(dialog.apply_button, LEFT)
    window.commands.show_holidays()
    again = dialog_of(window)
    assert again.days.rowCount() == 0
    assert not again.apply_button.isEnabled()


def test_a_file_is_previewed_and_a_broken_one_is_one_sentence(
    opened: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = opened()
    window.commands.show_holidays()
    dialog = dialog_of(window)
    good, bad = tmp_path / "days.csv", tmp_path / "bad.ics"
    good.write_text("date,name\n2026-09-22,Company day\n2026-13-01,never\n")
    bad.write_bytes(b"\x00\x01 not a list")
    dialog.take_file(str(bad))
    tried(dialog)
    assert dialog.told.text().startswith("“bad.ics” holds no list of holidays that can be read.")
    assert not dialog.apply_button.isEnabled()
    dialog.take_file(str(good))
    tried(dialog)
    assert [row[:4] for row in rows(dialog)] == [
        ["2026-09-22", "Tuesday", "08:00–12:00 13:00–17:00", "Day off"]
    ]  # fmt: skip
    assert dialog.told.text().startswith("1 entry of the file could not be read")
    good.unlink()
    dialog.take_file(str(good))
    tried(dialog)
    assert "cannot be read" in dialog.told.text() or "holds no list" in dialog.told.text()
    assert dialog.days.rowCount() == 0


@pytest.mark.parametrize("suffix", ["ics", "csv", "json"])
def test_what_was_exported_changes_nothing_when_read_again(
    opened: Callable[..., MainWindow], tmp_path: Path, suffix: str
) -> None:
    window = opened(CHINA)
    window.commands.show_holidays()
    dialog = dialog_of(window)
    target = tmp_path / f"list.{suffix}"
    dialog.export(str(target))
    assert dialog.told.text() == f"Exported as list.{suffix}"
    dialog.take_file(str(target))
    tried(dialog)
    assert dialog.days.rowCount() == 0
    assert dialog.told.text() == "The calendar already works on these days as the list says."
    dialog.export(str(tmp_path / "absent" / f"list.{suffix}"))
    assert not (tmp_path / "absent").exists()
    assert dialog.told.text() != f"Exported as list.{suffix}"


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_newer_list_is_offered_once_and_moves_nothing(
    opened: Callable[..., MainWindow], program: Application, qtbot: QtBot, language: str
) -> None:
    window = opened(CHINA)
    assert window.document is not None
    assert window.workspace is not None
    identity = calendar_of(window).id
    wrong = CalendarException(name="x", start=dt.date(2026, 9, 22), finish=dt.date(2026, 9, 22), bands="",
                              recurrence="", source="provisional")  # fmt: skip
    older = {"exceptions": (wrong,), "holidays": "china 2020-01-01"}
    assert window.workspace.do(SetFields("calendar", (identity,), older))
    assert window.workspace.do(SetFields("task", ("dig",), {"name": "挖"}))
    path, dates = window.document.path, window.workspace.schedule.of("dig")
    window.close_project()
    set_language(language)
    window.open_file(path)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: bool(window.banner.text))
    assert ("尚未改动任何日期" if language == CHINESE else "No date has been moved") in window.banner.text
    assert window.workspace.schedule.of("dig") == dates
    (button,) = [each for each in window.banner.findChildren(QPushButton) if each.isVisible()]
    qtbot.mouseClick(button, LEFT)
    dialog = dialog_of(window)
    assert ["2026-09-22", tr("Tuesday"), tr("Day off")] in [row[:3] for row in rows(dialog)]
    qtbot.mouseClick(dialog.apply_button, LEFT)
    assert wrong not in calendar_of(window).exceptions
    window.close_project()
    window.open_file(path)
    QApplication.processEvents()
    QApplication.processEvents()
    assert window.banner.text == ""
