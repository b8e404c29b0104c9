"""Texts of Qt's own dialogs that its Chinese catalogue leaves in English."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from desktop.i18n import N_, tr

_TEXTS = {
    "&Look in:": N_("&Look in:"),
    "Files of &type:": N_("Files of &type:"),
    "Folder": N_("Folder"),
    "File": N_("File"),
    "Drive": N_("Drive"),
    "Unknown": N_("Unknown"),
    "Size": N_("Size"),
}
"""By Qt's source text."""
_CONTEXTS = frozenset({"QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider"})


class QtWords(QTranslator):
    """Asked before Qt's own catalogue; silent where that knows better."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def translate(self, context: str, source: str, disambiguation: str | None = None, number: int = -1) -> str | None:
        del disambiguation, number
        text = _TEXTS.get(source) if context in _CONTEXTS else None
        return tr(text) if text else None

    def isEmpty(self) -> bool:
        return False
