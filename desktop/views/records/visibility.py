"""Who may see a record: always in sight, one press to change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.record import CLIENT, PRIVATE, TEAM, VISIBILITY
from desktop.i18n import N_, tr
from desktop.views.segments import Segments

_LOOK = {
    PRIVATE: ("lock", N_("Only you: never in a report, never in a copy for the client")),
    TEAM: ("stakeholders", N_("Your team: in internal reports, never in one for the client")),
    CLIENT: ("shared", N_("The client may see it, except for its private and internal fields")),
}


class VisibilityChoice(Segments):
    """Private, team or client; ``code_chosen`` carries the code when the person changes it."""

    code_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._codes = list(VISIBILITY)
        super().__init__(
            [tr(VISIBILITY[code]) for code in self._codes],
            pictures=[_LOOK[code][0] for code in self._codes],
            tips=[tr(_LOOK[code][1]) for code in self._codes],
            parent=parent,
        )
        self.setAccessibleName(tr("Visibility"))
        self.chosen.connect(self._tell)

    def show_code(self, code: str) -> None:
        """Mark the present value."""
        self.show_at(self._codes.index(code) if code in self._codes else -1)

    @property
    def code(self) -> str:
        """The value that is marked."""
        return self._codes[self.at] if self.at >= 0 else ""

    def _tell(self, at: int) -> None:
        self.code_chosen.emit(self._codes[at])
