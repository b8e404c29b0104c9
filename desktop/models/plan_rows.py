"""Which rows of the outline are visible, and how they change: the structure beneath the plan's model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from desktop.charts.gantt import Rows
from desktop.charts.links import LinkIndex
from desktop.domain.changes import ChangeSet
from desktop.domain.outline import Outline
from desktop.domain.plan import Dependency, Task
from desktop.models.plan_changes import changed_codes, changed_dates, touched_tasks, touches_everything
from desktop.models.plan_groups import task_id
from desktop.models.plan_order import PLAIN, Arrangement, Layout, Order
from desktop.models.rows import rearrange, runs
from desktop.models.workspace import Workspace

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

MOST_STIRRED = 400
"""Tasks that came, went, moved or were linked otherwise, beyond which the index of links is made anew."""
_WITH_HINT = ("QList<QPersistentModelIndex>", "QAbstractItemModel::LayoutChangeHint")
_ROWS = QAbstractTableModel.LayoutChangeHint.VerticalSortHint
"""Columns stay as they are: their header would look at each of them."""
MOST_RUNS = 16
"""Stretches of rows that are announced one by one; more are announced as one."""


class PlanRows(QAbstractTableModel):
    """The visible tasks by id, which summaries are closed, and the announcements of every change.

    Row numbers hold until the next change. Subclasses say what the columns are and forget their
    texts when they are told to.
    """

    rearranging = Signal()
    """Rows are about to come, go or move."""
    rearranged = Signal()
    """Rows came, went or moved; the chart must look again."""
    forgotten = Signal(object)
    """Ids of the tasks whose texts may differ now, None for all."""
    arranged = Signal()
    """Something else is asked for: another filter, sort or grouping."""
    went_stale = Signal()
    """The plan has changed; what the filter, the sort and the groups were judged by may no longer be so."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.closed: set[str] = set()
        """Ids of summaries whose sub-tasks are hidden."""
        self._schedule = workspace.schedule
        self._outline: Outline = workspace.project.outline
        self.order = Order()
        """What was asked for beyond the outline: a filter, a sort, groups."""
        self._closed_before: set[str] | None = None
        """What was closed before the rows left the outline or were filtered."""
        self._layout: Layout = self.order.lay_out(self._outline, frozenset())
        self._ids: list[str] = list(self._layout.ids)
        """What rows are called, each once: :attr:`ids` names the tasks."""
        self._tasks: Sequence[str] | None = None
        self._several = False
        """Whether there may be rows that are called otherwise than their task."""
        self._row_of: Mapping[str, int] | None = None
        self._rows: Rows | None = None
        self._links: LinkIndex | None = None
        self._stirred: set[str] = set()
        """Tasks whose rows came, went or moved, or whose links are others, since the index of links was made."""
        self._relinked = False
        """Whether there were other links among that."""
        workspace.changed.connect(self._take)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def forget(self, identities: Iterable[str], *, everything: bool = False, codes: bool = False) -> None:
        """Texts of these rows, or of all, may differ now; with ``codes`` the outline has changed."""
        raise NotImplementedError

    # -- rows -----------------------------------------------------------------------------------

    @property
    def ids(self) -> Sequence[str]:
        """Ids of the visible tasks in order; do not change the list. One in several groups is there several times."""
        if self._tasks is None:
            self._tasks = list(map(task_id, self._ids)) if self._several else self._ids
        return self._tasks

    @property
    def repeats(self) -> bool:
        """Whether a task has several rows, because it belongs to several groups."""
        return self.ids is not self._ids

    @property
    def every_id(self) -> Sequence[str]:
        """The tasks of :attr:`ids` as if every summary and every group were open."""
        return self._layout.every

    @property
    def layout(self) -> Layout:
        """The rows with their headings."""
        return self._layout

    def task(self, row: int) -> Task:
        """The record shown in ``row``."""
        return self.workspace.project.get(Task, self.ids[row])

    def _find(self, row: int) -> Task | None:
        """None where, between two steps of one change, a row stands for a task that is gone already."""
        return self.workspace.project.find(Task, self.ids[row])

    def level(self, row: int) -> tuple[int, bool]:
        """How deep a row lies in the outline, and whether it is a summary."""
        outline, depth, identity = self._outline, self._layout.depth, self.ids[row]
        if depth is not None:
            return depth.get(identity, 0), identity in self._layout.headings
        place = outline.row.get(identity, -1)
        return (outline.depth[place], outline.end[place] > place + 1) if place >= 0 else (0, False)

    def row_of(self, identity: str) -> int:
        """The row of a task, or -1 where it is not visible."""
        return self.row_map.get(identity, -1)

    @property
    def row_map(self) -> Mapping[str, int]:
        """Row by task id, of the visible tasks: the first where there are several."""
        if self._row_of is None:
            outline = self._outline
            if len(outline.order) == len(self._ids) and list(outline.order) == self._ids:
                self._row_of = outline.row
            else:
                ids = self.ids
                self._row_of = dict(zip(reversed(ids), range(len(ids) - 1, -1, -1), strict=True))
        return self._row_of

    @property
    def rows(self) -> Rows:
        """The rows as the Gantt chart wants them."""
        if self._rows is None:
            self._rows = Rows(self.ids, self.row_map, self._link_index())
        return self._rows

    def are(self, rows: Rows) -> bool:
        """Whether nothing has come, gone or moved since these were :attr:`rows`."""
        return rows is self._rows

    def _link_index(self) -> LinkIndex:
        project, row_of, stirred = self.workspace.project, self.row_map, self._stirred
        if self._links is not None and not self.repeats and len(stirred) <= MOST_STIRRED:
            links = {
                link.id: link
                for identity in stirred
                for link in (*project.predecessors(identity), *project.successors(identity))
            }
            return self._links.beside(frozenset(stirred), links.values(), self.ids, row_of) if stirred else self._links
        if self._links is None or self._relinked:
            self._links = LinkIndex(project.table(Dependency).values(), row_of)
        else:
            self._links = self._links.moved(row_of)
        self._stirred, self._relinked = set(), False
        return self._links

    def _visible(self) -> list[str]:
        self._layout = self.order.lay_out(self._outline, frozenset(self.closed))
        return list(self._layout.ids)

    # -- opening and closing --------------------------------------------------------------------

    def set_closed(self, identities: Iterable[str], closed: bool) -> None:
        """Hide or show what lies below summaries and headings."""
        self.workspace.settle()
        headings, project = self._layout.headings, self.workspace.project
        wanted = {each for each in identities if each in headings or project.is_summary(each)}
        changed = wanted - self.closed if closed else wanted & self.closed
        if changed:
            self.closed = self.closed | changed if closed else self.closed - changed
            self.forget(changed)
            self._arrange()
            self._announce(changed)

    def _take_closed(self, before: Arrangement, asked: Arrangement) -> None:
        """Filtered and grouped rows begin open; the outline comes back as it was."""
        own = bool(asked.conditions or asked.groups)
        if own and (self._closed_before is None or asked.groups != before.groups):
            if self._closed_before is None:
                self._closed_before = self.closed
            self.closed = set()
        elif not own and self._closed_before is not None:
            self.closed, self._closed_before = self._closed_before, None

    @property
    def closed_in_outline(self) -> set[str]:
        """What is closed where the whole outline is shown."""
        return self.closed if self._closed_before is None else self._closed_before

    def toggle(self, identity: str) -> None:
        self.set_closed((identity,), identity not in self.closed)

    def set_all_closed(self, closed: bool) -> None:
        outline = self._outline
        summaries = [identity for row, identity in enumerate(outline.order) if outline.end[row] > row + 1]
        self.set_closed([*summaries, *self._layout.headings], closed)

    def show_level(self, level: int) -> None:
        """Open every summary above ``level``, of which the first is 1, and close the others."""
        outline = self._outline
        summaries = [row for row in range(len(outline.order)) if outline.end[row] > row + 1]
        self.set_closed([outline.order[row] for row in summaries if outline.depth[row] + 1 < level], False)
        self.set_closed([outline.order[row] for row in summaries if outline.depth[row] + 1 >= level], True)

    def uncover(self, identity: str) -> int:
        """Open everything above a task; its row, or -1 where there is no such task."""
        self.uncover_all((identity,))
        return self.row_of(identity)

    def uncover_all(self, identities: Iterable[str]) -> None:
        """Open everything above these tasks."""
        project, layout, above = self.workspace.project, self._layout, set[str]()
        for identity in identities:
            task = project.find(Task, identity)
            parent = task.parent if task is not None else None
            while parent is not None and parent not in above:
                above.add(parent)
                task = project.find(Task, parent)
                parent = task.parent if task is not None else None
            heading = layout.heading_of.get(identity, "") if self.row_of(identity) < 0 else ""
            while heading:
                above.add(heading)
                heading = layout.headings[heading].above
        self.set_closed(above, False)

    def above(self, row: int) -> str:
        """The summary or the heading that a row lies under, "" for none."""
        layout, name, identity = self._layout, self._ids[row], self.ids[row]
        if identity in layout.headings:
            return layout.headings[identity].above
        if layout.depth is not None:
            return layout.heading_of.get(name, "")
        task = self.workspace.project.find(Task, identity)
        return task.parent or "" if task is not None else ""

    # -- changes --------------------------------------------------------------------------------

    def _take(self, changes: ChangeSet) -> None:
        """Follow a change of the project, whoever made it."""
        before, outline = self._schedule, self._outline
        self._schedule, self._outline = self.workspace.schedule, self.workspace.project.outline
        touched, everything, project = set[str](), touches_everything(changes), self.workspace.project
        if outline is not self._outline:
            named = changed_codes(outline, self._outline, project)
            everything = everything or named is None
            touched |= named or set()
        if not everything:
            touched |= touched_tasks(changes, project)
            if self._schedule is not before:
                moved = changed_dates(before, self._schedule, project)
                everything = moved is None
                touched |= moved or set()
        joined = self.order.join(changes, project)
        if joined:
            touched |= set(self._layout.headings)
        self.forget(touched, everything=everything, codes=outline is not self._outline)
        self._take_links(changes)
        if outline is not self._outline:
            self.order.adopt(self._outline)
            self._arrange()
        elif joined:
            self._arrange()
        if self.order.asked != PLAIN:
            self.went_stale.emit()
        if everything and self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1), [])
        else:
            self._announce(touched)

    def _take_links(self, changes: ChangeSet) -> None:
        for change in changes.of("dependency"):
            self._rows, self._relinked = None, True
            for link in (change.before, change.after):
                if isinstance(link, Dependency):
                    self._stirred.update((link.predecessor, link.successor))
            if len(self._stirred) > MOST_STIRRED:  # all of them are placed anew
                break

    def _arrange(self) -> None:
        """Take the rows that are visible now."""
        wanted = self._visible()
        if wanted != self._ids:
            self.rearranging.emit()
            self._call(self._several or self._layout.repeats)
            rearrange(self, list(self._ids), wanted)
            self._call(self._layout.repeats)
            self._rows = None
            self.rearranged.emit()

    def _call(self, several: bool) -> None:
        if several != self._several:
            self._several, self._tasks, self._row_of, self._rows = several, None, None, None

    def show_anew(self, identities: Iterable[str]) -> None:
        """Have what shows these rows look at them again."""
        self._announce(identities)

    def _announce(self, identities: Iterable[str]) -> None:
        identities = list(identities)
        rows = sorted(row for identity in identities if (row := self.row_of(identity)) >= 0)
        if self.repeats:
            found = set(identities)
            rows = [row for row, identity in enumerate(self.ids) if identity in found]
        stretches = runs(rows)
        if len(stretches) > MOST_RUNS:
            stretches = [(rows[0], rows[-1])]
        for first, last in stretches:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1), [])

    # -- steps of rearrange ---------------------------------------------------------------------

    def _stir(self, names: Sequence[str]) -> None:
        """Note whose rows came, went or moved; beyond the number that counts it does not matter whose."""
        if len(self._stirred) <= MOST_STIRRED:
            self._stirred.update(map(task_id, names[: MOST_STIRRED + 1]))

    def remove_run(self, first: int, last: int) -> None:
        self.beginRemoveRows(ROOT, first, last)
        self._stir(self._ids[first : last + 1])
        del self._ids[first : last + 1]
        self._row_of = self._rows = self._tasks = None
        self.endRemoveRows()

    def insert_run(self, first: int, ids: Sequence[str]) -> None:
        self.beginInsertRows(ROOT, first, first + len(ids) - 1)
        self._ids[first:first] = ids
        self._stir(ids)
        self._row_of = self._rows = self._tasks = None
        self.endInsertRows()

    def move_run(self, first: int, last: int, to: int) -> None:
        if not self.beginMoveRows(ROOT, first, last, ROOT, to):
            return
        block = self._ids[first : last + 1]
        self._stir(block)
        del self._ids[first : last + 1]
        place = to - len(block) if to > last else to
        self._ids[place:place] = block
        self._row_of = self._rows = self._tasks = None
        self.endMoveRows()

    def reorder(self, ids: Sequence[str]) -> None:
        self.layoutAboutToBeChanged[_WITH_HINT].emit([], _ROWS)  # type: ignore[index]
        before = self._ids
        self._ids = list(ids)
        self._stir(ids)
        self._row_of = self._rows = self._tasks = None
        places = {name: row for row, name in enumerate(self._ids)}
        old = self.persistentIndexList()
        new = [self.index(places[before[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged[_WITH_HINT].emit([], _ROWS)  # type: ignore[index]
