"""Our plans as Microsoft Project XML: what Project insists on, and what is said to be lost."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.imports import APPROXIMATED, NOT_WRITTEN, Finding
from desktop.domain.plan import (
    Assignment,
    Baseline,
    BaselineTask,
    Calendar,
    CalendarException,
    Dependency,
    ProjectProfile,
    Resource,
    Split,
    Task,
    WeekDay,
    WorkWeek,
)  # fmt: skip
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi import mspdi_bytes, read_mspdi, task_numbers, write_mspdi
from tests.plans import office

AT = dt.datetime
NOW = AT(2026, 6, 30, 12)
WEEK = tuple(WeekDay(weekday=day, bands="08:00-12:00 13:00-17:00" if day < 5 else "") for day in range(7))


def record(kind: type[Record], /, **fields: Any) -> Any:
    return kind(**fields)


def plan(*records: Any, **profile: Any) -> Project:
    """A project on a standard calendar ``std`` from Monday 2026-06-01; Project's rule of progress unless given."""
    facts = {
        "id": "p",
        "number": 1,
        "name": "Plan",
        "start": AT(2026, 6, 1, 8),
        "calendar": "std",
        "progress_rule": "as_planned",
    }
    calendar = record(Calendar, id="std", number=1, name="Standard", week=WEEK)
    return Project([record(ProjectProfile, **(facts | profile)), calendar, *records])


def one(identity: str = "t", **fields: Any) -> Task:
    return record(Task, **({"id": identity, "name": identity.upper(), "rank": 1} | fields))  # type: ignore[no-any-return]


def written(project: Project) -> tuple[ElementTree.Element, tuple[Finding, ...]]:
    content, findings = mspdi_bytes(project, schedule(project), NOW)
    return ElementTree.fromstring(re.sub(rb' xmlns="[^"]*"', b"", content)), findings


def again(project: Project, folder: Path) -> Project:
    path = folder / "plan.xml"
    write_mspdi(project, schedule(project), path, NOW)
    return read_mspdi(path).project()


def lost(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.sentence for finding in findings if finding.kind == NOT_WRITTEN}


# -- a plan that never saw Project --------------------------------------------------------------------


def test_a_plan_of_ours_opens_with_the_same_dates(tmp_path: Path) -> None:
    project = office()
    planned = schedule(project)
    back = again(project, tmp_path)
    theirs = {task.name: schedule(back).of(task.id) for task in back.table(Task).values()}
    for task in project.table(Task).values():
        ours = planned.of(task.id)
        assert (theirs[task.name].start, theirs[task.name].finish) == (ours.start, ours.finish), task.name
        assert theirs[task.name].total_float == ours.total_float
    assert [back.wbs(identity) for identity in back.outline.order] == [project.wbs(i) for i in project.outline.order]


def test_the_sample_opens_with_the_same_dates(root: Path, tmp_path: Path) -> None:
    """It is under way, with a rule of progress that Project does not have."""
    from desktop.store.files import ProjectFile

    with ProjectFile.open(next((root / "resources" / "samples").glob("*.pilotage")), read_only=True) as file:
        project = file.project
    back = again(project, tmp_path)
    ours, theirs, numbers = schedule(project), schedule(back), task_numbers(project)
    by_uid = {task.source_uid: task.id for task in back.table(Task).values()}
    for identity, uid in numbers.items():
        mine, other = ours.of(identity), theirs.of(by_uid[uid])
        assert (other.start, other.finish) == (mine.start, mine.finish), project.get(Task, identity).name


def test_a_plan_without_a_calendar_gets_one(tmp_path: Path) -> None:
    root, _ = written(office())
    assert root.findtext("CalendarUID") == root.findtext("Calendars/Calendar/UID")
    assert [day.findtext("DayWorking") for day in root.iterfind("Calendars/Calendar/WeekDays/WeekDay")] == list(
        "0111110"
    )


