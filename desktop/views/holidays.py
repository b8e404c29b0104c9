"""Holidays of a calendar: what a list would change, before anything is changed; and the list written out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QWidget,
)

from desktop.domain.commands.plan import ApplyHolidays
from desktop.domain.display import date_text
from desktop.domain.plan import EXCEPTION_SOURCE, Calendar
from desktop.domain.rejection import Rejected, explain
from desktop.domain.scheduling.effect import Effect
from desktop.domain.scheduling.holidays import (
    CHINA_PACK,
    HolidayList,
    china_list,
    china_version,
    newer_list,
    usual_bands,
)
from desktop.i18n import ntr, tr, words
from desktop.models.holidays import HolidayDays, HolidayTrial
from desktop.views.boxes import CheckBox
from desktop.views.dialog import Dialog
from desktop.views.flow import Flow
from desktop.views.labels import Text, breakable, em
from desktop.views.program import Document
from desktop.views.save_dialog import ask_where
from desktop.views.trials import Trials

OWN = ""
"""Data of the entry that stands for the program's own list; that of a file is its path."""
WIDTHS = (6, 6, 10.5, 17, 6)


class HolidayDialog(Dialog):
    """Choose a calendar, a list and its years; see the days that differ and what they do to the plan; apply or not."""

    def __init__(
        self,
        document: Document,
        read: Callable[[Path, str], HolidayList],
        folder: Path,
        parent: QWidget | None = None,
        *,
        calendar: str = "",
    ) -> None:
        """``read`` reads a file, given the hours of an ordinary day; ``calendar`` is the one to begin with."""
        super().__init__(tr("Holidays and make-up working days"), parent, 64, 36)
        self._document, self._workspace = document, document.workspace
        self._read, self._folder = read, folder
        self._list = HolidayList(())
        self._trial: HolidayTrial | None = None
        self.is_trying = False
        """Whether it is still being found out what the list would do."""
        self._trials = Trials(self._workspace)
        self._trials.holidays.connect(self._take)
        self._trials.broken.connect(self._raise)
        self._boxes: dict[int, CheckBox] = {}
        self.calendar = QComboBox()
        self.source = QComboBox()
        self._years = Flow(spacing=em(0.5))
        self._years.add(Text(tr("Years"), parent=self))
        self.column.addLayout(self._make_form(calendar))
        self.column.addWidget(self._years)
        self.days = HolidayDays(self)
        self.table = self._make_table()
        self.column.addWidget(self.table, 1)
        self.told = Text(wrap=True)
        self.column.addWidget(self.told)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Apply, QDialogButtonBox.StandardButton.Cancel)
        self.apply_button = buttons.button(QDialogButtonBox.StandardButton.Apply)
        self.apply_button.clicked.connect(self._apply)
        self.export_button = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.export_button.setToolTip(tr("Write the exceptions of this calendar as a list of days"))
        self.export_button.clicked.connect(self._ask_where)
        self.calendar.currentIndexChanged.connect(self._load)
        self.source.currentIndexChanged.connect(self._load)
        self._load()

    def _raise(self, error: Exception) -> None:
        self.is_trying = False
        raise error

    # -- building ---------------------------------------------------------------------------------

    def _make_form(self, chosen: str) -> QFormLayout:
        project = self._workspace.project
        for identity, record in project.table(Calendar).items():
            self.calendar.addItem(" ".join(record.name.split())[:120], identity)
        self.calendar.setCurrentIndex(max(0, self.calendar.findData(chosen or project.profile.calendar)))
        self.source.addItem(tr("Mainland China, the program’s own list of {version}", version=china_version()), OWN)
        for box in (self.calendar, self.source):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(20)
        self.choose_button = QPushButton(tr("Choose a file…"))
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._ask_which)
        lists = QWidget()
        row = QHBoxLayout(lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.source, 1)
        row.addWidget(self.choose_button)
        lists.setFocusProxy(self.source)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(em(1))
        form.addRow(tr("&Calendar"), self.calendar)
        form.addRow(tr("&List of days"), lists)
        return form

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.days)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setAccessibleName(tr("Days that change"))
        table.setMinimumHeight(em(5))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(em(1.5))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setStretchLastSection(True)
        for section, width in enumerate(WIDTHS):
            table.setColumnWidth(section, em(width))
        return table

    # -- choosing ---------------------------------------------------------------------------------

    @property
    def _calendar_id(self) -> str:
        return str(self.calendar.currentData() or "")

    def _load(self) -> None:
        """Read the chosen list for the chosen calendar, and offer its years."""
        project, identity, path = self._workspace.project, self._calendar_id, str(self.source.currentData())
        self._list, problem = HolidayList(()), ""
        if not identity:
            problem = tr("The project has no calendar yet. Add one on the page “Calendars” first.")
        elif path == OWN:
            self._list = china_list(words().language, usual_bands(project, identity))
        else:
            try:
                self._list = self._read(Path(path), usual_bands(project, identity))
            except Rejected as refusal:
                problem = explain(refusal, words())
        self._offer_years(identity, path)
        self._try(problem)

    def _offer_years(self, identity: str, path: str) -> None:
        """A box for each year; of the program's own list, years before the calendar's or the project's are left out."""
        project = self._workspace.project
        newer = newer_list(project, identity) if identity and path == OWN else None
        start = project.profile.start
        begin = min(newer.years, default=0) if newer else start.year if start and path == OWN else 0
        for box in self._boxes.values():
            self._years.drop(box)
        self._boxes = {}
        for year, status in self._list.years.items():
            told = tr(EXCEPTION_SOURCE[status]) if status != "imported" else ""
            box = CheckBox(tr("{year} ({status})", year=year, status=told) if told else str(year))
            box.setChecked(year >= begin)
            box.toggled.connect(self._retry)
            self._years.add(box)
            self._boxes[year] = box

    def _retry(self) -> None:
        self._try("")

    def _chosen(self) -> HolidayList:
        years = [year for year, box in self._boxes.items() if box.isChecked()]
        return HolidayList(self._list.of_years(years), self._list.left_out)

    def _try(self, problem: str) -> None:
        """Find out what applying would do, or say why it cannot be done."""
        command = self._command()
        self._trial = None
        self.apply_button.setEnabled(False)
        self.export_button.setEnabled(bool(self._calendar_id))
        self.is_trying = not problem and bool(command.days.exceptions)
        if self.is_trying:
            self.told.set_role("muted")
            self.told.setText(tr("Trying it on a copy of the plan …"))
            self._trials.try_holidays(command)
            return
        self._trials.call_off()
        self._show(problem)

    def _take(self, trial: HolidayTrial) -> None:
        self.is_trying, self._trial = False, trial
        self._show(explain(trial.refusal, words()) if trial.refusal else "")

    def _show(self, problem: str) -> None:
        self.days.show(self._trial.days if self._trial else ())
        self.told.set_role("red" if problem else "text")
        self.told.setText(breakable(problem or self._account()))
        useful = self._trial is not None and not problem and not self._command().is_idle(self._workspace.project)
        self.apply_button.setEnabled(useful)

    def done(self, result: int) -> None:
        """Whichever way the dialog is left, nothing more is tried."""
        self._trials.retire()
        super().done(result)

    def _command(self) -> ApplyHolidays:
        own = self.source.currentData() == OWN
        return ApplyHolidays(self._calendar_id, self._chosen(), f"{CHINA_PACK} {china_version()}" if own else "")

    def _account(self) -> str:
        """What would happen, in sentences."""
        if self._trial is None:
            return tr("No year is chosen.")
        days, moved = len(self._trial.days), len(self._trial.effect.moved)
        parts = []
        if self._list.left_out:
            parts.append(ntr("{n} entry of the file could not be read and is left out.",
                             "{n} entries of the file could not be read and are left out.", self._list.left_out))
        if not days:
            parts.append(tr("The calendar already works on these days as the list says."))
        else:
            parts.append(ntr("{n} day changes.", "{n} days change.", days))
            parts.append(ntr("{n} task gets other dates.", "{n} tasks get other dates.", moved) if moved
                         else tr("No task gets other dates."))
            parts.append(finish_sentence(self._trial.effect))
        return ("" if words().is_chinese else " ").join(parts)

    # -- doing ------------------------------------------------------------------------------------

    def _apply(self) -> None:
        """One step, which undo takes back."""
        refusal = self._workspace.attempt(self._command())
        if refusal is None:
            self.accept()
            return
        self.told.set_role("red")
        self.told.setText(breakable(explain(refusal, words())))

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, tr("Choose a list of holidays"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([tr("Lists of holidays (*.ics *.csv *.json)"), tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def take_file(self, name: str) -> None:
        """Preview the list in the file ``name``."""
        self._folder = Path(name).parent
        place = self.source.findData(name)
        if place < 0:
            self.source.addItem(Path(name).name[:120], name)
            place = self.source.count() - 1
        if place == self.source.currentIndex():
            self._load()  # it may have been written anew
        self.source.setCurrentIndex(place)

    def _ask_where(self) -> None:
        kinds = {tr("Calendar file (*.ics)"): "ics", tr("CSV table (*.csv)"): "csv", "JSON (*.json)": "json"}
        ask_where(self, tr("Export holidays"), self._folder / f"{tr('Holidays')}.ics", kinds, self.export)

    def export(self, name: str) -> None:
        """Write the exceptions of the chosen calendar, as they stand, to the file ``name``."""
        try:
            self._document.export_holidays(self._calendar_id, Path(name))
        except Rejected as refusal:
            self.told.set_role("red")
            self.told.setText(breakable(explain(refusal, words())))
            return
        self.told.set_role("text")
        self.told.setText(breakable(tr("Exported as {name}", name=Path(name).name)))


def finish_sentence(found: Effect) -> str:
    """Where the end of the project goes."""
    if found.finish_before == found.finish_after:
        return tr("The project still finishes on {date}.", date=date_text(found.finish_before.date()))
    facts = {"date": date_text(found.finish_after.date()), "old": date_text(found.finish_before.date())}
    if found.days > 0:
        return ntr("The project finishes on {date} instead of {old}, {n} day later.",
                   "The project finishes on {date} instead of {old}, {n} days later.", found.days, **facts)
    if found.days < 0:
        return ntr("The project finishes on {date} instead of {old}, {n} day sooner.",
                   "The project finishes on {date} instead of {old}, {n} days sooner.", -found.days, **facts)
    return tr("The project finishes on {date} still, at another time of the day.", date=facts["date"])
