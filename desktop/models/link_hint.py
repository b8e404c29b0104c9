"""Says which tasks a text in the column of predecessors names, before it is taken.

A bare number is a WBS code, else the number of a task (``T-009``). A person may mean the number at the left edge of the
row instead: where that, or the number of a task, leads to another task, it is said how to name that one.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.plan import Task
from desktop.domain.predecessors import TaskCodes, names_in
from desktop.domain.project import Project
from desktop.i18n import tr

MOST = 4
"""Entries of which is said what they name: the last ones, for there the hands are."""
NAME = 60
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class LinkHint:
    """``doubtful``: something that is written may be meant otherwise, or names nothing."""

    lines: tuple[str, ...] = ()
    doubtful: bool = False


def link_hint(project: Project, text: str, codes: TaskCodes) -> LinkHint:
    """What is to be said about ``text`` as far as it is typed."""
    lines: list[str] = []
    doubtful = False
    for written, task in list(dict.fromkeys(names_in(project, text, codes)))[-MOST:]:
        others = _others(project, written, task, codes)
        if task is not None:
            lines.append(_meant(project, written, task, codes))
        elif others:
            lines.append(tr("{written} names no task.", written=written))
        lines += others
        doubtful = doubtful or bool(others)
    return LinkHint(tuple(lines), doubtful)


def _meant(project: Project, written: str, identity: str, codes: TaskCodes) -> str:
    task, row = project.get(Task, identity), project.outline.row.get(identity)
    code = project.outline.wbs[row] if row is not None else ""
    if written.casefold() == code.casefold():
        return tr("{written} is “{task}”.", written=written, task=_short(task))
    if written.casefold() == task.code.casefold():
        return tr("{written} is “{task}” ({code}).", written=written, task=_short(task), code=code)
    return tr("{written} is the task number {number}: “{task}” ({code}).",
              written=written, number=task.code, task=_short(task), code=code)  # fmt: skip


def _others(project: Project, written: str, meant: str | None, codes: TaskCodes) -> list[str]:
    """What else a bare number may be thought to mean."""
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        return []
    number, order, found = int(written), project.outline.order, []
    row = order[number - 1] if 0 < number <= len(order) else None
    numbered = codes.numbered(number)
    if row not in (None, meant):
        task = project.get(Task, row)
        found.append(tr("Row {n} is “{task}”: write {code} for it.", n=number, task=_short(task), code=codes.of(task)))
    if numbered not in (None, meant, row):
        task = project.get(Task, numbered)
        found.append(tr("{number} is “{task}”: write {number} for it.", number=task.code, task=_short(task)))
    return found


def _short(task: Task) -> str:
    return task.name if len(task.name) <= NAME else task.name[: NAME - 1] + "…"
