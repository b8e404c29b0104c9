"""Progress as planned by the status date; days are counted by hand on the calendar of June 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan import ProgressAsPlanned
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, link, project, span, task

TUESDAY = dt.date(2026, 6, 2)
"""Its evening counts: two working days of the week are over."""
RULES = pytest.mark.parametrize("rule", ["as_planned", "retained", "override"])


def on_track(*records, ids=(), **profile):
    whole = project(*records, **{"status_date": TUESDAY, "progress_rule": "retained"} | profile)
    tx = Transaction(whole, now=at("06-03 12:00"), author="Test", schedule=schedule(whole))
    ProgressAsPlanned(ids).apply(tx)
    return tx


def done(tx, identity):
    found = tx.project.get(Task, identity)
    return found.actual_start, found.actual_finish, found.percent_complete


@RULES
def test_what_was_to_be_finished_is_and_what_follows_is_under_way(rule):
    # A on Monday; B, four days, from Tuesday: one of four is done by Tuesday evening.
    tx = on_track(task("A"), task("B", 4), link("A>B"), progress_rule=rule)
    assert done(tx, "A") == (at("06-01 08:00"), at("06-01 17:00"), 100)
    assert done(tx, "B") == (at("06-02 08:00"), None, 25)
    assert tx.project.get(Task, "B").duration == 4 * DAY
    plan = schedule(tx.project)
    assert span(plan, "A") == "06-01 08:00 - 06-01 17:00"
    assert span(plan, "B") == "06-02 08:00 - 06-05 17:00"


@RULES
def test_a_milestone_that_was_to_be_reached_is(rule):
    tx = on_track(task("A", 2), task("M", 0, milestone=True), link("A>M"), progress_rule=rule)
    assert done(tx, "M") == (at("06-02 17:00"), at("06-02 17:00"), 100)


@RULES
def test_a_part_that_is_no_whole_per_cent_keeps_its_minutes(rule):
    # Two days of seven: 28.57 per cent; five days remain, to Tuesday 06-09.
    tx = on_track(task("A", 7), progress_rule=rule)
    assert done(tx, "A")[2] == 29
    assert tx.project.get(Task, "A").remaining_duration == 5 * DAY
    assert span(schedule(tx.project), "A") == "06-01 08:00 - 06-09 17:00"


def test_work_under_way_comes_up_to_the_date_and_what_is_ahead_stays():
    behind = task("B", 4, actual_start=at("06-01 08:00"), percent_complete=25)
    ahead = task("A", 4, actual_start=at("06-01 08:00"), percent_complete=75)
    tx = on_track(behind, ahead, progress_rule="as_planned")
    assert done(tx, "B") == (at("06-01 08:00"), None, 50)
    assert [change.id for change in tx.changes()] == ["B"]


def test_what_lies_later_is_inactive_or_done_stays():
    finished = task("D", actual_start=at("06-01 08:00"), actual_finish=at("06-01 17:00"), percent_complete=100)
    later = task("L", constraint="snet", constraint_date=at("06-03 08:00"))
    tx = on_track(finished, later, task("I", active=False), task("E", level_of_effort=True), task("A"))
    assert [change.id for change in tx.changes()] == ["A"]


def test_chosen_tasks_with_what_lies_within_them():
    tx = on_track(task("S"), task("A", parent="S"), task("B"), ids=("S",))
    assert [change.id for change in tx.changes()] == ["A"]


@pytest.mark.parametrize(("code", "profile"), [("no_status_date", {"status_date": None}), ("nothing_behind", {})])
def test_refusals(code, profile):
    with pytest.raises(Rejected) as refused:
        on_track(task("A", constraint="snet", constraint_date=at("06-08 08:00")), **profile)
    assert refused.value.code == code


def test_a_task_that_is_gone_is_refused():
    with pytest.raises(Rejected) as refused:
        on_track(task("A"), ids=("B",))
    assert refused.value.code == "gone"
