"""Files that cannot be meant, through the command line's JSON: listed, left out, never a traceback or a hang."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from tests.exchange.documents import STANDARD, document, link, task


@pytest.fixture
def planned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """A function: what ``pilotage schedule FILE --json`` prints, with tasks by their number."""

    def plan(*tasks: str, **parts: str) -> dict[str, Any]:
        path = tmp_path / "plan.xml"
        path.write_text(document("".join(tasks), **parts), encoding="utf-8")
        assert main(["schedule", str(path), "--json"]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        found["rows"] = {row["uid"]: row for row in found["tasks"]}
        assert all(row["start"] <= row["finish"] for row in found["tasks"])
        return found

    return plan


def said(found: dict[str, Any]) -> str:
    """Everything that was said of the file."""
    return " ".join(item["text"] for item in (*found["warnings"], *found["findings"]))


def codes(found: dict[str, Any]) -> list[str]:
    return [warning["code"] for warning in found["warnings"]]


def test_calendar_without_working_time(planned: Any) -> None:
    worked = r"<DayWorking>1</DayWorking><WorkingTimes>.*?</WorkingTimes>"
    never = re.sub(worked, "<DayWorking>0</DayWorking>", STANDARD)
    found = planned(task(1, days=5), task(2, days=2, more=link(1)), calendars=never)
    assert codes(found) == ["no_working_time"]
    assert found["rows"][2]["start"] == "2026-06-08T08:00"  # by the standard week


def test_task_calendar_that_only_has_holidays(planned: Any) -> None:
    never = STANDARD.replace("<UID>1<", "<UID>2<").replace("Standard", "Never").replace(
        "</WeekDays>",
        "</WeekDays><Exceptions><Exception><TimePeriod><FromDate>1984-01-01T00:00:00</FromDate><ToDate>2149-12-31T23:59:00"
        "</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>",
    )  # fmt: skip
    found = planned(task(1, more="<CalendarUID>2</CalendarUID>"), task(2, more=link(1)), calendars=STANDARD + never)
    assert found["rows"][1]["finish"].startswith("2150-01")  # the first day that is no holiday
    assert found["rows"][2]["start"] > found["rows"][1]["finish"]


def test_circle_of_links(planned: Any) -> None:
    found = planned(task(1, "A", more=link(3)), task(2, "B", more=link(1)), task(3, "C", more=link(2)), task(4))
    assert codes(found) == ["cycle"]
    assert "A → B → C" in found["warnings"][0]["text"]
    # The last link in the file, from B to C, is left out.
    assert [found["rows"][uid]["start"][5:10] for uid in (3, 1, 2)] == ["06-01", "06-02", "06-03"]


def test_links_that_lead_nowhere_or_back(planned: Any) -> None:
    rows = task(1, "A", more=link(77)), task(2, "B", more=link(2)), task(3, "S"), task(4, level=2, more=link(3))
    found = planned(*rows)
    assert [found["rows"][uid]["start"] for uid in (1, 2, 4)] == ["2026-06-01T08:00"] * 3
    for text in ("77 → A", "B → B", "S → T4"):
        assert text in json.dumps(found["findings"], ensure_ascii=False)


def test_numbers_that_occur_twice(planned: Any) -> None:
    """Of two tasks the first is meant by links; of two calendars the first; of two resources the first."""
    person = "<Resource><UID>5</UID><Name>{}</Name><Type>1</Type></Resource>"
    work = "<Assignment><UID>{}</UID><TaskUID>1</TaskUID><ResourceUID>5</ResourceUID><Units>1</Units></Assignment>"
    other = STANDARD.replace("08:00:00", "00:00:00").replace("Standard", "Other")
    found = planned(
        task(1, "A", days=2), task(1, "A again", days=9), task(2, "B", more=link(1)),
        calendars=STANDARD + other, resources=person.format("Li") + person.format("Wang"),
        assignments=work.format(1) + work.format(1),
    )  # fmt: skip
    assert len(found["tasks"]) == 3 == len({row["uid"] for row in found["tasks"]})
    assert found["rows"][2]["start"] == "2026-06-03T08:00"
    names = json.dumps([item["items"] for item in found["findings"]], ensure_ascii=False)
    assert all(name in names for name in ("A again", "Other", "Wang"))


@pytest.mark.parametrize("year", [1984, 2149])
def test_dates_at_the_ends_of_what_project_knows(planned: Any, year: int) -> None:
    """2 January 1984 was a Monday; so is 1 December 2149."""
    day = {1984: "1984-01-02", 2149: "2149-12-01"}[year]
    kinds = {"4": f"{day}T08:00:00", "2": f"{day}T08:00:00", "7": f"{day}T17:00:00"}
    dated = [
        task(uid, more=f"<ConstraintType>{kind}</ConstraintType><ConstraintDate>{date}</ConstraintDate>")
        for uid, (kind, date) in enumerate(kinds.items(), 1)
    ]
    actual = f"<ActualStart>{day}T08:00:00</ActualStart><ActualFinish>{day}T17:00:00</ActualFinish>"
    done = task(4, more=f"<PercentComplete>100</PercentComplete>{actual}")
    found = planned(*dated, done, task(5, more=f"<Deadline>{day}T17:00:00</Deadline>"), task(6, more=link(4)))
    rows = found["rows"]
    assert [rows[uid]["start"] for uid in (1, 2, 4)] == [f"{day}T08:00"] * 3
    assert rows[3]["start"] == (f"{day}T08:00" if year == 1984 else "2026-06-01T08:00")
    assert rows[6]["start"] > f"{day}T17:00" or year == 1984
    assert (rows[5]["total_float_minutes"] < 0) == (year == 1984)


@pytest.mark.parametrize("value", ["1583-01-01T08:00:00", "9999-12-31T23:59:00", "2026-02-30T08:00:00", "yesterday"])
def test_dates_that_do_not_exist(planned: Any, value: str) -> None:
    tags = ("ConstraintDate", "Deadline", "ActualStart", "ManualStart", "Start")
    more = "<ConstraintType>4</ConstraintType>" + "".join(f"<{tag}>{value}</{tag}>" for tag in tags)
    found = planned(task(1, "A", more=more), task(2, more=link(1)))
    assert found["rows"][1]["start"] == "2026-06-01T08:00"
    assert value[:10] in json.dumps(found["findings"])


@pytest.mark.parametrize(("percent", "shown"), [("9999", True), ("-5", False), ("1e9", True), ("NaN", False)])
def test_absurd_progress(planned: Any, percent: str, shown: bool) -> None:
    found = planned(task(1, "A", more=f"<PercentComplete>{percent}</PercentComplete>"), task(2, more=link(1)))
    assert found["rows"][1]["finish"] == "2026-06-01T17:00"
    assert found["rows"][1]["critical"] != shown  # finished work is not
    assert f"PercentComplete = {percent}" in json.dumps(found["findings"])


@pytest.mark.parametrize("duration", ["PT9999999999H0M0S", "PT-8H0M0S", "P", "8 days", ""])
def test_absurd_durations(planned: Any, duration: str) -> None:
    row = task(1, "A").replace("PT8H0M0S", duration)
    found = planned(row, task(2, more=link(1)))
    assert found["rows"][2]["finish"] == "2026-06-01T17:00"  # as if it took no time


def test_outlines_without_a_top(planned: Any) -> None:
    found = planned(task(1, level=7), task(2, level=3), task(3, level=9), task(4, level=0), task(5, level=-2))
    assert len(found["tasks"]) == 5


def test_a_long_chain_of_the_longest_tasks_ends_within_the_calendar(planned: Any) -> None:
    chain = [task(uid, days=60_000, more=link(uid - 1) if uid > 1 else "") for uid in range(1, 40)]
    found = planned(*chain)
    assert "beyond_horizon" in codes(found)
