"""How long the scheduler takes: ``python benchmarks/scheduling.py [SIZE…] [--calendars N] [--mpxj]``.

The whole calculation of a plan from nothing, for plans of several sizes and for one chain as long as the plan has
activities, which at a day each lasts 44 years for ten thousand; then single edits on top of it. Ratios are of the
best of runs that take turns: to a floor (the same network in whole minutes without calendars, lags and kinds of
task: what Python takes to visit every link twice), and with ``--mpxj`` to MPXJ's MicrosoftScheduler in a warm Java
machine: every date, float and critical mark anew after the project start was moved, and from bare records, which
MPXJ holds linked already. Target: at most a quarter of MPXJ's time; as much for each link of the chain as of the plan.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.peers import Peer
from benchmarks.plans import START, make_plan
from desktop.domain.changes import Change
from desktop.domain.commands.plan.outline import IndentTasks, MoveTasks
from desktop.domain.plan import Dependency, Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import Schedule, schedule
from desktop.domain.session import Session

SIZES = (1_000, 10_000, 50_000, 100_000)


def milliseconds(action: Callable[[], object]) -> float:
    """Of the processor: with nothing else running that is what the clock says, and otherwise still the same."""
    begin = time.process_time()
    action()
    return (time.process_time() - begin) * 1000


def clock_time(action: Callable[[], object]) -> float:
    """Milliseconds by the clock."""
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1000


def floor(planned: Schedule) -> None:
    """Early and late dates in whole minutes: every row and every link in both directions, and nothing else."""
    net = planned.network
    fs_in, fs_out, span = net.links.fs_in, net.links.fs_out, net.span
    early, late = [0] * net.rows.count, [1 << 60] * net.rows.count
    for row in net.order:
        start = 0
        for before in fs_in[row]:
            start = max(start, early[before])
        for link in net.links.in_links[row]:
            start = max(start, early[link[1]])
        early[row] = start + span[row]
    for row in reversed(net.order):
        finish = early[row]
        for after in fs_out[row]:
            finish = min(finish, late[after])
        for link in net.links.out_links[row]:
            finish = min(finish, late[link[2]])
        late[row] = finish - span[row]


def edit_times(project: Project, planned: Schedule, edits: int) -> list[float]:
    """Milliseconds of single duration edits, each on the plan as it was and taken back."""
    random_ = random.Random(7)
    ids = [task.id for task in project.table(Task).values() if not project.is_summary(task.id)]
    found = []
    for identity in random_.sample(ids, min(edits, len(ids))):
        before = project.get(Task, identity)
        after = before.replace(duration=max(480, before.duration + random_.choice((-480, 480, 960))))
        project.put("task", identity, after)
        change = Change("task", identity, before, after)
        found.append(milliseconds(lambda change=change: schedule(project, planned, (change,))))
        project.put("task", identity, before)
    return found


def link_times(project: Project, planned: Schedule, edits: int) -> list[float]:
    """Milliseconds of taking one link away, each from the plan as it was."""
    random_ = random.Random(8)
    found = []
    for link in random_.sample(list(project.table(Dependency).values()), edits):
        project.put("dependency", link.id, None)
        change = Change("dependency", link.id, link, None)
        found.append(milliseconds(lambda change=change: schedule(project, planned, (change,))))
        project.put("dependency", link.id, link)
    return found


def outline_times(project: Project, edits: int) -> list[float]:
    """Milliseconds of indenting or moving one task, by command and with its schedule, each taken back."""
    session = Session(project.snapshot())
    order, get = project.outline.order, project.get
    linked = {(link.predecessor, link.successor) for link in project.table(Dependency).values()}
    loose = [
        task
        for above, task in pairwise(order)
        if not project.is_summary(above) and not project.is_summary(task) and (above, task) not in linked
    ]
    summaries = [task for task in order if project.is_summary(task)]
    random_, found = random.Random(9), []
    for identity in random_.choices(loose, k=edits):
        parent = random_.choice([task for task in summaries if task != get(Task, identity).parent])
        for command in (IndentTasks((identity,)), MoveTasks((identity,), parent)):
            try:
                found.append(milliseconds(lambda command=command: session.execute(command)))
            except Rejected:  # its links would run in a circle
                continue
            session.undo()
    return found


def measure(project: Project, runs: int, edits: int) -> str:
    """One line about ``project``."""
    first = milliseconds(lambda: schedule(project))
    planned = schedule(project)
    full, least = [], []
    for _ in range(runs):
        full.append(milliseconds(lambda: schedule(project)))
        least.append(milliseconds(lambda: floor(planned)))
    links = len(project.table(Dependency))
    line = (
        f"{len(project.table(Task)):>8} {links:>8} {planned.finish:%Y-%m-%d} {first:>9.1f} {min(full):>9.1f} "
        f"{statistics.median(full):>9.1f} {1000 * min(full) / max(links, 1):>8.2f} {min(full) / min(least):>7.1f}"
    )
    if not edits:
        return line
    changed, moved = sorted(edit_times(project, planned, edits)), sorted(outline_times(project, edits // 20))
    return (
        f"{line} {statistics.median(changed):>9.2f} {changed[int(0.95 * len(changed))]:>9.2f} "
        f"{statistics.median(link_times(project, planned, 20)):>10.2f} "
        f"{statistics.median(moved):>11.1f} {moved[int(0.95 * len(moved))]:>11.1f}"
    )


def everything(planned: Schedule) -> None:
    """Ask for what a peer is asked for too: total and free float and what is critical, of every task."""
    _ = planned.total_floats, planned.free_floats, planned.critical_rows


class Ours:
    """A plan that is calculated in the same ways as a peer's: milliseconds without and with floats."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.profile = project.profile
        self.planned = schedule(project)

    def _timed(self, make: Callable[[], Schedule]) -> tuple[float, ...]:
        clock, processor = time.perf_counter(), time.process_time()
        planned = make()
        clock_then, processor_then = time.perf_counter(), time.process_time()
        everything(planned)
        clock_last, processor_last = time.perf_counter(), time.process_time()
        self.planned = planned  # what was before is freed outside, as Java does it
        spans = (clock_then - clock, processor_then - processor, clock_last - clock, processor_last - processor)
        return tuple(1000 * each for each in spans)

    def from_nothing(self) -> tuple[float, ...]:
        """Records to dates: outline, calendars, links and order are compiled too."""
        return self._timed(lambda: schedule(self.project))

    def after_edit(self, days: int) -> tuple[float, ...]:
        """Every date anew after an edit that moves all of them: the project start put off by ``days``."""
        before, after = self.project.profile, self.profile.replace(start=START + dt.timedelta(days=days))
        self.project.put("project", after.id, after)
        change = Change("project", after.id, before, after)
        return self._timed(lambda: schedule(self.project, self.planned, (change,)))


