"""Real processes, killed at random moments: every acknowledged edit is there, none is half there, and the
file opens again without a question."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.risks import Risk
from desktop.store import migrations
from desktop.store.files import ProjectFile
from desktop.store.preparing import Folders
from tests.store.samples import make_project, rename, same, set_format, write_project

FORKS = sys.platform != "win32"
KILLS = int(os.environ.get("PILOTAGE_KILLS", "36" if FORKS else "8"))


class Victims:
    """Starts processes of ``killed`` and kills them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.server = self._start("serve") if FORKS else None

    def _start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.store.killed", *arguments],
            cwd=self.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        )  # fmt: skip

    def kill(self, mode: str, path: Path, seconds: float, *, after: str = "") -> list[str]:
        """Run one, kill it ``seconds`` after its line ``after`` (or its start); what it said."""
        process = self.server or self._start(mode, str(path))
        assert process.stdin is not None and process.stdout is not None
        said: list[str] = []
        pid = process.pid
        if self.server is not None:
            process.stdin.write(f"{mode} {path}\n")
            process.stdin.flush()
            word, _, number = process.stdout.readline().partition(" ")
            assert word == "pid"
            pid = int(number)
        while after and not any(line.startswith(after) for line in said):
            said.append(process.stdout.readline().strip())
            assert said[-1] and not said[-1].startswith(("error", "gone")), said
        time.sleep(seconds)
        with contextlib.suppress(ProcessLookupError):  # finished by itself
            os.kill(pid, signal.SIGKILL if FORKS else signal.SIGTERM)
        while (line := process.stdout.readline().strip()) not in ("gone", ""):
            said.append(line)
        if self.server is None:
            process.wait()
            process.stdin.close()
            process.stdout.close()
        return said

    def close(self) -> None:
        if self.server is not None:
            self.server.communicate()


@pytest.fixture
def victims(root: Path) -> Iterator[Victims]:
    found = Victims(root)
    yield found
    found.close()


def test_no_acknowledged_edit_is_lost(tmp_path: Path, victims: Victims) -> None:
    project = make_project()
    for identity in ("t-0", "t-1", "t-2"):
        project.put("task", identity, project.get(Task, identity).replace(name="edit 0"))
    path = write_project(tmp_path / "a.pilotage", project)
    moments = random.Random(20260610)
    done = edits = 0
    for kill in range(KILLS):
        # Some before the file is open, some in the first edit with its backup, most in the midst of work.
        after = "" if kill % 10 == 9 else "done" if kill % 3 else "open"
        said = victims.kill("edit", path, moments.uniform(0, 0.1), after=after)
        assert not [line for line in said if line.startswith(("warning", "error"))]
        acknowledged = [line.split() for line in said if line.startswith(("done", "risk", "none"))]
        done = max([done, *(int(number) for word, number in acknowledged if word == "done")])
        with ProjectFile.open(path, folders=Folders.under(tmp_path / "data")) as file:
            assert not file.read_only and not file.warnings
            (name,) = {file.project.get(Task, identity).name for identity in ("t-0", "t-1", "t-2")}  # or half an edit
            number = int(name.split()[1])
            assert done <= number <= done + 1, "an acknowledged edit is gone"
            risks = file.project.table(Risk)
            if acknowledged and acknowledged[-1][0] == "risk" and risks:
                assert f"risk-{acknowledged[-1][1]}" in risks
            if acknowledged and acknowledged[-1][0] == "none":
                assert risks.keys() <= {f"risk-{number}"}
            assert not file.verify()
            edits = max([edits, *(entry.number for entry in file.history(1))])
        done = number
    assert edits >= KILLS // 2  # the processes did get to work


def test_of_a_large_edit_in_another_thread_all_is_there_or_nothing(tmp_path: Path, victims: Victims) -> None:
    project = make_project(400)
    tasks = [task for task in project.table(Task) if task != "t-split"]
    for identity in tasks:
        project.put("task", identity, project.get(Task, identity).replace(name="edit 0"))
    path = write_project(tmp_path / "a.pilotage", project)
    moments = random.Random(20261130)
    done = 0
    for kill in range(KILLS // 3):
        said = victims.kill("apart", path, moments.uniform(0, 0.15), after="done" if kill % 2 else "open")
        assert not [line for line in said if line.startswith("error")], said
        done = max([done, *(int(line.split()[1]) for line in said if line.startswith("done"))])
        with ProjectFile.open(path, folders=Folders.under(tmp_path / "data")) as file:
            (name,) = {file.project.get(Task, identity).name for identity in tasks}  # or half an edit
            number = int(name.split()[1])
            assert done <= number <= done + 1, "an acknowledged edit is gone"
            assert not file.verify() and not file.warnings
        done = number
    assert done > 2  # the processes did get to work


@pytest.fixture
def old_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "OLDEST", 0)


@pytest.mark.skipif(not FORKS, reason="starting Python takes longer than the upgrade")
@pytest.mark.usefixtures("old_format")
def test_an_upgrade_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path, victims: Victims) -> None:
    path = write_project(tmp_path / "a.pilotage", make_project(300))
    with ProjectFile.open(path) as file:
        rename(file, "kept")
        expected: Project = file.project.snapshot()
    set_format(path, 0)
    old = path.read_bytes()
    moments = random.Random(7)
    started = time.monotonic()
    victims.kill("upgrade", path, 0, after="done")
    needed = time.monotonic() - started
    outcomes = {path.read_bytes() == old}
    for _ in range(10):
        path.write_bytes(old)
        victims.kill("upgrade", path, moments.uniform(0, needed), after="open")
        outcomes.add(path.read_bytes() == old)
        with ProjectFile.open(path, folders=Folders.under(tmp_path / "data")) as file:
            assert same(file.project, expected) and not file.warnings and not file.verify()
    assert outcomes == {True, False}
