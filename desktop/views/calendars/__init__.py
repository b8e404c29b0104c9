"""Calendars: their register, and the editor that shows and changes working time day by day."""

from desktop.views.calendars.page import CalendarsPage, open_editor

__all__ = ["CalendarsPage", "open_editor"]
