"""Parts of the plan that can be asked for: by a name everybody knows, or by the value of a column.

Conditions on different things must all hold. Two values of one column, or two states of progress, are
alternatives: nobody looks for a task that is both done and not started.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.costing.load import overloads
from desktop.domain.durations import read_duration
from desktop.domain.plan import Resource, Task
from desktop.domain.reading import read_date
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling import to_datetime, to_minutes
from desktop.domain.scheduling.clock import day_start
from desktop.domain.task_items import open_items
from desktop.i18n import N_, tr
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, Reading
from desktop.models.plan_figures import LOAD
from desktop.models.plan_results import EARNED_AMOUNTS
from desktop.models.plan_values import DAY, DURATION, NUMBER, TEXT, Values, earned_amount, folded, kind_of

sentences(
    amount_unreadable=N_("“{value}” is not a number."),
    nothing_to_compare=N_("Say what the cells are to be compared with."),
)

IS, IS_NOT, CONTAINS, EXCLUDES, EMPTY, FILLED = "is", "is_not", "contains", "excludes", "empty", "filled"
BEFORE, AFTER, ABOVE, BELOW = "before", "after", "above", "below"
OPERATORS: Mapping[str, Mapping[str, str]] = {
    TEXT: {
        CONTAINS: N_("contains", "filter"), EXCLUDES: N_("does not contain", "filter"), IS: N_("is", "filter"),
        IS_NOT: N_("is not", "filter"), EMPTY: N_("is empty", "filter"), FILLED: N_("is not empty", "filter"),
    },
    DAY: {
        IS: N_("is on", "filter"), BEFORE: N_("is before", "filter"), AFTER: N_("is after", "filter"),
        EMPTY: N_("is empty", "filter"), FILLED: N_("is not empty", "filter"),
    },
    NUMBER: {
        IS: N_("is", "filter"), ABOVE: N_("is greater than", "filter"), BELOW: N_("is less than", "filter"),
        EMPTY: N_("is empty", "filter"), FILLED: N_("is not empty", "filter"),
    },
}  # fmt: skip
OPERATORS = {**OPERATORS, DURATION: OPERATORS[NUMBER]}
"""What can be asked of a column, by the kind of its values; the first is offered first."""
WITHOUT_OPERAND = frozenset({EMPTY, FILLED})
DAYS_AHEAD = 14
MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Condition:
    """What a task must be: ``operator`` of a column and a text, or a named part where ``column`` is empty.

    The text of a day may be relative (``today``, ``+7d``): it is read anew whenever the filter is applied.
    """

    column: str
    operator: str
    text: str = ""

    @property
    def days(self) -> int:
        """How far a part that looks ahead looks."""
        return min(int(self.text), MOST_DAYS) if self.text.isascii() and self.text.isdigit() else DAYS_AHEAD

    @property
    def facet(self) -> tuple[str, str]:
        """Conditions of one facet are alternatives."""
        if not self.column:
            return ("", "progress" if self.operator in PROGRESS else self.operator)
        return (self.column, IS if self.operator == IS else f"{self.operator} {self.text}")


Test = Callable[[Task], bool]


class Facts:
    """What the parts of the plan follow from; worked out when first asked for."""

    def __init__(self, reading: Reading, values: Values, text_of: Callable[[str, int], str], author: str) -> None:
        self.reading, self.values, self.text_of, self.author = reading, values, text_of, author
        self.project, self.plan = reading.project, reading.schedule
        self._row, self._percents = self.plan.row, self.plan.percents

    def work(self, task: Task) -> bool:
        """Whether it is a task to be done: active, dated, and no summary."""
        return task.active and task.id in self.plan and not self.project.is_summary(task.id)

    def percent(self, task: Task) -> int:
        return self._percents[self._row[task.id]] if task.id in self._row else task.percent_complete

    def done(self, task: Task) -> bool:
        return task.actual_finish is not None or self.percent(task) >= 100

    def started(self, task: Task) -> bool:
        return task.actual_start is not None or self.percent(task) > 0


Make = Callable[[Facts, Condition], Test]


def _among(ids: Callable[[Facts], Iterable[str]]) -> Make:
    def make(facts: Facts, _: Condition) -> Test:
        chosen = frozenset(ids(facts))
        return lambda task: task.id in chosen

    return make


def _where(test: Callable[[Facts, Task], bool]) -> Make:
    return lambda facts, _: lambda task: facts.work(task) and test(facts, task)


def _overdue(facts: Facts, _: Condition) -> Test:
    """Should be finished before today and is not."""
    morning, row, finishes = day_start(facts.reading.today), facts.plan.row, facts.plan.finishes
    return lambda task: facts.work(task) and finishes[row[task.id]] <= morning and not facts.done(task)


def _misses(facts: Facts, task: Task) -> bool:
    late = task.deadline is not None and to_datetime(facts.plan.finish_minutes(task.id)) > task.deadline
    return late and not facts.done(task)


def _slipped(facts: Facts, task: Task) -> bool:
    """Will finish a working day or part of one later than in the baseline."""
    before = facts.reading.baseline.get(task.id)
    if before is None or before.finish is None or facts.done(task):
        return False
    finish, agreed = facts.plan.finish_minutes(task.id), to_minutes(before.finish)
    return finish > agreed and facts.plan.calendar(task.id).between(agreed, finish) > 0


def _near(facts: Facts, task: Task) -> bool:
    return bool(facts.plan.near_critical_rows[facts.plan.row[task.id]]) and not facts.done(task)


def _within(name: str) -> Make:
    """Unfinished tasks of which ``name`` (starts or finishes) lies within the coming days, today included."""

    def make(facts: Facts, condition: Condition) -> Test:
        first = day_start(facts.reading.today)
        last = first + condition.days * 1440
        moments, row = getattr(facts.plan, name), facts.plan.row

        def test(task: Task) -> bool:
            if not facts.work(task) or facts.done(task):
                return False
            moment = moments[row[task.id]]
            # A task that finishes at midnight finishes on the day before.
            return bool(first <= moment - (name == "finishes") < last)

        return test

    return make


def _mine(facts: Facts, _: Condition) -> Test:
    me = facts.author.strip().casefold()
    people = {key for key, person in facts.project.rows("person").items() if person.name_text.casefold() == me}
    mine = {
        each.id
        for each in facts.project.table(Resource).values()
        if each.name.casefold() == me or (each.person is not None and each.person in people)
    }

    def test(task: Task) -> bool:
        return task.owner in people or any(item.resource in mine for item in facts.project.assignments(task.id))

    return test


def _unassigned(facts: Facts, task: Task) -> bool:
    return not task.milestone and not facts.project.assignments(task.id)


def _troubled(facts: Facts) -> set[str]:
    found = open_items(facts.project)
    return {task for register in ("risk", "issue", "action") for task in found[register]}


def _overloaded(facts: Facts) -> Iterable[str]:
    known = facts.reading.figures.overloaded_tasks()
    if known is not None:
        return known
    return {task for found in overloads(facts.project, facts.plan) for task in found.tasks}


PROGRESS = ("not_started", "in_progress", "done")


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A part of the plan with a name. ``{n}`` in the title is a number of days."""

    title: str
    make: Make
    figures: str = ""
    """What takes a while to be known of a large plan (``plan_figures``)."""


