"""Who changed what of a task, when, from what to what: as far as the file remembers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QListWidget, QWidget

from desktop.domain.changes import ChangeSet
from desktop.i18n import N_, tr, words
from desktop.models.chosen import Chosen
from desktop.models.task_history import Deed, deed
from desktop.models.workspace import Past
from desktop.views.background import Background, Wish
from desktop.views.labels import Text, em
from desktop.views.plan.details.tab import DetailTab
from desktop.views.problem import log

MOST = 500
"""Steps that are listed; nobody reads further."""


class HistorySearch(Background):
    """``found`` carries change sets that concern a record, the newest first; ``ended`` comes last."""

    found = Signal(object)
    ended = Signal()

    def start(self, past: Past, about: str) -> None:
        """Look through the file."""

        def work(wish: Wish) -> None:
            before: int | None = None
            while not wish.is_off():
                try:
                    entries, before = past(about, before)
                except Exception as error:  # a file that was closed meanwhile has nothing more to tell
                    log.warning("the history could not be read: %s", type(error).__name__)
                    break
                wish.say("found", [entry.changes for entry in entries])
                if before is None:
                    break
            wish.say("ended")

        self._begin("history", work)


class HistoryTab(DetailTab):
    """The newest steps first; read away from the interface while somebody looks."""

    key: ClassVar[str] = "history"
    title: ClassVar[str] = N_("History")
    icon: ClassVar[str] = "history"
    shared: ClassVar[bool] = False
    several: ClassVar[bool] = False

    def make(self) -> None:
        self.note = Text(role="muted", wrap=True)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setSpacing(em(0.1))
        self.list.setAlternatingRowColors(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy())
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(tr("What was done to the task"))
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.note)
        self.column.addStretch(0)
        self.deeds: list[Deed] = []
        self._of = ""
        self._fresh = False
        self.search = HistorySearch()
        self.search.found.connect(self._take)
        self.search.ended.connect(self._end)
        self.search.broken.connect(self._broken)
        self.destroyed.connect(self.search.retire)

    def fill(self, chosen: Chosen) -> None:
        self.search.call_off()
        task = chosen.single
        if task is None or task.id != self._of:
            self._clear()
        if task is None:
            return
        self._of, self._fresh = task.id, True
        self.note.setText(tr("Looking through the history …"))
        self.note.show()
        if self.workspace.past is not None:
            self.search.start(self.workspace.past, task.id)
        else:
            self._take(list(reversed(self.workspace.session.undo_steps)))
            self._end()

    def leave(self) -> None:
        super().leave()
        if self._made:
            self.search.call_off()

    def first_widget(self) -> QWidget:
        return self.list if self.deeds else self.body

    def _clear(self) -> None:
        self.list.clear()
        self.list.hide()
        self.deeds = []

    def _take(self, found: Sequence[ChangeSet]) -> None:
        if self._fresh:  # what was shown before stays until there is something newer
            self._fresh = False
            self._clear()
        for changes in found:
            told = deed(self.workspace.project, self._of, changes, words())
            if told is not None and len(self.deeds) < MOST:
                self.deeds.append(told)
                self.list.addItem(as_text(told))
                self.list.show()
        if len(self.deeds) >= MOST:
            self.search.call_off()
            self._end()

    def _end(self) -> None:
        if len(self.deeds) >= MOST:
            self.note.setText(tr("The last {n} steps are listed.", n=MOST))
        else:
            self.note.setText("" if self.deeds else tr("Nothing was changed since the task came into this file."))
        self.note.setVisible(bool(self.note.text()))
        self.list.setVisible(bool(self.deeds))

    def _broken(self, error: Exception) -> None:
        self._end()
        raise error


def as_text(told: Deed) -> str:
    """One step as it is listed."""
    when = f"{told.at:%Y-%m-%d %H:%M}"
    head = " · ".join(part for part in (when, told.author, told.step) if part)
    return "\n".join([head, *(f"    {line}" for line in told.details)])
