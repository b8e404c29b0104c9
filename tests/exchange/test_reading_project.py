"""The project, the outline and the file as a whole, read from Microsoft Project XML."""

# ruff: noqa: E501 (XML is easier to read on one line)

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.imports import NOT_READ, READ
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.validation import validate
from desktop.exchange.mspdi import read_mspdi
from desktop.exchange.mspdi.writer import mspdi_bytes
from tests.exchange.documents import document, link, read, said, task, tasks_of

AT = dt.datetime


@pytest.mark.parametrize(
    "text", ["<project><Tasks/></project>", "<Project/>", "<Project><Nothing/></Project>", "<html><body/></html>"]
)
def test_other_xml_is_not_a_plan(tmp_path: Path, text: str) -> None:
    with pytest.raises(Rejected) as refused:
        read(tmp_path, text)
    assert refused.value.code == "import_not_mspdi"


def test_a_plan_with_nothing_but_tasks_and_names_opens(tmp_path: Path) -> None:
    found = read(tmp_path, "<Project><Tasks><Task><UID>1</UID><Name>Only</Name></Task></Tasks></Project>")
    only = tasks_of(found)[1]
    assert (only.name, only.duration, only.parent, only.mode) == ("Only", 0, None, "auto")
    assert found.profile.name == "plan"
    project = found.project()
    for record in project.all():
        validate(project, record)
    assert schedule(project).of(only.id).start == found.profile.start.replace(hour=8)  # type: ignore[union-attr]


def test_every_record_that_is_read_passes_validation(corpora: Path) -> None:
    for path in [*(corpora / "mspdi").glob("*.xml"), *(corpora / "mspdi_foreign").glob("*.xml")]:
        project = read_mspdi(path).project()
        for record in project.all():
            validate(project, record)


def test_counts_are_reported(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1) + task(2, more=link(1))))
    counts = {finding.sentence: finding.count for finding in found.findings if finding.kind == READ}
    assert counts == {"Tasks: {n}": 2, "Dependencies: {n}": 1, "Calendars: {n}": 1}


def test_the_profile_follows_the_rules_of_project(tmp_path: Path) -> None:
    head = (
        "<ScheduleFromStart>0</ScheduleFromStart><FinishDate>2026-09-30T17:00:00</FinishDate>"
        "<CriticalSlackLimit>2</CriticalSlackLimit><MinutesPerDay>450</MinutesPerDay><MinutesPerWeek>2250</MinutesPerWeek>"
        "<DaysPerMonth>22</DaysPerMonth><HonorConstraints>0</HonorConstraints><StatusDate>2026-06-15T17:00:00</StatusDate>"
        "<CurrencyDigits>0</CurrencyDigits>"
    )
    profile = read(tmp_path, document(head=head)).profile
    assert (profile.name, profile.start) == ("Plan", AT(2026, 6, 1, 8))
    assert (profile.schedule_from, profile.finish) == ("finish", AT(2026, 9, 30, 17))
    assert (profile.minutes_per_day, profile.minutes_per_week, profile.days_per_month) == (450, 2250, 22)
    assert (profile.critical_limit, profile.status_date) == (900, dt.date(2026, 6, 15))
    assert (profile.constraint_rule, profile.progress_rule, profile.lag_calendar) == (
        "soft",
        "as_planned",
        "successor",
    )
    assert (profile.currency, profile.currency_digits) == ("EUR", 0)


def test_constraint_dates_are_honoured_unless_the_file_says_otherwise(tmp_path: Path) -> None:
    assert read(tmp_path, document()).profile.constraint_rule == "pinned"


def test_bad_values_of_the_head_are_listed_and_replaced(tmp_path: Path) -> None:
    head = "<MinutesPerDay>0</MinutesPerDay><DaysPerMonth>many</DaysPerMonth><StatusDate>2026-02-30T08:00:00</StatusDate>"
    found = read(tmp_path, document(head=head))
    assert (found.profile.minutes_per_day, found.profile.days_per_month, found.profile.status_date) == (1, 20, None)
    refused = [item for items in said(found, NOT_READ).values() for item in items]
    assert any("DaysPerMonth = many" in item for item in refused)
    assert any("StatusDate = 2026-02-30" in item for item in refused)


def test_the_earliest_task_gives_a_missing_project_start(tmp_path: Path) -> None:
    text = document(
        task(1, more="<Start>2026-07-01T08:00:00</Start>") + task(2, more="<Start>2026-06-15T08:00:00</Start>")
    )
    found = read(tmp_path, text.replace("<StartDate>2026-06-01T08:00:00</StartDate>", ""))
    assert found.profile.start == AT(2026, 6, 15, 8)


def test_the_row_of_the_project_is_no_task(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(0, "Plan", level=0) + task(1)))
    assert list(tasks_of(found)) == [1]


def test_parents_follow_from_outline_levels(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        document(task(0, level=0) + task(1) + task(2, level=2) + task(3, level=4) + task(4, level=2) + task(5)),
    )
    by_uid = tasks_of(found)
    parents = {
        uid: next((other for other, item in by_uid.items() if item.id == made.parent), None)
        for uid, made in by_uid.items()
    }
    assert parents == {1: None, 2: 1, 3: 2, 4: 1, 5: None}
    outline = found.project().outline
    assert list(outline.wbs) == ["1", "1.1", "1.1.1", "1.2", "2"]
    assert all(not made.wbs_code for made in by_uid.values())


def test_levels_can_be_told_from_outline_numbers(tmp_path: Path) -> None:
    rows = "".join(
        f"<Task><UID>{uid}</UID><Name>T</Name><OutlineNumber>{number}</OutlineNumber></Task>"
        for uid, number in ((1, "1"), (2, "1.1"), (3, "2"))
    )
    found = tasks_of(read(tmp_path, document(rows)))
    assert (found[2].parent, found[3].parent) == (found[1].id, None)


def test_codes_that_the_outline_would_not_give_are_kept(tmp_path: Path) -> None:
    rows = (
        task(1, more="<WBS>P</WBS>")
        + task(2, level=2, more="<WBS>P.1</WBS>")
        + task(3, level=2, more="<WBS>P.x</WBS>")
    )
    found = tasks_of(read(tmp_path, document(rows)))
    assert [found[uid].wbs_code for uid in (1, 2, 3)] == ["P", "", "P.x"]


def test_empty_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1) + "<Task><UID>2</UID><IsNull>1</IsNull></Task>" + task(3)))
    assert sorted(tasks_of(found)) == [1, 3]  # type: ignore[type-var]
    assert "Empty rows, left out: {n}" in said(found, NOT_READ)


def test_twenty_thousand_levels_need_no_stack(tmp_path: Path) -> None:
    rows = "".join(
        f"<Task><UID>{n}</UID><Name>T</Name><OutlineLevel>{n}</OutlineLevel></Task>" for n in range(1, 20_001)
    )
    assert len(tasks_of(read(tmp_path, document(rows)))) == 20_000


def test_several_critical_paths_are_read_and_written(tmp_path: Path) -> None:
    text = "<Project><MultipleCriticalPaths>1</MultipleCriticalPaths><Tasks><Task><UID>1</UID><Name>A</Name></Task></Tasks></Project>"
    project = read(tmp_path, text).project()
    assert project.profile.critical_rule == "each_path"
    content, _ = mspdi_bytes(project, schedule(project), AT(2026, 6, 1))
    assert b"<MultipleCriticalPaths>1</MultipleCriticalPaths>" in content
