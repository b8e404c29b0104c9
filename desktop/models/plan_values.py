"""Values of the plan's columns that can be compared: what sorting, grouping and filtering go by.

A cell shows a text; ``12d`` and ``2d`` as texts would stand in the wrong order. A value is a number (dates
and moments are minutes) or a text; None stands for an empty cell and comes last whichever way is sorted.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCollator, QLocale, Qt

from desktop.domain.durations import read_duration
from desktop.domain.earned_value import COST as VALUE_IN_MONEY
from desktop.domain.earned_value import WORK as VALUE_IN_WORK
from desktop.domain.earned_value import scaled
from desktop.domain.plan import Task
from desktop.domain.record import Kind
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import to_minutes
from desktop.domain.task_status import STATUS, task_status
from desktop.i18n import words
from desktop.models.cells import CELL_LIMIT
from desktop.models.plan_columns import COLUMNS, RIGHT, Column, Reading
from desktop.models.plan_results import EARNED, EARNED_AMOUNTS, earned


def folded(text: str) -> str:
    """``text`` without differences of case and of width: ＡＢＣ and abc are the same."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()


MOST_KEYS = 500_000
"""Texts whose place in the alphabet is remembered."""
NUMBER, DURATION, DAY, TEXT = "number", "duration", "day", "text"
ValueOf = Callable[[Reading, Task], Any]

_KINDS: Mapping[Kind, str] = {
    Kind.SCALE: NUMBER, Kind.INTEGER: NUMBER, Kind.PERCENT: NUMBER, Kind.MONEY: NUMBER, Kind.MINUTES: DURATION,
    Kind.DATE: DAY, Kind.MOMENT: DAY,
}  # fmt: skip


def _of_schedule(name: str) -> ValueOf:
    """A number that the schedule keeps by row."""

    def value(reading: Reading, task: Task) -> Any:
        place = reading.schedule.row.get(task.id)
        return getattr(reading.schedule, name)[place] if place is not None else None

    return value


def _duration(reading: Reading, task: Task) -> Any:
    if reading.project.is_summary(task.id):
        return reading.schedule.duration(task.id) if task.id in reading.schedule else None
    return task.duration


def _critical(reading: Reading, task: Task) -> Any:
    place, plan = reading.schedule.row.get(task.id), reading.schedule
    if place is None:
        return None
    return 2 if plan.critical_rows[place] else 1 if plan.near_critical_rows[place] else None


def _baseline(name: str) -> ValueOf:
    def value(reading: Reading, task: Task) -> Any:
        before = reading.baseline.get(task.id)
        moment = getattr(before, name) if before is not None else None
        return to_minutes(moment) if moment is not None else None

    return value


def _finish_variance(reading: Reading, task: Task) -> Any:
    before, place = reading.baseline.get(task.id), reading.schedule.row.get(task.id)
    if before is None or before.finish is None or place is None:
        return None
    return reading.schedule.calendar(task.id).between(to_minutes(before.finish), reading.schedule.finishes[place])


def _status(reading: Reading, task: Task) -> Any:
    if task.id not in reading.schedule:
        return None
    return list(STATUS).index(task_status(reading.schedule, task.id, reading.figures.status))


def _work(name: str) -> ValueOf:
    return lambda reading, task: getattr(reading.figures.work(task.id), name) or None


def _cost(name: str) -> ValueOf:
    """In whole units of the currency, as it is shown."""

    def value(reading: Reading, task: Task) -> Any:
        found = reading.figures.cost(task.id)
        amount = getattr(found, name) if found is not None else 0
        return amount / 10**reading.project.profile.currency_digits if amount else None

    return value


def _value(key: str) -> ValueOf:
    """In whole units, as it is shown: of the currency, hours or days."""

    def value(reading: Reading, task: Task) -> Any:
        found = earned(reading, task, key)
        if found is None:
            return None
        if key not in EARNED_AMOUNTS:
            return round(found, 2)  # what is shown decides: 0.999 is told as 1.00
        return scaled(round(found), reading.figures.basis, reading.project.profile)

    return value


def earned_amount(text: str, reading: Reading) -> float:
    """What is compared with amounts of earned value; ``16`` and ``16h`` alike where they are work.

    Raises ``duration_unreadable``; ``ValueError`` where no amount of money can be read.
    """
    basis, profile = reading.figures.basis, reading.project.profile
    if basis == VALUE_IN_MONEY:
        return float(text.removesuffix(profile.currency).replace(",", "").replace("−", "-"))
    span = read_duration(text.replace(",", ""), profile, unit="h" if basis == VALUE_IN_WORK else "d", signed=True)
    return scaled(span.minutes, basis, profile)


