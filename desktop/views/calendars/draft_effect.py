"""What a draft of calendars would do to the plan, found out on a copy before it is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.i18n import ntr, tr, words
from desktop.models.calendar_draft import CalendarDraft
from desktop.models.moved_tasks import Moves, moved_columns
from desktop.models.tables import ResultTable
from desktop.models.workspace import Workspace
from desktop.views.control.table import ResultView
from desktop.views.holidays import finish_sentence
from desktop.views.labels import Text, breakable, em
from desktop.views.trials import Trials

CALM = 250
"""Milliseconds without a step after which the plan is tried."""


class DraftEffect(QWidget):
    """A sentence, and on demand the tasks that get other dates."""

    found = Signal()
    """The draft can be applied."""
    refused = Signal(object)
    """It cannot, for the reason that is carried."""

    def __init__(self, workspace: Workspace, draft: CalendarDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._moves: Moves | None = None
        self.trials = Trials(workspace)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self.sentence = Text(role="muted", wrap=True)
        self.moved = ResultView(ResultTable(moved_columns(workspace), parent=self), tr("Tasks that get other dates"))
        self._lay_out()
        self._calm.timeout.connect(self._try)
        self.trials.moved.connect(self._take_moves)
        self.trials.broken.connect(self._raise)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.7))
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        self.show_moved = QToolButton()
        self.show_moved.setCheckable(True)
        self.show_moved.setText(tr("Show the tasks"))
        self.show_moved.toggled.connect(self.moved.setVisible)
        row.addWidget(self.show_moved, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.moved.setMinimumHeight(em(4))
        self.moved.setMaximumHeight(em(11))
        self.moved.hide()
        self.show_moved.hide()
        self.sentence.hide()
        column.addWidget(self.moved)

    def _raise(self, error: Exception) -> None:
        raise error

    def follow(self) -> None:
        """The draft has changed: find out anew, once it stays as it is for a moment."""
        self._moves = None
        self._say(tr("Trying it on a copy of the plan …") if self._draft.is_changed else "")
        self._calm.start()

    def _say(self, sentence: str) -> None:
        """Where there is nothing to say, nothing takes the room."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    @property
    def is_trying(self) -> bool:
        """Whether it is still being found out what the changes do."""
        return self._calm.isActive() or (self._draft.is_changed and self._moves is None)

    def _try(self) -> None:
        if not self._draft.is_changed:
            self.trials.call_off()
            self._say("")
            self.show_moved.setChecked(False)
            self.show_moved.hide()
            self.moved.results.show_rows(())
            return
        self.trials.try_out(self._draft.command)

    def _take_moves(self, moves: Moves) -> None:
        self._moves = moves
        self.moved.results.show_rows(moves.tasks)
        self.show_moved.setVisible(bool(moves.tasks))
        if moves.refusal is not None:
            self._say("")
            self.refused.emit(moves.refusal)
            return
        count = len(moves.tasks)
        parts = [ntr("{n} task gets other dates.", "{n} tasks get other dates.", count) if count
                 else tr("No task gets other dates.")]  # fmt: skip
        parts.append(finish_sentence(moves.effect))
        self._say(breakable(("" if words().is_chinese else " ").join(parts)))
        self.found.emit()

    def retire(self) -> None:
        """Nothing more is tried."""
        self.trials.retire()
