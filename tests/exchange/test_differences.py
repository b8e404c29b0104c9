"""Every figure of every plan that Microsoft Project scheduled, against the list of known differences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from desktop.domain.plan import Task
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import read_mspdi, span_of
from tests.exchange.differences import DIFFERENCES, WHOLE_PROJECT

DATES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
FLOATS = {"total_float": "total_slack_min", "free_float": "free_slack_min"}
ENOUGH = 0.97
"""Share of tasks whose float and critical flag have to be Project's whatever the list explains."""

Figure = tuple[tuple[str, int, str], bool]
"""(file, task, field), and whether it is Project's."""


def test_every_difference_is_explained_and_every_explanation_needed(corpora: Path) -> None:
    found = list(figures(corpora / "mspdi"))
    assert len(found) > 3000
    assert {key for key, same in found if not same} == DIFFERENCES.keys()


def test_floats_and_critical_flags_are_those_of_project(corpora: Path) -> None:
    same: dict[tuple[str, int], bool] = {}
    for (name, uid, field), equal in figures(corpora / "mspdi"):
        if field in ("total_float", "critical"):
            same[name, uid] = same.get((name, uid), True) and equal
    assert sum(same.values()) >= ENOUGH * len(same)


def figures(folder: Path) -> Iterator[Figure]:
    for path in sorted((folder / "expected").glob("*.json")):
        facts = json.loads(path.read_text(encoding="utf-8"))
        project = read_mspdi(folder / f"{path.stem}.xml").project()
        planned = schedule(project)
        by_uid = {task.source_uid: task.id for task in project.table(Task).values()}
        for expected in facts["tasks"]:
            uid = expected["uid"]
            if uid == WHOLE_PROJECT:
                # Tasks of other projects that stand in for links across projects are not part of this one.
                start, finish = span_of(project, planned)
                compared = _dates(SimpleNamespace(start=start, finish=finish), expected, ("start", "finish"))
            else:
                compared = _task(planned.of(by_uid[uid]), expected)
            for field, same in compared.items():
                yield (path.stem, uid, field), same


def _task(ours: Any, expected: dict[str, Any]) -> dict[str, bool]:
    return (
        _dates(ours, expected, DATES)
        | {name: getattr(ours, name) == round(expected[tag] or 0) for name, tag in FLOATS.items()}
        | {"critical": ours.critical == expected["critical"]}
    )


def _dates(ours: Any, expected: dict[str, Any], names: tuple[str, ...]) -> dict[str, bool]:
    return {name: getattr(ours, name).isoformat() == expected[name] for name in names if expected[name]}
