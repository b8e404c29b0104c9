"""Levelling of plans: nobody twice at once, links hold, and what may not move stays."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.plan_levelling import plan_of
from benchmarks.psplib import read_instance
from desktop.domain.commands.plan import AcceptMoves, ClearLevelling
from desktop.domain.costing.load import overloads
from desktop.domain.levelling import level_plan, outcome
from desktop.domain.levelling.wording import say_held, say_why
from desktop.domain.plan import Assignment, Availability, Resource, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule, to_minutes
from desktop.domain.session import Session
from desktop.i18n import catalog
from tests.domain.scheduling.building import DAY, at, calendar, link, project, span, task
from tests.domain.scheduling.random_plans import examples, plans


def on(identity: str, who: str = "Li", units: int = 100) -> Assignment:
    return Assignment(id=f"{identity}{who}", task=identity, resource=who, units=units)


def office(*records: Any, **resource: Any) -> Project:
    person = Resource(id="Li", name="Li", **resource)
    return project(calendar("office"), person, *records, calendar="office")


def spans(made: Project, *names: str) -> list[str]:
    planned = schedule(made)
    return [span(planned, name) for name in names]


def test_the_second_of_two_tasks_waits_where_it_has_float() -> None:
    made = office(task("A", 1), task("B", 1), task("C", 3), on("A"), on("B"))
    found = level_plan(made, limit=5)
    (move,) = found.moves
    assert (move.task, move.start, move.to) == ("B", at("06-01 08:00"), at("06-02 08:00"))
    assert (move.delay, move.resource, move.needed, move.free) == (1440, "Li", 100, 0)
    assert found.finish == found.finish_before == at("06-03 17:00")
    assert spans(found.after.project, "B") == ["06-02 08:00 - 06-02 17:00"]
    assert not found.left


def test_without_float_only_extending_resolves_it() -> None:
    made = office(task("A", 2), task("B", 1), link("A>C"), task("C", 4), on("A"), on("B"), on("C"))
    kept = level_plan(made, limit=20)
    assert kept.finish <= kept.finish_before == at("06-08 17:00")
    assert kept.left
    longer = level_plan(made, within_float=False, limit=20)
    assert longer.finish == at("06-09 17:00")  # seven days of work for one person
    assert not longer.left


def test_over_a_weekend_nobody_is_needed() -> None:
    made = office(task("A", 5), link("A>B"), task("B", 1), on("A"), on("B"))
    assert not overloads(made, schedule(made))
    assert not level_plan(made).moves


def test_higher_priority_goes_first_and_1000_never_moves() -> None:
    first = office(task("A", 1), task("B", 1, priority=600), task("C", 3), on("A"), on("B"))
    assert [move.task for move in level_plan(first, limit=20).moves] == ["A"]
    never = office(task("A", 1, priority=1000), task("B", 1, priority=1000), task("C", 3), on("A"), on("B"))
    found = level_plan(never, limit=20)
    assert not found.moves
    assert len(found.left) == 1


@pytest.mark.parametrize(
    "held",
    [
        {"actual_start": at("06-01 08:00")},
        {"mode": "manual", "manual_start": at("06-01 08:00"), "manual_finish": at("06-01 17:00")},
        {"constraint": "mso", "constraint_date": at("06-01 08:00"), "pinned": True},
    ],
)
def test_what_is_held_stays(held: dict[str, Any]) -> None:
    made = office(task("A", 1), task("B", 1, **held), task("C", 3), on("A"), on("B"))
    assert [move.task for move in level_plan(made, limit=20).moves] == ["A"]


def test_units_and_availability_count() -> None:
    halves = office(task("A", 1), task("B", 1), task("C", 3), on("A", units=50), on("B", units=50))
    assert not level_plan(halves).moves
    away = Availability(start=dt.date(2026, 6, 1), finish=dt.date(2026, 6, 2), units=0)
    absent = office(task("A", 1), task("C", 3), on("A"), availability=(away,))
    found = level_plan(absent, limit=5)
    assert [(move.task, move.to, move.free) for move in found.moves] == [("A", at("06-03 08:00"), 0)]


def test_accepting_is_one_step_and_clearing_takes_all_back() -> None:
    made = office(task("A", 1), task("B", 1), task("D", 1), task("C", 3), on("A"), on("B"), on("D"))
    opened = Session(made)
    before = spans(opened.project, "A", "B", "D")
    moves = level_plan(made, limit=5).moves
    assert len(moves) == 2
    opened.execute(AcceptMoves(moves))
    assert not overloads(opened.project, opened.schedule)
    assert not level_plan(opened.project, limit=5).moves  # levelled anew it comes out the same
    opened.execute(ClearLevelling(("D",)))
    assert [one.id for one in opened.project.table(Task).values() if one.levelling_delay] == ["B"]
    opened.execute(ClearLevelling())
    assert spans(opened.project, "A", "B", "D") == before
    with pytest.raises(Rejected):
        opened.execute(ClearLevelling())
    with pytest.raises(Rejected):
        opened.execute(AcceptMoves(()))
    for _ in range(3):
        opened.undo()
    assert spans(opened.project, "A", "B", "D") == before


@given(plans(simple=True))
@settings(max_examples=60, deadline=None)
def test_extending_leaves_no_overload_in_plans_of_free_tasks(drawn: Project) -> None:
    made = drawn.snapshot()
    made.put("resource", "Li", Resource(id="Li", name="Li"))
    leaves = [one for one in made.table(Task) if not made.is_summary(one)]
    for identity in leaves:
        made.put("assignment", f"{identity}Li", on(identity))
    movable = all(one.constraint == "asap" and one.mode == "auto" for one in made.table(Task).values())
    found = level_plan(made, within_float=False, limit=4)
    after = outcome(made, found.moves).schedule
    for move in found.moves:
        assert after.of(move.task).start == move.to
    for one in made.table(Task):
        if not made.is_summary(one):
            assert after.of(one).start >= schedule(made).of(one).start or made.get(Task, one).levelling_delay
    if movable:
        assert not found.left
    kept = level_plan(made, limit=4)
    assert kept.finish <= kept.finish_before


def shared(*days: int) -> Project:
    """Tasks of so many days, all of them Li's, at half of her time."""
    tasks = [task(f"T{number}", length) for number, length in enumerate(days)]
    return office(*tasks, *(on(one.id, units=50) for one in tasks))