def beside_mpxj(size: int, calendars: int, runs: int) -> None:
    """Runs of both schedulers on the same plan, one after the other in turn."""
    from desktop.exchange.mspdi import read_mspdi, write_mspdi

    made = make_plan(size, calendars)
    with tempfile.TemporaryDirectory(prefix="pilotage-peer-") as folder:
        path = Path(folder, "plan.xml")
        write_mspdi(made, schedule(made), path)
        ours = Ours(read_mspdi(path).project())
        first = ours.from_nothing()
        with Peer.mpxj(path) as peer:
            print(f"\nMPXJ {peer.version}, same file: {peer.greeting}; ours ends {ours.planned.finish:%F %R}")
            print(f"the very first time with floats: {first[2]:.0f} and {peer.first[2]:.0f} ms")
            theirs, edited, fresh = [], [], []
            for number in range(runs):
                days = 1 + number % 5
                theirs.append(peer.run(days))
                edited.append(ours.after_edit(days))
                fresh.append(ours.from_nothing())
    print(f"{'':>44} {'best':>15} {'ratio':>6} {'median':>15} {'ratio':>6}   (ms, target 0.25)")
    for title, mine in (("everything after an edit", edited), ("from records to dates", fresh)):
        for column, what in enumerate(("clock", "processor", "with floats, clock", "with floats, processor")):
            one, other = [row[column] for row in mine], [row[column] for row in theirs]
            pairs = ((min(one), min(other)), (statistics.median(one), statistics.median(other)))
            figures = "".join(f" {left:>7.1f} {right:>7.1f} {left / right:>6.2f}" for left, right in pairs)
            print(f"{title + ', ' + what:>44}{figures}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--calendars", type=int, default=4, choices=range(1, 5))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--mpxj", action="store_true", help="beside MPXJ, which is installed when first asked for")
    options = parser.parse_args()
    print(f"{'rows':>8} {'links':>8} {'finish':>10} {'first':>9} {'best':>9} {'median':>9} "
          f"{'µs/link':>8} {'× floor':>7} {'edit p50':>9} {'edit p95':>9} {'unlink p50':>10} {'outline p50':>11} "
          f"{'outline p95':>11}  (ms)")  # fmt: skip
    for size in options.sizes:
        runs = options.runs if size <= 20_000 else max(2, options.runs // 2)
        print(measure(make_plan(size, options.calendars), runs, 200 if size <= 20_000 else 40), flush=True)
    size = min(10_000, max(options.sizes))
    print(f"\none chain of {size} activities")
    print(measure(make_plan(size, options.calendars, depth=size), options.runs, 0), flush=True)
    if options.mpxj:
        beside_mpxj(size, options.calendars, 3 * options.runs)


if __name__ == "__main__":
    main()
