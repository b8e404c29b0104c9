"""What the tests of the store work on."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.domain.changes import ChangeSet, Transaction
from desktop.domain.communication import Action, AgendaItem, Communication, Decision, Meeting, Option
from desktop.domain.control import Issue
from desktop.domain.people import Client, Person
from desktop.domain.plan import (
    Assignment,
    Baseline,
    BaselineTask,
    Calendar,
    CalendarException,
    Dependency,
    ProjectProfile,
    Resource,
    Split,
    Task,
    WeekDay,
)
from desktop.domain.project import Project
from desktop.domain.record import Record
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.domain.risks import Risk
from desktop.store.files import ProjectFile

NOW = dt.datetime(2026, 6, 10, 9, 30)
ODD = 'R&D <10 days "x" <b>b</b> =HYPERLINK("http://x") 名称😀\n\ttwo lines; \u2028 \u202e'


def make_project(tasks: int = 3) -> Project:
    """Every record type at least once."""
    start = dt.datetime(2026, 6, 1, 8)
    stamps = {"created_at": NOW, "created_by": "李雷", "changed_at": NOW, "changed_by": "李雷"}
    records: list[Record] = [
        ProjectProfile(id="p-1", number=1, name="Port", start=start, calendar="c-1", objectives=(ODD, "")),
        Client(id="cl-1", number=1, name="Harbour Ltd", address=ODD),
        Person(id="li", number=1, name="李雷", consent=True, next_contact=dt.date(2026, 6, 30)),
        Calendar(
            id="c-1", number=1, name="Standard",
            week=tuple(WeekDay(weekday=day, bands="08:00-12:00 13:00-17:00") for day in range(5)),
            exceptions=(CalendarException(name="国庆节", start=dt.date(2026, 10, 1), finish=dt.date(2026, 10, 7)),),
        ),
        *(
            Task(id=f"t-{i}", number=i + 1, name=f"Task {i} 任务", rank=(i + 1) * 100, notes=ODD, **stamps)
            for i in range(tasks)
        ),
        Task(id="t-split", number=tasks + 1, name="Split", parent="t-0", splits=(Split(start=start, finish=None),)),
        *(Dependency(id=f"d-{i}", number=i, predecessor=f"t-{i - 1}", successor=f"t-{i}") for i in range(1, tasks)),
        Resource(id="r-1", number=1, name="李雷", person="li", standard_rate=2**53),
        Assignment(id="a-1", number=1, task="t-0", resource="r-1", units=50),
        Baseline(id="b-1", number=1, name="Agreed", tasks=(BaselineTask(task="t-0", start=start, cost=7),)),
        Risk(id="k-1", number=4, event="Late data", owner="li", tasks=("t-0", "t-1"), tags=("a,b", "[]")),
        Communication(id="m-1", number=1, subject="Call", happened_at=start, participants=("li",), private_note=ODD),
        Meeting(id="mt-1", number=1, title="Kick-off", agenda=(AgendaItem(topic=ODD, owner="li"), AgendaItem())),
        Decision(id="dc-1", number=1, title="Which quay", options=(Option(name="A", cost=100),)),
        Action(id="x-1", number=1, title="Send data", side="client", due=dt.date(2026, 6, 12)),
        Issue(id="i-1", number=1, problem="Crane broken"),
    ]  # fmt: skip
    # Types that came later and need nothing special here.
    missing = RECORD_TYPES.keys() - {record.info.key for record in records}
    records += [RECORD_TYPES[key](id=f"{key}-1", number=1) for key in sorted(missing)]
    return Project(records, {"risk": 9})


def write_project(path: Path, project: Project) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    ProjectFile.create(path, project).close()
    return path


def tables(project: Project) -> dict[str, list[Record]]:
    """Everything in a project, in order."""
    return {key: list(project.rows(key).values()) for key in RECORD_TYPES}


def same(one: Project, other: Project) -> bool:
    return tables(one) == tables(other) and one.numbering == other.numbering


def change(project: Project, kind: type[Record], identity: str, **fields: Any) -> ChangeSet:
    """Change one record in memory, as a session would, and return what changed."""
    tx = Transaction(project, now=NOW, author="李雷")
    tx.update(kind, identity, **fields)
    return ChangeSet("Change {name}", tx.changes(), NOW, "李雷", {"name": identity})


def rename(file: ProjectFile, name: str, identity: str = "t-0") -> ChangeSet:
    """Rename a task in memory and in the file."""
    changes = change(file.project, Task, identity, name=name)
    file.commit(changes)
    return changes


def code_of(act: Any, *args: Any, **options: Any) -> str:
    """The code with which ``act`` is refused; that it has a sentence is checked as well."""
    from desktop.domain.rejection import SENTENCES, explain
    from desktop.i18n import catalog

    try:
        act(*args, **options)
    except Rejected as rejected:
        assert rejected.code in SENTENCES
        sentence = explain(rejected, catalog("en"))
        assert "{" not in sentence and sentence.endswith(".")
        return rejected.code
    return ""


def patch(path: Path, offset: int, content: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(content)


def set_format(path: Path, version: int) -> None:
    """Write ``user_version`` into the header (offset 60 of the SQLite file format)."""
    patch(path, 60, struct.pack(">i", version))


def names(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir())


@contextmanager
def unchanged(path: Path) -> Iterator[None]:
    """Neither the file nor its folder differ afterwards, not even in their times."""
    facts = path.read_bytes(), path.stat().st_mtime_ns, names(path.parent)
    yield
    assert (path.read_bytes(), path.stat().st_mtime_ns, names(path.parent)) == facts
