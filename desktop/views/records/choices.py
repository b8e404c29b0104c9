"""Editors in which one chooses: a list, a scale from low to high, a tick."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.domain.record import Kind, Spec
from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.labels import em


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


class ScaleEditor(QWidget):
    """A whole number from low to high as a row of buttons; the chosen one pressed again clears it."""

    committed = Signal()

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.spec = workspace, spec
        self._record: Any = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(0.15))
        for step in range(spec.low or 0, (spec.high or 0) + 1):
            button = QToolButton()
            button.setText(str(step))
            button.setCheckable(True)
            button.setAccessibleName(f"{tr(spec.title)} {step}")
            button.setMinimumSize(em(1.9), em(1.5))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._group.addButton(button, step)
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr(spec.title))
        self._group.idClicked.connect(self._press)

    def load(self, record: Any) -> None:
        self._record = record
        self._show(getattr(record, self.spec.name))

    def value(self) -> int | None:
        return next((self._group.id(button) for button in self._group.buttons() if button.isChecked()), None)

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        low, high, now = self.spec.low or 0, self.spec.high or 0, self.value()
        if event.text().isdecimal() and low <= int(event.text()) <= high:
            self._set(int(event.text()))
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._set(low if now is None else min(max(now + step, low), high))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(None)
        else:
            super().keyPressEvent(event)

    def _press(self, step: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        button = self._group.button(step)
        self._set(step if button.isChecked() else None)

    def _set(self, step: int | None) -> None:
        self._show(step)
        self.committed.emit()

    def _show(self, step: int | None) -> None:
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == step)
        self.setAccessibleDescription(tr("not assessed") if step is None else str(step))


class FlagEditor(QCheckBox):
    """Yes or no."""

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