NAMED: Mapping[str, NamedPart] = {
    "critical": NamedPart(N_("Critical"), _among(lambda facts: facts.plan.critical_ids)),
    "near_critical": NamedPart(N_("Near-critical"), _where(_near)),
    "slipped": NamedPart(N_("Late against the baseline"), _where(_slipped)),
    "overdue": NamedPart(N_("Overdue"), _overdue),
    "deadline": NamedPart(N_("Misses its deadline"), _where(_misses)),
    "not_started": NamedPart(
        N_("Not started"), _where(lambda facts, task: not facts.started(task) and not facts.done(task))
    ),
    "in_progress": NamedPart(
        N_("In progress"), _where(lambda facts, task: facts.started(task) and not facts.done(task))
    ),
    "done": NamedPart(N_("Done"), _where(lambda facts, task: facts.done(task))),
    "milestones": NamedPart(N_("Milestones"), _where(lambda _, task: task.milestone)),
    "starting": NamedPart(N_("Starts within {n} days"), _within("starts")),
    "finishing": NamedPart(N_("Finishes within {n} days"), _within("finishes")),
    "mine": NamedPart(N_("Mine"), _mine),
    "unassigned": NamedPart(N_("Without resource"), _where(_unassigned)),
    "overloaded": NamedPart(N_("Overloaded"), _among(_overloaded), LOAD),
    "troubled": NamedPart(N_("Open risk, issue or action"), _among(_troubled)),
    "notes": NamedPart(N_("Has a note"), lambda _facts, _condition: lambda task: bool(task.notes)),
}
"""By name, in the order in which they are offered."""
AHEAD = frozenset({"starting", "finishing"})


