"""What Microsoft says of how Project schedules, as plans from its files with the dates that follow from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.scheduling import schedule
from desktop.exchange.schedule_json import schedule_document
from desktop.i18n import catalog
from tests.exchange.documents import STANDARD, base_calendar, document, link, read, task

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


def by_hand(start: str, finish: str, more: str = "") -> str:
    """Elements of a manually scheduled task; dates as ``06-03T08``."""
    return (
        f"<Manual>1</Manual><ManualStart>2026-{start}:00:00</ManualStart><ManualFinish>2026-{finish}:00:00</ManualFinish>"
        f"<ManualDuration>PT8H0M0S</ManualDuration>{more}"
    )


def constraint(code: int, date: str) -> str:
    return f"<ConstraintType>{code}</ConstraintType><ConstraintDate>2026-{date}:00:00</ConstraintDate>"


def test_manual_task_moves_its_successors_and_nothing_moves_it(planned: Any) -> None:
    rows = planned(task(1, days=5), task(2, more=link(1) + by_hand("06-03T08", "06-03T17")), task(3, more=link(2)))
    assert (rows[2]["start"], rows[2]["finish"]) == ("2026-06-03T08:00", "2026-06-03T17:00")
    assert rows[3]["start"] == "2026-06-04T08:00"
    assert rows[1]["finish"] == "2026-06-05T17:00"


def test_manual_task_in_progress_ends_when_it_was_said_to(planned: Any) -> None:
    """Microsoft: Project does not calculate the dates of a manually scheduled task."""
    begun = "<ActualStart>2026-06-03T08:00:00</ActualStart><PercentComplete>50</PercentComplete>"
    rows = planned(task(1, more=by_hand("06-03T08", "06-09T17", begun)), task(2, more=link(1)))
    assert (rows[1]["start"], rows[1]["finish"]) == ("2026-06-03T08:00", "2026-06-09T17:00")
    assert rows[2]["start"] == "2026-06-10T08:00"


def test_manual_summary_keeps_its_dates_and_they_hold_its_successors(planned: Any) -> None:
    """Microsoft: "If the summary task is a predecessor of another task, Project will reschedule the successor task
    based on the manual, not automatic duration." What it contains goes by its own links.
    """
    rows = planned(
        task(1, "S", more=by_hand("06-01T08", "06-10T17")), task(2, days=2, level=2), task(3, days=12, more=link(1)),
        task(4, days=1),
    )  # fmt: skip
    assert (rows[1]["start"], rows[1]["finish"], rows[1]["summary"]) == ("2026-06-01T08:00", "2026-06-10T17:00", True)
    assert (rows[2]["start"], rows[2]["finish"]) == ("2026-06-01T08:00", "2026-06-02T17:00")
    assert rows[3]["start"] == "2026-06-11T08:00"
    assert rows[2]["total_float_minutes"] == rows[4]["total_float_minutes"] - DAY  # bound by the project alone


def test_must_that_comes_before_its_predecessors_shows_how_much_too_early_it_is(planned: Any) -> None:
    """Project keeps the date and writes the contradiction into the slack of the task and of those before it."""
    rows = planned(task(1, days=5), task(2, more=link(1) + constraint(2, "06-03T08")), task(3, more=link(2)))
    assert (rows[2]["start"], rows[2]["finish"]) == ("2026-06-03T08:00", "2026-06-03T17:00")
    assert rows[1]["total_float_minutes"] == rows[2]["total_float_minutes"] == -3 * DAY
    assert rows[3]["start"] == "2026-06-04T08:00"


def test_no_later_than_is_moved_and_has_no_slack_of_its_own(planned: Any) -> None:
    rows = planned(task(1, days=5), task(2, more=link(1) + constraint(5, "06-03T08")))
    assert (rows[2]["start"], rows[2]["total_float_minutes"]) == ("2026-06-03T08:00", 0)
    assert rows[1]["total_float_minutes"] == -3 * DAY


def test_constraints_are_soft_where_the_plan_does_not_honour_them(planned: Any) -> None:
    head = "<HonorConstraints>0</HonorConstraints>"
    late = task(2, more=link(1) + constraint(5, "06-03T08"))
    rows = planned(task(1, days=5), late, task(3, more=link(1) + constraint(2, "06-03T08")), head=head)
    assert [rows[uid]["start"] for uid in (2, 3)] == ["2026-06-08T08:00"] * 2
    assert [rows[uid]["total_float_minutes"] for uid in (1, 2, 3)] == [-3 * DAY] * 3


def test_the_night_behind_a_late_start_is_no_float(planned: Any) -> None:
    """A milestone has to begin by Friday 17:00, so what begins with it (1) has five days, and not a minute less.

    Half a day of a late shift (3), with which a task begins that is late on Friday 06-12 08:00, has nine of its days.
    """
    late = base_calendar(3, "13:00-17:00", "18:00-22:00")
    rows = planned(
        task(1), task(2, days=0, more="<Deadline>2026-06-05T17:00:00</Deadline>" + link(1, 3)),
        task(3, days=0.5, more="<CalendarUID>3</CalendarUID>"), task(4, more=link(3, 3)), task(5, days=10),
        calendars=STANDARD + late,
    )  # fmt: skip
    assert (rows[1]["total_float_minutes"], rows[1]["late_finish"]) == (5 * DAY, "2026-06-08T17:00")
    assert (rows[3]["total_float_minutes"], rows[3]["late_start"]) == (9 * DAY, "2026-06-12T13:00")


def test_milestone_may_be_as_late_as_the_morning(planned: Any) -> None:
    """It is late when the task behind it has to begin; a task before that is late at the end of the day before."""
    rows = planned(task(1, days=0), task(2, days=1), task(3, days=3.5, more=link(1) + link(2)))
    assert (rows[1]["late_start"], rows[1]["total_float_minutes"]) == ("2026-06-02T08:00", DAY)
    assert rows[2]["late_finish"] == "2026-06-01T17:00"


def test_deadline_of_a_task_and_of_a_milestone_binds_what_comes_before(planned: Any) -> None:
    deadline = "<Deadline>2026-06-04T17:00:00</Deadline>"
    due = task(3, days=0, more=link(2) + deadline)
    rows = planned(task(1, days=3), task(2, days=3, more=link(1)), due, task(4, days=9))
    assert [rows[uid]["total_float_minutes"] for uid in (1, 2, 3, 4)] == [-2 * DAY] * 3 + [0]
    assert rows[3]["finish"] == "2026-06-08T17:00"
    assert rows[1]["late_finish"] == "2026-06-01T17:00"
    assert [rows[uid]["free_float_minutes"] for uid in (1, 2, 3)] == [0, 0, 0]


def test_task_as_late_as_possible_takes_the_slack_and_its_predecessor_gets_it_free(planned: Any) -> None:
    late = task(2, more=link(1) + "<ConstraintType>1</ConstraintType>")
    rows = planned(task(1), late, task(3, days=10), task(4, more=link(2) + link(3)))
    assert (rows[2]["start"], rows[2]["total_float_minutes"], rows[2]["critical"]) == ("2026-06-12T08:00", 0, True)
    assert (rows[1]["total_float_minutes"], rows[1]["free_float_minutes"]) == (8 * DAY, 8 * DAY)


def test_people_on_other_calendars_begin_with_the_first_and_end_with_the_last(planned: Any) -> None:
    """Eight hours each: one works office hours, one from 22:00 to 06:00; the task lasts from 08:00 until 06:00."""
    night = "".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>1</DayWorking><WorkingTimes>{times}</WorkingTimes></WeekDay>"
        for day, times in ((day, _band("00:00", "06:00") + _band("22:00", "00:00")) for day in range(1, 8))
    )
    calendars = STANDARD + (
        f"<Calendar><UID>2</UID><Name>Night</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>"
        f"<WeekDays>{night}</WeekDays></Calendar>"
    )
    people = "".join(
        f"<Resource><UID>{uid}</UID><Name>R{uid}</Name><Type>1</Type><CalendarUID>{uid}</CalendarUID></Resource>"
        for uid in (1, 2)
    )
    work = "".join(
        f"<Assignment><UID>{uid}</UID><TaskUID>1</TaskUID><ResourceUID>{uid}</ResourceUID><Units>1</Units>"
        "<Work>PT8H0M0S</Work></Assignment>"
        for uid in (1, 2)
    )
    rows = planned(task(1), task(2, more=link(1)), calendars=calendars, resources=people, assignments=work)
    assert (rows[1]["start"], rows[1]["finish"]) == ("2026-06-01T08:00", "2026-06-02T06:00")
    assert rows[2]["start"] == "2026-06-02T08:00"


def _band(start: str, end: str) -> str:
    return f"<WorkingTime><FromTime>{start}:00</FromTime><ToTime>{end}:00</ToTime></WorkingTime>"
