"""Editors in which one chooses: a list, a scale from low to high, a tick."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.domain.record import Kind, Spec
from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.boxes import WrappingBox
from desktop.views.segments import Segments


class ChoiceEditor(QComboBox):
    """One of the allowed values; only those that fit the record are offered."""

    committed = Signal()

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.spec = workspace, spec
        self._record: Any = None
        self._browsing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(20)
        self.activated.connect(self._chosen)

    def load(self, record: Any) -> None:
        self._record = record
        value = getattr(record, self.spec.name)
        self.clear()
        for each, label in _options(self.spec, record):
            self.addItem(label, each)
        at = next((row for row in range(self.count()) if self.itemData(row) == value), -1)
        if at < 0:  # a value that no longer fits stays visible until another is chosen
            self.addItem(str(value), value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def value(self) -> Any:
        return self.currentData()

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return bool(self.currentData() != getattr(self._record, self.spec.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
            return
        self._browsing = True  # arrows and letters look through the values; Enter or leaving takes one
        super().keyPressEvent(event)
        self._browsing = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a form must not change what lies under the pointer

    def _chosen(self) -> None:
        if not self._browsing:
            self.committed.emit()


def _options(spec: Spec, record: Any) -> list[tuple[Any, str]]:
    if spec.kind is Kind.SCALE:
        return [(None, "–"), *((step, str(step)) for step in range(spec.low or 0, (spec.high or 0) + 1))]
    assert spec.choices is not None
    fitting = spec.allowed(record) if spec.allowed is not None else tuple(spec.choices)
    found = [(code, tr(spec.choices[code])) for code in fitting]
    return found if spec.required else [("", "–"), *found]


class ScaleEditor(Segments):
    """A whole number from low to high, typed as a digit or pressed; pressed again it is cleared."""

    committed = Signal()

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        self._low, self._high = spec.low or 0, spec.high or 0
        texts = [str(step) for step in range(self._low, self._high + 1)]
        super().__init__(texts, clearable=True, fill=True, parent=parent)
        self.workspace, self.spec = workspace, spec
        self.chosen.connect(self._commit)

    def load(self, record: Any) -> None:
        value = getattr(record, self.spec.name)
        self.show_at(-1 if value is None else value - self._low)
        if value is None:
            self.setAccessibleDescription(tr("not assessed"))

    def value(self) -> int | None:
        return None if self.at < 0 else self.at + self._low

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return False

    def _commit(self) -> None:
        self.committed.emit()


class FlagEditor(WrappingBox):
    """Yes or no; in a form with its title as text."""

    committed = Signal()

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.spec = workspace, spec
        self.setAccessibleName(tr(spec.title))
        self.clicked.connect(self._clicked)

    def load(self, record: Any) -> None:
        self.setChecked(bool(getattr(record, self.spec.name)))

    def value(self) -> bool:
        return self.isChecked()

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return False

    def _clicked(self) -> None:
        self.committed.emit()
