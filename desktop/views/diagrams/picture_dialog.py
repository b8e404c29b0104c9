"""A diagram as a file: what kind, how large, for whom; then where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from desktop.domain.record import TEAM
from desktop.i18n import N_, tr
from desktop.views.diagrams.picture import DiagramOrder, diagram_file
from desktop.views.pictures import PDF, PNG, SVG, Make, PictureAsking
from desktop.views.save_dialog import file_name

if TYPE_CHECKING:
    from desktop.views.diagrams.page import DiagramsPage


class DiagramPictureDialog(PictureAsking):
    """The diagram in front, whole."""

    KINDS: ClassVar[Mapping[str, str]] = {
        PDF: N_("PDF: one large page"), PNG: N_("PNG: dots"), SVG: N_("SVG: lines"),
    }  # fmt: skip

    def __init__(self, page: DiagramsPage) -> None:
        self._page = page
        super().__init__(page, tr("The diagram as a file"), (30, 16), TEAM)
        self.kind.chosen.connect(self._show_kind)
        self._show_kind()

    def _show_kind(self) -> None:
        self.percent.setEnabled(self.suffix != PDF)

    def order(self) -> DiagramOrder:
        """What is chosen now, of the plan as it stands now."""
        page, workspace = self._page, self._page.workspace
        tasks = tuple(page.network.tasks()) if page.part == 1 else None
        return DiagramOrder(
            workspace.project.snapshot(), workspace.schedule, page.wbs.options, tasks, self.suffix,
            self.font().family(), self.percent.value() / 100, self.language, self.audience,
            workspace.session.now().date(),
        )  # fmt: skip

    def making(self) -> Make:
        return partial(diagram_file, self.order())

    def suggested(self) -> str:
        profile = self._page.workspace.project.profile
        title = tr("Network diagram") if self._page.part == 1 else tr("WBS chart")
        name = profile.short_name or profile.name
        whole = f"{name[:60]} {title} {self._page.workspace.session.now().date()}"
        return file_name(whole, self.suffix)
