"""The history of one record: found among all entries, in any thread, while the file is being edited."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop.domain.commands import plan as commands
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.rejection import Rejected
from desktop.domain.session import Session
from desktop.store import files
from desktop.store.files import ProjectFile


def test_only_what_concerns_the_record_is_found(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(SetFields("task", ("t-1",), {"name": "Alone"}))
        session.execute(SetFields("task", ("t-2",), {"name": "Another"}))
        session.execute(SetFields("task", ("t-1", "t-2"), {"notes": "Both"}))
        session.execute(AddRecord("risk", {"event": "Ice", "links": ("task/t-1",)}))
        session.execute(AddRecord("risk", {"event": "Fog"}))
        found, last = file.history_about("t-1")
        assert last is None
        assert [entry.number for entry in found] == [4, 3, 1]
        assert [[change.id for change in entry.changes.changes] for entry in found[1:]] == [["t-1"], ["t-1"]]
        assert found[2].changes.changes == session.undo_steps[0].changes
        assert found[0].changes.of("risk")[0].after is not None
        assert file.history_about("nobody") == ([], None)


def test_it_goes_on_behind_the_number_that_it_gives(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "AT_ONCE", 2)
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        for number in range(5):
            session.execute(SetFields("task", ("t-1" if number % 2 else "t-2",), {"name": f"Name {number}"}))
        numbers: list[int] = []
        last: int | None = None
        for _ in range(4):
            found, last = file.history_about("t-1", last)
            numbers += [entry.number for entry in found]
            if last is None:
                break
        assert numbers == [4, 2] and last is None


def test_another_thread_may_look_while_the_file_is_open(path: Path) -> None:
    with ProjectFile.open(path) as file:
        session = Session(file.project, file)
        session.execute(commands.SetDuration(("t-1",), 960))
        found: list[int] = []

        def look() -> None:
            found.extend(entry.number for entry in file.history_about("t-1")[0])

        worker = threading.Thread(target=look)
        worker.start()
        worker.join(20)
        assert found == [1]
        session.execute(commands.SetDuration(("t-1",), 480))  # nothing was left locked
        assert len(file.history_about("t-1")[0]) == 2


def test_a_file_that_is_gone_is_refused(path: Path) -> None:
    with ProjectFile.open(path) as file:
        path.unlink()
        with pytest.raises(Rejected):
            file.history_about("t-1")
