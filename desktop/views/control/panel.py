"""What the parts of the page have in common: they are worked out when looked at, and a plan may lack a baseline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.domain.plan import Baseline
from desktop.i18n import tr
from desktop.models.cells import one_line
from desktop.models.control import ControlBook
from desktop.views.control.table import ResultView
from desktop.views.labels import Text, em
from desktop.views.records.empty import EmptyRegister

LONGEST_NAME = 60
"""Characters of a baseline's name that a list shows."""


def labelled(label: str, widget: QWidget) -> QWidget:
    """A choice behind what it is about; both stay together where a bar breaks."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Text(label, role="muted"))
    row.addWidget(widget)
    return pair


class Panel(QWidget):
    """One part of the page. ``navigate`` as of a page."""

    navigate = Signal(object)

    def __init__(self, book: ControlBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self._is_fresh = False
        book.outdated.connect(self._outdate)

    def refresh(self) -> None:
        """Show what is true now."""
        raise NotImplementedError

    def tables(self) -> tuple[ResultView, ...]:
        """The tables of this part, the one that matters most first."""
        return ()

    def renew(self) -> None:
        """Refresh, now if the part is in sight, else when it is next."""
        self._is_fresh = self.isVisible()
        if self._is_fresh:
            self.refresh()

    def _outdate(self) -> None:
        self.renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_fresh:
            self._is_fresh = True
            self.refresh()


class BaselineChoice(QComboBox):
    """The baselines of the project, the newest first; ``chosen`` when the person takes another one."""

    chosen = Signal()

    def __init__(self, book: ControlBook, name: str, first: str = "", parent: QWidget | None = None) -> None:
        """``first`` is what stands before the baselines, for none of them."""
        super().__init__(parent)
        self._book, self._first = book, first
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMinimumWidth(em(11))
        self.setMaximumWidth(em(22))
        self.activated.connect(self._choose)

    @property
    def identity(self) -> str:
        """Id of the baseline that is chosen; "" for none."""
        return str(self.currentData() or "")

    def fill(self) -> None:
        """Offer what there is now; the choice stays where it can."""
        kept = self.identity
        self.clear()
        if self._first:
            self.addItem(self._first, "")
        for item in self._book.baselines():
            self.addItem(_name(item), item.id)
        at = self.findData(kept)
        self.setCurrentIndex(max(at, 0) if self.count() else -1)

    def _choose(self) -> None:
        self.chosen.emit()


def _name(item: Baseline) -> str:
    name = one_line(item.name)
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def no_baseline() -> EmptyRegister:
    """Stands in for a part that has nothing to compare with."""
    title, purpose = tr("There is no baseline yet"), tr(Baseline.info.purpose)
    return EmptyRegister("baseline", title, purpose, tr("Capture a baseline"))
