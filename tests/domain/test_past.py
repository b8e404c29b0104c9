"""The project as it was, undone edit by edit."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import AddTask, DeleteTasks, SetDuration
from desktop.domain.past import as_baseline, as_before, last_report
from desktop.domain.plan import Task
from desktop.domain.reporting import StatusReport
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.domain.variance import ADDED, REMOVED, compare
from tests.plans import DAY, office, plan_commands, session_of, snapshot


class Kept:
    """A store that keeps what a file would keep."""

    def __init__(self) -> None:
        self.changes: list[ChangeSet] = []

    def commit(self, changes: ChangeSet) -> None:
        self.changes.insert(0, changes)


@given(st.data())
def test_going_back_over_all_edits_leads_to_the_beginning(data: st.DataObject) -> None:
    store = Kept()
    session = Session(office(), store, clock=lambda: dt.datetime(2026, 6, 3, 10))
    states = [snapshot(session.project)]
    for _ in range(data.draw(st.integers(1, 6))):
        try:
            if session.undo_steps and data.draw(st.booleans()):
                session.undo()
            elif session.execute(data.draw(plan_commands(session.project))) is None:
                continue
        except Exception:
            continue
        states.append(snapshot(session.project))
    now = snapshot(session.project)
    for back, state in enumerate(reversed(states)):
        assert snapshot(as_before(session.project, store.changes[:back])) == state
    assert snapshot(session.project) == now


def test_what_changed_since_is_told_as_against_a_baseline() -> None:
    store = Kept()
    session = session_of()
    session._store = store
    then = session.schedule.finish
    session.execute(SetDuration(("plan",), 7 * DAY))  # five days before
    session.execute(AddTask("Extra", "light"))
    session.execute(DeleteTasks(("wishes",)))
    earlier = as_before(session.project, store.changes)
    planned = schedule(earlier)
    assert planned.finish == then
    found = compare(session.project, session.schedule, as_baseline(earlier, planned, "Yesterday", None))
    assert [one.name for one in found.of(ADDED)] == ["Extra"]
    assert [one.name for one in found.of(REMOVED)] == ["Collect wishes"]
    (plan,) = [one for one in found.tasks if one.task == "plan"]
    assert plan.before is not None
    assert plan.after is not None
    assert (plan.before.duration, plan.after.duration, plan.finish) == (5 * DAY, 7 * DAY, 2 * DAY)
    assert found.whole.finish == 2 * DAY
    assert session.project.find(Task, "wishes") is None


def test_the_last_report_is_the_one_issued_last() -> None:
    made = office()
    assert last_report(made) is None
    for number, (status, day) in enumerate((("issued", 1), ("issued", 3), ("draft", 5)), 1):
        report = StatusReport(id=f"r{number}", number=number, status=status, created_at=dt.datetime(2026, 6, day))
        made.put("report", report.id, report)
    found = last_report(made)
    assert found is not None
    assert found.id == "r2"
