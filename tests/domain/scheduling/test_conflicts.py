"""Dates that what comes before a task does not allow."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.scheduling.conflicts import HAND, Conflict, conflict_of
from desktop.domain.session import Session
from tests.plans import session_of

# "Collect offers", four days, follows the floor plan, which ends on Wednesday 2026-06-10 at 17:00.


def at(day: int, hour: int = 8) -> dt.datetime:
    return dt.datetime(2026, 6, day, hour)


def found(session: Session, task: str = "offers") -> Conflict:
    conflict = conflict_of(session.schedule, task)
    assert conflict is not None
    return conflict


@pytest.mark.parametrize(
    ("kind", "date", "pinned", "allowed"),
    [
        ("snlt", at(9), False, at(11)),
        ("mso", at(8), False, at(11)),
        ("mso", at(8), True, at(11)),
        ("fnlt", at(12, 17), False, at(16, 17)),
        ("mfo", at(12, 17), False, at(16, 17)),
        ("mfo", at(12, 17), True, at(16, 17)),
    ],
)
def test_a_latest_date_before_what_links_allow(
    kind: str, date: dt.datetime, pinned: bool, allowed: dt.datetime
) -> None:
    session = session_of()
    session.execute(SetFields("task", ("offers",), {"constraint": kind, "constraint_date": date, "pinned": pinned}))
    conflict = found(session)
    assert (conflict.kind, conflict.kept, conflict.wanted, conflict.allowed) == (kind, pinned, date, allowed)
    assert conflict.link == "plan-offers"
    assert [task for task, _ in conflict.chain] == ["survey", "agreed", "plan"]
    assert conflict.chain[-1] == ("plan", at(10, 17))


def test_by_hand_and_with_a_finish_to_finish_link() -> None:
    session = session_of()
    session.execute(commands.UnlinkTasks(("plan", "offers")))
    session.execute(commands.AddLink("plan", "offers", "FF", 480))  # finishes a day after it: 06-11, evening
    session.execute(commands.MoveTask("offers", at(4), commands.MANUAL))  # Thursday to Tuesday 06-09
    conflict = found(session)
    assert (conflict.kind, conflict.kept, conflict.wanted) == (HAND, True, at(4))
    assert conflict.allowed == at(8)  # four days that end on Thursday 06-11


@pytest.mark.parametrize(
    ("kind", "date"), [("snlt", at(11)), ("fnlt", at(16, 17)), ("mso", at(11)), ("mfo", at(16, 17)), ("snet", at(1))]
)
def test_a_date_that_is_kept_is_none(kind: str, date: dt.datetime) -> None:
    session = session_of()
    session.execute(SetFields("task", ("offers",), {"constraint": kind, "constraint_date": date}))
    assert conflict_of(session.schedule, "offers") is None


def test_work_that_has_begun_and_summaries_have_none() -> None:
    session = session_of()
    session.execute(SetFields("task", ("offers",), {"constraint": "mso", "constraint_date": at(8)}))
    session.execute(SetFields("task", ("offers",), {"actual_start": at(9)}))
    assert conflict_of(session.schedule, "offers") is None
    assert conflict_of(session.schedule, "design") is None


def test_a_duration_that_is_too_long_from_the_project_start_has_no_link() -> None:
    session = session_of()
    session.execute(SetFields("task", ("survey",), {"constraint": "fnlt", "constraint_date": at(2, 17)}))
    conflict = found(session, "survey")
    assert (conflict.link, conflict.chain, conflict.allowed) == ("", (), at(3, 17))
