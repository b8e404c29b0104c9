"""A line that names records: type a part of a name and pick; people can be added while they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop.domain.display import name_of
from desktop.domain.people import Person
from desktop.domain.promises import NewPerson
from desktop.domain.record import Record
from desktop.domain.rejection import Rejected, Term
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.labels import em
from desktop.views.records.editing import LINE_LIMIT
from desktop.views.records.lines import ENTER

LISTED = 12
"""Suggestions shown at once."""
NAME_LIMIT = 80
BETWEEN_NAMES = re.compile("[,;，；、]")
"""What people write between two names, in either language."""

Target = str | NewPerson
"""Id of a record, or somebody who is not on the register yet."""


def long_name(record: Record) -> str:
    """A record told apart from its namesakes: people with what they do, others with their number."""
    name = name_of(record, words())[:NAME_LIMIT]
    if isinstance(record, Person):
        about = record.role or record.job_title or record.organisation
        return f"{name} · {about[:40]}" if about else name
    return f"{record.code} {name}"


class NameLine(QLineEdit):
    """A line with suggestions from one register; ``picked`` carries an id or a :class:`NewPerson`."""

    picked = Signal(object)
    emptied = Signal()
    """Backspace in an empty line."""

    def __init__(self, workspace: Workspace, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.key = workspace, key
        self.creatable = key == "person"
        self.setMaxLength(LINE_LIMIT)
        self.help = ""
        """Shown while the line is empty and has the cursor."""
        self.excluded: Sequence[str] = ()
        self._targets: list[Target] = []
        self._names = QStringListModel(self)
        self.popup = QListView()
        self.popup.setUniformItemSizes(True)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(LISTED)
        self._completer.setPopup(self.popup)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._activated)
        self.textEdited.connect(self.suggest)

    def records(self) -> Iterator[Record]:
        """Everything that can be picked."""
        return iter(self.workspace.project.rows(self.key).values())

    def target(self, record: Record) -> str:
        """What ``picked`` says of a record."""
        return record.id

    def label(self, record: Record) -> str:
        """What a record is called among the suggestions."""
        return long_name(record)

    def invitation(self, name: str) -> str:
        """What adding somebody new is called."""
        return tr("Add “{name}” as a new person", name=name)

    def names(self, record: Record) -> set[str]:
        """What a record can be written as, besides parts of its label; folded."""
        return {record.name_text.strip().casefold(), record.code.casefold(), self.label(record).casefold()}

    def suggest(self, text: str = "") -> None:
        """Show what fits: names that begin with the text first, and last somebody new."""
        self._targets, names = [], []
        for record in self._fitting(text):
            self._targets.append(self.target(record))
            names.append(self.label(record))
        wanted = " ".join(text.split())
        if self.creatable and wanted and not self._exact(wanted):
            self._targets.append(NewPerson(wanted))
            names.append(self.invitation(wanted[:NAME_LIMIT]))
        self._names.setStringList(names)
        if not names:
            self.popup.hide()
            return
        self._completer.complete(QRect(0, 0, max(self.width(), em(18)), self.height()))
        self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _fitting(self, text: str) -> list[Record]:
        needles = text.casefold().split()
        found = []
        for record in self.records():
            if self.target(record) in self.excluded:
                continue
            name = self.label(record).casefold()
            if all(needle in name for needle in needles):
                begins = bool(needles) and any(part.startswith(needles[0]) for part in name.split())
                found.append((not begins, record.number, record))
        found.sort(key=lambda item: item[:2])
        return [record for _, _, record in found[:50]]

    def _exact(self, text: str) -> Record | None:
        wanted = text.casefold()
        for record in self.records():
            if wanted in self.names(record):
                return record
        return None

    def accept_suggestion(self) -> bool:
        """Take the suggestion that is marked in the open list; False when none is open."""
        if not self.popup.isVisible() or not self.popup.currentIndex().isValid():
            return False
        row = self.popup.currentIndex().row()
        self.popup.hide()
        self._pick(row)
        return True

    def read(self) -> Target | None:
        """Who or what the text names; raises ``unknown_name`` where it names nothing."""
        text = " ".join(self.text().split())
        if not text:
            return None
        record = self._exact(text)
        if record is None:
            fitting = self._fitting(text)
            if len(fitting) != 1:
                raise Rejected("unknown_name", field=Term("Name"), value=text[:80])
            record = fitting[0]
        return self.target(record)

    def read_several(self, text: str) -> tuple[list[Target], str]:
        """Whom the names that a comma closes mean, and what is still being typed behind the last.

        Nothing is taken while the text may be one name with a comma in it, or a name that fits several.
        """
        *names, rest = BETWEEN_NAMES.split(text)
        if any(text.strip().casefold() in self.label(record).casefold() for record in self.records()):
            return [], text
        found: list[Target] = []
        for name in (" ".join(each.split()) for each in names):
            fitting = [record for record in (self._exact(name),) if record] or self._fitting(name)
            if name and len(fitting) == 1:
                found.append(self.target(fitting[0]))
            elif name and not fitting and self.creatable:
                found.append(NewPerson(name))
            elif name:
                return [], text
        return found, rest.lstrip()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.help:
            self.setPlaceholderText(self.help)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self.help:
            self.setPlaceholderText("")
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab moves the cursor before ``keyPressEvent`` is asked: what is marked is taken here.
        if isinstance(event, QKeyEvent) and (event.type(), event.key()) == (QEvent.Type.KeyPress, Qt.Key.Key_Tab):
            taken = self.accept_suggestion()
            return taken or super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.popup.isVisible():
            if event.key() in ENTER and self.accept_suggestion():
                event.accept()
                return
            if event.key() == Qt.Key.Key_Escape:
                self.popup.hide()
                event.accept()
                return
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = (self.popup.currentIndex().row() + step) % max(1, self._names.rowCount())
                self.popup.setCurrentIndex(self._completer.completionModel().index(row, 0))
                return
        elif event.key() == Qt.Key.Key_Down:
            self.suggest(self.text() if self.isModified() else "")
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        super().keyPressEvent(event)

    def _activated(self) -> None:
        self._pick(self.popup.currentIndex().row())

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._targets):
            self.picked.emit(self._targets[row])
