"""What a Gantt chart is told besides plan and schedule: worked out once for a state of the plan, never for a frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.charts.gantt_options import MOST_BASELINES, NEWEST, GanttOptions
from desktop.domain.plan import Baseline, BaselineTask
from desktop.domain.project import Project


@dataclass(frozen=True, slots=True)
class GanttFacts:
    """Everything by task id."""

    baselines: tuple[Mapping[str, BaselineTask], ...] = ()
    """Drawn below the bars, the first uppermost."""


def facts_of(project: Project, options: GanttOptions) -> GanttFacts:
    """What ``options`` want to be shown of ``project``."""
    return GanttFacts(tuple(baseline_by_task(each) for each in chosen_baselines(project, options)))


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