def is_known(condition: Condition) -> bool:
    """Whether there is (still) such a part, column and operator."""
    if not condition.column:
        return condition.operator in NAMED
    number = NUMBER_OF.get(condition.column)
    return number is not None and condition.operator in {IS, *OPERATORS[kind_of(COLUMNS[number])]}


def title_of(condition: Condition) -> str:
    """What a chip says."""
    if not condition.column:
        return tr(NAMED[condition.operator].title).replace("{n}", str(condition.days))
    column = COLUMNS[NUMBER_OF[condition.column]]
    if condition.operator == IS:
        if not condition.text:
            return tr("{column}: none", column=tr(column.title))
        return tr("{column}: {text}", column=tr(column.title), text=condition.text)
    asked = tr(OPERATORS[kind_of(column)][condition.operator])
    return " ".join(part for part in (tr(column.title), asked, condition.text) if part)


def test_of(condition: Condition, facts: Facts) -> Test:
    """Whether a task fulfils ``condition``. Raises :class:`Rejected` where its text cannot be read."""
    if not condition.column:
        return NAMED[condition.operator].make(facts, condition)
    number = NUMBER_OF[condition.column]
    column = COLUMNS[number]
    value, reading = facts.values.value(number), facts.reading
    if condition.operator in WITHOUT_OPERAND:
        wanted = condition.operator == EMPTY
        text_of = facts.text_of
        return lambda task: (not text_of(task.id, number)) is wanted
    kind = kind_of(column)
    if kind == TEXT or (condition.operator == IS and kind != DAY):
        return _text_test(condition, number, facts)
    low, high = _operand(condition, kind, reading)
    return _compare(condition.operator, value, reading, low, high)


def _compare(operator: str, value: Callable[[Reading, Task], Any], reading: Reading, low: float, high: float) -> Test:
    """``low`` to ``high`` counts as equal."""

    def test(task: Task) -> bool:
        found = value(reading, task)
        if found is None:
            return False
        if operator in (BEFORE, BELOW):
            return bool(found < low)
        return bool(found > high) if operator in (AFTER, ABOVE) else bool(low <= found <= high)

    return test


def _text_test(condition: Condition, number: int, facts: Facts) -> Test:
    wanted, text_of = folded(" ".join(condition.text.split())), facts.text_of
    if not wanted and condition.operator not in (IS, IS_NOT):
        raise Rejected("nothing_to_compare")
    if condition.operator in (CONTAINS, EXCLUDES):
        inside = condition.operator == CONTAINS
        return lambda task: (wanted in folded(text_of(task.id, number))) is inside
    same = condition.operator == IS
    return lambda task: (folded(" ".join(text_of(task.id, number).split())) == wanted) is same


def _operand(condition: Condition, kind: str, reading: Reading) -> tuple[float, float]:
    """The first and the last value that equal what is written: a day has many minutes."""
    text = condition.text.strip()
    if not text:
        raise Rejected("nothing_to_compare")
    if kind == DAY:
        day = day_start(read_date(text, reading.today))
        return day, day + 1439
    spec = COLUMNS[NUMBER_OF[condition.column]].spec
    if kind == DURATION:
        unit = (spec.unit if spec is not None else "h" if "work" in condition.column else "") or "d"
        minutes = read_duration(text, reading.project.profile, unit=unit, signed=True).minutes
        return minutes, minutes
    try:
        if condition.column in EARNED_AMOUNTS:
            amount = earned_amount(text, reading)
            return amount, amount
        amount = float(text.rstrip("%％ ").replace(",", "").replace("−", "-"))
    except ValueError:
        raise Rejected("amount_unreadable", value=text[:80]) from None
    return amount, amount


def tests_of(conditions: Iterable[Condition], facts: Facts) -> list[list[Test]]:
    """What a task must fulfil: one of each list. Raises as :func:`test_of`."""
    facets: dict[tuple[str, str], list[Test]] = {}
    for condition in conditions:
        facets.setdefault(condition.facet, []).append(test_of(condition, facts))
    return list(facets.values())
