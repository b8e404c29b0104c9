"""With which weekday weeks begin where days stand beneath each other."""

from __future__ import annotations

from desktop.i18n import N_

MONDAY = "monday"
CHOICES = {MONDAY: N_("Monday"), "sunday": N_("Sunday"), "saturday": N_("Saturday")}
"""What a person may choose; codes are stored."""
_WEEKDAYS = {MONDAY: 0, "sunday": 6, "saturday": 5}


class _Current:
    weekday = 0


def week_begins() -> int:
    """The weekday in the first column; 0 is Monday."""
    return _Current.weekday


def begin_weeks(code: str) -> None:
    """Take over what the person chose."""
    _Current.weekday = _WEEKDAYS.get(code, 0)
