"""Work, duration and units of a task belong together: work = duration × units.

Whoever changes one of them keeps to the task type, as Microsoft Project does:

=============== ============ ============ ============
Task type       new units    new duration new work
=============== ============ ============ ============
fixed units     duration     work         duration
fixed work      duration     units        duration
fixed duration  work         work         units
=============== ============ ============ ============

Where effort drives a task (with fixed work it always does), people who join or leave share what is left to
do: the work stays, and the duration follows, or with a fixed duration the units. What has been done stays done.
Assignments without work of their own simply follow their task and are left alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from desktop.domain.changes import Transaction
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.scheduling import Schedule, schedule, to_minutes
from desktop.domain.scheduling.contours import CONTOURS, work_done
from desktop.domain.scheduling.crew import WORKING
from desktop.domain.scheduling.remaining import remaining_duration
from desktop.domain.shares import PER_CENT, WHOLE, share_fields, share_of


def workers(tx: Transaction, task: str) -> list[Assignment]:
    """Assignments of people and equipment."""
    found = []
    for one in tx.project.assignments(task):
        resource = tx.project.find(Resource, one.resource)
        if resource is not None and resource.kind in WORKING:
            found.append(one)
    return found


def done_of(task: Task) -> int:
    """Minutes of the duration of ``task`` that lie behind; nought where it is finished or not begun."""
    if task.actual_start is None or task.actual_finish is not None:
        return 0
    return min(task.duration, max(0, task.duration - remaining_duration(task, task.duration)))


def keep_pace(tx: Transaction, task: Task, minutes: int) -> dict[str, Any]:
    """Bring the assignments of ``task`` in line with a new duration; returns fields of the task itself.

    A milestone keeps the work of its assignments, so that it can be made a task again.
    """
    assigned = [one for one in workers(tx, task.id) if one.work]
    if not assigned or minutes <= 0 or minutes == task.duration:
        return {}
    done = done_of(task)
    before, after = task.duration - done, minutes - done
    if before <= 0 or after <= 0:  # nothing was left, or less than was done is wanted
        before, after = task.duration, minutes
    if task.task_type == "fixed_work" and before:
        for one in assigned:
            tx.update(Assignment, one.id, **share_fields(Fraction(share_of(one) * before, after * WHOLE)))
        return {}
    for one in assigned:
        if not before:
            tx.update(Assignment, one.id, work=minutes * share_of(one) // WHOLE)
            continue
        kept = _actual(one) if before < task.duration else 0
        _set_left(tx, one, Fraction((one.work or 0) - kept) * after / before, kept)
    return _total(tx, task)


def share_work(tx: Transaction, task: Task, work: int | None, minutes: int | None = None) -> int | None:
    """Give ``task`` so much work in all; returns its new duration, None where that stays.

    It is shared as it was before, or by the units. ``minutes`` is a duration that is set along with the work,
    so that only the units are left to follow.
    """
    assigned = workers(tx, task.id)
    if not work:
        for one in assigned:
            tx.update(Assignment, one.id, work=None, overtime_work=None)
        return None
    if not assigned:
        return None
    shares = [_left(one) for one in assigned] if any(map(_left, assigned)) else list(map(share_of, assigned))
    left = max(0, work - sum(map(_actual, assigned)))
    for one, amount in zip(assigned, _parts(left, shares), strict=True):
        _set_left(tx, one, Fraction(amount), _actual(one))
    if minutes is not None or task.task_type == "fixed_duration":
        _fit_units(tx, task, task.duration if minutes is None else minutes)
        return None
    return _new_length(tx, task, assigned)


def reassign(tx: Transaction, task: Task, wanted: Mapping[str, int]) -> tuple[int | None, dict[str, Any]]:
    """Put the resources ``wanted`` (ids and units) on ``task``.

    Returns the new duration, None where it stays, and fields of the task itself.
    """
    nobody = not workers(tx, task.id)
    before = [one for one in workers(tx, task.id) if one.work]
    driven = task.effort_driven or task.task_type == "fixed_work"
    fixed, missing, left_by = task.task_type == "fixed_duration", dict(wanted), 0
    for one in tuple(tx.project.assignments(task.id)):
        units = missing.pop(one.resource, None)
        if units is None:
            left_by += _left(one) if one in before else 0
            tx.delete(Assignment, one.id)
        elif units != one.units:
            if fixed and one in before and share_of(one):
                _set_left(tx, one, Fraction(_left(one) * units * PER_CENT, share_of(one)), _actual(one))
            tx.update(Assignment, one.id, units=units)
    added = {
        tx.add(Assignment, task=task.id, resource=resource, units=units).id for resource, units in missing.items()
    }
    if not before:
        # The first to be put on a task take the work that was estimated for it.
        return (share_work(tx, task, task.work) if nobody and task.work and workers(tx, task.id) else None), {}
    team = [one for one in workers(tx, task.id) if one.work or one.id in added]
    if driven and team and (left_by or any(one.id in added for one in team)):
        whole = left_by + sum(map(_left, team))
        for one, amount in zip(team, _parts(whole, list(map(share_of, team))), strict=True):
            _set_left(tx, one, Fraction(amount), _actual(one))
        if fixed:
            _fit_units(tx, task, task.duration)
    else:
        for one in team:
            if one.id in added:
                tx.update(Assignment, one.id, work=(task.duration - done_of(task)) * share_of(one) // WHOLE)
    return (None if fixed else _new_length(tx, task, before)), _total(tx, task)


def assignment_edited(
    tx: Transaction, task: Task, before: Assignment, fields: Mapping[str, Any]
) -> tuple[int | None, dict[str, Any]]:
    """What an edit of one assignment brings along: (new duration of the task or None, fields of the assignment)."""
    made: dict[str, Any] = {}
    resource = tx.project.find(Resource, before.resource)
    if resource is None or resource.kind not in WORKING:
        return None, made
    after = before.replace(**{name: value for name, value in fields.items() if name in _WEIGHING})
    if task.task_type == "fixed_duration":
        span = task.duration - done_of(task)
        if after.units != before.units and before.work and share_of(before) and "work" not in fields:
            made["work"] = _actual(before) + _round(Fraction(_left(before) * share_of(after), share_of(before)))
        elif after.work != before.work and "units" not in fields and _left(after) and span > 0:
            made |= share_fields(_length([after]) * share_of(after) / (span * WHOLE))
        return None, made
    team = [one for one in workers(tx, task.id) if one.work and one.id != before.id]
    old, new = [*team, *([before] if before.work else [])], [*team, *([after] if after.work else [])]
    return _stretched(task, old, new), made


_WEIGHING = frozenset({"work", "units", "overtime_work", "contour"})


def report(tx: Transaction, task: Task, part: float) -> dict[str, Any]:
    """Say of the assignments that ``part`` of their time, from 0 to 1, lies behind; returns fields of the task.

    Who has no actual work of their own, that is whose progress is that of the task, is left alone.
    """
    for one in tx.project.assignments(task.id):
        if one.actual_work is None or not one.work:
            continue
        share = work_done(one.contour, part)
        overtime = None if one.actual_overtime_work is None else round((one.overtime_work or 0) * share)
        done = round(one.work * share)
        tx.update(Assignment, one.id, actual_work=done or None, actual_overtime_work=(overtime if done else None))
    if task.actual_work is None:
        return {}
    people = [one for one in workers(tx, task.id) if one.work]
    noted = [one.actual_work for one in people if one.actual_work is not None]
    whole = sum(one.work or 0 for one in people) or task.work or 0
    return {"actual_work": (sum(noted) if noted and part else round(whole * part)) or None}


def duration_between(tx: Transaction, task: Task, start: dt.datetime, finish: dt.datetime) -> int:
    """The duration with which ``task`` spans ``start`` to ``finish``, in working minutes.

    Where people set the pace, the duration changes in the proportion in which the bar does.
    """
    plan: Schedule = tx.schedule or schedule(tx.project)
    clock = plan.calendar(task.id)
    span = clock.between(to_minutes(start), to_minutes(finish))
    if task.id not in plan or not plan.goes_by_people(task.id):
        return span
    dates = plan.of(task.id)
    before = clock.between(to_minutes(dates.start), to_minutes(dates.finish))
    return _round(Fraction(task.duration * span, before)) if before > 0 and span > 0 else span


# -- amounts ------------------------------------------------------------------------------------


def _actual(one: Assignment) -> int:
    return min(one.actual_work or 0, one.work or 0)


def _left(one: Assignment) -> int:
    """Minutes of work that are still to be done."""
    return max(0, (one.work or 0) - (one.actual_work or 0))


def _set_left(tx: Transaction, one: Assignment, left: Fraction, done: int) -> None:
    """Give an assignment so much work beside what is ``done``; its overtime keeps its part."""
    work = done + _round(left)
    overtime = one.overtime_work
    if overtime and one.work:
        overtime = _round(Fraction(overtime * work, one.work))
    tx.update(Assignment, one.id, work=work, overtime_work=overtime)


def _length(assigned: Sequence[Assignment]) -> Fraction:
    """Working minutes in which all of ``assigned`` have done what is left to do."""
    found = [Fraction(0)]
    for one in assigned:
        overtime = max(0, (one.overtime_work or 0) - (one.actual_overtime_work or 0))
        tenths = CONTOURS.get(one.contour)
        share = Fraction(max(PER_CENT, share_of(one)) * (sum(tenths) if tenths else 1000), 1000 * WHOLE)
        found.append(max(0, _left(one) - overtime) / share)
    return max(found)


def _new_length(tx: Transaction, task: Task, before: Sequence[Assignment]) -> int | None:
    return _stretched(task, [one for one in before if one.work], [one for one in workers(tx, task.id) if one.work])


def _stretched(task: Task, before: Sequence[Assignment], after: Sequence[Assignment]) -> int | None:
    """The duration of ``task`` once its work is that of ``after``; None where it stays.

    It changes in proportion, so that what was rounded in units and contours stays as it was.
    """
    done, old, new = done_of(task), _length(before), _length(after)
    if not new or not task.duration or task.actual_finish is not None or old == new:
        return None
    return done + max(1, _round((task.duration - done) * new / old if old and task.duration > done else new))


def _fit_units(tx: Transaction, task: Task, minutes: int) -> None:
    """Units with which everybody is busy from now to the end of ``minutes``."""
    span = minutes - done_of(task)
    for one in workers(tx, task.id):
        if _left(one) and span > 0:
            tx.update(Assignment, one.id, **share_fields(_length([one]) * share_of(one) / (span * WHOLE)))


def _total(tx: Transaction, task: Task) -> dict[str, Any]:
    """Work of the task as a whole, where it is stored."""
    return {"work": sum(one.work or 0 for one in workers(tx, task.id))} if task.work is not None else {}


def _parts(amount: int, shares: Sequence[int]) -> list[int]:
    """``amount`` divided in the proportion of ``shares``, nothing lost by rounding."""
    whole, found, given, passed = sum(shares) or 1, [], 0, 0
    for share in shares:
        passed += share
        found.append(amount * passed // whole - given)
        given += found[-1]
    return found


def _round(amount: Fraction) -> int:
    """To the nearest whole, halves up."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)
