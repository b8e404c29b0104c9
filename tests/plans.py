"""A small plan for tests, and random commands on any plan."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Dependency, ProjectProfile, Resource, Task
from desktop.domain.predecessors import Link
from desktop.domain.project import Project
from desktop.domain.resource_names import Share
from desktop.domain.session import Session

MONDAY = dt.datetime(2026, 6, 1, 8)
DAY = 480

OFFICE = (
    # id, parent, name, days, predecessors
    ("brief", None, "Brief", 0, ()),
    ("survey", "brief", "Survey the old office", 3, ()),
    ("wishes", "brief", "Collect wishes", 2, ()),
    ("agreed", "brief", "Brief agreed", 0, ("survey", "wishes")),
    ("design", None, "Design", 0, ()),
    ("plan", "design", "Floor plan", 5, ("agreed",)),
    ("light", "design", "Lighting", 2, ("plan",)),
    ("offers", "design", "Collect offers", 4, ("plan",)),
    ("move", None, "Move", 0, ()),
    ("pack", "move", "Pack", 2, ("offers",)),
    ("drive", "move", "Drive", 1, ("pack",)),
    ("open", "move", "Open the doors", 0, ("drive",)),
)
"""A summary has no days; a milestone has none either but is nobody's parent."""


def office() -> Project:
    """Twelve tasks from Monday 2026-06-01 08:00 on the standard calendar; ids are words."""
    records: list[Any] = [ProjectProfile(id="p", number=1, name="Office move", start=MONDAY)]
    parents = {parent for _, parent, *_ in OFFICE}
    for rank, (identity, parent, name, days, _) in enumerate(OFFICE, 1):
        milestone = not days and identity not in parents
        records.append(
            Task(
                id=identity, number=rank, name=name, parent=parent, rank=rank * 1000,
                duration=days * DAY if days or milestone else DAY, milestone=milestone,
            )
        )  # fmt: skip
    pairs = [(before, identity) for identity, *_, after in OFFICE for before in after]
    for number, (before, after) in enumerate(pairs, 1):
        records.append(Dependency(id=f"{before}-{after}", number=number, predecessor=before, successor=after))
    records.append(Resource(id="anna", number=1, name="Anna"))
    return Project(records)


def session_of(project: Project | None = None) -> Session:
    """A session that thinks it is Wednesday 2026-06-03, 10:00, and numbers its ids."""
    numbers = iter(range(1, 1_000_000))
    return Session(
        project if project is not None else office(),
        author="test",
        clock=lambda: dt.datetime(2026, 6, 3, 10),
        make_id=lambda: f"new{next(numbers):06d}",
    )


def snapshot(project: Project) -> dict[str, dict[str, Any]]:
    """Every table with every record, to compare."""
    return {key: dict(project.rows(key)) for key in project.numbering}


MOMENTS = st.integers(-20, 90).map(lambda days: MONDAY + dt.timedelta(days=days))


@st.composite
def plan_commands(draw: st.DrawFn, project: Project) -> Any:
    """One random command on the plan of ``project`` as it stands; it may well be refused."""
    ids = list(project.outline.order)
    if not ids:
        return commands.AddTask("First")
    one = st.sampled_from(ids)
    some = st.lists(one, min_size=1, max_size=4, unique=True).map(tuple)
    links = list(project.table(Dependency))
    task = draw(one)
    made = [
        lambda: commands.AddTask("Added", task, draw(st.sampled_from(PLACES)), draw(st.booleans())),
        lambda: commands.DeleteTasks(draw(some)),
        lambda: commands.IndentTasks(draw(some)),
        lambda: commands.OutdentTasks(draw(some)),
        lambda: commands.MoveTasks(draw(some), draw(st.none() | one), draw(st.none() | one)),
        lambda: commands.ShiftTasks(draw(some), draw(st.sampled_from((-1, 1)))),
        lambda: commands.LinkTasks(draw(some)),
        lambda: commands.UnlinkTasks(draw(some)),
        lambda: commands.AddLink(task, draw(one), draw(TYPES), draw(LAGS)),
        lambda: commands.SetPredecessors(task, (Link(draw(one), draw(TYPES)), Link(draw(one)))),
        lambda: commands.MoveTask(task, draw(MOMENTS), draw(st.sampled_from(HOLDS))),
        lambda: commands.ResizeTask(task, finish=draw(MOMENTS)),
        lambda: commands.ResizeTask(task, start=draw(MOMENTS)),
        lambda: commands.SetDuration(draw(some), draw(st.integers(0, 20)) * DAY),
        lambda: commands.SetProgress(draw(some), draw(st.sampled_from((0, 25, 50, 100)))),
        lambda: commands.ToggleMilestone(draw(some)),
        lambda: commands.SetManual(draw(some), draw(st.booleans())),
        lambda: commands.AssignResources(task, (Share("Anna", 50, "anna"),)),
        lambda: commands.CaptureBaseline("Agreed"),
        lambda: SetFields("task", draw(some), {"name": draw(st.sampled_from(("Renamed", "改名")))}),
        lambda: SetFields("task", draw(some), {"wbs_code": draw(st.sampled_from(("", "X-1", "1")))}),
    ]
    if links:
        made.append(lambda: commands.SetLink(draw(st.sampled_from(links)), draw(TYPES), draw(LAGS)))
    return draw(st.sampled_from(made))()


PLACES = (commands.ABOVE, commands.BELOW, commands.CHILD, commands.FIRST_CHILD)
HOLDS = (commands.LOGIC, commands.NO_EARLIER, commands.PIN, commands.MANUAL)
TYPES = st.sampled_from(("FS", "SS", "FF", "SF"))
LAGS = st.sampled_from((0, DAY, -DAY))
