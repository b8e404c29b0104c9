"""What this program is, which versions it is made of, and under which licences."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

import desktop
from desktop.i18n import RESOURCES, tr
from desktop.views.dialog import Dialog
from desktop.views.icons import pixmap
from desktop.views.labels import TITLE, Text, em
from desktop.views.scrolled import scrolled

PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "alembic", "reportlab", "numpy", "pyqtgraph", "pypdfium2", "defusedxml")
DISTRIBUTION = "pilotage"


def versions() -> Iterator[tuple[str, str]]:
    """(name, version) of the program and what it stands on."""
    yield "Pilotage", desktop.__version__
    yield "Python", platform.python_version()
    yield "Qt", qVersion()
    yield "SQLite", sqlite3.sqlite_version
    for name in PACKAGES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue


def licence(name: str) -> str:
    """The text of a licence file: beside the sources, or in the installed package."""
    for folder in (RESOURCES.parent, RESOURCES):
        if (folder / name).is_file():
            return (folder / name).read_text(encoding="utf-8")
    try:
        files = metadata.files(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        files = []
    found = next((file for file in files if Path(file).name == name), None)
    return found.read_text(encoding="utf-8") if found else ""


class AboutDialog(Dialog):
    """Three leaves: the program, its licence, the licences of what it uses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About Pilotage"), parent, 44, 30)
        mark = Text()
        mark.setPixmap(pixmap("pilotage", em(3.2), "text", self.devicePixelRatioF()))
        names = QVBoxLayout()
        names.setSpacing(em(0.1))
        names.addWidget(Text("Pilotage 领航", scale=TITLE, bold=True))
        names.addWidget(Text(tr("Version {version}", version=desktop.__version__), role="muted"))
        row = QHBoxLayout()
        row.setSpacing(em(1))
        row.addWidget(mark)
        row.addLayout(names, 1)
        self.column.addLayout(row)
        tabs = QTabWidget()
        tabs.addTab(self._make_program(), tr("The program"))
        tabs.addTab(self._make_text(licence("LICENSE")), tr("Licence"))
        tabs.addTab(self._make_text(licence("THIRD-PARTY-NOTICES.md")), tr("Licences of others"))
        self.column.addWidget(tabs, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)

    def _make_program(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(em(0.6))
        promise = tr(
            "A companion for project managers who run a project for a client: plan it, run it, show it, close it. "
            "It works without a network, sends nothing anywhere, and asks for no account."
        )
        column.addWidget(Text(promise, wrap=True))
        made_of = Text("\n".join(f"{name} {version}" for name, version in versions()), role="muted")
        made_of.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(made_of)
        column.addStretch(1)
        return scrolled(page)

    def _make_text(self, text: str) -> QWidget:
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        return shown
