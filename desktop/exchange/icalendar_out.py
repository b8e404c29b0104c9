"""Dates for a calendar program (.ics): milestones, meetings, due actions, follow-ups and, if wished, tasks.

Times are those of the wall clock where the project is (no time zone), days are whole days. Every entry keeps
its identity from one export to the next, so that a calendar which reads the file again moves its entries
rather than doubling them. Notes of any kind stay at home.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.clientview import released
from desktop.domain.communication import Action, Communication, Meeting
from desktop.domain.people import Person
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.record import TEAM, Record
from desktop.domain.scheduling import Schedule
from desktop.i18n import N_, Words
from desktop.publish import publish_bytes

MAKER = "-//Pilotage//Pilotage//EN"
HOME = "pilotage.invalid"
"""Behind the @ of an identity; by definition a name that nobody owns."""
USUAL_MEETING = 60
"""Minutes of a meeting whose length is not said."""
DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class _Entry:
    record: Record
    what: str
    """Which date of the record, for its identity."""
    title: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    """Exclusive."""
    place: str = ""
    detail: str = ""


def write_icalendar(
    project: Project,
    schedule: Schedule,
    target: Path,
    words: Words,
    *,
    now: dt.datetime,
    audience: str = TEAM,
    tasks: bool = False,
) -> None:
    """Write what ``audience`` may see to ``target``, whole or not at all; ``now`` is local time.

    With ``tasks``, tasks that have no parts are written beside the milestones. Finished actions, follow-ups
    that are done and inactive tasks are left out.
    """
    import icalendar

    shown = released(project, audience)
    book = icalendar.Calendar()
    book.add("prodid", MAKER)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", shown.profile.name)
    stamp = now.astimezone(dt.UTC).replace(microsecond=0)
    for entry in _entries(shown, schedule, words, tasks):
        made = icalendar.Event()
        made.add("uid", f"{entry.record.info.key}-{entry.record.id}-{entry.what}@{HOME}")
        made.add("dtstamp", stamp)
        made.add("dtstart", entry.start)
        made.add("dtend", entry.end)
        made.add("summary", _plain(entry.title))
        if entry.place:
            made.add("location", _plain(entry.place))
        made.add("description", _plain(f"{shown.profile.name} · {entry.record.code}\n{entry.detail}".strip()))
        if not isinstance(entry.start, dt.datetime):
            made.add("transp", "TRANSPARENT")  # a due date does not make anybody busy
        book.add_component(made)
    publish_bytes(target, book.to_ical())


def _entries(project: Project, schedule: Schedule, words: Words, tasks: bool) -> Iterator[_Entry]:
    for identity in project.outline.order:
        task = project.get(Task, identity)
        if not task.active:
            continue
        dates = schedule.of(identity)
        if task.milestone:
            day = dates.finish.date()
            yield _Entry(task, "milestone", f"◆ {task.name}", day, day + DAY)
        elif tasks and not project.is_summary(identity):
            yield _Entry(task, "task", task.name, dates.start.date(), dates.finish.date() + DAY)
    for meeting in project.table(Meeting).values():
        if meeting.starts_at is not None:
            length = dt.timedelta(minutes=meeting.duration or USUAL_MEETING)
            start = meeting.starts_at
            yield _Entry(meeting, "meeting", meeting.title, start, start + length, meeting.place)
    for action in project.table(Action).values():
        if action.is_open and action.due is not None:
            owner = project.find(Person, action.owner) if action.owner else None
            detail = words(N_("Owner: {name}"), name=owner.name) if owner else ""
            title = words(N_("Due: {title}"), title=action.title)
            yield _Entry(action, "due", title, action.due, action.due + DAY, detail=detail)
    for talk in project.table(Communication).values():
        if talk.follow_up is not None and not talk.follow_up_done:
            title = words(N_("Follow up: {title}"), title=talk.subject)
            yield _Entry(talk, "follow-up", title, talk.follow_up, talk.follow_up + DAY)


def _plain(text: str) -> str:
    """Without the control characters that no calendar may hold."""
    return "".join(sign for sign in text if sign == "\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
