"""What was done to one task, in words: the task itself, its links, its assignments and what is linked with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.changes import REDO, UNDO, Change, ChangeSet
from desktop.domain.display import display, name_of
from desktop.domain.plan import Assignment, Dependency, Resource, Task
from desktop.domain.predecessors import lag_text
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record
from desktop.i18n import N_, Words, ntr

ADDED, REMOVED = N_("added", "history"), N_("removed", "history")
KINDS = {UNDO: N_("Undone: {step}"), REDO: N_("Redone: {step}")}
LONGEST = 200
"""Characters of a value that are shown."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One step that concerned the task."""

    at: dt.datetime
    author: str
    step: str
    """Its name in the undo menu."""
    details: tuple[str, ...]
    """What changed: ``Duration: 5d → 3d``."""


def deed(project: Project, task: str, changes: ChangeSet, words: Words) -> Deed | None:
    """What a step did to a task; None where it only touched what names it."""
    details = tuple(line for change in changes.changes for line in _told(project, task, change, words))
    if not details:
        return None
    step = words(changes.label, **changes.facts)
    if changes.kind in KINDS:
        step = words(KINDS[changes.kind], step=step)
    return Deed(changes.at, changes.author, step, details)


def _told(project: Project, task: str, change: Change, words: Words) -> Iterator[str]:
    found = change.after or change.before
    if isinstance(found, Task):
        if found.id == task:
            yield from _of_record(project, change, "", words)
    elif isinstance(found, Dependency):
        yield from _of_link(project, task, change, words)
    elif isinstance(found, Assignment):
        if task in {one.task for one in (change.before, change.after) if isinstance(one, Assignment)}:
            resource = project.find(Resource, found.resource)
            yield from _of_record(project, change, resource.name if resource else words(found.info.title), words)
    elif found is not None and found.info.key != "baseline":
        yield from _of_other(task, change, words)


def _of_record(project: Project, change: Change, name: str, words: Words) -> Iterator[str]:
    """Fields that differ; of a record that came or went only that."""
    found = change.after or change.before
    assert found is not None
    if change.before is None or change.after is None:
        yield _pair(name or name_of(found, words), words(ADDED if change.before is None else REMOVED), words)
        return
    for title, before, after in fields_told(project, change, words):
        yield _pair(f"{name}, {title}" if name else title, f"{before or '–'} → {after or '–'}", words)


def fields_told(project: Project, change: Change, words: Words) -> Iterator[tuple[str, str, str]]:
    """(title, before, after) of every field of a record that an edit changed, as text."""
    found = change.after or change.before
    for spec in found.info.columns() if found is not None else ():
        before, after = (_text(project, record, spec.name, words) for record in (change.before, change.after))
        if before != after:
            yield words(spec.title), before, after


def _of_link(project: Project, task: str, change: Change, words: Words) -> Iterator[str]:
    before, after = (_link(project, task, link, words) for link in (change.before, change.after))
    if before == after:
        return
    if not before or not after:
        yield _pair(before or after, words(ADDED if not before else REMOVED), words)
    else:
        yield f"{before} → {after}"


def _link(project: Project, task: str, link: Record | None, words: Words) -> str:
    """A link as the task sees it, "" where it is not one of the task."""
    if not isinstance(link, Dependency) or task not in (link.predecessor, link.successor):
        return ""
    incoming = link.successor == task
    other = project.find(Task, link.predecessor if incoming else link.successor)
    side = words(N_("Predecessor") if incoming else N_("Successor"))
    lag = f" {lag_text(project, link, words)}" if link.lag or link.lag_percent is not None else ""
    return f"{side} “{other.name[:LONGEST] if other else '?'}” {link.type}{lag}"


def _of_other(task: str, change: Change, words: Words) -> Iterator[str]:
    """Records of registers that were linked with the task, or parted from it."""
    found = change.after or change.before
    before, after = (_points_to(task, record) for record in (change.before, change.after))
    if found is not None and before != after:
        name = f"{words(found.info.title)} {found.code} {name_of(found, words)[:LONGEST]}"
        yield _pair(name, words(N_("linked", "history") if after else N_("no longer linked", "history")), words)


def _points_to(task: str, record: Record | None) -> bool:
    if record is None:
        return False
    if f"task/{task}" in record.links:
        return True
    for name, spec in record.info.specs.items():
        if spec.to == "task" and spec.kind in (Kind.LINK, Kind.LINKS):
            value = getattr(record, name)
            if task == value or (spec.kind is Kind.LINKS and task in value):
                return True
    return False


def _pair(name: str, what: str, words: Words) -> str:
    return words(N_("{name}: {what}", "history"), name=name, what=what)


def _text(project: Project, record: Record | None, name: str, words: Words) -> str:
    if record is None:
        return ""
    spec = record.info.specs[name]
    if spec.kind is Kind.ROWS:
        return ntr("{n} row", "{n} rows", len(getattr(record, name)))
    return " ".join(display(project, record, spec, words)[:LONGEST].split())
