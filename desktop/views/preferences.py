"""Preferences: found by typing, applied at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import tr, words
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.labels import HEADING, SMALL, Text, em
from desktop.views.look import TEXT_SIZES, text_size
from desktop.views.menus import LANGUAGE_TITLES, THEME_TITLES
from desktop.views.new_project import CALENDARS, CURRENCIES, usual_calendar
from desktop.views.scrolled import scrolled
from desktop.views.settings import AUTHOR, BACKUP_FOLDER, CALENDAR, CURRENCY, LANGUAGE, TEXT_SIZE, THEME, WEEK_START
from desktop.views.theme import SYSTEM, THEMES
from desktop.views.week_start import CHOICES, MONDAY, begin_weeks

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow


class PreferencesDialog(Dialog):
    """Every choice takes effect when it is made; there is nothing to confirm."""

    def __init__(self, window: MainWindow, name: str) -> None:
        super().__init__(tr("Preferences"), window, 42, 32)
        self.setObjectName(name)
        self._window, self._settings = window, window.program.settings
        self._rows: list[tuple[QWidget, str]] = []
        self._sections: list[tuple[QWidget, list[QWidget]]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search preferences"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.column.addWidget(self.search)
        self._body = QVBoxLayout()
        self._body.setSpacing(em(0.5))
        self._fill()
        self._body.addStretch(1)
        holder = QWidget()
        holder.setLayout(self._body)
        area = scrolled(holder)
        self.column.addWidget(area, 1)
        self.add_buttons(QDialogButtonBox.StandardButton.Close)

    def _fill(self) -> None:
        settings = self._settings
        self._section(tr("Appearance"))
        self.language = self._choice(tr("Language"), "", LANGUAGE_TITLES, words().language, LANGUAGE)
        themes = {theme: tr(title) for theme, title in THEME_TITLES.items()}
        self.theme = self._choice(tr("Colours"), "", themes, settings.text(THEME, SYSTEM, THEMES), THEME)
        sizes = {size: f"{size} %" for size in TEXT_SIZES}
        size = text_size(settings)
        self.text_size = self._choice(tr("Text size"), tr("Also with Ctrl++ and Ctrl+−."), sizes, size, TEXT_SIZE)
        days = {code: tr(name) for code, name in CHOICES.items()}
        begun = settings.text(WEEK_START, MONDAY, tuple(CHOICES))
        self.week_start = self._choice(tr("Weeks begin on"), tr("In the calendar editor."), days, begun, WEEK_START)
        self._section(tr("You"))
        self.author = QLineEdit(settings.text(AUTHOR))
        self.author.setPlaceholderText(tr("Name of your account"))
        self.author.editingFinished.connect(self._keep_author)
        hint = tr("Written beside each edit in the history of a project. Holds for projects opened from now on.")
        self._row(tr("Your name"), hint, self.author)
        self._section(tr("New projects"))
        calendars = {code: tr(name) for code, name in CALENDARS.items()}
        self.calendar = self._choice(tr("Working calendar"), "", calendars, usual_calendar(settings), CALENDAR)
        codes = {code: code for code in CURRENCIES}
        self.currency = self._choice(tr("Currency"), "", codes, settings.text(CURRENCY, "CNY", CURRENCIES), CURRENCY)
        self._section(tr("Safety"))
        hint = tr(
            "Backups are made by themselves and kept here, apart from the project. "
            "Holds for projects opened from now on."
        )
        self._row(tr("Backup folder"), hint, self._make_folder())

    # -- rows -------------------------------------------------------------------------------------

    def _section(self, title: str) -> None:
        heading = Text(title, scale=HEADING, bold=True)
        self._body.addSpacing(em(0.4))
        self._body.addWidget(heading)
        self._sections.append((heading, []))

    def _row(self, title: str, hint: str, field: QWidget) -> None:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(em(0.3), 0, em(0.3), em(0.2))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, em(9))
        label = Text(title)
        label.setBuddy(field)
        field.setAccessibleName(title)
        grid.addWidget(label, 0, 0)
        grid.addWidget(field, 0, 1)
        if hint:
            grid.addWidget(Text(hint, role="muted", scale=SMALL, wrap=True), 1, 1)
        self._body.addWidget(row)
        self._rows.append((row, f"{title} {hint}".casefold()))
        self._sections[-1][1].append(row)

    def _choice(
        self, title: str, hint: str, titles: Mapping[str, str] | Mapping[int, str], current: object, setting: str
    ) -> QComboBox:
        box = QComboBox()
        for value, text in titles.items():
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(current), 0))
        box.setProperty("setting", setting)
        box.activated.connect(self._chosen)
        self._row(title, hint, box)
        return box

    def _make_folder(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.folder = QLineEdit(self._settings.text(BACKUP_FOLDER))
        self.folder.setPlaceholderText(tr("The program's own folder"))
        self.folder.setAccessibleName(tr("Backup folder"))
        self.folder.setReadOnly(True)
        choose = QPushButton(tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_folder)
        usual = QPushButton(tr("Standard"))
        usual.setAutoDefault(False)
        usual.clicked.connect(self._forget_folder)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        row.addWidget(usual)
        return holder

    # -- what is chosen ---------------------------------------------------------------------------

    def _chosen(self) -> None:
        box = self.sender()
        if not isinstance(box, QComboBox):
            return
        setting, value = box.property("setting"), box.currentData()
        if setting in (LANGUAGE, THEME, TEXT_SIZE):
            self._window.look.choose(setting, value)
        else:
            self._settings.keep(setting, value)
            if setting == WEEK_START:
                begin_weeks(str(value))

    def _keep_author(self) -> None:
        self._settings.keep(AUTHOR, " ".join(self.author.text().split()))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("Backup folder"), self.folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._keep_folder)
        dialog.open()

    def _keep_folder(self, name: str) -> None:
        self.folder.setText(str(Path(name)))
        self._settings.keep(BACKUP_FOLDER, str(Path(name)))

    def _forget_folder(self) -> None:
        self.folder.clear()
        self._settings.keep(BACKUP_FOLDER, "")

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for row, searched in self._rows:
            row.setVisible(all(word in searched for word in wanted))
        for heading, rows in self._sections:
            heading.setVisible(any(not row.isHidden() for row in rows))
