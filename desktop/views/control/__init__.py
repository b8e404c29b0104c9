"""Control: earned value, what changed since a baseline, and the health of the schedule."""

from desktop.views.control.page import ControlPage

__all__ = ["ControlPage"]
