"""Variances and earned value for scripts: what ``pilotage variance`` and ``earned-value`` print with ``--json``.

Moments are local ISO times to the minute, times are working minutes, money is in the minor units of the currency.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from desktop.domain.earned_value import Curve, EarnedSchedule, EarnedValue, Performance
from desktop.domain.plan import BaselineTask
from desktop.domain.project import Project
from desktop.domain.variance import Comparison, Variance
from desktop.exchange.mspdi import task_numbers

_FIGURES = ("bac", "pv", "ev", "ac", "sv", "cv", "spi", "cpi", "eac", "eac_planned", "eac_both", "etc", "vac", "tcpi")
_IN_TIME = ("es", "at", "pd", "sv", "spi", "tspi", "ieac")
_SERIES = ("planned", "earned", "actual", "forecast")


def variance_document(project: Project, found: Comparison) -> dict[str, Any]:
    """``{"baseline": …, "against": …, "whole": …, "tasks": […]}``, ready for JSON."""
    numbers, outline = task_numbers(project), project.outline
    tasks = []
    for one in found.tasks:
        row = outline.row.get(one.task)
        tasks.append(
            {
                "uid": numbers.get(one.task), "wbs": None if row is None else outline.wbs[row], "name": one.name,
                "summary": one.task in found.summaries, "change": one.kind, **_variance(one),
            }
        )  # fmt: skip
    return {
        "baseline": found.before.name,
        "against": found.after.name if found.after else None,
        "whole": _variance(found.whole),
        "tasks": tasks,
    }


def _variance(one: Variance) -> dict[str, Any]:
    return {
        "before": _state(one.before), "after": _state(one.after), "start_variance_minutes": one.start,
        "finish_variance_minutes": one.finish, "duration_variance_minutes": one.duration,
        "work_variance_minutes": one.work, "cost_variance": one.cost,
    }  # fmt: skip


def _state(row: BaselineTask | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "start": _time(row.start), "finish": _time(row.finish), "duration_minutes": row.duration,
        "work_minutes": row.work or 0, "cost": row.cost or 0,
    }  # fmt: skip


def earned_value_document(project: Project, found: Performance, curve: Curve) -> dict[str, Any]:
    """``{"status_date": …, "basis": …, "project": …, "schedule": …, "curve": […], "tasks": […]}``, ready for JSON."""
    numbers, timed = task_numbers(project), curve.earned_schedule()
    return {
        "status_date": found.status.isoformat(),
        "baseline": found.baseline.name,
        "basis": found.basis,
        "basis_wanted": found.wanted,
        "project": _figures(found.of()),
        "schedule": _timed(timed, curve) if timed else None,
        "curve": {
            "period": curve.period,
            "edges": [edge.isoformat() for edge in curve.edges],
            "cumulative": {name: list(getattr(curve, name)) for name in _SERIES},
            "steps": {name: list(curve.steps(name)) for name in _SERIES},
        },
        "tasks": [
            {"uid": numbers[identity], "wbs": project.wbs(identity), **_figures(found.of(identity))}
            for identity in project.outline.order
            if identity in found.schedule
        ],
        "without_budget": [numbers[identity] for identity in found.unplanned if identity in numbers],
    }


def _figures(found: EarnedValue) -> dict[str, Any]:
    return {name: getattr(found, name) for name in _FIGURES}


def _timed(found: EarnedSchedule, curve: Curve) -> dict[str, Any]:
    return {"unit": curve.period} | {name: getattr(found, name) for name in _IN_TIME}


def _time(moment: dt.datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment is not None else None
