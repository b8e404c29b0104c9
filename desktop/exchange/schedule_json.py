"""Computed dates for scripts: what ``pilotage schedule FILE --json`` prints.

Moments are local ISO times to the minute, amounts are working minutes. The row of the whole project is
listed where the file that was imported has one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.imports import Finding
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.recorded import compare_recorded
from desktop.domain.scheduling import Schedule, to_datetime
from desktop.domain.scheduling.findings import describe
from desktop.domain.scheduling.in_force import source_of_dates
from desktop.exchange.mspdi import span_of, task_numbers, whole_project_dates
from desktop.i18n import Words


def schedule_document(
    project: Project, schedule: Schedule, words: Words, findings: Sequence[Finding] = ()
) -> dict[str, Any]:
    """``{"project": …, "tasks": […], "warnings": […], "findings": […]}``, ready for JSON."""
    numbers = task_numbers(project)
    rows = _tasks(project, schedule, numbers)
    whole = whole_project_dates(project.profile)
    if whole is not None:
        rows.insert(0, _whole(project, schedule, whole))
    return {
        "project": _project(project, schedule) | {"tasks": len(rows)},
        "tasks": rows,
        "warnings": [
            {
                "code": warning.code,
                "text": describe(warning, project, words),
                "tasks": [
                    numbers[identity] for identity in warning.circle or warning.tasks.values() if identity in numbers
                ],
            }
            for warning in schedule.warnings
        ],
        "findings": [
            {"kind": finding.kind, "text": finding.text(words), "items": list(finding.items)} for finding in findings
        ],
    }


def _project(project: Project, schedule: Schedule) -> dict[str, Any]:
    profile = project.profile
    return {
        "name": profile.name,
        "start": _time(schedule.start),
        "finish": _time(schedule.finish),
        "status_date": profile.status_date.isoformat() if profile.status_date else None,
        "schedule_from": profile.schedule_from,
        "constraint_rule": profile.constraint_rule,
        "progress_rule": profile.progress_rule,
        "lag_calendar": profile.lag_calendar,
        "float_rule": profile.float_rule,
        "critical_rule": profile.critical_rule,
        "critical_limit_minutes": profile.critical_limit,
        "near_critical_limit_minutes": profile.near_critical_limit,
        "dates": source_of_dates(schedule),
        "dates_that_differ": len(compare_recorded(project, schedule)),
    }


def _tasks(project: Project, schedule: Schedule, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """One row for each task. By row and not by task: what else ``Schedule.of`` knows would take most of the time."""
    outline, summaries, made = project.outline, project.is_summary, []
    tasks, row_of, text = project.table(Task), schedule.row, _Texts()
    starts, finishes, early, late = schedule.starts, schedule.finishes, schedule.early_dates, schedule.late_dates
    total, free, critical = schedule.total_floats, schedule.free_floats, schedule.critical_rows
    for identity, wbs in zip(outline.order, outline.wbs, strict=True):
        task, row = tasks[identity], row_of[identity]
        early_start, early_finish = early[row]
        late_start, late_finish = late[row]
        made.append(
            {
                "uid": numbers[identity],
                "wbs": wbs,
                "name": task.name,
                "summary": summaries(identity),
                "milestone": task.milestone,
                "start": text[starts[row]],
                "finish": text[finishes[row]],
                "early_start": text[early_start],
                "early_finish": text[early_finish],
                "late_start": text[late_start],
                "late_finish": text[late_finish],
                "total_float_minutes": total[row],
                "free_float_minutes": free[row],
                "critical": bool(critical[row]),
                "recorded_start": _time(task.recorded_start),
                "recorded_finish": _time(task.recorded_finish),
            }
        )
    return made


class _Texts(dict[int, str]):
    """Moments as they are printed, each made once: many tasks begin when others end."""

    def __missing__(self, minute: int) -> str:
        found = self[minute] = to_datetime(minute).isoformat(timespec="minutes")
        return found


def _whole(
    project: Project, schedule: Schedule, recorded: tuple[dt.datetime | None, dt.datetime | None]
) -> dict[str, Any]:
    """The project as a row: it ends when it ends, so it has float only where that is too late."""
    start, finish = map(_time, span_of(project, schedule))
    return {
        "uid": 0, "wbs": "0", "name": project.profile.name, "summary": True, "milestone": False,
        "start": start, "finish": finish, "early_start": start, "early_finish": finish,
        "late_start": start, "late_finish": finish,
        "total_float_minutes": min(0, *schedule.total_floats, 0), "free_float_minutes": 0, "critical": True,
        "recorded_start": _time(recorded[0]), "recorded_finish": _time(recorded[1]),
    }  # fmt: skip


def _time(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment is not None else None
