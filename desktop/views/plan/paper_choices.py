"""What can be chosen about the plan on paper: paper, size, days, rows, columns, language, reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.clientview import AUDIENCES
from desktop.domain.reading import read_date
from desktop.domain.record import CLIENT, TEAM
from desktop.domain.rejection import Rejected, explain
from desktop.i18n import N_, tr, words
from desktop.models.plan_columns import COLUMNS, NUMBER_OF, title_of
from desktop.models.plan_paper import may_be_shown
from desktop.reports.language import BOTH, EN, LANGUAGES, ZH
from desktop.views.boxes import BoxDelegate, CheckBox
from desktop.views.labels import SMALL, Text, em
from desktop.views.segments import Segments

PAPER_NAMES = {
    "A4": "A4", "A3": "A3", "A2": "A2", "A1": "A1", "A0": "A0",
    "Letter": N_("Letter", "paper"), "Tabloid": N_("Tabloid", "paper"),
}  # fmt: skip
WHOLE, IN_SIGHT, CHOSEN = "whole", "sight", "chosen"
SPANS = {WHOLE: N_("The whole plan"), IN_SIGHT: N_("The days in sight"), CHOSEN: N_("From and to…")}
FIT_TITLES = {
    "page": N_("Fit on one page"), "across": N_("Pages across"), "scale": N_("As on the screen, in per cent"),
}  # fmt: skip
AS_SHOWN, ALL_ROWS = "shown", "all"
MOST_ACROSS = 20


class PaperChoices(QWidget):
    """``changed`` says that other pages are wanted; values are read from the properties."""

    changed = Signal()

    def __init__(
        self, columns: Sequence[str], language: str, today: dt.date, audiences: Sequence[str] = AUDIENCES
    ) -> None:
        """``columns`` are the keys of the grid's columns in their order; ``audiences``, whom it may be for."""
        super().__init__()
        self._today, self._audiences = today, audiences
        self.paper = _combo({name: tr(title) for name, title in PAPER_NAMES.items()})
        self.lying = Segments([tr("Portrait"), tr("Landscape")], fill=True)
        self.fit = _combo({name: tr(title) for name, title in FIT_TITLES.items()})
        self.across = QSpinBox(minimum=1, maximum=MOST_ACROSS, value=2)
        self.percent = QSpinBox(minimum=10, maximum=400, singleStep=10, value=100, suffix=" %")
        self.span = _combo({name: tr(title) for name, title in SPANS.items()})
        self.first, self.last = QLineEdit(), QLineEdit()
        self.problem = Text("", scale=SMALL, role="red", wrap=True)
        self.rows = _combo({AS_SHOWN: tr("Rows as in the grid"), ALL_ROWS: tr("All tasks")})
        self.columns = QListWidget()
        self.columns.setItemDelegate(BoxDelegate(self.columns))
        for key in columns:
            if may_be_shown(key, TEAM):
                item = QListWidgetItem(title_of(COLUMNS[NUMBER_OF[key]]), self.columns)
                item.setData(Qt.ItemDataRole.UserRole, key)
                item.setCheckState(Qt.CheckState.Checked)
        self.heads, self.legend = CheckBox(tr("Heads on every page")), CheckBox(tr("Legend"))
        self.heads.setChecked(True)
        self.legend.setChecked(True)
        titles = {ZH: tr("Chinese"), EN: tr("English"), BOTH: tr("Both", "languages")}
        self.languages = Segments([titles[name] for name in LANGUAGES], fill=True)
        readers = {
            CLIENT: (tr("Client", "audience"), tr("Only what is marked for the client")),
            TEAM: (tr("Team"), tr("What is the team's too, never what is private")),
        }
        self.readers = Segments(
            [readers[name][0] for name in audiences], fill=True, tips=[readers[name][1] for name in audiences]
        )
        self._lay_out()
        self.lying.show_at(1)
        self.languages.show_at(LANGUAGES.index(language))
        self.readers.show_at(audiences.index(CLIENT))
        self._connect()
        self._show_what_applies()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.25))
        days = QHBoxLayout()
        for line, name in ((self.first, tr("First day")), (self.last, tr("Last day"))):
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
            days.addWidget(line)
        for title, fields in (
            (tr("Paper"), (self.paper, self.lying)),
            (tr("Size"), (self.fit, self.across, self.percent)),
            (tr("Days"), (self.span, days, self.problem)),
            (tr("Rows"), (self.rows,)),
            (tr("Columns"), (self.columns,)),
            ("", (self.heads, self.legend)),
            (tr("Language"), (self.languages,)),
            (tr("For", "reader"), (self.readers,)),
        ):
            if title:
                column.addWidget(Text(title, scale=SMALL, role="muted"))
            for field in fields:
                if isinstance(field, QHBoxLayout):
                    column.addLayout(field)
                else:
                    column.addWidget(field)
                    if title and not field.accessibleName():
                        field.setAccessibleName(title)
            column.addSpacing(em(0.4))
        rows = min(max(self.columns.count(), 2), 7)
        self.columns.setFixedHeight(rows * max(self.columns.sizeHintForRow(0), em(1.4)) + em(0.3))
        self.problem.hide()

    def _connect(self) -> None:
        for combo in (self.paper, self.fit, self.span, self.rows):
            combo.currentIndexChanged.connect(self._tell)
        for segments in (self.lying, self.languages, self.readers):
            segments.chosen.connect(self._tell)
        for spin in (self.across, self.percent):
            spin.valueChanged.connect(self._tell)
        for box in (self.heads, self.legend):
            box.toggled.connect(self._tell)
        for line in (self.first, self.last):
            line.editingFinished.connect(self._tell)
        self.columns.itemChanged.connect(self._tell)

    def _tell(self) -> None:
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        self.across.setVisible(self.fit.currentData() == "across")
        self.percent.setVisible(self.fit.currentData() == "scale")
        chosen = self.span.currentData() == CHOSEN
        self.first.setVisible(chosen)
        self.last.setVisible(chosen)
        self.problem.hide()
        if chosen:
            self.days()

    # -- values ---------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        return LANGUAGES[self.languages.at]

    @property
    def audience(self) -> str:
        return self._audiences[self.readers.at]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that are ticked."""
        items = (self.columns.item(row) for row in range(self.columns.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day as typed; what cannot be read is said below and taken for the end of the plan."""
        found: list[dt.date | None] = []
        for line in (self.first, self.last):
            try:
                found.append(read_date(line.text(), self._today) if line.text().strip() else None)
            except Rejected as refusal:
                self.problem.setText(explain(refusal, words()))
                self.problem.show()
                found.append(None)
        first, last = found
        if first is not None and last is not None and last < first:
            self.problem.setText(tr("The last day lies before the first."))
            self.problem.show()
            return last, first
        return first, last

    # -- memory ---------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """The choices, JSON-able."""
        hidden = [
            str(self.columns.item(row).data(Qt.ItemDataRole.UserRole))
            for row in range(self.columns.count())
            if self.columns.item(row).checkState() is not Qt.CheckState.Checked
        ]
        return {
            "paper": self.paper.currentData(), "lying": bool(self.lying.at), "fit": self.fit.currentData(),
            "across": self.across.value(), "percent": self.percent.value(), "span": self.span.currentData(),
            "rows": self.rows.currentData(), "left_out": hidden, "heads": self.heads.isChecked(),
            "legend": self.legend.isChecked(), "language": self.language, "audience": self.audience,
        }  # fmt: skip

    def restore(self, state: object) -> None:
        """Take back what :meth:`state` gave; whatever does not fit is ignored. "From and to" is asked anew."""
        if not isinstance(state, dict):
            return
        blocked = self.blockSignals(True)
        for name, combo in (("paper", self.paper), ("fit", self.fit), ("span", self.span), ("rows", self.rows)):
            at = combo.findData(state.get(name))
            if at >= 0 and state.get(name) != CHOSEN:
                combo.setCurrentIndex(at)
        for name, spin in (("across", self.across), ("percent", self.percent)):
            if type(state.get(name)) is int:
                spin.setValue(min(max(state[name], spin.minimum()), spin.maximum()))
        for name, box in (("heads", self.heads), ("legend", self.legend)):
            if isinstance(state.get(name), bool):
                box.setChecked(state[name])
        for segments, name, values in (
            (self.lying, "lying", (False, True)),
            (self.languages, "language", LANGUAGES),
            (self.readers, "audience", self._audiences),
        ):
            if state.get(name) in values:
                segments.show_at(values.index(state[name]))
        hidden = state.get("left_out")
        for row in range(self.columns.count()):
            item = self.columns.item(row)
            out = isinstance(hidden, list) and item.data(Qt.ItemDataRole.UserRole) in hidden
            item.setCheckState(Qt.CheckState.Unchecked if out else Qt.CheckState.Checked)
        self._show_what_applies()
        self.blockSignals(blocked)


def _combo(titles: dict[str, str]) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, title in titles.items():
        made.addItem(title, value)
    return made
