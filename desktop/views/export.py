"""What is written for other programs, and for whom: asked before the place of the file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QWidget

from desktop.domain.clientview import AUDIENCES, released
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, TEAM
from desktop.domain.registry import RECORD_TYPES
from desktop.domain.rejection import Rejected
from desktop.i18n import N_, tr
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, em
from desktop.views.segments import Segments

PICTURE = "picture"
"""Asked for further on the plan page, which knows what its chart shows."""
KINDS = {
    "xlsx": (N_("Excel workbook"), N_("The plan and every register, one sheet each.")),
    "csv": (N_("CSV table"), N_("One list as plain text, for any program.")),
    "xml": (N_("Microsoft Project XML"), N_("The plan with links, calendars, resources and baselines.")),
    "ics": (
        N_("Dates for a calendar"),
        N_("Milestones, meetings, open actions and follow-ups, for Outlook and telephones."),
    ),
    PICTURE: (
        N_("Picture of the Gantt chart"),
        N_("The chart as PNG or SVG, with the columns of the grid. What of it and how large is asked next."),
    ),
}
"""By suffix: what a kind of file is called, and what is in it."""
NO_LIST = frozenset({"project", "dependency", "assignment", "baseline", "calendar"})


@dataclass(frozen=True, slots=True)
class Export:
    """What was chosen."""

    suffix: str
    audience: str
    """``client`` or ``team``."""
    key: str
    """The register that a file with one list holds."""

    @property
    def filter(self) -> str:
        """What the file dialog shows."""
        return f"{tr(KINDS[self.suffix][0])} (*.{self.suffix})"

    @property
    def addition(self) -> str:
        """What stands behind the name of the project in the proposed name of the file."""
        register = "" if self.suffix != "csv" or self.key == "task" else f" {tr(RECORD_TYPES[self.key].info.plural)}"
        return register + (f" {tr('for the client', 'file name')}" if self.audience == CLIENT else "")


class ExportDialog(Dialog):
    """``chosen`` carries an :class:`Export`."""

    chosen = Signal(object)

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(tr("Export for other programs"), parent, 34, 17)
        self._project = project
        self.kind = QComboBox()
        for suffix, (title, _) in KINDS.items():
            self.kind.addItem(tr(title), suffix)
        self.readers = Segments(
            [tr("For the client") if name == CLIENT else tr("For the team") for name in AUDIENCES], fill=True
        )
        self.readers.show_at(AUDIENCES.index(TEAM))
        self.list = QComboBox()
        for key, kind in RECORD_TYPES.items():
            if key not in NO_LIST and (key == "task" or project.rows(key)):
                self.list.addItem(tr(kind.info.plural), key)
        self.list.setCurrentIndex(self.list.findData("task"))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(em(1))
        self._form.setVerticalSpacing(em(0.6))
        self._form.addRow(tr("&Kind of file"), self.kind)
        self._form.addRow(tr("&List"), self.list)
        self._form.addRow(tr("&Reader"), self.readers)
        self.column.addLayout(self._form)
        self.about = Text(wrap=True, role="muted")
        self.column.addWidget(self.about)
        self.column.addStretch(1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.go_on.setText(tr("Choose the place…"))
        self.kind.currentIndexChanged.connect(self._tell)
        self.readers.chosen.connect(self._tell)
        self._tell()

    @property
    def export(self) -> Export:
        """What is chosen now."""
        return Export(str(self.kind.currentData()), AUDIENCES[self.readers.at], str(self.list.currentData() or "task"))

    def _tell(self) -> None:
        """Say what will be in the file, and what stays out of it."""
        export = self.export
        self._form.setRowVisible(self.list, export.suffix == "csv")
        about, shown = [tr(KINDS[export.suffix][1])], True
        if export.audience == CLIENT:
            try:
                released(self._project, CLIENT)
                about.append(
                    tr("Only records and fields that are marked for the client are written; never private notes, rates "
                       "or floats. Please look over the file before you send it.")
                )  # fmt: skip
            except Rejected:
                shown = False
                about = [
                    tr("This project is not marked as visible to the client. Set its visibility to “Client” first.")
                ]
        else:
            about.append(tr("Everything that the team may read; private records and fields stay here."))
        self.about.setText("\n".join(about))
        self.go_on.setEnabled(shown)

    def accept(self) -> None:
        if self.go_on.isEnabled():
            export = self.export
            super().accept()  # first, because what asks for the file is modal too
            self.chosen.emit(export)
