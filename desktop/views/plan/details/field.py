"""A field of the side panel: of one task or of several, edited by the commands of the grid."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.commands.communication import AssignPeople
from desktop.domain.commands.records import SetFields
from desktop.domain.commands.together import together
from desktop.domain.plan import Task
from desktop.domain.promises import NewPerson
from desktop.domain.reading import read_date
from desktop.domain.record import Kind, Spec
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.models.cells import plain_tip
from desktop.models.chosen import Chosen
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, Column, command_for
from desktop.models.plan_meanings import meaning_of
from desktop.models.workspace import Workspace
from desktop.views.labels import Text
from desktop.views.plan.completer import NamesCompleter
from desktop.views.records.choices import ChoiceEditor, FlagEditor
from desktop.views.records.field import WIDE, Field
from desktop.views.records.lines import DateEditor, LineEditor, NoteEditor
from desktop.views.records.name_line import NameLine
from desktop.views.theme import colour

COLUMN_SPECS = {
    "start": Task.info.specs["manual_start"], "finish": Task.info.specs["manual_finish"],
    "wbs": Task.info.specs["wbs_code"],
    "resources": Spec(name="resources", title="", kind=Kind.TEXT),
}  # fmt: skip
"""What kind of editor a column has that no stored field stands for."""
OF_THE_GRID = frozenset(
    {
        "start", "finish", "duration", "percent_complete", "wbs", "work", "actual_work", "actual_cost", "resources",
    }
)  # fmt: skip
"""What the grid writes and reads in a way of its own."""
WHOLE_LINE = frozenset({"mode", "constraint"})
"""Choices whose values are too long for half a line."""
FOR_ONE = frozenset({"wbs"})
"""What no two tasks have in common."""


class TaskField(Field):
    """A stored field. Where the selected tasks differ it is empty and says so; what is typed then is for all."""

    def __init__(self, workspace: Workspace, spec: Spec, *, bare: bool = False, editor: QWidget | None = None) -> None:
        super().__init__(workspace, spec, wide=spec.kind in WIDE or spec.name in WHOLE_LINE, editor=editor)
        self.chosen: Chosen | None = None
        self.various = self._locked = False
        self.setToolTip(plain_tip(meaning_of(self.name)))
        if bare:
            for label in self.findChildren(Text):
                label.hide()

    @property
    def name(self) -> str:
        """What it is called among the fields of a section."""
        return self.spec.name

    def show_chosen(self, chosen: Chosen, holder: Task) -> None:
        """Show the field of the selected tasks; ``holder`` has what they have in common."""
        self.chosen = chosen
        self.various = chosen.differs(self.name)
        is_choice = isinstance(self.widget, ChoiceEditor)
        self.load(chosen.first(self.name) if is_choice else holder)
        self._mark_various()
        self.lock(not chosen.takers(self.name))
        self.setVisible(chosen.single is not None or self.name not in FOR_ONE)

    def _mark_various(self) -> None:
        said = tr("(various)") if self.various else ""
        match self.widget:
            case LineEditor() as line:
                line.show_rest(said)
            case NameLine() as line:
                line.setPlaceholderText(said)
            case NoteEditor() as note:
                note.setPlaceholderText(said)
            case ChoiceEditor() as choice:
                self._leave_out_nothing(choice)
                choice.setPlaceholderText(said)
                if self.various:
                    choice.setCurrentIndex(-1)
            case FlagEditor() as flag:
                flag.setTristate(self.various)
                if self.various:
                    flag.setCheckState(Qt.CheckState.PartiallyChecked)

    def _leave_out_nothing(self, choice: ChoiceEditor) -> None:
        """Do not offer to choose nothing where there always is something."""
        nothing = choice.findData("")
        if self.spec.default and nothing >= 0 and choice.currentData() != "":
            choice.removeItem(nothing)

    def lock(self, locked: bool) -> None:
        """Show only, because it follows from the sub-tasks."""
        if locked == self._locked:
            return
        self._locked = locked
        said = tr("Follows from the sub-tasks") if locked else ""
        if isinstance(self.widget, QLineEdit):
            self.widget.setReadOnly(locked)
            dressed = self.widget.palette()
            dressed.setColor(QPalette.ColorRole.Text, colour("muted" if locked else "text"))
            self.widget.setPalette(dressed)
            for action in self.widget.actions() if isinstance(self.widget, DateEditor) else ():
                action.setVisible(not locked)
        else:
            self.widget.setEnabled(not locked)
        self.widget.setToolTip(said)

    def is_dirty(self) -> bool:
        if self.various and isinstance(self.widget, ChoiceEditor):
            return self.widget.currentIndex() >= 0
        return super().is_dirty()

    def commit(self) -> bool:
        if self.various and not isinstance(self.widget, FlagEditor) and not self.is_dirty():
            return True  # left as it was: the tasks go on to differ
        done = super().commit()
        self._mark_various()
        return done

    def drop(self) -> None:
        super().drop()
        self.chosen = None

    def store(self, value: Any) -> Rejected | None:
        if self.chosen is None:
            return None
        tasks = self.chosen.takers(self.name)
        if not tasks:
            return None
        ids = tuple(task.id for task in tasks)
        if isinstance(value, NewPerson):
            return self.workspace.attempt(AssignPeople("task", ids, self.spec.name, (value,)))
        if all(getattr(task, self.spec.name) == value for task in tasks):
            return None
        return self.workspace.attempt(SetFields("task", ids, {self.spec.name: value}))


class ColumnLine(LineEditor):
    """A text with the grammar of a column of the grid."""

    column: Column

    def value(self) -> str:
        return self.text()

    def load(self, record: Any) -> None:
        """What is shown comes from the column, not from a field; see :class:`ColumnField`."""
        self._record = record


class ColumnDate(DateEditor):
    """A day with the grammar of a column, or picked from a month."""

    def value(self) -> str:
        return self.text()

    def load(self, record: Any) -> None:
        self._record = record

    def _day(self) -> QDate:
        today = self.workspace.session.now().date()
        try:
            found = read_date(self.text().split(" ")[0], today) if self.text() else today
        except Rejected:
            found = today
        return QDate(found.year, found.month, found.day)


class ColumnField(TaskField):
    """A column of the grid as a field: duration, start, finish, per cent complete, WBS code."""

    def __init__(self, model: PlanModel, key: str) -> None:
        self.column = COLUMNS[NUMBER_OF[key]]
        spec = replace(COLUMN_SPECS.get(key) or Task.info.specs[key], title=self.column.title)
        made = ColumnDate if spec.kind is Kind.MOMENT else ColumnLine
        super().__init__(model.workspace, spec, editor=made(model.workspace, spec))
        self._model = model
        if key == "resources":
            self.wide = True
            NamesCompleter(cast("QLineEdit", self.widget), model.resource_names)

    @property
    def name(self) -> str:
        return self.column.key

    def show_chosen(self, chosen: Chosen, holder: Task) -> None:
        super().show_chosen(chosen, holder)
        self._show_stored()

    def _show_stored(self) -> None:
        line = self.widget
        typing = self.is_dirty() and (self.refusal is not None or self._has_focus())
        if self.chosen is not None and isinstance(line, LineEditor) and not typing:
            line.show_text(self.chosen.text(self.name))

    def commit(self) -> bool:
        done = super().commit()
        if done and self.chosen is not None and isinstance(self.widget, LineEditor):
            self.widget.show_text(self.chosen.text(self.name))
        return done

    def revert(self) -> bool:
        undone = super().revert()
        if undone and self.chosen is not None and isinstance(self.widget, LineEditor):
            self.widget.show_text(self.chosen.text(self.name))
        return undone

    def drop(self) -> None:
        super().drop()
        if isinstance(self.widget, LineEditor):
            self.widget.show_text("")  # what was typed about a task that is gone is not for the next one

    def store(self, value: Any) -> Rejected | None:
        if self.chosen is None:
            return None
        try:
            tasks = self.chosen.takers(self.name)
            found = [command_for(self.column, self._model.reading, task, value) for task in tasks]
        except Rejected as refusal:
            return refusal
        command = together([each for each in found if each is not None])
        return self._model.carry_out(command) if command is not None else None


def task_field(model: PlanModel, name: str) -> TaskField:
    """The field of that name: a column of the grid where it has a grammar of its own, else as declared."""
    if name in OF_THE_GRID:
        return ColumnField(model, name)
    return TaskField(model.workspace, Task.info.specs[name])
