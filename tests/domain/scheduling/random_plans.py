"""Hypothesis strategies for whole plans: small, but with everything a plan can hold.

A normal run tries a few plans, so that the tests of the domain stay quick. To search for mistakes:
``PILOTAGE_EXAMPLES=5000 pytest --hypothesis-profile=default tests/domain/scheduling``.
"""

from __future__ import annotations

import datetime as dt
import os
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from desktop.domain.plan import Assignment, Calendar, CalendarException, Dependency, Resource, Split, Task, WorkWeek
from desktop.domain.project import Project
from desktop.domain.record import Record
from tests.domain.scheduling.building import MONDAY, OFFICE, calendar, project

examples = settings(max_examples=int(os.environ.get("PILOTAGE_EXAMPLES", "15")), deadline=None)
BANDS = ("", OFFICE, "00:00-24:00", "22:00-06:00", "07:30-11:45", "06:00-14:00 14:00-22:00", "00:00-03:00 23:00-24:00")
MOMENTS = st.integers(-30 * 1440, 60 * 1440).map(lambda minutes: MONDAY + dt.timedelta(minutes=minutes))
DURATIONS = st.sampled_from((0, 0, 1, 60, 480, 480, 960, 1440, 2400, 4321))
LAGS = st.sampled_from((0, 0, 0, 480, -480, 37, 960, -2400))
SPLITS = (
    Split(start=MONDAY, finish=MONDAY + dt.timedelta(hours=4)),
    Split(start=MONDAY + dt.timedelta(days=1), finish=MONDAY + dt.timedelta(days=2)),
)
DAYS = st.integers(0, 40).map(lambda days: dt.date(2026, 5, 25) + dt.timedelta(days=days))


@st.composite
def exceptions(draw: st.DrawFn) -> CalendarException:
    start = draw(DAYS)
    return CalendarException(
        start=start,
        finish=start + dt.timedelta(days=draw(st.integers(0, 5))),
        bands=draw(st.sampled_from(BANDS)),
        recurrence=draw(st.sampled_from(("", "", "FREQ=WEEKLY;BYDAY=SA", "FREQ=DAILY;INTERVAL=3"))),
    )


@st.composite
def calendars(draw: st.DrawFn) -> list[Calendar]:
    """``one`` is an office week; ``two`` may be anything that works; ``three`` is derived from ``one``."""
    one = calendar("one", OFFICE, 5, *draw(st.lists(exceptions(), max_size=2)))
    shift, days = draw(st.sampled_from(BANDS[1:])), draw(st.integers(1, 7))
    two = calendar("two", shift, days, *draw(st.lists(exceptions(), max_size=2)))
    three = Calendar(
        id="three", name="three", base="one", exceptions=tuple(draw(st.lists(exceptions(), max_size=1))),
        work_weeks=(WorkWeek(start=dt.date(2026, 6, 8), finish=dt.date(2026, 6, 14), weekday=2, bands="10:00-11:00"),),
    )  # fmt: skip
    return [one, two, three]


def task_fields(simple: bool) -> dict[str, st.SearchStrategy[Any]]:
    """Field strategies; ``simple`` leaves out what fixes dates or pulls against the links."""
    fields: dict[str, st.SearchStrategy[Any]] = {"duration": DURATIONS}
    if not simple:
        moment = st.none() | MOMENTS
        rarely = st.sampled_from((False, False, False, False, True))
        fields |= {
            "duration_unit": st.sampled_from(("d", "d", "d", "ed")),
            "constraint": st.sampled_from(("asap", "asap", "snet", "snlt", "fnet", "fnlt", "mso", "mfo", "alap")),
            "constraint_date": MOMENTS,
            "pinned": rarely,
            "deadline": moment,
            "mode": st.sampled_from(("auto", "auto", "auto", "manual")),
            "manual_start": moment,
            "manual_finish": moment,
            "actual_start": st.none() | moment,
            "actual_finish": st.none() | st.none() | moment,
            "percent_complete": st.integers(0, 100),
            "remaining_duration": st.none() | DURATIONS,
            "active": rarely.map(lambda value: not value),
            "level_of_effort": rarely,
            "levelling_delay": st.sampled_from((0, 0, 0, 600)),
            "task_type": st.sampled_from(("fixed_units", "fixed_work", "fixed_duration")),
            "splits": st.sampled_from(((), (), SPLITS)),
        }
    return fields


