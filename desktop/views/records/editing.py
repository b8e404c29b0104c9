"""What every editor of a field can do.

An editor is a widget for one declared field. A table cell and a form use the same ones; only the
frame around them differs.
"""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.domain.record import MAX_TEXT, Spec

LINE_LIMIT = MAX_TEXT + 1
"""Characters that a line takes. Qt would cut longer texts at 32,767 without a word, even those it only shows; what is
longer than a field may be is refused with a sentence instead."""


class FieldEditor(Protocol):
    """A widget that edits one field.

    ``committed`` is emitted when the person has finished by what they did: Enter, a choice from a
    list, a tick. Leaving the field is noticed by whoever shows it.
    """

    committed: SignalInstance

    def load(self, record: Any) -> None:
        """Show the field as it stands in ``record``."""

    def value(self) -> Any:
        """What stands in the editor now, read; raises :class:`Rejected` where it cannot be read."""

    def focus_widget(self) -> QWidget:
        """The widget that takes the keys."""

    def is_dirty(self) -> bool:
        """Whether something is shown that is not stored."""


def is_people(spec: Spec) -> bool:
    """Whether the field links to people, who can be added while they are being named."""
    return spec.to == "person"
