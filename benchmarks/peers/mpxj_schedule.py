"""Schedules a plan with MPXJ, once for every line on standard input; runs in an environment of its own.

``python mpxj_schedule.py PLAN.xml ROUNDS``: prints how many tasks and links there are and when the plan ends, then
the milliseconds of the very first run. After ROUNDS runs that warm the virtual machine up it prints for every line,
which holds the days by which the project start is put off, the milliseconds of one run: by the clock and of the
processor in the thread that schedules, first without and then with the floats. MPXJ works floats out when they are
asked for; they are asked for inside Java, by method handles, so that no bridge between languages is measured.
"""

from __future__ import annotations

import sys
import time
from typing import Any

FLOATS = ("getTotalSlack", "getFreeSlack", "getCritical")


def main(path: str, rounds: int) -> None:
    """Answer until the input ends."""
    import jpype  # type: ignore[import-not-found]
    import mpxj  # type: ignore[import-not-found]  # noqa: F401  puts its archives on the class path

    jpype.startJVM("-Xmx2g", convertStrings=True)
    java, java_lang, util = jpype.JPackage("org").mpxj, jpype.java.lang, jpype.java.util
    threads: Any = java_lang.management.ManagementFactory.getThreadMXBean()
    project = java.reader.UniversalProjectReader().read(path)
    start = project.getProjectProperties().getStartDate()
    tasks = util.ArrayList(project.getTasks())
    task_class, found = jpype.JClass("org.mpxj.Task"), []
    for name in FLOATS:
        kind = java_lang.Boolean.TYPE if name == "getCritical" else jpype.JClass("org.mpxj.Duration").class_
        handle = java_lang.invoke.MethodHandles.publicLookup().findVirtual(
            task_class.class_, name, java_lang.invoke.MethodType.methodType(kind)
        )
        function = jpype.JClass("java.util.function.Function").class_
        found.append(java_lang.invoke.MethodHandleProxies.asInterfaceInstance(function, handle))
    to_list = jpype.JClass("java.util.stream.Collectors").toList

    def run(days: int) -> tuple[float, float, float, float]:
        scheduler = java.cpm.MicrosoftScheduler()
        begin = start.plusDays(days)
        clock, processor = time.perf_counter(), threads.getCurrentThreadCpuTime()
        scheduler.schedule(project, begin)
        clock_then, processor_then = time.perf_counter(), threads.getCurrentThreadCpuTime()
        for read in found:
            tasks.stream().map(read).collect(to_list())
        clock_last, processor_last = time.perf_counter(), threads.getCurrentThreadCpuTime()
        return (
            (clock_then - clock) * 1000, (processor_then - processor) / 1e6,
            (clock_last - clock) * 1000, (processor_last - processor) / 1e6,
        )  # fmt: skip

    first = run(0)
    links = sum(len(task.getPredecessors()) for task in tasks)
    finish = max(str(task.getEarlyFinish()) for task in tasks)
    print(len(tasks), links, finish, flush=True)
    print(*(f"{value:.3f}" for value in first), flush=True)
    for number in range(rounds):
        run(number % 5)
    for line in sys.stdin:
        print(*(f"{value:.3f}" for value in run(int(line))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
