"""Resources, assignments, baselines and interrupted tasks read from Microsoft Project XML."""

# ruff: noqa: E501 (XML is easier to read on one line)

from __future__ import annotations

import datetime as dt
from pathlib import Path

from desktop.domain.imports import APPROXIMATED, KEPT, NOT_READ
from desktop.domain.plan import Assignment, Baseline, Calendar, Resource
from desktop.exchange.mspdi import read_mspdi
from tests.exchange.documents import STANDARD, assignment, calendars_of, document, read, said, task, tasks_of

AT = dt.datetime


RESOURCES = """<Resource><UID>0</UID><Type>1</Type></Resource>
<Resource><UID>1</UID><Name>Anna</Name><Type>1</Type><Initials>A</Initials><Group>Design</Group>
<EmailAddress>anna@example.com</EmailAddress><MaxUnits>0.5</MaxUnits><StandardRate>85.5</StandardRate>
<OvertimeRate>120</OvertimeRate><CostPerUse>1000</CostPerUse><CalendarUID>11</CalendarUID></Resource>
<Resource><UID>2</UID><Name>Concrete</Name><Type>0</Type><MaterialLabel>m³</MaterialLabel></Resource>
<Resource><UID>3</UID><Name>Travel</Name><Type>0</Type><IsCostResource>1</IsCostResource></Resource>"""


def test_resources(tmp_path: Path) -> None:
    own = "<Calendar><UID>11</UID><Name>Anna</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID></Calendar>"
    found = read(tmp_path, document(calendars=STANDARD + own, resources=RESOURCES))
    anna, concrete, travel = (item for item in found.records if isinstance(item, Resource))
    assert (anna.kind, anna.initials, anna.group, anna.email, anna.max_units) == (
        "person",
        "A",
        "Design",
        "anna@example.com",
        50,
    )
    assert (anna.standard_rate, anna.overtime_rate, anna.cost_per_use) == (8550, 12000, 1000)
    assert anna.calendar is None
    assert len(found.project().table(Calendar)) == 1
    assert (concrete.kind, concrete.material_unit, travel.kind) == ("material", "m³", "cost")


def test_a_resource_keeps_a_calendar_that_says_something(tmp_path: Path) -> None:
    away = (
        "<Calendar><UID>11</UID><Name>Anna</Name><BaseCalendarUID>1</BaseCalendarUID><WeekDays><WeekDay><DayType>6</DayType>"
        "<DayWorking>0</DayWorking></WeekDay></WeekDays></Calendar>"
    )
    project = read(tmp_path, document(calendars=STANDARD + away, resources=RESOURCES)).project()
    anna = next(iter(project.table(Resource).values()))
    assert anna.calendar == calendars_of(project)["Anna"].id
    assert calendars_of(project)["Anna"].base == calendars_of(project)["Standard"].id


def test_assignments(tmp_path: Path) -> None:
    rows = (
        "<Assignment><UID>7</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units><Work>PT20H0M0S</Work>"
        "<ActualWork>PT4H0M0S</ActualWork><OvertimeWork>PT2H0M0S</OvertimeWork><Delay>4800</Delay><LevelingDelay>9600</LevelingDelay>"
        "<WorkContour>3</WorkContour><Cost>171000</Cost></Assignment>"
        "<Assignment><UID>8</UID><TaskUID>1</TaskUID><ResourceUID>3</ResourceUID><Cost>25000</Cost></Assignment>"
        "<Assignment><UID>9</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment>"
        "<Assignment><UID>10</UID><TaskUID>44</TaskUID><ResourceUID>1</ResourceUID></Assignment>"
    )
    found = read(tmp_path, document(task(1, "Build"), resources=RESOURCES, assignments=rows))
    anna, travel = (item for item in found.records if isinstance(item, Assignment))
    assert (anna.units, anna.work, anna.actual_work, anna.overtime_work) == (50, 1200, 240, 120)
    assert (anna.delay, anna.levelling_delay, anna.contour, anna.cost) == (480, 960, "double_peak", None)
    assert travel.cost == 25000
    assert said(found, NOT_READ)["Assignments of a task or resource that is not in the file, left out: {n}"] == (
        "Anna",
    )


def test_work_that_nobody_has_taken_stays_with_the_task(tmp_path: Path) -> None:
    """The work of a task is that of its assignments, whoever does them; what the row itself says counts first."""
    sixteen, none = "<Work>PT16H0M0S</Work>", "<Work>PT0H0M0S</Work>"
    rows = [
        task(1, "Said", more=sixteen), task(2, "Unsaid"), task(3, "Shared"), task(4, "Denied", more=none),
        task(5, "Time alone", more=none), task(6, "Nothing"), task(7, "Summary"), task(8, "Within", level=2),
    ]  # fmt: skip
    done = "<ActualWork>PT2H0M0S</ActualWork>"
    untaken = [
        assignment(1, 1, -65535, 16), assignment(2, 2, -65535, 12, more=done), assignment(3, 3, -65535, 4),
        assignment(4, 3, 1, 8), assignment(5, 4, -65535, 5), assignment(6, 5, 0, 8), assignment(7, 6, -65535, 0),
        assignment(8, 7, -65535, 8), assignment(9, 99, -65535, 8),
    ]  # fmt: skip
    found = read(tmp_path, document("".join(rows), resources=RESOURCES, assignments="".join(untaken)))
    tasks = tasks_of(found)
    hours = {uid: None if item.work is None else item.work / 60 for uid, item in tasks.items()}
    assert hours == {1: 16, 2: 12, 3: 12, 4: None, 5: None, 6: None, 7: None, 8: None}
    assert (tasks[2].actual_work, tasks[3].actual_work) == (120, None)
    assert [item.work for item in found.records if isinstance(item, Assignment)] == [480]
    kept = said(found, APPROXIMATED)["Work that nobody has taken yet, kept as work of the task: {n}"]
    assert kept == ("Said", "Unsaid", "Shared")
    lost = said(found, NOT_READ)["Work that nobody has taken, left out because the task itself has none: {n}"]
    assert lost == ("Denied",)


