"""What holds whatever the hands have done, derived from what a plan, a table and a file are."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox

from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.scheduling import Schedule, schedule
from desktop.models.plan_columns import NUMBER_OF
from desktop.models.plan_groups import is_heading
from desktop.models.plan_order import PLAIN
from desktop.models.workspace import Workspace
from desktop.store.files import ProjectFile
from desktop.views.plan import PlanPage
from tests.plans import snapshot

Records = dict[str, dict[str, Any]]
PATIENCE = 8.0
"""Seconds in which work in the background comes to its end."""


def live() -> None:
    """Let everything happen that is due; without a loop of events Qt would not delete what is told to go later."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def everything(planned: Schedule) -> list[object]:
    """All that a schedule says."""
    return [
        planned.start, planned.finish, planned.cycles, planned.warnings, planned.left_out, planned.critical_ids,
        [(identity, planned.of(identity)) for identity in planned.ids],
    ]  # fmt: skip


def digest(project: Project) -> str:
    """Of all records: equal where they are."""
    told = hashlib.sha256()
    for key, records in sorted(snapshot(project).items()):
        for identity in sorted(records):
            told.update(f"{key} {records[identity]!r}".encode(errors="replace"))
    return told.hexdigest()


def differing(one: Records, other: Records) -> str:
    """Which records differ, "" for none."""
    found = []
    for key in sorted(one.keys() | other.keys()):
        a, b = one.get(key, {}), other.get(key, {})
        for identity in sorted(a.keys() | b.keys()):
            if a.get(identity) != b.get(identity):
                found.append(f"{key}/{identity}: {_between(a.get(identity), b.get(identity))}")
    return "\n".join(found[:4])


def _between(one: Any, other: Any) -> str:
    if one is None or other is None:
        return "only now" if one is None else "no more"
    names = [name for name in one.__dataclass_fields__ if getattr(one, name) != getattr(other, name)]
    return ", ".join(f"{name} {getattr(one, name)!r:.200} → {getattr(other, name)!r:.200}" for name in names)


def calm(page: PlanPage) -> bool:
    """Wait until nothing is being found out any more; False where that does not end."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        live()
        elsewhere = page.workspace.elsewhere
        if not page.rows_shown.is_working and not (elsewhere is not None and getattr(elsewhere, "is_on", False)):
            return True
        time.sleep(0.002)
    return False


def of_schedule(workspace: Workspace) -> Iterator[str]:
    """A schedule that was brought up to date equals one made of the same records from nothing."""
    kept, full = everything(workspace.schedule), everything(schedule(workspace.project))
    if kept != full:
        names = ("start", "finish", "cycles", "warnings", "left out", "critical")
        for name, a, b in zip(names, kept, full, strict=False):
            if a != b:
                yield f"schedule kept up to date differs in {name}: {a!s:.300} instead of {b!s:.300}"
        for (identity, a), (_, b) in zip(kept[-1], full[-1], strict=False):  # type: ignore[call-overload]
            if a != b:
                yield f"schedule kept up to date differs for {identity}:\n  {a}\n  {b}"
                break
        else:
            yield "schedule kept up to date lists other tasks"


def of_rows(page: PlanPage) -> Iterator[str]:
    """Rows are the tasks of the outline in its order, but for what is closed or filtered, and show the dates."""
    model, outline = page.model, page.workspace.project.outline
    ids = list(model.ids)
    tasks = [each for each in ids if not is_heading(each)]
    if model.rowCount() != len(ids):
        yield "as many rows are announced as there are not"
    if len(set(tasks)) != len(tasks) and not model.order.asked.groups:
        yield "a task has two rows"
    if set(tasks) - set(outline.order):
        yield "a row is of a task that does not exist"
    if model.order.asked.keeps_order and tasks != [each for each in outline.order if each in set(tasks)]:
        yield "rows do not stand in the order of the outline"
    if model.order.asked == PLAIN:
        expected, until = [], -1
        for row, identity in enumerate(outline.order):
            if row < until:
                continue
            expected.append(identity)
            if identity in model.closed and outline.end[row] > row + 1:
                until = outline.end[row]
        if ids != expected:
            yield f"rows are not those of the outline: {ids[:20]} instead of {expected[:20]}"
    for row, identity in enumerate(ids):
        if is_heading(identity):
            continue
        dates, task = page.workspace.schedule.of(identity), page.workspace.project.get(Task, identity)
        shown = [model.text(row, NUMBER_OF[key]) for key in ("name", "start", "finish")]
        wanted = [task.name, dates.start.date().isoformat(), dates.finish.date().isoformat()]
        if shown != wanted:
            yield f"row {row} ({identity}) shows {shown} instead of {wanted}"
            break


def of_selection(page: PlanPage) -> Iterator[str]:
    """Grid and chart mark the same rows, which exist; each bar is that of its row."""
    model, cells = page.model, page.grid.cells
    chosen = {index.row() for index in page.grid.selectionModel().selectedIndexes()}
    if chosen and max(chosen) >= model.rowCount():
        yield "a row is selected that does not exist"
    marked = {row for row in range(model.rowCount()) if cells.has_row(row)}
    if marked != chosen:
        yield f"rows {sorted(marked ^ chosen)[:9]} are marked without being selected, or the other way"
    current = page.grid.currentIndex()
    if current.isValid() and current.row() >= model.rowCount():
        yield "the current cell does not exist"
    height = page.chart.viewport().height()
    for row in page.chart.frame.window(height):
        bar = page.chart.bar(row)
        if bar is not None and bar.task != model.ids[row]:
            yield f"the bar of row {row} is that of {bar.task}, not of {model.ids[row]}"
    top = page.grid.rowViewportPosition(0) if model.rowCount() else 0
    if model.rowCount() and page.stack.currentIndex() == 0 and abs(top - page.chart.top_of(0)) > 1:
        yield f"grid and chart are scrolled apart: {top} and {page.chart.top_of(0)}"


def of_dates(workspace: Workspace) -> Iterator[str]:
    """No date is one that nobody can have meant; centuries here are those of a slip."""
    start, finish = workspace.schedule.start, workspace.schedule.finish
    if start.year < 1900:
        yield f"the plan begins in {start}"
    if finish.year > 9000:
        yield f"the plan ends in {finish}"


def of_dialogs() -> Iterator[str]:
    """What stands before the window says what it is about."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            if not widget.windowTitle().strip() and not isinstance(widget, QMessageBox):
                texts = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
                if not any(texts):
                    yield f"a {type(widget).__name__} without title or text"
            if isinstance(widget, QMessageBox) and not widget.text():
                yield "a box without a text"


def of_file(path: Path, project: Project) -> Iterator[str]:
    """What is in the file is what is in the session, and the file is whole."""
    with ProjectFile.open(path, read_only=True) as file:
        if damage := file.verify():
            yield f"the file is not sound: {damage}"
        if differs := differing(snapshot(project), snapshot(file.project)):
            yield f"the file holds something else: {differs}"
