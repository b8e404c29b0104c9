"""Columns that follow from the plan: expected values are reckoned by hand from durations, rates and progress."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import SetFields
from desktop.domain.communication import Action
from desktop.domain.control import Issue
from desktop.domain.plan import Assignment, Baseline, Resource, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.domain.task_items import open_items
from desktop.domain.task_status import STATUS, task_status
from desktop.i18n import ENGLISH, catalog
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_figures import reckon
from desktop.models.plan_filters import ABOVE, BELOW, Condition
from desktop.models.plan_order import Arrangement, SortKey
from desktop.models.workspace import Workspace
from tests.clock import Clock, clock
from tests.plans import DAY, office, session_of

__all__ = ["clock"]
HOUR = 10_000
"""A rate of 100.00 an hour, in minor units."""


def staffed() -> Project:
    """Anna surveys (3 days) and collects wishes (2 days) from the same Monday on; she costs 100 an hour."""
    records: list[Any] = [record for key in ("project", "task", "dependency") for record in office().rows(key).values()]
    records += [
        Resource(id="anna", number=1, name="Anna Berg", standard_rate=HOUR),
        Resource(id="li", number=2, name="李雷", initials="LL"),
        Assignment(id="a1", number=1, task="survey", resource="anna"),
        Assignment(id="a2", number=2, task="wishes", resource="anna"),
        Assignment(id="a3", number=3, task="light", resource="li", units=50),
        Risk(id="r1", number=1, event="No key", tasks=("survey",)),
        Risk(id="r2", number=2, event="Closed", tasks=("survey",), status="closed"),
        Issue(id="i1", number=1, problem="Late", tasks=("survey", "pack")),
        Action(id="c1", number=1, title="Call", links=("task/survey",)),
    ]
    return Project(records)


@pytest.fixture
def model(qapp: Any) -> PlanModel:
    return PlanModel(Workspace(session_of(staffed())))


def cell(model: PlanModel, task: str, key: str) -> str:
    return model.text(model.row_of(task), NUMBER_OF[key])


def come(model: PlanModel) -> None:
    """Deliver the figures that were asked for."""
    request = model.figures.request()
    assert request is not None
    answer = reckon(request)
    assert answer is not None
    model.figures.take(request, answer)


def test_work_is_summed_and_follows_progress(model: PlanModel) -> None:
    assert (cell(model, "survey", "work"), cell(model, "brief", "work")) == ("24h", "40h")
    assert (cell(model, "light", "work"), cell(model, "light", "initials")) == ("8h", "LL [50%]")
    assert cell(model, "survey", "initials") == "AB"
    model.workspace.do(commands.SetProgress(("survey",), 50))
    assert (cell(model, "survey", "actual_work"), cell(model, "survey", "remaining_work")) == ("12h", "12h")
    assert (cell(model, "brief", "actual_work"), cell(model, "brief", "remaining_work")) == ("12h", "28h")
    model.workspace.do(SetFields("assignment", ("a1",), {"work": 30 * 60, "overtime_work": 6 * 60}))
    assert (cell(model, "survey", "overtime_work"), cell(model, "brief", "overtime_work")) == ("6h", "6h")


def test_cost_is_pending_until_it_comes_and_stays_until_newer_comes(model: PlanModel) -> None:
    assert cell(model, "survey", "cost") == "…"
    come(model)
    assert (cell(model, "survey", "cost"), cell(model, "brief", "cost")) == ("2,400.00", "4,000.00")
    model.workspace.do(commands.SetProgress(("survey",), 50))
    assert cell(model, "survey", "cost") == "2,400.00"
    come(model)
    assert (cell(model, "survey", "actual_cost"), cell(model, "survey", "remaining_cost")) == ("1,200.00", "1,200.00")
    assert model.figures.request() is None
    model.workspace.do(SetFields("task", ("survey",), {"fixed_cost": 50_000}))
    assert cell(model, "survey", "cost") == "2,400.00"
    come(model)
    assert cell(model, "survey", "cost") == "2,900.00"  # although no date moved


def test_variances_against_the_newest_and_any_other_baseline(model: PlanModel) -> None:
    work = model.workspace
    _capture(work, "First")
    work.do(commands.SetDuration(("survey",), 5 * DAY, "d"))
    assert cell(model, "survey", "baseline_duration") == "3d"
    assert cell(model, "survey", "start_variance") == "0d"
    assert cell(model, "survey", "finish_variance") == "+2d"
    assert cell(model, "survey", "duration_variance") == "+2d"
    assert (cell(model, "survey", "baseline_work"), cell(model, "survey", "work_variance")) == ("24h", "+16h")
    assert cell(model, "survey", "baseline_cost") == "2,400.00"
    cell(model, "survey", "cost_variance")
    come(model)
    assert cell(model, "survey", "cost_variance") == "+1,600.00"
    assert cell(model, "plan", "start_variance") == "+2d"  # it waits for the survey
    _capture(work, "Second")
    assert cell(model, "survey", "finish_variance") == "0d"
    first = next(one.id for one in work.project.table(Baseline).values() if one.name == "First")
    model.compare_with(first)
    assert cell(model, "survey", "finish_variance") == "+2d"


def test_earned_value_of_a_task(model: PlanModel) -> None:
    work = model.workspace
    _capture(work, "First")
    work.do(commands.SetDuration(("survey",), 5 * DAY, "d"))
    work.do(commands.SetProgress(("survey",), 100))
    work.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 10)}))
    cell(model, "survey", "pv")
    come(model)
    # Agreed: 24 h at 100 an hour. Done: all of it, for 40 h.
    want = {
        "bac": "2,400.00", "pv": "2,400.00", "ev": "2,400.00", "ac": "4,000.00", "sv": "0.00", "cv": "-1,600.00",
        "spi": "1.00", "cpi": "0.60", "eac": "4,000.00", "vac": "-1,600.00",
    }  # fmt: skip
    assert {key: cell(model, "survey", key) for key in want} == want
    assert cell(model, "plan", "bac") == ""


@pytest.mark.parametrize(
    ("basis", "shown", "asked"),
    [("cost", ["2,400.00", "1,600.00", "800.00"], "1,000"), ("work", ["24h", "16h", "8h"], "10"),
     ("work", ["24h", "16h", "8h"], "10h"), ("work", ["24h", "16h", "8h"], "1.25d")],
)  # fmt: skip
def test_earned_value_is_compared_as_amounts_in_money_and_in_work(basis: str, shown: list[str], asked: str) -> None:
    """Anna surveys for 24 hours and collects wishes for 16, each hour for 100; Li lights for 8, which costs 800."""
    project = staffed()
    project.put("resource", "li", project.get(Resource, "li").replace(standard_rate=HOUR))
    project.put("project", "p", project.profile.replace(ev_basis=basis))
    model = PlanModel(Workspace(session_of(project)))
    _capture(model.workspace, "First")
    model.workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 7, 31)}))
    cell(model, "survey", "bac")
    come(model)
    leaves = ["survey", "wishes", "light"]
    assert [cell(model, task, "bac") for task in leaves] == shown

    def rows(asked: Arrangement) -> list[str]:
        model.arrange(asked)
        return [each for each in model.ids if each in leaves]

    assert rows(Arrangement(sort=(SortKey("bac", True),))) == leaves
    assert rows(Arrangement(sort=(SortKey("bac"),))) == leaves[::-1]
    assert rows(Arrangement((Condition("bac", ABOVE, asked),))) == leaves[:2]
    assert rows(Arrangement((Condition("pv", BELOW, asked),))) == leaves[2:]
    assert rows(Arrangement((Condition("sv", BELOW, "0"),))) == leaves  # all of it is late
    with pytest.raises(Rejected):
        rows(Arrangement((Condition("bac", ABOVE, "much"),)))


def test_figures_of_today_are_of_another_day_when_it_has_begun(clock: Clock, qapp: Any) -> None:
    project = staffed()
    workspace = Workspace(Session(project, author="test", clock=clock))
    model = PlanModel(workspace)
    _capture(workspace, "First")
    clock.now = dt.datetime(2026, 6, 2, 23, 50)
    workspace.look_at_clock()
    cell(model, "survey", "pv")
    come(model)
    assert cell(model, "survey", "pv") == "1,600.00"  # two of three days at 800
    clock.now = dt.datetime(2026, 6, 3, 0, 5)
    workspace.look_at_clock()
    cell(model, "survey", "pv")
    come(model)
    assert cell(model, "survey", "pv") == "2,400.00"
    workspace.do(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 1)}))
    cell(model, "survey", "pv")
    come(model)
    clock.now = dt.datetime(2026, 6, 4, 0, 5)
    workspace.look_at_clock()
    cell(model, "survey", "pv")
    assert model.figures.request() is None and cell(model, "survey", "pv") == "800.00"


def test_overloads_are_told(model: PlanModel) -> None:
    cell(model, "survey", "overloaded")
    come(model)
    assert [cell(model, task, "overloaded") for task in ("survey", "wishes", "light")] == ["Yes", "Yes", ""]


def test_open_items_of_the_registers(model: PlanModel) -> None:
    keys = ("open_risk", "open_issue", "open_action", "open_decision")
    assert [cell(model, "survey", key) for key in keys] == ["1", "1", "1", ""]
    assert [cell(model, "pack", key) for key in keys] == ["", "1", "", ""]
    model.workspace.do(SetFields("task", ("survey",), {"links": ("action/c1", "risk/r1")}))  # the same from this side
    assert open_items(model.workspace.project)["action"] == {"survey": 1}
    model.workspace.do(SetFields("action", ("c1",), {"status": "done"}))
    assert cell(model, "survey", "open_action") == ""


@pytest.mark.parametrize(
    ("percent", "status", "word"),
    [
        (0, dt.date(2026, 5, 31), "Future task"),
        (0, dt.date(2026, 6, 1), "On schedule"),  # nothing had to be done the day before
        (0, dt.date(2026, 6, 2), "Late"),
        (33, dt.date(2026, 6, 2), "Late"),
        (34, dt.date(2026, 6, 2), "On schedule"),
        (34, dt.date(2026, 6, 3), "Late"),
        (67, dt.date(2026, 6, 3), "On schedule"),
        (99, dt.date(2026, 6, 4), "Late"),
        (100, dt.date(2026, 6, 4), "Complete"),
    ],
)
def test_status_in_words(model: PlanModel, percent: int, status: dt.date, word: str) -> None:
    """The survey lasts from Monday 06-01 to Wednesday 06-03."""
    model.workspace.do(commands.SetProgress(("survey",), percent))
    said = STATUS[task_status(model.workspace.schedule, "survey", status)]
    assert catalog(ENGLISH)(said) == word


def test_status_is_that_of_the_status_date_or_of_today(model: PlanModel) -> None:
    assert cell(model, "survey", "status") == "Late"  # today is Wednesday
    assert cell(model, "move", "status") == "Future task"


def test_links_by_code_number_and_name(model: PlanModel) -> None:
    assert cell(model, "agreed", "predecessors") == "1.1; 1.2"
    assert cell(model, "agreed", "predecessors_by_number") == "T-002; T-003"
    assert cell(model, "agreed", "predecessor_names") == "Survey the old office; Collect wishes"
    assert cell(model, "agreed", "driving") == "1.1"  # the survey ends last
    assert cell(model, "plan", "successors_by_number") == "T-007; T-008"
    assert cell(model, "plan", "successor_names") == "Lighting; Collect offers"
    assert model.attempt(model.index(model.row_of("agreed"), NUMBER_OF["predecessors_by_number"]), "T-003SS+1d") is None
    assert cell(model, "agreed", "predecessors") == "1.2SS+1d"


def test_three_point_estimates(model: PlanModel) -> None:
    # The floor plan takes five days; four to twelve: (4 + 4 × 5 + 12) ÷ 6 = 6, and (12 − 4) ÷ 6 = 1⅓.
    assert (cell(model, "plan", "expected"), cell(model, "plan", "deviation")) == ("", "")
    model.workspace.do(SetFields("task", ("plan",), {"optimistic": 4 * 480}))
    assert cell(model, "plan", "expected") == ""
    model.workspace.do(SetFields("task", ("plan",), {"pessimistic": 12 * 480}))
    assert (cell(model, "plan", "expected"), cell(model, "plan", "deviation")) == ("6d", "1.33d")
    model.workspace.do(SetFields("task", ("plan",), {"duration": 8 * 480}))
    assert cell(model, "plan", "expected") == "8d"
    assert cell(model, "design", "expected") == ""


def test_floats_and_margins(model: PlanModel) -> None:
    # Lighting ends two days after the floor plan, the offers four, packing and driving follow those.
    assert (cell(model, "light", "total_float"), cell(model, "light", "free_float")) == ("5d", "5d")
    assert cell(model, "light", "interfering_float") == "0d"
    model.workspace.do(SetFields("task", ("survey",), {"deadline": dt.datetime(2026, 6, 2, 17)}))
    assert cell(model, "survey", "deadline_margin") == "-1d"
    assert (cell(model, "survey", "summary_task"), cell(model, "survey", "outline_level")) == ("Brief", "2")


def test_actual_work_of_people_is_not_typed_over(model: PlanModel) -> None:
    refusal = model.attempt(model.index(model.row_of("survey"), NUMBER_OF["actual_work"]), "5h")
    assert refusal is not None
    assert refusal.code == "actual_work_of_people"
    assert model.attempt(model.index(model.row_of("plan"), NUMBER_OF["work"]), "30h") is None
    assert model.attempt(model.index(model.row_of("plan"), NUMBER_OF["actual_work"]), "5h") is None
    assert (cell(model, "plan", "actual_work"), cell(model, "plan", "remaining_work")) == ("5h", "25h")


def test_every_column_has_a_group_and_no_key_twice() -> None:
    assert len(NUMBER_OF) == len(COLUMNS)
    assert {spec.name for spec in Task.info.columns()} - {"wbs_code"} <= NUMBER_OF.keys()


def _capture(workspace: Workspace, name: str) -> None:
    assert workspace.do(commands.CaptureBaseline(name))
