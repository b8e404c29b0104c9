"""Schedules a plan with MPXJ, once for every line on standard input; runs in an environment of its own.

``python mpxj_schedule.py PLAN.xml ROUNDS``: after ROUNDS runs that warm the virtual machine up, prints how many
tasks and links there are and when the plan ends; then for every line the milliseconds of one run, by the clock and
of the processor in the thread that schedules.
"""

from __future__ import annotations

import sys
import time
from typing import Any


def main(path: str, rounds: int) -> None:
    """Answer until the input ends."""
    import jpype  # type: ignore[import-not-found]
    import mpxj  # type: ignore[import-not-found]  # noqa: F401  puts its archives on the class path

    jpype.startJVM("-Xmx2g", convertStrings=True)
    java: Any = jpype.JPackage("org").mpxj
    threads = jpype.java.lang.management.ManagementFactory.getThreadMXBean()
    project = java.reader.UniversalProjectReader().read(path)
    start = project.getProjectProperties().getStartDate()

    def run() -> tuple[float, float]:
        scheduler = java.cpm.MicrosoftScheduler()
        clock, processor = time.perf_counter(), threads.getCurrentThreadCpuTime()
        scheduler.schedule(project, start)
        return (time.perf_counter() - clock) * 1000, (threads.getCurrentThreadCpuTime() - processor) / 1e6

    for _ in range(rounds):
        run()
    tasks = list(project.getTasks())
    links = sum(len(task.getPredecessors()) for task in tasks)
    finish = max(str(task.getEarlyFinish()) for task in tasks)
    print(len(tasks), links, finish, flush=True)
    for _ in sys.stdin:
        clock, processor = run()
        print(f"{clock:.3f} {processor:.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
