"""A diagram as a file: what kind, how large, for whom; then where it goes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QFormLayout, QProgressBar, QPushButton, QSpinBox

from desktop.domain.clientview import AUDIENCES
from desktop.domain.record import CLIENT, TEAM
from desktop.domain.rejection import Rejected, explain
from desktop.i18n import CHINESE, N_, tr, words
from desktop.reports.language import EN, ZH
from desktop.views.diagrams.picture import PDF, PNG, SVG, DiagramOrder, DiagramPress
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, em
from desktop.views.segments import Segments

if TYPE_CHECKING:
    from desktop.views.diagrams.page import DiagramsPage

KINDS = {PDF: N_("PDF: one large page"), PNG: N_("PNG: dots"), SVG: N_("SVG: lines")}
FILTERS = {
    PDF: N_("PDF documents (*.pdf)"), PNG: N_("PNG pictures (*.png)"), SVG: N_("SVG pictures (*.svg)"),
}  # fmt: skip


class DiagramPictureDialog(Dialog):
    """Stays until the file is written; closing it stops the work, and nothing is written."""

    def __init__(self, page: DiagramsPage) -> None:
        super().__init__(tr("The diagram as a file"), page.window(), 30, 16)
        self._page = page
        self.press = DiagramPress()
        self.destroyed.connect(self.press.retire)
        self.kind = Segments([tr(title) for title in KINDS.values()], fill=True)
        self.percent = QSpinBox(minimum=50, maximum=400, singleStep=50, value=200, suffix=" %")
        self.readers = Segments(
            [tr("For the client") if name == CLIENT else tr("For the team") for name in AUDIENCES], fill=True
        )
        self.said = Text("", wrap=True, role="muted")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(tr("The picture is being made"))
        self.kind.show_at(0)
        self.readers.show_at(AUDIENCES.index(TEAM))
        self._lay_out()
        self.kind.chosen.connect(self._show_kind)
        self.readers.chosen.connect(self._tell)
        self.press.written.connect(self._written)
        self.press.failed.connect(self._refused)
        self.press.broken.connect(self._broken)
        self._show_kind()
        self._tell()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(em(1))
        form.setVerticalSpacing(em(0.5))
        for title, field in (
            (tr("Kind"), self.kind), (tr("Magnification"), self.percent), (tr("Reader"), self.readers),
        ):  # fmt: skip
            form.addRow(title, field)
            field.setAccessibleName(title)
        self.column.addLayout(form)
        self.column.addWidget(self.said)
        self.column.addWidget(self.busy)
        self.busy.hide()
        self.column.addStretch(1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.go_on = QPushButton(tr("Choose the place…"))
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.ActionRole)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.ask_where)

    @property
    def audience(self) -> str:
        return AUDIENCES[self.readers.at]

    def _show_kind(self) -> None:
        self.percent.setEnabled(list(KINDS)[self.kind.at] != PDF)

    def _tell(self) -> None:
        if self.audience == CLIENT:
            self.said.setText(tr("Only what is marked for the client; never private notes, rates or floats."))
        else:
            self.said.setText(tr("Everything that the team may read; private records and fields stay here."))

    def order(self) -> DiagramOrder:
        """What is chosen now, of the plan as it stands now."""
        page, workspace = self._page, self._page.workspace
        tasks = tuple(page.network.tasks()) if page.part == 1 else None
        language = ZH if words().language == CHINESE else EN
        return DiagramOrder(
            workspace.project.snapshot(), workspace.schedule, page.wbs.options, tasks, list(KINDS)[self.kind.at],
            self.font().family(), self.percent.value() / 100, language, self.audience,
            workspace.session.now().date(),
        )  # fmt: skip

    def ask_where(self) -> None:
        """Choose a file."""
        order = self.order()
        name = order.project.profile.short_name or order.project.profile.name
        title = tr("WBS chart") if order.tasks is None else tr("Network diagram")
        whole = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", f"{name[:60]} {title} {order.today}").strip(" .")
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr(FILTERS[order.kind])])
        dialog.setDefaultSuffix(order.kind)
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.selectFile(f"{whole}.{order.kind}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, name: str) -> None:
        self.save(Path(name))

    def save(self, target: Path) -> None:
        """Draw the diagram and write it."""
        self.busy.show()
        self.go_on.setEnabled(False)
        self.said.setText(tr("The picture is being made"))
        self.press.write(self.order(), target)

    def _rest(self, sentence: str) -> None:
        self.busy.hide()
        self.go_on.setEnabled(True)
        self.said.setText(sentence)

    def _written(self, target: object) -> None:
        assert isinstance(target, Path)
        self._rest(tr("Saved: {name}", name=target.name))

    def _refused(self, refusal: object) -> None:
        assert isinstance(refusal, Rejected)
        self._rest(explain(refusal, words()))

    def _broken(self, error: object) -> None:
        self._rest(tr("The picture could not be made."))
        assert isinstance(error, Exception)
        raise error  # to the program's own report of problems

    def reject(self) -> None:
        self.press.call_off()
        super().reject()
