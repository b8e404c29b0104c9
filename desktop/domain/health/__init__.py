"""Is the schedule built so that it can be believed? Fourteen measures after DCMA, and three more.

``check_health(project, schedule, DCMA)`` gives a :class:`Measure` for each; ``sentence`` says it in words.
"""

from desktop.domain.health.check import check_health
from desktop.domain.health.measure import (
    CONSULTING,
    DCMA,
    FAIL,
    INFORMATION,
    MEANINGS,
    NOT_ASSESSED,
    PASS,
    PROFILES,
    REASONS,
    TITLES,
    VERDICTS,
    HealthProfile,
    Measure,
    figure_text,
    limit_text,
    sentence,
)

__all__ = [
    "CONSULTING", "DCMA", "FAIL", "INFORMATION", "MEANINGS", "NOT_ASSESSED", "PASS", "PROFILES", "REASONS", "TITLES",
    "VERDICTS", "HealthProfile", "Measure", "check_health", "figure_text", "limit_text", "sentence",
]  # fmt: skip
