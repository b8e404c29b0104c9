"""Float paths to a task: relationship floats by hand, and the promise that they make about slipping."""

from __future__ import annotations

from hypothesis import assume, given

from desktop.domain.plan import Dependency, Task
from desktop.domain.scheduling import schedule, to_datetime
from desktop.domain.scheduling.float_paths import float_paths, link_floats
from tests.domain.scheduling.building import DAY, at, calendar, link, plan, project, task
from tests.domain.scheduling.random_plans import examples, plans
from tests.plans import office


def told(planned, target):
    """(float and gap in days, joins, tasks) of every path."""
    return [
        (path.float / DAY, path.gap / DAY, path.joins, " ".join(path.tasks)) for path in float_paths(planned, target)
    ]


def test_the_driving_path_comes_first_and_branches_follow_by_float():
    # A five days, B two, M at the end of B on the seventh day. C, three days, must precede B: two days to spare.
    # D, one day, precedes C: none to spare before C. E, one day, precedes M: six days to spare.
    planned = plan(
        task("A", 5), task("B", 2), task("M", 0, milestone=True), task("C", 2), task("D", 1), task("E", 1),
        task("X", 9),
        link("A>B", 1), link("B>M", 2), link("D>C", 3), link("C>B", 4), link("E>M", 5),
    )  # fmt: skip
    assert told(planned, "M") == [
        (0, 0, None, "A B M"), (2, 2, "B", "D C"), (6, 6, "M", "E")
    ]  # fmt: skip


def test_floats_add_up_along_the_way():
    # C joins B with two days to spare; D, which ends a day before C must begin, joins C with one more.
    planned = plan(
        task("A", 6), task("B", 2), task("C", 3, constraint="snet", constraint_date=at("06-02 08:00")), task("D", 0.5),
        link("A>B", 1), link("C>B", 2), link("D>C", 3),
    )  # fmt: skip
    # C: Tuesday to Thursday; B begins on Tuesday of the next week, after Friday and Monday. D ends on Monday noon.
    assert told(planned, "B") == [(0, 0, None, "A B"), (2, 2, "B", "C"), (2.5, 0.5, "C", "D")]


def test_two_chains_that_drive_are_two_paths_without_float():
    planned = plan(task("A", 2), task("B", 2), task("C", 1), link("A>C", 1), link("B>C", 2))
    assert [(path.float, path.gap, path.joins) for path in float_paths(planned, "C")] == [(0, 0, None), (0, 0, "C")]
    assert {path.tasks[0] for path in float_paths(planned, "C")} == {"A", "B"}


def test_links_of_all_types_and_lags():
    # SS with a day of lag, FF, and a lead of a day; T, three days, begins after A on the fourth day.
    planned = plan(
        task("A", 3), task("T", 3), task("S", 1), task("F", 2), task("L", 1),
        link("A>T", 1), link("S SS T", 2, lag_days=1), link("F FF T", 3), link("L>T", 4, lag_days=-1),
    )  # fmt: skip
    # S begins on day 1, T could begin on day 2 instead of 4: two days. F ends on day 2, T on day 6: four days.
    # L ends on day 1, so T could begin on day 1 as far as it goes: three days.
    assert told(planned, "T") == [
        (0, 0, None, "A T"), (2, 2, "T", "S"), (3, 3, "T", "L"), (4, 4, "T", "F")
    ]  # fmt: skip


def test_a_summary_is_led_to_by_what_finishes_it_and_leads_on_by_what_it_contains():
    planned = plan(
        task("S"), task("X", 5, parent="S"), task("Y", 2, parent="S"), task("B", 1), task("C", 1),
        link("S>B", 1), link("B>C", 2),
    )  # fmt: skip
    assert told(planned, "C") == [(0, 0, None, "X B C"), (3, 3, "B", "Y")]
    assert told(planned, "S") == [(0, 0, None, "X")]


def test_what_is_finished_or_placed_by_hand_ends_a_chain():
    done = task("A", 1, actual_start=at("06-01 08:00"), actual_finish=at("06-01 17:00"), percent_complete=100)
    hand = task("H", 1, mode="manual", manual_start=at("06-10 08:00"), manual_finish=at("06-10 17:00"))
    planned = plan(done, hand, task("B", 1), task("C", 1), link("A>B", 1), link("B>H", 2), link("H>C", 3))
    assert told(planned, "C") == [(0, 0, None, "H C")]
    assert told(planned, "B") == [(0, 0, None, "B")]


def test_the_float_is_counted_by_the_calendar_of_the_successor():
    # B may only work on Mondays: A, two days from Monday, can slip by nothing of B's own time, for B waits anyway.
    planned = plan(task("A", 2), task("B", 1, calendar="Mondays"), calendar("Mondays", working=1), link("A>B", 1))
    assert told(planned, "B") == [(0, 0, None, "A B")]


@examples
@given(plans(simple=True, one_calendar=True, types=("FS", "SS")))
def test_a_task_can_slip_by_its_float_and_not_by_a_minute_more(made):
    # Elapsed lags end at night, and leads at the project start: what follows then waits anyway.
    links = made.table(Dependency).values()
    assume(not any(each.lag_unit == "ed" or each.lag < 0 or (each.lag_percent or 0) < 0 for each in links))
    planned = schedule(made)
    target = planned.ids[-1]
    clock = planned.calendar()
    for path in float_paths(planned, target):
        for identity in path.tasks[:-1] if path.number == 1 else path.tasks:
            start = planned.start_minutes(identity)
            for slip, late in ((path.float, False), (path.float + 1, True)):
                moment = to_datetime(clock.place(clock.add(start, slip), 0)[0]) if slip else to_datetime(start)
                copy = made.snapshot()
                moved = copy.get(Task, identity).replace(constraint="snet", constraint_date=moment)
                copy.put("task", identity, moved)
                new = schedule(copy).start_minutes(target)
                assert (clock.between(planned.start_minutes(target), new) > 0) is late, (path, identity, slip)


def test_a_long_chain_takes_no_recursion():
    count = 3000
    records = [task(f"T{n}", 1, rank=n + 1) for n in range(count)]
    links = [link(f"T{n}>T{n + 1}", n + 1) for n in range(count - 1)]
    (path,) = float_paths(schedule(project(*records, *links)), f"T{count - 1}")
    assert len(path.tasks) == count
    assert path.float == 0


def test_links_into_a_task_have_floats_of_their_own():
    planned = schedule(office())
    # The survey takes three days and the wishes two: the wishes can slip by one before the brief moves.
    assert link_floats(planned, "agreed") == {"survey-agreed": 0, "wishes-agreed": DAY}
    assert link_floats(planned, "survey") == {}
    assert link_floats(planned, "design") == {}
