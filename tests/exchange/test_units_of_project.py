"""Units of assignments as Project writes them: parts of a per cent, and material used as long as a task lasts.

Expected dates are work divided by units, on Monday to Friday from 2026-06-01 08:00, worked out by hand.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.domain.commands.plan.dates import SetDuration
from desktop.domain.costing.costs import costs
from desktop.domain.costing.work import work_over_time
from desktop.domain.plan import Assignment, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.domain.shares import share_of
from desktop.exchange.mspdi import mspdi_bytes
from tests.exchange.documents import STANDARD, assignment, base_calendar, document, read, resource, task

NOW = dt.datetime(2026, 6, 1, 8)
MORNINGS = base_calendar(2, "08:00-12:00")
HOURLY = "<HasFixedRateUnits>0</HasFixedRateUnits><FixedMaterial>0</FixedMaterial><RateScale>{}</RateScale>"


def finish_of(project: Project, number: int = 1) -> str:
    planned = schedule(project)
    found = next(item for item in project.table(Task).values() if item.source_uid == number)
    return f"{planned.of(found.id).finish:%m-%d %H:%M}"


def only(project: Project, resource_number: int = 1) -> Assignment:
    return next(item for item in project.table(Assignment).values() if item.source_uid == resource_number)


def written(project: Project, uid: int = 1) -> dict[str, str]:
    """Texts of an assignment as it is written."""
    content, _ = mspdi_bytes(project, schedule(project), NOW)
    root = ElementTree.fromstring(content.replace(b' xmlns="http://schemas.microsoft.com/project"', b""))
    found = next(item for item in root.iterfind("Assignments/Assignment") if item.findtext("UID") == str(uid))
    return {item.tag: item.text or "" for item in found}


@pytest.mark.parametrize(
    ("units", "hours", "expected"),
    [
        (0.125, 4, "06-10 12:00"),  # 32 h of mornings: eight of them
        (0.0125, 0.4, "06-10 12:00"),
        (0.005, 0.2, "06-12 12:00"),  # less than one per cent: 40 h, ten mornings
        (1.675, 53.6, "06-10 12:00"),
        (0.3333333333333333, 4, "06-03 12:00"),  # 12 h
    ],
)
def test_parts_of_a_per_cent_count(tmp_path: Path, units: float, hours: float, expected: str) -> None:
    """Beside somebody who has 1 h, so that the duration of the task says nothing."""
    text = document(
        task(1, days=0.125), calendars=STANDARD + MORNINGS, resources=resource(1, 2) + resource(2),
        assignments=assignment(1, 1, 1, hours, units=units) + assignment(2, 1, 2, 1),
    )  # fmt: skip
    for written_hours, span in (("0.4", "0H24M"), ("0.2", "0H12M"), ("53.6", "53H36M")):
        text = text.replace(f"PT{written_hours}H0M0S", f"PT{span}0S")
    project = read(tmp_path, text).project()
    assert finish_of(project) == expected
    assert written(project)["Units"] == str(units)


def test_units_that_were_typed_in_count_instead(tmp_path: Path) -> None:
    text = document(task(1), resources=resource(1), assignments=assignment(1, 1, 1, 1, units=0.125))
    project = read(tmp_path, text).project()
    item = only(project)
    assert (item.units, share_of(item)) == (12, 125_000)
    assert share_of(item.replace(units=13)) == 130_000
    assert share_of(item.replace(units=25)) == 250_000
    project.put("assignment", item.id, item.replace(units=25))
    assert written(project)["Units"] == "0.25"


def test_fixed_work_keeps_the_part_of_a_per_cent_that_follows(tmp_path: Path) -> None:
    """24 h in three days by one person; in seven days it is three sevenths of them."""
    text = document(
        task(1, days=3, more="<Type>2</Type>"), resources=resource(1), assignments=assignment(1, 1, 1, 24)
    )  # fmt: skip
    session = Session(read(tmp_path, text).project())
    identity = only(session.project).task
    session.execute(SetDuration((identity,), 7 * 480))
    assert only(session.project).units == 43
    assert share_of(only(session.project)) == 428_571
    session.execute(SetDuration((identity,), 3 * 480))
    assert share_of(only(session.project)) == 1_000_000


def material(tmp_path: Path, units: float, scale: int, hours: float, days: float = 5) -> Project:
    """Ten euros for one of a material, used during a task; ``hours`` stand for the amount, as in the file."""
    more = "<StandardRate>10</StandardRate><StandardRateFormat>8</StandardRateFormat><MaterialLabel>t</MaterialLabel>"
    text = document(
        task(1, days=days), resources=resource(1, kind=0, more=more),
        assignments=assignment(1, 1, 1, hours, units=units, more=HOURLY.format(scale)),
    )  # fmt: skip
    return read(tmp_path, text).project()


@pytest.mark.parametrize(
    ("units", "scale", "shown", "unit"),
    [(0.375, 3, 300, "d"), (0.375, 2, 38, "h"), (0.375, 4, 1500, "w"), (0.375, 5, 6000, "mo"), (0.375, 1, 1, "m")],
)  # fmt: skip
def test_material_that_is_used_over_time_lasts_as_long_as_its_task(
    tmp_path: Path, units: float, scale: int, shown: int, unit: str
) -> None:
    """Three tons a day, 0.375 an hour: fifteen in five days, thirty in ten. A ton costs ten euros."""
    project = material(tmp_path, units, scale, 15)
    item = only(project)
    assert (item.units, item.used_per, item.work) == (shown, unit, None)
    planned = schedule(project)
    assert work_over_time(project, planned, item).total == 15 * 60
    assert costs(project, planned).of_assignment(item).total == 15_000
    longer = project.get(Task, item.task).replace(duration=10 * 480)
    project.put("task", longer.id, longer)
    assert costs(project, schedule(project)).of_assignment(item).total == 30_000
    back = written(project)
    assert [back[tag] for tag in ("Units", "HasFixedRateUnits", "RateScale", "Work")] == [
        str(units), "0", str(scale), "PT30H0M0S"
    ]  # fmt: skip


def test_material_goes_by_the_duration_of_its_task_and_not_by_its_people(tmp_path: Path) -> None:
    """Somebody who works mornings takes ten days for the five of the task: it is still fifteen tons."""
    text = document(
        task(1, days=5), calendars=STANDARD + MORNINGS, resources=resource(1, kind=0) + resource(2, 2),
        assignments=assignment(1, 1, 1, 15, units=0.375, more=HOURLY.format(3)) + assignment(2, 1, 2, 40),
    )  # fmt: skip
    project = read(tmp_path, text).project()
    item, planned = only(project), schedule(project)
    assert finish_of(project) == "06-12 12:00"
    assert work_over_time(project, planned, item).total == 15 * 60
    dates = planned.of(item.task)
    held = project.get(Task, item.task).replace(
        mode="manual", manual_start=dates.start, manual_finish=dates.finish
    )  # fmt: skip
    project.put("task", held.id, held)
    assert work_over_time(project, schedule(project), item).total == 15 * 60


def test_an_amount_that_time_does_not_explain_stays(tmp_path: Path) -> None:
    project = material(tmp_path, 0.375, 3, 40)
    item = only(project)
    assert (item.units, item.used_per, item.work) == (38, "", 40 * 60)
    assert [written(project)[tag] for tag in ("Units", "HasFixedRateUnits", "RateScale")] == ["0.375", "0", "3"]


def test_a_fixed_amount_of_material_does_not_grow(tmp_path: Path) -> None:
    text = document(task(1), resources=resource(1, kind=0), assignments=assignment(1, 1, 1, 2.5, units=2.5))
    project = read(tmp_path, text.replace("PT2.5H0M0S", "PT2H30M0S")).project()
    item = only(project)
    project.put("task", item.task, project.get(Task, item.task).replace(duration=4800))
    assert work_over_time(project, schedule(project), item).total == 150
    assert written(project)["Units"] == "2.5"
