"""What happened to a plan on its way between programs: what was read, changed, left out, computed differently."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.display import moment_text
from desktop.domain.imports import FINDING_KINDS, READ, Finding
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.recorded import DateDifference
from desktop.i18n import N_, ntr, tr, words
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import Text, breakable, em, scaled
from desktop.views.theme import colour

ITEMS_SHOWN = 500
LONGEST = 300
"""Characters of a name that are shown."""
PICTURES = {"read": "check", "approximated": "edit", "kept": "copy", "not_read": "missing", "not_written": "missing"}
COLUMNS = (
    N_("WBS"),
    N_("Task name"),
    N_("Start in the file"),
    N_("Start computed"),
    N_("Difference"),
    N_("Finish in the file"),
    N_("Finish computed"),
    N_("Difference"),
)
_EMPTY = QModelIndex()
_DISPLAY, _FOREGROUND, _ALIGNMENT = (
    int(role)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.TextAlignmentRole)
)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_DIFFERENCES = (4, 7)


def clock_text(minutes: int) -> str:
    """A difference by the clock, such as ``+1 d 2 h``; nothing for none."""
    return ("-" if minutes < 0 else "+") + " ".join(_clock_parts(abs(minutes))) if minutes else ""


def _clock_parts(minutes: int) -> Iterator[str]:
    days, rest = divmod(minutes, 1440)
    hours, left = divmod(rest, 60)
    if days:
        yield tr("{n} d", "clock", n=days)
    if hours:
        yield tr("{n} h", "clock", n=hours)
    if left:
        yield tr("{n} min", "clock", n=left)


class DifferenceTable(QAbstractTableModel):
    """Tasks whose computed dates are not those that the file recorded; dates become texts when they are looked at."""

    def __init__(self, project: Project, differences: Sequence[DateDifference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tasks = [item.task for item in differences]
        self._names = [(project.wbs(item.task), project.get(Task, item.task).name) for item in differences]
        self._differences = differences
        self._texts: dict[int, tuple[str, ...]] = {}
        self._ink = QColor(colour("amber"))

    def _texts_of(self, row: int) -> tuple[str, ...]:
        found = self._texts.get(row)
        if found is None:
            item = self._differences[row]
            found = self._texts[row] = (
                *self._names[row],
                *_dates(item.recorded_start, item.start, item.start_minutes),
                *_dates(item.recorded_finish, item.finish, item.finish_minutes),
            )
        return found

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _EMPTY) -> int:
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _EMPTY) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        if role == _DISPLAY:
            return self._texts_of(index.row())[index.column()]
        if role == _FOREGROUND and index.column() in _DIFFERENCES:
            return self._ink
        if role == _ALIGNMENT and index.column() in _DIFFERENCES:
            return _RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if role == _DISPLAY and orientation == Qt.Orientation.Horizontal:
            return tr(COLUMNS[section])
        return None


def _dates(recorded: dt.datetime | None, computed: dt.datetime, minutes: int) -> tuple[str, str, str]:
    return moment_text(recorded), moment_text(computed), clock_text(minutes)


class AccountDialog(Dialog):
    """Leaves: the account of the file, and the dates. A double click on a date shows its task."""

    task_wanted = Signal(object)

    def __init__(self, title: str, sentence: str, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        super().__init__(title, parent, 62, 34)
        self.column.addWidget(Text(breakable(sentence), wrap=True))
        self.tabs = QTabWidget()
        self.column.addWidget(self.tabs, 1)
        self.tabs.addTab(self._make_findings(findings), tr("What was read and what was not"))
        self.add_buttons(QDialogButtonBox.StandardButton.Close)

    def _make_findings(self, findings: Sequence[Finding]) -> QWidget:
        self.findings = QTreeWidget()
        self.findings.setHeaderHidden(True)
        self.findings.setAccessibleName(tr("What was read and what was not"))
        self.findings.setWordWrap(True)
        groups: dict[str, QTreeWidgetItem] = {}
        for finding in findings:
            group = groups.get(finding.kind)
            if group is None:
                group = groups[finding.kind] = QTreeWidgetItem(self.findings, [tr(FINDING_KINDS[finding.kind])])
                group.setFont(0, scaled(1.0, bold=True))
                group.setIcon(0, icon(PICTURES[finding.kind], "green" if finding.kind == READ else "amber"))
            line = QTreeWidgetItem(group, [finding.text(words())])
            for item in finding.items[:ITEMS_SHOWN]:
                QTreeWidgetItem(line, [" ".join(item[:LONGEST].split())])
            if len(finding.items) > ITEMS_SHOWN:
                rest = len(finding.items) - ITEMS_SHOWN
                QTreeWidgetItem(line, [ntr("and {n} more", "and {n} more", rest)])
        for group in groups.values():
            group.setExpanded(True)
        return self.findings

    def add_differences(self, project: Project, differences: Sequence[DateDifference]) -> None:
        """Add the leaf with the dates that are computed differently."""
        leaf = QWidget()
        column = QVBoxLayout(leaf)
        count = len(differences)
        if not differences:
            told = tr("Every date is computed as the file recorded it.")
        else:
            told = ntr(
                "{n} task is computed differently from the file. Its recorded dates are kept beside ours.",
                "{n} tasks are computed differently from the file. Their recorded dates are kept beside ours.",
                count,
            )
        column.addWidget(Text(told, wrap=True))
        self.differences = DifferenceTable(project, differences, self)
        table = QTableView()
        table.setModel(self.differences)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(em(1.5))
        table.setAccessibleName(tr("Dates computed differently"))
        table.doubleClicked.connect(self._show_task)
        table.activated.connect(self._show_task)
        header = table.horizontalHeader()
        for section, width in enumerate((4, 13, 8, 8, 5, 8, 8, 5)):
            header.resizeSection(section, em(width))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        table.setVisible(bool(differences))
        column.addWidget(table, 1)
        column.addStretch(0)
        title = ntr("Dates ({n} difference)", "Dates ({n} differences)", count)
        self.tabs.addTab(leaf, title)

    def _show_task(self, index: QModelIndex) -> None:
        self.task_wanted.emit(f"task/{self.differences.tasks[index.row()]}")
        self.accept()
