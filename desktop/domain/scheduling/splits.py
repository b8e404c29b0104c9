"""Tasks whose work is interrupted: parts with gaps between them, moved as a pattern."""

from __future__ import annotations

from desktop.domain.plan import Task
from desktop.domain.scheduling.calendars import WorkCalendar
from desktop.domain.scheduling.clock import is_plausible, to_minutes


def pattern(task: Task, calendar: WorkCalendar) -> list[tuple[int, int]]:
    """(working minutes of a part, working minutes of the gap behind it) of a task that is split.

    The dates of the parts are only a pattern, moved to wherever the task is.
    """
    parts = [(to_minutes(part.start), to_minutes(part.finish)) for part in task.splits if part.start and part.finish]
    parts = [part for part in parts if is_plausible(part[0]) and is_plausible(part[1])]
    return [
        (max(0, calendar.between(*part)), max(0, calendar.between(part[1], after[0])))
        for part, after in zip(parts, [*parts[1:], parts[-1][1:] * 2] if parts else [], strict=True)
    ]


def gaps_after(task: Task, calendar: WorkCalendar, done: int, duration: int | None = None) -> int:
    """Working minutes of the gaps that lie behind the first ``done`` minutes of work and before the end.

    ``duration`` is that of one person's work where it is not the task's.
    """
    end = task.duration if duration is None else duration
    total = worked = 0
    for part, gap in pattern(task, calendar):
        worked += part
        if done <= worked < end:
            total += gap
    return total


def parts_between(
    task: Task, calendar: WorkCalendar, start: int, finish: int, done: int = 0
) -> tuple[tuple[int, int], ...]:
    """(start, finish) of every part of ``task``, of which the last takes what the others leave.

    ``done`` minutes of the work, and the gaps within them, lie before ``start``.
    """
    found = []
    work, left = calendar.work_at(start), task.duration - done
    for part, gap in pattern(task, calendar)[:-1]:
        if done >= part:
            done -= part
            continue
        rest, done = part - done, 0
        if rest >= left:
            break
        found.append((calendar.latest(work), calendar.earliest(work + rest)))
        left -= rest
        work += rest + gap
    return (*found, (calendar.latest(work), finish))
