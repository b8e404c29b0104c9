"""Tables and dates for other programs: types, guarded texts, and what a client may read."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import icalendar
import openpyxl
import pytest

from desktop.domain.communication import Action, Communication, Meeting
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.exchange.icalendar_out import write_icalendar
from desktop.exchange.tabular import write_csv, write_workbook
from desktop.i18n import catalog
from tests.plans import office

EN, ZH = catalog("en"), catalog("zh_CN")
NOW = dt.datetime(2026, 6, 3, 10)


def with_registers() -> Project:
    records = list(office().all())
    records += [
        Person(id="lei", number=1, name="李雷", audience="client"),
        Meeting(
            id="m", number=1, title="启动会：确认范围、进度与质量要求，并由双方项目经理签字确认会议纪要",
            audience="client",
            starts_at=dt.datetime(2026, 6, 4, 14), duration=90, place="上海", private_note="SECRET",
        ),
        Action(id="a", number=1, title="=cmd|'/c calc'!A0", audience="client", due=dt.date(2026, 6, 5), owner="lei",
               private_note="SECRET"),
        Action(id="b", number=2, title="Closed", audience="client", due=dt.date(2026, 6, 5), status="done"),
        Action(id="c", number=3, title="INSIDE", audience="team", due=dt.date(2026, 6, 6)),
        Communication(id="t", number=1, subject="Call", audience="client", happened_at=NOW,
                      follow_up=dt.date(2026, 6, 8), private_note="SECRET"),
    ]  # fmt: skip
    return Project(records)


def test_a_workbook_has_real_dates_and_numbers(tmp_path: Path) -> None:
    project, path = with_registers(), tmp_path / "plan.xlsx"
    write_workbook(project, schedule(project), path, EN)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Tasks", "Stakeholders", "Resources", "Communication log", "Meetings", "Action items"]
    rows = list(book["Tasks"].values)
    survey = dict(zip(rows[0], rows[2], strict=True))
    # Three working days from Monday: Wednesday 17:00.
    assert survey["Task name"] == "Survey the old office"
    assert (survey["WBS code"], survey["Outline level"], survey["Duration"]) == ("1.1", 2, "3d")
    assert survey["Start"] == dt.datetime(2026, 6, 1, 8)
    assert survey["Finish"] == dt.datetime(2026, 6, 3, 17)
    assert survey["% complete"] == 0
    assert dict(zip(rows[0], rows[4], strict=True))["Predecessors"] == "1.1; 1.2"
    assert book["Tasks"].freeze_panes == "D2"


def test_a_text_is_never_a_formula(tmp_path: Path) -> None:
    project, path = with_registers(), tmp_path / "plan.xlsx"
    write_workbook(project, schedule(project), path, EN)
    cell = openpyxl.load_workbook(path)["Action items"]["B2"]
    assert (cell.value, cell.data_type) == ("=cmd|'/c calc'!A0", "s")
    write_csv(project, schedule(project), tmp_path / "a.csv", EN, key="action")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][1] == "'=cmd|'/c calc'!A0"


def test_excel_can_tell_the_encoding(tmp_path: Path) -> None:
    project = with_registers()
    write_csv(project, schedule(project), tmp_path / "a.csv", ZH)
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert "任务名称" in content.decode("utf-8-sig")


@pytest.mark.parametrize("audience", ["team", "client"])
def test_what_is_private_stays(tmp_path: Path, audience: str) -> None:
    project = with_registers()
    dates = schedule(project)
    write_workbook(project, dates, tmp_path / "a.xlsx", EN, audience=audience)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    texts = "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    write_csv(project, dates, tmp_path / "a.csv", EN, audience=audience, key="action")
    texts += (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    write_icalendar(project, dates, tmp_path / "a.ics", EN, now=NOW, audience=audience)
    texts += (tmp_path / "a.ics").read_text(encoding="utf-8")
    assert "SECRET" not in texts
    assert ("INSIDE" in texts) == (audience == "team")
    assert ("Total float (days)" in texts) == (audience == "team")
    assert "Private note" not in texts


def test_a_calendar_program_reads_the_dates(tmp_path: Path) -> None:
    project, path = with_registers(), tmp_path / "a.ics"
    write_icalendar(project, schedule(project), path, ZH, now=NOW)
    content = path.read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))  # RFC 5545, 3.1
    events = {str(event["uid"]): event for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}
    assert len(events) == 6  # two milestones, a meeting, two open actions, a follow-up
    meeting = events["meeting-m-meeting@pilotage.invalid"]
    assert meeting["summary"] == "启动会：确认范围、进度与质量要求，并由双方项目经理签字确认会议纪要"
    assert meeting["dtstart"].dt == dt.datetime(2026, 6, 4, 14)  # no time zone: the clock on the wall
    assert meeting["dtend"].dt == dt.datetime(2026, 6, 4, 15, 30)
    due = events["action-a-due@pilotage.invalid"]
    assert (due["dtstart"].dt, due["dtend"].dt) == (dt.date(2026, 6, 5), dt.date(2026, 6, 6))
    again = tmp_path / "b.ics"
    write_icalendar(project, schedule(project), again, ZH, now=NOW, tasks=True)
    more = {str(event["uid"]) for event in icalendar.Calendar.from_ical(again.read_bytes()).walk("VEVENT")}
    assert more > set(events)
    assert len(more) == 6 + 7  # twelve tasks less three summaries and two milestones
