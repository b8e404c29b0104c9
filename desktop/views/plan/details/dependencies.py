"""What a task waits for and what waits for it: two tables to be edited; of several tasks, linking them in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop.domain.commands.plan import LinkTasks, UnlinkTasks
from desktop.domain.plan import Dependency, Task
from desktop.domain.predecessors import lag_text, read_lag
from desktop.domain.record import Record, Spec
from desktop.i18n import N_, tr, words
from desktop.models.chosen import Chosen
from desktop.models.task_links import LAG, TASK, TYPE, TaskLinks
from desktop.views.flow import Flow
from desktop.views.labels import Text, em
from desktop.views.plan.details.rows import Rows
from desktop.views.plan.details.tab import DetailTab
from desktop.views.records.delegate import FieldDelegate, FieldModel, Index
from desktop.views.records.lines import LineEditor
from desktop.views.records.links import LinkEditor
from desktop.views.records.name_line import NAME_LIMIT


class TaskPicker(LinkEditor):
    """Suggests tasks by name, WBS code and number."""

    def focus_widget(self) -> QWidget:
        return self

    def label(self, record: Record) -> str:
        return f"{self._code(record)}  {record.name_text[:NAME_LIMIT]} · {record.code}"

    def names(self, record: Record) -> set[str]:
        return super().names(record) | {self._code(record).casefold()}

    def records(self) -> Iterator[Record]:
        project = self.workspace.project
        return (project.get(Task, identity) for identity in project.outline.order)

    def _code(self, record: Record) -> str:
        return self.workspace.project.wbs(record.id)


class LagLine(LineEditor):
    """A lag as it is written behind a predecessor: ``2d``, ``-1d``, ``50%``."""

    def load(self, record: Any) -> None:
        self._record = record
        self.setPlaceholderText(tr("2d, -1d, 50%"))
        self.show_text(lag_text(self.workspace.project, record, words()))
        self.selectAll()

    def value(self) -> tuple[int, str, int | None]:
        link = self._record
        if self.text() == self._shown:
            return link.lag, link.lag_unit, link.lag_percent
        return read_lag(self.workspace.project, self.text())


class LinksDelegate(FieldDelegate):
    """Editors for the cells of a table of links."""

    def make(self, model: FieldModel, spec: Spec, index: Index, parent: QWidget) -> QWidget:
        table = model
        assert isinstance(table, TaskLinks)
        key = table.cells[index.column()].key
        if key == TASK:
            picker = TaskPicker(model.workspace, spec, parent)
            picker.excluded = [table.owner]
            return picker
        if key == LAG:
            return LagLine(model.workspace, spec, parent)
        made = super().make(model, spec, index, parent)
        if key == TYPE and isinstance(made, QComboBox):
            made.view().setMinimumWidth(em(12))
        return made


class DependenciesTab(DetailTab):
    """Predecessors and successors."""

    key: ClassVar[str] = "dependencies"
    title: ClassVar[str] = N_("Dependencies", "schedule")
    icon: ClassVar[str] = "link"

    def make(self) -> None:
        self.incoming = self._make_rows(tr("Predecessors"), TaskLinks(self.workspace, incoming=True, parent=self))
        self.outgoing = self._make_rows(tr("Successors"), TaskLinks(self.workspace, incoming=False, parent=self))
        self.several_note = Text(role="muted", wrap=True)
        self.link_button = QPushButton(tr("Link in order"))
        self.link_button.setToolTip(tr("Each task waits for the one above it (Ctrl+F2)"))
        self.link_button.clicked.connect(self._link)
        self.unlink_button = QPushButton(tr("Remove the links among them"))
        self.unlink_button.clicked.connect(self._unlink)
        self.buttons = Flow(spacing=em(0.4))
        self.buttons.add(self.link_button)
        self.buttons.add(self.unlink_button)
        for part in (self.several_note, self.buttons):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _make_rows(self, title: str, model: TaskLinks) -> Rows:
        made = Rows(title, model, go_to=tr("Go to the other task"))
        made.table.take_delegate(LinksDelegate(made.table))
        made.followed.connect(self._follow)
        self.column.addWidget(made)
        return made

    def fill(self, chosen: Chosen) -> None:
        one = chosen.single is not None
        for rows in (self.incoming, self.outgoing):
            rows.setVisible(one)
            if isinstance(rows.model, TaskLinks):
                rows.model.show_links(chosen)
            rows.refresh()
        self.several_note.setVisible(not one)
        self.buttons.setVisible(not one)
        if not one:
            self._count(chosen)

    def _count(self, chosen: Chosen) -> None:
        ids, project = set(chosen.ids), chosen.reading.project
        among = sum(1 for one in chosen.ids for link in project.predecessors(one) if link.predecessor in ids)
        self.several_note.setText(tr("Links among the selected tasks: {n}", n=among))
        self.unlink_button.setEnabled(among > 0)

    def first_widget(self) -> QWidget:
        if self.chosen is not None and self.chosen.single is None:
            return self.link_button
        return self.incoming.table

    def _follow(self, link: Dependency) -> None:
        if self.chosen is not None and self.chosen.single is not None:
            here = self.chosen.single.id
            self.navigate.emit(f"task/{link.predecessor if link.successor == here else link.successor}")

    def _link(self) -> None:
        if self.chosen is not None:
            self.workspace.do(LinkTasks(self.chosen.ids))

    def _unlink(self) -> None:
        if self.chosen is not None:
            self.workspace.do(UnlinkTasks(self.chosen.ids))
