"""What leaves as a picture: asked for in a dialog, made away from the interface, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QWidget,
)

from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected, explain
from desktop.i18n import CHINESE, N_, tr, words
from desktop.publish import publish_bytes
from desktop.reports.language import EN, ZH
from desktop.views.background import Background, Wish
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, em
from desktop.views.page import Page
from desktop.views.save_dialog import ask_where
from desktop.views.segments import Segments

PNG, SVG, PDF = "png", "svg", "pdf"
FILTERS = {
    PDF: N_("PDF documents (*.pdf)"), PNG: N_("PNG pictures (*.png)"), SVG: N_("SVG pictures (*.svg)"),
}  # fmt: skip

Make = Callable[[Wish], bytes]
"""Makes the file; may raise ``Rejected``, and gives up once the wish is off."""


class PicturePress(Background):
    """``written`` carries the path, ``failed`` a ``Rejected``."""

    written = Signal(object)
    failed = Signal(object)

    def write(self, make: Make, target: Path) -> None:
        """Make the file and publish it."""

        def work(wish: Wish) -> None:
            try:
                made = make(wish)
                if wish.is_off():
                    return
                publish_bytes(target, made)
            except Rejected as refusal:
                wish.say("failed", refusal)
                return
            wish.say("written", target)

        self._begin("picture", work)


class PictureAsking(Dialog):
    """Stays until the file is written; closing it stops the work, and nothing is written.

    Subclasses say what is drawn (:meth:`making`), how the file may be called, and what else is asked.
    """

    KINDS: ClassVar[Mapping[str, str]]
    """Translatable titles of the kinds of file on offer."""

    def __init__(self, page: Page, title: str, size: tuple[int, int], audience: str) -> None:
        super().__init__(title, page.window(), *size)
        self._asked_by, self._audiences = page, page.workspace.readers
        self.press = PicturePress()
        self.destroyed.connect(self.press.retire)
        self.kind = Segments([tr(title) for title in self.KINDS.values()], fill=True)
        self.percent = QSpinBox(minimum=50, maximum=400, singleStep=50, value=200, suffix=" %")
        self.readers = Segments(
            [tr("For the client") if name == CLIENT else tr("For the team") for name in self._audiences], fill=True
        )
        self.kind.show_at(0)
        self.readers.show_at(self._audiences.index(audience) if audience in self._audiences else 0)
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

    # -- what subclasses say ----------------------------------------------------------------------

    def making(self) -> Make:
        """What is chosen now, of the plan as it stands now."""
        raise NotImplementedError

    def suggested(self) -> str:
        """A name for the file."""
        raise NotImplementedError

    def fields(self) -> Iterable[tuple[str, QWidget]]:
        """Titled fields behind the kind."""
        return ()

    def ticks(self) -> Iterable[QWidget]:
        """Boxes to tick below the fields."""
        return ()

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(em(1))
        form.setVerticalSpacing(em(0.5))
        for title, field in (
            (tr("Kind"), self.kind), *self.fields(), (tr("Magnification"), self.percent), (tr("Reader"), self.readers),
        ):  # fmt: skip
            form.addRow(title, field)
            field.setAccessibleName(title)
        self.column.addLayout(form)
        for box in (*self.ticks(), self.said, self.busy):
            self.column.addWidget(box)
        self.busy.hide()
        self.column.addStretch(1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.go_on = QPushButton(tr("Choose the place…"))
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.ActionRole)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.ask_where)

    # -- what is chosen -------------------------------------------------------------------------

    @property
    def suffix(self) -> str:
        """The kind of file, by how its name ends."""
        return list(self.KINDS)[self.kind.at]

    @property
    def audience(self) -> str:
        return self._audiences[self.readers.at]

    @property
    def language(self) -> str:
        """That of the interface."""
        return ZH if words().language == CHINESE else EN

    def _tell(self) -> None:
        if self.audience == CLIENT:
            self.said.setText(tr("Only what is marked for the client; never private notes, rates or floats."))
        else:
            self.said.setText(tr("Everything that the team may read; private records and fields stay here."))

    # -- writing --------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Choose a file."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        kinds = {tr(FILTERS[self.suffix]): self.suffix}
        ask_where(self, self.windowTitle(), folder / self.suggested(), kinds, self._save_to)

    def _save_to(self, name: str) -> None:
        self.save(Path(name))

    def save(self, target: Path) -> None:
        """Make the file and write it."""
        self.busy.show()
        self.go_on.setEnabled(False)
        self.said.setText(tr("The picture is being made"))
        self.press.write(self.making(), target)

    def _rest(self, sentence: str) -> None:
        self.busy.hide()
        self.go_on.setEnabled(True)
        self.said.setText(sentence)

    def _written(self, target: object) -> None:
        assert isinstance(target, Path)
        said = tr("Saved: {name}", name=target.name)
        self._rest(said)
        self._asked_by.said.emit(said)

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
