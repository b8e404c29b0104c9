"""What a Gantt chart is told besides plan and schedule: worked out once for a state of the plan, never for a frame."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.charts.badges import Badge, register_badges
from desktop.charts.colouring import Colouring, colouring
from desktop.charts.gantt_options import MOST_BASELINES, NEWEST, GanttOptions
from desktop.domain.plan import Baseline, BaselineTask
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule
from desktop.i18n import Words


@dataclass(frozen=True, slots=True)
class GanttFacts:
    """Everything by task id."""

    baselines: tuple[Mapping[str, BaselineTask], ...] = ()
    """Drawn below the bars, the first uppermost."""
    baseline_names: tuple[str, ...] = ()
    colouring: Colouring | None = None
    """What the colours of bars stand for; None where they say what is critical."""
    badges: Mapping[str, tuple[Badge, ...]] = field(default_factory=dict)
    """What the registers say of tasks."""
    paths: Mapping[str, int] = field(default_factory=dict)
    """Number of the float path that a task lies on, where paths are shown."""
    overloaded: Callable[[str], bool] | None = None
    """Whether a task needs somebody who is needed too much."""


def facts_of(
    project: Project, schedule: Schedule, options: GanttOptions, words: Words, *,
    overloaded: Callable[[str], bool] | None = None, day: dt.date | None = None,
) -> GanttFacts:  # fmt: skip
    """What ``options`` want to be shown of ``project``. ``day`` is the present one where ``options`` show no today."""
    chosen = chosen_baselines(project, options)
    day = options.today.date() if options.today else day or project.profile.status_date
    now = options.today or (dt.datetime.combine(day + dt.timedelta(days=1), dt.time()) if day else None)
    return GanttFacts(
        tuple(baseline_by_task(each) for each in chosen),
        tuple(each.name for each in chosen),
        colouring(project, schedule, options.colour, words, status_of(project, now)),
        register_badges(project, day) if options.badges and day else {},
        overloaded=overloaded if options.overloads else None,
    )


def status_of(project: Project, today: dt.datetime | None) -> dt.datetime | None:
    """The end of the status date, so that all that happened on it lies before; ``today`` where there is none."""
    day = project.profile.status_date
    return today if day is None else dt.datetime.combine(day + dt.timedelta(days=1), dt.time())


def chosen_baselines(project: Project, options: GanttOptions) -> list[Baseline]:
    """The baselines that are wanted and there, each once."""
    found: dict[str, Baseline] = {}
    for wanted in options.baselines:
        one = project.baseline if wanted == NEWEST else project.find(Baseline, wanted)
        if one is not None:
            found[one.id] = one
    return list(found.values())[:MOST_BASELINES]


def baseline_by_task(baseline: Baseline | None) -> Mapping[str, BaselineTask]:
    """Parts of a baseline by task id; keep it as long as the baseline is the same."""
    return {part.task: part for part in baseline.tasks if part.task} if baseline else {}