def test_numbers_stay_and_new_ones_are_free() -> None:
    project = plan(
        one("a", source_uid=7), one("b", rank=2), one("c", rank=3, source_uid=7), one("d", rank=4, source_uid=1)
    )
    assert task_numbers(project) == {"a": 7, "b": 2, "c": 3, "d": 1}
    root, _ = written(project)
    assert [row.findtext("UID") for row in root.iterfind("Tasks/Task")] == ["0", "7", "2", "3", "1"]
    assert [row.findtext("ID") for row in root.iterfind("Tasks/Task")] == ["0", "1", "2", "3", "4"]


def test_what_a_person_fixed_is_written(tmp_path: Path) -> None:
    facts: dict[str, Any] = {
        "duration": 2400, "duration_unit": "w", "estimated": True, "constraint": "snlt",
        "constraint_date": AT(2026, 7, 1, 8), "deadline": AT(2026, 7, 31, 17), "priority": 800,
        "task_type": "fixed_work",
        "effort_driven": True, "work": 1200, "fixed_cost": 12345, "notes": "two\nlines <b>", "wbs_code": "X-1",
        "levelling_delay": 1440, "ignore_resource_calendar": True, "physical_percent": 20, "active": False,
    }  # fmt: skip
    (back,) = again(plan(one(**facts)), tmp_path).table(Task).values()
    assert {name: getattr(back, name) for name in facts} == facts


def test_elapsed_and_manual_tasks_and_progress(tmp_path: Path) -> None:
    project = plan(
        one("a", duration=4320, duration_unit="ed"),
        one("b", rank=2, mode="manual", manual_start=AT(2026, 6, 6, 10), manual_finish=AT(2026, 6, 7, 11)),
        one("c", rank=3, duration=2400, percent_complete=40, actual_start=AT(2026, 6, 2, 8), remaining_duration=1500,
            actual_work=600, actual_cost=7000),
        one("d", rank=4, percent_complete=100, actual_start=AT(2026, 6, 2, 8), actual_finish=AT(2026, 6, 2, 17)),
    )  # fmt: skip
    back = {task.name.lower(): task for task in again(project, tmp_path).table(Task).values()}
    for identity, task in project.table(Task).items():
        for name in ("duration", "duration_unit", "mode", "manual_start", "manual_finish", "percent_complete",
                     "actual_start", "actual_finish", "remaining_duration", "actual_work", "actual_cost"):  # fmt: skip
            assert getattr(back[identity], name) == getattr(task, name), (identity, name)


# -- progress that Project reckons differently --------------------------------------------------------


def test_work_that_only_the_status_date_holds_back_stays_there(tmp_path: Path) -> None:
    project = plan(
        one("a"), one("b", rank=2), one("c", rank=3, duration=960, percent_complete=50, actual_start=AT(2026, 6, 1, 8)),
        record(Dependency, id="l", predecessor="a", successor="b"),
        progress_rule="retained", status_date=dt.date(2026, 6, 9),
    )  # fmt: skip
    back = again(project, tmp_path)
    found = {task.name: (task, schedule(back).of(task.id)) for task in back.table(Task).values()}
    assert found["A"][1].start == AT(2026, 6, 10, 8)
    assert (found["A"][0].constraint, found["B"][0].constraint) == ("snet", "asap")
    assert found["B"][1].start == AT(2026, 6, 11, 8)
    # One of two days is done on Monday; the other follows on the day after the status date.
    assert (found["C"][0].stop, found["C"][0].resume) == (AT(2026, 6, 1, 17), AT(2026, 6, 10, 8))
    assert found["C"][1].finish == AT(2026, 6, 10, 17)
    _, findings = written(project)
    assert [finding.items for finding in findings if finding.kind == APPROXIMATED] == [("A",)]


