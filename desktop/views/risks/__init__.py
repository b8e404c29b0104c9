"""The risk register with its matrix."""

from desktop.views.risks.page import RisksPage

__all__ = ["RisksPage"]
