"""The plan as Qt sees it: the visible rows of the outline, published as a flat table.

Measured, a flat table inserts a row a thousand times faster than a tree over a Python model, so
the tree is kept in plain Python: which summaries are closed is known here, by task id, and the
grid paints indent and triangle. Rows of the Gantt chart are these rows too.

The model never changes the project. ``setData`` makes a command; what the command did comes back
as a :class:`ChangeSet` and becomes the fewest begin/end calls and ``dataChanged`` of the rows whose
texts may differ.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Set
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.charts.gantt_facts import baseline_by_task
from desktop.charts.time_places import working_hours
from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import AssignResources, MoveTask, ResizeTask
from desktop.domain.commands.records import SetFields
from desktop.domain.plan import Baseline, BaselineTask, Resource, Task
from desktop.domain.predecessors import TaskCodes
from desktop.domain.record import Spec
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import read_resources
from desktop.domain.session import Command
from desktop.i18n import words
from desktop.models.cells import plain_tip
from desktop.models.left_out import LeftOut
from desktop.models.link_hint import LinkHint, link_hint
from desktop.models.plan_columns import CENTRE, COLUMNS, RIGHT, Reading, command_for, title_of
from desktop.models.plan_figures import PlanFigures
from desktop.models.plan_filters import Facts
from desktop.models.plan_groups import heading_text, is_heading
from desktop.models.plan_judging import Judged, Steps, finished, judging
from desktop.models.plan_meanings import meaning_of
from desktop.models.plan_order import PLAIN, Arrangement
from desktop.models.plan_read_only import why_read_only
from desktop.models.plan_rows import ROOT, Index, PlanRows
from desktop.models.plan_values import Values
from desktop.models.row_facts import RowFacts, row_facts
from desktop.models.spoken import shortened, spoken, told
from desktop.models.workspace import Workspace

# Roles arrive as plain integers; spelled-out enums would cost ten times as much per cell.
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
WHATS_THIS = int(Qt.ItemDataRole.WhatsThisRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ANSWERED = frozenset({DISPLAY, EDIT, TOOL_TIP, ALIGNMENT, ACCESSIBLE})
_ALIGNMENTS = {
    RIGHT: int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value),
    CENTRE: int(Qt.AlignmentFlag.AlignCenter.value),
}
_LEFT = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
_READ_ONLY = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _READ_ONLY | Qt.ItemFlag.ItemIsEditable
_FLAGS = [[_EDITABLE if column.editable(summary) else _READ_ONLY for column in COLUMNS] for summary in (False, True)]
"""By whether the row is a summary, and by column: Qt asks for every cell that it paints."""
AT_ONCE = 0.03
"""Seconds for which a list of texts that is only an offer is worth while."""
_FIGURES = [number for number, column in enumerate(COLUMNS) if column.figures]
FIRST_FIGURE, LAST_FIGURE = _FIGURES[0], _FIGURES[-1]


class PlanModel(PlanRows):
    """Visible tasks × columns: texts, marks and what typing into a cell means."""

    dates_typed = Signal(object, object)
    """A start or finish was typed and taken: the command, and the step to undo that it became or None."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(workspace, parent)
        self.figures = PlanFigures(workspace, self)
        self.figures.arrived.connect(self._show_figures)
        self.refusal: Rejected | None = None
        """Why the editor that is open was refused last."""
        self.unnamed: tuple[str, ChangeSet] | None = None
        """A task that waits for its name, and the step that added it: the name becomes a part of that."""
        self._titles = [title_of(column) for column in COLUMNS]
        self._words = words()
        self._texts: dict[str, list[str | None]] = {}
        self._figure_texts: dict[tuple[str, int], str] = {}
        self._facts: dict[str, RowFacts] = {}
        self._values = Values(self.text_of)
        self._reading: Reading | None = None
        self._codes: TaskCodes | None = None
        self._baseline_read: tuple[Baseline | None, Mapping[str, BaselineTask]] = (None, {})
        self.left_out = LeftOut(self)
        workspace.day_turned.connect(self._turn_day)

    # -- what Qt asks ---------------------------------------------------------------------------

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == DISPLAY:
            return self.text(row, column)
        if role == ALIGNMENT:
            return _ALIGNMENTS.get(COLUMNS[column].align, _LEFT)
        if role == EDIT:
            return self.edit_text(row, column)
        return plain_tip(shortened(self.tip(row, column))) if role == TOOL_TIP else self.spoken(row, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == DISPLAY:
            return self._titles[section]
        if role in (TOOL_TIP, WHATS_THIS):
            return plain_tip(f"{self._titles[section]}\n{meaning_of(COLUMNS[section].key)}".rstrip())
        return _ALIGNMENTS.get(COLUMNS[section].align, _LEFT) if role == ALIGNMENT else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        facts = self.facts(index.row())
        return _READ_ONLY if facts.heading else _FLAGS[facts.summary][index.column()]

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        if role != EDIT or not index.isValid():
            return False
        refusal = self.attempt(index, str(value))
        if refusal is not None:
            self.workspace.rejected.emit(refusal)
        return refusal is None

    def attempt(self, index: Index, text: str, *, create: bool = False) -> Rejected | None:
        """Carry out what typing ``text`` means; the refusal for an editor to show at its own place.

        ``create`` adds resources whose names nobody has yet.
        """
        if not index.isValid():
            return Rejected("gone")
        if is_heading(self.ids[index.row()]):
            return Rejected("read_only")
        try:
            task = self.task(index.row())
            column = COLUMNS[index.column()]
            command = command_for(column, self.reading, task, text)
            if command is not None and create and isinstance(command, AssignResources):
                command = AssignResources(task.id, read_resources(self.workspace.project, text), create=True)
        except Rejected as refusal:
            return refusal
        if command is None:
            return None
        if column.key == "name" and self.unnamed == (task.id, self.workspace.next_undo):
            return self.workspace.attempt_together(command)
        return self.carry_out(command)

    def carry_out(self, command: Command) -> Rejected | None:
        """Do what was typed, and say so where it put one end of a task to a date."""
        before = self.workspace.next_undo
        refusal = self.workspace.attempt(command)
        if refusal is None and isinstance(command, MoveTask | ResizeTask):
            step = self.workspace.next_undo
            self.dates_typed.emit(command, step if step is not before else None)
        return refusal

    # -- what editors ask -----------------------------------------------------------------------

    def why_read_only(self, index: Index) -> Rejected | None:
        """Why a cell cannot be typed into; None where it can, or where it is no cell of a task."""
        if not index.isValid() or is_heading(self.ids[index.row()]):
            return None
        summary = self.facts(index.row()).summary
        return why_read_only(COLUMNS[index.column()], self.task(index.row()), summary=summary)

    def spec_at(self, index: Index) -> Spec | None:
        """The declared field of a cell, None where the text has a grammar of its own."""
        return COLUMNS[index.column()].spec if index.isValid() else None

    def holder_at(self, index: Index) -> Task:
        """The task whose field a cell shows."""
        return self.task(index.row())

    def store(self, index: Index, value: Any) -> Rejected | None:
        """Take what an editor holds: a value of the declared field, or the text where there is none."""
        self.refusal = self._store(index, value)
        return self.refusal

    def _store(self, index: Index, value: Any) -> Rejected | None:
        spec = self.spec_at(index)
        if not index.isValid() or spec is None:
            return self.attempt(index, str(value))
        task = self.task(index.row())
        if getattr(task, spec.name) == value:
            return None
        return self.workspace.attempt(SetFields("task", (task.id,), {spec.name: value}))

    # -- texts ----------------------------------------------------------------------------------

    def text(self, row: int, column: int) -> str:
        """The text of a cell, made once until something that it depends on changes."""
        return self.text_of(self.ids[row], column)

    def text_of(self, identity: str, column: int) -> str:
        """As :meth:`text`, of any task, visible or not."""
        if COLUMNS[column].figures or identity in self._layout.headings:
            return self._figure_text(identity, column)
        line = self._texts.get(identity)
        if line is None:
            line = self._texts[identity] = [None] * len(COLUMNS)
        found = line[column]
        if found is None:
            task = self.workspace.project.find(Task, identity)
            found = line[column] = COLUMNS[column].text(self.reading, task) if task is not None else ""
        return found

    def _figure_text(self, identity: str, column: int) -> str:
        """As :meth:`text` where any edit may change it."""
        place = identity, column
        found = self._figure_texts.get(place)
        if found is None:
            heading, task = self._layout.headings.get(identity), self.workspace.project.find(Task, identity)
            if heading is not None:
                found = heading_text(heading, COLUMNS[column].key, self.reading)
            else:
                found = COLUMNS[column].text(self.reading, task) if task is not None else ""
            self._figure_texts[place] = found
        return found

    def resource_names(self) -> list[str]:
        """What can be written into the column of resources, as it stands now."""
        return [resource.name for resource in self.workspace.project.table(Resource).values()]

    def texts_in(self, column: int, most: int = 200) -> list[str]:
        """Different texts of a column, in the order of the plan, at most so many, and no more than come at once."""
        found: dict[str, None] = {}
        until = time.thread_time() + AT_ONCE
        for at, identity in enumerate(self._outline.order):
            if text := self.text_of(identity, column):
                found[text] = None
            if len(found) >= most or (at % 100 == 99 and time.thread_time() > until):
                break
        return list(found)

    def edit_text(self, row: int, column: int) -> str:
        """What an editor starts from: exact where the cell is rounded."""
        task = self._find(row)
        return COLUMNS[column].exact(self.reading, task) if task is not None else ""

    def facts(self, row: int) -> RowFacts:
        """What the grid paints besides texts."""
        identity = self.ids[row]
        found = self._facts.get(identity)
        if found is None:
            found = self._facts[identity] = row_facts(
                identity, self.workspace.project, self.workspace.schedule, self._outline, self._layout,
                closed=self.closed,
            )  # fmt: skip
        return found

    def tip(self, row: int, column: int) -> str:
        """What is said about a cell under the pointer: the marks in words, dates to the minute, what was not pasted."""
        identity, key = self.ids[row], COLUMNS[column].key
        said = told(key, self.text(row, column), identity, self.facts(row), self.workspace.schedule)
        left_out = self.left_out.cells.get((identity, column))
        return f"{left_out}\n{said}".rstrip() if left_out else said

    def spoken(self, row: int, column: int) -> str:
        """What a screen reader says of a cell."""
        return spoken(COLUMNS[column].key, self.text(row, column), self.facts(row))

    # -- what is asked for ----------------------------------------------------------------------

    def arrange(self, asked: Arrangement, keep: Set[str] = frozenset()) -> None:
        """Show the rows that are asked for, in that order; tasks in ``keep`` pass every filter.

        Raises :class:`Rejected` where a condition cannot be read; nothing has changed then.
        """
        self.take_judged(finished(self.judging(asked, keep)))

    def judging(self, asked: Arrangement, keep: Set[str] = frozenset()) -> Steps[Judged]:
        """As :meth:`arrange`, step by step and without showing it; the plan must not change in between."""
        return judging(asked, Facts(self.reading, self._values, self.text_of, self.workspace.session.author), keep)

    def take_judged(self, judged: Judged) -> None:
        """Show the rows that were judged."""
        before, asked, layout, closed = self.order.asked, judged.asked, self._layout, self.closed
        self.order.take(judged)
        self._take_closed(before, asked)
        self._facts.clear()
        self._figure_texts.clear()
        self._arrange()
        self._facts.clear()
        if self._ids and not (layout.depth is None and self._layout.depth is None):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1), [])
        else:
            self._announce((layout.context ^ self._layout.context) | (closed ^ self.closed))
        if asked != before:
            self.arranged.emit()

    def judge_again(self, current: str = "", *, all_anew: bool = False) -> None:
        """Judge the same once more; the current row and what was added stay, unless ``all_anew``."""
        if self.order.asked != PLAIN:
            self.arrange(self.order.asked, self.kept(current, all_anew=all_anew))

    def kept(self, current: str, *, all_anew: bool) -> Set[str]:
        """Tasks that stay when it is judged once more, whether they pass or not."""
        return frozenset() if all_anew else self.order.added | {current}

    # -- what texts are made of -----------------------------------------------------------------

    def _take(self, changes: ChangeSet) -> None:
        stale = self.figures.outdate(changes) and bool(self._figure_texts)
        self._figure_texts.clear()
        super()._take(changes)
        if stale:
            self._show_figures()

    def _turn_day(self) -> None:
        """Dates that are typed, and filters that say "overdue", count from the new day."""
        self.figures.turn_day()
        self.forget((), everything=True)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1), [])
        if self.order.asked != PLAIN:
            self.went_stale.emit()

    def _show_figures(self) -> None:
        """Figures of the whole plan came or may differ."""
        self._figure_texts.clear()
        self.forgotten.emit(None)
        if self._ids:
            self.dataChanged.emit(self.index(0, FIRST_FIGURE), self.index(len(self._ids) - 1, LAST_FIGURE), [])

    def compare_with(self, baseline: str) -> None:
        """Show another baseline in the columns; "" for the one in force."""
        self.figures.compare_with(baseline)
        self.forget((), everything=True)
        self._show_figures()

    def forget(self, identities: Iterable[str], *, everything: bool = False, codes: bool = False) -> None:
        self._reading = None
        if codes:
            self._codes = None
        if everything:
            self._texts.clear()
            self._figure_texts.clear()
            self._facts.clear()
        gone = list(identities)
        for identity in gone:
            self._texts.pop(identity, None)
            self._facts.pop(identity, None)
        for heading in self._layout.headings:
            self._facts.pop(heading, None)
        self.forgotten.emit(None if everything else gone)

    @property
    def reading(self) -> Reading:
        """What texts are made of, as it stands now."""
        self.workspace.look_at_clock()
        if self._reading is None:
            project, schedule = self.workspace.project, self.workspace.schedule
            self._reading = Reading(
                project, schedule, self._task_codes(), self._baseline(), self._words,
                self.workspace.session.now().date(), working_hours(schedule), self.figures,
            )  # fmt: skip
        return self._reading

    def link_hint(self, text: str) -> LinkHint:
        """What is to be said about ``text`` while it is typed as predecessors."""
        return link_hint(self.workspace.project, text, self._task_codes())

    def _task_codes(self) -> TaskCodes:
        if self._codes is None:
            self._codes = TaskCodes(self.workspace.project)
        return self._codes

    def _baseline(self) -> Mapping[str, BaselineTask]:
        baseline = self.figures.baseline
        if self._baseline_read[0] is not baseline:
            self._baseline_read = (baseline, baseline_by_task(baseline))
        return self._baseline_read[1]
