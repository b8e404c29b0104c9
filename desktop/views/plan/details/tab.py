"""What every section of the side panel is: it is made and filled when somebody looks at it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.chosen import Chosen
from desktop.models.plan import PlanModel
from desktop.models.plan_columns import may_show
from desktop.views.labels import em
from desktop.views.plan.details.field import TaskField, task_field
from desktop.views.records.flushing import flush
from desktop.views.records.form import Section

NARROW = 20
"""Below this width, in heights of the font, every field takes a whole line."""


class _Body(QWidget):
    """Gives way to the width of the panel: long names must not widen it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(em(9), super().minimumSizeHint().height())


class DetailTab(QScrollArea):
    """A column of content. ``navigate`` carries references to follow."""

    key: ClassVar[str]
    title: ClassVar[str]
    """Translatable."""
    icon: ClassVar[str]
    several: ClassVar[bool] = True
    """Whether the section makes sense for several tasks at once."""
    shared: ClassVar[bool] = True
    """Whether it is there while others look on."""

    navigate = Signal(object)

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.workspace = model, model.workspace
        self.chosen: Chosen | None = None
        self.body = _Body()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(em(0.8), em(0.5), em(0.8), em(0.8))
        self.column.setSpacing(em(0.8))
        self.setWidget(self.body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fields: dict[str, TaskField] = {}
        self._sections: list[Section] = []
        self._made = False

    def load(self, chosen: Chosen) -> None:
        """Show the selected tasks, of which there is at least one."""
        if not self._made:
            self._made = True
            self.make()
            self._arrange()
        if self.chosen is None or self.chosen.ids != chosen.ids:
            self.verticalScrollBar().setValue(0)
        self.chosen = chosen
        holder = chosen.holder([name for name, field in self.fields.items() if field.name == field.spec.name])
        for field in self.fields.values():
            field.show_chosen(chosen, holder)
        self.fill(chosen)

    def make(self) -> None:
        """Make the content; called once, when the section is first looked at."""

    def fill(self, chosen: Chosen) -> None:
        """Show what is more than fields."""

    def leave(self) -> None:
        """Nobody looks at the section any more, or it is about to show other tasks."""
        self.flush()

    def flush(self) -> None:
        """Commit what is being typed."""
        flush(self.workspace, self)

    def drop(self) -> None:
        """The tasks are gone."""
        for field in self.fields.values():
            field.drop()

    def first_widget(self) -> QWidget:
        """What takes the keys when the section is opened by keys."""
        for field in self.fields.values():
            widget = field.editor.focus_widget()
            if widget.isEnabled() and not field.isHidden():
                return widget
        return self.body

    def add_section(self, title: str, names: tuple[str, ...]) -> Section:
        """Fields under a translated heading, "" for none."""
        made = [task_field(self.model, name) for name in names if may_show(self.workspace, name)]
        self.fields.update((field.name, field) for field in made)
        section = Section(title, list(made))
        if not made:
            section.hide()
        self._sections.append(section)
        self.column.addWidget(section)
        for field in made:
            opened = getattr(field.widget, "opened", None)
            if opened is not None:
                opened.connect(self.navigate)
        return section

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 1 if self.width() < em(NARROW) else 2
        for section in self._sections:
            section.arrange(columns)
