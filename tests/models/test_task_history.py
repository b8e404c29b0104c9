"""What steps did to one task, in words: its own fields, its links, its assignments, what is linked with it."""

from __future__ import annotations

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import AddRecord, Relate, SetFields
from desktop.domain.resource_names import Share
from desktop.domain.session import Session
from desktop.i18n import CHINESE, ENGLISH, catalog
from desktop.models.task_history import Deed, deed
from tests.plans import DAY, session_of

WORDS = catalog(ENGLISH)


def last(session: Session, task: str) -> Deed | None:
    return deed(session.project, task, session.undo_steps[-1], WORDS)


def details(session: Session, task: str) -> tuple[str, ...]:
    found = last(session, task)
    return found.details if found is not None else ()


def test_fields_are_told_from_what_to_what() -> None:
    session = session_of()
    session.execute(commands.SetDuration(("plan",), 3 * DAY))
    found = last(session, "plan")
    assert found is not None
    assert (found.step, found.author) == ("Change duration of Floor plan", "test")
    assert found.details == ("Duration: 5d → 3d",)
    assert last(session, "light") is None
    session.execute(SetFields("task", ("plan",), {"deliverable": "Drawing"}))
    assert details(session, "plan") == ("Deliverable: – → Drawing",)


def test_links_are_told_from_both_ends() -> None:
    session = session_of()
    session.execute(commands.AddLink("survey", "light", "SS", DAY))
    assert details(session, "light") == ("Predecessor “Survey the old office” SS 1d: added",)
    assert details(session, "survey") == ("Successor “Lighting” SS 1d: added",)
    session.execute(commands.SetLink("plan-light", "FF"))
    assert details(session, "light") == ("Predecessor “Floor plan” FS → Predecessor “Floor plan” FF",)
    session.execute(commands.RejoinLink("plan-light", "wishes", "light"))
    assert details(session, "plan") == ("Successor “Lighting” FF: removed",)
    session.execute(commands.UnlinkTasks(("light",)))
    assert len(details(session, "light")) == 2
    assert details(session, "plan") == ()


def test_assignments_and_what_is_linked_are_told_by_name() -> None:
    session = session_of()
    session.execute(commands.AddToTask("plan", (Share("Anna", 100, "anna"),)))
    assert details(session, "plan") == ("Anna: added",)
    (one,) = session.project.assignments("plan")
    session.execute(SetFields("assignment", (one.id,), {"units": 50}))
    assert details(session, "plan") == ("Anna, Units: 100% → 50%",)
    session.execute(AddRecord("risk", {"id": "r", "event": "Ice"}))
    session.execute(Relate("task/plan", "risk/r"))
    assert details(session, "plan") == ("Risk R-001 Ice: linked",)
    session.execute(SetFields("risk", ("r",), {"event": "Fog"}))
    assert last(session, "plan") is None  # that is the history of the risk
    session.execute(Relate("task/plan", "risk/r", linked=False))
    assert details(session, "plan") == ("Risk R-001 Fog: no longer linked",)


def test_coming_going_and_taking_back() -> None:
    session = session_of()
    session.execute(commands.AddTask("Clean", "plan", fields={"id": "clean"}))
    assert details(session, "clean") == ("Clean: added",)
    session.execute(commands.DeleteTasks(("clean",)))
    assert details(session, "clean") == ("Clean: removed",)
    undone = session.undo()
    found = deed(session.project, "clean", undone, WORDS)
    assert found is not None and found.step.startswith("Undone: ") and found.details == ("Clean: added",)


def test_names_that_people_gave_are_never_translated() -> None:
    session = session_of()
    session.execute(SetFields("task", ("design",), {"notes": "Draft"}))  # “Design” is a word of the program as well
    found = deed(session.project, "design", session.undo_steps[-1], catalog(CHINESE))
    assert found is not None and "Design" in found.step and found.details == ("备注：– → Draft",)
