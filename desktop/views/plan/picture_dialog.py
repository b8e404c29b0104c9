"""The chart as a picture: what of it, how large, for whom; then where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
)

from desktop.domain.clientview import AUDIENCES
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected, explain
from desktop.i18n import CHINESE, N_, tr, words
from desktop.reports.language import EN, ZH
from desktop.reports.planpicture import Sizes
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, em
from desktop.views.plan.paper_press import file_name, plan_order
from desktop.views.plan.picture_press import PNG, SVG, PictureOrder, PicturePress
from desktop.views.segments import Segments

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

KINDS = {PNG: N_("PNG: dots, for slides and messages"), SVG: N_("SVG: lines, sharp at any size")}
FILTERS = {PNG: N_("PNG pictures (*.png)"), SVG: N_("SVG pictures (*.svg)")}


class PictureDialog(Dialog):
    """Stays until the picture is written, with a button to stop."""

    def __init__(self, page: PlanPage, audience: str) -> None:
        super().__init__(tr("The chart as a picture"), page.window(), 34, 20)
        self._page = page
        self.press = PicturePress()
        self.destroyed.connect(self.press.retire)
        self.kind = Segments([tr(title) for title in KINDS.values()], fill=True)
        self.part = Segments([tr("The whole chart"), tr("What is in sight")], fill=True)
        self.columns, self.legend = QCheckBox(tr("With the columns of the grid")), QCheckBox(tr("With a legend"))
        self.columns.setChecked(True)
        self.legend.setChecked(True)
        self.percent = QSpinBox(minimum=50, maximum=400, singleStep=50, value=200, suffix=" %")
        self.readers = Segments(
            [tr("For the client") if name == CLIENT else tr("For the team") for name in AUDIENCES], fill=True
        )
        self.kind.show_at(0)
        self.part.show_at(0)
        self.readers.show_at(AUDIENCES.index(audience))
        self.said = Text("", wrap=True, role="muted")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(tr("The picture is being made"))
        self._lay_out()
        self.readers.chosen.connect(self._tell)
        self.press.written.connect(self._written)
        self.press.failed.connect(self._refused)
        self.press.broken.connect(self._broken)
        self._tell()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(em(1))
        form.setVerticalSpacing(em(0.5))
        for title, field in (
            (tr("Kind"), self.kind), (tr("Part"), self.part), (tr("Magnification"), self.percent),
            (tr("Reader"), self.readers),
        ):  # fmt: skip
            form.addRow(title, field)
            field.setAccessibleName(title)
        self.column.addLayout(form)
        self.column.addWidget(self.columns)
        self.column.addWidget(self.legend)
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

    def _tell(self) -> None:
        if self.audience == CLIENT:
            self.said.setText(tr("Only what is marked for the client; never private notes, rates or floats."))
        else:
            self.said.setText(tr("Everything that the team may read; private records and fields stay here."))

    def order(self) -> PictureOrder:
        """What is chosen now, of the plan as it stands now."""
        page, metrics = self._page, self._page.grid.metrics
        chart, in_sight = page.chart, bool(self.part.at)
        ids = page.model.ids
        rows = [ids[row] for row in chart.frame.window(chart.viewport().height())] if in_sight else list(ids)
        keys = tuple(key for key, _ in page.grid.shown_columns()) if self.columns.isChecked() else ()
        language = ZH if words().language == CHINESE else EN
        sizes = Sizes(metrics.em, float(metrics.row), float(metrics.header), metrics.line * 1.2)
        kind = PNG if not self.kind.at else SVG
        return PictureOrder(
            plan_order(page, tuple(rows), keys, language, self.audience), kind, sizes, self.font().family(),
            float(chart.viewport().width()) if in_sight else 0.0, self.percent.value() / 100, self.legend.isChecked(),
        )  # fmt: skip

    def ask_where(self) -> None:
        """Choose a file."""
        order = self.order()
        dialog = QFileDialog(self, tr("The chart as a picture"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr(FILTERS[order.kind])])
        dialog.setDefaultSuffix(order.kind)
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.selectFile(file_name(self._page, order.plan, order.kind))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, name: str) -> None:
        self.save(Path(name))

    def save(self, target: Path) -> None:
        """Make the picture and write it; closing the dialog stops it, and nothing is written."""
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
        said = tr("Saved: {name}", name=target.name)
        self._rest(said)
        self._page.said.emit(said)

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
