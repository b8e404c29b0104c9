"""Who and what works on a task: a table, and everything about the assignment that is current in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.domain.plan import Assignment, Resource
from desktop.domain.record import Choices, Kind, Record, Spec
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.resource_names import read_resources
from desktop.domain.scheduling.contours import CONTOUR_NAMES, is_by_hand
from desktop.domain.scheduling.crew import WORKING
from desktop.i18n import N_, tr
from desktop.models.chosen import Chosen
from desktop.models.task_assignments import RESOURCE, WORK, TaskAssignments
from desktop.views.labels import Text
from desktop.views.plan.details.rows import Rows
from desktop.views.plan.details.tab import DetailTab
from desktop.views.records.choices import ChoiceEditor
from desktop.views.records.delegate import FieldDelegate, FieldModel, Index
from desktop.views.records.field import Field
from desktop.views.records.flushing import flush_parts
from desktop.views.records.form import Section
from desktop.views.records.lines import LineEditor
from desktop.views.records.links import LinkEditor
from desktop.views.theme import colour

sentences(
    one_resource=N_("An assignment has one resource that is there already. Nothing was changed; add others below."),
)

OF_PEOPLE = (
    "overtime_work", "actual_work", "actual_overtime_work", "delay", "levelling_delay", "contour", "rate_table",
    "actual_cost",
)  # fmt: skip
OF_MATERIAL = ("rate_table", "actual_cost")
OF_MONEY = ("cost", "actual_cost")
CONTOUR = replace(
    Assignment.info.specs["contour"], kind=Kind.CHOICE, choices=Choices(CONTOUR_NAMES), required=True
)  # fmt: skip


class ContourEditor(ChoiceEditor):
    """How work lies in its time; one that was made by hand stays what it is until another is chosen."""

    def load(self, record: Any) -> None:
        super().load(record)
        if is_by_hand(record.contour):
            self.setItemText(self.currentIndex(), tr("By hand", "work contour"))


class ResourcePicker(LinkEditor):
    """Suggests resources; several may be typed, with their units: ``Li Lei; Anna [50%]``."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.creatable = True

    def label(self, record: Record) -> str:
        return record.name_text

    def invitation(self, name: str) -> str:
        return tr("Add “{name}” as a new resource", name=name)

    def focus_widget(self) -> QWidget:
        return self

    def suggest(self, text: str = "") -> None:
        if any(mark in text for mark in "[［【;；"):  # units or several names: nothing to complete
            self.popup.hide()
            return
        super().suggest(text)

    def value(self) -> Any:
        if self.text() == self._shown:
            return self._target
        shares = read_resources(self.workspace.project, self.text())
        if len(shares) == 1 and shares[0].resource is None and shares[0].units == 100:
            try:
                return self.read()
            except Rejected:
                pass
        unknown = [share.name for share in shares if share.resource is None]
        if unknown:
            raise Rejected("unknown_resources", names="; ".join(f"“{name}”" for name in unknown))
        return shares or None


class WorkLine(LineEditor):
    """Work of an assignment; where none is entered it starts from what follows from the duration."""

    def __init__(self, table: TaskAssignments, spec: Spec, parent: QWidget) -> None:
        super().__init__(table.workspace, spec, parent)
        self._table = table

    def load(self, record: Any) -> None:
        super().load(record)
        self.show_text(self._table.text(record, WORK))
        self.selectAll()


class AssignmentsDelegate(FieldDelegate):
    """Editors for the cells of a table of assignments."""

    def make(self, model: FieldModel, spec: Spec, index: Index, parent: QWidget) -> QWidget:
        assert isinstance(model, TaskAssignments)
        key = model.cells[index.column()].key
        if key == WORK:
            return WorkLine(model, spec, parent)
        if key != RESOURCE:
            return super().make(model, spec, index, parent)
        made = ResourcePicker(model.workspace, spec, parent)
        taken = (model.record(row) for row in range(model.count))
        made.excluded = [one.resource for one in taken if isinstance(one, Assignment)]
        return made


