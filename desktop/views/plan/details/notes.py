"""What is written down about a task."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QSizePolicy

from desktop.i18n import N_
from desktop.views.plan.details.tab import DetailTab
from desktop.views.records.lines import NoteEditor

LINES = 16
"""Lines at which a note begins to scroll by itself."""


class NotesTab(DetailTab):
    """One note of many lines: stored when it is left, as one step."""

    key: ClassVar[str] = "notes"
    title: ClassVar[str] = N_("Notes")
    icon: ClassVar[str] = "note"
    shared: ClassVar[bool] = False

    def make(self) -> None:
        self.add_section("", ("notes",))
        editor = self.fields["notes"].widget
        assert isinstance(editor, NoteEditor)
        editor.least, editor.most = 6, LINES
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.column.addStretch(1)
