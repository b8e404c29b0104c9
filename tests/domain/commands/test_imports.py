"""A foreign plan comes in as one step, is undone as one, and changes nothing that was there."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.commands.imports import ImportRecords
from desktop.domain.imports import APPROXIMATED, FINDING_KINDS, NOT_READ, READ, Findings, Imported, numbered
from desktop.domain.plan import Calendar, Dependency, ProjectProfile, Task, WeekDay
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected
from desktop.i18n import CHINESE, ENGLISH, catalog
from tests.plans import office, session_of, snapshot


def record(kind: type[Record], /, **fields: Any) -> Any:
    return kind(**fields)


def foreign_plan() -> tuple[Record, ...]:
    week = tuple(record(WeekDay, weekday=day, bands="09:00-17:00" if day < 5 else "") for day in range(7))
    return numbered(
        (
            record(ProjectProfile, id="fp", name="Theirs", start=dt.datetime(2027, 1, 4, 9), calendar="fc",
                   minutes_per_day=480, constraint_rule="pinned", progress_rule="as_planned"),
            record(Calendar, id="fc", name="Nine to five", week=week),
            record(Task, id="f1", name="Sum", rank=65536),
            record(Task, id="f2", name="In it", parent="f1", rank=65536, duration=480),
            record(Task, id="f3", name="After", rank=131072, duration=480),
            record(Dependency, id="fl", predecessor="f2", successor="f3"),
        )
    )  # fmt: skip


def test_a_plan_goes_behind_what_is_there_in_one_step() -> None:
    session = session_of()
    before = snapshot(session.project)
    done = session.execute(ImportRecords(foreign_plan(), "theirs.xml"))
    assert done is not None
    assert done.facts == {"name": "theirs.xml"}
    project = session.project
    assert [project.wbs(identity) for identity in ("f1", "f2", "f3")] == ["4", "4.1", "5"]
    assert project.profile.name == "Office move"
    assert project.profile.progress_rule == "retained"
    assert project.get(Task, "f1").number == 13
    assert (project.get(Task, "f1").created_by, len(session.undo_steps)) == ("test", 1)
    after = snapshot(project)
    session.undo()
    assert snapshot(session.project) == before
    session.redo()
    assert snapshot(session.project) == after


def test_an_empty_project_takes_over_how_the_plan_is_reckoned() -> None:
    session = session_of(Project([record(ProjectProfile, id="p", name="New", start=dt.datetime(2026, 6, 1, 8))]))
    session.execute(ImportRecords(foreign_plan(), "theirs.xml"))
    profile = session.project.profile
    assert (profile.id, profile.name, profile.calendar, profile.constraint_rule) == ("p", "New", "fc", "pinned")
    assert session.schedule.of("f3").start == dt.datetime(2027, 1, 5, 9)


def test_a_plan_comes_in_once() -> None:
    session = session_of()
    session.execute(ImportRecords(foreign_plan(), "theirs.xml"))
    before = snapshot(session.project)
    with pytest.raises(Rejected) as refused:
        session.execute(ImportRecords(foreign_plan(), "theirs.xml"))
    assert refused.value.code == "already_imported"
    assert snapshot(session.project) == before


def test_circles_come_in_and_are_listed() -> None:
    """A person may not make one; a file that has one is opened and says so."""
    session = session_of()
    back = record(Dependency, id="fm", predecessor="f3", successor="f2")
    session.execute(ImportRecords((*foreign_plan(), back), "theirs.xml"))
    assert [set(circle) for circle in session.schedule.cycles] == [{"f2", "f3"}]


def test_a_record_that_breaks_a_rule_stops_everything() -> None:
    session = session_of(office())
    before = snapshot(session.project)
    with pytest.raises(Rejected):
        session.execute(ImportRecords((*foreign_plan(), record(Task, id="fx", name="")), "theirs.xml"))
    assert snapshot(session.project) == before
    assert session.undo_steps == []


def test_findings_are_counted_grouped_and_named_once() -> None:
    findings = Findings()
    findings.note(NOT_READ, "Tasks: {n}", "B")
    findings.note(READ, "Tasks: {n}", count=4)
    findings.note(APPROXIMATED, "Calendars: {n}", "A")
    findings.note(NOT_READ, "Tasks: {n}", "A")
    findings.note(NOT_READ, "Tasks: {n}", "B")
    findings.note(NOT_READ, "Baselines: {n}", count=0)
    found = findings.result()
    assert [(item.kind, item.count, item.items) for item in found] == [
        (READ, 4, ()), (APPROXIMATED, 1, ("A",)), (NOT_READ, 3, ("B", "A")),
    ]  # fmt: skip
    assert found[2].text(catalog(ENGLISH)) == "Tasks: 3"
    assert found[2].text(catalog(CHINESE)) == "任务：3 个"
    assert all(catalog(CHINESE)(label) != catalog(ENGLISH)(label) for label in FINDING_KINDS.values())


def test_records_are_numbered_by_type() -> None:
    made = Imported(foreign_plan(), (), "theirs.xml")
    assert [item.code for item in made.records] == ["PRJ-001", "CAL-001", "T-001", "T-002", "T-003", "D-001"]
    assert made.profile.name == "Theirs"
    assert made.project().profile is made.profile
