"""A plan as the client may see it: working time goes along, so that lengths are those of the team."""

from __future__ import annotations

import datetime as dt

from desktop.domain.agreed import Agreed
from desktop.domain.plan import Calendar, CalendarException, WorkWeek
from desktop.domain.record import CLIENT
from desktop.domain.scheduling import schedule
from tests.domain.scheduling.building import DAY, at, calendar, project, task

OFF = CalendarException(
    name="Surgery of the foreman", start=dt.date(2026, 6, 2), finish=dt.date(2026, 6, 3), source="user"
)


def test_working_time_goes_to_the_client_without_the_names_of_its_exceptions() -> None:
    short = WorkWeek(name="Strike", start=dt.date(2026, 7, 6), finish=dt.date(2026, 7, 10), weekday=0, bands="")
    office = calendar("office").replace(exceptions=(OFF,), work_weeks=(short,))
    facts = {"audience": CLIENT}
    whole = project(
        office, task("S", **facts), task("A", 3, parent="S", **facts),
        calendar="office", progress_rule="as_planned", **facts,
    )  # fmt: skip
    # Three days from Monday, without Tuesday and Wednesday: Monday, Thursday, Friday.
    theirs = schedule(whole)
    assert (theirs.of("A").finish, theirs.of("S").duration) == (at("06-05 17:00"), 3 * DAY)
    shown = Agreed(whole, theirs, CLIENT)
    assert not shown.held
    assert (shown.schedule.of("A").finish, shown.schedule.of("S").duration) == (at("06-05 17:00"), 3 * DAY)
    released = shown.project.get(Calendar, "office")
    assert released.week == office.week
    assert [(each.start, each.finish) for each in released.exceptions] == [(OFF.start, OFF.finish)]
    assert not any(part.name for part in (*released.exceptions, *released.work_weeks))
