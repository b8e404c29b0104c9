"""Finds and narrows: a line that searches every field, chips for the named parts of a register."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.domain.filters import NamedFilter
from desktop.i18n import tr
from desktop.views.chips import Chip
from desktop.views.flow import Flow
from desktop.views.grown import show_arrow
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em

NARROW = 26
"""Below this width, in heights of the font, buttons are pictures only."""
GENERAL = frozenset({"incomplete", "for_client", "private"})
"""Filters that every register has stand in the menu behind the chips."""


class SearchLine(QLineEdit):
    """Escape empties it, and then goes back to the table; Enter and Down go there at once."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)


class FilterBar(QWidget):
    """``changed``: the text or the set of filters is another."""

    changed = Signal()
    left = Signal()

    def __init__(self, filters: Iterable[NamedFilter], plural: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = {chosen.name: chosen for chosen in filters}
        self._extra = ""
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("Find in {what} (Ctrl+F)", what=plural))
        self.search.setAccessibleName(tr("Find in {what} (Ctrl+F)", what=plural))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(em(6))
        self.search.textChanged.connect(self._changed)
        self.search.left.connect(self.left)
        self._count = Text(scale=SMALL, role="muted")
        self.clear_button = QToolButton()
        self.clear_button.setText(tr("Show all"))
        self.clear_button.setIcon(icon("close"))
        self.clear_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clear_button.setAutoRaise(True)
        self.clear_button.setToolTip(tr("Take every filter away (Ctrl+Shift+L)"))
        self.clear_button.clicked.connect(self.clear)
        self.chips: dict[str, Chip] = {}
        self._general: dict[str, QAction] = {}
        self._buttons: list[QToolButton] = []
        self._actions_row = QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(em(0.5))
        first.addWidget(self.search, 1)
        first.addWidget(self._count)
        first.addWidget(self.clear_button)
        first.addLayout(self._actions_row)
        self._place = Flow(spacing=em(0.3))
        for name, chosen in self._filters.items():
            if name not in GENERAL:
                chip = Chip(tr(chosen.title), checkable=True)
                chip.toggled.connect(self._changed)
                self.chips[name] = chip
                self._place.add(chip)
        self._more = QToolButton()
        self._more.setIcon(icon("filter"))
        self._more.setIconSize(QSize(em(0.9), em(0.9)))
        self._more.setToolTip(tr("More filters"))
        self._more.setAccessibleName(tr("More filters"))
        self._more.setAutoRaise(True)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        for name, chosen in self._filters.items():
            if name in GENERAL:
                action = menu.addAction(tr(chosen.title))
                action.setCheckable(True)
                action.toggled.connect(self._changed)
                self._general[name] = action
        self._more.setMenu(menu)
        show_arrow(self._more)
        if not self._general:  # showing it before it has a parent would flash a window of its own
            self._more.hide()
        self._place.add(self._more)
        self._extra_chip = Chip("", checkable=True)
        self._extra_chip.toggled.connect(self._extra_toggled)
        self._extra_chip.hide()
        self._place.add(self._extra_chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(0.6), em(0.5), em(0.6), em(0.4))
        column.setSpacing(em(0.4))
        column.addLayout(first)
        column.addWidget(self._place)

    def add_button(self, action: QAction, tip: str, *, with_text: bool) -> None:
        """A button of the page behind the search line; its text disappears where there is no room."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolTip(tip)
        button.setIconSize(QSize(em(0.9), em(0.9)))
        if with_text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._buttons.append(button)
        self._actions_row.addWidget(button)

    def add_filter(self, widget: QWidget) -> None:
        """A filter of the page's own, before the chips."""
        self._place.add(widget, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        wanted = style.ToolButtonTextBesideIcon if self.width() >= em(NARROW) else style.ToolButtonIconOnly
        for button in (*self._buttons, self.clear_button):
            button.setToolButtonStyle(wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(em(12), super().minimumSizeHint().height())

    # -- state ----------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        return self.search.text()

    @property
    def chosen(self) -> list[NamedFilter]:
        """The filters that are on."""
        return [self._filters[name] for name in self.names]

    @property
    def names(self) -> list[str]:
        """Names of the filters that are on."""
        on = [name for name, chip in self.chips.items() if chip.isChecked()]
        return on + [name for name, action in self._general.items() if action.isChecked()]

    @property
    def extra(self) -> str:
        """A filter that the page itself has set, such as a cell of the matrix; "" for none."""
        return self._extra

    @property
    def is_active(self) -> bool:
        return bool(self.text or self.names or self._extra)

    def show_only(self, names: Iterable[str]) -> None:
        """Switch exactly these filters on and clear the text."""
        wanted = set(names)
        self.blockSignals(True)
        self.search.clear()
        for name, chip in self.chips.items():
            chip.setChecked(name in wanted)
        for name, action in self._general.items():
            action.setChecked(name in wanted)
        self._set_extra("", "")
        self.blockSignals(False)
        self._changed()

    def set_extra(self, extra: str, title: str) -> None:
        """Switch the page's own filter on ("" switches it off); the others stay.

        Without a ``title`` it has no chip: the page shows it in a place of its own.
        """
        self._set_extra(extra, title)
        self._changed()

    def _set_extra(self, extra: str, title: str) -> None:
        self._extra = extra
        self._extra_chip.blockSignals(True)
        self._extra_chip.setText(title)
        self._extra_chip.setChecked(bool(extra))
        self._extra_chip.blockSignals(False)
        self._extra_chip.setVisible(bool(title))

    def _extra_toggled(self) -> None:
        self.set_extra("", "")

    def clear(self) -> None:
        """Show everything again."""
        self.show_only(())

    def show_counts(self, shown: int, total: int, counts: dict[str, int]) -> None:
        """Say how many are shown; chips of parts that are empty disappear unless they are on."""
        active = self.is_active
        self._count.setText(tr("{shown} of {total}", shown=shown, total=total) if active else str(total))
        self._count.setAccessibleName(tr("{shown} of {total} shown", shown=shown, total=total))
        self.clear_button.setVisible(active)
        for name, chip in self.chips.items():
            chip.set_count(counts.get(name, 0))
            offered = counts.get(name, 0) > 0 and not self._filters[name].quiet
            chip.setVisible(offered or chip.isChecked())

    @property
    def count_text(self) -> str:
        return self._count.text()

    def _changed(self) -> None:
        self.changed.emit()
