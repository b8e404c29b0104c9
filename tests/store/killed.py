"""Processes for the tests to kill. Not a test.

``python -m tests.store.killed serve`` takes lines ``MODE PATH`` and forks one process for each, which saves
starting Python every time; ``python -m tests.store.killed edit PATH`` is one such process (Windows).
What a process has been told is done it acknowledges on standard output, one line per edit.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from desktop.domain.commands.records import AddRecord, DeleteRecords, SetFields
from desktop.domain.plan import Task
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.store import ledger, migrations, tables  # noqa: F401 - loaded before the first fork
from desktop.store.files import ProjectFile
from desktop.store.preparing import Folders


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def edit(path: Path) -> None:
    """Edit for ever. Every edit touches several tables, so that half of one would show."""
    with ProjectFile.open(path, folders=Folders.under(path.parent / "data")) as file:
        if file.warnings:
            say(f"warning {file.warnings[0].code}")
        session = Session(file.project, file)
        number = int(file.project.get(Task, "t-0").name.split()[-1])
        say(f"open {number}")
        while True:
            number += 1
            session.execute(
                SetFields("task", ("t-0", "t-1", "t-2"), {"name": f"edit {number}", "notes": "x" * (number % 7 * 3000)})
            )
            say(f"done {number}")
            session.execute(AddRecord("risk", {"event": f"risk of {number}", "id": f"risk-{number}"}))
            session.undo()
            session.redo()
            say(f"risk {number}")
            if len(file.project.table(Risk)) > 30:
                session.execute(DeleteRecords("risk", tuple(file.project.table(Risk))))
                say(f"none {number}")


def in_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def edit_apart(path: Path) -> None:
    """Edit every task for ever, worked out and written in another thread."""
    with ProjectFile.open(path, folders=Folders.under(path.parent / "data")) as file:
        session = Session(file.project, file)
        tasks = tuple(task for task in file.project.table(Task) if task != "t-split")
        number = int(file.project.get(Task, "t-0").name.split()[-1])
        say(f"open {number}")
        while True:
            number += 1
            ahead = session.ahead(SetFields("task", tasks, {"name": f"edit {number}"}))
            in_thread(ahead.work_out)
            in_thread(session.storing(ahead))
            assert ahead.error is None
            session.take(ahead)
            say(f"done {number}")


def upgrade(path: Path) -> None:
    """Open a file of an older format."""
    migrations.OLDEST = 0
    say("open 0")
    ProjectFile.open(path, folders=Folders.under(path.parent / "data")).close()
    say("done 0")


MODES = {"edit": edit, "apart": edit_apart, "upgrade": upgrade}


def serve() -> None:
    for line in sys.stdin:
        mode, _, path = line.rstrip("\n").partition(" ")
        child = os.fork()
        if child == 0:
            say(f"pid {os.getpid()}")
            try:
                MODES[mode](Path(path))
            except BaseException as error:
                say(f"error {error!r}")
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve()
    else:
        MODES[sys.argv[1]](Path(sys.argv[2]))
