"""Unfinished work behind the status date; dates are counted by hand on the calendar of June 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan import RescheduleUnfinished
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import at, link, project, span, task

TUESDAY = dt.date(2026, 6, 2)
"""What is not done by its evening goes on on Wednesday."""


def rescheduled(*records, ids=(), **profile):
    whole = project(*records, **{"status_date": TUESDAY, "progress_rule": "as_planned"} | profile)
    tx = Transaction(whole, now=at("06-03 12:00"), author="Test", schedule=schedule(whole))
    RescheduleUnfinished(ids).apply(tx)
    return tx


def test_what_has_not_begun_starts_no_earlier_and_what_follows_gets_no_date():
    tx = rescheduled(task("A"), task("B"), link("A>B"))
    assert span(schedule(tx.project), "A") == "06-03 08:00 - 06-03 17:00"
    assert span(schedule(tx.project), "B") == "06-04 08:00 - 06-04 17:00"
    first, second = (tx.project.get(Task, identity) for identity in "AB")
    assert (first.constraint, first.constraint_date) == ("snet", at("06-03 08:00"))
    assert (second.constraint, second.constraint_date) == ("asap", None)


def test_work_in_progress_is_interrupted_and_keeps_what_was_done():
    # One day of four was done on Monday; three remain from Wednesday: Wednesday to Friday.
    tx = rescheduled(task("A", 4, actual_start=at("06-01 08:00"), percent_complete=25))
    plan, made = schedule(tx.project), tx.project.get(Task, "A")
    assert (made.stop, made.resume) == (at("06-01 17:00"), at("06-03 08:00"))
    assert (made.actual_start, made.percent_complete, made.duration) == (at("06-01 08:00"), 25, 4 * 480)
    assert span(plan, "A") == "06-01 08:00 - 06-05 17:00"
    assert len(plan.parts("A")) == 2


def test_what_is_done_kept_or_later_stays():
    done = task("D", actual_start=at("06-01 08:00"), actual_finish=at("06-01 17:00"), percent_complete=100)
    kept = task("K", constraint="mso", constraint_date=at("06-02 08:00"), pinned=True)
    later = task("L", constraint="snet", constraint_date=at("06-08 08:00"))
    tx = rescheduled(done, kept, later, task("A"))
    assert [change.id for change in tx.changes()] == ["A"]


def test_chosen_tasks_with_what_lies_within_them():
    tx = rescheduled(task("S"), task("A", parent="S"), task("B"), ids=("S",))
    assert [change.id for change in tx.changes()] == ["A"]


@pytest.mark.parametrize(
    ("code", "profile"), [("no_status_date", {"status_date": None}), ("nothing_to_reschedule", {})]
)
def test_refusals(code, profile):
    with pytest.raises(Rejected) as refused:
        rescheduled(task("A", constraint="snet", constraint_date=at("06-08 08:00")), **profile)
    assert refused.value.code == code


def test_a_task_that_is_gone_is_refused():
    with pytest.raises(Rejected) as refusal:
        rescheduled(task("A"), ids=("B",))
    assert refusal.value.code == "gone"
