"""Which rows have little float: marked for all of them, or only where times were worked out anew."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.times import Times


def marked(net: Network, rows: Iterable[int]) -> bytearray:
    """1 for those of ``rows`` that are unfinished work, and for summaries that contain some."""
    idle, kids, tasks = net.rows.inactive | net.rows.effort, net.rows.kids, net.tasks
    found = bytearray(net.rows.count)
    for row in rows:
        task = tasks[row]
        if task.percent_complete < 100 and task.actual_finish is None and not kids[row]:
            found[row] = row not in idle
    for row in net.rows.summaries:
        found[row] = found.find(1, row + 1, net.rows.end[row]) >= 0
    return found


def within_limits(
    net: Network, times: Times, above: int | None, limit: int, before: bytearray | None = None
) -> bytearray:
    """1 for unfinished rows with more float than ``above`` and at most ``limit``, and for summaries with such.

    ``before`` is what was found for the times that ``times`` were made from, in a network of the same rows and rules.
    """
    floats = times.total_float
    if before is None or times.changed is None:
        if above is None:
            return marked(net, [row for row, amount in enumerate(floats) if amount <= limit])
        return marked(net, [row for row, amount in enumerate(floats) if above < amount <= limit])
    found, kids, rows, tasks = before.copy(), net.rows.kids, net.rows, net.tasks
    for row in times.changed:
        if not kids[row]:
            task, amount = tasks[row], floats[row]
            found[row] = (
                task.percent_complete < 100
                and task.actual_finish is None
                and amount <= limit
                and (above is None or above < amount)
                and row not in rows.inactive
                and row not in rows.effort
            )
    for row in sorted((row for row in times.changed if kids[row]), reverse=True):  # the innermost first
        found[row] = found.find(1, row + 1, rows.end[row]) >= 0
    return found