def test_pins_on_some_tasks_and_on_all(tmp_path: Path) -> None:
    """B must start on 06-02 although A ends on 06-05; C, which must start then as well, gives way to A."""

    def made(pinned: bool) -> Project:
        hard: dict[str, Any] = {"constraint": "mso", "constraint_date": AT(2026, 6, 2, 8)}
        return plan(
            one("a", duration=2400), one("b", rank=2, pinned=True, **hard), one("c", rank=3, pinned=pinned, **hard),
            record(Dependency, id="l", predecessor="a", successor="b"),
            record(Dependency, id="m", predecessor="a", successor="c"),
        )  # fmt: skip

    some, every = again(made(pinned=False), tmp_path), again(made(pinned=True), tmp_path)
    found = {task.name: (task.mode, schedule(some).of(task.id).start) for task in some.table(Task).values()}
    assert found == {
        "A": ("auto", AT(2026, 6, 1, 8)), "B": ("manual", AT(2026, 6, 2, 8)), "C": ("auto", AT(2026, 6, 8, 8)),
    }  # fmt: skip
    assert {task.mode for task in every.table(Task).values()} == {"auto"}
    assert every.profile.constraint_rule == "pinned"
    starts = {task.name: schedule(every).of(task.id).start for task in every.table(Task).values()}
    assert starts["B"] == starts["C"] == AT(2026, 6, 2, 8)


# -- calendars ----------------------------------------------------------------------------------------


def days(root: ElementTree.Element, path: str) -> list[tuple[str, str]]:
    return [
        (item.findtext("TimePeriod/FromDate", "")[:10], item.findtext("TimePeriod/ToDate", "")[:10])
        for item in root.iterfind(path)
    ]


