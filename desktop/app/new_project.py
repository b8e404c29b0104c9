"""The records that a project begins with, and who edits it."""

from __future__ import annotations

import datetime as dt
import getpass

from desktop.domain.changes import Transaction
from desktop.domain.people import Client
from desktop.domain.plan import Calendar, CalendarException, ProjectProfile, WeekDay
from desktop.domain.project import Project
from desktop.domain.scheduling.holidays import CHINA_PACK, china_exceptions, china_version, china_years
from desktop.domain.templates import lay_out, templates
from desktop.i18n import tr, words
from desktop.views.program import CHINA, NewProject

START_OF_WORK = dt.time(8)
WORKING_DAY = "08:00-12:00 13:00-17:00"


def person() -> str:
    """Who edits, where the settings do not say: the name of the account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""


def new_project(answers: NewProject, author: str) -> Project:
    """The records that a project begins with: its calendar, its client, itself."""
    tx = Transaction(Project(), now=dt.datetime.now().replace(microsecond=0), author=author)
    name = tr("Standard week")
    exceptions: tuple[CalendarException, ...] = ()
    holidays = ""
    if answers.calendar == CHINA:
        name = tr("Mainland China with holidays")
        exceptions = china_exceptions(china_years(), words().language)
        holidays = f"{CHINA_PACK} {china_version()}"
    week = tuple(WeekDay(weekday=day, bands=WORKING_DAY if day < 5 else "") for day in range(7))
    calendar = tx.add(Calendar, name=name, week=week, exceptions=exceptions, holidays=holidays)
    client = None
    if answers.client:
        client = tx.add(Client, name=answers.client, report_language=answers.report_language).id
    start = dt.datetime.combine(answers.start, START_OF_WORK)
    profile = tx.add(
        ProjectProfile, name=answers.name, client=client, start=start, calendar=calendar.id, currency=answers.currency
    )
    template = next((item for item in templates() if item.key == answers.template), None)
    if template is not None:
        lay_out(tx, template, words().language, profile.minutes_per_day)
    return tx.project
