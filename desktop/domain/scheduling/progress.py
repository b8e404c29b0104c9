"""How far the work of a task has come, as a moment of its plan."""

from __future__ import annotations

from desktop.domain.scheduling.reading import EFFORT, FIXED
from desktop.domain.scheduling.result import Schedule


def reached(planned: Schedule, row: int, percent: int | None = None) -> int:
    """The minute up to which the work of ``row`` is done: its start, its finish, or the end of what is done of it.

    ``percent`` asks where it would be with so much done.

    Of a summary, its share of the way from start to finish by the clock of its calendar. Finished work has reached
    its finish, work that has not begun its start, as Microsoft Project's field Complete Through has it.
    """
    percent = planned.percents[row] if percent is None else percent
    start, finish = planned.starts[row], planned.finishes[row]
    if percent <= 0:
        return start
    if percent >= 100 or finish <= start:
        return finish
    net = planned.network
    clock = net.crews[row][0].calendar if row in net.crews else net.clock[row]
    whole = net.rows.kids[row] or net.kind[row] in (EFFORT, FIXED)
    done = (clock.between(start, finish) if whole else net.duration[row]) * percent // 100
    for begin, end in planned.parts(net.rows.ids[row]):
        length = clock.between(begin, end)
        if done <= length:
            return min(clock.add(begin, done), end)
        done -= length
    return finish


def working_time(planned: Schedule, row: int, start: int, finish: int) -> int:
    """Working minutes between two moments by the calendar of a row; negative where ``finish`` is the earlier."""
    return planned.network.clock[row].between(start, finish)
