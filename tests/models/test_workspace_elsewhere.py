"""Large edits are done elsewhere: whoever asked waits, everybody is told once, and nothing comes between."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from desktop.domain.changes import ChangeSet, Most
from desktop.domain.commands.plan import SetDuration
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Task
from desktop.domain.rejection import Rejected
from desktop.domain.session import MemoryStore, Session
from desktop.models import workspace as module
from desktop.models.workspace import Run, Stopped, Workspace
from tests.plans import office, snapshot

NAMES = SetFields("task", ("survey", "pack", "drive"), {"name": "x"})
ONE = SetFields("task", ("open",), {"name": "one"})


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three records are many."""
    monkeypatch.setattr(module, "MOST", Most(records=2, rows=1000))


class Place:
    """Somewhere else: a thread, with something to happen meanwhile."""

    def __init__(self) -> None:
        self.is_on = False
        self.runs: list[bool] = []
        self.meanwhile: list[Callable[[], object]] = []
        self.stops = False

    @contextmanager
    def begin(self) -> Iterator[Run]:
        assert not self.is_on
        self.is_on = True
        try:
            yield self._run
        finally:
            self.is_on = False

    def _run(self, work: Callable[[], None], *, may_stop: bool) -> None:
        self.runs.append(may_stop)
        errors: list[BaseException] = []

        def run() -> None:
            try:
                work()
            except BaseException as error:
                errors.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        if self.meanwhile:
            self.meanwhile.pop(0)()
        thread.join()
        if may_stop and self.stops:
            raise Stopped
        if errors:
            raise errors[0]


class Kept(MemoryStore):
    """Keeps what is stored, and may take its time or refuse."""

    def __init__(self) -> None:
        self.steps: list[ChangeSet] = []
        self.threads: list[int] = []
        self.begun, self.go = threading.Event(), threading.Event()
        self.go.set()
        self.full = False

    def commit(self, changes: ChangeSet) -> None:
        self.threads.append(threading.get_ident())
        self.begun.set()
        assert self.go.wait(30)
        if self.full:
            raise Rejected("disk_full")
        self.steps.append(changes)


class Scene:
    def __init__(self) -> None:
        self.store, self.place = Kept(), Place()
        self.workspace = Workspace(Session(office(), self.store))
        self.workspace.elsewhere = self.place
        self.told: list[ChangeSet] = []
        self.refused: list[str] = []
        self.workspace.changed.connect(self.told.append)
        self.workspace.rejected.connect(lambda refusal: self.refused.append(refusal.code))

    @property
    def steps(self) -> list[ChangeSet]:
        return self.workspace.session.undo_steps

    def name(self, task: str) -> str:
        return self.workspace.project.get(Task, task).name


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_few_records_are_changed_at_once(scene: Scene) -> None:
    assert scene.workspace.do(ONE)
    assert not scene.place.runs and scene.store.threads == [threading.get_ident()]


def test_many_are_worked_out_and_stored_in_another_thread_and_told_once(scene: Scene) -> None:
    assert scene.workspace.do(NAMES)
    assert scene.place.runs == [True, False] and scene.name("pack") == "x"
    assert scene.told == scene.steps == scene.store.steps
    assert threading.get_ident() not in scene.store.threads
    assert scene.workspace.undo() and scene.name("pack") == "Pack"
    assert scene.workspace.redo() and scene.name("pack") == "x"
    assert scene.place.runs == [True, False] * 3
    assert scene.told == scene.store.steps and len(scene.told) == 3 and len(scene.steps) == 1
    assert threading.get_ident() not in scene.store.threads


def test_without_another_place_everything_is_done_at_once(scene: Scene) -> None:
    scene.workspace.elsewhere = None
    assert scene.workspace.do(NAMES) and scene.workspace.undo()
    assert set(scene.store.threads) == {threading.get_ident()}


def test_stopping_leaves_everything_as_it_was(scene: Scene) -> None:
    before = snapshot(scene.workspace.project)
    scene.place.stops = True
    assert not scene.workspace.do(NAMES)
    assert scene.refused == ["stopped"]
    assert snapshot(scene.workspace.project) == before and not scene.told and not scene.store.steps and not scene.steps
    scene.place.stops = False
    scene.workspace.do(NAMES)
    scene.place.stops = True
    assert not scene.workspace.undo()
    assert scene.refused == ["stopped"] * 2 and scene.name("pack") == "x" and len(scene.steps) == 1


