"""Calendars, network calculation and what can be said about dates: pure, and never stored.

``schedule(project)`` gives a :class:`Schedule`; ``schedule.of(task_id)`` gives :class:`TaskDates`.
"""

from desktop.domain.scheduling.bands import STANDARD_WEEK, format_bands, parse_bands
from desktop.domain.scheduling.calendar_book import compile_calendar, require_working_time
from desktop.domain.scheduling.calendars import WorkCalendar, standard_calendar
from desktop.domain.scheduling.clock import to_datetime, to_minutes
from desktop.domain.scheduling.engine import schedule
from desktop.domain.scheduling.findings import ScheduleWarning
from desktop.domain.scheduling.result import Schedule, TaskDates

__all__ = [
    "STANDARD_WEEK",
    "Schedule",
    "ScheduleWarning",
    "TaskDates",
    "WorkCalendar",
    "compile_calendar",
    "format_bands",
    "parse_bands",
    "require_working_time",
    "schedule",
    "standard_calendar",
    "to_datetime",
    "to_minutes",
]
