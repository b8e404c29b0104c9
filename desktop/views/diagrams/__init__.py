"""The plan as diagrams: the work breakdown structure, and the network of links."""

from desktop.views.diagrams.page import DiagramsPage

__all__ = ["DiagramsPage"]
