"""What can be chosen about a report: which one, its language, its reader, its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from desktop.domain.clientview import AUDIENCES
from desktop.domain.project import Project
from desktop.domain.record import CLIENT, TEAM
from desktop.i18n import tr
from desktop.reports.ganttplan import MOST_SHEETS
from desktop.reports.kinds import KINDS, SECTIONS, Wishes
from desktop.reports.language import BOTH, EN, LANGUAGES, ZH
from desktop.views.boxes import CheckBox
from desktop.views.labels import SMALL, Text, em
from desktop.views.reports.gantt_look import GanttLook
from desktop.views.segments import Segments


class Choices(QWidget):
    """``changed`` says that another report is wanted; the values are read from the properties."""

    changed = Signal()

    def __init__(self, language: str, project: Callable[[], Project], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = QComboBox()
        self._kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for name, kind in KINDS.items():
            self._kind.addItem(tr(kind.title), name)
        titles = {ZH: tr("Chinese"), EN: tr("English"), BOTH: tr("Both", "languages")}
        self._languages = Segments([titles[name] for name in LANGUAGES], fill=True)
        readers = {CLIENT: tr("Client", "audience"), TEAM: tr("Team")}
        self._readers = Segments(
            [readers[name] for name in AUDIENCES],
            fill=True,
            tips=[tr("Only what is marked for the client"), tr("What is the team's too, never what is private")],
        )
        self._sections = {name: CheckBox(tr(section.title)) for name, section in SECTIONS.items()}
        self._sheets = QSpinBox()
        self._sheets.setRange(1, MOST_SHEETS)
        self.look = GanttLook(project)
        self._lay_out()
        self._languages.show_at(LANGUAGES.index(language))
        self._readers.show_at(AUDIENCES.index(CLIENT))
        for box in self._sections.values():
            box.setChecked(True)
            box.toggled.connect(self._tell)
        self._kind.currentIndexChanged.connect(self._tell)
        self._languages.chosen.connect(self._tell)
        self._readers.chosen.connect(self._tell)
        self._sheets.valueChanged.connect(self._tell)
        self.look.changed.connect(self._tell)
        self._show_what_applies()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.25))
        self._parts_title = Text(tr("Behind the status page"), scale=SMALL, role="muted")
        self._sheets_title = Text(tr("Gantt chart: pages across"), scale=SMALL, role="muted", wrap=True)
        for title, field in (
            (tr("Report"), self._kind),
            (tr("Language"), self._languages),
            (tr("For", "reader"), self._readers),
        ):
            column.addWidget(Text(title, scale=SMALL, role="muted"))
            column.addWidget(field)
            column.addSpacing(em(0.4))
            field.setAccessibleName(title)
        column.addWidget(self._parts_title)
        for box in self._sections.values():
            column.addWidget(box)
        column.addSpacing(em(0.4))
        column.addWidget(self._sheets_title)
        column.addWidget(self._sheets)
        column.addSpacing(em(0.2))
        column.addWidget(self.look)
        self._sheets.setAccessibleName(self._sheets_title.text())

    # -- values ---------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        return str(self._kind.currentData())

    @property
    def language(self) -> str:
        return LANGUAGES[self._languages.at]

    @property
    def audience(self) -> str:
        return AUDIENCES[self._readers.at]

    @property
    def wishes(self) -> Wishes:
        chosen = tuple(name for name, box in self._sections.items() if box.isChecked())
        return Wishes(sections=chosen, sheets=self._sheets.value(), look=self.look.options)

    @property
    def keys(self) -> tuple[str, ...]:
        """Record types that the report shows."""
        if KINDS[self.kind].section:
            return KINDS[self.kind].keys
        sections = self.wishes.sections or ()
        own = [key for name in SECTIONS if name in sections for key in SECTIONS[name].keys]
        # The page itself tells of these, with or without the registers behind it.
        page = ("task", "risk", "issue", "action", "decision", "person")
        return tuple(dict.fromkeys((*own, *page)))

    def choose(self, *, kind: str | None = None, language: str | None = None, audience: str | None = None) -> None:
        """Choose as a person would."""
        if kind in KINDS:
            self._kind.setCurrentIndex(self._kind.findData(kind))
        if language in LANGUAGES and language != self.language:
            self._languages.show_at(LANGUAGES.index(language))
            self._tell()
        if audience in AUDIENCES and audience != self.audience:
            self._readers.show_at(AUDIENCES.index(audience))
            self._tell()

    def _tell(self) -> None:
        self._show_what_applies()
        self.changed.emit()

    def _show_what_applies(self) -> None:
        whole = not KINDS[self.kind].section
        self._parts_title.setVisible(whole)
        for box in self._sections.values():
            box.setVisible(whole)
        gantt = self.kind == "gantt" or (whole and self._sections["gantt"].isChecked())
        self._sheets_title.setVisible(gantt)
        self._sheets.setVisible(gantt)
        self.look.setVisible(gantt)

    # -- memory ---------------------------------------------------------------------------------

    def state(self) -> dict[str, object]:
        """The choices, JSON-able."""
        hidden = [name for name, box in self._sections.items() if not box.isChecked()]
        return {
            "kind": self.kind,
            "language": self.language,
            "audience": self.audience,
            "left_out": hidden,
            "sheets": self._sheets.value(),
            "look": self.look.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what :meth:`state` gave; whatever does not fit is ignored."""
        blocked = self.blockSignals(True)
        kind, language, audience = (state.get(name) for name in ("kind", "language", "audience"))
        self.choose(
            kind=kind if isinstance(kind, str) else None,
            language=language if isinstance(language, str) else None,
            audience=audience if isinstance(audience, str) else None,
        )
        left_out = state.get("left_out")
        for name, box in self._sections.items():
            box.setChecked(not (isinstance(left_out, list) and name in left_out))
        sheets = state.get("sheets")
        if isinstance(sheets, int) and not isinstance(sheets, bool):
            self._sheets.setValue(min(max(sheets, 1), MOST_SHEETS))
        self.look.restore(state.get("look"))
        self._show_what_applies()
        self.blockSignals(blocked)
