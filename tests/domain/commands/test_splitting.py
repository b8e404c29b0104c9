"""Splitting tasks, moving their parts, joining them again."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import to_datetime
from desktop.domain.session import Session
from tests.plans import DAY, session_of, snapshot


@pytest.fixture
def session() -> Session:
    return session_of()


def on(month: int, day: int, hour: int = 8) -> dt.datetime:
    return dt.datetime(2026, month, day, hour)


def parts(session: Session, identity: str) -> list[str]:
    found = session.schedule.parts(identity)
    return [f"{to_datetime(a):%m-%d %H} – {to_datetime(b):%m-%d %H}" for a, b in found]


def task(session: Session, identity: str) -> Task:
    return session.project.get(Task, identity)


def refused(session: Session, command: object) -> str:
    before = snapshot(session.project)
    with pytest.raises(Rejected) as found:
        session.execute(command)  # type: ignore[arg-type]
    assert snapshot(session.project) == before
    return found.value.code


# The floor plan takes five days, from Thursday 06-04 to Wednesday 06-10.


def test_a_split_task_comes_later_by_the_gap_and_its_duration_stays(session: Session) -> None:
    before = snapshot(session.project)
    session.execute(commands.SplitTask("plan", on(6, 8), 2 * DAY))
    assert parts(session, "plan") == ["06-04 08 – 06-05 17", "06-10 08 – 06-12 17"]
    assert task(session, "plan").duration == session.schedule.of("plan").duration == 5 * DAY
    assert session.schedule.of("light").start == on(6, 15)  # the successor waits for the last part
    session.undo()
    assert snapshot(session.project) == before


def test_a_part_is_split_again_and_everything_moves_as_a_pattern(session: Session) -> None:
    session.execute(commands.SplitTask("plan", on(6, 8), DAY))
    session.execute(commands.SplitTask("plan", on(6, 10), DAY))
    assert parts(session, "plan") == ["06-04 08 – 06-05 17", "06-09 08 – 06-09 17", "06-11 08 – 06-12 17"]
    session.execute(commands.MoveTask("plan", on(6, 8)))
    assert parts(session, "plan") == ["06-08 08 – 06-09 17", "06-11 08 – 06-11 17", "06-15 08 – 06-16 17"]


def test_a_part_moves_and_takes_the_later_ones_along(session: Session) -> None:
    session.execute(commands.SplitTask("plan", on(6, 8), DAY))
    session.execute(commands.SplitTask("plan", on(6, 10), DAY))
    session.execute(commands.PutPart("plan", 1, start=on(6, 10)))
    assert parts(session, "plan") == ["06-04 08 – 06-05 17", "06-10 08 – 06-10 17", "06-12 08 – 06-15 17"]
    assert task(session, "plan").duration == 5 * DAY


def test_parts_that_meet_are_one_again(session: Session) -> None:
    session.execute(commands.SplitTask("plan", on(6, 8), 2 * DAY))
    session.execute(commands.PutPart("plan", 1, start=on(6, 3)))  # beyond the part before: it stops there
    assert parts(session, "plan") == ["06-04 08 – 06-10 17"]
    assert task(session, "plan").splits == ()
    assert task(session, "plan").duration == 5 * DAY


def test_a_part_becomes_longer_and_shorter(session: Session) -> None:
    session.execute(commands.SplitTask("plan", on(6, 8), 2 * DAY))
    session.execute(commands.PutPart("plan", 0, finish=on(6, 8, 17)))  # a day longer: the rest keeps its distance
    assert parts(session, "plan") == ["06-04 08 – 06-08 17", "06-11 08 – 06-15 17"]
    assert task(session, "plan").duration == 6 * DAY
    session.execute(commands.PutPart("plan", 1, start=on(6, 12), finish=on(6, 15, 17)))
    assert parts(session, "plan") == ["06-04 08 – 06-08 17", "06-12 08 – 06-15 17"]
    assert task(session, "plan").duration == 5 * DAY
    assert refused(session, commands.PutPart("plan", 1, finish=on(6, 11))) == "finish_before_start"


def test_the_ends_of_a_split_task_do_not_count_the_gap_as_work(session: Session) -> None:
    session.execute(commands.SplitTask("plan", on(6, 8), 2 * DAY))  # to Friday 06-12
    session.execute(commands.ResizeTask("plan", finish=on(6, 15, 17)))
    assert (task(session, "plan").duration, session.schedule.of("plan").finish) == (6 * DAY, on(6, 15, 17))
    session.execute(commands.ResizeTask("plan", start=on(6, 5)))
    assert parts(session, "plan") == ["06-05 08 – 06-05 17", "06-10 08 – 06-15 17"]
    session.execute(commands.ResizeTask("plan", finish=on(6, 5, 12), hold=commands.FINISH_ON))
    assert parts(session, "plan") == ["06-05 08 – 06-05 12"]
    assert (task(session, "plan").duration, task(session, "plan").splits) == (240, ())
    assert (task(session, "plan").constraint, task(session, "plan").constraint_date) == ("mfo", on(6, 5, 12))


def test_joining_takes_the_gaps_away(session: Session) -> None:
    session.execute(commands.SplitTask("plan", on(6, 8), DAY))
    session.execute(commands.SplitTask("plan", on(6, 10), DAY))
    session.execute(commands.JoinParts(("light", "plan")))
    assert parts(session, "plan") == ["06-04 08 – 06-10 17"]
    assert refused(session, commands.JoinParts(("light", "plan"))) == "not_split"


def test_what_cannot_be_split(session: Session) -> None:
    assert refused(session, commands.SplitTask("plan", on(6, 4), DAY)) == "cut_outside"
    assert refused(session, commands.SplitTask("plan", on(6, 11), DAY)) == "cut_outside"
    assert refused(session, commands.SplitTask("open", on(6, 19, 17), DAY)) == "cut_outside"
    assert refused(session, commands.SplitTask("design", on(6, 8), DAY)) == "summary_is_derived"
    assert refused(session, commands.PutPart("plan", 3, start=on(6, 8))) == "not_split"
    session.execute(commands.SetManual(("light",), True))
    assert refused(session, commands.SplitTask("light", on(6, 12), DAY)) == "whole_by_hand"


def test_what_is_done_stays_and_the_rest_can_be_split(session: Session) -> None:
    session.execute(commands.SetProgress(("plan",), 40))  # Thursday and Friday
    assert refused(session, commands.SplitTask("plan", on(6, 5), DAY)) == "part_done"
    session.execute(commands.SplitTask("plan", on(6, 9), 2 * DAY))
    assert parts(session, "plan") == ["06-04 08 – 06-08 17", "06-11 08 – 06-12 17"]
    assert task(session, "plan").percent_complete == 40
    session.execute(commands.SetProgress(("plan",), 100))
    assert refused(session, commands.PutPart("plan", 1, start=on(6, 15))) == "part_done"


def test_a_finish_that_must_be_kept_moves_along_with_the_gap(session: Session) -> None:
    session.execute(commands.SplitTask("plan", on(6, 8), 2 * DAY))
    session.execute(commands.ResizeTask("plan", finish=on(6, 15, 17), hold=commands.FINISH_ON))
    session.execute(commands.MoveTask("plan", on(6, 5)))
    assert task(session, "plan").constraint_date == on(6, 16, 17)
    assert parts(session, "plan") == ["06-05 08 – 06-08 17", "06-11 08 – 06-16 17"]
