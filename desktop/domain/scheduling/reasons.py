"""What can be said of a task's place in the plan, and the sentences for it in two languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.domain.durations import duration_text
from desktop.domain.plan import CONSTRAINT, Task
from desktop.domain.project import Project
from desktop.i18n import N_


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; :func:`say` makes the sentence."""

    code: str
    task: str
    """Id of the task that is explained."""
    other: str | None = None
    """Id of the task (predecessor, summary, part) that is the reason."""
    dependency: str | None = None
    date: dt.datetime | dt.date | None = None
    minutes: int | None = None
    """Lag, float or waiting time."""
    unit: str = "d"
    free: int | None = None
    """Part of the float that is free."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Codes that are words of the program, by the name they have in the sentence."""


REASONS = {
    "finished": N_("It was finished on {date}."),
    "started": N_("It was started on {date}."),
    "remaining": N_("What remains goes on after the status date, {date}."),
    "manual": N_("It was put there by hand; links do not move it."),
    "outside": N_("It stands for a task of another project, whose dates are kept as they were read."),
    "inactive": N_("It is inactive: it takes no part in the schedule, and nothing waits for it."),
    "stored": N_(
        "Its dates are shown as the imported file has them. By its links and constraints Pilotage would begin it on "
        "{date}; what follows explains that."
    ),
    "from_finish": N_("The project is scheduled from its finish: it lies as late as what follows it allows."),
    "pinned": N_("It is pinned: “{constraint}”, {date}, whatever the tasks before it say."),
    "FS": N_("It waits for “{other}” to finish on {date}."),
    "SS": N_("It waits for “{other}” to start on {date}."),
    "FF": N_("It cannot finish before “{other}” finishes on {date}."),
    "SF": N_("It cannot finish before “{other}” starts on {date}."),
    "FS_lag": N_("It waits for “{other}” to finish on {date}, and {lag} more."),
    "SS_lag": N_("It waits for “{other}” to start on {date}, and {lag} more."),
    "FF_lag": N_("It cannot finish before “{other}” finishes on {date}, and {lag} more."),
    "SF_lag": N_("It cannot finish before “{other}” starts on {date}, and {lag} more."),
    "FS_lead": N_("It may start {lag} before “{other}” finishes on {date}."),
    "SS_lead": N_("It may start {lag} before “{other}” starts on {date}."),
    "FF_lead": N_("It may finish {lag} before “{other}” finishes on {date}."),
    "SF_lead": N_("It may finish {lag} before “{other}” starts on {date}."),
    "constraint": N_("It has the constraint “{constraint}”, {date}."),
    "external": N_("What another project delivers does not let it start before {date}."),
    "summary": N_("“{other}”, which contains it, may not start before {date}."),
    "data_date": N_("What has not been done lies after the status date, {date}."),
    "project_start": N_("Nothing holds it back: it starts with the project, on {date}."),
    "finish_held": N_(
        "Links hold its finish, not its start: making it shorter would only start it later, and so might even delay "
        "what waits for its start."
    ),
    "left_out": N_("A link from “{other}” is left out of the schedule: it leads back in a circle."),
    "delay": N_("Levelling delays it by {lag}."),
    "late": N_("It is scheduled as late as possible without delaying the project."),
    "calendar": N_("Until {date} there is no working time in the calendar “{calendar}”."),
    "assigned_later": N_("Its resources join {lag} after it could begin."),
    "away": N_(
        "Who works on it is not there all the time (calendar “{calendar}”): it takes {lag} longer for that, "
        "until {date}."
    ),
    "resources": N_("Until {date} nobody who is assigned to it can work on it."),
    "part_first": N_("It starts with “{other}”, the first task within it."),
    "part_last": N_("It ends with “{other}”, the last task within it."),
    "critical": N_("It is critical: any delay of it delays the end of the project, or breaks a date."),
    "critical_longest": N_("It is critical: it lies on the longest path, which drives the end of the project."),
    "critical_chain": N_("It is critical: any delay of it delays the end of the chain of tasks that it belongs to."),
    "critical_negative": N_("It is critical: it is {float} too late for a date that has to be kept."),
    "critical_deadline": N_("It is critical: it is {float} too late for the deadline of “{other}”, {date}."),
    "critical_date": N_("It is critical: it is {float} too late for “{other}”, which has “{constraint}”, {date}."),
    "critical_held": N_("It is critical: it is {float} too late for “{other}”, which stays on {date} in any case."),
    "critical_finish": N_("It is critical: it is {float} too late for the required finish of the project, {date}."),
    "critical_within": N_("It is critical because its float of {float} is within the limit of the project."),
    "critical_part": N_("It is critical because “{other}” within it is."),
    "free": N_("It is not critical: it can slip by {float} without delaying another task or the project."),
    "float": N_("It is not critical: it can slip by {float} without delaying the project or breaking a date."),
    "float_free": N_(
        "It is not critical: it can slip by {float} without delaying the project or breaking a date, and by {free} of "
        "these without delaying another task."
    ),
    "near": N_("That is little: in this project a float of up to {float} counts as near-critical."),
    "no_float": N_("It has no float, but by the rules of this project it is not critical."),
    "late_uncritical": N_(
        "It is {float} too late for a date that has to be kept, but by the rules of this project it is not critical."
    ),
    "effort": N_("It accompanies other tasks and takes as long as they do; it is never critical."),
    "done_float": N_("It is finished, so it is no longer critical."),
}
"""Sentences by code, in English; translate before filling in."""


def say(reason: Reason, project: Project, words: Callable[..., str]) -> str:
    """The sentence of ``reason`` in the language of ``words``."""
    facts: dict[str, object] = dict(reason.facts)
    if reason.other is not None:
        other = project.find(Task, reason.other)
        facts["other"] = other.name if other else reason.other
    if reason.date is not None:
        facts["date"] = f"{reason.date:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    if reason.minutes is not None:
        facts["lag"] = facts["float"] = duration_text(reason.minutes, reason.unit, project.profile, words)
    if reason.free is not None:
        facts["free"] = duration_text(reason.free, reason.unit, project.profile, words)
    if "constraint" in reason.facts:
        facts["constraint"] = words(CONSTRAINT[reason.facts["constraint"]])
    return words(REASONS[reason.code], **facts)
