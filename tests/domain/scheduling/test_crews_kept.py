"""Who works on what is read again only of tasks that it may differ for: dates are those of a full calculation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.plans import make_rich_plan
from desktop.domain.commands.plan import AddTask, DeleteTasks, IndentTasks, MoveTasks, OutdentTasks
from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.plan import Assignment
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule, schedule
from desktop.domain.session import Command, Session

TASKS = 70


def assert_full(session: Session) -> None:
    assert read(session.schedule) == read(schedule(session.project))


def read(planned: Schedule) -> list[object]:
    """Who is on what, and the dates."""
    network, times = planned.network, planned.times
    crews = {
        network.rows.ids[row]: [(share.calendar.identity, *share[1:]) for share in crew]
        for row, crew in network.crews.items()
    }
    late = times.late_start, times.late_finish, times.total_float
    return [network.rows.ids, crews, times.start, times.finish, *late]


def commands(session: Session) -> st.SearchStrategy[Command]:
    project = session.project
    tasks = st.sampled_from(project.outline.order)
    given_work = sorted(each.id for each in project.table(Assignment).values())
    work = st.one_of(st.none(), st.integers(60, 5000))
    choices: list[st.SearchStrategy[Command]] = [
        st.builds(AddTask, st.just("New"), tasks),
        st.builds(lambda one: DeleteTasks((one,)), tasks),
        st.builds(lambda one: IndentTasks((one,)), tasks),
        st.builds(lambda one: OutdentTasks((one,)), tasks),
        st.builds(lambda one, into: MoveTasks((one,), into), tasks, tasks),
        st.builds(lambda one, kind: SetFields("task", (one,), {"task_type": kind}), tasks,
                  st.sampled_from(("fixed_units", "fixed_duration", "fixed_work"))),
        st.builds(lambda one, calendar: SetFields("task", (one,), {"calendar": calendar}), tasks,
                  st.sampled_from((None, "cal1", "cal2", "cal3"))),
        st.builds(lambda one, calendar: SetFields("resource", (one,), {"calendar": calendar}),
                  st.sampled_from(("r1", "r2", "r4")), st.sampled_from((None, "cal1", "cal3"))),
        st.builds(lambda one, who, minutes: AddRecord("assignment", {"task": one, "resource": who, "work": minutes}),
                  tasks, st.sampled_from(("r4", "r8")), work),
    ]  # fmt: skip
    if given_work:
        one = st.sampled_from(given_work)
        choices.append(st.builds(lambda which: DeleteRecords("assignment", (which,)), one))
        choices.append(
            st.builds(lambda which, minutes: SetFields("assignment", (which,), {"work": minutes}), one, work)
        )
    return st.one_of(choices)


@pytest.mark.parametrize("seed", [1])
@settings(max_examples=15)
@given(data=st.data())
def test_dates_after_edits_are_those_of_a_full_calculation(seed: int, data: st.DataObject) -> None:
    session = Session(make_rich_plan(TASKS, seed))
    assert session.schedule.network.crews
    for _ in range(6):
        try:
            session.execute(data.draw(commands(session)))
        except Rejected:
            continue
        assert_full(session)
    while session.undo_steps:
        session.undo()
        assert_full(session)


def test_people_of_a_task_that_stays_as_it_is_are_not_read_again() -> None:
    session = Session(make_rich_plan(TASKS))
    network = session.schedule.network
    row, crew = next(iter(network.crews.items()))
    place = network.place[row]
    before = network.rows.ids[row]
    session.execute(AddTask("New", network.rows.ids[0]))
    after = session.schedule.network
    assert after is not network and after.crews[after.rows.row[before]] is crew
    assert after.place[after.rows.row[before]] is place
