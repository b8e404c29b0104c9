"""The left side of the reports page: what is chosen, how it is rated, and what goes out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QVBoxLayout, QWidget

from desktop.domain.clientview import preflight
from desktop.domain.project import Project
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.views.labels import HEADING, Text, em
from desktop.views.reports.choices import Choices
from desktop.views.reports.outgoing import Outgoing
from desktop.views.reports.ratings import Ratings
from desktop.views.scrolled import scrolled

WIDTH = 17.5
"""In heights of a line."""
SHARE, MOST_SHARE = 0.4, 0.45
"""It never takes more of the width than this, however large the letters; the second where its words need it."""


class LeftSide(QWidget):
    """Scrolled as one, above the button that exports."""

    def __init__(self, choices: Choices, ratings: Ratings, outgoing: Outgoing, export: QAction) -> None:
        super().__init__()
        self._choices, self._outgoing = choices, outgoing
        self._page_width = 0
        self._title = Text(scale=HEADING, bold=True, wrap=True)
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(em(0.9), em(0.8), em(0.9), em(0.8))
        column.setSpacing(em(0.3))
        column.addWidget(choices)
        column.addSpacing(em(0.8))
        column.addWidget(ratings)
        column.addSpacing(em(0.8))
        column.addWidget(self._title)
        column.addWidget(outgoing)
        column.addStretch()
        self._area = scrolled(inside, sideways=False)
        ratings.hide()
        ratings.opened.connect(self._bring_into_sight)
        self.export_button = QPushButton(export.icon(), export.text())
        self.export_button.setToolTip(export.toolTip())
        self.export_button.setIconSize(QSize(em(1), em(1)))
        self.export_button.clicked.connect(export.trigger)
        self.export_button.setEnabled(False)
        foot = QVBoxLayout()
        foot.setContentsMargins(em(0.9), em(0.4), em(0.9), em(0.6))
        foot.addWidget(self.export_button)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._area, 1)
        both.addLayout(foot)

    def fit(self, width: int) -> None:
        """Take its room of a page that is so wide."""
        self._page_width = width
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        needed = min(self._inside.minimumSizeHint().width() + bar, round(width * MOST_SHARE))
        self.setFixedWidth(max(min(em(WIDTH), round(width * SHARE)), needed))

    def _refit(self) -> None:
        if self._page_width:
            self.fit(self._page_width)

    def show_outgoing(self, project: Project, shown_before: frozenset[str]) -> None:
        """List what the chosen reader gets to see; a client's news are what is not in ``shown_before``."""
        choices = self._choices
        self._title.setText(tr("What goes out") if choices.audience == CLIENT else tr("What the team sees"))
        try:
            found = preflight(project, choices.audience, choices.keys, shown_before)
        except Rejected:
            self._outgoing.hide()  # printing says why
            return
        self._outgoing.show()
        self._outgoing.show_preflight(found, choices.audience)
        QTimer.singleShot(0, self._refit)  # when what was added is shown

    def _bring_into_sight(self, editor: object) -> None:
        assert isinstance(editor, QWidget)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._area.ensureWidgetVisible(editor, 0, em(1))
