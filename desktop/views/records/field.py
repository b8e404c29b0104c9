"""One field of a form: title, editor, and what is wrong with what was typed."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.commands.communication import MakeFromNote
from desktop.domain.record import Kind, Record, Spec
from desktop.domain.rejection import Rejected
from desktop.i18n import tr
from desktop.models.records import commit
from desktop.models.workspace import Unsettled, Workspace
from desktop.views.labels import SMALL, Text, em
from desktop.views.records.choices import FlagEditor
from desktop.views.records.delegate import make_editor
from desktop.views.records.editing import FieldEditor
from desktop.views.records.explanation import sentence
from desktop.views.records.lines import NoteEditor
from desktop.views.records.links import LinksEditor
from desktop.views.records.name_line import NameLine
from desktop.views.records.parts import PartsEditor
from desktop.views.theme import colour

WIDE = frozenset({Kind.LONG_TEXT, Kind.TEXTS, Kind.ROWS, Kind.LINKS})
"""Kinds that take a whole line of the form."""


class Field(QWidget):
    """Commits when the editor is left; a refusal stays in the editor with its reason below."""

    stored = Signal()
    """Something was committed."""

    def __init__(
        self,
        workspace: Workspace,
        spec: Spec,
        parent: QWidget | None = None,
        *,
        wide: bool = False,
        editor: QWidget | None = None,
    ) -> None:
        """``editor`` is a :class:`FieldEditor` of its own kind, where the declaration alone does not say all."""
        super().__init__(parent)
        self.workspace, self.spec, self.wide = workspace, spec, wide
        self.record: Record | None = None
        self.refusal: Rejected | None = None
        self._storing = False
        """Whether what was typed is just being stored: whoever hears of it must not have it stored once more."""
        made = editor
        if made is None:
            made = PartsEditor(workspace, spec) if spec.kind is Kind.ROWS else make_editor(workspace, spec)
        self.widget: QWidget = made
        self.editor = cast("FieldEditor", made)
        self._mark = Text("●", scale=SMALL, role="amber")
        self._mark.setToolTip(tr("Expected, and still empty"))
        self._mark.hide()
        self._reason = Text(scale=SMALL, role="red", wrap=True)
        self._reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.12))
        column.addLayout(self._heading())
        column.addWidget(made)
        column.addWidget(self._reason)
        column.addStretch(1)
        self.editor.committed.connect(self.commit)
        self.editor.focus_widget().installEventFilter(self)
        workspace.settling.connect(self.settle)
        made.setAccessibleName(tr(spec.title))
        if isinstance(made, NoteEditor) and spec.kind is Kind.LONG_TEXT:
            made.offer_making()
            made.make_requested.connect(self.make)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(em(0.25))
        title = tr(self.spec.title)
        if self.spec.kind in (Kind.INTEGER, Kind.SCALE) and self.spec.unit:
            unit = tr(self.spec.unit).removeprefix("个")  # a measure word belongs to a number
            title = tr("{field} ({unit})", field=title, unit=unit)
        if isinstance(self.widget, FlagEditor):
            self.widget.setText(title)
        else:
            label = Text(title, scale=SMALL, role="muted", wrap=True)
            label.setBuddy(self.editor.focus_widget())
            row.addWidget(label, 1)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def is_missing(self) -> bool:
        """Whether the field is expected and still empty."""
        value = getattr(self.record, self.spec.name, None)
        return self.spec.expected and self.record is not None and (value is None or value in ("", ()))

    @property
    def reason(self) -> str:
        """Why what is typed cannot be taken; "" while nothing is wrong."""
        return self._reason.text() if self.refusal is not None else ""

    def load(self, record: Record) -> None:
        """Show the field of ``record``; what is being typed into the same record stays."""
        same = self.record is not None and self.record.id == record.id
        self.record = record
        if not (same and self.is_dirty() and (self.refusal is not None or self._has_focus())):
            self.editor.load(record)
            self._clear()
        self._mark.setVisible(self.is_missing)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.widget or self.widget.isAncestorOf(focus))

    def is_dirty(self) -> bool:
        """Whether something is shown that is not stored."""
        return self.editor.is_dirty()

    def store(self, value: Any) -> Rejected | None:
        """Change the field of the record; the refusal, if any."""
        return commit(self.workspace, self.record, self.spec, value) if self.record is not None else None

    def commit(self) -> bool:
        """Store what the editor holds; False when it was refused, which is then explained."""
        if self.record is None or self._storing:
            return True
        refusal: Rejected | None
        self._storing = True
        try:
            refusal = self.store(self.editor.value())
        except Rejected as unreadable:
            refusal = unreadable
        finally:
            self._storing = False
        if refusal is not None:
            self._explain(refusal)
            return False
        self._clear()
        if self.record is not None:  # what was typed in another way is shown in ours
            self.editor.load(self.record)
        self.stored.emit()
        return True

    def settle(self, left: list[Unsettled]) -> None:
        """Store what is being typed; what is refused stays, and is added to ``left``."""
        if self.record is None or not self.is_dirty() or self.commit() or self.refusal is None:
            return
        if self.refusal.code == "gone":
            self.drop()
        else:
            left.append(Unsettled(self.refusal, self.editor.focus_widget()))

    def drop(self) -> None:
        """The record is gone, and with it what was typed."""
        self.record = None
        self._clear()

    def make(self, wanted: tuple[str, str]) -> None:
        """Make a record of the type ``wanted[0]`` of the sentence ``wanted[1]``, linked with this one."""
        if self.record is not None and self.commit():
            key, text = wanted
            self.workspace.do(MakeFromNote(self.record.ref, self.spec.name, key, text))

    def revert(self) -> bool:
        """Escape: show again what is stored; False when nothing else was shown."""
        if self.record is None or not (self.is_dirty() or self.refusal is not None):
            return False
        self.editor.load(self.record)
        self._clear()
        return True

    def _explain(self, refusal: Rejected) -> None:
        self.refusal = refusal
        self._reason.setText(sentence(refusal))
        self._reason.show()
        self._tint("red_soft")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._reason.text()))

    def _clear(self) -> None:
        if self.refusal is not None:
            self.refusal = None
            self._reason.hide()
            self._tint("surface")

    def _tint(self, role: str) -> None:
        widget = self.editor.focus_widget()
        dressed = widget.palette()
        dressed.setColor(QPalette.ColorRole.Base, colour(role))
        widget.setPalette(dressed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            popup = event.reason() is Qt.FocusReason.PopupFocusReason or QApplication.activePopupWidget() is not None
            if not popup and self.is_dirty():
                self.commit()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.key() == Qt.Key.Key_Escape and not self._suggesting() and self.revert()
        return False

    def _suggesting(self) -> bool:
        line = self.widget.line if isinstance(self.widget, LinksEditor) else self.widget
        return isinstance(line, NameLine) and line.popup.isVisible()
