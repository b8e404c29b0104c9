"""Pages to look at, or a sentence in their place, and where one is in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.people import Client
from desktop.domain.project import Project
from desktop.i18n import tr
from desktop.reports.language import BOTH, LANGUAGES
from desktop.views.labels import Text, em
from desktop.views.reports.pager import Pager, Pages
from desktop.views.reports.preview import Preview


class PaperView(QStackedWidget):
    """``number`` says which page is seen and how large; it belongs into a bar."""

    def __init__(self, pager: Pager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview(pager)
        self.sentence = Text(role="muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setContentsMargins(em(3), em(3), em(3), em(3))
        self.number = Text("", role="muted")
        self.addWidget(self.preview)
        self.addWidget(self.sentence)
        self.preview.page_changed.connect(self._show_number)
        self.preview.zoom_changed.connect(self._show_number)

    def show_pages(self, pages: Pages) -> None:
        self.setCurrentWidget(self.preview)
        self.preview.show_printed(pages)
        self._show_number()

    def say(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self.sentence.setText(sentence)
        self.setCurrentWidget(self.sentence)

    def _show_number(self) -> None:
        view = self.preview
        percent = round(view.zoom * 72 / 96 * 100)
        text = tr("{page} / {count}   {percent} %", page=view.page, count=view.count, percent=percent)
        self.number.setText(text if view.count else "")


def usual_language(project: Project) -> str:
    """What the client's record asks for, of the languages of a report."""
    client = project.find(Client, project.profile.client)
    return client.report_language if client and client.report_language in LANGUAGES else BOTH
