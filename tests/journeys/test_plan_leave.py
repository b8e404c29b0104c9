"""Somebody's leave delays what they work on, also where nobody ever entered hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import CalendarException, WeekDay
from tests.plan_hands import on
from tests.plan_window import Person, english, opened
from tests.plans import snapshot

__all__ = ["english", "opened"]

Opened = Callable[..., Person]
OFFICE = "08:00-12:00 13:00-17:00"


def test_leave_moves_the_bar_and_what_follows_and_undo_brings_both_back(opened: Opened) -> None:
    me = opened()
    me.page.grid.show_columns([("name", 0), ("resources", 0), ("finish", 0)])
    me.set_cell("plan", "resources", "Anna")  # the floor plan: Thursday 06-04 to Wednesday 06-10
    assert me.dates("plan").finish == on(6, 10, 17)
    before, right = snapshot(me.project), me.bar("plan").right
    week = tuple(WeekDay(weekday=day, bands=OFFICE if day < 5 else "") for day in range(7))
    away = CalendarException(name="Leave", start=dt.date(2026, 6, 8), finish=dt.date(2026, 6, 12))
    me.workspace.do(AddRecord("calendar", {"id": "anna's", "name": "Anna", "week": week, "exceptions": (away,)}))
    me.workspace.do(SetFields("resource", ("anna",), {"calendar": "anna's"}))
    assert me.dates("plan").finish == on(6, 17, 17)  # two days, a week away, three days
    assert me.dates("offers").start == on(6, 18)
    assert me.bar("plan").right > right
    assert me.page.model.text(me.row("plan"), 5) == "2026-06-17"
    me.workspace.undo()
    assert me.dates("plan").finish == on(6, 10, 17)
    assert me.page.model.text(me.row("plan"), 5) == "2026-06-10"
    me.workspace.undo()
    assert snapshot(me.project) == before