class ResourcesTab(DetailTab):
    """Assignments, and the fields of the current one; of several tasks, who is on them."""

    key: ClassVar[str] = "resources"
    title: ClassVar[str] = N_("Resources")
    icon: ClassVar[str] = "resources"
    shared: ClassVar[bool] = False

    def make(self) -> None:
        self.assignments = TaskAssignments(self.workspace, self)
        self.assignments.warning = colour("red")
        self.rows = Rows(tr("Assignments"), self.assignments, go_to=tr("Go to the resource"))
        self.rows.table.take_delegate(AssignmentsDelegate(self.rows.table))
        self.rows.followed.connect(self._follow)
        self.rows.table.selectionModel().currentChanged.connect(self._show_current)
        self.column.addWidget(self.rows)
        self.heading = Text(bold=True, wrap=True)
        self.column.addWidget(self.heading)
        self.details: dict[str, Field] = {}
        for name in dict.fromkeys((*OF_PEOPLE, *OF_MATERIAL, *OF_MONEY)):
            spec = CONTOUR if name == "contour" else Assignment.info.specs[name]
            editor = ContourEditor(self.workspace, spec) if name == "contour" else None
            self.details[name] = Field(self.workspace, spec, editor=editor)
        self.section = Section("", list(self.details.values()))
        self._sections.append(self.section)
        self.column.addWidget(self.section)
        self.all_of_them = self.add_section("", ("resources",))
        self.column.addStretch(1)
        self.model.figures.arrived.connect(self._refresh)

    def fill(self, chosen: Chosen) -> None:
        one = chosen.single is not None
        self.rows.setVisible(one)
        self.all_of_them.setVisible(not one)
        self.assignments.show_assignments(chosen)
        if one and self.assignments.count and not self.rows.table.currentIndex().isValid():
            self.rows.table.setCurrentIndex(self.assignments.index(0, 0))
        self.rows.refresh()
        self._show_current()

    def _refresh(self) -> None:
        if self.chosen is not None and self.isVisible():
            self.assignments.show_assignments(Chosen(self.model.reading, self.chosen.ids))

    def current(self) -> Assignment | None:
        """The assignment of the current row."""
        found = self.assignments.record(self.rows.table.currentIndex().row())
        return found if isinstance(found, Assignment) else None

    def _show_current(self, *_: object) -> None:
        found = self.current() if self.chosen is not None and self.chosen.single is not None else None
        resource = self.workspace.project.find(Resource, found.resource) if found is not None else None
        there = found is not None and resource is not None
        self.heading.setVisible(there)
        self.section.setVisible(there)
        self._flush_details(found.id if found is not None else "")
        if found is None or resource is None:
            return
        self.heading.setText(resource.name[:120])
        kind = resource.kind
        names = OF_PEOPLE if kind in WORKING else OF_MONEY if kind == "cost" else OF_MATERIAL
        shown = [field for name, field in self.details.items() if name in names]
        for name, field in self.details.items():
            field.setVisible(name in names)
        if self.section.fields != shown:
            self.section.rearrange(shown)
            self._arrange()
        for field in shown:
            field.load(found)

    def _flush_details(self, identity: str) -> None:
        """Commit what is being typed about another assignment than the one to be shown."""
        there = self.workspace.project.rows("assignment")
        for field in self.details.values():
            if field.record is not None and field.record.id not in there:
                field.drop()
        others = [field for field in self.details.values() if field.record is not None and field.record.id != identity]
        flush_parts(self.workspace, others)

    def drop(self) -> None:
        super().drop()
        if self._made:
            for field in self.details.values():
                field.drop()

    def first_widget(self) -> QWidget:
        if self.chosen is not None and self.chosen.single is None:
            return self.fields["resources"].editor.focus_widget()
        return self.rows.table

    def _follow(self, assignment: Assignment) -> None:
        self.navigate.emit(f"resource/{assignment.resource}")
