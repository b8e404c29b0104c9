"""GanttProject files: whole days, links, people; and files that are not what they say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.imports import Imported
from desktop.domain.plan import Assignment, Calendar, Dependency, Resource, Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.exchange.gan import read_gan

HEAD = (
    '<calendars base-id="x"><day-types><default-week sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/>'
    "</day-types>{days}</calendars>"
)


def read(tmp_path: Path, tasks: str, *, days: str = "", more: str = "") -> Imported:
    path = tmp_path / "plan.gan"
    path.write_text(f'<project name="计划">{HEAD.format(days=days)}<tasks>{tasks}</tasks>{more}</project>', "utf-8")
    return read_gan(path)


def task(number: int, start: str, days: int, inside: str = "", **facts: str) -> str:
    more = "".join(f' {name}="{value}"' for name, value in facts.items())
    return f'<task id="{number}" name="T{number}" start="{start}" duration="{days}"{more}>{inside}</task>'


def dates(plan: Imported) -> dict[str, str]:
    project = plan.project()
    planned = schedule(project)
    found = {}
    for item in project.table(Task).values():
        of = planned.of(item.id)
        found[item.name] = f"{of.start:%m-%d %H:%M} - {of.finish:%m-%d %H:%M}"
    return found


def test_every_task_of_a_real_plan_starts_on_the_day_that_the_file_says(corpora: Path) -> None:
    plan = read_gan(corpora / "gan" / "cvra_planning.gan")
    project = plan.project()
    planned = schedule(project)
    tasks = list(project.table(Task).values())
    assert len(tasks) == 18 and len(project.table(Dependency)) == 9
    late = [item.name for item in tasks if planned.of(item.id).start != item.recorded_start]
    # A milestone of ours stands at the end of what it waits for, GanttProject's on the next working morning.
    assert late == ["Rendu rapport"]
    # 15 working days from Tuesday 19 September are over on Monday 9 October.
    (first,) = (item for item in tasks if item.name == "State of the art")
    assert planned.of(first.id).finish == dt.datetime(2017, 10, 9, 17) and first.percent_complete == 60
    assert first.notes.startswith("Lecture de papers") and "\n" in first.notes


@pytest.mark.parametrize(
    ("kind", "lag", "expected"),
    [
        ("2", 0, "06-08 08:00 - 06-09 17:00"),
        ("2", 2, "06-10 08:00 - 06-11 17:00"),
        ("2", -2, "06-04 08:00 - 06-05 17:00"),
        ("1", 1, "06-02 08:00 - 06-03 17:00"),
        ("3", 0, "06-04 08:00 - 06-05 17:00"),
    ],
)
def test_links_by_type_and_difference(tmp_path: Path, kind: str, lag: int, expected: str) -> None:
    """A takes Monday to Friday, B two days; the dates of knowledge about links in working days."""
    link = f'<depend id="2" type="{kind}" difference="{lag}" hardness="Strong"/>'
    assert dates(read(tmp_path, task(1, "2026-06-01", 5, link) + task(2, "2026-06-08", 2)))["T2"] == expected


def test_a_rubber_link_leaves_a_task_on_its_later_day(tmp_path: Path) -> None:
    link = '<depend id="2" type="2" difference="0" hardness="Rubber"/>'
    found = dates(read(tmp_path, task(1, "2026-06-01", 5, link) + task(2, "2026-06-15", 1)))
    assert found["T2"] == "06-15 08:00 - 06-15 17:00"


def test_holidays_working_weekends_and_every_year(tmp_path: Path) -> None:
    days = (
        '<date year="2026" month="6" date="3" type="HOLIDAY">Feast</date><date year="" month="6" date="5" '
        'type="HOLIDAY"/><date year="2026" month="6" date="6" type="WORKING_DAY"/>'
        '<date year="2026" month="2" date="30" type="HOLIDAY"/><date year="2026" month="6" date="4" type="NEUTRAL"/>'
    )
    plan = read(tmp_path, task(1, "2026-06-01", 5), days=days)
    # Monday, Tuesday, Thursday, the working Saturday, and Monday again.
    assert dates(plan)["T1"] == "06-01 08:00 - 06-08 17:00"
    (recorded,) = (item.recorded_finish for item in plan.records if isinstance(item, Task))
    assert recorded == dt.datetime(2026, 6, 8, 17)
    assert any(finding.items == ("2026-2-30",) for finding in plan.findings)


def test_outline_milestones_priority_and_cost(tmp_path: Path) -> None:
    inner = task(2, "2026-06-01", 2, priority="2", complete="50") + task(3, "2026-06-03", 0, meeting="true")
    plan = read(tmp_path, task(1, "2026-06-01", 3, inner) + task(4, "2026-06-01", 1, **{"cost-manual-value": "12.5"}))
    by_name = {item.name: item for item in plan.records if isinstance(item, Task)}
    assert by_name["T2"].parent == by_name["T1"].id == by_name["T3"].parent and by_name["T4"].parent is None
    assert (by_name["T2"].priority, by_name["T2"].percent_complete) == (700, 50)
    assert by_name["T3"].milestone and by_name["T3"].duration == 0
    assert by_name["T4"].fixed_cost == 1250 and by_name["T1"].constraint == "asap"


def test_people_with_absences(tmp_path: Path) -> None:
    more = (
        '<resources><resource id="0" name="李霄" contacts="li@example.com"/></resources><allocations>'
        '<allocation task-id="1" resource-id="0" load="50.0"/><allocation task-id="9" resource-id="0" load="1"/>'
        '</allocations><vacations><vacation start="2026-06-02" end="2026-06-03" resourceid="0"/></vacations>'
    )
    plan = read(tmp_path, task(1, "2026-06-01", 5), more=more)
    (person,) = (item for item in plan.records if isinstance(item, Resource))
    (work,) = (item for item in plan.records if isinstance(item, Assignment))
    own = next(item for item in plan.records if isinstance(item, Calendar) and item.id == person.calendar)
    assert (person.name, person.email, work.units) == ("李霄", "li@example.com", 50)
    assert [(day.start, day.finish) for day in own.exceptions] == [(dt.date(2026, 6, 2), dt.date(2026, 6, 3))]


def test_what_cannot_be_read_is_listed(tmp_path: Path) -> None:
    broken = (
        '<task id="1" name="" start="nonsense" duration="x" complete="9999"><depend id="77"/><depend id="2"/>'
        '<depend id="2"/></task><task id="1" name="Again" start="2026-06-01" duration="-3"/>' + task(2, "9999-01-01", 1)
    )
    plan = read(tmp_path, broken)
    project = plan.project()
    schedule(project)
    assert len(project.table(Task)) == 3 and len(project.table(Dependency)) == 1
    said = {finding.sentence for finding in plan.findings}
    assert sum("{n}" in sentence for sentence in said) >= 6


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "import_empty"),
        (b"<project><tasks>", "import_not_xml"),
        (b"<html/>", "import_not_gan"),
        (b"<project/>", "import_not_gan"),
        (b"\x00\xff\xfe junk", "import_not_xml"),
        (b'<!DOCTYPE p [<!ENTITY a "b">]><project><tasks/></project>', "import_forbidden"),
        (b"<project><tasks>" + b"<task>" * 100 + b"</task>" * 100 + b"</tasks></project>", "import_too_deep"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "plan.gan"
    path.write_bytes(content)
    with pytest.raises(Rejected) as caught:
        read_gan(path)
    assert caught.value.code == code


def test_an_empty_plan_is_a_plan(tmp_path: Path) -> None:
    assert not read(tmp_path, "").project().table(Task)