def test_what_changes_while_it_is_worked_out_comes_first(scene: Scene) -> None:
    scene.place.meanwhile.append(lambda: scene.workspace.do(ONE))
    assert scene.workspace.do(NAMES)
    assert scene.place.runs == [True, True, False]
    assert (scene.name("open"), scene.name("pack")) == ("one", "x")
    assert scene.told == scene.steps == scene.store.steps
    assert [len(step.changes) for step in scene.steps] == [1, 3]


def test_a_large_edit_that_comes_in_between_is_done_at_once(scene: Scene) -> None:
    other = SetDuration(("survey", "wishes", "light"), 960, "d", False)
    scene.place.meanwhile.append(lambda: scene.workspace.do(other))
    assert scene.workspace.do(NAMES)
    assert [step.changes[0].id for step in scene.steps] == ["survey", "survey"] and len(scene.told) == 2
    assert scene.name("survey") == "x" and scene.workspace.project.get(Task, "light").duration == 960


def test_an_edit_while_it_is_stored_waits_and_comes_after_it(scene: Scene) -> None:
    scene.store.go.clear()

    def edit() -> None:
        assert scene.store.begun.wait(30)
        timer = threading.Timer(0.05, scene.store.go.set)
        timer.start()
        assert scene.workspace.do(ONE)
        assert scene.name("pack") == "x"
        timer.join()

    scene.place.meanwhile += [lambda: None, edit]
    assert scene.workspace.do(NAMES)
    assert [len(step.changes) for step in scene.told] == [3, 1]
    assert scene.told == scene.steps == scene.store.steps


@pytest.mark.parametrize("back", [True, False])
def test_a_step_that_is_gone_meanwhile_is_not_taken_for_another(scene: Scene, back: bool) -> None:
    scene.workspace.do(ONE)
    scene.workspace.do(NAMES)
    if not back:
        scene.workspace.undo()
    move = scene.workspace.undo if back else scene.workspace.redo
    scene.place.meanwhile.append(move)
    assert not move()
    assert scene.refused == [{True: "step_gone", False: "nothing_to_redo"}[back]]
    assert scene.name("open") == "one" and scene.name("pack") == ("Pack" if back else "x")


def test_what_cannot_be_stored_is_refused_and_nothing_is_told(scene: Scene) -> None:
    before = snapshot(scene.workspace.project)
    scene.store.full = True
    assert not scene.workspace.do(NAMES)
    assert scene.refused == ["disk_full"] and not scene.told and snapshot(scene.workspace.project) == before
    scene.store.full = False
    assert scene.workspace.do(NAMES) and scene.workspace.do(ONE)


def test_what_cannot_be_stored_is_not_the_fault_of_an_edit_that_waited(scene: Scene) -> None:
    scene.store.full = True
    scene.store.go.clear()

    def edit() -> None:
        assert scene.store.begun.wait(30)

        def let_go() -> None:
            scene.store.go.set()

        timer = threading.Timer(0.05, let_go)
        timer.start()
        real, scene.workspace.session._store = scene.workspace.session._store, MemoryStore()
        assert scene.workspace.do(ONE)
        scene.workspace.session._store = real
        timer.join()

    scene.place.meanwhile += [lambda: None, edit]
    assert not scene.workspace.do(NAMES)
    assert scene.refused == ["disk_full"] and scene.name("open") == "one" and scene.name("pack") == "Pack"
    assert [len(step.changes) for step in scene.told] == [1]


def test_instead_of_a_large_step_another_is_done_or_it_stands(scene: Scene) -> None:
    scene.workspace.do(NAMES)
    done, step = scene.workspace.instead(SetFields("task", ("survey", "pack", "drive"), {"name": "y"}))
    assert done and step is scene.steps[-1] and len(scene.steps) == 1 and scene.name("pack") == "y"
    done, _ = scene.workspace.instead(SetFields("task", ("survey", "pack", "drive"), {"name": ""}))
    assert not done and scene.refused == ["required"] and scene.name("pack") == "y" and len(scene.steps) == 1
