"""The first page of an open project: where it stands, each figure one click from its records."""

from desktop.views.overview.page import OverviewPage

__all__ = ["OverviewPage"]
