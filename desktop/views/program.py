"""What the windows ask of the program around them; ``desktop.app`` answers.

Views know neither the store nor foreign formats: files come and go through these two protocols.
Everything that can go wrong is a ``Rejected`` whose sentence is shown as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the domain is imported after the first paint
    from desktop.domain.changes import ChangeSet
    from desktop.domain.imports import Finding, Imported
    from desktop.domain.progress import Progress
    from desktop.domain.rejection import Rejected
    from desktop.domain.scheduling.holidays import HolidayList
    from desktop.domain.session import Command
    from desktop.domain.tables import TablePreview, TableWishes
    from desktop.models.tables import Content
    from desktop.models.workspace import Workspace
    from desktop.views.settings import Settings

STANDARD, CHINA = "standard", "china"


@dataclass(frozen=True, slots=True)
class NewProject:
    """Answers to the questions asked when a project is made."""

    name: str
    client: str
    start: dt.date
    calendar: str
    """``standard`` (five days a week) or ``china`` (with holidays and make-up working days)."""
    report_language: str
    """``zh``, ``en`` or ``both``."""
    currency: str
    path: Path
    template: str = ""
    """Key of the plan to begin with; "" for an empty one."""


class Kept(Protocol):
    """A copy of the project that can be gone back to; made by the store."""

    @property
    def path(self) -> Path: ...
    @property
    def at(self) -> dt.datetime: ...
    @property
    def reason(self) -> str:
        """Why it was made: ``first-edit``, ``interval``, ``restore-point`` ..."""

    @property
    def label(self) -> str:
        """The person's own name for it, or ""."""

    @property
    def size(self) -> int:
        """Bytes."""


class HistoryEntry(Protocol):
    """One line of the file's history."""

    @property
    def number(self) -> int: ...
    @property
    def changes(self) -> ChangeSet: ...


class Document(Protocol):
    """An open project file."""

    @property
    def path(self) -> Path: ...
    @property
    def read_only(self) -> bool: ...
    @property
    def workspace(self) -> Workspace: ...
    def take_notices(self) -> Sequence[Rejected]:
        """What to tell beside the open project; each is handed out once."""

    def make_restore_point(self, name: str) -> None: ...
    def making_restore_point(self, name: str) -> Callable[[], object] | None:
        """The same, to be called once and in another thread; None where it is done in no time."""

    def kept(self) -> Sequence[Kept]:
        """Restore points and backups, newest first."""

    def history(self, limit: int, before: int | None = None) -> Sequence[HistoryEntry]:
        """The newest edits first; ``before`` continues behind the entry of that number."""

    def save_copy(self, target: Path) -> None: ...
    def saving_copy(self, target: Path) -> Callable[[Progress], None]:
        """What writes a copy with its history to ``target``, in whatever thread it is called. Raises Stopped."""

    def export(self, target: Path, audience: str, key: str) -> Sequence[Finding]:
        """Write what ``audience`` may see for another program, which the suffix names; returns what was lost.

        ``key`` is the register that a file with one list holds.
        """

    def exporting(self, target: Path, audience: str, key: str) -> Callable[[Progress], Sequence[Finding]]:
        """What does the same with the plan as it stands now, in whatever thread it is called; raises Stopped, and has
        written nothing then."""

    def writing_table(self, content: Content, target: Path) -> Callable[[Progress], None]:
        """What writes a table that was worked out, as ``.xlsx`` or ``.csv``, in whatever thread. Raises Stopped."""

    def export_holidays(self, calendar: str, target: Path) -> None:
        """Write the exceptions of a calendar: iCalendar, CSV or JSON, by the suffix."""

    def findings(self) -> Sequence[Finding]:
        """What reading the foreign file did, where this project was imported on this computer."""

    def is_damaged(self, cancelled: Callable[[], bool]) -> bool:
        """Whether the file differs from what was written; may be called from any thread, and takes its time."""

    def close(self) -> None: ...


class Coming(Protocol):
    """A project file that was opened or made in whatever thread, on its way to a window."""

    def document(self) -> Document:
        """For the window, in the thread of the interface."""

    def give_up(self) -> None:
        """Nobody wants it any more: let go of the file, in the thread of the interface."""


Bringing = Callable[["Progress"], Coming]
"""Brings a file in whatever thread it is called. Raises Rejected or Stopped; then nothing was changed."""


class Table(Protocol):
    """A file of tables, before it is decided how it is read."""

    @property
    def name(self) -> str:
        """Of the file, without its folder."""

    def read(self, wishes: TableWishes | None = None) -> None:
        """Read what every look at it begins with, as it is wished or first of all, in whatever thread: of a large file
        it takes seconds."""

    def preview(self, wishes: TableWishes, workspace: Workspace | None) -> TablePreview:
        """How the rows that are shown would be read, into the open project where there is one: at once."""

    def whole(self, wishes: TableWishes, workspace: Workspace | None) -> Callable[[], TablePreview]:
        """What reads all rows for that, in whatever thread it is called."""

    def plan(self, wishes: TableWishes) -> Imported:
        """The tasks as a plan of their own."""

    def addition(
        self, wishes: TableWishes, workspace: Workspace
    ) -> Callable[[], tuple[Command, Sequence[Finding]]]:
        """What reads, in whatever thread it is called, the command that takes the rows into the open project as it
        stands now, in one step, and the account of it."""


class Program(Protocol):
    """The program around the windows. Whatever cannot be done is raised as ``Rejected``."""

    @property
    def settings(self) -> Settings: ...
    def create(self, answers: NewProject) -> Document: ...
    def opening(self, path: Path, *, read_only: bool = False) -> Bringing:
        """What opens the project at ``path``."""

    def take(self, coming: Coming) -> Document:
        """What was brought, as a document, in the thread of the interface."""

    def open_sample(self) -> Document:
        """A working copy of the sample project."""

    def reading(self, source: Path) -> Callable[[Progress], Imported]:
        """What reads a file of another program, in whatever thread. Raises Stopped."""

    def read_holidays(self, source: Path, bands: str) -> HolidayList:
        """Read a list of holidays; ``bands`` are the hours of days that are worked to make up for others."""

    def open_table(self, source: Path) -> Table:
        """Look into a file of tables."""

    def importing(self, plan: Imported, target: Path) -> Bringing:
        """What puts a plan that was read into a new project file."""

    def kept_of(self, path: Path) -> Sequence[Kept]:
        """Copies of whatever project lay at ``path``, also when it cannot be read."""

    def restoring(self, kept: Kept, target: Path) -> Bringing:
        """What puts a kept copy at ``target``, which must not be open, and opens it; what lies there is kept first."""

    def bring_up(self, path: Path) -> bool:
        """Bring the window that has ``path`` open to the front; False when none has."""

    def ask_others(self, path: Path, answered: Callable[[], object]) -> None:
        """Have another program of this person show ``path``; ``answered`` is called where one has it open."""

    def new_window(self) -> Window: ...
    def dress(self) -> None:
        """Apply language, colours and text size from the settings to every window."""

    def dress_softly(self) -> None:
        """As :meth:`dress`, a little at a time."""

    def log_folder(self) -> Path: ...


class Window(Protocol):
    """A window that can open a file."""

    def open_file(self, path: object) -> None: ...
