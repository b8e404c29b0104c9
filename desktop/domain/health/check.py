"""All measures together.

The rules are those of the 14-point assessment of the Defense Contract Management Agency.
"""

from __future__ import annotations

from desktop.domain.health import dates, logic
from desktop.domain.health.measure import DCMA, HealthProfile, Measure
from desktop.domain.health.push import critical_path
from desktop.domain.health.scope import Scope
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule


def check_health(project: Project, schedule: Schedule, profile: HealthProfile = DCMA) -> tuple[Measure, ...]:
    """All measures, the fourteen in their order first. Pure: the plan is lengthened in a copy."""
    scope = Scope(project, schedule)
    return (
        *logic.fourteen(scope),
        *dates.floats_and_durations(scope, profile),
        critical_path(scope),
        *dates.indices(scope),
        *logic.more(scope),
    )
