"""Several tasks moved or stretched together."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import to_datetime
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


def test_a_task_that_must_finish_on_a_date_keeps_its_start_when_it_is_stretched(session: Session) -> None:
    """By key as by dragging the finish: the date that is kept moves along."""
    session.execute(commands.MoveTask("light", on(6, 15)))
    session.execute(
        SetFields("task", ("light",), {"constraint": "mfo", "constraint_date": on(6, 16, 17)})  # Monday to Tuesday
    )
    assert start(session, "light") == on(6, 15)
    session.execute(commands.StretchTasks(("light",), DAY))
    assert (start(session, "light"), session.schedule.of("light").finish) == (on(6, 15), on(6, 17, 17))
    assert task(session, "light").constraint_date == on(6, 17, 17)
    by_key = session.schedule.of("light")
    session.undo()
    session.execute(commands.ResizeTask("light", finish=on(6, 17, 17)))
    assert session.schedule.of("light") == by_key
    session.execute(commands.StretchTasks(("light",), -2 * DAY))
    assert (start(session, "light"), session.schedule.of("light").finish) == (on(6, 15), on(6, 15, 17))


def split(session: Session) -> Session:
    """The floor plan: Thursday and Friday, and after two working days Wednesday to Friday."""
    session.execute(commands.SplitTask("plan", on(6, 8), 2 * DAY))
    assert [part[0] for part in parts(session)] == [on(6, 4), on(6, 10)]
    return session


def parts(session: Session) -> list[tuple[dt.datetime, dt.datetime]]:
    return [(to_datetime(begin), to_datetime(end)) for begin, end in session.schedule.parts("plan")]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, [((6, 4), (6, 5)), ((6, 10), (6, 15))]),  # over the weekend
        (-1, [((6, 4), (6, 5)), ((6, 10), (6, 11))]),
        (-3, [((6, 4), (6, 5))]),  # all of the last part: the gap is no work
        (-4, [((6, 4), (6, 4))]),
    ],
)
def test_a_split_task_is_stretched_at_its_end(
    session: Session, days: int, expected: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    split(session)
    before = snapshot(session.project)
    session.execute(commands.StretchTasks(("plan",), days * DAY))
    assert parts(session) == [(on(*begin), on(*end, 17)) for begin, end in expected]
    assert task(session, "plan").duration == (5 + days) * DAY
    assert bool(task(session, "plan").splits) == (len(expected) > 1)
    session.undo()
    assert snapshot(session.project) == before
    with pytest.raises(Rejected, match="shortest"):
        session.execute(commands.StretchTasks(("plan",), -5 * DAY))


def test_the_finish_of_a_split_task_that_must_finish_on_a_date_takes_that_along(session: Session) -> None:
    split(session)
    session.execute(SetFields("task", ("plan",), {"constraint": "mfo", "constraint_date": on(6, 12, 17)}))
    assert start(session, "plan") == on(6, 4)
    session.execute(commands.ResizeTask("plan", finish=on(6, 15, 17)))
    assert parts(session) == [(on(6, 4), on(6, 5, 17)), (on(6, 10), on(6, 15, 17))]
    session.undo()
    session.execute(commands.StretchTasks(("plan",), DAY))
    assert parts(session) == [(on(6, 4), on(6, 5, 17)), (on(6, 10), on(6, 15, 17))]
