"""The rules that are active, as people read them, and what little float shows."""

from __future__ import annotations

from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.in_force import rules_in_force
from desktop.i18n import CHINESE, ENGLISH, catalog
from tests.domain.scheduling.building import at, link, plan, project, task


def told(made, language=ENGLISH):
    found = rules_in_force(made, schedule(made), catalog(language))
    return {rule.field: f"{rule.title}: {rule.value}" for rule in found}


def test_what_a_new_project_does():
    assert told(project(task("A"))) == {
        "date_source": "Dates shown: Calculated by Pilotage",
        "schedule_from": "Schedule from: Project start",
        "constraint_rule": "Constraints: Logic first (soft)",
        "progress_rule": "Progress rule: Retained logic",
        "lag_calendar": "Lag calendar: Successor",
        "float_rule": "Total float is: Smaller of start and finish float",
        "critical_rule": "Critical by: Total float (at most 0d; near-critical: at most 5d)",
    }


def test_an_imported_plan_says_where_its_dates_come_from():
    stored = task("A", recorded_start=at("06-01 08:00"), recorded_finish=at("06-02 17:00"))
    facts = {"date_source": "stored", "source": "plan.xer", "critical_rule": "longest_path"}
    facts |= {"constraint_rule": "pinned"}
    found = told(project(stored, **facts))
    assert found["date_source"] == "Dates shown: As stored in the imported file, “plan.xer”"
    assert found["critical_rule"] == "Critical by: Longest path (near-critical: float of at most 5d)"
    assert "honour" in found["constraint_rule"].lower()
    assert "plan.xer" in told(project(stored, **facts), CHINESE)["date_source"]
    # Without recorded dates there are none to show, whatever the project says.
    assert told(project(task("A"), **facts))["date_source"] == "Dates shown: Calculated by Pilotage"


def test_tasks_with_little_float_are_near_critical():
    # B has four days of float beside A, C five and a half.
    records = [task("A", 6), task("B", 2), task("C", 0.5), task("E", 1)]
    links = [link("A>E", 1), link("B>E", 2), link("C>E", 3)]
    planned = plan(*records, *links)
    assert {name: (planned.of(name).critical, planned.of(name).near_critical) for name in "ABC"} == {
        "A": (True, False), "B": (False, True), "C": (False, False)
    }  # fmt: skip
