"""Asks where a file goes that is about to be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n import tr

ENDING = ".pilotage"
_given: set[Path] = set()
"""Places that :func:`free_place` found: what goes there may still be on its way."""
_UNUSABLE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def documents() -> Path:
    """The person's documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def project_kind() -> dict[str, str]:
    """A project of ours, as :func:`ask_where` takes it."""
    return {tr("Pilotage projects (*.pilotage)"): ENDING[1:]}


def file_name(text: str, suffix: str) -> str:
    """A name for a file, without what no system lets a name hold."""
    return _UNUSABLE.sub(" ", text).strip(" .") + f".{suffix}"


def free_place(wanted: Path) -> Path:
    """``wanted``, with a number behind its name where something has that name already or is being written."""
    found, number = wanted, 1
    while found.exists() or found in _given:
        number += 1
        found = wanted.with_stem(f"{wanted.stem} {number}")
    _given.add(found)
    return found


def _others_look_on(widget: QWidget | None) -> bool:
    """Whether a workshop goes on in the window to which ``widget`` belongs."""
    while widget is not None:
        if getattr(widget, "workshop", None) is not None:
            return True
        widget = widget.parentWidget()
    return False


def ask_where(
    parent: QWidget, title: str, suggested: Path, kinds: Mapping[str, str], take: Callable[[str], object]
) -> None:
    """``kinds`` are suffixes by name filter, that of ``suggested`` first; ``take`` gets the chosen path.

    While others look on nobody is asked, because they would see what else lies there: it goes to the documents.
    """
    if _others_look_on(parent):
        take(str(free_place(documents() / suggested.name)))
        return
    dialog = QFileDialog(parent, title, str(suggested.parent))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    def follow(chosen: str) -> None:
        dialog.setDefaultSuffix(kinds[chosen])
        dialog.selectFile(f"{suggested.stem}.{kinds[chosen]}")

    dialog.setNameFilters(list(kinds))
    follow(next(iter(kinds)))
    dialog.filterSelected.connect(follow)
    dialog.fileSelected.connect(take)
    dialog.open()
