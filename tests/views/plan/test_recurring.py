"""Recurring tasks from the menu: the dates are shown first, and one step adds or changes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QApplication

from desktop.domain.plan import Assignment, Task
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.views.plan.recurring_dialog import RecurringDialog
from tests.plan_window import LEFT, Person

Opened = Callable[..., Person]


def ask(person: Person) -> RecurringDialog:
    QApplication.processEvents()
    (found,) = [each for each in person.page.window().findChildren(RecurringDialog) if each.isVisible()]
    return found


def dates(dialog: RecurringDialog) -> list[str]:
    rows = [dialog.preview.topLevelItem(number) for number in range(dialog.preview.topLevelItemCount())]
    return [row.text(1) for row in rows if row is not None]


def recurring(person: Person) -> Task:
    (found,) = [each for each in person.project.table(Task).values() if each.recurrence]
    return found


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_weekly_meeting_from_the_menu(opened: Opened, language: str) -> None:
    person = opened()
    set_language(language)
    person.select("design")
    person.page.plan_actions.recurring.trigger()
    dialog = ask(person)
    # The office plan begins on Monday 1 June 2026 at 08:00; it is Wednesday 3 June: the next such weekday counts.
    dialog.name.clear()
    person.bot.keyClicks(dialog.name, "Jour fixe")
    dialog.length.clear()
    person.bot.keyClicks(dialog.length, "2h")
    person.bot.keyClicks(dialog.resources, "Anna [50%]")
    dialog.choice.start.setDate(QDate(2026, 6, 4))
    dialog.choice.time.setTime(QTime(10, 0))
    for number, box in enumerate(dialog.choice.weekdays):
        box.setChecked(number in (3, 5))  # Thursday; Saturday, which is off
    dialog.choice.times.setValue(4)
    assert dates(dialog) == ["2026-06-04 10:00", "2026-06-08 08:00", "2026-06-11 10:00", "2026-06-15 08:00"]
    dialog.choice.days_off.setCurrentIndex(1)
    assert dates(dialog) == ["2026-06-04 10:00", "2026-06-11 10:00"]
    before = len(person.project.table(Task))
    person.bot.mouseClick(dialog.ok, LEFT)
    summary = recurring(person)
    assert person.grid.current_id() == summary.id
    assert [person.dates(each).start for each in person.project.children(summary.id)] == [
        dt.datetime(2026, 6, 4, 10), dt.datetime(2026, 6, 11, 10)
    ]  # fmt: skip
    assert {each.units for each in person.project.table(Assignment).values()} == {50}
    assert "refresh" in person.page.model.facts(person.row(summary.id)).marks
    person.workspace.undo()
    assert len(person.project.table(Task)) == before


def test_what_cannot_be_read_is_said_at_once_and_adds_nothing(opened: Opened) -> None:
    person = opened()
    person.page.plan_actions.recurring.trigger()
    dialog = ask(person)
    dialog.length.setText("long")
    assert dialog.told.text().startswith("“long” is not a duration.")
    assert not dialog.ok.isEnabled()
    dialog.length.setText("1h")
    dialog.resources.setText("Nobody")
    assert dialog.ok.isEnabled()
    person.bot.mouseClick(dialog.ok, LEFT)
    assert dialog.isVisible()
    assert "Nobody" in dialog.told.text()
    person.bot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not any(each.recurrence for each in person.project.table(Task).values())


def test_a_change_from_any_occurrence(opened: Opened) -> None:
    person = opened()
    person.page.plan_actions.recurring.trigger()
    dialog = ask(person)
    dialog.choice.start.setDate(QDate(2026, 6, 8))
    dialog.choice.times.setValue(3)
    person.bot.mouseClick(dialog.ok, LEFT)
    summary = recurring(person)
    person.select("design")
    assert not person.page.plan_actions.change_recurring.isEnabled()
    person.select(person.project.children(summary.id)[1])
    assert person.page.plan_actions.change_recurring.isEnabled()
    person.page.plan_actions.change_recurring.trigger()
    dialog = ask(person)
    assert [box.isChecked() for box in dialog.choice.weekdays].index(True) == 2  # today is a Wednesday
    assert dialog.choice.times.value() == 3
    dialog.choice.frequency.setCurrentIndex(dialog.choice.frequency.findData("MONTHLY"))
    dialog.choice.which.setCurrentIndex(dialog.choice.which.findData(-1))
    dialog.choice.kind.setCurrentIndex(4)  # Friday
    # The last Fridays from 8 June 2026 on.
    assert [day[:10] for day in dates(dialog)] == ["2026-06-26", "2026-07-31", "2026-08-28"]
    person.bot.mouseClick(dialog.ok, LEFT)
    assert [person.dates(each).start.date().isoformat() for each in person.project.children(summary.id)] == [
        "2026-06-26", "2026-07-31", "2026-08-28"
    ]  # fmt: skip
