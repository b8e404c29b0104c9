"""What is done to chosen days in the calendar editor: by what its form says, or at once by a key."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.rejection import Rejected
from desktop.domain.scheduling.calendar_days import calendar_days
from desktop.domain.scheduling.calendar_edits import AS_USUAL

if TYPE_CHECKING:
    from desktop.views.calendars.editor import CalendarEditor


class DayEdits(QObject):
    """Of one editor; each is a step of its draft, and what cannot be done is told."""

    def __init__(self, editor: CalendarEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def settle(self) -> bool:
        """Set the days that the form is about as it says; False where it cannot be read, which is told."""
        form = self._editor.form
        return not form.is_edited or self._set_form(form.days)

    def set_chosen(self) -> None:
        """What the form says, for the chosen days."""
        self._set_form(frozenset(self._editor.days.chosen))

    def _set_form(self, days: frozenset[dt.date]) -> bool:
        """What the form says, for ``days``; False where it cannot be, which is told."""
        editor, form = self._editor, self._editor.form
        try:
            hours = form.wanted_hours()
            form.is_edited = False
            if hours is None:
                editor.draft.clear_days(editor.identity, days)
            else:
                editor.draft.set_days(editor.identity, days, hours, form.wanted_occasion())
        except Rejected as refused:
            form.is_edited = True
            editor.tell(refused)
            return False
        return True

    def toggle(self) -> None:
        """Off where the current day is worked, worked where it is off."""
        editor = self._editor
        if editor.record is None:
            return
        (found,) = calendar_days(editor.draft.records, editor.identity, editor.days.current, editor.days.current)
        editor.form.is_edited = False
        try:
            editor.draft.set_days(editor.identity, editor.days.chosen, "" if found.bands else AS_USUAL)
        except Rejected as refused:
            editor.tell(refused)

    def clear(self) -> None:
        """Back to what the week says."""
        editor = self._editor
        editor.form.is_edited = False
        if editor.record is not None:
            editor.draft.clear_days(editor.identity, editor.days.chosen)
