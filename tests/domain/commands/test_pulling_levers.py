"""A change that was found to bring a task forward, carried out: it gains what was measured."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.plan.levers import PullLever
from desktop.domain.commands.records import SetFields
from desktop.domain.scheduling.levers import levers
from desktop.domain.session import Session
from tests.plans import DAY, session_of, snapshot


def held_everywhere() -> Session:
    """The office move with a lag, a date constraint, a task planned by hand and one in progress."""
    session = session_of()
    session.execute(commands.SetLink("plan-offers", "FS", 2 * DAY))
    session.execute(commands.MoveTask("pack", dt.datetime(2026, 7, 1, 8)))
    session.execute(commands.SetManual(("drive",), True))
    session.execute(commands.MoveTask("drive", dt.datetime(2026, 7, 20, 8)))
    session.execute(SetFields("task", ("survey",), {"percent_complete": 20}))
    return session


def test_each_change_gains_what_was_measured() -> None:
    session = held_everywhere()
    found = [lever for task in ("offers", "pack", "open") for lever in levers(session.schedule, session.project, task)]
    assert {"shorten", "lag", "constraint", "manual"} <= {lever.code for lever in found}
    for task in ("offers", "pack", "open"):
        for lever in levers(session.schedule, session.project, task):
            before, state = session.schedule, snapshot(session.project)
            session.execute(PullLever(lever))
            clock = before.calendar(task)
            gain = clock.between(session.schedule.finish_minutes(task), before.finish_minutes(task))
            assert gain == lever.gain, lever
            session.undo()
            assert snapshot(session.project) == state


def test_what_was_edited_since_stays() -> None:
    session = session_of()
    lever = next(one for one in levers(session.schedule, session.project, "open") if one.task == "plan")
    session.execute(SetFields("task", ("plan",), {"name": "Plan of the floor"}))
    done = session.execute(PullLever(lever))
    assert done is not None and done.facts["name"] == "Plan of the floor"


def test_what_is_gone_is_refused() -> None:
    session = session_of()
    lever = next(one for one in levers(session.schedule, session.project, "open") if one.task == "plan")
    session.execute(commands.DeleteTasks(("plan",)))
    with pytest.raises(Exception, match="gone"):
        session.execute(PullLever(lever))