def crews(ids: list[str]) -> st.SearchStrategy[list[Record]]:
    """Two people, one of them with other hours, and what they have to do."""
    people = [
        Resource(id="R1", name="R1", calendar="two"),
        Resource(id="R2", name="R2"),
    ]
    facts = st.fixed_dictionaries(
        {
            "task": st.sampled_from(ids),
            "resource": st.sampled_from(("R1", "R2", "gone")),
            "units": st.sampled_from((100, 50, 0)),
            "work": st.sampled_from((None, 480, 960, 77)),
            "actual_work": st.sampled_from((None, 100)),
            "delay": st.sampled_from((0, 0, 480)),
        }
    )
    return st.lists(facts, max_size=4).map(
        lambda drawn: [*people, *(Assignment(id=f"as{number}", **one) for number, one in enumerate(drawn))]
    )


def links(ids: list[str], forward_only: bool, types: tuple[str, ...] = ("FS", "FS", "SS", "FF", "SF")) -> Any:
    """Lists of dependencies among ``ids``; with ``forward_only`` from earlier to later ones."""

    ends = st.tuples(st.integers(0, len(ids) - 1), st.integers(0, len(ids) - 1))
    facts = st.fixed_dictionaries(
        {
            "type": st.sampled_from(types),
            "lag": LAGS,
            "lag_unit": st.sampled_from(("d", "d", "ed")),
            "lag_percent": st.sampled_from((None, None, None, 50, -25)),
        }
    )

    def make(number: int, pair: tuple[int, int], kind: dict[str, Any]) -> Dependency:
        first, second = sorted(pair) if forward_only else pair
        return Dependency(id=f"link{number}", number=number, predecessor=ids[first], successor=ids[second], **kind)

    return st.lists(st.tuples(ends, facts), max_size=2 * len(ids)).map(
        lambda drawn: [make(number, *one) for number, one in enumerate(drawn, 1) if one[0][0] != one[0][1]]
    )


@st.composite
def plans(draw: st.DrawFn, *, simple: bool = False, one_calendar: bool = False, **options: Any) -> Project:
    """A project of up to nine tasks in up to three levels."""
    fields = task_fields(simple)
    records: list[Record] = [] if one_calendar else list(draw(calendars()))
    tasks: list[Task] = []
    for number in range(draw(st.integers(1, 9))):
        parents = [None, None, *(item.id for item in tasks[-3:])]
        facts = {name: draw(strategy) for name, strategy in fields.items()}
        own = None if one_calendar else draw(st.sampled_from((None, None, "one", "two", "three", "gone")))
        tasks.append(
            Task(
                id=f"T{number}", number=number, name=f"T{number}", rank=number,
                parent=draw(st.sampled_from(parents)), calendar=own, **facts,
            )
        )  # fmt: skip
    ids = [item.id for item in tasks]
    if not simple:
        records += draw(crews(ids))
    profile: dict[str, Any] = {"calendar": None if one_calendar else draw(st.sampled_from((None, "one", "two")))}
    if not simple:
        profile |= {
            "constraint_rule": draw(st.sampled_from(("soft", "pinned"))),
            "progress_rule": draw(st.sampled_from(("as_planned", "retained", "override"))),
            "lag_calendar": draw(st.sampled_from(("successor", "predecessor", "project", "elapsed"))),
            "critical_rule": draw(st.sampled_from(("total_float", "longest_path"))),
            "status_date": draw(st.none() | DAYS),
        }
    return project(*records, *tasks, *draw(links(ids, options.pop("forward_only", simple), **options)), **profile)
