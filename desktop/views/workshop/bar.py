"""The keys that a workshop needs at hand, large enough for a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QVBoxLayout

from desktop.domain.commands.records import AddRecord
from desktop.i18n import N_, tr
from desktop.views.fingers import FINGER
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import Text, em
from desktop.views.menus import name_with_key
from desktop.views.records.editing import LINE_LIMIT
from desktop.views.theme import colour

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow
    from desktop.views.workshop.mode import Workshop

AGAIN = 3000
"""Milliseconds for which a second Escape leaves the workshop."""
PARKED = N_("Parking lot")
"""The tag of what was put aside to be looked at later."""


class Key(QToolButton):
    """Picture and words, high enough for a finger."""

    def __init__(self, picture: str, text: str = "") -> None:
        super().__init__()
        self.setIcon(icon(picture))
        self.setIconSize(QSize(em(1.1), em(1.1)))
        self.setText(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(hint.width() + em(0.6), max(FINGER, em(1.8))))


class ParkLine(QLineEdit):
    """One line for a point that is not for now: Enter keeps it, Escape puts the line away."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._workshop = workshop
        self.setMaxLength(LINE_LIMIT)
        self.setMinimumHeight(max(FINGER, em(1.8)))
        self.setPlaceholderText(tr("What is to be looked at later? Enter files it with the issues."))
        self.setAccessibleName(tr("Park a point"))
        self.setClearButtonEnabled(True)
        self.returnPressed.connect(self.park)
        self.hide()

    def open_up(self) -> None:
        """Show the line, ready to be written in."""
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def park(self) -> None:
        """Keep what is written, with the issues; the line stays for the next point. An empty one is put away."""
        text = self.text().strip()
        if not text:
            self.put_away()
            return
        fields = {"problem": text, "tags": (tr(PARKED),)}
        if self._workshop.workspace.do(AddRecord("issue", fields, label=N_("Park “{name}”"))):
            self.clear()

    def put_away(self) -> None:
        self.hide()
        window = self.window()
        view = getattr(window, "view", None)
        if view is not None and view.page is not None:
            view.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)


class WorkshopBar(QFrame):
    """What it is called, its time, undo, parking, leaving."""

    def __init__(self, window: MainWindow, workshop: Workshop) -> None:
        super().__init__()
        commands = window.menus.workshop
        assert commands is not None
        self._window, self._clock = window, workshop.clock
        self.line = ParkLine(workshop)
        self.title = Text(tr("Workshop"), bold=True)
        self.title.setToolTip(workshop.title)
        self.title.setAccessibleName(workshop.title)
        self.title.setContentsMargins(em(0.4), 0, em(0.6), 0)
        self.time = Key("clock")
        self.time.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.time.setMenu(commands.timer)
        self.undo = Key("undo", tr("Undo"))
        self.undo.clicked.connect(window.menus.undo.trigger)
        self.park = Key("add", tr("Park a point"))
        self.park.setAccessibleDescription(tr("Files a point with the issues, to be looked at later"))
        self.park.clicked.connect(commands.park.trigger)
        self.leave = Key("close", tr("Leave"))
        self.leave.clicked.connect(window.menus.workshop_mode.trigger)
        self.again = Text(tr("Press Esc again to leave the workshop"), bold=True)
        self.again.setContentsMargins(em(0.4), 0, em(0.6), 0)
        self.again.hide()
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(AGAIN)
        self._asking.timeout.connect(self._ask_no_more)
        self.keys = Flow(spacing=em(0.3))
        for part in (self.again, self.title, self.time, self.undo, self.park, self.leave):
            self.keys.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.4), em(0.25), em(0.4), em(0.25))
        column.setSpacing(em(0.25))
        column.addWidget(self.line)
        column.addWidget(self.keys)
        self._clock.ticked.connect(self._show_time)
        window.menus.undo.changed.connect(self._show_undo)
        self._show_time()
        self._show_undo()

    def is_second_escape(self) -> bool:
        """Whether Escape was pressed a second time; the first time that is asked for, in the place of other keys."""
        if self._asking.isActive():
            return True
        self._asking.start()
        for part in (self.title, self.time, self.undo, self.park):
            part.hide()
        self.again.show()
        announcement = QAccessibleAnnouncementEvent(self, self.again.text())
        QAccessible.updateAccessibility(announcement)
        return False

    def _ask_no_more(self) -> None:
        self.again.hide()
        for part in (self.time, self.undo, self.park):
            part.show()
        self._fit_title(self.width())

    def _show_time(self) -> None:
        self.time.setText(self._clock.text)
        said = tr("Time is up") if self._clock.is_over else tr("Timer")
        self.time.setAccessibleName(f"{said} {self._clock.text}")
        self.time.setToolTip(said)
        dressed = self.time.palette()
        ink = colour("red" if self._clock.is_over else "text")
        if dressed.color(QPalette.ColorRole.ButtonText) != ink:
            dressed.setColor(QPalette.ColorRole.ButtonText, ink)
            self.time.setPalette(dressed)

    def _show_undo(self) -> None:
        action = self._window.menus.undo
        self.undo.setEnabled(action.isEnabled())
        self.undo.setToolTip(name_with_key(action))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._asking.isActive():
            self._fit_title(event.size().width())

    def _fit_title(self, width: int) -> None:
        self.title.setVisible(self.keys.sizeHint().width() + self._title_room() <= width - em(0.8))

    def _title_room(self) -> int:
        """What the title takes of the line where it is not there yet; the keys come first."""
        return self.title.sizeHint().width() + em(0.3) if self.title.isHidden() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("surface"))
            painter.fillRect(0, 0, self.width(), max(2, em(0.08)), colour("line_strong"))
