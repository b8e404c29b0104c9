"""Progress as planned by the status date: for chosen tasks by a key, for the whole plan by its command."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, set_language
from desktop.views.plan.status_date import StatusDateDialog
from tests.plan_hands import on, steps
from tests.plan_window import CTRL, SHIFT, Person, english, opened
from tests.plans import DAY, snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
KEY = Qt.Key
# From Monday 2026-06-01: "Survey" 3 days, "Collect wishes" 2 days, both agreed on Wednesday 06-03 in the evening;
# then the floor plan, 5 days, to Wednesday 06-10.


def reported(me: Person, day: int) -> list[str]:
    """The status date is set; what the page says is kept."""
    me.workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, day)}))
    said: list[str] = []
    me.page.said.connect(said.append)
    return said


def done(me: Person, task: str) -> tuple[dt.datetime | None, dt.datetime | None, int]:
    found = me.task(task)
    return found.actual_start, found.actual_finish, found.percent_complete


@pytest.mark.parametrize("chinese", [False, True])
def test_the_whole_plan_as_it_was_planned_in_one_step(opened: Opened, chinese: bool) -> None:
    set_language(CHINESE if chinese else "en")
    me = opened()
    said = reported(me, 5)
    before, count = snapshot(me.project), steps(me)
    me.page.plan_actions.hands.all_on_track.trigger()
    assert done(me, "survey") == (on(6, 1), on(6, 3, 17), 100)
    assert done(me, "wishes") == (on(6, 1), on(6, 2, 17), 100)
    assert done(me, "agreed")[2] == 100
    assert done(me, "plan") == (on(6, 4), None, 40)  # Thursday and Friday of five days
    assert done(me, "light") == (None, None, 0)
    assert me.task("plan").duration == 5 * DAY
    assert me.dates("plan").finish == on(6, 10, 17)
    assert steps(me) == count + 1
    assert said[-1] == ("到 2026-06-05 按计划完成的任务：4 项" if chinese else "4 tasks go as planned by 2026-06-05")
    me.workspace.undo()
    assert snapshot(me.project) == before


def test_chosen_tasks_by_their_key_and_a_second_time_nothing_is_left(opened: Opened) -> None:
    me = opened()
    reported(me, 5)
    me.select("wishes")
    me.key(KEY.Key_6, CTRL | SHIFT)
    assert done(me, "wishes")[2] == 100
    assert done(me, "survey")[2] == 0
    after, count = snapshot(me.project), steps(me)
    me.key(KEY.Key_6, CTRL | SHIFT)
    assert me.refusals[-1].code == "nothing_behind"
    assert (snapshot(me.project), steps(me)) == (after, count)


def test_without_a_status_date_it_says_where_to_set_one(opened: Opened) -> None:
    me = opened()
    me.page.plan_actions.hands.all_on_track.trigger()
    assert me.refusals[-1].code == "no_status_date"
    assert not steps(me)


def test_the_status_date_is_set_where_progress_is_entered(opened: Opened) -> None:
    me = opened()
    before = snapshot(me.project)

    def asked() -> StatusDateDialog:
        me.page.plan_actions.hands.status_date.trigger()
        QApplication.processEvents()
        return next(
            each for each in QApplication.topLevelWidgets() if isinstance(each, StatusDateDialog) and each.isVisible()
        )

    dialog = asked()
    dialog.line.setText("yesteryear")
    me.key(KEY.Key_Return, to=dialog.line)
    assert dialog.isVisible() and "yesteryear" in dialog.problem.text()
    me.key(KEY.Key_Escape, to=dialog.line)
    assert (snapshot(me.project), steps(me)) == (before, 0)
    dialog = asked()
    dialog.line.setText("6/5")
    me.key(KEY.Key_Return, to=dialog.line)
    assert me.project.profile.status_date == dt.date(2026, 6, 5)
    assert steps(me) == 1
    dialog = asked()
    assert dialog.line.text() == "2026-06-05"
    dialog.line.clear()
    me.key(KEY.Key_Return, to=dialog.line)
    assert me.project.profile.status_date is None
    me.workspace.undo()
    me.workspace.undo()
    assert snapshot(me.project) == before
