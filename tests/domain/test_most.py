"""What is to be done at once only if it is little: how much is found out on the way, and then nothing has been done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.domain.changes import ChangeSet, Large, Most
from desktop.domain.commands.plan import AddTask, IndentTasks, SetDuration
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.session import MemoryStore, Session
from tests.plans import snapshot

CHAIN = 30
MONDAY = dt.datetime(2026, 6, 1, 8)


def plan() -> Project:
    """A chain c0 → c1 → …, each a day long, and a task of a year beside it, so that the chain has float."""
    records = [
        ProjectProfile(id="p", number=1, name="P", start=MONDAY),
        *(Task(id=f"c{at}", number=at + 1, name=f"C{at}", rank=1000 * (at + 1), duration=480) for at in range(CHAIN)),
        Task(id="long", number=CHAIN + 1, name="Long", rank=1000 * (CHAIN + 1), duration=250 * 480),
        Task(id="free", number=CHAIN + 2, name="Free", rank=1000 * (CHAIN + 2), duration=480),
        *(
            Dependency(id=f"d{at}", number=at, predecessor=f"c{at - 1}", successor=f"c{at}")
            for at in range(1, CHAIN)
        ),
    ]  # fmt: skip
    return Project(records)  # type: ignore[arg-type]


@pytest.fixture
def session() -> Session:
    return Session(plan())


def refuses(session: Session, rows: int, step: Callable[[Most], object]) -> bool:
    """Whether ``step`` is too large for so many rows; then everything is as it was."""
    before, dates, steps = snapshot(session.project), session.schedule, list(session.undo_steps)
    try:
        step(Most(records=400, rows=rows))
    except Large:
        assert snapshot(session.project) == before and session.schedule is dates and session.undo_steps == steps
        return True
    return False


def test_one_record_from_which_many_dates_follow(session: Session) -> None:
    first = SetDuration(("c0",), 960, "d", False)
    assert refuses(session, CHAIN - 1, lambda most: session.execute(first, most=most))
    assert not refuses(session, CHAIN, lambda most: session.execute(first, most=most))
    assert session.schedule.of("c2").start == MONDAY + dt.timedelta(days=3)
    assert refuses(session, CHAIN - 1, lambda most: session.undo(most=most))
    assert not refuses(session, CHAIN, lambda most: session.undo(most=most))
    assert session.schedule.of("c2").start == MONDAY + dt.timedelta(days=2)


def test_one_from_which_few_follow(session: Session) -> None:
    late = SetDuration((f"c{CHAIN - 2}",), 960, "d", False)
    assert refuses(session, 1, lambda most: session.execute(late, most=most))
    # The task and what follows it forward, and backward what their float goes back to.
    assert not refuses(session, CHAIN, lambda most: session.execute(late, most=most))


def test_every_late_date_follows_from_the_end_of_the_project(session: Session) -> None:
    longer = SetDuration(("long",), 260 * 480, "d", False)
    assert refuses(session, CHAIN + 1, lambda most: session.execute(longer, most=most))
    assert not refuses(session, CHAIN + 2, lambda most: session.execute(longer, most=most))


def test_links_that_are_read_again(session: Session) -> None:
    """A link of a summary is one of everything in it, and inactive tasks lead nowhere: then all links are read."""
    session.execute(SetFields("task", ("long",), {"active": False}))
    session.execute(SetFields("task", ("free",), {"rank": 1500}))
    inside = IndentTasks(("free",))
    assert refuses(session, CHAIN + 1, lambda most: session.execute(inside, most=most))
    assert not refuses(session, CHAIN + 2, lambda most: session.execute(inside, most=most))
    assert session.project.get(Task, "free").parent == "c0"


def test_an_outline_that_is_compiled_again(session: Session) -> None:
    """So is a task more, from which no other date follows: that takes a quarter of the time of calculating all."""
    added, rows = AddTask("New", "free"), CHAIN + 2
    assert refuses(session, rows // 4 - 1, lambda most: session.execute(added, most=most))
    assert not refuses(session, rows // 4, lambda most: session.execute(added, most=most))
    assert refuses(session, rows // 4 - 1, lambda most: session.undo(most=most))


@pytest.mark.parametrize("fields", [{"start": MONDAY + dt.timedelta(days=7)}, {"critical_rule": "longest_path"}])
def test_what_counts_for_every_row_and_what_for_none(session: Session, fields: dict[str, object]) -> None:
    whole = SetFields("project", ("p",), fields)
    assert refuses(session, CHAIN + 1, lambda most: session.execute(whole, most=most._replace(records=10**6)))
    assert not refuses(session, CHAIN + 2, lambda most: session.execute(whole, most=most._replace(records=10**6)))
    named = SetFields("task", ("c0",), {"name": "Another"})
    assert not refuses(session, 0, lambda most: session.execute(named, most=most))


def test_without_a_limit_nothing_is_too_large() -> None:
    project = plan()
    before = schedule(project)
    session = Session(project)
    session.execute(SetDuration(("c0",), 960, "d", False))
    assert schedule(project, before, session.undo_steps[-1].changes).finish == session.schedule.finish


def test_what_takes_long_to_store_is_not_stored_at_once() -> None:
    class Slow(MemoryStore):
        def __init__(self) -> None:
            self.kept: list[ChangeSet] = []

        def commit(self, changes: ChangeSet) -> None:
            self.kept.append(changes)

        def takes_long(self, changes: ChangeSet) -> bool:
            return len(changes.changes) > 1

    store = Slow()
    session = Session(plan(), store)
    two = SetFields("task", ("c0", "c1"), {"name": "x"})
    assert refuses(session, 100, lambda most: session.execute(two, most=most)) and not store.kept
    assert not refuses(session, 100, lambda most: session.execute(SetFields("task", ("c0",), {"name": "y"}), most=most))
    session.execute(two)  # where nobody waits it is simply done
    assert [len(step.changes) for step in store.kept] == [1, 2]
    assert refuses(session, 100, lambda most: session.undo(most=most)) and len(store.kept) == 2
