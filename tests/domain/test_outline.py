"""An outline that follows single changes is the one made from the records as they are then."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.outline import flattened, grouped
from desktop.domain.plan import ProjectProfile, Task, WbsLevel
from desktop.domain.project import Project

IDS = [f"t{number}" for number in range(12)]
PARENTS = st.sampled_from([None, *IDS, "nobody"])
CODES = st.sampled_from(["", "", "", "1", "2.1", "X"])
NO_CODES = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from([None, *IDS]), st.integers(0, 5)), max_size=12)
MASKS = st.sampled_from([(), (WbsLevel(kind="upper", separator="-"), WbsLevel(kind="number", length=2))])
TASKS = st.builds(
    lambda one, parent, rank, code: Task(id=one, name=one, parent=parent, rank=rank, wbs_code=code),
    st.sampled_from(IDS), PARENTS, st.integers(0, 5), CODES,
)  # fmt: skip
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), TASKS),
        st.tuples(st.just("delete"), st.sampled_from(IDS)),
        st.tuples(st.just("mask"), MASKS),
        st.tuples(st.just("children"), st.sampled_from([None, *IDS])),
        st.tuples(st.just("outline"), st.none()),
        st.tuples(st.just("snapshot"), st.none()),
    ),
    max_size=40,
)


def check(project: Project) -> None:
    """The same as made from nothing; links of what is asked never matter."""
    fresh = Project(project.all())
    for task, code in zip(fresh.outline.order, fresh.outline.wbs, strict=True):
        assert project.wbs(task) == code
    assert project.outline == fresh.outline
    for task in (None, *IDS):
        assert project.children(task) == fresh.children(task)


@given(st.lists(TASKS, max_size=12), EDITS)
def test_it_follows_every_edit(begin: list[Task], edits: list[tuple[str, object]]) -> None:
    project = Project([ProjectProfile(id="p", name="P"), *begin])
    kept: list[tuple[Project, list[Task]]] = []
    for what, value in edits:
        if isinstance(value, Task):
            project.put("task", value.id, value)
        elif what == "delete":
            project.put("task", str(value), None)
        elif what == "mask":
            project.put("project", "p", ProjectProfile(id="p", name="P", wbs_levels=value))
        elif what == "children":
            project.children(value if isinstance(value, str) else None)
        elif what == "outline":
            check(project)
        else:
            kept.append((project, list(project.table(Task).values())))
            project = project.snapshot()
    check(project)
    for earlier, tasks in kept:  # what a copy was told, the original never heard of
        assert list(earlier.table(Task).values()) == tasks
        check(earlier)


@given(NO_CODES, NO_CODES, MASKS)
def test_one_code_is_told_without_an_outline_and_a_trial_taken_back(
    begin: list[tuple[str, str | None, int]], edits: list[tuple[str, str | None, int]], levels: tuple[WbsLevel, ...]
) -> None:
    tasks = [Task(id=one, name=one, parent=parent, rank=rank) for one, parent, rank in begin]
    project = Project([ProjectProfile(id="p", name="P", wbs_prefix="A-", wbs_levels=levels), *tasks])
    before = {task.id: task for task in project.table(Task).values()}
    state = project.outline_state()
    for one, parent, rank in edits:
        if one in before:
            project.put("task", one, Task(id=one, name=one, parent=parent, rank=rank))
    fresh = Project(project.all())
    for one, code in zip(fresh.outline.order, fresh.outline.wbs, strict=True):
        assert project.wbs(one) == code
    for one, task in before.items():
        project.put("task", one, task)
    project.outline_is_again(state)
    check(project)


def plan(phases: int = 30, tasks: int = 8) -> Project:
    """Phases of tasks, each named by its place: ``3`` and ``3.5``."""
    records = [Task(id=f"{phase}", name="", rank=phase << 8) for phase in range(1, phases + 1)]
    records += [
        Task(id=f"{phase}.{number}", name="", parent=f"{phase}", rank=number << 8)
        for phase in range(1, phases + 1)
        for number in range(1, tasks + 1)
    ]
    return Project(records)


class Counted(dict[str, Task]):
    """A table that says how often a task was looked at."""

    looks = 0

    def __getitem__(self, key: str) -> Task:
        self.looks += 1
        return super().__getitem__(key)


def looked_at(change: Callable[[Project], str]) -> int:
    """How many tasks a new outline looks at after ``change``, which says what it stirred."""
    project = plan()
    before = project.outline
    stirred = change(project)
    tasks = Counted(project.table(Task))
    made = flattened(grouped(tasks), tasks, project.mask, previous=before, stirred=(stirred, "7"))
    assert made == project.outline
    return tasks.looks


def test_branches_that_stay_are_taken_as_they_stand() -> None:
    def move_within(project: Project) -> str:
        project.put("task", "7.5", project.get(Task, "7.5").replace(rank=1))
        return "7.5"

    def leave(project: Project) -> str:
        project.put("task", "7.8", None)
        return "7.8"

    # The thirty phases and the eight of the one that changed, of two hundred and seventy.
    assert looked_at(move_within) <= 38
    assert looked_at(leave) <= 38
