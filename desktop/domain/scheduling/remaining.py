"""How much of a task is still to be done."""

from __future__ import annotations

from desktop.domain.plan import Task


def remaining_duration(task: Task, duration: int) -> int:
    """Minutes that remain of ``duration``: as reported, or by per cent complete."""
    if task.remaining_duration is not None:
        return max(0, task.remaining_duration)
    percent = max(0, min(100, task.percent_complete))
    return duration - (duration * percent + 50) // 100
