"""Synthetic plans of any size for the benchmarks, equal for equal arguments.

Like real ones in what costs time: 11 % summary rows, 1.55 links per activity of all four types with
lags and leads, holidays, about 14 months from start to finish however many activities there are.
"""

from __future__ import annotations

import datetime as dt
import random

from desktop.domain.plan import (
    Assignment,
    Calendar,
    CalendarException,
    Dependency,
    ProjectProfile,
    Resource,
    Task,
    WeekDay,
)
from desktop.domain.project import RANK_STEP, Project
from desktop.domain.record import Record

START = dt.datetime(2026, 1, 5, 8)
GROUP = 9
"""Activities under one summary: one summary to nine activities makes about 11 %."""
DEPTH = 60
"""Activities that follow each other; with five days each on average this makes 14 months."""
LINKS = 1.55
DURATIONS = (480, 960, 1440, 2400, 2400, 2880, 4800)
LAGS = (*[0] * 12, 480, 960, -480)
"""One link in five has a lag or a lead."""

DAY_SHIFT, TWO_SHIFTS, NIGHT_SHIFT, ALL_DAYS = (
    "08:00-12:00 13:00-17:00", "06:00-14:00 14:00-22:00", "22:00-06:00", "00:00-24:00"
)  # fmt: skip


def make_calendars(count: int = 1) -> list[Calendar]:
    """Up to four calendars: office, two shifts, six short days, night shift; each with holidays."""
    holidays = tuple(
        CalendarException(name=f"Holiday {year}-{month}", start=dt.date(year, month, 1), finish=dt.date(year, month, 3))
        for year in range(2026, 2029)
        for month in (1, 5, 10)
    )
    weeks = [(DAY_SHIFT, 5), (TWO_SHIFTS, 6), ("09:00-12:00 13:00-16:00", 6), (NIGHT_SHIFT, 5)]
    return [
        Calendar(
            id=f"cal{number}", number=number + 1, name=f"Calendar {number + 1}", exceptions=holidays,
            week=tuple(WeekDay(weekday=day, bands=bands if day < days else "") for day in range(7)),
        )
        for number, (bands, days) in enumerate(weeks[:count])
    ]  # fmt: skip


def make_plan(activities: int, calendars: int = 1, seed: int = 1, depth: int = DEPTH) -> Project:
    """A plan of ``activities`` activities and their summaries.

    ``calendars`` from 1 to 4 are dealt out at random; ``depth`` is how many activities follow each
    other: ``make_plan(n, depth=n)`` is one chain, of a day each, 44 years long for ten thousand.
    """
    random_ = random.Random(seed)
    records: list[Record] = [
        ProjectProfile(id="project", number=1, name=f"{activities} activities", start=START, calendar="cal0"),
        *make_calendars(calendars),
    ]
    summaries = 0
    for index in range(activities):
        rank = (index + 1) * RANK_STEP
        if index % GROUP == 0:
            summaries += 1
            records.append(Task(id=f"s{summaries}", number=index + summaries, name=f"Phase {summaries}", rank=rank))
        own = f"cal{random_.randrange(calendars)}" if calendars > 1 else None
        records.append(
            Task(
                id=f"t{index}", number=index + summaries + 1, name=f"Activity {index}", parent=f"s{summaries}",
                rank=rank, duration=480 if depth >= activities else random_.choice(DURATIONS),
                calendar=None if own == "cal0" else own,
            )
        )  # fmt: skip
    records += _links(activities, min(depth, activities), random_)
    return Project(records)


def _links(activities: int, depth: int, random_: random.Random) -> list[Record]:
    """Each activity follows the one before it in its stream, and some one of another stream."""
    streams = max(1, activities // depth)
    found: list[Record] = []

    def link(p: int, s: int) -> None:
        roll = random_.random()
        kind = "FS" if roll < 0.8 else "SS" if roll < 0.9 else "FF" if roll < 0.97 else "SF"
        lag = random_.choice(LAGS) if kind != "SF" else 0
        number = len(found) + 1
        found.append(
            Dependency(id=f"d{number}", number=number, predecessor=f"t{p}", successor=f"t{s}", type=kind, lag=lag)
        )

    for index in range(activities):
        stream, step = index // depth, index % depth
        if step and stream < streams:
            link(index - 1, index)
        elif step:
            link(index - 1 if random_.random() < 0.9 else random_.randrange(index), index)
        if index and random_.random() < LINKS - 1 + 1 / depth:
            other = random_.randrange(streams)
            earlier = other * depth + random_.randrange(step) if step else -1
            if 0 <= earlier < activities and earlier != index - 1:
                link(earlier, index)
    return found


PEOPLE = 60


def make_rich_plan(activities: int, seed: int = 1) -> Project:
    """As :func:`make_plan` with four calendars, everybody busy, and what real plans have besides.

    Nine activities of ten have people on them, one in three of those by their work, so that its dates follow from
    the calendar of the person; of the first tenth some are in progress; some have constraints and deadlines. All
    streams begin with the first activity, from which nearly every date follows therefore.
    """
    random_, project = random.Random(seed), make_plan(activities, 4, seed)
    for number in range(1, PEOPLE + 1):
        person = Resource(
            id=f"r{number}", number=number, name=f"Person {number}", standard_rate=6000 + 100 * number,
            max_units=400, calendar=f"cal{number % 3}" if number % 4 == 0 else None,
        )  # fmt: skip
        project.put("resource", person.id, person)
    for first in range(DEPTH, activities, DEPTH):
        begin = Dependency(id=f"k{first}", number=3 * activities + first, predecessor="t0", successor=f"t{first}")
        project.put("dependency", begin.id, begin)
    for index in range(activities):
        task = project.get(Task, f"t{index}")
        task = task.replace(ignore_resource_calendar=task.calendar == "cal3")  # nobody's day is at night
        if random_.random() < 0.9:
            given = Assignment(
                id=f"a{index}", number=index + 1, task=task.id, resource=f"r{random_.randint(1, PEOPLE)}",
                work=task.duration if random_.random() < 1 / 3 else None,
            )  # fmt: skip
            project.put("assignment", given.id, given)
        step = index % DEPTH
        if 0 < step < DEPTH // 10 and index % 3 == 0 and random_.random() < 0.5:
            task = task.replace(percent_complete=25, actual_start=START)
        elif random_.random() < 0.02:
            task = task.replace(constraint="snet", constraint_date=START + dt.timedelta(days=7 * step))
        elif random_.random() < 0.05:
            task = task.replace(deadline=START + dt.timedelta(days=14 * step))
        project.put("task", task.id, task)
    return project
