"""The measures themselves.

The rules are those of the 14-point assessment of the Defense Contract Management Agency. Tasks are active and
not summaries; level of effort follows other work and is left out. Unless said otherwise they are unfinished. A
link counts when both its ends do. The status date counts through its end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from desktop.domain.forecast import baseline_finishes, leaves
from desktop.domain.health.measure import DCMA, FAIL, INFORMATION, NOT_ASSESSED, PASS, HealthProfile, Measure
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.domain.scheduling import schedule as calculate

FEW, MOST, INDEX = 5.0, 90.0, 0.95
HARD = frozenset(("mso", "mfo", "snlt", "fnlt"))
PUSH = 600
"""Working days added to a critical task; the finish must follow to within five per cent (calendars may differ)."""
MANY = 5
"""Predecessors at which paths are said to meet."""


def check_health(project: Project, schedule: Schedule, profile: HealthProfile = DCMA) -> tuple[Measure, ...]:
    """All measures, the fourteen in their order first. Pure: the plan is lengthened in a copy."""
    return _Check(project, schedule, profile).measures()


class _Check:
    def __init__(self, project: Project, schedule: Schedule, profile: HealthProfile) -> None:
        self.project, self.schedule, self.profile = project, schedule, profile
        self.day = max(project.profile.minutes_per_day, 1)
        self.all = [task for task in leaves(project, schedule) if not task.level_of_effort]
        self.open = [task for task in self.all if not self._done(task)]
        self.agreed = baseline_finishes(project)
        status = project.profile.status_date
        self.morning = dt.datetime.combine(status, dt.time()) if status else None
        self.night = self.morning + dt.timedelta(1) if self.morning else None

    def _done(self, task: Task) -> bool:
        return task.actual_finish is not None or self.schedule.percent(task.id) >= 100

    @cached_property
    def links(self) -> list[Dependency]:
        known = {task.id for task in self.open}
        return [
            link for link in self.project.table(Dependency).values()
            if link.predecessor in known and link.successor in known and link.id not in self.schedule.left_out
        ]  # fmt: skip

    def measures(self) -> tuple[Measure, ...]:
        per_day, dates = self.day, self.schedule.of
        longest, most = self.profile.longest * per_day, self.profile.most_float * per_day
        return (
            self._share("logic", 1, self._without_logic()),
            self._of_links("leads", 2, lambda link: self._lag(link) < 0, 0.0),
            self._of_links("lags", 3, lambda link: self._lag(link) > 0, FEW),
            self._finish_to_start(),
            self._share("hard_constraints", 5, (task for task in self.open if task.constraint in HARD)),
            self._share("high_float", 6, (task for task in self.open if dates(task.id).total_float > most)),
            self._none("negative_float", 7, (task for task in self.open if dates(task.id).total_float < 0), self.open),
            self._share("long_duration", 8, (task for task in self.open if self._length(task) > longest)),
            self._invalid_dates(),
            self._note("resources", 10, (task for task in self.open if self._is_bare(task))),
            self._missed(),
            self._critical_path(),
            self._cpli(),
            self._bei(),
            self._note("dangling_start", None, self._dangling(self.project.predecessors, ("FF", "SF"))),
            self._note("dangling_finish", None, self._dangling(self.project.successors, ("SS", "SF"))),
            self._note("bottleneck", None, (t for t in self.open if len(self.project.predecessors(t.id)) >= MANY)),
        )

    # -- kinds of measure -----------------------------------------------------------------------

    def _share(self, key: str, number: int, found: Iterable[Task], limit: float = FEW) -> Measure:
        if not self.open:
            return _unknown(key, number, "%", limit, "no_tasks")
        ids = tuple(task.id for task in found)
        return _judged(key, number, 100 * len(ids) / len(self.open), "%", limit, ids, len(self.open))

    def _none(self, key: str, number: int, found: Iterable[Task], among: list[Task]) -> Measure:
        ids = tuple(task.id for task in found)
        return _judged(key, number, len(ids), "count", 0, ids, len(among))

    def _note(self, key: str, number: int | None, found: Iterable[Task]) -> Measure:
        ids = tuple(task.id for task in found)
        return Measure(key, number, len(ids), "count", None, False, INFORMATION, ids, len(self.open))

    def _of_links(self, key: str, number: int, bad: Callable[[Dependency], bool], limit: float) -> Measure:
        if not self.links:
            return _unknown(key, number, "%", limit, "no_links")
        found = [link for link in self.links if bad(link)]
        share = 100 * len(found) / len(self.links)
        return _judged(key, number, share, "%", limit, self._ends(found), len(self.links))

    def _ends(self, links: Iterable[Dependency]) -> tuple[str, ...]:
        """The successors of ``links``: what waits is where a link is edited."""
        waiting = {link.successor for link in links}
        return tuple(task.id for task in self.open if task.id in waiting)

    # -- single measures ------------------------------------------------------------------------

    def _without_logic(self) -> list[Task]:
        """One start and one end every plan must have: the earliest and the latest are no fault."""
        first = [task for task in self.open if not self.project.predecessors(task.id)]
        last = [task for task in self.open if not self.project.successors(task.id)]
        excused = (
            min(first, key=lambda task: self.schedule.start_minutes(task.id), default=None),
            max(last, key=lambda task: self.schedule.finish_minutes(task.id), default=None),
        )
        bad = {task.id for task in first if task is not excused[0]} | {
            task.id for task in last if task is not excused[1]
        }
        return [task for task in self.open if task.id in bad]

    @staticmethod
    def _lag(link: Dependency) -> int:
        return link.lag if link.lag_percent is None else link.lag_percent

    def _finish_to_start(self) -> Measure:
        if not self.links:
            return _unknown("finish_to_start", 4, "%", MOST, "no_links", at_least=True)
        others = [link for link in self.links if link.type != "FS"]
        share = 100 * (len(self.links) - len(others)) / len(self.links)
        return _judged("finish_to_start", 4, share, "%", MOST, self._ends(others), len(self.links), at_least=True)

    def _length(self, task: Task) -> int:
        """Working minutes, of elapsed durations too."""
        if not task.elapsed:
            return self.schedule.duration(task.id)
        start, finish = self.schedule.start_minutes(task.id), self.schedule.finish_minutes(task.id)
        return self.schedule.calendar().between(start, finish)

    def _is_bare(self, task: Task) -> bool:
        return self.schedule.duration(task.id) > 0 and not task.fixed_cost and not self.project.assignments(task.id)

    def _invalid_dates(self) -> Measure:
        if self.morning is None or self.night is None:
            return _unknown("invalid_dates", 9, "count", 0, "no_status_date")
        morning, night = self.morning, self.night

        def wrong(task: Task) -> bool:
            actual = (task.actual_start, task.actual_finish)
            if any(moment is not None and moment > night for moment in actual):
                return True
            dates = self.schedule.of(task.id)
            early = task.actual_start is None and not task.percent_complete and dates.start < morning
            return not self._done(task) and (early or dates.finish < morning)

        return self._none("invalid_dates", 9, filter(wrong, self.all), self.all)

    def _due(self) -> list[Task]:
        """Finished or not: what the baseline wanted finished by the status date."""
        night = self.night
        return [task for task in self.all if night and task.id in self.agreed and self.agreed[task.id] <= night]

    def _no_due(self) -> str:
        if not self.agreed:
            return "no_baseline"
        return "nothing_due" if self.night else "no_status_date"

    def _missed(self) -> Measure:
        due = self._due()
        if not due:
            return _unknown("missed", 11, "%", FEW, self._no_due())
        late = tuple(task.id for task in due if self.schedule.of(task.id).finish > self.agreed[task.id])
        return _judged("missed", 11, 100 * len(late) / len(due), "%", FEW, late, len(due))

    def _critical_path(self) -> Measure:
        limit = PUSH * INDEX
        task = self._to_lengthen()
        if task is None:
            return _unknown("critical_path", 12, "days", limit, "no_critical_task", at_least=True)
        more = PUSH * (1440 if task.elapsed else self.day)
        left = None if task.remaining_duration is None else task.remaining_duration + more
        copy = self.project.snapshot()
        copy.put("task", task.id, replace(task, duration=task.duration + more, remaining_duration=left))
        before, after = to_minutes(self.schedule.finish), to_minutes(calculate(copy).finish)
        if task.elapsed:
            moved = (after - before) / 1440
        else:
            moved = self.schedule.calendar(task.id).between(before, after) / self.day
        return _judged("critical_path", 12, moved, "days", limit, (task.id,), 1, at_least=True)

    def _to_lengthen(self) -> Task | None:
        """The earliest critical task that is not begun and whose duration is what moves it."""
        fit = [
            task for task in self.open
            if task.id in self.schedule.critical_ids and task.duration and not task.milestone
            and not task.percent_complete and task.actual_start is None and not self.schedule.goes_by_people(task.id)
        ]  # fmt: skip
        return min(fit, key=lambda task: self.schedule.start_minutes(task.id), default=None)

    def _cpli(self) -> Measure:
        """Working time left, plus what the agreed finish leaves, over working time left."""
        agreed = [self.agreed[task.id] for task in self.all if task.id in self.agreed]
        if not agreed:
            return _unknown("cpli", 13, "index", INDEX, "no_baseline", at_least=True)
        calendar, finish = self.schedule.calendar(), to_minutes(self.schedule.finish)
        length = calendar.between(to_minutes(self.night or self.schedule.start), finish)
        if length <= 0 or not self.open:
            return _unknown("cpli", 13, "index", INDEX, "no_length", at_least=True)
        spare = calendar.between(finish, to_minutes(max(agreed)))
        return _judged("cpli", 13, (length + spare) / length, "index", INDEX, (), len(agreed), at_least=True)

    def _bei(self) -> Measure:
        due = self._due()
        if not due:
            return _unknown("bei", 14, "index", INDEX, self._no_due(), at_least=True)
        done = len(self.all) - len(self.open)
        late = tuple(task.id for task in due if not self._done(task))
        return _judged("bei", 14, done / len(due), "index", INDEX, late, len(due), at_least=True)

    def _dangling(self, links: Callable[[str], list[Dependency]], loose: tuple[str, ...]) -> list[Task]:
        return [
            task for task in self.open
            if self.schedule.duration(task.id) and links(task.id) and all(x.type in loose for x in links(task.id))
        ]  # fmt: skip


def _judged(  # noqa: PLR0917
    key: str, number: int, value: float, unit: str, limit: float, tasks: tuple[str, ...], counted: int,
    *, at_least: bool = False,
) -> Measure:  # fmt: skip
    good = value >= limit if at_least else value <= limit
    return Measure(key, number, value, unit, limit, at_least, PASS if good else FAIL, tasks, counted)


def _unknown(key: str, number: int, unit: str, limit: float, reason: str, *, at_least: bool = False) -> Measure:
    return Measure(key, number, None, unit, limit, at_least, NOT_ASSESSED, reason=reason)
