"""Primavera P6 exports: what the rows of the file say is what the records hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.commands.records import SetFields
from desktop.domain.imports import Findings, Imported
from desktop.domain.plan import Assignment, Calendar, Dependency, Resource, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.domain.validation import validate
from desktop.exchange.xer import read_xer
from desktop.exchange.xer.calendar_data import read_working_time
from desktop.exchange.xer.cells import Cells
from desktop.exchange.xer.tables import read_tables

WEEK = "".join(f"(0||{day}()((0||0(s|08:00|f|12:00)())(0||1(s|13:00|f|17:00)())))" for day in range(2, 7))
CALENDAR = f"(0||CalendarData()((0||DaysOfWeek()((0||1()()){WEEK}(0||7()())))(0||Exceptions()((0||0(d|44562)())))))"


def table(name: str, *rows: dict[str, Any]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    lines = [f"%T\t{name}", "\t".join(["%F", *columns])]
    lines += ["\t".join(["%R", *(str(row.get(column, "")) for column in columns)]) for row in rows]
    return "\r\n".join(lines) + "\r\n"


def plan(*tasks: dict[str, Any], more: str = "", project: dict[str, Any] | None = None) -> str:
    facts = {"proj_id": 1, "proj_short_name": "P", "clndr_id": 7, "plan_start_date": "2026-06-01 08:00"}
    head = "ERMHDR\t20.12\t2026-06-01\tProject\tadmin\tadmin\tdb\tProject Management\tCNY\r\n"
    calendars = table("CALENDAR", {"clndr_id": 7, "clndr_name": "五天", "day_hr_cnt": 8, "clndr_data": CALENDAR})
    nodes = table(
        "PROJWBS",
        {"wbs_id": 10, "proj_id": 1, "proj_node_flag": "Y", "wbs_name": "新厂房工程"},
        {"wbs_id": 11, "proj_id": 1, "parent_wbs_id": 10, "wbs_name": "基础施工", "seq_num": 1},
    )
    rows = [{"proj_id": 1, "wbs_id": 11, "clndr_id": 7} | row for row in tasks]
    listed = table("TASK", *rows) if rows else ""
    return head + table("PROJECT", facts | (project or {})) + calendars + nodes + listed + more + "%E\r\n"


def read(folder: Path, content: str | bytes) -> Imported:
    path = folder / "plan.xer"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = read_xer(path)
    project = found.project()
    for record in project.all():
        validate(project, record)
    return found


def by_number(records: Iterable[Any]) -> dict[int, Task]:
    return {item.source_uid: item for item in records if isinstance(item, Task) and item.source_uid is not None}


def one(number: int, **facts: Any) -> dict[str, Any]:
    return {"task_id": number, "task_code": f"A{number}", "task_name": f"Act {number}", "task_type": "TT_Task",
            "status_code": "TK_NotStart", "target_drtn_hr_cnt": 16, "remain_drtn_hr_cnt": 16} | facts  # fmt: skip


def test_chinese_text_is_read_in_utf8_and_in_gbk(tmp_path: Path) -> None:
    text = plan(one(1, task_name="挖土方"), one(2, task_name="浇筑混凝土"))
    for encoding in ("utf-8", "utf-8-sig", "gbk", "utf-16"):
        found = read(tmp_path, text.encode(encoding))
        assert found.profile.name == "新厂房工程", encoding
        assert [task.name for task in by_number(found.records).values()] == ["挖土方", "浇筑混凝土"], encoding


def test_western_text_is_read_as_windows_1252(tmp_path: Path) -> None:
    text = (
        plan(one(1, task_name="Début – Prüfung à Orléans")).replace("新厂房工程", "Projet").replace("基础施工", "Été")
    )
    found = read(tmp_path, text.replace("五天", "Août").encode("cp1252"))
    assert by_number(found.records)[1].name == "Début – Prüfung à Orléans"


def test_calendar_data_holds_week_and_days_that_differ() -> None:
    time = read_working_time(CALENDAR)
    assert time.sound
    assert time.week[0] == ((480, 720), (780, 1020))
    assert (time.week[5], time.week[6]) == ((), ())
    assert time.exceptions == {dt.date(2022, 1, 1): ()}  # day 44562 of spreadsheets


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CS_MSO", ("mso", False)), ("CS_MSOA", ("snet", False)), ("CS_MSOB", ("snlt", False)),
        ("CS_MEO", ("mfo", False)), ("CS_MEOA", ("fnet", False)), ("CS_MEOB", ("fnlt", False)),
        ("CS_MANDSTART", ("mso", True)), ("CS_MANDFIN", ("mfo", True)),
    ],
)  # fmt: skip
def test_constraints(tmp_path: Path, code: str, expected: tuple[str, bool]) -> None:
    found = by_number(read(tmp_path, plan(one(1, cstr_type=code, cstr_date="2026-06-03 08:00"))).records)[1]
    assert (found.constraint, found.pinned) == expected
    assert found.constraint_date == dt.datetime(2026, 6, 3, 8)


def test_second_constraint_is_kept_as_deadline(tmp_path: Path) -> None:
    facts = {"cstr_type": "CS_MSOA", "cstr_date": "2026-06-03 08:00", "cstr_type2": "CS_MEOB",
             "cstr_date2": "2026-06-09 17:00"}  # fmt: skip
    found = by_number(read(tmp_path, plan(one(1, **facts))).records)[1]
    assert (found.constraint, found.deadline) == ("snet", dt.datetime(2026, 6, 9, 17))


def test_wbs_links_people_and_options(tmp_path: Path) -> None:
    more = table("TASKPRED", {"task_id": 2, "pred_task_id": 1, "pred_type": "PR_SS", "lag_hr_cnt": -4})
    more += table(
        "SCHEDOPTIONS",
        {
            "proj_id": 1,
            "sched_retained_logic": "N",
            "sched_progress_override": "Y",
            "sched_calendar_on_relationship_lag": "rcal_24Hour",
            "sched_float_type": "FT_SF",
        },
    )
    more += table("RSRC", {"rsrc_id": 5, "rsrc_name": "张工", "rsrc_type": "RT_Labor"})
    more += table("RSRCRATE", {"rsrc_id": 5, "max_qty_per_hr": 2, "cost_per_qty": "25.5000"})
    more += table("TASKRSRC", {"task_id": 1, "rsrc_id": 5, "remain_qty": 16, "target_qty": 16,
                               "target_qty_per_hr": 1})  # fmt: skip
    project = {"critical_path_type": "CT_DrivPath", "last_recalc_date": "2026-06-02 00:00"}
    found = read(tmp_path, plan(one(1), one(2, task_type="TT_FinMile"), more=more, project=project))
    tasks = by_number(found.records)
    summary = next(item for item in found.records if isinstance(item, Task) and item.source_uid is None)
    assert (summary.name, tasks[1].parent, tasks[1].duration) == ("基础施工", summary.id, 960)
    assert (tasks[2].milestone, tasks[2].duration) == (True, 0)
    link = next(item for item in found.records if isinstance(item, Dependency))
    assert (link.predecessor, link.successor, link.type, link.lag) == (tasks[1].id, tasks[2].id, "SS", -240)
    person = next(item for item in found.records if isinstance(item, Resource))
    assert (person.name, person.max_units, person.standard_rate) == ("张工", 200, 2550)
    assert next(item for item in found.records if isinstance(item, Assignment)).work == 960
    profile = found.profile
    assert (profile.progress_rule, profile.lag_calendar, profile.float_rule) == ("override", "elapsed", "start")
    # The evening before the data date.
    assert (profile.critical_rule, profile.status_date) == ("longest_path", dt.date(2026, 6, 1))
    assert next(item for item in found.records if isinstance(item, Calendar)).name == "五天"


def test_a_circle_in_the_wbs_is_cut(tmp_path: Path) -> None:
    text = plan(one(1))
    nodes = table("PROJWBS", {"wbs_id": 12, "parent_wbs_id": 13, "wbs_name": "a"},
                  {"wbs_id": 13, "parent_wbs_id": 12, "wbs_name": "b"})  # fmt: skip
    text = text.replace("%E\r\n", nodes + table("TASK", one(9, wbs_id=12)) + "%E\r\n")
    project = read(tmp_path, text).project()
    assert len(project.outline.order) == len(project.table(Task))


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff" * 5000, b"PK\x03\x04" + bytes(500), b"x" * 10_000_000, b"%T\t\n%R\t1\n",
     b"%T" + b"\t" * 10_000_000,
     b"<?xml version='1.0'?><Project/>"],
)  # fmt: skip
def test_what_is_no_plan_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Rejected):
        read(tmp_path, content)


def test_damage_is_survived(tmp_path: Path) -> None:
    whole = plan(one(1, act_start_date="2026-99-99 08:00", cstr_type="CS_X", cstr_date="x", task_type="TT_New"),
                 one(2, target_drtn_hr_cnt="1e999", remain_drtn_hr_cnt="-5", status_code="TK_Active"),
                 one(1), one(3, wbs_id="none", clndr_id="none", task_name=""),
                 more=table("TASKPRED", {"task_id": 1, "pred_task_id": 99},
                            {"task_id": 1, "pred_task_id": 1}))  # fmt: skip
    found = read(tmp_path, whole)
    assert len(by_number(found.records)) == 3
    content = whole.encode()
    for end in range(len(content), 400, -37):
        try:
            schedule(read(tmp_path, content[:end]).project())
        except Rejected:
            continue


def test_tables_may_come_in_any_order(tmp_path: Path) -> None:
    text = plan(one(1), one(2))
    head, *tables = text.removesuffix("%E\r\n").split("%T\t")
    turned = head + "".join(f"%T\t{part}" for part in reversed(tables)) + "%E\r\n"
    assert set(by_number(read(tmp_path, turned).records)) == {1, 2}


def test_nesting_without_end_in_a_calendar_is_cut(tmp_path: Path) -> None:
    text = plan(one(1)).replace(CALENDAR, "(0||CalendarData()(" * 100_000)
    assert by_number(read(tmp_path, text).records)


def test_stored_dates_are_shown_until_the_plan_is_edited(tmp_path: Path) -> None:
    stored = {
        "early_start_date": "2026-06-03 08:00", "early_end_date": "2026-06-04 17:00",
        "late_start_date": "2026-06-05 08:00", "late_end_date": "2026-06-08 17:00",
        "total_float_hr_cnt": 16, "free_float_hr_cnt": 8,
    }  # fmt: skip
    session = Session(read(tmp_path, plan(one(1, **stored), one(2))).project())
    task = by_number(session.project.all())[1]
    shown = session.schedule.of(task.id)
    assert (shown.start, shown.finish) == (dt.datetime(2026, 6, 3, 8), dt.datetime(2026, 6, 4, 17))
    assert (shown.late_start, shown.late_finish) == (dt.datetime(2026, 6, 5, 8), dt.datetime(2026, 6, 8, 17))
    assert (shown.total_float, shown.free_float, shown.critical) == (960, 480, False)
    assert task.parent is not None
    assert session.schedule.of(task.parent).finish == dt.datetime(2026, 6, 4, 17)
    assert session.schedule.warnings[0].code == "stored_dates"

    session.execute(SetFields("task", (task.id,), {"name": "Other"}, "Rename"))
    assert session.project.profile.date_source == "stored"
    session.execute(SetFields("task", (task.id,), {"duration": 480}, "Change"))
    assert session.project.profile.date_source == "calculated"
    assert session.schedule.of(task.id).start == dt.datetime(2026, 6, 1, 8)
    session.undo()
    assert session.project.profile.date_source == "stored"
    assert session.schedule.of(task.id).start == dt.datetime(2026, 6, 3, 8)


def test_dates_of_relationships_to_other_projects_are_kept_as_external_dates(tmp_path: Path) -> None:
    """TASK.external_early_start_date and external_late_end_date, as Oracle's import and export guide has them."""
    text = plan(one(1, external_early_start_date="2026-06-10 08:00", external_late_end_date="2026-06-30 17:00"))
    task = by_number(read(tmp_path, text).records)[1]
    assert (task.external_start, task.external_finish) == (dt.datetime(2026, 6, 10, 8), dt.datetime(2026, 6, 30, 17))


