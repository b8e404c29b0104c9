"""Contacts and meetings in one list, the latest first, as a Qt model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.changes import ChangeSet
from desktop.domain.communication import Communication, Meeting
from desktop.domain.display import moment_text
from desktop.domain.people import CHANNEL, Person
from desktop.domain.project import Project
from desktop.i18n import N_, tr
from desktop.models.cells import one_line
from desktop.models.rows import rearrange, runs
from desktop.models.workspace import Workspace

ENTRY = int(Qt.ItemDataRole.UserRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ANSWERED = frozenset({ENTRY, ACCESSIBLE, DISPLAY})
ROOT = QModelIndex()
TOUCHED = frozenset({"communication", "meeting", "person"})


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One contact or meeting with everything its picture shows."""

    ref: str
    at: dt.datetime
    symbol: str
    """Name of an icon."""
    what: str
    """Translatable word for the symbol."""
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
    def spoken(self) -> str:
        """Everything for a screen reader, the notes shortened."""
        people = tr(", ", "list").join(self.people)
        shown = (moment_text(self.at), tr(self.what), self.title, people, self.shared, self.private)
        return ". ".join(one_line(text) for text in shown if text)

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
                contact.ref, contact.happened_at, _SYMBOLS.get(contact.channel, "communication"),
                CHANNEL.get(contact.channel, N_("Contact")), contact.subject,
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
                meeting.ref, meeting.starts_at, "meetings", Meeting.info.title, meeting.title,
                _names(project, present), meeting.minutes, meeting.private_note, None, False, meeting.audience,
                len(meeting.links),
            )
        )  # fmt: skip
    return sorted(entries, key=lambda entry: (entry.at, entry.ref), reverse=True)


class TimelineModel(QAbstractListModel):
    """``timeline`` as rows; role ``ENTRY`` gives the :class:`TimelineEntry`.

    Rows follow every edit with insertions, removals and moves, so that the chosen entry and the
    place in the list stay.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._person = ""
        self._test: Callable[[TimelineEntry], bool] | None = None
        self._entries = {entry.ref: entry for entry in timeline(workspace.project)}
        self._refs = list(self._entries)
        workspace.changed.connect(self._take)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._refs)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        entry = self.entry(index.row())
        if role == ENTRY:
            return entry
        return one_line(entry.title) if role == DISPLAY else entry.spoken

    def entry(self, row: int) -> TimelineEntry:
        return self._entries[self._refs[row]]

    @property
    def refs(self) -> Sequence[str]:
        """References ``key/id`` of the rows in order; do not change it."""
        return self._refs

    def row_of(self, ref: str) -> int:
        """Row of a reference ``key/id``; -1 where it is not shown."""
        return self._refs.index(ref) if ref in self._refs else -1

    def show(self, person: str, test: Callable[[TimelineEntry], bool] | None) -> None:
        """Only entries with this person ("" for all) that pass ``test``, which is asked again after every edit."""
        self._person, self._test = person, test
        self._reload()

    def _take(self, changes: ChangeSet) -> None:
        if changes.keys() & TOUCHED:
            self._reload()

    def _reload(self) -> None:
        found = {
            entry.ref: entry
            for entry in timeline(self._workspace.project, self._person)
            if not self._test or self._test(entry)
        }
        before, refs = self._entries, list(self._refs)
        self._entries = before | found  # rows that are still to be removed keep what they show
        rearrange(self, refs, list(found))
        self._entries = found
        changed = (row for row, ref in enumerate(self._refs) if ref in before and before[ref] != found[ref])
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    # -- steps of ``rearrange`` -----------------------------------------------------------------

    def remove_run(self, first: int, last: int) -> None:
        self.beginRemoveRows(ROOT, first, last)
        del self._refs[first : last + 1]
        self.endRemoveRows()

    def insert_run(self, first: int, ids: Sequence[str]) -> None:
        self.beginInsertRows(ROOT, first, first + len(ids) - 1)
        self._refs[first:first] = ids
        self.endInsertRows()

    def move_run(self, first: int, last: int, to: int) -> None:
        self.beginMoveRows(ROOT, first, last, ROOT, to)
        block = self._refs[first : last + 1]
        del self._refs[first : last + 1]
        place = to - len(block) if to > first else to
        self._refs[place:place] = block
        self.endMoveRows()

    def reorder(self, ids: Sequence[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        owners = [self._refs[index.row()] for index in old]
        self._refs = list(ids)
        row_of = {ref: row for row, ref in enumerate(self._refs)}
        self.changePersistentIndexList(old, [self.index(row_of[owner]) for owner in owners])
        self.layoutChanged.emit()
