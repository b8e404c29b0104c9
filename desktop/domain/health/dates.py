"""Measures of durations, floats and dates, and of what was to be finished by now."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.health.logic import FEW
from desktop.domain.health.measure import HealthProfile, Measure, Rule
from desktop.domain.health.scope import Scope
from desktop.domain.plan import Task
from desktop.domain.scheduling import to_minutes

INDEX = 0.95

HIGH_FLOAT = Rule("high_float", 6, "%", FEW)
NEGATIVE_FLOAT = Rule("negative_float", 7, "count", 0)
LONG_DURATION = Rule("long_duration", 8, "%", FEW)
INVALID_DATES = Rule("invalid_dates", 9, "count", 0)
RESOURCES = Rule("resources", 10, "count")
MISSED = Rule("missed", 11, "%", FEW)
CPLI = Rule("cpli", 13, "index", INDEX, at_least=True)
BEI = Rule("bei", 14, "index", INDEX, at_least=True)


def floats_and_durations(scope: Scope, profile: HealthProfile) -> Iterator[Measure]:
    """Measures 6 to 11 of DCMA."""
    longest, most = profile.longest * scope.day, profile.most_float * scope.day
    yield scope.share(HIGH_FLOAT, (task for task in scope.open if _float(scope, task) > most))
    yield scope.number(NEGATIVE_FLOAT, (task for task in scope.open if _float(scope, task) < 0))
    yield scope.share(LONG_DURATION, (task for task in scope.open if _length(scope, task) > longest))
    yield _invalid_dates(scope)
    yield scope.number(RESOURCES, (task for task in scope.open if _is_bare(scope, task)))
    yield _missed(scope)


def indices(scope: Scope) -> Iterator[Measure]:
    """Measures 13 and 14 of DCMA."""
    yield _cpli(scope)
    yield _bei(scope)


def _float(scope: Scope, task: Task) -> int:
    """Working minutes, of elapsed durations too."""
    amount = scope.schedule.total_floats[scope.schedule.row[task.id]]
    if not task.elapsed:
        return amount
    finish = scope.schedule.finish_minutes(task.id)
    return scope.schedule.calendar().between(finish, finish + amount)


def _length(scope: Scope, task: Task) -> int:
    """Working minutes, of elapsed durations too."""
    schedule = scope.schedule
    if not task.elapsed:
        return schedule.duration(task.id)
    return schedule.calendar().between(schedule.start_minutes(task.id), schedule.finish_minutes(task.id))


def _invalid_dates(scope: Scope) -> Measure:
    """Actual dates after the status date, and unfinished work that is forecast before it."""
    if scope.morning is None or scope.night is None:
        return INVALID_DATES.unknown("no_status_date")
    morning, night, schedule = scope.morning, scope.night, scope.schedule

    def is_wrong(task: Task) -> bool:
        actual = (task.actual_start, task.actual_finish)
        if any(moment is not None and moment > night for moment in actual):
            return True
        early = task.actual_start is None and not task.percent_complete
        early = early and schedule.start_minutes(task.id) < to_minutes(morning)
        return not scope.is_done(task) and (early or schedule.finish_minutes(task.id) < to_minutes(morning))

    return INVALID_DATES.found(
        len(wrong := [task.id for task in scope.all if is_wrong(task)]), wrong, len(scope.all)
    )


def _is_bare(scope: Scope, task: Task) -> bool:
    if not scope.schedule.duration(task.id) or task.fixed_cost:
        return False
    return not scope.project.assignments(task.id)


def _due(scope: Scope) -> list[Task]:
    """Finished or not: what the baseline wanted finished by the status date."""
    night, agreed = scope.night, scope.agreed
    return [task for task in scope.all if night and task.id in agreed and agreed[task.id] <= night]


def _nothing_due(scope: Scope) -> str:
    if not scope.agreed:
        return "no_baseline"
    return "nothing_due" if scope.night else "no_status_date"


def _missed(scope: Scope) -> Measure:
    due, schedule = _due(scope), scope.schedule
    if not due:
        return MISSED.unknown(_nothing_due(scope))

    def lateness(task: Task) -> int:
        """Working time, so that the next morning is not later than the evening before."""
        clock = schedule.network.clock[schedule.row[task.id]]
        return clock.between(to_minutes(scope.agreed[task.id]), schedule.finish_minutes(task.id))

    late = [task.id for task in due if lateness(task) > 0]
    return MISSED.found(100 * len(late) / len(due), late, len(due))


def _cpli(scope: Scope) -> Measure:
    """Working time left, plus what the agreed finish leaves, over working time left; names the critical tasks."""
    agreed = [scope.agreed[task.id] for task in scope.all if task.id in scope.agreed]
    if not agreed:
        return CPLI.unknown("no_baseline")
    calendar, finish = scope.schedule.calendar(), to_minutes(scope.schedule.finish)
    length = calendar.between(to_minutes(scope.night or scope.schedule.start), finish)
    if length <= 0 or not scope.open:
        return CPLI.unknown("no_length")
    spare = calendar.between(finish, to_minutes(max(agreed)))
    critical = [task.id for task in scope.open if task.id in scope.schedule.critical_ids]
    return CPLI.found((length + spare) / length, critical, len(agreed))


def _bei(scope: Scope) -> Measure:
    """Finished tasks over those that were to be finished; names those that were and are not."""
    due = _due(scope)
    if not due:
        return BEI.unknown(_nothing_due(scope))
    late = [task.id for task in due if not scope.is_done(task)]
    return BEI.found((len(scope.all) - len(scope.open)) / len(due), late, len(due))
