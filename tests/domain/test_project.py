"""Derived indexes of a project: outline, WBS codes, links."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.plan import Baseline, Dependency, ProjectProfile, Task
from desktop.domain.project import Project


def task(identity: str, parent: str | None = None, rank: int = 0, wbs_code: str = "") -> Task:
    return Task(id=identity, name=identity, parent=parent, rank=rank, wbs_code=wbs_code)


def test_the_outline_follows_ranks_not_insertion() -> None:
    project = Project([task("b", rank=2), task("a1", "a", 5), task("a", rank=1), task("a0", "a", 4), task("a11", "a1")])
    outline = project.outline
    assert outline.order == ("a", "a0", "a1", "a11", "b")
    assert outline.depth == (0, 1, 1, 2, 0)
    assert outline.wbs == ("1", "1.1", "1.2", "1.2.1", "2")
    assert outline.end == (4, 2, 4, 4, 5)
    assert list(project.descendants("a")) == ["a0", "a1", "a11"]
    assert project.is_summary("a1") and not project.is_summary("b")


def test_an_own_code_heads_the_codes_below() -> None:
    project = Project([task("a", wbs_code="P-7"), task("x", "a"), task("b", rank=1)])
    assert project.outline.wbs == ("P-7", "P-7.1", "2")


def test_a_task_whose_parent_is_missing_stays_visible() -> None:
    project = Project([task("a", "nobody")])
    assert project.outline.order == ("a",)


@given(st.lists(st.integers(-1, 30), max_size=40))
def test_every_task_is_in_the_outline_once_below_its_parent(parents: list[int]) -> None:
    tasks = [task(f"t{i}", f"t{p}" if 0 <= p < i else None, i) for i, p in enumerate(parents)]
    outline = Project(tasks).outline
    assert sorted(outline.order) == sorted(item.id for item in tasks)
    for item in tasks:
        row = outline.row[item.id]
        if item.parent:
            above = outline.row[item.parent]
            assert above < row < outline.end[above]
            assert outline.depth[row] == outline.depth[above] + 1


def test_a_very_deep_outline_needs_no_recursion() -> None:
    tasks = [task(f"t{i}", f"t{i - 1}" if i else None) for i in range(5000)]
    assert len(Project(tasks).outline.order) == 5000


def test_links_both_ways_and_the_baseline_in_force() -> None:
    link = Dependency(id="d", predecessor="a", successor="b")
    project = Project(
        [task("a"), task("b", rank=1), link, Baseline(id="1", name="x", number=1), Baseline(id="2", name="y", number=2)]
    )
    assert project.predecessors("b") == [link] and project.successors("a") == [link]
    assert project.predecessors("a") == []
    assert project.baseline is not None and project.baseline.name == "y"


def test_numbers_start_behind_what_was_ever_used() -> None:
    profile = ProjectProfile(id="p", name="P", number=1, start=dt.datetime(2026, 6, 1))
    assert Project([profile], {"task": 40}).numbering["task"] == 40
    assert Project([task("a").replace(number=7)], {"task": 3}).numbering["task"] == 8


def test_references_resolve() -> None:
    project = Project([task("a")])
    assert project.resolve("task/a") is project.get(Task, "a")
    assert project.resolve("task/b") is None and project.resolve("nonsense") is None
