"""What all readers of plans do alike: new records, names for the nameless, and the count of what came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from desktop.domain.imports import READ, Findings
from desktop.domain.record import Record
from desktop.i18n import N_, tr

NO_START = N_("The file has no project start; the earliest date in it is used.")
REPEATED_LINKS = N_("Links that another one repeats, left out: {n}")
COUNTS = {
    "task": N_("Tasks: {n}"),
    "dependency": N_("Dependencies: {n}"),
    "calendar": N_("Calendars: {n}"),
    "resource": N_("Resources: {n}"),
    "assignment": N_("Assignments: {n}"),
    "baseline": N_("Baselines: {n}"),
}
"""By type of record, in the order of the report."""


def fresh(identity: str) -> dict[str, Any]:
    """The fields that a new record begins with."""
    return {"id": identity}


def count_records(records: Iterable[Record], findings: Findings) -> None:
    """Note how many of each type came in."""
    counts = Counter(item.info.key for item in records)
    for key, sentence in COUNTS.items():
        if counts[key]:
            findings.note(READ, sentence, count=counts[key])


def source_number(text: str) -> int | None:
    """The number that a file gives a thing, where it is one that a record can keep."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def task_name(number: object) -> str:
    """For a task without a name; ``number`` is what the file calls it, if anything."""
    return tr("Unnamed task {n}", n=number or "?")


def resource_name(number: object) -> str:
    """For a resource without a name: likewise."""
    return tr("Resource {n}", n="?" if number in (None, "") else number)


def calendar_name(number: object) -> str:
    """For a calendar without a name: likewise."""
    return tr("Calendar {n}", n=number)
