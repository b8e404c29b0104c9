"""The open project while others look on: what of it they may see, and one name for all that is entered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QObject

from desktop.domain.clientview import open_field
from desktop.domain.record import CLIENT, Spec
from desktop.domain.rejection import Rejected
from desktop.domain.room import RoomSession
from desktop.domain.session import Command, Session
from desktop.domain.shown import Shown
from desktop.models.workspace import MOST, Workspace


class RoomWorkspace(Workspace):
    """Shows what the client may see of the project that ``real`` edits; knows nothing of what was before.

    Raises ``report_hidden_project``.
    """

    is_guarded: ClassVar[bool] = True

    def __init__(self, real: Session, name: str, shown: Shown | None = None, parent: QObject | None = None) -> None:
        """``shown`` is what may be seen of ``real`` as it is now, where that was made beforehand."""
        self._room = RoomSession(real, name, shown)
        super().__init__(self._room, parent)

    @property
    def readers(self) -> Sequence[str]:
        return (CLIENT,)

    def shows(self, key: str, spec: Spec) -> bool:
        return open_field(key, spec, CLIENT)

    def attempt(self, command: Command) -> Rejected | None:
        refusal = super().attempt(command)
        return self._room.said(command, refusal, MOST) if refusal is not None else None
