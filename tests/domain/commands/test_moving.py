"""Several tasks moved or stretched together."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from tests.plans import DAY, session_of, snapshot

WEEK = dt.timedelta(days=7)


@pytest.fixture
def session() -> Session:
    return session_of()


def on(month: int, day: int, hour: int = 8) -> dt.datetime:
    return dt.datetime(2026, month, day, hour)


def task(session: Session, identity: str) -> Task:
    return session.project.get(Task, identity)


def start(session: Session, identity: str) -> dt.datetime:
    return session.schedule.of(identity).start


def test_what_follows_another_of_them_comes_along_without_a_constraint(session: Session) -> None:
    before = snapshot(session.project)
    session.execute(commands.MoveDates(("plan", "light", "offers", "pack"), WEEK))
    held = {one: task(session, one).constraint for one in ("plan", "light", "offers", "pack", "drive")}
    assert held == {"plan": "snet", "light": "asap", "offers": "asap", "pack": "asap", "drive": "asap"}
    # The floor plan began on Thursday 06-04, lighting and offers on 06-11, packing on Wednesday 06-17.
    assert start(session, "plan") == on(6, 11)
    assert start(session, "light") == start(session, "offers") == on(6, 18)
    assert start(session, "pack") == on(6, 24)
    assert len(session.undo_steps) == 1
    session.undo()
    assert snapshot(session.project) == before


def test_a_summary_takes_everything_below_along(session: Session) -> None:
    session.execute(commands.MoveDates(("design",), WEEK))
    assert task(session, "design").constraint == "asap"
    assert start(session, "design") == start(session, "plan") == on(6, 11)
    session.execute(commands.MoveDates(("brief", "survey"), WEEK))  # said twice, moved once
    assert start(session, "survey") == on(6, 8)
    assert start(session, "wishes") == on(6, 8)
    assert task(session, "agreed").constraint == "asap"


def test_what_has_begun_stays(session: Session) -> None:
    session.execute(commands.SetProgress(("survey",), 30))
    session.execute(commands.MoveDates(("survey", "wishes"), WEEK))
    assert start(session, "survey") == on(6, 1)
    assert start(session, "wishes") == on(6, 8)
    with pytest.raises(Rejected, match="all_begun"):
        session.execute(commands.MoveDates(("survey",), WEEK))


def test_a_date_that_was_set_moves_along_even_where_a_link_holds_the_task(session: Session) -> None:
    session.execute(commands.MoveTask("light", on(6, 11)))  # where its link holds it anyway
    session.execute(commands.MoveDates(("plan", "light"), WEEK))
    assert task(session, "light").constraint_date == on(6, 18)
    session.execute(commands.MoveDates(("plan", "light"), -WEEK))
    assert start(session, "light") == on(6, 11)


def test_they_are_held_as_asked(session: Session) -> None:
    session.execute(commands.MoveDates(("plan", "light"), WEEK, commands.PIN))
    assert (task(session, "plan").constraint, task(session, "plan").pinned) == ("mso", True)
    assert task(session, "light").constraint == "asap"


def test_tasks_grow_and_shrink_together_down_to_nothing(session: Session) -> None:
    session.execute(commands.StretchTasks(("plan", "light"), DAY))
    assert (task(session, "plan").duration, task(session, "light").duration) == (6 * DAY, 3 * DAY)
    session.execute(commands.StretchTasks(("plan", "light"), -2 * DAY))
    assert (task(session, "plan").duration, task(session, "light").duration) == (4 * DAY, DAY)
    with pytest.raises(Rejected, match="shortest"):
        session.execute(commands.StretchTasks(("plan", "light"), -DAY))
    assert task(session, "plan").duration == 4 * DAY
    with pytest.raises(Rejected, match="summary_is_derived"):
        session.execute(commands.StretchTasks(("design",), DAY))
