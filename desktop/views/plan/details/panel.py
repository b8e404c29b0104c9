"""The side panel of the plan: the selected task, or several, in sections that are filled when looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import ChangeSet
from desktop.i18n import tr
from desktop.models.chosen import Chosen
from desktop.models.plan import PlanModel
from desktop.views.labels import Text, em
from desktop.views.plan.details.costs import CostsTab
from desktop.views.plan.details.dependencies import DependenciesTab
from desktop.views.plan.details.general import GeneralTab
from desktop.views.plan.details.head import Head
from desktop.views.plan.details.history import HistoryTab
from desktop.views.plan.details.links import LinksTab
from desktop.views.plan.details.notes import NotesTab
from desktop.views.plan.details.progress import ProgressTab
from desktop.views.plan.details.resources import ResourcesTab
from desktop.views.plan.details.strip import LINES, TabStrip
from desktop.views.plan.details.tab import DetailTab
from desktop.views.plan.details.why import WhyTab
from desktop.views.records.flushing import flush

TABS: tuple[type[DetailTab], ...] = (
    GeneralTab,
    DependenciesTab,
    ResourcesTab,
    ProgressTab,
    CostsTab,
    NotesTab,
    LinksTab,
    HistoryTab,
    WhyTab,
)
LOW = 18
"""Below this height, in heights of the font, what stands above the sections says only what is needed most."""


class TaskPanel(QWidget):
    """Follows the selection. ``navigate`` carries references to follow; ``left``: Escape was pressed."""

    navigate = Signal(object)
    left = Signal()

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.workspace = model, model.workspace
        self.chosen = Chosen(model.reading, ())
        self._ids: tuple[str, ...] = ()
        self._stale = True
        self._tabs: dict[str, DetailTab] = {}
        self._filled: set[str] = set()
        """Sections that show what is selected, as it stands."""
        self.kinds = [kind for kind in TABS if kind.shared or not self.workspace.is_guarded]
        self.front = self._wanted = TABS[0].key
        self.head = Head(self.workspace)
        self.strip = TabStrip([(kind.key, tr(kind.title), kind.icon) for kind in self.kinds])
        self.strip.chosen.connect(self.show_tab)
        self.strip.show_key(self.front)
        self.stack = QStackedWidget()
        self._nothing = Text(tr("Nothing is selected."), role="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._show_nothing()
        self.workspace.changed.connect(self._take)

    def _lay_out(self) -> None:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(self.palette().ColorRole.Mid)
        bar = QVBoxLayout()
        bar.setContentsMargins(em(0.5), 0, em(0.5), em(0.2))
        bar.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.head)
        column.addLayout(bar)
        column.addWidget(line)
        column.addWidget(self.stack, 1)
        self._line = line
        self.setMinimumWidth(em(11))

    # -- what is shown --------------------------------------------------------------------------

    @property
    def identity(self) -> str:
        """Id of the task shown, the first of several, "" for none."""
        return self._ids[0] if self._ids else ""

    @property
    def computed(self) -> Text:
        """What the schedule says of the task."""
        return self.head.computed

    def show_tasks(self, ids: Sequence[str]) -> None:
        """Show these tasks; what was still being typed about others is committed first."""
        if tuple(ids) == self._ids and not self._stale:
            return
        if tuple(ids) != self._ids:
            self.flush()
            self._ids = tuple(ids)
        self.reload()

    def flush(self) -> None:
        """Commit what is being typed."""
        flush(self.workspace, self)

    def reload(self) -> None:
        """Show the tasks as they stand now: at once what is in sight, the rest when looked at."""
        self._stale = False
        self._filled.clear()
        self.chosen = Chosen(self.model.reading, self._ids)
        self._ids = self.chosen.ids
        if not self.chosen:
            self._show_nothing()
            return
        if self._nothing.isVisibleTo(self):
            self._nothing.hide()
            for part in (self.head, self.strip, self._line, self.stack):
                part.show()
        keys = self.sections()
        self.strip.offer(keys)
        wanted = self._wanted if self._wanted in keys else keys[0]
        if self.front != wanted:
            self._bring(wanted)
        self.head.load(self.chosen)
        self._fill_front()

    def _show_nothing(self) -> None:
        self.head.name.drop()
        for tab in self._tabs.values():
            tab.drop()
        self._nothing.show()
        for part in (self.head, self.strip, self._line, self.stack):
            part.hide()

    def sections(self) -> list[str]:
        """Sections that make sense for what is selected."""
        one = self.chosen.single is not None
        return [kind.key for kind in self.kinds if one or kind.several]

    def titles(self) -> dict[str, str]:
        """What every section is called, by its key."""
        return {kind.key: tr(kind.title) for kind in self.kinds}

    # -- sections -------------------------------------------------------------------------------

    def tab(self, key: str) -> DetailTab:
        """A section, made when first asked for."""
        if key not in self._tabs:
            kind = next(each for each in TABS if each.key == key)
            made = self._tabs[key] = kind(self.model)
            made.navigate.connect(self.navigate)
            self.stack.addWidget(made)
        return self._tabs[key]

    def show_tab(self, key: object) -> None:
        """Bring a section to the front; keys that were in the one before go to it."""
        name = str(key)
        if name in [kind.key for kind in self.kinds]:
            self._wanted = name
            self._bring(name)

    def _bring(self, name: str) -> None:
        if name != self.front and self.front in self._tabs:
            self._tabs[self.front].leave()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.stack.isAncestorOf(focus)
        self.front = name
        self.strip.show_key(name)
        if self.chosen:
            self._fill_front()
            if inside:
                self.focus_front()

    def _fill_front(self) -> None:
        tab = self.tab(self.front)
        if self.front not in self._filled:
            self._filled.add(self.front)
            tab.load(self.chosen)
        self.stack.setCurrentWidget(tab)

    def next_tab(self) -> None:
        self._step(1)

    def previous_tab(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        keys = self.sections()
        at = keys.index(self.front) if self.front in keys else 0
        self.show_tab(keys[(at + step) % len(keys)])

    def focus_front(self) -> None:
        """Put the cursor into the section in front."""
        target = self.tab(self.front).first_widget() if self.chosen else self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- events ---------------------------------------------------------------------------------

    def _take(self, changes: ChangeSet) -> None:
        del changes  # dates, names of others and figures are shown: any edit may concern them
        self._stale = True
        if self.isVisibleTo(self.window()):
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < em(LOW)
        self.head.make_compact(low)
        self.strip.lines = 1 if low else LINES
        self.strip.dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = True
        if self.front in self._tabs:
            self._tabs[self.front].leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
