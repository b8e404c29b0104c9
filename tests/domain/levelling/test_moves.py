"""What a chosen part of the moves comes to, why tasks wait and why others stay: by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from desktop.domain.commands.plan import AcceptMoves
from desktop.domain.costing.load import overloads
from desktop.domain.levelling import gains, level_plan, outcome, why_left
from desktop.domain.levelling.wording import say_held, say_outcome
from desktop.domain.plan import Assignment, CalendarException, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.i18n import catalog
from tests.domain.scheduling.building import at, calendar, link, project, task


def on(identity: str, who: str = "Li", **fields: Any) -> Assignment:
    return Assignment(id=f"{identity}{who}", task=identity, resource=who, **fields)


def office(*records: Any, **profile: Any) -> Project:
    return project(calendar("office"), Resource(id="Li", name="Li"), *records, calendar="office", **profile)


def three() -> Project:
    """Li is needed for three tasks of a day on Monday; one of them has two days of somebody else behind it."""
    return office(
        task("A", 1), task("B", 1), task("C", 1), task("D", 2), link("C>D"), on("A"), on("B"), on("C"), on("D", "Wu"),
        Resource(id="Wu", name="Wu"),
    )  # fmt: skip


def test_a_move_says_who_makes_it_wait_and_until_when() -> None:
    found = level_plan(three(), within_float=False, limit=30)
    # C with what follows it is longest and goes first; A and B take Tuesday and Wednesday.
    first, second = found.moves
    assert (first.task, first.start, first.finish) == ("A", at("06-01 08:00"), at("06-01 17:00"))
    assert (first.to, first.to_finish) == (at("06-02 08:00"), at("06-02 17:00"))
    assert (first.resource, first.at, first.needed, first.free, first.others) == (
        "Li", at("06-01 08:00"), 100, 0, ("C",)
    )  # fmt: skip
    assert (second.task, second.to, second.others) == ("B", at("06-03 08:00"), ("C",))
    assert found.finish == found.finish_before == at("06-03 17:00")
    assert [(one.units, one.tasks) for one in found.before.overloads] == [(300, ("A", "B", "C"))]
    assert found.left == ()


def test_a_part_of_the_moves_is_what_the_schedule_makes_of_it() -> None:
    made = three()
    first, second = level_plan(made, within_float=False, limit=30).moves
    part = outcome(made, (second,))
    assert part.schedule.of("A").start == at("06-01 08:00")
    assert part.schedule.of("B").start == second.to
    assert [(one.start, one.units, one.tasks) for one in part.overloads] == [(at("06-01 08:00"), 200, ("A", "C"))]
    opened = Session(made)
    opened.execute(AcceptMoves((second,)))
    assert overloads(opened.project, opened.schedule) == part.overloads
    assert opened.schedule.finish == part.finish
    opened.execute(AcceptMoves((first,)))
    assert not overloads(opened.project, opened.schedule)


def test_a_move_alone_costs_what_the_plan_says() -> None:
    # Two tasks of a day for Li, a day of Wu behind each: one of them ends on Wednesday.
    made = office(
        task("A", 1), task("B", 1), task("X", 1), task("Y", 1), link("A>X"), link("B>Y"), on("A"), on("B"),
    )  # fmt: skip
    found = level_plan(made, within_float=False, limit=10)
    (move,) = found.moves
    assert dict(gains(found.before, found.moves)) == {move.task: at("06-03 17:00")}
    assert dict(gains(found.before, found.moves, lambda: True)) == {}


def test_a_deadline_that_would_be_missed_is_named() -> None:
    soon, missed = at("06-03 17:00"), at("06-01 17:00")
    made = office(task("A", 2), task("B", 2, deadline=soon), task("C", 2, deadline=missed), on("A"), on("B"))
    found = level_plan(made, within_float=False, seconds=60, limit=200)
    (move,) = found.moves
    assert move.task == "A"  # either could wait; only A has no deadline
    assert "Deadlines" not in say_outcome(found.before, found.after, catalog("en"))  # C misses its own already
    late = made.snapshot()
    late.put("task", "A", made.get(Task, "A").replace(deadline=at("06-03 17:00")))
    after = outcome(late, found.moves)
    assert say_outcome(outcome(late), after, catalog("en")) == (
        "The project finishes on 2026-06-04 instead of 2026-06-02 (+2d). Work beyond what is there: 2d before, none "
        "after. Deadlines would be missed: “A”."
    )


def test_what_followed_a_delayed_task_comes_back_with_it() -> None:
    made = office(task("A", 1, levelling_delay=3 * 1440), on("A"))
    (move,) = level_plan(made, limit=3).moves
    assert (move.delay, move.start, move.to, move.resource) == (0, at("06-04 08:00"), at("06-01 08:00"), None)


def test_a_plan_with_stored_dates_is_levelled_by_calculated_ones() -> None:
    stored = {"recorded_start": at("06-10 08:00"), "recorded_finish": at("06-10 17:00")}
    made = office(
        task("A", 1, **stored), task("B", 1, **stored), task("C", 3), on("A"), on("B"), date_source="stored"
    )  # fmt: skip
    assert schedule(made).of("A").start == at("06-10 08:00")
    found = level_plan(made, limit=5)
    (move,) = found.moves
    assert (move.start, move.to) == (at("06-01 08:00"), at("06-02 08:00"))
    opened = Session(made)
    opened.execute(AcceptMoves(found.moves))
    assert opened.schedule.of("B").start == move.to
    assert opened.schedule.of("A").start == found.after.schedule.of("A").start == at("06-01 08:00")


@pytest.mark.parametrize(
    ("held", "code"),
    [
        ({"actual_start": at("06-01 08:00")}, "started"),
        ({"mode": "manual", "manual_start": at("06-01 08:00"), "manual_finish": at("06-01 17:00")}, "manual"),
        ({"constraint": "mso", "constraint_date": at("06-01 08:00"), "pinned": True}, "pinned"),
        ({"constraint": "alap"}, "late"),
        ({"priority": 1000}, "priority"),
    ],
)
def test_why_tasks_stay_where_they_are(held: dict[str, Any], code: str) -> None:
    made = office(task("A", 1, **held), task("B", 1, priority=1000), on("A"), on("B"))
    found = level_plan(made, within_float=False, limit=3)
    assert not found.moves
    (left,) = found.left
    assert why_left(found.after, left) == [("A", code), ("B", "priority")]


def test_no_float_and_one_task_that_needs_too_much() -> None:
    made = office(task("A", 1), task("B", 1), on("A"), on("B"))
    found = level_plan(made, limit=3)
    assert [why_left(found.after, one) for one in found.left] == [[("A", "float"), ("B", "float")]]
    double = office(task("A", 1), task("F", 3), on("A", units=200))
    found = level_plan(double, within_float=False, limit=3)
    assert [why_left(found.after, one) for one in found.left] == [[("A", "alone")]]
    assert say_held(found.after, found.left[0], catalog("en")) == "Not moved: needs more than there is by itself “A”."


def test_a_level_of_effort_is_nobody_to_wait_for() -> None:
    made = office(
        task("E", 1, level_of_effort=True), task("A", 2), task("F", 9), link("A SS E"), link("A FF E"), on("E"), on("A")
    )
    found = level_plan(made, limit=3)
    assert not found.moves
    assert [why_left(found.after, one) for one in found.left] == [[("E", "effort"), ("A", "float")]]


def test_a_task_waits_until_somebody_is_back() -> None:
    # Li is away from Monday to Wednesday; the task lasts two days whoever does it.
    off = CalendarException(start=dt.date(2026, 6, 1), finish=dt.date(2026, 6, 3))
    hers = calendar("hers", "08:00-12:00 13:00-17:00", 5, off)
    made = project(
        calendar("office"), hers, Resource(id="Li", name="Li", calendar="hers"),
        task("A", 2, task_type="fixed_duration"), task("F", 9), on("A"), calendar="office",
    )  # fmt: skip
    found = level_plan(made, limit=3)
    (move,) = found.moves
    assert (move.to, move.free) == (at("06-04 08:00"), 0)
    assert not found.left


def test_people_whose_hours_never_meet_those_of_the_task_end_the_search() -> None:
    nights = calendar("nights", "22:00-24:00", 5)
    made = project(
        calendar("office"), nights, Resource(id="Li", name="Li", calendar="nights"),
        task("A", 0.5, task_type="fixed_duration", calendar="office"), on("A"), calendar="office",
    )  # fmt: skip
    found = level_plan(made, within_float=False, limit=2)
    assert not found.moves
    assert found.left == found.before.overloads


def test_half_a_day_of_room_is_used() -> None:
    made = office(task("A", 0.5), task("B", 0.5), task("C", 1), on("A"), on("B"))
    (move,) = level_plan(made, limit=3).moves
    assert (move.to, move.to_finish) == (at("06-01 13:00"), at("06-01 17:00"))


def test_a_contour_may_begin_while_the_other_fades_out() -> None:
    # Ten hours each of "front loaded": 100, 100, 100, 75, 75, 50, 50, 25, 15 and 10 per cent. B fits behind the
    # last hour of A, and nowhere before, because its own first hour takes all of Li.
    shaped = {"contour": "front_loaded", "work": 360}
    made = office(task("A", duration=600), task("B", duration=600), task("C", 5), on("A", **shaped), on("B", **shaped))
    (move,) = level_plan(made, limit=3).moves
    assert (move.task, move.to) == ("B", at("06-02 10:00"))
    # Back loaded, the slow beginning of B runs beside nothing but the end of A that takes all of Li.
    made = office(
        task("A", duration=600), task("B", duration=600), task("C", 5), on("A", **shaped),
        on("B", contour="back_loaded", work=360),
    )  # fmt: skip
    (move,) = level_plan(made, limit=3).moves
    after = outcome(made, (move,))
    assert not after.overloads
    # B takes 10, 15, 25, 50, 50, 75, 75, 100 … hour by hour. Behind the three full hours of A it would meet 75, 75,
    # 50, 50, 25, 15, 10 with 10, 15, 25, 50, 50, 75, 75: never more than 100.
    assert move.to == at("06-01 11:00")


def test_only_tasks_of_the_plan_are_named() -> None:
    found = level_plan(three(), limit=5)
    names = set(three().table(Task))
    for move in found.moves:
        assert {move.task, *move.others} <= names


def test_two_assignments_of_one_person_on_a_task_count_together() -> None:
    twice = [Assignment(id=f"B{number}", task="B", resource="Li", units=40) for number in range(2)]
    made = office(task("A", 1), task("B", 1), task("C", 3), on("A", units=50), *twice)
    found = level_plan(made, limit=10)
    assert [move.to for move in found.moves] == [at("06-02 08:00")]
    assert not found.left
