"""What is true of every plan, however odd: amounts add up over time and over tasks, and nothing comes from nowhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.baselines import captured
from desktop.domain.costing import costs
from desktop.domain.earned_value import PERIODS, Performance, curve
from desktop.domain.health import CONSULTING, check_health
from desktop.domain.plan import Baseline, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.variance import SAME, compare
from tests.domain.scheduling.random_plans import DAYS, examples, plans

MONEY: dict[str, Any] = {
    "fixed_cost": st.sampled_from((None, 0, 1, 999, 100_00)),
    "fixed_cost_accrual": st.sampled_from(("start", "prorated", "end")),
    "ev_method": st.sampled_from(("percent", "physical", "zero_hundred", "fifty_fifty")),
    "physical_percent": st.none() | st.integers(0, 100),
    "actual_cost": st.sampled_from((None, None, 0, 777)),
}


@st.composite
def priced(draw: st.DrawFn) -> tuple[Project, Baseline]:
    """A plan with prices, and a baseline of it as it was before anything was done."""
    made = draw(plans())
    for resource in list(made.rows("resource").values()):
        made.put("resource", resource.id, resource.replace(standard_rate=draw(st.sampled_from((None, 33_33, 100_00)))))  # type: ignore[call-arg]
    for task in list(made.table(Task).values()):
        made.put("task", task.id, task.replace(**{name: draw(one) for name, one in MONEY.items()}))
    clean = made.snapshot()
    for task in list(clean.table(Task).values()):
        undone = {"percent_complete": 0, "actual_start": None, "actual_finish": None, "actual_cost": None}
        clean.put("task", task.id, task.replace(**undone))
    baseline = Baseline(id="b", number=1, name="Agreed", tasks=captured(clean, schedule(clean)))
    made.put("baseline", "b", baseline)
    return made, baseline


@examples
@given(priced(), DAYS, st.sampled_from(PERIODS), st.sampled_from(("cost", "work")))
def test_periods_and_tasks_add_up(plan: tuple[Project, Baseline], status: dt.date, period: str, basis: str) -> None:
    project, baseline = plan
    project.put("project", project.profile.id, project.profile.replace(ev_basis=basis))
    planned = schedule(project)
    found = Performance(project, planned, baseline, status)
    total, drawn = found.of(), curve(found, period)

    def whole(name: str) -> int:
        return sum(value or 0 for value in drawn.steps(name))

    assert (whole("planned"), whole("earned"), whole("actual")) == (total.bac, total.ev, total.ac)
    assert 0 <= total.pv <= total.bac and 0 <= total.ev <= total.bac
    tops = [found.of(planned.ids[row]) for row in planned.network.rows.top]
    for name in ("bac", "pv", "ev", "ac"):
        assert sum(getattr(one, name) for one in tops) == getattr(total, name)
    for name in ("planned", "earned"):
        known = [value for value in getattr(drawn, name) if value is not None]
        assert known == sorted(known)
    if found.basis == "cost":
        assert whole("actual") + whole("forecast") == costs(project, planned).of(None).total


@examples
@given(priced())
def test_the_budget_is_the_cost_that_was_kept(plan: tuple[Project, Baseline]) -> None:
    """Of the tasks that are active: what is switched off had no cost when the baseline was taken."""
    project, baseline = plan
    tops = [row for row in baseline.tasks if row.level == 0]
    found = Performance(project, schedule(project), baseline, dt.date(2026, 6, 30))
    if found.basis == "cost":
        assert found.of().bac == sum(row.cost or 0 for row in tops)


@examples
@given(plans())
def test_a_plan_just_captured_is_as_agreed(project: Project) -> None:
    planned = schedule(project)
    found = compare(project, planned, Baseline(id="b", number=1, name="B", tasks=captured(project, planned)))
    assert {one.kind for one in found.tasks} <= {SAME}
    assert found.whole.kind == SAME


@examples
@given(plans())
def test_findings_name_tasks_of_the_plan(project: Project) -> None:
    planned = schedule(project)
    for measure in check_health(project, planned, CONSULTING):
        assert set(measure.tasks) <= set(planned.row)
        assert len(set(measure.tasks)) == len(measure.tasks)
        assert list(measure.tasks) == sorted(measure.tasks, key=planned.row.__getitem__)
