"""The reports page: choices and what goes out on the left, the very pages on the right."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.changes import UNDO, ChangeSet
from desktop.domain.commands.reporting import IssueReport
from desktop.domain.display import date_text
from desktop.domain.record import CLIENT
from desktop.domain.rejection import Rejected, explain
from desktop.domain.reporting import StatusReport
from desktop.i18n import N_, tr, words
from desktop.models.workspace import Workspace
from desktop.reports.kinds import KINDS
from desktop.views.icons import icon
from desktop.views.labels import Text, em
from desktop.views.menus import name_with_key
from desktop.views.page import Page
from desktop.views.reports.choices import Choices
from desktop.views.reports.issued import Issued
from desktop.views.reports.left_side import LeftSide
from desktop.views.reports.outgoing import Outgoing
from desktop.views.reports.pager import Written
from desktop.views.reports.paper_bar import PaperBar
from desktop.views.reports.paper_view import PaperView, usual_language
from desktop.views.reports.press import Order, Press, Printed
from desktop.views.reports.ratings import Ratings
from desktop.views.reports.to_printer import ToPrinter
from desktop.views.save_dialog import ask_where, documents, file_name
from desktop.views.waiting import Waiting

PAUSE = 250
"""Milliseconds without another change before a report is printed."""


class ReportsPage(Page):
    """What is exported is exactly what is seen: the bytes that the preview was drawn from."""

    key = "reports"
    title = N_("Reports")
    icon = "reports"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._issued = Issued(workspace)
        self._folder = str(documents())
        self._stale = True
        self._printed: Printed | None = None
        self._target: Path | None = None
        self.press = Press()
        self.destroyed.connect(self.press.retire)
        self.choices = Choices(usual_language(workspace.project), lambda: workspace.project)
        self.ratings = Ratings(workspace)
        self.outgoing = Outgoing()
        self.paper = PaperView(self.press)
        self.preview = self.paper.preview
        self.waiting = Waiting(tr("The report is being printed"), wordless=True)
        self.waiting.stopped.connect(self.call_off)
        self.printer = ToPrinter(self)
        self._at_printer: Printed | None = None
        self._goes_on: Callable[[], None] = self.ask_where
        """What was asked for while something had to be said to the client first."""
        self._delay = QTimer(self, singleShot=True, interval=PAUSE)
        self._delay.timeout.connect(self.print_now)
        self._make_actions()
        self._lay_out()
        self.choices.changed.connect(self._wish_changed)
        self.outgoing.opened.connect(self.navigate)
        self.preview.page_changed.connect(self._allow_turning)
        self.press.printed.connect(self._take)
        self.press.failed.connect(self._refused)
        self.press.broken.connect(self._broken)
        self.press.written.connect(self._written)
        self.printer.done.connect(self._printed_out)
        workspace.changed.connect(self._forget)

    # -- building -------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        view = self.preview
        self.export_action = self._action(tr("Export as PDF…"), self.ask_where, ("Ctrl+E",), "export")
        self.refresh_action = self._action(tr("Print anew"), self.print_now, ("F9",), "refresh")
        self.next_action = self._action(tr("Next page"), view.next_page, ("Ctrl+PgDown",), "down")
        self.previous_action = self._action(tr("Previous page"), view.previous_page, ("Ctrl+PgUp",), "up")
        self.zoom_in_action = self._action(tr("Zoom in"), view.zoom_in, ("Ctrl+Shift+.",), "zoom-in")
        self.zoom_out_action = self._action(tr("Zoom out"), view.zoom_out, ("Ctrl+Shift+,",), "zoom-out")
        self.fit_width_action = self._action(tr("Fit the width"), view.fit_width, ("Ctrl+0",), "zoom-fit")
        self.fit_page_action = self._action(tr("Whole page"), view.fit_page, ("Ctrl+Alt+0",), "file")
        self.print_action = self._action(tr("Print…"), self.ask_printer, ("Ctrl+P",), "print")
        self.folder_action = self._action(tr("Open the folder"), self.open_folder, (), "folder")
        self.export_action.setEnabled(False)
        self.print_action.setEnabled(False)
        self.folder_action.setEnabled(False)

    def _action(self, text: str, slot: Callable[[], object], keys: Sequence[str], picture: str) -> QAction:
        made = QAction(icon(picture), text, self)
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setToolTip(name_with_key(made))
        made.triggered.connect(slot)
        self.addAction(made)
        return made

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        actions = (
            self.export_action, self.print_action, self.folder_action, self.refresh_action, None,
            self.next_action, self.previous_action,
            None, self.zoom_in_action, self.zoom_out_action, self.fit_width_action, self.fit_page_action,
        )  # fmt: skip
        return ((tr("&Report"), actions),)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = LeftSide(self.choices, self.ratings, self.outgoing, self.export_action)
        row.addWidget(self._left)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        zooming = (self.zoom_out_action, self.zoom_in_action, self.fit_width_action, self.fit_page_action)
        turning = (self.previous_action, self.next_action)
        bar = PaperBar(turning, self.paper.number, zooming, self.waiting, self.folder_action)
        self._done, self._folder_button = bar.done, bar.folder_button
        right.addWidget(bar)
        self._notice = Text("", role="green", wrap=True)
        self._notice.setContentsMargins(em(0.7), 0, em(0.7), em(0.5))
        self._notice.hide()
        right.addWidget(self._notice)
        right.addWidget(self.paper, 1)
        row.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.fit(self.width())

    # -- printing -------------------------------------------------------------------------------

    def _forget(self, changes: object) -> None:
        assert isinstance(changes, ChangeSet)
        if self._issued.is_recording:
            return  # what is seen is what was recorded
        if changes.kind == UNDO and changes.of(StatusReport.info.key):
            self._notice.hide()
        self._stale = True
        if self.isVisible():
            self._delay.start()

    def _wish_changed(self) -> None:
        self._stale = True
        self._show_outgoing()
        self._delay.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show_outgoing()
            self._delay.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._stale or self.waiting.is_on:
            self._stale = True  # what is not looked at need not be printed
            self._delay.stop()
            self.press.call_off_printing()
            self.waiting.end()

    def print_now(self) -> None:
        """Print what is chosen, off the interface thread."""
        self._delay.stop()
        self._stale = False
        workspace, choices = self.workspace, self.choices
        self.waiting.begin()
        self.press.print(
            Order(
                workspace.project.snapshot(), workspace.schedule, choices.kind, choices.language, choices.audience,
                workspace.session.now().date(), choices.wishes, choices.keys,
            )
        )  # fmt: skip

    def call_off(self) -> None:
        """Stop printing; what was shown stays."""
        self.press.call_off_printing()
        self._stale = True
        self.waiting.end()
        if self._printed is None:
            self.paper.say(tr("The report was not printed. Press F9 to print it."))

    def _take(self, printed: object) -> None:
        assert isinstance(printed, Printed)
        self.waiting.end()
        self._printed = printed
        self.paper.show_pages(printed)
        self._allow_export(True)
        self._allow_turning()
        self.ratings.setVisible(bool(printed.ratings))
        if printed.ratings:
            order = printed.order
            self.ratings.show_ratings(printed.ratings, order.project.profile.status_date or order.today)
        if self.ratings.asking and printed.issue is None:
            self.ratings.stop()
        elif self.ratings.asking and self.ratings.editor is None:
            self._goes_on()  # where all has been said

    def _refused(self, refusal: object) -> None:
        assert isinstance(refusal, Rejected)
        self.waiting.end()
        self._target = None
        if refusal.code == "report_hidden_project":
            self._printed = None
            self.preview.show_printed(None)
            self._allow_export(False)
            self.paper.say(explain(refusal, words()))
        else:
            self.workspace.rejected.emit(refusal)

    def _broken(self, error: object) -> None:
        self.waiting.end()
        self.paper.say(tr("The report could not be printed."))
        assert isinstance(error, Exception)
        raise error  # to the program's own report of problems

    def _allow_export(self, allowed: bool) -> None:
        self.export_action.setEnabled(allowed)
        self.print_action.setEnabled(allowed)
        self._left.export_button.setEnabled(allowed)

    def _allow_turning(self) -> None:
        self.next_action.setEnabled(self.preview.page < self.preview.count)
        self.previous_action.setEnabled(self.preview.page > 1)

    def _show_outgoing(self) -> None:
        self._left.show_outgoing(self.workspace.project, self._issued.shown_before)

    # -- exporting ------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Choose a file for what is shown; a client is first told how what is not green becomes green."""
        self._goes_on = self.ask_where
        if self._printed is None or self._asks_first():
            return
        kinds = {tr("PDF documents (*.pdf)"): "pdf"}
        ask_where(self, tr("Export as PDF"), Path(self._folder) / self.file_name(), kinds, self._export_to)

    def _asks_first(self) -> bool:
        """No report goes to a client while an amber or red rating has no reason and path to green."""
        printed = self._printed
        if printed is None or printed.issue is None:
            self.ratings.asking = False
            return False
        return self.ratings.ask()

    def file_name(self) -> str:
        """A name for what is shown: project, report, day, language."""
        assert self._printed is not None
        order = self._printed.order
        profile = order.project.profile
        name = profile.short_name or profile.project_code or profile.name
        day = date_text(profile.status_date or order.today)
        whole = " ".join((name[:60], tr(KINDS[order.kind].title), day, order.language))
        return file_name(whole, "pdf")

    def _export_to(self, name: str) -> None:
        self.export(Path(name))

    def export(self, target: Path) -> None:
        """Write exactly what is shown to ``target``."""
        if self._printed is not None and not self._asks_first():
            self._done.hide()
            self._notice.hide()
            self._folder_button.hide()
            self._folder = str(target.parent)
            self.press.write(self._printed, target)

    def ask_printer(self) -> None:
        """Choose a printer for what is shown; a client is told first what an export would have to tell them."""
        self._goes_on = self.ask_printer
        if self._printed is not None and not self._asks_first():
            self._at_printer = self._printed
            self.printer.ask(self._printed)

    def _printed_out(self, sentence: object, whole: object) -> None:
        self._done.setText(str(sentence))
        self._done.show()
        printed = self._at_printer
        if whole and printed is not None:
            self._gone(printed, printed.issue)

    def _written(self, written: object) -> None:
        assert isinstance(written, Written)
        self._target = target = written.target
        self._done.setText(tr("Saved: {name}", name=_short(target.name)))
        self._done.show()
        self.folder_action.setEnabled(True)
        self._folder_button.show()
        issue = written.printed.issue
        self._gone(written.printed, replace(issue, file_name=target.name) if issue is not None else None)

    def _gone(self, printed: Printed, issue: IssueReport | None) -> None:
        """Somebody has it: on paper, or as a file."""
        said = self._issued.record(issue) if issue is not None else ""
        if said:
            self._notice.setText(said)
            self._notice.show()
        if printed.order.audience == CLIENT:
            self._issued.remember(printed.order)
            self._show_outgoing()

    def open_folder(self) -> None:
        """Show the folder of the last export in the file manager."""
        if self._target is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))

    # -- memory ---------------------------------------------------------------------------------

    def apply_filter(self, name: str) -> None:
        """Choose the report of this name."""
        self.choices.choose(kind=name)

    def save_state(self) -> dict[str, object]:
        return {
            "choices": self.choices.state(),
            "folder": self._folder,
            "shown": self._issued.state(),
            "fit": self.preview.fit,
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        choices, folder, shown = state.get("choices"), state.get("folder"), state.get("shown")
        if isinstance(choices, dict):
            self.choices.restore(choices)
        if isinstance(folder, str) and os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir() raises where a drive fails
            self._folder = folder
        if isinstance(shown, list):
            self._issued.restore(shown)
        if state.get("fit") == "page":
            self.preview.fit_page()
        self._stale = True


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:26]}…{name[-13:]}"
