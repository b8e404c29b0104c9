"""Parts of plans that are used again."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.plan.modules import InsertModule
from desktop.domain.commands.records import SetFields
from desktop.domain.modules import MOST_TASKS, Module, from_state, phases, to_state
from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import Share
from desktop.domain.session import Session
from desktop.domain.templates import templates
from desktop.i18n import CHINESE, ENGLISH
from tests.plans import DAY, MONDAY, session_of, snapshot


def prepared() -> Session:
    """Anna works half on the floor plan, which took a note and has begun."""
    session = session_of()
    session.execute(commands.AssignResources("plan", (Share("Anna", 50, "anna"),)))
    session.execute(SetFields("task", ("plan",), {"notes": "Two copies", "actual_start": MONDAY, "tags": ("draft",)}))
    session.execute(SetFields("task", ("light",), {"constraint": "snet", "constraint_date": MONDAY}))
    return session


def test_a_module_keeps_tasks_links_and_people_but_no_dates() -> None:
    session = prepared()
    module = Module.of(session.project, ("design",), "Design")
    assert [(task.level, task.fields["name"]) for task in module.tasks] == [
        (0, "Design"), (1, "Floor plan"), (1, "Lighting"), (1, "Collect offers"),
    ]  # fmt: skip
    assert module.tasks[1].fields == {
        "name": "Floor plan", "duration": 5 * DAY, "notes": "Two copies", "tags": ("draft",),
    }  # fmt: skip
    assert [(link.before, link.after, link.type) for link in module.links] == [(1, 2, "FS"), (1, 3, "FS")]
    assert [(share.task, share.resource, share.units) for share in module.shares] == [(1, "Anna", 50)]


def test_it_comes_behind_a_task_with_dates_of_the_plan_in_one_step() -> None:
    session = prepared()
    module = Module.of(session.project, ("design",), "Design")
    before = snapshot(session.project)
    session.execute(InsertModule(module, "brief"))
    outline = session.project.outline
    tops = [session.project.get(Task, each).name for each in outline.order if outline.wbs[outline.row[each]].isdigit()]
    assert tops == ["Brief", "Design", "Design", "Move"]
    made = [task for identity, task in session.project.table(Task).items() if identity not in before["task"]]
    plan = next(task for task in made if task.name == "Floor plan")
    assert (plan.actual_start, plan.percent_complete, plan.notes) == (None, 0, "Two copies")
    assert session.schedule.of(plan.id).start == MONDAY  # nothing outside the module holds it
    light = next(task for task in made if task.name == "Lighting")
    assert session.schedule.of(light.id).start == MONDAY.replace(day=8)  # five days later
    (share,) = session.project.assignments(plan.id)
    assert (share.resource, share.units) == ("anna", 50)
    session.undo()
    assert snapshot(session.project) == before


def test_it_is_the_same_after_json_and_in_another_plan_without_its_people() -> None:
    module = Module.of(prepared().project, ("design", "drive"), "Design")
    again = from_state(json.loads(json.dumps(to_state(module))))
    assert again == module
    other = session_of()
    other.execute(commands.DeleteTasks(tuple(other.project.outline.order)))
    for identity in list(other.project.rows("resource")):
        other.project.put("resource", identity, None)
    assert module.missing(other.project) == ("Anna",)
    other.execute(InsertModule(module))
    assert len(other.project.table(Task)) == 5
    assert len(other.project.table(Dependency)) == 2
    assert not other.project.table(Assignment)


def test_nothing_and_too_much_are_refused() -> None:
    session = session_of()
    with pytest.raises(Rejected) as nothing:
        Module.of(session.project, (), "Empty")
    assert nothing.value.code == "module_empty"
    session.execute(commands.AddTask("Large", fields={"id": "large"}))
    from desktop.domain.commands.plan.pasting import AddOutline, OutlineRow

    session.execute(AddOutline(tuple(OutlineRow(f"Task {n}") for n in range(MOST_TASKS)), "large", inside=True))
    with pytest.raises(Rejected) as many:
        Module.of(session.project, ("large",), "Large")
    assert many.value.code == "module_large"


GOOD: dict[str, Any] = {
    "name": "Good", "tasks": [[0, {"name": "A", "duration": 480}], [5, {"name": "B"}]],
    "links": [[0, 1, "FS", 0, "d", None]], "shares": [[0, "Anna", 100, None]],
}  # fmt: skip


def test_levels_never_skip_one() -> None:
    module = from_state(GOOD)
    assert module is not None
    assert [task.level for task in module.tasks] == [0, 1]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", 7), ("name", "  "), ("tasks", []), ("tasks", None), ("tasks", [[0, {"name": ""}]]),
        ("tasks", [["0", {"name": "A"}]]), ("tasks", [[0]]), ("tasks", [[0, "A"]]),
    ],
)  # fmt: skip
def test_what_cannot_be_a_module_is_none(key: str, value: object) -> None:
    assert from_state(GOOD | {key: value}) is None


@pytest.mark.parametrize(
    "links",
    [
        [[0, 9, "FS", 0, "d", None]], [[0, 0, "FS", 0, "d", None]], [[0, 1, "XX", 0, "d", None]], [[0, 1]], "FS",
        [[0, 1, "FS", "0", "d", None]], [[0, 1, "FS", 10**30, "d", None]], [[-1, 1, "FS", 0, "d", None]], None,
        [[True, 1, "FS", 0, "d", None]], [[0, 1, [], 0, {}, None]],
    ],
)  # fmt: skip
def test_damaged_links_are_left_out(links: object) -> None:
    module = from_state(GOOD | {"links": links})
    assert module is None or module.links == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"duration": "long"}, {"duration": -5}, {"duration": True}, {"task_type": "magic"}, {"tags": "x"},
        {"milestone": 1}, {"notes": 7}, {"priority": None}, {"parent": "evil"}, {"actual_start": "2026-06-01"},
    ],
)  # fmt: skip
def test_fields_of_another_kind_are_as_in_a_new_task(fields: dict[str, object]) -> None:
    state = copy.deepcopy(GOOD)
    state["tasks"][1][1] |= fields
    module = from_state(state)
    assert module is not None
    assert module.tasks[1].fields in ({"name": "B"}, {"name": "B", "tags": ()})
    session = session_of()
    session.execute(InsertModule(module))


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_every_phase_of_a_template_can_be_put_in(language: str) -> None:
    for template in templates():
        found = list(phases(template, language, DAY))
        assert sum(len(module.tasks) for module in found) == len(template.steps)
        session = session_of()
        for module in found:
            session.execute(InsertModule(module, "move"))
        assert len(session.project.table(Task)) == 12 + len(template.steps)
