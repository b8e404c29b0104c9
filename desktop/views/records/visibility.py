"""Who may see a record: always in sight, one press to change."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from desktop.domain.record import CLIENT, PRIVATE, TEAM, VISIBILITY
from desktop.i18n import N_, tr
from desktop.views.icons import icon
from desktop.views.labels import em
from desktop.views.theme import colour

_LOOK = {
    PRIVATE: ("lock", "grey_soft", N_("Only you: never in a report, never in a copy for the client")),
    TEAM: ("stakeholders", "surface", N_("Your team: in internal reports, never in one for the client")),
    CLIENT: ("shared", "accent_soft", N_("The client may see it, except for its private and internal fields")),
}


class VisibilityChoice(QWidget):
    """Private, team or client; ``chosen`` carries the code when the person changes it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._codes = list(VISIBILITY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for at, code in enumerate(self._codes):
            picture, ground, tip = _LOOK[code]
            button = QToolButton()
            button.setText(tr(VISIBILITY[code]))
            button.setIcon(icon(picture))
            button.setIconSize(QSize(em(0.9), em(0.9)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setToolTip(tr(tip))
            button.setAccessibleName(tr("Visible to: {who}", who=tr(VISIBILITY[code])))
            dressed = button.palette()
            dressed.setColor(QPalette.ColorRole.Button, colour(ground))
            button.setPalette(dressed)
            self._group.addButton(button, at)
            row.addWidget(button)
        self._group.idClicked.connect(self._clicked)

    def show_code(self, code: str) -> None:
        """Mark the present value."""
        if code in self._codes:
            self._group.button(self._codes.index(code)).setChecked(True)

    @property
    def code(self) -> str:
        """The value that is marked."""
        return self._codes[self._group.checkedId()] if self._group.checkedId() >= 0 else ""

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._codes[at])
