"""What ``pilotage schedule FILE --json`` prints: the keys, the units and the rows."""

from __future__ import annotations

import json
from pathlib import Path

from desktop.domain.imports import Imported
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import read_mspdi
from desktop.exchange.schedule_json import schedule_document
from desktop.i18n import CHINESE, catalog
from tests.exchange.documents import document, link, read, task
from tests.plans import office

KEYS = [
    "uid", "wbs", "name", "summary", "milestone", "start", "finish", "early_start", "early_finish", "late_start",
    "late_finish", "total_float_minutes", "free_float_minutes", "critical", "recorded_start", "recorded_finish",
]  # fmt: skip


def shown(found: Imported) -> dict[str, object]:
    project = found.project()
    return schedule_document(project, schedule(project), catalog("en"), found.findings)


def test_rows_have_the_agreed_keys_and_units(tmp_path: Path) -> None:
    dates = "<Start>2026-06-01T08:00:00</Start><Finish>2026-06-02T17:00:00</Finish>"
    rows = (
        task(4, "Sum")
        + task(5, "A", level=2, days=2, more=dates)
        + task(6, "B", level=2)
        + task(7, "End", days=0, more=link(5) + "<Milestone>1</Milestone>")
    )
    found = shown(read(tmp_path, document(rows)))
    tasks = found["tasks"]
    assert isinstance(tasks, list)
    assert [list(row) for row in tasks] == [KEYS] * 4
    assert tasks[1] == {
        "uid": 5, "wbs": "1.1", "name": "A", "summary": False, "milestone": False,
        "start": "2026-06-01T08:00", "finish": "2026-06-02T17:00", "early_start": "2026-06-01T08:00",
        "early_finish": "2026-06-02T17:00", "late_start": "2026-06-01T08:00", "late_finish": "2026-06-02T17:00",
        "total_float_minutes": 0, "free_float_minutes": 0, "critical": True,
        "recorded_start": "2026-06-01T08:00", "recorded_finish": "2026-06-02T17:00",
    }  # fmt: skip
    assert (tasks[2]["total_float_minutes"], tasks[2]["free_float_minutes"], tasks[2]["recorded_start"]) == (
        480,
        480,
        None,
    )
    assert (tasks[0]["summary"], tasks[3]["milestone"], tasks[3]["wbs"]) == (True, True, "2")
    project = found["project"]
    assert isinstance(project, dict)
    assert (project["name"], project["finish"], project["tasks"]) == ("Plan", "2026-06-02T17:00", 4)
    assert json.loads(json.dumps(found)) == found


def test_the_row_of_the_project_is_shown_where_the_file_has_one(corpora: Path) -> None:
    for path in sorted((corpora / "mspdi").glob("*.xml")):
        expected = json.loads((path.parent / "expected" / f"{path.stem}.json").read_text(encoding="utf-8"))
        found = shown(read_mspdi(path))
        tasks = found["tasks"]
        assert isinstance(tasks, list)
        assert sorted(row["uid"] for row in tasks) == sorted(row["uid"] for row in expected["tasks"]), path.name
        if expected["tier"] == "A":
            whole, theirs = tasks[0], expected["tasks"][0]
            for key in ("start", "finish", "early_start", "early_finish", "late_start", "late_finish"):
                assert whole[key] == theirs[key][:16], (path.name, key)
            assert (whole["total_float_minutes"], whole["critical"]) == (0, True)


def test_a_plan_of_our_own_has_no_such_row() -> None:
    project = office()
    found = schedule_document(project, schedule(project), catalog("en"))
    assert isinstance(found["tasks"], list)
    assert [row["uid"] for row in found["tasks"]] == list(range(1, 13))


def test_warnings_speak_the_language_of_the_caller(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1, "甲", more="<Deadline>2026-05-01T17:00:00</Deadline>"))).project()
    said = schedule_document(found, schedule(found), catalog(CHINESE))["warnings"]
    assert isinstance(said, list)
    assert said[0]["code"] == "deadline_missed"
    assert "甲" in said[0]["text"]


def test_warnings_name_the_tasks_by_their_numbers(tmp_path: Path) -> None:
    found = shown(read(tmp_path, document(task(7, more=link(9)) + task(8, more=link(7)) + task(9, more=link(8)))))
    assert [(one["code"], one["tasks"]) for one in found["warnings"]] == [("cycle", [7, 8, 9])]


def test_the_rules_in_force_are_said(tmp_path: Path) -> None:
    """A file of Project honours dates unless it says otherwise, and its dates are calculated."""
    found = shown(read(tmp_path, document(task(1, "A"))))["project"]
    assert isinstance(found, dict)
    rules = ("constraint_rule", "progress_rule", "lag_calendar", "float_rule", "critical_rule", "dates")
    assert [found[key] for key in rules] == [
        "pinned", "as_planned", "successor", "smallest", "total_float", "calculated"
    ]  # fmt: skip
    assert (found["critical_limit_minutes"], found["near_critical_limit_minutes"]) == (0, 2400)
