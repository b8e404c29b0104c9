"""Resources put on a task one by one, taken away and replaced; by the rules of the type of the task."""

from __future__ import annotations

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.plan import Assignment, Task
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import Share
from desktop.domain.session import Session
from tests.plans import DAY, session_of, snapshot

ANNA, BO = Share("Anna", 100, "anna"), Share("Bo", 50, "bo")


@pytest.fixture
def session() -> Session:
    made = session_of()
    made.execute(AddRecord("resource", {"id": "bo", "name": "Bo"}))
    return made


def on(session: Session, task: str) -> dict[str, int]:
    return {one.resource: one.units for one in session.project.assignments(task)}


def test_whoever_is_on_a_task_stays_when_somebody_joins(session: Session) -> None:
    session.execute(commands.AddToTask("plan", (ANNA,)))
    (first,) = session.project.assignments("plan")
    session.execute(SetFields("assignment", (first.id,), {"delay": DAY}))
    session.execute(commands.AddToTask("plan", (BO,)))
    assert on(session, "plan") == {"anna": 100, "bo": 50}
    assert session.project.get(Assignment, first.id).delay == DAY


def test_nobody_is_put_on_a_task_twice(session: Session) -> None:
    session.execute(commands.AddToTask("plan", (ANNA,)))
    with pytest.raises(Rejected) as refusal:
        session.execute(commands.AddToTask("plan", (ANNA,)))
    assert refusal.value.code == "already_assigned"
    assert refusal.value.facts == {"resource": "Anna", "task": "Floor plan"}


def test_somebody_new_joins_where_that_was_confirmed(session: Session) -> None:
    with pytest.raises(Rejected) as refusal:
        session.execute(commands.AddToTask("plan", (Share("Cy"),)))
    assert refusal.value.code == "unknown_resources"
    session.execute(commands.AddToTask("plan", (Share("Cy"),), create=True))
    (made,) = session.project.assignments("plan")
    assert session.project.rows("resource")[made.resource].name_text == "Cy"


def test_who_leaves_an_effort_driven_task_leaves_the_work_to_the_others(session: Session) -> None:
    session.execute(commands.AddToTask("plan", (ANNA, Share("Bo", 100, "bo"))))
    session.execute(SetFields("task", ("plan",), {"work": 10 * DAY, "effort_driven": True}))
    assert session.project.get(Task, "plan").duration == 5 * DAY
    bos = next(one for one in session.project.assignments("plan") if one.resource == "bo")
    session.execute(commands.TakeFromTask(bos.id))
    assert on(session, "plan") == {"anna": 100}
    assert [one.work for one in session.project.assignments("plan")] == [10 * DAY]
    assert session.project.get(Task, "plan").duration == 10 * DAY


def test_whoever_replaces_somebody_takes_over_work_and_delay(session: Session) -> None:
    session.execute(commands.AddToTask("plan", (ANNA,)))
    (one,) = session.project.assignments("plan")
    session.execute(SetFields("assignment", (one.id,), {"work": 3 * DAY, "delay": DAY, "contour": "bell"}))
    before = session.project.get(Assignment, one.id)
    session.execute(commands.ReplaceResource(one.id, "bo"))
    after = session.project.get(Assignment, one.id)
    assert (after.resource, after.work, after.delay, after.contour) == ("bo", before.work, DAY, "bell")
    session.execute(commands.AddToTask("plan", (ANNA,)))
    state = snapshot(session.project)
    with pytest.raises(Rejected) as refusal:
        session.execute(commands.ReplaceResource(one.id, "anna"))
    assert refusal.value.code == "already_assigned"
    assert snapshot(session.project) == state


def test_of_somebody_who_is_named_twice_one_is_taken_away(session: Session) -> None:
    session.execute(commands.AddToTask("plan", (ANNA,)))
    session.execute(AddRecord("assignment", {"id": "again", "task": "plan", "resource": "anna", "units": 20}))
    session.execute(commands.TakeFromTask("again"))
    assert on(session, "plan") == {"anna": 100}
