"""Plans to begin with: work breakdowns that ship with the program, in both languages.

A template is read once, when a project is made; nothing links a project to it afterwards.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from desktop.domain.changes import Transaction
from desktop.domain.plan import Dependency, Task
from desktop.i18n import ENGLISH, RESOURCES

FOLDER = RESOURCES / "templates"
GAP = 1 << 16
"""Between the ranks of neighbours, so that a task moved in between touches one row."""
_AFTER = re.compile(r"(\d+)(FS|SS|FF|SF)?(?:\+(\d+))?")


@dataclass(frozen=True, slots=True)
class Step:
    """One task of a template."""

    level: int
    name: Mapping[str, str]
    """By language."""
    days: int | None
    """Working days; 0 is a milestone, None a summary."""
    after: tuple[tuple[int, str, int], ...]
    """(place of the predecessor, type, lag in working days)."""


@dataclass(frozen=True, slots=True)
class Template:
    """A work breakdown with durations and links."""

    key: str
    name: Mapping[str, str]
    about: Mapping[str, str]
    steps: tuple[Step, ...]


@lru_cache
def templates() -> tuple[Template, ...]:
    """All templates, by key."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.json")))


def _read(path: Path) -> Template:
    found = json.loads(path.read_text(encoding="utf-8"))
    steps = tuple(
        Step(row["level"], row["name"], row["days"], tuple(_after(part) for part in row["after"].split()))
        for row in found["tasks"]
    )
    return Template(path.stem, found["name"], found["about"], steps)


def _after(text: str) -> tuple[int, str, int]:
    match = _AFTER.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return int(match[1]), match[2] or "FS", int(match[3] or 0)


def lay_out(tx: Transaction, template: Template, language: str, minutes_per_day: int) -> None:
    """Write the tasks and links of ``template`` into the project of ``tx``."""
    made: list[str] = []
    parents: list[str] = []
    for place, step in enumerate(template.steps):
        del parents[step.level :]
        task = tx.add(
            Task,
            name=step.name.get(language, step.name[ENGLISH]),
            parent=parents[-1] if parents else None,
            rank=(place + 1) * GAP,
            duration=(step.days or 0) * minutes_per_day if step.days is not None else minutes_per_day,
            milestone=step.days == 0,
        )
        made.append(task.id)
        parents.append(task.id)
        for predecessor, kind, lag in step.after:
            tx.add(Dependency, predecessor=made[predecessor], successor=task.id, type=kind, lag=lag * minutes_per_day)
