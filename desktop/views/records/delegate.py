"""Edits a cell in place: the editor follows from the declaration, and what cannot be taken stays open.

Type to replace, F2 to edit, Enter commits and moves down, Tab commits and moves right, Escape
restores. Leaving the field commits. A refusal keeps the editor open with its text and says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMetaObject,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from desktop.domain.record import Kind, Spec
from desktop.domain.rejection import Rejected
from desktop.models.workspace import Unsettled, Workspace
from desktop.views.boxes import BoxDelegate
from desktop.views.labels import em
from desktop.views.records.choices import ChoiceEditor, FlagEditor, ScaleEditor
from desktop.views.records.editing import FieldEditor
from desktop.views.records.explanation import Explanation
from desktop.views.records.lines import ENTER, DateEditor, LineEditor, NoteEditor
from desktop.views.records.links import LinkEditor, LinksEditor
from desktop.views.theme import colour

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint


class FieldModel(Protocol):
    """What the delegate needs of a model: declared fields that can be stored."""

    workspace: Workspace

    def spec_at(self, index: Index) -> Spec | None: ...
    def holder_at(self, index: Index) -> Any: ...
    def store(self, index: Index, value: Any) -> Rejected | None: ...


def make_editor(workspace: Workspace, spec: Spec, parent: QWidget | None = None, *, cell: bool = False) -> QWidget:
    """The editor (a :class:`FieldEditor`) for a declared field, in a table cell or in a form."""
    match spec.kind:
        case Kind.LONG_TEXT | Kind.TEXTS:
            return NoteEditor(workspace, spec, parent, popup=cell)
        case Kind.CHOICE:
            return ChoiceEditor(workspace, spec, parent)
        case Kind.SCALE:
            return ChoiceEditor(workspace, spec, parent) if cell else ScaleEditor(workspace, spec, parent)
        case Kind.FLAG:
            return FlagEditor(workspace, spec, parent)
        case Kind.DATE | Kind.MOMENT:
            return DateEditor(workspace, spec, parent)
        case Kind.LINK:
            return LinkEditor(workspace, spec, parent)
        case Kind.LINKS:
            return LinksEditor(workspace, spec, parent)
        case _:
            return LineEditor(workspace, spec, parent)


class FieldDelegate(BoxDelegate):
    """Editors for a view over a :class:`FieldModel`; one delegate serves one view."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._explanation = Explanation(view)
        self._editor: QWidget | None = None
        self._index: QPersistentModelIndex | None = None
        self._refusal: Rejected | None = None
        self._settles: QMetaObject.Connection | None = None
        self._storing = False
        """Whether what was typed is just being stored: whoever hears of it must not have it stored once more."""

    @property
    def refused(self) -> bool:
        """Whether the open editor holds something that was refused."""
        return self._refusal is not None

    @property
    def editor(self) -> QWidget | None:
        """The editor that is open, or None."""
        return self._editor if self._editor is not None and isValid(self._editor) else None

    @property
    def explanation(self) -> str:
        """The sentence shown beside the open editor, or ""."""
        return "" if self._explanation.isHidden() else self._explanation.text()

    # -- what Qt asks ---------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        model = cast("FieldModel", index.model())
        spec = model.spec_at(index)
        if spec is None or spec.kind is Kind.ROWS:
            return None  # type: ignore[return-value]
        made = self.make(model, spec, index, parent)
        editor = cast("FieldEditor", made)
        editor.load(model.holder_at(index))
        made.setAutoFillBackground(True)
        if isinstance(made, LinksEditor):  # one name more may follow
            made.committed.connect(self._try)
            made.finished.connect(self._finish)
        else:
            editor.committed.connect(self._finish)
        if isinstance(made, NoteEditor):
            made.selectAll()
        if editor.focus_widget() is not made:
            editor.focus_widget().installEventFilter(self)
        self.take(made, model.workspace, index)
        return made

    def take(self, editor: QWidget, workspace: Workspace, index: Index) -> None:
        """From now on ``editor`` is the one that is open, until :meth:`release`."""
        self._let_go()
        self._editor, self._index = editor, QPersistentModelIndex(index)
        self._settles = workspace.settling.connect(self.settle)

    def _let_go(self) -> None:
        self._editor = self._index = self._refusal = None
        if self._settles is not None:
            QObject.disconnect(self._settles)
            self._settles = None

    def make(self, model: FieldModel, spec: Spec, index: Index, parent: QWidget) -> QWidget:
        """The editor for a cell, a :class:`FieldEditor`; for a table whose cells have a grammar of their own."""
        del index
        return make_editor(model.workspace, spec, parent, cell=True)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor was loaded when it was made; later changes must not wipe what is being typed."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        del model, index
        if editor is self._editor:
            self._try()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        del index
        box: QRect = option.rect
        wanted = editor.sizeHint()
        if isinstance(editor, NoteEditor | LinksEditor):
            width = max(box.width(), em(20))
            tall = editor.heightForWidth(width) if editor.hasHeightForWidth() else editor.minimumHeight()
            box = QRect(box.x(), box.y(), width, max(box.height(), tall))
        else:
            box = QRect(box.x(), box.y(), max(box.width(), em(5)), max(box.height(), wanted.height()))
        room = self._view.viewport().rect()
        box.moveLeft(max(0, min(box.x(), room.width() - box.width())))
        box.moveTop(max(0, min(box.y(), room.height() - box.height())))
        editor.setGeometry(box)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.release(editor)
        super().destroyEditor(editor, index)

    def release(self, editor: QWidget) -> None:
        """Have nothing more to do with ``editor``, which is being closed."""
        if editor is self._editor:
            self._let_go()
            self._explanation.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = self._editor
        if editor is None or not isValid(self._view):  # a view that is being destroyed loses the focus last
            return False
        if not (watched is editor or (isinstance(watched, QWidget) and editor.isAncestorOf(watched))):
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(editor, event)
        if event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._left(editor, event)
            return False
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Keys typed in a cell belong to it: Insert and Delete must not reach the page.
            typed = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if typed and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12:
                event.accept()
                return True
        return False

    # -- keys and focus -------------------------------------------------------------------------

    def _key(self, editor: QWidget, event: QKeyEvent) -> bool:
        key = event.key()
        if isinstance(editor, LinkEditor | LinksEditor) and self._suggesting(editor):
            return False
        if key == Qt.Key.Key_Escape:
            self._close(editor, Hint.RevertModelCache)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if self._try():
                self._close(editor, Hint.NoHint)
                self._step(0, 1 if key == Qt.Key.Key_Tab else -1)
            return True
        if key in ENTER and isinstance(editor, QLineEdit | LinksEditor):
            # A line leaves Enter to its parents, and the table would open the next cell with it.
            if isinstance(editor, LinksEditor):
                editor.enter()
            else:
                self._finish()
            return True
        return False

    def _suggesting(self, editor: LinkEditor | LinksEditor) -> bool:
        line = editor if isinstance(editor, LinkEditor) else editor.line
        return line.popup.isVisible()

    def _left(self, editor: QWidget, event: QFocusEvent) -> None:
        if event.reason() is Qt.FocusReason.PopupFocusReason or QApplication.activePopupWidget() is not None:
            return
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self._try()  # the person looks at another window and comes back to this cell
            return
        focus = QApplication.focusWidget()
        if focus is not None and (focus is editor or editor.isAncestorOf(focus)):
            return
        if self._try():
            self._close(editor, Hint.NoHint)

    def _finish(self) -> None:
        """Enter, or a choice was made."""
        editor = self._editor
        if editor is not None and self._try():
            self._close(editor, Hint.NoHint)
            self._step(1, 0)

    def settle(self, left: list[Unsettled]) -> None:
        """Something else is about to be done: the cell is left, unless what is typed there cannot be taken."""
        editor = self._editor
        if editor is None or self._storing:
            return
        if not isValid(editor):  # its row went, and Qt took the editor along
            self._let_go()
            return
        if not cast("FieldEditor", editor).is_dirty():
            return
        if self._try():
            if editor is self._editor:
                self._close(editor, Hint.NoHint)
        elif self._refusal is not None:
            left.append(Unsettled(self._refusal, editor))

    def give_up(self) -> None:
        """Close an editor that holds something that was refused; whoever calls has told it."""
        if self._editor is not None and self._refusal is not None and isValid(self._editor):
            self._close(self._editor, Hint.RevertModelCache)

    # -- committing -----------------------------------------------------------------------------

    def _try(self) -> bool:
        """Store what the editor holds; on refusal explain it and keep everything as it is."""
        return self._store(self._stored)

    def _stored(self, index: Index) -> Rejected | None:
        """Store what the editor holds; why it cannot be."""
        return cast("FieldModel", index.model()).store(index, cast("FieldEditor", self._editor).value())

    def _store(self, store: Callable[[Index], Rejected | None]) -> bool:
        """Have the open editor stored by ``store``; on refusal explain it and keep everything as it is."""
        editor, index = self._editor, self._index
        if editor is None or index is None or not index.isValid() or self._storing:
            return True
        refusal: Rejected | None
        self._storing = True
        try:
            refusal = store(index)
        except Rejected as unreadable:
            refusal = unreadable
        finally:
            self._storing = False
        if editor is self._editor:  # not closed by what followed from it
            self._refusal = refusal
            self._tint(editor)
        if refusal is None and editor is self._editor and index.isValid():
            # It may stay open: ``+5d`` taken once more would be five days more.
            cast("FieldEditor", editor).load(cast("FieldModel", index.model()).holder_at(index))
        return refusal is None

    def _tint(self, editor: QWidget) -> None:
        """Show whether what the editor holds was refused, and why."""
        if self._refusal is not None:
            dressed = editor.palette()
            dressed.setColor(QPalette.ColorRole.Base, colour("red_soft"))
            editor.setPalette(dressed)
            self._explanation.show_at(editor, self._refusal)
        elif not self._explanation.isHidden():
            self._explanation.hide()
            editor.setPalette(QPalette())

    def _close(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self._refusal = None
        self.closeEditor.emit(editor, hint)

    def _step(self, down: int, right: int) -> None:
        """Move the current cell; hidden columns are passed over."""
        move = QAbstractItemView.CursorAction
        action = {(1, 0): move.MoveDown, (-1, 0): move.MoveUp, (0, 1): move.MoveRight}.get((down, right), move.MoveLeft)
        step = getattr(self._view, "step", None)
        if step is not None:
            step(action)
