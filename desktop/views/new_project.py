"""The few questions asked before a project begins."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.domain.templates import templates
from desktop.i18n import CHINESE, N_, tr, words
from desktop.views.dialog import Dialog
from desktop.views.labels import SMALL, Text, em
from desktop.views.program import CHINA, STANDARD, NewProject
from desktop.views.save_dialog import ENDING, ask_where, project_kind
from desktop.views.scrolled import ScrolledForm
from desktop.views.settings import CALENDAR, CURRENCY, Settings

UNUSABLE = '<>:"/\\|?*'
LONGEST_NAME = 80
CALENDARS = {
    CHINA: N_("Mainland China, with holidays and make-up days"),
    STANDARD: N_("Standard week, Monday to Friday"),
}
CURRENCIES = ("CNY", "HKD", "USD", "EUR", "GBP", "JPY", "SGD", "CHF")


def file_name(name: str) -> str:
    """A file name for a project's name, usable on every system."""
    plain = "".join(" " if letter in UNUSABLE or not letter.isprintable() else letter for letter in name)
    return (" ".join(plain.split())[:LONGEST_NAME].rstrip(". ") or tr("Project")) + ENDING


def usual_calendar(settings: Settings) -> str:
    """The calendar that new projects begin with, unless another is chosen."""
    return settings.text(CALENDAR, CHINA if words().language == CHINESE else STANDARD, tuple(CALENDARS))


class NewProjectDialog(Dialog):
    """Emits the answers; the file is made by whoever asked."""

    answered = Signal(object)

    def __init__(self, settings: Settings, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("New project"), parent, 36, 24)
        self._folder = folder
        self._typed_path = False
        self.name = QLineEdit()
        self.client = QLineEdit()
        self.start = QDateEdit(QDate.currentDate())
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat("yyyy-MM-dd")
        self.calendar = self._choice(usual_calendar(settings), {code: tr(name) for code, name in CALENDARS.items()})
        self.language = self._choice("both", {"zh": "中文", "en": "English", "both": tr("Both languages")})
        plans = {"": tr("An empty plan")} | {item.key: item.name[words().language] for item in templates()}
        self.template = self._choice("", plans)
        self.template.currentIndexChanged.connect(self._tell_template)
        self.about = Text(role="muted", scale=SMALL, wrap=True)
        self.currency = self._choice(settings.text(CURRENCY, "CNY", CURRENCIES), {code: code for code in CURRENCIES})
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(em(1))
        form.setVerticalSpacing(em(0.6))
        form.addRow(tr("Project &name"), self.name)
        form.addRow(tr("C&lient"), self.client)
        form.addRow(tr("&Begin with"), self.template)
        form.addRow("", self.about)
        form.addRow(tr("&Start"), self.start)
        form.addRow(tr("Working c&alendar"), self.calendar)
        form.addRow(tr("&Report language"), self.language)
        form.addRow(tr("C&urrency"), self.currency)
        form.addRow(tr("&File"), self._make_place())
        self.column.addWidget(ScrolledForm(form), 1)
        self.hint = Text(role="red", scale=SMALL, wrap=True)
        self.column.addWidget(self.hint)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Create"))
        self.name.textChanged.connect(self._name_changed)
        self.path.textEdited.connect(self._path_typed)
        self._name_changed("")
        self._tell_template()
        self.take_room()

    def _choice(self, current: str, titles: dict[str, str]) -> QComboBox:
        box = QComboBox()
        for value, title in titles.items():
            box.addItem(title, value)
        box.setCurrentIndex(max(box.findData(current), 0))
        return box

    def _make_place(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("File"))
        browse = QPushButton(tr("Choose…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        holder.setFocusProxy(self.path)
        return holder

    def _name_changed(self, name: str) -> None:
        if not self._typed_path:
            self.path.setText(str(self._folder / file_name(name)))
        self._judge()

    def _path_typed(self) -> None:
        self._typed_path = True
        self._judge()

    def _tell_template(self) -> None:
        chosen = next((item for item in templates() if item.key == self.template.currentData()), None)
        about = chosen.about[words().language] if chosen else tr("Tasks are typed in, pasted, or imported later.")
        self.about.setText(about)

    def _judge(self) -> None:
        """Say what is still missing; the name alone is no mistake before something was typed."""
        named = bool(self.name.text().strip())
        path = self._chosen_path()
        problem = ""
        if not path.name:
            problem = tr("Say which file the project is kept in.")
        elif not path.parent.is_dir():
            problem = tr("This folder does not exist. Choose another one.")
        elif named and path.exists():
            problem = tr("There is already a file of this name. Choose another name.")
        self.hint.setText(problem)
        self._ok.setEnabled(named and not problem)

    def _chosen_path(self) -> Path:
        path = Path(self.path.text().strip())
        return path if path.suffix.lower() == ENDING or not path.name else path.with_name(path.name + ENDING)

    def _browse(self) -> None:
        ask_where(self, tr("Where should the project be kept?"), self._chosen_path(), project_kind(), self._chosen)

    def _chosen(self, name: str) -> None:
        self._typed_path = True
        self.path.setText(name)
        self._judge()

    def accept(self) -> None:
        self._judge()
        if not self._ok.isEnabled():
            return
        day = self.start.date()
        self.answered.emit(
            NewProject(
                name=" ".join(self.name.text().split()),
                client=" ".join(self.client.text().split()),
                start=dt.date(day.year(), day.month(), day.day()),
                calendar=self.calendar.currentData(),
                report_language=self.language.currentData(),
                currency=self.currency.currentData(),
                path=self._chosen_path(),
                template=self.template.currentData(),
            )
        )
        super().accept()
