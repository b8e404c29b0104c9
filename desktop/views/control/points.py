"""From when on changes are told: a baseline, a day, the last report, a copy, a point of the history."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.domain.past import last_report
from desktop.i18n import N_, tr
from desktop.models.archive import Archive
from desktop.models.control import ControlBook
from desktop.views.control.comparer import Point
from desktop.views.control.panel import BaselineChoice
from desktop.views.dialog import Dialog
from desktop.views.kept import REASONS
from desktop.views.labels import Text, em
from desktop.views.menus import step_name

COPIES = 15
"""Restore points and backups that are offered, the newest ones."""
AT_ONCE = 100
ASK = Point("?")
"""Stands for a point that is still to be chosen."""


class PointChoice(BaselineChoice):
    """Baselines, and behind them everything else that the file knows of its past."""

    asked = Signal()
    """A point of the history is to be chosen."""

    def __init__(self, book: ControlBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(book, name, parent=parent)
        self._taken: Point | None = None
        self._shown = 0
        self.setMaximumWidth(em(28))

    @property
    def archive(self) -> Archive | None:
        return self._book.workspace.archive

    @property
    def point(self) -> Point | None:
        """What was chosen, unless it is a baseline."""
        data = self.currentData()
        return data if isinstance(data, Point) else None

    @property
    def identity(self) -> str:
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def fill(self) -> None:
        """Offer what there is now; the choice stays where it can."""
        kept = self.point
        super().fill()
        archive = self.archive
        if archive is None:
            return
        if self.count():
            self.insertSeparator(self.count())
        for point in self._points(archive):
            self.addItem(point.name, point)
        if kept is not None:
            self.show_point(kept)
        self._shown = max(self.currentIndex(), 0)
        if self.currentIndex() < 0 and self.count():
            self.setCurrentIndex(0)

    def _points(self, archive: Archive) -> list[Point]:
        now = self._book.workspace.session.now()
        midnight = dt.datetime.combine(now.date(), dt.time())
        found = [
            Point(tr("Yesterday evening"), midnight),
            Point(tr("A week ago ({date})", date=f"{midnight - dt.timedelta(7):%Y-%m-%d}"), midnight - dt.timedelta(7)),
        ]
        report = last_report(self._book.workspace.project)
        if report is not None and report.created_at is not None:
            day = f"{report.issued_on or report.created_at:%Y-%m-%d}"
            found.append(Point(tr("The last report ({date})", date=day), report.created_at))
        for copy in archive.copies()[:COPIES]:
            reason = copy.label or tr(REASONS.get(copy.reason, N_("Backup")))
            found.append(Point(f"{copy.at:%Y-%m-%d %H:%M} · {reason[:60]}", copy=copy))
        if self._taken is not None:
            found.append(self._taken)
        return [*found, Point(tr("A point of the history…"), entry=ASK.entry)]

    def show_point(self, point: Point) -> None:
        """Choose it, without saying that the person did."""
        for at in range(self.count()):
            data = self.itemData(at)
            if isinstance(data, Point) and (data.name, data.entry) == (point.name, point.entry):
                self.setCurrentIndex(at)
                self._shown = at

    def take(self, point: Point) -> None:
        """A point of the history was chosen."""
        self._taken = point
        self.fill()
        self.show_point(point)
        self.chosen.emit()

    def _choose(self) -> None:
        point = self.point
        if point is not None and point.moment is None and point.copy is None and point.entry < 0:
            self.setCurrentIndex(self._shown)  # until a point is chosen
            self.asked.emit()
            return
        self._shown = self.currentIndex()
        self.chosen.emit()


class PointDialog(Dialog):
    """The edits of the file, newest first; ``taken`` carries the :class:`Point` behind the chosen one."""

    taken = Signal(object)

    def __init__(self, archive: Archive, parent: QWidget | None = None) -> None:
        super().__init__(tr("Point of the history"), parent, 44, 28)
        self._archive = archive
        self._last: int | None = None
        explained = tr("Choose the edit behind which the plan is to be compared with the plan as it stands.")
        self.explained = Text(explained, wrap=True)
        self.column.addWidget(self.explained)
        self.list = QTreeWidget()
        self.list.setHeaderLabels([tr("Time"), tr("Edit", "noun"), tr("By", "author")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.windowTitle())
        for section, width in enumerate((9, 22, 6)):
            self.list.header().resizeSection(section, em(width))
        self.list.itemActivated.connect(self.accept)
        self.column.addWidget(self.list, 1)
        box = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.ok = box.button(QDialogButtonBox.StandardButton.Ok)
        self._more = box.addButton(tr("Show earlier edits"), QDialogButtonBox.ButtonRole.ActionRole)
        self._more.clicked.connect(self.show_more)
        self.list.itemSelectionChanged.connect(self._judge)
        self.show_more()
        if self._last is None:
            self.explained.setText(tr("Nothing has been changed in this file yet."))
        self._judge()

    def show_more(self) -> None:
        """Add the next lot of earlier edits."""
        entries = self._archive.edits(AT_ONCE, self._last)
        for entry in entries:
            changes = entry.changes
            line = QTreeWidgetItem([f"{changes.at:%Y-%m-%d %H:%M}", step_name(changes), changes.author])
            line.setData(0, 0x100, (entry.number, changes.at))
            self.list.addTopLevelItem(line)
            self._last = entry.number
        self._more.setEnabled(len(entries) == AT_ONCE)

    def _judge(self) -> None:
        self.ok.setEnabled(bool(self.list.selectedItems()))

    def accept(self) -> None:
        chosen = self.list.selectedItems()
        if not chosen:
            return
        number, at = chosen[0].data(0, 0x100)
        self.taken.emit(Point(f"{at:%Y-%m-%d %H:%M} · {chosen[0].text(1)}", entry=number))
        super().accept()
