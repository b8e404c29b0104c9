"""What a gesture would do is what it does: also where it would be refused."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.commands.carry_out import CarryOut
from desktop.domain.commands.plan import AddLink, MoveTask, MoveTasks
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.session import Command
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_entries import Entry, Terms, weigh
from desktop.models.preview import OutlinePreview, Preview
from desktop.models.workspace import Workspace
from tests.plans import office, session_of, snapshot


def circled() -> Project:
    """Packing and driving wait for each other, as files of other programs may have it."""
    project = office()
    back = Dependency(id="back", number=50, predecessor="drive", successor="pack")
    project.put("dependency", back.id, back)
    return project


@pytest.fixture
def workspace(qapp: QApplication) -> Workspace:
    return Workspace(session_of(circled()))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (SetFields("task", ("plan",), {"priority": 5000}), "range"),
        (MoveTask("light", dt.datetime(2026, 7, 6, 8)), None),
        (MoveTasks(("drive",), None, "brief"), None),
        (AddLink("light", "plan"), "cycle"),
        (AddLink("light", "pack"), None),
    ],
)
def test_a_preview_refuses_what_is_refused(workspace: Workspace, command: Command, code: str | None) -> None:
    preview, before = Preview(workspace), snapshot(workspace.project)
    preview.show(command)
    assert (preview.refusal.code if preview.refusal else None) == code
    assert snapshot(workspace.project) == before
    assert (refusal.code if (refusal := workspace.attempt(command)) else None) == code


@pytest.mark.parametrize(
    ("command", "code"),
    [(MoveTasks(("drive",), None, "brief"), None), (MoveTasks(("design",), "plan"), "into_itself")],
)
def test_so_does_that_of_the_outline(workspace: Workspace, command: Command, code: str | None) -> None:
    preview = OutlinePreview(workspace)
    preview.show(command)
    assert (preview.refusal.code if preview.refusal else None) == code
    workspace.do(AddLink("plan", "move"))
    preview = OutlinePreview(workspace)
    preview.show(MoveTasks(("survey",), "move"))
    assert preview.refusal is not None and preview.refusal.code == "cycle"


def test_cells_of_a_plan_that_holds_a_circle_can_be_pasted(workspace: Workspace) -> None:
    plan = PlanModel(workspace)
    links = NUMBER_OF["predecessors"]
    # Offers come after lighting; packing, which is on a circle already, waits for lighting too; the floor plan cannot.
    entries = [Entry("offers", links, "2.2"), Entry("pack", links, "2.2; 3.2; 2.3"), Entry("plan", links, "2.2")]
    found = weigh(plan.reading, entries, Terms(dt.datetime(2026, 6, 3, 10)))
    assert {number: refusal.code for number, refusal in found.problems.items()} == {2: "cycle"}
    assert workspace.do(CarryOut(found.changes, "Paste cells"))
    assert {each.predecessor for each in workspace.project.predecessors("pack")} == {"light", "drive", "offers"}


def test_a_link_to_a_summary_that_closes_a_circle_is_left_out_of_a_paste(qapp: QApplication) -> None:
    plan = PlanModel(Workspace(session_of(office())))
    links = NUMBER_OF["predecessors"]
    found = weigh(plan.reading, [Entry("brief", links, "3"), Entry("light", links, "2.3")], Terms(dt.datetime.min))
    assert {number: refusal.code for number, refusal in found.problems.items()} == {0: "cycle"}
    assert plan.workspace.do(CarryOut(found.changes, "Paste cells"))
    assert plan.workspace.project.get(Task, "brief") is not None
