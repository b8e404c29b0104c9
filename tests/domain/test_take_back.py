"""Steps of before are taken back together; what was done since stays."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.commands.plan import AddTask, DeleteTasks, SetDuration
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.commands.take_back import TakeBack, left_of
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from tests.plans import DAY, session_of


def content(project: Project) -> dict[str, dict[str, Any]]:
    """All records, but for who touched them when."""
    kept = {"changed_at": None, "changed_by": ""}
    return {key: {each.id: each.replace(**kept) for each in project.rows(key).values()} for key in project.numbering}


def test_all_of_it_goes_in_one_step() -> None:
    session = session_of()
    before = content(session.project)
    steps = [
        session.execute(SetDuration(("survey",), 9 * DAY)),
        session.execute(AddTask("Visit", fields={"id": "visit"})),
        session.execute(AddRecord("risk", {"id": "r", "event": "Rain", "tasks": ("visit", "pack")})),
        session.execute(DeleteTasks(("light",))),
        session.undo(),
        session.execute(DeleteTasks(("move",))),
    ]
    done = [step for step in steps if step is not None]
    count = len(session.undo_steps)
    session.execute(TakeBack(done, "10:00"))
    assert content(session.project) == before
    assert len(session.undo_steps) == count + 1
    session.undo()
    assert "visit" in session.project.table(Task) and "pack" not in session.project.table(Task)


def test_what_was_changed_since_stays() -> None:
    session = session_of()
    one = session.execute(SetFields("task", ("survey",), {"name": "Look round", "duration": 5 * DAY}))
    two = session.execute(AddTask("Visit", fields={"id": "visit"}))
    three = session.execute(AddTask("Talk", fields={"id": "talk"}))
    assert one and two and three
    session.execute(SetFields("task", ("survey",), {"name": "Walk round"}))
    session.execute(SetFields("task", ("talk",), {"name": "Talk twice"}))
    left = left_of(session.project, (one, two, three))
    assert left.kept == 1, "the talk"
    session.execute(TakeBack((one, two, three), "10:00"))
    survey = session.project.get(Task, "survey")
    assert (survey.name, survey.duration) == ("Walk round", 3 * DAY)
    assert "visit" not in session.project.table(Task)
    assert session.project.get(Task, "talk").name == "Talk twice"


def test_what_came_later_below_a_new_summary_stays_with_it() -> None:
    session = session_of()
    done = session.execute(AddTask("Phase", fields={"id": "phase"}))
    assert done
    session.execute(AddTask("Later", "phase", "child", fields={"id": "later"}))
    assert left_of(session.project, (done,)).back == ()
    with pytest.raises(Rejected, match="nothing_left"):
        session.execute(TakeBack((done,), "10:00"))
    assert "later" in session.project.table(Task)


def test_links_to_what_goes_are_settled() -> None:
    session = session_of()
    done = session.execute(AddTask("Visit", fields={"id": "visit"}))
    assert done
    session.execute(AddRecord("risk", {"id": "r", "event": "Rain", "tasks": ("visit", "pack")}))
    session.execute(TakeBack((done,), "10:00"))
    assert session.project.get(Risk, "r").tasks == ("pack",)


def test_what_was_deleted_comes_back_with_its_links() -> None:
    session = session_of()
    done = session.execute(DeleteTasks(("plan",)))
    assert done and not [each for each in session.project.table(Dependency).values() if "plan" in each.id]
    session.execute(TakeBack((done,), "10:00"))
    assert session.project.get(Task, "plan").name == "Floor plan"
    assert {"agreed-plan", "plan-light", "plan-offers"} <= set(session.project.table(Dependency))


def test_twice_there_is_nothing_left() -> None:
    session = session_of()
    done = session.execute(SetDuration(("survey",), 9 * DAY))
    assert done
    session.execute(TakeBack((done,), "10:00"))
    with pytest.raises(Rejected, match="nothing_left"):
        session.execute(TakeBack((done,), "10:00"))
