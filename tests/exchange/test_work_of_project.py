"""Work, interruptions and progress as Project writes them, against dates worked out by hand.

Monday to Friday 08-12 and 13-17 from Monday 2026-06-01, unless a case says otherwise. The rules are Microsoft's: work
is units × time on the calendar of whoever does it; overtime takes no time; a contour stretches the work by
its mean; a delay of an assignment is working time and one from levelling is elapsed; a split is time
without work of all who work; what was done is fact.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.plan import Assignment, Dependency, Task
from desktop.domain.scheduling import Schedule, schedule
from desktop.exchange.mspdi import mspdi_bytes
from tests.exchange.documents import (
    STANDARD,
    assignment,
    base_calendar,
    document,
    link,
    read,
    resource,
    task,
    tasks_of,
    worked,
)

MORNINGS, SIX_DAYS = 2, 4
CALENDARS = (
    STANDARD
    + base_calendar(MORNINGS, "08:00-12:00")
    + base_calendar(SIX_DAYS, "08:00-12:00", "13:00-17:00", days=range(2, 8))
)
NOBODY = -65535
BY_HAND = "<WorkContour>8</WorkContour>"
# Project writes periods of a day from the start of each run of work, with nought for time that could be worked.
MONDAY = "06-01 08:00/06-02 08:00=8"
TWO_DAYS = f"{MONDAY}; 06-02 08:00/06-02 17:00=8"
NO_WEDNESDAY = "06-02 17:00/06-03 17:00=0; 06-03 17:00/06-04 17:00=8; 06-04 17:00/06-05 17:00=8"
SPLIT = f"{TWO_DAYS}; {NO_WEDNESDAY}"
WEEK = "06-01 08:00/06-02 08:00=2; 06-02 08:00/06-03 08:00=2; 06-03 08:00/06-04 08:00=2; 06-04 08:00/06-05 17:00=4"


def begun(percent: int, at: str, stop: str = "", resume: str = "", *, done: float = 0, left: float = 0) -> str:
    """Progress; ``done`` and ``left`` are days."""
    found = f"<PercentComplete>{percent}</PercentComplete><ActualStart>2026-{at.replace(' ', 'T')}:00</ActualStart>"
    for tag, moment in (("Stop", stop), ("Resume", resume)):
        if moment:
            found += f"<{tag}>2026-{moment.replace(' ', 'T')}:00</{tag}>"
    found += f"<ActualDuration>PT{done * 8:g}H0M0S</ActualDuration>"
    return f"{found}<RemainingDuration>PT{left * 8:g}H0M0S</RemainingDuration>"


def planned(folder: Path, *parts: str, people: str = "", head: str = "") -> tuple[Schedule, dict[int | None, str]]:
    """The schedule of tasks and assignments, and ids by number."""
    tasks = "".join(part for part in parts if part.startswith("<Task>"))
    assignments = "".join(part for part in parts if part.startswith("<Assignment>"))
    text = document(tasks, head=head, calendars=CALENDARS, resources=people, assignments=assignments)
    imported = read(folder, text)
    return schedule(imported.project()), {uid: item.id for uid, item in tasks_of(imported).items()}


def span(found: tuple[Schedule, dict[int | None, str]], uid: int = 1) -> str:
    dates = found[0].of(found[1][uid])
    return f"{dates.start:%m-%d %H:%M} - {dates.finish:%m-%d %H:%M}"


HALF, WHOLE = resource(1, MORNINGS), resource(2)
"""One who works mornings, and one who works by the project calendar."""


@pytest.mark.parametrize(
    ("days", "items", "expected"),
    [
        # 16 h in mornings of four hours.
        (2, [assignment(1, 1, 1, 16)], "06-01 08:00 - 06-04 12:00"),
        # 24 h of which 8 are overtime: 16 within working time.
        (2, [assignment(1, 1, 1, 24, more="<OvertimeWork>PT8H0M0S</OvertimeWork>")], "06-01 08:00 - 06-04 12:00"),
        (2, [assignment(1, 1, 2, 24, more="<OvertimeWork>PT8H0M0S</OvertimeWork>")], "06-01 08:00 - 06-02 17:00"),
        # Three people.
        (2, [assignment(1, 1, 1, 48, units=3)], "06-01 08:00 - 06-04 12:00"),
        # 32 h of time at half units in eight mornings; the other is done on Tuesday.
        (4, [assignment(1, 1, 1, 16, units=0.5), assignment(2, 1, 2, 16)], "06-01 08:00 - 06-10 12:00"),
        # The second joins two working days (9,600 tenths of a minute) or three days of 24 h later.
        (4, [assignment(1, 1, 3, 16), assignment(2, 1, 2, 16, more="<Delay>9600</Delay>")],
         "06-01 08:00 - 06-04 17:00"),
        (4, [assignment(1, 1, 3, 16), assignment(2, 1, 2, 16, more="<LevelingDelay>43200</LevelingDelay>")],
         "06-01 08:00 - 06-05 17:00"),
        # A task begins with the first who works on it.
        (2, [assignment(1, 1, 2, 16, more="<Delay>9600</Delay>")], "06-03 08:00 - 06-04 17:00"),
        # Material, money and work of nought hours take no time.
        (2, [assignment(1, 1, 4, 400), assignment(2, 1, 5, 0), assignment(3, 1, 6, 80), assignment(4, 1, 1, 0)],
         "06-01 08:00 - 06-02 17:00"),
    ],
    ids=["mornings", "overtime mornings", "overtime", "three", "half units", "delay", "levelled", "alone", "no work"],
)  # fmt: skip
def test_time_that_work_takes(tmp_path: Path, days: float, items: list[str], expected: str) -> None:
    money = resource(5, MORNINGS, 0, "<IsCostResource>1</IsCostResource>") + resource(6, MORNINGS, 2)
    people = HALF + WHOLE + resource(3) + resource(4, MORNINGS, 0) + money
    assert span(planned(tmp_path, task(1, days=days), *items, people=people)) == expected


def test_durations_that_a_file_leaves_out(tmp_path: Path) -> None:
    """From work (24 h by two people at once) or from dates; without either a task takes no time."""

    def bare(uid: int, more: str = "") -> str:
        return f"<Task><UID>{uid}</UID><Name>T{uid}</Name>{more}</Task>"

    dates = "<Start>2026-06-01T08:00:00</Start><Finish>2026-06-03T17:00:00</Finish>"
    item = assignment(1, 1, 2, 24, units=2)
    found = planned(tmp_path, bare(1, dates), bare(2, dates), bare(3), bare(4, "<Milestone>1</Milestone>"), item,
                    people=WHOLE)  # fmt: skip
    assert [span(found, uid)[14:] for uid in (1, 2, 3, 4)] == [
        "06-02 12:00", "06-03 17:00", "06-01 08:00", "06-01 08:00"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "mean"), [(1, 60), (2, 60), (3, 50), (4, 50), (5, 50), (6, 50), (7, 70)]
)  # fmt: skip
def test_contours_stretch_work_by_their_mean(tmp_path: Path, code: int, mean: int) -> None:
    """Five days at the mean of each contour (Microsoft's tables): ten mornings, or five days at twice the units."""
    more = f"<WorkContour>{code}</WorkContour>"
    mornings = assignment(1, 1, 1, 40 * mean / 100, more=more)
    assert span(planned(tmp_path, task(1, days=5), mornings, people=HALF)) == "06-01 08:00 - 06-12 12:00"
    six = assignment(1, 1, 2, 80 * mean / 100, units=2, more=more)
    assert span(planned(tmp_path, task(1, days=5), six, people=resource(2, SIX_DAYS))) == "06-01 08:00 - 06-05 17:00"


def test_fixed_duration_and_elapsed_time_do_not_wait_for_people(tmp_path: Path) -> None:
    item = assignment(1, 1, 1, 8)
    assert span(planned(tmp_path, task(1, days=2, more="<Type>1</Type>"), item, people=HALF)).endswith("06-02 17:00")
    elapsed = task(1, days=6).replace("<DurationFormat>7", "<DurationFormat>8")
    assert span(planned(tmp_path, elapsed, item, people=HALF)).endswith("06-03 08:00")


def test_levelling_delay_is_elapsed_and_comes_after_the_links(tmp_path: Path) -> None:
    # 3 × 24 h after Tuesday 08:00.
    later = task(2, more=link(1) + "<LevelingDelay>43200</LevelingDelay><LevelingDelayFormat>8</LevelingDelayFormat>")
    assert span(planned(tmp_path, task(1), later), 2) == "06-05 08:00 - 06-05 17:00"


def test_a_task_whose_only_person_joins_later_is_critical(tmp_path: Path) -> None:
    found = planned(tmp_path, task(1, days=2), assignment(1, 1, 2, 16, more="<Delay>9600</Delay>"), people=WHOLE)
    dates = found[0].of(found[1][1])
    assert (dates.total_float, dates.critical, dates.late_start) == (0, True, dates.start)


@pytest.mark.parametrize(
    ("days", "items", "expected"),
    [
        (4, [assignment(1, 1, NOBODY, 0, more=BY_HAND + worked(SPLIT))], "06-01 08:00 - 06-05 17:00"),
        (4, [assignment(1, 1, 2, 32, more=worked(SPLIT))], "06-01 08:00 - 06-05 17:00"),
        (4, [assignment(1, 1, 2, 32, more=worked(SPLIT)), assignment(2, 1, 3, 8, more=worked(MONDAY))],
         "06-01 08:00 - 06-05 17:00"),
        # One of two goes on: no interruption of the task, which is five days long.
        (5, [assignment(1, 1, 2, 32, more=BY_HAND + worked(SPLIT)), assignment(2, 1, 3, 10, more=worked(WEEK))],
         "06-01 08:00 - 06-05 17:00"),
        # Material is used on all five days, but it does not work.
        (4, [assignment(1, 1, 2, 32, more=BY_HAND + worked(SPLIT)), assignment(2, 1, 4, 10, more=worked(WEEK))],
         "06-01 08:00 - 06-05 17:00"),
        (4, [assignment(2, 1, 4, 10, more=worked(SPLIT))], "06-01 08:00 - 06-05 17:00"),
        # Half a day without work.
        (3, [assignment(1, 1, 2, 24, more=worked(
            "06-01 08:00/06-02 08:00=8; 06-02 08:00/06-02 12:00=4; 06-02 12:00/06-02 17:00=0; "
            "06-03 08:00/06-03 17:00=8; 06-04 08:00/06-04 12:00=4"))], "06-01 08:00 - 06-04 12:00"),
        # Two mornings, one without work, two more.
        (2, [assignment(1, 1, 1, 16, more=BY_HAND + worked(
            "06-01 08:00/06-02 08:00=4; 06-02 08:00/06-02 12:00=4; 06-02 12:00/06-03 12:00=0; "
            "06-03 12:00/06-04 12:00=4; 06-04 12:00/06-05 12:00=4"))], "06-01 08:00 - 06-05 12:00"),
    ],
    ids=["nobody", "one", "two", "one of two", "material beside", "material alone", "half a day", "mornings"],
)  # fmt: skip
def test_splits(tmp_path: Path, days: float, items: list[str], expected: str) -> None:
    people = HALF + WHOLE + resource(3) + resource(4, kind=0)
    assert span(planned(tmp_path, task(1, days=days), *items, people=people)) == expected
    # Behind a task of three days the pattern is where it is pushed to: from Thursday on.
    moved = [item.replace("<TaskUID>1<", "<TaskUID>2<") for item in items]
    found = planned(tmp_path, task(1, days=3), task(2, days=days, more=link(1)), *moved, people=people)
    assert span(found, 2).startswith("06-04 08:00 - ")


def contours(folder: Path, *items: str) -> list[str]:
    text = document(task(1, days=4), calendars=CALENDARS, resources=WHOLE + resource(3), assignments="".join(items))
    return [one.contour for one in read(folder, text).records if isinstance(one, Assignment)]


def test_work_spread_by_hand_is_read_with_its_rests(tmp_path: Path) -> None:
    split = assignment(1, 1, 2, 32, more=BY_HAND + worked(SPLIT))
    # Where the task as a whole rests, nothing is said; where one of two rests, that is theirs alone.
    assert contours(tmp_path, split) == ["contoured 1920:1920"]
    assert contours(tmp_path, split, assignment(2, 1, 3, 10, more=worked(WEEK))) == [
        "contoured 960:960 480:0 960:960", ""
    ]  # fmt: skip
    # What does not add up, or cannot be read, says no more than that it was spread by hand.
    assert contours(tmp_path, split.replace("PT32H", "PT99H")) == ["contoured"]
    assert contours(tmp_path, assignment(1, 1, 2, 8, more=BY_HAND)) == ["contoured"]
    assert contours(tmp_path, split.replace("<Value>PT8H", "<Value>many")) == ["contoured"]


def test_work_spread_by_hand_moves_along_when_it_is_written(tmp_path: Path) -> None:
    # Rest on Wednesday of one of two; put off by a task of three days, that is a rest on Monday.
    items = assignment(1, 1, 2, 32, more=BY_HAND + worked(SPLIT)) + assignment(2, 1, 3, 10, more=worked(WEEK))
    text = document(task(1, days=5) + task(2, days=3), calendars=CALENDARS, resources=WHOLE + resource(3),
                    assignments=items)  # fmt: skip
    first = read(tmp_path, text)
    project = first.project()
    one, two = (item.id for item in project.table(Task).values())
    project.put("dependency", "x", Dependency(id="x", number=1, predecessor=two, successor=one))
    content, _ = mspdi_bytes(project, schedule(project), dt.datetime(2026, 6, 30))
    again = read(tmp_path, content)
    drawn = [item.contour for item in again.records if isinstance(item, Assignment)]
    assert drawn == ["contoured 960:960 480:0 960:960", ""]
    assert b"<Start>2026-06-08T08:00:00</Start><Finish>2026-06-08T17:00:00</Finish><Unit>2</Unit><Value>PT0H0M0S" in (
        content.replace(b"\n", b"").replace(b"  ", b"")
    )


def test_thousands_of_rests_are_read(tmp_path: Path) -> None:
    """Every other hour for years, by two people."""
    day, periods = dt.datetime(2026, 6, 1), []
    for _ in range(4000):
        for hour in (8, 10, 14, 16):
            start = day.replace(hour=hour)
            periods.append(f"{start:%Y-%m-%dT%H}:00:00</Start><Finish>{start:%Y-%m-%dT}{hour + 1:02}:00:00")
        day += dt.timedelta(1)
    rows = "".join(
        f"<TimephasedData><Type>1</Type><Start>{period}</Finish><Value>PT1H0M0S</Value></TimephasedData>"
        for period in periods
    )
    items = [assignment(uid, 1, 2, len(periods), more=BY_HAND + rows) for uid in (1, 2)]
    text = document(task(1, days=len(periods) / 8), calendars=CALENDARS, resources=WHOLE, assignments="".join(items))
    found = tasks_of(read(tmp_path, text))[1]
    # Three rests on each of the 2,858 weekdays: from 17:00 to the next morning there is nothing to rest from.
    assert len(found.splits) == 2858 * 3 + 1


def test_work_spread_by_hand_ends_with_its_own_work(tmp_path: Path) -> None:
    # Six hours of two mornings beside a week of somebody else's.
    short = assignment(1, 1, 1, 6, more=BY_HAND + worked("06-01 08:00/06-02 08:00=4; 06-02 08:00/06-02 12:00=2"))
    found = planned(tmp_path, task(1, days=5), short, assignment(2, 1, 2, 40), people=HALF + WHOLE)
    assert span(found) == "06-01 08:00 - 06-05 17:00"


@pytest.mark.parametrize(
    ("days", "more", "items", "expected"),
    [
        # Actual start alone; on a Saturday too.
        (3, begun(0, "06-03 08:00", left=3), [], "06-03 08:00 - 06-05 17:00"),
        (3, begun(0, "06-06 08:00", left=3), [], "06-06 08:00 - 06-10 17:00"),
        # Two days done, two to be done after an interruption.
        (4, begun(50, "06-01 08:00", "06-02 17:00", "06-10 08:00", done=2, left=2), [], "06-01 08:00 - 06-11 17:00"),
        # Interrupted on Wednesday: before, at and behind the interruption.
        (4, begun(25, "06-01 08:00", "06-01 17:00", "06-02 08:00", done=1, left=3), [worked(SPLIT)],
         "06-01 08:00 - 06-05 17:00"),
        (4, begun(50, "06-01 08:00", "06-02 17:00", "06-04 08:00", done=2, left=2),
         [worked(TWO_DAYS, 2) + worked(NO_WEDNESDAY)], "06-01 08:00 - 06-05 17:00"),
        (4, begun(75, "06-01 08:00", "06-04 17:00", "06-05 08:00", done=3, left=1), [worked(SPLIT)],
         "06-01 08:00 - 06-05 17:00"),
        # Interrupted on Tuesday, and once more on Thursday; a day each, and two in the week after.
        (5, begun(20, "06-01 08:00", "06-01 17:00", "06-03 08:00", done=1, left=4), [
            worked("06-01 08:00/06-01 17:00=8", 2) + worked(
                "06-01 17:00/06-02 17:00=0; 06-02 17:00/06-03 17:00=8; 06-03 17:00/06-04 17:00=0; "
                "06-04 17:00/06-05 17:00=8; 06-07 17:00/06-08 17:00=8; 06-08 17:00/06-09 17:00=8")],
         "06-01 08:00 - 06-09 17:00"),
        # What remains waits for the date before which the task may not finish.
        (3, begun(33, "06-01 08:00", done=1, left=2) + "<ConstraintType>6</ConstraintType>"
            "<ConstraintDate>2026-06-10T17:00:00</ConstraintDate>", [], "06-01 08:00 - 06-10 17:00"),
        # Any other date has been overtaken by the start.
        (3, begun(33, "06-01 08:00", done=1, left=2) + "<ConstraintType>4</ConstraintType>"
            "<ConstraintDate>2026-06-10T08:00:00</ConstraintDate>", [], "06-01 08:00 - 06-03 17:00"),
    ],
    ids=["start", "saturday", "put off", "before a gap", "at a gap", "behind a gap", "two gaps", "fnet", "snet"],
)  # fmt: skip
def test_progress(tmp_path: Path, days: float, more: str, items: list[str], expected: str) -> None:
    made = [assignment(1, 1, 2, days * 8, more=BY_HAND + item) for item in items]
    assert span(planned(tmp_path, task(1, days=days, more=more), *made, people=WHOLE)) == expected


def test_work_in_progress_of_who_works_other_hours(tmp_path: Path) -> None:
    # One of two days is done in two mornings, half of the overtime with it.
    more = begun(50, "06-01 08:00", "06-02 12:00", "06-03 08:00", done=1, left=1)
    half = "<ActualWork>PT12H0M0S</ActualWork><OvertimeWork>PT8H0M0S</OvertimeWork>"
    item = assignment(1, 1, 1, 24, more=half + "<ActualOvertimeWork>PT4H0M0S</ActualOvertimeWork>")
    assert span(planned(tmp_path, task(1, days=2, more=more), item, people=HALF)) == "06-01 08:00 - 06-04 12:00"


def test_who_joined_later_has_joined_once_the_task_has_begun(tmp_path: Path) -> None:
    # Two days after the links would have it, the only person began; the task began with them.
    more = begun(50, "06-03 08:00", "06-03 17:00", "06-04 08:00", done=1, left=1)
    late = "<Delay>9600</Delay><ActualWork>PT8H0M0S</ActualWork>"
    item = assignment(1, 1, 2, 16, more=late)
    assert span(planned(tmp_path, task(1, days=2, more=more), item, people=WHOLE)) == "06-03 08:00 - 06-04 17:00"
    # Beside one who is on time it counts: two of four days are over, the second one joins on the third.
    more = begun(50, "06-01 08:00", "06-02 17:00", "06-03 08:00", done=2, left=2)
    both = [assignment(1, 1, 3, 16, more="<ActualWork>PT16H0M0S</ActualWork>"),
            assignment(2, 1, 2, 16, more="<Delay>9600</Delay>")]  # fmt: skip
    people = WHOLE + resource(3)
    assert span(planned(tmp_path, task(1, days=4, more=more), *both, people=people)) == "06-01 08:00 - 06-04 17:00"


def test_one_alone_took_as_long_as_the_task_says(tmp_path: Path) -> None:
    # Six of eight hours were done in the first morning: the file has one and a half mornings in all.
    more = begun(67, "06-01 08:00", "06-01 12:00", "06-02 08:00", done=0.5, left=0.25)
    item = assignment(1, 1, 1, 8, more="<ActualWork>PT6H0M0S</ActualWork>")
    assert span(planned(tmp_path, task(1, days=0.75, more=more), item, people=HALF)) == "06-01 08:00 - 06-02 10:00"


def test_progress_out_of_sequence_stays_where_the_file_has_it(tmp_path: Path) -> None:
    early = task(2, days=3, more=link(1) + begun(33, "06-02 08:00", done=1, left=2))
    done = task(3, days=2, more=link(1) + begun(100, "06-01 08:00", done=2)
                + "<ActualFinish>2026-06-02T17:00:00</ActualFinish>")  # fmt: skip
    found = planned(tmp_path, task(1, days=5), early, done, task(4, more=link(3)))
    assert span(found, 2) == "06-02 08:00 - 06-04 17:00"
    assert span(found, 4) == "06-03 08:00 - 06-03 17:00"
    assert [warning.code for warning in found[0].warnings].count("out_of_sequence") == 2
    assert found[0].of(found[1][3]).total_float == 0
