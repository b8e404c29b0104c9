"""The letters by which menus are opened and chosen from with the Alt key.

They come from the English text in every language, so that hands that learned them keep them; where the text in sight
has other letters it is followed by its own, as in 文件(F). A menu has them while it is open: elsewhere the same texts
stand without.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.i18n import tr, words
from desktop.views.command_words import english_of
from desktop.views.theme import wears_own_style

OF_THE_WINDOW = "FEVHW"
"""Letters of the menus that every window has: file, edit, view, help, and the workshop."""
_OTHERS = string.ascii_uppercase + string.digits
_MARK = re.compile(r"&(?!&)(\w)")
_HOOKED = "lettered"


def titled(source: str, letter: str = "") -> str:
    """The title of a menu of a page by its English text, with ``letter`` or the first that is free."""
    wanted = letter or next(each for each in _wished(source) if each not in OF_THE_WINDOW)
    return marked(tr(source).replace("&", "&&"), wanted)


def letter_of(text: str) -> str:
    """The letter that is marked in a text, "" for none."""
    found = _MARK.search(text.replace("&&", ""))
    return found[1].upper() if found else ""


def marked(text: str, letter: str) -> str:
    """``text``, as actions have it, with its letter: where it stands, or behind in brackets."""
    at = -1 if words().is_chinese else _place(text, letter)
    if at >= 0:
        return f"{text[:at]}&{text[at:]}"
    body = text.removesuffix("…")
    return f"{body}(&{letter}){text[len(body) :]}"


def _place(text: str, letter: str) -> int:
    """Where a letter is best marked: at the beginning of a word, or anywhere; -1 where it is not there."""
    found = re.search(rf"\b{letter}", text, re.IGNORECASE) or re.search(letter, text, re.IGNORECASE)
    return found.start() if found else -1


def _wished(source: str) -> Iterator[str]:
    """Letters for a text, the best first: those that begin its words, then its others, then any."""
    yield from (word[0].upper() for word in re.findall(r"[A-Za-z]+", source))
    yield from (sign.upper() for sign in source if sign in string.ascii_letters)
    yield from _OTHERS


class Letters(QObject):
    """Marks the actions of a menu while it is open, each with a letter of its own as far as there are any."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._given: list[tuple[QAction, str, str]] = []
        """An action, its own text, and the one with its letter."""
        menu.aboutToShow.connect(self.give)
        menu.aboutToHide.connect(self.take)

    def give(self) -> None:
        """Mark what is in the menu now."""
        self.take()
        if wears_own_style():
            from desktop.views.grown import dress_menu

            dress_menu(self._menu)
        actions = [each for each in self._menu.actions() if each.isVisible() and not each.isSeparator() and each.text()]
        for action, letter in zip(actions, allotted(actions), strict=True):
            inner = action.menu()
            if isinstance(inner, QMenu):
                lettered(inner)
            if letter:
                plain = action.text()
                self._given.append((action, plain, marked(plain, letter)))
                action.setText(self._given[-1][2])

    def take(self) -> None:
        """Give every action its own text back, unless it has another by now."""
        given, self._given = self._given, []
        for action, plain, shown in given:
            if action.text() == shown:
                action.setText(plain)


def allotted(actions: Iterable[QAction]) -> list[str]:
    """A letter for each action, none twice; "" for one that has its own, and where no more are left."""
    known = list(actions)
    taken = {letter_of(action.text()) for action in known}
    found = []
    for action in known:
        letter = ""
        if not letter_of(action.text()):
            letter = next((each for each in _wished(english_of(action)) if each not in taken), "")
            taken.add(letter)
        found.append(letter)
    return found


def lettered(menu: QMenu) -> QMenu:
    """Have ``menu`` and what it opens show letters from now on."""
    if not menu.property(_HOOKED):
        menu.setProperty(_HOOKED, True)
        Letters(menu)
    return menu
