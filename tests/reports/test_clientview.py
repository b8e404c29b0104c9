"""The gate: what a reader may see, built up from nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.domain.clientview import Tally, may_read, open_field, preflight, released, visible
from desktop.domain.communication import Action, Communication
from desktop.domain.people import Person
from desktop.domain.plan import Baseline, Dependency, ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk

Changed = Callable[..., Project]


@pytest.mark.parametrize(
    ("level", "audience", "expected"),
    [
        ("client", "client", True), ("team", "client", False), ("private", "client", False),
        ("client", "team", True), ("team", "team", True), ("private", "team", False),
        ("public", "client", False), ("", "client", False), ("client", "everybody", False),
    ],
)  # fmt: skip
def test_what_is_unknown_is_not_released(level: str, audience: str, expected: bool) -> None:
    assert may_read(level, audience) is expected


def test_fields_follow_their_declaration() -> None:
    specs = Communication.info.specs
    assert open_field("communication", specs["shared_note"], "client")
    assert not open_field("communication", specs["private_note"], "client")
    assert not open_field("communication", specs["private_note"], "team")
    assert not open_field("communication", specs["created_by"], "team")  # kept by the program
    assert open_field("communication", specs["number"], "client")


def test_a_client_gets_client_records_with_client_fields_only(project: Project) -> None:
    out = released(project, "client")
    assert {item.audience for item in out.all()} == {"client"}
    assert "risk7" in project.rows("risk")
    assert "risk7" not in out.rows("risk")
    log = out.get(Communication, "communication1")
    assert log.shared_note == project.get(Communication, "communication1").shared_note
    assert log.private_note == ""
    assert out.profile.budget is None
    assert out.profile.contract == ""


def test_the_team_gets_its_own_records_but_nothing_private(changed: Changed) -> None:
    project = changed(Risk(id="mine", number=50, event="private thought", audience="private"))
    out = released(project, "team")
    assert "risk7" in out.rows("risk")
    assert "mine" not in out.rows("risk")
    assert out.profile.budget == project.profile.budget
    assert out.get(Communication, "communication1").private_note == ""


def test_a_link_to_what_is_withheld_is_empty(changed: Changed) -> None:
    hidden = Person(id="ghost", number=90, name="Secret buyer", audience="team")
    action = Action(id="a90", number=90, title="Call", owner="ghost", audience="client")
    log = Communication(id="c90", number=90, subject="x", participants=("ghost", "wang"), audience="client")
    out = released(changed(hidden, action, log), "client")
    assert out.get(Action, "a90").owner is None
    assert out.get(Communication, "c90").participants == ("wang",)


def test_a_record_that_needs_a_withheld_one_goes_with_it(changed: Changed, project: Project) -> None:
    hidden = project.get(Task, "t6").replace(audience="team")
    out = released(changed(hidden), "client")
    touching = [d for d in project.table(Dependency).values() if "t6" in (d.predecessor, d.successor)]
    assert touching
    assert not out.rows("dependency").keys() & {item.id for item in touching}
    assert {part.task for part in out.table(Baseline)["bl"].tasks} == {
        part.task for part in project.table(Baseline)["bl"].tasks
    } - {"t6"}
    assert all(part.cost is None for part in out.table(Baseline)["bl"].tasks)


def test_tasks_keep_their_codes_and_order_when_a_summary_is_withheld(changed: Changed, project: Project) -> None:
    hidden = project.get(Task, "p2").replace(audience="team", wbs_code="SECRET")
    out = released(changed(hidden), "client")
    assert out.get(Task, "t5").parent is None
    codes = {identity: out.wbs(identity) for identity in out.outline.order}
    assert codes["t5"] == "2.2"  # the position in the whole plan, not the summary's own code
    assert codes["t7"] == "3.1"
    order = [identity for identity in project.outline.order if identity != "p2"]
    assert list(out.outline.order) == order


def test_a_project_that_is_not_the_clients_is_refused(changed: Changed) -> None:
    project = changed(audience="team")
    with pytest.raises(Rejected) as refusal:
        released(project, "client")
    assert refusal.value.code == "report_hidden_project"
    assert released(project, "team").profile.name == project.profile.name


def test_the_original_is_not_touched(project: Project) -> None:
    before = list(project.all())
    released(project, "client")
    assert list(project.all()) == before


def test_records_that_are_not_shown_are_counted_and_new_ones_named(project: Project) -> None:
    first = preflight(project, "client", ("risk", "action"))
    assert first.tallies == (Tally("risk", 6, 1), Tally("action", 6, 1))
    known = frozenset(record.ref for record in first.first_time) - {"risk/risk2"}
    second = preflight(project, "client", ("risk", "action"), known)
    assert [record.id for record in second.first_time] == ["risk2"]


def test_visible_asks_the_record() -> None:
    assert visible(ProjectProfile(id="p", name="x"), "client")
    assert not visible(Risk(id="r", event="x"), "client")  # the team's until somebody says otherwise
