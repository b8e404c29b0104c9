"""Values that do not belong together are set right, whatever they are, and told."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from desktop.domain.plan import Assignment, Calendar, Dependency, ProjectProfile, Task, WeekDay
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.risks import Risk
from desktop.domain.scheduling import schedule
from desktop.store.soundness import set_right
from tests.store.samples import make_project, tables


def put(project: Project, kind: type[Record], identity: str, **fields: Any) -> None:
    project.put(kind.info.key, identity, project.get(kind, identity).replace(**fields))


def test_a_sound_project_is_left_alone(project: Project) -> None:
    before = tables(project)
    assert set_right(project) == () and tables(project) == before


SATURDAY = WeekDay(weekday=6)
WRONG: list[tuple[type[Record], str, str, Any, Any]] = [
    (Risk, "k-1", "owner", "nobody", None),
    (Risk, "k-1", "tasks", ("t-0", "gone", "t-1"), ("t-0", "t-1")),
    (Risk, "k-1", "status", "no such status", "identified"),
    (Risk, "k-1", "strategy", "no such strategy", ""),
    (Risk, "k-1", "probability", 99, None),
    (Risk, "k-1", "probability", 0, None),
    (Task, "t-0", "duration", -5, 480),
    (Task, "t-0", "priority", 1001, 500),
    (Task, "t-0", "rank", 2**60, 0),
    (Task, "t-0", "parent", "gone", None),
    (Task, "t-0", "parent", "t-0", None),
    (ProjectProfile, "p-1", "calendar", "gone", None),
    (Calendar, "c-1", "base", "c-1", None),
    (Calendar, "c-1", "week", (WeekDay(weekday=9, bands="x"), SATURDAY), (WeekDay(bands="x"), SATURDAY)),
]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case[1]} {case[2]} {case[3]}")
def test_one_value(project: Project, case: tuple[type[Record], str, str, Any, Any]) -> None:
    kind, identity, field, wrong, right = case
    put(project, kind, identity, **{field: wrong})
    (change,) = set_right(project)
    assert (change.key, change.id) == (kind.info.key, identity)
    assert getattr(change.before, field) == wrong and getattr(change.after, field) == right
    found = project.get(kind, identity)
    assert getattr(found, field) == right
    assert dataclasses.replace(found, **{field: wrong}) == change.before  # nothing else was touched


def test_links_without_an_end_are_left_out(project: Project) -> None:
    project.put("dependency", "d-9", Dependency(id="d-9", number=9, predecessor="t-0", successor="gone"))
    project.put("assignment", "a-9", Assignment(id="a-9", number=9, task="gone", resource="r-1"))
    assert {(change.id, change.after) for change in set_right(project)} == {("d-9", None), ("a-9", None)}


def test_circles_are_cut_open_once_each(project: Project) -> None:
    put(project, Task, "t-0", parent="t-2")
    put(project, Task, "t-1", parent="t-0")
    put(project, Task, "t-2", parent="t-1")
    changes = set_right(project)
    assert len(changes) == 1
    assert len(project.outline.order) == len(project.table(Task))


def test_a_long_line_of_parents_is_no_circle() -> None:
    count = 5000
    records: list[Record] = [make_project().profile.replace(calendar=None)]
    records += [Task(id=f"{i}", number=i, name="n", parent=f"{i - 1}" if i else None) for i in range(count)]
    project = Project(records)
    assert set_right(project) == ()
    put(project, Task, "0", parent=f"{count - 1}")
    assert len(set_right(project)) == 1


def test_everything_wrong_at_once_can_still_be_scheduled(project: Project) -> None:
    """Every code, number and link of every record is nonsense."""
    for table in tables(project).values():
        for record in table:
            wrong: dict[str, Any] = {}
            for name, spec in record.info.specs.items():
                if spec.choices is not None:
                    wrong[name] = "nonsense"
                elif spec.kind.value == "link":
                    wrong[name] = "nowhere"
                elif spec.kind.value == "links":
                    wrong[name] = ("nowhere",)
                elif spec.kind.value in {"scale", "integer", "percent", "minutes", "money"} and name != "number":
                    wrong[name] = -(2**60)
            project.put(record.info.key, record.id, record.replace(**wrong))
    set_right(project)
    assert set_right(project) == ()
    schedule(project)
    assert len(project.outline.order) == len(project.table(Task))