def test_what_we_do_not_show_is_named(tmp_path: Path) -> None:
    attribute = "<ExtendedAttribute><FieldID>188743731</FieldID><Value>Red</Value></ExtendedAttribute>"
    head = "<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><Alias>Colour</Alias></ExtendedAttribute></ExtendedAttributes>"
    found = read(tmp_path, document(task(1, more=attribute + "<Hyperlink>home</Hyperlink>"), head=head))
    kept = said(found, KEPT)
    assert kept["Custom fields: {n}"] == ("Colour",)
    assert kept["Details that this program does not show: {n}"] == ("ExtendedAttribute", "Hyperlink")


def test_the_baseline_of_project_is_the_one_in_force(tmp_path: Path) -> None:
    def baseline(slot: int, day: int) -> str:
        return (
            f"<Baseline><Number>{slot}</Number><Start>2026-06-{day:02}T08:00:00</Start><Finish>2026-06-{day:02}T17:00:00</Finish>"
            "<Duration>PT8H0M0S</Duration><Work>PT4H0M0S</Work><Cost>5000</Cost></Baseline>"
        )

    found = read(tmp_path, document(task(1, more=baseline(0, 1) + baseline(3, 2) + baseline(17, 3))))
    project = found.project()
    assert [(item.name, item.source_slot) for item in project.table(Baseline).values()] == [
        ("Baseline 3", 3),
        ("Baseline", 0),
    ]
    assert project.baseline is not None
    (row,) = project.baseline.tasks
    assert (row.start, row.duration, row.work, row.cost) == (AT(2026, 6, 1, 8), 480, 240, 5000)


def test_the_baseline_for_earned_value_is_the_one_in_force(tmp_path: Path) -> None:
    span = "<Start>2026-06-01T08:00:00</Start><Finish>2026-06-01T17:00:00</Finish>"
    rows = task(1, more="".join(f"<Baseline><Number>{slot}</Number>{span}</Baseline>" for slot in (0, 1, 2)))
    for chosen, slot in (("", 0), ("<BaselineForEarnedValue>1</BaselineForEarnedValue>", 1),
                         ("<BaselineForEarnedValue>7</BaselineForEarnedValue>", 0)):  # fmt: skip
        found = read(tmp_path, document(rows, head=chosen)).project().baseline
        assert found is not None
        assert found.source_slot == slot


def test_what_a_summary_costs_of_its_own_is_told_apart_in_a_baseline(tmp_path: Path) -> None:
    def baseline(cost: int, fixed: int) -> str:
        return (
            "<Baseline><Number>0</Number><Start>2026-06-01T08:00:00</Start><Finish>2026-06-02T17:00:00</Finish>"
            f"<FixedCost>{fixed}</FixedCost><Cost>{cost}</Cost></Baseline>"
        )

    rows = task(1, more=baseline(9000, 2000)) + task(2, level=2, more=baseline(7000, 500))
    agreed = read(tmp_path, document(rows)).project().baseline
    assert agreed is not None
    assert [(row.cost, row.spread) for row in agreed.tasks] == [
        (9000, "0=0 1980=2000"),
        (7000, ""),
    ]
    assert [row.name for row in agreed.tasks] == ["T1", "T2"]


def test_parts_of_a_split_task(corpora: Path) -> None:
    """Work on 09-21, 22, 25 and 26, nothing on three working days, then from 10-02 to 10-09: see the file."""
    found = tasks_of(read_mspdi(corpora / "mspdi" / "ms_splittask.xml"))
    parts = [(part.start, part.finish) for part in found[1].splits]
    assert parts == [
        (AT(2006, 9, 21, 8), AT(2006, 9, 26, 17)),
        (AT(2006, 10, 2, 8), AT(2006, 10, 9, 17)),
    ]
    assert len(found[2].splits) == 3


def timephased(start: str, finish: str, value: str) -> str:
    return (
        f"<TimephasedData><Type>1</Type><Start>{start}</Start><Finish>{finish}</Finish><Unit>2</Unit>"
        f"<Value>{value}</Value></TimephasedData>"
    )


def test_days_off_of_a_resource_are_no_interruption(tmp_path: Path) -> None:
    away = (
        "<Calendar><UID>11</UID><Name>Anna</Name><BaseCalendarUID>1</BaseCalendarUID><Exceptions><Exception><TimePeriod>"
        "<FromDate>2026-06-02T00:00:00</FromDate><ToDate>2026-06-03T23:59:00</ToDate></TimePeriod><Type>1</Type>"
        "<DayWorking>0</DayWorking></Exception></Exceptions></Calendar>"
    )
    work = timephased("2026-06-01T08:00:00", "2026-06-01T17:00:00", "PT8H0M0S") + timephased(
        "2026-06-04T08:00:00", "2026-06-04T17:00:00", "PT8H0M0S"
    )
    rows = f"<Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>{{}}</ResourceUID>{work}</Assignment>"
    away_text = document(task(1, days=2), calendars=STANDARD + away, resources=RESOURCES, assignments=rows.format(1))
    assert tasks_of(read(tmp_path, away_text))[1].splits == ()
    nobody_text = document(task(1, days=2), resources=RESOURCES, assignments=rows.format(-65535))
    assert len(tasks_of(read(tmp_path, nobody_text))[1].splits) == 2
