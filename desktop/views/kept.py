"""Restore points and backups, newest first, and the way back to one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.i18n import N_, tr
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, em
from desktop.views.program import Kept

REASONS: Mapping[str, str] = {
    "first-edit": N_("Before the first edit after opening"),
    "interval": N_("Every 30 minutes of work"),
    "bulk-edit": N_("Before a large edit"),
    "restore-point": N_("Restore point"),
    "migration": N_("Before the file was brought to a newer format"),
    "before-restore": N_("Before another copy was restored"),
    "before-replace": N_("Before the file was replaced"),
    "before-check-in": N_("Before a local copy was brought back"),
    "import": N_("Before an import"),
}


class KeptDialog(Dialog):
    """Choosing a copy restores it; the present state is kept first, so nothing can be lost."""

    chosen = Signal(object)
    """(path of the project, the copy)."""

    def __init__(self, path: Path, kept: Sequence[Kept], parent: QWidget | None = None) -> None:
        super().__init__(tr("Restore points and backups"), parent, 44, 24)
        self._path, self._kept = path, list(kept)
        explained = tr("Choose a copy to go back to. The present state is kept as a backup first.")
        if not kept:
            explained = tr(
                "There is no copy yet. One is made before the first edit after opening, and with every restore point."
            )
        self.column.addWidget(Text(explained, wrap=True))
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Time"), tr("Reason", "backup"), tr("Size")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setAccessibleName(self.windowTitle())
        for copy in self._kept:
            reason = copy.label or tr(REASONS.get(copy.reason, N_("Backup")))
            size = tr("{size} KB", size=max(copy.size // 1024, 1))
            row = QTreeWidgetItem([f"{copy.at:%Y-%m-%d %H:%M}", reason, size])
            row.setIcon(1, icon("restore-point" if copy.reason == "restore-point" else "clock"))
            row.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(row)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, em(9))
        header.resizeSection(2, em(6))
        self.column.addWidget(self.list, 1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self._restore = buttons.addButton(tr("Restore"), QDialogButtonBox.ButtonRole.ApplyRole)
        self._restore.clicked.connect(self._choose)
        self.list.itemSelectionChanged.connect(self._judge)
        self._judge()

    def _judge(self) -> None:
        self._restore.setEnabled(bool(self.list.selectedItems()))

    def _choose(self) -> None:
        copy = self._kept[self.list.indexOfTopLevelItem(self.list.selectedItems()[0])]
        self.accept()
        self.chosen.emit((self._path, copy))
