"""The rules by which the dates of a project are reckoned, in the words of its own record.

An imported file brings its own rules; whoever looks at dates must be able to see which ones are active.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.display import display
from desktop.domain.durations import duration_text
from desktop.domain.plan import DATE_SOURCE, ProjectProfile
from desktop.domain.project import Project
from desktop.domain.scheduling.result import Schedule
from desktop.i18n import N_

FIELDS = ("date_source", "schedule_from", "constraint_rule", "progress_rule", "lag_calendar", "float_rule",
          "critical_rule")  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """One rule: the field of the project in which it is chosen, and what is chosen, in some language."""

    field: str
    title: str
    value: str


def source_of_dates(planned: Schedule) -> str:
    """``stored`` or ``calculated``: which dates are shown. A plan without stored dates is always calculated."""
    return "stored" if planned.shows_stored else "calculated"


def rules_in_force(project: Project, planned: Schedule, words: Callable[..., str]) -> list[RuleInForce]:
    """What is active, in the language of ``words``."""
    profile, specs = project.profile, ProjectProfile.info.specs
    found = []
    for name in FIELDS:
        value = display(project, profile, specs[name], words)
        if name == "date_source":
            value = words(DATE_SOURCE[source_of_dates(planned)])
            if source_of_dates(planned) == "stored" and profile.source:
                value = words(N_("{rule}, “{file}”"), rule=value, file=profile.source[:80])
        elif name == "critical_rule":
            amounts = [
                duration_text(minutes, "d", profile, words)
                for minutes in (profile.critical_limit, profile.near_critical_limit)
            ]
            sentence = (
                N_("{rule} (near-critical: float of at most {near})")
                if profile.critical_rule == "longest_path"
                else N_("{rule} (at most {limit}; near-critical: at most {near})")
            )
            value = words(sentence, rule=value, limit=amounts[0], near=amounts[1])
        found.append(RuleInForce(name, words(specs[name].title), value))
    return found