def test_the_plan_in_whole_numbers() -> None:
    from desktop.domain.levelling.bench import Bench
    from desktop.domain.levelling.guide import whole_numbers

    made = office(
        task("A", 2), task("B", 0.5), task("C", 1, constraint="snet", constraint_date=at("06-03 08:00")), link("A>B"),
        on("A", units=50), on("B"), on("C"),
    )  # fmt: skip
    planned = schedule(made)
    problem = whole_numbers(planned, Bench(made, planned))
    assert problem is not None
    # Half days; half of Li is one unit. C may not start before Wednesday.
    assert [(one.duration, one.predecessors, one.demands, one.release) for one in problem.activities] == [
        (4, (), (1,), 0), (1, (0,), (2,), 0), (2, (), (2,), 4),
    ]  # fmt: skip
    assert [one.capacity for one in problem.resources] == [2]


def test_the_shortest_plan_is_found_where_no_rule_finds_it() -> None:
    # Two halves of Li are two bins: 3+3 and 2+2+2 days fill six days each. Longest first gives 3|3, 2|2, 2: seven.
    found = level_plan(shared(3, 3, 2, 2, 2), within_float=False, seconds=60, limit=400)
    assert found.finish == at("06-08 17:00")
    assert not found.left


@pytest.mark.parametrize("name", ["j301_2", "j3013_2"])
def test_an_instance_of_psplib_as_a_plan(corpora: Path, name: str) -> None:
    folder = corpora / "psplib"
    with (folder / "best_known.csv").open(encoding="utf-8") as lines:
        best = {row["file"]: int(row["best_known_makespan"]) for row in csv.DictReader(lines)}[f"j30/{name}.sm"]
    made = plan_of(read_instance(folder / "j30" / f"{name}.sm"))
    found = level_plan(made, within_float=False, seconds=120, limit=1500)
    planned = found.after.schedule
    days = planned.calendar().between(to_minutes(planned.project_start), to_minutes(found.finish)) / DAY
    assert not found.left
    assert best <= days <= best * 1.05


@given(plans(), st.booleans(), st.data())
@settings(max_examples=examples.max_examples * 2, deadline=None)
def test_of_any_plan_and_any_part_of_the_moves_is_shown_what_is_calculated(
    drawn: Project, within_float: bool, data: st.DataObject
) -> None:
    made = drawn.snapshot()
    made.put("resource", "Li", Resource(id="Li", name="Li"))
    for identity in list(made.table(Task)):
        if data.draw(st.booleans()):
            units = data.draw(st.sampled_from((50, 100, 300)))
            made.put("assignment", f"{identity}Li", on(identity, units=units))
    found = level_plan(made, within_float=within_float, seconds=60, limit=4)
    if within_float:
        assert found.finish <= found.finish_before
    chosen = [move for move in found.moves if data.draw(st.booleans())]
    part = outcome(found.before.project, chosen, found.before.schedule)
    anew = schedule(part.project)
    assert list(part.schedule.starts) == list(anew.starts)
    assert list(part.schedule.finishes) == list(anew.finishes)
    assert part.overloads == overloads(part.project, anew)
    for left in found.left:
        assert say_held(found.after, left, catalog("en"))
    for move in found.moves:
        assert say_why(move, made, catalog("en")) or not move.delay
