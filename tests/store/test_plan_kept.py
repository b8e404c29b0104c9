"""A plan in its file: links keep type and sign, and what is undone leaves no trace in the rows of records."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.commands import plan as commands
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.exchange.mspdi import mspdi_bytes, read_mspdi
from desktop.store.files import ProjectFile
from desktop.store.tables import HISTORY, LEDGER, META
from tests.plans import DAY, office, plan_commands
from tests.store.samples import NOW


def test_two_links_of_a_pair_and_a_negative_lag_survive_both_kinds_of_file(tmp_path: Path) -> None:
    """ISO 8601 has no negative duration; a pair may be linked start to start and finish to finish."""
    path, links = tmp_path / "a.pilotage", {("SS", DAY), ("FF", -2 * DAY)}
    ProjectFile.create(path, office()).close()
    with ProjectFile.open(path) as file:
        session = Session(file.project, file, clock=lambda: NOW)
        session.execute(commands.UnlinkTasks(("survey", "wishes")))
        for kind, lag in sorted(links):
            session.execute(commands.AddLink("survey", "wishes", kind, lag))
        dates = schedule(file.project).of("wishes")
    with ProjectFile.open(path) as file:
        assert {(link.type, link.lag) for link in file.project.predecessors("wishes")} == links
        planned = schedule(file.project)
        assert planned.of("wishes") == dates
        (tmp_path / "a.xml").write_bytes(mspdi_bytes(file.project, planned, NOW)[0])
    found = read_mspdi(tmp_path / "a.xml").project()
    wishes = next(task for task in found.table(Task).values() if task.name == office().get(Task, "wishes").name)
    assert {(link.type, link.lag) for link in found.predecessors(wishes.id)} == links
    assert schedule(found).of(wishes.id).start == dates.start


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_done_and_undone_leaves_every_row_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Byte by byte, for any command on the plan; only the history tells of it."""
    path = tmp_path_factory.mktemp("undone") / "a.pilotage"
    ProjectFile.create(path, office()).close()
    with ProjectFile.open(path) as file:
        session = Session(file.project, file, clock=lambda: NOW)
        assert len(rows(path)["task"]) == 12
        for _ in range(data.draw(st.integers(1, 4))):
            before, steps = rows(path), len(session.undo_steps)
            with suppress(Rejected):
                session.execute(data.draw(plan_commands(file.project)))
            if len(session.undo_steps) == steps:  # refused, or nothing to change
                assert rows(path) == before
                continue
            session.undo()
            assert rows(path) == before
            if data.draw(st.booleans()):
                session.redo()


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables of records. The ledger remembers numbers, so that none is given twice."""
    with sqlite3.connect(path) as base:
        base.text_factory = bytes
        names = [name.decode() for (name,) in base.execute("select name from sqlite_master where type = 'table'")]
        return {
            name: sorted(base.execute(f'select * from "{name}"'), key=repr)
            for name in names
            if name not in (HISTORY, LEDGER, META) and not name.startswith("sqlite_")
        }
