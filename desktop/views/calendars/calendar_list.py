"""The calendars of a project, those derived from others below them, and what each is used for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.plan import Calendar, Resource, Task
from desktop.domain.scheduling.calendar_days import chain_of
from desktop.domain.scheduling.calendar_uses import Uses, calendar_uses
from desktop.i18n import ntr, tr
from desktop.models.calendar_draft import CalendarDraft
from desktop.models.workspace import Workspace
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, breakable, em

IDENTITY = Qt.ItemDataRole.UserRole
NAMED = 12
"""Tasks and resources that are called by name."""


def _picture(uses: Uses) -> str:
    """Of whom a calendar is first of all: the project, people and equipment, tasks, or nobody."""
    return "project" if uses.is_project else "resources" if uses.resources else "plan" if uses.tasks else "calendars"


class CalendarList(QWidget):
    """``chosen`` carries the id of the calendar that is looked at."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, draft: CalendarDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._draft = workspace, draft
        self._uses = calendar_uses(workspace.project)
        self._loading = False
        self._shown = ""
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(tr("Calendars"))
        self.tree.setMinimumSize(em(6), em(2))
        self.tree.setIndentation(em(0.8))
        self.name, self.base = QLineEdit(), QComboBox()
        self.name.setAccessibleName(tr("Name"))
        self.name.setMinimumWidth(em(6))
        self.base.setAccessibleName(tr("Derived from"))
        self.base.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.base.setMinimumContentsLength(6)
        self.used = Text(scale=SMALL, role="muted", wrap=True)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.25))
        column.addLayout(self._tools)
        column.addWidget(self.tree, 1)
        for label, widget in ((tr("Name"), self.name), (tr("Derived from"), self.base)):
            column.addWidget(Text(label, scale=SMALL, role="muted"))
            column.addWidget(widget)
        column.addWidget(self.used)
        self.tree.currentItemChanged.connect(self._choose)
        self.name.editingFinished.connect(self.settle)
        self.base.activated.connect(self._derive_from)
        draft.changed.connect(self._take)

    def add_tools(self, buttons: Sequence[QToolButton]) -> None:
        for button in buttons:
            self._tools.addWidget(button)
        self._tools.addStretch(1)

    # -- what is shown --------------------------------------------------------------------------

    def current(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, IDENTITY)) if item is not None else ""

    def _take(self) -> None:
        self.show_calendars(self.current())

    def show_calendars(self, chosen: str) -> None:
        """All of them, with the cursor on one."""
        records = self._draft.records
        self._loading = True
        self.tree.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for identity in sorted(records, key=lambda one: len(chain_of(records, one))):
            record = records[identity]
            item = QTreeWidgetItem([" ".join(record.name.split())[:120]])
            item.setData(0, IDENTITY, identity)
            uses = self._uses.get(identity, Uses())
            item.setIcon(0, icon(_picture(uses), "muted"))
            item.setToolTip(0, self._use_text(identity))
            if uses.is_project:
                font = item.font(0)
                font.setBold(True)
                item.setFont(0, font)
            above = items.get(record.base or "")
            if above is None:
                self.tree.addTopLevelItem(item)
            else:
                above.addChild(item)
            items[identity] = item
        self.tree.expandAll()
        if items:
            self.tree.setCurrentItem(items.get(chosen) or next(iter(items.values())))
        self._loading = False
        self._show_fields()

    def _choose(self) -> None:
        if not self._loading:
            self._show_fields()
            self.chosen.emit(self.current())

    def _show_fields(self) -> None:
        records, identity = self._draft.records, self.current()
        record = records.get(identity)
        for widget in (self.name, self.base):
            widget.setEnabled(record is not None)
        if not (self._shown == identity and self.name.isModified()):  # a name that is being typed stays
            self.name.setText(record.name if record else "")
            self.name.setCursorPosition(0)  # a long name shows its beginning
        self._shown = identity
        self.base.clear()
        self.base.addItem(tr("nothing", "base of a calendar"), "")
        for other, one in records.items():
            if identity not in {each.id for each in chain_of(records, other)}:
                self.base.addItem(" ".join(one.name.split())[:120], other)
        self.base.setCurrentIndex(max(0, self.base.findData(record.base if record else "")))
        self.used.setText(breakable(self._use_text(identity)) if record else "")
        self.used.setToolTip(breakable("\n".join(self._users(identity))))

    def _use_text(self, identity: str) -> str:
        """Where a calendar is used."""
        uses = self._uses.get(identity, Uses())
        parts = []
        if uses.is_project:
            parts.append(tr("the project"))
        if uses.tasks:
            parts.append(ntr("{n} task", "{n} tasks", len(uses.tasks)))
        if uses.resources:
            parts.append(ntr("{n} resource", "{n} resources", len(uses.resources)))
        if uses.derived:
            parts.append(ntr("{n} derived calendar", "{n} derived calendars", len(uses.derived)))
        comma = tr(", ", "list")
        return tr("Used by: {parts}", parts=comma.join(parts)) if parts else tr("Not used anywhere.")

    def _users(self, identity: str) -> list[str]:
        """Names of some of those who work by a calendar."""
        uses, project = self._uses.get(identity, Uses()), self._workspace.project
        names = [project.get(Resource, one).name for one in uses.resources[:NAMED]]
        names += [project.get(Task, one).name for one in uses.tasks[:NAMED]]
        names += [project.get(Calendar, one).name for one in uses.derived[:NAMED]]
        return [" ".join(name.split())[:80] for name in names]

    # -- what can be done -----------------------------------------------------------------------

    def _made(self, identity: str) -> None:
        self.show_calendars(identity)
        self.chosen.emit(identity)
        self.name.setFocus()
        self.name.selectAll()

    def add(self) -> None:
        """A new calendar with the week of the one that is looked at."""
        self.settle()
        now = self.current()
        identity = self._draft.add(tr("New calendar"), like=now) if now else self._draft.add(tr("New calendar"))
        if now:
            self._draft.change(identity, exceptions=(), work_weeks=(), holidays="")
        self._made(identity)

    def derive(self) -> None:
        """A new calendar that says nothing of its own yet."""
        self.settle()
        now = self._draft.records[self.current()]
        self._made(self._draft.add(tr("Derived from {name}", name=now.name), base=now.id))

    def copy(self) -> None:
        """A calendar that is the same under another name."""
        self.settle()
        now = self._draft.records[self.current()]
        self._made(self._draft.add(tr("Copy of {name}", name=now.name), like=now.id))

    def delete(self) -> None:
        """Take the calendar away; one that is needed is refused when it is applied."""
        identity = self.current()
        self._draft.delete(identity)
        self.chosen.emit(self.current())

    def settle(self) -> None:
        """Take the name that is written; a calendar keeps its name where none is."""
        record, name = self._draft.records.get(self.current()), " ".join(self.name.text().split())
        self.name.setModified(False)
        if record is None or name == record.name:
            return
        if name:
            self._draft.change(record.id, name=name)
        else:
            self.name.setText(record.name)
            self.name.setCursorPosition(0)

    def _derive_from(self) -> None:
        record = self._draft.records.get(self.current())
        base = str(self.base.currentData() or "") or None
        if record is not None and record.base != base:
            self._draft.change(record.id, base=base)
