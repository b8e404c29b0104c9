"""What every workspace on the rail is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.models.workspace import Workspace
from desktop.views.settings import Settings
from desktop.views.slices import Steps


@dataclass(frozen=True, slots=True)
class Gestures:
    """A section of the help on the mouse: what the hand does, what comes of it, and the commands that do the same."""

    title: str
    lines: Sequence[tuple[str, str, list[QAction]]]


class Page(QWidget):
    """One workspace: plan, risks, communication ... The main window owns the rail and menus.

    ``navigate`` asks the window to show something else: a reference ``key/id`` of a record, or the
    key of a page with an optional filter name behind a colon (``action:overdue``).
    """

    key: ClassVar[str]
    title: ClassVar[str]
    """Translatable title on the rail."""
    icon: ClassVar[str]
    """File name in ``resources/icons`` without ``.svg``."""

    navigate = Signal(object)
    said = Signal(object)
    """What has been done, in a few words for the status bar."""
    table_wanted = Signal(object)
    """Asks the window to write a table (``models.tables.Content``) to a file."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace

    def making(self) -> Steps:
        """The rest of making a page that was only begun, in pieces that each take less than a tenth of a second."""
        yield from ()

    @property
    def is_behind(self) -> bool:
        """Whether other pages of the window are in front: what only eyes need can wait until this one is shown."""
        return not self.isVisible() and self.window().isVisible()

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        """(translated menu title, actions) shown while this page is in front; None separates.

        Shortcuts live on these actions; the command palette and the shortcut list are made of them.
        """
        return ()

    def gestures(self) -> Iterable[Gestures]:
        """What the mouse can do on the page besides pressing buttons, in the language of the interface."""
        return ()

    def reveal(self, identity: str) -> bool:
        """Select and show the record with this id; False when it is not of this page."""
        del identity
        return False

    def current(self) -> str:
        """Id of the record that the person is on, such that ``reveal`` leads back to it; "" for none."""
        return ""

    def apply_filter(self, name: str) -> None:
        """Show the named part of the register, such as ``overdue``."""
        del name

    def take_settings(self, settings: Settings) -> None:
        """What is kept for this person, whatever the project; told once, before :meth:`restore_state`."""
        del settings

    def save_state(self) -> dict[str, object]:
        """Layout to remember for this project and user (JSON-able), such as column widths."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take back what :meth:`save_state` gave; must survive anything that a file may hold."""
        del state
