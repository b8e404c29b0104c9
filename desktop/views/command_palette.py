"""Every command of the window, found by typing a part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStackedWidget, QTreeWidget, QTreeWidgetItem

from desktop.i18n import CHINESE, catalog, tr, words
from desktop.views.command_words import PLAIN, SOURCE, english_texts, phrases_of
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, breakable, em
from desktop.views.menus import plain_name, walk

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

ACTION = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def rank(wanted: str, name: str) -> int | None:
    """How well ``name`` answers to what was typed, smaller is better; None when it does not.

    All typed words must occur; those that stand together as they were typed count most, at the beginning above all.
    """
    typed, text = wanted.casefold().split(), name.casefold()
    if not all(word in text for word in typed):
        return None
    phrase = " ".join(typed)
    if not typed or text == phrase:
        return 0
    if phrase in text:  # as it was typed, before the same words here and there
        return 1 if text.startswith(phrase) else 2 if f" {phrase}" in text else 3
    if text.startswith(typed[0]):
        return 4
    return 5 if all(f" {word}" in f" {text}" for word in typed) else 6


BY_OTHER_WORDS, BY_MENU = 10, 20


def rank_of(wanted: str, menu: str, name: str, others: tuple[str, ...]) -> int | None:
    """How well a command answers: by its name first, then by ``others`` for it, last with the name of its menu."""
    best = rank(wanted, name)
    if best is not None:
        return best
    known = [found for other in others if (found := rank(wanted, other)) is not None]
    if known:
        return BY_OTHER_WORDS + min(known)
    return BY_MENU if rank(wanted, " ".join((menu, name, *others))) is not None else None


def in_other_language(action: QAction) -> str:
    """What a command is called in the other language; "" where its text was put together."""
    text = action.property(PLAIN) or action.text()
    if words().is_chinese:
        return english_texts().get(text, "")
    translated = catalog(CHINESE)(text)
    return "" if translated == text else translated


def other_words(action: QAction) -> tuple[str, ...]:
    """What a command is called in the other language and by other words, for hands that learned those."""
    there = in_other_language(action)
    source = action.property(SOURCE) or (there if words().is_chinese else action.property(PLAIN) or action.text())
    return tuple(each for each in (there, *phrases_of(source)) if each)


class CommandPalette(Dialog):
    """A line to type in, and the commands that answer to it; Enter carries out the marked one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("Find a command"), window, 36, 22)
        self._commands = [
            (menu, plain_name(action), other_words(action), action)
            for menu, action in walk(window.menuBar())
            if action.isEnabled() and action.isVisible() and action is not window.menus.palette
        ]
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Type a part of what you want to do"))
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setAccessibleName(self.windowTitle())
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setIconSize(QSize(em(0.9), em(0.9)))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Commands"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.column.addWidget(self.line)
        self.nothing = Text(role="muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.list)
        self._faces.addWidget(self.nothing)
        self.column.addWidget(self._faces, 1)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self._carry_out)
        self.list.itemClicked.connect(self._carry_out)
        self._find("")

    def _find(self, wanted: str) -> None:
        self.list.clear()
        found = []
        for position, (menu, name, others, action) in enumerate(self._commands):
            best = rank_of(wanted, menu, name, others)
            if best is not None:
                found.append((best, position, menu, name, action))
        for _, _, menu, name, action in sorted(found, key=lambda item: item[:2]):
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            line = QTreeWidgetItem([name, menu, key])
            line.setIcon(0, action.icon())
            line.setForeground(1, self.palette().placeholderText())
            line.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.setData(0, ACTION, action)
            self.list.addTopLevelItem(line)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.nothing.setText(breakable(tr("No command answers to “{text}”.", text=wanted.strip()[:80])))
        self._faces.setCurrentWidget(self.list if found else self.nothing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _carry_out(self) -> None:
        chosen = self.list.selectedItems()
        if not chosen:
            return
        action = chosen[0].data(0, ACTION)
        self.accept()
        # After this dialog is gone, so that the command finds the focus where it was.
        if isinstance(action, QAction):
            QTimer.singleShot(0, action.trigger)
