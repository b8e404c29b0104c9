"""A schedule brought up to date equals one made from nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.changes import Change, netted
from desktop.domain.plan import Calendar, Dependency, Task
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.scheduling import Schedule, frame, schedule
from desktop.domain.scheduling.explain import why
from desktop.domain.scheduling.float_paths import link_floats
from desktop.domain.scheduling.scratch import Scratch
from tests.domain.scheduling.building import MONDAY, OFFICE, calendar, link, plan, project, task
from tests.domain.scheduling.random_plans import MOMENTS, examples, plans, task_fields
from tests.domain.scheduling.test_properties import everything

RULES: dict[str, st.SearchStrategy[Any]] = {
    "start": MOMENTS,
    "status_date": st.none() | MOMENTS,
    "calendar": st.sampled_from((None, "one", "two")),
    "constraint_rule": st.sampled_from(("soft", "pinned")),
    "progress_rule": st.sampled_from(("retained", "override", "as_planned")),
    "lag_calendar": st.sampled_from(("successor", "predecessor", "project", "elapsed")),
    "critical_rule": st.sampled_from(("total_float", "longest_path", "each_path")),
    "float_rule": st.sampled_from(("smallest", "start", "finish")),
}
"""Fields of the project that everything may follow from."""
FIELDS = task_fields(simple=False) | {"name": st.just("renamed"), "notes": st.just("noted")}


def put(whole: Project, record: Record, after: Record | None) -> Change:
    return Change(record.info.key, record.id, whole.put(record.info.key, record.id, after), after)


def step(changes: Iterable[Change]) -> tuple[Change, ...]:
    """``changes`` as a step tells them: each record once, and only where it differs."""
    return tuple(each for each in netted(changes) if each.before != each.after)


def draw_change(data: st.DataObject, whole: Project) -> Change:
    """Any edit of a task, a link, a calendar or a rule of the project, with deletion and insertion among them."""
    tasks = list(whole.table(Task).values())
    links = list(whole.table(Dependency).values())
    kinds = (*["field"] * 4, "parent", "link", "unlink", "delete", "add", "rule", "rule", "calendar")
    choice = data.draw(st.sampled_from(kinds))
    target = data.draw(st.sampled_from(tasks))
    if choice == "field":
        name = data.draw(st.sampled_from(sorted(FIELDS)))
        return put(whole, target, target.replace(**{name: data.draw(FIELDS[name])}))
    if choice == "rule":
        name = data.draw(st.sampled_from(sorted(RULES)))
        return put(whole, whole.profile, whole.profile.replace(**{name: data.draw(RULES[name])}))
    if choice == "calendar" and whole.table(Calendar):
        other = data.draw(st.sampled_from(list(whole.table(Calendar).values())))
        return put(whole, other, other.replace(week=other.week[: data.draw(st.integers(3, 6))]))
    if choice == "parent":
        parent = data.draw(st.sampled_from([None, *(item.id for item in tasks)]))
        return put(whole, target, target.replace(parent=parent))
    if choice == "delete" and len(tasks) > 1:
        return put(whole, target, None)
    if choice == "unlink" and links:
        gone = data.draw(st.sampled_from(links))
        return put(whole, gone, data.draw(st.sampled_from((None, gone.replace(type="FF"), gone.replace(lag=480)))))
    if choice == "link":
        other = data.draw(st.sampled_from(tasks))
        kind = data.draw(st.sampled_from(("FS", "SS", "FF", "SF")))
        lag = data.draw(st.sampled_from((0, 0, 480, -480)))
        number = max((item.number for item in links), default=0) + 1
        made = Dependency(
            id=f"new{number}", number=number, predecessor=target.id, successor=other.id, type=kind, lag=lag
        )  # fmt: skip
        return put(whole, made, made)
    made = task(f"N{len(tasks)}-{target.id}", 2, parent=target.parent, rank=target.rank + 1)
    return put(whole, made, made)


@examples
@given(plans(), st.data())
def test_equals_a_full_calculation(whole, data):
    planned = schedule(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        changes = tuple(draw_change(data, whole) for _ in range(data.draw(st.integers(1, 3))))
        planned = schedule(whole, planned, step(changes))
        assert everything(planned) == everything(schedule(whole))


@examples
@given(plans(simple=True), st.data())
def test_durations_and_dates_alone(whole, data):
    planned = schedule(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        target = data.draw(st.sampled_from(list(whole.table(Task).values())))
        fields: dict[str, Any] = {"duration": data.draw(FIELDS["duration"])}
        if data.draw(st.booleans()):
            fields = {"constraint": "snet", "constraint_date": data.draw(MOMENTS)}
        planned = schedule(whole, planned, (put(whole, target, target.replace(**fields)),))
        assert everything(planned) == everything(schedule(whole))


@examples
@given(plans(), st.data())
def test_trials_one_after_the_other_in_the_same_room(whole, data):
    before = schedule(whole)
    known, scratch = everything(before), Scratch(before)
    for _ in range(data.draw(st.integers(1, 5))):
        changes = tuple(draw_change(data, whole) for _ in range(data.draw(st.integers(1, 2))))
        trial, anew = schedule(whole, before, step(changes), scratch), schedule(whole)
        assert everything(trial) == everything(anew)
        if trial.ids == before.ids:
            moved = {
                row for row in range(len(before.ids))
                if (before.starts[row], before.finishes[row]) != (anew.starts[row], anew.finishes[row])
            }  # fmt: skip
            assert trial.moved_since(before) == moved
        for change in reversed(changes):
            whole.put(change.key, change.id, change.before)
        assert everything(schedule(whole, before, ())) == known
        assert everything(Schedule(before.network, before.times)) == known


def outline_change(data: st.DataObject, whole: Project) -> list[Change]:
    """A task that goes with its links, comes with some, or moves in the outline; with what belongs to it."""
    tasks, links = list(whole.table(Task).values()), list(whole.table(Dependency).values())
    target = data.draw(st.sampled_from(tasks))
    choice = data.draw(st.sampled_from(("delete", "add", "move", "link", "unlink")))
    if choice == "delete":
        below = {target.id, *whole.descendants(target.id)}
        gone = [put(whole, each, None) for each in tasks if each.id in below and len(tasks) > len(below)]
        ends = {change.id for change in gone}
        return gone + [put(whole, each, None) for each in links if {each.predecessor, each.successor} & ends]
    if choice == "add":
        number = max(item.number for item in tasks) + 1
        made = task(f"new{number}", 2, number=number, parent=target.parent, rank=data.draw(st.integers(0, 9)))
        found = [put(whole, made, made)]
        for other in data.draw(st.lists(st.sampled_from(tasks), max_size=3, unique_by=lambda item: item.id)):
            pair = [made.id, other.id] if data.draw(st.booleans()) else [other.id, made.id]
            joint = Dependency(
                id=f"{pair[0]}>{pair[1]}", number=number, predecessor=pair[0], successor=pair[1],
                lag=data.draw(st.sampled_from((0, 480))),
            )  # fmt: skip
            found.append(put(whole, joint, joint))
        return found
    if choice == "move":
        below = {target.id, *whole.descendants(target.id)}
        parent = data.draw(st.sampled_from([None, *(item.id for item in tasks if item.id not in below)]))
        return [put(whole, target, target.replace(parent=parent, rank=data.draw(st.integers(0, 9))))]
    if choice == "unlink" and links:
        return [put(whole, data.draw(st.sampled_from(links)), None)]
    other = data.draw(st.sampled_from(tasks))
    made = Dependency(id=f"{target.id}>{other.id}", number=900, predecessor=target.id, successor=other.id)
    if whole.find(Dependency, made.id):
        return []  # a link keeps its number as long as there is one
    return [put(whole, made, made)]


@examples
@given(plans(simple=True), st.data())
def test_edits_of_the_outline_with_the_links_that_come_and_go(whole, data):
    planned = schedule(whole)
    states = []
    for _ in range(data.draw(st.integers(1, 6))):
        changes = [
            change for _ in range(data.draw(st.integers(1, 2))) for change in outline_change(data, whole)
        ]  # fmt: skip
        states.append(changes)
        planned = schedule(whole, planned, step(changes))
        anew = schedule(whole)
        assert everything(planned) == everything(anew)
        for identity in planned.ids:  # what reads links one by one
            assert why(planned, whole, identity) == why(anew, whole, identity)
            assert link_floats(planned, identity) == link_floats(anew, identity)
    for changes in reversed(states):  # and back again
        for change in reversed(changes):
            whole.put(change.key, change.id, change.before)
        planned = schedule(whole, planned, [change.inverse() for change in reversed(step(changes))])
        assert everything(planned) == everything(schedule(whole))


@examples
@example([2, 4, 8, 3, 6, 5, 0, 7, 1], [(4, 3), (4, 5), (5, 6)])  # an order put right before all its links were there
@given(st.permutations(range(9)), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20, unique=True))
def test_many_links_that_come_at_once(rows, pairs):
    """As when what was deleted comes back: every link leads from a row to one behind it in ``rows``."""
    whole = project(*(task(f"T{row}", 1 + row % 3, rank=row) for row in range(9)))
    planned = schedule(whole)
    ends = [(rows[min(pair)], rows[max(pair)]) for pair in pairs if pair[0] != pair[1]]
    made = [link(f"T{before}>T{after}", number) for number, (before, after) in enumerate(dict.fromkeys(ends))]
    come = tuple(put(whole, each, each) for each in made)
    planned = schedule(whole, planned, come)
    assert everything(planned) == everything(schedule(whole))
    for each in made:
        whole.put("dependency", each.id, None)
    planned = schedule(whole, planned, tuple(change.inverse() for change in reversed(come)))
    assert everything(planned) == everything(schedule(whole))


def test_slots_of_rows_that_are_gone_do_not_pile_up(monkeypatch):
    monkeypatch.setattr(frame, "MOST_EMPTY", 2)
    whole = project(task("A", 2), task("B", 2), link("A>B"))
    planned, slots = schedule(whole), []
    for number in range(12):
        made = task(f"new{number}", 1, rank=-1)
        planned = schedule(whole, planned, (put(whole, made, made),))
        planned = schedule(whole, planned, (put(whole, made, None),))
        slots.append(len(planned.network.links.row_at))
        assert everything(planned) == everything(schedule(whole))
    assert 3 < max(slots) <= 2 * 3 + 2 + 1


def test_links_from_the_start_of_a_summary_bind_what_it_contains():
    """By them a later date of what follows tells nothing to the summary itself, and yet to its sub-tasks."""
    whole = project(
        task("A", 2), task("S"), task("B", 2, parent="S"), task("C", 2), task("D", 9), link("S SS C", lag_days=1)
    )
    planned = schedule(whole)
    target = whole.table(Task)["C"]
    due = target.replace(deadline=MONDAY + dt.timedelta(days=3))
    planned = schedule(whole, planned, (put(whole, target, due),))
    assert everything(planned) == everything(schedule(whole))
    # A day of lag and two of work until Thursday morning: B, which leads, may begin when S may.
    assert planned.of("B").total_float == 0
    before = whole.table(Task)["B"]
    planned = schedule(whole, planned, (put(whole, before, before.replace(duration=5 * 480)),))
    assert everything(planned) == everything(schedule(whole))


def test_a_summary_that_is_put_to_dates_of_its_own_binds_nothing_any_more():
    whole = project(
        task("A", 2), task("S"), task("B", 2, parent="S"), task("C", 2), task("D", 9), link("S>C"),
        progress_rule="as_planned",
    )  # fmt: skip
    planned = schedule(whole)
    assert planned.of("B").total_float == 5 * 480  # C may end with D
    target = whole.table(Task)["S"]
    put_there = target.replace(mode="manual", manual_start=MONDAY, manual_finish=MONDAY + dt.timedelta(days=2))
    planned = schedule(whole, planned, (put(whole, target, put_there),))
    assert planned.of("B").total_float == 7 * 480  # and so may B itself
    assert everything(planned) == everything(schedule(whole))


def test_what_scheduling_does_not_read_gives_the_same_schedule():
    whole = project(task("A"), task("B"), link("A>B"))
    planned = schedule(whole)
    renamed = whole.table(Task)["A"].replace(name="Other", notes="n", owner="nobody", wbs_code="9.9")
    assert schedule(whole, planned, (put(whole, renamed, renamed),)) is planned
    profile = whole.profile.replace(headline="Going well", budget=5)
    assert schedule(whole, planned, (put(whole, profile, profile),)) is planned
    assert schedule(whole, planned) is planned


def test_a_changed_rule_of_the_project_counts():
    whole = project(task("A"), task("B"), link("A>B"))
    planned = schedule(whole)
    profile = whole.profile.replace(start=whole.profile.start.replace(day=8))
    assert schedule(whole, planned, (put(whole, profile, profile),)).of("A").start == profile.start


def test_the_schedule_before_an_edit_stays_as_it_was():
    whole = project(task("A"), task("B"), link("A>B"))
    planned = schedule(whole)
    before = everything(planned)
    target = whole.table(Task)["A"]
    schedule(whole, planned, (put(whole, target, target.replace(duration=4800)),))
    assert everything(planned) == before == everything(plan(task("A"), task("B"), link("A>B")))


def test_tasks_that_hung_in_a_circle_of_parents_become_an_outline_again():
    knot = task("A", parent="A")
    whole = project(knot, task("B", parent="A"), task("C", parent="B", actual_start=MONDAY + dt.timedelta(minutes=1)))
    planned = schedule(whole)
    planned = schedule(whole, planned, (put(whole, knot, None),))
    assert planned.of("B").start == MONDAY + dt.timedelta(minutes=1)  # B is now the summary of C
    assert everything(planned) == everything(schedule(whole))


def test_findings_of_calendars_that_nobody_uses_any_more_are_not_kept():
    """Compiled calendars are kept between calculations; what was found about them is not."""
    broken = calendar("night", "nonsense", 5)
    whole = project(broken, calendar("day", OFFICE, 5), task("A", calendar="night"))
    planned = schedule(whole)
    assert {found.code for found in planned.warnings} >= {"calendar_bands", "no_working_time"}
    target = whole.table(Task)["A"]
    planned = schedule(whole, planned, (put(whole, target, target.replace(calendar="day")),))
    assert planned.warnings == schedule(whole).warnings
    assert not any(found.calendar == "night" for found in planned.warnings)


def test_a_start_that_moves_is_one_for_tasks_that_were_changed_before_too():
    """Only the start is read again then, and of tasks what depends on it."""
    whole = project(task("A"), task("B"), task("C", 2), link("B>C"))
    planned = schedule(whole)
    monday = whole.profile.start
    target = whole.table(Task)["A"]
    held = target.replace(constraint="snet", constraint_date=monday + dt.timedelta(days=2))
    planned = schedule(whole, planned, (put(whole, target, held),))
    profile = whole.profile.replace(start=monday + dt.timedelta(days=7))
    planned = schedule(whole, planned, (put(whole, profile, profile),))
    assert planned.of("A").start == held.constraint_date  # a date that is asked for stands in for the start
    assert planned.of("B").start == profile.start
    assert everything(planned) == everything(schedule(whole))
