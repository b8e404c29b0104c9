"""Columns of what follows from the plan: dates, floats, links, variances, money, items of registers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from desktop.domain.costing.costs import Cost
from desktop.domain.costing.task_work import TaskWork
from desktop.domain.display import date_text, money_text
from desktop.domain.durations import duration_text
from desktop.domain.earned_value import AMOUNT, FIGURES, figure_of
from desktop.domain.earned_value.words import amount_text
from desktop.domain.plan import BaselineTask, Dependency, Resource, Task
from desktop.domain.predecessors import Link, link_text
from desktop.domain.scheduling import TaskDates, to_datetime, to_minutes
from desktop.domain.task_items import REGISTERS
from desktop.domain.task_status import STATUS, task_status
from desktop.domain.variance.words import signed, signed_money
from desktop.i18n import N_
from desktop.models.plan_column import (
    BASELINE,
    CENTRE,
    COST,
    DATES,
    FLOAT,
    GENERAL,
    LEFT,
    PROGRESS,
    REGISTER,
    RIGHT,
    VALUE,
    WORK,
    Column,
    Reading,
    TextOf,
)

PENDING = "…"
"""A figure that is being worked out for the first time."""


# -- the schedule ---------------------------------------------------------------------------------


def _dated(of: Callable[[TaskDates], dt.datetime]) -> TextOf:
    def text(reading: Reading, task: Task) -> str:
        dates = reading.dates(task)
        return date_text(of(dates)) if dates else ""

    return text


def _lasting(of: Callable[[TaskDates], int]) -> TextOf:
    def text(reading: Reading, task: Task) -> str:
        dates = reading.dates(task)
        return days(reading, of(dates)) if dates else ""

    return text


def days(reading: Reading, minutes: int) -> str:
    """An amount of working time in days."""
    return duration_text(minutes, "d", reading.project.profile, reading.words)


def _hours(reading: Reading, minutes: int | None) -> str:
    return "" if minutes is None else duration_text(minutes, "h", reading.project.profile, reading.words)


def _critical(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    if dates is None or not (dates.critical or dates.near_critical):
        return ""
    return reading.words(N_("Yes")) if dates.critical else reading.words(N_("Nearly", "critical"))


def _driving(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    links = (reading.project.find(Dependency, identity) for identity in dates.driving) if dates else ()
    return _named(reading, (link for link in links if link is not None), "predecessor", reading.codes.of)


def _deadline_margin(reading: Reading, task: Task) -> str:
    dates = reading.dates(task)
    if dates is None or task.deadline is None:
        return ""
    clock = reading.schedule.calendar(task.id)
    return signed(
        clock.between(to_minutes(dates.finish), to_minutes(task.deadline)), "d", reading.project.profile, reading.words
    )


def _estimate(weigh: Callable[[int, int, int], float]) -> TextOf:
    """A figure of optimistic, most likely and pessimistic duration; empty where one of them is not known."""

    def text(reading: Reading, task: Task) -> str:
        low, high = task.optimistic, task.pessimistic
        if low is None or high is None or reading.project.is_summary(task.id):
            return ""
        minutes = round(weigh(low, task.duration, high))
        return duration_text(minutes, task.duration_unit, reading.project.profile, reading.words)

    return text


def _status(reading: Reading, task: Task) -> str:
    if task.id not in reading.schedule:
        return ""
    return reading.words(STATUS[task_status(reading.schedule, task.id, reading.figures.status)])


def _splits(reading: Reading, task: Task) -> str:
    if not (task.splits or task.stop) or task.id not in reading.schedule:
        return ""
    parts = reading.schedule.parts(task.id)
    shown = (f"{to_datetime(start):%m-%d} – {to_datetime(finish):%m-%d}" for start, finish in parts)
    return "; ".join(shown) if len(parts) > 1 else ""


def _calendar(reading: Reading, task: Task) -> str:
    """The calendar whose time counts: the task's own, or the project's."""
    project = reading.project
    own = project.rows("calendar").get(task.calendar or project.profile.calendar or "")
    return own.name_text if own else ""


def _level(reading: Reading, task: Task) -> str:
    row = reading.project.outline.row.get(task.id)
    return str(reading.project.outline.depth[row] + 1) if row is not None else ""


def _summary_task(reading: Reading, task: Task) -> str:
    parent = reading.project.find(Task, task.parent)
    return parent.name if parent else ""


# -- links and people -----------------------------------------------------------------------------


def _named(reading: Reading, links: Iterable[Dependency], side: str, name: Callable[[Task], str]) -> str:
    parts = []
    for link in links:
        other = reading.project.find(Task, getattr(link, side))
        if other is not None:
            parts.append(name(other) + link_text(reading.project, Link.of(link), reading.words))
    return "; ".join(parts)


def _successors(reading: Reading, task: Task) -> str:
    return _named(reading, reading.project.successors(task.id), "successor", reading.codes.of)


def predecessors_by_number(reading: Reading, task: Task) -> str:
    """Links into ``task`` as ``T-015FS+2d``, which does not change when the outline does."""
    return _named(reading, reading.project.predecessors(task.id), "predecessor", lambda other: other.code)


def _successors_by_number(reading: Reading, task: Task) -> str:
    return _named(reading, reading.project.successors(task.id), "successor", lambda other: other.code)


def _predecessor_names(reading: Reading, task: Task) -> str:
    found = (reading.project.find(Task, link.predecessor) for link in reading.project.predecessors(task.id))
    return "; ".join(other.name for other in found if other is not None)


def _successor_names(reading: Reading, task: Task) -> str:
    found = (reading.project.find(Task, link.successor) for link in reading.project.successors(task.id))
    return "; ".join(other.name for other in found if other is not None)


def _initials(reading: Reading, task: Task) -> str:
    found = []
    for item in reading.project.assignments(task.id):
        resource = reading.project.find(Resource, item.resource)
        if resource is not None:
            short = resource.initials or _shortened(resource.name)
            found.append(short if item.units == 100 else f"{short} [{item.units}%]")
    return "; ".join(found)


def _shortened(name: str) -> str:
    """Initials of a Latin name; of another one its first letter."""
    letters = [word[0] for word in name.split()]
    return "".join(letters).upper() if all(letter.isascii() for letter in letters) else name.strip()[:1]


# -- work and cost --------------------------------------------------------------------------------


def _worked(of: Callable[[TaskWork], int]) -> TextOf:
    def text(reading: Reading, task: Task) -> str:
        return _hours(reading, of(reading.figures.work(task.id)) or None)

    return text


def _costing(of: Callable[[Cost], int]) -> TextOf:
    def text(reading: Reading, task: Task) -> str:
        found = reading.figures.cost(task.id)
        if found is None:
            return PENDING
        return money_text(of(found), reading.project.profile.currency_digits) if of(found) else ""

    return text


def _overloaded(reading: Reading, task: Task) -> str:
    found = reading.figures.overloaded(task.id)
    if found is None:
        return PENDING
    return reading.words(N_("Yes")) if found else ""


# -- the baseline ---------------------------------------------------------------------------------


def _agreed(write: Callable[[Reading, BaselineTask], str]) -> TextOf:
    def text(reading: Reading, task: Task) -> str:
        before = reading.baseline.get(task.id)
        return write(reading, before) if before else ""

    return text


def _moved(name: str) -> TextOf:
    """Working time between what was agreed and what is planned; later is positive."""

    def text(reading: Reading, task: Task) -> str:
        before, dates = reading.baseline.get(task.id), reading.dates(task)
        then = getattr(before, name, None)
        if then is None or dates is None:
            return ""
        late = reading.schedule.calendar(task.id).between(to_minutes(then), to_minutes(getattr(dates, name)))
        return signed(late, "d", reading.project.profile, reading.words)

    return text


def _lengthened(reading: Reading, task: Task) -> str:
    before, dates = reading.baseline.get(task.id), reading.dates(task)
    if before is None or dates is None:
        return ""
    return signed(dates.duration - before.duration, "d", reading.project.profile, reading.words)


def _more_work(reading: Reading, task: Task) -> str:
    before = reading.baseline.get(task.id)
    if before is None or not reading.figures.keeps("work"):
        return ""
    more = reading.figures.work(task.id).total - (before.work or 0)
    return signed(more, "h", reading.project.profile, reading.words)


def _dearer(reading: Reading, task: Task) -> str:
    before = reading.baseline.get(task.id)
    if before is None or not reading.figures.keeps("cost"):
        return ""
    found = reading.figures.cost(task.id)
    return PENDING if found is None else signed_money(found.total - (before.cost or 0), reading.project.profile)


# -- earned value ---------------------------------------------------------------------------------

EARNED = {
    "pv": N_("PV"), "ev": N_("EV"), "ac": N_("AC"), "sv": N_("SV"), "cv": N_("CV"), "spi": N_("SPI"),
    "cpi": N_("CPI"), "bac": N_("BAC"), "eac": N_("EAC"), "etc": N_("ETC"), "vac": N_("VAC"), "tcpi": N_("TCPI"),
}  # fmt: skip


EARNED_AMOUNTS = frozenset(each.key for each in FIGURES if each.kind == AMOUNT)
"""Money, work or time, as the baseline has it; the others are indices."""


def earned(reading: Reading, task: Task, key: str) -> float | None:
    """A figure of a task, as it is counted in; None where there is none, or none is known yet."""
    found = reading.figures.value(task.id) if reading.figures.baseline is not None else None
    if found is None or not (found.bac or found.ac):
        return None
    value: float | None = getattr(found, key)
    return value


def _earned(key: str) -> TextOf:
    figure = next(each for each in FIGURES if each.key == key)

    def text(reading: Reading, task: Task) -> str:
        if reading.figures.baseline is None:
            return ""
        found = reading.figures.value(task.id)
        if found is None:
            return PENDING
        value = earned(reading, task, key)
        if value is None:
            return ""
        if figure.kind == AMOUNT:
            shown = amount_text(value, found.basis, reading.project.profile, reading.words)
            return shown.removesuffix(f" {reading.project.profile.currency}")
        return figure_of(figure, found, reading.project.profile, reading.words).text

    return text


def _register(key: str) -> TextOf:
    def text(reading: Reading, task: Task) -> str:
        return str(reading.figures.items(key, task.id) or "")

    return text


_REGISTER_TITLES = {
    "risk": N_("Open risks", "column"), "issue": N_("Open issues", "column"),
    "action": N_("Open actions", "column"), "decision": N_("Open decisions", "column"),
}  # fmt: skip


def _date(key: str, title: str, text: TextOf, group: str = DATES, *, figures: bool = False) -> Column:
    return Column(key, title, text, CENTRE, 7.2, group=group, figures=figures)


def _amount(key: str, title: str, text: TextOf, group: str, *, figures: bool = True, width: float = 6) -> Column:
    return Column(key, title, text, RIGHT, width, group=group, figures=figures)


def results() -> Iterator[Column]:
    """All columns that nobody types into."""
    yield Column("outline_level", N_("Outline level"), _level, RIGHT, 4.5, group=GENERAL)
    yield Column("summary_task", N_("Summary task"), _summary_task, LEFT, 12, group=GENERAL, figures=True)
    yield Column("successors", N_("Successors"), _successors, LEFT, 7.5)
    yield Column("successors_by_number", N_("Successors by number"), _successors_by_number, LEFT, 7.5)
    yield Column("predecessor_names", N_("Names of predecessors"), _predecessor_names, LEFT, 14, figures=True)
    yield Column("successor_names", N_("Names of successors"), _successor_names, LEFT, 14, figures=True)
    yield Column("driving", N_("Driving predecessors"), _driving, LEFT, 7.5, figures=True)
    yield Column("initials", N_("Resource initials"), _initials, LEFT, 7)
    yield _date("early_start", N_("Early start"), _dated(lambda dates: dates.early_start), figures=True)
    yield _date("early_finish", N_("Early finish"), _dated(lambda dates: dates.early_finish), figures=True)
    yield _date("late_start", N_("Late start"), _dated(lambda dates: dates.late_start))
    yield _date("late_finish", N_("Late finish"), _dated(lambda dates: dates.late_finish))
    yield _amount("deadline_margin", N_("Margin to the deadline"), _deadline_margin, DATES, figures=False)
    # PERT: the mean and the standard deviation of a beta distribution, with the usual weights 1, 4 and 1.
    yield _amount("expected", N_("Expected duration (PERT)"),
                  _estimate(lambda low, usual, high: (low + 4 * usual + high) / 6), DATES, figures=False)  # fmt: skip
    yield _amount("deviation", N_("Spread of the duration (σ)"),
                  _estimate(lambda low, _, high: abs(high - low) / 6), DATES, figures=False)  # fmt: skip
    yield Column("effective_calendar", N_("Calendar in force"), _calendar, LEFT, 9, group=DATES)
    yield Column("parts", N_("Parts of the task"), _splits, LEFT, 14, group=DATES)
    yield _amount("free_float", N_("Free float"), _lasting(lambda dates: dates.free_float), FLOAT, figures=False,
                  width=5.6)  # fmt: skip
    yield _amount("interfering_float", N_("Interfering float"), _lasting(lambda dates: dates.interfering_float), FLOAT,
                  figures=False)  # fmt: skip
    yield Column("critical", N_("Critical"), _critical, CENTRE, 5, group=FLOAT)
    yield Column("status", N_("Status"), _status, LEFT, 7, group=PROGRESS)
    yield _amount("remaining_work", N_("Remaining work"), _worked(lambda work: work.remaining), WORK)
    yield _amount("overtime_work", N_("Overtime work"), _worked(lambda work: work.overtime), WORK)
    yield Column("overloaded", N_("Overallocated"), _overloaded, CENTRE, 6, group=WORK, figures=True)
    yield _amount("cost", N_("Cost"), _costing(lambda cost: cost.total), COST, width=7)
    yield _amount("remaining_cost", N_("Remaining cost"), _costing(lambda cost: cost.remaining), COST, width=7)
    yield from _compared()
    for key, title in EARNED.items():
        yield _amount(key, title, _earned(key), VALUE, width=7 if key not in ("spi", "cpi", "tcpi") else 4.5)
    for key in REGISTERS:
        yield Column(f"open_{key}", _REGISTER_TITLES[key], _register(key), RIGHT, 4.5, group=REGISTER, figures=True)


def _compared() -> Iterator[Column]:
    yield _date("baseline_start", N_("Baseline start"), _agreed(lambda _, row: date_text(row.start)), BASELINE)
    yield _date("baseline_finish", N_("Baseline finish"), _agreed(lambda _, row: date_text(row.finish)), BASELINE)
    yield _amount("baseline_duration", N_("Baseline duration"),
                  _agreed(lambda reading, row: days(reading, row.duration)), BASELINE, figures=False)  # fmt: skip
    yield _amount("baseline_work", N_("Baseline work"),
                  _agreed(lambda reading, row: _hours(reading, row.work)), BASELINE, figures=False)  # fmt: skip
    yield _amount("baseline_cost", N_("Baseline cost"), _agreed(
        lambda reading, row: money_text(row.cost, reading.project.profile.currency_digits)), BASELINE, figures=False,
        width=7)  # fmt: skip
    yield _amount("start_variance", N_("Start variance"), _moved("start"), BASELINE, figures=False)
    yield _amount("finish_variance", N_("Finish variance"), _moved("finish"), BASELINE, figures=False)
    yield _amount("duration_variance", N_("Duration variance"), _lengthened, BASELINE, figures=False)
    yield _amount("work_variance", N_("Work variance"), _more_work, BASELINE)
    yield _amount("cost_variance", N_("Cost variance"), _dearer, BASELINE, width=7)
