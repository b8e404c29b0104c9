"""Who gets a task while tasks are grouped by resources finds it among their own at once.

The rows that are there stay under the hand until the plan is judged again: the task is not taken from the groups in
which it stands. What only came in this way goes with the assignment.
"""

from __future__ import annotations

from bisect import bisect_left

from desktop.domain.changes import ChangeSet
from desktop.domain.plan import Assignment, Resource
from desktop.domain.project import Project
from desktop.i18n import tr
from desktop.models.plan_groups import Places

BY_RESOURCES = ("resources",)
Joined = set[tuple[str, str]]
"""(task, name of the resource) of what joined a group since the plan was judged."""


def join(places: Places, joined: Joined, changes: ChangeSet, project: Project) -> Places:
    """``places`` after a change of assignments, and ``joined`` brought up to date."""
    deleted = {
        change.before.id: change.before.name
        for change in changes.of("resource")
        if isinstance(change.before, Resource) and change.after is None
    }

    def name_of(one: Assignment) -> str:
        resource = project.find(Resource, one.resource)
        return resource.name if resource is not None else deleted.get(one.resource, "")

    for change in changes.of("assignment"):
        before, after = change.before, change.after
        gone = before if isinstance(before, Assignment) else None
        come = after if isinstance(after, Assignment) else None
        if gone and come and (gone.task, gone.resource) == (come.task, come.resource):
            continue
        if gone and not any(one.resource == gone.resource for one in project.assignments(gone.task)):
            _leave(places, joined, gone.task, name_of(gone))
        if come:
            places = _enter(places, joined, come.task, name_of(come))
    return places


def assigned(changes: ChangeSet) -> set[str]:
    """The tasks whose assignments have changed."""
    found = (one for change in changes.of("assignment") for one in (change.before, change.after))
    return {one.task for one in found if isinstance(one, Assignment)}


def _leave(places: Places, joined: Joined, task: str, name: str) -> None:
    if (task, name) in joined and task in places.of:
        at = places.paths.index((name,))
        places.of[task] = tuple(each for each in places.of[task] if each != at)
    joined.discard((task, name))


def _enter(places: Places, joined: Joined, task: str, name: str) -> Places:
    """The last of the places of a task is that of the group which it joins, so that its other rows keep their names."""
    if not name or task not in places.of:
        return places
    if (name,) not in places.paths:
        places = _with_group(places, name)
    at = places.paths.index((name,))
    if at not in places.of[task]:
        places.of[task] = (*places.of[task], at)
        joined.add((task, name))
    return places


def _with_group(places: Places, name: str) -> Places:
    """With a group that nobody has been in before: in the order of names, those without a resource stay last."""
    named = [path[0] for path in places.paths]
    at = bisect_left(named[:-1] if named[-1:] == [tr("No resource")] else named, name)
    of = {task: tuple([each + (each >= at) for each in several]) for task, several in places.of.items()}
    return Places([*places.paths[:at], (name,), *places.paths[at:]], of)
