"""The sample project that ships: complete, current, and full of canaries."""

from __future__ import annotations

import datetime as dt
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop.domain.commands.plan import DeleteTasks
from desktop.domain.communication import Action, Communication
from desktop.domain.people import Person
from desktop.domain.plan import Baseline, Calendar, ProjectProfile, Task
from desktop.domain.predecessors import predecessors_text
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, Kind
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.resource_names import resources_text
from desktop.domain.risks import Risk
from desktop.domain.scheduling import schedule
from desktop.domain.session import Session
from desktop.domain.shift import shifted, weeks_until
from desktop.domain.validation import validate
from desktop.i18n import ENGLISH, catalog
from desktop.store.files import ProjectFile


@pytest.fixture(scope="module")
def builder(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("sample_build", root / "resources" / "samples" / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sample(root: Path) -> Iterator[Project]:
    file = ProjectFile.open(root / "resources" / "samples" / "chenghai.pilotage", read_only=True)
    yield file.project
    file.close()


def test_the_file_is_what_its_tables_say(builder: ModuleType, sample: Project) -> None:
    made = builder.build()
    for key in RECORD_TYPES:
        assert dict(sample.rows(key)) == dict(made.rows(key)), key


def test_it_is_a_whole_project(sample: Project) -> None:
    assert 55 <= len(sample.table(Task)) <= 65
    assert len(sample.table(Risk)) == 12
    assert len(sample.table(Person)) == 15 and len(sample.table(Communication)) == 15
    assert {action.side for action in sample.table(Action).values() if action.is_open} == {
        "us",
        "client",
        "third_party",
    }
    assert len(sample.table(Baseline)) == 1
    assert any(0 < task.percent_complete < 100 for task in sample.table(Task).values())
    for record in sample.all():
        validate(sample, record)


def test_its_schedule_has_no_circle_and_a_critical_path_to_the_end(sample: Project) -> None:
    plan = schedule(sample)
    assert plan.cycles == ()
    last = sample.outline.order[-1]
    assert plan.of(last).critical and plan.of(last).finish == plan.finish


def test_candid_texts_are_planted_where_no_client_may_look(sample: Project) -> None:
    planted = [
        value
        for record in sample.all()
        for name, spec in record.info.specs.items()
        if isinstance(value := getattr(record, name), str) and len(value) > 8
        if spec.kind in (Kind.TEXT, Kind.LONG_TEXT) and not (spec.audience == CLIENT == record.audience)
        if name not in {"created_by", "changed_by", "email"}
    ]
    assert len(planted) >= 30
    for candid in ("毛利只剩 12%。", "吴强私下反对这个项目，需要陈行长出面。", "已经口头催过三次。"):
        assert candid in planted


def test_a_copy_comes_forward_by_whole_weeks(sample: Project) -> None:
    assert weeks_until(sample, dt.date(2026, 11, 20)) == 0
    assert weeks_until(sample, dt.date(2020, 1, 1)) == 0
    weeks = weeks_until(sample, dt.date(2027, 1, 1))
    assert weeks == 6
    moved = shifted(sample, weeks)
    assert moved.profile.status_date == dt.date(2027, 1, 1)
    before = next(iter(sample.table(Baseline).values())).tasks[3]
    after = next(iter(moved.table(Baseline).values())).tasks[3]
    assert before.start is not None and after.start == before.start + dt.timedelta(weeks=6)
    assert dict(moved.table(Calendar)) == dict(sample.table(Calendar))
    assert moved.table(ProjectProfile).keys() == sample.table(ProjectProfile).keys()


def texts(project: Project, task: str) -> tuple[str, str]:
    """What the cells of predecessors and resources say."""
    return predecessors_text(project, task, catalog(ENGLISH)), resources_text(project, task)


def test_whatever_of_its_plan_is_deleted_and_comes_back_has_its_dates_again(sample: Project) -> None:
    session = Session(Project(sample.all()), author="test", clock=lambda: dt.datetime(2026, 11, 20, 9))
    before = {task: session.schedule.of(task) for task in sample.table(Task)}
    said = {task: texts(session.project, task) for task in before}
    for gone in (*((task,) for task in sample.outline.row if sample.is_summary(task)), tuple(sample.outline.row)):
        session.execute(DeleteTasks(gone))
        assert not session.project.table(Task).keys() & set(gone)
        session.undo()
        assert {task: session.schedule.of(task) for task in before} == before
        session.redo()
        session.undo()
        assert {task: session.schedule.of(task) for task in before} == before
        assert {task: texts(session.project, task) for task in before} == said
