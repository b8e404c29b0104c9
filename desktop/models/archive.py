"""Earlier states of the open project, where its file keeps them; ``desktop.app`` answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.domain.changes import ChangeSet
from desktop.domain.project import Project


class Edit(Protocol):
    """One entry of the history."""

    @property
    def number(self) -> int: ...
    @property
    def changes(self) -> ChangeSet: ...


class Copy(Protocol):
    """A restore point or backup."""

    @property
    def path(self) -> Path: ...
    @property
    def at(self) -> dt.datetime: ...
    @property
    def reason(self) -> str: ...
    @property
    def label(self) -> str: ...


class Archive(Protocol):
    """What a file knows of the days behind it."""

    def edits(self, limit: int, before: int | None) -> Sequence[Edit]:
        """The newest first; ``before`` continues behind the entry of that number. In the thread of the file."""

    def copies(self) -> Sequence[Copy]:
        """Restore points and backups, newest first."""

    def project_of(self, copy: Copy) -> Project:
        """The project in a copy. Takes its time, in any thread; raises ``Rejected``."""
