"""WBS codes by the mask of a project: counted, unique, frozen and numbered anew."""

from __future__ import annotations

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task, WbsLevel
from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from desktop.domain.wbs import Mask, counted, example
from tests.plans import session_of


def level(kind: str = "number", text: str = "", length: int = 0, separator: str = ".") -> WbsLevel:
    return WbsLevel(kind=kind, text=text, length=length, separator=separator)


def codes(session: Session) -> list[str]:
    return list(session.project.outline.wbs)


@pytest.mark.parametrize(
    ("kind", "number", "length", "text"),
    [
        ("number", 7, 0, "7"), ("number", 7, 3, "007"), ("number", 1234, 3, "1234"),
        ("upper", 1, 0, "A"), ("upper", 26, 0, "Z"), ("upper", 27, 0, "AA"), ("upper", 703, 0, "AAA"),
        ("lower", 28, 0, "ab"), ("upper", 1, 2, "AA"), ("upper", 27, 2, "BA"),
        ("roman", 4, 0, "IV"), ("roman", 1994, 0, "MCMXCIV"),
    ],
)  # fmt: skip
def test_counting(kind: str, number: int, length: int, text: str) -> None:
    assert counted(kind, number, length) == text


def test_no_mask_numbers_as_ever() -> None:
    assert codes(session_of())[:6] == ["1", "1.1", "1.2", "1.3", "2", "2.1"]


def test_a_mask_counts_every_level_in_its_way_and_numbers_below_the_last() -> None:
    session = session_of()
    session.execute(commands.SetWbsCodes("P-", (level("roman", separator="/"), level("number", "WP", 2, "-"))))
    assert codes(session)[:6] == ["P-I", "P-I/WP01", "P-I/WP02", "P-I/WP03", "P-II", "P-II/WP01"]
    session.execute(commands.AddTask("Deeper", "survey", commands.CHILD))
    assert codes(session)[2] == "P-I/WP01-1"
    assert example(Mask("P-", (level(), level("upper")))) == "P-1.A.1"
    session.undo()
    session.undo()
    assert codes(session)[:2] == ["1", "1.1"]


def test_predecessors_are_named_by_such_codes() -> None:
    session = session_of()
    session.execute(commands.SetWbsCodes("P-", (level("upper"), level("number"))))
    from desktop.domain.predecessors import Link, read_predecessors

    assert list(read_predecessors(session.project, "p-a.1FS+1d；P-A.2")) == [Link("survey", "FS", 480), Link("wishes")]


@pytest.mark.parametrize(
    ("prefix", "levels", "code"),
    [
        ("A;", (), "wbs_characters"),
        ("", (level(separator="、"),), "wbs_characters"),
        ("", (level(separator=""),), "wbs_ambiguous"),
        ("", (level("upper", separator=""), level("roman")), "wbs_ambiguous"),
    ],
)
def test_masks_that_cannot_serve_are_refused(prefix: str, levels: tuple[WbsLevel, ...], code: str) -> None:
    session = session_of()
    with pytest.raises(Rejected) as refused:
        session.execute(commands.SetWbsCodes(prefix, levels))
    assert refused.value.code == code
    assert codes(session)[:2] == ["1", "1.1"]


@pytest.mark.parametrize(
    "levels",
    [
        (level("upper", separator=""), level("number")),
        (level(length=2, separator=""), level(length=2)),
        (level(separator=""), level(text="x")),
    ],
)
def test_codes_without_separators_stay_unique(levels: tuple[WbsLevel, ...]) -> None:
    session = session_of()
    session.execute(commands.SetWbsCodes("", levels))
    assert len(set(codes(session))) == len(codes(session))


def test_frozen_codes_stay_with_their_tasks_and_new_tasks_get_free_ones() -> None:
    session = session_of()
    session.execute(commands.FreezeWbsCodes())
    before = {task.id: session.project.wbs(task.id) for task in session.project.table(Task).values()}
    session.execute(commands.MoveTasks(("offers",), "brief", "survey"))
    assert {each: session.project.wbs(each) for each in before} == before
    session.execute(commands.AddTask("New", "survey", commands.BELOW, fields={"id": "new"}))
    assert session.project.wbs("new") not in before.values()
    assert len(set(codes(session))) == len(codes(session))
    # Numbered anew, by the same mask: what was frozen is given up, in one step that can be taken back.
    frozen = codes(session)
    session.execute(commands.SetWbsCodes("", (), renumber=True))
    assert codes(session)[:6] == ["1", "1.1", "1.2", "1.3", "1.4", "1.5"]
    session.undo()
    assert codes(session) == frozen


def test_a_code_is_given_once() -> None:
    session = session_of()
    with pytest.raises(Rejected) as refused:
        session.execute(SetFields("task", ("survey",), {"wbs_code": "2.1"}))
    assert refused.value.code == "wbs_taken"
    session.execute(SetFields("task", ("survey",), {"wbs_code": "X"}))
    with pytest.raises(Rejected):
        session.execute(SetFields("task", ("wishes",), {"wbs_code": "x"}))


def test_a_preview_changes_nothing() -> None:
    session = session_of()
    session.execute(SetFields("task", ("survey",), {"wbs_code": "X"}))
    mask = Mask("P", ())
    assert session.project.codes_by(mask, own=True)[:3] == ("P1", "X", "P1.2")
    assert session.project.codes_by(mask, own=False)[:3] == ("P1", "P1.1", "P1.2")
    assert codes(session)[:3] == ["1", "X", "1.2"]
