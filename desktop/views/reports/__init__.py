"""The reports workspace: choose, look over what goes out, see the very pages, export."""

from desktop.views.reports.page import ReportsPage

__all__ = ["ReportsPage"]
