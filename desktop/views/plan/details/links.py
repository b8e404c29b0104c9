"""What a task is linked with: to be followed, added, taken away, and made new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QToolButton, QWidget

from desktop.domain.record import Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.i18n import N_, tr
from desktop.models.chosen import Chosen
from desktop.models.task_items_table import MAKES, OUTSIDE, TaskItems
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import Text, em
from desktop.views.plan.details.rows import Rows
from desktop.views.plan.details.tab import DetailTab
from desktop.views.records.delegate import FieldDelegate, FieldModel, Index
from desktop.views.records.editing import LINE_LIMIT
from desktop.views.records.links import LinkEditor


class AnythingPicker(LinkEditor):
    """Suggests records of all registers; its value is a reference ``key/id``."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.creatable = False

    def records(self) -> Iterator[Record]:
        for key in RECORD_TYPES:
            if key not in OUTSIDE:
                yield from self.workspace.project.rows(key).values()

    def target(self, record: Record) -> str:
        return record.ref

    def focus_widget(self) -> QWidget:
        return self


class ItemsDelegate(FieldDelegate):
    """The picker of the empty row."""

    def make(self, model: FieldModel, spec: Spec, index: Index, parent: QWidget) -> QWidget:
        del index
        assert isinstance(model, TaskItems)
        made = AnythingPicker(model.workspace, spec, parent)
        shown = (model.record(row) for row in range(model.count))
        made.excluded = [f"task/{model.owner}", *(one.ref for one in shown if one is not None)]
        return made


class LinksTab(DetailTab):
    """A table of links, and a line in which something new is named."""

    key: ClassVar[str] = "links"
    title: ClassVar[str] = N_("Links")
    icon: ClassVar[str] = "shared"
    several: ClassVar[bool] = False

    def make(self) -> None:
        self.items = TaskItems(self.workspace, self)
        self.rows = Rows(tr("Linked with"), self.items, go_to=tr("Open it"))
        self.rows.table.take_delegate(ItemsDelegate(self.rows.table))
        self.rows.followed.connect(self._follow)
        self.column.addWidget(self.rows)
        self.column.addWidget(Text(tr("Something new about this task"), bold=True, wrap=True))
        self.kind = QComboBox()
        for key in MAKES:
            self.kind.addItem(tr(RECORD_TYPES[key].info.title), key)
        self.kind.setAccessibleName(tr("Kind"))
        self._begun: dict[str, str] = {}
        """What was begun about other tasks, by their ids."""
        self.line = QLineEdit()
        self.line.setMaxLength(LINE_LIMIT)
        self.line.setPlaceholderText(tr("What is it about?"))
        self.line.setAccessibleName(tr("What is it about?"))
        self.line.setMinimumWidth(em(8))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.returnPressed.connect(self.add_new)
        self.button = QToolButton()
        self.button.setIcon(icon("add"))
        self.button.setToolTip(tr("Add it and open its form (Enter)"))
        self.button.setAccessibleName(tr("Add it and open its form (Enter)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.add_new)
        self.maker = Flow(spacing=em(0.3))
        for part in (self.kind, self.button, self.line):
            self.maker.add(part)
        self.column.addWidget(self.maker)
        self.column.addStretch(1)

    def fill(self, chosen: Chosen) -> None:
        if chosen.single is not None and chosen.single.id != self.items.owner:
            self._begun[self.items.owner] = self.line.text()
            self.line.setText(self._begun.pop(chosen.single.id, ""))
        self.items.show_items(chosen)
        self.rows.refresh()

    def first_widget(self) -> QWidget:
        return self.rows.table

    def add_new(self) -> None:
        """Make what was named, and open it; where nothing was named, wait for a name."""
        name = " ".join(self.line.text().split())
        if not name:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        made = self.items.make(str(self.kind.currentData()), name)
        if made is not None:
            self.line.clear()
            self.navigate.emit(made)

    def _follow(self, record: Record) -> None:
        self.navigate.emit(record.ref)
