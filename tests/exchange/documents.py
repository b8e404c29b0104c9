"""Small files of Microsoft Project for tests, and records compared without their ids."""

from __future__ import annotations

import dataclasses
import itertools
from pathlib import Path
from typing import Any

from desktop.domain.imports import Imported
from desktop.domain.plan import Calendar, Task
from desktop.domain.project import Project
from desktop.exchange.mspdi import read_mspdi

STANDARD = """<Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
<BaseCalendarUID>-1</BaseCalendarUID><WeekDays>{}</WeekDays></Calendar>""".format(
    "<WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>"
    + "".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>1</DayWorking><WorkingTimes>"
        "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
        "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"
        for day in range(2, 7)
    )
    + "<WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay>"
)


def document(
    tasks: str = "", *, head: str = "", calendars: str = STANDARD, resources: str = "", assignments: str = ""
) -> str:
    """A whole file that starts on Monday 2026-06-01 at 08:00."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion><Title>Plan</Title>
<StartDate>2026-06-01T08:00:00</StartDate><CurrencyCode>EUR</CurrencyCode><CalendarUID>1</CalendarUID>{head}
<Calendars>{calendars}</Calendars><Tasks>{tasks}</Tasks><Resources>{resources}</Resources>
<Assignments>{assignments}</Assignments></Project>"""


def task(uid: int, name: str = "", days: float = 1, level: int = 1, more: str = "") -> str:
    """A Task element."""
    return (
        f"<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name or f'T{uid}'}</Name><OutlineLevel>{level}</OutlineLevel>"
        f"<Duration>PT{days * 8:g}H0M0S</Duration><DurationFormat>7</DurationFormat>{more}</Task>"
    )


def base_calendar(uid: int, *bands: str, days: range = range(2, 7)) -> str:
    """A Calendar element; Sunday is day 1, bands are such as ``08:00-12:00``."""
    times = "".join(
        f"<WorkingTime><FromTime>{band[:5]}:00</FromTime><ToTime>{band[6:]}:00</ToTime></WorkingTime>" for band in bands
    )
    week = "".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>1</DayWorking><WorkingTimes>{times}</WorkingTimes></WeekDay>"
        if day in days
        else f"<WeekDay><DayType>{day}</DayType><DayWorking>0</DayWorking></WeekDay>"
        for day in range(1, 8)
    )
    return (
        f"<Calendar><UID>{uid}</UID><Name>C{uid}</Name><IsBaseCalendar>1</IsBaseCalendar>"
        f"<BaseCalendarUID>-1</BaseCalendarUID><WeekDays>{week}</WeekDays></Calendar>"
    )


def resource(uid: int, calendar: int = 1, kind: int = 1, more: str = "") -> str:
    """A Resource element; kind 1 works, 0 is material."""
    return (
        f"<Resource><UID>{uid}</UID><ID>{uid}</ID><Name>R{uid}</Name><Type>{kind}</Type>"
        f"<CalendarUID>{calendar}</CalendarUID>{more}</Resource>"
    )


def assignment(uid: int, task: int, resource: int, hours: float, *, units: float = 1, more: str = "") -> str:
    """An Assignment element; resource -65535 is nobody."""
    return (
        f"<Assignment><UID>{uid}</UID><TaskUID>{task}</TaskUID><ResourceUID>{resource}</ResourceUID>"
        f"<Units>{units}</Units><Work>PT{hours:g}H0M0S</Work>{more}</Assignment>"
    )


def worked(text: str, kind: int = 1) -> str:
    """TimephasedData of hours by period: ``06-01 08:00/06-02 08:00=8`` and more, with semicolons between."""
    made = []
    for period in text.split("; "):
        span, hours = period.split("=")
        start, finish = (moment.replace(" ", "T") for moment in span.split("/"))
        made.append(
            f"<TimephasedData><Type>{kind}</Type><UID>1</UID><Start>2026-{start}:00</Start>"
            f"<Finish>2026-{finish}:00</Finish><Unit>2</Unit><Value>PT{hours}H0M0S</Value></TimephasedData>"
        )
    return "".join(made)


def link(uid: int, kind: int = 1, lag: int = 0, unit: int = 7) -> str:
    """A PredecessorLink element."""
    return (
        f"<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>{kind}</Type>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{unit}</LagFormat></PredecessorLink>"
    )


def read(folder: Path, text: str | bytes, name: str = "plan.xml") -> Imported:
    """What reading ``text`` yields; ids count 1, 2, 3 ..."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    numbers = itertools.count(1)
    return read_mspdi(path, lambda: f"id{next(numbers)}")


def tasks_of(imported: Imported) -> dict[int | None, Task]:
    """Tasks by their number in the file."""
    return {item.source_uid: item for item in imported.records if isinstance(item, Task)}


def calendars_of(project: Project) -> dict[str, Calendar]:
    """Calendars by name."""
    return {item.name: item for item in project.table(Calendar).values()}


def said(imported: Imported, kind: str) -> dict[str, tuple[str, ...]]:
    """Findings of one kind: sentence and the names that go with it."""
    return {finding.sentence: finding.items for finding in imported.findings if finding.kind == kind}


def comparable(imported: Imported, *, without: frozenset[str] = frozenset()) -> dict[str, dict[str, Any]]:
    """Records by what they are in the file, with links named likewise, so that two readings can be equal."""
    names: dict[str, str] = {}
    for item in imported.records:
        number = getattr(item, "source_uid", None) if item.info.key != "baseline" else item.number
        names[item.id] = f"{item.info.key} {item.name_text if number is None else number}"

    def plain(value: Any) -> Any:
        if isinstance(value, str):
            return names.get(value, value)
        if isinstance(value, tuple):
            return [plain(part) for part in value]
        if dataclasses.is_dataclass(value):
            return {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
        return value

    found: dict[str, dict[str, Any]] = {}
    for item in imported.records:
        facts = {spec: plain(getattr(item, spec)) for spec in item.info.specs if spec not in without}
        if item.info.key == "dependency":
            found[f"{facts['predecessor']} → {facts['successor']} {facts['type']}"] = facts
        else:
            found[names[item.id]] = facts
    return found
