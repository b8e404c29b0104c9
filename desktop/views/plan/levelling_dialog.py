"""Levelling as a conversation: search, look at every move, choose, accept in one step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from desktop.domain.commands.plan import AcceptMoves
from desktop.domain.levelling import Levelling, Outcome
from desktop.domain.levelling.wording import say_levelling, say_outcome, say_why
from desktop.i18n import tr, words
from desktop.models.moves import TASK, MovesModel
from desktop.models.workspace import Workspace
from desktop.views.dialog import Dialog
from desktop.views.labels import Text, breakable, em
from desktop.views.plan.leveller import Leveller
from desktop.views.plan.levelling_tables import MoveTable, RemainingTable

SECONDS, MOST_SECONDS = 3, 600
TICK = 100
"""Milliseconds between two steps of the progress bar."""


class LevellingDialog(Dialog):
    """``previewed`` carries the :class:`Outcome` to be shown in the chart, None for the plan as it is."""

    previewed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Level resources"), parent, 72, 36)
        self._workspace = workspace
        self._found: Levelling | None = None
        self._remaining = 0
        self.leveller = Leveller()
        self.model = MovesModel()
        self._clock = QElapsedTimer()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK)
        self._ticker.timeout.connect(self._tick)
        self._make_choices()
        self._make_results()
        self._make_buttons()
        self._connect()
        self.search()

    # -- building -------------------------------------------------------------------------------

    def _make_choices(self) -> None:
        self.mode = QComboBox()
        for within, title in ((True, tr("Within float")), (False, tr("Extend the project"))):
            self.mode.addItem(title, within)
        self.mode.setAccessibleName(tr("How to level"))
        self.seconds = QSpinBox()
        self.seconds.setRange(1, MOST_SECONDS)
        self.seconds.setValue(SECONDS)
        self.seconds.setAccessibleName(tr("Seconds of search"))
        label = Text(tr("Seconds of search"))
        label.setBuddy(self.seconds)
        self.go = QPushButton(tr("Find moves"))
        self.stop = QPushButton(tr("Stop", "search"))
        self.stop.setToolTip(tr("End the search and show the best that was found"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(em(0.6))
        self.progress.setAccessibleName(tr("Search"))
        row = QHBoxLayout()
        for widget in (self.mode, label, self.seconds, self.go, self.progress, self.stop):
            row.addWidget(widget)
        for widget in (self.progress, self.stop):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        row.setStretchFactor(self.progress, 1)
        self.column.addLayout(row)

    def _make_results(self) -> None:
        self.summary = Text("", wrap=True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.summary)
        self.table = MoveTable(self.model)
        self.why = Text("", role="muted", wrap=True)
        self.left = RemainingTable()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.table, tr("Moves"))
        self.tabs.addTab(self.left, tr("What remains"))
        self.column.addWidget(self.tabs, 1)
        self.column.addWidget(self.why)
        self.column.addStretch(0)

    def _make_buttons(self) -> None:
        self.count = Text("")
        self.all = QPushButton(tr("Choose all"))
        self.none = QPushButton(tr("Choose none"))
        box = self.add_buttons(QDialogButtonBox.StandardButton.Close)
        self.accept_button = box.addButton(tr("Accept chosen moves"), QDialogButtonBox.ButtonRole.AcceptRole)
        row = QHBoxLayout()
        for widget in (self.all, self.none, self.count):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.removeWidget(box)
        row.addWidget(box)
        self.column.addLayout(row)

    def _connect(self) -> None:
        self.destroyed.connect(self.leveller.retire)  # closed with its window, it is never done
        self.go.clicked.connect(self.search)
        self.stop.clicked.connect(self.leveller.stop)
        self.leveller.found.connect(self._show)
        self.leveller.tried.connect(self._show_outcome)
        self.leveller.measured.connect(self._show_effects)
        self.leveller.broken.connect(self._broken)
        self.model.chosen_changed.connect(self._try)
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self.left.currentItemChanged.connect(self._explain)
        self.tabs.currentChanged.connect(self._explain)
        self.all.clicked.connect(self._choose_all)
        self.none.clicked.connect(self._choose_none)

    # -- searching ------------------------------------------------------------------------------

    def search(self) -> None:
        """Look for moves, in place of a search that is under way."""
        self._found = None
        self.previewed.emit(None)
        self._fill(self._purpose())
        self.progress.setRange(0, self.seconds.value() * 1000)
        self.progress.setValue(0)
        self._clock.start()
        self._ticker.start()
        self._show_state()
        self.leveller.search(
            self._workspace.project.snapshot(), within_float=bool(self.mode.currentData()), seconds=self.seconds.value()
        )

    def _purpose(self) -> str:
        """What the search looks for."""
        if self.mode.currentData():
            told = tr("Looking for tasks that can wait for a free resource while the project ends no later …")
        else:
            told = tr("Looking for the earliest finish at which nobody is needed twice at once …")
        told = tr("{told} Nothing is changed until moves are accepted.", told=told)
        if self._workspace.project.profile.date_source == "stored":
            note = tr("This plan shows dates stored by another program. Levelling goes by calculated ones.")
            told = tr("{told} {note}", told=told, note=note)
        return told

    def _tick(self) -> None:
        """Show how much of the time has passed; a large plan takes longer than that for its first answer."""
        if self._clock.elapsed() < self.progress.maximum():
            self.progress.setValue(self._clock.elapsed())
        else:
            self.progress.setRange(0, 0)

    def _show(self, found: Levelling) -> None:
        self._ticker.stop()
        self._found = found
        self.model.show(found)
        self._show_outcome(found.after)
        if found.moves:
            self.table.setCurrentIndex(self.model.index(0, TASK))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tabs.setCurrentIndex(0 if found.moves or not found.left else 1)

    def _broken(self, error: Exception) -> None:
        self._ticker.stop()
        self._fill("")
        self._show_state()
        raise error

    # -- choosing -------------------------------------------------------------------------------

    def _choose_all(self) -> None:
        self.model.choose(range(self.model.rowCount()), True)

    def _choose_none(self) -> None:
        self.model.choose(range(self.model.rowCount()), False)

    def _try(self) -> None:
        """Find out what the chosen moves come to."""
        if self._found is not None:
            self.leveller.try_out(self._found, self.model.chosen)
        self._show_state()

    def _show_outcome(self, after: Outcome) -> None:
        found = self._found
        if found is None:
            return
        self.model.show_outcome(after)
        told = say_levelling(found, words())
        if found.moves:
            told = tr("{told} {outcome}", told=told, outcome=say_outcome(found.before, after, words()))
        self._fill(told, after)
        self._show_state()
        self.previewed.emit(after if found.moves else None)

    def _show_effects(self, effects: Mapping[str, dt.datetime]) -> None:
        if self._found is not None:
            self.model.show_effects(effects)

    def _explain(self) -> None:
        """Say in full what the current row is about."""
        row, moves, told = self.table.currentIndex().row(), self.model.moves, ""
        if self.tabs.currentWidget() is self.left:
            told = self.left.told()
        elif self._found is not None and 0 <= row < len(moves):
            told = say_why(moves[row], self._found.before.project, words())
        self.why.setText(breakable(told))

    def _fill(self, told: str, after: Outcome | None = None) -> None:
        """Say ``told``, and list what remains."""
        self.summary.setText(told)
        self._remaining = len(after.overloads) if after else 0
        self.left.show_overloads(after)
        if after is None:
            self.model.show(None)
            self.why.setText("")

    def _show_state(self) -> None:
        """Enable what can be done now."""
        searching, chosen, count = self._ticker.isActive(), len(self.model.chosen), len(self.model.moves)
        for widget in (self.progress, self.stop):
            widget.setVisible(searching)
        self.accept_button.setEnabled(chosen > 0)
        for button in (self.all, self.none):
            button.setEnabled(count > 0)
        self.go.setDefault(not chosen)
        self.accept_button.setDefault(chosen > 0)
        self.count.setText(tr("{n} of {count} moves are chosen.", n=chosen, count=count) if count else "")
        self.tabs.setTabText(0, tr("Moves ({n})", n=count))
        self.tabs.setTabText(1, tr("What remains ({n})", n=self._remaining))
        self.tabs.setVisible(count > 0 or self._remaining > 0)

    # -- leaving --------------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept what is chosen: one step that can be undone."""
        if self.model.chosen and self._workspace.do(AcceptMoves(self.model.chosen)):
            super().accept()

    def done(self, result: int) -> None:
        self._ticker.stop()
        self.leveller.retire()
        self.previewed.emit(None)
        super().done(result)
