"""Contacts and meetings in one list, the latest first, as a Qt model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.changes import ChangeSet
from desktop.domain.communication import Communication, Meeting
from desktop.domain.display import date_text
from desktop.domain.people import Person
from desktop.domain.project import Project
from desktop.models.workspace import Workspace

ENTRY = int(Qt.ItemDataRole.UserRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ROOT = QModelIndex()
TOUCHED = frozenset({"communication", "meeting", "person"})


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One contact or meeting with everything its picture shows."""

    ref: str
    at: dt.datetime
    symbol: str
    """Name of an icon."""
    title: str
    people: tuple[str, ...]
    shared: str
    private: str
    follow_up: dt.date | None
    follow_up_done: bool
    audience: str
    made: int
    """Records linked with it, such as promises."""

    @property
    def searchable(self) -> str:
        """Everything that is written here, for finding it."""
        return "\n".join((self.title, *self.people, self.shared, self.private)).casefold()

    @property
    def day(self) -> dt.date:
        return self.at.date()


_SYMBOLS = {
    "meeting": "meetings", "site_visit": "site-visit", "call": "call", "video": "video", "email": "mail",
    "wechat": "wechat", "letter": "letter", "report": "reports", "other": "communication",
}  # fmt: skip


def _names(project: Project, ids: tuple[str, ...]) -> tuple[str, ...]:
    people = project.table(Person)
    return tuple(people[key].name for key in ids if key in people)


def timeline(project: Project, person: str = "") -> list[TimelineEntry]:
    """All contacts, and the meetings that no contact tells of, latest first; of one person where given."""
    entries = []
    told = {contact.meeting for contact in project.table(Communication).values()}
    for contact in project.table(Communication).values():
        if contact.happened_at is None or (person and person not in contact.participants):
            continue
        entries.append(
            TimelineEntry(
                contact.ref, contact.happened_at, _SYMBOLS.get(contact.channel, "communication"), contact.subject,
                _names(project, contact.participants), contact.shared_note, contact.private_note, contact.follow_up,
                contact.follow_up_done, contact.audience, len(contact.links),
            )
        )  # fmt: skip
    for meeting in project.table(Meeting).values():
        present = meeting.attended or meeting.invited
        if meeting.starts_at is None or meeting.id in told or (person and person not in present):
            continue
        entries.append(
            TimelineEntry(
                meeting.ref, meeting.starts_at, "meetings", meeting.title, _names(project, present), meeting.minutes,
                meeting.private_note, None, False, meeting.audience, len(meeting.links),
            )
        )  # fmt: skip
    return sorted(entries, key=lambda entry: (entry.at, entry.ref), reverse=True)


class TimelineModel(QAbstractListModel):
    """``timeline`` as rows; role ``ENTRY`` gives the :class:`TimelineEntry`."""

    counted = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._person = ""
        self._test: Callable[[TimelineEntry], bool] | None = None
        self.entries: list[TimelineEntry] = timeline(workspace.project)
        workspace.changed.connect(self._take)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        if not index.isValid() or role not in (ENTRY, DISPLAY, ACCESSIBLE):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == DISPLAY:
            return entry.title
        return f"{date_text(entry.day)} {entry.title} {', '.join(entry.people)}"

    def row_of(self, ref: str) -> int:
        """Row of a reference ``key/id``; -1 where it is not shown."""
        return next((row for row, entry in enumerate(self.entries) if entry.ref == ref), -1)

    def show(self, person: str, test: Callable[[TimelineEntry], bool] | None) -> None:
        """Only entries with this person ("" for all) that pass ``test``."""
        self._person, self._test = person, test
        self._reload()

    def _take(self, changes: ChangeSet) -> None:
        if changes.keys() & TOUCHED:
            self._reload()

    def _reload(self) -> None:
        """Entries are few and their order may change with any edit, so they are laid out anew."""
        found = [
            entry for entry in timeline(self._workspace.project, self._person) if not self._test or self._test(entry)
        ]
        if found == self.entries:
            return
        if [entry.ref for entry in found] == [entry.ref for entry in self.entries]:
            self.entries = found
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.entries = found
        self.endResetModel()
        self.counted.emit()
