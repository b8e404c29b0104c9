"""What the scheduler found, where a project manager looks: a count below the plan and the list behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, ENGLISH, set_language
from desktop.views.plan.findings_dialog import FindingsDialog
from tests.plan_window import LEFT, Person

Opened = Callable[..., Person]


def listed(dialog: FindingsDialog) -> dict[str, list[str]]:
    found = {}
    for number in range(dialog.tree.topLevelItemCount()):
        group = dialog.tree.topLevelItem(number)
        assert group is not None
        found[group.text(0)] = [group.child(row).text(0) for row in range(group.childCount())]
    return found


@pytest.mark.parametrize(
    ("language", "group", "sentence"),
    [
        (ENGLISH, "Work out of sequence (1)", "“Pack” started before “Collect offers” allowed it to."),
        (CHINESE, "未按顺序开展的工作 (1)", "“Pack”"),
    ],
)
def test_work_out_of_sequence_is_counted_and_listed(opened: Opened, language: str, group: str, sentence: str) -> None:
    person = opened()
    set_language(language)
    assert not person.page.found.isVisible()
    # Offers are collected until Tuesday 16 June; packing began on Wednesday 3 June.
    started = {"actual_start": dt.datetime(2026, 6, 3, 8), "percent_complete": 50}
    assert person.workspace.do(SetFields("task", ("pack",), started))
    assert person.workspace.do(SetFields("task", ("open",), {"deadline": dt.datetime(2026, 6, 5, 17)}))
    person.bot.waitUntil(person.page.found.isVisible)
    assert person.page.found.text().startswith("2 ")
    person.bot.mouseClick(person.page.found, LEFT)
    QApplication.processEvents()
    (dialog,) = person.page.window().findChildren(FindingsDialog)
    found = listed(dialog)
    assert len(found) == 2  # the missed deadline stands first
    assert list(found)[1] == group
    assert sentence in found[group][0]
    wanted: list[object] = []
    person.page.navigate.connect(wanted.append)
    line = dialog.tree.topLevelItem(1).child(0)
    dialog.tree.setCurrentItem(line)
    person.bot.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert wanted == ["task/pack"]


def test_unfinished_work_is_rescheduled_from_the_menu(opened: Opened) -> None:
    person = opened()
    person.page.plan_actions.reschedule.trigger()
    assert [refusal.code for refusal in person.refusals] == ["no_status_date"]
    # By the end of Monday 8 June nothing has been done: the survey begins with that day, and the rest follows it.
    facts = {"status_date": dt.date(2026, 6, 7), "progress_rule": "as_planned"}
    assert person.workspace.do(SetFields("project", ("p",), facts))
    assert person.dates("survey").start == dt.datetime(2026, 6, 1, 8)
    person.page.plan_actions.reschedule.trigger()
    assert person.dates("survey").start == dt.datetime(2026, 6, 8, 8)
    assert person.task("plan").constraint == "asap"
    assert person.dates("plan").start == dt.datetime(2026, 6, 11, 8)
    person.workspace.undo()
    assert person.dates("survey").start == dt.datetime(2026, 6, 1, 8)
