"""Filter, sort and groups of the plan: which rows there are, by rules that do not ask the model."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.forecast import plan_part
from desktop.domain.plan import ProjectProfile, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import Share
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_filters import (
    ABOVE,
    AFTER,
    BEFORE,
    BELOW,
    CONTAINS,
    EMPTY,
    EXCLUDES,
    FILLED,
    IS,
    NAMED,
    Condition,
)
from desktop.models.plan_groups import GROUPS, is_heading
from desktop.models.plan_order import PLAIN, Arrangement, SortKey
from desktop.models.plan_values import DAY as DATE
from desktop.models.plan_values import DURATION, NUMBER, read_shown
from desktop.models.workspace import Workspace
from tests.plans import DAY, MONDAY, office, plan_commands, session_of


@pytest.fixture
def workspace(qapp: Any) -> Workspace:
    return Workspace(session_of())


def made(workspace: Workspace) -> tuple[PlanModel, QAbstractItemModelTester]:
    model = PlanModel(workspace)
    return model, QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def part(name: str, text: str = "") -> Arrangement:
    return Arrangement((Condition("", name, text),))


def where(column: str, operator: str, text: str = "") -> Arrangement:
    return Arrangement((Condition(column, operator, text),))


def tasks(model: PlanModel) -> list[str]:
    """Rows that pass themselves, without the summaries around them and without headings."""
    return [each for row, each in enumerate(model.ids) if not (model.facts(row).context or model.facts(row).heading)]


def test_a_filter_keeps_the_summaries_above_what_it_shows(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.arrange(where("name", CONTAINS, "COLLECT"))
    assert list(model.ids) == ["brief", "wishes", "design", "offers"]
    assert [model.facts(row).context for row in range(4)] == [True, False, True, False]
    assert [model.facts(row).depth for row in range(4)] == [0, 1, 0, 1]
    model.arrange(PLAIN)
    assert list(model.ids) == list(workspace.project.outline.order)
    assert not any(model.facts(row).context for row in range(model.rowCount()))


# Survey, the brief, the floor plan, the offers, packing, driving and the opening follow each other without a gap;
# wishes and lighting do not hold anybody up. It is Wednesday 2026-06-03, 10:00: the survey runs until tonight.
CRITICAL = ["survey", "agreed", "plan", "offers", "pack", "drive", "open"]
PARTS = {
    "critical": CRITICAL,
    "milestones": ["agreed", "open"],
    "overdue": ["wishes"],  # Monday and Tuesday, and nothing of it is done
    "not_started": ["wishes", "agreed", "plan", "light", "offers", "pack", "drive", "open"],
    "in_progress": ["survey"],
    "done": [],
    "unassigned": ["wishes", "plan", "light", "offers", "pack", "drive"],
    "notes": ["light"],
    "mine": ["survey"],
    "deadline": ["offers"],
    "slipped": [],
    "troubled": ["pack"],
}


@pytest.mark.parametrize("name", PARTS)
def test_named_parts(workspace: Workspace, name: str) -> None:
    workspace.do(commands.SetProgress(("survey",), 50))
    workspace.do(SetFields("task", ("light",), {"notes": "LED"}))
    if name == "deadline":  # it makes others critical too
        workspace.do(SetFields("task", ("offers",), {"deadline": dt.datetime(2026, 6, 12, 17)}))
    workspace.do(SetFields("resource", ("anna",), {"name": "Test"}))  # the session's author is “test”
    workspace.do(commands.AssignResources("survey", (Share("Test", 100, "anna"),)))
    workspace.do(AddRecord("risk", {"event": "Rain", "tasks": ("pack",)}))
    model, _tester = made(workspace)
    model.arrange(part(name))
    assert tasks(model) == PARTS[name]


def test_starting_and_finishing_soon(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    # From Wednesday 06-03 on, two days: until the end of Thursday. The floor plan starts on Thursday morning; the
    # milestone stands at the end of Wednesday, when the survey finishes.
    model.arrange(part("starting", "2"))
    assert tasks(model) == ["agreed", "plan"]
    model.arrange(part("finishing", "2"))
    assert tasks(model) == ["survey", "agreed"]


def test_slipped_is_judged_against_the_baseline(workspace: Workspace) -> None:
    workspace.do(commands.CaptureBaseline("Agreed"))
    workspace.do(commands.SetDuration(("pack",), 3 * DAY))
    model, _tester = made(workspace)
    model.arrange(part("slipped"))
    assert tasks(model) == ["pack", "drive", "open"]


@pytest.mark.parametrize(("name", "figure"), [("overdue", "late"), ("slipped", "slipped"), ("deadline", "deadline")])
def test_parts_are_those_that_the_overview_counts(workspace: Workspace, name: str, figure: str) -> None:
    workspace.do(commands.CaptureBaseline("Agreed"))
    workspace.do(SetFields("task", ("survey", "offers"), {"deadline": dt.datetime(2026, 6, 3, 12)}))
    workspace.do(commands.SetDuration(("survey", "pack"), 4 * DAY))
    workspace.do(commands.SetProgress(("survey",), 100))
    model, _tester = made(workspace)
    model.arrange(part(name))
    counted = plan_part(workspace.project, workspace.schedule, dt.date(2026, 6, 3), figure)
    assert sorted(tasks(model)) == sorted(counted)
    assert counted


COLUMN_TESTS = [
    ("duration", ABOVE, "3d", ["plan", "offers"]),
    ("duration", BELOW, "2", ["agreed", "drive", "open"]),  # a bare number counts days
    ("duration", IS, "4d", ["offers"]),
    ("start", BEFORE, "2026-06-02", ["brief", "survey", "wishes"]),
    ("start", IS, "2026-06-04", ["design", "plan"]),
    ("finish", AFTER, "2026-06-18", ["move", "drive", "open"]),
    ("name", EXCLUDES, "e", ["plan", "light", "pack"]),
    ("name", IS, "pack", ["pack"]),
    ("predecessors", EMPTY, "", ["brief", "survey", "wishes", "design", "move"]),
    ("resources", FILLED, "", []),
    ("total_float", ABOVE, "0", ["wishes", "light"]),
    ("milestone", FILLED, "", ["agreed", "open"]),
]


@pytest.mark.parametrize(("column", "operator", "text", "wanted"), COLUMN_TESTS)
def test_columns(workspace: Workspace, column: str, operator: str, text: str, wanted: list[str]) -> None:
    model, _tester = made(workspace)
    model.arrange(where(column, operator, text))
    found = tasks(model)
    if column == "total_float":  # a summary has the float of what is in it
        found = [each for each in found if not workspace.project.is_summary(each)]
    if column == "duration":
        found = [each for each in found if not workspace.project.is_summary(each)]
    assert found == wanted


@pytest.mark.parametrize(
    ("shown", "kind", "value"),
    [
        ("2d", DURATION, 960), ("+1.5d", DURATION, 720), ("−3d", DURATION, -1440), ("12h", DURATION, 720),
        ("1,234.50", NUMBER, 1234.5), ("−20.00", NUMBER, -20.0), ("0.95", NUMBER, 0.95), ("80%", NUMBER, 80.0),
        ("2026-06-01", DATE, dt.date(2026, 6, 1).toordinal() * 1440),
        ("2026-06-01 08:30", DATE, dt.date(2026, 6, 1).toordinal() * 1440 + 510),
        ("", NUMBER, None), ("…", NUMBER, None), ("soon", DATE, None),
    ],
)  # fmt: skip
def test_shown_values_are_read_back(workspace: Workspace, shown: str, kind: str, value: object) -> None:
    model, _tester = made(workspace)
    assert read_shown(shown, kind, model.reading) == value


def test_every_column_can_be_sorted_by_and_filtered(workspace: Workspace) -> None:
    workspace.do(commands.CaptureBaseline("Agreed"))
    workspace.do(commands.SetDuration(("pack",), 3 * DAY))
    model, _tester = made(workspace)
    for column in COLUMNS:
        model.arrange(Arrangement(sort=(SortKey(column.key), SortKey("name", True))))
        assert len(model.ids) == 12
        model.arrange(where(column.key, FILLED))
        model.arrange(where(column.key, EMPTY))


def test_variances_and_work_are_compared_as_amounts(workspace: Workspace) -> None:
    workspace.do(commands.CaptureBaseline("Agreed"))
    workspace.do(commands.SetDuration(("plan",), 15 * DAY))  # ten days more
    workspace.do(commands.SetDuration(("pack",), 4 * DAY))  # two days more, on top of the ten
    model, _tester = made(workspace)
    model.arrange(Arrangement(sort=(SortKey("duration_variance"), SortKey("name")), flat=True))
    assert list(model.ids)[-2:] == ["pack", "plan"]
    model.arrange(where("duration_variance", ABOVE, "2d"))
    assert [each for each in tasks(model) if not workspace.project.is_summary(each)] == ["plan"]
    model.arrange(where("finish_variance", ABOVE, "10d"))
    assert [each for each in tasks(model) if not workspace.project.is_summary(each)] == ["pack", "drive", "open"]


def test_two_values_of_a_column_are_alternatives_and_other_conditions_hold_besides(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    two = (Condition("duration", IS, "2d"), Condition("duration", IS, "4d"))
    model.arrange(Arrangement(two))
    assert tasks(model) == ["wishes", "light", "offers", "pack"]
    model.arrange(Arrangement((*two, Condition("", "critical"))))
    assert tasks(model) == ["offers", "pack"]
    states = (Condition("", "done"), Condition("", "not_started"), Condition("name", CONTAINS, "survey"))
    model.arrange(Arrangement(states))
    assert tasks(model) == ["survey"]


@pytest.mark.parametrize(
    ("column", "operator", "text", "code"),
    [
        ("start", BEFORE, "someday", "date_unreadable"),
        ("duration", ABOVE, "long", "duration_unreadable"),
        ("priority", ABOVE, "high", "amount_unreadable"),
        ("name", CONTAINS, " ", "nothing_to_compare"),
    ],
)
def test_what_cannot_be_read_changes_nothing(
    workspace: Workspace, column: str, operator: str, text: str, code: str
) -> None:
    model, _tester = made(workspace)
    model.arrange(part("critical"))
    before = list(model.ids)
    with pytest.raises(Rejected, match=code):
        model.arrange(where(column, operator, text))
    assert list(model.ids) == before
    assert model.order.asked == part("critical")


def test_an_edit_takes_no_row_away_until_the_filter_is_judged_again(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.arrange(where("name", CONTAINS, "collect"))
    stale: list[bool] = []
    model.went_stale.connect(lambda: stale.append(True))
    workspace.do(SetFields("task", ("offers",), {"name": "Tender"}))
    assert "offers" in model.ids
    assert stale
    workspace.do(commands.AddTask("Added", "wishes", commands.BELOW))
    added = model.ids[model.row_of("wishes") + 1]
    assert model.task(model.row_of(added)).name == "Added"
    model.judge_again("offers")  # the row one is in stays too
    assert list(model.ids) == ["brief", "wishes", added, "design", "offers"]
    model.judge_again("wishes")
    assert list(model.ids) == ["brief", "wishes", added]
    model.judge_again("wishes", all_anew=True)
    assert list(model.ids) == ["brief", "wishes"]


def test_rows_are_sorted_among_their_siblings(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    stored = list(workspace.project.outline.order)
    model.arrange(Arrangement(sort=(SortKey("name"),)))
    assert list(model.ids) == [
        "brief", "agreed", "wishes", "survey", "design", "offers", "plan", "light", "move", "drive", "open", "pack",
    ]  # fmt: skip
    model.arrange(Arrangement(sort=(SortKey("name", True),)))
    assert [each for each in model.ids if workspace.project.children(each)] == ["move", "design", "brief"]
    assert list(workspace.project.outline.order) == stored


def test_several_keys_and_flat(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.arrange(Arrangement(sort=(SortKey("duration", True), SortKey("name")), flat=True))
    # 5, 4, 3 days; three times 2: Collect wishes, Lighting, Pack; 1; twice 0: Brief agreed, Open the doors.
    assert list(model.ids) == ["plan", "offers", "survey", "wishes", "light", "pack", "drive", "agreed", "open"]
    assert {model.facts(row).depth for row in range(model.rowCount())} == {0}


def test_empty_cells_come_last_both_ways(workspace: Workspace) -> None:
    workspace.do(commands.AssignResources("plan", (Share("Anna", 100, "anna"),)))
    for descending in (False, True):
        model, _tester = made(workspace)
        model.arrange(Arrangement(sort=(SortKey("resources", descending),), flat=True))
        assert model.ids[0] == "plan"


def test_numbers_in_names_are_sorted_as_numbers(qapp: Any) -> None:
    names = ("Phase 10", "Phase 9", "phase 1", "阶段10", "阶段9")
    records = [ProjectProfile(id="p", number=1, name="P", start=MONDAY)]
    records += [Task(id=name, number=at, name=name, rank=at) for at, name in enumerate(names, 1)]
    model, _tester = made(Workspace(session_of(Project(records))))
    model.arrange(Arrangement(sort=(SortKey("name"),)))
    assert [each for each in model.ids if "阶" not in each] == ["phase 1", "Phase 9", "Phase 10"]
    assert [each for each in model.ids if "阶" in each] == ["阶段9", "阶段10"]


def test_a_task_that_is_added_to_sorted_rows_stands_where_it_was_added(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.arrange(Arrangement(sort=(SortKey("name", True),)))
    workspace.do(commands.AddTask("Zebra", "plan", commands.BELOW))
    assert model.text(model.row_of("plan") + 1, NUMBER_OF["name"]) == "Zebra"


def test_groups_have_headings_with_sums(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.arrange(Arrangement(groups=("critical",)))
    headings = [row for row, each in enumerate(model.ids) if is_heading(each)]
    assert [model.text(row, NUMBER_OF["name"]) for row in headings] == ["Critical (7)", "Near-critical (2)"]
    assert list(model.ids[1:8]) == CRITICAL
    first = headings[0]
    # 3 + 5 + 4 + 2 + 1 days; milestones take none.
    assert [model.text(first, NUMBER_OF[key]) for key in ("duration", "start", "finish", "predecessors")] == [
        "15d", "2026-06-01", "2026-06-19", "",
    ]  # fmt: skip
    assert model.facts(first).heading
    assert model.facts(1).depth == 1
    assert isinstance(model.attempt(model.index(first, NUMBER_OF["name"]), "X"), Rejected)
    model.toggle(model.ids[first])
    assert [is_heading(each) for each in model.ids] == [True, True, False, False]
    assert model.uncover("drive") > 0
    assert "drive" in model.ids


def test_headings_follow_edits(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.arrange(Arrangement(groups=("critical",)))
    workspace.do(commands.SetDuration(("plan",), 6 * DAY))
    assert model.text(0, NUMBER_OF["duration"]) == "16d"
    workspace.do(commands.DeleteTasks(("drive",)))
    assert model.text(0, NUMBER_OF["name"]) == "Critical (6)"


def test_groups_within_groups(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.arrange(Arrangement(groups=("branch", "critical")))
    rows = [(model.facts(row).depth, model.text(row, NUMBER_OF["name"])) for row in range(model.rowCount())]
    assert rows[:6] == [
        (0, "1 Brief (3)"), (1, "Critical (2)"), (2, "Survey the old office"), (2, "Brief agreed"),
        (1, "Near-critical (1)"), (2, "Collect wishes"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", GROUPS)
def test_every_group_holds_every_task_once(workspace: Workspace, name: str) -> None:
    model, _tester = made(workspace)
    model.arrange(Arrangement(groups=(name,)))
    leaves = [each for each in workspace.project.outline.order if not workspace.project.is_summary(each)]
    assert sorted(each for each in model.ids if not is_heading(each)) == sorted(leaves)
    assert sorted(model.every_id) == sorted(leaves)


def test_the_outline_comes_back_closed_as_it_was(workspace: Workspace) -> None:
    model, _tester = made(workspace)
    model.set_closed(("design",), True)
    before = list(model.ids)
    model.arrange(part("critical"))
    assert "plan" in model.ids  # what was looked for is in sight
    model.set_closed(("brief",), True)
    model.arrange(Arrangement(groups=("critical",)))
    model.arrange(PLAIN)
    assert list(model.ids) == before


def test_a_scattered_filter_of_a_large_plan_is_announced_in_few_steps(qapp: Any) -> None:
    records = [ProjectProfile(id="p", number=1, name="P", start=MONDAY)]
    records += [
        Task(id=f"t{n}", number=n, name=f"Task {n}", rank=n, notes="x" if n % 3 else "") for n in range(1, 1001)
    ]
    model, _tester = made(Workspace(session_of(Project(records))))
    kept = QPersistentModelIndex(model.index(model.row_of("t500"), 2))
    steps: list[str] = []
    source: QAbstractItemModel = model
    source.rowsRemoved.connect(lambda *_: steps.append("remove"))
    source.rowsInserted.connect(lambda *_: steps.append("insert"))
    source.layoutChanged.connect(lambda *_: steps.append("layout"))
    model.arrange(part("notes"))
    assert len(model.ids) == 667
    assert kept.row() == model.row_of("t500")
    model.arrange(PLAIN)
    assert list(model.ids) == [f"t{n}" for n in range(1, 1001)]
    assert kept.row() == 499
    assert len(steps) <= 6


ARRANGEMENTS = st.builds(
    Arrangement,
    conditions=st.lists(st.sampled_from([Condition("", name) for name in NAMED]), max_size=2, unique=True).map(tuple),
    sort=st.lists(
        st.builds(SortKey, st.sampled_from(("name", "duration", "start", "resources", "critical")), st.booleans()),
        max_size=2, unique_by=lambda key: key.column,
    ).map(tuple),
    flat=st.booleans(),
    groups=st.lists(st.sampled_from(sorted(GROUPS)), max_size=2, unique=True).map(tuple),
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_rows_stay_true_to_the_plan_through_edits_and_arrangements(qapp: Any, data: st.DataObject) -> None:
    workspace = Workspace(session_of(office()))
    model, _tester = made(workspace)
    for _ in range(data.draw(st.integers(1, 6))):
        if data.draw(st.booleans()):
            model.arrange(data.draw(ARRANGEMENTS))
        elif data.draw(st.booleans()):
            model.set_all_closed(data.draw(st.booleans()))
        else:
            workspace.attempt(data.draw(plan_commands(workspace.project)))
        fresh = PlanModel(workspace)
        for row, identity in enumerate(model.ids):
            assert model.row_of(identity) == row
            if not is_heading(identity):
                assert identity in workspace.project.table(Task)
                assert model.text(row, NUMBER_OF["name"]) == fresh.text_of(identity, NUMBER_OF["name"])
        shown = [each for each in model.ids if not is_heading(each)]
        assert len(set(shown)) == len(shown)
        assert set(shown) <= set(model.every_id)
    model.arrange(PLAIN)
    model.set_all_closed(False)
    assert list(model.ids) == list(workspace.project.outline.order)
