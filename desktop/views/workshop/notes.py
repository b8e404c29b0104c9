"""What only the presenter reads, on a screen that nobody else sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.domain.display import display
from desktop.domain.record import CLIENT, Kind, Record
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.labels import HEADING, SMALL, TITLE, Text, breakable, em
from desktop.views.workshop.clock import Clock
from desktop.views.workshop.screens import NARROW, Place

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

LOOK = 300
"""Milliseconds between two looks at what is in front."""
LONGEST = 4000
"""Characters of a note that are shown."""
WRITTEN = frozenset({Kind.TEXT, Kind.LONG_TEXT})


class PresenterNotes(QWidget):
    """The time, and what is written of the record in front that the room does not see."""

    def __init__(self, window: MainWindow, workspace: Workspace, clock: Clock) -> None:
        """``workspace`` is the project as a whole."""
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(tr("Notes for the presenter"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._window, self._workspace, self._clock = window, workspace, clock
        self.time = Text(scale=TITLE, bold=True)
        self.name = Text(scale=HEADING, bold=True, wrap=True)
        self.written = Text(wrap=True)
        explained = tr("Only you see this window; the room sees the other screen.")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(em(1), em(0.8), em(1), em(0.8))
        column.setSpacing(em(0.6))
        for part in (self.time, self.name, self.written):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(Text(explained, scale=SMALL, role="muted", wrap=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self.look)
        self._looking.start(LOOK)
        self.look()

    def stand_on(self, place: Place) -> None:
        """Show on that screen, where it does not already."""
        if not self.isVisible() or not place.box.contains(self.geometry().center()):
            box = QRect(place.box)
            box.setWidth(round(box.width() * NARROW))
            self.setGeometry(box.adjusted(em(1), em(2), -em(1), -em(2)))
        self.show()

    def look(self) -> None:
        """Show what belongs to the record that is in front now."""
        self.time.setText(self._clock.text)
        found = self._in_front()
        self.name.setText(breakable(f"{found.code}  {found.name_text}"[:200]) if found is not None else "")
        self.written.setText(breakable("\n\n".join(self._written(found))) if found is not None else "")

    def _in_front(self) -> Record | None:
        view = self._window.view
        page = view.page if view is not None else None
        identity = page.current() if page is not None else ""
        project = self._workspace.project
        tables = (project.rows(key) for key in project.numbering)
        return next((table[identity] for table in tables if identity in table), None) if identity else None

    def _written(self, record: Record) -> list[str]:
        """Titles and texts of what the client does not read of ``record``."""
        found = []
        for spec in record.info.columns():
            if spec.kind in WRITTEN and spec.audience != CLIENT:
                text = display(self._workspace.project, record, spec, words()).strip()
                if text:
                    found.append(f"{tr(spec.title)}\n{text[:LONGEST]}")
        return found or [tr("Nothing is noted here.")]
