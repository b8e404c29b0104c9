"""What the scheduler has to say about a plan: a code, the records concerned, and the facts.

Nothing is refused here: bad data is left out of the calculation and named, so that a foreign file
always opens and says what is wrong with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.domain.plan import Calendar, Task
from desktop.domain.project import Project
from desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class ScheduleWarning:
    """One finding; :func:`describe` makes the sentence."""

    code: str
    tasks: Mapping[str, str] = field(default_factory=dict)
    """Task ids by the part they play in the sentence; the first is the one to show."""
    dependency: str | None = None
    """Id of the link concerned."""
    calendar: str | None = None
    """Id of the calendar concerned."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """Values that fill the sentence besides the names of records."""
    circle: tuple[str, ...] = ()
    """Task ids of a circle, in order."""


MANY = 30
"""Tasks of a circle up to which a sentence names all of them."""

SENTENCES = {
    "stored_dates": N_("Dates shown are those stored in the imported file, not calculated ones."),
    "no_working_time": N_("The calendar “{calendar}” has no working time; the standard week is used instead."),
    "no_common_time": N_(
        "Tasks on the calendar “{calendar}” are worked on by people on “{other}”, which has no working time in common "
        "with it; the calendar of the task alone is used."
    ),
    "calendar_missing": N_("“{task}” names a calendar that is not in the project; the project calendar is used."),
    "calendar_circle": N_("The calendar “{calendar}” is derived from itself; its own week alone is used."),
    "calendar_bands": N_("The calendar “{calendar}” holds “{value}”, which is not working time; it counts as off."),
    "recurrence_unreadable": N_(
        "The calendar “{calendar}” holds the recurrence “{value}”, which is not understood; it is left out."
    ),
    "no_project_start": N_("The project has no start date; the earliest date in the plan is used."),
    "cycle": N_("These tasks wait for each other in a circle: {tasks}. The newest link of it is left out."),
    "own_summary": N_("“{summary}” contains “{task}”, so the link between them is left out."),
    "self_link": N_("“{task}” is linked to itself; the link is left out."),
    "orphan_link": N_("A link leads to a task that is not in the project; it is left out."),
    "outline_circle": N_("“{task}” lies below itself in the outline; it is treated as a task of its own."),
    "date_implausible": N_("“{task}” has the date {date}, which cannot be meant; it is left out."),
    "duration_implausible": N_("“{task}” has a duration of {years} years; two centuries are used instead."),
    "beyond_horizon": N_("“{task}” would end after {date}; dates beyond that are not reliable."),
    "percent_implausible": N_("“{task}” is {percent} % complete; it counts as {used} %."),
    "constraint_without_date": N_("“{task}” has a constraint without a date; it is scheduled as soon as possible."),
    "summary_constraint": N_(
        "“{task}” is a summary task; its constraint is left out. Only the earliest start and the latest finish "
        "of a summary can be set."
    ),
    "actual_reversed": N_("“{task}” finished before it started; the finish is used for both."),
    "manual_reversed": N_("“{task}” is planned to finish before it starts; the start is used for both."),
    "out_of_sequence": N_("“{task}” started before “{predecessor}” allowed it to."),
    "before_project_start": N_("“{task}” starts before the project does."),
    "late_as_possible": N_("“{task}” is as late as possible and takes the float of the tasks after it."),
    "constraint_conflict": N_("“{task}” is pinned to {date}, but “{predecessor}” is not done by then."),
    "manual_conflict": N_("“{task}” is planned by hand to start before “{predecessor}” allows it to."),
    "deadline_missed": N_("“{task}” finishes after its deadline {date}."),
    "external_missed": N_("“{task}” finishes after {date}, when another project needs it."),
}
"""Sentences by code, in English; translate before filling in."""


def describe(warning: ScheduleWarning, project: Project, words: Callable[..., str]) -> str:
    """The sentence of ``warning`` in the language of ``words``, with names as they are now."""
    facts: dict[str, object] = {
        name: f"{value:%Y-%m-%d}" if isinstance(value, dt.date) else value for name, value in warning.facts.items()
    }
    for part, identity in warning.tasks.items():
        facts[part] = _task_name(project, identity)
    if warning.calendar is not None:
        calendar = project.find(Calendar, warning.calendar)
        facts["calendar"] = calendar.name if calendar else warning.calendar
    if warning.circle:
        facts["tasks"] = " → ".join(_names(warning.circle, project, words))
    return words(SENTENCES[warning.code], **facts)


def _names(circle: Sequence[str], project: Project, words: Callable[..., str]) -> list[str]:
    """The tasks of a circle; of a very long one those at its beginning and its end, and how many lie between."""
    if len(circle) <= MANY:
        return [_task_name(project, identity) for identity in circle]
    part = MANY // 3
    first, last = (_names(few, project, words) for few in (circle[:part], circle[-part:]))
    return [*first, words(N_("({n} more)", "tasks of a circle"), n=len(circle) - 2 * part), *last]


def _task_name(project: Project, identity: str) -> str:
    task = project.find(Task, identity)
    return task.name if task else identity
