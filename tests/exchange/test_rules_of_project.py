"""What Microsoft says of how Project schedules, as plans from its files with the dates that follow from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.scheduling import schedule
from desktop.exchange.schedule_json import schedule_document
from desktop.i18n import catalog
from tests.exchange.documents import document, link, read, task

DAY = 480
SHOWN = ("start", "finish", "late_start", "late_finish", "total_float_minutes", "free_float_minutes")


@pytest.fixture
def planned(tmp_path: Path) -> Any:
    """A function: the rows of a file by task number, through the reader, the scheduler and the JSON."""

    def plan(*tasks: str, head: str = "", start: str = "2026-06-01T08:00:00", **parts: str) -> dict[int, Any]:
        text = document("".join(tasks), head=head, **parts).replace("2026-06-01T08:00:00", start, 1)
        found = read(tmp_path, text)
        project = found.project()
        rows = schedule_document(project, schedule(project), catalog("en"), found.findings)["tasks"]
        assert isinstance(rows, list)
        return {row["uid"]: row for row in rows}

    return plan


def elapsed(uid: int, hours: int, unit: int = 6, more: str = "") -> str:
    """A task with an elapsed duration."""
    return (
        f"<Task><UID>{uid}</UID><ID>{uid}</ID><Name>E{uid}</Name><OutlineLevel>1</OutlineLevel>"
        f"<Duration>PT{hours}H0M0S</Duration><DurationFormat>{unit}</DurationFormat>{more}</Task>"
    )


def delay(days: float) -> str:
    """Elapsed days by which levelling delays a task."""
    return f"<LevelingDelay>{days * 14400:g}</LevelingDelay><LevelingDelayFormat>8</LevelingDelayFormat>"


def test_elapsed_duration_has_the_weekend_as_slack(planned: Any) -> None:
    """Microsoft KB 87301: 8 h and 9 eh from Friday 08:00, then a day: 0 d and 2.63 ed of total slack."""
    rows = planned(
        task(1), elapsed(2, 9), task(3, more=link(1) + link(2)), start="1992-07-24T08:00:00"
    )  # fmt: skip
    assert [rows[uid]["finish"] for uid in (1, 2)] == ["1992-07-24T17:00"] * 2
    assert rows[3]["start"] == "1992-07-27T08:00"
    assert (rows[1]["total_float_minutes"], rows[1]["critical"]) == (0, True)
    assert (rows[2]["total_float_minutes"], rows[2]["critical"]) == (63 * 60, False)


def test_elapsed_duration_begins_when_its_predecessor_ends(planned: Any) -> None:
    """Nights and weekends count for it: from Friday 17:00, two days of 24 hours end on Sunday 17:00."""
    rows = planned(task(1, days=5), elapsed(2, 48, 8, link(1)), task(3, more=link(2)))
    assert (rows[2]["start"], rows[2]["finish"]) == ("2026-06-05T17:00", "2026-06-07T17:00")
    assert rows[3]["start"] == "2026-06-08T08:00"
    assert rows[2]["total_float_minutes"] == 15 * 60  # until Monday 08:00


def test_a_share_of_the_predecessor_may_run_on_the_clock(planned: Any) -> None:
    """50 % of five days are 20 h: of work until Wednesday 13:00, or of the clock until Saturday 13:00."""
    rows = planned(task(1, days=5), task(2, more=link(1, lag=50, unit=19)), task(3, more=link(1, lag=50, unit=20)))
    assert rows[2]["start"] == "2026-06-10T13:00"
    assert rows[3]["start"] == "2026-06-08T08:00"


def test_levelling_delay_counts_in_the_early_dates_of_a_task_and_the_late_dates_of_its_predecessor(
    planned: Any,
) -> None:
    """Microsoft, "Early Start" and "Late Finish" fields.

    A (1 d), B behind it and two elapsed days later, C of ten days beside them until Friday 06-12.
    B may begin on 06-12; two days of 24 hours before that is Wednesday 06-10, so A has to end on Tuesday.
    """
    rows = planned(task(1), task(2, more=link(1) + delay(2)), task(3, days=10))
    assert [rows[2][key] for key in SHOWN] == [
        "2026-06-04T08:00", "2026-06-04T17:00", "2026-06-12T08:00", "2026-06-12T17:00", 6 * DAY, 6 * DAY
    ]  # fmt: skip
    assert [rows[1][key] for key in SHOWN] == [
        "2026-06-01T08:00", "2026-06-01T17:00", "2026-06-09T08:00", "2026-06-09T17:00", 6 * DAY, 0
    ]  # fmt: skip


@pytest.mark.parametrize(("kind", "lag", "days"), [(0, 0, 8), (2, 1, 8), (3, 1, 7)], ids=["FF", "SF+1d", "SS+1d"])
def test_levelling_delay_of_what_other_links_lead_to(planned: Any, kind: int, lag: int, days: int) -> None:
    """Undelayed B begins on Monday (FF, SF+1d) or Tuesday (SS+1d), delayed a day later; its last day is 06-12."""
    rows = planned(task(1), task(2, more=link(1, kind, lag * 4800) + delay(1)), task(3, days=10))
    assert rows[2]["start"] == {8: "2026-06-02T08:00", 7: "2026-06-03T08:00"}[days]
    assert rows[2]["total_float_minutes"] == rows[1]["total_float_minutes"] == days * DAY
    assert rows[1]["free_float_minutes"] == 0
