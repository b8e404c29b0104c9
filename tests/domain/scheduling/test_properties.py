"""What must hold for every plan."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, schedule, to_datetime, to_minutes
from desktop.domain.scheduling.calendars import ELAPSED
from tests.domain.scheduling.random_plans import examples, plans


def everything(planned: Schedule) -> list[object]:
    """All that a schedule says."""
    return [
        planned.start, planned.finish, planned.cycles, planned.warnings, planned.left_out, planned.critical_ids,
        [(identity, planned.of(identity)) for identity in planned.ids],
    ]  # fmt: skip


@examples
@given(plans())
def test_any_plan_is_scheduled_and_twice_alike(project):
    once = schedule(project)
    assert everything(once) == everything(schedule(project))
    for identity in once.ids:
        dates = once.of(identity)
        assert dates.start <= dates.finish
        assert dates.free_float >= 0


@examples
@given(plans(simple=True))
def test_no_successor_violates_a_link(project):
    planned = schedule(project)
    for dependency in project.table(Dependency).values():
        if dependency.id in planned.left_out:
            continue
        leaves = [dependency.successor, *project.descendants(dependency.successor)]
        for successor in leaves:
            if not project.is_summary(successor):
                assert kept(project, planned, dependency, successor), (dependency, successor)


def kept(project: Project, planned: Schedule, dependency: Dependency, successor: str) -> bool:
    """Whether the lag of ``dependency`` passes between its two ends, in the calendar of the lag."""
    p, s = planned.of(dependency.predecessor), planned.of(successor)
    lag = dependency.lag
    elapsed = dependency.lag_unit == "ed"
    if dependency.lag_percent is not None:
        lag = (p.duration * dependency.lag_percent + 50) // 100
    first = p.start if dependency.type in ("SS", "SF") else p.finish
    second = s.start if dependency.type in ("FS", "SS") else s.finish
    calendar = planned.calendar(successor)
    if elapsed:
        # Nothing is worked between the moment the lag ends and the next start, so both are as good.
        due = to_minutes(first) + lag
        return calendar.between(due, to_minutes(second)) >= 0
    if lag < 0 and planned.project_start > first:
        return True
    return calendar.between(to_minutes(first), to_minutes(second)) >= lag


@examples
@given(plans(simple=True, one_calendar=True), st.data())
def test_total_float_is_how_far_one_task_may_slip(project, data):
    # What starts with a summary follows its earliest part, and a share of a summary its whole span: both
    # may change hands when one part slips.
    assume(not any(
        project.is_summary(one.predecessor) and (one.type in ("SS", "SF") or one.lag_percent)
        for one in project.table(Dependency).values()
    ))  # fmt: skip
    planned = schedule(project)
    leaves = [identity for identity in planned.ids if not project.is_summary(identity)]
    identity = data.draw(st.sampled_from(leaves))
    slack = planned.of(identity).total_float
    assert slack >= 0
    calendar = planned.calendar()
    later = finish_after_slip(project, planned, identity, slack)
    assert calendar.between(planned.times.project_finish, later) == 0
    assert finish_after_slip(project, planned, identity, slack + 1) > planned.times.project_finish


def finish_after_slip(project: Project, planned: Schedule, identity: str, minutes: int) -> int:
    """Project finish if one task starts ``minutes`` of work later."""
    calendar = planned.calendar(identity)
    task = project.get(Task, identity)
    start = planned.start_minutes(identity)
    if minutes:
        # A milestone may still sit at the end of the day; work begins the next morning.
        face = calendar.latest if task.duration else calendar.earliest
        start = face(calendar.work_at(start) + minutes)
    changed = project.snapshot()
    changed.put("task", identity, task.replace(constraint="snet", constraint_date=to_datetime(start)))
    return schedule(changed).times.project_finish


@examples
@given(st.booleans().flatmap(lambda one: plans(simple=True, one_calendar=one, types=("FS", "SS"))), st.data())
def test_a_shorter_task_never_delays_a_plan_of_starts(project, data):
    before = schedule(project)
    identity = data.draw(st.sampled_from(list(before.ids)))
    task = project.get(Task, identity)
    assume(task.duration > 0)
    assume(not any(link.lag_percent for link in project.table(Dependency).values()))
    shorter = project.snapshot()
    shorter.put("task", identity, task.replace(duration=data.draw(st.integers(0, task.duration - 1))))
    assert schedule(shorter).finish <= before.finish


@examples
@given(plans(simple=True))
def test_early_never_lies_after_late_without_constraints(project):
    planned = schedule(project)
    for identity in planned.ids:
        assert planned.of(identity).total_float >= 0
        assert planned.calendar(identity) is not ELAPSED


@examples
@given(plans(simple=True))
def test_summaries_span_what_they_contain(project):
    planned = schedule(project)
    for identity in planned.ids:
        within = [planned.of(item) for item in project.descendants(identity)]
        if within:
            dates = planned.of(identity)
            assert dates.start == min(item.start for item in within)
            assert dates.finish == max(item.finish for item in within)
            assert dates.late_start == min(item.late_start for item in within)
            assert dates.late_finish == max(item.late_finish for item in within)
            assert dates.critical == any(item.critical for item in within)
