"""The ends of a link can be changed; several edits are one step or none."""

from __future__ import annotations

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.together import Together, together
from desktop.domain.plan import Dependency, Task
from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from tests.plans import DAY, session_of, snapshot


@pytest.fixture
def session() -> Session:
    return session_of()


def test_a_link_is_joined_to_another_task_and_keeps_type_and_lag(session: Session) -> None:
    session.execute(commands.SetLink("plan-light", "SS", DAY))
    session.execute(commands.RejoinLink("plan-light", "survey", "light"))
    link = session.project.get(Dependency, "plan-light")
    assert (link.predecessor, link.successor, link.type, link.lag) == ("survey", "light", "SS", DAY)


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        (("light", "light"), "self_link"),
        (("design", "light"), "own_summary"),
        (("plan", "offers"), "duplicate_link"),
        (("open", "plan"), "cycle"),
        (("nobody", "light"), "gone"),
    ],
)
def test_ends_that_cannot_mean_anything_are_refused(session: Session, ends: tuple[str, str], code: str) -> None:
    before = snapshot(session.project)
    with pytest.raises(Rejected) as refusal:
        session.execute(commands.RejoinLink("plan-light", *ends))
    assert refusal.value.code == code
    assert snapshot(session.project) == before


def test_edits_together_are_one_step_under_the_name_of_the_first(session: Session) -> None:
    before = snapshot(session.project)
    both = together([commands.SetDuration(("plan",), DAY), commands.SetDuration(("light",), DAY)])
    assert both is not None
    done = session.execute(both)
    assert done is not None and (done.label, done.facts["name"]) == ("Change duration of {name}", "Floor plan")
    assert [session.project.get(Task, one).duration for one in ("plan", "light")] == [DAY, DAY]
    session.undo()
    assert snapshot(session.project) == before


def test_where_one_of_them_is_refused_none_is_made(session: Session) -> None:
    before = snapshot(session.project)
    with pytest.raises(Rejected):
        session.execute(Together((commands.SetDuration(("plan",), DAY), commands.SetDuration(("design",), DAY))))
    assert snapshot(session.project) == before


def test_of_one_edit_nothing_is_made_but_itself() -> None:
    one = commands.SetDuration(("plan",), DAY)
    assert together([one]) is one
    assert together([]) is None
