"""All columns that the plan has, by their groups, found by typing a part of a name in either language."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import LANGUAGES, catalog, tr
from desktop.models.cells import plain_tip
from desktop.models.plan_column import GROUPS
from desktop.models.plan_columns import COLUMNS, NUMBER_OF
from desktop.models.plan_meanings import meaning_of
from desktop.views.boxes import BoxDelegate
from desktop.views.command_palette import rank
from desktop.views.icons import icon
from desktop.views.labels import em
from desktop.views.records.lines import ENTER

KEY = int(Qt.ItemDataRole.UserRole)
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ColumnTree(QWidget):
    """``taken`` carries the key of a column that was chosen by Enter or a double click; with ticks, of one that was
    ticked or not: ``is_ticked`` tells which."""

    taken = Signal(object)

    def __init__(self, keys: Collection[str], *, ticked: Collection[str] | None = None) -> None:
        super().__init__()
        self._ticks = ticked is not None
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Find a column"))
        self.line.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.setAccessibleName(tr("Find a column"))
        self.line.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(tr("Columns"))
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setItemDelegate(BoxDelegate(self.tree))
        self._items: dict[str, QTreeWidgetItem] = {}
        for group, title in GROUPS.items():
            self._add_group(tr(title), [key for key in keys if COLUMNS[NUMBER_OF[key]].group == group], ticked or ())
        self.tree.expandAll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.4))
        column.addWidget(self.line)
        column.addWidget(self.tree, 1)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._find)
        self.tree.itemChanged.connect(self._changed)
        if self._ticks:
            self.tree.itemDoubleClicked.connect(self._activated)
        else:
            self.tree.itemActivated.connect(self._activated)
        self._find("")
        self.setFocusProxy(self.line)

    def _add_group(self, title: str, keys: Collection[str], ticked: Collection[str]) -> None:
        if not keys:
            return
        group = QTreeWidgetItem([title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.tree.addTopLevelItem(group)
        for key in keys:
            item = self._items[key] = QTreeWidgetItem(group, [tr(COLUMNS[NUMBER_OF[key]].title)])
            item.setData(0, KEY, key)
            item.setToolTip(0, plain_tip(meaning_of(key)))
            if self._ticks:
                item.setCheckState(0, _CHECKED if key in ticked else _UNCHECKED)
                if key == "name":
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)

    # -- ticks ----------------------------------------------------------------------------------

    def is_ticked(self, key: str) -> bool:
        return self._items[key].checkState(0) is _CHECKED

    def tick(self, key: str, on: bool) -> None:
        self._items[key].setCheckState(0, _CHECKED if on else _UNCHECKED)

    def _changed(self, item: QTreeWidgetItem) -> None:
        if self._ticks and item.data(0, KEY):
            self.taken.emit(item.data(0, KEY))

    # -- finding --------------------------------------------------------------------------------

    def _find(self, wanted: str) -> None:
        best: tuple[int, QTreeWidgetItem] | None = None
        for key, item in self._items.items():
            title = COLUMNS[NUMBER_OF[key]].title
            ranks = [found for name in _names(title) if (found := rank(wanted, name)) is not None]
            item.setHidden(not ranks)
            if ranks and (best is None or min(ranks) < best[0]):
                best = min(ranks), item
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            assert group is not None
            group.setHidden(all(item.isHidden() for item in self._items.values() if item.parent() is group))
        self.tree.setCurrentItem(best[1] if best else None)  # type: ignore[arg-type]  # None is nothing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.tree.keyPressEvent(event)
                return True
            if event.key() in ENTER and self.line.text():
                self._activated(self.tree.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _activated(self, item: QTreeWidgetItem | None) -> None:
        if item is None or item.isHidden() or not item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return
        key = item.data(0, KEY)
        if self._ticks:
            self.tick(key, not self.is_ticked(key))
            self.line.selectAll()
        else:
            self.taken.emit(key)


def _names(title: str) -> Iterator[str]:
    for language in LANGUAGES:
        yield catalog(language)(title)
