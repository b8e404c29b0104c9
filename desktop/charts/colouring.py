"""What the colours of bars stand for: the class of each task, and how each class is drawn.

Classes differ by pattern, or by light and dark, as well as by colour, so that nothing depends on seeing colours.
There are as many as can be told apart; where there could be more, the largest keep theirs and the rest share one.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop.charts.bar_shapes import BarLook
from desktop.charts.gantt_options import (
    OWNER_COLOUR,
    PHASE_COLOUR,
    RISK_COLOUR,
    STATUS_COLOUR,
    colour_fields,
)
from desktop.charts.shapes import BACK, CROSSED, DOTS, FORWARD, GRID, LEVEL, UPRIGHT
from desktop.domain.filters import HIGH_SCORE
from desktop.domain.highlights import WEIGHTY_SCORE
from desktop.domain.people import Person
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.record import Spec
from desktop.domain.risks import Risk
from desktop.domain.scheduling import Schedule, to_minutes
from desktop.domain.scheduling.progress import reached, working_time
from desktop.i18n import N_, Words

PATTERNS = ("", FORWARD, DOTS, CROSSED, LEVEL, BACK, UPRIGHT, GRID)
_NUMBERED = tuple(enumerate(PATTERNS))
LOOKS = (
    *(BarLook(f"class{n}", f"class{n}_line", f"class{n}_line", each, f"class{n}_line") for n, each in _NUMBERED),
    *(BarLook(f"class{n}_line", f"class{n}_line", f"class{n}", each, f"class{n}") for n, each in _NUMBERED),
)
"""Dark patterns on light fills, then the other way round."""
MOST = len(LOOKS)
REST_LOOK = BarLook("surface", "muted", "muted")
LONGEST = 80
"""Characters of a name in the legend."""


@dataclass(frozen=True, slots=True)
class ColourClass:
    """One class of tasks."""

    title: str
    look: BarLook


class Colouring:
    """Says for every task which of ``classes`` it belongs to; asks once for each task."""

    def __init__(
        self, classes: Iterable[ColourClass], find: Callable[[str], int], *, summaries: bool = False
    ) -> None:
        """``find`` gives the number of a class by task id. ``summaries``: their brackets are coloured too."""
        self.classes, self.summaries = tuple(classes), summaries
        self._find, self._known = find, dict[str, int]()

    def of(self, task: str) -> int:
        """Number of the class of a task."""
        found = self._known.get(task)
        if found is None:
            found = self._known[task] = self._find(task)
        return found


def colouring(
    project: Project, schedule: Schedule, kind: str, words: Words, status: dt.datetime | None
) -> Colouring | None:
    """What ``kind`` (an option) makes of the plan; None where colours say what is critical."""
    if kind == STATUS_COLOUR:
        return _by_status(schedule, words, status)
    if kind == OWNER_COLOUR:
        return _by_owner(project, words)
    if kind == RISK_COLOUR:
        return _by_risk(project, words)
    if kind == PHASE_COLOUR:
        return _by_phase(project, words)
    spec = colour_fields().get(kind)
    return _by_field(project, spec, words) if spec is not None else None


def _by_status(schedule: Schedule, words: Words, status: dt.datetime | None) -> Colouring:
    """As the field Status of Microsoft Project: late is what had not come as far as the day before the status date."""
    end = to_minutes(status) if status is not None else 0
    threshold = (end - 1) // 1440 * 1440
    names = (N_("Late", "task"), N_("On schedule"), N_("Complete"), N_("Future task"))
    classes = [ColourClass(words(name), LOOKS[slot]) for name, slot in zip(names, (1, 0, 2, 7), strict=True)]

    def find(task: str) -> int:
        row = schedule.row.get(task, -1)
        if row < 0:
            return 3
        if schedule.percents[row] >= 100:
            return 2
        if schedule.starts[row] >= end:
            return 3
        return int(working_time(schedule, row, reached(schedule, row), threshold) <= 0)

    return Colouring(classes, find)


def _by_owner(project: Project, words: Words) -> Colouring:
    """By the first resource of a task, or the person in charge where there is none."""
    names = {each.id: each.name_text for kind in (Person, Resource) for each in project.table(kind).values()}
    owners: dict[str, str] = {}  # by name: a person in charge may be a resource as well
    for item in project.table(Assignment).values():
        owners.setdefault(item.task, names.get(item.resource, ""))
    for task in project.table(Task).values():
        if task.owner is not None:
            owners.setdefault(task.id, names.get(task.owner, ""))
    counts = Counter(owners.values())
    order = sorted(counts, key=lambda each: (-counts[each], each))
    return _largest(order, dict(zip(order, range(len(order)), strict=True)), owners, words, words(N_("Nobody")))


def _by_phase(project: Project, words: Words) -> Colouring:
    """By the row of the top level that a task lies in."""
    tasks = project.table(Task)
    tops = [each for each in project.children(None) if project.is_summary(each)]
    numbers = {identity: number for number, identity in enumerate(tops)}
    names = [tasks[each].name for each in tops]
    return _largest(names, numbers, _Tops(tasks), words, words(N_("No phase")), summaries=True)


class _Tops(dict[str, str]):
    """The row of the top level above a task, found when it is asked for."""

    def __init__(self, tasks: Mapping[str, Task]) -> None:
        self._tasks = tasks

    def get(self, task: str, default: str = "") -> str:  # type: ignore[override]
        way = []
        while task not in self and task in self._tasks:
            way.append(task)
            above = self._tasks[task].parent
            if above is None:
                self[task] = task
            else:
                task = above
        top = super().get(task, default)
        self.update(dict.fromkeys(way, top))
        return top


def _largest(
    names: list[str], numbers: Mapping[str, int], of: Mapping[str, str], words: Words, none: str,
    *, summaries: bool = False,
) -> Colouring:  # fmt: skip
    """The first of ``names`` have a class each, all others one together, and one is for whoever has none."""
    own = names if len(names) <= MOST else names[:MOST]
    classes = [ColourClass(" ".join(name.split())[:LONGEST], LOOKS[slot]) for slot, name in enumerate(own)]
    classes.append(ColourClass(words(N_("Others")) if len(names) > MOST else none, REST_LOOK))
    if len(names) > MOST:
        classes.append(ColourClass(none, BarLook("surface", "inactive", "inactive")))
    last, rest = len(classes) - 1, len(own)

    def find(task: str) -> int:
        number = numbers.get(of.get(task, ""), -1)
        return last if number < 0 else min(number, rest)

    return Colouring(classes, find, summaries=summaries)


def _by_risk(project: Project, words: Words) -> Colouring:
    """By the highest score of the open threats that name a task."""
    worst: dict[str, int] = {}
    for risk in project.table(Risk).values():
        if risk.is_open and risk.kind == "threat":
            for task in risk.tasks:
                worst[task] = max(worst.get(task, 0), risk.score or 0)
    facts = {"high": HIGH_SCORE, "medium": WEIGHTY_SCORE}
    classes = [
        ColourClass(words(N_("Risk of {high} or more"), **facts), LOOKS[3]),
        ColourClass(words(N_("Risk of {medium} or more"), **facts), LOOKS[1]),
        ColourClass(words(N_("Risk below {medium}"), **facts), LOOKS[2]),
        ColourClass(words(N_("Risk not assessed")), LOOKS[4]),
        ColourClass(words(N_("No open risk")), REST_LOOK),
    ]

    def find(task: str) -> int:
        score = worst.get(task)
        if score is None:
            return 4
        return 3 if not score else 0 if score >= HIGH_SCORE else 1 if score >= WEIGHTY_SCORE else 2

    return Colouring(classes, find)


def _by_field(project: Project, spec: Spec, words: Words) -> Colouring:
    choices: Mapping[str, str] = spec.choices or {}
    codes, names = list(choices), [words(label) for label in choices.values()]
    tasks = project.table(Task)
    of = {identity: getattr(task, spec.name) for identity, task in tasks.items()}
    numbers = {code: number for number, code in enumerate(codes)}
    return _largest(names, numbers, of, words, words(N_("Nothing", "choice")))