def test_files_of_p6_show_what_p6_stored(corpora: Path) -> None:
    seen = 0
    for path in sorted((corpora / "xer").glob("*.xer")):
        tables = read_tables(path, Findings())
        project = read_xer(path).project()
        planned, tasks = schedule(project), by_number(project.all())
        for row in tables.of("TASK"):
            cells, task = Cells(row, Findings()), tasks[int(row["task_id"])]
            dates = planned.of(task.id)
            start = cells.moment("act_start_date") or cells.moment("early_start_date")
            finish = cells.moment("act_end_date") or cells.moment("early_end_date")
            for shown, column in ((dates.early_start, "early_start_date"), (dates.early_finish, "early_end_date"),
                                  (dates.late_start, "late_start_date"),
                                  (dates.late_finish, "late_end_date")):  # fmt: skip
                assert cells.moment(column) in (None, shown), (path.name, column)
            for amount, column in ((dates.total_float, "total_float_hr_cnt"), (dates.free_float, "free_float_hr_cnt")):
                if row.get(column):
                    assert amount == float(row[column]) * 60, (path.name, column)
            assert start in (None, dates.start)
            assert finish in (None, dates.finish)
            seen += start is not None
    assert seen == 4


def test_expected_finishes_and_curves_are_listed_as_lost(tmp_path: Path) -> None:
    more = table("RSRC", {"rsrc_id": 5, "rsrc_name": "吊车"})
    more += table("TASKRSRC", {"taskrsrc_id": 1, "task_id": 1, "rsrc_id": 5, "curv_id": 3, "target_qty": 8})
    dug = {"task_id": 1, "task_name": "挖土", "expect_end_date": "2026-06-30 17:00"}
    content = plan(dug, {"task_id": 2, "task_name": "B"}, more=more)
    found = {item.sentence: item for item in read(tmp_path, content).findings}
    assert found["Expected finish dates of activities, not read: {n}"].items == ("挖土",)
    assert found["Assignments with a resource curve, spread evenly: {n}"].count == 1


