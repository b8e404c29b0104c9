"""The whole record on one form, made from its declaration: every edit is a step of its own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.records import SetFields
from desktop.domain.display import moment_text, name_of
from desktop.domain.filters import missing
from desktop.domain.record import PRIVATE, Record, Spec
from desktop.domain.registry import RECORD_TYPES
from desktop.i18n import N_, tr, words
from desktop.models.workspace import Workspace
from desktop.views.chips import LinkChip
from desktop.views.flow import Flow
from desktop.views.icons import pixmap
from desktop.views.labels import HEADING, SMALL, Text, em
from desktop.views.records.field import WIDE, Field
from desktop.views.records.flushing import flush
from desktop.views.records.linked import LinkedRecords
from desktop.views.records.links import LinkEditor, LinksEditor
from desktop.views.records.visibility import VisibilityChoice
from desktop.views.theme import colour

NARROW = 22
"""Below this width, in heights of the font, every field takes a whole line."""
NAME_SHOWN = 200


class Section(QFrame):
    """Fields under one heading; private ones stand apart, tinted and with a lock."""

    def __init__(self, title: str, fields: list[Field], *, private: bool = False) -> None:
        super().__init__()
        self.fields = fields
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(0.8))
        self._grid.setVerticalSpacing(em(0.55))
        column = QVBoxLayout(self)
        column.setSpacing(em(0.4))
        pad = em(0.6) if private else 0
        column.setContentsMargins(pad, pad, pad, pad)
        if title:
            column.addLayout(_heading(title, private))
        column.addLayout(self._grid)
        if private:
            self.setAutoFillBackground(True)
            dressed = self.palette()
            dressed.setColor(self.backgroundRole(), colour("grey_soft"))
            self.setPalette(dressed)

    def arrange(self, columns: int) -> None:
        """Lay the fields out in one or two columns; long texts take a whole line."""
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for field in self.fields:
            self._grid.removeWidget(field)
        for field in self.fields:
            wide = columns == 1 or field.wide
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, columns if wide else 1)
            row, column = (row + 1, 0) if wide or column == columns - 1 else (row, column + 1)
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def rearrange(self, fields: list[Field]) -> None:
        """Lay out these fields alone; the next call of :meth:`arrange` does it."""
        for field in self.fields:
            self._grid.removeWidget(field)
        self.fields, self._columns = fields, 0


def _heading(title: str, private: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(em(0.35))
    if private:
        lock = Text()
        lock.setPixmap(pixmap("lock", em(1), "muted", 2))
        row.addWidget(lock)
    row.addWidget(Text(title, bold=True, wrap=True), 1)
    return row


class _Body(QWidget):
    """Gives way to the width of the panel: long names in a list must not widen the form."""

    def minimumSizeHint(self) -> QSize:
        return QSize(em(10), super().minimumSizeHint().height())


class RecordForm(QWidget):
    """Shows and edits one record of type ``key``. ``navigate`` carries references to follow.

    ``lead_column`` takes what a page adds above the fields: a sentence, a button.
    """

    navigate = Signal(object)
    shown = Signal()
    """Another record, or the same one changed, is shown."""

    def __init__(self, workspace: Workspace, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.key = workspace, key
        self.kind = RECORD_TYPES[key]
        self.identity = ""
        self.fields: dict[str, Field] = {}
        self._sections: list[Section] = []
        self._code = Text(scale=SMALL, role="muted")
        self._name = Text(scale=HEADING, bold=True, wrap=True)
        self.visibility = VisibilityChoice()
        self.visibility.code_chosen.connect(self._set_visibility)
        if not workspace.shows(key, self.kind.info.specs["audience"]):
            self.visibility.hide()
        self._missing_place = Flow(spacing=em(0.25))
        self._missing_chips: list[QWidget] = []
        self.lead = QWidget()
        self.lead_column = QVBoxLayout(self.lead)
        self.lead_column.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._nothing = Text(tr("Nothing is selected."), role="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        workspace.changed.connect(self._take)
        self._show_nothing()

    # -- building -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(em(0.8), em(0.6), em(0.8), em(0.4))
        head.setSpacing(em(0.3))
        first = Flow(spacing=em(0.6))
        first.add(self.visibility)
        first.add(self._code)
        head.addWidget(first)
        head.addWidget(self._name)
        head.addWidget(self._missing_place)
        self._body = _Body()
        self._fields_column = QVBoxLayout(self._body)
        self._fields_column.setContentsMargins(em(0.8), em(0.3), em(0.8), em(0.8))
        self._fields_column.setSpacing(em(0.9))
        self._fields_column.addWidget(self.lead)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        self.setMinimumWidth(em(11))

    def _build_fields(self) -> None:
        """Make the editors when a record is first shown. Nothing is made before it has a place: widgets without a
        parent are left to Python's collector, which may run on any thread."""
        self.lead.setVisible(self.lead_column.count() > 0)
        for title, specs, private in sections(self.kind):
            fields = [self._field(spec) for spec in specs if self.workspace.shows(self.key, spec)]
            if not fields:
                continue
            section = Section(tr(title) if title else "", fields, private=private)
            self._sections.append(section)
            self._fields_column.addWidget(section)
        self.linked = LinkedRecords(self.workspace)
        self.linked.opened.connect(self.navigate)
        self._written = Text(scale=SMALL, role="muted", wrap=True)
        place = QWidget()
        links = QVBoxLayout(place)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(em(0.4))
        links.addLayout(_heading(tr("Links"), private=False))
        links.addWidget(self.linked)
        self._fields_column.addWidget(place)
        place.setVisible(self.workspace.shows(self.key, self.kind.info.specs["links"]))
        self._fields_column.addWidget(self._written)
        self._fields_column.addStretch(1)
        self._arrange()

    def _field(self, spec: Spec) -> Field:
        made = Field(self.workspace, spec, wide=spec.kind in WIDE or spec.name == self.kind.info.name_field)
        if isinstance(made.widget, LinksEditor):
            made.widget.opened.connect(self.navigate)
        if isinstance(made.widget, LinkEditor):
            made.widget.opened.connect(self.navigate)
        self.fields[spec.name] = made
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 1 if self.width() < em(NARROW) else 2
        for section in self._sections:
            section.arrange(columns)

    # -- showing --------------------------------------------------------------------------------

    @property
    def record(self) -> Record | None:
        """The record shown, as it stands in the project."""
        return self.workspace.project.rows(self.key).get(self.identity)

    def show_record(self, identity: str) -> None:
        """Show another record ("" for none); what was still being typed is committed first."""
        if identity != self.identity:
            self.flush()
            self.identity = identity
            self._scroll.verticalScrollBar().setValue(0)
        self.reload()

    def flush(self) -> None:
        """Commit what is being typed."""
        flush(self.workspace, self)

    def reload(self) -> None:
        """Show the record as it stands now."""
        record = self.record
        if record is None:
            self._show_nothing()
            return
        if not self.fields:
            self._build_fields()
        self._nothing.hide()
        self._head.show()
        self._scroll.show()
        self._code.setText(f"{tr(self.kind.info.title)} {record.code}")
        self._name.setText(name_of(record, words())[:NAME_SHOWN])
        self.visibility.show_code(record.audience)
        for field in self.fields.values():
            field.load(record)
        self.linked.load(record)
        self._show_missing(record)
        self._show_authors(record)
        self.shown.emit()

    def _show_nothing(self) -> None:
        for field in self.fields.values():
            field.drop()
        self._head.hide()
        self._scroll.hide()
        self._nothing.show()
        self.shown.emit()

    def _show_missing(self, record: Record) -> None:
        for chip in self._missing_chips:
            self._missing_place.drop(chip)
        self._missing_chips = []
        specs = [spec for spec in missing(record) if spec.name in self.fields]
        if specs:
            label = Text(tr("Still missing:"), scale=SMALL, role="amber")
            self._missing_chips.append(label)
        for spec in specs:
            chip = LinkChip(tr(spec.title), spec.name, removable=False)
            chip.clicked.connect(self._go_to_missing)
            self._missing_chips.append(chip)
        for chip in self._missing_chips:
            self._missing_place.add(chip)
        self._missing_place.setVisible(bool(specs))

    def _go_to_missing(self) -> None:
        chip = self.sender()
        if isinstance(chip, LinkChip):
            self.focus_field(chip.ref)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field and show it."""
        field = self.fields.get(name)
        if field is not None:
            self._scroll.ensureVisible(0, field.mapTo(self._body, QPoint(0, field.height())).y(), 0, em(2))
            field.editor.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_authors(self, record: Record) -> None:
        parts = []
        if record.created_at:
            at = moment_text(record.created_at)
            parts.append(tr("Created {at} {who}", at=at, who=record.created_by).strip())
        if record.changed_at and record.changed_at != record.created_at:
            at = moment_text(record.changed_at)
            parts.append(tr("changed {at} {who}", at=at, who=record.changed_by).strip())
        self._written.setText(" · ".join(parts))

    def _set_visibility(self, code: str) -> None:
        if self.record is not None:
            self.workspace.do(SetFields(self.key, (self.identity,), {"audience": code}))
            self.reload()

    def _take(self, changes: ChangeSet) -> None:
        if self.identity and self.isVisibleTo(self.window()):
            if self.record is None:
                self.identity = ""
            del changes  # names of linked records are shown too, so any change may concern this form
            self.reload()


def sections(kind: type[Record]) -> list[tuple[str, list[Spec], bool]]:
    """(title, fields, private) as declared, private fields last; visibility has a place of its own, tags close."""
    specs = [spec for spec in kind.info.columns() if spec.name not in ("audience", "tags")]
    found: list[tuple[str, list[Spec], bool]] = [("", [], False)]
    for spec in specs:
        if spec.audience == PRIVATE:
            continue
        if spec.section:
            found.append((spec.section, [], False))
        found[-1][1].append(spec)
    private = [spec for spec in specs if spec.audience == PRIVATE]
    if private:
        found.append((N_("Private: stays with you, whatever the record's visibility"), private, True))
    found.append(("", [kind.info.specs["tags"]], False))
    return [section for section in found if section[1]]
