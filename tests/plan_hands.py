"""What journeys over the chart do with its bars, in the words of their gestures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.domain.commands import plan as commands
from desktop.views.plan.hold_strip import HoldStrip
from tests.plan_window import NO_KEY, Person
from tests.plans import DAY


def on(month: int, day: int, hour: int = 8) -> dt.datetime:
    return dt.datetime(2026, month, day, hour)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Text of twice the size."""
    usual = QFont(qapp.font())
    made = QFont(usual)
    made.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(made)
    yield
    qapp.setFont(usual)


def carry(me: Person, task: str, days: float) -> None:
    """Drag the bar of a task in time."""
    me.drag(me.body(task), me.body(task) + QPointF(me.days(days), 0))


def steps(me: Person) -> int:
    return len(me.workspace.session.undo_steps)


def held_by(me: Person, task: str) -> tuple[str, dt.datetime | None, bool, str]:
    found = me.task(task)
    return found.constraint, found.constraint_date, found.pinned, found.mode


def choose(strip: HoldStrip, edge: str, at: int, me: Person) -> None:
    """Press a segment of the choice."""
    segments = strip.choices[edge]
    place = segments.segment_box(at).center().toPoint()
    me.bot.mouseClick(segments, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def row_step(me: Person, count: float) -> QPointF:
    return QPointF(0, count * me.chart.metrics.row)


def pull(me: Person, start: QPointF, *ways: QPointF, keys: Qt.KeyboardModifier = NO_KEY) -> QPointF:
    """Press at ``start`` and go to one point after the other; the last is where the pointer is now."""
    me.press(start)
    for way in ways:
        me.move(start + way, keys)
    return start + ways[-1]


def below_all(me: Person, moment: dt.datetime) -> QPointF:
    """A point below the last row."""
    row = me.page.model.rowCount()
    return QPointF(me.chart.frame.x(moment), me.chart.top_of(row) + me.chart.metrics.row / 2)


def at(me: Person, moment: dt.datetime, task: str = "plan") -> QPointF:
    """A point on the bar of a task."""
    return QPointF(me.chart.frame.x(moment), me.bar(task).middle)


def split(me: Person, gap: int = 2) -> None:
    me.workspace.do(commands.SplitTask("plan", on(6, 8), gap * DAY))
    me.page.grab()