def test_exceptions_are_written_in_both_forms_and_in_order() -> None:
    calendar = record(
        Calendar, id="std", number=1, name="A name much longer than Project is willing to accept", week=WEEK,
        exceptions=(
            record(CalendarException, name="Later", start=dt.date(2026, 10, 1), finish=dt.date(2026, 10, 7)),
            record(CalendarException, name="Make-up", start=dt.date(2026, 9, 26), bands="08:00-12:00 13:00-17:00"),
            record(CalendarException, name="New year", start=dt.date(2026, 1, 1), finish=dt.date(2028, 12, 31),
                   recurrence="FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
            record(CalendarException, name="Odd", start=dt.date(2026, 3, 1), finish=dt.date(2026, 3, 31),
                   recurrence="FREQ=MONTHLY;BYMONTHDAY=3,9"),
        ),
        work_weeks=(
            record(WorkWeek, name="S", start=dt.date(2026, 7, 1), finish=dt.date(2026, 7, 31), weekday=4,
                   bands="08:00-12:00"),
        ),
    )  # fmt: skip
    project = Project([record(ProjectProfile, id="p", name="P", start=AT(2026, 6, 1, 8), calendar="std"), calendar])
    root, findings = written(project)
    assert len(root.findtext("Calendars/Calendar/Name", "")) == 51
    assert days(root, "Calendars/Calendar/Exceptions/Exception") == [
        ("2026-01-01", "2028-12-31"), ("2026-03-03", "2026-03-03"), ("2026-03-09", "2026-03-09"),
        ("2026-09-26", "2026-09-26"), ("2026-10-01", "2026-10-07"),
    ]  # fmt: skip
    legacy = [
        item for item in root.iterfind("Calendars/Calendar/WeekDays/WeekDay") if item.findtext("DayType") == "0"
    ]
    assert [item.findtext("TimePeriod/FromDate", "")[:10] for item in legacy] == [
        "2026-01-01", "2026-03-03", "2026-03-09", "2026-09-26", "2026-10-01", "2027-01-01", "2028-01-01",
    ]  # fmt: skip
    assert [item.findtext("DayWorking") for item in legacy] == list("0001000")
    assert days(root, "Calendars/Calendar/WorkWeeks/WorkWeek") == [("2026-07-01", "2026-07-31")]
    assert {finding.sentence for finding in findings if finding.kind == APPROXIMATED} == {
        "Names longer than Project allows, shortened: {n}",
        "Recurring exceptions that Project cannot repeat, written day by day: {n}",
    }


def test_of_two_exceptions_for_one_day_the_one_that_counts_is_written(tmp_path: Path) -> None:
    calendar = record(
        Calendar, id="std", number=1, name="S", week=WEEK,
        exceptions=(
            record(CalendarException, name="Closed", start=dt.date(2026, 6, 1), finish=dt.date(2026, 6, 5)),
            record(CalendarException, name="Open", start=dt.date(2026, 6, 3), bands="08:00-12:00"),
        ),
    )  # fmt: skip
    project = Project(
        [
            record(ProjectProfile, id="p", name="P", start=AT(2026, 6, 1, 8), calendar="std"),
            calendar,
            one(duration=240),
        ]
    )
    assert schedule(project).finish == AT(2026, 6, 3, 12)
    root, _ = written(project)
    assert days(root, "Calendars/Calendar/Exceptions/Exception") == [
        ("2026-06-01", "2026-06-02"), ("2026-06-03", "2026-06-03"), ("2026-06-04", "2026-06-05"),
    ]  # fmt: skip
    assert schedule(again(project, tmp_path)).finish == AT(2026, 6, 3, 12)


def test_night_shifts_and_derived_calendars_keep_their_working_time(tmp_path: Path) -> None:
    night = record(
        Calendar, id="night", number=2, name="Night", base="std",
        week=tuple(record(WeekDay, weekday=day, bands="22:00-06:00") for day in range(5)),
        exceptions=(record(CalendarException, name="Off", start=dt.date(2026, 6, 3), finish=dt.date(2026, 6, 3)),),
    )  # fmt: skip
    shared = record(CalendarException, name="Fair", start=dt.date(2026, 6, 4), finish=dt.date(2026, 6, 4))
    standard = record(Calendar, id="std", number=1, name="Standard", week=WEEK, exceptions=(shared,))
    profile = record(ProjectProfile, id="p", name="P", start=AT(2026, 6, 1, 8), calendar="std")
    project = Project(
        [profile, standard, night, one(duration=960, calendar="night"), one("u", rank=2, duration=480 * 4)]
    )
    back = again(project, tmp_path)
    ours, theirs = schedule(project), schedule(back)
    names = {task.name: task.id for task in back.table(Task).values()}
    for identity in ("t", "u"):
        assert theirs.of(names[identity.upper()]).finish == ours.of(identity).finish
    assert all(calendar.base is None for calendar in back.table(Calendar).values())
    _, findings = written(project)
    assert "Calendars derived from another, written whole: {n}" in {finding.sentence for finding in findings}


def test_every_resource_has_a_derived_calendar(tmp_path: Path) -> None:
    own = record(Calendar, id="own", number=2, name="Anna", base="std", week=(record(WeekDay, weekday=4, bands=""),))
    project = plan(
        own,
        record(Resource, id="a", number=1, name="Anna", calendar="own"),
        record(Resource, id="b", number=2, name="Bo"),
    )
    root, _ = written(project)
    calendars = {item.findtext("UID"): item for item in root.iterfind("Calendars/Calendar")}
    for resource in root.iterfind("Resources/Resource"):
        calendar = calendars[resource.findtext("CalendarUID")]
        assert calendar.findtext("IsBaseCalendar") == "0"
        assert calendars[calendar.findtext("BaseCalendarUID")].findtext("Name") == "Standard"
    back = {item.name: item for item in again(project, tmp_path).table(Resource).values()}
    assert (back["Bo"].calendar, back["Anna"].calendar is None) == (None, False)


# -- resources, baselines, splits ---------------------------------------------------------------------


def test_project_has_one_assignment_of_a_resource_to_a_task() -> None:
    project = plan(
        one(), record(Resource, id="a", number=1, name="Anna [left], right"),
        record(Assignment, id="x", task="t", resource="a", units=50, work=120),
        record(Assignment, id="y", task="t", resource="a", units=50, work=60),
    )  # fmt: skip
    root, findings = written(project)
    (made,) = root.iterfind("Assignments/Assignment")
    assert (made.findtext("Units"), made.findtext("Work")) == ("1", "PT3H0M0S")
    assert root.findtext("Resources/Resource/Name") == "Anna left right"
    assert len([finding for finding in findings if finding.kind == APPROXIMATED]) == 2


def test_progress_without_a_resource_is_carried_by_nobody() -> None:
    """Project forgets that a task is done where no assignment says so."""
    root, _ = written(
        plan(one(percent_complete=100, actual_start=AT(2026, 6, 1, 8), actual_finish=AT(2026, 6, 1, 17)))
    )
    (made,) = root.iterfind("Assignments/Assignment")
    assert made.findtext("ResourceUID") == "-65535"
    assert (made.findtext("ActualWork"), made.findtext("RemainingWork")) == ("PT8H0M0S", "PT0H0M0S")


@pytest.mark.parametrize(
    ("method", "code", "back"),
    [("percent", "0", "percent"), ("physical", "1", "physical"), ("zero_hundred", "0", "percent"),
     ("fifty_fifty", "0", "percent")],
)  # fmt: skip
def test_how_value_is_earned(tmp_path: Path, method: str, code: str, back: str) -> None:
    """0 is % complete and 1 physical % complete (MSPDI schema); Project knows no other method."""
    project = plan(one(ev_method=method, physical_percent=30))
    root, findings = written(project)
    assert [item.text for item in root.iterfind("Tasks/Task/EarnedValueMethod")][-1:] == [code]
    assert [finding.items for finding in findings if "earn value" in finding.sentence] == (
        [] if method == back else [(project.get(Task, "t").name,)]
    )
    (task,) = again(project, tmp_path).table(Task).values()
    assert (task.ev_method, task.physical_percent) == (back, 30)


def test_the_own_cost_of_a_summary_stays_apart_in_a_baseline(tmp_path: Path) -> None:
    day = {"start": AT(2026, 6, 1, 8), "finish": AT(2026, 6, 1, 17)}
    rows = (
        record(BaselineTask, task="s", cost=900, spread="0=0 540=200", **day),
        record(BaselineTask, task="t", cost=700, **day),
    )
    summary = record(Task, id="s", number=2, name="S", rank=1)
    project = plan(summary, one(parent="s", rank=2), record(Baseline, id="b", number=1, name="B", tasks=rows))
    back = again(project, tmp_path).baseline
    assert back is not None
    assert [(row.cost, row.spread) for row in back.tasks] == [(900, "0=0 540=200"), (700, "")]


def test_baselines_find_their_places(tmp_path: Path) -> None:
    rows = (
        record(
            BaselineTask,
            task="t",
            start=AT(2026, 6, 1, 8),
            finish=AT(2026, 6, 1, 17),
            duration=480,
            work=60,
            cost=999,
        ),
    )
    baselines = [record(Baseline, id=f"b{n}", number=n, name=f"B{n}", tasks=rows) for n in range(1, 13)]
    project = plan(one(), *baselines)
    root, findings = written(project)
    assert [item.findtext("Number") for item in root.iterfind("Tasks/Task/Baseline")] == [str(n) for n in range(11)]
    assert [finding.items for finding in findings if finding.kind == NOT_WRITTEN] == [("B1",)]
    back = again(project, tmp_path).baseline
    assert back is not None
    assert back.source_slot == 0
    (row,) = back.tasks
    assert (row.start, row.finish, row.duration, row.work, row.cost) == (
        AT(2026, 6, 1, 8),
        AT(2026, 6, 1, 17),
        480,
        60,
        999,
    )


def test_parts_of_a_task_move_with_it(tmp_path: Path) -> None:
    """Two days, a gap of one, one day; read on a Monday, now after a task of two days."""
    parts = (
        record(Split, start=AT(2026, 6, 1, 8), finish=AT(2026, 6, 2, 17)),
        record(Split, start=AT(2026, 6, 4, 8), finish=AT(2026, 6, 4, 17)),
    )
    project = plan(
        one("a", duration=960), one("b", rank=2, duration=1440, splits=parts),
        record(Dependency, id="l", predecessor="a", successor="b"),
    )  # fmt: skip
    back = {task.name: task for task in again(project, tmp_path).table(Task).values()}
    assert [(part.start, part.finish) for part in back["B"].splits] == [
        (AT(2026, 6, 3, 8), AT(2026, 6, 4, 17)), (AT(2026, 6, 8, 8), AT(2026, 6, 8, 17)),
    ]  # fmt: skip


def test_work_over_time_goes_back_only_while_it_is_true(corpora: Path) -> None:
    found = read_mspdi(corpora / "mspdi" / "ms_sample.xml")
    project = found.project()
    content, _ = mspdi_bytes(project, schedule(project), NOW)
    moved = [item.replace(start=AT(2003, 2, 3, 8)) if item.info.key == "project" else item for item in found.records]
    later = Project(moved)
    content_later, findings = mspdi_bytes(later, schedule(later), NOW)
    assert "Assignments whose work over time no longer fits and is spread anew: {n}" in {f.sentence for f in findings}
    assert content_later.count(b"<TimephasedData>") < max(1, content.count(b"<TimephasedData>") + 1)
    assert b"2003-01-07T08:00:00</Start>" not in content_later


# -- losses -------------------------------------------------------------------------------------------


def test_what_has_no_place_is_named() -> None:
    project = plan(
        one(owner=None, deliverable="Report", optimistic=60),
        record(Resource, id="a", number=1, name="Crane", kind="equipment"),
        progress_rule="retained", critical_rule="longest_path", critical_limit=100,
    )  # fmt: skip
    _, findings = written(project)
    assert lost(findings) == {
        "Tasks with an owner, a deliverable, three estimates, external dates or level of effort, written without: {n}",
        "Equipment, written as work resources: {n}",
        "Rules of scheduling that Project does not have, left out: {n}",
    }
    rules = next(finding for finding in findings if finding.sentence.startswith("Rules"))
    assert rules.count == 2


def test_the_pattern_of_a_recurring_task_is_named_as_lost() -> None:
    pattern = "DTSTART:20260601T090000 RRULE:FREQ=WEEKLY;COUNT=1"
    _, findings = written(plan(one("s", name="Jour fixe", recurrence=pattern), one("o", parent="s")))
    assert [finding.items for finding in findings if finding.kind == NOT_WRITTEN] == [("Jour fixe",)]


def test_a_plain_plan_loses_nothing() -> None:
    _, findings = written(plan(one()))
    assert findings == ()


# -- text and files -----------------------------------------------------------------------------------


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_makes_a_file_that_can_be_read(name: str, notes: str) -> None:
    root, _ = written(plan(one(name=f"x{name}", notes=notes)))
    assert root.findtext("Tasks/Task[UID='1']/Name", "").startswith("x")


def test_hostile_text_comes_back_unchanged(tmp_path: Path) -> None:
    name = '<b>R&D <10 days</b> =HYPERLINK("http://x") 😀 ]]> &amp;'
    (back,) = again(plan(one(name=name, notes=name * 3)), tmp_path).table(Task).values()
    assert (back.name, back.notes) == (name, name * 3)


def test_a_refused_write_leaves_what_was_there(tmp_path: Path) -> None:
    project = plan(one())
    with pytest.raises(Rejected) as refused:
        write_mspdi(project, schedule(project), tmp_path / "none" / "plan.xml")
    assert refused.value.code == "folder_missing"
    target = tmp_path / "plan.xml"
    target.mkdir()
    with pytest.raises(Rejected) as refused:
        write_mspdi(project, schedule(project), target)
    assert refused.value.code == "is_a_folder"
    assert list(tmp_path.iterdir()) == [target]
