"""The communication log: timeline, table, and the entry that takes seconds."""

from desktop.views.communication.page import CommunicationPage
from desktop.views.communication.quick_entry import QuickEntry

__all__ = ["CommunicationPage", "QuickEntry"]
