"""Random gestures: only what keys, a mouse and the clipboard of another program can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import (
    QAction,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)

from desktop.i18n import CHINESE, ENGLISH, tr
from desktop.views.settings import LANGUAGE, TEXT_SIZE, THEME
from tests.monkey.chart_hands import ChartHands
from tests.monkey.events import KEY, LEFT, NO_KEY
from tests.monkey.grid_hands import GridHands
from tests.monkey.rules import live
from tests.monkey.words import TEXTS


class Hands(GridHands, ChartHands):
    """Does one thing after another to a window, as the dice fall; each says in words what it was."""

    def command(self) -> str:
        """Something of the menus."""
        action = self.dice.choice(list(self._commands()))
        name = action.text()
        action.trigger()
        return f"menu: {name}"

    def _commands(self) -> Iterator[QAction]:
        left = {
            tr(name) for name in (
                "Quit", "Open the folder with the log", "New project…", "Open…", "Open the sample project",
                "Open recent",
                "Close the project", "Full screen", "Go to", "About Pilotage", "Preferences…",
            )
        }  # fmt: skip

        def of(menu: QMenu) -> Iterator[QAction]:
            for action in menu.actions():
                if action.isSeparator() or not action.isVisible() or not action.isEnabled() or action.text() in left:
                    continue
                inner = action.menu()
                if isinstance(inner, QMenu):
                    yield from of(inner)
                else:
                    yield action

        for top in self.window.menuBar().actions():
            menu = top.menu()
            if isinstance(menu, QMenu):
                menu.aboutToShow.emit()
                yield from of(menu)

    def panel(self) -> str:
        """A field of the side panel."""
        panel = self.page.panel
        if panel.isHidden():
            self.press("Shift+F2", to=self.page.grid)
            return "open the details"
        kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QAbstractButton, QTabBar, QAbstractItemView)
        found = [
            each for each in panel.findChildren(QWidget)
            if isinstance(each, kinds) and each.isVisible() and each.isEnabled()
        ]  # fmt: skip
        return "details: " + self.use(self.dice.choice(found)) if found else "nothing"

    def use(self, widget: QWidget) -> str:
        """Do to a field what it is for."""
        name = f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"
        place = QPoint(self.dice.randrange(max(1, widget.width())), widget.height() // 2)
        if isinstance(widget, QTabBar):
            QTest.mouseClick(widget, LEFT, NO_KEY, place)
            return name
        if isinstance(widget, QAbstractItemView):
            widget = widget.viewport()
            place = QPoint(self.dice.randrange(max(1, widget.width())), self.dice.randrange(max(1, widget.height())))
        QTest.mouseClick(widget, LEFT, NO_KEY, place)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            text, end = self.dice.choice(TEXTS), str(self.one("Return", "Tab", "Esc", ""))
            if self.dice.random() < 0.5:
                self.press("Ctrl+A", to=widget)
            self.type(text)
            if end:
                self.press(end)
            return f"{name}: {text[:40]!r} {end}"
        if isinstance(widget, QComboBox):
            for _ in range(self.dice.randrange(4)):
                self.key(KEY.Key_Down)
            self.press(str(self.one("Return", "Esc")))
        return name

    def answer(self) -> str:
        """Do something in whatever stands before the window."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            for _ in range(self.dice.randrange(5)):
                self.key(KEY.Key_Down, to=popup)
            if self.dice.random() < 0.5:
                self.key(KEY.Key_Return, to=popup)
                return f"popup {type(popup).__name__}: Enter"
            for _ in range(5):
                if QApplication.activePopupWidget() is not None:
                    self.key(KEY.Key_Escape, to=QApplication.activePopupWidget())
            return f"popup {type(popup).__name__}: Escape"
        dialogs = self.dialogs()
        dialog = dialogs[-1]
        dialog.activateWindow()
        name = type(dialog).__name__
        if isinstance(dialog, QFileDialog) or self.dice.random() < 0.15:
            self.key(KEY.Key_Escape, to=dialog)
            return f"{name}: Escape"
        if self.dice.random() < 0.3 and (box := dialog.findChild(QDialogButtonBox)) is not None:
            buttons = [each for each in box.buttons() if each.isEnabled() and each.isVisible()]
            if buttons:
                button = self.dice.choice(buttons)
                said = button.text()
                QTest.mouseClick(button, LEFT)
                return f"{name}: {said}"
        kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QPushButton, QAbstractItemView, QAbstractButton)
        found = [
            each for each in dialog.findChildren(QWidget)
            if isinstance(each, kinds) and each.isVisible() and each.isEnabled()
        ]  # fmt: skip
        return f"{name}: " + (self.use(self.dice.choice(found)) if found else "nothing")

    def dialogs(self) -> list[QDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]

    def look(self) -> str:
        """Another language, other colours or another size, in the middle of anything."""
        setting, values = self.dice.choice(
            ((LANGUAGE, (CHINESE, ENGLISH)), (THEME, ("dark", "light")), (TEXT_SIZE, (100, 200)))
        )
        value = self.dice.choice(values)
        self.window.look.choose(setting, value)
        return f"look: {setting} {value}"

    def elsewhere(self) -> str:
        """Another page, perhaps with something done there, and back."""
        number = self.dice.randrange(1, 10)
        self.press(f"Ctrl+{number}")
        live()
        self.window.go_to("plan")
        return f"page {number} and back"

    def gestures(self) -> list[tuple[int, Callable[[], str]]]:
        """With how often each is wanted."""
        return [
            (6, self.click), (3, self.click_number), (14, self.write), (12, self.keys), (8, self.walk),
            (5, self.select_block),
            (4, self.paste), (5, self.replay), (5, self.command), (14, self.drag), (3, self.strip),
            (5, self.carry_row),
            (3, self.heading), (2, self.wheel), (2, self.context), (5, self.panel), (1, self.look), (1, self.elsewhere),
        ]  # fmt: skip
