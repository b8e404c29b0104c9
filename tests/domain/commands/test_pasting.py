"""Tasks that were copied or cut are put somewhere else, with all that hangs on them."""

from __future__ import annotations

import pytest

from desktop.domain.commands.plan import DeleteTasks
from desktop.domain.commands.plan.kept import Kept
from desktop.domain.commands.plan.pasting import PasteTasks
from desktop.domain.commands.records import DeleteRecords, Relate, SetFields
from desktop.domain.control import Issue
from desktop.domain.plan import Dependency, Task
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from tests.plans import office, session_of, snapshot


def opened(*records: Record) -> Session:
    project = office()
    for record in records:
        project.put(record.info.key, record.id, record)
    return session_of(project)


def cut(session: Session, *ids: str) -> Kept:
    kept = Kept.of(session.project, ids)
    session.execute(DeleteTasks(ids))
    return kept


def test_what_was_cut_is_named_by_the_registers_again() -> None:
    session = opened(
        Risk(id="r", number=1, event="The lift is out of order", tasks=("plan", "light", "pack")),
        Issue(id="i", number=1, problem="No lamps", tasks=("light",)),
        Risk(id="o", number=2, event="Rain", tasks=("pack",)),
    )
    session.execute(Relate("task/light", "risk/o"))
    before = session.project.get(Task, "light")
    kept = cut(session, "light")
    assert session.project.get(Issue, "i").tasks == ()
    session.execute(PasteTasks(kept, "pack", moved=True))
    assert session.project.get(Risk, "r").tasks == ("plan", "light", "pack")
    assert session.project.get(Issue, "i").tasks == ("light",)
    assert session.project.get(Risk, "o").tasks == ("pack",)
    light = session.project.get(Task, "light")
    assert (light.links, light.number, light.created_by) == (("risk/o",), before.number, before.created_by)
    session.undo()
    assert session.project.get(Issue, "i").tasks == ()
    session.redo()
    assert session.project.get(Issue, "i").tasks == ("light",)


def test_what_the_registers_say_since_stays() -> None:
    session = opened(Risk(id="r", number=1, event="Rain", tasks=("plan", "light", "pack")), Risk(id="s", event="Snow",
                     tasks=("light",)))  # fmt: skip
    kept = cut(session, "light")
    session.execute(SetFields("risk", ("r",), {"tasks": ("drive", "pack")}))
    session.execute(DeleteTasks(("open",)))
    session.execute(DeleteRecords("risk", ("s",)))
    session.execute(PasteTasks(kept, "pack", moved=True))
    assert session.project.get(Risk, "r").tasks == ("light", "pack", "drive")
    assert session.project.find(Risk, "s") is None


def test_a_copy_is_not_what_the_registers_mean() -> None:
    session = opened(Risk(id="r", number=1, event="Rain", tasks=("light",)))
    session.execute(Relate("task/light", "risk/r"))
    kept = Kept.of(session.project, ["light"])
    session.execute(PasteTasks(kept, "pack"))
    assert session.project.get(Risk, "r").tasks == ("light",)
    copy = session.project.get(Task, session.project.children("move")[1])
    assert copy.name == "Lighting" and copy.links == ()


def test_what_was_cut_and_put_back_by_undo_is_pasted_as_a_copy() -> None:
    session = opened(Risk(id="r", number=1, event="Rain", tasks=("light",)))
    kept = cut(session, "light")
    session.undo()
    session.execute(PasteTasks(kept, "pack", moved=True))
    assert session.project.get(Risk, "r").tasks == ("light",)
    assert len(session.project.children("move")) == 4


@pytest.mark.parametrize("ends", [("light", "move"), ("move", "light")])
def test_a_task_does_not_come_below_a_summary_that_it_is_linked_with(ends: tuple[str, str]) -> None:
    """As indenting and moving it there are refused: a summary would wait for what it contains."""
    session = opened(Dependency(id="d", number=90, predecessor=ends[0], successor=ends[1]))
    kept = cut(session, "light")
    before = snapshot(session.project)
    for inside, anchor in ((True, "move"), (False, "pack")):
        with pytest.raises(Rejected) as refused:
            session.execute(PasteTasks(kept, anchor, inside, moved=True))
        assert refused.value.code == "linked_summary"
        assert snapshot(session.project) == before
    session.execute(PasteTasks(kept, "plan", moved=True))
    assert session.project.find(Dependency, "d") is not None


def test_a_code_that_was_given_away_meanwhile_is_not_claimed() -> None:
    session = opened()
    session.execute(SetFields("task", ("light",), {"wbs_code": "L"}))
    kept = cut(session, "light")
    session.execute(SetFields("task", ("pack",), {"wbs_code": "l"}))
    session.execute(PasteTasks(kept, "pack", moved=True))
    assert session.project.get(Task, "light").wbs_code == ""
    session.undo()
    session.execute(SetFields("task", ("pack",), {"wbs_code": "P"}))
    session.execute(PasteTasks(kept, "pack", moved=True))
    assert session.project.get(Task, "light").wbs_code == "L"
