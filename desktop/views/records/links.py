"""Editors of links: chips of the records that are linked, and a line that names more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.domain.display import name_of
from desktop.domain.promises import NewPerson
from desktop.domain.record import Spec
from desktop.domain.rejection import Rejected, Term
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.chips import LinkChip
from desktop.views.flow import Flow
from desktop.views.icons import icon
from desktop.views.labels import em
from desktop.views.records.editing import is_people
from desktop.views.records.lines import ENTER
from desktop.views.records.name_line import BETWEEN_NAMES, NAME_LIMIT, NameLine, Target


class LinkEditor(NameLine):
    """A link to one record; ``opened`` carries its reference when the person follows it (Ctrl+Enter)."""

    committed = Signal()
    opened = Signal(object)

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(workspace, spec.to, parent)
        self.spec = spec
        self._record: Any = None
        self._target: Target | None = None
        self._shown = ""
        self.help = tr("Type a name") if is_people(spec) else tr("Type a name or number")
        self.picked.connect(self._take)
        self.returnPressed.connect(self.committed)
        self._follow = QAction(icon("right", "muted"), tr("Open it (Ctrl+Enter)"), self)
        self._follow.triggered.connect(self.follow)
        self.addAction(self._follow, QLineEdit.ActionPosition.TrailingPosition)

    def load(self, record: Any) -> None:
        self._record = record
        linked = getattr(record, self.spec.name)
        found = self.workspace.project.rows(self.spec.to).get(linked) if linked else None
        self._show(linked, self.label(found) if found else "")

    def value(self) -> Any:
        if self.text() == self._shown:
            return self._target
        try:
            return self.read()
        except Rejected as refusal:
            raise Rejected(refusal.code, **(refusal.facts | {"field": Term(self.spec.title)})) from None

    def focus_widget(self) -> QWidget:
        return self

    def is_dirty(self) -> bool:
        return self.text() != self._shown

    def follow(self) -> None:
        """Go to the linked record."""
        if isinstance(self._target, str):
            self.opened.emit(f"{self.key}/{self._target}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.follow()
            return
        super().keyPressEvent(event)

    def _take(self, target: Target) -> None:
        record = self.workspace.project.rows(self.key).get(target) if isinstance(target, str) else None
        self._show(target, self.label(record) if record else target.name if isinstance(target, NewPerson) else "")
        self.committed.emit()

    def _show(self, target: Target | None, text: str) -> None:
        self._target, self._shown = target, text
        self._follow.setVisible(isinstance(target, str))
        if self.text() != text:
            self.setText(text)
            self._shown = self.text()  # as Qt took it: only what a person does to it may count as an edit
            self.setCursorPosition(0)


class LinksEditor(Flow):
    """Links to several records: a chip each, and a line to add one more.

    ``opened`` carries the reference ``key/id`` of a chip that was clicked.
    """

    committed = Signal()
    finished = Signal()
    """Enter in the empty line."""
    opened = Signal(object)

    def __init__(self, workspace: Workspace, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=em(0.25))
        self.workspace, self.spec = workspace, spec
        self._record: Any = None
        self._targets: list[Target] = []
        self._chips: list[LinkChip] = []
        self.line = NameLine(workspace, spec.to)
        self.line.setMinimumWidth(em(7))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.setPlaceholderText(tr("Add a name") if is_people(spec) else tr("Add a name or number"))
        self.line.setAccessibleName(tr(spec.title))
        self.line.picked.connect(self.take)
        self.line.emptied.connect(self._remove_last)
        self.line.textEdited.connect(self._take_several)
        self.line.returnPressed.connect(self.enter)
        self.add(self.line)
        self.setFocusProxy(self.line)

    def load(self, record: Any) -> None:
        self._record = record
        self.show_targets(getattr(record, self.spec.name))
        self.line.clear()

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Show these links instead of the present ones."""
        self._targets = list(targets)
        self.line.excluded = [target for target in self._targets if isinstance(target, str)]
        for chip in self._chips:
            self.drop(chip)
        self._chips = [self._chip(target) for target in self._targets]
        for at, chip in enumerate(self._chips):
            self.add(chip, at)

    def value(self) -> tuple[Target, ...]:
        try:
            text = self.line.read()
        except Rejected as refusal:
            raise Rejected(refusal.code, **(refusal.facts | {"field": Term(self.spec.title)})) from None
        more = () if text is None or text in self._targets else (text,)
        return (*self._targets, *more)

    @property
    def targets(self) -> tuple[Target, ...]:
        """Whom or what the chips stand for."""
        return tuple(self._targets)

    def focus_widget(self) -> QWidget:
        return self.line

    def is_dirty(self) -> bool:
        return bool(self.line.text())

    def take(self, target: Target) -> None:
        """One link more; the line is ready for the next."""
        self.line.clear()
        if target not in self._targets:
            self.show_targets([*self._targets, target])
            self.committed.emit()

    def enter(self) -> None:
        """Take the name that is typed; in the empty line, finish."""
        if not self.line.text().strip():
            self.finished.emit()
            return
        try:
            target = self.line.read()
        except Rejected:
            self.committed.emit()  # whoever shows the editor explains what is wrong
            return
        if target is not None:
            self.take(target)

    def _take_several(self, text: str) -> None:
        """Names written in a row, typed or pasted: a comma closes each."""
        if not BETWEEN_NAMES.search(text):
            return
        found, rest = self.line.read_several(text)
        for target in found:
            self.take(target)
        if found:
            self.line.setText(rest)
            if rest:
                self.line.suggest(rest)
            else:
                self.line.popup.hide()

    def _remove_last(self) -> None:
        if self._targets:
            self.show_targets(self._targets[:-1])
            self.committed.emit()

    def _chip(self, target: Target) -> LinkChip:
        if isinstance(target, NewPerson):
            text, ref = tr("{name} (new)", name=target.name), ""
        else:
            record = self.workspace.project.rows(self.spec.to).get(target)
            text, ref = (name_of(record, words()) if record else tr("no longer there")), f"{self.spec.to}/{target}"
        chip = LinkChip(text[:NAME_LIMIT], ref)
        chip.clicked.connect(self._open)
        chip.removed.connect(self._remove)
        return chip

    def _open(self) -> None:
        chip = self.sender()
        if isinstance(chip, LinkChip) and chip.ref:
            self.opened.emit(chip.ref)

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, LinkChip):
            at = self._chips.index(chip)
            self.show_targets(self._targets[:at] + self._targets[at + 1 :])
            self.line.setFocus()
            self.committed.emit()
