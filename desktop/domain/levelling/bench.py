"""Who is needed for each task, wherever it is put, and how much of them there is."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.costing.capacity import NEVER, Band, Capacity
from desktop.domain.costing.load import bands_of, is_away, working_spans
from desktop.domain.costing.work import amount_of, calendar_of, shape_of, spread
from desktop.domain.plan import Assignment, Resource, Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, WorkCalendar
from desktop.domain.scheduling.contours import is_by_hand
from desktop.domain.scheduling.crew import WORKING
from desktop.domain.scheduling.reading import CREW, EFFORT, PLAIN, SUMMARY
from desktop.domain.scheduling.splits import parts_between
from desktop.domain.shares import WHOLE, share_of

Windows = Sequence[tuple[int, int]]


class Demand:
    """What one assignment needs of its resource."""

    def __init__(self, task: Task, item: Assignment, calendar: WorkCalendar, amount: int, duration: int) -> None:
        self.resource = item.resource
        self._task, self._item, self.calendar, self._amount = task, item, calendar, amount
        regular = max(0, amount - (item.overtime_work or 0))
        shape = shape_of(item)
        self.usual = max(round(regular * 100 / duration), item.units * max(shape) // 100)
        """The most units that it takes where nobody is away."""
        share = share_of(item)
        whole = regular * WHOLE + share // 2 >= duration * share
        joins_at_once = item.delay <= 0 and item.levelling_delay <= 0
        self.even = len(shape) == 1 and joins_at_once and (
            whole or task.task_type == "fixed_duration" or is_by_hand(item.contour) or item.units <= 0
        )  # fmt: skip
        """Whether the same is needed from the first moment to the last."""
        self.units = round(regular * 100 / duration)
        """Needed throughout, of an even demand on the task's own calendar."""
        self.shared = False
        """Whether another assignment of the task needs the same resource."""

    def bands(self, windows: Windows) -> list[Band] | None:
        """Where it needs how much if the task stood in ``windows``; None where there is no working time for it."""
        work = spread(self._task, self._item, self.calendar, windows, self._amount)
        return None if is_away(work) else list(bands_of(work, self._item))


class Bench:
    """People and equipment of a project, and the demand of each row of its network.

    Summaries and levels of effort are left out: they last as long as other tasks do.
    """

    def __init__(self, project: Project, planned: Schedule) -> None:
        self._planned, self.net = planned, planned.network
        net = self.net
        self.capacity = {
            identity: Capacity(one) for identity, one in project.table(Resource).items() if one.kind in WORKING
        }
        self.needs: list[list[Demand]] = [[] for _ in range(net.rows.count)]
        self.users: dict[str, list[int]] = {identity: [] for identity in self.capacity}
        """Rows that need each resource."""
        for item in project.table(Assignment).values():
            row = net.rows.row.get(item.task, -1)
            if row < 0 or item.resource not in self.capacity or net.kind[row] in (SUMMARY, EFFORT):
                continue
            duration = planned.duration(item.task)
            resource = project.get(Resource, item.resource)
            amount = amount_of(planned, item, resource)
            if row not in net.rows.inactive and duration and amount > 0:
                calendar = calendar_of(project, net, row, resource)
                made = Demand(net.tasks[row], item, calendar, amount, duration)
                for other in self.needs[row]:
                    if other.resource == made.resource:
                        made.shared = other.shared = True
                self.needs[row].append(made)
                self.users[item.resource].append(row)
        self._whole = self._needed_as_a_whole(project)

    def _needed_as_a_whole(self, project: Project) -> set[str]:
        """Resources for which nights and days off need no looking at: always there, and needed by one calendar.

        Two tasks on one calendar that overlap at all overlap in working time, because each begins in it.
        """
        calendars: dict[str, set[WorkCalendar]] = {identity: set() for identity in self.capacity}
        for needs in self.needs:
            for demand in needs:
                calendars[demand.resource].add(demand.calendar)
        resources = project.table(Resource)
        return {one for one, used in calendars.items() if len(used) == 1 and not resources[one].availability}

    def stock(self) -> dict[str, Capacity]:
        """All that is there."""
        return {identity: capacity.copy() for identity, capacity in self.capacity.items()}

    def bands(self, row: int, start: int, finish: int) -> list[tuple[Demand, list[Band] | None]]:
        """What ``row`` needs from ``start`` to ``finish``, by assignment."""
        clock = self.net.clock[row]
        windows = self._windows(row, start, finish)
        own: list[tuple[int, int]] | None = None
        follows = self.net.kind[row] in (PLAIN, CREW)
        found: list[tuple[Demand, list[Band] | None]] = []
        for demand in self.needs[row]:
            if not demand.even or demand.calendar is not clock:
                found.append((demand, demand.bands(windows)))
            elif follows and demand.resource in self._whole:
                found.append((demand, [Band(first, last, demand.units) for first, last in windows]))
            else:
                if own is None:
                    own = [span for window in windows for span in working_spans(clock, *window)]
                found.append((demand, [Band(first, last, demand.units) for first, last in own]))
        return found

    def limit(self, demand: Demand) -> int:
        """Units beyond which a demand finds no better day: where it always takes more than is ever there."""
        most = self.capacity[demand.resource].most
        return most if demand.usual > most else NEVER

    def book(self, stock: dict[str, Capacity], row: int, start: int, finish: int) -> None:
        """Take what ``row`` needs."""
        for demand, bands in self.bands(row, start, finish):
            stock[demand.resource].take(bands or ())

    def _windows(self, row: int, start: int, finish: int) -> Windows:
        """The parts of a split task, or the whole; what stands where it stands has the parts of the schedule."""
        net, times = self.net, self._planned.times
        if net.span[row] <= net.duration[row]:
            return ((start, finish),)
        if net.kind[row] != PLAIN and (start, finish) == (times.start[row], times.finish[row]):
            return self._planned.parts(net.rows.ids[row])
        clock = net.crews[row][0].calendar if row in net.crews else net.clock[row]
        return parts_between(net.tasks[row], clock, start, finish)
