"""What a record is linked with: chips to follow, a line to add one more."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.commands.records import Relate
from desktop.domain.display import name_of
from desktop.domain.project import Project
from desktop.domain.record import Kind, Record
from desktop.domain.registry import RECORD_TYPES
from desktop.i18n import tr, words
from desktop.models.workspace import Workspace
from desktop.views.chips import LinkChip
from desktop.views.flow import Flow
from desktop.views.labels import em
from desktop.views.records.name_line import NAME_LIMIT, NameLine, Target

SHOWN = 40
"""Chips at most; a person may be named by thousands of tasks."""
_OUTSIDE = frozenset({"project", "calendar", "dependency", "assignment", "baseline"})
"""Record types that are parts of the plan rather than something that one links to."""


def referring(project: Project, record: Record) -> Iterator[Record]:
    """Records with a declared field that points to ``record``."""
    for kind in RECORD_TYPES.values():
        if kind.info.key in _OUTSIDE:
            continue
        names = [
            (name, spec.kind is Kind.LINKS)
            for name, spec in kind.info.specs.items()
            if spec.to == record.info.key and spec.kind in (Kind.LINK, Kind.LINKS)
        ]
        table = project.table(kind)
        found: set[str] = set()
        for name, many in names:  # field by field: a plan has ten thousand tasks, and every row that is passed asks
            value_of = attrgetter(name)
            if many:
                found.update([identity for identity, item in table.items() if record.id in value_of(item)])
            else:
                found.update([identity for identity, item in table.items() if value_of(item) == record.id])
        if found:
            yield from [item for identity, item in table.items() if identity in found]


class AnythingLine(NameLine):
    """Suggests records of all registers; ``picked`` carries a reference ``key/id``."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, "person", parent)
        self.creatable = False
        self.setPlaceholderText(tr("Link with: type a name or number"))
        self.setAccessibleName(tr("Link with: type a name or number"))

    def records(self) -> Iterator[Record]:
        for key, kind in RECORD_TYPES.items():
            if key not in _OUTSIDE:
                yield from self.workspace.project.table(kind).values()

    def target(self, record: Record) -> str:
        return record.ref


class LinkedRecords(QWidget):
    """Links of one record with any others; ``opened`` carries the reference to follow."""

    opened = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.record: Record | None = None
        self.line = AnythingLine(workspace)
        self.line.picked.connect(self.link)
        self._chips: list[LinkChip] = []
        self._place = Flow(spacing=em(0.25))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(0.25))
        column.addWidget(self._place)
        column.addWidget(self.line)

    def load(self, record: Record) -> None:
        """Show the links of ``record``: its own can be taken away, those of declared fields followed."""
        self.record = record
        self.line.clear()
        project = self.workspace.project
        own = [found for ref in record.links if (found := project.resolve(ref)) is not None]
        shown = {found.ref for found in own}
        others = [item for item in referring(project, record) if item.ref not in shown]
        self.line.excluded = [record.ref, *shown]
        before, self._chips = self._chips, [self._chip(item, True) for item in own[:SHOWN]]
        self._chips += [self._chip(item, False) for item in others[: SHOWN - len(self._chips)]]
        self._place.exchange(before, self._chips)
        self._place.setVisible(bool(self._chips))

    @property
    def refs(self) -> list[str]:
        """References of the records shown."""
        return [chip.ref for chip in self._chips]

    def link(self, target: Target) -> None:
        """Link the record with another."""
        if self.record is not None and isinstance(target, str):
            self.line.clear()
            self.workspace.do(Relate(self.record.ref, target))

    def _chip(self, item: Record, removable: bool) -> LinkChip:
        name = f"{item.code} {name_of(item, words())[:NAME_LIMIT]}"
        chip = LinkChip(name, item.ref, removable=removable)
        chip.clicked.connect(self._open)
        chip.removed.connect(self._remove)
        return chip

    def _open(self) -> None:
        chip = self.sender()
        if isinstance(chip, LinkChip):
            self.opened.emit(chip.ref)

    def _remove(self) -> None:
        chip = self.sender()
        if isinstance(chip, LinkChip) and self.record is not None:
            self.workspace.do(Relate(self.record.ref, chip.ref, linked=False))
