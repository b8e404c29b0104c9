"""Commands on the plan: what they change, what follows, what they refuse, and that all can be taken back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.plan import Assignment, Baseline, Calendar, CalendarException, Dependency, Task, WeekDay
from desktop.domain.predecessors import Link
from desktop.domain.rejection import SENTENCES, Rejected, explain
from desktop.domain.resource_names import Share
from desktop.domain.scheduling.holidays import HolidayList
from desktop.domain.session import Session
from desktop.i18n import ENGLISH, catalog
from tests.plans import DAY, office, plan_commands, session_of, snapshot

MORNING, EVENING = dt.time(8), dt.time(17)


def on(month: int, day: int, time: dt.time = MORNING) -> dt.datetime:
    return dt.datetime.combine(dt.date(2026, month, day), time)


@pytest.fixture
def session() -> Session:
    return session_of()


def task(session: Session, identity: str) -> Task:
    return session.project.get(Task, identity)


def children(session: Session, parent: str | None) -> list[str]:
    return list(session.project.children(parent))


def refused(session: Session, command: Any) -> Rejected:
    """The refusal of ``command``, after which everything is as it was."""
    before = snapshot(session.project)
    with pytest.raises(Rejected) as caught:
        session.execute(command)
    assert snapshot(session.project) == before
    assert caught.value.code in SENTENCES
    assert "{" not in explain(caught.value, catalog(ENGLISH))
    return caught.value


# -- outline --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "parent", "order"),
    [
        (commands.ABOVE, "design", ["plan", "new", "light", "offers"]),
        (commands.BELOW, "design", ["plan", "light", "new", "offers"]),
        (commands.CHILD, "light", ["new"]),
        (commands.FIRST_CHILD, "light", ["new"]),
    ],
)
def test_a_task_is_added_where_it_is_asked_for(session: Session, place: str, parent: str, order: list[str]) -> None:
    session.execute(commands.AddTask("New", "light", place, fields={"id": "new"}))
    assert children(session, parent) == order


def test_a_task_without_a_place_comes_last(session: Session) -> None:
    session.execute(commands.AddTask("New", fields={"id": "new"}))
    assert children(session, None) == ["brief", "design", "move", "new"]
    session.execute(commands.AddTask("First", "design", commands.FIRST_CHILD, fields={"id": "first"}))
    assert children(session, "design")[0] == "first"


def test_an_added_milestone_takes_no_time(session: Session) -> None:
    session.execute(commands.AddTask("Done", "open", milestone=True, fields={"id": "new"}))
    assert (task(session, "new").milestone, task(session, "new").duration) == (True, 0)


def test_an_insertion_touches_one_row(session: Session) -> None:
    done = session.execute(commands.AddTask("New", "light", fields={"id": "new"}))
    assert done is not None
    assert [change.id for change in done.changes] == ["new"]


def test_when_the_gaps_between_ranks_are_used_up_the_family_is_numbered_anew(session: Session) -> None:
    for number in range(40):  # always into the same gap: it halves every time
        session.execute(commands.AddTask("New", "plan", fields={"id": f"n{number}"}))
    assert children(session, "design") == ["plan", *(f"n{number}" for number in range(39, -1, -1)), "light", "offers"]
    ranks = [task(session, each).rank for each in children(session, "design")]
    assert ranks == sorted(set(ranks))


def test_deleting_a_summary_takes_its_tasks_and_links_along(session: Session) -> None:
    session.execute(commands.DeleteTasks(("design", "plan")))
    assert set(session.project.outline.order) == {
        "brief", "survey", "wishes", "agreed", "move", "pack", "drive", "open",
    }  # fmt: skip
    assert {link.id for link in session.project.table(Dependency).values()} == {
        "survey-agreed", "wishes-agreed", "pack-drive", "drive-open",
    }  # fmt: skip


def test_indenting_several_tasks_puts_them_under_the_one_above(session: Session) -> None:
    session.execute(commands.AddTask("A", fields={"id": "a"}))
    session.execute(commands.AddTask("B", fields={"id": "b"}))
    session.execute(commands.IndentTasks(("b", "a")))
    assert children(session, "move") == ["pack", "drive", "open", "a", "b"]
    session.execute(commands.OutdentTasks(("a", "b")))
    assert children(session, None) == ["brief", "design", "move", "a", "b"]


def test_a_selected_summary_takes_its_selected_tasks_along_once(session: Session) -> None:
    session.execute(commands.IndentTasks(("design", "plan", "light")))
    assert children(session, "brief") == ["survey", "wishes", "agreed", "design"]
    assert children(session, "design") == ["plan", "light", "offers"]


def test_the_first_task_cannot_be_indented_nor_a_top_one_outdented(session: Session) -> None:
    assert refused(session, commands.IndentTasks(("survey",))).code == "cannot_indent"
    refusal = refused(session, commands.OutdentTasks(("design",)))
    assert (refusal.code, refusal.facts["task"]) == ("cannot_outdent", "Design")


def test_a_task_cannot_be_indented_under_what_it_waits_for(session: Session) -> None:
    refusal = refused(session, commands.IndentTasks(("drive",)))  # it follows packing, right above it
    assert refusal.code == "linked_summary"
    assert refusal.facts == {"summary": "Pack", "task": "Drive"}


@pytest.mark.parametrize(
    ("ids", "target", "family", "order"),
    [
        (("light",), (None, "design"), None, ["brief", "light", "design", "move"]),
        (("light",), ("move", None), "move", ["pack", "drive", "open", "light"]),
        (
            (
                "light",
                "offers",
            ),
            ("move", "drive"),
            "move",
            ["pack", "light", "offers", "drive", "open"],
        ),
        (("plan",), ("design", None), "design", ["light", "offers", "plan"]),
        (("offers",), ("design", "plan"), "design", ["offers", "plan", "light"]),
        (
            (
                "plan",
                "light",
            ),
            ("design", "light"),
            "design",
            ["plan", "light", "offers"],
        ),
    ],
)
def test_moving_rows(
    session: Session, ids: tuple[str, ...], target: tuple[str | None, str | None], family: str, order: list[str]
) -> None:
    session.execute(commands.MoveTasks(ids, *target))
    assert children(session, family) == order


@pytest.mark.parametrize("parent", ["design", "plan"])
def test_a_summary_is_not_moved_into_itself(session: Session, parent: str) -> None:
    assert refused(session, commands.MoveTasks(("design",), parent)).code == "into_itself"


def test_shifting_several_rows_keeps_them_together(session: Session) -> None:
    session.execute(commands.ShiftTasks(("light", "offers"), -1))
    assert children(session, "design") == ["light", "offers", "plan"]
    said = refused(session, commands.ShiftTasks(("light", "offers"), -1))  # already at the top
    assert (said.code, said.facts["task"]) == ("nothing_above", "Lighting")
    session.execute(commands.ShiftTasks(("light",), 1))
    assert children(session, "design") == ["offers", "light", "plan"]


# -- links ----------------------------------------------------------------------------------------


def links(session: Session) -> set[tuple[str, str, str]]:
    return {(each.predecessor, each.successor, each.type) for each in session.project.table(Dependency).values()}


def test_linking_chains_in_outline_order_and_keeps_what_is_linked(session: Session) -> None:
    session.execute(commands.LinkTasks(("light", "survey", "plan")))
    assert {("survey", "plan", "FS"), ("plan", "light", "FS")} <= links(session)
    assert refused(session, commands.LinkTasks(("plan", "light"))).code == "duplicate_link"
    assert refused(session, commands.LinkTasks(("plan",))).code == "two_tasks_needed"


@pytest.mark.parametrize(
    ("command", "code", "facts"),
    [
        (commands.AddLink("plan", "plan"), "self_link", {"task": "Floor plan"}),
        (commands.AddLink("design", "plan"), "own_summary", {"summary": "Design", "task": "Floor plan"}),
        (commands.AddLink("plan", "design"), "own_summary", {"summary": "Design", "task": "Floor plan"}),
        (commands.AddLink("plan", "light"), "duplicate_link", {"predecessor": "Floor plan", "successor": "Lighting"}),
        (commands.AddLink("offers", "plan"), "cycle", {}),
        (commands.AddLink("move", "plan"), "cycle", {}),  # the move waits for the offers
        (commands.AddLink("plan", "nobody"), "gone", {}),
    ],
)
def test_links_that_cannot_mean_anything_are_refused(
    session: Session, command: Any, code: str, facts: dict[str, str]
) -> None:
    refusal = refused(session, command)
    assert refusal.code == code
    assert {key: refusal.facts[key] for key in facts} == facts


def test_a_circle_is_refused_with_its_tasks(session: Session) -> None:
    names = str(refused(session, commands.AddLink("drive", "plan")).facts["tasks"]).split(" → ")
    assert names[0] == names[-1]
    assert set(names) == {"Floor plan", "Collect offers", "Pack", "Drive"}


def test_two_links_of_different_type_join_one_pair(session: Session) -> None:
    session.execute(commands.AddLink("plan", "light", "FF"))
    assert {("plan", "light", "FS"), ("plan", "light", "FF")} <= links(session)
    assert refused(session, commands.SetLink("plan-light", "FF")).code == "duplicate_link"
    session.execute(commands.SetLink("plan-light", "SS", DAY))
    link = session.project.get(Dependency, "plan-light")
    assert (link.type, link.lag, link.lag_unit) == ("SS", DAY, "d")


def test_unlinking_one_task_frees_it_and_several_only_each_other(session: Session) -> None:
    session.execute(commands.UnlinkTasks(("pack", "drive")))
    assert ("pack", "drive", "FS") not in links(session)
    assert ("offers", "pack", "FS") in links(session)
    session.execute(commands.UnlinkTasks(("plan",)))
    assert not session.project.predecessors("plan")
    assert not session.project.successors("plan")


def test_replacing_predecessors_keeps_the_records_that_stay(session: Session) -> None:
    session.execute(commands.SetPredecessors("agreed", (Link("wishes", "FS", DAY), Link("survey"))))
    kept = session.project.get(Dependency, "wishes-agreed")
    assert kept.lag == DAY
    assert session.project.get(Dependency, "survey-agreed").lag == 0
    session.execute(commands.SetPredecessors("agreed", ()))
    assert not session.project.predecessors("agreed")


def test_a_lag_that_is_shown_rounded_is_not_rounded_by_an_edit_beside_it(session: Session) -> None:
    session.execute(commands.SetLink("survey-agreed", "FS", DAY + 1))  # shown as 1d
    session.execute(commands.SetPredecessors("agreed", (Link("survey", "FS", DAY), Link("wishes", "SS"))))
    assert session.project.get(Dependency, "survey-agreed").lag == DAY + 1


# -- dates ----------------------------------------------------------------------------------------


def test_a_moved_task_does_not_start_earlier_but_follows_its_links(session: Session) -> None:
    session.execute(commands.MoveTask("light", on(6, 15)))
    moved = task(session, "light")
    assert (moved.constraint, moved.constraint_date) == ("snet", on(6, 15))
    assert session.schedule.of("light").start == on(6, 15)
    session.execute(commands.SetDuration(("plan",), 20 * DAY))  # now it ends on Wed 07-01
    assert session.schedule.of("light").start == on(7, 2)


def test_a_task_dropped_on_a_weekend_starts_on_monday(session: Session) -> None:
    session.execute(commands.MoveTask("light", on(6, 13)))
    assert task(session, "light").constraint_date == on(6, 15)


@pytest.mark.parametrize(
    ("hold", "fields"),
    [
        (commands.NO_EARLIER, {"constraint": "snet", "constraint_date": on(6, 15), "pinned": False}),
        (commands.PIN, {"constraint": "mso", "constraint_date": on(6, 15), "pinned": True}),
        (commands.LOGIC, {"constraint": "asap", "constraint_date": None}),
        (commands.MANUAL, {"mode": "manual", "manual_start": on(6, 15), "manual_finish": on(6, 16, EVENING)}),
    ],
)
def test_how_a_moved_task_is_held(session: Session, hold: str, fields: dict[str, Any]) -> None:
    session.execute(commands.MoveTask("light", on(6, 15), hold))
    assert {name: getattr(task(session, "light"), name) for name in fields} == fields


def test_a_date_that_must_be_kept_moves_along(session: Session) -> None:
    session.execute(SetFields("task", ("light",), {"constraint": "mfo", "constraint_date": on(6, 12, EVENING)}))
    session.execute(commands.MoveTask("light", on(6, 18)))  # two days: Thursday and Friday
    assert (task(session, "light").constraint, task(session, "light").constraint_date) == ("mfo", on(6, 19, EVENING))


def test_what_has_begun_keeps_the_new_start_as_a_fact(session: Session) -> None:
    session.execute(commands.SetProgress(("survey",), 30))
    session.execute(commands.MoveTask("survey", on(6, 2)))
    assert task(session, "survey").actual_start == on(6, 2)
    assert task(session, "survey").constraint == "asap"
    session.execute(commands.SetProgress(("survey",), 100))
    finished = task(session, "survey").actual_finish
    assert finished == on(6, 4, EVENING)  # three days from Tuesday
    session.execute(commands.MoveTask("survey", on(6, 4)))
    assert task(session, "survey").actual_finish == on(6, 8, EVENING)  # Thursday, Friday, Monday


def test_moving_by_hand_keeps_the_length(session: Session) -> None:
    session.execute(commands.SetManual(("light",), True))
    held = task(session, "light")
    assert (held.manual_start, held.manual_finish) == (on(6, 11), on(6, 12, EVENING))
    session.execute(commands.MoveTask("light", on(6, 12)))
    assert task(session, "light").manual_finish == on(6, 15, EVENING)  # Friday and Monday
    session.execute(commands.SetManual(("light",), False))
    assert task(session, "light").manual_start is None


def test_a_summary_that_came_placed_by_hand_can_be_let_go() -> None:
    project = office()
    placed = project.get(Task, "design").replace(mode="manual", manual_start=on(6, 1), manual_finish=on(6, 2))
    project.put("task", "design", placed)
    session = session_of(project)
    with pytest.raises(Rejected, match="summary_is_derived"):
        session.execute(commands.SetManual(("design",), True))
    session.execute(commands.SetManual(("design", "light"), False))
    assert (project.get(Task, "design").mode, project.get(Task, "light").mode) == ("auto", "auto")


def test_dates_of_a_summary_follow_its_tasks(session: Session) -> None:
    for command in (
        commands.MoveTask("design", on(6, 15)),
        commands.ResizeTask("design", finish=on(7, 1)),
        commands.SetDuration(("design",), DAY),
        commands.ToggleMilestone(("design",)),
        commands.SetManual(("design",), True),
        SetFields("task", ("design",), {"actual_start": on(6, 1)}),
    ):
        assert refused(session, command).code == "summary_is_derived"
    assert refused(session, commands.SetProgress(("design",), 50)).code == "summary_progress"


def test_dragging_the_finish_changes_the_duration(session: Session) -> None:
    session.execute(commands.ResizeTask("plan", finish=on(6, 12, EVENING)))  # Thu 06-04 to Fri 06-12
    assert task(session, "plan").duration == 7 * DAY
    assert session.schedule.of("plan").finish == on(6, 12, EVENING)
    assert refused(session, commands.ResizeTask("plan", finish=on(6, 3))).code == "finish_before_start"


def test_dragging_the_start_keeps_the_finish(session: Session) -> None:
    session.execute(commands.ResizeTask("plan", start=on(6, 8)))
    dates = session.schedule.of("plan")
    assert (dates.start, dates.finish, dates.duration) == (on(6, 8), on(6, 10, EVENING), 3 * DAY)
    assert refused(session, commands.ResizeTask("plan", start=on(6, 11))).code == "finish_before_start"


def test_an_elapsed_duration_is_measured_by_the_clock(session: Session) -> None:
    session.execute(commands.SetDuration(("light",), 2 * 1440, "ed"))
    start = session.schedule.of("light").start
    session.execute(commands.ResizeTask("light", finish=start + dt.timedelta(days=3)))
    assert (task(session, "light").duration, task(session, "light").duration_unit) == (3 * 1440, "ed")


def test_stretching_work_in_progress_leaves_what_is_done(session: Session) -> None:
    session.execute(commands.SetProgress(("plan",), 40))  # two of five days done
    finish = session.schedule.of("plan").finish
    assert finish == on(6, 10, EVENING)
    session.execute(commands.ResizeTask("plan", finish=on(6, 12, EVENING)))  # two more working days
    stretched = task(session, "plan")
    assert (stretched.duration, stretched.remaining_duration) == (7 * DAY, 5 * DAY)
    assert stretched.percent_complete == 29  # two of seven
    assert session.schedule.of("plan").finish == on(6, 12, EVENING)


def test_a_milestone_that_is_resized_moves(session: Session) -> None:
    session.execute(commands.ResizeTask("open", finish=on(7, 1, EVENING)))
    assert session.schedule.of("open").start == on(7, 1, EVENING)
    assert task(session, "open").duration == 0


def test_nought_makes_a_milestone_and_a_duration_ends_it(session: Session) -> None:
    session.execute(commands.SetDuration(("light",), 0))
    assert task(session, "light").milestone
    session.execute(commands.SetDuration(("light",), DAY))
    assert not task(session, "light").milestone
    session.execute(commands.ToggleMilestone(("light", "plan")))
    assert [task(session, each).duration for each in ("light", "plan")] == [0, 0]
    session.execute(commands.ToggleMilestone(("light", "plan")))
    assert [task(session, each).duration for each in ("light", "plan")] == [DAY, DAY]


# -- progress -------------------------------------------------------------------------------------


def test_progress_brings_actual_dates_and_nought_takes_them_away(session: Session) -> None:
    session.execute(commands.SetProgress(("survey",), 50))
    assert (task(session, "survey").actual_start, task(session, "survey").actual_finish) == (on(6, 1), None)
    session.execute(commands.SetProgress(("survey",), 100))
    assert task(session, "survey").actual_finish == on(6, 3, EVENING)
    session.execute(commands.SetProgress(("survey",), 60))
    assert task(session, "survey").actual_finish is None
    session.execute(commands.SetProgress(("survey",), 0))
    assert (task(session, "survey").actual_start, task(session, "survey").percent_complete) == (None, 0)


def test_nothing_has_happened_after_the_status_date(session: Session) -> None:
    session.execute(SetFields("project", ("p",), {"status_date": dt.date(2026, 6, 2), "progress_rule": "as_planned"}))
    assert refused(session, commands.SetProgress(("plan",), 10)).code == "not_started_yet"
    session.execute(commands.SetProgress(("survey",), 100))  # planned until Wednesday, done by Tuesday
    assert task(session, "survey").actual_finish == on(6, 2, EVENING)
    late = SetFields("task", ("wishes",), {"actual_start": on(6, 5)})
    assert refused(session, late).code == "actual_after_status"
    reversed_ = SetFields("task", ("wishes",), {"actual_start": on(6, 2), "actual_finish": on(6, 1, EVENING)})
    assert refused(session, reversed_).code == "finish_before_start"


def test_an_actual_finish_is_a_hundred_per_cent_wherever_it_is_entered(session: Session) -> None:
    session.execute(SetFields("task", ("survey",), {"actual_start": on(6, 1), "actual_finish": on(6, 2, EVENING)}))
    assert task(session, "survey").percent_complete == 100
    session.execute(SetFields("task", ("survey",), {"actual_finish": None}))
    assert task(session, "survey").percent_complete == 99


def test_a_constraint_and_its_date_come_together(session: Session) -> None:
    session.execute(SetFields("task", ("plan",), {"constraint": "mso"}))
    assert task(session, "plan").constraint_date == on(6, 4)
    session.execute(SetFields("task", ("plan",), {"constraint": "asap"}))
    assert task(session, "plan").constraint_date is None
    session.execute(SetFields("task", ("plan",), {"constraint": "fnlt"}))
    assert task(session, "plan").constraint_date == on(6, 10, EVENING)
    session.execute(SetFields("task", ("plan",), {"constraint_date": None}))
    assert task(session, "plan").constraint == "asap"
    session.execute(SetFields("task", ("plan",), {"constraint_date": on(6, 8)}))
    assert task(session, "plan").constraint == "snet"


# -- resources, baselines, calendars --------------------------------------------------------------


def test_assigning_keeps_what_stays_and_refuses_strangers(session: Session) -> None:
    session.execute(commands.AssignResources("plan", (Share("Anna", 50, "anna"),)))
    first = session.project.assignments("plan")[0]
    refusal = refused(session, commands.AssignResources("plan", (Share("Bob"),)))
    assert (refusal.code, refusal.facts["names"]) == ("unknown_resources", "“Bob”")
    session.execute(commands.AssignResources("plan", (Share("Anna", 80, "anna"), Share("Bob")), create=True))
    kept, new = session.project.assignments("plan")
    assert (kept.id, kept.units, new.units) == (first.id, 80, 100)
    session.execute(commands.AssignResources("plan", ()))
    assert not session.project.table(Assignment)
    session.undo()
    session.undo()
    assert len(session.project.rows("resource")) == 1  # the new one was part of the step


def test_a_baseline_holds_every_task_as_planned(session: Session) -> None:
    session.execute(commands.CaptureBaseline("Agreed", "with the client"))
    baseline = session.project.baseline
    assert baseline is not None
    assert [part.task for part in baseline.tasks] == list(session.project.outline.order)
    plan = next(part for part in baseline.tasks if part.task == "plan")
    assert (plan.start, plan.finish, plan.duration) == (on(6, 4), on(6, 10, EVENING), 5 * DAY)
    session.execute(commands.MoveTask("plan", on(6, 15)))
    assert session.project.baseline is baseline
    session.execute(commands.CaptureBaseline("Second"))
    assert session.project.baseline is not None and session.project.baseline.name == "Second"
    assert len(session.project.table(Baseline)) == 2


def test_an_empty_plan_has_no_baseline(session: Session) -> None:
    session.execute(commands.DeleteTasks(("brief", "design", "move")))
    assert refused(session, commands.CaptureBaseline("Nothing")).code == "nothing_to_capture"


def with_calendar() -> Session:
    session = session_of()
    week = tuple(WeekDay(weekday=day, bands="08:00-12:00 13:00-17:00") for day in range(5))
    session.execute(AddRecord("calendar", {"id": "c", "name": "Office", "week": week}))
    session.execute(SetFields("project", ("p",), {"calendar": "c"}))
    return session


def holiday(day: int, bands: str = "", source: str = "official") -> CalendarException:
    return CalendarException(name="Holiday", start=dt.date(2026, 6, day), finish=dt.date(2026, 6, day), bands=bands,
                             source=source)  # fmt: skip


def test_holidays_replace_the_list_of_the_year_and_nothing_else() -> None:
    session = with_calendar()
    session.execute(SetFields("calendar", ("c",), {"exceptions": (holiday(5, source="user"),)}))
    session.execute(commands.ApplyHolidays("c", HolidayList((holiday(2, source="provisional"),))))
    assert session.schedule.of("survey").finish == on(6, 4, EVENING)  # Monday, Wednesday, Thursday
    # The official notice: Wednesday off, the Saturday is worked instead.
    session.execute(commands.ApplyHolidays("c", HolidayList((holiday(3), holiday(6, "08:00-12:00 13:00-17:00")))))
    calendar = session.project.get(Calendar, "c")
    assert [item.start.day for item in calendar.exceptions if item.start] == [3, 6, 5]
    assert session.schedule.of("survey").finish == on(6, 4, EVENING)  # Monday, Tuesday, Thursday
    assert session.schedule.of("plan").start == on(6, 6)  # Friday is off, Saturday is worked


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"week": tuple(WeekDay(weekday=day, bands="") for day in range(7))}, "no_working_time"),
        ({"week": (WeekDay(weekday=0, bands="eight to five"),)}, "calendar_bands"),
        ({"base": "c"}, "calendar_circle"),
    ],
)
def test_a_calendar_that_nobody_could_work_by_is_refused(fields: dict[str, Any], code: str) -> None:
    assert refused(with_calendar(), SetFields("calendar", ("c",), fields)).code == code


def test_a_calendar_that_came_without_working_time_can_be_mended_step_by_step() -> None:
    session = session_of()
    session.execute(AddRecord("calendar", {"id": "c", "name": "Empty"}))
    session.execute(SetFields("calendar", ("c",), {"name": "Site"}))
    assert session.project.get(Calendar, "c").name == "Site"
    bands = (WeekDay(weekday=0, bands="eight to five"), WeekDay(weekday=1, bands="08:00-12:00"))
    assert refused(session, SetFields("calendar", ("c",), {"week": bands})).code == "calendar_bands"
    session.execute(SetFields("calendar", ("c",), {"week": bands[1:]}))
    assert refused(session, SetFields("calendar", ("c",), {"week": ()})).code == "no_working_time"


# -- everything can be taken back -----------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_undo_restores_every_table_and_redo_repeats_it(data: st.DataObject) -> None:
    session = session_of()
    states = [snapshot(session.project)]
    for _ in range(data.draw(st.integers(1, 8))):
        command = data.draw(plan_commands(session.project))
        try:
            if session.execute(command) is not None:
                states.append(snapshot(session.project))
        except Rejected as refusal:
            assert refusal.code in SENTENCES
            assert snapshot(session.project) == states[-1]
    check_outline(session)
    for state in reversed(states[:-1]):
        session.undo()
        assert snapshot(session.project) == state
    for state in states[1:]:
        session.redo()
        assert snapshot(session.project) == state


def check_outline(session: Session) -> None:
    """Every task stands in the outline once, below a task that exists; no link joins a task to its summary."""
    tasks, outline = session.project.table(Task), session.project.outline
    assert sorted(outline.order) == sorted(tasks)
    for link in session.project.table(Dependency).values():
        a, b = outline.row[link.predecessor], outline.row[link.successor]
        assert not a <= b < outline.end[a]
        assert not b <= a < outline.end[b]


def test_deleting_through_the_register_is_the_same(session: Session) -> None:
    session.execute(DeleteRecords("task", ("design",)))
    other = session_of(office())
    other.execute(commands.DeleteTasks(("design",)))
    assert snapshot(session.project) == snapshot(other.project)