_OWN: Mapping[str, tuple[str, ValueOf]] = {
    "duration": (DURATION, _duration),
    "start": (DAY, _of_schedule("starts")),
    "finish": (DAY, _of_schedule("finishes")),
    "late_start": (DAY, _of_schedule("late_starts")),
    "late_finish": (DAY, _of_schedule("late_finishes")),
    "percent_complete": (NUMBER, _of_schedule("percents")),
    "total_float": (DURATION, _of_schedule("total_floats")),
    "free_float": (DURATION, _of_schedule("free_floats")),
    "critical": (TEXT, _critical),
    "baseline_start": (DAY, _baseline("start")),
    "baseline_finish": (DAY, _baseline("finish")),
    "finish_variance": (DURATION, _finish_variance),
    "status": (TEXT, _status),
    "number": (TEXT, lambda _reading, task: task.number),
    "outline_level": (NUMBER, lambda reading, task: reading.project.outline.depth[reading.project.outline.row[task.id]]
                      + 1),
    "work": (DURATION, _work("total")),
    "actual_work": (DURATION, _work("actual")),
    "remaining_work": (DURATION, _work("remaining")),
    "overtime_work": (DURATION, _work("overtime")),
    "cost": (NUMBER, _cost("total")),
    "actual_cost": (NUMBER, _cost("actual")),
    "remaining_cost": (NUMBER, _cost("remaining")),
    **{key: (NUMBER, _value(key)) for key in EARNED},
}  # fmt: skip
_SHOWN_DAYS = frozenset({"early_start", "early_finish", "stop", "resume", "created_at", "changed_at"})
_SHOWN_SPANS = frozenset(
    {
        "deadline_margin", "expected", "deviation", "interfering_float", "baseline_duration", "baseline_work",
        "start_variance", "duration_variance", "work_variance", "recorded_total_float", "recorded_free_float",
    }
)  # fmt: skip
"""Columns of which only the texts are known; they are read back."""


def kind_of(column: Column) -> str:
    """Whether the cells of a column are compared as numbers, durations, days or texts."""
    if column.key in _OWN:
        return _OWN[column.key][0]
    if column.spec is not None:
        return _KINDS.get(column.spec.kind, TEXT)
    if column.key in _SHOWN_SPANS:
        return DURATION
    if column.key in _SHOWN_DAYS or column.key.startswith("recorded_"):
        return DAY
    return NUMBER if column.align == RIGHT else TEXT


class Values:
    """Comparable values of any column; texts are compared as the language does, with numbers as numbers."""

    def __init__(self, text_of: Callable[[str, int], str]) -> None:
        """``text_of`` gives the text of a cell by task id and column number."""
        self._text_of = text_of
        self._collator = QCollator(QLocale(words().language))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._keys: dict[str, Any] = {}

    def value(self, column: int) -> ValueOf:
        """What the cells of a column, by its number, are compared by."""
        what = COLUMNS[column]
        own = _OWN.get(what.key)
        if own is not None:
            return own[1]
        spec = what.spec
        if spec is None and kind_of(what) != TEXT:
            return self._read_back(column, kind_of(what))
        if spec is None or spec.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.LINK, Kind.LINKS, Kind.TEXTS, Kind.ROWS):
            return self._collated(column)
        name = spec.name
        if spec.kind is Kind.CHOICE:
            ranks = {code: rank for rank, code in enumerate(spec.choices or ())}
            return lambda _reading, task: ranks.get(getattr(task, name))
        if spec.kind is Kind.MOMENT:
            return lambda _reading, task: _minutes(getattr(task, name))
        if spec.kind is Kind.DATE:
            return lambda _reading, task: _day_minutes(getattr(task, name))
        if spec.kind is Kind.FLAG:
            return lambda _reading, task: None if not getattr(task, name) else 1
        if spec.kind is Kind.MONEY:
            return lambda reading, task: _whole(getattr(task, name), reading)
        return lambda _reading, task: getattr(task, name)

    def _read_back(self, column: int, kind: str) -> ValueOf:
        """Values of a column of which only texts are known."""
        text_of, known = self._text_of, dict[str, Any]()

        def value(reading: Reading, task: Task) -> Any:
            text = text_of(task.id, column)
            if text not in known:
                known[text] = read_shown(text, kind, reading)
            return known[text]

        return value

    def _collated(self, column: int) -> ValueOf:
        text_of, key, keys = self._text_of, self._collator.sortKey, self._keys

        def value(reading: Reading, task: Task) -> Any:
            del reading
            text = text_of(task.id, column)
            found = keys.get(text)
            if found is None and text:
                if len(keys) >= MOST_KEYS:
                    keys.clear()
                found = keys[text] = key(text[:CELL_LIMIT])
            return found

        return value


def read_shown(text: str, kind: str, reading: Reading) -> Any:
    """The value behind a text as a cell shows it; None where it shows none."""
    plain = text.replace("−", "-").replace("+", "").replace(",", "").strip()
    try:
        if kind == DAY:
            return to_minutes(dt.datetime.fromisoformat(plain))
        if kind == DURATION:
            return read_duration(plain, reading.project.profile, signed=True).minutes
        return float(plain.rstrip("% "))
    except (ValueError, Rejected):
        return None


def _whole(amount: int | None, reading: Reading) -> float | None:
    return amount / 10**reading.project.profile.currency_digits if amount is not None else None


def _minutes(moment: dt.datetime | None) -> int | None:
    return to_minutes(moment) if moment is not None else None


def _day_minutes(day: dt.date | None) -> int | None:
    return to_minutes(dt.datetime.combine(day, dt.time())) if day is not None else None
