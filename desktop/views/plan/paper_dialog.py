"""The plan on paper: choices on the left, the very pages of the PDF on the right, from there to a file or a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.rejection import Rejected, explain
from desktop.i18n import ntr, tr, words
from desktop.reports.planpages import PaperWishes
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import SMALL, Text, em
from desktop.views.menus import name_with_key
from desktop.views.plan.paper_choices import ALL_ROWS, CHOSEN, IN_SIGHT, PaperChoices
from desktop.views.plan.paper_press import PaperOrder, PlanPress, PrintedPlan, plan_file_name, plan_order
from desktop.views.reports.pager import Written
from desktop.views.reports.paper_view import PaperView, usual_language
from desktop.views.reports.to_printer import ToPrinter
from desktop.views.save_dialog import ask_where, documents
from desktop.views.scrolled import scrolled
from desktop.views.waiting import Waiting

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

PAUSE = 300
"""Milliseconds without another choice before the pages are made."""
LEFT = 17.0
"""Width of the choices in heights of a line."""


class PaperDialog(Dialog):
    """What is saved and printed is exactly what is seen: the bytes that the preview was drawn from."""

    def __init__(self, page: PlanPage) -> None:
        super().__init__(tr("Print the plan"), page.window(), 74, 48)
        self._page, self._printed = page, None
        self.press = PlanPress()
        self.destroyed.connect(self.press.retire)
        workspace = page.workspace
        keys = [key for key, _ in page.grid.shown_columns()]
        today = workspace.session.now().date()
        self.choices = PaperChoices(keys, usual_language(workspace.project), today, workspace.readers)
        self.choices.restore(page.paper_actions.state)
        self.paper = PaperView(self.press)
        self.waiting = Waiting(tr("The plan is being printed"), wordless=True)
        self.waiting.stopped.connect(self.call_off)
        self.printer = ToPrinter(self)
        self._delay = QTimer(self, singleShot=True, interval=PAUSE)
        self._delay.timeout.connect(self.print_now)
        self._lay_out()
        self.choices.changed.connect(self._wish_changed)
        self.press.printed.connect(self._take)
        self.press.failed.connect(self._refused)
        self.press.broken.connect(self._broken)
        self.press.written.connect(self._written)
        self.press.told.connect(self._tell_progress)
        self.printer.done.connect(self._say)
        self.print_now()

    _printed: PrintedPlan | None

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, em(0.6), 0)
        column.addWidget(self.choices)
        column.addStretch()
        area = scrolled(inside, sideways=False)
        area.setFixedWidth(min(em(LEFT), round(self.width() * 0.4)))
        right = QVBoxLayout()
        right.setSpacing(em(0.25))
        right.addLayout(self._bar())
        right.addWidget(self.paper, 1)
        row = QHBoxLayout()
        row.addWidget(area)
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)
        self._note = Text("", scale=SMALL, role="muted", wrap=True)
        self.column.addWidget(self._note)
        foot = QHBoxLayout()
        self.print_button = QPushButton(tr("Print…"))
        self.save_button = QPushButton(tr("Save as PDF…"))
        self.close_button = QPushButton(tr("Close"))
        self.save_button.setDefault(True)
        self.print_button.clicked.connect(self.ask_printer)
        self.save_button.clicked.connect(self.ask_where)
        self.close_button.clicked.connect(self.reject)
        foot.addStretch(1)
        for button in (self.save_button, self.print_button, self.close_button):
            foot.addWidget(button)
        self.column.addLayout(foot)
        self._allow(False)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        view = self.paper.preview
        for text, slot, keys, picture in (
            (tr("Previous page"), view.previous_page, "Ctrl+PgUp", "up"),
            (tr("Next page"), view.next_page, "Ctrl+PgDown", "down"),
            (tr("Zoom out"), view.zoom_out, "Ctrl+Shift+,", "zoom-out"),
            (tr("Zoom in"), view.zoom_in, "Ctrl+Shift+.", "zoom-in"),
            (tr("Fit the width"), view.fit_width, "Ctrl+0", "zoom-fit"),
            (tr("Whole page"), view.fit_page, "Ctrl+Alt+0", "file"),
        ):
            action = QAction(icon(picture), text, self)
            action.setShortcut(QKeySequence(keys))
            action.setToolTip(name_with_key(action))
            action.triggered.connect(slot)
            button = QToolButton(autoRaise=True)
            button.setDefaultAction(action)
            button.setIconSize(QSize(em(1), em(1)))
            button.setAccessibleName(text)
            row.addWidget(button)
            if picture == "down":
                row.addWidget(self.paper.number)
        row.addStretch(1)
        row.addWidget(self.waiting)
        return row

    # -- pages ----------------------------------------------------------------------------------

    def order(self) -> PaperOrder:
        """What is chosen now, of the plan as it stands now."""
        page, choices = self._page, self.choices
        span = choices.span.currentData()
        first, last = choices.days() if span == CHOSEN else (None, None)
        scale = page.chart.scale
        if span == IN_SIGHT:
            first = scale.start.date()
            last = scale.moment(page.chart.viewport().width()).date()
        wishes = PaperWishes(
            paper=str(choices.paper.currentData()), lying=bool(choices.lying.at), fit=str(choices.fit.currentData()),
            across=choices.across.value(), percent=choices.percent.value(), first=first, last=last,
            heads=choices.heads.isChecked(), legend=choices.legend.isChecked(),
        )  # fmt: skip
        rows = None if choices.rows.currentData() == ALL_ROWS else tuple(page.model.ids)
        return PaperOrder(plan_order(page, rows, choices.keys, choices.language, choices.audience), wishes)

    def print_now(self) -> None:
        """Make the pages, off the interface thread."""
        self._delay.stop()
        self.waiting.begin()
        self.press.print(self.order())

    def _wish_changed(self) -> None:
        self._page.paper_actions.state = self.choices.state()
        self._delay.start()

    def call_off(self) -> None:
        """Stop; what was shown stays."""
        self.press.call_off_printing()
        self.waiting.end()
        if self._printed is None:
            self.paper.say(tr("The plan was not printed. Choose anything on the left to print it."))

    def _tell_progress(self, done: object, count: object) -> None:
        assert isinstance(done, int) and isinstance(count, int)
        self.waiting.tell(done / max(1, count))

    def _take(self, printed: object) -> None:
        assert isinstance(printed, PrintedPlan)
        self.waiting.end()
        self._printed = printed
        self.paper.show_pages(printed)
        self.paper.preview.fit_page()
        self._allow(True)
        count = len(printed.sizes)
        said = [ntr("{n} page", "{n} pages", count), tr("drawn at {n} %", n=printed.percent)]
        if printed.left_out:
            names = tr(", ", "list").join(" ".join(title.split("\n")) for title in printed.left_out)
            said.append(tr("no room for: {names}", names=names))
        self._note.setText(tr(" · ", "list").join(said))

    def _refused(self, refusal: object) -> None:
        assert isinstance(refusal, Rejected)
        self.waiting.end()
        if refusal.code == "report_hidden_project":
            self._printed = None
            self._allow(False)
            self.paper.say(explain(refusal, words()))
        else:
            self._say(explain(refusal, words()))

    def _broken(self, error: object) -> None:
        self.waiting.end()
        self.paper.say(tr("The plan could not be printed."))
        assert isinstance(error, Exception)
        raise error  # to the program's own report of problems

    def _say(self, sentence: object) -> None:
        self._note.setText(str(sentence))

    def _allow(self, allowed: bool) -> None:
        self.save_button.setEnabled(allowed)
        self.print_button.setEnabled(allowed)

    # -- to a file, to a printer ----------------------------------------------------------------

    def ask_where(self) -> None:
        """Choose a file for the pages that are seen."""
        if self._printed is None:
            return
        name = plan_file_name(self._page, self._printed.order.plan, "pdf")
        kinds = {tr("PDF documents (*.pdf)"): "pdf"}
        ask_where(self, tr("Save as PDF"), documents() / name, kinds, self._save_to)

    def _save_to(self, name: str) -> None:
        self.save(Path(name))

    def save(self, target: Path) -> None:
        """Write exactly what is seen."""
        if self._printed is not None:
            self.press.write(self._printed, target)

    def _written(self, written: object) -> None:
        assert isinstance(written, Written)
        said = tr("Saved: {name}", name=written.target.name)
        self._say(said)
        self._page.said.emit(said)

    def ask_printer(self) -> None:
        """Choose a printer for the pages that are seen."""
        if self._printed is not None:
            self.printer.ask(self._printed)
