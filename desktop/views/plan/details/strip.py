"""Names of the sections of the side panel: in lines, where those would be too many as pictures, or in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QToolButton, QWidget

from desktop.i18n import tr
from desktop.views.flow import Flow
from desktop.views.grown import show_arrow
from desktop.views.icons import icon
from desktop.views.labels import SMALL, em, scaled

LINES = 2
"""Lines of names at most, where there is room for them."""
_STYLE = Qt.ToolButtonStyle


class TabStrip(Flow):
    """``chosen`` carries the key of the section that was pressed. Left and Right go from one to the next."""

    chosen = Signal(object)

    def __init__(self, tabs: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """``tabs``: (key, translated title, picture)."""
        super().__init__(parent, spacing=em(0.1))
        self.lines = LINES
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        for key, title, picture in tabs:
            button = QToolButton(autoRaise=True)
            button.setFont(scaled(SMALL))
            button.setCheckable(True)
            button.setText(title)
            button.setToolTip(title)
            button.setAccessibleName(title)
            button.setIcon(icon(picture))
            button.setIconSize(QSize(em(1), em(1)))
            button.setProperty("key", key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self._buttons[key] = button
            self.add(button)
        self._group.buttonClicked.connect(self._pressed)
        self._offered = list(self._buttons)
        self.menu_button = QToolButton(autoRaise=True)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolButtonStyle(_STYLE.ToolButtonTextBesideIcon)
        self.menu_button.setIconSize(QSize(em(1), em(1)))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.setAccessibleName(tr("Sections of the details"))
        menu = QMenu(self.menu_button)
        for key, button in self._buttons.items():
            menu.addAction(button.icon(), button.text()).setData(key)
        menu.triggered.connect(self._picked)
        self.menu_button.setMenu(menu)
        show_arrow(self.menu_button)
        self.menu_button.hide()
        self.add(self.menu_button)
        self.setAccessibleName(tr("Sections of the details"))
        self.dress()

    def button(self, key: str) -> QToolButton:
        """The button of a section."""
        return self._buttons[key]

    def show_key(self, key: str) -> None:
        """Mark a section."""
        self._buttons[key].setChecked(True)
        self.dress()

    def offer(self, keys: Sequence[str]) -> None:
        """Hide the sections that make no sense now."""
        if list(keys) != self._offered:
            self._offered = list(keys)
            for action in self.menu_button.menu().actions():
                action.setVisible(action.data() in keys)
            self.dress()

    def _pressed(self, button: QToolButton) -> None:
        self.chosen.emit(button.property("key"))

    def _picked(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.dress()

    def dress(self) -> None:
        """Names where they fit, otherwise pictures and the name of the one in front, at the worst that one alone."""
        self.menu_button.hide()
        for key, button in self._buttons.items():
            button.setVisible(key in self._offered)
            button.setToolButtonStyle(_STYLE.ToolButtonTextOnly)
        if not self._too_long():
            return
        for button in self._buttons.values():
            beside = button.isChecked()
            button.setToolButtonStyle(_STYLE.ToolButtonTextBesideIcon if beside else _STYLE.ToolButtonIconOnly)
        if self._too_long():
            for button in self._buttons.values():
                button.hide()
                if button.isChecked():
                    self.menu_button.setText(button.text())
                    self.menu_button.setIcon(button.icon())
            self.menu_button.show()

    def _too_long(self) -> bool:
        return len(self._lines(self.width())) > self.lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        shown = self._offered
        at = next((place for place, key in enumerate(shown) if self._buttons[key].hasFocus()), -1)
        if step and at >= 0:
            key = shown[(at + step) % len(shown)]
            self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
            self._buttons[key].click()
            return
        super().keyPressEvent(event)