# -- relationships ------------------------------------------------------------------------------------


def links(found: Imported) -> set[tuple[int | None, int | None, str, int]]:
    """(predecessor, successor, type, lag in hours) by the numbers of the file."""
    numbers = {item.id: item.source_uid for item in found.records if isinstance(item, Task)}
    return {
        (numbers[item.predecessor], numbers[item.successor], item.type, item.lag // 60)
        for item in found.records
        if isinstance(item, Dependency)
    }


def calculated(found: Imported) -> Project:
    """The plan as it is when P6's dates are no longer shown."""
    project = found.project()
    profile = project.profile.replace(date_source="calculated")
    project.put(profile.info.key, profile.id, profile)
    return project


def dates(project: Project, number: int) -> tuple[dt.datetime | None, dt.datetime | None]:
    planned = schedule(project).of(by_number(project.all())[number].id)
    return planned.start, planned.finish


def test_a_pair_may_have_a_relationship_of_each_type(tmp_path: Path) -> None:
    """Ladder logic: the later start of SS + 2 days and of FF + 1 day holds the second activity."""
    pair = {"task_id": 2, "pred_task_id": 1}
    more = table("TASKPRED", pair | {"pred_type": "PR_SS", "lag_hr_cnt": 16},
                 pair | {"pred_type": "PR_FF", "lag_hr_cnt": 8})  # fmt: skip
    long = {"target_drtn_hr_cnt": 40, "remain_drtn_hr_cnt": 40}
    found = read(tmp_path, plan(one(1, **long), one(2), more=more))
    assert links(found) == {(1, 2, "SS", 16), (1, 2, "FF", 8)}
    # Five days from Monday; one day more is Monday the 8th, and two days of work end there.
    assert dates(calculated(found), 2) == (dt.datetime(2026, 6, 5, 8), dt.datetime(2026, 6, 8, 17))


def test_of_two_relationships_of_one_type_the_longer_lag_holds(tmp_path: Path) -> None:
    pair = {"task_id": 2, "pred_task_id": 1, "pred_type": "PR_FS"}
    more = table("TASKPRED", *(pair | {"lag_hr_cnt": lag} for lag in (8, 24, 0)))
    found = read(tmp_path, plan(one(1), one(2), more=more))
    assert links(found) == {(1, 2, "FS", 24)}
    repeated = next(item for item in found.findings if item.sentence.startswith("Links that another one repeats"))
    assert (repeated.count, repeated.items) == (2, ("Act 1 → Act 2",))


def test_external_dates_hold_an_activity_when_dates_are_calculated(tmp_path: Path) -> None:
    """Early start no earlier than external_early_start_date, late finish no later than external_late_end_date."""
    facts = {"external_early_start_date": "2026-06-10 08:00", "external_late_end_date": "2026-06-12 17:00"}
    more = table("TASKPRED", {"task_id": 1, "pred_task_id": 999, "pred_type": "PR_FS"})
    found = read(tmp_path, plan(one(1, **facts), one(2, target_drtn_hr_cnt=160), more=more))
    project = calculated(found)
    planned = schedule(project).of(by_number(project.all())[1].id)
    assert (planned.start, planned.finish) == (dt.datetime(2026, 6, 10, 8), dt.datetime(2026, 6, 11, 17))
    assert (planned.late_finish, planned.total_float) == (dt.datetime(2026, 6, 12, 17), 480)
    lost = next(item for item in found.findings if item.sentence.startswith("Links to activities that are not"))
    assert lost.items == ("Act 1",)


# -- calendars ----------------------------------------------------------------------------------------


def span(start: str, finish: str) -> str:
    return f"(0||0(s|{start}|f|{finish})())"


def data(week: dict[int, str], exceptions: dict[dt.date, str] | None = None) -> str:
    """``clndr_data``: working times by weekday, 1 for Sunday, and by day."""
    days = "".join(f"(0||{day}()({week.get(day, '')}))" for day in range(1, 8))
    zero = dt.date(1899, 12, 30)
    others = "".join(
        f"(0||{at}(d|{(day - zero).days})({times}))" for at, (day, times) in enumerate((exceptions or {}).items())
    )
    return f"(0||CalendarData()((0||DaysOfWeek()({days}))(0||VIEW(ShowTotal|N)())(0||Exceptions()({others}))))"


OFFICE = span("08:00", "12:00") + span("13:00", "17:00")


def on_calendar(folder: Path, text: str, **facts: Any) -> Imported:
    return read(folder, plan(one(1, **facts)).replace(CALENDAR, text))


def test_days_off_and_days_worked_instead(tmp_path: Path) -> None:
    """A holiday on Tuesday and Wednesday; the Saturday of that week is worked for half a day."""
    off = {dt.date(2026, 6, 2): "", dt.date(2026, 6, 3): ""}
    text = data(dict.fromkeys(range(2, 7), OFFICE), off | {dt.date(2026, 6, 6): span("08:00", "12:00")})
    found = on_calendar(tmp_path, text, target_drtn_hr_cnt=28, remain_drtn_hr_cnt=28)
    (calendar,) = (item for item in found.records if isinstance(item, Calendar))
    assert [(item.start, item.finish, item.bands) for item in calendar.exceptions] == [
        (dt.date(2026, 6, 2), dt.date(2026, 6, 3), ""), (dt.date(2026, 6, 6), dt.date(2026, 6, 6), "08:00-12:00"),
    ]  # fmt: skip
    assert not [item for item in found.findings if item.sentence.startswith("Calendars of which not all")]
    # Monday 8 h, Thursday and Friday 16 h, Saturday morning 4 h.
    assert dates(calculated(found), 1) == (dt.datetime(2026, 6, 1, 8), dt.datetime(2026, 6, 6, 12))


@pytest.mark.parametrize(
    ("times", "bands", "hours", "finish"),
    [
        # The day of the calendar as P6 shows it, from midnight to midnight: 8 hours on each of five days.
        (span("00:00", "06:00") + span("22:00", "00:00"), "00:00-06:00 22:00-24:00", 16, dt.datetime(2026, 6, 3)),
        # A shift written in one piece belongs to the evening on which it begins.
        (span("22:00", "06:00"), "22:00-06:00", 16, dt.datetime(2026, 6, 3, 6)),
        # The finish written before the start.
        ("(0||0(f|06:00|s|22:00)())", "22:00-06:00", 16, dt.datetime(2026, 6, 3, 6)),
        # Three shifts: from midnight to midnight.
        (span("00:00", "00:00"), "00:00-24:00", 48, dt.datetime(2026, 6, 3)),
        (span("00:00", "08:00") + span("08:00", "16:00") + span("16:00", "00:00"), "00:00-24:00", 30,
         dt.datetime(2026, 6, 2, 6)),
    ],
    ids=["split at midnight", "in one piece", "turned round", "round the clock", "three shifts"],
)  # fmt: skip
def test_night_shifts(tmp_path: Path, times: str, bands: str, hours: int, finish: dt.datetime) -> None:
    text = data(dict.fromkeys(range(2, 7), times))
    project = {"plan_start_date": "2026-06-01 00:00"}
    long = {"target_drtn_hr_cnt": hours, "remain_drtn_hr_cnt": hours}
    found = read(tmp_path, plan(one(1, **long), project=project).replace(CALENDAR, text))
    (calendar,) = (item for item in found.records if isinstance(item, Calendar))
    assert [day.bands for day in calendar.week] == [bands] * 5 + ["", ""]
    assert dates(calculated(found), 1)[1] == finish


def test_a_shift_past_midnight_on_a_day_that_differs(tmp_path: Path) -> None:
    """Nothing on Monday but a night shift; it runs into Tuesday, which is as usual."""
    text = data(dict.fromkeys(range(2, 7), OFFICE), {dt.date(2026, 6, 1): span("22:00", "06:00")})
    found = on_calendar(tmp_path, text, target_drtn_hr_cnt=10, remain_drtn_hr_cnt=10)
    assert dates(calculated(found), 1) == (dt.datetime(2026, 6, 1, 22), dt.datetime(2026, 6, 2, 10))


# -- several projects, and what has no place ----------------------------------------------------------


def test_several_projects_keep_their_links_and_the_rules_of_the_first(tmp_path: Path) -> None:
    second = {"proj_id": 2, "proj_short_name": "Q", "clndr_id": 7, "plan_start_date": "2026-05-04 08:00",
              "last_recalc_date": "2026-05-11 00:00"}  # fmt: skip
    more = table("PROJECT", second)
    more += table("PROJWBS", {"wbs_id": 20, "proj_id": 2, "proj_node_flag": "Y", "wbs_name": "Access road"},
                  {"wbs_id": 21, "proj_id": 2, "parent_wbs_id": 20, "wbs_name": "Earthworks"})  # fmt: skip
    more += table("TASK", one(5) | {"proj_id": 2, "wbs_id": 21, "clndr_id": 7})
    more += table("TASKPRED", {"task_id": 1, "pred_task_id": 5, "proj_id": 1, "pred_proj_id": 2,
                               "pred_type": "PR_FS"})  # fmt: skip
    more += table("SCHEDOPTIONS", {"proj_id": 2, "sched_progress_override": "Y", "sched_retained_logic": "N"},
                  {"proj_id": 1, "sched_retained_logic": "Y"})  # fmt: skip
    found = read(tmp_path, plan(one(1), more=more, project={"last_recalc_date": "2026-06-01 00:00"}))
    project = found.project()
    outline = {project.get(Task, identity).name: depth
               for identity, depth in zip(project.outline.order, project.outline.depth, strict=True)}  # fmt: skip
    assert outline == {"新厂房工程": 0, "基础施工": 1, "Act 1": 2, "Access road": 0, "Earthworks": 1, "Act 5": 2}
    assert links(found) == {(5, 1, "FS", 0)}
    profile = found.profile
    assert (profile.name, profile.start) == ("plan", dt.datetime(2026, 5, 4, 8))
    assert (profile.status_date, profile.progress_rule) == (dt.date(2026, 5, 31), "retained")
    told = next(item for item in found.findings if item.sentence.startswith("Several projects in one file"))
    assert told.items == ("P", "Q")


def test_codes_and_fields_of_ones_own_are_listed_by_type(tmp_path: Path) -> None:
    more = table("ACTVTYPE", {"actv_code_type_id": 3, "actv_code_type": "责任单位"},
                 {"actv_code_type_id": 4, "actv_code_type": "Area"})  # fmt: skip
    more += table("ACTVCODE", {"actv_code_id": 30, "actv_code_type_id": 3, "actv_code_name": "土建"})
    more += table("TASKACTV", {"task_id": 1, "actv_code_type_id": 3, "actv_code_id": 30})
    more += table("UDFTYPE", {"udf_type_id": 8, "table_name": "TASK", "udf_type_label": "合同编号"})
    more += table("UDFVALUE", {"udf_type_id": 8, "fk_id": 1, "udf_text": "HT-2026-01"})
    found = {item.sentence: item for item in read(tmp_path, plan(one(1), more=more)).findings}
    codes, fields = found["Activity codes, not read: {n}"], found["User-defined fields, not read: {n}"]
    assert (codes.kind, codes.count, codes.items) == ("not_read", 2, ("责任单位", "Area"))
    assert (fields.kind, fields.count, fields.items) == ("not_read", 1, ("合同编号",))


@pytest.mark.parametrize(
    ("data_date", "status", "start"),
    [
        ("2026-06-04 00:00", dt.date(2026, 6, 3), dt.datetime(2026, 6, 4, 8)),
        ("2026-06-04 08:00", dt.date(2026, 6, 3), dt.datetime(2026, 6, 4, 8)),
        ("2026-06-04 17:00", dt.date(2026, 6, 4), dt.datetime(2026, 6, 5, 8)),
    ],
)
def test_work_goes_on_at_the_data_date(tmp_path, data_date, status, start):
    """P6 schedules what has not been done from the data date on."""
    found = read(tmp_path, plan(one(1), project={"last_recalc_date": data_date}))
    assert found.profile.status_date == status
    project = found.project()
    project.put("project", found.profile.id, found.profile.replace(date_source="calculated"))
    task = next(iter(project.table(Task).values()))
    assert schedule(project).of(task.id).start == start
