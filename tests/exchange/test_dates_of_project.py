"""Our dates beside those that Microsoft Project itself computed, file by file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desktop.domain.plan import Task
from desktop.domain.scheduling import Schedule, TaskDates, schedule
from desktop.exchange.mspdi import read_mspdi

AGREED = ("A", "B")
"""Files in which every start and finish must be Project's."""

DEVIATIONS: Mapping[str, Mapping[int, str]] = {}
"""Tasks of the other files whose dates may differ, by number, and why."""
FLOATS: Mapping[str, str] = {}
"""Files in which a task may have another total float or another critical flag than in Project."""


class Compared(NamedTuple):
    uid: int
    expected: Mapping[str, Any]
    ours: TaskDates


def compared(corpora: Path, name: str) -> Iterator[Compared]:
    folder = corpora / "mspdi"
    expected = json.loads((folder / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    project = read_mspdi(folder / f"{name}.xml").project()
    planned = schedule(project)
    by_uid = {task.source_uid: task.id for task in project.table(Task).values()}
    for facts in expected["tasks"]:
        if facts["uid"]:
            yield Compared(facts["uid"], facts, planned.of(by_uid[facts["uid"]]))


def names(corpora: Path, tiers: tuple[str, ...]) -> list[str]:
    found = []
    for path in sorted((corpora / "mspdi" / "expected").glob("*.json")):
        if json.loads(path.read_text(encoding="utf-8"))["tier"] in tiers:
            found.append(path.stem)
    return found


def differing(rows: Iterator[Compared]) -> set[int]:
    return {
        row.uid
        for row in rows
        if (row.ours.start.isoformat(), row.ours.finish.isoformat())
        != (row.expected["start"], row.expected["finish"])
    }


def test_files_that_must_agree_do(corpora: Path) -> None:
    found = names(corpora, AGREED)
    assert len(found) >= 8
    for name in found:
        assert differing(compared(corpora, name)) == set(), name


def test_the_others_differ_only_where_it_is_explained(corpora: Path) -> None:
    for name in names(corpora, ("C",)):
        assert differing(compared(corpora, name)) <= DEVIATIONS.get(name, {}).keys(), name


def test_explanations_are_of_files_that_exist(corpora: Path) -> None:
    known = {path.stem for path in (corpora / "mspdi").glob("*.xml")}
    assert DEVIATIONS.keys() | FLOATS.keys() <= known


def test_total_float_and_critical_tasks_agree(corpora: Path) -> None:
    for name in names(corpora, ("A", "B", "C")):
        if name in FLOATS:
            continue
        for row in compared(corpora, name):
            assert row.ours.total_float == round(row.expected["total_slack_min"] or 0), (name, row.uid)
            assert row.ours.critical == row.expected["critical"], (name, row.uid)


COMPUTED = (
    "Start", "Finish", "EarlyStart", "EarlyFinish", "LateStart", "LateFinish", "FreeSlack", "TotalSlack", "StartSlack",
    "FinishSlack", "Critical",
)  # fmt: skip


@pytest.mark.parametrize(
    "name", ["mp_j30_a2_nr1", "mp_j120_a2_nr1", "ms_relations", "ms_sample", "as_project_sort", "ms_caltest"]
)
def test_computed_dates_of_automatic_tasks_are_never_used(corpora: Path, tmp_path: Path, name: str) -> None:
    """The same plan with all of them taken away, and with all of them ten years later."""
    original = corpora / "mspdi" / f"{name}.xml"
    text = original.read_text(encoding="utf-8")
    tasks = text[text.index("<Tasks>") : text.index("</Tasks>")]
    bare = later = tasks
    for tag in COMPUTED:
        bare = re.sub(rf"<{tag}>[^<]*</{tag}>", "", bare)
    for tag in COMPUTED[:6]:
        later = re.sub(
            rf"<{tag}>(\d)(\d\d)",
            lambda found: f"<{found[0][1 : found[0].index('>')]}>{found[1]}1{found[2][1]}",
            later,
        )
    assert bare != tasks != later
    expected = dates(read_and_schedule(original))
    for changed in (bare, later):
        path = tmp_path / original.name
        path.write_text(text.replace(tasks, changed), encoding="utf-8")
        assert dates(read_and_schedule(path)) == expected


def read_and_schedule(path: Path) -> tuple[dict[str, Task], Schedule]:
    project = read_mspdi(path).project()
    return dict(project.table(Task)), schedule(project)


def dates(found: tuple[dict[str, Task], Schedule]) -> dict[int | None, tuple[Any, Any]]:
    tasks, planned = found
    return {task.source_uid: (planned.of(task.id).start, planned.of(task.id).finish) for task in tasks.values()}
