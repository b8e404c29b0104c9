"""The plan before others: on a projector, for the client's eyes, what is entered kept together."""

from desktop.views.workshop.mode import Workshop, begin

__all__ = ["Workshop", "begin"]
