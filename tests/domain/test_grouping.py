"""Groups that follow single changes are those made from the table as it is then, by number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.plan import Dependency
from desktop.domain.project import Project

TASKS = ("a", "b", "c")
LINKS = st.builds(
    lambda one, before, after, lag: Dependency(id=one, number=int(one), predecessor=before, successor=after, lag=lag),
    st.sampled_from("123456"), st.sampled_from(TASKS), st.sampled_from(TASKS), st.integers(0, 3),
)  # fmt: skip
EDITS = st.lists(st.one_of(LINKS, st.sampled_from("123456"), st.sampled_from(("ask", "copy"))), max_size=40)


def check(project: Project) -> None:
    rows = project.rows("dependency")
    links = [rows[one] for one in sorted(rows)]  # their ids are their numbers
    for task in TASKS:
        assert project.predecessors(task) == [each for each in links if getattr(each, "successor", "") == task]
        assert project.successors(task) == [each for each in links if getattr(each, "predecessor", "") == task]


@given(EDITS)
def test_groups_follow_every_edit_and_are_in_the_order_of_numbers(edits: list[Dependency | str]) -> None:
    project = Project()
    kept = [project]
    for edit in edits:
        if isinstance(edit, Dependency):
            project.put("dependency", edit.id, edit)
        elif edit == "ask":
            check(project)
        elif edit == "copy":
            project = project.snapshot()
            kept.append(project)
        else:
            project.put("dependency", edit, None)
    for each in kept:
        check(each)
